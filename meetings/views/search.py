"""The search page."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.models import Committee
from meetings.search.engine import SearchPage, run
from meetings.search.facets import Choice, FacetChoices
from meetings.search.passages import Finder
from meetings.search.request import PAGE_SIZE, SearchRequest

EXAMPLES = (
    ("school parking", "items with both words, in any of their forms: “schools”, “parked”"),
    ('"school parking"', "the two words one behind the other"),
    ("library OR museum", "either of the words"),
    ("parking -school", "the first word without the second; NOT school says the same"),
    ("(library OR museum) closure", "parentheses hold together what belongs together"),
    ("pension*", "all words that begin so: “pensions”, “pensioner”"),
    ('"school NEAR/5 crossing"', "the words at most five words from each other, in either order"),
    ("title:library", "a word of an item's title"),
    ('resolution:"flood wall"', "words of a resolution"),
    ("committee:planning trees", "a word of the name of the committee or council, beside any other"),
    ("person:marsh", "items of meetings that a member of that name was to be at"),
    ("mover:marsh", "items where a member of that name moved a resolution"),
    ("parking date:2024", "meetings of a year, a month (date:2024-03) or a day (date:12/03/2024)"),
    ("parking from:2023 to:2024-06", "meetings from the one day on, up to the other"),
)

SORTS = (("relevance", "Best match first"), ("newest", "Newest first"), ("oldest", "Oldest first"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for the query string; the empty form where it asks for nothing; 503 where the index is unwell."""
    page = run(SearchRequest.from_query(request.GET))
    context = {
        "page": page,
        "asked": page.request,
        "committees": Committee.objects.public().select_related("council"),
        "date_fields": _date_fields(page.request),
        "kept": [pair for pair in page.request.chosen.items() if pair[0] != "committee"],
        "facets": [(facet, _links(page.request, facet)) for facet in page.facets],
        "all_minutes": SearchRequest(q=page.request.q).to_query(),
        "found_by": f"?{urlencode({'found': page.request.q})}#{Finder.ANCHOR}" if page.request.q else "",
        "suggested": page.suggestion and replace(page.request, q=page.suggestion.words, page=1).to_query(),
        "sorts": SORTS,
        "page_links": _page_links(page),
    }
    return render(request, "search/search.html", context, status=503 if page.unavailable else 200)


def _page_links(page: SearchPage) -> list[tuple[int, str]]:
    """The numbers of the pages to lead to, each with its query string; 0 for those that are passed over."""
    shown = Paginator(range(page.total), PAGE_SIZE).get_elided_page_range(page.request.page, on_each_side=1, on_ends=1)
    numbers = [number if isinstance(number, int) else 0 for number in shown]
    return [(number, page.request.on_page(number).to_query()) for number in numbers] if page.pages > 1 else []


def _date_fields(request: SearchRequest) -> list[dict[str, object]]:
    """The two fields of the form: what was typed if it was refused, else the day that was understood."""
    return [
        {
            "name": name,
            "label": label,
            "example": example,
            "refused": name in request.refused,
            "value": request.refused.get(name) or (f"{day:%d/%m/%Y}" if day else ""),
        }
        for name, label, example, day in (
            ("date_from", "From (date)", "20/04/2021, 2021-04 or 2021", request.date_from),
            ("date_to", "To (date)", "20/04/2021, 2021-04 or 2021", request.date_to),
        )
    ]


def _links(request: SearchRequest, facet: FacetChoices) -> list[tuple[Choice, str]]:
    """Each choice with the query string that chooses it, or that takes it back."""
    return [
        (choice, request.choosing(facet.name, "" if choice.chosen else choice.key).to_query())
        for choice in facet.choices
    ]


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """How to ask, with examples that run."""
    examples = [(words, SearchRequest(q=words).to_query(), told) for words, told in EXAMPLES]
    return render(request, "search/help.html", {"examples": examples})
