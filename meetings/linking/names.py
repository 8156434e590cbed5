"""Names in a meeting's minutes that the council's other minutes do not know: a new member, or a misprint."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from meetings.models import Attendance, Meeting, Person

ALIKE = 0.8
"""How much of two names' letters agrees where one may be a misprint of the other."""


@dataclass(frozen=True, slots=True)
class NewName:
    """A member's name that stands in this meeting's minutes alone; ``like`` is a known one that it may be meant for."""

    name: str
    like: str = ""


def new_names(meeting: Meeting) -> list[NewName]:
    """In the order of the attendance list; none where these are the council's first minutes."""
    council = meeting.committee.council_id
    others = Attendance.objects.filter(meeting__committee__council=council).exclude(meeting=meeting)
    known = dict(Person.objects.filter(pk__in=others.values("person")).values_list("pk", "name"))
    if not known:
        return []
    listed = meeting.attendances.exclude(person=None).order_by("position").values_list("person", "name")
    names = dict.fromkeys(name for person, name in listed if person not in known)
    return [NewName(name, next(iter(get_close_matches(name, known.values(), 1, ALIKE)), "")) for name in names]
