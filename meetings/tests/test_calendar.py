"""The calendar: its months and years, and where it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from meetings.tests.builders import make_committee, make_council, make_meeting

pytestmark = pytest.mark.django_db


def links(client: Client, address: str) -> list[str]:
    """The calendar addresses that a page leads to, in their order, and those of meetings."""
    page = client.get(address)
    assert page.status_code == 200
    main = re.sub(r"(?s).*<main|</main>.*", "", page.content.decode())
    return re.findall(r'href="([^"]+)"', main)


def day_squares(client: Client, address: str) -> list[str]:
    """The squares of a month in short: the day's number, "" for a day of another month."""
    main = client.get(address).content.decode()
    squares = re.findall(r'(?s)<td class="month__day[^>]*>(.*?)</td>', main)
    return [(re.findall(r'datetime="\d{4}-\d{2}-(\d{2})"', square) or [""])[0].lstrip("0") for square in squares]


def test_the_calendar_leads_to_the_newest_month_with_meetings(client: Client) -> None:
    make_meeting(date="2023-06-06")
    make_meeting(date="2024-03-12")
    make_meeting(date="2024-05-01", published=False)
    make_meeting(date="2024-06-01", withdrawn=True)
    answer = client.get("/calendar/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/calendar/2024/03/")


def test_an_empty_archive_has_a_calendar_that_says_so(client: Client) -> None:
    make_meeting(published=False)
    answer = client.get("/calendar/")
    assert answer.status_code == 200
    assert "No minutes have been published here yet." in answer.content.decode()
    this_year = timezone.localdate().year
    assert client.get(f"/calendar/{this_year}/").status_code == 200
    assert client.get("/calendar/2024/").status_code == (200 if this_year == 2024 else 404)


def test_a_month_shows_its_meetings_on_their_days(client: Client) -> None:
    planning = make_meeting(date="2024-03-12")
    cabinet = make_meeting(make_committee(name="Cabinet"), date="2024-03-12")
    make_meeting(date="2024-04-01")
    make_meeting(date="2024-02-29")
    make_meeting(date="2024-03-13", published=False)
    shown = links(client, "/calendar/2024/03/")
    assert shown == [
        "/calendar/2024/02/",
        "/calendar/2024/04/",
        cabinet.get_absolute_url(),
        planning.get_absolute_url(),
        "/calendar/2024/02/",
        "/calendar/2024/04/",
    ]


@pytest.mark.parametrize(
    ("address", "before", "days", "after"),
    [
        ("/calendar/2024/02/", 3, 29, 3),  # a leap day
        ("/calendar/2023/02/", 2, 28, 5),
        ("/calendar/2021/02/", 0, 28, 0),  # four whole weeks
        ("/calendar/2023/10/", 6, 31, 5),  # six weeks
        ("/calendar/2023/12/", 4, 31, 0),
    ],
)
def test_the_grid_is_whole_weeks_from_monday(client: Client, address: str, before: int, days: int, after: int) -> None:
    year, month = address.split("/")[2:4]
    for of_year in ("2021-01-04", "2024-12-02", f"{year}-{month}-15"):
        make_meeting(date=of_year)
    assert day_squares(client, address) == [*[""] * before, *map(str, range(1, days + 1)), *[""] * after]


def test_a_leap_day_has_its_meeting(client: Client) -> None:
    meeting = make_meeting(date="2024-02-29")
    assert meeting.get_absolute_url() in links(client, "/calendar/2024/02/")


def test_months_lead_over_the_ends_of_the_year(client: Client) -> None:
    make_meeting(date="2022-12-31")
    make_meeting(date="2024-01-01")
    assert links(client, "/calendar/2023/01/") == [
        "/calendar/2022/12/",
        "/calendar/2023/02/",
        "/calendar/2022/12/",
        "/calendar/2024/01/",
    ]
    assert links(client, "/calendar/2023/12/")[:2] == ["/calendar/2023/11/", "/calendar/2024/01/"]


def test_months_without_meetings_lead_to_those_with(client: Client) -> None:
    make_meeting(date="2023-02-07")
    make_meeting(date="2024-03-12")
    make_meeting(date="2023-12-12", published=False)
    page = client.get("/calendar/2023/07/").content.decode()
    assert "No minutes of a meeting in July 2023 have been published." in page
    assert links(client, "/calendar/2023/07/") == [
        "/calendar/2023/06/",
        "/calendar/2023/08/",
        "/calendar/2023/02/",
        "/calendar/2024/03/",
    ]


def test_the_calendar_ends(client: Client) -> None:
    make_meeting(date="2023-12-05")
    assert client.get("/calendar/2022/").status_code == 404
    assert client.get("/calendar/2022/12/").status_code == 404
    assert "/calendar/2022/12/" not in links(client, "/calendar/2023/01/")
    this_year = timezone.localdate().year
    assert client.get(f"/calendar/{this_year}/").status_code == 200
    assert client.get(f"/calendar/{this_year + 1}/").status_code == 404
    assert f"/calendar/{this_year + 1}/01/" not in links(client, f"/calendar/{this_year}/12/")


@pytest.mark.parametrize(
    "address",
    [
        "/calendar/2021/13/",
        "/calendar/2021/00/",
        "/calendar/2021/4/",
        "/calendar/0999/",
        "/calendar/99999/",
        "/calendar/x/",
    ],
)
def test_no_such_month_or_year(client: Client, address: str) -> None:
    make_meeting(date="2021-04-20")
    assert client.get(address).status_code == 404


def test_a_year_counts_its_months(client: Client) -> None:
    for day in ("2023-12-31", "2024-01-09", "2024-01-30", "2024-12-31", "2025-01-01"):
        make_meeting(date=day)
    make_meeting(date="2024-06-04", published=False)
    make_meeting(date="2024-07-04", withdrawn=True)
    page = client.get("/calendar/2024/")
    counts = [re.sub(r"\s+", " ", count) for count in re.findall(r'months__count">([^<]+)<', page.content.decode())]
    assert counts == ["2 meetings", *["No meetings"] * 10, "1 meeting"]
    assert links(client, "/calendar/2024/") == [
        "/calendar/2024/01/",
        "/calendar/2024/12/",
        "/calendar/2023/",
        "/calendar/2025/",
    ]


def test_councils_are_told_apart_where_there_are_several(client: Client) -> None:
    make_meeting(date="2024-03-12")
    assert "Planning Committee, Harrowmere" not in client.get("/calendar/2024/03/").content.decode()
    make_meeting(make_committee(make_council("Ayr Bridge Parish Council")), date="2024-03-13")
    page = client.get("/calendar/2024/03/").content.decode()
    assert "Planning Committee, Harrowmere Borough Council" in page
    assert "Planning Committee, Ayr Bridge Parish Council" in page


@pytest.mark.parametrize("address", ["/calendar/2024/", "/calendar/2024/03/"])
def test_queries_do_not_grow_with_the_meetings(
    client: Client, django_assert_num_queries: Callable, address: str
) -> None:
    for number in range(3):
        make_meeting(make_committee(name=f"Panel {number}"), date="2024-03-12")
    queries = 3 if address.endswith("/2024/") else 5
    with django_assert_num_queries(queries):
        client.get(address)
    for number in range(12):
        make_meeting(make_committee(make_council(f"Parish {number} Council")), date="2024-03-12")
    with django_assert_num_queries(queries):
        client.get(address)
