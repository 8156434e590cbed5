"""Does a reader of a page see the words of an element, as its styles set them?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from meetings.parsing.extract import css_media, css_values
from meetings.parsing.extract.css_rules import Style
from meetings.parsing.extract.css_values import Colour, length, lengths
from meetings.parsing.extract.html_styles import Styles

Element = Any  # lxml has no types

_WHITE, _BLACK, _LINK, _MARKED = Colour(255, 255, 255), Colour(0, 0, 0), Colour(0, 0, 238), Colour(255, 255, 0)
_ALIKE = 12  # of 255, in the channel that differs most: letters on such a ground are not seen
_CLEAR = 0.05  # of letters or whole elements; what is less opaque is not seen
_LEAST_SIZE = 3  # pixels; smaller letters are not read
_FAR_AWAY = 900  # pixels; what stands further left or up is not on the page
_FAR_RIGHT = 5000
_NO_ROOM = 1  # pixel; what is no wider or higher shows no letter
_FREE = frozenset(("absolute", "fixed"))
_MOVED = _FREE | {"relative", "sticky", "-webkit-sticky"}
_CUT = frozenset(("hidden", "clip", "scroll", "auto"))
# What takes the size of its words, whatever size is declared
_AS_LARGE_AS_WORDS = frozenset((
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u",
))  # fmt: skip
_MOVING = frozenset((
    "bottom", "left", "margin-left", "margin-top", "padding-left", "padding-top", "right", "top", "transform",
    "translate",
))  # fmt: skip
_BLOCK = 800  # pixels; what a per cent is taken of, since the size of the block around is not known
_COLOURED_TAGS = frozenset(("a", "body", "font", "mark"))
_COLOURED_BY = frozenset(("background", "bgcolor"))
_NOTHING_LEFT = re.compile(r"(?:circle|ellipse)\( ?0")
_OPACITY = re.compile(r"opacity\( ?(?P<part>[\d.]{1,20}%?) ?\)")
# Classes of widely used style sheets, which a saved page may not have with it
_HIDDEN_NAMES = frozenset(("hidden", "hide", "d-none", "is-hidden", "invisible", "uk-hidden"))
_SHOWN_FROM_SOME_WIDTH = re.compile(r"d-(?:sm|md|lg|xl|xxl|print)-(?!none)\w")


@dataclass(frozen=True)
class Letters:
    """How the letters of an element are set; most of it goes on in the elements within. ``ground`` is None where it is
    not known, as on a picture. Sizes are in pixels, and so is how far right (``across``) and down styles move it."""

    colour: Colour | None = _BLACK
    ground: Colour | None = _WHITE
    size: float = css_values.LETTER
    visible: bool = True
    indent: float = 0
    across: float = 0
    down: float = 0

    @cached_property
    def seen(self) -> bool:
        on_page = -_FAR_AWAY < self.across + self.indent < _FAR_RIGHT and self.down > -_FAR_AWAY
        if not (self.visible and on_page and self.size >= _LEAST_SIZE):
            return False
        if self.colour is None:
            return True
        if self.colour.alpha < _CLEAR:
            return False
        return self.ground is None or self.colour.over(self.ground).differs(self.ground) > _ALIKE


_USUAL = Letters()


@dataclass(slots=True)
class Sight:
    """What a reader sees of a page's elements."""

    styles: Styles
    _letters: dict[Element, Letters] = field(default_factory=dict)
    _within: dict[Element, bool] = field(default_factory=dict)

    def letters(self, element: Element) -> Letters:
        """How the words that stand in an element itself are set."""
        letters = self._letters.get(element)
        if letters is None:
            above = element.getparent()
            around = _USUAL if above is None else self.letters(above)
            letters = self._letters[element] = _set_by(self.styles.style(element), element, around)
        return letters

    def hides(self, element: Element) -> bool:
        """Whether a reader sees none of the words in an element, as deep as they may stand."""
        style = self.styles.style(element)
        if "display" not in style:
            if element.get("hidden") is not None:
                return True
            names = element.get("class", "").split()
            if names and not _HIDDEN_NAMES.isdisjoint(names):
                return not any(map(_SHOWN_FROM_SOME_WIDTH.match, names))
        letters = self.letters(element)
        return (bool(style) and hides_all(style, element.tag, letters)) or not (
            letters.seen or self._any_seen_within(element)
        )

    def _any_seen_within(self, element: Element) -> bool:
        if element not in self._within:
            self._within[element] = any(
                self.letters(part).seen or self._any_seen_within(part) for part in element.iterchildren("*")
            )
        return self._within[element]

    def may_miss_hidden(self) -> bool:
        """Whether rules that were not read, for what they ask or since they are too many, may hide words that are seen
        here."""
        return not self.styles.whole or any(
            hides_all(style, "", _USUAL) or not _set_by(style, None, _USUAL).seen for style in self.styles.unread
        )


