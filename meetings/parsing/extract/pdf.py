"""A PDF → text: its lines by their places on the page, joined to paragraphs as a careful typist would type them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.extracted import ExtractedText, escape, furniture, hidden_text, require_short_lines
from meetings.parsing.extract.pdf_lines import lines_of, margin_of, running_lines
from meetings.parsing.extract.pdf_page import Page, PageReader, Word
from meetings.parsing.extract.pdf_paragraphs import typed
from meetings.parsing.parsed import Note

MOST_PAGES = 500


def extract_pdf(data: bytes) -> ExtractedText:
    """The text of a PDF. Raises `ExtractError` where it is damaged, protected by a password, a scan, or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ExtractError(
                "The PDF is protected by a password. Save it without one and try again.", code="encrypted"
            ) from None
        raise ExtractError("The PDF is damaged and cannot be opened.", code="damaged_document") from None
    count = len(document)
    if count > MOST_PAGES:
        raise ExtractError(
            f"The PDF has {count:,} pages, and {MOST_PAGES} is the most that is read. Choose the minutes alone.",
            code="too_many_pages",
        )
    reader = PageReader()
    read = [reader.read(document[number]) for number in range(count)]
    margin = margin_of([page.words for page in read])
    pages = [lines_of([word for word in page.words if not beside(word, margin)], n) for n, page in enumerate(read)]
    margins = [lines_of([word for word in page.words if beside(word, margin)], n) for n, page in enumerate(read)]
    turned = [furniture(escape(words)) for page in read for words in page.turned]
    if not any(pages):
        raise ExtractError(
            "The PDF holds pictures of pages and no text, as a scanner makes them. Send the file that it was printed "
            "from, or have its text recognised (OCR) first.",
            code="scanned",
        )
    text = typed(pages, margins, running_lines(pages))
    text = "\n\n".join([text, *dict.fromkeys(turned)])
    require_short_lines(text)
    return ExtractedText(text, "pdf", "", tuple(_notes(read)))


def _notes(pages: Sequence[Page]) -> Iterator[Note]:
    if hidden := sorted({words for page in pages for words in page.hidden}):
        yield hidden_text(" and ".join(hidden))
    if recognised := sum(page.recognised for page in pages):
        yield Note(
            "recognised_text",
            f"{recognised} {'page is a picture' if recognised == 1 else 'pages are pictures'} of print, whose text a "
            "program recognised: compare names, dates and amounts with the page.",
        )


def beside(word: Word, margin: float | None) -> bool:
    """Whether a word stands in the margin, which begins at a place in points."""
    return margin is not None and word.left >= margin
