"""Whose meeting it was, when and where; how it ended and when the next one is."""

from __future__ import annotations

import datetime as dt

import pytest

from meetings.parsing import ParsedMinutes, parse_minutes
from meetings.parsing.parsed import Span

ITEMS = "Present:\nCllr P Penrice\n\n1.  Trees\n\nFelled.\n"


def read(head: str, items: str = ITEMS) -> ParsedMinutes:
    return parse_minutes(f"{head}\n\n{items}")


@pytest.mark.parametrize(
    ("head", "council", "committee"),
    [
        (
            "Ostre County Council\n\nParks Panel\nMinutes of the Meeting held on 5 May 2024",
            "Ostre County Council",
            "Parks Panel",
        ),
        (
            "OSTRE COUNTY COUNCIL\n\nPARKS AND RIVERS PANEL\n\nMinutes, 5 May 2024",
            "Ostre County Council",
            "Parks and Rivers Panel",
        ),
        (
            "Ostre District Council\n\nCOUNCIL\n\nMINUTES of the meeting of the Council held on 5 May 2024",
            "Ostre District Council",
            "Council",
        ),
        (
            "Ostre County Council\n\nMinutes of a meeting of the County Council held on 5 May 2024",
            "Ostre County Council",
            "County Council",
        ),
        (
            "OSTRE PARISH COUNCIL\n\nMinutes of the Parish Council meeting held on 5 May 2024",
            "Ostre Parish Council",
            "Ostre Parish Council",
        ),
        (
            "Minutes of the meeting of Ostre Parish Council held on 5 May 2024",
            "Ostre Parish Council",
            "Ostre Parish Council",
        ),
        ("Minutes of the Annual Meeting of the Parks Panel held on 5 May 2024", None, "Parks Panel"),
        ("Agenda and minutes\n\nParks Panel - Sunday, 5th May, 2024 7.30 pm", None, "Parks Panel"),
        (
            "Royal Borough of Ostre\n\nCabinet\n\nMinutes of the meeting held on 5 May 2024",
            "Royal Borough of Ostre",
            "Cabinet",
        ),
        ("Elsewhere Council\n\nCabinet\n\nMinutes of the meeting held on 5 May 2024", "Elsewhere Council", "Cabinet"),
        ("ELSEWHERE COUNCIL\nParks Panel\nMinutes, 5 May 2024", "Elsewhere Council", "Parks Panel"),
        ("Elsewhere Council\n\nCouncil\n\nMinutes, 5 May 2024", "Elsewhere Council", "Council"),
        ("Minutes of the meeting held on 5 May 2024", None, None),
    ],
)
def test_council_and_committee(head: str, council: str | None, committee: str | None) -> None:
    minutes = read(head)
    assert (minutes.council, minutes.committee) == (council, committee)
    codes = {note.code for note in minutes.notes}
    assert ("no_council" in codes, "no_committee" in codes) == (council is None, committee is None)


@pytest.mark.parametrize(
    ("held", "start", "end", "venue"),
    [
        ("on Sunday, 5th May, 2024 at 2.00 pm -  Virtual Meeting", (14, 0), None, "Virtual Meeting"),
        ("in Room 2, Town Hall, Ostre on Sunday 5 May 2024 at 7.00 pm", (19, 0), None, "Room 2, Town Hall, Ostre"),
        ("on Sunday 5 May 2024 at 7.15 pm in the Chapel Room", (19, 15), None, "the Chapel Room"),
        ("in the Alder Room, Ostre on Sunday, 5 May 2024.", None, None, "the Alder Room, Ostre"),
        ("at Ostre Hall on 5 May 2024, commencing at 10.00 am.", (10, 0), None, "Ostre Hall"),
        ("on 5 May 2024 from 14:00 to 17:00", (14, 0), (17, 0), None),
        ("on 5 May 2024", None, None, None),
    ],
)
def test_time_and_place(
    held: str, start: tuple[int, int] | None, end: tuple[int, int] | None, venue: str | None
) -> None:
    minutes = read(f"Ostre Parish Council\n\nMinutes of the meeting held {held}")
    assert minutes.date == dt.date(2024, 5, 5)
    assert minutes.start_time == (start and dt.time(*start))
    assert minutes.end_time == (end and dt.time(*end))
    assert minutes.venue == venue
    assert minutes.unplaced == ()


def test_labelled_lines() -> None:
    minutes = read(
        "Ostre Parish Council\nMinutes of the meeting\nDate: 5 May 2024\nTime: 7.30pm\nVenue: Guildhall, Ostre"
    )
    assert (minutes.date, minutes.start_time, minutes.venue) == (
        dt.date(2024, 5, 5),
        dt.time(19, 30),
        "Guildhall, Ostre",
    )


@pytest.mark.parametrize(
    "mark",
    ["DRAFT", "Draft minutes", "(Draft until approved at the next meeting)", "Subject to confirmation", "UNCONFIRMED"],
)
def test_drafts_say_so(mark: str) -> None:
    assert read(f"{mark}\n\nOstre Parish Council\n\nMinutes of the meeting held on 5 May 2024").status == "draft"


