"""The pictures among a PDF's pages: which are read, and what is said of them to the clerk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pypdfium2

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.pdf_lines import TextLine
from meetings.parsing.extract.pdf_page import Page
from meetings.parsing.extract.pdf_scanned import confidence_of, read_scanned
from meetings.parsing.extract.pdf_tesseract import CannotRecognise, Recognition, Tesseract
from meetings.parsing.parsed import Note

_MOST_SCANNED = 100  # pages
_DOUBTFUL = 60.0  # of 100, the confidence below which a word is in doubt
_POOR = 75.0  # of 100, the confidence of a scan below which much of it is misread
_MOST_DOUBTS = 20  # notes
_MOST_WORDS = 6  # quoted in one


@dataclass(slots=True)
class Unread:
    """The numbers of pages that are pictures and whose print, if there is any, was not read, and why."""

    pages: list[int] = field(default_factory=list)
    reason: str = "no print was recognised in them"


def recognise_pictures(document: pypdfium2.PdfDocument, pages: list[Page], recognition: Recognition) -> Unread:
    """Put the words of pages that are pictures in their place. Raises `ExtractError` where they are too many, or take
    too long."""
    unread = Unread()
    wanted = [index for index, page in enumerate(pages) if page.may_show_more]
    if not wanted:
        return unread
    if len(wanted) > _MOST_SCANNED:
        raise ExtractError(
            f"The PDF has {len(wanted):,} pages that are pictures, as a scanner makes them, and {_MOST_SCANNED} is the "
            "most whose text is recognised. Send the file that it was printed from, or divide it.",
            code="too_many_pages",
        )
    try:
        tesseract = Tesseract(recognition)
        for index in wanted:
            _recognise(document, pages, index, tesseract)
    except CannotRecognise as error:
        unread.reason = f"to read them {error}"
    unread.pages = [index + 1 for index in wanted if pages[index].pictured and not pages[index].words]
    return unread


def _recognise(document: pypdfium2.PdfDocument, pages: list[Page], index: int, tesseract: Tesseract) -> None:
    page = document[index]
    try:
        found = read_scanned(page, tesseract)
    finally:
        page.close()
    # text on a picture that shows no more than that is better read from the file
    if len(found.words) > 2 * len(pages[index].words):
        found.hidden = pages[index].hidden
        found.pictured = pages[index].pictured
        pages[index] = found


def notes_of_scan(pages: Sequence[Page], unread: Unread) -> list[Note]:
    notes = []
    if scanned := [page for page in pages if page.scanned]:
        confidence = confidence_of([word for page in scanned for word in page.words])
        poor = confidence < _POOR
        what = "1 page is a picture" if len(scanned) == 1 else f"{len(scanned)} pages are pictures"
        notes.append(
            Note(
                "scanned_poorly" if poor else "scanned",
                f"{what} of print, whose text was recognised here, on the average with a confidence of "
                f"{confidence:.0f} of 100: compare names, dates and amounts with the page."
                + (" The file itself is not shown to the public, since much is misread." if poor else ""),
            )
        )
    if unread.pages:
        numbers = ", ".join(map(str, unread.pages))
        which = f"Page {numbers} is a picture" if len(unread.pages) == 1 else f"Pages {numbers} are pictures"
        notes.append(
            Note(
                "part_not_read",
                f"{which} and not read: {unread.reason}. The file itself is not shown to the public, since nobody "
                "knows what they hold.",
            )
        )
    return notes


def notes_of_doubt(paragraphs: Iterable[tuple[int, Sequence[TextLine]]]) -> list[Note]:
    """Of paragraphs, each with the line of text where it stands, those that have words recognised with doubt."""
    notes: list[Note] = []
    for place, lines in paragraphs:
        words = [word.text for line in lines for word in line.words if word.confidence < _DOUBTFUL]
        if not any(letter.isalnum() for word in words for letter in word):
            continue
        quoted = ", ".join(f"“{word}”" for word in words[:_MOST_WORDS])
        more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
        notes.append(
            Note("recognised_in_doubt", f"Recognised on page {lines[0].page} with doubt: {quoted}{more}.", place)
        )
        if len(notes) == _MOST_DOUBTS:
            break
    return notes
