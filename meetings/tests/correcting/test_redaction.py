"""Blacked words are legible nowhere, and other words stay."""

from __future__ import annotations

import datetime as dt

import pytest

from meetings.correcting import BLACKED, black_out, redact
from meetings.parsing.parsed import ParsedMinutes
from meetings.tests.readings import item, make_minutes

pytestmark = pytest.mark.desk


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ms Una Pell of 4 Mill Lane spoke.", "4 Mill Lane", f"Ms Una Pell of {BLACKED} spoke."),
        ("UNA PELL and Una\nPell", "Una Pell", f"{BLACKED} and {BLACKED}"),
        ("Una\n\nPell", "una  pell", BLACKED),
        ("Pellham and Pell's", "Pell", f"Pellham and {BLACKED}'s"),
        ("O’Dowd", "O'Dowd", BLACKED),
        ("call 01632 960001.", "01632 960001", f"call {BLACKED}."),
        ("(a+b)", "a+b", f"({BLACKED})"),
        ("no such words", "Una Pell", "no such words"),
    ],
)
def test_words_are_blacked_however_they_are_spaced(text: str, words: str, expected: str) -> None:
    assert black_out(text, [words]) == expected


def test_every_text_of_a_reading_is_blacked_and_its_shape_kept() -> None:
    minutes = make_minutes(
        venue="Ada Marsh Hall", items=(item("1", "Ada Marsh", resolutions=("That Ada Marsh be thanked.",)),)
    )
    blacked = redact(minutes.to_dict(), ["Ada Marsh"])
    assert "Marsh" not in str(blacked)
    assert ParsedMinutes.from_dict(blacked).items[0].resolutions[0].outcome == "carried"


def test_a_word_that_is_also_a_value_of_fixed_form_breaks_nothing() -> None:
    minutes = make_minutes()
    blacked = ParsedMinutes.from_dict(redact(minutes.to_dict(), ["present", "carried", "2024", "18", "30"]))
    assert (blacked.people[0].presence, blacked.date, blacked.start_time) == ("present", minutes.date, dt.time(18, 30))
