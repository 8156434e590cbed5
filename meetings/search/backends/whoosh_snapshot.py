"""One state of the index, opened once for all threads of a process: its searcher and its columns as plain lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from threading import Lock
from typing import Any

from haystack.constants import DJANGO_ID
from whoosh import query as whoosh
from whoosh.index import FileIndex
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from meetings.search.analysis import EXACT
from meetings.search.backends.days import midnight
from meetings.search.backends.whoosh_likeness import likest, telling_terms
from meetings.search.backends.whoosh_queries import AROUND, CHOSEN, Boosts, Questions
from meetings.search.backends.whoosh_ranking import Match, Ranking
from meetings.search.index import FACETS, Facet, Found, Order, Query, Value

KEY_SEPARATOR = "\x1f"
"""Between the keys of one document in a column."""

COLUMNS: dict[Facet, str] = {
    "council": "council_id",
    "committee": "committee_id",
    "year": "year",
    "kind": "kind",
    "outcome": "outcomes",
    "person": "persons",
}
SEVERAL: frozenset[Facet] = frozenset({"outcome", "person"})
"""Facets of which a document may have several values, or none."""

SHORT_WORD = 6
"""Characters of an exact form, its mark among them, that may have one letter wrong only."""


class Snapshot:
    """One generation of the index. A searcher answers one thread at a time: ``Snapshots`` sees to it."""

    def __init__(self, index: FileIndex, kept: dict[str, dict[str, list[Any]]]) -> None:
        self.generation: int = index.latest_generation()
        self.searcher: Searcher = index.searcher(weighting=BM25F())
        leaves = [leaf.reader() for leaf, _ in self.searcher.leaf_searchers()]
        self._segments = {str(reader.segment().segment_id()): reader for reader in leaves if reader.segment()}
        # what a segment's columns hold never changes: the next generation has most of them already
        self.kept = {name: kept.get(name, {}) for name in self._segments}
        self._columns: dict[str, list[Any]] = {}

    def column(self, name: str) -> list[Any]:
        """The values of one field by the documents' numbers."""
        if name not in self._columns:
            values: list[Any] = []
            for segment, reader in self._segments.items():
                columns = self.kept[segment]
                if name not in columns:
                    columns[name] = list(reader.column_reader(name))
                values += columns[name]
            self._columns[name] = values
        return self._columns[name]

    @cached_property
    def _days(self) -> list[int]:
        """The documents' days as numbers, by the documents' numbers."""
        return [day.toordinal() for day in self.column("date")]

    def matches(self, question: whoosh.Query, *, scored: bool = True) -> Iterator[Match]:
        """The documents that match, in their numbers' order; their score is 0 where it is not asked for."""
        context = self.searcher.context(weighting=self.searcher.weighting if scored else None)
        for leaf, first in self.searcher.leaf_searchers():
            matcher = question.matcher(leaf, context)
            while matcher.is_active():
                yield first + matcher.id(), matcher.score() if scored else 0.0
                matcher.next()

    def find(self, query: Query, boosts: Boosts = CHOSEN) -> Found:
        questions = Questions(self.searcher.reader(), boosts)
        question = questions.question(query)
        scored = query.order == "relevance"
        matches = list(self.matches(question, scored=scored))
        if scored and query.tree:
            ranking = Ranking(self.searcher, boosts)
            matches = ranking.ranked(matches, query.tree, self._days, self._order("relevance"))
        found, counts = self._chosen(matches, query)
        key = self._order(query.order)
        cut = tuple(questions.cut)
        if not query.grouped:
            first = nsmallest(query.offset + query.limit, found, key=key)[query.offset :]
            return Found(self._items(first), len(found), counts=counts, cut=cut)
        meetings = self.column("meeting")
        groups: dict[int, list[Match]] = {}
        for match in sorted(found, key=key):
            groups.setdefault(meetings[match[0]], []).append(match)
        page = list(groups.values())[query.offset : query.offset + query.limit]
        items = self._items([group[0] for group in page])
        more = {item: len(group) - 1 for item, group in zip(items, page, strict=True)}
        return Found(items, len(found), len(groups), more, counts, cut)

    def words(self, start: str, most: int) -> list[tuple[str, int]]:
        reader = self.searcher.reader()
        found = (
            (text.decode().removeprefix(EXACT), reader.doc_frequency("text", text))
            for text in reader.expand_prefix("text", EXACT + start)
        )
        return nsmallest(most, found, key=lambda pair: (-pair[1], pair[0]))

    def knows(self, term: str) -> bool:
        reader = self.searcher.reader()
        return any(reader.doc_frequency(field, term) for field in ("text", *AROUND))

    def similar(self, exact: str, most: int) -> list[str]:
        reader = self.searcher.reader()
        farthest = 1 if len(exact) <= SHORT_WORD else 2
        frequencies: Counter[str] = Counter()
        for field in ("text", *AROUND):
            # a first letter is seldom wrong, and with it given only a part of the words is looked through
            for word in reader.terms_within(field, exact, farthest, prefix=2):
                frequencies[word] += reader.doc_frequency(field, word)
        found = {word: (_slips(exact, word), -times) for word, times in frequencies.items() if word != exact}
        return [word.removeprefix(EXACT) for word in nsmallest(most, found, key=lambda word: (*found[word], word))]

    def telling_terms(self, text: str, most: int) -> list[str]:
        return list(telling_terms(self.searcher, text, most))

    def like(self, text: str, *, hidden_meetings: frozenset[int], most: int) -> list[int]:
        meetings = self.column("meeting")
        shown = (number for number in likest(self.searcher, text) if meetings[number] not in hidden_meetings)
        return [self._key(number) for number in islice(shown, most)]

    def documents(self) -> Iterator[dict[str, Any]]:
        """What is stored of each document. Whatever else the index holds is read as well, so that damage shows."""
        for leaf, _ in self.searcher.leaf_searchers():
            reader = leaf.reader()
            for field, text in reader.all_terms():
                matcher = reader.postings(field, text)
                while matcher.is_active():
                    matcher.value()
                    matcher.next()
        for name, field in self.searcher.schema.items():
            if field.column_type:
                self.column(name)
        yield from self.searcher.reader().all_stored_fields()

    def close(self) -> None:
        self.searcher.close()

    def _items(self, matches: Sequence[Match]) -> tuple[int, ...]:
        return tuple(self._key(document) for document, _ in matches)

    def _key(self, document: int) -> int:
        return int(self.searcher.stored_fields(document)[DJANGO_ID])

    def _chosen(self, matches: list[Match], query: Query) -> tuple[list[Match], dict[Facet, dict[Value, int]]]:
        """The matches that fulfil all that is asked beside the words, and, where asked for, the counts."""
        if hidden := query.hidden_meetings:
            meetings = self.column("meeting")
            matches = [match for match in matches if meetings[match[0]] not in hidden]
        if query.resolutions_only:
            kinds = self.column("kind")
            matches = [match for match in matches if kinds[match[0]] == "resolution"]
        if query.date_from or query.date_to:
            days = self.column("date")
            first = midnight(query.date_from) if query.date_from else min(days, default=None)
            last = midnight(query.date_to) if query.date_to else max(days, default=None)
            matches = [match for match in matches if first <= days[match[0]] <= last]
        passing = {facet: self._passing(facet, values, matches) for facet, values in query.chosen.items()}
        found = _all_of(matches, list(passing.values()))
        counts: dict[Facet, dict[Value, int]] = {}
        for facet in FACETS if query.count else ():
            others = [kept for name, kept in passing.items() if name != facet]
            counts[facet] = self._count(facet, _all_of(matches, others) if facet in passing else found)
        return found, counts

    def _passing(self, facet: Facet, values: frozenset[Value], matches: list[Match]) -> set[int]:
        column = self.column(COLUMNS[facet])
        if facet in SEVERAL:
            wanted = set(map(str, values))
            return {document for document, _ in matches if not wanted.isdisjoint(column[document].split(KEY_SEPARATOR))}
        return {document for document, _ in matches if column[document] in values}

    def _count(self, facet: Facet, matches: list[Match]) -> dict[Value, int]:
        column = self.column(COLUMNS[facet])
        values: Iterator[Value] = (column[document] for document, _ in matches)
        if facet in SEVERAL:
            values = (key for keys in values for key in str(keys).split(KEY_SEPARATOR) if key)
        if facet == "person":
            values = map(int, values)
        return dict(Counter(values))

    def _order(self, order: Order) -> Any:
        ordinals, meetings, positions = self._days, self.column("meeting"), self.column("position")
        if order == "oldest":
            return lambda match: (ordinals[match[0]], meetings[match[0]], positions[match[0]])
        if order == "newest":
            return lambda match: (-ordinals[match[0]], -meetings[match[0]], positions[match[0]])
        if order == "published":
            published = self.column("published")
            return lambda match: (
                -published[match[0]],
                -ordinals[match[0]],
                -meetings[match[0]],
                positions[match[0]],
            )
        return lambda match: (-match[1], -ordinals[match[0]], -meetings[match[0]], positions[match[0]])


