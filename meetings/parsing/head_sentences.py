"""Which lines of the head are one statement, and what do they add up to?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from meetings.parsing.bodies import is_shouted
from meetings.parsing.dates import named_days
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import Layout, sentences
from meetings.parsing.parsed import Note, Span
from meetings.parsing.patterns import marks, preamble

_WIDEST_GAP = 2  # lines: a blank one may stand within a sentence of the head
_FRAGMENT = 2  # words on a line of their own that belong to the sentence above, which names no day yet
_SHORTEST_SHOUTED_LINE = 40  # characters: a shorter line was not broken for the page's width
_WIDEST_LINE = 90


@dataclass(slots=True)
class Heading:
    """The facts of the meeting itself; ``spans`` tells where each was read, ``read`` which lines hold nothing else."""

    date: dt.date | None = None
    council: str | None = None
    committee: str | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    status: Literal["draft"] | None = None
    signatory: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    read: set[Line] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def tell(self, fact: str, value: object, span: Span) -> None:
        """Set a fact that is not known yet."""
        if value is not None and getattr(self, fact) is None:
            setattr(self, fact, value)
            self.spans[fact] = span


@dataclass(frozen=True, slots=True)
class HeadSentence:
    """Lines of the head that are one statement."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        return Span(self.lines[0].place, self.lines[-1].place)


def head_sentences(lines: Sequence[Line], layout: Layout) -> Iterator[HeadSentence]:
    """The head's lines each for itself; what says “Minutes of … held” over several lines is joined."""
    run: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        if run and not _goes_on(run, line, layout):
            yield from _joined(run)
            run = []
        run.append(line)
    yield from _joined(run)


def _joined(run: Sequence[Line]) -> Iterator[HeadSentence]:
    text = ""
    for line in run:
        broken = text.endswith("-") and line.words[:2].isalpha() and len(line.words) > 1
        text = text + line.words if not text or broken else f"{text} {line.words}"
    whole = [text] if preamble.HEAD_LABEL.fullmatch(text) else sentences(text)
    yield from (HeadSentence(tuple(run), sentence) for sentence in whole)


def _goes_on(run: Sequence[Line], line: Line, layout: Layout) -> bool:
    before = run[-1].words
    row = " | " in before or " | " in line.words or marks.LIST_MARK.match(line.text)
    if row or line.place - run[-1].place > _WIDEST_GAP or preamble.HEAD_LABEL.fullmatch(line.words):
        return False
    held = any(preamble.HELD.search(above.words) for above in run)
    if held and preamble.HELD.match(line.words):
        return False
    if preamble.UNFINISHED.search(before) or preamble.GOES_ON.match(line.words):
        return True
    text = " ".join(above.words for above in run)
    tells = preamble.MINUTES_OF.match(text) or preamble.TELLS_MEETING.search(text)
    another = is_prose(line.words) and any(named_days(text))
    broken = bool(tells) and not before.endswith(".") and not another and _is_full(run[-1], line, layout)
    fragment = held and len(line.words.split()) <= _FRAGMENT and not any(named_days(text))
    return bool((held and preamble.STARTS_WITH_DAY.match(line.words)) or broken or fragment)


def _is_full(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line was broken for the page's width; in capitals, which are wide, it has fewer letters."""
    if is_shouted(before.words) and is_shouted(line.words):
        return len(before.words) > _SHORTEST_SHOUTED_LINE
    return bool((layout.width and not layout.is_short(before, line)) or len(before.words) > _WIDEST_LINE)


def is_prose(text: str) -> bool:
    """Whether a text has a verb; “May” in a date and “approved” in a remark are none."""
    return marks.FINITE_VERB.search(preamble.REMARK.sub(" ", preamble.DATE.sub(" ", text))) is not None


def is_of_meeting(text: str) -> bool:
    """Whether words of the head are about the meeting itself: labelled, no sentence, or one that says where it was."""
    if preamble.HEAD_LABEL.fullmatch(text) or not is_prose(text):
        return True
    return bool(preamble.TELLS_MEETING.search(text)) and not preamble.OF_EARLIER.search(text)
