"""Plain text → text: byte-order mark, else strict UTF-8, else Windows-1252 with a note for the clerk."""

from __future__ import annotations

import codecs
import re

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.extracted import ExtractedText, require_short_lines, without_own_marks
from meetings.parsing.parsed import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Word processors and web pages end lines in all these ways.
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_SAVE_AS_UTF8 = "Open it in the program that made it and save it as plain text in UTF-8."


def extract_plain_text(data: bytes) -> ExtractedText:
    """Decode plain text. Raises `ExtractError` with the line where it cannot be."""
    text, encoding, notes = _decode(data)
    text = _LINE_END.sub("\n", text)
    nul = text.find("\0")
    if nul >= 0:
        raise ExtractError(
            f"The file holds NUL characters, which no text has; it may be damaged. {_SAVE_AS_UTF8}",
            line=text.count("\n", 0, nul) + 1,
            code="nul_characters",
        )
    text = without_own_marks(text)
    require_short_lines(text)
    return ExtractedText(text, "text", encoding, notes)


def _decode(data: bytes) -> tuple[str, str, tuple[Note, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, ()
            except UnicodeDecodeError as error:
                read = data[len(mark) : len(mark) + error.start].decode(encoding)
                raise ExtractError(
                    f"The file begins as {encoding.upper()} but is damaged at this line. {_SAVE_AS_UTF8}",
                    line=read.count("\n") + 1,
                    code="damaged_text",
                ) from None
    if _looks_like_utf16(data):
        raise ExtractError(
            f"The file is in UTF-16 without the mark that says so. {_SAVE_AS_UTF8}", line=1, code="utf16_unmarked"
        )
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        line = _line_of(data, error.start)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ExtractError(
            f"The file is neither in UTF-8 nor in Windows-1252, so its letters cannot be told. {_SAVE_AS_UTF8}",
            line=_line_of(data, error.start),
            code="unknown_encoding",
        ) from None
    note = Note(
        "read_as_windows_1252",
        "The file is not in UTF-8 and was read as Windows-1252: check the accents, dashes and pound signs.",
        line,
    )
    return text, "cp1252", (note,)


def _line_of(data: bytes, offset: int) -> int:
    return len(_LINE_END.sub("\n", data[:offset].decode("latin-1").replace("\x85", " ")).split("\n"))


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every second byte is mostly NUL, as in English text of two bytes a letter."""
    seen = data[:4096]
    halves = (seen[::2], seen[1::2])
    shares = sorted(half.count(0) / max(len(half), 1) for half in halves)
    return shares[0] < 0.1 and shares[1] > 0.4
