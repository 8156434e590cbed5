"""A search from request to page: the one way in for whoever wants to search the minutes."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from meetings.models import Item
from meetings.search import indexer
from meetings.search.errors import SearchUnavailable
from meetings.search.facets import FacetChoices, choices_of, values_of
from meetings.search.hints import Hint
from meetings.search.hits import Hit, load_hits, load_items
from meetings.search.index import Facet, Found, Query, Value, configured_index
from meetings.search.language import read_query
from meetings.search.request import PAGE_SIZE, SearchRequest, unknown
from meetings.search.spelling import Suggestion, did_you_mean
from meetings.search.tree import Tree, describe, said_period, wanted

log = logging.getLogger(__name__)

AROUND = Hint(
    "found-around",
    "No item says this itself. These are items of meetings whose committee, council or members go by that name.",
)


BATCH = 200
"""Items that are loaded at a time where a request is run through."""

MOST_RELATED = 5


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of what a request found."""

    request: SearchRequest
    """As it was carried out: without what made no sense, and on a page that exists."""
    size: int = PAGE_SIZE
    """Entries a page."""
    hits: tuple[Hit, ...] = ()
    total: int = 0
    hints: tuple[Hint, ...] = ()
    description: str = ""
    """What was looked for, in words; empty where nothing was asked for."""
    unavailable: bool = False
    """The index cannot be read now."""
    meetings: int = 0
    """Where grouped: how many meetings the items are of."""
    facets: tuple[FacetChoices, ...] = ()
    suggestion: Suggestion | None = None
    """What to look for instead, where nothing was found."""

    @property
    def listed(self) -> int:
        """How many entries the list has on all its pages: items, or meetings where grouped."""
        return self.meetings if self.request.grouped else self.total

    @property
    def pages(self) -> int:
        return max(1, -(-self.listed // self.size))

    @property
    def first(self) -> int:
        """The number of the first hit on this page among all."""
        return (self.request.page - 1) * self.size + 1

    @property
    def last(self) -> int:
        return self.first + len(self.hits) - 1


def run(request: SearchRequest, *, size: int = PAGE_SIZE, unasked: bool = False) -> SearchPage:
    """Search what the public may read. Never raises for what was asked; see ``SearchPage.unavailable``.

    A request that asks for nothing finds nothing, or, where ``unasked``, everything.
    """
    page, keys, tree = _look(request, size, unasked=unasked)
    hits = load_hits(keys.items, tree, resolutions_only=page.request.resolutions_only, more=keys.more)
    # what is no longer public, though the index still holds it, is not counted either
    gone = len(keys.items) - len(hits)
    return replace(page, hits=hits, total=page.total - gone, meetings=max(0, page.meetings - gone))


def run_through(request: SearchRequest, *, most: int) -> tuple[SearchPage, Iterator[Hit]]:
    """The first ``most`` hits of a request one after the other, and a page that holds none of them."""
    page, keys, tree = _look(replace(request, page=1), most)
    batches = (keys.items[start : start + BATCH] for start in range(0, len(keys.items), BATCH))
    resolutions_only = page.request.resolutions_only
    return page, (hit for batch in batches for hit in load_hits(batch, tree, resolutions_only=resolutions_only))


def related(item: Item, *, most: int = MOST_RELATED) -> list[Item]:
    """Public business of other meetings that is likest to an item's; none where the index is unwell."""
    if item.routine:
        return []
    hidden = indexer.meetings_to_hide() | {item.meeting_id}
    try:
        keys = configured_index().like(f"{item.title} {item.text}", hidden_meetings=hidden, most=2 * most)
    except SearchUnavailable as error:
        log.error("no related items: %s", error)
        return []
    by_key = {found.pk: found for found in load_items(keys)}
    return [by_key[key] for key in keys if key in by_key and not by_key[key].routine][:most]


def _look(request: SearchRequest, size: int, *, unasked: bool = False) -> tuple[SearchPage, Found, Tree | None]:
    """A page without its hits, the keys of these, and what was asked for."""
    tree, misunderstood = read_query(request.q)
    hints = [*request.hints, *misunderstood]
    known = {facet: values_of(facet, keys) for facet, keys in request.chosen.items()}
    hints += [unknown(facet) for facet, keys in request.chosen.items() if len(known[facet]) < len(keys)]
    request = replace(request, chosen={facet: tuple(values) for facet, values in known.items() if values})
    values = {facet: frozenset(value for value, _ in known[facet].values()) for facet in request.chosen}
    names = [" or ".join(name for _, name in known[facet].values()) for facet in request.chosen]
    if tree is None and not request.filters and not unasked:
        return SearchPage(request, size, hints=tuple(hints)), Found((), 0), None
    page = SearchPage(request, size, description=_describe(tree, request, names))
    try:
        found, request, suggestion = _find(tree, request, size, values, hints)
    except SearchUnavailable as error:
        if not Item.objects.published().exists():  # an archive that has yet to begin has no index and no results
            return replace(page, hints=tuple(hints)), Found((), 0), tree
        log.error("a search was not answered: %s", error)
        return replace(page, hints=tuple(hints), unavailable=True), Found((), 0), tree
    page = replace(
        page,
        request=request,
        total=found.total,
        meetings=found.meetings if request.grouped else 0,
        hints=tuple(dict.fromkeys(hints)),
        facets=choices_of(found.counts, {facet: known[facet] for facet in request.chosen}),
        suggestion=suggestion,
    )
    return page, found, tree


def _find(
    tree: Tree | None, request: SearchRequest, size: int, chosen: Mapping[Facet, frozenset[Value]], hints: list[Hint]
) -> tuple[Found, SearchRequest, Suggestion | None]:
    """What the index finds, the request with the page that it was found for, and another spelling if it was none."""
    index = configured_index()
    query = Query(
        tree,
        resolutions_only=request.resolutions_only,
        chosen=chosen,
        date_from=request.date_from,
        date_to=request.date_to,
        hidden_meetings=indexer.meetings_to_hide(),
        order="newest" if not any(wanted(tree)) and request.sort == "relevance" else request.sort,
        grouped=request.grouped,
        count=True,
        offset=(request.page - 1) * size,
        limit=size,
    )
    found = index.find(query)
    if not found.total and any(wanted(tree)):
        around = index.find(replace(query, around=True))
        if around.total:
            query, found = replace(query, around=True), around
            hints.append(AROUND)
    if not found.items and request.page > 1:
        last = max(1, -(-(found.meetings if request.grouped else found.total) // size))
        hints.append(Hint("beyond-last-page", f"There is no page {request.page}: this is the last one, page {last}."))
        request = request.on_page(last)
        found = index.find(replace(query, offset=(last - 1) * size))
    hints += [_cut_off(beginning) for beginning in found.cut]
    return found, request, None if found.total else did_you_mean(request.q, query, index)


def _cut_off(beginning: str) -> Hint:
    return Hint(
        "many-words-begin-so",
        f"So many words begin with “{beginning}” that only the most frequent were looked for: write more of the word.",
    )


def _describe(tree: Tree | None, request: SearchRequest, names: list[str]) -> str:
    """The whole request said back: “laptops”, in resolutions only, Planning Committee, from 1 April 2021."""
    parts = [describe(tree) if tree else "all items"]
    if request.resolutions_only:
        parts.append("in resolutions only" if tree else "with resolutions only")
    parts += names
    if request.date_from or request.date_to:
        parts.append(said_period(request.date_from, request.date_to))
    return ", ".join(parts)
