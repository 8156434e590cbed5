"""Steps 3 and 4: what do the lines before the first item tell, of the meeting and of those who were there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.parsing.dates import named_days
from meetings.parsing.head_sentences import Heading
from meetings.parsing.heading import read_heading
from meetings.parsing.hours import read_start_time
from meetings.parsing.lines import Line, Lines
from meetings.parsing.paragraphs import Layout, Paragraph
from meetings.parsing.parsed import Attendee, Span, Unplaced
from meetings.parsing.patterns import persons, preamble
from meetings.parsing.people import attendance_start, divide_lists, read_attendance
from meetings.parsing.told import who_took_the_chair

_MOST_TITLES = 20  # lines before the text, or left out of it, that may tell what the file is


@dataclass(frozen=True, slots=True)
class Head:
    """The facts and the people of the head; ``chair`` is who took it, as printed; ``read`` are the places of the lines
    that they were read from, ``unplaced`` the words on those lines that told nothing."""

    heading: Heading
    people: tuple[Attendee, ...]
    chair: str | None
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
    heading = read_heading(others, layout, _titles(lines, head), lines.everything)
    told = heading.read | attendance.read
    unread = [Paragraph(part.words, Span(part.place, part.place)) for part in parts if part not in told]
    if opening := read_start_time(unread):
        heading.tell("start_time", *opening)
    chair = next((name for paragraph in unread if (name := who_took_the_chair(paragraph.text))), None)
    read = {part.place for part in parts if part in told}
    unplaced = [Unplaced(part.place, part.words) for part in parts if part.place in read and part not in told]
    return Head(heading, tuple(attendance.people), chair, frozenset(read), (*unplaced, *attendance.unread))


def _titles(lines: Lines, head: Sequence[Line]) -> list[Line]:
    """The lines of a front matter, and the running heads, which name what the file is."""
    first = head[0].place if head else 1
    left = [line for line in lines.everything if line.text and (line.place < first or line.furniture)]
    return left[:_MOST_TITLES]


def _labelled_cells(line: Line) -> list[Line]:
    """The rows “Date | 5 May 2024 | Venue | Guildhall” as “Date: 5 May 2024”, “Venue: Guildhall”; else the line."""
    cells = [cell.strip() for cell in line.text.split("|")]
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    labelled = all(preamble.CELL_LABEL.fullmatch(label) and not _is_label(value) for label, value in pairs)
    if len(cells) < 2 or len(cells) % 2 or not labelled:
        return [line]
    return [replace(line, text=f"{label.rstrip(' :')}: {value}", lead="") for label, value in pairs]


def _is_label(cell: str) -> bool:
    return persons.ATTENDANCE_LABEL.fullmatch(cell) is not None
