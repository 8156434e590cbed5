"""What somebody who types a search may be about to ask for: words of the archive, and titles of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from meetings.models import Item
from meetings.search import indexer
from meetings.search.analysis import EXACT, Token, tokens
from meetings.search.errors import SearchUnavailable
from meetings.search.index import Index, Query, configured_index
from meetings.search.language import QUOTES, read_query
from meetings.search.tree import And, In, Prefix, Tree, Word

LONGEST = 200
"""Characters of a search that are completed."""

MOST_WORDS = 5
MOST_TITLES = 5
TITLES_READ = 30
"""Titles that hold the words, of the newest meetings, among which those to show are chosen."""

SHORTEST_WORD = 2
"""Letters of a word that is completed."""

SHORTEST_IN_TITLES = 3
"""Letters of the beginning of a word that is looked for in titles."""

NOT_PLAIN = re.compile(rf"[{QUOTES}():*]|(?:^|\s)-|\b(?:AND|OR|NOT|NEAR)\b")


@dataclass(frozen=True, slots=True)
class Completion:
    """``words`` to show, and the ``query`` that they stand for."""

    kind: Literal["words", "title"]
    words: str
    query: str


def complete(typed: str) -> list[Completion]:
    """What ``typed`` may become, each of which finds something; nothing where the index is unwell."""
    begun = list(tokens(typed)) if len(typed) <= LONGEST else []
    if not begun or begun[-1].end != len(typed):
        return []
    index, hidden = configured_index(), indexer.meetings_to_hide()
    try:
        return [*_words(typed, begun[-1], index, hidden), *_titles(typed, begun, index, hidden)]
    except SearchUnavailable:
        return []


def _words(typed: str, last: Token, index: Index, hidden: frozenset[int]) -> Iterator[Completion]:
    """``typed`` with its last word whole."""
    start = last.exact.removeprefix(EXACT)
    if len(start) < SHORTEST_WORD or not start.isalpha():
        return
    for word, _ in index.words(start, MOST_WORDS + 1):
        if word == start:
            continue
        query = typed[: last.start] + word
        if query.count('"') % 2:
            query += '"'
        tree, _ = read_query(query)
        if index.find(Query(tree, hidden_meetings=hidden, order="newest", limit=0)).total:
            yield Completion("words", query, query)


def _titles(typed: str, begun: list[Token], index: Index, hidden: frozenset[int]) -> list[Completion]:
    """Titles that begin as ``typed`` does, then others that hold its words."""
    *whole, last = begun
    if NOT_PLAIN.search(typed) or len(last.exact.removeprefix(EXACT)) < SHORTEST_IN_TITLES:
        return []
    leaves: list[Tree] = [In("title", Word(token.exact, token.term, token.exact)) for token in whole]
    leaves.append(In("title", Prefix(last.exact, last.exact)))
    tree = And(tuple(dict.fromkeys(leaves))) if whole else leaves[0]
    found = index.find(Query(tree, hidden_meetings=hidden, order="newest", limit=TITLES_READ)).items
    rows = dict(Item.objects.published().filter(pk__in=found).exclude(title="").values_list("pk", "title"))
    titles = dict.fromkeys(" ".join(rows[key].split()) for key in found if key in rows)
    start = [token.exact for token in begun[:-1]]
    ordered = sorted(titles, key=lambda title: not _begins_so(title, start, last.exact))
    return [Completion("title", title, f'"{_unquoted(title)}"') for title in ordered[:MOST_TITLES]]


def _begins_so(title: str, start: list[str], last: str) -> bool:
    words = [token.exact for token in tokens(title)]
    return words[: len(start)] == start and len(words) > len(start) and words[len(start)].startswith(last)


def _unquoted(title: str) -> str:
    """The title without what would mean something else in a quotation: its end, a beginning of words, nearness."""
    return " ".join(re.sub(rf"[{QUOTES}*]", " ", title).replace("NEAR", "near").split())
