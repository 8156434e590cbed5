"""What do style sheets declare for a common screen, rule by rule? As far as it is asked for here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any

import tinycss2

from meetings.parsing.extract import css_media, css_values
from meetings.parsing.extract.css_validity import is_valid

Node = Any  # tinycss2 has no types
Style = Mapping[str, str]  # "font-weight": "bold"
Written = tuple[tuple[str, str, bool], ...]  # name, value and whether it is important, of each declaration

UNLAYERED = 1_000_000  # what stands in no layer is stronger than what does
_MOST_RULES = 100_000  # selectors of a page's sheets
_DEEPEST = 8  # rules within rules
_LONGEST_VALUE = 4000  # characters
_LONGEST_KEPT = 100_000  # characters of a sheet that is kept, since the next page of the site has the same one
# What is asked for, and what shorthands are told as
_ASKED = frozenset((
    "background", "background-color", "background-image", "bottom", "clip", "clip-path", "color", "content-visibility",
    "display", "filter", "font", "font-size", "font-weight", "height", "inset", "left", "list-style", "list-style-type",
    "margin", "margin-left", "margin-top", "max-height", "max-width", "mso-element", "mso-hide", "mso-list", "opacity",
    "overflow", "overflow-x", "overflow-y", "padding", "padding-left", "padding-top", "position", "right", "scale",
    "text-indent", "top", "transform", "translate", "visibility", "-webkit-text-fill-color", "white-space", "width",
))  # fmt: skip
_SIDES = ("top", "right", "bottom", "left")
_BY_SIDES = {"margin": "margin-{}", "padding": "padding-{}", "inset": "{}"}
_FONT_WEIGHTS = frozenset(("bold", "bolder", "lighter", "100", "200", "300", "400", "500", "600", "700", "800", "900"))
_RAREST = {"#": 0, ".": 1}  # before tags
_COMBINATORS = frozenset((">", "+", "~"))


@dataclass(frozen=True, slots=True)
class Declared:
    """What a rule declares, apart from what it declares to be important."""

    plain: Style
    important: Style


NOTHING = Declared({}, {})


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector and what is written of it. ``needed`` are the classes, ids and tags without which it means nothing
    on a page, ``key`` the rarest that its last part asks for. ``doubtful``: whether it holds is not known."""

    selector: str
    needed: frozenset[str]
    key: str
    written: Written
    layer: int = UNLAYERED
    doubtful: bool = False


@dataclass(slots=True)
class Sheet:
    """The rules of one sheet, in order. ``whole`` is whether all of them are here."""

    rules: list[Rule] = field(default_factory=list)
    layers: dict[str, int] = field(default_factory=dict)
    whole: bool = True


def sheet(text: str) -> Sheet:
    """The rules of a style sheet that hold on a screen."""
    return _kept_sheet(text) if len(text) <= _LONGEST_KEPT else _sheet(text)


@lru_cache(maxsize=2048)
def inline(style: str) -> Declared:
    """The declarations of an element's own style: “font-weight: Bold; color:red”."""
    nodes = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return declared(_written(node for node in nodes if node.type == "declaration"))


def _sheet(text: str) -> Sheet:
    read = Sheet()
    _Reading(read).rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    return read


_kept_sheet = lru_cache(maxsize=32)(_sheet)


@dataclass(slots=True)
class _Reading:
    """The way through one sheet."""

    read: Sheet

    def rules(
        self,
        nodes: Iterable[Node],
        around: Sequence[str] = (),
        layer: int = UNLAYERED,
        doubtful: bool = False,
        depth: int = 0,
    ) -> None:
        """``around`` are the selectors of the rule that these stand in."""
        if depth > _DEEPEST:
            self.read.whole = False
            return
        for kind, alike in groupby(nodes, key=lambda node: str(node.type)):
            if kind == "declaration" and around and (written := _written(alike)):
                for text in around:
                    self._add(text, written, layer, doubtful)
            elif kind == "qualified-rule":
                for node in alike:
                    self._rule(node, around, layer, doubtful, depth)
            elif kind == "at-rule":
                for node in alike:
                    self._at_rule(node, around, layer, doubtful, depth)

    def _rule(self, node: Node, around: Sequence[str], layer: int, doubtful: bool, depth: int) -> None:
        selectors = [text for part in _parted(node.prelude) if (text := _text(part).strip())]
        if around:
            if len(around) * len(selectors) > _MOST_RULES - len(self.read.rules):
                self.read.whole = False
                return
            selectors = [_nested(text, outer) for outer in around for text in selectors]
        if selectors:
            self.rules(_contents(node), selectors, layer, doubtful, depth + 1)

    def _at_rule(self, node: Node, around: Sequence[str], layer: int, doubtful: bool, depth: int) -> None:
        condition = _text(node.prelude).strip()
        match node.lower_at_keyword:
            case "media":
                holds = css_media.holds(condition)
            case "supports":
                holds = not condition.lower().startswith("not")
            case "layer":
                holds = True
                for name in condition.split(",") if node.content is None else [condition]:
                    layer = self.read.layers.setdefault(
                        name.strip() or f"{len(self.read.layers)}", len(self.read.layers)
                    )
            case "container" | "scope":
                holds = None
            case _:
                return  # a font, a printed page, frames of a film, what stands in another file
        if node.content is not None and holds is not False:
            self.rules(_contents(node), around, layer, doubtful or holds is None, depth + 1)

    def _add(self, text: str, written: Written, layer: int, doubtful: bool) -> None:
        if len(self.read.rules) >= _MOST_RULES:
            self.read.whole = False
            return
        needed, key = _needed(text)
        self.read.rules.append(Rule(text, needed, key, written, layer, doubtful))


