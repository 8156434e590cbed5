"""What in the parsed minutes contradicts itself or is missing? Said to the clerk as notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from meetings.parsing.dates import named_days
from meetings.parsing.paragraphs import sentences
from meetings.parsing.parsed import Attendee, Note, Outcome, ParsedMinutes, ParsedResolution, Tally
from meetings.parsing.patterns import interests, marks, preamble, references
from meetings.parsing.patterns import names as patterns

_FEW = 3  # people present: with fewer, a list of them may be unread
_LONG = dt.timedelta(days=400)  # between two meetings of one body
_EVENING, _SMALL_HOURS = dt.time(17), dt.time(5)


# The codes of the notes that `doubts_about` makes
CHECKED = frozenset(
    (
        *("nobody_present", "no_items", "ends_before_start", "confirms_later", "next_meeting_earlier", "far_off_day"),
        *("present_and_absent", "not_present", "tally_differs", "more_votes_than_present", "outcome_differs"),
        "voted_twice",
    )
)
_OF_NUMBERS = frozenset(("number_gap", "number_repeated"))


def checked_again(minutes: ParsedMinutes, before: ParsedMinutes) -> ParsedMinutes:
    """The minutes as corrected, with the doubts that they leave: those of ``before`` that the corrections answer are
    gone, and what the corrections make doubtful is told."""
    numbers, read = _numbers(minutes), _numbers(before)
    notes = [
        note
        for note in minutes.notes
        if note.code not in CHECKED
        and not (note.code in _OF_NUMBERS and numbers.get(note.line or 0) != read.get(note.line or 0))
    ]
    return replace(minutes, notes=(*notes, *doubts_about(minutes)))


def _numbers(minutes: ParsedMinutes) -> dict[int, tuple[str | None, str | None]]:
    """By the line of each item, its number and that of the item before it."""
    above = [None, *(item.number for item in minutes.items)]
    return {item.span.first: (last, item.number) for last, item in zip(above, minutes.items, strict=False)}


def doubts_about(minutes: ParsedMinutes) -> Iterator[Note]:
    """Notes on the minutes as a whole."""
    if not any(person.presence == "present" for person in minutes.people):
        yield Note("nobody_present", "No list of those present was read.")
    if not minutes.items:
        yield Note("no_items", "No item of business was read.")
    yield from _times_differ(minutes)
    yield from _other_meetings_differ(minutes)
    yield from _in_both_lists(minutes)
    yield from _not_present(minutes)
    for item in minutes.items:
        for resolution in item.resolutions:
            yield from _tally_differs(resolution)
            yield from _outcome_differs(resolution)
            yield from _more_votes_than_present(minutes, resolution)


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


def _outcome_differs(resolution: ParsedResolution) -> Iterator[Note]:
    """A motion lost though all or most were for it, or carried against most; votes against what was unanimous; one
    person's vote told in two ways."""
    if resolution.votes is not None and (doubt := _doubt_of_outcome(resolution.outcome, resolution.votes)):
        yield Note("outcome_differs", doubt, resolution.span.first)
    votes: dict[str, str] = {}
    for cast in resolution.recorded:
        if votes.setdefault(_key(cast.name), cast.vote) != cast.vote:
            yield Note("voted_twice", f"{cast.name} is said to have voted in two ways.", resolution.span.first)


def _doubt_of_outcome(outcome: Outcome, tally: Tally) -> str:
    """What does not go together in an outcome and its votes, "" where all does."""
    if outcome == "lost" and tally.unanimous:
        return "A motion was lost though all were for it."
    if tally.unanimous and tally.against:
        return f"A vote is said to be unanimous, with {tally.against} against."
    if tally.in_favour is None or tally.against is None:
        return ""
    counted = f"with {tally.in_favour} for it and {tally.against} against"
    if outcome == "carried" and tally.against > tally.in_favour:
        return f"A motion was carried {counted}."
    if outcome == "lost" and tally.in_favour > tally.against:
        return f"A motion was lost {counted}: check the votes, or what majority it needed."
    return ""


def _more_votes_than_present(minutes: ParsedMinutes, resolution: ParsedResolution) -> Iterator[Note]:
    present = sum(person.presence == "present" for person in minutes.people)
    tally = resolution.votes
    if tally is None or present < _FEW:
        return
    cast = sum(count or 0 for count in (tally.in_favour, tally.against, tally.abstain))
    if cast > present:
        yield Note(
            "more_votes_than_present",
            f"The minutes count {cast} votes but list {present} members present.",
            resolution.span.first,
        )


