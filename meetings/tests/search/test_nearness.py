"""Words that stand near each other count as near, whatever their order."""

from __future__ import annotations

import pytest

from meetings.search.backends.nearness import FARTHEST, nearness
from meetings.tests.builders import make_item, make_meeting
from meetings.tests.search.archive import ask, index_all, titles


@pytest.mark.parametrize(
    ("places", "near"),
    [
        ([[4], [5]], 1.0),
        ([[5], [4]], 1.0),
        ([[1, 50], [20, 51]], 1.0),
        ([[1], [5]], 0.6),
        ([[1], [5], [6]], 1.6),
        ([[1], [1 + FARTHEST]], 0.0),
        ([[1], []], 0.0),
        ([[3], [3]], 0.0),
        ([[7]], 0.0),
    ],
)
def test_nearness(places: list[list[int]], near: float) -> None:
    assert nearness(places) == pytest.approx(near)


@pytest.mark.django_db
def test_words_side_by_side_lift_an_item() -> None:
    far = "Other things were said at some length here, and none of them matters. " * 3
    meeting = make_meeting()
    for number in range(6):
        make_item(meeting, f"{number}", f"Far {number}", f"The heron was seen. {far} The sluice was open.")
        index_all()  # several segments
    make_item(meeting, "7", "Near", f"{far} A heron on the sluice.")
    index_all()
    for query in ("heron sluice", "sluice heron"):
        assert titles(ask(q=query))[0] == "Near"
