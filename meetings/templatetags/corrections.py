"""Corrections in words, for the clerk."""

from __future__ import annotations

from typing import Any

from django import template

from meetings.correcting import Kind
from meetings.models import Correction

register = template.Library()

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


@register.filter
def subject(correction: Correction) -> str:
    """What was corrected: "Venue", "Item 4 Bandstand: title"."""
    kind = Kind(correction.kind)
    if kind == Kind.FACT:
        return FACTS[correction.field]
    what = correction.field if kind == Kind.ITEM else DEEDS[kind]
    return f"{_item(correction.place)}: {what.lower()}" if correction.place else what


@register.filter
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
            return _words(correction.before), _words(correction.after)


def _item(place: dict[str, Any]) -> str:
    named = " ".join(filter(None, [place["number"], place["title"]]))
    return f"Item {named}" if named else f"Item “{place['text'][:60]}…”"


def _words(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return "\n".join(map(_words, value)) or "none"
        case dict():
            return ", ".join(
                words
                for key, part in value.items()
                if key != "span" and part not in (None, [], "") and (words := _words(part))
            )
    return str(value) if value not in (None, "") else "–"
