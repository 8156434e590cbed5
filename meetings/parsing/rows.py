"""Minutes set as one table: what would its rows be if they were printed one below the other?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from meetings.parsing.columns import Column, are_business, columns_of, names_minutes
from meetings.parsing.lines import Line, Lines
from meetings.parsing.parsed import Leftover
from meetings.parsing.patterns import tables
from meetings.parsing.run_in import divide_title

_FEWEST_ROWS = 3
_LONGEST_BETWEEN = 12  # words of a heading that stands across the table


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
    if not columns or not names_minutes(columns):
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
    begun = (row.subject or "".join(row.told[:1]) for row in rows)
    return end if len(rows) >= _FEWEST_ROWS and are_business(begun) else None


def _columns_of(line: Line) -> tuple[Column, ...]:
    return columns_of(_cells(line))


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.text.split("|")] if tables.CELL_MARK in line.text else []


def _read(line: Line, columns: Sequence[Column]) -> _Row:
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


def _unfolded(line: Line, columns: Sequence[Column]) -> Iterator[Line]:
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
