"""Who was there, as sentences and items tell it."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.parsing.parsed import Span
from meetings.parsing.told import told_in_sentence, who_took_the_chair
from meetings.tests.parsing.test_nothing_lost import HEAD


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Present were Mr A Marsh and Mrs B Reed.", [("present", "A Marsh"), ("present", "B Reed")]),
        (
            "Board members in attendance were: Ada Marsh and Ben Reed.",
            [("present", "Ada Marsh"), ("present", "Ben Reed")],
        ),
        ("The meeting was attended by Ada Marsh and Ben Reed.", [("present", "Ada Marsh"), ("present", "Ben Reed")]),
        ("Guests were Ada Marsh and Ben Reed.", [("in_attendance", "Ada Marsh"), ("in_attendance", "Ben Reed")]),
        ("Mr A Marsh and Inspector Reed were also present.", [("in_attendance", "A Marsh"), ("in_attendance", "Reed")]),
        ("Mr Ben Reed, Manager, Ostre Fish Market was in attendance.", [("in_attendance", "Ben Reed")]),
        ("Mrs Hale joined the meeting.", [("in_attendance", "Hale")]),
        ("Apologies were received from Cllr A Marsh (illness).", [("apologies", "A Marsh")]),
        ("No apologies were received from Cllr A Marsh (Chairman).", [("absent", "A Marsh")]),
        ("The Chairman welcomed everyone.", []),
    ],
)
def test_sentences(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(person.presence, person.name) for person in told_in_sentence(sentence, Span(1, 1))] == told


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("The meeting was chaired by AM.", "AM"),
        ("AM chaired the meeting.", "AM"),
        ("Cllr. Ada Marsh took the Chair and welcomed everyone.", "Cllr. Ada Marsh"),
        ("The Chair thanked the Clerk.", None),
    ],
)
def test_who_took_the_chair(text: str, chair: str | None) -> None:
    assert who_took_the_chair(text) == chair


def read(roster: str, items: str) -> list[tuple[str, str, str | None]]:
    return [
        (person.presence, person.name, person.role) for person in parse_minutes(f"{HEAD}{roster}\n\n{items}").people
    ]


def test_who_took_the_chair_is_told_by_initials() -> None:
    found = read("Present:\nAda Marsh AM\nBen Reed BR\n\nThe meeting was chaired by BR.", "1.  Trees\n\nFelled.\n")
    assert found == [("present", "Ada Marsh", None), ("present", "Ben Reed", "Chair")]


def test_an_office_that_is_printed_stays_when_somebody_else_takes_the_chair() -> None:
    found = read("Present:\nCllr A Marsh (Mayor)\nCllr B Reed", "1.  Trees\n\nCllr Marsh took the chair.\n")
    assert found == [("present", "A Marsh", "Mayor"), ("present", "B Reed", None)]


def test_an_item_that_is_the_list_of_those_present() -> None:
    items = (
        "1.  Present\n\nA. Marsh - Chairman, Mrs. Reed, B. Yeo and a member of the public.\n\n2.  Trees\n\nFelled.\n"
    )
    assert read("", items) == [
        ("present", "A. Marsh", "Chairman"),
        ("present", "Reed", None),
        ("present", "B. Yeo", None),
    ]


def test_a_bare_list_under_apologies() -> None:
    items = "1.  Apologies\n\nMr A Marsh, Cllr B Reed\n\n2.  Trees\n\nFelled.\n"
    assert read("Present:\nCllr C Yeo", items)[1:] == [("apologies", "A Marsh", None), ("apologies", "B Reed", None)]


def test_a_list_at_the_end_counts_where_the_head_has_none() -> None:
    items = (
        "1.  Trees\n\nFelled.\n\n2.  Roofs\n\nMended.\n\nBoard members\n\n"
        "• Ada Marsh, Bank of Ostre and Marram (Chair)\n\n• Ben Reed, Jutland\n\n"
        "Also in attendance\n\n• Cy Yeo, Ostre University, Head of Maps\n"
    )
    assert read("", items) == [
        ("present", "Ada Marsh", "Chair"),
        ("present", "Ben Reed", "Jutland"),
        ("in_attendance", "Cy Yeo", "Head of Maps"),
    ]
