"""How near the words of a query stand to each other in a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log2

FARTHEST = 32
"""Words apart that are no longer near."""


def nearness(places: Sequence[Sequence[int]]) -> float:
    """The sum over the words that follow each other in a query: 1 for neighbours, less the farther apart, 0 for far.

    ``places`` are each word's positions in the text, in order; none where it has the word not.
    """
    distances = (_least_distance(one, other) for one, other in pairwise(places))
    return sum(log2(FARTHEST / distance) / log2(FARTHEST) for distance in distances if distance < FARTHEST)


def _least_distance(one: Sequence[int], other: Sequence[int]) -> int:
    least = FARTHEST
    here = there = 0
    while here < len(one) and there < len(other):
        distance = one[here] - other[there]
        least = min(least, abs(distance) or least)  # one place may hold a word that the query has twice
        if distance < 0:
            here += 1
        else:
            there += 1
    return least
