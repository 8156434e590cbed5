"""A document that is a ZIP file of XML parts, as Word and OpenDocument have it, opened within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TypeAlias

from lxml import etree

from meetings.parsing.errors import ExtractError

Element: TypeAlias = etree._Element

# “Strict” Word documents say the same under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
)
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MOST_ENTRIES = 10_000
_LARGEST_PART = 32 * 1024 * 1024  # bytes, unpacked; a thousand pages of minutes take 10 MB
_SMALL_PART = 1024 * 1024  # bytes, unpacked: whatever its ratio, it is no bomb
_TIGHTEST = 150  # unpacked to packed; a word processor's XML reaches 40
_OPEN_AND_SAVE = "Open it in the program that made it, save it as a Word document (.docx) and try again."


class Archive:
    """The parts of one document, each unpacked when it is asked for. What is wrong with one is an `ExtractError`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise damaged_document() from None
        self.names = frozenset(self._archive.namelist())
        if len(self._archive.infolist()) > _MOST_ENTRIES:
            raise _bomb()

    def part(self, name: str) -> Element | None:
        """The root of an XML part, None where there is no such part."""
        if name not in self.names:
            return None
        source = self._unpacked(name)
        if any(mark in source for mark in _DOCTYPE):
            raise _doctype()
        for strict, usual in _STRICT:
            source = source.replace(strict, usual)
        # No entity is replaced, nothing is loaded, and without `huge_tree` no element is nested deeper than 256.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(source, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise (too_deep() if "depth" in str(error) else damaged_document(str(error))) from None
        if root.getroottree().docinfo.doctype:
            raise _doctype()
        return root

    def _unpacked(self, name: str) -> bytes:
        entry = self._archive.getinfo(name)
        if entry.flag_bits & 1:
            raise protected()
        limit = min(_LARGEST_PART, max(_SMALL_PART, _TIGHTEST * entry.compress_size))
        try:
            with self._archive.open(entry) as part:
                source = part.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise damaged_document() from None
        if len(source) > limit:
            raise _bomb()
        return source


def damaged_document(detail: str = "") -> ExtractError:
    """The error of a document that cannot be unpacked."""
    return ExtractError(
        f"The document is damaged and cannot be unpacked. {_OPEN_AND_SAVE}", fragment=detail, code="damaged_document"
    )


def protected() -> ExtractError:
    """The error of a document that opens with a password only."""
    return ExtractError("The document is protected by a password. Save it without one and try again.", code="encrypted")


def too_deep() -> ExtractError:
    """The error of a document whose parts are nested beyond the limits."""
    return ExtractError(
        f"The document's tables or fields are nested too deep for it to be read. {_OPEN_AND_SAVE}", code="too_deep"
    )


def _bomb() -> ExtractError:
    return ExtractError(
        "The document is small as a file but unpacks to far more than minutes need, so it is not read. "
        f"{_OPEN_AND_SAVE}",
        code="zip_bomb",
    )


def _doctype() -> ExtractError:
    return ExtractError(
        "The document holds a document type declaration (DOCTYPE), which no such document has and which can do harm, "
        f"so it is not read. {_OPEN_AND_SAVE}",
        code="doctype",
    )
