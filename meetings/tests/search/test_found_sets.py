"""What the index finds for any query is what looking through all items finds, with deletions and several segments."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.models import Item
from meetings.search.index import Order, Query, configured_index
from meetings.search.language import And, Leaf, Not, Or, Phrase, Tree, Word, wanted
from meetings.tests.builders import make_attendance, make_committee, make_item, make_meeting, make_resolution
from meetings.tests.search.archive import index_all

pytestmark = pytest.mark.django_db

WORDS = ["alder", "birch", "cedar", "elm", "fir"]


@dataclass(frozen=True)
class Document:
    """An item's words as a reader sees them: each part a row of words."""

    pk: int
    own: tuple[tuple[str, ...], ...]
    resolutions: tuple[tuple[str, ...], ...]
    around: tuple[tuple[str, ...], ...]

    def says(self, leaf: Leaf, parts: tuple[tuple[str, ...], ...]) -> bool:
        length = len(leaf.terms)
        return any(part[at : at + length] == leaf.terms for part in parts for at in range(len(part) - length + 1))

    def matches(self, tree: Tree, own: tuple[tuple[str, ...], ...], *, around: bool) -> bool:
        match tree:
            case And(parts):
                return all(self.matches(part, own, around=around) for part in parts)
            case Or(parts):
                return any(self.matches(part, own, around=around) for part in parts)
            case Not(part):
                return not self.matches(part, own, around=False)
        return self.says(tree, own) or (around and self.says(tree, self.around))

    def found_for(self, query: Query) -> bool:
        if query.tree is None:
            return bool(self.resolutions) or not query.resolutions_only
        own = self.resolutions if query.resolutions_only else self.own
        if query.resolutions_only and not self.resolutions:
            return False
        leaves = list(wanted(query.tree))
        if query.around or len(leaves) < 2:
            return self.matches(query.tree, own, around=query.around)
        return self.matches(query.tree, own, around=True) and any(self.says(leaf, own) for leaf in leaves)


@pytest.fixture
def documents() -> list[Document]:
    chance = random.Random(7)

    def some(fewest: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(fewest, most)))

    for number in range(8):
        meeting = make_meeting(make_committee(name=f"{some(1, 2)} {number}"), f"2024-01-{number + 1:02d}")
        make_attendance(meeting, some(2, 2))
        for place in range(6):
            item = make_item(meeting, str(place), some(0, 2), some(0, 8))
            for _ in range(chance.randint(0, 2)):
                make_resolution(item, some(1, 4), in_text=False)
        if number in (2, 5):
            index_all()
    Item.objects.filter(position=5).delete()
    index_all()
    return [
        Document(
            item.pk,
            (tuple(item.title.split()), tuple(item.text.split())),
            tuple(tuple(resolution.text.split()) for resolution in item.resolutions.all()),
            (
                tuple(item.meeting.committee.name.lower().split()),
                *(tuple(one.name.split()) for one in item.meeting.attendances.all()),
            ),
        )
        for item in Item.objects.all()
    ]


words = st.sampled_from(WORDS)
leaves = st.one_of(
    words.map(lambda word: Word(word, word)),
    st.lists(words, min_size=2, max_size=3).map(lambda row: Phrase(" ".join(row), tuple(row))),
)
trees = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(lambda given: And(tuple(given))),
        st.lists(parts, min_size=2, max_size=3).map(lambda given: Or(tuple(given))),
        parts.map(Not),
    ),
    max_leaves=6,
)
orders: st.SearchStrategy[Order] = st.sampled_from(["relevance", "newest", "oldest"])


def test_the_index_finds_what_looking_through_all_finds(documents: list[Document]) -> None:
    index = configured_index()

    @settings(deadline=None, max_examples=200)
    @given(st.none() | trees, st.booleans(), st.booleans(), orders)
    def compare(tree: Tree | None, resolutions_only: bool, around: bool, order: Order) -> None:
        query = Query(tree, resolutions_only=resolutions_only, around=around, order=order, limit=3)
        expected = {document.pk for document in documents if document.found_for(query)}
        first = index.find(query)
        rest = index.find(Query(tree, resolutions_only, around, order=order, offset=3, limit=1000))
        assert first.total == rest.total == len(expected)
        assert len(first.items) + len(rest.items) == len(expected)
        assert {*first.items, *rest.items} == expected

    compare()
