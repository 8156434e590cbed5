"""Which lines make one paragraph, and which sentences does it hold?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from meetings.parsing.lines import Line
from meetings.parsing.parsed import Span
from meetings.parsing.patterns import decisions, marks, motions, votes

_BROKEN_ACROSS_BLANKS = 0.2  # of the lines: so many go on with a small letter behind a blank line
_WIDE_BY_CHANCE = 0.01  # of the lines: a link, a row of a table
_WIDEST_PAGE = 130  # characters; text with longer lines has one paragraph a line
_WORD = re.compile(r"[^\W\d_]+")
_NEARLY_FULL = 0.8  # of the page's width
_END_MARKS = (".", ":", ";", "?", "!", "”")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined words with the lines of the source that they stand on.

    A number or bullet that a word processor printed before them is no word of theirs and stands in ``mark``.
    """

    text: str
    span: Span
    mark: str = ""

    @property
    def printed(self) -> str:
        """The words behind their mark, as the page shows them."""
        return f"{self.mark} {self.text}".lstrip()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text's lines are broken: ``width`` is 0 where each line is a paragraph of its own."""

    width: int
    words: frozenset[str]  # in small letters: they tell a broken word from one with a hyphen
    spacing: int = 1  # lines from one to the next: 2 in a text whose every second line is blank

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Layout:
        printed = [line for line in lines if line.text]
        texts = [line.text for line in printed]
        widths = sorted(map(len, texts))
        wide = sum(width > _WIDEST_PAGE for width in widths)
        if not widths or wide > max(1, len(widths) * _WIDE_BY_CHANCE):
            return cls(0, frozenset())
        words = frozenset(word.lower() for text in texts for word in _WORD.findall(text))
        apart = [after.place - before.place == 2 and after.text[0].islower() for before, after in pairwise(printed)]
        spacing = 2 if sum(apart) > len(apart) * _BROKEN_ACROSS_BLANKS else 1
        return cls(widths[int(len(widths) * 0.95)], words, spacing)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether ``before`` was broken for the page's width, and ``line`` is the next one."""
        return self.adjoins(before, line) and not self.is_short(before, line)

    def paragraphs(self, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
        """The paragraphs of some lines, in order."""
        return tuple(paragraph for run in self._runs(lines) if (paragraph := self._joined(run)).text)

    def _runs(self, lines: Iterable[Line]) -> Iterator[list[Line]]:
        run: list[Line] = []
        for line in lines:
            if run and not self._continues(run[-1], line) and (line.text or self.spacing == 1):
                yield run
                run = []
            if line.text:
                run.append(line)
        if run:
            yield run

    def _continues(self, before: Line, line: Line) -> bool:
        """Whether ``line`` goes on with the paragraph of the line right before it."""
        if not self.adjoins(before, line) or marks.LIST_MARK.match(line.text):
            return False
        if line.generated:
            return False
        if " | " in before.text or " | " in line.text or line.lead:
            return False
        label = decisions.SHOUTED_LABEL.match(line.text) or decisions.OPENING_LABEL.match(line.text)
        ended = before.text.endswith(_END_MARKS) or (label and not before.text.endswith("was"))
        if self.spacing > 1 and self.is_short(before, line) and not line.text[0].islower():
            # there no empty line tells where a paragraph ends, but a long line without a full stop is no end
            return not ended and len(before.text) > _NEARLY_FULL * self.width
        return not ((ended or self._parts_motion(before, line)) and self.is_short(before, line))

    @staticmethod
    def _parts_motion(before: Line, line: Line) -> bool:
        """Whether one of two lines names movers only, or begins with a motion's result in capitals; or the second
        begins with movers."""
        alone = motions.MOVERS_ALONE.fullmatch
        result = votes.RESULT_LINE.match
        leads = motions.MOVERS_LEAD.match
        return bool(
            alone(before.words) or alone(line.words) or leads(line.words) or result(before.words) or result(line.words)
        )

    def adjoins(self, before: Line, line: Line) -> bool:
        """Whether ``line`` is the next printed one, as lines of a paragraph are."""
        return bool(self.width) and bool(line.text) and 1 <= line.place - before.place <= self.spacing

    def is_short(self, before: Line, line: Line) -> bool:
        """Whether ``before`` had room for the first word of ``line``: it was not broken for the page's width."""
        return self.width - len(before.text) - before.indent > len(line.text.split(maxsplit=1)[0]) + 1

    def _joined(self, run: list[Line]) -> Paragraph:
        pieces: list[str] = []
        for line in run:
            words = line.typed_words
            if not words:
                continue
            broken = marks.BROKEN_WORD.search(pieces[-1]) if pieces and words[0].islower() else None
            if broken:
                tail = _WORD.match(words)
                if tail and (broken["head"] + tail[0]).lower() in self.words:
                    pieces[-1] = pieces[-1][:-1]
                pieces.append(words)
            else:
                pieces += [" ", words] if pieces else [words]
        return Paragraph("".join(pieces), Span(run[0].place, run[-1].place), run[0].generated)


@lru_cache(maxsize=1024)  # more than one item's: each of its readers asks for them
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order; joined by one blank they are the paragraph."""
    found: list[str] = []
    start = 0
    for stop in marks.SENTENCE_END.finditer(text):
        short = marks.ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start() + 1)
        if short and not (short["no"] and text[stop.end()].isalpha()):
            continue
        found.append(text[start : stop.end()].strip())
        start = stop.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return tuple(found)
