"""When did the meeting begin and end, as its sentences tell?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from meetings.parsing.dates import named_times
from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Span
from meetings.parsing.patterns import references


def read_start_time(paragraphs: Iterable[Paragraph]) -> tuple[dt.time, Span] | None:
    """When the meeting began, as the first of the paragraphs that says so tells."""
    for paragraph in paragraphs:
        if opened := references.MEETING_OPENED.search(paragraph.text):
            time = next(named_times(paragraph.text[opened.end() : opened.end() + 20]), None)
            if time is not None and time.start <= 1:
                return time.time, paragraph.span
    return None


def read_end_time(paragraphs: Sequence[Paragraph]) -> tuple[dt.time, Span] | None:
    """When the meeting closed, as the last paragraph that says so tells."""
    for paragraph in reversed(paragraphs):
        for closed in references.MEETING_CLOSED.finditer(paragraph.text):
            time = next(named_times(paragraph.text[closed.end() : closed.end() + 20]), None)
            if time is not None and time.start <= 1:
                return time.time, paragraph.span
    return None
