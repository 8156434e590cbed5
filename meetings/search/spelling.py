"""“Did you mean …?”: another spelling of what found nothing, which finds something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from meetings.search.analysis import Token, tokens
from meetings.search.index import Index, Query
from meetings.search.language import read_query
from meetings.search.tree import FIELDS

MOST_SLIPS = 3
"""Words of a query that are spelt anew."""

MOST_SPELLINGS = 4
"""Other spellings of a word that are tried."""

MOST_TRIES = 12
"""Queries that are tried."""

SHORTEST = 3
"""Letters of a word that is spelt anew: of a shorter one any other is near."""

# "AND", "title:", "date:2021", "NEAR/5": no words to spell anew
OPERATOR = re.compile(rf"\b(?:AND|OR|NOT|NEAR(?:/\d+)?)\b|\b(?i:{'|'.join(FIELDS)}):|\b(?i:date|from|to):[^\s()]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to look for instead, quotes and operators kept, and how many items they find."""

    words: str
    total: int


def did_you_mean(words: str, query: Query, index: Index) -> Suggestion | None:
    """The likeliest other spelling of ``words``, which found nothing as ``query``; None where none finds anything."""
    unknown = [token for token in _words(words) if not index.knows(token.term)]
    if not unknown or len(unknown) > MOST_SLIPS:
        return None
    spellings = [index.similar(token.exact, MOST_SPELLINGS) for token in unknown]
    # the likeliest spellings first: by how far down their lists the chosen ones stand together
    places = sorted(product(*(range(len(found)) for found in spellings)), key=lambda chosen: (sum(chosen), chosen))
    for chosen in islice(places, MOST_TRIES):
        spelt = _respelt(words, unknown, [found[place] for found, place in zip(spellings, chosen, strict=True)])
        tree, _ = read_query(spelt)
        total = index.find(replace(query, tree=tree, offset=0, limit=0, count=False)).total
        if total:
            return Suggestion(spelt, total)
    return None


def _words(text: str) -> Iterator[Token]:
    operators = [match.span() for match in OPERATOR.finditer(text)]
    for token in tokens(text):
        inside = any(start <= token.start < end for start, end in operators)
        if not inside and token.end - token.start >= SHORTEST and not any(map(str.isdigit, token.term)):
            yield token


def _respelt(text: str, slips: list[Token], spellings: list[str]) -> str:
    for token, spelling in reversed(list(zip(slips, spellings, strict=True))):
        text = text[: token.start] + spelling + text[token.end :]
    return text
