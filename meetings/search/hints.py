"""What a search tells its user beside the results: what was not understood, and what was done instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """One sentence for the user, under a name that stays when the sentence is worded better."""

    name: str
    text: str


def once(hints: list[Hint]) -> tuple[Hint, ...]:
    """The hints in their order, each sentence said once."""
    return tuple(dict.fromkeys(hints))
