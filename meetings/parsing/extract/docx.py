"""A Word document (.docx) → text: what its pages show, with the numbers that Word generates, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.archive import Element, too_deep
from meetings.parsing.extract.docx_blocks import Block, Paragraph, Table, printed_blocks
from meetings.parsing.extract.docx_numbering import Counting
from meetings.parsing.extract.docx_styles import Styles, switch, value_of
from meetings.parsing.extract.docx_words import COMMENTS, DELETED, HIDDEN, Piece, Words, alternative, holds_words
from meetings.parsing.extract.extracted import ExtractedText, furniture, hidden_text, require_short_lines
from meetings.parsing.extract.ooxml import MC, REL_ID, Package, W
from meetings.parsing.parsed import Note

_WITHIN = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_EMBEDDED = "word/embeddings/"  # spreadsheets behind charts, documents shown as a picture
_FOOTNOTE = f"{W}footnoteReference"


def extract_docx(data: bytes) -> ExtractedText:
    """The text of a Word document. Raises `ExtractError` where it is damaged, protected, or meant to do harm."""
    package = Package(data)
    try:
        return _Document.of(package).text()
    except RecursionError:
        raise too_deep() from None


@dataclass(slots=True)
class _Document:
    """A Word document while its blocks are met in their order."""

    package: Package
    styles: Styles
    counting: Counting
    footnotes: dict[str, Element]
    endnotes: dict[str, Element]
    unseen: set[str] = field(default_factory=set)
    unread: bool = False  # a part in another format is embedded
    footnoted: int = 0
    at_the_end: list[Block] = field(default_factory=list)
    joined: list[Piece] = field(default_factory=list)  # paragraphs whose end is deleted or hidden go on in the next

    @classmethod
    def of(cls, package: Package) -> _Document:
        styles = Styles.of(package.one_related("styles"))
        return cls(
            package,
            styles,
            Counting.of(package.one_related("numbering"), styles),
            _by_id(package.one_related("footnotes")),
            _by_id(package.one_related("endnotes")),
        )

    def text(self) -> ExtractedText:
        root = self.package.part(self.package.document)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise ExtractError("The Word document has no text.", code="empty_file")
        head, feet = self._running(body)
        blocks = [*self.blocks(body), *self._unjoined(), *self.at_the_end]
        text = "\n\n".join([*head, *printed_blocks(blocks), *feet])
        require_short_lines(text)
        if (comments := self.package.one_related("comments")) is not None:
            self._leave_out(comments, COMMENTS)
        return ExtractedText(text, "docx", "", tuple(self._notes()))

    def _notes(self) -> Iterator[Note]:
        if self.unseen:
            yield hidden_text(" and ".join(sorted(self.unseen)))
        if self.unread or any(name.startswith(_EMBEDDED) for name in self.package.names):
            yield Note(
                "part_not_read",
                "The document embeds another one, which was not read. Open it, copy its words into the text, and send "
                "it again if they belong to the minutes.",
            )

    # --- Blocks -------------------------------------------------------------------------------------------------------
    def blocks(self, holder: Element) -> Iterator[Block]:
        """The paragraphs and tables of a body, a cell, a box, a note …, those within content controls among them."""
        for child in holder:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child)
            elif tag == f"{W}tbl":
                yield from self._unjoined()
                yield self._table(child)
            elif tag == f"{W}sdt" or tag in _WITHIN:
                yield from self.blocks(child)
            elif tag == f"{MC}AlternateContent":
                if (chosen := alternative(child)) is not None:
                    yield from self.blocks(chosen)
            elif tag in _DELETED:
                self._leave_out(child, DELETED)
            elif tag == f"{W}altChunk":
                self.unread = True

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        named = value_of(None if properties is None else properties.find(f"{W}pStyle"))
        style = named if named in self.styles.elements else self.styles.default_paragraph
        words = Words(self.styles, style, self.unseen)
        words.walk(element)
        if self._goes_on(properties, style):
            self.joined += words.pieces
        else:
            mark = self.counting.next_mark(self.styles.numbering(properties, style))
            pieces = (*self.joined, *words.pieces)
            self.joined = []
            yield Paragraph(pieces, mark, self.styles.level(properties, style))
        for box in words.boxes:
            yield from self.blocks(box)
        for tag, name in words.notes:
            note = (self.footnotes if tag == _FOOTNOTE else self.endnotes).pop(name, None)
            if note is not None:
                self.footnoted += 1
                told = list(self._note(note, str(self.footnoted)))
                if tag == _FOOTNOTE:
                    yield from told
                else:
                    self.at_the_end += told

    def _note(self, note: Element, number: str) -> Iterator[Block]:
        for place, block in enumerate(self.blocks(note)):
            yield replace(block, mark=number) if isinstance(block, Paragraph) and not place else block

    def _unjoined(self) -> Iterator[Block]:
        """What waits for a paragraph that does not come."""
        if self.joined:
            yield Paragraph(tuple(self.joined))
            self.joined = []

    def _table(self, element: Element) -> Table:
        rows = []
        for row in _children(element, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._leave_out(row, DELETED)
            elif switch(properties, "hidden"):
                self._leave_out(row, HIDDEN)
            else:
                rows.append(tuple(self._cell(cell) for cell in _children(row, f"{W}tc")))
        return Table(tuple(rows))

    def _cell(self, element: Element) -> tuple[Block, ...]:
        properties = element.find(f"{W}tcPr")
        merged = None if properties is None else properties.find(f"{W}vMerge")
        if merged is not None and value_of(merged) != "restart":
            self._leave_out(element, HIDDEN)
            return ()
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            self._leave_out(element, DELETED)
            return ()
        return (*self.blocks(element), *self._unjoined())

    def _goes_on(self, properties: Element | None, style: str) -> bool:
        """Whether a paragraph's end is deleted or hidden, so that the next one stands on the same line."""
        mark = None if properties is None else properties.find(f"{W}rPr")
        deleted = mark is not None and any(mark.find(tag) is not None for tag in _DELETED)
        return deleted or self.styles.run_switch("vanish", mark, style)

    def _leave_out(self, element: Element, what: str) -> None:
        if holds_words(element):
            self.unseen.add(what)

    # --- Running heads and feet ---------------------------------------------------------------------------------------
    def _running(self, body: Element) -> tuple[list[str], list[str]]:
        """What is printed above and below the text. The first page's own head is printed once and part of the text."""
        head: list[str] = []
        feet: list[str] = []
        known: set[str] = set()
        told: set[str] = set()
        sections = list(body.iter(f"{W}sectPr"))
        running = (
            ("header", head, self.package.related(self.package.document, "header")),
            ("footer", feet, self.package.related(self.package.document, "footer")),
        )
        for section in sections:
            own_first = switch(section, "titlePg") is True
            for kind, lines, parts in running:
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    name = parts.get(reference.get(REL_ID, ""), "")
                    first = reference.get(f"{W}type") == "first"
                    root = self.package.part(name) if name not in known and (own_first or not first) else None
                    if root is None:
                        continue
                    known.add(name)
                    once = first and kind == "header" and section is sections[0]
                    blocks = printed_blocks([*self.blocks(root), *self._unjoined()])
                    printed = [line for block in blocks for line in block.split("\n")]
                    lines += [line if once else furniture(line) for line in printed if line not in told]
                    told.update(printed)
        return head, feet


def _by_id(root: Element | None) -> dict[str, Element]:
    """The notes of a part, without the rules that part them from the text."""
    notes = () if root is None else (note for note in root if note.get(f"{W}type", "normal") == "normal")
    return {note.get(f"{W}id", ""): note for note in notes}


def _children(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those within changes and content controls among them."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt" or child.tag in _WITHIN:
            yield from _children(child, tag)
