"""The rows of a meeting are a projection: a reading of its minutes, the corrections laid over it, the redacted words
blacked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from meetings.correcting import Change, Kind, lay_over, redact
from meetings.models import Attendance, Confirmation, Correction, Meeting, SourceFile
from meetings.models.people import person_key
from meetings.parsing.doubts import checked_again
from meetings.parsing.parsed import ParsedMinutes
from meetings.storing.items import store_items
from meetings.storing.people import PeopleOfMeeting

READ_FIELDS = [
    *("start_time", "end_time", "venue", "signatory", "marked_draft", "next_date", "next_time", "next_venue"),
    *("current_source", "updated_at"),
]
"""The columns of a meeting that a reading fills; publishing's own are not among them."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What the rows of a meeting become by a reading. ``lost`` are the corrections that found no place in it."""

    minutes: ParsedMinutes
    lost: tuple[Correction, ...] = ()


def project(source: SourceFile, *, blacked: bool = True) -> Projection:
    """What the file's reading says with the corrections laid over it; the redacted words are legible unless
    ``blacked``."""
    meeting = source.meeting
    corrections = list(meeting.corrections.filter(reverted_at=None).order_by("pk"))
    overlaid = lay_over(source.reading, [as_change(correction) for correction in corrections])
    reading = redact(overlaid.reading, redacted_words(meeting)) if blacked else overlaid.reading
    minutes = ParsedMinutes.from_dict(reading)
    if corrections:
        minutes = checked_again(minutes, ParsedMinutes.from_dict(source.reading))
    return Projection(minutes, tuple(corrections[n] for n in overlaid.lost))


def as_change(correction: Correction) -> Change:
    return Change(
        Kind(correction.kind), correction.field, correction.place, before=correction.before, after=correction.after
    )


def redacted_words(meeting: Meeting) -> Sequence[str]:
    """The longest first, so that a name within a longer passage does not break it."""
    words = meeting.redactions.filter(reverted_at=None).values_list("words", flat=True)
    return sorted(words, key=len, reverse=True)


@transaction.atomic
def apply_reading(source: SourceFile) -> None:
    """Make the meeting's rows what the file's reading says, as corrected and redacted."""
    meeting = source.meeting
    minutes = project(source).minutes
    named = meeting.attendances.exclude(person=None).select_related("person")
    meant = {person_key(one.name): one.person for one in named if one.person}
    people = PeopleOfMeeting(meeting.committee.council, minutes.people, meant)
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
