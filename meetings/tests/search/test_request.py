"""A search is a value: read kindly from any query string, and written back as one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.request import SearchRequest


def read(query_string: str) -> SearchRequest:
    return SearchRequest.from_query(QueryDict(query_string))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2021-04", dt.date(2021, 4, 1), dt.date(2021, 4, 30)),
        ("04/2021", dt.date(2021, 4, 1), dt.date(2021, 4, 30)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2021-04-20", dt.date(2021, 4, 20), dt.date(2021, 4, 20)),
        ("20/04/2021", dt.date(2021, 4, 20), dt.date(2021, 4, 20)),
        ("1/4/2021", dt.date(2021, 4, 1), dt.date(2021, 4, 1)),
        (" 20.4.2021 ", dt.date(2021, 4, 20), dt.date(2021, 4, 20)),
    ],
)
def test_dates_that_are_understood(words: str, first: dt.date, last: dt.date) -> None:
    assert read(f"date_from={words}").date_from == first
    assert read(f"date_to={words}").date_to == last
    assert read(f"date_from={words}&date_to={words}").hints == ()


@pytest.mark.parametrize(
    "words", ["2021-02-31", "2021-13", "13/2021", "31/02/2021", "0021", "20210420", "yesterday", "٢٠٢١", "9" * 5000]
)
def test_dates_that_are_not(words: str) -> None:
    request = read(f"date_from={words}&date_to={words}")
    assert (request.date_from, request.date_to) == (None, None)
    assert [hint.name for hint in request.hints] == ["bad-date"]
    assert words[:40] in request.hints[0].text
    assert len(request.hints[0].text) < 200


def test_dates_the_wrong_way_round_are_swapped_whole() -> None:
    request = read("date_from=2022&date_to=2021-04")
    assert (request.date_from, request.date_to) == (dt.date(2021, 4, 1), dt.date(2022, 12, 31))
    assert [hint.name for hint in request.hints] == ["dates-swapped"]


@pytest.mark.parametrize(
    ("query_string", "hint"),
    [
        ("committee=planning", "unknown-committee"),
        ("committee=a/b/c", "unknown-committee"),
        ("committee=<script>/x", "unknown-committee"),
        ("sort=alphabet", "unknown-sort"),
        ("year=<>&year=", "unknown-year"),
        ("page=0", "bad-page"),
        ("page=-1", "bad-page"),
        ("page=two", "bad-page"),
        ("page=" + "9" * 30, "bad-page"),
        ("page=٢", "bad-page"),
    ],
)
def test_what_makes_no_sense_is_ignored_with_a_hint(query_string: str, hint: str) -> None:
    request = read(query_string)
    assert [hint.name for hint in request.hints] == [hint]
    assert request.to_query() == ""


@pytest.mark.parametrize(
    ("query_string", "canonical"),
    [
        ("", ""),
        ("q=&committee=&date_from=&date_to=&sort=relevance&page=1", ""),
        ("q=+two++words%0A", "q=two+words"),
        ("page=3&q=a%26b&sort=newest", "q=a%26b&sort=newest&page=3"),
        ("resolutions_only=on", "resolutions_only=1"),
        ("resolutions_only=no", ""),
        (
            "committee=harrowmere/planning&date_from=2021&date_to=2021",
            "committee=harrowmere/planning&date_from=2021-01-01&date_to=2021-12-31",
        ),
        ("q=first&q=last&utm=1", "q=last"),
        ("year=2024&year=2021&year=2024&year=", "year=2021&year=2024"),
    ],
)
def test_the_canonical_query_string(query_string: str, canonical: str) -> None:
    assert read(query_string).to_query() == canonical


FIELDS = ["q", "committee", "date_from", "date_to", "resolutions_only", "sort", "page"]
VALUES = st.one_of(
    st.text(),
    st.dates().map(str),
    st.integers().map(str),
    st.sampled_from(["newest", "2021-04", "a/b", "1", "\ud800", "\0"]),
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES))
def test_no_query_string_breaks_it_and_reading_back_changes_nothing(fields: dict[str, str]) -> None:
    query = QueryDict(mutable=True)
    query.update(fields)
    request = SearchRequest.from_query(query)
    again = read(request.to_query())
    assert again.to_query() == request.to_query()
    assert again.on_page(1) == request.on_page(1)
    assert again.page == request.page
    for hint in request.hints:
        hint.text.encode()


def test_a_value_is_chosen_beside_others_and_taken_back() -> None:
    request = read("q=laptops&page=2&year=2024")
    both = request.choosing("year", "2021")
    assert both.to_query() == "q=laptops&year=2021&year=2024"
    assert both.choosing("year", "2024").to_query() == "q=laptops&year=2021"
    assert request.choosing("year", "2024").to_query() == "q=laptops"


def test_more_values_than_anyone_chooses_are_cut_with_a_hint() -> None:
    request = read("&".join(f"year={year}" for year in range(1000, 1100)))
    assert len(request.chosen["year"]) == 20
    assert [hint.name for hint in request.hints] == ["too-many-chosen"]


def test_another_page_of_the_same_search() -> None:
    request = read("q=laptops&page=2&sort=wrong")
    assert request.on_page(5).to_query() == "q=laptops&page=5"
    assert request.on_page(1).hints == ()