def _contents(node: Node) -> list[Node]:
    return list(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))


def _text(nodes: Iterable[Node]) -> str:
    try:
        return str(tinycss2.serialize([node for node in nodes if node.type != "comment"]))
    except RecursionError:
        return ""  # brackets within brackets, as no sheet has them


def _parted(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """Nodes between commas."""
    part: list[Node] = []
    for node in nodes:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _nested(text: str, outer: str) -> str:
    return text.replace("&", outer) if "&" in text else f"{outer} {text}"


@lru_cache(maxsize=4096)
def _needed(selector: str) -> tuple[frozenset[str], str]:
    """The classes, ids and tags that a selector asks for outside brackets, and the rarest one of its last part."""
    every: set[str] = set()
    last: list[str] = []
    before = ""
    for node in tinycss2.parse_component_value_list(selector, skip_comments=True):
        name = ""
        if node.type == "whitespace" or (node.type == "literal" and node.value in _COMBINATORS):
            every.update(last)
            last, before = [], ""
            continue
        if node.type == "hash":
            name = f"#{node.value}"
        elif node.type == "ident" and before != ":":
            name = f".{node.value}" if before == "." else node.lower_value
        if name:
            last.append(name)
        before = node.value if node.type == "literal" else ""
    every.update(last)
    return frozenset(every), min(last, key=lambda name: (_RAREST.get(name[0], len(_RAREST)), name), default="*")


# --- Declarations -----------------------------------------------------------------------------------------------------
def _written(nodes: Iterable[Node]) -> Written:
    return tuple(
        (node.lower_name, value, node.important)
        for node in nodes
        if (node.lower_name in _ASKED or node.lower_name.startswith("--"))
        and 0 < len(value := _text(node.value).strip().lower()) <= _LONGEST_VALUE
    )


@lru_cache(maxsize=4096)
def declared(written: Written) -> Declared:
    """What declarations come to, one after the other."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for name, value, is_important in written:
        (important if is_important else plain).update(told(name, value))
    return Declared(plain, important)


def told(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A declaration, a shorthand as what it is short for; nothing where a browser would not take it."""
    if not is_valid(name, value):
        return
    if "var(" in value:
        yield name, value
    elif name == "background":
        yield "background-color", _colour_in(value)
        yield "background-image", value if css_values.is_picture(value) else "none"
    elif name == "font":
        yield from _font(value)
    elif name in _BY_SIDES:
        parts = [_text((part,)) for part in css_values.tokens(value)]
        for place, side in enumerate(_SIDES[: 4 if parts else 0]):
            part = parts[place] if place < len(parts) else parts[place - 2] if len(parts) > place - 2 >= 0 else parts[0]
            yield _BY_SIDES[name].format(side), part
    elif name in ("overflow-x", "overflow-y"):
        yield "overflow", value
    else:
        yield name, value


def _colour_in(value: str) -> str:
    """The colour within a background; the last one, since pictures that lie over it may name others."""
    for part in reversed(css_values.tokens(value)):
        text = _text((part,))
        if css_values.colour(text) is not None:
            return text
    return "transparent"


def _font(value: str) -> Iterator[tuple[str, str]]:
    words = value.partition("/")[0].split()
    weight = next((word for word in words if word in _FONT_WEIGHTS), "normal")
    size = next((word for word in words if word not in _FONT_WEIGHTS and is_valid("font-size", word)), None)
    if size is not None:
        yield from (("font", value), ("font-weight", weight), ("font-size", size))
