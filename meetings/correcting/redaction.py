"""Words that must not be read: blacked wherever they stand in a meeting's minutes, however they are spaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

BLACKED = "█████"
"""Stands for blacked words; always of one length, so that it does not tell theirs."""

KEPT = frozenset(
    {
        *("presence", "outcome", "vote", "kind", "code", "way", "status"),
        *("date", "time", "start_time", "end_time", "confirms"),
    }
)
"""Keys of a reading whose values are of a fixed form, and no words of the minutes."""


def redact(reading: dict[str, Any], words: Sequence[str]) -> dict[str, Any]:
    """The reading (`ParsedMinutes.to_dict`) with the ``words`` blacked in every text of it."""
    return {key: part if key in KEPT else _redact_value(part, words) for key, part in reading.items()}


def black_out(text: str, words: Sequence[str]) -> str:
    """The text with each of the ``words`` (a name, a passage) blacked: whole words, in any case and spacing."""
    for passage in words:
        text = _pattern(passage).sub(BLACKED, text)
    return text


def black_person(person: dict[str, Any], words: Sequence[str]) -> dict[str, Any]:
    """The title, name, honours of a person (any dict with these keys) blacked; a passage may run over all three."""
    blacked = {key: black_out(person[key] or "", words) or None for key in ("title", "name", "honours")}
    whole = " ".join(filter(None, blacked.values()))
    if black_out(whole, words) != whole:
        blacked = {"title": None, "name": BLACKED, "honours": None}
    return {**person, **blacked}


def _redact_value(value: Any, words: Sequence[str]) -> Any:
    match value:
        case str():
            return black_out(value, words)
        case list():
            return [_redact_value(part, words) for part in value]
        case {"name": _, "title": _, "honours": _}:
            return redact(black_person(value, words), words)
        case dict():
            return redact(value, words)
    return value


@lru_cache(maxsize=1000)
def _pattern(passage: str) -> re.Pattern[str]:
    """Spaces of any kind and number are equal, and so are the two apostrophes, as one line of print becomes two."""
    parts = [re.sub(r"['’]", "['’]", re.escape(part)) for part in passage.split()]
    if not parts:
        raise ValueError("there are no words to black")
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)
