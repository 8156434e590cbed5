"""Which letters of a page does its reader see?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from meetings.parsing.extract.pdf_drawn import Box, Drawn, is_marked_over
from meetings.parsing.extract.pdf_letters import Letter
from meetings.parsing.extract.pdf_picture import Picture, picture_of, place_in

_MOST_COVERED = 0.6  # of the page: what covers more is its ground
_MOSTLY = 0.5  # of the page
_RESOLUTION = 100  # pixels to an inch, enough to tell print from paper
_TINIEST = 1.0  # points
_MOST_PICTURES = 200  # of a page
_LIKE = 10  # of 255, by which two colours differ that nobody tells apart


class Seen:
    """What a reader sees of a page's letters; ``hidden`` is the rest, in words.

    Letters that are not printed, or lie below a picture, are seen where a picture shows print in their place: they are
    what was recognised in the picture of a page, and ``recognised`` then. A black bar or bare paper there is no print.
    ``pictured`` tells whether the page is a picture for the most part.
    """

    def __init__(self, page: pypdfium2.PdfPage, letters: Sequence[Letter], drawn: Drawn) -> None:
        self.hidden: set[str] = set()
        self.recognised = False
        self._page = page
        self._edges = Box(*page.get_bbox())
        self._drawn = drawn
        area = _area(self._edges)
        pictures = [box for _, box in drawn.pictures]
        self.pictured = sum(_area(_common(box, self._edges)) for box in pictures) > _MOSTLY * area
        if self.pictured and is_marked_over(page, drawn, _MOST_COVERED * area):
            self.hidden.add("a picture that something is drawn over")
        first = min(drawn.order.values(), default=0)
        self._covers = [
            (place, box) for place, box in drawn.covers if place > first and _area(box) < _MOST_COVERED * area
        ]
        self._fills = drawn.fills[: -_MOST_PICTURES - 1 : -1]  # the last first
        self._pictures = drawn.pictures[:_MOST_PICTURES]
        veils = [(place, box) for place, box in drawn.veils if _area(box) < _MOST_COVERED * area][:_MOST_PICTURES]
        self._laid_over = [(place, box) for place, box in (*self._pictures, *veils) if place > first]
        self._veiled = bool(veils)
        self.letters = list(self._letters(letters))

    def _letters(self, letters: Sequence[Letter]) -> Iterator[Letter]:
        picture: Picture | None = None
        doubted = self._laid_over or self._drawn.layered or any(letter.face.invisible for letter in letters)
        for run in _runs(letters) if doubted else [letters]:
            layered = bool(run) and run[0].face.drawn in self._drawn.layered and bool(run[0].text.strip())
            if layered or (doubted and self._is_unprinted(run[0])):
                if picture is None and (self._pictures or self._veiled or layered):
                    picture = picture_of(self._page, _RESOLUTION)
                if not self._is_shown(run, picture, anywhere=layered):
                    self.hidden.add("text that is not printed")
                    continue
                self.recognised |= run[0].face.invisible
            yield from (letter for letter in run if self._sees(letter))

    def _is_unprinted(self, letter: Letter) -> bool:
        """Whether a letter itself is not seen, though a picture may show it."""
        if not letter.text.strip():
            return False
        return letter.face.invisible or bool(self._laid_over and self._is_below(letter, self._laid_over))

    def _is_shown(self, run: Sequence[Letter], picture: Picture | None, *, anywhere: bool) -> bool:
        """Whether the page shows print where a word stands: ``anywhere``, or else on a picture alone."""
        box = Box(
            min(letter.left for letter in run),
            min(letter.bottom for letter in run),
            max(letter.right for letter in run),
            max(letter.top for letter in run),
        )
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if picture is None:
            return False
        if not anywhere and not any(pictured.holds(x, y) for _, pictured in (*self._pictures, *self._laid_over)):
            return False
        return picture.shows_print(*place_in(picture, self._page, box))

    def _sees(self, letter: Letter) -> bool:
        if not letter.text.strip():
            return True
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        if not self._edges.holds(x, y):
            self.hidden.add("text beyond the edge of a page")
            return False
        if letter.face.size < _TINIEST and letter.top - letter.bottom < _TINIEST:
            self.hidden.add("text too small to be read")
            return False
        if letter.face.white and not any(ground.holds(x, y) for ground in self._drawn.grounds):
            self.hidden.add("white text on white paper")
            return False
        window = self._drawn.windows.get(letter.face.drawn)
        if window is not None and not window.holds(x, y):
            self.hidden.add("text that is cut off")
            return False
        if self._fills and self._is_of_its_ground(letter, x, y):
            self.hidden.add("text of the colour that it stands on")
            return False
        if self._covers and self._is_below(letter, self._covers):
            self.hidden.add("text that something is drawn over")
            return False
        return True

    def _is_of_its_ground(self, letter: Letter, x: float, y: float) -> bool:
        """Whether a letter is filled with the colour of the area that was filled last where it stands."""
        own, colour = self._drawn.order.get(letter.face.drawn), letter.face.colour
        if own is None or colour is None or any(shape.holds(x, y) for shape in self._drawn.shapes):
            return False
        below = (fill for place, box, fill in self._fills if place < own and box.holds(x, y))
        ground = next(below, None)
        return ground is not None and max(abs(a - b) for a, b in zip(colour, ground, strict=True)) <= _LIKE

    def _is_below(self, letter: Letter, things: Sequence[tuple[int, Box]]) -> bool:
        own = self._drawn.order.get(letter.face.drawn)
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        return own is not None and any(place > own and box.holds(x, y) for place, box in things)


def _area(box: Box) -> float:
    return max(box.right - box.left, 0) * max(box.top - box.bottom, 0)


def _common(box: Box, other: Box) -> Box:
    return Box(
        max(box.left, other.left), max(box.bottom, other.bottom), min(box.right, other.right), min(box.top, other.top)
    )


def _runs(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """The letters word by word, as far as they look alike and stand on one line; each blank by itself."""
    run: list[Letter] = []
    for letter in letters:
        if run and not (
            letter.text.strip()
            and run[-1].text.strip()
            and letter.face is run[-1].face
            and letter.bottom < run[-1].top
            and run[-1].bottom < letter.top
        ):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run
