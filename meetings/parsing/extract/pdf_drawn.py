"""What is drawn on a page of a PDF beside its letters: rules, pictures and areas filled with a colour."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_THIN = 3.0  # points; what is wider is an area and no rule
_SHORT = 6.0  # points; what is shorter is a dash or a dot
_BROAD = 5.0  # points; a line that hides letters
_BROADEST = 60.0
_MOST_MARKS = 1_000  # of a page
_LONGEST_REMARK = 500  # characters
_WHITE = 245  # of 255, each of red, green and blue
_FAINT = 12  # of 255; what lets so much through is not seen
_OPAQUE = 250
_DEEPEST = 4  # forms within forms
_MOST_SEGMENTS = 20_000  # of a page's paths; no table has more
_MOST_OBJECTS = 200_000  # of a page
# What people draw with over a page, or set on it.
_COVERING_MARKS = frozenset(
    (
        *(pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON, pdfium.FPDF_ANNOT_INK),
        *(pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_REDACT),
    )
)


class Box(NamedTuple):
    """A place on the page in points; the page's own directions, so that ``top`` is more than ``bottom``."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


Colour = tuple[int, int, int]
"""Red, green and blue, each of 255."""


@dataclass(slots=True)
class Drawn:
    """``rules`` are thin boxes; ``grounds`` pictures and coloured areas, on which white letters can be read: ``fills``
    are the rectangles of one plain colour, ``shapes`` the others. ``covers`` are areas that let nothing through,
    ``veils`` what may hide a part of what it lies over; they and ``pictures`` each with its place in the order of
    drawing. ``order`` has the places of the text objects, by their addresses, ``windows`` what is seen of those that a
    path cuts off; ``layered`` are those on a layer, which may be switched off. ``remarks`` are the words that people
    have written over the page."""

    rules: list[Box] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    covers: list[tuple[int, Box]] = field(default_factory=list)
    veils: list[tuple[int, Box]] = field(default_factory=list)
    pictures: list[tuple[int, Box]] = field(default_factory=list)
    fills: list[tuple[int, Box, Colour]] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    windows: dict[int, Box] = field(default_factory=dict)
    layered: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    count: int = 0
    segments: int = 0


_EVERYWHERE = Box(-math.inf, -math.inf, math.inf, math.inf)


class _Shift(NamedTuple):
    """How the places of a form's own objects become places of the page, but for turned forms."""

    across: float = 1.0
    up: float = 1.0
    left: float = 0.0
    bottom: float = 0.0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        xs = sorted((left * self.across + self.left, right * self.across + self.left))
        ys = sorted((bottom * self.up + self.bottom, top * self.up + self.bottom))
        return Box(xs[0], ys[0], xs[1], ys[1])


def drawn_on(page: pypdfium2.PdfPage) -> Drawn:
    drawn = Drawn()
    count = pdfium.FPDFPage_CountObjects(page.raw)
    _collect((pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count)), drawn, _Shift(), 0)
    drawn.veils += ((drawn.count + 1, box) for box in _marks_over(page))
    drawn.remarks += _remarks(page)
    return drawn


def is_marked_over(page: pypdfium2.PdfPage, drawn: Drawn, largest: float) -> bool:
    """Whether something smaller than ``largest`` is drawn over a picture, which may be there to hide a part of it."""
    first = min((place for place, _ in drawn.pictures), default=0)
    if any(place > first and (box.right - box.left) * (box.top - box.bottom) < largest for place, box in drawn.covers):
        return True
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        pdfium.FPDFPage_CloseAnnot(mark)
        if kind in _COVERING_MARKS:
            return True
    return False


def _marks_over(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The places of the notes that people have drawn over a page, or blacked it with."""
    edges = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_MARKS)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        if kind in _COVERING_MARKS and pdfium.FPDFAnnot_GetRect(mark, edges):
            yield Box(edges.left, min(edges.bottom, edges.top), edges.right, max(edges.bottom, edges.top))
        pdfium.FPDFPage_CloseAnnot(mark)


def _remarks(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The words that people have set on a page, which are none of its own text."""
    words = (ctypes.c_ushort * _LONGEST_REMARK)()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_MARKS)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_FREETEXT:
            size = pdfium.FPDFAnnot_GetStringValue(mark, b"Contents", words, ctypes.sizeof(words))
            told = bytes(words)[: max(min(size, ctypes.sizeof(words)) - 2, 0)].decode("utf-16-le", "replace")
            if told.strip():
                yield " ".join(told.split())
        pdfium.FPDFPage_CloseAnnot(mark)


