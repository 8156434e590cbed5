"""Step 3: whose meeting was it, on what day, at what time and place? Read from the head of the minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from meetings.parsing.bodies import named_bodies, plain_case
from meetings.parsing.dates import NamedDay, named_days
from meetings.parsing.head_sentences import Heading, HeadSentence, head_sentences, is_of_meeting, is_prose
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import Layout
from meetings.parsing.parsed import Note, Span
from meetings.parsing.patterns import bodies, marks, preamble
from meetings.parsing.place import read_place, read_place_below

_NEAR_DATE = 8  # sentences of the head, within which time and place stand


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that the head names; ``meets`` where it says that it is its meeting."""

    name: str
    printed: str
    sentence: HeadSentence
    meets: bool


def read_heading(lines: Sequence[Line], layout: Layout, titles: Sequence[Line], everything: Sequence[Line]) -> Heading:
    """The facts that the lines of the head tell but for the attendance lists; ``titles`` are those of the file, which
    are asked for what the head does not say, and ``everything`` is asked for the years that the text prints."""
    heading = Heading()
    sentences = list(head_sentences(lines, layout))
    told = [sentence for sentence in sentences if is_of_meeting(sentence.text)]
    for sentence in sorted(told, key=_dates_first):
        _read_day(heading, sentence)
    if heading.date is None:
        _read_day_of_file(heading, told, titles)
    if heading.date is None:
        _read_day_of_weekday(heading, told, everything)
    named: list[_Body] = []
    unread = {line for sentence in sentences if sentence not in told for line in sentence.lines}
    dated = next((index for index, sentence in enumerate(told) if sentence.span == heading.spans.get("date")), 0)
    for index, sentence in enumerate(told):
        near = abs(index - dated) <= _NEAR_DATE
        rest = read_place(heading, sentence) if near else sentence.text
        if preamble.DRAFT.search(rest) and not preamble.DRAFT_OF_OTHER.search(rest):
            heading.tell("status", "draft", sentence.span)
        for body in _bodies(sentence):
            named.append(body)
            rest = rest.replace(body.printed, " ")
        said_all = not marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", rest))
        (heading.read if said_all else unread).update(sentence.lines)
    heading.read -= unread
    read_place_below(heading, told)
    _name_bodies(heading, named)
    if heading.committee is None:
        _name_bodies_of_file(heading, titles)
    if heading.council is None:
        heading.notes.append(Note("no_council", "The head does not name the council."))
    if heading.committee is None:
        heading.notes.append(Note("no_committee", "The head does not name the committee."))
    for body in named:
        if not _is_told(heading, plain_case(body.name)):
            heading.read.difference_update(body.sentence.lines)
    return heading


def _dates_first(sentence: HeadSentence) -> int:
    """“Minutes of the meeting held on” tells the day before others do, prose last."""
    prose = is_prose(sentence.text)
    if preamble.MINUTES_OF.match(sentence.text) or (preamble.HELD.search(sentence.text) and not prose):
        return 0
    return 2 if prose else 1


# --- The day ----------------------------------------------------------------------------------------------------------
def _read_day(heading: Heading, sentence: HeadSentence) -> None:
    if heading.date is not None:
        return
    for day in named_days(sentence.text):
        date = day.date()
        if date is not None:
            heading.tell("date", date, sentence.span)
            _check_weekday(heading, day, date, sentence.span.first)
            if day.doubtful:
                heading.notes.append(
                    Note(
                        "date_order",
                        f"“{sentence.text[day.start : day.end]}” was read as the day before the month: "
                        f"{date.day} {date:%B %Y}.",
                        sentence.span.first,
                    )
                )
            return


def _read_day_of_file(heading: Heading, told: Sequence[HeadSentence], titles: Sequence[Line]) -> None:
    """The day from the file's title, or the head's own day in the year that the titles tell."""
    dated = [
        (line, day) for line in titles if not preamble.PUBLISHED.match(line.words) for day in named_days(line.words)
    ]
    for line, day in dated:
        if date := day.date():
            heading.tell("date", date, Span(line.place, line.place))
            heading.notes.append(
                Note("date_of_title", f"The day {date.day} {date:%B %Y} stands in the file's title alone.", line.place)
            )
            return
    known = [date for line in titles for day in named_days(line.words) if (date := day.date())]
    for sentence in told if known else ():
        for day in named_days(sentence.text):
            date = day.before(max(known))
            if date is not None and day.weekday in (None, date.weekday()):
                _tell_year(heading, date, sentence, "from the date of the file")
                return


