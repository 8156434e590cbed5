"""How does a page's own style set its elements? As far as words are shown by it, hidden, bold or numbered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Element = Any  # lxml has no types
Style = Mapping[str, str]  # "font-weight": "bold"

_LONGEST_SHEET = 400_000  # characters; what is beyond is not looked at
_MOST_RULES = 200  # for one class, id or kind of element
# What a style declares that is asked for here
_ASKED = frozenset((
    "background", "background-color", "clip", "color", "display", "font", "font-size", "font-weight", "left",
    "list-style", "list-style-type", "mso-element", "mso-hide", "mso-list", "opacity", "position", "text-indent", "top",
    "visibility", "white-space",
))  # fmt: skip
_PAGE_COMMENT = re.compile(r"<!--|-->")  # about a whole sheet, for browsers that know none
_BRACE = re.compile(r"[{}]")
# For '.lst-a-1 > li:before { content: "(" counter(lst-a-1, lower-latin) ") " }': a number that the sheet draws
_DRAWN_NUMBER = re.compile(
    r"\.(?P<name>[\w-]{1,100})\s{0,3}>\s{0,3}li::?before\s{0,3}\{\s{0,3}content\s{0,3}:\s{0,3}"
    r"""["'](?P<before>[^"'{}]{0,10})["']\s{0,3}counter\([\w-]{1,100},\s{0,3}(?P<kind>[a-z-]{1,20})\)\s{0,3}"""
    r"""["'](?P<after>[^"'{}]{0,10})["']"""
)
_DECLARATION = re.compile(r"(?P<name>[\w-]{1,40})\s{0,9}:\s{0,9}(?P<value>[^;]{1,400})")
# For "p.secret", "#draft", ".minutes > td.private"
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9]{0,20})?(?P<marks>(?:[.#][\w-]{1,100}){0,6})", re.IGNORECASE)
_MARK = re.compile(r"[.#][\w-]{1,100}")
_CONDITION = re.compile(r"\(|print|speech|\bnot\b", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent"))
_FAR_AWAY = -900  # pixels; what stands further left or up is not on the page
# Classes of widely used style sheets, which a saved page may not have with it
_HIDDEN_NAMES = frozenset((".hidden", ".hide", ".d-none", ".is-hidden", ".invisible", ".uk-hidden"))
_SHOWN_FROM_SOME_WIDTH = re.compile(r"d-(?:sm|md|lg|xl|xxl|print)-(?!none)\w")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One selector, its parts from the last to the first, and what it declares."""

    parts: tuple[frozenset[str], ...]
    close: tuple[bool, ...]  # whether each part but the last is the parent of the next one, not any element above it
    style: Style


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """How a sheet draws the numbers of a list: ``kind`` as styles call it, and what stands about the number."""

    kind: str
    before: str
    after: str


@dataclass(slots=True)
class Styles:
    """The style sheets within a page. Those that it only names are not loaded."""

    rules: Mapping[str, list[_Rule]] = field(default_factory=dict)  # by one of the names of the last part
    drawn: Mapping[str, DrawnNumber] = field(default_factory=dict)  # by the class of the list
    _styles: dict[Element, Style] = field(default_factory=dict)
    _names: dict[Element, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element) -> Styles:
        rules: defaultdict[str, dict[tuple[object, ...], _Rule]] = defaultdict(dict)
        drawn: dict[str, DrawnNumber] = {}
        for element in root.iter("style"):
            sheet = _without_comments((element.text or "")[:_LONGEST_SHEET])
            for number in _DRAWN_NUMBER.finditer(sheet):
                drawn[number["name"]] = DrawnNumber(number["kind"], number["before"], number["after"].rstrip())
            for selectors, style in _rules(sheet):
                for selector in selectors.split(","):
                    rule = _rule(selector, style)
                    if rule is None:
                        continue
                    alike = rules[min(rule.parts[0])]
                    earlier = alike.pop((rule.parts, rule.close), None)
                    if earlier is not None or len(alike) < _MOST_RULES:
                        alike[rule.parts, rule.close] = replace(rule, style={**(earlier or rule).style, **style})
        return cls({name: list(alike.values()) for name, alike in rules.items()}, drawn)

    def style(self, element: Element) -> Style:
        """What the sheets and the element itself declare; of two, the one that is told last."""
        if element not in self._styles:
            style: dict[str, str] = {}
            for name in sorted(self.names(element)) if self.rules else ():
                for rule in self.rules.get(name, ()):
                    if self._fits(rule, element):
                        style |= rule.style
            self._styles[element] = style | declared(element.get("style", ""))
        return self._styles[element]

    def names(self, element: Element) -> frozenset[str]:
        """Tag, classes and id of an element, as selectors write them."""
        if element not in self._names:
            classes = (f".{name}" for name in element.get("class", "").split())
            self._names[element] = frozenset((element.tag, f"#{element.get('id', '')}", *classes))
        return self._names[element]

    def _fits(self, rule: _Rule, element: Element) -> bool:
        if not rule.parts[0] <= self.names(element):
            return False
        for part, close in zip(rule.parts[1:], rule.close, strict=True):
            element = element.getparent()
            while element is not None and not part <= self.names(element):
                element = None if close else element.getparent()
            if element is None:
                return False
        return True

    def hides(self, element: Element, style: Style) -> bool:
        """Whether a reader of the page does not see an element's words."""
        names = self.names(element)
        if element.get("hidden") is not None and "display" not in style:
            return True
        if _HIDDEN_NAMES & names and "display" not in style:
            return not any(_SHOWN_FROM_SOME_WIDTH.match(name[1:]) for name in names)
        return (
            style.get("display") == "none"
            or style.get("visibility") in ("hidden", "collapse")
            or style.get("mso-hide") == "all"
            or (_is_tiny(style) and all(_is_tiny(self.style(part), "0") for part in element.iterdescendants()))
            or _number(style.get("opacity"), 1) == 0
            or _is_far_away(style)
            or self._is_white_on_white(element, style)
        )

    def _is_white_on_white(self, element: Element, style: Style) -> bool:
        color = style.get("color") or element.get("color") or ""
        if color.lower().replace(" ", "") not in _WHITE:
            return False
        around = [element, *element.iterancestors()]
        return not any(
            above.get("bgcolor") or above.get("background") or _is_shaded(self.style(above)) for above in around
        )


