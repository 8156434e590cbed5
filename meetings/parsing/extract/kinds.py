"""Of which kind is a file? Told by its first bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from meetings.parsing.errors import UnsupportedFormat
from meetings.parsing.parsed import Note

SAVE_AS_TEXT = "Save or export it as plain text (.txt) and try again, or paste its text."
INSTALL_LIBREOFFICE = (
    "To read such files the portal needs LibreOffice and its sandbox: those who run it install "
    "libreoffice-writer-nogui and bubblewrap. Or open it, save it as a Word document (.docx) and try again."
)
SEND_THE_MINUTES = "Choose the minutes as a text file, or paste their text."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file as people call it, and what they can do who have one."""

    called: str
    advice: str = SAVE_AS_TEXT
    code: str = "unsupported_format"


KINDS = {
    "pdf": Kind("a PDF document"),
    "docx": Kind("a Word document (.docx)"),
    "odt": Kind("an OpenDocument text (.odt)", INSTALL_LIBREOFFICE, code="needs_libreoffice"),
    "doc": Kind("an older Word document (.doc)", INSTALL_LIBREOFFICE, code="needs_libreoffice"),
    "rtf": Kind("a Rich Text document (.rtf)", INSTALL_LIBREOFFICE, code="needs_libreoffice"),
    "protected": Kind(
        "an Office document that is protected by a password", "Save it without one and try again.", code="encrypted"
    ),
    "spreadsheet": Kind("a spreadsheet, not text", SEND_THE_MINUTES),
    "presentation": Kind("a presentation, not text", SEND_THE_MINUTES),
    "office": Kind("an older Office file that is no Word document", SEND_THE_MINUTES),
    "html": Kind("a web page (HTML)"),
    "text": Kind("plain text"),
    "xml": Kind("an XML file, which cannot be read yet"),
    "zip": Kind("a ZIP archive", "Unpack it and choose the files of minutes in it."),
    "gzip": Kind("a compressed file", "Unpack it and choose the files of minutes in it."),
    "png": Kind("a picture (PNG), not text", SEND_THE_MINUTES),
    "jpeg": Kind("a picture (JPEG), not text", SEND_THE_MINUTES),
    "gif": Kind("a picture (GIF), not text", SEND_THE_MINUTES),
    "tiff": Kind("a picture (TIFF), not text", SEND_THE_MINUTES),
    "webp": Kind("a picture (WebP), not text", SEND_THE_MINUTES),
    "program": Kind("a program, not text", SEND_THE_MINUTES),
    "binary": Kind("a binary file, not text", SEND_THE_MINUTES, code="binary_file"),
}

_SIGNATURES = (
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\x7fELF", "program"),
)
_WINDOWS_PROGRAM = re.compile(rb"MZ[^\0]{0,100}\0")  # NUL soon, as no text has
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of older Office programs, and of documents with a password
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# For "<!DOCTYPE html>", "<html lang='en'>", "<head>" behind a comment on where the page was saved from
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,1000}?-->\s{0,200}){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"<\?xml\b", re.I)
# Control characters that no text holds; tab, line ends, form feed and NUL are looked at elsewhere.
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
# What the ending of a file's name promises, for the formats that are read as they are; ".doc" promises little
_PROMISED = {".pdf": "pdf", ".docx": "docx", ".htm": "html", ".html": "html", ".txt": "text", ".md": "text"}
_LOOKED_AT = 64 * 1024
_MOST_CONTROL = 0.02  # of the bytes looked at


def unsupported(name: str, kind: str) -> UnsupportedFormat:
    """The error that says of which kind a file is and what to do with it."""
    return UnsupportedFormat(f"{name} is {KINDS[kind].called}. {KINDS[kind].advice}", code=KINDS[kind].code)


def misnamed(name: str, kind: str) -> Note | None:
    """The note that a file is of another kind than the ending of its name promises: it may be the wrong file."""
    ending = PurePath(name).suffix.lower()
    if _PROMISED.get(ending, kind) == kind:
        return None
    return Note(
        "misnamed",
        f"The file's name ends in “{ending}”, but the file is {KINDS[kind].called} and was read as that. Check that it "
        "is the file you meant.",
    )


def kind_of(data: bytes) -> str:
    """A key of `KINDS`."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if _WINDOWS_PROGRAM.match(data):
        return "program"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_COMPOUND_FILE):
        return _kind_of_compound(data)
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(_UTF16_MARKS):
        start = data[:8192].decode("utf-16", "replace").encode("ascii", "replace").lstrip()
        return "html" if _HTML.match(start) else "text"
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(start):
        return "html"
    if _XML.match(start):
        return "xml"
    seen = data[:_LOOKED_AT]
    return "binary" if len(_CONTROL.findall(seen)) > _MOST_CONTROL * len(seen) else "text"


def _kind_of_zip(data: bytes) -> str:
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:4096]:
        return "odt"
    for folder, kind in ((b"word/", "docx"), (b"xl/", "spreadsheet"), (b"ppt/", "presentation")):
        if b"[Content_Types].xml" in data and folder in data:
            return kind
    return "zip"


def _kind_of_compound(data: bytes) -> str:
    """By the names of its streams, which are in UTF-16."""
    for name, kind in (("EncryptedPackage", "protected"), ("WordDocument", "doc"), ("Workbook", "spreadsheet")):
        if name.encode("utf-16-le") in data:
            return kind
    return "office"
