"""The words of a PDF's page → its printed lines, running heads and feet apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from meetings.parsing.extract.pdf_page import Word

_SAME_LINE = 0.4  # of the letters' size: how far two words of one line may stand above each other
_EDGE_LINES = 4  # at the top and at the bottom of a page: running heads and feet are among them
_CELL_GAP = 1.6  # of the letters' size: a wider blank parts columns
_NUMBER_GAP = 0.9  # … and parts a number from what it numbers
_MARGIN_FROM = 0.75  # of the width of the text
_PAGE_NUMBER = re.compile(
    r"(?:page\s{0,3})?[-–]?\s{0,2}\d{1,4}\s{0,2}[-–]?(?:\s{0,3}(?:of|/)\s{0,3}\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one line without a wide blank between them. Places are in points."""

    text: str
    left: float
    right: float
    bold: bool  # all of it
    lead: int  # characters at its start that are bold


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its cells from left to right; ``base`` is counted downwards from the top of the page."""

    cells: tuple[Cell, ...]
    base: float
    size: float
    page: int

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def bold(self) -> bool:
        return all(cell.bold for cell in self.cells)


def margin_of(pages: Sequence[Sequence[Word]]) -> float | None:
    """Where a narrow column of single words stands right of the text (“Clerk”, “Noted”); None where there is none."""
    words = [word for page in pages for word in page]
    if not words:
        return None
    left, right = min(word.left for word in words), max(word.right for word in words)
    beyond = left + _MARGIN_FROM * (right - left)
    places = Counter(
        round(word.left / 6)
        for page in pages
        for before, word in pairwise(page)
        if word.left > beyond and (word.left - before.right > 0.6 * word.size or abs(word.base - before.base) > 3)
    )
    for place, count in places.most_common(4):
        start = place * 6 - 7
        in_margin = sum(word.left >= start for word in words)
        crossing = sum(word.left < start and word.right > start + 6 for word in words)
        if count >= 3 and crossing <= 0.01 * len(words) and 3 <= in_margin <= 0.1 * len(words):
            return start
    return None


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """The lines of one page from its top to its bottom; a raised ordinal stands in the line that it belongs to."""
    rows: list[list[Word]] = []
    loose: list[tuple[Word, list[Word]]] = []
    bases: list[tuple[float, float]] = []  # of each row: where it stands, how large it is
    for word in words:
        if word.joined and rows and loose and loose[-1][0] is not word:
            row = loose[-1][1]
            row.append(word)
            loose.append((word, row))
            continue
        near = next(
            (at for at in range(len(rows) - 1, max(len(rows) - 60, -1), -1) if _on_line(word, *bases[at])), None
        )
        if near is None:
            rows.append([])
            bases.append((word.base, word.size))
            near = len(rows) - 1
        rows[near].append(word)
        loose.append((word, rows[near]))
    lines = [_line(row, base, size, page) for row, (base, size) in zip(rows, bases, strict=True)]
    return sorted(lines, key=lambda line: (line.base, line.left))


def running_lines(pages: Sequence[Sequence[Line]]) -> set[int]:
    """The identities of lines that are running heads, running feet and page numbers, by `id`.

    A head that stands on the first page as well is the title there, and runs from the second on.
    """
    places: Counter[tuple[str, int]] = Counter()
    edges: list[list[tuple[Line, bool]]] = []
    for lines in pages:
        top, bottom = list(lines[:_EDGE_LINES]), list(lines[-_EDGE_LINES:])
        edge = [(line, True) for line in top] + [(line, False) for line in bottom if line not in top]
        edges.append(edge)
        places.update({(_mask(line), round(line.base / 12)) for line, _ in edge})
    needed = max(2, len(pages) // 2)
    running: set[int] = set()
    for number, edge in enumerate(edges):
        for line, on_top in edge:
            about = sum(places[_mask(line), round(line.base / 12) + step] for step in (-1, 0, 1))
            is_number = _PAGE_NUMBER.fullmatch(line.text) is not None and line in (edge[0][0], edge[-1][0])
            repeats = len(pages) > 1 and about >= needed and (number > 0 or not on_top)
            if is_number or repeats:
                running.add(id(line))
    return running


def _on_line(word: Word, base: float, size: float) -> bool:
    return abs(word.base - base) <= _SAME_LINE * min(max(word.size, 1), max(size, 1))


def _line(row: list[Word], base: float, size: float, page: int) -> Line:
    largest = max(word.size for word in row)
    row = sorted(row, key=lambda word: word.left)
    cells: list[list[Word]] = [[row[0]]]
    for before, word in pairwise(row):
        gap = word.left - before.right
        number = len(cells[-1]) == 1 and cells[-1][0].text.strip("()").rstrip(".):").replace(".", "").isalnum()
        if gap > (_NUMBER_GAP if number and len(cells) == 1 and len(cells[-1][0].text) < 7 else _CELL_GAP) * largest:
            cells.append([word])
        else:
            cells[-1].append(word)
    return Line(tuple(map(_cell, cells)), base, largest if size < largest else size, page)


def _cell(words: list[Word]) -> Cell:
    text, lead, leading = "", 0, True
    for word in words:
        close = bool(text) and word.joined
        text += word.text if close or not text else f" {word.text}"
        leading = leading and word.bold
        if leading:
            lead = len(text)
    return Cell(text, words[0].left, max(word.right for word in words), all(word.bold for word in words), lead)


def _mask(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())
