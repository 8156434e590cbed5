"""Which item of one version of the minutes continues which of another: by number and title, by either, by the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

MOSTLY = 0.55
"""What share of two titles, or of two texts' words, agrees where both are about the same."""


SAME_MINUTES = 0.5
"""What share of the runs of three words agrees where two texts are versions of one meeting's minutes."""


class Business(Protocol):
    """What of an item tells which business it is; a row and a parsed item both have it."""

    @property
    def number(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


Known = TypeVar("Known", bound=Business)


def match_items(old: Sequence[Known], new: Sequence[Business]) -> dict[int, Known]:
    """Which old item each new one continues, by position among the new.

    What is cited decides: number and title together first, then the title (a number may have moved), then the number
    where title or text are alike (a title may have been corrected), then the text; each only where it is the sole one
    of its kind left on both sides.
    """
    kept: dict[int, Known] = {}
    taken: set[int] = set()
    keys: tuple[Callable[[Business], Hashable], ...] = (_number_and_title, _title, _number, _text)
    for key in keys:
        free_old = [n for n in range(len(old)) if n not in taken]
        free_new = [place for place in range(len(new)) if place not in kept]
        old_of_kind = Counter(key(old[n]) for n in free_old)
        new_of_kind = Counter(key(new[place]) for place in free_new)
        by_key = {key(old[n]): n for n in free_old if old_of_kind[key(old[n])] == 1}
        for place in free_new:
            kind = key(new[place])
            found = by_key.get(kind)
            if (
                kind
                and found is not None
                and new_of_kind[kind] == 1
                and (key is not _number or alike(old[found], new[place]))
            ):
                kept[place] = old[found]
                taken.add(found)
    return kept


def same_minutes(one: str, other: str) -> bool:
    """Whether two texts are versions of one meeting's minutes, however their lines are broken: the minutes of two
    meetings share their formulae, and little else."""
    runs, others = _runs_of_three(one), _runs_of_three(other)
    return bool(runs and others) and len(runs & others) >= SAME_MINUTES * max(len(runs), len(others))


def _runs_of_three(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def plain(words: str) -> str:
    """What two printings of the same words share: case and spacing tell nothing apart."""
    return " ".join(words.casefold().split())


def alike(one: Business, other: Business) -> bool:
    """Whether two items of one number are about the same: most letters of the title, or words of the text, agree."""
    titles = SequenceMatcher(None, plain(one.title)[:300], plain(other.title)[:300], autojunk=False)
    return bool(one.title and titles.ratio() > MOSTLY) or like_words(one.text, other.text)


def like_words(old: str, new: str) -> bool:
    """Whether most words of two texts agree, as far as their beginnings tell."""
    words = SequenceMatcher(None, plain(old[:2000]).split(), plain(new[:2000]).split(), autojunk=False)
    return bool(old and new) and words.ratio() > MOSTLY


def _number_and_title(item: Business) -> Hashable:
    return (item.number or "", plain(item.title)) if item.number or item.title else None


def _title(item: Business) -> Hashable:
    return plain(item.title)


def _number(item: Business) -> Hashable:
    return item.number or ""


def _text(item: Business) -> Hashable:
    return plain(item.text)
