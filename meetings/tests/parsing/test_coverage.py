"""The measure of how much of its words a reading holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from meetings.parsing.coverage import Coverage, measure_coverage
from meetings.parsing.extract.extracted import GENERATED
from meetings.parsing.parsed import Attendee, Leftover, ParsedItem, ParsedMinutes, ParsedResolution, Span, Unplaced

TEXT = """\
Harrowmere Borough Council
Minutes of the meeting held on Tuesday,
12th March 2024 at 6.30 pm
Present: Councillors Ada Marsh and Tom Reed

4. Trees
The oak and the elm near the Guild-
hall were **felled**.
Page 2
Resolved: That the oak be felled.
Late remark
"""
MINUTES = ParsedMinutes(
    date=dt.date(2024, 3, 12),
    council="Harrowmere Borough Council",
    people=(
        Attendee("Ada Marsh", "present", title="Councillor", span=Span(4, 4)),
        Attendee("Tom Reed", "present", title="Councillor", span=Span(4, 4)),
    ),
    items=(
        ParsedItem(
            "4",
            "Trees",
            "The oak and the elm near the Guildhall were felled.\n\nResolved: That the oak be felled.",
            resolutions=(ParsedResolution("That the oak be felled."),),
            span=Span(6, 10),
        ),
    ),
    leftovers=(Leftover("furniture", 9, "Page 2"),),
    unplaced=(Unplaced(11, "Late remark"),),
)
WORDS = len(TEXT.split())


def test_each_word_is_held_left_out_unplaced_or_lost() -> None:
    measured = measure_coverage(TEXT, MINUTES)
    assert measured == Coverage(words=WORDS, held=WORDS - 4, leftover=2)
    assert measured.share == (WORDS - 4) / (WORDS - 2)
    assert measured.leftover_share == 2 / WORDS


def item_text(text: str) -> ParsedMinutes:
    return replace(MINUTES, items=(replace(MINUTES.items[0], text=text),))


@pytest.mark.parametrize(
    ("minutes", "lost"),
    [
        # the resolution's “oak” does not make up for the one that is missing
        (item_text("The oak and the elm near the Guildhall were felled. Resolved: That the be felled."), (10, "oak")),
        (item_text("The oak and the elm were felled. Resolved: That the oak be felled."), (7, "near Guild-")),
        (replace(MINUTES, people=MINUTES.people[:1]), (4, "Tom Reed")),
        (replace(MINUTES, council="Harrowmere"), (1, "Borough Council")),
        (replace(MINUTES, leftovers=()), (9, "Page 2")),
        (replace(MINUTES, unplaced=()), (11, "Late remark")),
        # words that stand in another item are not held by this one
        (
            replace(
                MINUTES, items=(replace(MINUTES.items[0], span=Span(6, 8)), ParsedItem("5", "", "", span=Span(10, 10)))
            ),
            (10, "Resolved: That the oak be felled."),
        ),
    ],
)
def test_what_is_lost_is_told_with_its_line(minutes: ParsedMinutes, lost: tuple[int, str]) -> None:
    measured = measure_coverage(TEXT, minutes)
    assert measured.lost[0] == Unplaced(*lost)
    assert measured.share < 1


def test_a_word_that_fields_hold_twice_counts_once() -> None:
    twice = item_text(MINUTES.items[0].text * 2)
    assert measure_coverage(TEXT, twice) == measure_coverage(TEXT, MINUTES)


def test_what_nobody_wrote_is_no_word() -> None:
    text = f"<AI4>\n# 4.{GENERATED} Trees\n- - -\n\\* the co\xadpper beech\n</AI4>"
    minutes = ParsedMinutes(MINUTES.date, items=(ParsedItem("4", "Trees", "* the copper beech", span=Span(2, 4)),))
    assert measure_coverage(text, minutes) == Coverage(words=4, held=4, leftover=0)


def test_a_text_without_words_is_held() -> None:
    measured = measure_coverage("\n---\n", ParsedMinutes(MINUTES.date))
    assert (measured.share, measured.leftover_share) == (1.0, 0.0)
