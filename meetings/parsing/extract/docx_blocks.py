"""Paragraphs and tables as text: what is printed on a line of its own, and what beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from meetings.parsing.columns import are_business, columns_of, names_minutes
from meetings.parsing.extract.docx_words import Piece, lines_of, marked, on_one_line
from meetings.parsing.extract.extracted import escape, generated

_LONGEST_HEADING = 300  # characters; a longer paragraph in a heading's style is text
_MOST_NUMBERED = 0.5  # of the rows: what has more rows of a number and paragraphs beside it is no table of entries
_LONG_CELL = 300  # characters; a cell of several paragraphs with more than this is text that a table only lays out
# For "1.", "4.2", "88/24", "(a)", "12a)": a cell that holds the number of what stands in the next one
_CELL_NUMBER = re.compile(
    r"\(?(?:[A-Z]{1,4}[./ ]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.:)]{0,2}|\(?[a-z]{1,4}[.)]{1,2}"
)
_ALNUM = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is printed: ``mark`` is its generated number or bullet, ``level`` that of a heading."""

    pieces: tuple[Piece, ...]
    mark: str = ""
    level: int | None = None

    @property
    def words(self) -> str:
        return on_one_line(self.pieces)

    @property
    def printed(self) -> str:
        """The paragraph's lines with their marks; "" where nothing is to be seen but a bullet."""
        words = self.words
        if not words:
            return generated(self.mark, "").rstrip() if _ALNUM.search(self.mark) else ""
        if self.level is not None and len(words) <= _LONGEST_HEADING:
            return f"{'#' * min(self.level + 1, 6)} {generated(self.mark, escape(words))}"
        first, *others = (line for line in lines_of(self.pieces) if on_one_line(line))
        return "\n".join([marked(first, self.mark), *(marked(line) for line in others)])


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of blocks."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]

    @property
    def only_lays_out(self) -> bool:
        """Whether the table is no table for its reader but puts paragraphs in their places on the page."""
        if _tells_minutes(self.rows):
            return False
        return (
            all(len(row) == 1 for row in self.rows)
            or any(map(_is_text, (cell for row in self.rows for cell in row)))
            or sum(map(_is_item, self.rows)) > _MOST_NUMBERED * len(self.rows)
        )


Block = Paragraph | Table


def printed_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks as text: a paragraph each, the rows of a table one below the other."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if words := block.printed:
                yield words
        elif block.only_lays_out:
            for row in block.rows:
                yield from printed_blocks(_flowing(row))
        else:
            yield from _printed_rows(block)


def _printed_rows(table: Table) -> Iterator[str]:
    run: list[str] = []
    for row in table.rows:
        if len(row) == 1:  # a caption across the table
            yield from _together(run)
            run = []
            yield from printed_blocks(row[0])
            continue
        cells = [_cell_words(cell, place == 0) for place, cell in enumerate(row)]
        if any(cells):
            line = " | ".join(cells)
            run.append(line if cells[0] and cells[-1] else f"| {line} |")
    yield from _together(run)


def _together(lines: list[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(lines)


def _cell_words(cell: Iterable[Block], first: bool) -> str:
    """A cell on one line, its paragraphs parted by two blanks as columns are. A generated mark is printed in the
    ``first`` cell of a row, and where it is all that a cell holds."""
    pieces: list[str] = []
    for block in cell:
        if isinstance(block, Table):
            pieces += (_cell_words(inner, first=False) for row in block.rows for inner in row)
        elif block.words:
            line = (Piece(piece.words.replace("\n", "  "), piece.strong) for piece in block.pieces)
            pieces.append(marked(tuple(line), block.mark if first and not pieces else ""))
        elif first and not pieces:
            pieces.append(generated(block.mark, "").rstrip())
        else:
            pieces.append(block.mark)
    return "  ".join(filter(None, pieces))


def _flowing(row: tuple[tuple[Block, ...], ...]) -> Iterator[Block]:
    """The blocks of a row, cell by cell; the number in a cell of its own stands before the next cell's words."""
    number: Paragraph | None = None
    for cell in row:
        blocks = [block for block in cell if not isinstance(block, Paragraph) or block.printed]
        alone = blocks[0] if len(blocks) == 1 else None
        if number is None and isinstance(alone, Paragraph) and _is_number(alone):
            number = alone
            continue
        if number is not None and blocks:
            if isinstance(blocks[0], Paragraph):
                blocks[0] = _numbered(number, blocks[0])
            else:
                yield number
            number = None
        yield from blocks
    if number is not None:
        yield number


def _is_number(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return _CELL_NUMBER.fullmatch(words) is not None if words else _ALNUM.search(paragraph.mark) is not None


def _numbered(number: Paragraph, paragraph: Paragraph) -> Paragraph:
    words = number.words
    if not words:
        return replace(paragraph, mark=number.mark)
    strong = next((piece.strong for piece in paragraph.pieces if piece.words.strip()), False)
    return replace(paragraph, pieces=(Piece(f"{words}  ", strong), *paragraph.pieces))


def _is_item(row: tuple[tuple[Block, ...], ...]) -> bool:
    """Whether a row is a number in a cell of its own, and beside it a heading with paragraphs of text."""
    if len(row) < 2 or len(row[0]) != 1 or len([block for block in row[1] if _has_words(block)]) < 2:
        return False
    return isinstance(row[0][0], Paragraph) and _is_number(row[0][0])


def _tells_minutes(rows: tuple[tuple[tuple[Block, ...], ...], ...]) -> bool:
    """Whether a table is minutes whose rows have no numbers: a subject in the first column, what was said beside it."""
    columns = columns_of([_plain_words(cell) for cell in rows[0]]) if rows else ()
    if columns[:1] != ("subject",) or not names_minutes(columns):
        return False
    if any(isinstance(block, Table) for row in rows for cell in row for block in cell):
        return False
    subjects = [_plain_words(row[0]) for row in rows[1:] if row]
    return are_business(subjects) and not any(subject[:1].isdigit() for subject in subjects)


def _plain_words(cell: Iterable[Block]) -> str:
    printed = (f"{block.mark} {block.words}" for block in cell if isinstance(block, Paragraph))
    return " ".join("".join(printed).replace("*", "").split())


def _has_words(block: Block) -> bool:
    return isinstance(block, Table) or bool(block.words)


def _is_text(cell: tuple[Block, ...]) -> bool:
    """Whether a cell holds text of its own: a table, or paragraphs that are more than an entry."""
    if any(isinstance(block, Table) for block in cell):
        return True
    words = [block.words for block in cell if isinstance(block, Paragraph) and block.words]
    return len(words) > 1 and sum(map(len, words)) > _LONG_CELL
