"""Words as they are meant, where a label's letters are set apart."""

from __future__ import annotations

from functools import lru_cache

from meetings.parsing.patterns import marks


@lru_cache(maxsize=4096)
def plain_letters(words: str) -> str:
    """The words with letters that stand apart closed up: “E X E M P T” is “EXEMPT”."""
    return marks.LETTERS_APART.sub(lambda found: found[0].replace(" ", ""), words)
