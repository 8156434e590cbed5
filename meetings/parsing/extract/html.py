"""A web page (HTML) → text: what the page shows of the minutes, its menus and other furniture apart."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.docx_blocks import Block, Paragraph, Table, printed_blocks
from meetings.parsing.extract.docx_words import Piece
from meetings.parsing.extract.extracted import (
    ExtractedText,
    escape,
    furniture,
    hidden_text,
    require_short_lines,
    without_own_marks,
)
from meetings.parsing.extract.html_page import Kind, Page
from meetings.parsing.extract.numerals import numeral
from meetings.parsing.parsed import Note

Element = Any  # lxml has no types

DEEPEST = 200  # elements within elements; a page of minutes has some thirty
_TAG = re.compile(rb"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")
# Elements whose end may be left out, or that have none: they say nothing of depth.
_OPEN_ENDED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot "
    b"option optgroup colgroup body html head font b i u center".split()
)
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,3}=\s{0,3}["']?(?P<name>[\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WINDOWS = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"))
_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,300}\?>")
# For "<B><U><P ALIGN=CENTER>": what begins outside a paragraph ends, for the parser, where the paragraph begins
_BOLD_PARAGRAPH = re.compile(
    r"(?P<inline>(?:<(?:b|strong|i|em|u|font)(?:\s[^<>]{0,200})?>\s{0,20}){1,4})(?P<block><p(?:\s[^<>]{0,200})?>)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_LIST_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "noscript",
    ]
)
_PARTS_OF_TABLES = frozenset(("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup"))
_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}


def extract_html(data: bytes) -> ExtractedText:
    """The text of a web page. Raises `ExtractError` where it is damaged, or nested more deeply than any page is."""
    require_flat(data)
    text, encoding, notes = _decode(data)
    if "\0" in text:
        raise ExtractError(
            "The page holds NUL characters, which no text has; it may be damaged. Save it from the browser again.",
            code="nul_characters",
        )
    printed, unseen = printed_page(text)
    if not printed:
        raise ExtractError("The page holds no text.", code="empty_file")
    require_short_lines(printed)
    if unseen:
        notes = (*notes, hidden_text(" and ".join(sorted(unseen))))
    return ExtractedText(printed, "html", encoding, notes)


def printed_page(text: str) -> tuple[str, frozenset[str]]:
    """What a page, or a piece of one, shows, and what kinds of hidden words it holds. `require_flat` comes first."""
    try:
        root = _root(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return "", frozenset()
    reader = _Reader(Page.of(root))
    for title in root.iter("title"):
        reader.leave_out([without_own_marks(" ".join((title.text or "").split()))])
        break
    body = root.find("body")
    reader.walk(root if body is None else body)
    return "\n\n".join(reader.printed()), frozenset(reader.page.unseen)


def _root(text: str) -> Element:
    tidied = _BOLD_PARAGRAPH.sub(r"\g<block>\g<inline>", _DECLARATION.sub("", text))
    return html.document_fromstring(tidied, parser=html.HTMLParser(huge_tree=True))


@dataclass(slots=True)
class _List:
    """A list of the page while its entries are met; ``number`` is that of the next one, None for bullets."""

    kind: str
    number: int | None
    step: int = 1

    def mark(self, entry: Element) -> str:
        if self.number is None:
            return "•"
        if (given := entry.get("value", "")).lstrip("-").isdigit() and len(given) < 7:
            self.number = int(given)
        mark = f"{numeral(self.number, self.kind)}."
        self.number += self.step
        return mark


@dataclass(slots=True)
class _Reader:
    """Walks through a page and gathers its blocks; what is no part of the minutes is gathered as lines of furniture."""

    page: Page
    done: list[Block | str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    mark: str = ""
    level: int | None = None
    kept_blanks: bool = False

    def printed(self) -> Iterator[str]:
        """The text of the page, a paragraph each."""
        run: list[Block] = []
        for block in self.done:
            if isinstance(block, str):
                yield from printed_blocks(run)
                run = []
                yield block
            else:
                run.append(block)
        yield from printed_blocks(run)

    def leave_out(self, lines: Iterable[str]) -> None:
        self.done += [furniture(escape(line)) for line in lines if line.strip()]

    def walk(self, element: Element, strong: bool = False, lists: tuple[_List, ...] = ()) -> None:
        """One element and what is in it, in the order of the page."""
        if not isinstance(element.tag, str):
            return  # a comment
        kind = self.page.kind(element)
        if kind is Kind.UNSEEN:
            return
        if kind is Kind.FURNITURE:
            self.end_paragraph()
            self.leave_out(self.page.lines(element))
            return
        if kind is Kind.MARK:
            self.mark = self.mark or _BLANKS.sub(" ", without_own_marks(element.text_content())).strip()
            return
        tag = element.tag
        strong = self.page.strong(element, strong)
        if tag == "br":
            self.add("\n", strong)
        elif tag == "table":
            self.end_paragraph()
            self.table(element, strong)
        elif tag in ("ul", "ol", "menu"):
            self.end_paragraph()
            self.inside(element, strong, (*lists, _list(element)))
            self.end_paragraph()
        elif tag in _BLOCKS or tag in _PARTS_OF_TABLES:
            self.end_paragraph()
            if tag == "li":
                self.mark = lists[-1].mark(element) if lists else "•"
            self.level = _HEADINGS.get(tag, self.level if tag == "li" else None)
            blanks, self.kept_blanks = self.kept_blanks, self.kept_blanks or tag == "pre"
            self.inside(element, strong, lists)
            self.kept_blanks = blanks
            self.end_paragraph()
            self.mark = ""
            self.level = None
        else:
            self.inside(element, strong, lists)

    def inside(self, element: Element, strong: bool, lists: tuple[_List, ...]) -> None:
        self.add(element.text or "", strong)
        for child in element:
            self.walk(child, strong, lists)
            self.add(child.tail or "", strong)

    def add(self, words: str, strong: bool) -> None:
        if words == "\n":
            self.pieces.append(Piece("\n", strong))
        elif words:
            plain = words if self.kept_blanks else _BLANKS.sub(" ", words)
            self.pieces.append(Piece(without_own_marks(plain).replace("\xa0", " "), strong))

    def end_paragraph(self) -> None:
        """What was gathered becomes a paragraph; two line breaks in a row part it as a new paragraph would."""
        pieces, self.pieces = self.pieces, []
        for part in _parted(pieces):
            self.done.append(Paragraph(part, self.mark, self.level))
            self.mark = ""

    def table(self, element: Element, strong: bool) -> None:
        rows = []
        for row in _rows(element):
            cells = []
            for cell in row:
                if not isinstance(cell.tag, str) or cell.tag not in ("td", "th"):
                    continue
                inner = _Reader(self.page)
                inner.inside(cell, self.page.strong(cell, strong), ())
                inner.end_paragraph()
                cells.append(tuple(block for block in inner.done if not isinstance(block, str)))
                self.done += [block for block in inner.done if isinstance(block, str)]
            if any(cells):
                rows.append(tuple(cells))
        for caption in element.findall("caption"):
            self.inside(caption, strong, ())
            self.end_paragraph()
        if rows:
            self.done.append(Table(tuple(rows)))


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, but not those of a table in one of its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot", "form"):
            yield from _rows(child)


def _list(element: Element) -> _List:
    if element.tag != "ol":
        return _List("none", None)
    start = element.get("start", "")
    entries = sum(child.tag == "li" for child in element)
    backwards = element.get("reversed") is not None
    first = int(start) if start.lstrip("-").isdigit() and len(start) < 7 else entries if backwards else 1
    return _List(_LIST_KINDS.get(element.get("type", "1"), "decimal"), first, -1 if backwards else 1)


def _parted(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """A paragraph's pieces, parted where lines are broken twice; blanks at the edges of lines are gone."""
    text = "".join(piece.words for piece in pieces)
    if not text.strip():
        return
    part: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.words == "\n":
            breaks += 1
            continue
        if not piece.words.strip() and breaks:
            continue
        words = piece.words
        if breaks or not part:
            words = words.lstrip()
        if breaks > 1 and part:
            yield tuple(part)
            part = []
        elif breaks and part:
            part.append(Piece("\n", piece.strong))
        breaks = 0
        if part and part[-1].words.endswith(" ") and words.startswith(" ") and not words.startswith("  "):
            words = words[1:]
        part.append(Piece(words, piece.strong))
    if part:
        yield tuple(part)


