"""Which rules are drawn in the picture of a page? And the picture without them, since print is better recognised so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from meetings.parsing.extract.pdf_picture import Picture, ink_below

_LEAST_INCH = 0.4  # what is shorter may be a stroke of a letter
_THICKEST_INCH = 0.04  # what is thicker is an area
_MOST_RUNS = 200_000  # a photograph has more
_NEAR = 2  # pixels: how far apart the runs of one rule may be


class Run(NamedTuple):
    """Dark pixels side by side in one row, or in one column."""

    at: int
    start: int
    stop: int


@dataclass(slots=True)
class _Stripe:
    """Runs that touch each other."""

    runs: list[Run] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(run.start for run in self.runs)

    @property
    def stop(self) -> int:
        return max(run.stop for run in self.runs)

    @property
    def at(self) -> float:
        """Its middle, across its length."""
        return (self.runs[0].at + self.runs[-1].at + 1) / 2

    @property
    def thickness(self) -> float:
        return sum(run.stop - run.start for run in self.runs) / (self.stop - self.start)


class Stroke(NamedTuple):
    """A rule in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def without_rules(picture: Picture) -> tuple[Picture, list[Stroke]]:
    """The picture with paper where rules were, and the rules."""
    width, height = picture.width, picture.height
    paper = Counter(picture.pixels[::997]).most_common(1)[0][0]
    ink = picture.pixels.translate(ink_below((paper + min(picture.pixels)) // 2))
    level = _rules((ink[row * width : (row + 1) * width] for row in range(height)), picture.resolution)
    upright = _rules((ink[column::width] for column in range(width)), picture.resolution)
    cleaned = bytearray(picture.pixels)
    for run in (run for stripe in level for run in stripe.runs):
        for row in range(max(run.at - 1, 0), min(run.at + 2, height)):
            cleaned[row * width + run.start : row * width + run.stop] = bytes([paper]) * (run.stop - run.start)
    for run in (run for stripe in upright for run in stripe.runs):
        for column in range(max(run.at - 1, 0), min(run.at + 2, width)):
            cleaned[run.start * width + column : run.stop * width : width] = bytes([paper]) * (run.stop - run.start)
    strokes = [Stroke(rule.start, rule.at - 0.5, rule.stop, rule.at + 0.5) for rule in level]
    strokes += [Stroke(rule.at - 0.5, rule.start, rule.at + 0.5, rule.stop) for rule in upright]
    return replace(picture, pixels=bytes(cleaned)), strokes


def _rules(rows: Iterable[bytes], resolution: int) -> list[_Stripe]:
    stripes = _stripes(rows, max(round(_LEAST_INCH * resolution), 2))
    return [stripe for stripe in stripes if stripe.thickness <= max(_THICKEST_INCH * resolution, 2)]


def _stripes(rows: Iterable[bytes], least: int) -> list[_Stripe]:
    """The stripes of runs along the rows."""
    stripes: list[_Stripe] = []
    growing: list[_Stripe] = []
    for run in _runs(rows, least):
        growing = [stripe for stripe in growing if run.at - stripe.runs[-1].at <= _NEAR]
        for stripe in growing:
            if any(run.start < other.stop + _NEAR and other.start < run.stop + _NEAR for other in stripe.runs[-3:]):
                stripe.runs.append(run)
                break
        else:
            growing.append(_Stripe([run]))
            stripes.append(growing[-1])
    return stripes


def _runs(rows: Iterable[bytes], least: int) -> Iterator[Run]:
    long = re.compile(rb"\x01{%d,}" % least)
    count = 0
    for at, row in enumerate(rows):
        for found in long.finditer(row):
            yield Run(at, found.start(), found.end())
            count += 1
            if count > _MOST_RUNS:
                return
