"""Which elements of a page does a selector of a style sheet mean?

cssselect reads the selector. Its translation to XPath is not used, in which some selectors take time that grows with
the square of the page. Here each part is asked of each element once, so that time grows with selectors times elements,
and what is asked is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2
from cssselect import SelectorError
from cssselect import parser as css

Element = Any  # lxml has no types
Test = Callable[["Elements", Element], bool]
Step = Callable[[Element], Element]  # from an element to the next one, or None

_LONGEST = 1000  # characters of a selector
_MOST_PARTS = 60
_MOST_ASKED = 2_000_000  # questions about a page's elements
_PART_OF_ELEMENT = re.compile(r"""[^()\[\]"']*::""")
_TRUE = frozenset(("defined", "enabled", "read-only"))
# What nobody has done yet on a page that was just opened, and what only forms and players have
_FALSE = frozenset((
    "active", "autofill", "blank", "buffering", "current", "default", "focus", "focus-visible", "focus-within",
    "fullscreen", "future", "host", "hover", "in-range", "indeterminate", "invalid", "modal", "muted", "optional",
    "out-of-range", "past", "paused", "picture-in-picture", "placeholder-shown", "playing", "popover-open",
    "read-write", "required", "seeking", "stalled", "target", "target-within", "user-invalid", "user-valid", "valid",
    "visited", "volume-locked",
))  # fmt: skip


class NotUnderstood(ValueError):
    """A selector that is not read here, or one that no page of minutes has."""


class AskedTooMuch(Exception):
    """The selectors of a page take longer than those of any page of minutes."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector that was read; ``specificity`` as style sheets weigh it."""

    test: Test
    specificity: tuple[int, int, int]


@dataclass(slots=True)
class Elements:
    """The elements of a page, and what is known of them already. ``quirks`` is whether the page declares no document
    type: its classes and ids are the same then in capital and small letters."""

    quirks: bool = False
    asked: int = 0
    _names: dict[Element, frozenset[str]] = field(default_factory=dict)
    _known: dict[tuple[Test, Element], bool] = field(default_factory=dict)
    _along: dict[tuple[Test, Step, Element], bool] = field(default_factory=dict)
    _places: dict[Element, tuple[int, int, int, int]] = field(default_factory=dict)

    def names(self, element: Element) -> frozenset[str]:
        """Tag, classes and id of an element, as selectors write them."""
        if element not in self._names:
            told = [f".{name}" for name in element.get("class", "").split()]
            if "id" in element.attrib:
                told.append(f"#{element.get('id').strip()}")
            self._names[element] = frozenset((element.tag, *map(self.spelt, told)))
        return self._names[element]

    def spelt(self, name: str) -> str:
        return name.lower() if self.quirks else name

    def ask(self, test: Test, element: Element) -> bool:
        """Whether a test holds of an element. Raises `AskedTooMuch`."""
        self.asked += 1
        if self.asked > _MOST_ASKED:
            raise AskedTooMuch
        return test(self, element)

    def ask_once(self, test: Test, element: Element) -> bool:
        """The same for a test that others lead to again and again."""
        known = self._known.get((test, element))
        if known is None:
            known = self._known[test, element] = self.ask(test, element)
        return known

    def place(self, element: Element) -> tuple[int, int, int, int]:
        """The place of an element among its parent's, from the start and from the end, and the same among those of its
        kind. All begin with one."""
        if element not in self._places:
            parent = element.getparent()
            around = [element] if parent is None else [child for child in parent if isinstance(child.tag, str)]
            kinds: dict[str, list[Element]] = {}
            for child in around:
                kinds.setdefault(child.tag, []).append(child)
            from_end = len(around)
            places = {child: (place, from_end + 1 - place) for place, child in enumerate(around, start=1)}
            for alike in kinds.values():
                for place, child in enumerate(alike, start=1):
                    self._places[child] = (*places[child], place, len(alike) + 1 - place)
        return self._places[element]

    def ask_along(self, test: Test, element: Element, step: Step) -> bool:
        """Whether a test holds of any of the elements that ``step`` leads to, one after the other. What is found is
        kept for each of them."""
        passed = []
        found = False
        while not found and (next_one := step(element)) is not None:
            element = next_one
            if (test, step, element) in self._along:
                found = self._along[test, step, element]
                break
            passed.append(element)
            found = self.ask_once(test, element)
        for one in passed:
            self._along[test, step, one] = found
        return found


