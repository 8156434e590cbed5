"""What a query found, marked where it stands: HTML that is the escaped text and ``<mark>``, nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from meetings.search.analysis import Token, tokens
from meetings.search.tree import Piece, Prefix, Tree, rows_of, wanted

WIDTH = 300
"""Characters that a passage has, about."""

LEAD = 80
"""Characters before the first mark, at most, where the text has to be cut."""

LONGEST = 3 * WIDTH
"""Characters that even a passage of one endless word has at most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something wanted stands in a text, and which of the wanted things it is."""

    start: int
    end: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text that shows best why it was found."""

    html: SafeString
    marks: tuple[Mark, ...]

    @property
    def worth(self) -> tuple[int, int]:
        """Compares passages: how many of the wanted things it shows, and how often."""
        return len({mark.wanted for mark in self.marks}), len(self.marks)


class Finder:
    """Marks one text, given part by part in its order, and names the place to go to: where a passage would begin."""

    ANCHOR = "found"

    def __init__(self, tree: Tree | None, text: str, resolutions: Iterable[str] = ()) -> None:
        self._marker = Marker(tree)
        self._left = self._marker.marks_before_passage(text, spans_of(resolutions, text))

    def mark(self, words: str) -> SafeString:
        """A part of the text, escaped and marked; one mark of all parts has the id ``ANCHOR``."""
        marks = self._marker.marks(words)
        here = self._left if 0 <= self._left < len(marks) else -1
        self._left -= len(marks)
        return _marked(words, 0, len(words), marks, anchor=here)


Span = tuple[int, int]
"""Where something begins in a text, and where it has ended."""


def spans_of(parts: Iterable[str], text: str) -> list[Span]:
    """Where the parts stand in ``text``, as often as they do and however the spaces differ."""
    patterns = (r"\s+".join(map(re.escape, part.split())) for part in dict.fromkeys(parts) if part.strip())
    return [match.span() for pattern in patterns for match in re.finditer(pattern, text)]


_Row = tuple[int, tuple[Piece, ...]]
"""Words that are wanted in a row, with their number among what is wanted."""


class Marker:
    """Finds and marks what one query wants, in any text."""

    def __init__(self, tree: Tree | None) -> None:
        rows = {row for leaf in wanted(tree) for row in rows_of(leaf)}
        self._by_word: dict[str, list[_Row]] = {}
        self._by_beginning: list[_Row] = []
        for number, pieces in enumerate(sorted(rows, key=lambda pieces: (-len(pieces), repr(pieces)))):
            first = pieces[0]
            rows_alike = self._by_beginning if isinstance(first, Prefix) else self._by_word.setdefault(first.term, [])
            rows_alike.append((number, pieces))

    def marks(self, text: str) -> list[Mark]:
        """Everything wanted in ``text``, from left to right, a phrase as one, the longest first where two begin."""
        found = list(tokens(text)) if self._by_word or self._by_beginning else []
        marks = []
        place = 0
        while place < len(found):
            for number, pieces in (*self._by_word.get(found[place].term, ()), *self._by_beginning):
                row = found[place : place + len(pieces)]
                together = len(row) == len(pieces) and row[-1].position - row[0].position == len(pieces) - 1
                if together and all(map(_is, row, pieces)):
                    marks.append(Mark(row[0].start, row[-1].end, number))
                    place += len(pieces) - 1
                    break
            place += 1
        return marks

    def whole(self, text: str) -> SafeString:
        """All of ``text``, marked."""
        return _marked(text, 0, len(text), self.marks(text))

    def marks_before_passage(self, text: str, decided: Iterable[Span]) -> int:
        """How many marks stand in ``text`` before its passage's first."""
        marks = self.marks(text)
        together = _best_together(marks, _within(marks, decided))
        return marks.index(together[0]) if together else -1

    def passage(self, text: str) -> Passage:
        """The part of ``text`` that shows the most of what is wanted; its beginning where nothing is."""
        return self.passages(text, 1)[0]

    def passages(self, text: str, most: int, decided: Iterable[Span] = ()) -> list[Passage]:
        """The best passage, and behind it, in the order of ``text``, the next best with what is not yet shown.

        Of passages that show as much the one is better that shows it in what was ``decided``.
        """
        text = text.strip()
        unshown = self.marks(text)
        within = _within(unshown, decided)
        passages: list[Passage] = []
        while not passages or (unshown and len(passages) < most):
            start, end = _cut(text, _best_together(unshown, within))
            marks = [mark for mark in unshown if start <= mark.start < end]
            unshown = [mark for mark in unshown if not start <= mark.start < end]
            before = "… " if start else ""
            after = " …" if end < len(text) else ""
            passages.append(
                Passage(format_html("{}{}{}", before, _marked(text, start, end, marks), after), tuple(marks))
            )
        return [passages[0], *sorted(passages[1:], key=lambda passage: passage.marks[0].start)]


def _is(token: Token, piece: Piece) -> bool:
    return token.exact.startswith(piece.start) if isinstance(piece, Prefix) else token.term == piece.term


def _within(marks: Iterable[Mark], spans: Iterable[Span]) -> frozenset[Mark]:
    places = list(spans)
    return frozenset(mark for mark in marks if any(start <= mark.start and mark.end <= end for start, end in places))


def _best_together(marks: list[Mark], decided: frozenset[Mark]) -> list[Mark]:
    """The marks that fit into one passage and show the most different things, the most of these ``decided``, then the
    most; the first of equals."""
    best: tuple[int, int, int] = (0, 0, 0)
    chosen = slice(0, 0)
    inside: Counter[tuple[int, bool]] = Counter()
    first = 0
    for last, mark in enumerate(marks):
        inside[mark.wanted, mark in decided] += 1
        while first < last and mark.end - marks[first].start > WIDTH - LEAD:
            inside[marks[first].wanted, marks[first] in decided] -= 1
            first += 1
        shown = [thing for thing, count in inside.items() if count]
        worth = len({wanted for wanted, _ in shown}), sum(is_decided for _, is_decided in shown), last - first + 1
        if worth > best:
            best, chosen = worth, slice(first, last + 1)
    return marks[chosen]


def _cut(text: str, marks: list[Mark]) -> tuple[int, int]:
    """Where the passage with these marks begins and ends, at the edges of words where there are any."""
    start = 0
    if marks and marks[0].start > LEAD:
        first = marks[0].start
        paragraph = text.rfind("\n\n", first - LEAD, first)
        start = paragraph + 2 if paragraph >= 0 else next(_spaces(text, first - LEAD, first), first - 1) + 1
    needed = marks[-1].end if marks else start
    end = max(start + WIDTH, needed)
    if end < len(text):
        end = next(_spaces(text, end, needed), end)
    return start, min(end, len(text), start + LONGEST)


def _spaces(text: str, begin: int, end: int) -> Iterator[int]:
    """Where white space stands from ``begin`` on towards ``end``, in either direction."""
    places = range(begin, end) if begin <= end else range(begin, end - 1, -1)
    return (place for place in places if text[place].isspace())


def _marked(text: str, start: int, end: int, marks: Iterable[Mark], *, anchor: int = -1) -> SafeString:
    """The text between two places, escaped and marked; the mark of number ``anchor`` can be gone to."""
    pieces = []
    for number, mark in enumerate(marks):
        if mark.start < end:
            place = format_html(' id="{}"', Finder.ANCHOR) if number == anchor else ""
            pieces.append((text[start : mark.start], place, text[mark.start : min(mark.end, end)]))
            start = min(mark.end, end)
    return format_html("{}{}", format_html_join("", "{}<mark{}>{}</mark>", pieces), text[start:end])
