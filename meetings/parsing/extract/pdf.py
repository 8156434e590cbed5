"""A PDF → text: what its pages show, by the places of the letters, as a careful typist would type it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.extracted import ExtractedText, escape, furniture, hidden_text, require_short_lines
from meetings.parsing.extract.pdf_columns import in_order
from meetings.parsing.extract.pdf_furniture import find_furniture
from meetings.parsing.extract.pdf_lines import TextLine, lines_of
from meetings.parsing.extract.pdf_margin import margin_of, parted
from meetings.parsing.extract.pdf_page import Page, PageReader
from meetings.parsing.extract.pdf_paragraphs import Block, Measure, blocks_of, printed
from meetings.parsing.extract.pdf_rows import blocks_of_table
from meetings.parsing.extract.pdf_scans import notes_of_doubt, notes_of_scan, recognise_pictures
from meetings.parsing.extract.pdf_tables import Table, tables_of
from meetings.parsing.extract.pdf_tesseract import Recognition
from meetings.parsing.parsed import Note

_MOST_REMARKS = 20  # of a page

MOST_PAGES = 500


def extract_pdf(data: bytes, recognition: Recognition | None = None) -> ExtractedText:
    """The text of a PDF, that of its pictures recognised. Raises `ExtractError` where it is damaged, protected by a
    password, too long, or shows no text that can be read."""
    document = _opened(data)
    try:
        pages = list(_pages(document))
        unread = recognise_pictures(document, pages, recognition or Recognition())
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise ExtractError(
            f"The PDF holds pictures of pages and no text, as a scanner makes them, and {unread.reason}. Send the file "
            "that it was printed from, or have its text recognised (OCR) first.",
            code="scanned",
        )
    text, doubts = _text(pages)
    require_short_lines(text)
    return ExtractedText(text, "pdf", "", (*_notes(pages), *notes_of_scan(pages, unread), *doubts))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ExtractError(
                "The PDF is protected by a password. Save it without one and try again.", code="encrypted"
            ) from None
        raise ExtractError("The PDF is damaged and cannot be opened.", code="damaged_document") from None


def _pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    count = len(document)
    if count > MOST_PAGES:
        raise ExtractError(
            f"The PDF has {count:,} pages, and {MOST_PAGES} is the most that is read. Choose the minutes alone.",
            code="too_many_pages",
        )
    reader = PageReader()
    for index in range(count):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            raise ExtractError(
                f"The PDF is damaged: page {index + 1} of {count} cannot be read.", code="damaged_document"
            ) from None
        yield reader.read(page)
        page.close()


def _text(pages: Sequence[Page]) -> tuple[str, list[Note]]:
    """The text of the pages, and notes on the lines that were recognised with doubt."""
    lines = [lines_of(page.words, number) for number, page in enumerate(pages, start=1)]
    running = find_furniture(lines)
    aside: list[tuple[list[str], list[str]]] = []  # of each page, what is printed above and below its text
    sheets: list[tuple[list[Table], list[TextLine]]] = []
    for number, (page, printed_lines) in enumerate(zip(pages, lines, strict=True), start=1):
        kept = [line for line in printed_lines if id(line) not in running]
        middle = kept[len(kept) // 2].base if kept else 0
        heads, feet = (
            [
                furniture(escape(line.text))
                for line in printed_lines
                if id(line) in running and (line.base > middle) is low
            ]
            for low in (False, True)
        )
        aside.append((heads, [*feet, *(furniture(escape(words)) for words in page.turned)]))
        tables, rest = tables_of([word for line in kept for word in line.words], page.rules)
        sheets.append((tables, in_order(lines_of(rest, number) if tables else kept)))
    start = margin_of([line for _, kept in sheets for line in kept])
    divided = [(tables, [parted(line, start) for line in kept]) for tables, kept in sheets]
    measure = Measure.of([text for _, kept in divided for text, _ in kept if text is not None])
    blocks = _blocks([(tables, [text for text, _ in kept if text is not None]) for tables, kept in divided], measure)
    _set_beside([beside for _, kept in divided for _, beside in kept if beside is not None], blocks)
    written = list(_written(blocks, measure, aside))
    blank = next((place for place, (line, _) in enumerate(written) if line), 0)
    doubts = notes_of_doubt((place - blank + 1, block.lines) for place, (_, block) in enumerate(written) if block)
    return "\n".join(line for line, _ in written).strip("\n"), doubts


def _blocks(sheets: Sequence[tuple[list[Table], list[TextLine]]], measure: Measure) -> list[Block]:
    """The paragraphs and tables of all pages, each table below the last line above it."""
    blocks: list[Block] = []
    run: list[TextLine] = []
    for number, (tables, lines) in enumerate(sheets, start=1):
        waiting = list(tables)
        for line in [*lines, None]:
            while waiting and (line is None or waiting[0].top < line.base):
                blocks += blocks_of(run, measure)
                run = []
                blocks += blocks_of_table(waiting.pop(0), number, measure)
            if line is not None:
                run.append(line)
    return blocks + blocks_of(run, measure)


def _set_beside(entries: Sequence[TextLine], blocks: Sequence[Block]) -> None:
    """Give what stands in the margin to the paragraph beside it, or to the last one above it."""
    places = [(line.page, line.base - 0.5 * line.size, block) for block in blocks for line in block.lines]
    at = 0
    for entry in entries:
        while at + 1 < len(places) and places[at + 1][:2] <= (entry.page, entry.base):
            at += 1
        places[at][2].margin.append(entry.text)


def _written(
    blocks: Sequence[Block], measure: Measure, aside: Sequence[tuple[list[str], list[str]]]
) -> Iterator[tuple[str, Block | None]]:
    """The lines of the text, the first one of each block with it. What is printed between the texts of two pages comes
    before the first paragraph that begins on the later one."""
    told = 0  # pages
    for block in blocks:
        between: list[str] = []
        while told < block.lines[0].page:
            between += [*(aside[told - 1][1] if told else ()), *aside[told][0]]
            told += 1
        if between:
            yield "", None
            yield from ((line, None) for line in between)
        if between or not block.close:
            yield "", None
        first, *others = printed(block, measure)
        yield first, block
        yield from ((line, None) for line in others)
    yield "", None
    yield from ((line, None) for line in aside[told - 1][1])
    for heads, feet in aside[told:]:
        yield from ((line, None) for line in (*heads, *feet))


def _notes(pages: Sequence[Page]) -> Iterator[Note]:
    if hidden := sorted({words for page in pages for words in page.hidden}):
        yield hidden_text(" and ".join(hidden))
    for number, page in enumerate(pages, start=1):
        for remark in page.remarks[:_MOST_REMARKS]:
            yield Note("remark_on_page", f"“{remark}” was written over page {number}, and was not read.")
    if recognised := sum(page.recognised for page in pages):
        yield Note(
            "recognised_text",
            f"{recognised} {'page is a picture' if recognised == 1 else 'pages are pictures'} of print, whose text a "
            "program recognised: compare names, dates and amounts with the page.",
        )
