"""Which minutes were confirmed, and when the body meets next."""

from __future__ import annotations

import datetime as dt

import pytest

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import ParsedItem, Span
from meetings.parsing.references import read_confirmations, read_next_meeting
from meetings.parsing.resolutions import read_resolutions

MEETING = dt.date(2024, 3, 12)
OWN = "Nether Walcote Parish Council"


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, Span(place, place)) for place, text in enumerate(texts, start=1))


def confirmed(title: str, *texts: str) -> list[dt.date]:
    told = paragraphs(*texts)
    item = ParsedItem("2", title, "\n\n".join(texts), resolutions=read_resolutions(told, title, OWN))
    return [confirmation.date for confirmation in read_confirmations([item], MEETING)]


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Minutes", ["The minutes of 13 February 2024 were approved."]),
        ("Minutes of 13 February 2024", ["RESOLVED that the minutes be signed."]),
        (
            "Adoption",
            [
                "Circulated, draft Minutes of the Meeting held on 13th February.",
                "Proposed by Mr Hale; seconded by Mr Orme;",
                "And Resolved:",
                "“That the draft Minutes be adopted”.",
            ],
        ),
        (
            "Report",
            [
                "The minutes of February 13, 2024 were handed out. Mrs Hale moved that they, the minutes, be accepted."
                " Mr Orme seconded."
            ],
        ),
    ],
)
def test_minutes_that_were_approved(title: str, texts: list[str]) -> None:
    assert confirmed(title, *texts) == [dt.date(2024, 2, 13)]


def test_minutes_that_are_only_told_of_are_not_confirmed() -> None:
    assert (
        confirmed("Matters arising", "The minutes of 13 February told of a gate. It was agreed to mend the gate.") == []
    )


@pytest.mark.parametrize(
    ("title", "texts", "time"),
    [
        ("Date of Next Meeting", ["Tuesday 9th April at 7.30 in the Hall"], dt.time(19, 30)),
        ("To confirm the date of the next meeting – 9 April 2024 at 7 pm", ["Meeting closed at 8.15 pm."], dt.time(19)),
        ("Future meetings", ["10:00 A.M. on Tuesdays", "April 9 in Walcote", "June 11 in Ostre"], dt.time(10)),
        ("Next meeting", ["The annual one at 7.15pm and ours at 7.30pm on 9 April 2024."], dt.time(19, 30)),
        ("Closing", ["The next meeting will be held on 9 April 2024."], None),
        ("Any other business", ["It was agreed to hold the April meeting on Tuesday 9 April at 10 am."], dt.time(10)),
    ],
)
def test_the_next_meeting(title: str, texts: list[str], time: dt.time | None) -> None:
    told = paragraphs(*texts)
    found = read_next_meeting([(title, told)], MEETING, read_resolutions(told, title, OWN), OWN)
    assert found is not None
    assert (found.date, found.time) == (dt.date(2024, 4, 9), time)


@pytest.mark.parametrize(
    "told",
    [
        "The next meeting of the Harbour Liaison Group will be on 9 April 2024.",
        "It would be looked at again by the next meeting (9 April 2024).",
        "I will move at the next Meeting that the bank of the river, washed away in the storm last winter, a danger"
        " to children and to cattle ever since, whatever the County may say of it, be mended by 9 April 2024.",
    ],
)
def test_the_next_meeting_of_others(told: str) -> None:
    assert read_next_meeting([("Reports", paragraphs(told))], MEETING, own=OWN) is None
