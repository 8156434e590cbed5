"""Bytes → text: encodings, line ends, and a kind word for whatever is no text."""

from __future__ import annotations

import codecs
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing import ExtractError, MinutesError, UnsupportedFormat, extract_text

TEXT = "Harrowmere Borough Council\nMinutes – the café’s rent is £40.\n"


def zipped(*names: str) -> bytes:
    """A ZIP archive with members of these names; the first one is stored as OpenDocument wants it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    return content.getvalue()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    extracted = extract_text(data, "minutes.txt")
    assert (extracted.text, extracted.format, extracted.encoding) == (TEXT, "text", encoding)


def test_windows_1252_is_noted_with_its_first_line() -> None:
    [note] = extract_text(TEXT.encode("cp1252"), "minutes.txt").notes
    assert (note.code, note.line) == ("read_as_windows_1252", 2)
    assert extract_text(TEXT.encode(), "minutes.txt").notes == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\v", "\x85", "\u2028"])
def test_line_ends(end: str) -> None:
    assert extract_text(TEXT.replace("\n", end).encode(), "minutes.txt").text == TEXT


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "empty_file", None),
        (b" \r\n\t\n", "empty_file", None),
        (bytes(500), "empty_file", None),
        (b"Minutes\nof the\0meeting\n" * 9, "nul_characters", 2),
        (TEXT.encode("utf-16-le"), "utf16_unmarked", 1),
        (TEXT.encode("utf-16-be"), "utf16_unmarked", 1),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x00\xd8a\0", "damaged_text", 3),
        (codecs.BOM_UTF8 + b"Minutes\n\xff\n", "damaged_text", 2),
        (b"Minutes\nof the caf\xe9 \x81\n", "unknown_encoding", 2),
        (b"Minutes\n\n" + b"x" * 100_001, "line_too_long", 3),
    ],
)
def test_damaged_text_is_refused_with_its_line(data: bytes, code: str, line: int | None) -> None:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "minutes.txt")
    assert (refused.value.code, refused.value.line) == (code, line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped("mimetype"), "OpenDocument"),
        (b"{\\rtf1\\ansi Minutes}", "Rich Text"),
        (zipped("minutes.txt"), "ZIP"),
        (b"<?xml version='1.0'?>\n<meeting/>", "XML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(64), "JPEG"),
        (b"GIF89a" + bytes(64), "GIF"),
        (b"II*\0" + bytes(64), "TIFF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\x1f\x8b\x08\0" + bytes(64), "compressed"),
        (b"MZ\x90\0" + bytes(64), "program"),
        (b"\x7fELF" + bytes(64), "program"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_other_formats_are_named_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        extract_text(data, "minutes.txt")
    assert said in refused.value.message
    assert refused.value.message.startswith("minutes.txt is ")
    codes = {"binary": "binary_file", "OpenDocument": "needs_libreoffice", "Rich Text": "needs_libreoffice"}
    assert refused.value.code == codes.get(said, "unsupported_format")


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html>\n<html><body>Minutes</body></html>",
        b"\xef\xbb\xbf\n <html lang='en'><p>Minutes",
        b"<?xml version='1.0'?>\n<html><p>Minutes",
    ],
)
def test_a_web_page_is_told_by_its_beginning(data: bytes) -> None:
    assert extract_text(data, "minutes.txt").format == "html"


def test_a_file_of_another_kind_than_its_name_promises_is_noted() -> None:
    [note] = extract_text(TEXT.encode(), "Minutes.PDF").notes
    assert note.code == "misnamed"
    assert "ends in “.pdf”, but the file is plain text" in note.message
    assert [note.code for note in extract_text(b"<html><p>Minutes", "minutes.txt").notes] == ["misnamed"]
    for name in ("minutes.txt", "minutes.md", "minutes", "minutes.2024", "minutes.doc", "pasted text"):
        assert extract_text(TEXT.encode(), name).notes == ()


def test_a_text_that_speaks_of_html_is_text() -> None:
    assert extract_text(b"Minutes\n\n<AI1>\nThe <html> page was slow.\n</AI1>\n", "minutes.txt").format == "text"


@given(st.binary())
def test_any_bytes_are_extracted_or_refused(data: bytes) -> None:
    with suppress(MinutesError):
        text = extract_text(data, "minutes.txt").text
        assert not set("\0\r") & set(text)
        text.encode()
