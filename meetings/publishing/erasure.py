"""Erase a meeting for good: rows, histories, files, index. In two steps, and logged without what was erased."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.db import OperationalError, connection, models, transaction
from django.utils import timezone

from meetings.models import (
    Attendance,
    Confirmation,
    Correction,
    Edition,
    Erasure,
    IngestJob,
    Item,
    Meeting,
    MistakeReport,
    Person,
    Redaction,
    RetiredItemAddress,
    Schedule,
    SourceFile,
)
from meetings.models.history import deed
from meetings.publishing.deeds import index_is_due, locked
from meetings.search import indexer

log = logging.getLogger(__name__)

OF_A_MEETING: tuple[tuple[Any, str], ...] = (
    (IngestJob, "source__meeting"),
    (Schedule, "meeting"),
    (Correction, "meeting"),
    (Redaction, "meeting"),
    (Edition, "meeting"),
    (MistakeReport, "meeting"),
    (Confirmation, "by"),
    (Attendance, "meeting"),
    (Item, "meeting"),
    (RetiredItemAddress, "meeting"),
    (SourceFile, "meeting"),
)
"""What hangs on a meeting, by the way to it; what hangs on these goes with them."""

KEPT = frozenset(
    {"id", "committee", "date", "sequence", "slug", "published_at", "index_due_since", "created_at", "updated_at"}
)
"""The columns of a meeting that its address needs, and those that tell nothing of what was minuted."""


class NotAdministrator(Exception):
    """Only an administrator erases."""


@deed("asked to erase")
@transaction.atomic
def ask_erasure(meeting: Meeting, *, reason: str, by: User) -> Erasure:
    """The first step: nothing is erased yet. Raises `NotAdministrator`."""
    _require_administrator(by)
    asked = Erasure.objects.filter(meeting=meeting, done_at=None)
    asked.delete()
    return Erasure.objects.create(meeting=meeting, address=meeting.get_absolute_url(), reason=reason, asked_by=by)


@deed("erased")
def erase(erasure: Erasure, *, by: User) -> bool:
    """The second step: nothing of the meeting stays but, where it was public, its address, which tells that it was
    erased. Returns False where it is done already. Raises `NotAdministrator`."""
    _require_administrator(by)
    with transaction.atomic():
        if erasure.meeting is None:
            return False
        meeting = locked(erasure.meeting)
        erasure.refresh_from_db()
        if erasure.done_at is not None:
            return False
        erasure.files = list(meeting.sources.values_list("content", flat=True))
        erasure.counts = _erase_rows(meeting)
        erasure.done_at, erasure.done_by = timezone.now(), by
        if meeting.published_at is None:
            erasure.meeting = None
        erasure.save()
        if meeting.published_at is None:
            pk = meeting.pk
            meeting.delete()
            Meeting.history.filter(id=pk).delete()
        else:
            _empty(meeting)
        transaction.on_commit(lambda: _delete_files(erasure))
    log.info("%s erased %s", by, erasure.address)
    return True


def finish_erasures() -> int:
    """What is left to do of erasures, by the worker: the files, and an index whose own files hold nothing of it any
    more. Returns how many it finished. Raises IndexBusy, SearchUnavailable, and OperationalError while others read what
    is to go."""
    unfinished = list(Erasure.objects.filter(finished_at=None).exclude(done_at=None))
    if not unfinished:
        return 0
    for erasure in unfinished:
        _delete_files(erasure)
    indexer.rebuild()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # else what was erased may stay in the log of writes for a while
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise OperationalError("readers hold the log of writes, in which erased words may stand: once more")
    return Erasure.objects.filter(pk__in=[erasure.pk for erasure in unfinished]).update(finished_at=timezone.now())


def counts_of(meeting: Meeting) -> dict[str, int]:
    """How many rows of each kind hang on the meeting, by their kind's name."""
    found = [(model._meta, _of(meeting, model, way).count()) for model, way in OF_A_MEETING]
    return {str(told.verbose_name if n == 1 else told.verbose_name_plural): n for told, n in found if n}


def _require_administrator(by: User) -> None:
    if not (by.is_active and by.is_superuser):
        raise NotAdministrator


def _erase_rows(meeting: Meeting) -> dict[str, int]:
    counts = counts_of(meeting)
    for model, way in OF_A_MEETING:
        rows = _of(meeting, model, way)
        _forget_history(rows)
        if hasattr(model, "history"):
            model.history.filter(**{way: meeting.pk}).delete()  # of rows that are gone already
        rows.delete()
    unnamed = Person.objects.filter(council=meeting.committee.council, attendances=None, votes=None)
    unnamed = unnamed.filter(moved=None, seconded=None)
    _forget_history(unnamed)
    Person.objects.filter(pk__in=list(unnamed.values_list("pk", flat=True))).delete()
    # the deletions above were told in the histories too
    for model, _ in (*OF_A_MEETING, (Person, "")):
        if hasattr(model, "history"):
            model.history.filter(history_type="-", history_change_reason="erased").delete()
    return counts


def _empty(meeting: Meeting) -> None:
    """The row keeps what its address needs, and tells that it was erased."""
    for field in Meeting._meta.concrete_fields:
        if field.name not in KEPT:
            setattr(meeting, field.name, field.get_default())
    meeting.withdrawn_at = meeting.erased_at = timezone.now()
    _forget_history(Meeting.objects.filter(pk=meeting.pk))
    meeting.save()
    index_is_due(meeting)


def _forget_history(rows: models.QuerySet[Any]) -> None:
    model: Any = rows.model
    if hasattr(model, "history"):
        model.history.filter(id__in=list(rows.values_list("pk", flat=True))).delete()


def _of(meeting: Meeting, model: Any, way: str) -> models.QuerySet[Any]:
    return model.objects.filter(**{way: meeting})


def _delete_files(erasure: Erasure) -> None:
    for name in erasure.files:
        if not SourceFile.objects.filter(content=name).exists():  # uploaded again since
            default_storage.delete(name)
