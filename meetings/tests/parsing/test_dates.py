"""Days and times as minutes print them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing.dates import named_days, named_times

MEETING = dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tuesday, 12th March, 2024", dt.date(2024, 3, 12)),
        ("TUESDAY, 3RD JUNE, 2025 AT 8.30 A.M.", dt.date(2025, 6, 3)),
        ("the 3rd of May 2024", dt.date(2024, 5, 3)),
        ("8 Sept 2022", dt.date(2022, 9, 8)),
        ("March 12, 2024", dt.date(2024, 3, 12)),
        ("27.08.19", dt.date(2019, 8, 27)),
        ("27/8/1999", dt.date(1999, 8, 27)),
        ("2024-03-12", dt.date(2024, 3, 12)),
        ("WEDNESDAY, 1+t FEBRUARY, 2017", dt.date(2017, 2, 1)),
    ],
)
def test_days(text: str, date: dt.date) -> None:
    assert [day.date() for day in named_days(text)] == [date]


@pytest.mark.parametrize(
    "text", ["31 February 2024", "45 March 2024", "1.2.3.4", "12 Marchmont Road", "£12.03", "May 2024"]
)
def test_what_is_no_day(text: str) -> None:
    assert list(named_days(text)) == []


def test_a_missing_year_is_told_by_the_meeting() -> None:
    [day] = named_days("14 November")
    assert (day.date(), day.before(MEETING), day.after(MEETING)) == (None, dt.date(2023, 11, 14), dt.date(2024, 11, 14))
    [leap] = named_days("29 February")
    assert leap.before(dt.date(2024, 6, 1)) == dt.date(2024, 2, 29)
    assert leap.before(dt.date(2023, 6, 1)) is None


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_every_day_is_read_in_every_form(date: dt.date) -> None:
    forms = [
        f"{date:%A}, {date.day} {date:%B} {date.year}",
        f"{date:%d/%m/%y}",
        date.isoformat(),
        f"{date:%B} {date.day}, {date.year}",
    ]
    for form in forms:
        assert [day.date() for day in named_days(f"held on {form} at")] == [date], form


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 7.30 pm", dt.time(19, 30)),
        ("10am", dt.time(10)),
        ("2.00 p.m.", dt.time(14)),
        ("12 noon", dt.time(12)),
        ("noon", dt.time(12)),
        ("12.15 am", dt.time(0, 15)),
        ("12 midnight", dt.time(0)),
        ("14:05", dt.time(14, 5)),
        ("1930 hrs", dt.time(19, 30)),
        ("13:30pm", dt.time(13, 30)),
    ],
)
def test_times(text: str, time: dt.time) -> None:
    assert [named.time for named in named_times(text)] == [time]


@pytest.mark.parametrize("text", ["£7.30", "item 10", "4.2 metres", "24/00042", "99:99", "7 amps"])
def test_what_is_no_time(text: str) -> None:
    assert list(named_times(text)) == []
