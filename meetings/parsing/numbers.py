"""The grammar of printed item numbers: ``4.``, ``4.2``, ``88/24``, ``R2024-057``, ``(a)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from meetings.parsing.patterns import headings


class Style(Enum):
    """How a number is printed, which tells numbers of one series from those of another."""

    PLAIN = auto()  # 4.
    DECIMAL = auto()  # 4.2
    CODED = auto()  # 88/24, 03/21/07
    LABELLED = auto()  # Item 4:
    ROMAN = auto()  # IV.
    LETTER = auto()  # (a), A.


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: ``number`` as printed without closing dot or brackets, and the ``rest``;
    ``last_counts`` where the last figure counts on from one item to the next, as in ``24/088`` and ``2307.04``."""

    number: str
    style: Style
    rest: str
    last_counts: bool = False

    @property
    def value(self) -> int:
        """The place in its own series: 4 of ``4.``, 2 of ``4.2``, 88 of ``88/24``, 1 of ``a``."""
        if self.style is Style.ROMAN:
            return _ROMAN.index(self.number.lower()) + 1
        if self.style is Style.LETTER:
            letter = self.number.lower()
            return _ROMAN.index(letter) + 1 if letter in _ROMAN[1:] else ord(letter[0]) - ord("a") + 1
        if self.whole is not None:
            return int(self.whole)
        digits = self.figures
        if self.last_counts or self.style is Style.DECIMAL or len(digits) > 2 or digits[0] >= _A_YEAR:
            return digits[-1]
        return digits[0]

    @property
    def figures(self) -> list[int]:
        """The numbers that it is made of: 88 and 24 of ``88/24``."""
        return [int(run) for run in _DIGITS.findall(self.number)]

    @property
    def within(self) -> str | None:
        """The number that this one says it is a part of: ``4`` of ``4.2`` and of ``4a``."""
        if self.style is Style.DECIMAL:
            return None if self.last_counts or self.whole is not None else self.number.rpartition(".")[0]
        if self.style is Style.PLAIN and self.number[-1].isalpha():
            return self.number[:-1]
        return None

    @property
    def whole(self) -> str | None:
        """The ``4`` of ``4.0``, which is no part of another item but has parts: ``4.1``."""
        before, _, last = self.number.rpartition(".")
        return before if self.style is Style.DECIMAL and last == "0" and before.isdigit() else None

    def follows(self, letter: str) -> bool:
        """Whether this letter or Roman number goes on from another, "" for none, with few left out between."""
        if not letter:
            return self.number in ("a", "i", "A")
        if letter in _ROMAN and self.number in _ROMAN and letter != "h":
            return 0 < _ROMAN.index(self.number) - _ROMAN.index(letter) <= _WIDEST_GAP
        return len(self.number + letter) == 2 and 0 < ord(self.number) - ord(letter) <= _WIDEST_GAP


_WIDEST_GAP = 2
_ROMAN = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
    "xxii",
    "xxiii",
    "xxiv",
    "xxv",
)
_A_YEAR = 1900  # R2024-057: the year stands first
_DIGITS = re.compile(r"\d+")
_GRAMMAR = (
    (headings.CODED_NUMBER, Style.CODED),
    (headings.DECIMAL_NUMBER, Style.DECIMAL),
    (headings.LABELLED_NUMBER, Style.LABELLED),
    (headings.PLAIN_NUMBER, Style.PLAIN),
    (headings.BARE_NUMBER, Style.PLAIN),
    (headings.LETTER, Style.LETTER),
)


def read_loose_number(text: str) -> Numbered | None:
    """What may be a number where others are like it: with nothing to set it off from a few words, “9 Finance”, printed
    as a day is, “03/21/07 – Finance”, or as an initial, “V. Finance”, “A. Budget”."""
    if found := headings.SLASHED_NUMBER.fullmatch(text):
        return Numbered(found["number"], Style.CODED, " ".join((found["rest"] or "").split()))
    if (found := headings.ROMAN_NUMBER.fullmatch(text)) and found["number"].lower() in _ROMAN:
        return Numbered(found["number"], Style.ROMAN, " ".join((found["rest"] or "").split()))
    if found := headings.CAPITAL_LETTER.fullmatch(text):
        return Numbered(found["number"], Style.LETTER, " ".join(found["rest"].split()))
    found = headings.LOOSE_NUMBER.fullmatch(text)
    return Numbered(found["number"], Style.PLAIN, found["rest"]) if found else None


@lru_cache(maxsize=4096)
def read_number(text: str) -> Numbered | None:
    """The number that a line begins with, None where it begins with none. ``text`` is without blanks around it."""
    for pattern, style in _GRAMMAR:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            number = found["number"] or found["loose"]
            return Numbered(number, style, " ".join((found["rest"] or "").split()))
    return None
