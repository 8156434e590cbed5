"""A reading → its meeting: filed as a version of the minutes, and applied where the public does not see them yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.contrib.auth.models import User
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from meetings.models import Attendance, Committee, Confirmation, Council, Meeting, SourceFile
from meetings.parsing.parsed import ParsedMinutes
from meetings.parsing.reading import Reading
from meetings.storing.bodies import Body, find_or_make_committee, require_theirs
from meetings.storing.items import store_items
from meetings.storing.people import PeopleOfMeeting

READ_FIELDS = [
    *("start_time", "end_time", "venue", "signatory", "marked_draft", "next_date", "next_time", "next_venue"),
    *("current_source", "updated_at"),
]
"""The columns of a meeting that a reading fills; publishing's own are not among them."""

Outcome = Literal["created", "updated", "waiting", "unchanged"]


class AlreadyPublished(Exception):
    """The same file is already published as another committee's minutes."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"This very file is already published as {meeting}. Withdraw it there before filing it elsewhere."
        )
        self.meeting = meeting


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one reading. ``waiting``: the meeting is public, and the reading shows once it is published."""

    source: SourceFile
    outcome: Outcome
    new_committee: bool = False

    @property
    def meeting(self) -> Meeting:
        return self.source.meeting


@transaction.atomic
def keep_reading(reading: Reading, content: File, *, body: Body, by: User | None = None, restore: bool = False) -> Kept:
    """File a reading with the bytes that it was made from, in one transaction that may be repeated.

    The same bytes read by the same parser for the same committee change nothing. Minutes of a committee and day that
    the archive has (and whose start times do not differ) are a new version of that meeting, whose addresses stay. A
    version that a later one has replaced is read anew without becoming the newest again, unless ``restore`` is asked.
    Raises `AlreadyPublished`, and `BodyRefused` for a file that another council's clerks have filed.
    """
    committee, new_committee = find_or_make_committee(body)
    lock_council(committee.council_id)
    source = SourceFile.objects.filter(sha256=reading.sha256).select_related("meeting__committee__council").first()
    minutes = reading.minutes
    left: Meeting | None = None
    created = False
    if source is None:
        source = SourceFile(sha256=reading.sha256, uploaded_by=by)
        meeting = _find_meeting(committee, minutes)
        if meeting is None:
            meeting, created = _make_meeting(committee, minutes), True
    else:
        require_theirs(source, by)
        meeting = source.meeting
        if meeting.committee_id != committee.pk or meeting.date != minutes.date:
            if meeting.state == "published":
                raise AlreadyPublished(meeting)
            left, meeting = meeting, _find_meeting(committee, minutes) or _make_meeting(committee, minutes)
    _keep_bytes(source, content)

    newest = newest_version(meeting)
    becomes_newest = source.pk is None or left is not None or (restore and newest != source)
    read_alike = source.pk is not None and source.parser_version == reading.parser_version
    if read_alike and not becomes_newest:
        source.save()
        return Kept(source, "unchanged")
    source.meeting = meeting
    source.name = reading.source
    source.size = reading.size
    source.format = reading.format
    source.encoding = reading.encoding
    source.reading = minutes.to_dict()
    source.parser_version = reading.parser_version
    source.read_at = timezone.now()
    if not becomes_newest and newest != source:
        source.save()
        return Kept(source, "unchanged")
    if becomes_newest:
        source.filed_at = source.read_at
    source.save()
    if left is not None:
        _settle(left)

    if meeting.state == "published":
        return Kept(source, "waiting", new_committee)
    apply_reading(source)
    return Kept(source, "created" if created else "updated", new_committee)


@transaction.atomic
def apply_reading(source: SourceFile) -> None:
    """Make the meeting's rows what the file's reading says."""
    meeting = source.meeting
    minutes = ParsedMinutes.from_dict(source.reading)
    people = PeopleOfMeeting(meeting.committee.council, minutes.people)
    meeting.start_time = minutes.start_time
    meeting.end_time = minutes.end_time
    meeting.venue = minutes.venue or ""
    meeting.signatory = minutes.signatory or ""
    meeting.marked_draft = minutes.status == "draft"
    upcoming = minutes.next_meeting
    meeting.next_date = upcoming.date if upcoming else None
    meeting.next_time = upcoming.time if upcoming else None
    meeting.next_venue = (upcoming.venue if upcoming else None) or ""
    meeting.current_source = source
    meeting.save(update_fields=READ_FIELDS)
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            position=place,
            person=people.named(attendee.name) if attendee.presence != "in_attendance" else None,
            name=attendee.name,
            title=attendee.title or "",
            honours=attendee.honours or "",
            role=attendee.role or "",
            presence=attendee.presence,
            first_line=attendee.span.first,
            last_line=attendee.span.last,
        )
        for place, attendee in enumerate(minutes.people)
    )
    store_items(meeting, minutes.items, people)
    meeting.confirmations.all().delete()
    Confirmation.objects.bulk_create(
        Confirmation(by=meeting, date=day, first_line=span.first, last_line=span.last)
        for day, span in {confirmed.date: confirmed.span for confirmed in minutes.confirms}.items()
    )
    source.applied_at = timezone.now()
    source.save(update_fields=["applied_at"])


def newest_version(meeting: Meeting) -> SourceFile | None:
    """The file that was filed last for the meeting; None where no file stands for it any more."""
    return meeting.sources.order_by("-filed_at", "-pk").first()


def waiting_reading(meeting: Meeting) -> SourceFile | None:
    """The newest version of the minutes, where it is not yet what the meeting's rows say."""
    newest = newest_version(meeting)
    if newest is None:
        return None
    shown = newest.pk == meeting.current_source_id and newest.applied_at and newest.applied_at >= newest.read_at
    return None if shown else newest


def _settle(left: Meeting) -> None:
    """After a file was taken from a meeting that is not public: its rows become those of the file before it."""
    before = newest_version(left)
    if before is not None:
        apply_reading(before)
    elif left.published_at is None:
        left.delete()  # a draft that nobody has seen and that no file stands for


def lock_council(council_id: int) -> None:
    """Until the transaction ends, whoever else would change this council's rows waits: one lock, so none is crossed."""
    Council.objects.select_for_update().get(pk=council_id)


def _keep_bytes(source: SourceFile, content: File) -> None:
    """Keep the original; one that has gone from the disk is put back."""
    if not source.has_original:
        source.content.save(source.sha256, content, save=False)


def _find_meeting(committee: Committee, minutes: ParsedMinutes) -> Meeting | None:
    """The meeting of that committee and day; start times must agree where both are known."""
    on_that_day = list(committee.meetings.filter(date=minutes.date).in_committee_order())
    if minutes.start_time is None:
        return on_that_day[0] if on_that_day else None
    for start in (minutes.start_time, None):
        for meeting in on_that_day:
            if meeting.start_time == start:
                return meeting
    return None


def _make_meeting(committee: Committee, minutes: ParsedMinutes) -> Meeting:
    latest = committee.meetings.filter(date=minutes.date).order_by("-sequence").first()
    return committee.meetings.create(
        date=minutes.date, start_time=minutes.start_time, sequence=latest.sequence + 1 if latest else 1
    )
