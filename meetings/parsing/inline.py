"""Text whose lines ran together: headings that stand within a line are put on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from meetings.parsing.lines import Line
from meetings.parsing.numbers import Style, read_number
from meetings.parsing.patterns import headings
from meetings.parsing.run_in import divide_title

_SHORTEST_RUN = 60  # characters of a line that may hold more than one heading
_LONGEST_TITLE = 400


def divide_lines(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, cut before each number that goes on in the series of the numbers before and is followed by a title."""
    latest: dict[Style, int] = {}
    divided: list[Line] = []
    parents: set[str] = set()
    for line in body:
        at_start = read_number(line.text)
        if at_start is not None and " | " not in line.text:
            latest[at_start.style] = at_start.value
            parents.add(at_start.number)
        divided += _divided(line, latest, parents)
    return tuple(divided)


def _divided(line: Line, latest: dict[Style, int], parents: set[str]) -> list[Line]:
    if len(line.text) < _SHORTEST_RUN or " | " in line.text:
        return [line]
    starts = [0]
    for found in headings.INLINE_NUMBER.finditer(line.text):
        start = found.start("number")
        numbered = read_number(line.text[start : start + _LONGEST_TITLE])
        if numbered is None or not start or not numbered.rest:
            continue
        if numbered.within is not None:
            last = int(numbered.number.rpartition(".")[2])
            before = f"{numbered.within}.{last - 1}" if last > 1 else numbered.within
            if before not in parents:
                continue
        elif numbered.value != latest.get(numbered.style, 0 if numbered.style is Style.PLAIN else -1) + 1:
            continue
        if not divide_title(numbered.rest)[0]:
            continue
        starts.append(start)
        parents.add(numbered.number)
        if numbered.within is None:
            latest[numbered.style] = numbered.value
    if len(starts) == 1:
        return [line]
    ends = [*starts[1:], len(line.text)]
    pieces = [line.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    first = replace(line, text=pieces[0])
    return [first, *(replace(line, text=piece, lead="", generated="") for piece in pieces[1:])]