def declared(style: str) -> dict[str, str]:
    """The declarations of a style: “font-weight: Bold !important; color:red” → names and values in small letters."""
    return {
        name: found["value"].lower().replace("!important", "").strip()
        for found in _DECLARATION.finditer(style)
        if (name := found["name"].lower()) in _ASKED
    }


def is_bold(style: Style) -> bool | None:
    """Whether words are bold by a style; None where it does not say."""
    weight = style.get("font-weight") or ("bold" if "bold" in style.get("font", "").split() else "")
    if weight in ("bold", "bolder"):
        return True
    if not weight or weight == "inherit":
        return None
    return _number(weight, 400) >= 600


def _without_comments(sheet: str) -> str:
    first, *others = _PAGE_COMMENT.sub(" ", sheet).split("/*")
    return " ".join([first, *(other.partition("*/")[2] for other in others)])


def _rules(sheet: str) -> Iterator[tuple[str, Style]]:
    """Selectors and styles of a sheet as they hold on a screen, without those for print or for some widths."""
    around = [True]  # of each block that is open, whether what is in it holds
    start = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        words = sheet[start : brace.start()].strip()
        start = brace.end()
        if brace[0] == "{":
            selectors = words[-2000:]
            grouping = selectors.lower().startswith(("@media", "@supports", "@layer"))
            holds = not (_CONDITION.search(selectors) if grouping else selectors.startswith("@"))
            around.append(around[-1] and holds)
        elif len(around) > 1:
            holds = around.pop()
            if holds and selectors and not selectors.startswith("@") and (style := declared(words)):
                yield selectors, style
            selectors = ""


def _rule(selector: str, style: Style) -> _Rule | None:
    parts: list[frozenset[str]] = []
    close: list[bool] = []
    child = False
    for word in selector.replace(">", " > ").split():
        if word == ">":
            child = True
            continue
        compound = _COMPOUND.fullmatch(word)
        if compound is None:
            return None  # a state such as :hover, an attribute, a sibling
        tag = (compound["tag"].lower(),) if compound["tag"] else ()
        if parts:
            close.append(child)
        parts.append(frozenset((*tag, *_MARK.findall(compound["marks"]))))
        child = False
    if not parts or len(parts) > 6:
        return None
    return _Rule(tuple(reversed(parts)), tuple(reversed(close)), style)


def _number(value: str | None, default: float) -> float:
    found = _NUMBER.match(value or "")
    return float(found[0]) if found else default


def _is_tiny(style: Style, unless_told: str = "12pt") -> bool:
    size = style.get("font-size", unless_told)
    number = _number(size, 12)
    return number == 0 or (number <= 1 and size.endswith(("px", "pt")))


def _is_far_away(style: Style) -> bool:
    moved = style.get("position") in ("absolute", "fixed")
    if moved and min(_number(style.get("left"), 0), _number(style.get("top"), 0)) <= _FAR_AWAY:
        return True
    if moved and style.get("clip", "").replace(" ", "").startswith(("rect(0", "rect(1px")):
        return True
    return _number(style.get("text-indent"), 0) <= _FAR_AWAY


def _is_shaded(style: Style) -> bool:
    shade = style.get("background-color") or style.get("background") or ""
    return bool(shade) and shade.replace(" ", "") not in _WHITE | {"none", "inherit"}
