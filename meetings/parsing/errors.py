"""What makes a file unreadable as minutes. Raised with the place, told to people by commands and forms."""

from __future__ import annotations

from typing import Any


class MinutesError(Exception):
    """A file that cannot be read as minutes.

    ``message`` is one plain sentence or two that say what is wrong and what to do; ``line`` counts from 1 in the
    extracted text (in the file itself where extraction failed); ``fragment`` is the offending text, shortened.
    """

    code = "unreadable"

    def __init__(self, message: str, *, line: int | None = None, fragment: str = "", code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.fragment = fragment[:120]
        self.code = code or self.code

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": type(self).__name__,
            "code": self.code,
            "message": self.message,
            "line": self.line,
            "fragment": self.fragment,
        }

    @staticmethod
    def from_dict(values: dict[str, Any]) -> MinutesError:
        """The error that `to_dict` wrote, of the same class."""
        kinds: dict[str, type[MinutesError]] = {
            kind.__name__: kind for kind in (MinutesError, UnsupportedFormat, ExtractError, NotMinutes)
        }
        return kinds[values["kind"]](
            values["message"], line=values["line"], fragment=values["fragment"], code=values["code"]
        )


class UnsupportedFormat(MinutesError):
    """Bytes of a kind that the portal does not read."""

    code = "unsupported_format"


class ExtractError(MinutesError):
    """Bytes of a known kind that are damaged, empty or beyond the limits."""

    code = "damaged_file"


class NotMinutes(MinutesError):
    """Text that was read well but is not the minutes of one meeting."""

    code = "not_minutes"
