"""A PDF → text: what its pages show, read by the places of the letters."""

from __future__ import annotations

from collections import defaultdict

import pypdfium2
import pypdfium2.raw as pdfium

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.extracted import ExtractedText, escape, furniture, require_short_lines
from meetings.parsing.extract.pdf_furniture import find_furniture
from meetings.parsing.extract.pdf_lines import lines_of
from meetings.parsing.extract.pdf_page import Page, PageReader
from meetings.parsing.extract.pdf_paragraphs import Measure, blocks_of, printed_blocks

MOST_PAGES = 1_000


def extract_pdf(data: bytes) -> ExtractedText:
    """The text of a PDF. Raises `ExtractError` where it is damaged, protected, a scan, or too large."""
    document = _opened(data)
    try:
        pages = _pages(document)
    finally:
        document.close()
    return ExtractedText(_text(pages), "pdf", "", ())


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ExtractError(
                "The PDF opens with a password only. Save it without one and try again.", code="encrypted"
            ) from None
        raise ExtractError(
            "The PDF is damaged: it cannot be opened. Send it again, or export it once more from the document that it "
            "was made of.",
            code="damaged_document",
        ) from None


def _pages(document: pypdfium2.PdfDocument) -> list[Page]:
    if len(document) > MOST_PAGES:
        raise ExtractError(
            f"The PDF has {len(document):,} pages, and {MOST_PAGES:,} is the most that is read. Send the minutes of "
            "one meeting alone.",
            code="too_many_pages",
        )
    reader = PageReader()
    pages = []
    for index in range(len(document)):
        page = document[index]
        pages.append(reader.read(page))
        page.close()
    return pages


def _text(pages: list[Page]) -> str:
    lines = [lines_of(page.words, number) for number, page in enumerate(pages, start=1)]
    left_out = find_furniture(lines)
    body = [line for page in lines for line in page if id(line) not in left_out]
    measure = Measure.of(body)
    blocks = blocks_of(body, measure)
    apart: dict[int, list[str]] = defaultdict(list)
    for printed_lines in lines:
        for line in printed_lines:
            if id(line) in left_out:
                apart[line.page].append(furniture(escape(line.text)))
    for number, page in enumerate(pages, start=1):
        apart[number].extend(furniture(escape(words)) for words in page.turned)
    written: list[str] = []
    told = 0
    for block, (text, close) in zip(blocks, printed_blocks(blocks, measure), strict=True):
        page_of = block.lines[0].page
        while told < page_of:
            told += 1
            if apart[told]:
                written += ["", *apart[told]]
                close = False
        written += [text] if close else ["", text]
    for number in range(told + 1, len(pages) + 1):
        written += ["", *apart[number]]
    text = "\n".join(written).strip("\n")
    require_short_lines(text)
    return text
