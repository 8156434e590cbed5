"""Does a style sheet's condition hold for who reads the page on a common screen?"""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDTH, HEIGHT = 1280, 800  # of the screen, in pixels
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0, "": 1.0}
_MOST_QUERIES = 100  # that one condition may list
_MEDIA = {"all": True, "screen": True, "print": False, "speech": False, "aural": False, "tty": False, "tv": False}
_QUERY = re.compile(
    r"(?P<modifier>not |only )?(?P<medium>[a-z][a-z-]{1,20})?(?P<features>(?:(?: ?and )? ?\([^()]{0,200}\))*)"
)
_FEATURE = re.compile(r"\(([^()]*)\)")
_COMPARED = re.compile(
    r"(?P<name>(?:min-|max-)?(?:device-)?(?:width|height)) ?: ?(?P<size>[\d.]{1,10}) ?(?P<unit>[a-z]{0,3})"
)
_RANGE = re.compile(
    r"(?:(?P<low>[\d.]{1,10}) ?(?P<low_unit>[a-z]{0,3}) ?(?P<above><=?) ?)?(?P<name>width|height)"
    r"(?: ?(?P<sign><=?|>=?|=) ?(?P<size>[\d.]{1,10}) ?(?P<unit>[a-z]{0,3}))?"
)
# What a desktop browser answers when nothing was set in it
_ANSWERS = {
    "color": True, "orientation: landscape": True, "orientation: portrait": False, "hover": True, "hover: hover": True,
    "hover: none": False, "any-hover: hover": True, "any-hover: none": False, "pointer": True, "pointer: fine": True,
    "pointer: coarse": False, "pointer: none": False, "any-pointer: fine": True, "any-pointer: coarse": False,
    "monochrome": False, "grid": False, "scripting: enabled": True, "scripting: none": False,
    "prefers-color-scheme: light": True, "prefers-color-scheme: dark": False,
    "prefers-reduced-motion": False, "prefers-reduced-motion: reduce": False,
    "prefers-reduced-motion: no-preference": True, "prefers-contrast: more": False,
    "forced-colors: active": False, "forced-colors: none": True, "display-mode: browser": True,
    "display-mode: standalone": False, "-ms-high-contrast: none": False, "-ms-high-contrast: active": False,
}  # fmt: skip


def holds(condition: str) -> bool | None:
    """Whether a list of media queries holds on a screen; None where it asks what is not known here."""
    words = " ".join(re.sub(r"/\*.*?\*/", " ", condition, flags=re.DOTALL).lower().replace(":", ": ").split())
    if not words:
        return True
    queries = words.split(",")[:_MOST_QUERIES]
    return _any(_query(" ".join(query.split())) for query in queries)


def _query(words: str) -> bool | None:
    query = _QUERY.fullmatch(words)
    if query is None or (query["modifier"] == "only " and not query["medium"]):
        return None
    medium = _MEDIA.get(query["medium"] or "all")
    answers = [medium, *(_feature(feature.strip()) for feature in _FEATURE.findall(query["features"]))]
    if False in answers:
        answer: bool | None = False
    else:
        answer = None if None in answers else True
    return not answer if query["modifier"] == "not " and answer is not None else answer


def _feature(words: str) -> bool | None:
    if compared := _COMPARED.fullmatch(words):
        name = compared["name"].replace("device-", "")
        size = _pixels(compared["size"], compared["unit"])
        own = WIDTH if name.endswith("width") else HEIGHT
        if size is None:
            return None
        return own >= size if name.startswith("min-") else own <= size if name.startswith("max-") else own == size
    if (ranged := _RANGE.fullmatch(words)) and (ranged["low"] or ranged["size"]):
        own = WIDTH if ranged["name"] == "width" else HEIGHT
        answers = []
        if ranged["low"]:
            answers.append(_is_so(_pixels(ranged["low"], ranged["low_unit"]), ranged["above"], own))
        if ranged["size"]:
            answers.append(_is_so(own, ranged["sign"], _pixels(ranged["size"], ranged["unit"])))
        return None if None in answers else all(answers)
    return _ANSWERS.get(words)


def _is_so(one: float | None, sign: str, other: float | None) -> bool | None:
    if one is None or other is None:
        return None
    return (one < other and "<" in sign) or (one > other and ">" in sign) or (one == other and "=" in sign)


def _pixels(number: str, unit: str) -> float | None:
    try:
        return float(number) * _PIXELS[unit]
    except (ValueError, KeyError):
        return None


def _any(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    return True if True in told else None if None in told else False
