"""What do minutes print of their day that tells no date, and on which day were they said to be?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from meetings.parsing.dates import NamedDay, impossible_day, named_days
from meetings.parsing.head_sentences import Heading, is_prose
from meetings.parsing.lines import Line
from meetings.parsing.parsed import Note

_MOST_YEARS = 4  # that a weekday leaves open: more tell nothing


def settle_date(heading: Heading, given: dt.date | None, head: Sequence[Line], text: Sequence[Line]) -> dt.date | None:
    """The day of the meeting: the one that was ``given``, else the heading's. A note says where the file does not print
    it; a given one that the file does not print has no place."""
    printed = heading.date
    if printed is not None and given in (None, printed):
        return printed
    message, line = _what_is_printed(head, text)
    if printed is not None:
        message, line = f"The day that was read in the minutes is {_long(printed)}.", heading.spans.pop("date").first
    if given is None:
        heading.notes.append(Note("no_date", message, line))
    else:
        heading.notes.append(Note("date_given", f"{message} The day was given as {_long(given)}.", line))
    return given


def _what_is_printed(head: Sequence[Line], text: Sequence[Line]) -> tuple[str, int | None]:
    """What the head prints instead of a date, in words for the clerk, and its line."""
    for line in head:
        if printed := impossible_day(line.words):
            return f"The minutes print “{printed}”, which is no day of the calendar.", line.place
    for line in head:
        day = next(named_days(line.words), None)
        if day is not None and day.year is None and not is_prose(line.words):
            printed = line.words[day.start : day.end].strip(" ,")
            return f"The minutes print “{printed}” without a year.{_years_of_weekday(day, text)}", line.place
    return "The minutes print no date.", None


def _years_of_weekday(day: NamedDay, text: Sequence[Line]) -> str:
    """The years, at most one from a year of the days that the text prints, in which a day fell on its weekday."""
    if day.weekday is None:
        return ""
    near = {year + step for year in _years(text) for step in (-1, 0, 1)}
    years = sorted(year for year in near if (date := day.within(year)) and date.weekday() == day.weekday)
    if not 0 < len(years) <= _MOST_YEARS:
        return ""
    return f" The weekday is that of {' or '.join(map(str, years))}, near the other days of the text."


def _years(text: Sequence[Line]) -> Iterator[int]:
    return (named.year for line in text for named in named_days(line.words) if named.year)


def _long(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"
