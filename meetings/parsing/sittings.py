"""Does a text hold the minutes of one meeting, or of several?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.parsing.dates import named_days
from meetings.parsing.errors import NotMinutes
from meetings.parsing.lines import Line
from meetings.parsing.patterns import marks, persons, preamble, references, sittings

_ABOVE = 8  # lines with words between “Minutes of” and “Present”
_ALIKE = 0.6  # of the words of the shorter title


@dataclass(frozen=True, slots=True)
class _Head:
    """Title, date and list of those present: how the minutes of a meeting begin. ``at`` is a position in the lines."""

    line: Line
    at: int
    date: dt.date
    names: frozenset[str]  # the words that name the meeting, small

    def is_alike(self, other: _Head) -> bool:
        """Whether the titles may be those of one body's meetings: they share words, or one names nothing."""
        fewer = min(len(self.names), len(other.names))
        return len(self.names & other.names) >= _ALIKE * fewer


def require_one_meeting(printed: Sequence[Line]) -> None:
    """Raise `NotMinutes` where a second head stands below.

    ``printed`` are the lines with words. A sitting that was adjourned and goes on at another day is the same meeting;
    so are minutes of another one that an item quotes, or that are appended.
    """
    heads = list(_heads(printed))
    if len(heads) < 2:
        return
    first = heads[0]
    closing = next((at for at in range(first.at, len(printed)) if _closes(printed[at])), len(printed))
    for head in heads[1:]:
        same_day = head.date == first.date
        if same_day and head.is_alike(first):
            continue
        if closing < head.at or (not same_day and head.is_alike(first)):
            raise NotMinutes(
                "The file holds the minutes of two meetings: the second begins here. Divide it, a file for each.",
                line=head.line.place,
                fragment=head.line.text,
                code="several_meetings",
            )


def _closes(line: Line) -> bool:
    """Whether a line tells the end of a meeting, or waits for a signature."""
    return bool(references.MEETING_CLOSED.search(line.text) or marks.DOTTED_LINE.search(line.text))


def _heads(printed: Sequence[Line]) -> Iterator[_Head]:
    """The heads of minutes, in order; of one that is resumed or appended, none."""
    after = 0
    for index, line in enumerate(printed):
        label = persons.ATTENDANCE_LABEL.fullmatch(line.words)
        if label is None or not sittings.PRESENT.search(label["label"]):
            continue
        start = max(after, index - _ABOVE)
        titles = [at for at in range(start, index) if sittings.TITLE.match(printed[at].words)]
        after = index + 1
        if not titles:
            continue
        # “1. Minutes” is an item of the meeting above, where another line can be the title
        at = next((at for at in titles if not printed[at].words[0].isdigit()), titles[0])
        told = " ".join(above.words for above in printed[at:index])
        date = next((date for day in named_days(told) if day.year and (date := day.date())), None)
        above = [line.words for line in printed[max(at - 2, 0) : at]]
        if date is not None and not any(sittings.SAME_MEETING.search(words) for words in (told, *above)):
            yield _Head(
                printed[at], at, date, _names([told, *(words for words in above if sittings.BODY.fullmatch(words))])
            )


def _names(titles: Sequence[str]) -> frozenset[str]:
    """The words that name the meeting, without dates and formulae."""
    bare = " ".join(titles)
    for pattern in (preamble.DATE, preamble.TIME, preamble.HEAD_FORMULA):
        bare = pattern.sub(" ", bare)
    return frozenset(word.lower() for word in marks.WORD.findall(bare))
