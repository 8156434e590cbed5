"""What the public is told where minutes are published anew: the clerk's note, and what differs from before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db.models import Prefetch
from django.utils.formats import date_format, time_format

from meetings.correcting import BLACKED, black_out
from meetings.correcting.differences import Difference, Wording, differences
from meetings.models import Edition, Item, Meeting, Resolution


def public_wording(meeting: Meeting) -> Wording:
    """All that the rows of the meeting tell the public, thing by thing."""
    wording = {
        "time": (
            "Time",
            " to ".join(time_format(time, "H:i") for time in (meeting.start_time, meeting.end_time) if time),
        ),
        "venue": ("Venue", meeting.venue),
        "next": ("Next meeting", _next_meeting(meeting)),
        "people": ("Who attended", "\n\n".join(_people(meeting))),
    }
    return {**wording, **_items(meeting, restricted=False), "signatory": ("Signed by", meeting.signatory)}


def restricted_wording(meeting: Meeting) -> Wording:
    """What the rows of the meeting keep from the public."""
    return _items(meeting, restricted=True)


@dataclass(frozen=True, slots=True)
class Told:
    """What the public could read of a meeting at one moment, and what was kept from it."""

    public: Wording
    restricted: Wording

    @classmethod
    def of(cls, meeting: Meeting) -> Told:
        return cls(public_wording(meeting), restricted_wording(meeting))


def record_edition(meeting: Meeting, before: Told, *, note: str, show_changes: bool, by: User | None) -> None:
    """Tell the public what is different, if anything is, and what the clerk says of it. Call inside the transaction
    that publishes.

    Where other words are restricted than before, they may stand in what earlier editions told: that is taken back, and
    of this one only the note is told.
    """
    after = Told.of(meeting)
    if after.restricted != before.restricted:
        meeting.editions.update(changes=[])
        show_changes = False
    changes = differences(before.public, after.public)
    if changes or note:
        told = [change.to_dict() for change in changes] if show_changes else []
        Edition.objects.create(meeting=meeting, note=note, changes=told, by=by)


def black_editions(meeting: Meeting, words: Sequence[str]) -> None:
    """Black the words in what was told of earlier editions; a change that holds them is told no more."""
    for edition in meeting.editions.all():
        edition.note = black_out(edition.note, words)
        changes = [_black_change(Difference.from_dict(change), words) for change in edition.changes]
        edition.changes = [change.to_dict() for change in changes]
        edition.save(update_fields=["note", "changes"])


def changes_of(edition: Edition) -> list[Difference]:
    return [Difference.from_dict(change) for change in edition.changes]


def _black_change(change: Difference, words: Sequence[str]) -> Difference:
    """Both wordings are looked at whole: a passage may run over the border of two segments."""
    if any(black_out(wording, words) != wording for wording in change.wordings):
        return Difference(change.key, black_out(change.label, words), (("kept", BLACKED),))
    return replace(change, label=black_out(change.label, words))


def _items(meeting: Meeting, *, restricted: bool) -> dict[str, tuple[str, str]]:
    """By address."""
    resolutions = Prefetch("resolutions", Resolution.objects.prefetch_related("votes"))
    items = meeting.items.filter(restricted=restricted).order_by("position").prefetch_related(resolutions)
    return {f"item {item.slug}": (f"Item {item}" if item.number else str(item), _item(item)) for item in items}


def _times(meeting: Meeting) -> list[dt.time]:
    return [time for time in (meeting.start_time, meeting.end_time) if time]


def _next_meeting(meeting: Meeting) -> str:
    parts = [
        meeting.next_date and date_format(meeting.next_date, "l j F Y"),
        meeting.next_time and time_format(meeting.next_time, "H:i"),
        meeting.next_venue,
    ]
    return ", ".join(part for part in parts if part)


def _people(meeting: Meeting) -> list[str]:
    return [
        f"{one.full_name}{f', {one.role}' if one.role else ''}: {one.get_presence_display().lower()}"
        for one in meeting.attendances.order_by("position")
    ]


def _item(item: Item) -> str:
    decisions = [_decision(resolution) for resolution in item.resolutions.all()]
    return "\n\n".join(filter(None, [str(item), item.text, *decisions]))


def _decision(resolution: Resolution) -> str:
    """What is known of a decision beside its words, which stand in the item's text."""
    counts = {"for": resolution.votes_for, "against": resolution.votes_against, "abstaining": resolution.abstentions}
    facts = [
        resolution.get_outcome_display(),
        resolution.mover_name and f"moved by {resolution.mover_name}",
        resolution.seconder_name and f"seconded by {resolution.seconder_name}",
        *(f"{count} {side}" for side, count in counts.items() if count is not None),
        "unanimous" if resolution.unanimous else "",
        *(f"{vote.name} {vote.get_cast_display().lower()}" for vote in resolution.votes.all()),
    ]
    return f"{resolution.text}\n\nDecision: {', '.join(filter(None, facts))}"
