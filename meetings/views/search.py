"""The search page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.models import Committee
from meetings.search.engine import SearchPage, run
from meetings.search.request import PAGE_SIZE, SearchRequest

SORTS = (("relevance", "Best match first"), ("newest", "Newest first"), ("oldest", "Oldest first"))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for the query string; the empty form where it asks for nothing; 503 where the index is unwell."""
    page = run(SearchRequest.from_query(request.GET))
    context = {
        "page": page,
        "asked": page.request,
        "committees": Committee.objects.public().select_related("council"),
        "all_minutes": SearchRequest(q=page.request.q).to_query(),
        "sorts": SORTS,
        "page_links": _page_links(page),
    }
    return render(request, "search/search.html", context, status=503 if page.unavailable else 200)


def _page_links(page: SearchPage) -> list[tuple[int, str]]:
    """The numbers of the pages to lead to, each with its query string; 0 for those that are passed over."""
    shown = Paginator(range(page.total), PAGE_SIZE).get_elided_page_range(page.request.page, on_each_side=1, on_ends=1)
    numbers = [number if isinstance(number, int) else 0 for number in shown]
    return [(number, page.request.on_page(number).to_query()) for number in numbers] if page.pages > 1 else []
