"""The index as the rest of the search sees it, whatever engine keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, Protocol, cast

from haystack import connections

from meetings.models import Item
from meetings.search.tree import Tree

Order = Literal["relevance", "newest", "oldest", "published"]
"""``newest`` and ``oldest`` go by the day of the meeting, ``published`` by when that was first published."""
Facet = Literal["council", "committee", "year", "kind", "outcome", "person"]
FACETS: tuple[Facet, ...] = ("council", "committee", "year", "kind", "outcome", "person")
Value = int | str
"""Of a facet: the primary key of a council, committee or person; a year; ``item`` or ``resolution``; an outcome."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to find among the indexed items. ``tree`` None finds all that fulfil the rest."""

    tree: Tree | None
    resolutions_only: bool = False
    """The words must stand in a resolution of the item; without words: the item must have one."""
    around: bool = False
    """The words may all stand around the item only, in the names of its council, committee and members."""
    chosen: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    """An item fulfils a facet by any of its values that is chosen."""
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    hidden_meetings: frozenset[int] = frozenset()
    """Meetings of which the index still holds what the public may no longer read."""
    order: Order = "relevance"
    """Equal ones follow each other from the newest meeting to the oldest, and within a meeting in its own order."""
    grouped: bool = False
    """One item a meeting, its first; ``offset`` and ``limit`` count meetings."""
    count: bool = False
    """Count the facets as well."""
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Found:
    """The primary keys of the items from ``offset`` on, in order, and how many there are in all."""

    items: tuple[int, ...]
    total: int
    """Items; where grouped, too."""
    meetings: int = 0
    """Meetings, where grouped."""
    more: Mapping[int, int] = field(default_factory=dict)
    """Where grouped: by the key of an item, how many more its meeting has."""
    counts: Mapping[Facet, Mapping[Value, int]] = field(default_factory=dict)
    """For each facet the items that fulfil all else, by value: what is found if that value alone is chosen."""
    cut: tuple[str, ...] = ()
    """Beginnings of words that so many words have that only the most frequent were looked for."""


class IndexWriter(Protocol):
    """Changes that become visible together."""

    def replace_meeting(self, meeting: int, items: Iterable[Item]) -> None:
        """Make ``items`` all that the index holds of the meeting. Once a meeting and writer."""


class Index(Protocol):
    """What a Haystack backend of this project offers beside Haystack's own interface."""

    def find(self, query: Query) -> Found:
        """Raises SearchUnavailable."""

    def words(self, start: str, most: int) -> list[tuple[str, int]]:
        """The words of the archive that begin so, folded as the index folds them, the most frequent first, each with
        the number of items that have it; all words where ``start`` is empty. Raises SearchUnavailable."""

    def knows(self, term: str) -> bool:
        """Whether any item has the term, in its own words or in the names around it. Raises SearchUnavailable."""

    def similar(self, exact: str, most: int) -> list[str]:
        """Words of the archive that are spelt almost as an exact form, the likeliest first, without the mark that exact
        forms begin with. Raises SearchUnavailable."""

    def like(self, text: str, *, hidden_meetings: frozenset[int], most: int) -> list[int]:
        """The primary keys of items that share with a text what tells it most from the others of the archive, the
        likest first; none for a text that tells too little. Raises SearchUnavailable."""

    def writing(self) -> AbstractContextManager[IndexWriter]:
        """Sole right to write, waited for within bounds; all is committed at the end, nothing if an error leaves it.

        Rows to be indexed are to be read inside, so that no older state is written over a newer one. An index that is
        not there is made. Raises IndexBusy and SearchUnavailable.
        """

    def rebuilding(self) -> AbstractContextManager[IndexWriter]:
        """As ``writing``, but what is committed takes the place of all that was there, be it damaged or missing;
        until then the old index serves."""

    def merge(self) -> None:
        """Make one segment of the many small ones that commits leave; readers notice nothing. Raises as ``writing``."""

    def merge_due(self) -> bool:
        """Whether it is time for ``merge``. Never raises."""

    def is_missing(self) -> bool:
        """Whether no index has been made yet."""

    def fingerprints(self) -> list[tuple[int, str]]:
        """Each document: its item's primary key and the fingerprint of what it was made from. All that the index holds
        is read on the way. Raises SearchUnavailable."""

    def fingerprint(self, item: Item) -> str:
        """What ``fingerprints`` says of the item if the index holds it as it is now."""


def configured_index() -> Index:
    """The index of Haystack's default connection, this thread's own."""
    return cast(Index, connections["default"].get_backend())
