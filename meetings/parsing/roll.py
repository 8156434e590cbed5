"""Who was there, each person once: what the lists and the sentences tell, made one roll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from meetings.parsing.names import read_names
from meetings.parsing.parsed import Attendee
from meetings.parsing.printed_names import are_initials


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


def with_chair(people: Sequence[Attendee], printed: str) -> tuple[Attendee, ...]:
    """The people, the one who took the chair (“Cllr Marsh”, “AM”) with that role if no other is printed."""
    found = read_names(printed, "Councillor").names
    name = found[0].name if found else printed
    for index, person in enumerate(people):
        same = person.name.split()[-1].lower() == name.split()[-1].lower() if name else False
        if person.presence == "present" and (same or are_initials(name, person.name)):
            if person.role:
                break
            return (*people[:index], replace(person, role="Chair"), *people[index + 1 :])
    return tuple(people)


def _is_same(known: Attendee, person: Attendee, given: list[str], in_list: bool) -> bool:
    """Whether an entry of the same surname is the same person in the same way of being there."""
    if in_list:
        namesakes = known.title and person.title and known.title != person.title  # “Mr J Marsh, Mrs J Marsh”
        return (known.name, known.presence) == (person.name, person.presence) and not namesakes
    if person.presence not in (known.presence, "in_attendance"):
        return False
    known_given = known.name.lower().replace(".", " ").split()[:-1]
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(given, known_given, strict=False))
