"""Items that were found, as a page shows them: loaded from the rows, with marked passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from django.utils.safestring import SafeString

from meetings.models import Item, Resolution
from meetings.search.passages import Marker, Passage, Span, spans_of
from meetings.search.tree import Tree

MOST_PASSAGES = 5
"""Of one item, the first and the further ones together."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One item found."""

    item: Item
    """With its meeting, committee, council, resolutions and the parts' numbers above it loaded."""
    title: SafeString
    passage: SafeString
    resolution: Resolution | None
    """The resolution that the passage stands in."""
    further: tuple[SafeString, ...] = ()
    """Other passages where something wanted stands, in the order of the text."""
    more: int = 0
    """Further items of the same meeting that were found, where they are grouped."""


def load_hits(
    keys: Iterable[int],
    tree: Tree | None,
    *,
    resolutions_only: bool = False,
    more: Mapping[int, int] | None = None,
) -> tuple[Hit, ...]:
    """The items of these primary keys that the public may read, in their order, marked with what the tree wants."""
    wanted = list(keys)
    by_key = {item.pk: item for item in load_items(wanted)}
    marker = Marker(tree)
    found = [by_key[key] for key in wanted if key in by_key]
    hits = (_hit(item, marker, resolutions_only=resolutions_only) for item in found)
    return tuple(replace(hit, more=(more or {}).get(hit.item.pk, 0)) for hit in hits)


def load_items(keys: Iterable[int]) -> list[Item]:
    """The rows of these keys that the public may read, with all that their addresses and numbers need."""
    items = list(
        Item.objects.published()
        .filter(pk__in=list(keys))
        .select_related("meeting__committee__council")
        .prefetch_related("resolutions")
    )
    # an item's number in full is that of the items that it is part of: those of all meetings here at once
    meetings = {item.meeting_id for item in items if item.parent_id}
    above = (
        Item.objects.filter(meeting__in=meetings, parts__isnull=False).only("number", "parent_id") if meetings else ()
    )
    parents = {item.pk: item for item in above}
    for item in (*items, *parents.values()):
        item.parent = parents[item.parent_id] if item.parent_id else None
    return items


def _hit(item: Item, marker: Marker, *, resolutions_only: bool) -> Hit:
    title = marker.whole(item.heading)
    resolutions = list(item.resolutions.all())
    if resolutions_only and resolutions:
        passages = [marker.passage(resolution.text) for resolution in resolutions]
        best = max(range(len(passages)), key=lambda place: passages[place].worth)
        others = [passage for place, passage in enumerate(passages) if passage.marks and place != best]
        return Hit(item, title, passages[best].html, resolutions[best], _htmls(others[: MOST_PASSAGES - 1]))
    text = item.text.strip()
    spans = {resolution: spans_of([resolution.text], text) for resolution in resolutions}
    first, *others = marker.passages(text, MOST_PASSAGES, chain.from_iterable(spans.values()))
    return Hit(item, title, first.html, _resolution_of(first, spans), _htmls(others))


def _htmls(passages: Iterable[Passage]) -> tuple[SafeString, ...]:
    return tuple(passage.html for passage in passages)


def _resolution_of(passage: Passage, spans: Mapping[Resolution, list[Span]]) -> Resolution | None:
    """The first resolution in which a mark of the passage stands."""
    for resolution, places in spans.items():
        if any(start <= mark.start and mark.end <= end for mark in passage.marks for start, end in places):
            return resolution
    return None
