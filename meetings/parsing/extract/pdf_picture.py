"""A page of a PDF → the picture that a reader sees of it, in greys."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

from meetings.parsing.extract.pdf_drawn import Box

_POINTS = 72  # in an inch
_MOST_PIXELS = 16_000_000  # of a picture: A4 at 300 to an inch has 9, A3 17
_LONGEST_SIDE = 16_000  # pixels
_FAINTEST = 40  # of 255: how much darker than its paper print is
_LEAST_INK, _MOST_INK = 0.01, 0.65  # of the place of a word: less is nothing, more a bar


@dataclass(frozen=True)
class Picture:
    """Rows of pixels from the top, a byte each, 0 black and 255 white; ``scale`` pixels are a point."""

    width: int
    height: int
    pixels: bytes
    scale: float

    @property
    def resolution(self) -> int:
        """Pixels to an inch."""
        return round(self.scale * _POINTS)

    @cached_property
    def is_blank(self) -> bool:
        return max(self.pixels) - min(self.pixels) < _FAINTEST

    def rows(self, left: int, top: int, right: int, bottom: int) -> list[bytes]:
        """What the picture shows of a box, row by row, as far as it lies within."""
        left, right = max(left, 0), min(right, self.width)
        return [
            self.pixels[row * self.width + left : row * self.width + right]
            for row in range(max(top, 0), min(bottom, self.height))
            if left < right
        ]

    def shows_print(self, left: int, top: int, right: int, bottom: int) -> bool:
        """Whether something is printed in a box: neither bare paper nor a bar of one colour."""
        rows = self.rows(left, top, right, bottom)
        if not rows:
            return False
        lightest, darkest = max(map(max, rows)), min(map(min, rows))
        if lightest - darkest < _FAINTEST:
            return False
        shade = ink_below((lightest + darkest) // 2)
        ink = sum(row.translate(shade).count(1) for row in rows) / (len(rows) * len(rows[0]))
        return _LEAST_INK < ink < _MOST_INK


def ink_below(shade: int) -> bytes:
    """The table by which `bytes.translate` makes ink of what is darker (1), and paper of the rest (0)."""
    return bytes(value < shade for value in range(256))


def picture_of(page: pypdfium2.PdfPage, resolution: int, *, turn: int = 0) -> Picture:
    """The page as it is shown, turned by so many degrees more, clockwise; coarser where it would be too large."""
    width, height = (max(side, 1.0) for side in page.get_size())
    scale = min(resolution / _POINTS, math.sqrt(_MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))
    bitmap = page.render(scale=scale, rotation=turn, grayscale=True)
    try:
        drawn = bytes(bitmap.buffer)
        across, down, stride = bitmap.width, bitmap.height, bitmap.stride
    finally:
        bitmap.close()
    if stride != across:
        drawn = b"".join(drawn[row * stride : row * stride + across] for row in range(down))
    return Picture(across, down, drawn, scale)


def place_in(picture: Picture, page: pypdfium2.PdfPage, box: Box) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in the picture of a page (not turned further) of a place in the page's own points."""
    x, y = ctypes.c_int(), ctypes.c_int()
    xs, ys = [], []
    for across, up in ((box.left, box.bottom), (box.right, box.top)):
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, picture.width, picture.height, 0, across, up, x, y)
        xs.append(x.value)
        ys.append(y.value)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1
