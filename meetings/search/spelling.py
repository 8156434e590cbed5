"""“Did you mean …?”: another spelling of what found nothing, which finds something.

A word that the archive does not know is spelt as one that it knows, made whole or taken apart; a word that is but the
stem of those that it knows ("closur") is made whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from meetings.search.analysis import EXACT, Token, term, tokens
from meetings.search.index import Index, Query
from meetings.search.language import read_query
from meetings.search.tree import DAYS, FIELDS

MOST_SLIPS = 3
"""Words of a query that are spelt anew."""

MOST_SPELLINGS = 4
"""Other spellings of a word that are tried."""

MOST_WHOLE = 2
"""Words that a cut-off one may be the beginning of that are tried."""

MOST_LONGER = 20
"""Words that begin as a cut-off one does that are looked at."""

MOST_TRIES = 12
"""Queries that are tried."""

SHORTEST = 3
"""Letters of a word that is spelt anew: of a shorter one any other is near."""

SHORTEST_CUT_OFF = 4
"""Letters of a word that is made whole."""

ENDINGS = ("s", "ed", "ing")
"""What stands behind a word that is one without it."""

# "AND", "title:", "date:2021", "NEAR/5": no words to spell anew
OPERATOR = re.compile(rf"\b(?:AND|OR|NOT|NEAR(?:/\d+)?)\b|\b(?i:{'|'.join(FIELDS)}):|\b(?i:{'|'.join(DAYS)}):[^\s()]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to look for instead, quotes and operators kept, and how many items they find."""

    words: str
    total: int


def did_you_mean(words: str, query: Query, index: Index) -> Suggestion | None:
    """The likeliest other spelling of ``words``, which found nothing as ``query``; None where none finds anything."""
    slips = {token: spellings for token in _words(words) if (spellings := _spellings(token, index)) is not None}
    if not slips or len(slips) > MOST_SLIPS:
        return None
    # the likeliest spellings first: by how far down their lists the chosen ones stand together
    places = sorted(product(*(range(len(found)) for found in slips.values())), key=lambda chosen: (sum(chosen), chosen))
    for chosen in islice(places, MOST_TRIES):
        found = [spellings[place] for spellings, place in zip(slips.values(), chosen, strict=True)]
        spelt = _respelt(words, list(slips), found)
        tree, _ = read_query(spelt)
        asked = replace(query, tree=tree, order="newest", offset=0, limit=0, count=False)
        total = index.find(asked).total or index.find(replace(asked, around=True)).total
        if total:
            return Suggestion(spelt, total)
    return None


def _words(text: str) -> Iterator[Token]:
    operators = [match.span() for match in OPERATOR.finditer(text)]
    for token in tokens(text):
        inside = any(start <= token.start < end for start, end in operators)
        if not inside and token.end - token.start >= SHORTEST and not any(map(str.isdigit, token.term)):
            yield token


def _spellings(token: Token, index: Index) -> list[str] | None:
    """What a word may have been meant to be, the likeliest first; None where it need not be another."""
    start = token.exact.removeprefix(EXACT)
    if not index.knows(token.term):
        return [
            *index.similar(token.exact, MOST_SPELLINGS),
            *_whole(start, index)[:MOST_WHOLE],
            *_apart(start, index),
        ]
    if index.knows(token.exact) or start != token.term:
        return None
    whole = [word for word in _whole(start, index) if term(word) == start]
    is_word = start + "e" not in whole and any(start + ending in whole for ending in ENDINGS)
    return None if is_word else whole[:MOST_WHOLE]


def _whole(start: str, index: Index) -> list[str]:
    """The words that begin so, the most frequent first."""
    return [word for word, _ in index.words(start, MOST_LONGER)] if len(start) >= SHORTEST_CUT_OFF else []


def _apart(word: str, index: Index) -> list[str]:
    """The two words that were run together."""
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    halves = ((word[:place], word[place:]) for place in places)
    return [" ".join(pair) for pair in halves if all(index.knows(EXACT + half) for half in pair)]


def _respelt(text: str, slips: list[Token], spellings: list[str]) -> str:
    for token, spelling in reversed(list(zip(slips, spellings, strict=True))):
        text = text[: token.start] + spelling + text[token.end :]
    return text
