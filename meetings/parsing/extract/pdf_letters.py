"""A page of a PDF → its letters, each with its place and how it looks."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from meetings.parsing.extract.pdf_drawn import Colour, colour_of, is_white

_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18  # a flag of a PDF's font
_BROKEN_AT = 0x02  # what pdfium makes of a hyphen at a line's end
_BLANKS = frozenset((0x20, 0x09, 0xA0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F))
_LINE_ENDS = frozenset((0x0A, 0x0D))
_UNPRINTED = frozenset((0, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF, *range(0x200B, 0x2010), 0x2060))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


# Letters that only clip what is drawn after them are not printed either.
_UNPRINTED = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))


@dataclass(frozen=True, slots=True)
class Face:
    """How the letters of one text object look."""

    size: float
    bold: bool
    angle: int  # degrees, counter-clockwise
    invisible: bool = False
    white: bool = False
    colour: Colour | None = None
    drawn: int = 0  # the address of the text object


class Letter(NamedTuple):
    """One letter, or a blank, which is "" where pdfium found it by the place of the letters: it stands where the letter
    before it ends. Places are in points from the page's left and bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float  # of its origin, as `y`
    y: float
    face: Face


class LetterReader:
    """Reads the letters of one document's pages; what is known of its fonts is kept from page to page."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}

    def read(self, page: pypdfium2.PdfPage) -> list[Letter]:
        text_page = page.get_textpage()
        try:
            return list(self._letters(text_page.raw))
        finally:
            text_page.close()

    def _letters(self, raw: Any) -> Iterator[Letter]:
        # the functions by names of their own: they are called once a letter
        unicode_of, is_generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
        box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        object_of, address = pdfium.FPDFText_GetTextObject, ctypes.addressof
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
        face = Face(0, False, 0)
        known = 0
        for index in range(pdfium.FPDFText_CountChars(raw)):
            code = unicode_of(raw, index)
            if code in _LINE_ENDS or code in _UNPRINTED:
                continue
            if code in _BLANKS:
                made = is_generated(raw, index) == 1
                origin_of(raw, index, at_x, at_y)
                yield Letter("" if made else " ", 0, 0, 0, 0, x.value, y.value, face)
                continue
            drawn = object_of(raw, index)
            if drawn and (place := address(drawn.contents)) != known:
                known, face = place, self._face(raw, index, drawn, place)
            box_of(raw, index, at_box)
            origin_of(raw, index, at_x, at_y)
            yield Letter(_printed(code), box.left, box.bottom, box.right, box.top, x.value, y.value, face)

    def _face(self, raw: Any, index: int, drawn: Any, place: int) -> Face:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        bold = self._is_bold(drawn) or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        colour = colour_of(drawn) if mode == pdfium.FPDF_TEXTRENDERMODE_FILL else None
        return Face(size, bold, angle, mode in _UNPRINTED, is_white(drawn), colour, place)

    def _is_bold(self, drawn: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(drawn)
        if not font:
            return False
        place = ctypes.addressof(font.contents)
        if place not in self._bold:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            self._bold[place] = bool(
                _BOLD_NAME.search(name.value.decode("latin-1"))
                or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
                or pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD
            )
        return self._bold[place]


def _printed(code: int) -> str:
    if _BROKEN_AT < code < 0xD800:
        return chr(code)
    if code == _BROKEN_AT:
        return "-"
    if 0xE000 <= code <= 0xF8FF:
        return "•"  # the bullets of a symbol font
    if code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return _LIGATURES.get(code) or chr(code)