def _read_day_of_weekday(heading: Heading, told: Sequence[HeadSentence], everything: Sequence[Line]) -> None:
    """The head's day in the one year, of those that the text prints, in which it fell on the printed weekday."""
    years = {int(year) for line in everything for year in preamble.YEAR.findall(line.text)}
    for sentence in told:
        for day in named_days(sentence.text):
            dates = [date for year in years if (date := day.within(year)) and date.weekday() == day.weekday]
            if len(dates) == 1:
                _tell_year(heading, dates[0], sentence, "from the other days of the text, by the weekday")
                return


def _tell_year(heading: Heading, date: dt.date, sentence: HeadSentence, source: str) -> None:
    heading.tell("date", date, sentence.span)
    message = f"The head prints no year; {date.year} was taken {source}."
    heading.notes.append(Note("year_supplied", message, sentence.span.first))


def _check_weekday(heading: Heading, day: NamedDay, date: dt.date, line: int) -> None:
    if day.weekday is not None and day.weekday != date.weekday():
        heading.notes.append(
            Note(
                "weekday_differs",
                f"{date.day} {date:%B %Y} was a {date:%A}, but the minutes print another day of the week.",
                line,
            )
        )


# --- The body ---------------------------------------------------------------------------------------------------------
def _bodies(sentence: HeadSentence) -> Iterator[_Body]:
    """The councils and committees that one sentence of the head names."""
    text = sentence.text
    held = preamble.HELD.search(text)
    says = preamble.MINUTES_OF.search(text) is not None
    if preamble.HEAD_LABEL.fullmatch(text):
        return
    place = preamble.HELD_AT.search(text)
    for body in named_bodies(text):
        if place and body.start > place.start():
            continue  # “held at Harrowmere Borough Council”
        meets = says or held is not None or preamble.MEETING_BEHIND.match(text, body.end) is not None
        if both := bodies.COUNCIL_AND_COMMITTEE.fullmatch(body.name):
            yield _Body(both["council"], body.printed, sentence, meets=False)
            yield _Body(both["committee"], body.printed, sentence, meets)
        else:
            yield _Body(body.name, body.printed, sentence, meets)


def _is_told(heading: Heading, name: str) -> bool:
    """Whether a name that the head prints is the council's or the committee's, or only says “Council” for it."""
    told = f"{heading.council} {heading.committee}".lower()
    return bool(bodies.BARE_COUNCIL.fullmatch(name) or name.lower().removeprefix("the ") in told)


def _name_bodies(heading: Heading, named: Sequence[_Body]) -> None:
    """Tell council and committee out of the names of the head."""
    plain = [(plain_case(body.name), body) for body in named]
    for name, body in plain:
        if _is_council(name):
            place = bodies.PLACE_COUNCIL.fullmatch(name)
            heading.tell("council", place["place"] if place else name, body.sentence.span)
    for (name, body), (below, _) in pairwise(plain):  # a council of no known kind, above one of its bodies
        kind = bodies.ANY_COUNCIL.fullmatch(name) or (bodies.ORGANISATION.fullmatch(name) and not body.meets)
        if kind and not bodies.BARE_COUNCIL.fullmatch(name) and below != name:
            heading.tell("council", name, body.sentence.span)
    meeting = [(name, body) for name, body in plain if body.meets]
    others = [(name, body) for name, body in plain if name != heading.council]
    for name, body in [*meeting, *others]:
        bare = bodies.BARE_COUNCIL.fullmatch(name)
        if bare and heading.council and bodies.LOCAL_COUNCIL.fullmatch(heading.council):
            name = heading.council
        place = bodies.PLACE_COUNCIL.fullmatch(name)
        if _is_council(name) and not place and name != heading.council:
            continue  # a second council, of somebody who came
        heading.tell("committee", name, body.sentence.span)
    if heading.committee is None and heading.council and bodies.LOCAL_COUNCIL.fullmatch(heading.council):
        heading.tell("committee", heading.council, heading.spans["council"])


def _is_council(name: str) -> bool:
    known = bodies.COUNCIL_NAME.fullmatch(name) or bodies.PLACE_COUNCIL.fullmatch(name)
    return bool(known and not bodies.BARE_COUNCIL.fullmatch(name) and not bodies.DISTRICT.fullmatch(name))


def _name_bodies_of_file(heading: Heading, titles: Iterable[Line]) -> None:
    named = [
        _Body(body.name, body.printed, HeadSentence((line,), line.words), meets=True)
        for line in titles
        for body in named_bodies(line.words)
    ]
    before = heading.committee
    _name_bodies(heading, named)
    if heading.committee and not before:
        heading.notes.append(
            Note(
                "body_of_title",
                f"The head does not say whose meeting it was; “{heading.committee}” stands in the file's title.",
                heading.spans["committee"].first,
            )
        )
