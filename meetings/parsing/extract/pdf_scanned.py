"""What words stand in the picture of a page, as a scanner makes it?

Their places, sizes and weight are told as those of letters are, so that columns, margins and paragraphs are found
alike.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2
from lxml import etree

from meetings.parsing.extract.extracted import without_own_marks
from meetings.parsing.extract.pdf_page import Page, Rule, Word, underline
from meetings.parsing.extract.pdf_picture import Picture, ink_below, picture_of
from meetings.parsing.extract.pdf_scanned_rules import Stroke, without_rules
from meetings.parsing.extract.pdf_tesseract import Tesseract

_RESOLUTION = 300  # pixels to an inch
_LARGEST_PAGE = 1300.0  # points; a page's side that is longer counts pixels, not points
_USUAL_PAGE = 842.0  # points
_POOR = 75.0  # of 100: the confidence below which a page may stand on its head
_DOUBTED = 60.0  # of 100: below it, a sign that is neither letter nor figure is dirt
_ALIKE = 0.15  # of the letters' size: what differs less is as large
_WIDE_LINE = 0.2  # of the page: shorter lines do not tell how askew it lies
_BOLD = 1.3  # times the usual stroke
_LEAST_CONFIDENCE = 25.0  # of 100: below it, a sign that is no word is dirt
_LEAST_GAP = 0.2  # of the letters' size: what stands closer behind a hyphen is of one word with it
_BULLET = "•"
_LIKE_BULLETS = frozenset("e©®¢«»*°")
_BEHIND_BULLET = 0.4  # of the letters' size
_SCRAWL = 30.0  # of 100: below it, a line is no print, as a signature or a crest
# For "ll", "l2.", "1|": a number before the words of a line, misread
_MISREAD_NUMBER = re.compile(r"[\dI]{0,2}[l|][\dIl|]{0,2}[.)]?")
_ONES = str.maketrans("lI|", "111")
# For '8!"', "20%", "11îh", "4*" before a month: a day's raised letters, misread
_MISREAD_DAY = re.compile(r"(?P<day>[12]?\d|3[01])(?:[^\w\s.,:;/()-]{1,3}|[îíìi'’]h)")
_MONTH = re.compile(
    r"day|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr",
    re.IGNORECASE,
)
# For "|", "—", "__", "~": an edge of a table or dirt, read as letters
_DIRT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of print in pixels; ``slope`` is how much it falls to the right, ``size`` the height of its letters."""

    left: float
    right: float
    base: float  # at its left
    slope: float
    size: float
    words: list[_Print]


@dataclass(frozen=True, slots=True)
class _Print:
    """One word of a line in pixels, and how sure its reader is, of 100; ``stroke`` is how thick its letters are."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    stroke: float


def read_scanned(page: pypdfium2.PdfPage, tesseract: Tesseract) -> Page:
    """The words and rules that the picture of a page shows; none where nothing was recognised.

    Raises what `Tesseract.recognise` does.
    """
    found = _read(page, tesseract, 0)
    if found is not None and confidence_of(found.words) < _POOR:
        turn = tesseract.turn_of(picture_of(page, _RESOLUTION))
        turned = _read(page, tesseract, turn) if turn else None
        if turned and _worth(turned) > _worth(found):
            return turned
    return found or Page()


def confidence_of(words: Sequence[Word]) -> float:
    """How sure the reader of the words is on the average, of 100; each letter counts."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _worth(page: Page) -> float:
    return sum(word.confidence * len(word.text) for word in page.words)


