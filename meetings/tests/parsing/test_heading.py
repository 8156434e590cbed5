"""Whose meeting it was, when and where; how it ended and when the next one is."""

from __future__ import annotations

import datetime as dt

import pytest

from meetings.parsing import ParsedMinutes, extract_text, parse_minutes
from meetings.parsing.parsed import Span

ITEMS = "Present:\nCllr P Penrice\n\n1.  Trees\n\nFelled.\n"


def read(head: str, items: str = ITEMS) -> ParsedMinutes:
    return parse_minutes(f"{head}\n\n{items}")


def read_file(head: str) -> ParsedMinutes:
    return parse_minutes(extract_text(f"{head}\n\n{ITEMS}".encode(), "minutes.md").text)


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
        (
            "MINUTES OF OSTRE PARISH COUNCIL MEETING\nHELD AT THE CHURCH\nSUNDAY 5th MAY 2024",
            "Ostre Parish Council",
            "Ostre Parish Council",
        ),
        (
            "MINUTES AT MEETING OF THE MUNICIPAL DISTRICT OF MARRAM-\n\nCROSS HELD IN MARRAM HALL ON 5 MAY 2024",
            None,
            "Municipal District of Marram-Cross",
        ),
        (
            "TOWNSHIP OF OSTRE\nA regular meeting of the Township of Ostre Council was held on Sunday, May 5, 2024",
            "Township of Ostre",
            "Township of Ostre Council",
        ),
        (
            "Minutes of Ostre Town Council Parks Committee meeting held on 5 May 2024",
            "Ostre Town Council",
            "Parks Committee",
        ),
        (
            "Ostre Network for Art in Towns\n\nBoard Meeting Minutes\n\n5 May 2024",
            "Ostre Network for Art in Towns",
            "Board",
        ),
        ("Committee | Parks Panel\nDate | 5 May 2024", None, "Parks Panel"),
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


@pytest.mark.parametrize(
    ("head", "start", "venue"),
    [
        ("MINUTES OF OSTRE PARISH COUNCIL MEETING\nHELD AT THE CHURCH\nSUNDAY 5th MAY 2024", None, "The Church"),
        ("Ostre Data Panel\n5 May 2024, 14:00-17:00\nMarsh House, Ostre", (14, 0), "Marsh House, Ostre"),
        ("Ostre Data Panel\nMarsh House, Ostre\n5 May 2024", None, "Marsh House, Ostre"),
        ("Ostre Parish Council held their meeting at 7.30pm on 5 May 2024 at the Inn.", (19, 30), "the Inn"),
        ("Minutes of a meeting held on 5 May 2024\nThe meeting was called to order at 9.05 am.", (9, 5), None),
        ("Parks Panel - Sunday, 5 May 2024\n\nVenue: This will be a Virtual Meeting", None, "Virtual Meeting"),
        ("Minutes of a meeting held on 5 May 2024 in Ostre Hall the day after the Annual Meeting", None, "Ostre Hall"),
        ("Date | 5 May 2024 | Time | 6 pm | Venue | Guildhall", (18, 0), "Guildhall"),
        ("Minutes of a meeting held on 5 May 2024 in Ostre Hall at 7 pm to consider the budget", (19, 0), "Ostre Hall"),
    ],
)
def test_places_and_times_of_many_kinds(head: str, start: tuple[int, int] | None, venue: str | None) -> None:
    minutes = read(head)
    assert minutes.date == dt.date(2024, 5, 5)
    assert (minutes.start_time, minutes.venue) == (start and dt.time(*start), venue)


def test_the_day_of_an_earlier_meeting_is_not_this_ones() -> None:
    minutes = read("Ostre Parish Council\nThe minutes of the meeting held on 2 March 2024 were agreed.\n5 May 2024")
    assert minutes.date == dt.date(2024, 5, 5)


def test_the_day_of_the_title_is_told_with_a_note() -> None:
    minutes = read_file("---\ntitle: 2024-05-05 Ostre Data Panel\ndate: 2024-06-01\n---\n\nMinutes")
    assert (minutes.date, minutes.committee) == (dt.date(2024, 5, 5), "Ostre Data Panel")
    assert {"date_of_title", "body_of_title"} <= {note.code for note in minutes.notes}


