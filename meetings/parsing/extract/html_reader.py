"""The walk through a web page: its elements, in order, become paragraphs and tables as those of a Word document are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import dropwhile
from typing import Any

from meetings.parsing.extract.docx_blocks import Block, Paragraph, Table, printed_blocks
from meetings.parsing.extract.docx_words import Piece
from meetings.parsing.extract.extracted import escape, furniture, without_own_marks
from meetings.parsing.extract.html_page import Kind, Page
from meetings.parsing.extract.numerals import numeral

Element = Any  # lxml has no types

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "colgroup", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "p", "pre", "section", "summary", "tbody",
    "td", "tfoot", "th", "thead", "tr",
))  # fmt: skip
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_LIST_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal": "decimal",
}
_BULLETS = frozenset(("disc", "circle", "square"))
_MOST_SPANNED = 200  # rows of a cell
# Numbers of characters that Windows-1252 has where Unicode has none: browsers show its dashes and quotation marks
_WINDOWS_SIGNS = {
    number: bytes((number,)).decode("cp1252") for number in range(0x80, 0xA0) if number not in b"\x81\x8d\x8f\x90\x9d"
}
# For Word's gap between a number that it made and the words: font:7.0pt "Times New Roman"
_WORDS_GAP = re.compile(r"7(?:\.0)?pt")
_WORDS_NUMBER = re.compile(r"[^\s]{1,10}")
# For the letters that are bullets in fonts of signs: "o", "Ø", "§"
_LETTER_FOR_BULLET = re.compile(r"[^\W\d_]|[§·]")
# For "Minutes of the last meeting PDF 112 KB": the size of the file that a title leads to
_FILE_SIZE = re.compile(
    r"(?:\s{1,4}(?:pdf icon|\((?=pdf)))?\s{1,4}PDF,?\s\d{1,6}(?:\.\d{1,2})?\s?[KM]B\)?\s{0,4}$", re.IGNORECASE
)
_MOST_OF_SIZE = 12  # pieces of a paragraph, in which it stands
# For what a page says of itself: “Back to top”, “Print this page”, “Share on …”
_SURE_FURNITURE = re.compile(
    r"(?:[↑^]?\s?(?:back to )?(?:the )?top(?: of (?:the )?page)?|skip to .{1,30}"
    r"|print(?:er)?(?: friendly)?(?: this)?(?: page| version)?|(?:e-?mail|share|tweet|bookmark)(?: this)?(?: page)?"
    r"|share (?:on|via) \w{1,20}|toggle \w{1,20}|(?:please )?enable javascript.{0,100}|loading\.{0,3}"
    r"|(?:click to )?(?:download|view|open)(?: as)?(?: a)? pdf|leave a (?:comment|reply)|\d{1,4} comments?"
    r"|(?:posted|filed) (?:in|under|by|on) .{1,80}|published (?:in|under|by) .{1,80}"
    r"|published(?: on)?:? (?:\w{3,9},? )?\d{1,2}(?:st|nd|rd|th)?[ /-]\w{1,9}[ /,-]{1,2}\d{4}.{0,40}"
    r"|(?:previous|next|older|newer) (?:page|posts?|article|entry))\s?[»›>→]{0,2}",
    re.IGNORECASE,
)
# For what stands below the text: “© Harrowmere 2024”, “This page was last updated on 3 May”, “Privacy policy”
_FOOT = re.compile(
    r"(?:©|\(c\)\s|copyright\b|all rights reserved|powered by |designed (?:and \w{1,12} )?by "
    r"|(?:web)?site (?:designed |hosted |built )?by |(?:page )?last (?:updated|modified)"
    r"|(?:this |the )?(?:web ?)?(?:page|site)\b.{0,30}\b(?:updated|maintained|modified|created)"
    r"|(?:accessibility|privacy|cookies?|site ?map|terms)(?: (?:statement|policy|notice|and conditions))?$).{0,400}",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class _List:
    """A list of the page while its entries are met; ``number`` is that of the next one, None for bullets."""

    kind: str
    number: int | None
    step: int = 1
    before: str = ""
    after: str = "."

    @classmethod
    def of(cls, element: Element, page: Page) -> _List:
        style = page.styles.style(element)
        drawn = next(filter(None, map(page.styles.drawn.get, element.get("class", "").split())), None)
        if drawn is not None and drawn.kind in _LIST_STYLES:
            first = _whole_number(element.get("start", ""), 1)
            return cls(_LIST_STYLES[drawn.kind], first, before=drawn.before, after=drawn.after)
        kind = _list_style(style) or _LIST_TYPES.get(element.get("type", ""), "")
        if element.tag != "ol" and kind not in _LIST_STYLES.values():
            return cls("none" if kind == "none" else "bullet", None)
        if kind == "none":
            return cls("none", None)
        entries = sum(child.tag == "li" for child in element)
        backwards = element.get("reversed") is not None
        first = _whole_number(element.get("start", ""), entries if backwards else 1)
        return cls(kind if kind in _LIST_TYPES.values() else "decimal", first, -1 if backwards else 1)

    def mark(self, entry: Element, style: Mapping[str, str]) -> str:
        kind = _list_style(style) or self.kind
        if self.number is None or kind == "bullet":
            return "" if kind == "none" else "•"
        self.number = _whole_number(entry.get("value", ""), self.number)
        mark = "" if kind == "none" else f"{self.before}{numeral(self.number, kind)}{self.after}"
        self.number += self.step
        return mark


@dataclass(slots=True)
class Reader:
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
        for block in _without_furniture(self.done):
            if isinstance(block, str):
                yield from printed_blocks(run)
                run = []
                yield block
            else:
                run.append(block)
        yield from printed_blocks(run)

    def leave_out(self, lines: Iterable[str]) -> None:
        self.done += [furniture(escape(_plain(line))) for line in lines if line.strip()]

    def walk(self, element: Element, strong: bool = False, lists: tuple[_List, ...] = ()) -> None:
        """One element and what is in it, in the order of the page."""
        if not isinstance(element.tag, str):
            return  # a comment
        tag = element.tag
        block = tag in _BLOCKS or tag in _LISTS or tag == "table"
        kind = self.page.kind(element)
        if kind is Kind.TEXT and not block:
            self._inline(element, strong, lists)
            return
        if kind is Kind.MARK:
            self.mark = self.mark or _list_mark(_plain(element.text_content()))
            return
        if block:
            self.end_paragraph()
        if kind is Kind.FURNITURE:
            self.leave_out(self.page.lines(element))
        if kind is not Kind.TEXT:
            return
        style = self.page.styles.style(element)
        strong = self.page.strong(element, strong)
        if tag == "table":
            self._table(element, strong)
        elif tag in _LISTS:
            self.inside(element, strong, (*lists, _List.of(element, self.page)))
            self.end_paragraph()
        else:
            if tag == "li":
                self.mark = lists[-1].mark(element, style) if lists else "•"
            self.level = _HEADINGS.get(tag, self.level if tag == "li" else None)
            blanks, self.kept_blanks = self.kept_blanks, _keeps_blanks(element, style, self.kept_blanks)
            self.inside(element, strong, lists)
            self.kept_blanks = blanks
            self.end_paragraph()
            self.mark = ""
            self.level = None

    def inside(self, element: Element, strong: bool, lists: tuple[_List, ...] = ()) -> None:
        """What is in an element."""
        seen = self.page.shows_own_words(element)
        self.add(element.text or "" if seen else "", strong)
        for child in element:
            self.walk(child, strong, lists)
            self.add(child.tail or "" if seen else "", strong)

    def _inline(self, element: Element, strong: bool, lists: tuple[_List, ...]) -> None:
        if element.tag == "br":
            self.pieces.append(Piece("\n", strong))
            return
        strong = self.page.strong(element, strong)
        if _WORDS_GAP.match(self.page.styles.style(element).get("font", "")) and not element.text_content().strip():
            self._take_mark()
        if element.tag == "q":
            self.add("“", strong)
        self.inside(element, strong, lists)
        if element.tag == "q":
            self.add("”", strong)

    def _take_mark(self) -> None:
        """What the paragraph begins with is a number or bullet that Word made and printed into the page."""
        begun = "".join(piece.words for piece in self.pieces).strip()
        if not self.mark and _WORDS_NUMBER.fullmatch(begun):
            self.mark = _list_mark(begun)
            self.pieces = []

    def add(self, words: str, strong: bool) -> None:
        """Words as the page's source has them."""
        if self.kept_blanks and "\n" in words:
            for place, line in enumerate(words.replace("\r\n", "\n").split("\n")):
                if place:
                    self.pieces.append(Piece("\n", strong))
                self.add(line, strong)
        elif words:
            self.pieces.append(Piece(_plain(words if self.kept_blanks else _BLANKS.sub(" ", words)), strong))

    def end_paragraph(self) -> None:
        """What was gathered becomes a paragraph; two line breaks in a row part it as a new paragraph would."""
        pieces, self.pieces = self.pieces, []
        if size := _FILE_SIZE.search("".join(piece.words for piece in pieces[-_MOST_OF_SIZE:])):
            pieces = _without(pieces, len(size[0]))
        for part in _parted(pieces):
            self.done.append(Paragraph(part, self.mark, self.level))
            self.mark = ""
        if size:
            self.leave_out([size[0]])

    # --- Tables -------------------------------------------------------------------------------------------------------
    def _table(self, element: Element, strong: bool) -> None:
        rows: list[tuple[tuple[Block, ...], ...]] = []
        heads: list[int] = []  # the rows of column headings
        spanned: dict[int, int] = {}  # columns that a cell above reaches down into, and for how many rows more
        for row in self._rows(element):
            cells: list[tuple[Block, ...]] = []
            each = [cell for cell in row if cell.tag in ("td", "th")]
            for cell in each:
                while spanned.get(len(cells), 0) > 0:
                    spanned[len(cells)] -= 1
                    cells.append(())
                down = min(_whole_number(cell.get("rowspan", ""), 1), _MOST_SPANNED) - 1
                if down > 0:
                    spanned[len(cells)] = down
                cells.append(self._cell(cell, strong))
            if any(cells):
                if all(cell.tag == "th" for cell in each):
                    heads.append(len(rows))
                rows.append(tuple(cells))
        if not rows:
            return
        table = Table(tuple(rows))
        if table.only_lays_out:  # its column headings are one line
            for place in heads:
                rows[place] = ((_joined(rows[place]),),)
            table = Table(tuple(rows))
        self.done.append(table)

    def _rows(self, table: Element) -> Iterator[Element]:
        """The rows of a table, but not those of a table in one of its cells; its caption stands before them."""
        for child in table:
            if child.tag == "caption":
                self.walk(child)
            elif child.tag in ("tr", "thead", "tbody", "tfoot", "form"):
                kind = self.page.kind(child)
                if kind is Kind.FURNITURE:
                    self.leave_out(self.page.lines(child))
                elif kind is Kind.TEXT and child.tag == "tr":
                    yield child
                elif kind is Kind.TEXT:
                    yield from self._rows(child)

    def _cell(self, cell: Element, strong: bool) -> tuple[Block, ...]:
        inner = Reader(self.page)
        inner.walk(cell, strong)
        self.done += [block for block in inner.done if isinstance(block, str)]
        return tuple(block for block in inner.done if not isinstance(block, str))


