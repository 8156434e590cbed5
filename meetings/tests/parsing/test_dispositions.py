"""Outcomes that stand instead of a sentence: grids, and boards that dispose of applications."""

from __future__ import annotations

import pytest

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Span
from meetings.parsing.resolutions import read_resolutions


@pytest.mark.parametrize(
    ("cells", "text", "outcome", "mover"),
    [
        ("ADOPTED", "Pier repairs", "carried", None),
        ("LAID OVER TO THE APRIL 9, 2024 MEETING", "Pier repairs", "deferred", None),
        ("60 DAY EXTENSION OF TIME GRANTED", "Pier repairs", "deferred", None),
        ("RECEIVED AS INFORMATION", "Pier repairs", "noted", None),
        ("Hale / Orme | THAT the pier be mended. | LOST", "THAT the pier be mended.", "lost", "Hale"),
    ],
)
def test_a_row_of_a_grid(cells: str, text: str, outcome: str, mover: str | None) -> None:
    [decision] = read_resolutions([Paragraph(cells, Span(1, 1))], "Pier repairs")
    assert (decision.text, decision.outcome, decision.mover) == (text, outcome, mover)


def test_a_row_that_was_not_put_decides_nothing() -> None:
    assert read_resolutions([Paragraph("NOTICE OF MOTION", Span(1, 1))], "Pier repairs") == ()


def test_a_board_disposes_of_an_application() -> None:
    told = [
        "The Gull Inn has petitioned for a change of manager.",
        "Attorney: Ada Marsh",
        "Granted - condition: no music",
    ]
    [decision] = read_resolutions([Paragraph(text, Span(1, 1)) for text in told], "Gull Inn, Inc.")
    assert decision.text == "Granted - condition: no music"


def test_what_the_planners_decided_is_no_decision() -> None:
    told = ["24/0031 A shed at Mill Lane", "Granted", "The Clerk read the list."]
    assert read_resolutions([Paragraph(text, Span(1, 1)) for text in told], "Planning decisions received") == ()
