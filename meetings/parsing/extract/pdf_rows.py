"""A table of a PDF's page as text: rows of cells, or the text that the table only lays out on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meetings.parsing.extract.pdf_lines import NUMBER, TextLine, lines_of
from meetings.parsing.extract.pdf_paragraphs import Block, Measure, blocks_of, printed
from meetings.parsing.extract.pdf_tables import Cell, Table

_LONG_CELL = 300  # characters; a cell of several paragraphs with more than this is text that a table only lays out
_NARROW = 0.2  # of the table's width: what a last cell has whose words belong to the paragraph beside it
_FEW_WORDS = 6

Cells = list[list[Block]]
"""A row: the paragraphs of each cell."""


def blocks_of_table(table: Table, page: int, measure: Measure) -> Iterator[Block]:
    """The paragraphs of a table that lays out text; else blocks of rows."""
    rows = [[_paragraphs(cell, page, measure) for cell in row] for row in table.rows]
    if any(_is_text(cell, measure) for row in rows for cell in row):
        for row, cells in zip(rows, table.rows, strict=True):
            yield from _flowing(row, cells)
    else:
        yield from _rows(rows, measure)


def _paragraphs(cell: Cell, page: int, measure: Measure) -> list[Block]:
    lines = lines_of(cell.words, page)
    if not lines:
        return []
    padding = max(min(line.left for line in lines) - cell.left, 0)
    return blocks_of(lines, measure.within(cell.left + padding, cell.right - min(padding, 12)))


def _lines(cell: Sequence[Block], measure: Measure) -> list[str]:
    return [line for block in cell for line in printed(block, measure)]


def _is_text(cell: Sequence[Block], measure: Measure) -> bool:
    return len(cell) > 1 and sum(map(len, _lines(cell, measure))) > _LONG_CELL


def _flowing(row: Cells, cells: Sequence[Cell]) -> Iterator[Block]:
    """The paragraphs of a row, cell by cell. A number in a cell of its own stands before the next cell's words; a few
    words in a narrow last cell stand in the margin of the paragraph before."""
    told: list[Block] = []
    number: Block | None = None
    width = cells[-1].right - cells[0].left
    for place, (blocks, cell) in enumerate(zip(row, cells, strict=True)):
        words = [word for block in blocks for line in block.lines for word in line.words]
        if number is None and len(blocks) == 1 and len(words) < 3 and NUMBER.fullmatch(blocks[0].lines[0].text):
            number = blocks[0]
            continue
        narrow = place == len(row) - 1 and cell.right - cell.left < _NARROW * width
        if told and narrow and 0 < len(words) <= _FEW_WORDS:
            told[-1].margin += [line.text for block in blocks for line in block.lines]
            continue
        if number is not None and blocks:
            first = blocks[0].lines[0]
            blocks[0].lines[0] = TextLine([*number.lines[0].chunks, *first.chunks], first.page)
            number = None
        told += blocks
    yield from told if number is None else [*told, number]


def _rows(rows: Sequence[Cells], measure: Measure) -> Iterator[Block]:
    """A block for each row, those of a table right below each other; a single cell across the table is a paragraph."""
    close = False
    for row in rows:
        if len(row) == 1:
            yield from row[0]
            close = False
            continue
        cells = ["  ".join(_lines(cell, measure)) for cell in row]
        words = " | ".join(cells)
        lines = [line for cell in row for block in cell for line in block.lines]
        yield Block(lines, close, ready=[words if cells[0] and cells[-1] else f"| {words} |"])
        close = True
