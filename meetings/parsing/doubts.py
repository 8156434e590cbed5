"""What in the parsed minutes contradicts itself or is missing? Said to the clerk as notes."""

from __future__ import annotations

from collections.abc import Iterator

from meetings.parsing.parsed import Note, ParsedMinutes, ParsedResolution


def doubts_about(minutes: ParsedMinutes) -> Iterator[Note]:
    """Notes on the minutes as a whole."""
    if not any(person.presence == "present" for person in minutes.people):
        yield Note("nobody_present", "No list of those present was read.")
    if not minutes.items:
        yield Note("no_items", "No item of business was read.")
    for item in minutes.items:
        for resolution in item.resolutions:
            yield from _tally_differs(resolution)


def _tally_differs(resolution: ParsedResolution) -> Iterator[Note]:
    """The counts of a recorded vote against the names."""
    if not resolution.recorded or resolution.votes is None:
        return
    counts = (
        ("for", resolution.votes.in_favour),
        ("against", resolution.votes.against),
        ("abstain", resolution.votes.abstain),
    )
    for vote, printed in counts:
        named = sum(cast.vote == vote for cast in resolution.recorded)
        if printed is not None and printed != named:
            what = {"for": "votes for", "against": "votes against", "abstain": "abstentions"}[vote]
            yield Note(
                "tally_differs",
                f"The minutes count {printed} {what} but name {named}.",
                resolution.span.first,
            )
