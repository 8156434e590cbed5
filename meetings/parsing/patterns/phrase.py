"""Patterns looked for in every sentence and found in few: a quick look for their stems spares most a slow search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


def holds_any(stems: Iterable[str], text: str) -> bool:
    """Whether a text holds one of the stems."""
    for stem in stems:  # noqa: SIM110 - a generator costs more than most looks
        if stem in text:
            return True
    return False


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

    def search(self, text: str) -> re.Match[str] | None:
        return self.regex.search(text) if holds_any(self.stems, text.lower()) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.regex.match(text) if holds_any(self.stems, text.lower()) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.regex.fullmatch(text) if holds_any(self.stems, text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.regex.finditer(text) if holds_any(self.stems, text.lower()) else iter(())


@dataclass(frozen=True, slots=True)
class Wordings:
    """Phrases that say the same, each looked for by its own stems: rare words need not wait upon common ones."""

    phrases: tuple[Phrase, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The match that begins first."""
        lowered = text.lower()
        found = [
            match for each in self.phrases if holds_any(each.stems, lowered) and (match := each.regex.search(text))
        ]
        return min(found, key=lambda match: match.start()) if found else None