def _collect(things: Iterator[Any], drawn: Drawn, shift: _Shift, depth: int) -> None:
    kind_of, address = pdfium.FPDFPageObj_GetType, ctypes.addressof
    for thing in things:
        if not thing or drawn.count > _MOST_OBJECTS:
            continue
        drawn.count += 1
        kind = kind_of(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            place = address(thing.contents)
            drawn.order[place] = drawn.count
            if not depth and (window := _window(thing)) is not None:
                drawn.windows[place] = window
            if pdfium.FPDFPageObj_CountMarks(thing) > 0 and _is_layered(thing):
                drawn.layered.add(place)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(thing, drawn, shift)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            drawn.grounds.append(_bounds(thing, shift))
            drawn.shapes.append(drawn.grounds[-1])
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                drawn.pictures.append((drawn.count, drawn.grounds[-1]))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(thing)
            inner = (pdfium.FPDFFormObj_GetObject(thing, index) for index in range(count))
            _collect(inner, drawn, _within(thing, shift), depth + 1)


def _path(path: Any, drawn: Drawn, shift: _Shift) -> None:
    box = _bounds(path, shift)
    if (broad := _broad_line(path, box)) is not None:
        drawn.veils.append((drawn.count, broad))
    if box.top - box.bottom <= _THIN:
        if box.right - box.left >= _SHORT:
            drawn.rules.append(box)
        return
    if box.right - box.left <= _THIN:
        if box.top - box.bottom >= _SHORT:
            drawn.rules.append(box)
        return
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroked)
    if fill.value:
        if not is_white(path):
            drawn.grounds.append(box)
        if _is_rectangle(path) and (colour := colour_of(path)) is not None:
            drawn.fills.append((drawn.count, _clipped(path, box), colour))
        else:
            drawn.shapes.append(box)
        if _is_rectangle(path) and not pdfium.FPDFPageObj_HasTransparency(path):
            drawn.covers.append((drawn.count, _clipped(path, box)))
        elif not is_white(path):
            drawn.veils.append((drawn.count, _clipped(path, box)))
    if stroked.value:
        drawn.rules += _edges(path, drawn, shift)


def _edges(path: Any, drawn: Drawn, shift: _Shift) -> Iterator[Box]:
    """The upright and level lines that a path is drawn of."""
    count = pdfium.FPDFPath_CountSegments(path)
    drawn.segments += count
    if drawn.segments > _MOST_SEGMENTS:
        return
    shift = _within(path, shift)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _edge(shift.box(*last, *point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _edge(shift.box(*last, *start))
            last = start


def _edge(box: Box) -> Iterator[Box]:
    width, height = box.right - box.left, box.top - box.bottom
    if min(width, height) <= 1 and max(width, height) >= _SHORT:
        yield box


def _is_layered(thing: Any) -> bool:
    """Whether something stands on a layer, which whoever reads the page may not be shown."""
    name, size = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
    for index in range(min(pdfium.FPDFPageObj_CountMarks(thing), _DEEPEST)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        if pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size) and bytes(name)[:6] == b"O\0C\0\0\0":
            return True
    return False


def _window(thing: Any) -> Box | None:
    """What is seen of the page where something is drawn; None where nothing cuts it off."""
    box = _clipped(thing, _EVERYWHERE)
    return None if box == _EVERYWHERE else box


def _clipped(path: Any, box: Box) -> Box:
    """What is seen of a box through the window that its path is drawn in."""
    window = pdfium.FPDFPageObj_GetClipPath(path)
    if not window:
        return box
    x, y = ctypes.c_float(), ctypes.c_float()
    for part in range(max(pdfium.FPDFClipPath_CountPaths(window), 0)):
        xs, ys = [], []
        for index in range(pdfium.FPDFClipPath_CountPathSegments(window, part)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(window, part, index), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            box = Box(max(box.left, min(xs)), max(box.bottom, min(ys)), min(box.right, max(xs)), min(box.top, max(ys)))
    return box


def _broad_line(path: Any, box: Box) -> Box | None:
    """What a level or upright line takes up that is as broad as letters are high; None for any other."""
    if box.top - box.bottom > _BROADEST and box.right - box.left > _BROADEST:
        return None
    fill, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroked)
    if not stroked.value or not pdfium.FPDFPageObj_GetStrokeWidth(path, width) or width.value < _BROAD:
        return None
    half = width.value / 2
    return Box(box.left - half, box.bottom - half, box.right + half, box.top + half)


def _is_rectangle(path: Any) -> bool:
    return bool(4 <= pdfium.FPDFPath_CountSegments(path) <= 6)


def is_white(thing: Any) -> bool:
    """Whether what is filled is white, or nothing is seen of it at all."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return False
    return alpha.value <= _FAINT or min(red.value, green.value, blue.value) >= _WHITE


def colour_of(thing: Any) -> Colour | None:
    """What something is filled with; None where it lets a part of its ground through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha) or alpha.value < _OPAQUE:
        return None
    return red.value, green.value, blue.value


def _bounds(thing: Any, shift: _Shift) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *edges)
    return shift.box(*(edge.value for edge in edges))


def _within(thing: Any, shift: _Shift) -> _Shift:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return _Shift(
        matrix.a * shift.across,
        matrix.d * shift.up,
        matrix.e * shift.across + shift.left,
        matrix.f * shift.up + shift.bottom,
    )
