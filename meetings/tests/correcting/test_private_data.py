"""What may be private is told to the clerk, and what is no more than figures is not."""

from __future__ import annotations

import pytest

from meetings.correcting.private_data import private_data

pytestmark = pytest.mark.desk


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Write to a.marsh@reader.example.", "an e-mail address", "a.marsh@reader.example"),
        ("Ring 01632 960 123 by noon.", "a telephone number", "01632 960 123"),
        ("Ring (01632) 960123.", "a telephone number", "(01632) 960123"),
        ("Mobile 07700 900123", "a telephone number", "07700 900123"),
        ("Tel: +44 7700 900 123", "a telephone number", "+44 7700 900 123"),
        ("Call (555) 010-1234 today", "a telephone number", "(555) 010-1234"),
        ("Mrs Quill of 12 Mill Lane objected.", "a home address", "12 Mill Lane"),
        ("a person residing at 3 Old Church Street", "a home address", "3 Old Church Street"),
        ("Mrs Ethel Quill of 12 Cordwainer Row wrote.", "a home address", "12 Cordwainer Row"),
        ("a neighbour, who lives at 4 Quarry Street", "a home address", "4 Quarry Street"),
        ("Mr J. Quill, 7 Mill Lane, Wexcombe, WX1 2AB", "a home address", "7 Mill Lane"),
        ("The tenant of Flat 3, 22 Elm Avenue asked", "a home address", "Flat 3, 22 Elm Avenue"),
    ],
)
def test_what_may_be_private_is_found(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in private_data(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The cost was £1,042,960 and 01/02/2024 the day.",
        "Application 23/00411/F at 12 Mill Lane was approved.",
        "Invoice 0123456 of 2024-03-12, 10 000 000 in all.",
        "From 18.30 to 20.15 on 12 March 2024.",
        "The car park in Mill Lane.",
    ],
)
def test_figures_and_places_are_not(text: str) -> None:
    assert private_data(text) == []


def test_each_is_told_once_and_not_without_end() -> None:
    assert len(private_data("a@b.example " * 5)) == 1
    assert len(private_data(" ".join(f"a{n}@b.example" for n in range(100)))) == 20