def _read(page: pypdfium2.PdfPage, tesseract: Tesseract, turn: int) -> Page | None:
    picture = picture_of(page, _RESOLUTION, turn=turn)
    if picture.is_blank:
        return None
    picture, strokes = without_rules(picture)
    try:
        root = etree.fromstring(
            tesseract.recognise(picture), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError:  # tesseract broke off
        return None
    lines, aside = _lines(root, picture)
    skew = _skew(lines, picture)
    unit = _unit(picture)
    words = list(_words(_evened(lines), picture, skew, unit))
    rules = [_rule(stroke, picture, skew, unit) for stroke in strokes]
    underline(words, rules)
    return Page(words, aside, rules, scanned=True)


def _unit(picture: Picture) -> float:
    """The points that a pixel has, on a page of a size that is printed."""
    longest = max(picture.width, picture.height)
    points = longest / picture.scale
    return _USUAL_PAGE / longest if points > _LARGEST_PAGE else 1 / picture.scale


# --- What tesseract answers ---------------------------------------------------------------------------------------
def _lines(root: etree._Element, picture: Picture) -> tuple[list[_Line], list[str]]:
    """The lines of print, and the words of what is none: lines that run another way, a signature, a crest."""
    lines: list[_Line] = []
    aside: list[str] = []
    for element in root.iter("{*}span"):
        told = _told(element)
        if "x_size" not in told:
            continue
        words = [word for child in element if (word := _print(child, picture)) is not None]
        if "baseline" not in told or sum(word.confidence for word in words) <= _SCRAWL * len(words):
            aside += [word.text for word in words]
            continue
        left, _, right, bottom = told["bbox"]
        slope, offset = told["baseline"]
        lines.append(_Line(left, right, bottom + offset, slope, told["x_size"][0], words))
    return lines, aside


def _print(element: etree._Element, picture: Picture) -> _Print | None:
    told = _told(element)
    text = without_own_marks("".join(element.itertext()).strip())
    [confidence] = told["x_wconf"]
    if not text or (_DIRT.fullmatch(text) and (confidence < _DOUBTED or set(text) <= set("|¦_~"))):
        return None
    if confidence < _LEAST_CONFIDENCE and sum(letter.isalnum() for letter in text) < 2:
        return None
    left, top, right, bottom = map(int, told["bbox"])
    return _Print(text, left, top, right, bottom, confidence, _stroke(picture.rows(left, top, right, bottom)))


def _told(element: etree._Element) -> dict[str, list[float]]:
    """The figures of an element's title: ``bbox 94 121 1499 161; baseline -0.001 -8; x_size 40``."""
    told = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split()
        told[name] = [float(value) for value in values]
    return told


def _stroke(rows: Sequence[bytes]) -> float:
    """How many pixels thick the strokes of letters are that run upright."""
    if not rows:
        return 0.0
    table = ink_below((max(map(max, rows)) + min(map(min, rows))) // 2)
    runs = [len(run) for row in rows for run in row.translate(table).split(b"\0") if run]
    return float(median(runs)) if runs else 0.0


# --- On a page that lies straight ---------------------------------------------------------------------------------
def _skew(lines: Sequence[_Line], picture: Picture) -> float:
    """How much the page falls to the right."""
    slopes = [line.slope for line in lines if line.right - line.left > _WIDE_LINE * picture.width]
    return median(slopes) if slopes else 0.0


def _evened(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, those that are about as large as most letters of the page just so large."""
    sizes = sorted(line.size for line in lines for word in line.words for _ in word.text)
    if not sizes:
        return []
    usual = sizes[len(sizes) // 2]
    return [replace(line, size=usual) if abs(line.size - usual) < _ALIKE * usual else line for line in lines]


def _words(lines: Sequence[_Line], picture: Picture, skew: float, unit: float) -> Iterator[Word]:
    strokes = [word.stroke / line.size for line in lines for word in line.words for _ in word.text]
    usual = median(strokes) if strokes else 0.0
    for line in lines:
        end, broken = 0.0, False
        for place, word in enumerate(line.words):
            text = _BULLET if _is_bullet(line, place) else _mended(line, place)
            joined = broken and word.left - end < _LEAST_GAP * line.size
            end, broken = word.right, len(word.text) > 1 and word.text.endswith("-")
            base = line.base + line.slope * (word.left - line.left)
            left, base = _straight(word.left, base, skew)
            right, _ = _straight(word.right, base, skew)
            bold = word.stroke / line.size > _BOLD * usual
            yield Word(
                text,
                left * unit,
                right * unit,
                (base - picture.height) * unit,
                line.size * unit,
                bold,
                joined,
                confidence=word.confidence,
            )


def _mended(line: _Line, place: int) -> str:
    """A word as it must be printed where it is the number of a line, or the day of a date with raised letters."""
    text = line.words[place].text
    if place == 0 and len(line.words) > 1 and _MISREAD_NUMBER.fullmatch(text):
        return text.translate(_ONES)
    following = [word.text.strip(".,") for word in line.words[place + 1 : place + 3]]
    if following[:1] == ["of"]:
        following.pop(0)
    day = _MISREAD_DAY.fullmatch(text)
    if not day or not following or not _MONTH.fullmatch(following[0]):
        return text
    number = int(day["day"])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def _is_bullet(line: _Line, place: int) -> bool:
    """Whether what was read as a letter is the bullet before the words of a line."""
    if place or len(line.words) < 2 or line.words[0].text not in _LIKE_BULLETS:
        return False
    return line.words[1].left - line.words[0].right > _BEHIND_BULLET * line.size


def _rule(stroke: Stroke, picture: Picture, skew: float, unit: float) -> Rule:
    x, y = _straight((stroke.left + stroke.right) / 2, (stroke.top + stroke.bottom) / 2, skew)
    wide, high = (stroke.right - stroke.left) / 2, (stroke.bottom - stroke.top) / 2
    y -= picture.height
    return Rule((x - wide) * unit, (y - high) * unit, (x + wide) * unit, (y + high) * unit)


def _straight(x: float, y: float, skew: float) -> tuple[float, float]:
    length = math.hypot(1, skew)
    return (x + skew * y) / length, (y - skew * x) / length
