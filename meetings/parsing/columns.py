"""What the columns of a table are, told by their heads: are they those of minutes?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from meetings.parsing.patterns import tables
from meetings.parsing.titles import is_agenda_title

_FEWEST_SURE_TITLES = 2

Column = Literal["number", "subject", "text", "decision", "action", "term"]
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("number", tables.NUMBER_COLUMN),
    ("subject", tables.SUBJECT_COLUMN),
    ("action", tables.ACTION_COLUMN),
    ("text", tables.TEXT_COLUMN),
    ("decision", tables.DECISION_COLUMN),
    ("term", tables.TERM_COLUMN),
)


def columns_of(cells: Sequence[str]) -> tuple[Column, ...]:
    """What the columns are that a row names; none where a cell of it is no column's head."""
    if len(cells) < 2:
        return ()
    found: list[Column] = []
    for cell in cells:
        words = " ".join(cell.split()).rstrip(":").rstrip()
        column = next((column for column, pattern in _COLUMNS if pattern.fullmatch(words)), None)
        if column is None and words:
            return ()
        found.append(column or ("action" if found else "number"))
    return tuple(found)


def names_minutes(columns: Sequence[Column]) -> bool:
    """Whether columns are those of minutes: what was said beside its subject or number, and no list of actions."""
    tells = "text" in columns or "decision" in columns
    return tells or ("subject" in columns and "action" in columns and "term" not in columns)


def are_business(subjects: Iterable[str]) -> bool:
    """Whether the subjects of a table's rows are those of a meeting: some are what every agenda calls business."""
    known = (words for words in subjects if is_agenda_title(words) or tables.SURE_TITLE.match(words))
    return len(set(known)) >= _FEWEST_SURE_TITLES
