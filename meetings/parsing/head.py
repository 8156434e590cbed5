"""Steps 3 and 4: what do the lines before the first item tell, of the meeting and of those who were there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.parsing.dates import named_days
from meetings.parsing.heading import Heading, read_heading
from meetings.parsing.lines import Line, Lines
from meetings.parsing.paragraphs import Layout
from meetings.parsing.parsed import Attendee, Unplaced
from meetings.parsing.patterns import preamble
from meetings.parsing.people import attendance_start, divide_lists, read_attendance

_MOST_TITLES = 20  # lines before the text, or left out of it, that may tell what the file is


@dataclass(frozen=True, slots=True)
class Head:
    """The facts and the people of the head; ``read`` are the places of the lines that they were read from, ``unplaced``
    the words on those lines that told nothing."""

    heading: Heading
    people: tuple[Attendee, ...]
    read: frozenset[int]
    unplaced: tuple[Unplaced, ...]


def read_head(head: Sequence[Line], lines: Lines, layout: Layout) -> Head:
    """Read the lines before the first item."""
    parts = list(divide_lists(cell for line in head for cell in _labelled_cells(line)))
    start = attendance_start(parts)
    attendance = read_attendance(parts[start:], layout)
    others = [part for part in parts[:start] if part not in attendance.read]
    if not any(day.date() for part in others for day in named_days(part.words)):
        others = [part for part in parts if part not in attendance.read]
    heading = read_heading(others, _titles(lines, head))
    told = heading.read | attendance.read
    read = {part.place for part in parts if part in told}
    unplaced = [Unplaced(part.place, part.words) for part in parts if part.place in read and part not in told]
    return Head(heading, tuple(attendance.people), frozenset(read), (*unplaced, *attendance.unread))


def _titles(lines: Lines, head: Sequence[Line]) -> list[Line]:
    """The lines of a front matter, and the running heads, which name what the file is."""
    first = head[0].place if head else 1
    left = [line for line in lines.everything if line.text and (line.place < first or line.furniture)]
    return left[:_MOST_TITLES]


def _labelled_cells(line: Line) -> list[Line]:
    """The rows “Date | 5 May 2024 | Venue | Guildhall” as “Date: 5 May 2024”, “Venue: Guildhall”; else the line."""
    cells = [cell.strip() for cell in line.text.split("|")]
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    if len(cells) < 2 or len(cells) % 2 or not all(preamble.CELL_LABEL.fullmatch(label) for label, _ in pairs):
        return [line]
    return [replace(line, text=f"{label.rstrip(' :')}: {value}", lead="") for label, value in pairs]
