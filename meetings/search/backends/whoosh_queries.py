"""A query of the search → Whoosh's query objects. No query string stands between."""

from __future__ import annotations

from dataclasses import dataclass, fields

from whoosh import query as whoosh
from whoosh.query.spans import SpanNear, SpanNear2
from whoosh.reading import IndexReader

from meetings.search.analysis import EXACT
from meetings.search.backends.days import midnight
from meetings.search.index import Query
from meetings.search.tree import And, In, Leaf, Near, Not, Or, Period, Phrase, Piece, Prefix, Tree, Word, wanted

MOST_EXPANSIONS = 300
"""Words that one beginning (``con*``) stands for at most: those that most items have."""


@dataclass(frozen=True, slots=True)
class Boosts:
    """What lifts one match above another, beside BM25F over the item's words; measured by ``make bench-relevance``.

    The last five are added to the score, the others weigh a BM25F beside that of the words in the text.
    """

    title: float = 2.0
    title_row: float = 3.0
    """The words one behind the other in the title."""
    resolution: float = 0.5
    exact: float = 1.0
    """The very form of the word that was asked for, in the text."""
    business: float = 0.5
    """No routine."""
    words: float = 8.0
    """Words of its own, not a heading alone."""
    recency: float = 1.0
    """A meeting of the newest day; half of it for one that is ``HALF_LIFE`` older, and so on."""
    near: float = 12.0
    """Two words of the query that stand side by side in the text; less for others that are near."""
    whole_title: float = 1000.0
    """The query makes up the title of an item: above all others, the newest of one title first."""


CHOSEN = Boosts()
PLAIN = Boosts(**{field.name: 0.0 for field in fields(Boosts)})
"""BM25F alone, to measure against."""

HALF_LIFE = 365 * 3
"""Days in which a meeting loses half of its boost for being new."""

AROUND_BOOST = 0.3
"""The weight of names around an item."""

AROUND = ("committee", "council", "people")
COMMITTEE = ("committee", "council")


