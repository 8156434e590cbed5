"""A page of a PDF → its words, each with its place, size and weight as the page shows it."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from meetings.parsing.extract.extracted import without_own_marks
from meetings.parsing.extract.pdf_drawn import Box, Drawn, drawn_on, is_white

WORD_GAP = 0.15  # of the letters' size; kerning leaves less, a blank more
_LIKELY_GAP = 0.1  # where pdfium thinks that there is a blank
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18  # a flag of a PDF's font
_MOST_LOOKED_AT = 2_000_000  # pairs of a word and a rule
_MOST_COVERED = 0.6  # of the page: what covers more is its ground
_STEEP = 8  # degrees; text that is turned further is no line of the page's text
_BROKEN_AT = 0x02  # what pdfium makes of a hyphen at a line's end
_BLANKS = frozenset((0x20, 0x09, 0xA0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F))
_LINE_ENDS = frozenset((0x0A, 0x0D))
_UNPRINTED = frozenset((0, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF, *range(0x200B, 0x2010), 0x2060))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(slots=True)
class Word:
    """Letters without a blank. Places are in points from the page's left and downwards; ``base`` is the line that
    the letters stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    joined: bool = False  # stands right behind the word before it, without a blank
    underlined: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A straight line, level or upright, in the same places as words."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        return self.right - self.left > self.bottom - self.top

    @property
    def turned(self) -> Rule:
        """The rule with across and down exchanged."""
        return Rule(self.top, self.left, self.bottom, self.right)


@dataclass(slots=True)
class Page:
    """One page: its words in the order of the file, the lines that are turned against them, and the rules drawn."""

    words: list[Word] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)  # what was left out since no reader sees it, in words
    recognised: bool = False  # the page is a picture, and its text what a program recognised in it


@dataclass(frozen=True, slots=True)
class _Face:
    """How the letters of one text object look."""

    size: float
    bold: bool
    angle: int  # degrees, counter-clockwise
    invisible: bool = False
    white: bool = False
    drawn: int = 0  # the address of the text object


