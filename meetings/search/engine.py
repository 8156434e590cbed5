"""A search from request to page: the one way in for whoever wants to search the minutes."""

from __future__ import annotations

import datetime as dt
import logging
import re
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from meetings.models import Committee, Item, Resolution
from meetings.search import indexer
from meetings.search.errors import SearchUnavailable
from meetings.search.hints import Hint
from meetings.search.index import Found, Query, configured_index
from meetings.search.language import Tree, describe, read_query, wanted
from meetings.search.passages import Marker, Passage
from meetings.search.request import BAD_COMMITTEE, PAGE_SIZE, SearchRequest

log = logging.getLogger(__name__)

DAY = "j F Y"

AROUND = Hint(
    "found-around",
    "No item says this itself. These are items of meetings whose committee, council or members go by that name.",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One item found."""

    item: Item
    """With its meeting, committee, council and resolutions loaded."""
    title: SafeString
    passage: SafeString
    resolution: Resolution | None
    """The resolution that the passage stands in."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what a request found."""

    request: SearchRequest
    """As it was carried out: without what made no sense, and on a page that exists."""
    hits: tuple[Hit, ...] = ()
    total: int = 0
    hints: tuple[Hint, ...] = ()
    description: str = ""
    """What was looked for, in words; empty where nothing was asked for."""
    unavailable: bool = False
    """The index cannot be read now."""

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def first(self) -> int:
        """The number of the first hit on this page among all."""
        return (self.request.page - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.hits) - 1


def run(request: SearchRequest) -> SearchPage:
    """Search what the public may read. Never raises for what was asked; see ``SearchPage.unavailable``."""
    tree, misunderstood = read_query(request.q)
    hints = [*request.hints, *misunderstood]
    committee = _committee(request.committee)
    if request.committee and committee is None:
        hints.append(BAD_COMMITTEE)
        request = replace(request, committee="")
    if tree is None and not request.filters:
        return SearchPage(request, hints=tuple(hints))
    page = SearchPage(request, description=_describe(tree, request, committee))
    try:
        found, request = _find(tree, request, committee, hints)
    except SearchUnavailable as error:
        if not Item.objects.published().exists():  # an archive that has yet to begin has no index and no results
            return replace(page, hints=tuple(hints))
        log.error("a search was not answered: %s", error)
        return replace(page, hints=tuple(hints), unavailable=True)
    hits = _load(found, tree, request)
    # what is no longer public, though the index still holds it, is not counted either
    total = found.total - (len(found.items) - len(hits))
    return replace(page, request=request, hits=hits, total=total, hints=tuple(dict.fromkeys(hints)))


def _committee(address: str) -> Committee | None:
    council, _, committee = address.partition("/")
    public = Committee.objects.public().select_related("council")
    return public.filter(council__slug=council, slug=committee).first() if committee else None


def _find(
    tree: Tree | None, request: SearchRequest, committee: Committee | None, hints: list[Hint]
) -> tuple[Found, SearchRequest]:
    """What the index finds, and the request with the page that it was found for."""
    index = configured_index()
    query = Query(
        tree,
        resolutions_only=request.resolutions_only,
        committee=committee.pk if committee else None,
        date_from=request.date_from,
        date_to=request.date_to,
        hidden_meetings=indexer.meetings_gone_from_public(),
        order="newest" if tree is None and request.sort == "relevance" else request.sort,
        offset=(request.page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    found = index.find(query)
    if not found.total and any(wanted(tree)):
        query = replace(query, around=True)
        found = index.find(query)
        if found.total:
            hints.append(AROUND)
    if not found.items and request.page > 1:
        last = max(1, -(-found.total // PAGE_SIZE))
        hints.append(Hint("beyond-last-page", f"There is no page {request.page}: this is the last one, page {last}."))
        request = request.on_page(last)
        found = index.find(replace(query, offset=(last - 1) * PAGE_SIZE))
    return found, request


def _load(found: Found, tree: Tree | None, request: SearchRequest) -> tuple[Hit, ...]:
    """The hits that the public may read, in the order of the index."""
    items = (
        Item.objects.published()
        .filter(pk__in=found.items)
        .select_related("meeting__committee__council", "parent")
        .prefetch_related("resolutions")
    )
    by_key = {item.pk: item for item in items}
    marker = Marker(tree)
    return tuple(_hit(by_key[key], marker, request) for key in found.items if key in by_key)


def _hit(item: Item, marker: Marker, request: SearchRequest) -> Hit:
    title = marker.whole(item.heading)
    resolutions = list(item.resolutions.all())
    if request.resolutions_only and resolutions:
        passages = [marker.passage(resolution.text) for resolution in resolutions]
        best = max(range(len(passages)), key=lambda place: passages[place].worth)
        return Hit(item, title, passages[best].html, resolutions[best])
    passage = marker.passage(item.text)
    return Hit(item, title, passage.html, _resolution_of(passage, item.text.strip(), resolutions))


def _resolution_of(passage: Passage, text: str, resolutions: list[Resolution]) -> Resolution | None:
    """The first resolution among whose words, as they stand in the item's text, a mark of the passage stands."""
    for resolution in resolutions if passage.marks else ():
        words = re.search(r"\s+".join(map(re.escape, resolution.text.split())), text)
        if words and any(words.start() <= mark.start and mark.end <= words.end() for mark in passage.marks):
            return resolution
    return None


def _describe(tree: Tree | None, request: SearchRequest, committee: Committee | None) -> str:
    """The whole request said back: “laptops”, in resolutions only, Planning Committee, from 1 April 2021."""
    parts = [describe(tree) if tree else "all items"]
    if request.resolutions_only:
        parts.append("in resolutions only" if tree else "with resolutions only")
    if committee:
        parts.append(committee.name)
    if request.date_from or request.date_to:
        parts.append(_period(request.date_from, request.date_to))
    return ", ".join(parts)


def _period(first: dt.date | None, last: dt.date | None) -> str:
    if first and first == last:
        return f"on {date_format(first, DAY)}"
    days = [f"from {date_format(first, DAY)}" if first else "", f"up to {date_format(last, DAY)}" if last else ""]
    return " ".join(filter(None, days))
