"""What a search finds, and the log of the desk, as tables for a spreadsheet."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Iterable, Iterator

from django.utils.html import strip_tags

from meetings.representations.log import Entry
from meetings.search.hits import Hit

MOST_ROWS = 10_000

COLUMNS = ("council", "committee", "date", "number", "title", "passage", "outcomes", "address")

LOG_COLUMNS = ("at", "by", "deed", "kind", "subject", "field", "before", "after")

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would carry out."""


def csv_of(hits: Iterable[Hit], total: int, absolute: Callable[[str], str]) -> Iterator[str]:
    """The lines of the table, from its head on; where more than ``MOST_ROWS`` were found, the last one says so."""
    yield "\ufeff" + _line(COLUMNS)  # the mark by which a spreadsheet knows UTF-8
    for hit in hits:
        meeting = hit.item.meeting
        yield _line(
            (
                meeting.committee.council.name,
                meeting.committee.name,
                meeting.date.isoformat(),
                hit.item.full_number,
                hit.item.heading,
                html.unescape(strip_tags(hit.passage)),
                "; ".join(dict.fromkeys(resolution.outcome for resolution in hit.item.resolutions.all())),
                absolute(hit.item.get_absolute_url()),
            )
        )
    if total > MOST_ROWS:
        yield _line((f"The first {MOST_ROWS:,} of {total:,} items: narrow the search down for the others.",))


def csv_of_log(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of the table, from its head on: one for each field that was changed."""
    yield "\ufeff" + _line(LOG_COLUMNS)
    for entry in entries:
        told = (entry.at.isoformat(), entry.by, entry.deed, entry.kind, entry.subject)
        for change in entry.changes:
            yield _line((*told, change.field, change.before, change.after))
        if not entry.changes:
            yield _line((*told, "", "", ""))


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in cells)
    return written.getvalue()
