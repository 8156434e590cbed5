"""Which days and times of day does a piece of text name?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.parsing.patterns import preamble

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}  # minutes
_CENTURY_TURNS = 70  # 69 is 2069, 70 is 1970


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as printed: ``year`` is None where none is printed; ``weekday`` counts from Monday, 0; ``doubtful`` says
    that day and month are both numbers that a month can have."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int
    doubtful: bool = False

    def date(self) -> dt.date | None:
        """The date, None where the year is not printed or the calendar has no such day."""
        return _date(self.year, self.month, self.day) if self.year else None

    def before(self, meeting: dt.date | None) -> dt.date | None:
        """The date, in a missing year the latest before the meeting, if its day is known."""
        if self.year or meeting is None:
            return self.date()
        return next(
            (day for year in (meeting.year, meeting.year - 1) if (day := self.within(year)) and day < meeting), None
        )

    def after(self, meeting: dt.date | None) -> dt.date | None:
        """The date, in a missing year the first after the meeting, if its day is known."""
        if self.year or meeting is None:
            return self.date()
        return next(
            (day for year in (meeting.year, meeting.year + 1) if (day := self.within(year)) and day > meeting), None
        )

    def within(self, year: int) -> dt.date | None:
        """The date in a year, None where that year has no such day."""
        return _date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time of day as printed."""

    time: dt.time
    start: int
    end: int


def named_days(text: str) -> Iterator[NamedDay]:
    """The days that the text names, in its order; those that no calendar has are left out."""
    for match in preamble.DATE.finditer(text):
        named = _named_day(match)
        if named is not None:
            yield named


def impossible_day(text: str) -> str | None:
    """The words of the first day in the text that no calendar of meetings has: “30th February, 2025”."""
    return next(
        (
            match[0]
            for match in preamble.PRINTED_DAY.finditer(text)
            if not any(day.year and day.date() for day in named_days(match[0]))
        ),
        None,
    )


def named_times(text: str) -> Iterator[NamedTime]:
    """The times of day that the text names, in its order."""
    for match in preamble.TIME.finditer(text):
        time = _time(match)
        if time is None:
            continue
        begun = preamble.RANGE_START.search(text, max(0, match.start() - 14), match.start())
        if begun and match["half"]:
            yield NamedTime(_before(begun, time), begun.start(), begun.end())
        yield NamedTime(time, match.start(), match.end())


def _named_day(match: re.Match[str]) -> NamedDay | None:
    found = match.groupdict()
    doubtful = False
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    elif found["day_digits"]:
        day, month = int(found["day_digits"]), int(found["month_digits"])
        year = _full_year(found["year_digits"])
        if month > 12 >= day:  # “04/25/21”
            day, month = month, day
        doubtful = day != month and max(day, month) <= 12
    else:
        day = int(found["day"] or found["day_second"])
        month = _MONTHS.index((found["month"] or found["month_first"])[:3].lower()) + 1
        year = int(found["year"] or found["year_last"] or 0)
    if _date(year or 2000, month, day) is None:
        return None
    weekday = _WEEKDAYS.index(found["weekday"].lower()) if found["weekday"] else None
    return NamedDay(day, month, year or None, weekday, match.start(), match.end(), doubtful)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year >= 100 else year + (2000 if year < _CENTURY_TURNS else 1900)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _before(begun: re.Match[str], end: dt.time) -> dt.time:
    """The beginning of “6.30 - 8 pm”: in the same half of the day, or before noon where that would be after the end."""
    hour, minute = int(begun["hour"]) % 24, int(begun["minute"] or 0)
    later = hour + 12 if hour < 12 and end.hour >= 12 else hour
    return dt.time(later, minute) if dt.time(later, minute) <= end else dt.time(hour, minute)


def _time(match: re.Match[str]) -> dt.time | None:
    found = match.groupdict()
    if found["word"]:
        return dt.time(12)
    if found["hour_told"]:
        return _told_time(found)
    hour = int(found["hour"] or found["hour_24"] or found["hour_four"])
    minute = int(found["minute"] or found["minute_run"] or found["minute_24"] or found["minute_four"] or 0)
    half = (found["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif (half.startswith("a") and hour == 12) or half == "midnight":
        hour = 0
    return dt.time(hour, minute) if hour < 24 else None


def _told_time(found: dict[str, str | None]) -> dt.time | None:
    """“half past seven in the evening”, “8 o'clock in the morning”."""
    told = (found["hour_told"] or "").lower()
    hour = int(told) if told.isdigit() else _HOURS.index(told) + 1
    if not 1 <= hour <= 12:
        return None
    past = (found["past"] or "").lower()
    morning = (found["part"] or "").lower() == "morning" or (found["told_half"] or "").lower().startswith("a")
    minutes = (hour % 12 + (0 if morning else 12)) * 60 + _PAST.get(past, 0)
    return dt.time(minutes // 60, minutes % 60)
