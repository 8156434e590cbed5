"""Step 7: which other meetings do the minutes name? Those whose minutes were confirmed, and the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from meetings.parsing.dates import NamedDay, NamedTime, named_days, named_times
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import (
    NOWHERE,
    NextMeeting,
    ParsedConfirmation,
    ParsedItem,
    ParsedResolution,
    Span,
)
from meetings.parsing.patterns import references

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = 130  # characters behind “next meeting” in which its day is told
_EARLIEST_HOUR = 8  # “at 7.30”, without am or pm, is in the evening


def read_confirmations(items: Sequence[ParsedItem], meeting: dt.date | None) -> tuple[ParsedConfirmation, ...]:
    """The earlier meetings whose minutes a resolution of this one approved.

    Where the resolution names no day, it is the one of its item's title, or of the sentence that names the minutes.
    """
    found: dict[dt.date, ParsedConfirmation] = {}
    for item in items:
        for resolution in item.resolutions:
            if resolution.outcome not in ("carried", "noted") or not references.APPROVES_MINUTES.search(
                resolution.text
            ):
                continue
            days = _earlier(resolution.text, meeting)
            named = bool(_days(resolution.text))
            if not named and references.MINUTES.search(item.title):
                days = _earlier(item.title, meeting)
            if not named and not days:
                told = (_earlier(sentence, meeting) for sentence in sentences(item.text.replace("\n\n", " ")))
                days = next(filter(None, told), [])
            for day in days:
                found.setdefault(day, ParsedConfirmation(day, resolution.span))
    return tuple(found.values())


def read_next_meeting(
    items: Sequence[tuple[str, tuple[Paragraph, ...]]],
    meeting: dt.date | None,
    decided: Sequence[ParsedResolution] = (),
    own: str | None = None,
) -> NextMeeting | None:
    """The next meeting of the body ``own``, out of titles and paragraphs: under a heading of that name, else as a
    sentence tells, in the last item first, else as was decided."""
    for title, paragraphs in items:
        if not references.NEXT_MEETING_TITLE.search(title):
            continue
        span = paragraphs[0].span if paragraphs else NOWHERE
        for sentence, place in _sentences(paragraphs):
            if told := _told(sentence, place, meeting):
                return told if told.time else replace(told, time=_time_above(paragraphs, place))
        if told := _told(title, span, meeting):
            return told
    for _, paragraphs in [*items[-1:], *items[:-1]]:
        for sentence, span in _sentences(paragraphs):
            named = references.NEXT_MEETING.search(sentence)
            if named is None or _is_of_others(sentence[named.start() :], own):
                continue
            if told := _told(sentence[named.start() :], span, meeting, _NEAR):
                return told
    for resolution in decided:
        if references.MEETING_FIXED.search(resolution.text) and (
            told := _told(resolution.text, resolution.span, meeting)
        ):
            return told
    return None


def _earlier(text: str, meeting: dt.date | None) -> list[dt.date]:
    """The days before the meeting that a text names behind the word “minutes”."""
    word = references.MINUTES.search(text)
    days = (day.before(meeting) for day in _days(text) if word and day.start > word.start())
    return [day for day in days if day is not None and (meeting is None or day < meeting)]


def _is_of_others(words: str, own: str | None) -> bool:
    """Whether “the next meeting of the …” is that of another body."""
    named = references.MEETING_OF.match(words)
    if named is None or own is None:
        return False
    known = own.lower()
    return not any(word.lower() in known for word in references.BODY_WORD.findall(named["body"]))


def _told(sentence: str, span: Span, meeting: dt.date | None, near: int = 400) -> NextMeeting | None:
    """The first day behind the meeting's that begins within ``near`` characters, with its time and place."""
    for day in _days(sentence):
        date = day.after(meeting)
        if day.start <= near and date is not None and (meeting is None or date > meeting):
            time = _time_near(sentence, day)
            return NextMeeting(date, time.time if time else None, _place(sentence, day, time.end if time else 0), span)
    return None


def _days(text: str) -> list[NamedDay]:
    """The days that a text names, “June 18” without a year among them."""
    found = list(named_days(text))
    for printed in references.MONTH_FIRST.finditer(text):
        if not any(day.start < printed.end() and printed.start() < day.end for day in found):
            month = _MONTHS.index(printed["month"][:3].lower()) + 1
            found.append(NamedDay(int(printed["day"]), month, None, None, printed.start(), printed.end()))
    return sorted(found, key=lambda day: day.start)


def _time_near(sentence: str, day: NamedDay) -> NamedTime | None:
    """The first time of day behind a day, else the last before it: “the one at 7.15pm and ours at 7.30pm on 16 May”."""
    times = _times(sentence)
    return next((time for time in times if time.start >= day.end), None) or next(reversed(times), None)


def _time_above(paragraphs: Sequence[Paragraph], place: Span) -> dt.time | None:
    """The time of day that a list of meetings is headed with."""
    for sentence, span in _sentences(paragraphs):
        if span == place:
            return None
        if not references.MEETING_CLOSED.search(sentence) and (times := _times(sentence)):
            return times[0].time
    return None


def _times(text: str) -> list[NamedTime]:
    """The times of day that a text names; “at 7.30” is in the evening."""
    times = list(named_times(text))
    for bare in references.BARE_TIME.finditer(text):
        if not any(time.start <= bare.start("hour") < time.end for time in times):
            hour = int(bare["hour"])
            evening = dt.time(hour + 12 if hour < _EARLIEST_HOUR else hour, int(bare["minute"]))
            times.append(NamedTime(evening, bare.start("hour"), bare.end()))
    return sorted(times, key=lambda time: time.start)


def _place(sentence: str, day: NamedDay, time_end: int) -> str | None:
    place = references.AT_PLACE.match(sentence, max(day.end, time_end))
    return place["place"].strip(" ,") if place else None


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Span]]:
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            yield sentence, paragraph.span