@lru_cache(maxsize=4096)
def selector(text: str) -> Selector | None:
    """One selector; None where it means no element of a page that was just opened, but a part of one or a state, as
    ``p::before`` and ``p:hover`` do. Raises `NotUnderstood`."""
    if len(text) > _LONGEST:
        raise NotUnderstood(text[:100])
    try:
        read = _parsed(text)
        if len(read) != 1:
            raise NotUnderstood(text)
        test = _test(read[0].parsed_tree, _MOST_PARTS)
        if read[0].pseudo_element is not None or test is _never:
            return None
        return Selector(test, read[0].specificity())
    except (SelectorError, ValueError, RecursionError) as error:
        if _PART_OF_ELEMENT.match(text):
            return None
        raise NotUnderstood(text) from error


def _parsed(text: str) -> list[css.Selector]:
    try:
        return css.parse(text)
    except SelectorError:
        return css.parse(_with_single_negations(text))


def _with_single_negations(text: str) -> str:
    """A selector with ``:not(.a):not(.b)`` for ``:not(.a, .b)``, which means the same and which cssselect reads."""
    words = []
    for part in tinycss2.parse_component_value_list(text):
        word = part.serialize()
        if part.type == "function" and part.lower_name == "not":
            word = ":".join(f"not({one})" for one in tinycss2.serialize(part.arguments).split(","))
        words.append(word)
    return "".join(words)


def _test(tree: Any, most: int) -> Test:
    """The test for what cssselect read; ``most`` is how many parts it may still have."""
    if most <= 0:
        raise NotUnderstood("too many parts")
    if isinstance(tree, css.Element):
        tag = (tree.element or "").lower()
        return lambda _, element: not tag or element.tag == tag
    own = _own_test(tree, most - 1)
    if isinstance(tree, css.CombinedSelector):
        return own
    rest = _test(tree.selector, most - 1)
    if _never in (own, rest):
        return _never
    return lambda elements, element: rest(elements, element) and own(elements, element)


def _own_test(tree: Any, most: int) -> Test:
    """The test for the outermost part of what cssselect read."""
    match tree:
        case css.Class():
            return _named(f".{tree.class_name}")
        case css.Hash():
            return _named(f"#{tree.id}")
        case css.Attrib():
            return _attribute(tree)
        case css.CombinedSelector():
            return _combined(tree, most)
        case css.Negation():
            refused = _test(tree.subselector, most)
            return lambda elements, element: not elements.ask_once(refused, element)
        case css.Matching() | css.SpecificityAdjustment():
            each = [_test(one, most - place) for place, one in enumerate(tree.selector_list)]
            return lambda elements, element: any(elements.ask_once(one, element) for one in each)
        case css.Relation():
            return _relation(tree, most)
        case css.Function():
            return _function(tree)
        case css.Pseudo():
            return _state(tree.ident)
    raise NotUnderstood(repr(tree))


def _named(name: str) -> Test:
    return lambda elements, element: elements.spelt(name) in elements.names(element)


def _attribute(tree: css.Attrib) -> Test:
    name, operator = tree.attrib.lower(), tree.operator
    asked = "" if tree.value is None else tree.value.value or ""
    blind = tree.flag == "i"
    asked = asked.lower() if blind else asked

    def test(_: Elements, element: Element) -> bool:
        told = element.get(name)
        if told is None or operator == "exists":
            return told is not None
        told = told.lower() if blind else told
        match operator:
            case "=":
                return bool(told == asked)
            case "~=":
                return asked in told.split()
            case "|=":
                return bool(told == asked or told.startswith(f"{asked}-"))
            case "^=":
                return bool(asked and told.startswith(asked))
            case "$=":
                return bool(asked and told.endswith(asked))
            case _:
                return bool(asked and asked in told)

    if operator not in ("exists", "=", "~=", "|=", "^=", "$=", "*="):
        raise NotUnderstood(operator)
    return test


