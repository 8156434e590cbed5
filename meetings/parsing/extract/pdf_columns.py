"""In which order are a page's lines read, where it has lists or columns of text side by side?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from meetings.parsing.extract.pdf_lines import Chunk, TextLine
from meetings.parsing.patterns import persons

_FARTHEST = 3.0  # of the letters' size: the distance of two lines of one list
_MIDDLE = (0.35, 0.65)  # of the width of the text: where the gap between two columns may lie
_ENOUGH = 8  # lines that have words on both sides of it
_FILLED = 0.6  # of its column, by a line on the average
_NARROWER = 0.75  # of the other column


def in_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a page as they are read: lists that stand side by side under their labels (“Present”, “Apologies”)
    one after the other, and so the columns of a page that is set in two."""
    gap = _gap(lines)
    ordered = list(lines) if gap is None else _column_by_column(lines, gap)
    read: list[TextLine] = []
    at = 0
    while at < len(ordered):
        lefts = _labelled(ordered[at])
        count = _count(ordered[at:], lefts) if lefts else 0
        if count > 1:
            read += _list_by_list(ordered[at : at + count], lefts)
            at += count
        else:
            read.append(ordered[at])
            at += 1
    return read


# --- Lists --------------------------------------------------------------------------------------------------------
def _labelled(line: TextLine) -> list[float]:
    """Where the lists begin whose labels stand on this line; empty where it has no two labels."""
    if len(line.chunks) < 2 or not all(map(_is_label, line.chunks)):
        return []
    return [chunk.left for chunk in line.chunks]


def _is_label(chunk: Chunk) -> bool:
    return persons.ATTENDANCE_LABEL.fullmatch(chunk.text) is not None


def _count(lines: Sequence[TextLine], lefts: Sequence[float]) -> int:
    """How many lines belong to the lists."""
    count = 1
    for before, line in pairwise(lines):
        if line.base - before.base > _FARTHEST * line.size or _labelled(line):
            break
        if any(_list_of(chunk.left, lefts) != _list_of(chunk.right, lefts) for chunk in line.chunks):
            break
        count += 1
    return count


def _list_of(place: float, lefts: Sequence[float]) -> int:
    return max((number for number, left in enumerate(lefts) if left <= place + 6), default=0)


def _list_by_list(lines: Sequence[TextLine], lefts: Sequence[float]) -> list[TextLine]:
    return [
        TextLine(chunks, line.page)
        for number in range(len(lefts))
        for line in lines
        if (chunks := [chunk for chunk in line.chunks if _list_of(chunk.left, lefts) == number])
    ]


# --- Columns of text ----------------------------------------------------------------------------------------------
def _gap(lines: Sequence[TextLine]) -> float | None:
    """Where the right one of two columns of text begins; None where the page is set in one."""
    parted = [line for line in lines if len(line.chunks) > 1]
    if len(parted) < _ENOUGH:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    low, high = (left + share * (right - left) for share in _MIDDLE)
    starts = Counter(round(chunk.left) for line in parted for chunk in line.chunks[1:] if low <= chunk.left <= high)
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    before = [line.chunks[at - 1] for line in parted for at in _starting(line, start)]
    behind = [line.chunks[-1] for line in parted if _starting(line, start)]
    if count < _ENOUGH or len(before) < _ENOUGH:
        return None
    ends = max(chunk.right for chunk in before)
    widths = ends - left, right - start
    filled = _mean_width(before) > _FILLED * widths[0] and _mean_width(behind) > _FILLED * widths[1]
    return start - 2.0 if filled and min(widths) > _NARROWER * max(widths) else None


def _starting(line: TextLine, start: float) -> list[int]:
    return [at for at, chunk in enumerate(line.chunks) if at and abs(chunk.left - start) <= 2]


def _mean_width(chunks: Sequence[Chunk]) -> float:
    return sum(chunk.right - chunk.left for chunk in chunks) / len(chunks)


def _column_by_column(lines: Sequence[TextLine], gap: float) -> list[TextLine]:
    """The left column before the right one, between lines that reach over both."""
    read: list[TextLine] = []
    columns: tuple[list[TextLine], list[TextLine]] = ([], [])

    def flush() -> None:
        for column in columns:
            read.extend(column)
            column.clear()

    for line in lines:
        if any(chunk.left < gap < chunk.right for chunk in line.chunks):
            flush()
            read.append(line)
            continue
        for number, column in enumerate(columns):
            if chunks := [chunk for chunk in line.chunks if (chunk.left >= gap) == bool(number)]:
                column.append(TextLine(chunks, line.page))
    flush()
    return read