def hides_all(style: Style, tag: str, letters: Letters) -> bool:
    """Whether a style hides an element with all that is in it."""
    letter = letters.size
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("content-visibility") == "hidden"
        or _part(style.get("opacity", "")) < _CLEAR
        or _is_filtered_out(style.get("filter", ""))
        or _has_no_room(style, tag, letter)
        or _is_clipped(style, letter)
        or _is_scaled_to_nothing(style)
    )


# --- Letters ----------------------------------------------------------------------------------------------------------
def _set_by(style: Style, element: Element | None, around: Letters) -> Letters:
    """The letters of an element that stands within others."""
    attributes: Mapping[str, str] = {} if element is None else element.attrib
    tag = "" if element is None else element.tag
    if not style and tag not in _COLOURED_TAGS and _COLOURED_BY.isdisjoint(attributes):
        return around
    size = css_values.letter_size(style.get("font-size", ""), around.size)
    size = around.size if size is None else size
    visible = around.visible
    if (visibility := style.get("visibility", "inherit")) not in ("inherit", "unset"):
        visible = visibility not in ("hidden", "collapse")
    indent = length(style.get("text-indent", ""), size)
    return Letters(
        _colour(style, attributes, tag, around),
        _ground(style, attributes, tag, around),
        size,
        visible,
        around.indent if indent is None else indent,
        *_moved(style, size, around),
    )


def _moved(style: Style, letter: float, around: Letters) -> tuple[float, float]:
    """How far right of and below where it would stand an element is moved."""
    if _MOVING.isdisjoint(style):
        return around.across, around.down
    across = _pixels(style, "margin-left", letter) + _pixels(style, "padding-left", letter)
    down = _pixels(style, "margin-top", letter) + _pixels(style, "padding-top", letter)
    if style.get("position") in _MOVED:
        screen = css_media.WIDTH if style["position"] in _FREE else _BLOCK  # most stand free of any block but the page
        from_right, from_below = _pixels(style, "right", letter), _pixels(style, "bottom", letter)
        across += -from_right if _is_auto(style, "left") else _pixels(style, "left", letter, screen)
        down += -from_below if _is_auto(style, "top") else _pixels(style, "top", letter, screen)
    shifts = [lengths(style.get("translate", ""), letter, _BLOCK)]
    for part in css_values.tokens(style.get("transform", "")):
        if part.type == "function" and part.lower_name in ("translate", "translate3d", "translatex"):
            shifts.append(css_values.arguments(part, letter, _BLOCK))
        elif part.type == "function" and part.lower_name == "translatey":
            shifts.append([0, *css_values.arguments(part, letter, _BLOCK)])
    for shift in shifts:
        right, below = (*shift, None, None)[:2]
        across += right or 0
        down += below or 0
    return around.across + across, around.down + down


def _pixels(style: Style, name: str, letter: float, block: float = _BLOCK) -> float:
    return (length(style[name], letter, block) if name in style else None) or 0


def _is_auto(style: Style, name: str) -> bool:
    return style.get(name, "auto") == "auto"


def _colour(style: Style, attributes: Mapping[str, str], tag: str, around: Letters) -> Colour | None:
    told = style.get("-webkit-text-fill-color") or style.get("color")
    if told is None:
        own = attributes.get("color") if tag == "font" else attributes.get("text") if tag == "body" else None
        if own is not None:
            return css_values.plain_colour(own) or around.colour
        return _LINK if tag == "a" and "href" in attributes else _BLACK if tag == "mark" else around.colour
    if told in ("inherit", "unset", "currentcolor"):
        return around.colour
    return _BLACK if told == "initial" else css_values.colour(told)