def _times_differ(minutes: ParsedMinutes) -> Iterator[Note]:
    start, end = minutes.start_time, minutes.end_time
    if start is None or end is None or end >= start or (start >= _EVENING and end < _SMALL_HOURS):
        return
    span = minutes.spans.get("end_time")
    yield Note(
        "ends_before_start",
        f"The meeting is said to begin at {start:%H:%M} and to end at {end:%H:%M}.",
        span.first if span else None,
    )


def _other_meetings_differ(minutes: ParsedMinutes) -> Iterator[Note]:
    """Earlier minutes dated later, a next meeting dated earlier, and either so far away that a year may be wrong."""
    meeting = minutes.date
    if meeting is None:
        return
    for item in minutes.items:
        for resolution in item.resolutions:
            if references.APPROVES_MINUTES.search(resolution.text):
                word = preamble.MINUTES_WORD.search(resolution.text)
                for date in _dates(resolution.text, word.end() if word else 0):
                    if date > meeting:
                        yield Note(
                            "confirms_later",
                            f"The minutes of {_day(date)} are confirmed, a day after this meeting.",
                            resolution.span.first,
                        )
        if references.NEXT_MEETING_TITLE.search(item.title) and minutes.next_meeting is None:
            told = [date for sentence in sentences(f"{item.title}. {item.text}") for date in _dates(sentence)]
            if told and max(told) <= meeting:
                yield Note(
                    "next_meeting_earlier",
                    f"The next meeting is said to be on {_day(told[0])}, not after this one.",
                    item.span.first,
                )
    for each in minutes.confirms:
        if each.date >= meeting:
            told_on = "of this very meeting" if each.date == meeting else f"of {_day(each.date)}, a day after it,"
            yield Note("confirms_later", f"The minutes {told_on} are said to be confirmed here.", each.span.first)
    far = [(each.date, each.span) for each in minutes.confirms if meeting - each.date > _LONG]
    if (upcoming := minutes.next_meeting) and upcoming.date and upcoming.date - meeting > _LONG:
        far.append((upcoming.date, upcoming.span))
    for date, span in far:
        yield Note(
            "far_off_day",
            f"{_day(date)} is more than a year away from this meeting: check the year.",
            span.first,
        )


def _dates(text: str, start: int = 0) -> Iterator[dt.date]:
    """The days that a text prints with their year, from a position on."""
    return (date for day in named_days(text) if day.year and day.start >= start and (date := day.date()))


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _in_both_lists(minutes: ParsedMinutes) -> Iterator[Note]:
    """One whom the minutes list both as present and as absent or excused."""
    present = {_key(person.name): person for person in minutes.people if person.presence == "present"}
    for person in minutes.people:
        if person.presence in ("apologies", "absent") and _key(person.name) in present:
            yield Note(
                "present_and_absent",
                f"{person.name} is listed as present and among the "
                f"{'apologies' if person.presence == 'apologies' else 'absent'}.",
                person.span.first,
            )


def _not_present(minutes: ParsedMinutes) -> Iterator[Note]:
    """Those who move, second or vote, and are in no list of people who were there."""
    there = [person for person in minutes.people if person.presence in ("present", "in_attendance")]
    if sum(person.presence == "present" for person in there) < _FEW:
        return
    known = {word for person in there for word in _words(person)}
    told: set[str] = set()
    for item in minutes.items:
        for resolution in item.resolutions:
            names = [resolution.mover, resolution.seconder, *(cast.name for cast in resolution.recorded)]
            for name in filter(None, names):
                if _key(name) in told or _may_be_anybody(name) or known & set(_letters(name)):
                    continue
                told.add(_key(name))
                yield Note(
                    "not_present",
                    f"{name} takes part in a decision but is in no list of those present.",
                    resolution.span.first,
                )


def _may_be_anybody(name: str) -> bool:
    """Whether a name is an office, initials or a phrase, which no list of names can deny."""
    words = name.split()
    return bool(
        patterns.OFFICE.match(name)
        or patterns.ROLE_WORD.search(name)
        or interests.INITIALS.fullmatch(name)
        or len(words[-1].strip(".")) < _FEW
        or words[-1].islower()
        or patterns.NO_NAME.search(name)
    )


def _words(person: Attendee) -> set[str]:
    """The words that may tell a person: of the name, and of what is printed with it."""
    return set(_letters(f"{person.name} {person.role or ''} {person.remark or ''}"))


def _letters(name: str) -> list[str]:
    """The longer words of a name, small and without marks."""
    return [
        word for each in marks.WORD.findall(name.casefold()) if len(word := "".join(filter(str.isalnum, each))) >= _FEW
    ]


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
