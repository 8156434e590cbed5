"""What the index finds, counts and orders for any query is what looking through all items gives, with deletions and
several segments."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, replace

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.models import Item, Person
from meetings.search.analysis import term
from meetings.search.index import FACETS, Facet, Order, Query, Value, configured_index
from meetings.search.tree import (
    And,
    Field,
    In,
    Leaf,
    Near,
    Not,
    Or,
    Period,
    Phrase,
    Piece,
    Prefix,
    Tree,
    Word,
    wanted,
)
from meetings.tests.builders import (
    make_attendance,
    make_committee,
    make_council,
    make_item,
    make_meeting,
    make_resolution,
)
from meetings.tests.search.archive import index_all

pytestmark = pytest.mark.django_db

WORDS = ["alder", "birch", "cedar", "elm", "fir", "fire", "firm", "firs"]
Words = tuple[str, ...]
Parts = tuple[Words, ...]
"""Parts of a text, which no phrase crosses."""


@dataclass(frozen=True)
class Document:
    """An item as a reader sees it."""

    pk: int
    meeting: int
    position: int
    day: dt.date
    published: int
    texts: dict[str, Parts]  # by field
    facets: dict[Facet, frozenset[Value]]

    def found_for(self, query: Query) -> bool:
        if query.resolutions_only and not self.texts["resolutions"]:
            return False
        if not self.chosen_by(query) or not _within(self.day, query.date_from, query.date_to):
            return False
        if query.tree is None:
            return True
        own = "resolutions" if query.resolutions_only else "text"
        leaves = list(wanted(query.tree))
        if query.around or sum(not isinstance(leaf, In) for leaf in leaves) < 2:
            return self.matches(query.tree, own, around=query.around)
        return self.matches(query.tree, own, around=True) and any(self.says(leaf, own) for leaf in leaves)

    def chosen_by(self, query: Query, *, but: Facet | None = None) -> bool:
        return all(values & self.facets[facet] for facet, values in query.chosen.items() if facet != but)

    def matches(self, tree: Tree, own: str, *, around: bool) -> bool:
        match tree:
            case And(parts):
                return all(self.matches(part, own, around=around) for part in parts)
            case Or(parts):
                return any(self.matches(part, own, around=around) for part in parts)
            case Not(part):
                return not self.matches(part, own, around=False)
            case Period(first, last):
                return _within(self.day, first, last)
            case In():
                return self.says(tree, own)
        names = ("committee", "council", "people") if around else ()
        return any(self.says(tree, field) for field in (own, *names))

    def says(self, leaf: Leaf | In, field: str) -> bool:
        if isinstance(leaf, In):
            fields = ("committee", "council") if leaf.field == "committee" else (leaf.field,)
            return any(self.says(leaf.part, name) for name in fields)
        return any(places(leaf, part) for part in self.texts[field])


def places(leaf: Leaf, words: Words) -> list[tuple[int, int]]:
    """Where a leaf stands in a row of words: its first and last place."""
    if isinstance(leaf, Near):
        return [
            (min(first, other), max(last, end))
            for first, last in places(leaf.one, words)
            for other, end in places(leaf.other, words)
            if 1 <= max(other - last, first - end) <= leaf.distance
        ]
    pieces = leaf.pieces if isinstance(leaf, Phrase) else (leaf,)
    return [
        (at, at + len(pieces) - 1)
        for at in range(len(words) - len(pieces) + 1)
        if all(map(_is, words[at : at + len(pieces)], pieces))
    ]


def _is(word: str, piece: Piece) -> bool:
    return f"={word}".startswith(piece.start) if isinstance(piece, Prefix) else term(word) == piece.term


def _within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return (first or day) <= day <= (last or day)


@pytest.fixture
def documents() -> list[Document]:
    chance = random.Random(7)

    def some(fewest: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(fewest, most)))

    councils = [make_council("Elm Council"), make_council("Birch Council")]
    people = [Person.objects.create(council=councils[0], name=name, slug=name) for name in ("alder", "cedar")]
    for number in range(8):
        committee = make_committee(councils[number % 2], name=f"{some(1, 2)} {number}")
        published_at = timezone.now() - dt.timedelta(days=number * 3 % 5)
        meeting = make_meeting(committee, f"202{number % 3}-01-{number // 2 + 1:02d}", published_at=published_at)
        make_attendance(meeting, some(2, 2))
        for place in range(6):
            item = make_item(meeting, str(place), some(0, 2), some(0, 8))
            for _ in range(chance.randint(0, 2)):
                mover = chance.choice([*people, None])
                outcome = chance.choice(["carried", "lost"])
                resolution = make_resolution(item, some(1, 4), in_text=False, outcome=outcome)
                resolution.mover, resolution.mover_name = mover, mover.name if mover else ""
                resolution.save()
        if number in (2, 5):
            index_all()
    Item.objects.filter(position=5).delete()
    index_all()
    return [_document(item) for item in Item.objects.all()]


def _document(item: Item) -> Document:
    meeting, committee = item.meeting, item.meeting.committee
    resolutions = list(item.resolutions.all())
    movers = tuple((one.mover_name,) for one in resolutions if one.mover_name)
    return Document(
        item.pk,
        meeting.pk,
        item.position,
        meeting.date,
        int(meeting.published_at.timestamp()) if meeting.published_at else 0,
        {
            "text": (tuple(item.title.split()), tuple(item.text.split())),
            "title": (tuple(item.title.split()),),
            "resolutions": tuple(tuple(one.text.split()) for one in resolutions),
            "committee": (tuple(committee.name.lower().split()),),
            "council": (tuple(committee.council.name.lower().split()),),
            "people": (*(tuple(one.name.split()) for one in meeting.attendances.all()), *movers),
            "movers": movers,
        },
        {
            "council": frozenset({committee.council_id}),
            "committee": frozenset({committee.pk}),
            "year": frozenset({meeting.date.year}),
            "kind": frozenset({"resolution" if resolutions else "item"}),
            "outcome": frozenset(str(one.outcome) for one in resolutions),
            "person": frozenset(one.mover_id for one in resolutions if one.mover_id is not None),
        },
    )


words = st.sampled_from(WORDS)
pieces = st.one_of(
    words.map(lambda word: Word(word, term(word), f"={word}")),
    st.sampled_from(["al", "fir", "e", "x"]).map(lambda start: Prefix(start, f"={start}")),
)
phrases = st.lists(pieces, min_size=2, max_size=3).map(lambda row: Phrase(" ".join(p.text for p in row), tuple(row)))
runs = st.one_of(pieces, phrases)
leaves = st.one_of(pieces, phrases, st.builds(Near, runs, runs, st.integers(1, 4)))
fields: st.SearchStrategy[Field] = st.sampled_from(["title", "resolutions", "committee", "council", "people", "movers"])
days = st.none() | st.dates(dt.date(2019, 12, 1), dt.date(2023, 1, 1))
trees = st.recursive(
    st.one_of(leaves, leaves, st.builds(In, fields, leaves), st.builds(Period, days, days)),
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(lambda given: And(tuple(given))),
        st.lists(parts, min_size=2, max_size=3).map(lambda given: Or(tuple(given))),
        parts.map(Not),
    ),
    max_leaves=6,
)
orders: st.SearchStrategy[Order] = st.sampled_from(["relevance", "newest", "oldest", "published"])


def _some_of(values: list[Value]) -> st.SearchStrategy[frozenset[Value]]:
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=3)


def test_the_index_finds_counts_and_orders_what_looking_through_all_does(documents: list[Document]) -> None:
    index = configured_index()
    values: dict[Facet, list[Value]] = {
        facet: sorted({value for one in documents for value in one.facets[facet]}, key=str) for facet in FACETS
    }
    chosen = st.fixed_dictionaries({}, optional={facet: _some_of(values[facet]) for facet in FACETS})
    by_pk = {one.pk: one for one in documents}

    @settings(deadline=None, max_examples=300)
    @given(st.none() | trees, st.booleans(), st.booleans(), chosen, days, days, orders)
    def compare(
        tree: Tree | None,
        resolutions_only: bool,
        around: bool,
        chosen: dict[Facet, frozenset[Value]],
        first: dt.date | None,
        last: dt.date | None,
        order: Order,
    ) -> None:
        query = Query(
            tree,
            resolutions_only=resolutions_only,
            around=around,
            chosen=chosen,
            date_from=first,
            date_to=last,
            order=order,
            count=True,
            limit=3,
        )
        expected = [one for one in documents if one.found_for(query)]
        found = index.find(query)
        rest = index.find(replace(query, offset=3, limit=1000))
        listed = [by_pk[key] for key in (*found.items, *rest.items)]
        assert found.total == rest.total == len(expected)
        assert {one.pk for one in listed} == {one.pk for one in expected}
        assert len(listed) == len(expected)
        if order == "newest":
            assert listed == sorted(expected, key=lambda one: (-one.day.toordinal(), -one.meeting, one.position))
        if order == "oldest":
            assert listed == sorted(expected, key=lambda one: (one.day, one.meeting, one.position))
        if order == "published":
            assert listed == sorted(
                expected, key=lambda one: (-one.published, -one.day.toordinal(), -one.meeting, one.position)
            )
        for facet in FACETS:
            others = replace(query, chosen={name: value for name, value in chosen.items() if name != facet})
            counted = Counter(value for one in documents if one.found_for(others) for value in one.facets[facet])
            assert found.counts[facet] == counted

        grouped = index.find(replace(query, grouped=True, limit=1000))
        firsts = {one.meeting: one.pk for one in reversed(listed)}
        assert set(grouped.items) == set(firsts.values())
        assert grouped.meetings == len(firsts)
        assert {by_pk[key].meeting: more + 1 for key, more in grouped.more.items()} == Counter(
            one.meeting for one in listed
        )

    compare()
