"""A search as a value: read from a query string, and written back as one."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from meetings.search.hints import Hint
from meetings.search.index import Order

PAGE_SIZE = 20

CHARACTERS_KEPT = 2000
"""More of a query than is read (the hint says so), but not the megabytes that a stranger may send."""

COMMITTEE = re.compile(r"[-\w]{1,100}/[-\w]{1,100}")
DAY = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
BRITISH_DAY = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>[12]\d{3})", re.ASCII)
PAGE = re.compile(r"[1-9]\d{0,6}", re.ASCII)
NOT_TEXT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

BAD_COMMITTEE = Hint("unknown-committee", "That committee is not known here: all committees were searched.")
BAD_SORT = Hint("unknown-sort", "That order is not known here: the usual one was used.")
BAD_PAGE = Hint("bad-page", "That page does not exist: this is the first one.")
DATES_SWAPPED = Hint("dates-swapped", "The first date was after the last one: they were taken the other way round.")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What was asked for. Equal requests have equal query strings."""

    q: str = ""
    committee: str = ""
    """The committee's address, ``council-slug/committee-slug``; empty: all."""
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    """Both days belong to the range."""
    resolutions_only: bool = False
    sort: Order = "relevance"
    page: int = 1
    hints: tuple[Hint, ...] = ()
    """What of the query string was ignored."""

    @classmethod
    def from_query(cls, query: QueryDict) -> SearchRequest:
        """The request that a query string stands for. Never raises: what makes no sense is ignored with a hint."""
        hints: list[Hint] = []
        committee = _text(query, "committee")
        if committee and not COMMITTEE.fullmatch(committee):
            committee = ""
            hints.append(BAD_COMMITTEE)
        date_from = _date(_text(query, "date_from"), hints, last=False)
        date_to = _date(_text(query, "date_to"), hints, last=True)
        if date_from and date_to and date_from > date_to:
            date_from = _date(_text(query, "date_to"), hints, last=False)
            date_to = _date(_text(query, "date_from"), hints, last=True)
            hints.append(DATES_SWAPPED)
        page = _text(query, "page") or "1"
        if not PAGE.fullmatch(page):
            page = "1"
            hints.append(BAD_PAGE)
        return cls(
            q=_text(query, "q"),
            committee=committee,
            date_from=date_from,
            date_to=date_to,
            resolutions_only=_text(query, "resolutions_only").lower() in ("1", "on", "true", "yes"),
            sort=_order(_text(query, "sort"), hints),
            page=int(page),
            hints=tuple(dict.fromkeys(hints)),
        )

    @property
    def filters(self) -> bool:
        """Whether the archive is narrowed down by anything but words."""
        return bool(self.committee or self.date_from or self.date_to or self.resolutions_only)

    def on_page(self, page: int) -> SearchRequest:
        """The same search on another page."""
        return replace(self, page=page, hints=())

    def to_query(self) -> str:
        """The query string of this request, shortest and always the same; empty where nothing is asked for."""
        given = {
            "q": self.q,
            "committee": self.committee,
            "date_from": self.date_from and self.date_from.isoformat(),
            "date_to": self.date_to and self.date_to.isoformat(),
            "resolutions_only": self.resolutions_only and "1",
            "sort": self.sort if self.sort != "relevance" else "",
            "page": self.page if self.page > 1 else "",
        }
        return urlencode({name: value for name, value in given.items() if value}, safe="/")


def _text(query: QueryDict, name: str) -> str:
    """The last value of that name with plain spaces; what is no text becomes the replacement character."""
    words = " ".join(query.get(name, "")[:CHARACTERS_KEPT].split())
    return NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", words)


def _order(words: str, hints: list[Hint]) -> Order:
    match words:
        case "newest" | "oldest" | "relevance":
            return words
        case "":
            return "relevance"
    hints.append(BAD_SORT)
    return "relevance"


def _date(words: str, hints: list[Hint], *, last: bool) -> dt.date | None:
    """The day that ``words`` name; of a month or year its first day, or its last one."""
    if not words:
        return None
    match = DAY.fullmatch(words) or BRITISH_DAY.fullmatch(words)
    if match:
        year = int(match["year"])
        month = int(match["month"] or (12 if last else 1))
        try:
            day = int(match["day"] or (calendar.monthrange(year, month)[1] if last else 1))
            return dt.date(year, month, day)
        except ValueError:  # 31 February, month 13
            pass
    shown = words if len(words) <= 40 else f"{words[:40]}…"
    hints.append(
        Hint("bad-date", f"“{shown}” is not a date and was ignored. Write 20/04/2021, or 2021-04 for a whole month.")
    )
    return None