class Snapshots:
    """The newest snapshot of each Haystack connection that this process reads by."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._opened: dict[str, tuple[str, Snapshot]] = {}

    @contextmanager
    def newest(self, connection: str, path: str, index: FileIndex) -> Iterator[Snapshot]:
        """The snapshot of a connection's ``index``, whose files are at ``path``, for one thread at a time."""
        with self._lock:
            known_path, known = self._opened.get(connection, ("", None))
            if known is None or known_path != path or known.generation != index.latest_generation():
                opened = Snapshot(index, known.kept if known else {})
                self._opened[connection] = path, opened
                if known:
                    known.close()
                known = opened
            yield known

    def forget(self, connection: str) -> None:
        """Close what is open of an index; after an error, lest a damaged one be kept."""
        with self._lock:
            _, known = self._opened.pop(connection, ("", None))
            if known:
                known.close()


def _slips(typed: str, word: str) -> int:
    """How likely ``word`` was meant: two letters changed about, or one doubled or left out, is one slip, else two."""
    if len(typed) == len(word):
        wrong = [place for place in range(len(word)) if typed[place] != word[place]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and typed[wrong[0]] == word[wrong[1]]
        return 1 if len(wrong) == 1 or (swapped and typed[wrong[1]] == word[wrong[0]]) else 2
    return 1 if abs(len(typed) - len(word)) == 1 else 2


def _all_of(matches: list[Match], passing: list[set[int]]) -> list[Match]:
    for kept in passing:
        matches = [match for match in matches if match[0] in kept]
    return matches
