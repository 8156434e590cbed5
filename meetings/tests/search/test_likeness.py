"""What is like an item: what shares its telling words, the likest first, and nothing that the public may not see."""

from __future__ import annotations

import pytest
from django.utils import timezone

from meetings.models import Item, Meeting
from meetings.search.engine import related
from meetings.tests.builders import make_committee, make_item, make_meeting
from meetings.tests.search.archive import index_all

pytestmark = pytest.mark.django_db

TELLING = "The bandstand in Heron Park has a leaking copper roof; scaffolding and craftsmen are scarce."
LIKE = "Scaffolding stands round the bandstand in Heron Park, whose copper roof is leaking."
LESS_LIKE = "The bandstand in Heron Park has a leaking drain, and brass players are scarce."


@pytest.fixture
def item() -> Item:
    planning = make_committee()
    make_item(make_meeting(planning, "2021-05-04"), "1", "Less like", LESS_LIKE)
    make_item(make_meeting(planning, "2020-05-05"), "1", "Like", LIKE)
    make_item(make_meeting(planning, "2019-05-07"), "1", "Chance", "A park is wanted near the school.")
    secret = make_meeting(planning, "2022-05-03")
    make_item(secret, "1", "Restricted", TELLING, restricted=True)
    make_item(secret, "2", "Routine", TELLING, routine=True)
    make_item(make_meeting(planning, "2023-05-02", published_at=None), "1", "Draft", TELLING)
    own = make_meeting(planning, "2024-05-07")
    make_item(own, "2", "Same meeting", TELLING)
    item = make_item(own, "1", "Bandstand", TELLING)
    index_all()
    return item


def titles(items: list[Item]) -> list[str]:
    return [item.title for item in items]


def test_the_likest_come_first_and_chance_does_not_count(item: Item) -> None:
    assert titles(related(item)) == ["Like", "Less like"]
    assert titles(related(item, most=1)) == ["Like"]


def test_what_was_withdrawn_is_like_nothing_though_the_index_holds_it(item: Item) -> None:
    Meeting.objects.filter(date="2020-05-05").update(withdrawn_at=timezone.now(), index_due_since=timezone.now())
    assert titles(related(item)) == ["Less like"]


def test_an_item_that_tells_little_is_like_nothing(item: Item) -> None:
    item.title, item.text = "Bandstand", "The roof of the bandstand."
    assert related(item) == []
    item.text = TELLING
    item.routine = True
    assert related(item) == []
