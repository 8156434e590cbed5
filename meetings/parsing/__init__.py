"""The door of parsing: bytes → text → `ParsedMinutes`. Pure values and no Django: no clock, no rows, no log."""

from meetings.parsing.errors import ExtractError, MinutesError, NotMinutes, UnsupportedFormat
from meetings.parsing.extract import ExtractedText, extract_text
from meetings.parsing.parse import PARSER_VERSION, parse_minutes
from meetings.parsing.parsed import ParsedMinutes

__all__ = [
    "PARSER_VERSION",
    "ExtractError",
    "ExtractedText",
    "MinutesError",
    "NotMinutes",
    "ParsedMinutes",
    "UnsupportedFormat",
    "extract_text",
    "parse_minutes",
]
