"""Patterns looked for in every sentence and found in few: a quick look for their stems spares most a slow search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


def phrase(words: str, flags: int, *, stems: tuple[str, ...]) -> Phrase:
    """A compiled `Phrase`."""
    return Phrase(re.compile(words, flags), stems)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regex, and the stems of which each text that it matches holds one, in small letters.

    For “declared an interest” and “declared a conflict” the stems are ``interest`` and ``conflict``.
    """

    regex: re.Pattern[str]
    stems: tuple[str, ...]

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds a stem."""
        lowered = text.lower()
        for stem in self.stems:  # noqa: SIM110 - a generator costs more than most looks
            if stem in lowered:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        return self.regex.search(text) if self.may_be_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.regex.match(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.regex.finditer(text) if self.may_be_in(text) else iter(())
