"""Words as the index knows them: the one analysis that indexing, queries and the marking of passages share.

A term is a word without case, accents and apostrophes, reduced to its stem by the English Snowball stemmer: "Cafés",
"cafe" and "CAFÉ's" are one. A word that is spelt as Welsh is left whole. Beside its term each word is known by its
exact form, which is not stemmed: a beginning (``pension*``) is looked for among these, and an item that has it comes
first. Every word counts, common ones too, so that positions are true and a phrase is a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from snowballstemmer import stemmer

VERSION = 2
"""Counted up when a term comes out differently: an index made with another version is refused until it is rebuilt."""

SEPARATORS = "\x1c-\x1f"
"""ASCII's own separators stand between the parts of one text (title, body …): no phrase runs across them."""

SEPARATOR = "\x1e"
"""What is put between the parts of one text."""

SEPARATOR_GAP = 100
"""How many positions a separator leaves empty."""

TERM_LENGTH = 64
"""Characters of a word that count; minutes from strangers may hold words without end."""

# "1,250,000", "O'Brien", "café" (with the accent as a character of its own, too), "2021"
WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\w)"
    r"|(?:[^\W_][\u0300-\u036f]*)+(?:['’](?:[^\W_][\u0300-\u036f]*)+)*"
)
EXACT = "="
"""What an exact form begins with in the index; no term has it."""

# For "llyfrgell", "eglwys", "gwaith", "ŵyl": spelt as no English word is
WELSH = re.compile(r".*[ŵŷ]|ll(?!am)|gw|rhw|.*[bcdfghlmnprt]wy")
TOKEN = re.compile(f"(?P<gap>[{SEPARATORS}])|(?P<word>{WORD.pattern})")

_stem = stemmer("english").stemWord
_stemming = Lock()  # a stemmer keeps the word that it works on


class Token(NamedTuple):
    """One word of a text: its term and exact form, its place among the words, its first and behind-last character."""

    term: str
    exact: str
    position: int
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of ``text`` in order. Offsets are those of ``text`` as it was given."""
    position = 0
    for match in TOKEN.finditer(text):
        if match["gap"]:
            position += SEPARATOR_GAP
        else:
            yield Token(*forms(match["word"]), position, match.start(), match.end())
            position += 1


def terms(text: str) -> tuple[str, ...]:
    """The terms of ``text`` in order."""
    return tuple(token.term for token in tokens(text))


def term(word: str) -> str:
    """What the index knows a single word by, whatever its ending."""
    return forms(word)[0]


@lru_cache(maxsize=65_536)
def forms(word: str) -> tuple[str, str]:
    """A single word's term and its exact form."""
    plain = fold(word[: 2 * TERM_LENGTH]).replace("’", "'").replace(",", "")
    plain = (plain.removesuffix("'s").replace("'", "") or plain)[:TERM_LENGTH]
    if WELSH.match(word.casefold()):
        return plain, EXACT + plain
    with _stemming:
        stem: str = _stem(plain)
    return stem, EXACT + plain


def fold(text: str) -> str:
    """``text`` without case and accents; not of the same length."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
