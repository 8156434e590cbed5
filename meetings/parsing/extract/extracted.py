"""What extraction hands on to parsing."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.parsing.parsed import Note


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text of one file, its lines divided by a line feed alone and never longer than `plain.LINE_LIMIT`."""

    text: str
    format: str
    encoding: str  # "" where the format has its own
    notes: tuple[Note, ...] = ()
