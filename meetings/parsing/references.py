"""Step 7: which other meetings do the minutes name? Those whose minutes were confirmed, and the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from meetings.parsing.dates import NamedDay, named_days, named_times
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import NextMeeting, ParsedConfirmation, ParsedItem, Span
from meetings.parsing.patterns import preamble, references


def read_confirmations(items: Sequence[ParsedItem], meeting: dt.date) -> tuple[ParsedConfirmation, ...]:
    """The earlier meetings whose minutes a resolution of this one approved.

    Where the resolution names no day, it is the one of its item's title.
    """
    found: dict[dt.date, ParsedConfirmation] = {}
    for item in items:
        for resolution in item.resolutions:
            if resolution.outcome not in ("carried", "noted") or not references.APPROVES_MINUTES.search(
                resolution.text
            ):
                continue
            days = _earlier(resolution.text, meeting)
            if not days and preamble.MINUTES_WORD.search(item.title):
                days = _earlier(item.title, meeting)
            for day in days:
                found.setdefault(day, ParsedConfirmation(day, resolution.span))
    return tuple(found.values())


def read_next_meeting(items: Sequence[tuple[str, tuple[Paragraph, ...]]], meeting: dt.date) -> NextMeeting | None:
    """The next meeting of the same body, out of titles and paragraphs: under a heading of that name, else as a
    sentence tells."""
    for title, paragraphs in items:
        if not references.NEXT_MEETING_TITLE.search(title):
            continue
        for sentence, span in _sentences(paragraphs):
            if told := _told(sentence, span, meeting):
                return told
        if paragraphs and (told := _told(title, paragraphs[0].span, meeting)):
            return told
    for _, paragraphs in items:
        for sentence, span in _sentences(paragraphs):
            named = references.NEXT_MEETING.search(sentence)
            if named and (told := _told(sentence[named.start() :], span, meeting)):
                return told
    return None


def _earlier(text: str, meeting: dt.date) -> list[dt.date]:
    """The days before the meeting that a text names behind the word “minutes”."""
    word = preamble.MINUTES_WORD.search(text)
    days = (day.before(meeting) for day in named_days(text) if word and day.start > word.start())
    return [day for day in days if day is not None and day < meeting]


def _told(sentence: str, span: Span, meeting: dt.date) -> NextMeeting | None:
    for day in named_days(sentence):
        date = day.after(meeting)
        if date is not None and date > meeting:
            time = next(named_times(sentence), None)
            return NextMeeting(date, time.time if time else None, _place(sentence, day, time.end if time else 0), span)
    return None


def _place(sentence: str, day: NamedDay, time_end: int) -> str | None:
    place = references.AT_PLACE.match(sentence, max(day.end, time_end))
    return place["place"].strip(" ,") if place else None


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Span]]:
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            yield sentence, paragraph.span
