"""The log of the desk: who did what when, with what stood before and after, drawn together from all histories."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.formats import date_format

from meetings.models import (
    Committee,
    Correction,
    Council,
    Erasure,
    Meeting,
    MistakeReport,
    Person,
    Redaction,
    Schedule,
    SourceFile,
)
from meetings.representations.corrections import before_and_after, in_words, subject

OF_MEETING = "meeting__committee__council"
LOGGED: tuple[tuple[type[Model], str], ...] = (
    (Meeting, "committee__council"),
    (SourceFile, OF_MEETING),
    (Correction, OF_MEETING),
    (Redaction, OF_MEETING),
    (Schedule, OF_MEETING),
    (MistakeReport, OF_MEETING),
    (Committee, "council"),
    (Person, "council"),
    (Council, "id"),
    (User, ""),
    (Erasure, ""),
)
"""Each model with a history, and the way from its rows to their council; accounts are of none."""

TOLD_WHEN_MADE: dict[type[Model], tuple[str, ...]] = {
    SourceFile: ("name", "sha256"),
    Redaction: ("words", "reason"),
    Schedule: ("at",),
}
INNER = frozenset(
    (
        *("applied_at", "read_at", "filed_at", "corrected_at", "current_source", "reverted_by", "version"),
        *("parser_version", "settled_by"),
    )
)
"""Fields by which the portal keeps its own books: the deed tells what they would."""
DEEDS = {"+": "made", "~": "changed", "-": "deleted"}
LONGEST = 2000  # characters of a value that are told


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row; values as words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one row. ``by`` is empty for what no account did: a command, the worker."""

    at: dt.datetime
    by: str
    deed: str
    kind: str
    subject: str
    changes: tuple[Change, ...]


def entries(user: User, *, until: dt.datetime | None = None, meeting: Meeting | None = None) -> Iterator[Entry]:
    """The latest first: what was done in the councils that the user serves, an administrator sees all. Before
    ``until``; only about ``meeting``, if one is given."""
    rows = heapq.merge(
        *(_records(model, way, user, until, meeting) for model, way in LOGGED),
        key=lambda record: (record.history_date, record.pk),
        reverse=True,
    )
    for record in rows:
        changes = _changes(record)
        if changes or record.history_type != "~":
            yield Entry(
                record.history_date,
                str(record.history_user or ""),
                record.history_change_reason or DEEDS[record.history_type],
                str(record.instance_type._meta.verbose_name),
                _subject(record),
                changes,
            )


def _records(model: Any, way: str, user: User, until: dt.datetime | None, meeting: Meeting | None) -> Iterator[Any]:
    records = model.history.select_related("history_user").order_by("-history_date", "-history_id")
    if until is not None:
        records = records.filter(history_date__lt=until)
    if meeting is not None:
        records = records.filter(_about(model, meeting))
    if not user.is_superuser:
        if not way:
            return iter(())
        records = records.filter(**{f"{way}__in": list(Council.objects.served_by(user).values_list("pk", flat=True))})
    return records.iterator(chunk_size=200)


def _about(model: type[Model], meeting: Meeting) -> Q:
    if model is Meeting:
        return Q(id=meeting.pk)
    return Q(meeting=meeting.pk) if hasattr(model, "meeting") else Q(pk=None)


def _changes(record: Any) -> tuple[Change, ...]:
    if record.history_type == "+":
        return _made(record)
    before = record.prev_record
    if before is None or record.history_type == "-":
        return ()
    delta = record.diff_against(before)
    changed = [change for change in delta.changes if change.field not in INNER]
    return tuple(Change(change.field, _words(change.old), _words(change.new)) for change in changed)


def _made(record: Any) -> tuple[Change, ...]:
    """What a new row says that the log should."""
    if record.instance_type is Correction:
        before, after = before_and_after(record)
        return (Change(record.field or record.kind, _cut(before), _cut(after)),)
    fields = TOLD_WHEN_MADE.get(record.instance_type, ())
    return tuple(Change(field, "", _words(getattr(record, field))) for field in fields)


def _subject(record: Any) -> str:
    """The row as it was then; what it hangs on may be gone."""
    try:
        if record.instance_type is Correction:
            return f"{subject(record)}, {record.instance.meeting}"
        if record.instance_type is Redaction:
            return f"“{record.words}”, {record.instance.meeting}"
        return str(record.instance)
    except Exception:  # noqa: BLE001 # a row of the log outlives what it tells of
        return f"{record.instance_type._meta.verbose_name} {record.id}"


def _words(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, dt.datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i:s")
    return _cut(in_words(value) if isinstance(value, dict | list | dt.date) else str(value))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
