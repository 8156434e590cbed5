"""Step 4: who was there, and who sent apologies? Read from the attendance lists and the sentences that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from meetings.parsing.lines import Line
from meetings.parsing.names import PrintedName, read_names
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Attendee, Presence, Span
from meetings.parsing.patterns import persons


@dataclass(frozen=True, slots=True)
class Attendance:
    """The people of the attendance lists; ``read`` are the places of the lines that they were read from in full."""

    people: tuple[Attendee, ...]
    read: frozenset[int]


def attendance_start(head: Sequence[Line]) -> int:
    """Where the attendance lists begin, as an index of ``head``; its length where it has none."""
    return next((index for index, line in enumerate(head) if persons.ATTENDANCE_LABEL.fullmatch(line.words)), len(head))


def read_attendance(lines: Sequence[Line]) -> Attendance:
    """The people of the attendance lists, whose first line is a label (“Present:”)."""
    people: list[Attendee] = []
    read: set[int] = set()
    presence: Presence = "present"
    role: str | None = None
    group: str | None = None
    for run in _runs(lines):
        text = " ".join(line.words for line in run)
        places = range(run[0].place, run[-1].place + 1)
        label = persons.ATTENDANCE_LABEL.fullmatch(text)
        if label:
            presence, role, group = _presence(label["label"]), _role(label["label"]), None
            text = label["rest"].strip()
        lists = [read_names(sentence, group) for sentence in sentences(text)]
        named = [person for names in lists for person in names.names]
        if lists and lists[-1].title and not named:
            group = lists[-1].title
        span = Span(run[0].place, run[-1].place)
        people += [_attendee(person, presence, span, role) for person in named]
        if not any(names.unread for names in lists):
            read.update(places)
    return Attendance(tuple(people), frozenset(read))


def read_statements(title: str, paragraphs: Iterable[Paragraph]) -> Iterator[Attendee]:
    """The people whose apologies or attendance the sentences of one item tell."""
    about_apologies = persons.APOLOGIES_TITLE.search(title)
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            if about_apologies:
                yield from _apologies(sentence, paragraph.span)
            if attended := persons.ATTENDED.match(sentence):
                for named in read_names(attended["names"]).names:
                    yield _attendee(named, "in_attendance", paragraph.span)


def merge_people(listed: Iterable[Attendee], told: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """Each person once for each way of being there: those of the lists, then those of the sentences.

    A sentence adds nobody whom a list has already; one whom a list shows as present stays what the list says.
    """
    merged: list[Attendee] = []
    by_surname: dict[str, list[Attendee]] = {}
    for person, in_list in [*((person, True) for person in listed), *((person, False) for person in told)]:
        *given, surname = person.name.lower().replace(".", " ").split()
        known = by_surname.setdefault(surname, [])
        if any(_is_same(other, person, given, in_list) for other in known):
            continue
        known.append(person)
        merged.append(person)
    return tuple(merged)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that are one list: a line that ends in a comma, or in an open bracket, goes on in the next."""
    run: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        adjacent = run and run[-1].place + 1 == line.place
        if adjacent and not persons.ATTENDANCE_LABEL.fullmatch(line.words) and _goes_on(run, line):
            run.append(line)
        else:
            if run:
                yield run
            run = [line]
    if run:
        yield run


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    before = run[-1].words
    opened = sum(words.text.count("(") - words.text.count(")") for words in run[-4:]) > 0
    return bool(
        opened
        or before.endswith((",", ";", " and", " &", "–", " -"))
        or line.text.startswith(("and ", "& ", "("))
        or (persons.TITLE.fullmatch(before.rpartition(" ")[2]) and " " in before)
    )


def _presence(label: str) -> Presence:
    words = label.lower()
    if "apolog" in words and "without" not in words:
        return "apologies"
    if "absent" in words:
        return "absent"
    members = "member" in words or "councillor" in words
    if persons.OTHERS_LABEL.search(words) and not (members and "also" not in words and "other" not in words):
        return "in_attendance"
    return "present"


def _role(label: str) -> str | None:
    return label.capitalize() if label.lower().startswith("chair") else None


def _attendee(named: PrintedName, presence: Presence, span: Span, role: str | None = None) -> Attendee:
    serves = (
        named.role and persons.SERVING_ROLE.search(named.role) and not persons.ELECTED_TITLE.match(named.title or "")
    )
    return Attendee(
        named.name,
        "in_attendance" if presence == "present" and serves else presence,
        named.title,
        named.honours,
        named.role or role,
        span,
    )


def _apologies(sentence: str, span: Span) -> Iterator[Attendee]:
    if missing := persons.NO_APOLOGY.search(sentence):
        if "absent" in sentence:
            yield from (_attendee(named, "absent", span) for named in _named(missing["names"]))
        return
    found = persons.SENT_APOLOGIES.match(sentence)
    if found:
        lists = [found["names"]]
    elif mentioned := persons.APOLOGIES.search(sentence):
        lists = persons.FROM.split(sentence[mentioned.end() :])
    else:
        return
    for words in lists:
        yield from (_attendee(named, "apologies", span) for named in _named(words))


def _named(words: str) -> list[PrintedName]:
    """The names that a part of a sentence begins with."""
    words = words.strip()
    if words[:1].islower() and not persons.TITLE.match(words):
        return []
    end = persons.NAMES_END.search(words)
    return read_names(words[: end.start()] if end else words).names


def _is_same(known: Attendee, person: Attendee, given: list[str], in_list: bool) -> bool:
    """Whether an entry of the same surname is the same person in the same way of being there."""
    if in_list:
        return (known.name, known.presence) == (person.name, person.presence)
    if person.presence not in (known.presence, "in_attendance"):
        return False
    known_given = known.name.lower().replace(".", " ").split()[:-1]
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(given, known_given, strict=False))
