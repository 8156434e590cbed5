"""Step 1, bytes → text: one table of formats, which are told by content and never by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.docx import extract_docx
from meetings.parsing.extract.extracted import ExtractedText
from meetings.parsing.extract.html import extract_html
from meetings.parsing.extract.kinds import kind_of, misnamed, unsupported
from meetings.parsing.extract.markdown import extract_written_text
from meetings.parsing.extract.pdf import extract_pdf
from meetings.parsing.extract.pdf_tesseract import Recognition

__all__ = ["ExtractedText", "Recognition", "extract_text"]

# The formats that are read; a text file may be plain or Markdown.
EXTRACTORS: dict[str, Callable[[bytes], ExtractedText]] = {
    "text": extract_written_text,
    "docx": extract_docx,
    "pdf": extract_pdf,
    "html": extract_html,
}


def extract_text(data: bytes, name: str, recognition: Recognition | None = None) -> ExtractedText:
    """The text of a file of minutes; ``name`` names it in messages and is checked against the kind that it promises,
    ``recognition`` is how pictures are read.

    Raises `UnsupportedFormat` for a kind of file that is not read, and `ExtractError` for one that is empty or damaged.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise ExtractError(
            f"{name} is empty: it holds no text. Choose the file of the minutes themselves.", code="empty_file"
        )
    kind = kind_of(data)
    if kind not in EXTRACTORS:
        raise unsupported(name, kind)
    pictures_too = kind == "pdf" and recognition is not None
    extracted = extract_pdf(data, recognition) if pictures_too else EXTRACTORS[kind](data)
    note = misnamed(name, kind)
    return replace(extracted, notes=(note, *extracted.notes)) if note else extracted
