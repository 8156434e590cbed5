"""Which lines of a PDF's pages are running heads, running feet and page numbers?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from meetings.parsing.extract.pdf_lines import TextLine

_DEEP = 6  # lines from the top or the bottom
_SAME_PLACE = 6.0  # points
_SHARE = 0.4  # of the pages
_CLOSE = 1.4  # of the letters' size: the distance of two lines of one text
_FEW_WORDS = 4  # beside a page's number
_DIGITS = re.compile(r"\d+")
# For "3", "- 3 -", "3 of 9", "3 | P a g e"
_NUMBER = re.compile(
    r"[-–(\[ ]{0,3}(?P<number>\d{1,4})(?:\s{0,3}(?:/|of|\|)\s{0,3}(?:\d{1,4}|p\s?a\s?g\s?e))?[-–)\] ]{0,3}",
    re.IGNORECASE,
)
# For "Page 3", "Page 2 – Minutes – 17 January 2023", "Minutes – Page 2 of 4"
_NAMED_NUMBER = re.compile(r"\b(?:page|tudalen)\s{0,3}(?P<number>\d{1,4})\b", re.IGNORECASE)


def find_furniture(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    """The lines, by their `id`, that stand at the edge of a page as they do on others, or count the pages.

    A head that stands on the first page as well is the title there, and runs from the second on.
    """
    return set(_at_edge([lines[:_DEEP] for lines in pages], top=True)) | set(
        _at_edge([list(reversed(lines[-_DEEP:])) for lines in pages], top=False)
    )


def _at_edge(edges: Sequence[Sequence[TextLine]], *, top: bool) -> Iterator[int]:
    repeated = _repeated(edges)
    numbers = _numbers(edges)
    for place, lines in enumerate(edges):
        run = list(takewhile(lambda line: id(line) in numbers or id(line) in repeated, lines))
        # what stands right at the text is part of it, though another page has the same words there
        while run and id(run[-1]) not in numbers and _touch(run[-1], lines[len(run) : len(run) + 1]):
            run.pop()
        yield from (id(line) for line in run if place or not top or id(line) in numbers)


def _touch(line: TextLine, following: Sequence[TextLine]) -> bool:
    return any(abs(other.base - line.base) < _CLOSE * max(line.size, other.size) for other in following)


def _repeated(edges: Sequence[Sequence[TextLine]]) -> set[int]:
    """Lines of the same words, whatever their figures, at the same place of several pages."""
    alike: dict[tuple[str, int], set[int]] = defaultdict(set)
    for lines in edges:
        for line in lines:
            alike[_DIGITS.sub("0", line.text.casefold()), round(line.base / _SAME_PLACE)].add(line.page)
    wanted = max(2, _SHARE * len(edges))
    found: set[int] = set()
    for lines in edges:
        for line in lines:
            words, place = _DIGITS.sub("0", line.text.casefold()), round(line.base / _SAME_PLACE)
            pages = set().union(*(alike.get((words, place + step), set()) for step in (-1, 0, 1)))
            if len(pages) >= wanted:
                found.add(id(line))
    return found


def _numbers(edges: Sequence[Sequence[TextLine]]) -> set[int]:
    """Lines that are the page's number, or name it."""
    counted: dict[int, list[TextLine]] = defaultdict(list)  # by the number less the page's place
    found: set[int] = set()
    for place, lines in enumerate(edges, start=1):
        for line in lines:
            named = _NAMED_NUMBER.search(line.text)
            if named and (len(line.words) <= _FEW_WORDS or int(named["number"]) == place):
                found.add(id(line))
            elif (number := _NUMBER.fullmatch(line.text)) and line is lines[0]:
                counted[int(number["number"]) - place].append(line)
    for offset, lines in counted.items():
        if offset == 0 or len(lines) > 1:
            found.update(map(id, lines))
    return found
