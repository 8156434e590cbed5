"""The numbers and bullets that Word prints before paragraphs: nobody typed them, so the file does not hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from meetings.parsing.extract.archive import Element
from meetings.parsing.extract.docx_styles import Numbering, Styles, switch, value_of
from meetings.parsing.extract.numerals import numeral
from meetings.parsing.extract.ooxml import W

_LEVELS = 9
# For "%1.%2": the numbers of the first and the second level
_PLACE = re.compile(r"%([1-9])")
_LONGEST_MARK = 40  # characters
# The bullets of a font of signs, which lie in the private-use area or on letters, such as the "o" of Courier New
_PICTURED = re.compile("[\ue000-\uf8ff]|[^\\W_]")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is printed: ``text`` is such as ``%1.%2`` or ``Item %1:``, or the bullet itself."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restarts_after: int | None = None  # counted from 1; 0 never, None after any level above
    style: str = ""  # the paragraph style that is at this level
    legal: bool = False  # the levels above are printed in figures, whatever their own format
    hidden: bool = False

    @classmethod
    def of(cls, element: Element) -> Level:
        restart = value_of(element.find(f"{W}lvlRestart"))
        picture = element.find(f"{W}lvlPicBulletId") is not None
        numbering_format = element.find(f".//{W}numFmt")
        return cls(
            start=_number(value_of(element.find(f"{W}start")), 1),
            format="bullet" if picture else value_of(numbering_format) or "decimal",
            text="•" if picture else value_of(element.find(f"{W}lvlText")),
            restarts_after=int(restart) if restart.isdecimal() else None,
            style=value_of(element.find(f"{W}pStyle")),
            legal=switch(element, "isLgl") is True,
            hidden=switch(element.find(f"{W}rPr"), "vanish") is True,
        )


@dataclass(slots=True)
class _List:
    """One ``w:num``: its levels, the list whose counting it shares, and the numbers that it begins anew with."""

    shared: str
    levels: dict[int, Level]
    begins: dict[int, int]


@dataclass(slots=True)
class Counting:
    """All lists of a document while its paragraphs are met in their order."""

    styles: Styles
    _lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)  # by the shared list, by level
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Counting:
        """The lists that a ``numbering`` part defines."""
        counting = cls(styles)
        if root is None:
            return counting
        shared = {element.get(f"{W}abstractNumId", ""): element for element in root.iterfind(f"{W}abstractNum")}
        numbers = {element.get(f"{W}numId", ""): element for element in root.iterfind(f"{W}num")}
        for name, element in numbers.items():
            shared_name = _shared_name(element, shared, numbers, styles)
            levels = _levels(shared.get(shared_name))
            begins: dict[int, int] = {}
            for override in element.iterfind(f"{W}lvlOverride"):
                level = _number(override.get(f"{W}ilvl", ""), 0)
                if (own := override.find(f"{W}lvl")) is not None:
                    levels[level] = Level.of(own)
                if (start := override.find(f"{W}startOverride")) is not None:
                    begins[level] = _number(value_of(start), 1)
            counting._lists[name] = _List(shared_name, levels, begins)
        return counting

    def next_mark(self, reference: Numbering | None) -> str:
        """Count a paragraph, and return the number or bullet that is printed before it, "" for none."""
        numbered = self._lists.get(reference.list_id) if reference else None
        if reference is None or numbered is None:
            return ""
        level = self._level(numbered, reference)
        if level not in numbered.levels:
            return ""
        counts = self._counts.setdefault(numbered.shared, {})
        begins = numbered.begins.get(level)
        if begins is not None and (reference.list_id, level) not in self._begun:
            counts[level] = begins
        else:
            counts[level] = counts.get(level, numbered.levels[level].start - 1) + 1
        self._begun.add((reference.list_id, level))
        for deeper in [deeper for deeper in counts if deeper > level]:
            restarts = numbered.levels[deeper].restarts_after if deeper in numbered.levels else None
            if level < (deeper if restarts is None else restarts):
                del counts[deeper]
        return _printed(numbered.levels, level, counts)

    def _level(self, numbered: _List, reference: Numbering) -> int:
        if reference.style:
            for level, described in numbered.levels.items():
                if described.style == reference.style:
                    return level
        return min(reference.level or 0, _LEVELS - 1)


def _printed(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    described = levels[level]
    if described.hidden:
        return ""
    if described.format == "bullet":
        return _PICTURED.sub("•", described.text.strip()[:_LONGEST_MARK])

    def number(place: re.Match[str]) -> str:
        above = int(place[1]) - 1
        shown = levels.get(above, Level())
        plain = described.legal and above != level
        return numeral(counts.get(above, shown.start), "decimal" if plain else shown.format)

    return _PLACE.sub(number, described.text).strip()[:_LONGEST_MARK]


def _shared_name(element: Element, shared: dict[str, Element], numbers: dict[str, Element], styles: Styles) -> str:
    """The abstract list of a ``w:num``; one that only names a list style is looked up through that style."""
    name = value_of(element.find(f"{W}abstractNumId"))
    linked = value_of(shared[name].find(f"{W}numStyleLink")) if name in shared else ""
    style = styles.elements.get(linked)
    if style is None:
        return name
    number = numbers.get(value_of(style.find(f"{W}pPr/{W}numPr/{W}numId")))
    return name if number is None else value_of(number.find(f"{W}abstractNumId"))


def _levels(shared: Element | None) -> dict[int, Level]:
    found = () if shared is None else shared.iterfind(f"{W}lvl")
    return {_number(element.get(f"{W}ilvl", ""), 0): Level.of(element) for element in found}


def _number(words: str, otherwise: int) -> int:
    return int(words) if words.isdecimal() and len(words) < 7 else otherwise
