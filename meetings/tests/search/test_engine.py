"""From a request to a page of hits, on a real index."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from meetings.models import Committee, Item, Meeting
from meetings.search import indexer
from meetings.search.request import PAGE_SIZE, SearchRequest
from meetings.tests.builders import (
    make_attendance,
    make_committee,
    make_council,
    make_item,
    make_meeting,
    make_resolution,
)
from meetings.tests.search.archive import ask, hint_names, index_all, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    """Five items of two committees and three years, and three that are not public."""
    planning = make_committee(name="Planning Committee")
    cabinet = make_committee(name="Cabinet")
    spring = make_meeting(planning, "2023-03-07")
    make_attendance(spring, "Ada Marsh")
    make_attendance(spring, "Oriel Quill", presence="in_attendance")
    make_item(spring, "1", "Apologies", "Apologies were received.", routine=True)
    streets = make_item(spring, "2", "School streets", "School and parking do not go together, officers said.")
    make_resolution(streets, "That two streets be closed in term time.")
    autumn = make_meeting(cabinet, "2024-10-01")
    devices = make_item(autumn, "1", "Single device policy", "Each pupil has one laptop. Council Tax pays for it.")
    make_resolution(devices, "That ten laptops be bought.")
    make_resolution(devices, "That the budget be reviewed.", outcome="deferred")
    make_item(autumn, "2", "Parking", "School parking is dear. Café parking is dearer.")
    winter = make_meeting(cabinet, "2025-01-14")
    make_item(winter, "1", "Budget", "The budget for devices, a single one for all, and the laptop policy.")

    make_item(winter, "2", "Sale", "A laptop is sold.", restricted=True)
    make_item(make_meeting(cabinet, "2025-02-11", published=False), "1", "Draft", "A laptop is drafted.")
    make_item(make_meeting(cabinet, "2025-03-11", withdrawn=True), "1", "Withdrawn", "A laptop is withdrawn.")
    index_all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("laptop", {"Single device policy", "Budget"}),
        ("LAPTOPS", {"Single device policy", "Budget"}),
        ("cafe", {"Parking"}),
        ("school parking", {"School streets", "Parking"}),
        ('"school parking"', {"Parking"}),
        ('"school and parking"', {"School streets"}),
        ('"parking school"', set()),
        ('"single device policy"', {"Single device policy"}),
        ("“single device policy”", {"Single device policy"}),
        ("single device policy", {"Single device policy", "Budget"}),
        ('"device policy each pupil"', set()),
        ("laptop OR parking", {"Single device policy", "Budget", "School streets", "Parking"}),
        ("laptop NOT budget", set()),
        ("laptop -pupil", {"Budget"}),
        ('parking -"school parking"', {"School streets"}),
        ("parking (streets OR cafe)", {"School streets", "Parking"}),
        ("-parking", {"Apologies", "Single device policy", "Budget"}),
        ("parking OR -school", {"Apologies", "School streets", "Single device policy", "Parking", "Budget"}),
        ("the laptops of the council", {"Single device policy", "Budget"}),
        ("elephant", set()),
        ("laptop elephant", set()),
        ("drafted OR sold OR withdrawn", set()),
    ],
)
def test_the_language_finds(archive: None, query: str, found: set[str]) -> None:
    for sort in ("relevance", "newest", "oldest"):
        page = ask(q=query, sort=sort)
        assert set(titles(page)) == found
        assert page.total == len(found)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"committee": "harrowmere-borough-council/cabinet"}, ["Budget", "Single device policy", "Parking"]),
        ({"committee": "harrowmere-borough-council/planning-committee"}, ["Apologies", "School streets"]),
        ({"date_from": "2024"}, ["Budget", "Single device policy", "Parking"]),
        ({"date_from": "2024", "sort": "oldest"}, ["Single device policy", "Parking", "Budget"]),
        ({"date_to": "2024-10-01", "date_from": "01/10/2024"}, ["Single device policy", "Parking"]),
        ({"date_to": "2023-03-06"}, []),
        ({"resolutions_only": "1"}, ["Single device policy", "School streets"]),
        ({"resolutions_only": "1", "q": "laptop"}, ["Single device policy"]),
        ({"resolutions_only": "1", "q": "pupil"}, []),
        ({"resolutions_only": "1", "q": '"bought that the budget"'}, []),
        ({"resolutions_only": "1", "q": "that -laptop"}, ["School streets"]),
        ({"q": "parking", "committee": "harrowmere-borough-council/cabinet"}, ["Parking"]),
        ({"q": "parking", "date_from": "2025"}, []),
    ],
)
def test_filters_narrow_down(archive: None, fields: dict[str, str], found: list[str]) -> None:
    page = ask(**fields)
    assert titles(page) == found
    assert page.total == len(found)
    assert page.hints == ()


def test_nothing_is_listed_where_nothing_is_asked_for(archive: None) -> None:
    for query_string in ("", "q=", "sort=newest", "q=***", "committee=no/where"):
        page = ask(query_string)
        assert (page.hits, page.description) == ((), "")


def test_names_around_an_item_help_to_find_it(archive: None) -> None:
    assert titles(ask(q="planning parking")) == ["School streets"]
    assert titles(ask(q="marsh streets")) == ["School streets"]
    # … but an item of the Cabinet does not say "cabinet" for that
    page = ask(q="council")
    assert titles(page) == ["Single device policy"]
    assert hint_names(page) == []


def test_names_around_an_item_alone_are_found_where_nothing_else_is_and_told(archive: None) -> None:
    page = ask(q="Ada Marsh")
    assert set(titles(page)) == {"Apologies", "School streets"}
    assert hint_names(page) == ["found-around"]
    assert titles(ask(q="Oriel Quill")) == []  # not a member
    assert titles(ask(q="laptop -cabinet", sort="oldest")) == ["Single device policy", "Budget"]


def test_the_best_match_comes_first() -> None:
    meeting = make_meeting()
    make_item(meeting, "1", "Other business", "The library was named once, among much else that was said at length.")
    make_item(meeting, "2", "Apologies", "Trees were named.", routine=True)
    make_item(meeting, "3", "Library opening hours", "The hours were set.")
    make_item(meeting, "4", "Any matters", "Trees were named.")
    make_item(meeting, "5", "Hours", "On the opening of a library and its hours.")
    index_all()
    assert titles(ask(q="library")) == ["Library opening hours", "Hours", "Other business"]
    assert titles(ask(q="library opening hours"))[0] == "Library opening hours"
    assert titles(ask(q="trees")) == ["Any matters", "Apologies"]


def test_equal_matches_follow_from_the_newest() -> None:
    for day in ("2023-01-10", "2025-01-10", "2024-01-10"):
        meeting = make_meeting(date=day)
        for number in "12":
            make_item(meeting, number, f"{day} {number}", "A bridge is built.")
        index_all()  # three segments
    expected = ["2025-01-10 1", "2025-01-10 2", "2024-01-10 1", "2024-01-10 2", "2023-01-10 1", "2023-01-10 2"]
    assert titles(ask(q="bridge")) == titles(ask(q="bridge", sort="newest")) == expected
    assert titles(ask(q="bridge", sort="oldest")) == [*expected[4:], *expected[2:4], *expected[:2]]


def test_a_hit_says_where_the_match_stands(archive: None) -> None:
    (first, second) = ask(q="laptops").hits
    assert first.item.title == "Single device policy"
    assert first.title == "Single device policy"
    assert "one <mark>laptop</mark>." in first.passage
    assert "ten <mark>laptops</mark> be bought" in first.passage
    assert first.resolution is not None
    assert first.resolution.number == 1
    assert second.resolution is None
    (hit,) = ask(q="pupil").hits
    assert hit.resolution is None
    (hit,) = ask(q="device policy", resolutions_only="").hits[:1]
    assert hit.title == "Single <mark>device</mark> <mark>policy</mark>"


def test_a_resolution_that_says_as_much_is_shown_first_and_stood_at(client: Client) -> None:
    talk = "The bridge was talked about. " + "Much else was said there, too. " * 20
    item = make_item(make_meeting(), "1", "Works", f"{talk}\n\nThe old bridge, the bridge, was praised. {talk}")
    make_resolution(item, "That the bridge be painted.")
    make_resolution(item, "That the mayor be thanked.")
    index_all()
    (hit,) = ask(q="bridge").hits
    assert "That the <mark>bridge</mark> be painted" in hit.passage
    assert hit.resolution is not None
    assert hit.resolution.number == 1
    page = client.get(item.get_absolute_url(), {"found": "bridge"}).content.decode()
    assert 'That the <mark id="found">bridge</mark> be painted' in page
    (hit,) = ask(q="old bridge").hits  # said in full elsewhere
    assert "The <mark>old</mark> <mark>bridge</mark>" in hit.passage
    assert hit.resolution is None


def test_resolutions_only_shows_the_resolution_that_matches_best(archive: None) -> None:
    (hit,) = ask(q="budget", resolutions_only=1).hits
    assert hit.passage == "That the <mark>budget</mark> be reviewed."
    assert hit.resolution is not None
    assert hit.resolution.number == 2


def test_a_resolution_is_known_in_its_item_though_the_spaces_differ() -> None:
    item = make_item(make_meeting(), text="It was\n\nResolved: That  the\nbridge (A+B) be built.")
    make_resolution(item, "That the bridge (A+B) be built.", in_text=False)
    index_all()
    (hit,) = ask(q="bridge").hits
    assert hit.resolution is not None


def test_the_request_is_said_back(archive: None) -> None:
    page = ask(
        q="laptop OR parking",
        committee="harrowmere-borough-council/cabinet",
        date_from="2024",
        date_to="2024",
        resolutions_only=1,
    )
    assert page.description == ("“laptop” or “parking”, in resolutions only, Cabinet, in 2024")
    assert ask(date_from="2024-10-01", date_to="2024-10-01").description == "all items, on 1 October 2024"
    assert (
        ask(resolutions_only=1, date_to="2023").description
        == "all items, with resolutions only, up to 31 December 2023"
    )


def test_unknown_and_hidden_committees_are_ignored_with_a_hint(archive: None) -> None:
    secret = make_committee(name="Secret Committee")
    make_meeting(secret, published=False)
    for address in (
        "harrowmere-borough-council/secret-committee",
        "harrowmere-borough-council/none",
        "elsewhere/cabinet",
    ):
        page = ask(q="laptop", committee=address)
        assert page.total == 2
        assert hint_names(page) == ["unknown-committee"]
        assert page.request.chosen == {}


def test_committees_of_the_same_name_are_told_apart() -> None:
    for council in ("Harrowmere Borough Council", "Netherby Town Council"):
        make_item(make_meeting(make_committee(make_council(council))), title=council, text="A bridge.")
    index_all()
    assert titles(ask(q="bridge", committee="netherby-town-council/planning-committee")) == ["Netherby Town Council"]


class TestPages:
    @pytest.fixture(autouse=True)
    def many(self) -> None:
        meeting = make_meeting()
        for number in range(2 * PAGE_SIZE + 5):
            make_item(meeting, str(number), f"Bridge {number}", "A bridge.")
        index_all()

    def test_each_hit_is_on_one_page(self) -> None:
        pages = [ask(q="bridge", sort="newest", page=number) for number in (1, 2, 3)]
        assert [title for page in pages for title in titles(page)] == [f"Bridge {n}" for n in range(45)]
        assert [(page.total, page.pages, page.first, page.last) for page in pages] == [
            (45, 3, 1, 20),
            (45, 3, 21, 40),
            (45, 3, 41, 45),
        ]

    def test_beyond_the_last_page_is_the_last_page(self) -> None:
        for number in (4, 9_999_999):
            page = ask(q="bridge", sort="newest", page=number)
            assert page.request.page == 3
            assert titles(page)[0] == "Bridge 40"
            assert hint_names(page) == ["beyond-last-page"]
        assert ask(q="elephant", page=4).request.page == 1


# What the public may no longer see is gone from the pages at once, whatever the index still holds.


def test_stale_a_withdrawn_meeting(archive: None) -> None:
    Meeting.objects.filter(date=dt.date(2024, 10, 1)).update(
        withdrawn_at=timezone.now(), index_due_since=timezone.now()
    )
    page = ask(q="laptop")
    assert (titles(page), page.total) == (["Budget"], 1)
    assert ask(q="-elephant").total == 3
    indexer.catch_up()
    assert ask(q="laptop").total == 1


def test_stale_an_item_that_became_restricted(archive: None) -> None:
    Item.objects.filter(title="Budget").update(restricted=True)
    page = ask(q="laptop")
    assert (titles(page), page.total) == (["Single device policy"], 1)


def test_stale_an_item_that_is_gone(archive: None) -> None:
    Item.objects.filter(title="Budget").delete()
    page = ask(q="laptop")
    assert (titles(page), page.total) == (["Single device policy"], 1)


def test_pages_stay_full_while_a_withdrawn_meeting_is_in_the_index() -> None:
    gone, stays = make_meeting(date="2025-01-01"), make_meeting(date="2024-01-01")
    for number in range(PAGE_SIZE):
        make_item(gone, str(number), "Gone", "A bridge.")
        make_item(stays, str(number), "Stays", "A bridge.")
    index_all()
    Meeting.objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now(), index_due_since=timezone.now())
    page = ask(q="bridge", sort="newest")
    assert titles(page) == ["Stays"] * PAGE_SIZE
    assert (page.total, page.pages) == (PAGE_SIZE, 1)


@pytest.mark.parametrize("hits", [1, PAGE_SIZE])
def test_as_many_queries_for_many_hits_as_for_one(hits: int, django_assert_num_queries: Any) -> None:
    for number in range(hits):
        meeting = make_meeting(make_committee(name=f"Committee {number}"))
        make_resolution(make_item(meeting, text="A bridge."), "That the bridge be built.")
    index_all()
    committee = Committee.objects.first()
    assert committee is not None
    with django_assert_num_queries(6):  # meetings gone from public, items, resolutions, names of the facets
        page = ask(q="bridge")
        for hit in page.hits:
            assert hit.item.get_absolute_url()
            assert hit.resolution is not None
            assert hit.resolution.get_absolute_url()
    assert page.total == hits


ANYTHING = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(["laptop", "OR", "AND", "NOT", "-", '"', "(", ")", "parking", "*", "\0", "text:a", "[a TO b]"])
    ).map(" ".join),
)


def test_no_request_breaks_it(archive: None) -> None:
    @checked(deadline=None, max_examples=150)
    @given(
        ANYTHING,
        st.sampled_from(["relevance", "newest", "oldest"]),
        st.booleans(),
        st.none() | st.dates(),
        st.none() | st.dates(),
        st.integers(1, 9_999_999),
    )
    def search(q: str, sort: Any, resolutions: bool, first: dt.date | None, last: dt.date | None, number: int) -> None:
        asked = SearchRequest(q, {}, first, last, resolutions, sort=sort, page=number)
        page = ask(asked.to_query().encode("utf-8", "replace").decode()) if q.isprintable() else ask(q=q)
        assert not page.unavailable
        assert len(page.hits) <= min(page.total, PAGE_SIZE)

    search()
