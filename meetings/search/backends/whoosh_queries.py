"""A query of the search → Whoosh's query objects. No query string stands between."""

from __future__ import annotations

import datetime as dt

from whoosh import query as whoosh
from whoosh.sorting import FieldFacet, MultiFacet, ScoreFacet

from meetings.search.index import Order, Query
from meetings.search.language import And, Leaf, Not, Or, Tree, wanted

TITLE_BOOST = 2.0
TITLE_PHRASE_BOOST = 3.0
RESOLUTION_BOOST = 0.5
AROUND_BOOST = 0.3
BUSINESS_BONUS = 0.5
"""What lifts an item above a routine one that matches about as well."""

NEWEST = [
    FieldFacet("date", reverse=True),
    FieldFacet("meeting", reverse=True),
    FieldFacet("position"),
]
OLDEST = [FieldFacet("date"), FieldFacet("meeting"), FieldFacet("position")]
ORDERS: dict[Order, MultiFacet] = {
    "relevance": MultiFacet([ScoreFacet(), *NEWEST]),
    "newest": MultiFacet(NEWEST),
    "oldest": MultiFacet(OLDEST),
}


def question_of(query: Query) -> whoosh.Query:
    """What must match, and what lifts one match above another."""
    if query.tree is None:
        return whoosh.Every()
    own = "resolutions" if query.resolutions_only else "text"
    leaves = list(wanted(query.tree))
    if query.around:
        question = _matching(query.tree, own, around=True)
    elif len(leaves) < 2:
        question = _matching(query.tree, own, around=False)
    else:
        # one word may name the committee, but not all: else every item of the Planning Committee is about planning
        own_words = whoosh.Or([_leaf(leaf, own) for leaf in leaves])
        question = whoosh.And([_matching(query.tree, own, around=True), own_words])
    return whoosh.AndMaybe(question, whoosh.Or(_lifting(leaves))) if query.order == "relevance" else question


def filters_of(query: Query) -> whoosh.Query | None:
    """What an item must fulfil beside the words."""
    chosen: list[whoosh.Query] = []
    if query.resolutions_only:
        chosen.append(whoosh.Term("has_resolution", True))
    if query.committee is not None:
        chosen.append(whoosh.Term("committee", query.committee))
    if query.date_from or query.date_to:
        chosen.append(whoosh.DateRange("date", _midnight(query.date_from), _midnight(query.date_to)))
    return whoosh.And(chosen) if chosen else None


def hidden_by(query: Query) -> whoosh.Query | None:
    """What is left out though it matches."""
    meetings = sorted(query.hidden_meetings)
    return whoosh.Or([whoosh.Term("meeting", meeting) for meeting in meetings]) if meetings else None


def _matching(tree: Tree, own: str, *, around: bool) -> whoosh.Query:
    match tree:
        case And(parts):
            return whoosh.And([_matching(part, own, around=around) for part in parts])
        case Or(parts):
            return whoosh.Or([_matching(part, own, around=around) for part in parts])
        case Not(part):
            return whoosh.Not(_matching(part, own, around=False))
    if around:
        return whoosh.Or([_leaf(tree, own), _leaf(tree, "around", AROUND_BOOST)])
    return _leaf(tree, own)


def _leaf(leaf: Leaf, field: str, boost: float = 1.0) -> whoosh.Query:
    return _in_a_row(field, leaf.terms, boost)


def _in_a_row(field: str, terms: tuple[str, ...], boost: float) -> whoosh.Query:
    if len(terms) == 1:
        return whoosh.Term(field, terms[0], boost=boost)
    return whoosh.Phrase(field, list(terms), boost=boost)


def _lifting(leaves: list[Leaf]) -> list[whoosh.Query]:
    lifting: list[whoosh.Query] = [whoosh.ConstantScoreQuery(whoosh.Term("routine", False), BUSINESS_BONUS)]
    for leaf in leaves:
        lifting += [_leaf(leaf, "title", TITLE_BOOST), _leaf(leaf, "resolutions", RESOLUTION_BOOST)]
    if len(leaves) > 1:
        row = tuple(term for leaf in leaves for term in leaf.terms)
        lifting.append(_in_a_row("title", row, TITLE_PHRASE_BOOST))
    return lifting


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return dt.datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001 (the index holds days, not instants)
