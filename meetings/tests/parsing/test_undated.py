"""Minutes that print no date are read; their day is given by somebody who knows it."""

from __future__ import annotations

import datetime as dt

import pytest

from meetings.parsing import NotMinutes, ParsedMinutes, parse_minutes
from meetings.parsing.parsed import Note

DAY = dt.date(2024, 3, 12)
PRINTED = "Tuesday, 12th March, 2024"
MINUTES = f"""\
Nether Walcote Parish Council

Minutes of the Meeting of the Parish Council held on {PRINTED} at 7.30 pm in the Village Hall

Present: Cllr A Marsh (Chair), Cllr B Reed, Cllr C Orme

1. Minutes

The minutes of the meeting held on 13th February were approved and signed.

2. Bus shelter

Resolved: That the shelter be painted.

3. Next meeting

The next meeting will be on 9th April at 7.30 pm.
"""


def undated(printed: str = "the usual day") -> str:
    return MINUTES.replace(PRINTED, printed)


def note_on_day(minutes: ParsedMinutes) -> Note:
    [note] = [note for note in minutes.notes if note.code in ("no_date", "date_given")]
    return note


def test_minutes_without_a_date_are_read_with_a_note() -> None:
    minutes = parse_minutes(undated())
    assert minutes.date is None
    assert "date" not in minutes.spans
    assert note_on_day(minutes) == Note("no_date", "The minutes print no date.")
    assert [item.title for item in minutes.items] == ["Minutes", "Bus shelter", "Next meeting"]
    assert len(minutes.people) == 3
    assert minutes.to_dict()["date"] is None
    assert ParsedMinutes.from_dict(minutes.to_dict()) == minutes


def test_other_days_without_a_year_stay_open_as_long_as_the_meetings_does() -> None:
    minutes = parse_minutes(undated())
    assert (minutes.confirms, minutes.next_meeting) == ((), None)
    minutes = parse_minutes(undated().replace("13th February", "13th February 2024").replace("9th April", "9 May 2024"))
    assert [confirmed.date for confirmed in minutes.confirms] == [dt.date(2024, 2, 13)]
    assert minutes.next_meeting is not None
    assert minutes.next_meeting.date == dt.date(2024, 5, 9)


def test_a_day_that_was_given_is_the_meetings() -> None:
    minutes = parse_minutes(undated(), DAY)
    assert minutes.date == DAY
    assert "date" not in minutes.spans
    assert note_on_day(minutes).message == "The minutes print no date. The day was given as 12 March 2024."
    assert [confirmed.date for confirmed in minutes.confirms] == [dt.date(2024, 2, 13)]
    assert minutes.next_meeting is not None
    assert minutes.next_meeting.date == dt.date(2024, 4, 9)


def test_a_day_that_was_given_outweighs_the_printed_one() -> None:
    minutes = parse_minutes(MINUTES, dt.date(2024, 3, 19))
    assert minutes.date == dt.date(2024, 3, 19)
    assert "date" not in minutes.spans
    assert note_on_day(minutes) == Note(
        "date_given", "The day that was read in the minutes is 12 March 2024. The day was given as 19 March 2024.", 3
    )


def test_a_day_that_is_given_as_it_is_printed_is_the_printed_one() -> None:
    assert parse_minutes(MINUTES, DAY) == parse_minutes(MINUTES)


@pytest.mark.parametrize(
    ("day", "elsewhere", "said"),
    [
        ("Tuesday, 12th March", "", "The minutes print “Tuesday, 12th March” without a year."),
        ("12th March", " since 4 May 2023", "The minutes print “12th March” without a year."),
        (
            "Tuesday, 12th March",
            " since 4 May 2023 and 6 June 2025",
            "The minutes print “Tuesday, 12th March” without a year. The weekday is that of 2024, near the other days "
            "of the text.",
        ),
        (
            "Tuesday, 12th March",
            " from 4 May 2013 to 6 June 2019",
            "The minutes print “Tuesday, 12th March” without a year. The weekday is that of 2013 or 2019, near the "
            "other days of the text.",
        ),
        (
            "Sunday, 10th March",
            " from 4 May 2012 to 6 June 2020",
            "The minutes print “Sunday, 10th March” without a year. The weekday is that of 2013 or 2019, near the "
            "other days of the text.",
        ),
    ],
)
def test_a_day_without_a_year_is_quoted(day: str, elsewhere: str, said: str) -> None:
    minutes = parse_minutes(undated(day).replace("be painted", f"be painted, as it was not{elsewhere}"))
    assert minutes.date is None
    assert note_on_day(minutes) == Note("no_date", said, 3)


