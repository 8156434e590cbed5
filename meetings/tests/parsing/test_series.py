"""Which numbers are the items'."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.tests.parsing.test_items import items
from meetings.tests.parsing.test_nothing_lost import HEAD

TOLD = "The Clerk reported that nothing had been heard from the County Council so far."


def numbers(body: str) -> list[str | None]:
    return [number for number, _, _ in items(body)]


def test_a_few_items_outweigh_many_numbered_paragraphs() -> None:
    paragraphs = "".join(f"{number}. Ms Marsh said that the tree was ill, and why.\n\n" for number in range(1, 30))
    assert numbers(f"41. Trees\n\n{paragraphs}42. Thanks\n\n{TOLD}\n") == ["41", "42"]


def test_a_number_before_a_plain_sentence_fills_the_gap() -> None:
    body = f"1. Apologies\n\nNone.\n\n2. The minutes of 2 May were agreed as a true record.\n\n3. Trees\n\n{TOLD}\n"
    assert items(body)[1] == ("2", "", "The minutes of 2 May were agreed as a true record.")


def test_numbers_that_nothing_sets_off_are_items_where_all_are_printed_so() -> None:
    titles = [
        "Welcome",
        "Apologies for absence",
        "Minutes of the meeting held on 2 May 2023",
        "The bus shelter, Mill Lane",
    ]
    body = "".join(f"{number} {title}\n\n{TOLD}\n\n" for number, title in enumerate(titles, start=1))
    assert [(number, title) for number, title, _ in items(body)] == list(zip("1234", titles, strict=True))


@pytest.mark.parametrize(
    "printed",
    [
        ["24/001", "24/002", "24/003"],
        ["TC/23/40", "TC/23/41", "TC/23/42"],
        ["23/145.", "23/146.", "24/147."],
        ["88/24", "89/24", "90/24"],
        ["21.44", "21.45", "21.46"],
        ["2307.01", "2307.02", "2307.03"],
        ["19.09.04", "19.09.05", "19.09.06"],
        ["01/21/07 –", "01/21/08 –", "01/21/09 –"],
    ],
)
def test_numbers_before_or_behind_a_year(printed: list[str]) -> None:
    body = "".join(
        f"{number} Trees in {ward}\n\n{TOLD}\n\n" for number, ward in zip(printed, ["A1", "B2", "C3"], strict=True)
    )
    assert numbers(body) == [number.rstrip(". –") for number in printed]


def test_a_number_with_a_year_may_stand_alone_above_its_title() -> None:
    body = "".join(f"01/21/0{number}\nTrees in Ward {number}\n{TOLD}\n" for number in (1, 2, 3))
    assert items(body)[1] == ("01/21/02", "Trees in Ward 2", TOLD)


@pytest.mark.parametrize("lines", ["03/07/23 Mill Lane\n\n04/07/23 High Street\n\n11/07/23 The Quay", "12.40 Stamps"])
def test_days_and_sums_are_no_numbers(lines: str) -> None:
    assert numbers(f"1. Accounts\n\n{TOLD}\n\n2. Payments\n\n{lines}\n\n3. Trees\n\n{TOLD}\n") == ["1", "2", "3"]


def test_numbers_behind_a_year_that_do_not_count_on_are_noted() -> None:
    minutes = parse_minutes(f"{HEAD}24/001 Trees\n\n{TOLD}\n\n24/002 Roofs\n\n{TOLD}\n\n24/004 Walls\n\n{TOLD}\n")
    assert "number_gap" in [note.code for note in minutes.notes]


def test_lines_that_begin_with_a_figure_are_no_items() -> None:
    body = "41. Trees\n\n1 Oak on the Green\n2 Ash by the Pond\n3 Elm in Mill Lane\n\n42. Roofs\n\nNone.\n"
    assert numbers(body) == ["41", "42"]


def test_business_taken_out_of_its_order_is_read() -> None:
    body = "".join(f"{number}. Trees in Ward {number}\n\n{TOLD}\n\n" for number in (1, 4, 2, 3, 5))
    assert numbers(body) == ["1", "4", "2", "3", "5"]


def test_bold_numbers_that_begin_again_below_a_heading_are_items() -> None:
    hearing = "".join(f"**{number}. Marsh {number} Ltd**\n\n{TOLD}\n\n" for number in (1, 2, 3))
    body = f"**Inspections on Tuesday**\n\n{hearing}**Transactions on Wednesday**\n\n{hearing}"
    assert numbers(body) == [None, "1", "2", "3", None, "1", "2", "3"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Item 1: Trees", "Item 2: Roofs"),
        ("Discussion topic 1: Trees", "Discussion topic 2: Roofs"),
        ("**1** Trees", "**2** Roofs"),
        ("1.0 Trees", "2.0 Roofs"),
        ("1.Trees", "2.Roofs"),
        ("1, Trees", "2. Roofs"),
    ],
)
def test_ways_to_print_a_number(first: str, second: str) -> None:
    found = items(f"{first}\n\n{TOLD}\n\n{second}\n\n{TOLD}\n")
    assert [title for _, title, _ in found] == ["Trees", "Roofs"]
    assert all(number for number, _, _ in found)


def test_parts_of_an_item_without_heading() -> None:
    body = f"4. Trees\n\n{TOLD}\n\n5.1 Clerk’s Report\n\n{TOLD}\n\n5.2 Police Report\n\n{TOLD}\n\n6. Roofs\n\n{TOLD}\n"
    assert numbers(body) == ["4", "5.1", "5.2", "6"]


def test_headings_within_a_line_begin_items() -> None:
    body = (
        "94/19 Evacuation Procedures The Chair read them to all who were there. 95/19 Election of Chair Cllr Penrice "
        "was elected. 96/19 Trees No report.\n\n97/19 Roofs The Clerk had asked for quotes.\n"
    )
    assert items(body) == [
        ("94/19", "Evacuation Procedures", "The Chair read them to all who were there."),
        ("95/19", "Election of Chair", "Cllr Penrice was elected."),
        ("96/19", "Trees", "No report."),
        ("97/19", "Roofs", "The Clerk had asked for quotes."),
    ]


def test_a_resolutions_number_before_its_movers_has_no_title() -> None:
    body = (
        "**R2024-057 A. Marsh, T. Reed:**\n\nThat the fee be raised. Carried.\n\n"
        "**R2024-058 T. Reed, A. Marsh:**\n\nThat we adjourn. Carried.\n"
    )
    assert [(number, title) for number, title, _ in items(body)] == [("R2024-057", ""), ("R2024-058", "")]


def test_a_grids_rows_are_items() -> None:
    body = (
        "**REPORT OF THE FINANCE COMMITTEE dated March 5, 2024**\n\n"
        "1 | Sale of the Lodge | ADOPTED\n2 | Fees | LAID OVER\n\n**COUNCIL MOTIONS**\n\n"
        "**MOTION** | **MOVER** | **SUBJECT** | **DISPOSITION**\n1 | Marsh / Reed | That the gate be mended | LOST\n"
    )
    assert items(body) == [
        (None, "REPORT OF THE FINANCE COMMITTEE dated March 5, 2024", ""),
        ("1", "Sale of the Lodge", "ADOPTED"),
        ("2", "Fees", "LAID OVER"),
        (None, "COUNCIL MOTIONS", ""),
        ("1", "That the gate be mended", "Marsh / Reed\n\nLOST"),
    ]


def test_an_agenda_printed_ahead_of_the_minutes_has_no_items() -> None:
    body = (
        f"**Item** | **Description**\n1 | Welcome\n2 | Budget\n\n**Welcome**\n\n{TOLD}\n\n**Budget report**\n\n{TOLD}\n"
    )
    assert [(number, title) for number, title, _ in items(body)] == [(None, "Welcome"), (None, "Budget report")]


def test_double_spaced_lines_are_joined() -> None:
    lines = [
        "1.",
        "Adoption of Minutes and of the Record",
        "(a)",
        "Circulated, copy of the draft minutes of the",
        "meeting of the district that was held on the",
        "second day of May in the hall at the green of",
        "the village of Walcote Cross.",
        "2.",
        "Disposal of Land at the Old Depot and at the",
        "Quay in Harrowmere",
        "Circulated, report of the surveyor, who had been",
        "asked to set out what the land could bring.",
    ]
    head = [
        "Harrowmere Borough Council",
        "Minutes of the meeting held on",
        "12 March 2024",
        "Present:",
        "Cllr P Penrice",
    ]
    found = items("".join(f"{line}\n\n" for line in lines), "".join(f"{line}\n\n" for line in head))
    assert [(number, title) for number, title, _ in found] == [
        ("1", "Adoption of Minutes and of the Record"),
        ("a", ""),
        ("2", "Disposal of Land at the Old Depot and at the Quay in Harrowmere"),
    ]
    assert found[1][2].startswith("Circulated, copy of the draft minutes of the meeting of the district")


def test_roman_numbers_in_capitals_with_lettered_parts() -> None:
    body = (
        f"I. CALL TO ORDER\n{TOLD}\n\nA. Roll Call\nPresent: Ms. Marsh, Mr. Reed\nAbsent: Mr. Hale\n\n"
        f"B. Pledge\n{TOLD}\n\n"
        f"II. CONSENT CALENDAR\nA. Minutes of May 2\nB. Warrants\nC. Personnel\nMoved by Ms. Marsh. Carried.\n\n"
        f"III. NEW BUSINESS\n{TOLD}\n\nIV. ADJOURNMENT\n{TOLD}\n"
    )
    minutes = parse_minutes(f"{HEAD}{body}")
    assert [(item.number, item.parent) for item in minutes.items] == [
        ("I", None),
        ("A", 0),
        ("B", 0),
        ("II", None),
        ("III", None),
        ("IV", None),
    ]
    assert [(person.presence, person.name) for person in minutes.people] == [
        ("present", "Marsh"),
        ("present", "Reed"),
        ("absent", "Hale"),
    ]


def test_initials_are_no_numbers() -> None:
    names = "I. Marsh, V. Reed and X. Hale spoke."
    assert numbers(f"1. Trees\n\nI. Marsh\n\nV. Reed\n\n{names}\n\n2. Roofs\n\n{TOLD}\n") == ["1", "2"]


def test_a_label_that_says_that_a_title_follows() -> None:
    body = f"Agenda item: Pool repairs\n{TOLD}\n\nAgenda item: Fences\n{TOLD}\n"
    assert [title for _, title, _ in items(body)] == ["Pool repairs", "Fences"]