def _combined(tree: css.CombinedSelector, most: int) -> Test:
    last = _test(tree.subselector, most - 1)
    other = _test(tree.selector, most - 1)
    if _never in (last, other):
        return _never
    match tree.combinator:
        case " ":
            return lambda elements, element: last(elements, element) and elements.ask_along(other, element, _above)
        case "~":
            return lambda elements, element: last(elements, element) and elements.ask_along(other, element, _before)
        case ">":
            step: Step = _above
        case _:
            step = _before

    def beside(elements: Elements, element: Element) -> bool:
        return last(elements, element) and (near := step(element)) is not None and elements.ask_once(other, near)

    return beside


def _relation(tree: css.Relation, most: int) -> Test:
    tests = []
    for combinator, relative in tree.arguments:
        if isinstance(relative.parsed_tree, css.CombinedSelector):
            raise NotUnderstood(repr(tree))
        tests.append(_related(combinator.value or " ", _test(relative.parsed_tree, most)))
    return lambda elements, element: any(elements.ask_once(test, element) for test in tests)


def _related(combinator: str, other: Test) -> Test:
    def within(elements: Elements, element: Element) -> bool:
        return any(elements.ask_once(other, child) or elements.ask_once(within, child) for child in _children(element))

    match combinator:
        case ">":
            return lambda elements, element: any(elements.ask_once(other, child) for child in _children(element))
        case "+":
            return lambda elements, element: (near := _behind(element)) is not None and elements.ask_once(other, near)
        case "~":
            return lambda elements, element: elements.ask_along(other, element, _behind)
    return within


def _function(tree: css.Function) -> Test:
    name = tree.name
    if name == "lang":
        asked = "".join(token.value or "" for token in tree.arguments).lower()

        def speaks(_: Elements, element: Element) -> bool:
            told = next((one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")), "").lower()
            return bool(told == asked or told.startswith(f"{asked}-"))

        return speaks
    at = {"nth-child": 0, "nth-last-child": 1, "nth-of-type": 2, "nth-last-of-type": 3}.get(name)
    if at is None:
        raise NotUnderstood(name)
    step, first = css.parse_series(tree.arguments)

    def counted(elements: Elements, element: Element) -> bool:
        beyond = elements.place(element)[at] - first
        return beyond == 0 if step == 0 else beyond % step == 0 and beyond // step >= 0

    return counted


def _state(name: str) -> Test:
    ends = {
        "first-child": (0,), "last-child": (1,), "only-child": (0, 1),
        "first-of-type": (2,), "last-of-type": (3,), "only-of-type": (2, 3),
    }.get(name)  # fmt: skip
    if ends is not None:
        return lambda elements, element: all(elements.place(element)[end] == 1 for end in ends)
    match name:
        case "root" | "scope":
            return lambda _, element: element.getparent() is None
        case "empty":
            return lambda _, element: not element.text and element.find("*") is None
        case "link" | "any-link":
            return lambda _, element: element.tag in ("a", "area") and element.get("href") is not None
        case "checked" | "disabled" | "open":
            attributes = {"checked": ("checked", "selected")}.get(name, (name,))
            return lambda _, element: any(element.get(each) is not None for each in attributes)
    if name in _TRUE:
        return lambda *_: True
    if name in _FALSE or name.startswith("-"):
        return _never
    raise NotUnderstood(name)


def _never(_: Elements, __: Element) -> bool:
    return False


# --- From element to element ------------------------------------------------------------------------------------------
def _above(element: Element) -> Element:
    return element.getparent()


def _before(element: Element) -> Element:
    return next(element.itersiblings("*", preceding=True), None)


def _behind(element: Element) -> Element:
    return next(element.itersiblings("*"), None)


def _children(element: Element) -> Iterator[Element]:
    yield from element.iterchildren("*")