def _ground(style: Style, attributes: Mapping[str, str], tag: str, around: Letters) -> Colour | None:
    if css_values.is_picture(style.get("background-image", "")) or attributes.get("background"):
        return None
    told = style.get("background-color")
    if told == "inherit":
        return around.ground
    shade = css_values.colour(told) if told is not None else css_values.plain_colour(attributes.get("bgcolor", ""))
    if told and shade is None and told not in ("initial", "unset", "none"):
        return None
    if shade is None:
        return _MARKED if tag == "mark" else around.ground
    if shade.alpha < 1:
        return None if around.ground is None else shade.over(around.ground)
    return shade


# --- Whole elements ---------------------------------------------------------------------------------------------------
def _part(value: str) -> float:
    """A number or per cent; one where there is none."""
    parts = css_values.tokens(value)
    told = css_values.number(parts[0]) if parts else None
    return 1 if told is None else told


def _is_filtered_out(value: str) -> bool:
    return any(_part(found["part"]) < _CLEAR for found in _OPACITY.finditer(value))


def _has_no_room(style: Style, tag: str, letter: float) -> bool:
    """Whether an element is cut to a size in which no letter is seen."""
    if _CUT.isdisjoint(style.get("overflow", "").split()):
        return False
    if tag in _AS_LARGE_AS_WORDS and "display" not in style and style.get("position") not in _FREE:
        return False
    sizes = (length(style.get(name, ""), letter) for name in ("width", "height", "max-width", "max-height"))
    if any(size is not None and size <= _NO_ROOM for size in sizes):
        return True
    indent = style.get("text-indent", "")
    return style.get("white-space") == "nowrap" and indent.endswith("%") and _part(indent) >= 1


def _is_clipped(style: Style, letter: float) -> bool:
    if style.get("position") in _FREE and style.get("clip", "").startswith("rect("):
        match _arguments_of(style["clip"], letter):
            case [top, right, bottom, left]:
                return _is_nothing(top, bottom) or _is_nothing(left, right)
    path = style.get("clip-path", "")
    if path.startswith("inset("):
        top, right, bottom, left = _by_sides(_arguments_of(path, letter, whole=_FAR_AWAY))
        return top + bottom >= _FAR_AWAY or left + right >= _FAR_AWAY
    if path.startswith("polygon("):
        points = _arguments_of(path, letter)
        return len(points) > 1 and 1 in (len(set(points[::2])), len(set(points[1::2])))
    return _NOTHING_LEFT.match(path) is not None


def _is_nothing(start: float | None, end: float | None) -> bool:
    return end is not None and end - (start or 0) <= _NO_ROOM


def _by_sides(sizes: list[float | None]) -> list[float]:
    """One to four sizes as those of the top, the right, the bottom and the left."""
    told = [size or 0 for size in sizes[:4]] or [0]
    return [told[place if place < len(told) else max(place - 2, 0) % len(told)] for place in range(4)]


def _arguments_of(value: str, letter: float, whole: float = css_media.WIDTH) -> list[float | None]:
    """The lengths between the brackets of a function."""
    parts = css_values.tokens(value)
    return css_values.arguments(parts[0], letter, whole) if parts and parts[0].type == "function" else []


def _is_scaled_to_nothing(style: Style) -> bool:
    if (scale := style.get("scale")) and any(css_values.number(part) == 0 for part in css_values.tokens(scale)):
        return True
    for part in css_values.tokens(style.get("transform", "")):
        if part.type != "function":
            continue
        told = css_values.arguments(part)
        match part.lower_name:
            case "scale" | "scalex" | "scaley" | "scale3d":
                if 0 in told[:2]:
                    return True
            case "matrix":
                if len(told) == 6 and (told[0] == told[1] == 0 or told[2] == told[3] == 0):
                    return True
            case "rotatex" | "rotatey":
                if any(each.type == "dimension" and _is_edgewise(each) for each in part.arguments):
                    return True
    return False


def _is_edgewise(angle: Any) -> bool:
    return bool(angle.lower_unit == "deg" and angle.value % 180 == 90)
