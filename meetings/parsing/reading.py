"""One file, read: what storing takes. The child process writes it as JSON and the parent reads it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from meetings.parsing.parsed import ParsedMinutes


@dataclass(frozen=True, slots=True)
class Reading:
    """The minutes of one file with what identifies the file; ``minutes.notes`` begins with the extraction's own."""

    source: str  # the file's name as given
    sha256: str  # of the file's bytes, hexadecimal
    size: int  # bytes
    format: str
    encoding: str  # "" where the format has its own
    parser_version: int
    text: str  # the extracted text, whose lines the spans count
    minutes: ParsedMinutes

    def to_dict(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "sha256": self.sha256,
            "size": self.size,
            "format": self.format,
            "encoding": self.encoding,
            "parser_version": self.parser_version,
            "text": self.text,
            "minutes": self.minutes.to_dict(),
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Reading:
        return cls(**{**values, "minutes": ParsedMinutes.from_dict(values["minutes"])})
