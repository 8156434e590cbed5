"""A search as an Atom feed: the items that it finds, the latest published first, however old their meetings are."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from meetings.search.engine import SearchPage, run
from meetings.search.hits import Hit
from meetings.search.request import SearchRequest

MOST_ENTRIES = 50

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold, though minutes may."""


class Unavailable(Exception):
    """The index cannot be read now: a reader of feeds shall come again later."""


class SearchFeed(Feed):
    """The latest published items that a search finds; without words and filters, of all."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().__call__(request, *args, **kwargs)
        except Unavailable:
            return HttpResponse("Search is unavailable now.", status=503, content_type="text/plain; charset=utf-8")

    def get_object(self, request: HttpRequest) -> SearchPage:
        asked = SearchRequest.from_query(request.GET)
        page = run(asked.latest_published(), size=MOST_ENTRIES, unasked=True)
        if page.unavailable:
            raise Unavailable
        return page

    def title(self, page: SearchPage) -> str:
        return f"Minutes: {page.description}"

    def link(self, page: SearchPage) -> str:
        return f"{reverse('search')}?{page.request.to_query()}"

    def feed_url(self, page: SearchPage) -> str:
        return f"{reverse('search-feed')}?{page.request.to_query()}"

    def items(self, page: SearchPage) -> tuple[Hit, ...]:
        return page.hits

    def item_title(self, hit: Hit) -> str:
        return NOT_XML.sub("", f"{hit.item.heading} – {hit.item.meeting}")

    def item_description(self, hit: Hit) -> str:
        return NOT_XML.sub("", hit.passage)  # HTML, which the feed says that it is

    def item_link(self, hit: Hit) -> str:
        return hit.item.get_absolute_url()

    def item_pubdate(self, hit: Hit) -> dt.datetime | None:
        return hit.item.meeting.published_at

    def item_updateddate(self, hit: Hit) -> dt.datetime | None:
        return hit.item.meeting.published_at

    def item_author_name(self, hit: Hit) -> str:
        return f"{hit.item.meeting.committee.name}, {hit.item.meeting.committee.council.name}"
