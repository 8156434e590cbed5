"""Step 3: whose meeting was it, on what day, at what time and place? Read from the head of the minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from meetings.parsing.bodies import is_shouted, named_bodies, plain_case
from meetings.parsing.dates import NamedDay, named_days, named_times
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import Layout, sentences
from meetings.parsing.parsed import Note, Span
from meetings.parsing.patterns import bodies, marks, preamble

_WIDEST_GAP = 2  # lines: a blank one may stand within a sentence of the head
_LONGEST_PLACE = 20  # words
_SHORTEST_WORD = 2  # letters, without which a line is no place
_MOST_PLACE_LINES = 3
_NEAR_DATE = 8  # sentences of the head, within which time and place stand


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
    read: set[Line] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)

    def tell(self, fact: str, value: object, span: Span) -> None:
        """Set a fact that is not known yet."""
        if value is not None and getattr(self, fact) is None:
            setattr(self, fact, value)
            self.spans[fact] = span


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Lines of the head that are one statement."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        return Span(self.lines[0].place, self.lines[-1].place)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that the head names; ``meets`` where it says that it is its meeting."""

    name: str
    printed: str
    sentence: _Sentence
    meets: bool


def read_heading(lines: Sequence[Line], layout: Layout, titles: Sequence[Line], years: Set[int]) -> Heading:
    """The facts that the lines of the head tell but for the attendance lists; ``titles`` are those of the file, which
    are asked for what the head does not say, ``years`` are all that the text prints."""
    heading = Heading()
    everything = list(_sentences(lines, layout))
    told = [sentence for sentence in everything if _is_of_meeting(sentence.text)]
    for sentence in sorted(told, key=_dates_first):
        _read_day(heading, sentence)
    if heading.date is None:
        _read_day_of_file(heading, told, titles)
    if heading.date is None:
        _read_day_of_weekday(heading, told, years)
    named: list[_Body] = []
    unread = {line for sentence in everything if sentence not in told for line in sentence.lines}
    dated = next((index for index, sentence in enumerate(told) if sentence.span == heading.spans.get("date")), 0)
    for index, sentence in enumerate(told):
        near = abs(index - dated) <= _NEAR_DATE
        rest = _read_place(heading, sentence) if near else sentence.text
        if preamble.DRAFT.search(rest) and not preamble.DRAFT_OF_OTHER.search(rest):
            heading.tell("status", "draft", sentence.span)
        for body in _bodies(sentence):
            named.append(body)
            rest = rest.replace(body.printed, " ")
        said_all = not marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", rest))
        (heading.read if said_all else unread).update(sentence.lines)
    heading.read -= unread
    _read_place_below(heading, told)
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


def _is_prose(text: str) -> bool:
    """Whether a text has a verb; “May” in a date and “approved” in a remark are none."""
    return marks.FINITE_VERB.search(preamble.REMARK.sub(" ", preamble.DATE.sub(" ", text))) is not None


def _is_of_meeting(text: str) -> bool:
    """Whether words of the head are about the meeting itself: no sentence, or one that says where it was held."""
    if not _is_prose(text):
        return True
    return bool(preamble.TELLS_MEETING.search(text)) and not preamble.OF_EARLIER.search(text)


def _dates_first(sentence: _Sentence) -> int:
    """“Minutes of the meeting held on” tells the day before others do, prose last."""
    prose = _is_prose(sentence.text)
    if preamble.MINUTES_OF.match(sentence.text) or (preamble.HELD.search(sentence.text) and not prose):
        return 0
    return 2 if prose else 1


def _sentences(lines: Sequence[Line], layout: Layout) -> Iterator[_Sentence]:
    """The head's lines each for itself; what says “Minutes of … held” over several lines is joined."""
    run: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        if run and not _goes_on(run, line, layout):
            yield from _joined(run)
            run = []
        run.append(line)
    yield from _joined(run)


def _joined(run: Sequence[Line]) -> Iterator[_Sentence]:
    text = ""
    for line in run:
        text = text + line.words if not text or text.endswith("-") else f"{text} {line.words}"
    whole = [text] if preamble.HEAD_LABEL.fullmatch(text) else sentences(text)
    yield from (_Sentence(tuple(run), sentence) for sentence in whole)


def _goes_on(run: Sequence[Line], line: Line, layout: Layout) -> bool:
    before = run[-1].words
    if line.place - run[-1].place > _WIDEST_GAP or preamble.HEAD_LABEL.fullmatch(line.words):
        return False
    held = any(preamble.HELD.search(above.words) for above in run)
    if held and preamble.HELD.match(line.words):
        return False
    if preamble.UNFINISHED.search(before) or preamble.GOES_ON.match(line.words):
        return True
    text = " ".join(above.words for above in run)
    tells = preamble.MINUTES_OF.match(text) or preamble.TELLS_MEETING.search(text)
    broken = bool(tells) and not before.endswith(".") and _is_full(run[-1], line, layout)
    fragment = held and len(line.words.split()) <= _FRAGMENT and not any(named_days(text))
    return bool((held and preamble.STARTS_WITH_DAY.match(line.words)) or broken or fragment)


