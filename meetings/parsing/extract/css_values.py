"""What do the values of declarations say: lengths in pixels, colours, the parts of shorthands?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2 import color4

from meetings.parsing.extract.css_media import HEIGHT, WIDTH

Token = Any  # tinycss2 has no types

LETTER = 16.0  # pixels; the size of letters where a page tells none
_UNITS = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "rem": LETTER,
    "vw": WIDTH / 100, "vh": HEIGHT / 100, "vmin": HEIGHT / 100, "vmax": WIDTH / 100,
}  # fmt: skip
_OF_LETTER = {"em": 1.0, "ex": 0.5, "ch": 0.5, "lh": 1.2}
SIZES = {  # of letters
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": LETTER, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
    "xxx-large": 48.0, "smaller": 0, "larger": 0,  # than those around
}  # fmt: skip
_BARE_COLOUR = re.compile(r"(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_PICTURE = re.compile(r"url\(|gradient\(|image-set\(|element\(|cross-fade\(|paint\(")


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 255; ``alpha`` from 0, which nobody sees, to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1

    def over(self, ground: Colour) -> Colour:
        """The colour as it looks on a ground that is seen through it."""
        own, other = self.alpha, 1 - self.alpha
        return Colour(
            own * self.red + other * ground.red,
            own * self.green + other * ground.green,
            own * self.blue + other * ground.blue,
        )

    def differs(self, other: Colour) -> float:
        """By how much, in the channel that differs most."""
        return max(abs(self.red - other.red), abs(self.green - other.green), abs(self.blue - other.blue))


@lru_cache(maxsize=4096)
def tokens(value: str) -> tuple[Token, ...]:
    """A value's parts, without blanks and comments."""
    return tuple(
        part for part in tinycss2.parse_component_value_list(value) if part.type not in ("whitespace", "comment")
    )


@lru_cache(maxsize=4096)
def colour(value: str) -> Colour | None:
    """The colour that a value names; None for what is none, or depends on the reader's machine."""
    return next((read for part in tokens(value) if (read := _colour(part)) is not None), None)


def plain_colour(value: str) -> Colour | None:
    """The colour in an attribute of HTML, where “#” may be left out."""
    bare = value.strip()
    return colour(f"#{bare}" if _BARE_COLOUR.fullmatch(bare) else bare.lower())


def is_picture(value: str) -> bool:
    return _PICTURE.search(value) is not None


def length(value: str, letter: float = LETTER, whole: float = WIDTH) -> float | None:
    """The first length of a value in pixels; ``whole`` is what a per cent is of. None for what is none."""
    parts = tokens(value)
    return _length(parts[0], letter, whole) if parts else None


def lengths(value: str, letter: float = LETTER, whole: float = WIDTH) -> list[float | None]:
    """Each part of a value in pixels."""
    return [_length(part, letter, whole) for part in tokens(value) if part.type != "literal"]


def letter_size(value: str, around: float) -> float | None:
    """The size of letters in pixels, where those around them have another one."""
    if value in ("smaller", "larger"):
        return around / 1.2 if value == "smaller" else around * 1.2
    if value in SIZES:
        return SIZES[value]
    return length(value, around, around)


def is_length(part: Token) -> bool:
    return _length(part, LETTER, WIDTH) is not None


def arguments(function: Token, letter: float = LETTER, whole: float = WIDTH) -> list[float | None]:
    """The lengths and numbers between the brackets of a function; None for what is neither."""
    return [
        _length(part, letter, whole)
        for part in function.arguments
        if part.type not in ("whitespace", "comment", "literal")
    ]


def number(part: Token) -> float | None:
    """A number, or a per cent as a part of one."""
    if part.type == "number":
        return float(part.value)
    return float(part.value) / 100 if part.type == "percentage" else None


def _length(part: Token, letter: float, whole: float) -> float | None:
    match part.type:
        case "number":
            return float(part.value)
        case "percentage":
            return float(part.value) * whole / 100
        case "dimension":
            unit = part.lower_unit
            size = letter * _OF_LETTER[unit] if unit in _OF_LETTER else _UNITS.get(unit)
            return None if size is None else float(part.value) * size
        case "function" if part.lower_name == "calc":
            return _sum(part.arguments, letter, whole)
    return None


def _sum(parts: Sequence[Token], letter: float, whole: float) -> float | None:
    """What ``calc()`` adds up; products are not read."""
    total, sign = 0.0, 1
    for part in parts:
        if part.type in ("whitespace", "comment"):
            continue
        if part.type == "literal" and part.value in "+-":
            sign = 1 if part.value == "+" else -1
            continue
        size = _length(part, letter, whole)
        if size is None:
            return None
        total += sign * size
    return total


def _colour(part: Token) -> Colour | None:
    if part.type not in ("ident", "hash", "function"):
        return None
    try:
        read = color4.parse_color(part)
        if read is None or read == "currentcolor":
            return None
        red, green, blue = (255 * min(max(channel or 0, 0), 1) for channel in read.to("srgb").coordinates)
    except (ValueError, TypeError, NotImplementedError, RecursionError, ZeroDivisionError):
        return None
    return Colour(red, green, blue, read.alpha)
