"""By what results can be narrowed down: the values of each facet, with their names, addresses and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meetings.models import Committee, Council, Person, Resolution
from meetings.search.index import FACETS, Facet, Value

LABELS: dict[Facet, str] = {
    "council": "Council",
    "committee": "Committee",
    "year": "Year",
    "kind": "Kind",
    "outcome": "Outcome",
    "person": "Moved or seconded by",
}
KINDS = {"resolution": "With a resolution", "item": "Without a resolution"}

MOST_CHOICES = 12
"""Values of a facet that are offered: those that most items have."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its ``key`` in the address of a search, and how many items are found if it is chosen."""

    key: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet with what can be chosen."""

    name: Facet
    label: str
    choices: tuple[Choice, ...]


def value_of(facet: Facet, key: str) -> tuple[Value, str] | None:
    """The value that a key means, and its name; None where the archive has nothing of that key for the public."""
    outer, _, inner = key.partition("/")
    match facet:
        case "council":
            council = Council.objects.public().filter(slug=key).first()
            return (council.pk, council.name) if council else None
        case "committee":
            committees = Committee.objects.public().filter(council__slug=outer, slug=inner)
            committee = committees.select_related("council").first()
            return (committee.pk, _named(committee, _shared_names([committee]))) if committee else None
        case "person":
            person = Person.objects.public().filter(council__slug=outer, slug=inner).first()
            return (person.pk, person.name) if person else None
        case "year":
            return (int(key), key) if key.isascii() and key.isdigit() and len(key) == 4 else None
        case "kind":
            return (key, KINDS[key].lower()) if key in KINDS else None
        case "outcome":
            return (key, Resolution.Outcome(key).label.lower()) if key in Resolution.Outcome.values else None


def choices_of(counts: Mapping[Facet, Mapping[Value, int]], chosen: Mapping[Facet, str]) -> tuple[FacetChoices, ...]:
    """What can be chosen of each facet that offers more than one value, or has one chosen; ``chosen`` are keys."""
    offered = []
    for facet in FACETS:
        counted = counts.get(facet, {})
        best = sorted(counted, key=lambda value: (-counted[value], str(value)))[:MOST_CHOICES]
        choices = [
            Choice(key, label, counted[value], chosen.get(facet) == key)
            for value, (key, label) in _named_values(facet, best).items()
        ]
        if facet in chosen and not any(choice.chosen for choice in choices):
            found = value_of(facet, chosen[facet])
            if found:
                choices.append(Choice(chosen[facet], found[1], counted.get(found[0], 0), True))
        if facet == "year":
            choices.sort(key=lambda choice: choice.key, reverse=True)
        if len(choices) > 1 or facet in chosen:
            offered.append(FacetChoices(facet, LABELS[facet], tuple(choices)))
    return tuple(offered)


def _named_values(facet: Facet, values: Iterable[Value]) -> dict[Value, tuple[str, str]]:
    """Key and name of each value that the public may know of, in the order of ``values``."""
    wanted = list(values)
    rows: dict[Value, tuple[str, str]]
    match facet:
        case "council":
            rows = {row.pk: (row.slug, row.name) for row in Council.objects.public().filter(pk__in=wanted)}
        case "committee":
            committees = Committee.objects.public().filter(pk__in=wanted).select_related("council")
            shared = _shared_names(committees)
            rows = {row.pk: (f"{row.council.slug}/{row.slug}", _named(row, shared)) for row in committees}
        case "person":
            people = Person.objects.public().filter(pk__in=wanted).select_related("council")
            rows = {row.pk: (f"{row.council.slug}/{row.slug}", row.name) for row in people}
        case "year":
            return {value: (str(value), str(value)) for value in wanted}
        case "kind":
            return {value: (str(value), KINDS[str(value)]) for value in wanted}
        case "outcome":
            return {value: (str(value), Resolution.Outcome(str(value)).label) for value in wanted}
    return {value: rows[value] for value in wanted if value in rows}


def _shared_names(committees: Iterable[Committee]) -> frozenset[str]:
    """The keys of those names that committees of several councils have."""
    keys = {committee.key for committee in committees}
    named = Committee.objects.public().filter(key__in=keys).values_list("key", "council_id").distinct()
    return frozenset(key for key, count in Counter(key for key, _ in named).items() if count > 1)


def _named(committee: Committee, shared: frozenset[str]) -> str:
    """A committee's name, with its council's where another has a committee of that name."""
    return f"{committee.name}, {committee.council.name}" if committee.key in shared else committee.name