def _without_furniture(blocks: list[Block | str]) -> Iterator[Block | str]:
    """Blocks, of which those that are no part of the minutes by their words are lines of furniture."""
    behind = {id(block) for block in _foot(blocks)}
    for block in blocks:
        if isinstance(block, Paragraph) and (id(block) in behind or _SURE_FURNITURE.fullmatch(block.words)):
            yield furniture(escape(block.words))
        else:
            yield block


def _foot(blocks: list[Block | str]) -> Iterator[Block | str]:
    """What a page says of itself at its end."""
    for block in reversed(blocks):
        if isinstance(block, Paragraph):
            if block.words and not (_FOOT.match(block.words) or _SURE_FURNITURE.fullmatch(block.words)):
                return
            yield block
        elif isinstance(block, Table):
            return


def _without(pieces: list[Piece], letters: int) -> list[Piece]:
    """Pieces without so many letters at their end."""
    kept = list(pieces)
    while letters and kept:
        last = kept.pop()
        if len(last.words) > letters:
            kept.append(replace(last, words=last.words[:-letters]))
        letters -= min(letters, len(last.words))
    return kept


def _joined(row: tuple[tuple[Block, ...], ...]) -> Paragraph:
    words = " ".join(block.words for cell in row for block in cell if isinstance(block, Paragraph))
    return Paragraph((Piece(words, strong=False),))


