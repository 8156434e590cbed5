"""How do a page's own style sheets set its elements? The cascade: of what is declared, what holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from meetings.parsing.extract import css_media, css_rules, css_selectors
from meetings.parsing.extract.css_rules import Declared, Rule, Style
from meetings.parsing.extract.css_selectors import AskedTooMuch, Elements, NotUnderstood, Selector

Element = Any  # lxml has no types

_LONGEST_SHEETS = 2_000_000  # characters of a page's sheets; what is beyond is not looked at
# For '.lst-a-1 > li:before { content: "(" counter(lst-a-1, lower-latin) ") " }': a number that the sheet draws
_DRAWN_NUMBER = re.compile(
    r"\.(?P<name>[\w-]{1,100})\s{0,3}>\s{0,3}li::?before\s{0,3}\{\s{0,3}content\s{0,3}:\s{0,3}"
    r"""["'](?P<before>[^"'{}]{0,10})["']\s{0,3}counter\([\w-]{1,100},\s{0,3}(?P<kind>[a-z-]{1,20})\)\s{0,3}"""
    r"""["'](?P<after>[^"'{}]{0,10})["']"""
)
_VARIABLE = re.compile(
    r"var\( *(?P<name>--[^\s(),]{1,100}) *(?:,(?P<otherwise>[^()]{0,400}(?:\([^()]{0,200}\)[^()]{0,100})?))?\)"
)
_MOST_VARIABLES = 8  # within each other
_LONGEST_VALUE = 4000  # characters
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """How a sheet draws the numbers of a list: ``kind`` as styles call it, and what stands about the number."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A rule that may hold for elements of the page."""

    layer: int
    selector: Selector
    rank: tuple[tuple[int, int, int], int]  # specificity, and the place among all rules
    declared: Declared


@dataclass(slots=True)
class Styles:
    """The style sheets within a page. Those that it only names are not loaded.

    ``unread`` holds what was declared by rules that may hold or not, since their selector or condition is not read
    here; ``whole`` is whether all other rules were looked at.
    """

    elements: Elements
    rules: Mapping[str, list[_Ranked]] = field(default_factory=dict)  # by the name that the last part asks for
    drawn: Mapping[str, DrawnNumber] = field(default_factory=dict)  # by the class of the list
    unread: list[Style] = field(default_factory=list)
    whole: bool = True
    _styles: dict[Element, Style] = field(default_factory=dict)
    _variables: dict[Element, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element) -> Styles:
        elements = Elements(quirks=not root.getroottree().docinfo.doctype)
        styles = cls(elements)
        sheets = list(_sheets(root))
        if not sheets:
            return styles
        names = frozenset().union(*(elements.names(element) for element in root.iter("*")), "*")
        found: defaultdict[str, list[_Ranked]] = defaultdict(list)
        drawn: dict[str, DrawnNumber] = {}
        places = count()
        left = _LONGEST_SHEETS
        for text in sheets:
            for number in _DRAWN_NUMBER.finditer(text):
                drawn[number["name"]] = DrawnNumber(number["kind"], number["before"], number["after"].rstrip())
            sheet = css_rules.sheet(text[:left])
            styles.whole = styles.whole and sheet.whole and len(text) <= left
            left = max(left - len(text), 0)
            for place, rule in zip(places, sheet.rules, strict=False):
                if all(elements.spelt(name) in names for name in rule.needed):
                    styles._sort_in(rule, place, found)
        styles.rules, styles.drawn = found, drawn
        return styles

    def _sort_in(self, rule: Rule, place: int, found: defaultdict[str, list[_Ranked]]) -> None:
        try:
            selector = css_selectors.selector(rule.selector)
        except NotUnderstood:
            selector = None
            doubtful = True
        else:
            doubtful = rule.doubtful and selector is not None
        if doubtful:
            declared = css_rules.declared(rule.written)
            self.unread.append({**declared.plain, **declared.important})
        elif selector is not None:
            found[self.elements.spelt(rule.key)].append(
                _Ranked(rule.layer, selector, (selector.specificity, place), css_rules.declared(rule.written))
            )

    def style(self, element: Element) -> Style:
        """What the sheets and the element itself declare; of several declarations, the one that holds."""
        style = self._styles.get(element)
        if style is None:
            style = self._declared(element)
            if names := [name for name, value in style.items() if "var(" in value and not name.startswith("--")]:
                style = {**style}
                for name in names:
                    if value := self._filled_in(style.pop(name), element):
                        style.update(css_rules.told(name, value))
            self._styles[element] = style
        return style

    def _declared(self, element: Element) -> dict[str, str]:
        """The same, variables as they are written."""
        own = element.get("style")
        rules = self._rules(element) if self.rules else ()
        if not own and not rules:
            return {}
        inline = css_rules.inline(own) if own else css_rules.NOTHING
        style: dict[str, str] = {}
        for ranked in sorted(rules, key=lambda ranked: ranked.layer):
            style.update(ranked.declared.plain)
        style.update(inline.plain)
        for ranked in sorted(rules, key=lambda ranked: -ranked.layer):
            style.update(ranked.declared.important)
        style.update(inline.important)
        return style

    def _rules(self, element: Element) -> list[_Ranked]:
        """The rules that hold for an element, the weakest first."""
        names = (*self.elements.names(element), "*")
        asked = [ranked for name in names if name in self.rules for ranked in self.rules[name]]
        try:
            rules = [ranked for ranked in asked if self.elements.ask(ranked.selector.test, element)]
        except AskedTooMuch:
            self.whole = False
            return []
        return sorted(rules, key=lambda ranked: ranked.rank)

    def _filled_in(self, value: str, element: Element) -> str:
        """A value with what its variables stand for; "" where one stands for nothing."""
        for _ in range(_MOST_VARIABLES):
            if "var(" not in value:
                return value
            value = _VARIABLE.sub(lambda found: self._variable(found, element), value)[:_LONGEST_VALUE]
        return ""

    def _variable(self, found: re.Match[str], element: Element) -> str:
        around = (self._variables_of(one) for one in (element, *element.iterancestors()))
        return next((told[found["name"]] for told in around if found["name"] in told), found["otherwise"] or "")

    def _variables_of(self, element: Element) -> Style:
        if element not in self._variables:
            style = self._declared(element)
            self._variables[element] = {name: value for name, value in style.items() if name.startswith("--")}
        return self._variables[element]


def is_bold(style: Style) -> bool | None:
    """Whether words are bold by a style; None where it does not say."""
    weight = style.get("font-weight", "")
    if weight in ("bold", "bolder"):
        return True
    if not weight or weight == "inherit":
        return None
    number = _NUMBER.match(weight)
    return number is not None and int(number[0]) >= 600


def _sheets(root: Element) -> Iterator[str]:
    """The sheets of a page that are for a screen."""
    for element in root.iter("style"):
        is_css = element.get("type", "text/css").strip().lower() in ("", "text/css")
        idle = next(element.iterancestors("noscript", "template"), None) is not None
        if is_css and element.text and not idle and css_media.holds(element.get("media", "")) is not False:
            yield element.text