class Questions:
    """Makes Whoosh's queries over one state of an index. ``cut`` gathers what beginnings stood for too many words."""

    def __init__(self, reader: IndexReader, boosts: Boosts = CHOSEN) -> None:
        self._reader = reader
        self._boosts = boosts
        self.cut: dict[str, None] = {}

    def question(self, query: Query) -> whoosh.Query:
        """What must match, and what lifts one match above another."""
        if query.tree is None:
            return whoosh.Every()
        own = "resolutions" if query.resolutions_only else "text"
        leaves = list(wanted(query.tree))
        if query.around:
            question = self._matching(query.tree, own, around=True)
        elif sum(not isinstance(leaf, In) for leaf in leaves) < 2:
            question = self._matching(query.tree, own, around=False)
        else:
            # one word may name the committee, but not all: else every item of the Planning Committee is about planning
            own_words = whoosh.Or([self._leaf(leaf, own) for leaf in leaves])
            question = whoosh.And([self._matching(query.tree, own, around=True), own_words])
        if query.order != "relevance" or not leaves:
            return question
        lifting = self._lifting(leaves)
        return whoosh.AndMaybe(question, whoosh.Or(lifting)) if lifting else question

    def _matching(self, tree: Tree, own: str, *, around: bool) -> whoosh.Query:
        match tree:
            case And(parts):
                return whoosh.And([self._matching(part, own, around=around) for part in parts])
            case Or(parts):
                return whoosh.Or([self._matching(part, own, around=around) for part in parts])
            case Not(part):
                return whoosh.Not(self._matching(part, own, around=False))
            case Period(first, last):
                return whoosh.DateRange("date", first and midnight(first), last and midnight(last))
            case In():
                return self._leaf(tree, own)
        if around:
            return whoosh.Or([self._leaf(tree, own), *(self._leaf(tree, field, AROUND_BOOST) for field in AROUND)])
        return self._leaf(tree, own)

    def _leaf(self, leaf: Leaf | In, field: str, boost: float = 1.0) -> whoosh.Query:
        match leaf:
            case In("committee", part):
                return whoosh.Or([self._leaf(part, name, boost) for name in COMMITTEE])
            case In(named, part):
                return self._leaf(part, named, boost)
            case Near(one, other, distance):
                return _Near(self._placed(field, one), self._placed(field, other), slop=distance, ordered=False)
            case Phrase(_, pieces):
                return self._in_a_row(field, pieces, boost)
            case Word() | Prefix():
                return self._piece(field, leaf, boost)

    def _placed(self, field: str, leaf: Piece | Phrase, boost: float = 1.0) -> whoosh.Query:
        """A leaf whose matches tell where in a text they stand."""
        if isinstance(leaf, Phrase):
            return self._in_a_row(field, leaf.pieces, boost)
        found = self._piece(field, leaf, boost)
        if isinstance(found, whoosh.Or):
            found.matcher_type = whoosh.Or.DEFAULT_MATCHER  # what Whoosh takes for small indexes knows no places
        return found

    def _in_a_row(self, field: str, pieces: tuple[Piece, ...], boost: float) -> whoosh.Query:
        if len(pieces) == 1:
            return self._piece(field, pieces[0], boost)
        terms = [piece.term for piece in pieces if isinstance(piece, Word)]
        if len(terms) == len(pieces):
            return whoosh.Phrase(field, terms, boost=boost)
        return SpanNear2([self._placed(field, piece, boost) for piece in pieces])

    def _piece(self, field: str, piece: Piece, boost: float) -> whoosh.Query:
        if isinstance(piece, Word):
            return whoosh.Term(field, piece.term, boost=boost)
        found = [(text, self._frequency(field, text)) for text in self._reader.expand_prefix(field, piece.start)]
        if len(found) > MOST_EXPANSIONS:
            self.cut[piece.text] = None
            found.sort(key=lambda pair: (-pair[1], pair[0]))
        terms = [whoosh.Term(field, text.decode(), boost=boost) for text, _ in found[:MOST_EXPANSIONS]]
        return whoosh.Or(terms) if terms else whoosh.NullQuery

    def _frequency(self, field: str, text: bytes) -> int:
        frequency: int = self._reader.doc_frequency(field, text)
        return frequency

    def _lifting(self, leaves: list[Leaf | In]) -> list[whoosh.Query]:
        boosts = self._boosts
        lifting: list[tuple[float, whoosh.Query]] = [
            (boosts.business, whoosh.ConstantScoreQuery(whoosh.Term("routine", False), boosts.business)),
            (boosts.words, whoosh.ConstantScoreQuery(whoosh.Term("has_words", True), boosts.words)),
        ]
        own = [leaf for leaf in leaves if not isinstance(leaf, In)]
        for leaf in own:
            lifting.append((boosts.title, self._leaf(leaf, "title", boosts.title)))
            lifting.append((boosts.resolution, self._leaf(leaf, "resolutions", boosts.resolution)))
            if isinstance(leaf, Word) and leaf.exact.startswith(EXACT):
                lifting.append((boosts.exact, whoosh.Term("text", leaf.exact, boost=boosts.exact)))
        row = tuple(piece for leaf in own if isinstance(leaf, Word | Phrase) for piece in _pieces(leaf))
        if len(own) > 1 and len(row) > 1:
            lifting.append((boosts.title_row, self._in_a_row("title", row, boosts.title_row)))
        return [query for boost, query in lifting if boost]


class _Near(SpanNear):  # type: ignore[misc] # Whoosh has no types
    """Whoosh's own, with what it needs beside other queries."""

    def estimate_size(self, reader: IndexReader) -> int:
        return int(self.q.estimate_size(reader))

    def estimate_min_size(self, reader: IndexReader) -> int:
        return int(self.q.estimate_min_size(reader))


def _pieces(leaf: Word | Phrase) -> tuple[Piece, ...]:
    return leaf.pieces if isinstance(leaf, Phrase) else (leaf,)
