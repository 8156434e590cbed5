"""Which lines make one paragraph, and which sentences does it hold?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from meetings.parsing.lines import Line
from meetings.parsing.parsed import Span
from meetings.parsing.patterns import decisions, marks

_WIDEST_PAGE = 130  # characters; text with longer lines has one paragraph a line
_WORD = re.compile(r"[^\W\d_]+")
_NEARLY_ALL = 0.97
_MOSTLY = 0.75
_OFTEN = 0.15
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
    step: int = 1  # from one line to the next: 2 where an empty line stands between all of them

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Layout:
        printed = [line for line in lines if line.text]
        texts = [line.text for line in printed]
        widths = sorted(map(len, texts))
        # one address or row of a table may be longer than the page is wide
        if not widths or widths[int((len(widths) - 1) * _NEARLY_ALL)] > _WIDEST_PAGE:
            return cls(0, frozenset())
        words = frozenset(word.lower() for text in texts for word in _WORD.findall(text))
        single = cls(widths[int(len(widths) * 0.95)], words)
        return replace(single, step=2) if single.is_double_spaced(printed) else single

    def is_double_spaced(self, printed: Sequence[Line]) -> bool:
        """Whether an empty line stands between lines that were broken for the page's width."""
        steps = [after.place - before.place for before, after in pairwise(printed)]
        broken = sum(
            step == 2 and after.text[0].islower() and not before.text.endswith(_END_MARKS)
            for step, (before, after) in zip(steps, pairwise(printed), strict=True)
        )
        return bool(steps) and steps.count(2) > _MOSTLY * len(steps) and broken > _OFTEN * len(steps)

    def paragraphs(self, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
        """The paragraphs of some lines, in order."""
        return tuple(paragraph for run in self._runs(lines) if (paragraph := self._joined(run)).text)

    def _runs(self, lines: Iterable[Line]) -> Iterator[list[Line]]:
        run: list[Line] = []
        for line in lines:
            if run and (line.text or self.step == 1) and not (line.text and self._continues(run[-1], line)):
                yield run
                run = []
            if line.text:
                run.append(line)
        if run:
            yield run

    def follows(self, before: Line, line: Line) -> bool:
        """Whether one line stands right below the other."""
        return 0 < line.place - before.place <= self.step

    def _continues(self, before: Line, line: Line) -> bool:
        """Whether ``line`` goes on with the paragraph of the line right before it."""
        if not self.width or not self.follows(before, line) or marks.LIST_MARK.match(line.text):
            return False
        if line.generated:
            return False
        if " | " in before.text or " | " in line.text or line.lead:
            return False
        label = decisions.SHOUTED_LABEL.match(line.text) or decisions.OPENING_LABEL.match(line.text)
        ended = before.text.endswith(_END_MARKS) or (label and not before.text.endswith("was"))
        if self.step > 1 and self.is_short(before, line) and not line.text[0].islower():
            return False  # there no empty line tells where a paragraph ends
        return not (ended and self.is_short(before, line))

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


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, in order; joined by one blank they are the paragraph."""
    found, start = [], 0
    for stop in marks.SENTENCE_END.finditer(text):
        if marks.ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start() + 1):
            continue
        found.append(text[start : stop.end()].strip())
        start = stop.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return found