def require_flat(data: bytes) -> None:
    """Raise `ExtractError` (``too_deep``) for elements within each other beyond `DEEPEST`: parsing takes minutes."""
    depth = 0
    for tag in _TAG.finditer(data):
        if tag["name"].lower() in _OPEN_ENDED:
            continue
        depth = max(depth - 1, 0) if tag["close"] else depth + 1
        if depth > DEEPEST and not _is_void(data, tag.end()):
            raise ExtractError(
                f"The page has more than {DEEPEST} elements within each other, as no page of minutes has. Copy its "
                "text and paste it.",
                line=data.count(b"\n", 0, tag.start()) + 1,
                code="too_deep",
            )


def _is_void(data: bytes, at: int) -> bool:
    end = data.find(b">", at, at + 2000)
    return end > 0 and data[end - 1 : end] == b"/"


def _decode(data: bytes) -> tuple[str, str, tuple[Note, ...]]:
    """By the byte-order mark, else as the page declares, else as UTF-8, else as Windows-1252 with a note."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    declared = _CHARSET.search(data[:4096])
    name = declared["name"].decode("ascii").lower() if declared else "utf-8"
    for encoding in ("utf-8", "cp1252" if name in _WINDOWS else name):
        try:
            return data.decode(encoding), encoding, ()
        except (UnicodeDecodeError, LookupError):
            continue
    note = Note(
        "read_as_windows_1252",
        "The page is not in the encoding that it declares and was read as Windows-1252: check the accents, dashes and "
        "pound signs.",
    )
    return data.decode("cp1252", "replace"), "cp1252", (note,)
