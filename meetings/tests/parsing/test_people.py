"""Names, attendance lists, apologies."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.parsing.names import PrintedName, bare_name, read_names
from meetings.parsing.parsed import Attendee
from meetings.tests.parsing.test_nothing_lost import HEAD


def people(roster: str, apologies: str = "") -> list[tuple[str, str | None, str, str | None, str | None]]:
    """Everybody read from attendance lists and the item on apologies."""
    text = f"{HEAD}{roster}\n\n1.  Apologies\n\n{apologies}\n\n2.  Trees\n\nFelled.\n"
    return [shown(person) for person in parse_minutes(text).people]


def shown(person: Attendee) -> tuple[str, str | None, str, str | None, str | None]:
    return person.presence, person.title, person.name, person.honours, person.role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillor Ada Marsh MBE (Chair)", [PrintedName("Ada Marsh", "Councillor", "MBE", "Chair")]),
        ("Ada Marsh – Head of Parks and Libraries", [PrintedName("Ada Marsh", role="Head of Parks and Libraries")]),
        ("Engineer (Ms. C. Marsh)", [PrintedName("C. Marsh", "Ms", role="Engineer")]),
        ("Director, Shared Services (Ms C Marsh)", [PrintedName("C Marsh", "Ms", role="Director, Shared Services")]),
        ("the Clerk, Mrs J Marsh", [PrintedName("J Marsh", "Mrs", role="Clerk")]),
        ("Mrs J Marsh, Clerk", [PrintedName("J Marsh", "Mrs", role="Clerk")]),
        ("the Clerk – Ada Marsh", [PrintedName("Ada Marsh", role="Clerk")]),
        ("Cllr Mrs D Marsh", [PrintedName("D Marsh", "Cllr Mrs")]),
        ("Mrs D Marsh, OBE", [PrintedName("D Marsh", "Mrs", "OBE")]),
        ("COUNCILLOR A MARSH", [PrintedName("A MARSH", "Councillor")]),
        ("Cllr A Marsh (Labour)", [PrintedName("A Marsh", "Cllr", remark="Labour")]),
        ("Cllr P van der Berg", [PrintedName("P van der Berg", "Cllr")]),
        (
            "Cllrs A Marsh, B Vane-Arkell and C O’Hara",
            [PrintedName("A Marsh", "Cllr"), PrintedName("B Vane-Arkell", "Cllr"), PrintedName("C O’Hara", "Cllr")],
        ),
        (
            "County Councillors Leete and Reed",
            [PrintedName("Leete", "County Councillor"), PrintedName("Reed", "County Councillor")],
        ),
    ],
)
def test_printed_names(text: str, names: list[PrintedName]) -> None:
    found = read_names(text)
    assert (found.names, found.unread) == (names, [])


@pytest.mark.parametrize("text", ["3 members of the public", "Marram Bay Town Council", "the police", "Clerk", "Marsh"])
def test_words_that_name_nobody_stay_unread(text: str) -> None:
    found = read_names(text)
    assert (found.names, found.unread) == ([], [text])


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Councillor Marsh", "Marsh"),
        ("Cllr. Mrs A Marsh OBE", "A Marsh"),
        ("Councillor Marsh (A)", "A Marsh"),
        ("the Mayor", "the Mayor"),
    ],
)
def test_names_in_resolutions_are_without_title(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


def test_the_tabbed_table_under_a_group_label() -> None:
    found = people(
        "Present:\n\nCounty Councillor Ada Marsh CBE (Chair)\nCounty Councillors\n\n\tB Reed\n\nC Yeo\n\n\n\tD Oake\n"
    )
    assert found == [
        ("present", "County Councillor", "Ada Marsh", "CBE", "Chair"),
        ("present", "County Councillor", "B Reed", None, None),
        ("present", "County Councillor", "C Yeo", None, None),
        ("present", "County Councillor", "D Oake", None, None),
    ]


def test_a_list_that_runs_over_lines() -> None:
    found = people("PRESENT: Mr A Marsh (Chairman), Mrs B Reed,\nMs C Yeo, Mr\nD Oake and Mrs E Pym (Head of\nParks)")
    assert [(presence, name, role) for presence, _, name, _, role in found] == [
        ("present", "A Marsh", "Chairman"),
        ("present", "B Reed", None),
        ("present", "C Yeo", None),
        ("present", "D Oake", None),
        ("in_attendance", "E Pym", "Head of Parks"),
    ]


@pytest.mark.parametrize(
    ("label", "presence"),
    [
        ("Present", "present"),
        ("Members present", "present"),
        ("Also present", "in_attendance"),
        ("In attendance", "in_attendance"),
        ("OFFICERS IN ATTENDANCE", "in_attendance"),
        ("Apologies for absence", "apologies"),
        ("Absent", "absent"),
        ("Absent without apologies", "absent"),
    ],
)
def test_labels_of_the_lists(label: str, presence: str) -> None:
    found = people(f"Present:\nCllr P Penrice\n{label}:\nCllr A Marsh")
    assert [there for there, _, name, _, _ in found if name == "A Marsh"] == [presence]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Apologies were received from Councillor Marsh.", ["Marsh"]),
        ("Apologies were received from Mrs R Marsh, for whom Mr P Reed came, and from Mr M Yeo.", ["R Marsh", "M Yeo"]),
        ("Apologies from Cllr Marsh, who had a cold, were accepted.", ["Marsh"]),
        ("Apologies were noted for Cllr A Marsh (illness) and for Cllr B Reed (work).", ["A Marsh", "B Reed"]),
        ("Cllr Marsh sent apologies, which were accepted.", ["Marsh"]),
        ("Apologies for absence were received from Councillors A Marsh and B Reed.", ["A Marsh", "B Reed"]),
        ("No apologies for absence had been received.", []),
        ("There were no apologies.", []),
    ],
)
def test_apologies_told_in_sentences(told: str, names: list[str]) -> None:
    found = [person for person in people("Present:\nCllr P Penrice", told) if person[0] == "apologies"]
    assert [name for _, _, name, _, _ in found] == names


def test_somebody_absent_without_apology() -> None:
    assert people("Present:\nCllr P Penrice", "No apology had been received from Cllr T Marsh, who was absent.")[1][
        :3
    ] == (
        "absent",
        "Cllr",
        "T Marsh",
    )


def test_an_apology_told_twice_counts_once() -> None:
    found = people(
        "Present:\nCllr P Penrice\n\nApologies:\nCllr A Marsh", "Apologies were received from Councillor Marsh."
    )
    assert [name for presence, _, name, _, _ in found if presence == "apologies"] == ["A Marsh"]


def test_who_attends_for_one_item_is_in_attendance() -> None:
    text = (
        f"{HEAD}Present:\nCllr P Penrice\n\n1.  Trees\n\nMr W Marsh (Tree Officer) was in attendance for this item.\n"
    )
    assert [shown(person) for person in parse_minutes(text).people][1:] == [
        ("in_attendance", "Mr", "W Marsh", None, "Tree Officer")
    ]


def test_what_is_no_name_is_unplaced() -> None:
    minutes = parse_minutes(f"{HEAD}Present:\nCllr P Penrice\nFour members of the public\n\n1.  Trees\n\nFelled.\n")
    assert [line.text for line in minutes.unplaced] == ["Four members of the public"]
