"""What is like a text: the items that share the words which tell it most from the others of the archive."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from whoosh.searching import Searcher

from meetings.search.analysis import tokens
from meetings.search.language import COMMON_TERMS

MOST_TELLING = 12
"""Terms that are compared."""

FEWEST_TELLING = 4
"""How many of them tell most: a like item has one of these, and one of the others. One alone is chance."""

SHORTEST = 3
"""Characters of a term that tells anything."""

LENGTH_POWER = 0.25
"""How much a long text, which holds many a word by chance, falls behind a short one that shares as much."""


def telling_terms(searcher: Searcher, text: str, most: int) -> dict[str, float]:
    """The terms that tell ``text`` most and that other items have, too, the most telling first, with their weights."""
    reader = searcher.reader()
    counts = Counter(token.term for token in tokens(text) if len(token.term) >= SHORTEST)
    weights = {
        term: count**0.5 * searcher.idf("text", term)
        for term, count in counts.items()
        if term not in COMMON_TERMS and reader.doc_frequency("text", term) > 1
    }
    return dict(nlargest(most, weights.items(), key=lambda pair: (pair[1], pair[0])))


def likest(searcher: Searcher, text: str) -> list[int]:
    """The numbers of the documents that are like ``text``, the likest first; none for a text that tells too little."""
    weights = telling_terms(searcher, text, MOST_TELLING)
    if len(weights) < 2 * FEWEST_TELLING:
        return []
    reader = searcher.reader()
    having = {term: list(reader.postings("text", term).all_ids()) for term in weights}
    shared: dict[int, float] = {}
    for term, documents in having.items():
        for document in documents:
            shared[document] = shared.get(document, 0.0) + weights[term]
    groups = list(having.values())
    most, others = set().union(*groups[:FEWEST_TELLING]), set().union(*groups[FEWEST_TELLING:])
    likeness = {
        document: shared[document] / reader.doc_field_length(document, "text") ** LENGTH_POWER
        for document in most & others
    }
    return sorted(likeness, key=lambda document: (-likeness[document], -document))
