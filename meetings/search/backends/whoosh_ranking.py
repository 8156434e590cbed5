"""What lifts one match above another beside BM25F: newness, words near each other, a title that the query makes up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nsmallest
from typing import Any

from whoosh.searching import Searcher

from meetings.search.backends.nearness import nearness
from meetings.search.backends.whoosh_queries import HALF_LIFE, Boosts
from meetings.search.tree import Phrase, Tree, Word, wanted

MOST_LOOKED_AT = 100
"""Of the best matches, how many are looked at word by word: beyond them nobody turns the pages."""

FORMS = 2
"""Forms by which a field holds each word, its term and its exact form."""

MAKES_UP = 0.6
"""The share of a title's words from which on the words of a query make it up."""

Match = tuple[int, float]
"""A document's number and its score."""


class Ranking:
    """Ranks the matches of one query over one state of an index."""

    def __init__(self, searcher: Searcher, boosts: Boosts) -> None:
        self._leaves = [(leaf.reader(), first) for leaf, first in searcher.leaf_searchers()]
        self._boosts = boosts

    def ranked(
        self, matches: list[Match], tree: Tree, days: Sequence[int], order: Callable[[Match], Any]
    ) -> list[Match]:
        """The matches with what lifts them; those that were not looked at stay behind those that were."""
        if self._boosts.recency:
            matches = self._newer_lifted(matches, days)
        leaves = list(wanted(tree))
        words = [piece for leaf in leaves for piece in (leaf.pieces if isinstance(leaf, Phrase) else (leaf,))]
        plain = [word for word in words if isinstance(word, Word)]
        best = dict(nsmallest(MOST_LOOKED_AT, matches, key=order))
        if self._boosts.near and len(plain) > 1:
            best = self._near_lifted(best, [word.term for word in plain])
        if self._boosts.whole_title and plain and len(plain) == len(words):
            best = self._titles_lifted(best, [word.exact for word in plain])
        return [(document, best.get(document, score)) for document, score in matches]

    def _newer_lifted(self, matches: list[Match], days: Sequence[int]) -> list[Match]:
        newest, boost = max(days, default=0), self._boosts.recency
        return [
            (document, score + boost * 0.5 ** ((newest - days[document]) / HALF_LIFE)) for document, score in matches
        ]

    def _near_lifted(self, best: dict[int, float], terms: list[str]) -> dict[int, float]:
        places = [self._places("text", term, best) for term in terms]
        return {
            document: score + self._boosts.near * nearness([found.get(document, ()) for found in places])
            for document, score in best.items()
        }

    def _titles_lifted(self, best: dict[int, float], words: list[str]) -> dict[int, float]:
        """Business whose title the words make up comes first, all of one title alike, so that the newest leads."""
        places = [self._places("title", word, best) for word in words]
        said = [self._places("routine", False, best), self._places("has_words", True, best)]
        titled = set(best).intersection(*places, *said)
        lengths = {
            document: reader.doc_field_length(document - first, "title") / FORMS
            for reader, first in self._leaves
            for document in titled
            if first <= document < first + reader.doc_count_all()
        }
        made_up = {document: min(1.0, len(set(words)) / length) for document, length in lengths.items()}
        return best | {
            document: self._boosts.whole_title * (1 + round(share, 2))
            for document, share in made_up.items()
            if share >= MAKES_UP
        }

    def _places(self, field: str, term: str | bool, documents: dict[int, float]) -> dict[int, Sequence[int]]:
        """Those of the documents that have the term in the field, with its positions where the field keeps any."""
        places: dict[int, Sequence[int]] = {}
        for reader, first in self._leaves:
            text = reader.schema[field].to_bytes(term)
            if (field, text) not in reader:
                continue
            matcher = reader.postings(field, text)
            positions = matcher.supports("positions")
            for document in sorted(documents):
                if not (first <= document < first + reader.doc_count_all() and matcher.is_active()):
                    continue
                matcher.skip_to(document - first)
                if matcher.is_active() and matcher.id() == document - first:
                    places[document] = matcher.value_as("positions") if positions else ()
        return places
