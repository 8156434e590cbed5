"""What a Word document's styles say of paragraphs and runs: bold, hidden, in capitals, a heading, numbered."""

from __future__ import annotations

from dataclasses import dataclass, field

from meetings.parsing.extract.archive import Element
from meetings.parsing.extract.ooxml import W

_OFF = frozenset(("0", "false", "off", "none"))
_BODY_LEVEL = 9  # the outline level of text that is no heading
_LONGEST_CHAIN = 50  # styles that are based on each other


def value_of(element: Element | None) -> str:
    """The ``w:val`` of an element, "" where there is none."""
    return "" if element is None else element.get(f"{W}val", "")


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as ``b`` is switched on or off in its element, None where it says nothing."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else value_of(found).lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Numbering:
    """A reference to a list: its number ("0" is none), its level, and the style that refers to it."""

    list_id: str
    level: int | None = None
    style: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of a document by their identifiers."""

    elements: dict[str, Element] = field(default_factory=dict)
    default_run: Element | None = None
    default_paragraph: str = ""  # the style of paragraphs that name none
    _switches: dict[tuple[str, str], bool | None] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles that a ``styles`` part holds."""
        styles = cls()
        if root is None:
            return styles
        styles.default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for element in root.iterfind(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            styles.elements[name] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0").lower() not in _OFF:
                styles.default_paragraph = name
        return styles

    def chain(self, name: str) -> list[tuple[str, Element]]:
        """A style and those that it is based on, nearest first."""
        found: list[tuple[str, Element]] = []
        while name in self.elements and len(found) < _LONGEST_CHAIN:
            element = self.elements[name]
            found.append((name, element))
            name = value_of(element.find(f"{W}basedOn"))
        return found

    def run_switch(self, name: str, run: Element | None, paragraph_style: str) -> bool:
        """Whether a run is bold (``b``), hidden (``vanish``), in capitals (``caps``)…: ``run`` is its ``rPr``.

        What the run says itself counts. Else the styles of run and paragraph toggle: both
        together are off.
        """
        own = switch(run, name)
        if own is not None:
            return own
        character_style = value_of(None if run is None else run.find(f"{W}rStyle"))
        said = [self._style_switch(name, style) for style in (paragraph_style, character_style)]
        if said == [None, None]:
            return bool(switch(self.default_run, name))
        return said.count(True) == 1

    def level(self, properties: Element | None, style: str) -> int | None:
        """The level of a heading, counted from 0; None where a paragraph is none. ``properties`` is its ``pPr``."""
        for holder in (properties, *(element.find(f"{W}pPr") for _, element in self.chain(style))):
            found = value_of(None if holder is None else holder.find(f"{W}outlineLvl"))
            if found.isdecimal():
                return int(found) if int(found) < _BODY_LEVEL else None
        return None

    def numbering(self, properties: Element | None, style: str) -> Numbering | None:
        """The list that a paragraph is an entry of, by itself or by its style."""
        level: int | None = None
        list_id, found = _numbering_of(properties)
        if found is not None:
            level = found
        if list_id:
            return Numbering(list_id, level)
        for name, element in self.chain(style):
            list_id, found = _numbering_of(element.find(f"{W}pPr"))
            level = found if level is None else level
            if list_id:
                return Numbering(list_id, level, name)
        return None

    def _style_switch(self, name: str, style: str) -> bool | None:
        known = (name, style)
        if known not in self._switches:
            said = (switch(element.find(f"{W}rPr"), name) for _, element in self.chain(style))
            self._switches[known] = next((on for on in said if on is not None), None)
        return self._switches[known]


def _numbering_of(properties: Element | None) -> tuple[str, int | None]:
    holder = None if properties is None else properties.find(f"{W}numPr")
    if holder is None:
        return "", None
    level = value_of(holder.find(f"{W}ilvl"))
    return value_of(holder.find(f"{W}numId")), int(level) if level.isdecimal() else None