@pytest.mark.parametrize(
    "day", ["30th February, 2025", "1st October, 2925", "31/04/2024", "2024-02-30", "32 March 2024"]
)
def test_a_day_that_no_calendar_has_is_quoted(day: str) -> None:
    minutes = parse_minutes(undated(day))
    assert minutes.date is None
    assert note_on_day(minutes) == Note("no_date", f"The minutes print “{day}”, which is no day of the calendar.", 3)


TITLE_ALONE = "Minutes of the Meeting of the Parish Council\n\n1. Trees\n\nFelled.\n"


def test_a_text_that_prints_no_date_must_be_minutes_for_sure() -> None:
    with pytest.raises(NotMinutes, match="Little in the text shows that it is the minutes of a meeting") as refused:
        parse_minutes(TITLE_ALONE)
    assert refused.value.code == "no_date"
    assert parse_minutes(TITLE_ALONE, DAY).date == DAY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AGENDA\n\nfor the next meeting\n\n1. Apologies\n\n2. To receive the accounts\n", "agenda"),
        ("Dear Sir,\n\nThank you for the minutes.\n\nYours faithfully\n", "letter"),
        ("Jumble sale\n\nAll of you are welcome in our hall.\n", "news"),
    ],
)
def test_what_is_not_minutes_stays_so_without_a_date(text: str, code: str) -> None:
    for date in (None, DAY):
        with pytest.raises(NotMinutes) as refused:
            parse_minutes(text, date)
        assert refused.value.code == code


PAGE = """\
Agenda item

Welcome and notices

To receive any notices that the Mayor may wish to give to those who attend.

Members are reminded that copies of the report are enclosed, and the schedule attached.

Minutes:

The Mayor welcomed everybody.
"""


def test_a_page_of_one_item_is_read() -> None:
    minutes = parse_minutes(PAGE)
    assert (minutes.date, minutes.council, minutes.committee) == (None, None, None)
    [item] = minutes.items
    assert (item.number, item.title) == (None, "Welcome and notices")
    assert item.text.startswith("To receive any notices")
    assert item.text.endswith("The Mayor welcomed everybody.")
    assert [leftover.text for leftover in minutes.leftovers] == ["Agenda item", "Minutes:"]
    assert minutes.unplaced == ()


def test_the_title_of_a_page_of_one_item_may_have_a_number_and_close_it() -> None:
    [item] = parse_minutes(PAGE.replace("Welcome and notices", "12. Lease of the depot - Exempt")).items
    assert (item.number, item.title, item.restricted) == ("12", "Lease of the depot - Exempt", True)


def test_what_a_page_of_one_item_names_is_not_the_meetings() -> None:
    other = "(a) Harbour Committee of Eastmarch County Council - 9 January 2024"
    minutes = parse_minutes(PAGE.replace("To receive any", f"{other}\n\nTo receive any"))
    assert (minutes.date, minutes.council, minutes.committee) == (None, None, None)
    assert other in minutes.items[0].text


def test_a_page_of_one_item_without_its_minutes_is_refused() -> None:
    with pytest.raises(NotMinutes):
        parse_minutes(PAGE[: PAGE.index("Minutes:")])


def test_an_agenda_whose_item_is_called_minutes_is_no_such_page() -> None:
    agenda = """\
AGENDA

Apologies:
To receive apologies for absence

Minutes:
To approve the minutes of the last meeting

Trees:
To consider the elms

Budget:
To note the balance
"""
    with pytest.raises(NotMinutes):
        parse_minutes(agenda)
    assert parse_minutes(agenda.replace("To approve the minutes of the last meeting", "Signed.")).date is None
