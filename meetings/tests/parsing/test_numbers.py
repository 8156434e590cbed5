"""The grammar of item numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing.numbers import Style, read_number

TITLES = st.text(alphabet=st.characters(categories=("L",)), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "number", "style", "value", "rest"),
    [
        ("4.  Apologies", "4", Style.PLAIN, 4, "Apologies"),
        ("12)", "12", Style.PLAIN, 12, ""),
        ("4a. Mill Lane", "4a", Style.PLAIN, 4, "Mill Lane"),
        ("27  Apologies", "27", Style.PLAIN, 27, "Apologies"),
        ("4.2  Mill Lane", "4.2", Style.DECIMAL, 2, "Mill Lane"),
        ("4.2.1. Mill Lane", "4.2.1", Style.DECIMAL, 1, "Mill Lane"),
        ("88/24  Budget", "88/24", Style.CODED, 88, "Budget"),
        ("FC.112/23 Budget", "FC.112/23", Style.CODED, 112, "Budget"),
        ("R2024-057 Budget", "R2024-057", Style.CODED, 57, "Budget"),
        ("(a)  Sea wall", "a", Style.LETTER, 1, "Sea wall"),
        ("c) Sea wall", "c", Style.LETTER, 3, "Sea wall"),
        ("b.", "b", Style.LETTER, 2, ""),
    ],
)
def test_numbers(text: str, number: str, style: Style, value: int, rest: str) -> None:
    found = read_number(text)
    assert found is not None
    assert (found.number, found.style, found.value, found.rest) == (number, style, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "27 trees",
        "2024 budget",
        "24/00042/FUL – Mill Lane",
        "27/08/2019",
        "2024-03-12 minutes",
        "(abc) a part",
        "Trees",
        "",
        "£4.50 a day",
        "3,118 potholes",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 9999), st.sampled_from([".", ")", ":"]), TITLES)
def test_a_plain_number_is_read_as_printed(number: int, close: str, title: str) -> None:
    found = read_number(f"{number}{close} {title}")
    assert found is not None
    assert (found.number, found.value, found.rest) == (str(number), number, title)


@given(st.lists(st.integers(1, 999), min_size=2, max_size=4), TITLES)
def test_a_decimal_number_is_a_part_of_the_one_before_its_last_dot(parts: list[int], title: str) -> None:
    found = read_number(f"{'.'.join(map(str, parts))} {title}")
    assert found is not None
    assert (found.style, found.within) == (Style.DECIMAL, ".".join(map(str, parts[:-1])))


@given(st.text(max_size=40))
def test_whatever_is_read_stands_in_the_text(text: str) -> None:
    found = read_number(text)
    if found is not None:
        assert found.number in text
        assert all(word in text for word in found.rest.split())