def _is_full(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line was broken for the page's width; in capitals, which are wide, it has fewer letters."""
    if is_shouted(before.words) and is_shouted(line.words):
        return len(before.words) > _SHORTEST_SHOUTED_LINE
    return bool((layout.width and not layout.is_short(before, line)) or len(before.words) > _WIDEST_LINE)


_FRAGMENT = 2  # words on a line of their own that belong to the sentence above, which names no day yet
_SHORTEST_SHOUTED_LINE = 40  # characters: a shorter line was not broken for the page's width
_WIDEST_LINE = 90


# --- The day ----------------------------------------------------------------------------------------------------------
def _read_day(heading: Heading, sentence: _Sentence) -> None:
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


def _read_day_of_file(heading: Heading, told: Sequence[_Sentence], titles: Sequence[Line]) -> None:
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


def _read_day_of_weekday(heading: Heading, told: Sequence[_Sentence], years: Set[int]) -> None:
    """The head's day in the one year, of those that the text prints, in which it fell on the printed weekday."""
    for sentence in told:
        for day in named_days(sentence.text):
            dates = [date for year in years if (date := day.within(year)) and date.weekday() == day.weekday]
            if len(dates) == 1:
                _tell_year(heading, dates[0], sentence, "from the other days of the text, by the weekday")
                return


def _tell_year(heading: Heading, date: dt.date, sentence: _Sentence, source: str) -> None:
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


# --- Time and place ---------------------------------------------------------------------------------------------------
def _read_place(heading: Heading, sentence: _Sentence) -> str:
    """Read time and place; returns the words of the sentence that are neither, nor the date."""
    text = sentence.text
    days = [day for day in named_days(text) if day.year or heading.spans.get("date") == sentence.span]
    times = list(named_times(text))
    label = preamble.HEAD_LABEL.fullmatch(text)
    held = preamble.HELD.search(text)
    only_time = bool(times) and not marks.ANY_WORD.search(
        preamble.HEAD_FORMULA.sub(" ", "".join(_without(text, [(time.start, time.end) for time in times])))
    )
    about_meeting = heading.spans.get("date") == sentence.span or label or held or only_time
    if not about_meeting:
        return text
    if times:
        heading.tell("start_time", times[0].time, sentence.span)
    if len(times) > 1 and preamble.RANGE.fullmatch(text[times[0].end : times[1].start]):
        heading.tell("end_time", times[1].time, sentence.span)
    if label and label["label"].lower().startswith(("venue", "place", "location", "held")):
        heading.tell("venue", _place(label["words"]), sentence.span)
        return label["label"]
    facts = sorted([*((day.start, day.end) for day in days), *((time.start, time.end) for time in times)])
    start = held.end() if held else (facts[0][1] if facts else 0)
    places = [place for piece in _without(text[start:], _shifted(facts, start)) if (place := _place(piece))]
    if places and (facts or held):
        heading.tell("venue", ", ".join(places), sentence.span)
    return " ".join(_without(text[:start], facts))


def _without(text: str, facts: Iterable[tuple[int, int]]) -> list[str]:
    """The pieces of a text between some places of it."""
    pieces, at = [], 0
    for first, last in facts:
        if at <= first <= len(text):
            pieces.append(text[at:first])
            at = last
    return [*pieces, text[at:]]


def _shifted(facts: Iterable[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    return [(first - start, last - start) for first, last in facts if last > start]


def _read_place_below(heading: Heading, told: Sequence[_Sentence]) -> None:
    """The place where it stands on a line of its own, right below the day or the time."""
    if heading.venue is not None or "date" not in heading.spans:
        return
    after = max(heading.spans[fact].last for fact in ("date", "start_time") if fact in heading.spans)
    below = [sentence for sentence in told if sentence.span.first > after][:_MOST_PLACE_LINES]
    places: list[_Sentence] = []
    for sentence in below:
        if sentence.lines[0] in heading.read or not _is_place_line(sentence.text):
            break
        if places and sentence.span.first > places[-1].span.last + _WIDEST_GAP:
            break
        places.append(sentence)
    if not places:  # “Guildhall, Ostre” above “5 May 2024”
        above = [sentence for sentence in told if sentence.span.last < heading.spans["date"].first][-1:]
        places = [place for place in above if _is_place_line(place.text) and preamble.PLACE_WORD.search(place.text)]
    if places:
        heading.tell(
            "venue",
            ", ".join(plain_case(sentence.text.strip(" ,.")) for sentence in places),
            Span(places[0].span.first, places[-1].span.last),
        )
        for sentence in places:
            heading.read.update(sentence.lines)


def _is_place_line(text: str) -> bool:
    words = text.split()
    return bool(
        len(words) <= _LONGEST_PLACE
        and words[0][:1].isupper() | words[0][:1].isdigit()
        and any(len(word) > _SHORTEST_WORD for word in marks.WORD.findall(text))
        and not _is_prose(text)
        and not named_bodies(text)
        and not preamble.NO_PLACE.search(text)
        and marks.ANY_WORD.search(preamble.HEAD_FORMULA.sub(" ", text))
    )


def _place(words: str) -> str | None:
    """A place out of the words between “held”, the date and the time, without what joins it to them."""
    while True:
        bare = words.strip(" ,.;:–—-()")
        bare = preamble.BEFORE_PLACE.sub("", preamble.AFTER_PLACE.sub("", preamble.WEB_LINK.sub("", bare)))
        if bare == words:
            break
        words = bare
    words = preamble.PLACE_END.split(preamble.PLACE_LABEL.sub("", words))[0].strip(" ,;")
    if (
        len(words.split()) > _LONGEST_PLACE
        or preamble.FOLLOWING.match(words)
        or preamble.DRAFT.search(words)
        or not marks.ANY_WORD.search(words)
        or not any(map(str.isalpha, words))
    ):
        return None
    return plain_case(words)


# --- The body ---------------------------------------------------------------------------------------------------------
def _bodies(sentence: _Sentence) -> Iterator[_Body]:
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
        _Body(body.name, body.printed, _Sentence((line,), line.words), meets=True)
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
