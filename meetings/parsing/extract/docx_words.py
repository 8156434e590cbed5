"""The words of one Word paragraph, in its printed order, with what is in bold at its start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from meetings.parsing.extract.archive import Element
from meetings.parsing.extract.docx_styles import Styles
from meetings.parsing.extract.extracted import escape, generated
from meetings.parsing.extract.ooxml import MC, M, W

# What no page shows: text taken out with the changes tracked, and what belongs to the program.
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_NOT_TEXT = ("pPr", "rPr", "delText", "delInstrText", "instrText", "fldData", "sdtPr", "sdtEndPr", "rt")
_NEVER_PRINTED = frozenset(f"{W}{name}" for name in _NOT_TEXT)
_LINE_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_TABS = frozenset((f"{W}tab", f"{W}ptab"))
_NOTE_REFERENCES = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
_COLUMN = "  "  # what a tab is printed as: two blanks part columns
# The signs of Wingdings that minutes use; its other letters, and those of like fonts, count as bullets.
_WINGDINGS = {0x6F: "□", 0x71: "□", 0x78: "☒", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
_BULLET = "•"
_LINE_ENDS = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_ALNUM = re.compile(r"[^\W_]")
_LONGEST_LEAD = 300  # characters in bold, or of a heading, beyond which they are emphasis and no heading

DELETED = "text deleted with changes tracked"
HIDDEN = "hidden text"
COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one type; a line feed among them is a line break."""

    words: str
    strong: bool = False


@dataclass(slots=True)
class Words:
    """What walking through one paragraph finds. ``unseen`` gathers what was left out because no page shows it."""

    styles: Styles
    style: str  # the paragraph's
    unseen: set[str] = field(default_factory=set)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # tags and numbers of the footnotes referred to
    boxes: list[Element] = field(default_factory=list)  # text boxes that are anchored here
    _fields: list[bool] = field(default_factory=list)  # for each open field, whether its result has begun

    def walk(self, element: Element) -> None:
        """Gather what stands within a paragraph, a link, an insertion, a content control …"""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child)
            elif tag in _DELETED:
                self._leave_out(child, DELETED)
            elif tag == f"{MC}AlternateContent":
                if (chosen := alternative(child)) is not None:
                    self.walk(chosen)
            elif tag == f"{M}t":
                self._add(child.text or "")
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag not in _NEVER_PRINTED:
                self.walk(child)

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        if self._on("vanish", properties):
            self._leave_out(run, HIDDEN)
            return
        strong = self._on("b", properties)
        capitals = self._on("caps", properties)
        font = "" if properties is None else _font(properties)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                words = _LINE_ENDS.sub(" ", _text(child))
                self._add(_signs(words, font) if font else words.upper() if capitals else words, strong)
            elif tag in _LINE_BREAKS:
                self._add("\n", strong)
            elif tag in _TABS:
                self._add(_COLUMN, strong)
            elif tag == f"{W}noBreakHyphen":
                self._add("-", strong)
            elif tag == f"{W}sym":
                self._add(_sign(child.get(f"{W}char", ""), child.get(f"{W}font", "")), strong)
            elif tag in _NOTE_REFERENCES:
                self.notes.append((tag, child.get(f"{W}id", "")))
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif tag == f"{MC}AlternateContent":
                if (chosen := alternative(child)) is not None:
                    self.walk(chosen)
            elif tag not in _NEVER_PRINTED:
                self.walk(child)

    def _on(self, name: str, run: Element | None) -> bool:
        return self.styles.run_switch(name, run, self.style)

    def _add(self, words: str, strong: bool = False) -> None:
        """Add words, unless they are a field's instruction, which is no text."""
        if words and all(self._fields):
            self.pieces.append(Piece(words, strong))

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append(False)
        elif step == "separate" and self._fields:
            self._fields[-1] = True
        elif step == "end" and self._fields:
            self._fields.pop()

    def _leave_out(self, element: Element, what: str) -> None:
        if holds_words(element):
            self.unseen.add(what)


def holds_words(element: Element) -> bool:
    """Whether there is text in an element, a deleted one's among it."""
    return any((text.text or "").strip() for text in element.iter(f"{W}t", f"{W}delText"))


def alternative(element: Element) -> Element | None:
    """What to read of content that a file holds twice, for newer programs and for older ones."""
    chosen = element.find(f"{MC}Choice")
    return element.find(f"{MC}Fallback") if chosen is None else chosen


def lines_of(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """A paragraph cut at its line breaks."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.words.split("\n")
        line.append(replace(piece, words=first))
        for words in others:
            yield tuple(line)
            line = [replace(piece, words=words)]
    yield tuple(line)


def on_one_line(pieces: Iterable[Piece]) -> str:
    """The words of a paragraph without its line breaks; runs of blanks are kept."""
    return " ".join("".join(piece.words for piece in pieces).split("\n")).strip()


def marked(line: Sequence[Piece], mark: str = "") -> str:
    """One line, escaped, with a generated number before it and the marks of bold about its lead."""
    lead, rest = _lead_and_rest(line)
    bare = lead.strip()
    if not _ALNUM.search(bare) or len(bare) > _LONGEST_LEAD:
        return generated(mark, escape((lead + rest).strip()))
    gap = lead[len(lead.rstrip()) :]
    return f"**{generated(mark, escape(bare))}**{gap}{escape(rest)}".rstrip()


def _lead_and_rest(pieces: Sequence[Piece]) -> tuple[str, str]:
    """The words of one line that are in bold at its start, and those behind them."""
    words = "".join(piece.words for piece in pieces)
    end = 0
    for piece in pieces:
        if not piece.strong and piece.words.strip():
            break
        end += len(piece.words)
    lead = words[:end]
    if end < len(words) and lead[-1:].isalnum() and words[end].isalnum():
        lead = lead[: -len(lead.split()[-1])]  # a word that is bold in part
    return lead, words[len(lead) :]


def _text(element: Element) -> str:
    words: str = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return words if kept else words.strip(" \t\r\n")


def _font(properties: Element) -> str:
    """The run's font where it is one of signs instead of letters."""
    fonts = properties.find(f"{W}rFonts")
    name: str = "" if fonts is None else fonts.get(f"{W}ascii", "")
    return name if name.startswith(("Wingdings", "Webdings")) else ""


def _signs(words: str, font: str) -> str:
    return "".join(letter if letter.isspace() else _sign(f"{ord(letter):X}", font) for letter in words)


def _sign(code: str, font: str) -> str:
    """A character of a font of signs, by its hexadecimal code; fonts of signs are kept in the private-use area too."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    if font == "Wingdings":
        return _WINGDINGS.get(low, _BULLET)
    if low != number or font.startswith(("Wingdings", "Webdings")):
        return _BULLET
    return chr(number) if 0x20 <= number < 0xD800 else ""
