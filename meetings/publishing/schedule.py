"""Publish at a set time. The worker asks what is due; what was looked at is published, and nothing else."""

from __future__ import annotations

import datetime as dt
import logging

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from meetings.models import Council, Meeting, Schedule
from meetings.models.history import deed
from meetings.publishing.deeds import CorrectionsLost, NewerVersion, locked, publish_meeting
from meetings.storing.readings import newest_version

log = logging.getLogger(__name__)


@deed("set a time to publish")
@transaction.atomic
def schedule_publication(
    meeting: Meeting, at: dt.datetime, *, by: User, version: str, note: str = "", show_changes: bool = True
) -> Schedule:
    """Publish that version of the meeting's minutes (`SourceFile.version`) at a time to come."""
    values = {"at": at, "by": by, "version": version, "note": note, "show_changes": show_changes, "hindrance": ""}
    return Schedule.objects.update_or_create(meeting=locked(meeting), defaults=values)[0]


@deed("took back the time to publish")
def unschedule_publication(meeting: Meeting, *, by: User) -> bool:
    """Returns whether there was a time set."""
    taken_back = bool(Schedule.objects.filter(meeting=meeting).delete()[0])
    if taken_back:
        log.info("%s took back the time to publish %s", by, meeting.get_absolute_url())
    return taken_back


class _Hindered(Exception):
    """Why minutes cannot be published at their time, in words for the clerk."""


def publish_due(now: dt.datetime | None = None) -> list[Meeting]:
    """Publish what is due by ``now``. What cannot be published is kept with the reason, and not tried again."""
    published = []
    for schedule in Schedule.objects.filter(at__lte=now or timezone.now(), hindrance="").select_related("by"):
        try:
            if _publish(schedule):
                published.append(schedule.meeting)
        except _Hindered as hindrance:
            Schedule.objects.filter(pk=schedule.pk, at=schedule.at).update(hindrance=str(hindrance))
            log.warning("%s was not published at its time: %s", schedule.meeting, hindrance)
    return published


def _publish(schedule: Schedule) -> bool:
    """Returns False where the public sees it already. Raises `_Hindered`."""
    meeting, by = schedule.meeting, schedule.by
    if not by.has_perm("meetings.publish_meeting") or not Council.objects.served_by(by).filter(
        pk=meeting.committee.council_id
    ):
        raise _Hindered(f"{by} may no longer publish these minutes.")
    if newest_version(meeting) is None:
        raise _Hindered("No file stands for these minutes any more.")
    try:
        return publish_meeting(
            meeting, by=by, version=schedule.version, note=schedule.note, show_changes=schedule.show_changes
        )
    except NewerVersion:
        raise _Hindered("The minutes were changed after the time was set.") from None
    except CorrectionsLost:
        raise _Hindered("The newest reading has no place for some corrections.") from None
