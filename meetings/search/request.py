"""A search as a value: read from a query string, and written back as one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from meetings.search.dates import period
from meetings.search.hints import Hint
from meetings.search.index import FACETS, Facet, Order

PAGE_SIZE = 20

CHARACTERS_KEPT = 2000
"""More of a query than is read (the hint says so), but not the megabytes that a stranger may send."""

MOST_CHOSEN = 20
"""Values of a facet that one request chooses."""

KEY = re.compile(r"[-\w]{1,100}")
KEY_OF_COUNCIL = re.compile(r"[-\w]{1,100}/[-\w]{1,100}")
PAGE = re.compile(r"[1-9]\d{0,6}", re.ASCII)
NOT_TEXT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that only steer how others are shown: a query with them would show as something else than it asks."""

BAD_SORT = Hint("unknown-sort", "That order is not known here: the usual one was used.")
TOO_MANY_CHOSEN = Hint("too-many-chosen", f"The first {MOST_CHOSEN} of what was chosen were used.")
BAD_PAGE = Hint("bad-page", "That page does not exist: this is the first one.")
DATES_SWAPPED = Hint("dates-swapped", "The first date was after the last one: they were taken the other way round.")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What was asked for. Equal requests have equal query strings."""

    q: str = ""
    chosen: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    """The keys of values of a facet, any of which will do: ``council-slug/committee-slug``, ``2021`` …; in order."""
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    """Both days belong to the range."""
    resolutions_only: bool = False
    grouped: bool = False
    """One item a meeting."""
    sort: Order = "relevance"
    page: int = 1
    hints: tuple[Hint, ...] = ()
    """What of the query string was ignored."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """What was typed as ``date_from`` or ``date_to`` and is no date: the form shows it again."""

    @classmethod
    def from_query(cls, query: QueryDict) -> SearchRequest:
        """The request that a query string stands for. Never raises: what makes no sense is ignored with a hint."""
        hints: list[Hint] = []
        chosen = {facet: keys for facet in FACETS if (keys := _keys(query, facet, hints))}
        typed = {name: _text(query, name) for name in ("date_from", "date_to")}
        refused: dict[str, str] = {name: words for name, words in typed.items() if words and period(words) is None}
        hints += [_bad_date(words) for words in refused.values()]
        first, last = (None if name in refused else period(words) for name, words in typed.items())
        if first and last and first[0] > last[1]:
            first, last = last, first
            hints.append(DATES_SWAPPED)
        page = _text(query, "page") or "1"
        if not PAGE.fullmatch(page):
            page = "1"
            hints.append(BAD_PAGE)
        return cls(
            q=_text(query, "q"),
            chosen=chosen,
            date_from=first[0] if first else None,
            date_to=last[1] if last else None,
            resolutions_only=_text(query, "resolutions_only").lower() in ("1", "on", "true", "yes"),
            grouped=_text(query, "group") == "meeting",
            sort=_order(_text(query, "sort"), hints),
            page=int(page),
            hints=tuple(dict.fromkeys(hints)),
            refused=refused,
        )

    @property
    def filters(self) -> bool:
        """Whether the archive is narrowed down by anything but words."""
        return bool(self.chosen or self.date_from or self.date_to or self.resolutions_only)

    def on_page(self, page: int) -> SearchRequest:
        """The same search on another page."""
        return replace(self, page=page, hints=(), refused={})

    def latest_published(self) -> SearchRequest:
        """The same search as a list of items from the latest published on."""
        return replace(self.on_page(1), sort="published", grouped=False)

    def choosing(self, facet: Facet, key: str) -> SearchRequest:
        """The same search with one more value of a facet; with one less where it was chosen already."""
        keys = {facet: tuple(sorted({*self.chosen.get(facet, ())} ^ {key}))}
        return replace(self.on_page(1), chosen={name: keys for name, keys in {**self.chosen, **keys}.items() if keys})

    def to_query(self) -> str:
        """The query string of this request, shortest and always the same; empty where nothing is asked for."""
        facets = {str(facet): self.chosen.get(facet, ()) for facet in FACETS}
        given: dict[str, object] = {
            "q": self.q,
            **facets,
            "date_from": self.date_from and self.date_from.isoformat(),
            "date_to": self.date_to and self.date_to.isoformat(),
            "resolutions_only": self.resolutions_only and "1",
            "group": "meeting" if self.grouped else "",
            "sort": self.sort if self.sort != "relevance" else "",
            "page": self.page if self.page > 1 else "",
        }
        return urlencode({name: value for name, value in given.items() if value}, safe="/", doseq=True)


def _text(query: QueryDict, name: str) -> str:
    """The last value of that name with plain spaces; what is no text becomes the replacement character."""
    return _tidy(query.get(name, ""))


def _tidy(words: str) -> str:
    return NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", " ".join(UNSEEN.sub("", words[:CHARACTERS_KEPT]).split()))


def _keys(query: QueryDict, facet: Facet, hints: list[Hint]) -> tuple[str, ...]:
    """The keys of a facet's values that were chosen, each once and in order."""
    form = KEY_OF_COUNCIL if facet in ("committee", "person") else KEY
    given = sorted({_tidy(key) for key in query.getlist(facet)} - {""})
    known = [key for key in given if form.fullmatch(key)]
    if len(known) < len(given):
        hints.append(unknown(facet))
    if len(known) > MOST_CHOSEN:
        hints.append(TOO_MANY_CHOSEN)
    return tuple(known[:MOST_CHOSEN])


def _order(words: str, hints: list[Hint]) -> Order:
    match words:
        case "newest" | "oldest" | "published" | "relevance":
            return words
        case "":
            return "relevance"
    hints.append(BAD_SORT)
    return "relevance"


def unknown(facet: Facet) -> Hint:
    """The hint that a value of a facet was ignored."""
    return Hint(f"unknown-{facet}", f"That {facet} is not known here: the search was not narrowed down by it.")


def _bad_date(words: str) -> Hint:
    shown = words if len(words) <= 40 else f"{words[:40]}…"
    return Hint("bad-date", f"“{shown}” is not a date and was ignored. Write 20/04/2021, or 2021-04 for a whole month.")
