"""Publish and withdraw."""

from __future__ import annotations

import logging

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from meetings.models import Meeting
from meetings.search import indexer
from meetings.storing.readings import apply_reading, newest_version, waiting_reading

log = logging.getLogger(__name__)


def publish_meeting(meeting: Meeting, *, by: User | None = None) -> bool:
    """Let the public see the meeting as its newest minutes tell it. Returns False where it does so already, and where
    no file stands for the meeting any more.

    A version that waits is applied first. The rows and the mark that the index is due are one transaction; the index
    follows after the commit, and where it cannot, the mark stays for the next one that writes.
    """
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
        waiting = waiting_reading(meeting)
        if (waiting is None and meeting.state == "published") or newest_version(meeting) is None:
            transaction.on_commit(indexer.follow)  # what an interrupted publication left to do
            return False
        if waiting is not None:
            apply_reading(waiting)
            meeting = waiting.meeting
        meeting.published_at = meeting.published_at or timezone.now()
        meeting.withdrawn_at = None
        _index_is_due(meeting)
        if by is not None:
            log.info("%s published %s", by, meeting.get_absolute_url())
    return True


def withdraw_meeting(meeting: Meeting, *, by: User | None = None) -> bool:
    """Take the meeting from the public at once; nothing is deleted. Returns False where it is not public."""
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
        if meeting.state != "published":
            return False
        meeting.withdrawn_at = timezone.now()
        _index_is_due(meeting)
        if by is not None:
            log.info("%s withdrew %s", by, meeting.get_absolute_url())
    return True


def _index_is_due(meeting: Meeting) -> None:
    meeting.index_due_since = timezone.now()
    meeting.save()
    transaction.on_commit(indexer.follow)
