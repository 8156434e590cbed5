"""A page of a PDF → its words, each with its place, size and weight as the page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2

from meetings.parsing.extract.extracted import without_own_marks
from meetings.parsing.extract.pdf_drawn import Box, drawn_on
from meetings.parsing.extract.pdf_letters import Letter, LetterReader
from meetings.parsing.extract.pdf_seen import Seen

WORD_GAP = 0.15  # of the letters' size; kerning leaves less, a blank more
_LIKELY_GAP = 0.1  # where pdfium thinks that there is a blank
_MOST_LOOKED_AT = 2_000_000  # pairs of a word and a rule
_STAMPED = 40  # words, fewer than which may be printed on the picture of a page
_STEEP = 8  # degrees; text that is turned further is no line of the page's text


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
    confidence: float = 100.0  # of 100: how sure it is that the word stands there

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
    recognised: bool = False  # text of the page is what a program recognised in its picture
    pictured: bool = False  # it is a picture for the most part
    drawn: bool = False  # something is drawn on it beside its words
    scanned: bool = False  # its words were recognised here, in its picture
    remarks: list[str] = field(default_factory=list)  # what people have written over it

    @property
    def may_show_more(self) -> bool:
        """Whether it may show print that is no text of the file."""
        if self.recognised:
            return False
        return self.drawn if not self.words else self.pictured and len(self.words) < _STAMPED


class PageReader:
    """Reads the pages of one document; what is known of its fonts is kept from page to page."""

    def __init__(self) -> None:
        self._letters = LetterReader()

    def read(self, page: pypdfium2.PdfPage) -> Page:
        letters = self._letters.read(page)
        drawn = drawn_on(page)
        seen = Seen(page, letters, drawn)
        turn = Counter(letter.face.angle for letter in letters if letter.text.strip()).most_common(1)
        angle = turn[0][0] if turn else 0
        words, turned = _words(seen.letters, angle)
        rules = [_rule(box, round(angle / 90) % 4) for box in drawn.rules]
        underline(words, rules)
        looks = (seen.hidden, seen.recognised, seen.pictured, drawn.count > 0)
        return Page(words, turned, rules, *looks, remarks=drawn.remarks)


def _rule(box: Box, quarter: int) -> Rule:
    """A rule in the places of words, on a page whose text is turned by so many quarters."""
    if quarter == 0:
        return Rule(box.left, -box.top, box.right, -box.bottom)
    if quarter == 1:
        return Rule(box.bottom, box.left, box.top, box.right)
    if quarter == 2:
        return Rule(-box.right, box.bottom, -box.left, box.top)
    return Rule(-box.top, -box.right, -box.bottom, -box.left)


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


def underline(words: list[Word], rules: list[Rule]) -> None:
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
