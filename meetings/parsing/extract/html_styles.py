"""How does a page's own style set its elements? As far as words are shown by it, hidden, bold or numbered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Element = Any  # lxml has no types
Style = Mapping[str, str]  # "font-weight": "bold"

_LONGEST_SHEET = 400_000  # characters; what is beyond is not looked at
_MOST_RULES = 4_000  # for one class, id or kind of element
_COMMENT = re.compile(r"/\*.{0,20000}?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
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

    def fits(self, element: Element) -> bool:
        if not self.parts[0] <= names_of(element):
            return False
        for part, close in zip(self.parts[1:], self.close, strict=True):
            element = element.getparent()
            while element is not None and not part <= names_of(element):
                element = None if close else element.getparent()
            if element is None:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Styles:
    """The style sheets within a page. Those that it only names are not loaded."""

    rules: Mapping[str, list[_Rule]] = field(default_factory=dict)  # by one of the names of the last part

    @classmethod
    def of(cls, root: Element) -> Styles:
        rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        for sheet in root.iter("style"):
            for selectors, style in _rules(_COMMENT.sub(" ", (sheet.text or "")[:_LONGEST_SHEET])):
                for selector in selectors.split(","):
                    if (rule := _rule(selector, style)) and len(rules[key := min(rule.parts[0])]) < _MOST_RULES:
                        rules[key].append(rule)
        return cls(dict(rules))

    def style(self, element: Element) -> dict[str, str]:
        """What the sheets and the element itself declare; of two, the one that is told last."""
        style: dict[str, str] = {}
        if self.rules:
            for name in sorted(names_of(element)):
                for rule in self.rules.get(name, ()):
                    if rule.fits(element):
                        style |= rule.style
        return style | declared(element.get("style", ""))

    def hides(self, element: Element, style: Style) -> bool:
        """Whether a reader of the page does not see an element's words."""
        names = names_of(element)
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


def names_of(element: Element) -> frozenset[str]:
    """Tag, classes and id of an element, as selectors write them."""
    classes = (f".{name}" for name in element.get("class", "").split())
    own = (element.tag, f"#{element.get('id')}") if element.get("id") else (element.tag,)
    return frozenset((*classes, *own))


def declared(style: str) -> dict[str, str]:
    """The declarations of a style: “font-weight: Bold !important; color:red” → names and values in small letters."""
    return {
        found["name"].lower(): found["value"].lower().replace("!important", "").strip()
        for found in _DECLARATION.finditer(style)
    }


def is_bold(style: Style) -> bool | None:
    """Whether words are bold by a style; None where it does not say."""
    weight = style.get("font-weight") or ("bold" if "bold" in style.get("font", "").split() else "")
    if weight in ("bold", "bolder"):
        return True
    if not weight or weight == "inherit":
        return None
    return _number(weight, 400) >= 600


def _rules(sheet: str) -> Iterator[tuple[str, Style]]:
    """Selectors and styles of a sheet as they hold on a screen, without those for print or for some widths."""
    around: list[bool] = []  # of each block that is open, whether what is in it holds
    start = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        words = sheet[start : brace.start()].strip()
        start = brace.end()
        if brace[0] == "{":
            selectors = words[-2000:]
            holds = all(around) and not selectors.startswith("@")
            if selectors.lower().startswith(("@media", "@supports", "@layer")):
                holds = all(around) and not _CONDITION.search(selectors)
            around.append(holds)
        elif around:
            if around.pop() and words and all(around) and selectors and not selectors.startswith("@"):
                yield selectors, declared(words)
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
