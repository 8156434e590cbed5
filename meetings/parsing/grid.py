"""Tables whose rows are items: which cell is the number, which the subject, and what was done?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetings.parsing.lines import Line
from meetings.parsing.numbers import Numbered, read_number
from meetings.parsing.patterns import headings

_LONGEST_COLUMN_HEAD = 4  # words


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may be an item: ``numbered`` is None where its first cell is no number."""

    numbered: Numbered | None
    subject: str
    others: tuple[str, ...]


def cells_of(line: Line) -> list[str]:
    """The cells of a row; a line outside tables has one."""
    return [" ".join(cell.split()) for cell in line.text.split("|")]


def is_column_heads(line: Line) -> bool:
    """Whether a row names its table's columns: in bold or capitals, a few words a cell."""
    cells = cells_of(line)
    if len(cells) < 2 or not (line.lead or line.words.isupper()):
        return False
    return all(cell and len(cell.split()) <= _LONGEST_COLUMN_HEAD and not cell[0].isdigit() for cell in cells)


def read_row(line: Line, heads: Sequence[str]) -> Row | None:
    """A row of a table with these column heads, which may be unknown; None where it has no subject."""
    first, *others = cells_of(line)
    if not first or not others:
        return None
    numbered = read_number(first) or read_number(f"{first}.")
    if numbered is not None and numbered.rest:
        numbered = None
    cells = [first, *others] if numbered is None else others
    heads = heads[-len(cells) :]
    named = [at for at, head in enumerate(heads) if headings.SUBJECT_COLUMN.fullmatch(head)]
    at = named[0] if named and len(heads) == len(cells) else 0
    if not cells[at]:
        return None
    return Row(numbered, cells[at], tuple(cell for place, cell in enumerate(cells) if cell and place != at))