def _plain(words: str) -> str:
    return without_own_marks(words).replace("\xa0", " ").translate(_WINDOWS_SIGNS)


def _list_mark(words: str) -> str:
    """A number or bullet that a word processor made."""
    mark = _BLANKS.sub(" ", words).strip()
    return "•" if _LETTER_FOR_BULLET.fullmatch(mark) else mark


def _list_style(style: Mapping[str, str]) -> str:
    """The kind of a list's marks as its style tells; "" where it tells none."""
    for word in (style.get("list-style-type") or style.get("list-style") or "").split():
        if word == "none" or word in _LIST_STYLES:
            return _LIST_STYLES.get(word, word)
        if word in _BULLETS:
            return "bullet"
    return ""


def _whole_number(words: str, default: int) -> int:
    return int(words) if words.lstrip("-").isdecimal() and words.isascii() and len(words) < 7 else default


def _keeps_blanks(element: Element, style: Mapping[str, str], above: bool) -> bool:
    told = style.get("white-space", "pre" if element.tag == "pre" else "")
    return told.startswith("pre") if told else above


def _parted(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """A paragraph's pieces, parted where lines are broken twice; blanks at the edges of lines are gone."""
    part: list[Piece] = []
    breaks = 0
    for piece in dropwhile(lambda piece: not piece.words.strip(), pieces):
        if piece.words == "\n":
            breaks += 1
            continue
        if not piece.words.strip() and breaks:
            continue
        if breaks > 1:
            yield tuple(part)
            part = []
        elif breaks:
            part.append(Piece("\n", piece.strong))
        words = piece.words.lstrip() if breaks or not part else piece.words
        breaks = 0
        if part and part[-1].words.endswith(" ") and words.startswith(" ") and not words.startswith("  "):
            words = words[1:]
        part.append(replace(piece, words=words))
    if part:
        yield tuple(part)
