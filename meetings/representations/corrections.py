"""Corrections in words, for the clerk: on the page of a meeting's corrections and in the log."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from meetings.correcting import Kind
from meetings.models import Attendance, Correction

FACTS = {
    "start_time": "Start",
    "end_time": "End",
    "venue": "Venue",
    "signatory": "Signed by",
    "status": "Draft mark",
    "next_meeting": "Next meeting",
    "confirms": "Minutes confirmed",
}
DEEDS = {
    Kind.PEOPLE: "People",
    Kind.RESOLUTIONS: "Resolutions",
    Kind.SPLIT: "Divided",
    Kind.MERGE: "Joined to the item above",
    Kind.MOVE: "Moved",
}


def subject(correction: Correction) -> str:
    """What was corrected: "Venue", "Item 4 Bandstand: title"."""
    kind = Kind(correction.kind)
    if kind == Kind.FACT:
        return FACTS[correction.field]
    what = correction.field if kind == Kind.ITEM else DEEDS[kind]
    return f"{_item(correction.place)}: {what.lower()}" if correction.place else what


def before_and_after(correction: Correction) -> tuple[str, str]:
    """What was changed, in words; empty where the kind of the correction tells it already."""
    match Kind(correction.kind):
        case Kind.SPLIT:
            return "", f"New item: {_item(correction.after or {})}"
        case Kind.MERGE:
            return "", f"The words are now those of: {_item(correction.before or {})}"
        case Kind.MOVE:
            move: dict[str, Any] = correction.after or {}
            behind, parent = move["behind"], move["parent"]
            where = f"Behind: {_item(behind)}" if behind else "To the front"
            return "", where + (f"\nPart of: {_item(parent)}" if parent else "")
        case _:
            return in_words(correction.before), in_words(correction.after)


def _item(place: dict[str, Any]) -> str:
    named = " ".join(filter(None, [place["number"], place["title"]]))
    return f"Item {named}" if named else f"Item “{place['text'][:60]}…”"


def in_words(value: Any) -> str:
    """A value of a reading in words: a day as pages print it, the parts of a thing one behind the other."""
    match value:
        case dt.date() | str() if day := value if isinstance(value, dt.date) else _day(value):
            return date_format(day, "j F Y")
        case str() if value in Attendance.Presence.values:
            return str(Attendance.Presence(value).label)
        case bool():
            return "yes" if value else "no"
        case list():
            return "\n".join(map(in_words, value)) or "none"
        case dict():
            return ", ".join(
                words
                for key, part in value.items()
                if key != "span" and part not in (None, [], "") and (words := in_words(part))
            )
    return str(value) if value not in (None, "") else "–"


def _day(words: str) -> dt.date | None:
    try:
        return parse_date(words) if len(words) == len("2024-03-12") else None
    except ValueError:
        return None
