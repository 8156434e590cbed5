"""Tables of a PDF's page: the rules that are drawn on it, and the words between them, cell by cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from meetings.parsing.extract.pdf_page import Rule, Word

_TOUCH = 3.0  # points: what is nearer meets
_MOST_RULES = 2_000  # of a page; more of them are a drawing
_MOST_CELLS = 4_000


@dataclass(slots=True)
class Cell:
    """One cell, with its edges in points; what is merged of several is one."""

    left: float
    right: float
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows of cells from the left; a cell that reaches down over several rows is empty in the later ones."""

    top: float
    rows: list[list[Cell]]


def tables_of(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Table], list[Word]]:
    """The tables of a page from its top, and the words outside them."""
    rest = list(words)
    tables = []
    for grid in _grids(rules):
        inside = [word for word in rest if grid.holds(word)]
        if not inside:
            continue
        table = grid.table(inside)
        if any(len(row) > 1 for row in table.rows):
            tables.append(table)
            taken = set(map(id, inside))
            rest = [word for word in rest if id(word) not in taken]
    return sorted(tables, key=lambda table: table.top), rest


@dataclass(slots=True)
class _Grid:
    """Rules that meet: the places of the upright and of the level ones, in order."""

    upright: list[Rule]
    level: list[Rule]
    xs: list[float]
    ys: list[float]

    def holds(self, word: Word) -> bool:
        return self.xs[0] <= word.middle <= self.xs[-1] and self.ys[0] <= _height(word) <= self.ys[-1]

    def table(self, words: Iterable[Word]) -> Table:
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        root = {(row, column): (row, column) for row in range(rows) for column in range(columns)}
        for row in range(rows):
            for column in range(columns):
                if column and not self._parts_columns(row, column):
                    root[row, column] = root[row, column - 1]
                elif row and not self._parts_rows(row, column):
                    root[row, column] = root[row - 1, column]
        cells: dict[tuple[int, int], Cell] = {}
        for (_, column), (top, first) in root.items():
            cell = cells.setdefault((top, first), Cell(self.xs[first], self.xs[first + 1]))
            cell.right = max(cell.right, self.xs[column + 1])
        for word in words:
            row = min(bisect_right(self.ys, _height(word)), rows) - 1
            column = min(bisect_right(self.xs, word.middle), columns) - 1
            cells[root[row, column]].words.append(word)
        made = []
        for row in range(rows):
            own: list[Cell] = []
            for column in range(columns):
                top, first = root[row, column]
                if first == column:
                    own.append(cells[top, first] if top == row else Cell(self.xs[first], self.xs[first + 1]))
            made.append(own)
        return Table(self.ys[0], [row for row in made if any(cell.words for cell in row)])

    def _parts_columns(self, row: int, column: int) -> bool:
        x, y = self.xs[column], (self.ys[row] + self.ys[row + 1]) / 2
        return any(abs(rule.left - x) <= _TOUCH and rule.top <= y <= rule.bottom for rule in self.upright)

    def _parts_rows(self, row: int, column: int) -> bool:
        x, y = (self.xs[column] + self.xs[column + 1]) / 2, self.ys[row]
        return any(abs(rule.top - y) <= _TOUCH and rule.left <= x <= rule.right for rule in self.level)


def _height(word: Word) -> float:
    """Where the middle of a word's letters is."""
    return word.base - 0.3 * word.size


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """Rules that meet, where they make at least two columns."""
    if len(rules) > _MOST_RULES:
        return
    level = _lengthened([rule for rule in rules if rule.level])
    upright = [rule.turned for rule in _lengthened([rule.turned for rule in rules if not rule.level])]
    group = list(range(len(level) + len(upright)))

    def first(member: int) -> int:
        while group[member] != member:
            group[member] = group[group[member]]
            member = group[member]
        return member

    for down, pole in enumerate(upright, start=len(level)):
        for across, beam in enumerate(level):
            if (
                beam.left - _TOUCH <= pole.left <= beam.right + _TOUCH
                and pole.top - _TOUCH <= beam.top <= pole.bottom + _TOUCH
            ):
                group[first(across)] = first(down)
    together: dict[int, list[int]] = defaultdict(list)
    for member in range(len(group)):
        together[first(member)].append(member)
    for members in together.values():
        beams = [level[member] for member in members if member < len(level)]
        poles = [upright[member - len(level)] for member in members if member >= len(level)]
        xs, ys = _places(pole.left for pole in poles), _places(beam.top for beam in beams)
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= _MOST_CELLS:
            yield _Grid(poles, beams, xs, ys)


def _lengthened(rules: Iterable[Rule]) -> list[Rule]:
    """Level rules, those that go on from one another in one."""
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.left)):
        before = made[-1] if made else None
        if before and abs(rule.top - before.top) <= _TOUCH / 2 and before.left <= rule.left <= before.right + _TOUCH:
            made[-1] = Rule(before.left, before.top, max(before.right, rule.right), before.bottom)
        else:
            made.append(rule)
    return made


def _places(values: Iterable[float]) -> list[float]:
    """Places in order, those that are nearly the same but once."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _TOUCH:
            made.append(value)
    return made
