"""Minutes set as one table: what would its rows be if they were printed one below the other?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from meetings.parsing.lines import Line, Lines
from meetings.parsing.parsed import Leftover
from meetings.parsing.patterns import tables
from meetings.parsing.run_in import divide_title
from meetings.parsing.titles import is_agenda_title

_FEWEST_ROWS = 3
_FEWEST_SURE_TITLES = 2
_LONGEST_BETWEEN = 12  # words of a heading that stands across the table

_Column = Literal["number", "subject", "text", "decision", "action", "term"]
_COLUMNS: tuple[tuple[_Column, re.Pattern[str]], ...] = (
    ("number", tables.NUMBER_COLUMN),
    ("subject", tables.SUBJECT_COLUMN),
    ("action", tables.ACTION_COLUMN),
    ("text", tables.TEXT_COLUMN),
    ("decision", tables.DECISION_COLUMN),
    ("term", tables.TERM_COLUMN),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row by what its cells are; what is ``told`` of the subject, a paragraph each."""

    number: str
    subject: str
    told: tuple[str, ...]


def unfold_tables(lines: Lines) -> Lines:
    """Lines in which each row of a table of minutes is a heading and paragraphs, on the row's own place."""
    if lines.tagged:
        return lines
    body, heads, at = list[Line](), list[Line](), 0
    while at < len(lines.body):
        end = _end_of_minutes(lines.body, at)
        if end is None:
            body.append(lines.body[at])
            at += 1
            continue
        columns = _columns_of(lines.body[at])
        for line in lines.body[at:end]:
            if tables.CELL_MARK not in line.text:  # a heading across the table
                body.append(replace(line, opens_row=bool(line.lead)))
            elif _columns_of(line) == columns:  # printed again at the top of a page
                heads.append(line)
            else:
                body += _unfolded(line, columns)
        at = end
    left = [Leftover("furniture", line.place, line.words) for line in heads]
    leftovers = tuple(sorted((*lines.leftovers, *left), key=lambda leftover: leftover.line))
    return replace(lines, body=tuple(body), leftovers=leftovers)


def _end_of_minutes(body: Sequence[Line], start: int) -> int | None:
    """The index behind the last row of the minutes whose column heads stand at ``start``; None where there are none."""
    columns = _columns_of(body[start])
    if not columns or not _names_minutes(columns):
        return None
    end, rows = start + 1, list[_Row]()
    for at in range(start + 1, len(body)):
        line = body[at]
        if tables.CELL_MARK in line.text:
            if len(_cells(line)) > len(columns) or (_columns_of(line) not in ((), columns)):
                break
            rows.append(_read(line, columns))
            end = at + 1
        elif len(line.words.split()) > _LONGEST_BETWEEN:
            break
    begun = {row.subject or "".join(row.told[:1]) for row in rows}
    sure = set(filter(_is_sure, begun))
    return end if len(rows) >= _FEWEST_ROWS and len(sure) >= _FEWEST_SURE_TITLES else None


def _names_minutes(columns: Sequence[_Column]) -> bool:
    """Whether columns are those of minutes: what was said beside its subject or number, and no list of actions."""
    tells = "text" in columns or "decision" in columns
    return tells or ("subject" in columns and "action" in columns and "term" not in columns)


def _is_sure(subject: str) -> bool:
    return is_agenda_title(subject) or tables.SURE_TITLE.match(subject) is not None


def _columns_of(line: Line) -> tuple[_Column, ...]:
    """What the columns are that a row names; none where a cell of it is no column's head."""
    cells = _cells(line)
    if len(cells) < 2:
        return ()
    found: list[_Column] = []
    for cell in cells:
        words = " ".join(cell.split()).rstrip(":").rstrip()
        column = next((column for column, pattern in _COLUMNS if pattern.fullmatch(words)), None)
        if column is None and words:
            return ()
        found.append(column or ("number" if not found else "action"))
    return tuple(found)


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.text.split("|")] if tables.CELL_MARK in line.text else []


def _read(line: Line, columns: Sequence[_Column]) -> _Row:
    """What a row's cells are. The number stands in a cell of its own or before the subject; without a column of
    subjects the first cell of text begins with one."""
    cells = list(zip(columns, _cells(line), strict=False))
    number = ""
    if cells[0][0] in ("number", "subject", "text") and tables.NUMBER_CELL.fullmatch(cells[0][1]):
        number = cells.pop(0)[1]
    named = [at for at, (column, words) in enumerate(cells) if column == "subject"]
    named += [at for at, (column, words) in enumerate(cells) if column in ("text", "decision") and words]
    subject = cells.pop(named[0])[1] if named else ""
    if not number and (numbered := tables.NUMBERED_CELL.fullmatch(subject)):
        number, subject = numbered["number"], numbered["words"]
    title, *told = _paragraphs(subject) or [""]
    if not told and not any(column in ("text", "decision") and words for column, words in cells):
        title, rest = divide_title(title)
        told = [rest] if rest else []
    return _Row(number, title, (*told, *(piece for _, words in cells for piece in _paragraphs(words))))


def _paragraphs(cell: str) -> list[str]:
    return [piece for piece in tables.CELL_PARAGRAPHS.split(cell) if piece]


def _unfolded(line: Line, columns: Sequence[_Column]) -> Iterator[Line]:
    row = _read(line, columns)
    blank = replace(line, text="", lead="", generated="")
    yield blank
    if row.subject or row.number:
        words = f"{row.number}  {row.subject}".strip()
        yield replace(line, text=words, lead=words, generated="", opens_row=True)
    for words in row.told:
        yield blank
        yield replace(line, text=words, lead="", generated="")
    yield blank
