"""Rows for tests, each made in one line: what a test does not care about has a sensible default.

All councils, committees and people here are invented.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from meetings.models import Attendance, Committee, Council, Item, Meeting, Person, Resolution, SourceFile
from meetings.models.addresses import free_slug
from meetings.models.council import name_key
from meetings.models.people import person_key
from meetings.parsing.parsed import ParsedMinutes

COUNCIL = "Harrowmere Borough Council"
COMMITTEE = "Planning Committee"
DATE = dt.date(2024, 3, 12)


def make_council(name: str = COUNCIL) -> Council:
    """The council of that name, made where there is none yet."""
    return Council.objects.get_or_create(key=name_key(name), defaults={"name": name, "slug": free_slug(name)})[0]


def make_committee(council: Council | None = None, name: str = COMMITTEE) -> Committee:
    """The committee of that name, made where there is none yet."""
    return Committee.objects.get_or_create(
        council=council or make_council(), key=name_key(name), defaults={"name": name, "slug": free_slug(name)}
    )[0]


def make_meeting(
    committee: Committee | None = None,
    date: dt.date | str = DATE,
    *,
    published: bool = True,
    withdrawn: bool = False,
    **fields: Any,
) -> Meeting:
    """A new meeting on ``date`` (ISO words will do); the next in sequence where the committee met that day before."""
    committee = committee or make_committee()
    day = dt.date.fromisoformat(date) if isinstance(date, str) else date
    fields.setdefault("sequence", committee.meetings.filter(date=day).count() + 1)
    fields.setdefault("published_at", timezone.now() if published or withdrawn else None)
    fields.setdefault("withdrawn_at", timezone.now() if withdrawn else None)
    return Meeting.objects.create(committee=committee, date=day, **fields)


def make_item(
    meeting: Meeting,
    number: str = "1",
    title: str = "Harbour Street car park",
    text: str = "The committee considered a report on the car park.",
    **fields: Any,
) -> Item:
    """A new last item of the meeting; its slug is made from the number, within its parent's where it has one."""
    fields.setdefault("position", meeting.items.count())
    parent = fields.get("parent")
    if "slug" not in fields:
        words = f"{parent.slug}-{number}" if parent else number or f"u{fields['position']}"
        fields["slug"] = free_slug(words, frozenset(meeting.items.values_list("slug", flat=True)))
    return Item.objects.create(meeting=meeting, number=number, title=title, text=text, **fields)


def make_resolution(
    item: Item, text: str = "That the report be noted.", *, in_text: bool = True, **fields: Any
) -> Resolution:
    """A new last resolution of the item, whose words are added to the item's text unless they stand there (or
    ``in_text`` is False)."""
    fields.setdefault("position", item.resolutions.count())
    fields.setdefault("number", fields["position"] + 1)
    if in_text and text not in item.text:
        item.text = f"{item.text}\n\nResolved: {text}".strip()
        item.save(update_fields=["text"])
    return Resolution.objects.create(item=item, text=text, **fields)


def make_person(name: str = "Ada Marsh", council: Council | None = None) -> Person:
    """The person of that name, made where the council has none yet."""
    return Person.objects.get_or_create(
        council=council or make_council(), key=person_key(name), defaults={"name": name, "slug": free_slug(name)}
    )[0]


def make_attendance(
    meeting: Meeting, name: str = "Ada Marsh", presence: str = Attendance.Presence.PRESENT, **fields: Any
) -> Attendance:
    """A new last entry of the meeting's attendance list; a member's is tied to the person of that name."""
    fields.setdefault("position", meeting.attendances.count())
    if presence != Attendance.Presence.IN_ATTENDANCE:
        fields.setdefault("person", make_person(name, meeting.committee.council))
    return Attendance.objects.create(meeting=meeting, name=name, presence=presence, **fields)


def make_source(meeting: Meeting, content: bytes = b"Minutes", name: str = "minutes.txt", **fields: Any) -> SourceFile:
    """A new file of the meeting, whose reading is the meeting's rows. Tests set MEDIA_ROOT to a place of their own."""
    now = timezone.now()
    fields.setdefault("sha256", f"{SourceFile.objects.count():064x}")
    fields.setdefault("format", "text")
    fields.setdefault("reading", ParsedMinutes(meeting.date).to_dict())
    fields.setdefault("applied_at", now)
    source = SourceFile.objects.create(
        meeting=meeting,
        name=name,
        size=len(content),
        content=ContentFile(content, name=name),
        parser_version=1,
        filed_at=now,
        read_at=now,
        **fields,
    )
    if source.applied_at:
        meeting.current_source = source
        meeting.save(update_fields=["current_source"])
    return source