def test_a_missing_year_comes_from_the_date_of_the_file() -> None:
    minutes = read_file("---\ndate: 2024-06-01\n---\n\nMinutes of Ostre Parish Council held on Sunday 5th May")
    assert minutes.date == dt.date(2024, 5, 5)
    assert "year_supplied" in {note.code for note in minutes.notes}


def test_a_missing_year_comes_from_the_other_days_by_the_weekday() -> None:
    items = f"{ITEMS}\nThe accounts of 2023 and 2024 were read.\n"
    minutes = read("Minutes of Ostre Parish Council held on Sunday 5th May", items)
    assert minutes.date == dt.date(2024, 5, 5)
    assert "year_supplied" in {note.code for note in minutes.notes}


def test_a_date_in_numbers_may_be_read_either_way() -> None:
    minutes = read("Ostre Parish Council\nMinutes of the meeting held on 04/05/24")
    assert minutes.date == dt.date(2024, 5, 4)
    assert "date_order" in {note.code for note in minutes.notes}


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
        "Meeting closed 8.15 pm",
        "Closed: 20:15",
        "That the meeting be adjourned to the call of the Chair. Time: 8:15 p.m. Carried.",
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


@pytest.mark.parametrize(
    ("head", "council", "committee"),
    [
        ("# Rural Data Panel: minutes, 4 March 2014", None, "Rural Data Panel"),
        ("Minutes of the Full Governing Body meeting held on 4 March 2014 at the school", None, "Governing Body"),
        (
            "Ostre Fire and Rescue Authority\n\nMinutes of the Audit Committee held on 4 March 2014",
            "Ostre Fire and Rescue Authority",
            "Audit Committee",
        ),
    ],
)
def test_boards_and_panels_of_other_bodies(head: str, council: str | None, committee: str) -> None:
    minutes = parse_minutes(f"{head}\n\nPresent: Ada Marsh (Chair), Ben Reed\n\n1. Welcome\n\nAll were welcomed.\n")
    assert (minutes.council, minutes.committee) == (council, committee)


def test_a_range_of_times_with_dots_behind_its_label() -> None:
    minutes = parse_minutes(
        "Minutes of the Audit Board\n\nDate: 4 March 2014\nTime: 09.30 – 12.15\n\nPresent: Ada Marsh (Chair)\n\n"
        "1. Welcome\n\nAll were welcomed.\n"
    )
    assert (minutes.start_time, minutes.end_time) == (dt.time(9, 30), dt.time(12, 15))


def test_a_day_that_is_told_twice_is_read_twice() -> None:
    minutes = read(
        "MINUTES\n\nNether Walcote Parish Council\n\nTuesday, March 12, 2024\n\n"
        "A regular meeting of Nether Walcote Parish Council was held on Tuesday, March 12, 2024.\n\n"
        "Clerk: office shut on 5 April 2024"
    )
    assert str(minutes.date) == "2024-03-12"
    assert [line.text for line in minutes.unplaced] == ["Clerk: office shut on 5 April 2024"]


def test_a_day_whose_month_stands_on_the_next_line_is_read() -> None:
    minutes = read(
        "MINUTES OF THE MEETING OF OSTRE TOWN COUNCIL\n\nHELD ON\n\nTHURSDAY,\n\n21ST\n\nSEPTEMBER, 2017, AT 3.30 P.M."
    )
    assert (str(minutes.date), str(minutes.start_time)) == ("2017-09-21", "15:30:00")
    assert minutes.unplaced == ()


def test_a_meeting_called_to_order_at_a_time_in_a_place() -> None:
    called = (
        "Mayor Marsh called a Regular Meeting of the Ostre City Council to order at 7:00 p.m. in the Council Chambers"
    )
    minutes = parse_minutes(
        f"Minutes\n\n{called}, 34 Mill Street, on July 9, 2002.\n\n1. Trees\n\nThe oak was felled.\n"
    )
    assert (minutes.council, str(minutes.start_time)) == ("Ostre City Council", "19:00:00")
    assert (str(minutes.date), minutes.venue) == ("2002-07-09", "the Council Chambers, 34 Mill Street")
