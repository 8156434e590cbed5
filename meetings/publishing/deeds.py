"""Publish, withdraw, confirm."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from meetings.correcting import black_out
from meetings.models import Correction, Meeting, Schedule
from meetings.models.history import deed
from meetings.publishing.editions import Told, record_edition
from meetings.search import indexer
from meetings.storing.projection import apply_reading, project, redacted_words
from meetings.storing.readings import lock_council, newest_version, waiting_reading

log = logging.getLogger(__name__)


class NewerVersion(Exception):
    """What is to be published is not what was looked at: another version came in meanwhile."""


class CorrectionsLost(Exception):
    """The newest reading has no place for some corrections, so that publishing it would undo them unseen."""

    def __init__(self, lost: Sequence[Correction]) -> None:
        super().__init__(f"{len(lost)} corrections found no place in the newest reading")
        self.lost = lost


@deed("published")
def publish_meeting(
    meeting: Meeting,
    *,
    by: User | None = None,
    version: str | None = None,
    note: str = "",
    show_changes: bool = True,
) -> bool:
    """Let the public see the meeting as its newest minutes tell it. Returns False where it does so already, and where
    no file stands for the meeting any more.

    ``version`` (`SourceFile.version`) is what was looked at; `NewerVersion` is raised where it is not the newest.
    Raises `CorrectionsLost` where a clerk must first look at what became of corrections. ``note`` and, if
    ``show_changes``, what differs are told to the public where it has seen the minutes before.
    A version that waits is applied first. The rows and the mark that the index is due are one transaction; the index
    follows after the commit, and where it cannot, the mark stays for the next one that writes.
    """
    with transaction.atomic():
        meeting = locked(meeting)
        waiting, newest = waiting_reading(meeting), newest_version(meeting)
        if version is not None and newest is not None and newest.version != version:
            raise NewerVersion
        if newest is None:
            return False
        Schedule.objects.filter(meeting=meeting).delete()
        if waiting is None and meeting.state == "published":
            transaction.on_commit(indexer.follow)  # what an interrupted publication left to do
            return False
        if lost := project(newest).lost:
            raise CorrectionsLost(lost)
        seen_before, before = meeting.published_at is not None, Told.of(meeting)
        show_changes = show_changes and meeting.state == "published"  # why it was withdrawn may stand in its words
        if waiting is not None:
            apply_reading(waiting)
            meeting = waiting.meeting
        meeting.published_at = meeting.published_at or timezone.now()
        meeting.withdrawn_at = None
        meeting.withdrawal_reason = ""
        meeting.erased_at = None
        if seen_before:
            note = black_out(note, redacted_words(meeting))
            record_edition(meeting, before, note=note, show_changes=show_changes, by=by)
        index_is_due(meeting)
        _log_after_commit(by, "published", meeting)
    return True


@deed("withdrew")
def withdraw_meeting(meeting: Meeting, *, by: User | None = None, reason: str = "") -> bool:
    """Take the meeting from the public at once; nothing is deleted, and its address tells the ``reason``, its redacted
    words blacked. Returns False where it is not public."""
    with transaction.atomic():
        meeting = locked(meeting)
        if meeting.state != "published":
            return False
        meeting.withdrawn_at = timezone.now()
        meeting.withdrawal_reason = black_out(reason, redacted_words(meeting))
        Schedule.objects.filter(meeting=meeting).delete()
        index_is_due(meeting)
        _log_after_commit(by, "withdrew", meeting)
    return True


@deed("confirmed")
def confirm_meeting(meeting: Meeting, on: dt.date | None, *, by: User | None = None) -> None:
    """Say by hand when the minutes were confirmed, where no later minutes tell it; None takes that back."""
    with transaction.atomic():
        meeting = locked(meeting)
        meeting.confirmed_on = on
        meeting.save(update_fields=["confirmed_on", "updated_at"])
        _log_after_commit(by, "confirmed" if on else "took back the confirmation of", meeting)


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now; until the transaction ends, no other deed is done in its council."""
    lock_council(meeting.committee.council_id)
    return Meeting.objects.select_for_update().select_related("committee__council").get(pk=meeting.pk)


def index_is_due(meeting: Meeting) -> None:
    """The public sees other rows once this commits: the index follows then, and till then a mark tells that it must."""
    meeting.index_due_since = timezone.now()
    meeting.save(
        update_fields=[
            "published_at",
            "withdrawn_at",
            "withdrawal_reason",
            "erased_at",
            "index_due_since",
            "updated_at",
        ]
    )
    transaction.on_commit(indexer.follow)


def _log_after_commit(by: User | None, deed: str, meeting: Meeting) -> None:
    if by is not None:
        transaction.on_commit(lambda: log.info("%s %s %s", by, deed, meeting.get_absolute_url()))
