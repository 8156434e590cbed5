"""The package of a Word document: which of its parts is which."""

from __future__ import annotations

import posixpath

from meetings.parsing.extract.archive import Archive, Element, damaged_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package(Archive):
    """The parts of a Word document; ``document`` is the name of the main one."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.document = next(iter(self.related("", "officeDocument").values()), "word/document.xml")
        if self.document not in self.names:
            raise damaged_document("no main part")

    def related(self, name: str, kind: str) -> dict[str, str]:
        """The parts that a part (``""`` is the package) refers to as of one kind, by the reference's name."""
        folder, _, base = name.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            for relation in root.iter(_REL)
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External"
        }

    def one_related(self, kind: str) -> Element | None:
        """The first part of a kind that the main part refers to, such as its ``styles``."""
        name = next(iter(self.related(self.document, kind).values()), None)
        return None if name is None else self.part(name)
