"""Differences between two wordings."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.correcting.differences import CONTEXT, Difference, compare, differences

pytestmark = pytest.mark.desk

texts = st.lists(st.sampled_from(["the", "bandstand", "be", "mended", "£4,200", "\n\n"]), max_size=30).map(" ".join)


@given(texts, texts)
def test_both_texts_can_be_had_back(old: str, new: str) -> None:
    segments = compare(old, new)
    for sort, text in (("removed", old), ("added", new)):
        assert "".join(words for kind, words in segments if kind in ("kept", sort)).split() == text.split()


@pytest.mark.parametrize(
    ("old", "new", "segments"),
    [
        (
            "At £4,200 in May",
            "At £4,700 in May",
            [("kept", "At"), ("removed", " £4,200"), ("added", " £4,700"), ("kept", " in May")],
        ),
        ("One.", "", [("removed", "One.")]),
        ("", "One.", [("added", "One.")]),
        ("Same.", "Same.", [("kept", "Same.")]),
        ("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.", [("kept", "One.\n\n"), ("added", "New.\n\n"), ("kept", "Two.")]),
    ],
)
def test_words_are_compared(old: str, new: str, segments: list[tuple[str, str]]) -> None:
    assert compare(old, new) == segments


def test_things_are_told_in_order_with_those_that_are_gone_in_their_place() -> None:
    before = {"venue": ("Venue", "Guildhall"), "1": ("Item 1", "One"), "2": ("Item 2", "Two"), "3": ("Item 3", "Three")}
    after = {"venue": ("Venue", "Guildhall"), "1": ("Item 1", "Won"), "3": ("Item 3", "Tree"), "4": ("Item 4", "Four")}
    found = differences(before, after)
    assert [(one.key, one.label) for one in found] == [
        ("1", "Item 1"),
        ("2", "Item 2"),
        ("3", "Item 3"),
        ("4", "Item 4"),
    ]
    assert found[1].segments == (("removed", "Two"),)
    assert [Difference.from_dict(one.to_dict()) for one in found] == found


def test_what_stayed_the_same_is_cut_short() -> None:
    words = [f"w{n}" for n in range(100)]
    changed = [*words[:50], "new", *words[50:]]
    [found] = differences({"1": ("", " ".join(words))}, {"1": ("", " ".join(changed))})
    assert found.segments == (
        ("kept", "… " + " ".join(words[50 - CONTEXT : 50])),
        ("added", " new"),
        ("kept", " " + " ".join(words[50 : 50 + CONTEXT]) + " …"),
    )


def test_a_long_text_written_anew_takes_no_long_time() -> None:
    old, new = (" ".join(f"{letter}{n % 97}" for n in range(50_000)) for letter in "ab")
    began = time.perf_counter()
    assert compare(old, new) == [("removed", old), ("added", new)]
    assert time.perf_counter() - began < 5
