"""By what results can be narrowed down: the values of each facet, with their names, addresses and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

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

MOST_CHOICES = 60
"""Values of a facet that are offered: those that most items have."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its ``key`` in the address of a search, and how many items are found by it alone."""

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


def values_of(facet: Facet, keys: Iterable[str]) -> dict[str, tuple[Value, str]]:
    """The value that each key means, and its name, in the order of ``keys``; without those of which the archive has
    nothing for the public."""
    wanted = list(keys)
    found: dict[str, tuple[Value, str]]
    match facet:
        case "council":
            found = {row.slug: (row.pk, row.name) for row in Council.objects.public().filter(slug__in=wanted)}
        case "committee":
            committees = Committee.objects.public().filter(_of_councils(wanted)).select_related("council")
            shared = _shared_names(committees)
            found = {f"{row.council.slug}/{row.slug}": (row.pk, _named(row, shared)) for row in committees}
        case "person":
            people = Person.objects.public().filter(_of_councils(wanted)).select_related("council")
            found = {f"{row.council.slug}/{row.slug}": (row.pk, row.name) for row in people}
        case "year":
            found = {key: (int(key), key) for key in wanted if key.isascii() and key.isdigit() and len(key) == 4}
        case "kind":
            found = {key: (key, name.lower()) for key, name in KINDS.items()}
        case "outcome":
            found = {str(outcome): (str(outcome), outcome.label.lower()) for outcome in Resolution.Outcome}
    return {key: found[key] for key in wanted if key in found}


def _of_councils(keys: Iterable[str]) -> Q:
    """The condition that a row has one of these keys, ``council/slug``."""
    pairs = (key.split("/", 1) for key in keys)
    return reduce(or_, (Q(council__slug=council, slug=slug) for council, slug in pairs))


def choices_of(
    counts: Mapping[Facet, Mapping[Value, int]], chosen: Mapping[Facet, Mapping[str, tuple[Value, str]]]
) -> tuple[FacetChoices, ...]:
    """What can be chosen of each facet that offers more than one value, or has one chosen; ``chosen`` are the values of
    ``values_of``."""
    offered = []
    for facet in FACETS:
        counted = counts.get(facet, {})
        keys = chosen.get(facet, {})
        best = sorted(counted, key=lambda value: (-counted[value], str(value)))[:MOST_CHOICES]
        choices = [
            Choice(key, label, counted[value], key in keys)
            for value, (key, label) in _named_values(facet, best).items()
        ]
        offered_keys = {choice.key for choice in choices}
        choices += [
            Choice(key, name, counted.get(value, 0), True)
            for key, (value, name) in keys.items()
            if key not in offered_keys
        ]
        if facet == "year":
            choices.sort(key=lambda choice: choice.key, reverse=True)
        if len(choices) > 1 or keys:
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
