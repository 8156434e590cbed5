"""Which lines of a PDF's pages are running heads, running feet or page numbers?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from meetings.parsing.extract.pdf_lines import TextLine

_DEEP = 6  # lines from the top or the bottom
_SAME_PLACE = 6.0  # points
_SHARE = 0.4  # of the pages
_DIGITS = re.compile(r"\d+")
# For "3", "- 3 -", "3 of 9", "3 | P a g e"
_NUMBER = re.compile(
    r"[-–(\[ ]{0,3}(\d{1,4})(?:\s{0,3}(?:/|of|\|)\s{0,3}(?:\d{1,4}|p\s?a\s?g\s?e))?[-–)\] ]{0,3}", re.IGNORECASE
)
# For "Page 3", "Page 2 – Minutes – 17 January 2023", "Minutes – Page 2 of 4"
_NAMED_NUMBER = re.compile(r"\b(?:page|tudalen)\s{0,3}(\d{1,4})\b", re.IGNORECASE)


def find_furniture(pages: Sequence[Sequence[TextLine]]) -> set[int]:
    """The lines, by their `id`, that stand at the edge of a page on many pages, or count the pages."""
    furniture: set[int] = set()
    for edge in (list, lambda lines: list(reversed(lines))):
        edges = [edge(lines)[:_DEEP] for lines in pages]
        repeated = _repeated(edges)
        numbers = _numbers(edges)
        for lines in edges:
            for line in lines:
                if id(line) not in repeated and id(line) not in numbers:
                    break
                furniture.add(id(line))
    return furniture


def _repeated(edges: Sequence[Sequence[TextLine]]) -> set[int]:
    """Lines of the same words, whatever their figures, at the same place of several pages."""
    alike: dict[str, list[TextLine]] = defaultdict(list)
    for lines in edges:
        for line in lines:
            alike[_DIGITS.sub("0", line.text.casefold())].append(line)
    wanted = max(2, _SHARE * len(edges))
    found: set[int] = set()
    for lines in alike.values():
        for line in lines:
            near = [other for other in lines if abs(other.base - line.base) <= _SAME_PLACE]
            if len({other.page for other in near}) >= wanted:
                found.add(id(line))
    return found


def _numbers(edges: Sequence[Sequence[TextLine]]) -> set[int]:
    """Lines that are the page's number, or name it."""
    counted: dict[int, list[TextLine]] = defaultdict(list)  # by the number less the page's place
    found: set[int] = set()
    for place, lines in enumerate(edges, start=1):
        for line in lines:
            if (named := _NAMED_NUMBER.search(line.text)) and (len(line.words) < 4 or int(named[1]) == place):
                found.add(id(line))
            elif number := _NUMBER.fullmatch(line.text):
                counted[int(number[1]) - place].append(line)
    for offset, lines in counted.items():
        if offset == 0 or len({line.page for line in lines}) > 1:
            found.update(map(id, lines))
    return found
