"""A reading → its meeting: filed as a version of the minutes, and applied where the public does not see them yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import count
from typing import Literal

from django.contrib.auth.models import User
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from meetings.correcting.matching import same_minutes
from meetings.models import Committee, Council, Meeting, SourceFile
from meetings.models.former import former_slugs
from meetings.models.history import deed
from meetings.models.meeting import day_slug
from meetings.models.source import original_path
from meetings.parsing.parsed import ParsedMinutes
from meetings.parsing.reading import Reading
from meetings.storing.bodies import Body, find_or_make_committee, require_theirs
from meetings.storing.projection import apply_reading

Outcome = Literal["created", "updated", "waiting", "unchanged"]


class AlreadyPublished(Exception):
    """The same file is already published as another committee's minutes."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"This very file is already published as {meeting}. Withdraw it there before filing it elsewhere."
        )
        self.meeting = meeting


class DayUnknown(Exception):
    """The minutes print no day, or none that the calendar has, and nobody has said it."""

    def __init__(self, minutes: ParsedMinutes) -> None:
        super().__init__(next(note.message for note in minutes.notes if note.code == "no_date"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one reading. ``waiting``: the meeting is public, and the reading shows once it is published."""

    source: SourceFile
    outcome: Outcome
    new_committee: bool = False

    @property
    def meeting(self) -> Meeting:
        return self.source.meeting


@deed("filed a version")
@transaction.atomic
def keep_reading(reading: Reading, content: File, *, body: Body, by: User | None = None, restore: bool = False) -> Kept:
    """File a reading with the bytes that it was made from, in one transaction that may be repeated.

    The same bytes read by the same parser for the same committee change nothing. Minutes that tell mostly what a known
    version of the same day and body tells are a new version of that meeting, whose addresses stay, wherever clerks have
    filed it since; so are those of a committee and day that the archive has, whose start times do not differ. A
    version that a later one has replaced is read anew without becoming the newest again, unless ``restore`` is asked.
    Raises `DayUnknown`, `AlreadyPublished`, and `BodyRefused` for a file that another council's clerks have filed.
    """
    date = require_date(reading.minutes)
    committee, new_committee = find_or_make_committee(body)
    lock_council(committee.council_id)
    source = SourceFile.objects.filter(sha256=reading.sha256).select_related("meeting__committee__council").first()
    minutes = reading.minutes
    left: Meeting | None = None
    created = False
    if source is None:
        source = SourceFile(sha256=reading.sha256, uploaded_by=by)
        meeting = _continued(committee.council, reading) or _find_meeting(committee, date, minutes.start_time)
        if meeting is None:
            meeting, created = _make_meeting(committee, date, minutes.start_time), True
    else:
        require_theirs(source, by)
        meeting = source.meeting
        if meeting.committee_id != committee.pk or meeting.date != date:
            if meeting.state == "published":
                raise AlreadyPublished(meeting)
            left = meeting
            there = _find_meeting(committee, date, minutes.start_time)
            meeting = there or _make_meeting(committee, date, minutes.start_time)
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
    source.text = reading.text
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


def require_date(minutes: ParsedMinutes) -> dt.date:
    """The day of the meeting, which it is filed under. Raises `DayUnknown`."""
    if minutes.date is None:
        raise DayUnknown(minutes)
    return minutes.date


def newest_version(meeting: Meeting) -> SourceFile | None:
    """The file that was filed last for the meeting; None where no file stands for it any more."""
    return meeting.sources.order_by("-filed_at", "-pk").first()


def waiting_reading(meeting: Meeting) -> SourceFile | None:
    """The newest version of the minutes, where it is not yet what the meeting's rows say."""
    newest = newest_version(meeting)
    if newest is None:
        return None
    told = max(filter(None, [newest.read_at, meeting.corrected_at]))
    shown = newest.pk == meeting.current_source_id and newest.applied_at and newest.applied_at >= told
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
    """Keep the original; one that has gone from the disk is put back. What a full disk took of it does not stay."""
    if source.has_original:
        return
    name = original_path(source, "")
    try:
        source.content = default_storage.save(name, content)
    except OSError:
        default_storage.delete(name)
        raise


def _continued(council: Council, reading: Reading) -> Meeting | None:
    """The council's meeting of which the reading is another version, by what the files themselves say: clerks may have
    corrected the hour since, or filed the meeting elsewhere."""
    read_alike = SourceFile.objects.filter(
        meeting__committee__council=council,
        meeting__erased_at=None,
        reading__date=reading.minutes.date and reading.minutes.date.isoformat(),
        reading__committee=reading.minutes.committee,
    )
    versions = read_alike.select_related("meeting__committee__council").order_by("-filed_at", "-pk")
    return next((version.meeting for version in versions if same_minutes(version.text, reading.text)), None)


def _find_meeting(committee: Committee, date: dt.date, start_time: dt.time | None) -> Meeting | None:
    """The meeting of that committee and day; start times must agree where both are known."""
    on_that_day = list(committee.meetings.filter(date=date).in_committee_order())
    if start_time is None:
        return on_that_day[0] if on_that_day else None
    for start in (start_time, None):
        for meeting in on_that_day:
            if meeting.start_time == start:
                return meeting
    return None


def _make_meeting(committee: Committee, date: dt.date, start_time: dt.time | None) -> Meeting:
    sequence = free_sequence(committee, date)
    return committee.meetings.create(date=date, sequence=sequence, start_time=start_time)


def free_sequence(committee: Committee, day: dt.date, *, of: Meeting | None = None) -> int:
    """Which meeting of its day a further one is, by an address that no other has or had; ``of`` is one that moves."""
    former = former_slugs(f"{committee.council.slug}/{committee.slug}", but_of=of)
    taken = former.union(committee.meetings.filter(date=day).values_list("slug", flat=True))
    return next(sequence for sequence in count(1) if day_slug(day, sequence) not in taken)
