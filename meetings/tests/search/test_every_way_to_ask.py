"""Every operator, field and facet, with the items that it finds; and what once went wrong, never again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.search.engine import run
from meetings.search.facets import LABELS
from meetings.search.index import FACETS
from meetings.search.tree import FIELDS
from meetings.tests.builders import (
    make_attendance,
    make_committee,
    make_council,
    make_item,
    make_meeting,
    make_person,
    make_resolution,
)
from meetings.tests.search.archive import ask, index_all, titles
from meetings.views.search import EXAMPLES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    harrowmere, netherby = make_council("Harrowmere Borough Council"), make_council("Netherby Town Council")
    ada, tom = make_person("Ada Marsh", harrowmere), make_person("Tom Reed", harrowmere)
    planning = make_meeting(make_committee(harrowmere, "Planning Committee"), "2023-03-07")
    make_attendance(planning, "Ada Marsh")
    trees = make_item(planning, "85/24", "Oak trees", "The oaks on Mill Lane are protected by an order.")
    make_resolution(trees, "That the order be confirmed.", mover=ada, mover_name="Ada Marsh", seconder=tom)
    make_item(planning, "86/24", "School crossing", "The crossing near the old primary school needs new lines.")
    cabinet = make_meeting(make_committee(harrowmere, "Cabinet"), "2024-05-14")
    make_attendance(cabinet, "Tom Reed")
    charges = make_item(cabinet, "1", "Parking charges", "Parking charges rise in April. Café owners object.")
    make_resolution(charges, "That the charges be frozen.", outcome="lost", mover=tom, mover_name="Tom Reed")
    parking = make_item(cabinet, "2", "Parking", "School parking is dear, pensioners said.")
    make_item(cabinet, "a", "Permits", "Permits for carers.", parent=parking)
    make_item(cabinet, "3", "Quay Park", "The park has a new gate.")
    make_item(cabinet, "4", "Minutes", "The minutes were read.", routine=True)
    other = make_meeting(make_committee(netherby, "Cabinet"), "2025-06-10")
    flood = make_item(other, "1", "Flood defence", "The pension fund buys a flood wall for the llyfrgell.")
    make_resolution(flood, "That the flood wall be built.", outcome="deferred")
    make_resolution(flood, "That the parking be moved.")
    index_all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        # words
        ("oak", {"Oak trees"}),
        ("OAKS", {"Oak trees"}),
        ("school parking", {"Parking"}),
        ("school AND parking", {"Parking"}),
        ("cafe", {"Parking charges"}),
        ("CAFÉ's", {"Parking charges"}),
        ("llyfrgell", {"Flood defence"}),
        ("the", {"Oak trees", "School crossing", "Parking charges", "Quay Park", "Minutes", "Flood defence"}),
        ("85/24", {"Oak trees"}),
        # phrases, with true distances
        ('"school parking"', {"Parking"}),
        ("“flood wall”", {"Flood defence"}),
        ('"parking school"', set()),
        ('"minutes read"', set()),
        ('"minutes were read"', {"Minutes"}),
        # operators
        ("oak OR flood", {"Oak trees", "Flood defence"}),
        ("parking NOT charges", {"Parking", "Flood defence", "Quay Park"}),
        ("parking -charges", {"Parking", "Flood defence", "Quay Park"}),
        ("parking −school -flood", {"Parking charges", "Quay Park"}),
        ("(oak OR school) -parking", {"Oak trees", "School crossing"}),
        ('crossing -"primary school"', set()),
        ("-the", {"Parking", "Permits"}),
        # beginnings and nearness
        ("pension*", {"Parking", "Flood defence"}),
        ("pensioner*", {"Parking"}),
        ('"school par*"', {"Parking"}),
        ('"crossing NEAR/5 school"', {"School crossing"}),
        ('"school NEAR/5 crossing"', {"School crossing"}),
        ('"crossing NEAR/1 old"', set()),
        ('"mill lane NEAR/5 order"', {"Oak trees"}),
        # fields
        ("title:parking", {"Parking charges", "Parking", "Quay Park"}),
        ('title:"parking charges"', {"Parking charges"}),
        ("title:(oak OR quay)", {"Oak trees", "Quay Park"}),
        ("resolution:parking", {"Flood defence"}),
        ('resolution:"flood wall"', {"Flood defence"}),
        ("committee:cabinet pension*", {"Parking", "Flood defence"}),
        ("committee:netherby", {"Flood defence"}),
        ("council:netherby", {"Flood defence"}),
        ("council:cabinet", set()),
        ("comittee:cabinet pension*", {"Parking", "Flood defence"}),
        ("title: parking -charges", {"Parking", "Quay Park"}),
        ("title:-parking school", {"School crossing"}),
        ("person:marsh", {"Oak trees", "School crossing"}),
        ("mover:reed", {"Parking charges"}),
        ("mover:marsh -title:parking", {"Oak trees"}),
        ("parking -resolution:parking", {"Parking charges", "Parking", "Quay Park"}),
        # days
        ("date:2024", {"Parking charges", "Parking", "Permits", "Quay Park", "Minutes"}),
        ("school date:2024", {"Parking"}),
        ("school date:2023-03", {"School crossing"}),
        ("school date:14/05/2024", {"Parking"}),
        ("parking from:2025", {"Flood defence"}),
        ("school to:2023", {"School crossing"}),
        ("parking from:2024-05-14 to:2024-05-14", {"Parking charges", "Parking", "Quay Park"}),
        ("parking -date:2024", {"Flood defence"}),
    ],
)
def test_a_query_finds(query: str, found: set[str]) -> None:
    page = ask(q=query)
    assert set(titles(page)) == found
    assert page.total == len(found)


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"council": "netherby-town-council"}, {"Flood defence"}),
        ({"committee": "harrowmere-borough-council/planning-committee"}, {"Oak trees", "School crossing"}),
        ({"year": "2023"}, {"Oak trees", "School crossing"}),
        ({"kind": "resolution"}, {"Oak trees", "Parking charges", "Flood defence"}),
        ({"kind": "item", "year": "2023"}, {"School crossing"}),
        ({"outcome": "carried"}, {"Oak trees", "Flood defence"}),
        ({"outcome": "lost"}, {"Parking charges"}),
        ({"outcome": "deferred"}, {"Flood defence"}),
        ({"person": "harrowmere-borough-council/tom-reed"}, {"Oak trees", "Parking charges"}),
        ({"person": "harrowmere-borough-council/ada-marsh", "q": "order"}, {"Oak trees"}),
        ({"q": "parking", "outcome": "carried"}, {"Flood defence"}),
        ({"q": "parking", "resolutions_only": "1"}, {"Flood defence"}),
        ({"q": "school", "date_from": "2024"}, {"Parking"}),
        ({"q": "school", "date_to": "2023-12"}, {"School crossing"}),
    ],
)
def test_a_choice_finds(choice: dict[str, str], found: set[str]) -> None:
    page = ask(**choice)
    assert set(titles(page)) == found
    assert page.total == len(found)
    assert page.hints == ()


@pytest.mark.parametrize(
    ("query_string", "found", "said"),
    [
        ("q=parking&year=2024&year=2025", {"Parking charges", "Parking", "Quay Park", "Flood defence"}, "2024 or 2025"),
        ("outcome=lost&outcome=deferred", {"Parking charges", "Flood defence"}, "deferred or lost"),
        (
            "person=harrowmere-borough-council/ada-marsh&person=harrowmere-borough-council/tom-reed&year=2023",
            {"Oak trees"},
            "Ada Marsh or Tom Reed",
        ),
        (
            "committee=netherby-town-council/cabinet&committee=harrowmere-borough-council/planning-committee",
            {"Flood defence", "Oak trees", "School crossing"},
            "Planning Committee or Cabinet, Netherby Town Council",
        ),
    ],
)
def test_of_a_facet_any_value_chosen_will_do(query_string: str, found: set[str], said: str) -> None:
    page = ask(query_string)
    assert set(titles(page)) == found
    assert said in page.description
    assert page.hints == ()
    for facet in page.facets:
        for choice in facet.choices:
            alone = page.request.chosen | {facet.name: (choice.key,)}
            assert run(replace(page.request, chosen=alone)).total == choice.count, (facet.name, choice)


def test_facets_count_what_choosing_them_finds() -> None:
    for asked in ({"q": "parking"}, {"q": "school OR flood OR oak"}, {"date_from": "2023"}):
        for facet in ask(**asked).facets:
            for choice in facet.choices:
                assert ask(**asked, **{facet.name: choice.key}).total == choice.count, (asked, facet.name, choice)
    assert {facet.name for facet in ask(date_from="2023").facets} == set(FACETS) == set(LABELS)


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("newest", ["Flood defence", "Parking charges", "Parking", "Quay Park"]),
        ("oldest", ["Parking charges", "Parking", "Quay Park", "Flood defence"]),
    ],
)
def test_orders(order: str, found: list[str]) -> None:
    assert titles(ask(q="parking", sort=order)) == found


def test_one_item_a_meeting() -> None:
    page = ask(q="parking", group="meeting")
    assert (page.total, page.meetings, len(page.hits)) == (4, 2, 2)
    assert {hit.more for hit in page.hits} == {0, 2}


def test_the_help_page_names_every_field_and_its_examples_make_sense(client: Client) -> None:
    said = " ".join(words for words, _ in EXAMPLES)
    assert all(f"{field}:" in said for field in FIELDS)
    for words, _ in EXAMPLES:
        assert ask(q=words).hints == (), words
    assert client.get(reverse("search-help")).status_code == 200


# --- What once went wrong


def test_the_form_that_was_asked_for_comes_first() -> None:
    assert titles(ask(q="parking NOT charges"))[0] == "Parking"
    assert titles(ask(q="park"))[0] == "Quay Park"


@pytest.mark.parametrize("query", ['"school wal*"', '"wal* NEAR/2 school"', '"sch* wal*"', '"wal* NEAR sch*"'])
def test_a_beginning_that_many_words_have_stands_in_a_phrase(query: str) -> None:
    meeting = make_meeting()
    for number, word in enumerate(("wall", "walk", "walnut", "wallpaper", "waltz", "wallet")):
        make_item(meeting, str(number), word, f"The school {word} and its scheme, schedule and scholar.")
    index_all()
    page = ask(q=query)
    assert (page.unavailable, page.total) == (False, 6)


def test_two_committees_of_one_name_are_told_apart(client: Client) -> None:
    page = ask(committee="netherby-town-council/cabinet")
    assert page.description == "all items, Cabinet, Netherby Town Council"
    (committees,) = (facet for facet in ask(q="parking").facets if facet.name == "committee")
    assert {choice.label for choice in committees.choices} == {
        "Cabinet, Harrowmere Borough Council",
        "Cabinet, Netherby Town Council",
    }
    form = client.get(reverse("search")).content.decode()
    assert form.index('<optgroup label="Netherby Town Council">') < form.index('value="netherby-town-council/cabinet"')


def test_a_heading_without_words_stands_behind_its_parts() -> None:
    meeting = make_meeting()
    heading = make_item(meeting, "7", "Allotments", "")
    make_item(meeting, "a", "Allotments at Quay Road", "The allotments are let.", parent=heading)
    index_all()
    assert titles(ask(q="allotments")) == ["Allotments at Quay Road", "Allotments"]


def test_signs_that_steer_how_words_are_shown_are_left_out(client: Client) -> None:
    page = client.get(reverse("search"), {"q": "\u202eoak\u2066 \u200btrees"}).content.decode()
    assert not set(page) & set("\u202e\u2066\u200b")
    assert "1 item found" in page


def test_all_that_was_found_is_marked() -> None:
    for query in ("oak", '"mill lane"', "pension*", '"crossing NEAR/5 school"', "title:parking"):
        for hit in ask(q=query).hits:
            assert "<mark>" in hit.title + hit.passage, (query, hit)
    (hit,) = ask(q="(oak OR lane) protected order").hits
    assert hit.passage == (
        "The <mark>oaks</mark> on Mill <mark>Lane</mark> are <mark>protected</mark> by an <mark>order</mark>.\n\n"
        "Resolved: That the <mark>order</mark> be confirmed."
    )


def test_the_number_of_a_part_deep_down_costs_no_query_a_hit(django_assert_num_queries: Any) -> None:
    meeting = make_meeting()
    for number in "123":
        above = None
        for depth in range(5):
            above = make_item(meeting, f"{number}{depth}" if above is None else "x", text="A heron.", parent=above)
    index_all()
    # meetings gone from public, items, resolutions, the items above, names of the facets
    with django_assert_num_queries(7):
        numbers = {hit.item.full_number for hit in ask(q="heron").hits}
    assert "10 x x x x" in numbers


def test_a_member_of_drafts_alone_is_not_known(archive: None) -> None:
    council = make_council("Harrowmere Borough Council")
    hidden = make_person("Cora Hidden", council)
    draft = make_meeting(make_committee(council, "Cabinet"), "2024-06-04", published_at=None)
    make_resolution(make_item(draft, "1", "Draft"), "That it be so.", mover=hidden, mover_name="Cora Hidden")
    index_all()
    page = ask(person="harrowmere-borough-council/cora-hidden", q="oak")
    assert "Cora" not in page.description
    assert [hint.name for hint in page.hints] == ["unknown-person"]
    assert titles(page) == ["Oak trees"]
