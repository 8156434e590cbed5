"""What comes first: words near each other, the newest of a title."""

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


@pytest.mark.django_db
def test_the_newest_of_a_title_comes_first() -> None:
    for day, text in (
        ("2019-01-08", "The budget, the budget and again the budget were monitored."),
        ("2024-01-09", "Nothing to add."),
        ("2022-01-11", "Budget monitoring was discussed. Budget monitoring is dear."),
    ):
        make_item(make_meeting(date=day), "1", "Budget monitoring", f"{day}: {text}")
        index_all()
    routine = make_meeting(date="2025-01-14")
    make_item(routine, "1", "Budget monitoring", "As before.", routine=True)
    make_item(routine, "2", "Budget monitoring", "")
    make_item(routine, "3", "The monitoring of a budget that nobody had seen", "Budget monitoring.")
    index_all()
    for query in ("budget monitoring", "monitoring budget", '"budget monitoring"'):
        found = [(hit.item.meeting.date.year, hit.item.number) for hit in ask(q=query).hits]
        assert found[:3] == [(2024, "1"), (2022, "1"), (2019, "1")], query
