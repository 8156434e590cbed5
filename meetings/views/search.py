"""The search page, and what goes with it: suggestions, a table, help."""

from __future__ import annotations

from dataclasses import asdict, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from meetings.exports import MOST_ROWS, csv_of
from meetings.models import Committee
from meetings.search.completion import complete
from meetings.search.engine import SearchPage, run, run_through
from meetings.search.facets import FacetChoices
from meetings.search.index import Order
from meetings.search.passages import Finder
from meetings.search.request import SearchRequest
from meetings.search.tree import said_period

EXAMPLES = (
    ("school crossing", "items with both words, in any of their forms: “schools”, “crossings”"),
    ('"school crossing"', "the two words one behind the other"),
    ("library OR museum", "either of the words"),
    ("parking -school", "the first word without the second; NOT school says the same"),
    ("(library OR museum) closure", "parentheses hold together what belongs together"),
    ("pension*", "all words that begin so: “pensions”, “pensioner”"),
    ('"school NEAR/5 crossing"', "the words at most five words from each other, in either order"),
    ("title:library", "a word of an item's title"),
    ('resolution:"flood wall"', "words of a resolution"),
    ("committee:planning trees", "a word of the name of the committee or council, beside any other"),
    ("council:harrowmere flood", "a word of the name of the council, beside any other"),
    ("person:tarrowby", "items of meetings that a member of that name was to be at"),
    ("mover:tarrowby", "items where a member of that name moved a resolution"),
    ("parking date:2024", "meetings of a year, a month (date:2024-03) or a day (date:12/03/2024)"),
    ("parking from:2023 to:2024-06", "meetings from the one day on, up to the other"),
)

ORDERS: tuple[tuple[Order, str], ...] = (
    ("relevance", "Best match"),
    ("newest", "Newest"),
    ("oldest", "Oldest"),
    ("published", "Latest published"),
)
SEEN_CHOICES = 8
"""Values of a facet that are seen at once; the others unfold."""

GROUPINGS = ((False, "All items"), (True, "One item a meeting"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for the query string; the empty form where it asks for nothing; 503 where the index is unwell."""
    page = run(SearchRequest.from_query(request.GET))
    asked = page.request
    context = {
        "page": page,
        "asked": asked,
        "query": replace(asked, page=1).to_query(),
        "committees": Committee.objects.public().select_related("council"),
        "date_fields": _date_fields(asked),
        "kept": _kept(asked),
        "applied": _applied(page),
        "facets": [_facet_shown(asked, facet) for facet in page.facets],
        "sole_committee": _sole_committee(asked),
        "orders": [
            (label, replace(asked.on_page(1), sort=order).to_query(), order == asked.sort) for order, label in ORDERS
        ],
        "groupings": [
            (label, replace(asked.on_page(1), grouped=grouped).to_query(), grouped == asked.grouped)
            for grouped, label in GROUPINGS
        ],
        "all_minutes": SearchRequest(q=asked.q).to_query(),
        "found_by": f"?{urlencode({'found': asked.q})}#{Finder.ANCHOR}" if asked.q else "",
        "suggested": page.suggestion and replace(asked, q=page.suggestion.words, page=1).to_query(),
        "page_links": _page_links(page),
        "most_rows": MOST_ROWS,
    }
    return render(request, "search/search.html", context, status=503 if page.unavailable else 200)


def _page_links(page: SearchPage) -> list[tuple[int, str]]:
    """The numbers of the pages to lead to, each with its query string; 0 for those that are passed over."""
    shown = Paginator(range(page.listed), page.size).get_elided_page_range(page.request.page, on_each_side=1, on_ends=1)
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


def _facet_shown(request: SearchRequest, facet: FacetChoices) -> dict[str, object]:
    """A facet: the choices that are seen at once and those that unfold, each with the query string that chooses it."""
    links = [(choice, request.choosing(facet.name, choice.key).to_query()) for choice in facet.choices]
    seen = SEEN_CHOICES if len(links) > SEEN_CHOICES + 1 else len(links)  # a fold for one would save nothing
    folded = links[seen:]
    return {
        "facet": facet,
        "links": links[:seen],
        "folded": folded,
        "unfolded": any(choice.chosen for choice, _ in folded),
    }


def _sole_committee(request: SearchRequest) -> str:
    """The committee that the form's list stands at: of several none is."""
    committees = request.chosen.get("committee", ())
    return committees[0] if len(committees) == 1 else ""


def _kept(request: SearchRequest) -> list[tuple[str, str]]:
    """What the form has no field for, and keeps for the next search."""
    sole = _sole_committee(request)
    kept = [(str(facet), key) for facet, keys in request.chosen.items() for key in keys if key != sole]
    kept += [("sort", request.sort)] if request.sort != "relevance" else []
    return kept + ([("group", "meeting")] if request.grouped else [])


def _applied(page: SearchPage) -> list[tuple[str, str]]:
    """By what the search is narrowed down, each with the query string of the search without it."""
    asked = page.request
    applied = [
        (choice.label, asked.choosing(facet.name, choice.key).to_query())
        for facet in page.facets
        for choice in facet.choices
        if choice.chosen
    ]
    if asked.date_from or asked.date_to:
        without = replace(asked.on_page(1), date_from=None, date_to=None)
        applied.append((capfirst(said_period(asked.date_from, asked.date_to)), without.to_query()))
    if asked.resolutions_only:
        applied.append(("Resolutions only", replace(asked.on_page(1), resolutions_only=False).to_query()))
    return applied


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """What is found for the query string as a table, written as it is read from the rows."""
    page, hits = run_through(replace(SearchRequest.from_query(request.GET), grouped=False), most=MOST_ROWS)
    if page.unavailable:
        return HttpResponse("Search is unavailable now.", status=503, content_type="text/plain; charset=utf-8")
    response = StreamingHttpResponse(
        csv_of(hits, page.total, request.build_absolute_uri), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="minutes.csv"'
    return response


@require_safe
@cache_control(max_age=60)
def suggest(request: HttpRequest) -> HttpResponse:
    """What the search in ``q`` may become, for the script below the search box."""
    return JsonResponse({"suggestions": [asdict(found) for found in complete(request.GET.get("q", ""))]})


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """How to ask, with examples that run."""
    examples = [(words, SearchRequest(q=words).to_query(), told) for words, told in EXAMPLES]
    return render(request, "search/help.html", {"examples": examples})