class Letter(NamedTuple):
    """One letter, or a blank, which is "" where pdfium found it by the place of the letters: it stands where the letter
    before it ends. Places are in points from the page's left and bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float  # of its origin, as `y`
    y: float
    face: _Face


class PageReader:
    """Reads the pages of one document; what is known of its fonts is kept from page to page."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}

    def read(self, page: pypdfium2.PdfPage) -> Page:
        text_page = page.get_textpage()
        try:
            letters = list(self._letters(text_page.raw))
        finally:
            text_page.close()
        drawn = drawn_on(page)
        seen = _Seen(page, letters, drawn)
        turn = Counter(letter.face.angle for letter in letters if letter.text.strip()).most_common(1)
        angle = turn[0][0] if turn else 0
        words, turned = _words([letter for letter in letters if seen.sees(letter)], angle)
        rules = [_rule(box, round(angle / 90) % 4) for box in drawn.rules]
        _underline(words, rules)
        return Page(words, turned, rules, seen.hidden, seen.recognised)

    def _letters(self, raw: Any) -> Iterator[Letter]:
        # the functions by names of their own: they are called once a letter
        unicode_of, is_generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
        box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        object_of, address = pdfium.FPDFText_GetTextObject, ctypes.addressof
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        face = _Face(0, False, 0)
        known = 0
        for index in range(pdfium.FPDFText_CountChars(raw)):
            code = unicode_of(raw, index)
            if code in _LINE_ENDS or code in _UNPRINTED:
                continue
            if code in _BLANKS:
                made = is_generated(raw, index) == 1
                origin_of(raw, index, at_x, at_y)
                yield Letter("" if made else " ", 0, 0, 0, 0, x.value, y.value, face)
                continue
            drawn = object_of(raw, index)
            if drawn and (place := address(drawn.contents)) != known:
                known, face = place, self._face(raw, index, drawn, place)
            box_of(raw, index, at_box)
            origin_of(raw, index, at_x, at_y)
            yield Letter(_printed(code), box.left, box.bottom, box.right, box.top, x.value, y.value, face)

    def _face(self, raw: Any, index: int, drawn: Any, place: int) -> _Face:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        bold = self._is_bold(drawn) or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return _Face(size, bold, angle, mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, is_white(drawn), place)

    def _is_bold(self, drawn: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(drawn)
        if not font:
            return False
        place = ctypes.addressof(font.contents)
        if place not in self._bold:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            self._bold[place] = bool(
                _BOLD_NAME.search(name.value.decode("latin-1"))
                or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
                or pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD
            )
        return self._bold[place]


class _Seen:
    """Which letters of a page a reader sees. Text that nobody sees over the picture of a page is what was recognised in
    the picture: where all of a page's text is such, it counts as seen."""

    def __init__(self, page: pypdfium2.PdfPage, letters: list[Letter], drawn: Drawn) -> None:
        self.hidden: set[str] = set()
        printed = [letter for letter in letters if letter.text.strip()]
        self.recognised = bool(printed) and all(letter.face.invisible for letter in printed)
        self._page = Box(*page.get_bbox())
        self._drawn = drawn
        largest = _MOST_COVERED * (self._page.right - self._page.left) * (self._page.top - self._page.bottom)
        first = min(drawn.order.values(), default=0)
        self._covers = [
            (place, box)
            for place, box in drawn.covers
            if place > first and (box.right - box.left) * (box.top - box.bottom) < largest
        ]

    def sees(self, letter: Letter) -> bool:
        if not letter.text.strip():
            return True
        face = letter.face
        if face.invisible and not self.recognised:
            self.hidden.add("text that is not printed")
            return False
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        if not self._page.holds(x, y):
            self.hidden.add("text beyond the edge of a page")
            return False
        if face.white and not any(ground.holds(x, y) for ground in self._drawn.grounds):
            self.hidden.add("white text on white paper")
            return False
        if self._covers and self._is_covered(face, x, y):
            self.hidden.add("text that something is drawn over")
            return False
        return True

    def _is_covered(self, face: _Face, x: float, y: float) -> bool:
        own = self._drawn.order.get(face.drawn)
        return own is not None and any(place > own and box.holds(x, y) for place, box in self._covers)


def _rule(box: Box, quarter: int) -> Rule:
    """A rule in the places of words, on a page whose text is turned by so many quarters."""
    if quarter == 0:
        return Rule(box.left, -box.top, box.right, -box.bottom)
    if quarter == 1:
        return Rule(box.bottom, box.left, box.top, box.right)
    if quarter == 2:
        return Rule(-box.right, box.bottom, -box.left, box.top)
    return Rule(-box.top, -box.right, -box.bottom, -box.left)


def _printed(code: int) -> str:
    if _BROKEN_AT < code < 0xD800:
        return chr(code)
    if code == _BROKEN_AT:
        return "-"
    if 0xE000 <= code <= 0xF8FF:
        return "•"  # the bullets of a symbol font
    if code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return _LIGATURES.get(code) or chr(code)


def _words(letters: list[Letter], turn: int) -> tuple[list[Word], list[str]]:
    words: list[Word] = []
    turned: list[str] = []
    word: Word | None = None
    quarter = round(turn / 90) % 4
    blank = True
    gap = WORD_GAP
    last = 0.0, 0.0
    for text, left, bottom, right, top, x, y, face in letters:
        if text == " ":
            word, blank = None, True
            continue
        if quarter == 0:
            origin, stop, base = x, right, -y
        elif quarter == 1:
            origin, stop, base = y, top, x
        elif quarter == 2:
            origin, stop, base = -x, -left, y
        else:
            origin, stop, base = -y, -bottom, -x
        if not text:
            if word is not None and word.left < origin < word.right:
                word.right = origin
            gap = _LIKELY_GAP
            continue
        if abs((face.angle - turn + 180) % 360 - 180) > _STEEP:
            if not turned or blank:
                turned.append(text)
            else:
                turned[-1] += text
            word, blank = None, False
            continue
        size = face.size
        if word is not None and (origin, stop) == last:  # the letters of one glyph (“ffi”)
            word.text += text
            continue
        last = origin, stop
        if (
            word is None
            or abs(base - word.base) > 0.1 * size
            or not -0.5 * size < origin - word.right < gap * size
            or abs(size - word.size) > 0.1 * size
            or face.bold != word.bold
        ):
            near = (
                not blank
                and bool(words)
                and -0.3 * size < origin - words[-1].right < gap * max(size, words[-1].size)
                and abs(base - words[-1].base) < 0.6 * max(size, words[-1].size)
            )
            word = Word(text, origin, stop, base, size, face.bold, near)
            words.append(word)
        else:
            word.text += text
            word.right = max(word.right, stop)
        blank, gap = False, WORD_GAP
    for word in words:
        word.text = without_own_marks(word.text)
    return [word for word in words if word.text], turned


def _underline(words: list[Word], rules: list[Rule]) -> None:
    """Tell which words stand on a rule that is none of a table's."""
    upright = [rule for rule in rules if not rule.level]
    level = [rule for rule in rules if rule.level]
    if len(level) * max(len(words), len(upright)) > _MOST_LOOKED_AT:
        return
    lines = [rule for rule in level if not any(_meet(rule, pole) for pole in upright)]
    for word in words if lines else ():
        below = (
            rule.left - 2 <= word.left
            and word.right <= rule.right + 2
            and -0.05 * word.size <= rule.top - word.base <= 0.25 * word.size
            for rule in lines
        )
        word.underlined = any(below)


def _meet(rule: Rule, pole: Rule) -> bool:
    return rule.left - 2 <= pole.left <= rule.right + 2 and pole.top - 2 <= rule.top <= pole.bottom + 2
