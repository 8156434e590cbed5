"""How facts of minutes are put into words."""

from __future__ import annotations

import datetime as dt

from django import template

from meetings.models import Resolution, Vote

register = template.Library()


@register.filter
def clock(time: dt.time | None) -> str:
    """A time of day as people write it: "2pm", "10:30am", "midday"; empty where it is unknown."""
    if time is None:
        return ""
    if (time.hour, time.minute) == (12, 0):
        return "midday"
    half = "am" if time.hour < 12 else "pm"
    return f"{time.hour % 12 or 12}{f':{time.minute:02d}' if time.minute else ''}{half}"


@register.filter
def tally(resolution: Resolution) -> str:
    """The counts of a vote as far as they are known: "7 for, 2 against, 1 abstained", "unanimous"; else empty."""
    counts = [
        f"{count} {words}"
        for count, words in (
            (resolution.votes_for, "for"),
            (resolution.votes_against, "against"),
            (resolution.abstentions, "abstained"),
        )
        if count is not None
    ]
    return ", ".join(["unanimous"] * resolution.unanimous + counts)


@register.filter
def by_cast(votes: list[Vote]) -> list[tuple[str, list[Vote]]]:
    """A recorded vote as rows: for, against, abstained, each with those who voted so."""
    rows = [(cast.label, [vote for vote in votes if vote.cast == cast]) for cast in Vote.Cast]
    return [(label, cast) for label, cast in rows if cast]
