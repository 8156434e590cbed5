"""Step 3: whose meeting was it, on what day, at what time and place? Read from the head of the minutes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from meetings.parsing.dates import NamedDay, named_days, named_times
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import Layout, Paragraph
from meetings.parsing.parsed import Note, Span
from meetings.parsing.patterns import marks, preamble, references

_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_BODY_WORDS = frozenset(("council", "committee", "board", "panel", "meeting"))  # often printed small
_LONGEST_BODY = 14  # words
_BODY_IN_SENTENCE = (preamble.MEETING_OF, preamble.BODY_MEETING)


@dataclass(slots=True)
class Heading:
    """The facts of the meeting itself; ``spans`` tells where each was read, ``read`` which lines hold nothing else."""

    date: dt.date | None = None
    council: str | None = None
    committee: str | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    status: Literal["draft"] | None = None
    signatory: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def tell(self, fact: str, value: object, span: Span) -> None:
        """Set a fact that is not known yet."""
        if value is not None and getattr(self, fact) is None:
            setattr(self, fact, value)
            self.spans[fact] = span


def read_heading(lines: Sequence[Line], layout: Layout) -> Heading:
    """The facts that the lines before the attendance lists and the first item tell."""
    heading = Heading()
    paragraphs = list(_paragraphs(lines, layout))
    bodies: list[tuple[str, Span]] = []
    for paragraph in sorted(paragraphs, key=lambda paragraph: not preamble.MINUTES_OF.search(paragraph.text)):
        _read_day(heading, paragraph)
    for paragraph in paragraphs:
        rest = _read_place(heading, paragraph)
        if preamble.DRAFT.search(rest) and not preamble.DRAFT_OF_OTHER.search(rest):
            heading.tell("status", "draft", paragraph.span)
        for body in _bodies(paragraph.text):
            bodies.append((body, paragraph.span))
            rest = rest.replace(body, " ")
        if not marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", rest)):
            heading.read.update(range(paragraph.span.first, paragraph.span.last + 1))
    _name_body(heading, bodies)
    for body, span in bodies:
        if not _is_told(heading, plain_case(body)):
            heading.read.difference_update(range(span.first, span.last + 1))
    return heading


def read_end_time(paragraphs: Sequence[Paragraph]) -> tuple[dt.time, Span] | None:
    """When the meeting closed, as the last paragraph that says so tells."""
    for paragraph in reversed(paragraphs):
        for closed in references.MEETING_CLOSED.finditer(paragraph.text):
            time = next(named_times(paragraph.text[closed.end() : closed.end() + 20]), None)
            if time is not None and time.start <= 1:
                return time.time, paragraph.span
    return None


def plain_case(name: str) -> str:
    """A name without shouting: “PLANNING COMMITTEE” → “Planning Committee”."""
    if not name.isupper():
        return name
    words = re.split(r"(\W+)", name.lower())
    return (
        "".join(
            word if index and word in _SMALL_WORDS else word[:1].upper() + word[1:] for index, word in enumerate(words)
        )
        .replace("’S", "’s")
        .replace("'S", "'s")
    )


def _paragraphs(lines: Sequence[Line], layout: Layout) -> Iterator[Paragraph]:
    """The head's lines each for itself; only a sentence that was broken for the page's width is joined."""
    run: list[Line] = []
    for line in lines:
        goes_on = bool(
            run
            and line.text
            and layout.width
            and run[-1].place + 1 == line.place
            and preamble.MINUTES_OF.match(run[0].text)
            and not preamble.COUNCIL_NAME.fullmatch(line.words)
            and not preamble.HEAD_LABEL.fullmatch(line.words)
        )
        if run and not goes_on:
            yield from layout.paragraphs(run)
            run = []
        if line.text:
            run.append(line)
    yield from layout.paragraphs(run)


def _read_day(heading: Heading, paragraph: Paragraph) -> None:
    if heading.date is not None:
        return
    for day in named_days(paragraph.text):
        date = day.date()
        if date is not None:
            heading.tell("date", date, paragraph.span)
            _check_weekday(heading, day, date, paragraph.span.first)
            return


def _check_weekday(heading: Heading, day: NamedDay, date: dt.date, line: int) -> None:
    if day.weekday is not None and day.weekday != date.weekday():
        heading.notes.append(
            Note(
                "weekday_differs",
                f"{date.day} {date:%B %Y} was a {date:%A}, but the minutes print another day of the week.",
                line,
            )
        )


def _read_place(heading: Heading, paragraph: Paragraph) -> str:
    """Read time and place; returns the words of the paragraph that are neither, nor the date."""
    text = paragraph.text
    days = [day for day in named_days(text) if day.year]
    times = list(named_times(text))
    label = preamble.HEAD_LABEL.fullmatch(text)
    about_meeting = heading.spans.get("date") == paragraph.span or label is not None
    if not about_meeting:
        return text
    for fact, time in zip(("start_time", "end_time"), times, strict=False):
        heading.tell(fact, time.time, paragraph.span)
    if label and label["label"].lower().startswith(("venue", "place", "location", "held")):
        heading.tell("venue", _place(label["words"]), paragraph.span)
        return label["label"]
    facts = sorted([*((day.start, day.end) for day in days), *((time.start, time.end) for time in times)])
    held = preamble.HELD.search(text)
    start = held.end() if held else (facts[0][1] if facts else 0)
    pieces, at = [], start
    for first, last in facts:
        if first >= at:
            pieces.append(text[at:first])
            at = last
    pieces.append(text[at:])
    places = [place for piece in pieces if (place := _place(piece))]
    if places:
        heading.tell("venue", ", ".join(places), paragraph.span)
    before = text[:start]
    for first, last in reversed(facts):
        if last <= start:
            before = before[:first] + before[last:]
    return before


def _place(words: str) -> str | None:
    """A place out of the words between “held”, the date and the time, without what joins it to them."""
    while True:
        bare = words.strip(" ,.;:–—-()")
        bare = preamble.BEFORE_PLACE.sub("", preamble.AFTER_PLACE.sub("", bare))
        if bare == words:
            break
        words = bare
    if preamble.DRAFT.search(words) or not marks.ANY_WORD.search(words):
        return None
    return plain_case(words)


def _bodies(text: str) -> Iterator[str]:
    """The councils and committees that one paragraph of the head names, as printed."""
    if preamble.HEAD_LABEL.fullmatch(text):
        return
    if dated := preamble.BODY_DASH_DATE.match(text):
        found = [dated["body"]]
    elif preamble.MINUTES_OF.match(text) or preamble.HELD.search(text):
        found = [match["body"] for pattern in _BODY_IN_SENTENCE for match in pattern.finditer(text)]
    else:
        found = [preamble.BRACKETED.sub("", text)]
    for words in found:
        body = preamble.KIND_OF_MEETING.sub("", words.strip(" .,:–-")).strip()
        if _is_name(body):
            yield body


def _is_name(words: str) -> bool:
    """Whether words read as the name of a body: one of its kinds, and capitals but for small words."""
    each = marks.WORD.findall(words)
    return bool(
        len(each) <= _LONGEST_BODY
        and (preamble.BODY_NAME.search(words) or preamble.COUNCIL_NAME.fullmatch(words))
        and not preamble.NO_BODY.search(words)
        and not any(named_days(words))
        and all(word[0].isupper() or word in _SMALL_WORDS or word.lower() in _BODY_WORDS for word in each)
    )


def _is_told(heading: Heading, name: str) -> bool:
    """Whether a name that the head prints is the council's or the committee's, or only says “Council” for it."""
    told = f"{heading.council} {heading.committee}".lower()
    bare = preamble.BARE_COUNCIL.fullmatch(name) or preamble.ONLY_MEETING.fullmatch(name)
    return bool(bare or name.lower().removeprefix("the ") in told)


def _name_body(heading: Heading, bodies: Sequence[tuple[str, Span]]) -> None:
    for printed, span in bodies:
        name = plain_case(printed)
        if preamble.COUNCIL_NAME.fullmatch(name) and not preamble.BARE_COUNCIL.fullmatch(name):
            heading.tell("council", name.removeprefix("The ").removeprefix("the "), span)
    for (printed, span), (below, _) in pairwise(bodies):  # a council of no known kind, above one of its bodies
        name = plain_case(printed).removeprefix("The ").removeprefix("the ")
        if preamble.ANY_COUNCIL.fullmatch(name) and not preamble.BARE_COUNCIL.fullmatch(name) and below != printed:
            heading.tell("council", name, span)
    for printed, span in bodies:
        name = plain_case(printed)
        name = name.removeprefix("The ").removeprefix("the ")
        if name == heading.council or preamble.ONLY_MEETING.fullmatch(name):
            continue
        if (
            preamble.BARE_COUNCIL.fullmatch(name)
            and heading.council
            and preamble.LOCAL_COUNCIL.fullmatch(heading.council)
        ):
            name = heading.council
        heading.tell("committee", name, span)
        break
    if heading.committee is None and heading.council and preamble.LOCAL_COUNCIL.fullmatch(heading.council):
        heading.tell("committee", heading.council, heading.spans["council"])
    if heading.council is None:
        heading.notes.append(Note("no_council", "The head does not name the council."))
    if heading.committee is None:
        heading.notes.append(Note("no_committee", "The head does not name the committee."))