def test_a_draft_of_something_else_is_no_draft() -> None:
    minutes = read(
        "Ostre Parish Council\n\nMinutes of the meeting held on 5 May 2024 to consider the Draft Budget Plan"
    )
    assert minutes.status is None


def test_a_weekday_that_does_not_fit_is_noted() -> None:
    [note] = read("Ostre Parish Council\n\nMinutes of the meeting held on Monday 5 May 2024").notes
    assert (note.code, note.line) == ("weekday_differs", 3)
    assert "Sunday" in note.message


def test_words_of_the_head_that_no_field_holds_are_unplaced() -> None:
    minutes = read("Ostre Parish Council\nRegistered charity\nMinutes of the meeting held on 5 May 2024")
    assert [(line.line, line.text) for line in minutes.unplaced] == [(2, "Registered charity")]


def test_a_second_name_that_no_field_holds_is_unplaced() -> None:
    minutes = read("Ostre Partnership Board\n\nJoint Panel\n\nMinutes of the meeting held on 5 May 2024")
    assert (minutes.council, minutes.committee) == (None, "Ostre Partnership Board")
    assert [(line.line, line.text) for line in minutes.unplaced] == [(3, "Joint Panel")]
    assert [note.message for note in minutes.notes] == ["The head does not name the council."]


def test_each_fact_tells_its_place() -> None:
    minutes = read(
        "Ostre District Council\n\nParks Panel\nMinutes of the meeting held on 5 May 2024 at 7 pm - Guildhall"
    )
    assert minutes.spans == {
        "council": Span(1, 1),
        "committee": Span(3, 3),
        "date": Span(4, 4),
        "start_time": Span(4, 4),
        "venue": Span(4, 4),
    }


HEAD = "Ostre Parish Council\n\nMinutes of the meeting held on 5 May 2024"


@pytest.mark.parametrize(
    "words",
    [
        "The meeting closed at 8.15 pm.",
        "The Chairman declared the meeting closed at 8.15 p.m.",
        "He closed the meeting at 8.15 pm.",
        "Meeting ended: the meeting ended at 20:15.",
    ],
)
def test_the_end(words: str) -> None:
    assert read(HEAD, f"{ITEMS}\n{words}\n").end_time == dt.time(20, 15)


@pytest.mark.parametrize(
    ("words", "date", "time", "venue"),
    [
        ("The next meeting would be held at 2.00pm on Monday 3rd June 2024.", (2024, 6, 3), (14, 0), None),
        ("Monday 3 June at 7.15 pm in the Chapel Room.", (2024, 6, 3), (19, 15), "the Chapel Room"),
        ("The Council would next meet on 8 January at Ostre Hall.", (2025, 1, 8), None, "Ostre Hall"),
    ],
)
def test_the_next_meeting(
    words: str, date: tuple[int, int, int], time: tuple[int, int] | None, venue: str | None
) -> None:
    found = read(HEAD, f"{ITEMS}\n2.  Date of next meeting\n\n{words}\n").next_meeting
    assert found is not None
    assert (found.date, found.time, found.venue) == (dt.date(*date), time and dt.time(*time), venue)


def test_the_next_meeting_told_under_any_heading() -> None:
    found = read(
        HEAD, f"{ITEMS}\nThe Chairman said that the next meeting was on 3 June 2024 at 2.00 pm.\n"
    ).next_meeting
    assert found is not None
    assert found.date == dt.date(2024, 6, 3)


@pytest.mark.parametrize("words", ["There was no date yet.", "The last one was on 3 April 2024."])
def test_no_next_meeting(words: str) -> None:
    assert read(HEAD, f"{ITEMS}\n2.  Date of next meeting\n\n{words}\n").next_meeting is None


@pytest.mark.parametrize(
    ("item", "dates"),
    [
        ("Minutes\n\nRESOLVED that the minutes of the meeting held on 2 March 2024 be confirmed.", ["2024-03-02"]),
        ("Minutes of 2nd March 2024\n\nResolved: That the minutes be confirmed and signed.", ["2024-03-02"]),
        ("Minutes\n\nThe minutes of 14 November were accepted as a true record.", ["2023-11-14"]),
        ("Minutes\n\nRESOLVED that the minutes of 2 March and 9 April 2024 be approved.", ["2024-03-02", "2024-04-09"]),
        ("Minutes\n\nRESOLVED that the minutes of the last meeting be confirmed.", []),
        ("Minutes\n\nThe minutes of 2 March 2024 were not yet ready.", []),
        ("Trees\n\nRESOLVED that the report of 2 March 2024 be approved.", []),
    ],
)
def test_confirmations(item: str, dates: list[str]) -> None:
    found = read(HEAD, f"{ITEMS}\n2.  {item}\n").confirms
    assert [confirmation.date.isoformat() for confirmation in found] == dates
