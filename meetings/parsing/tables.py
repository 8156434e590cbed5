"""Tables within an item's text, whose rows stand there as paragraphs: “Payee | Purpose | Amount”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from meetings.parsing.patterns import tables

_FEWEST_ROWS = 2
_LONGEST_HEAD = 6  # words
_LONGEST_CAPTION = 10  # words
_COLUMNS = (
    tables.NUMBER_COLUMN,
    tables.SUBJECT_COLUMN,
    tables.TEXT_COLUMN,
    tables.DECISION_COLUMN,
    tables.ACTION_COLUMN,
    tables.TERM_COLUMN,
    tables.ENTRY_COLUMN,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each as long as ``heads``, which is empty where no row names the columns.

    ``first`` is the position, among the paragraphs of its text, of the first that the table holds: of the ``caption``
    where one is printed, else of its first row.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()
    caption: str = ""
    first: int = 0

    @property
    def last(self) -> int:
        """The position of the last paragraph that the table holds."""
        return self.first + bool(self.caption) + bool(self.heads) + len(self.rows) - 1

    def to_dict(self) -> dict[str, Any]:
        return {
            "caption": self.caption or None,
            "heads": list(self.heads),
            "rows": [list(row) for row in self.rows],
            "paragraphs": [self.first, self.last],
        }


def tables_of(text: str) -> tuple[Table, ...]:
    """The tables of a text whose paragraphs are divided by one empty line."""
    return tuple(part for part in parts_of(text.split("\n\n")) if isinstance(part, Table))


def parts_of(paragraphs: Iterable[str]) -> Iterator[str | Table]:
    """The paragraphs in their order, those that are a table's caption and rows together as that table."""
    above: str | None = None  # the paragraph that may be a caption
    at = 0
    for are_rows, run in groupby(paragraphs, key=lambda paragraph: tables.CELL_MARK in paragraph):
        together = list(run)
        if are_rows and len(together) >= _FEWEST_ROWS:
            caption = above if above is not None and _is_caption(above) else ""
            if above is not None and not caption:
                yield above
            yield _table(together, caption, at - bool(caption))
            above = None
        else:
            if above is not None:
                yield above
            yield from together[:-1]
            above = together[-1]
        at += len(together)
    if above is not None:
        yield above


def _table(lines: Sequence[str], caption: str, first: int) -> Table:
    cells = ([cell.strip() for cell in line.split("|")] for line in lines)
    head, *rows = zip(*zip_longest(*cells, fillvalue=""), strict=True)
    if _are_heads(head, rows):
        return Table(tuple(rows), head, caption, first)
    return Table((head, *rows), caption=caption, first=first)


def _are_heads(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether a table's first row names its columns: a few words a cell and no figures, most of them known as such, or
    figures below one of them in each row that says anything there."""
    if any(len(cell.split()) > _LONGEST_HEAD or _has_figure(cell) for cell in first) or not all(first[:-1]):
        return False
    known = sum(any(column.fullmatch(cell.rstrip(":")) for column in _COLUMNS) for cell in first)
    below = ([cell for cell in column if cell] for column in zip(*others, strict=True))
    return known * 2 > len(first) or any(cells and all(map(_has_figure, cells)) for cells in below)


def _has_figure(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)


def _is_caption(paragraph: str) -> bool:
    short = len(paragraph.split()) <= _LONGEST_CAPTION
    return short and tables.CELL_MARK not in paragraph and tables.CAPTION.fullmatch(paragraph) is not None
