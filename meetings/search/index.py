"""The index as the rest of the search sees it, whatever engine keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol, cast

from haystack import connections

from meetings.models import Item
from meetings.search.language import Tree

Order = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Query:
    """What to find among the indexed items. Filters are left out by None; ``tree`` None finds all that pass them."""

    tree: Tree | None
    resolutions_only: bool = False
    """The words must stand in a resolution of the item; without words: the item must have one."""
    around: bool = False
    """The words may all stand around the item only, in the names of its council, committee and members."""
    committee: int | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    hidden_meetings: frozenset[int] = frozenset()
    """Meetings that the public may no longer see, though the index still holds them."""
    order: Order = "relevance"
    """Equal ones follow each other from the newest meeting to the oldest, and within a meeting in its own order."""
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Found:
    """The primary keys of the items from ``offset`` on, in order, and how many there are in all."""

    items: tuple[int, ...]
    total: int


class IndexWriter(Protocol):
    """Changes that become visible together."""

    def replace_meeting(self, meeting: int, items: Iterable[Item]) -> None:
        """Make ``items`` all that the index holds of the meeting. Once a meeting and writer."""


class Index(Protocol):
    """What a Haystack backend of this project offers beside Haystack's own interface."""

    def find(self, query: Query) -> Found:
        """Raises SearchUnavailable."""

    def writing(self) -> AbstractContextManager[IndexWriter]:
        """Sole right to write, waited for within bounds; all is committed at the end, nothing if an error leaves it.

        Rows to be indexed are to be read inside, so that no older state is written over a newer one. An index that is
        not there is made. Raises IndexBusy and SearchUnavailable.
        """

    def is_missing(self) -> bool:
        """Whether no index has been made yet."""


def configured_index() -> Index:
    """The index of Haystack's default connection, this thread's own."""
    return cast(Index, connections["default"].get_backend())
