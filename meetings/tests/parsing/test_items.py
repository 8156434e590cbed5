"""Where items begin and end."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.parsing.parsed import Tally
from meetings.parsing.titles import is_routine
from meetings.tests.parsing.test_nothing_lost import HEAD

ROSTER = HEAD + "Present:\nCllr P Penrice\n\n"


def items(body: str, roster: str = ROSTER) -> list[tuple[str | None, str, str]]:
    """Number, title and text of each item."""
    return [(item.number, item.title, item.text) for item in parse_minutes(roster + body).items]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Trees\nFelled.\n2. Roofs\nMended.\n", [("1", "Trees", "Felled."), ("2", "Roofs", "Mended.")]),
        ("1.\n\nTrees\n\nFelled.\n\n2.\n\nRoofs\n\nMended.\n", [("1", "Trees", "Felled."), ("2", "Roofs", "Mended.")]),
        ("7  Trees\n\nFelled.\n\n8  Roofs\n\nMended.\n", [("7", "Trees", "Felled."), ("8", "Roofs", "Mended.")]),
        ("**1. Trees.** Felled.\n\n**2. Roofs.** Mended.\n", [("1", "Trees", "Felled."), ("2", "Roofs", "Mended.")]),
        ("## Trees\n\nFelled.\n\n## Roofs\n\nMended.\n", [(None, "Trees", "Felled."), (None, "Roofs", "Mended.")]),
        (
            "1. Trees\n\n(a) Oak\n\nFelled.\n\n(b) Elm\n\nKept.\n",
            [("1", "Trees", ""), ("a", "Oak", "Felled."), ("b", "Elm", "Kept.")],
        ),
        (
            "1. Trees\n\na) Oak – The oak in Mill Lane was felled.\n",
            [("1", "Trees", ""), ("a", "Oak", "The oak in Mill Lane was felled.")],
        ),
        ("1. Trees\n\nTHE LIMES\n\nFelled.\n", [("1", "Trees", ""), (None, "THE LIMES", "Felled.")]),
        ("1. Trees (Item 4)\n\nFelled.\n", [("1", "Trees", "Felled.")]),
        ("1. Trees pdf icon PDF 159 KB\n\nFelled.\n", [("1", "Trees", "Felled.")]),
    ],
)
def test_headings(body: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert items(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "(a) the oak;\n\n(b) the elm.",
        "The following were felled:\n\n(a) Oak\n\n(b) Elm",
        "1. Ms Marsh said that the oak was ill.\n\n2. The Clerk thanked her.",
        "1.1 The oak was felled.\n\n1.2 The elm was kept.",
        "• Oak\n\n• Elm",
        "CARRIED",
        "12 March 2024 was fixed.",
    ],
)
def test_what_is_no_heading_stays_in_the_text(body: str) -> None:
    assert items(f"1. Trees\n\n{body}\n\n2. Roofs\n\nMended.\n") == [("1", "Trees", body), ("2", "Roofs", "Mended.")]


def test_labels_of_a_motion_are_no_headings() -> None:
    body = "1. Trees\n\nMOTION: Cllr Marsh moved to fell the oak.\nSECOND: Cllr Penrice\nAYES: Marsh, Penrice\n"
    body += "NAYS: None\nMotion carried 2-0.\n\n2. Roofs\n\nMended.\n"
    assert [title for _, title, _ in items(body)] == ["Trees", "Roofs"]
    (felling,) = parse_minutes(ROSTER + body).items[0].resolutions
    assert (felling.mover, felling.seconder, felling.outcome) == ("Marsh", "Penrice", "carried")


def test_parts_of_an_officers_report_are_no_items() -> None:
    report = "SUMMARY\n\nA list is presented.\n\nFINANCIAL IMPLICATIONS\n\nNone are foreseen at present.\n\n"
    advised = "That the list be received, and the clerk be thanked."
    report += (
        f"OFFICER RECOMMENDATION\n\n{advised}\n\nCOUNCIL DECISION 2019/11\n\nMoved: Cr Marsh  Seconded: Cr Reed\n\n"
    )
    minutes = parse_minutes(
        f"{ROSTER}1. Accounts\n\n{report}{advised}\n\nCARRIED BY ABSOLUTE MAJORITY 4/0\n\n2. Roofs\n\nNil.\n"
    )
    assert [item.title for item in minutes.items] == ["Accounts", "Roofs"]
    [decision] = minutes.items[0].resolutions
    assert (decision.text, decision.mover, decision.seconder) == (advised, "Marsh", "Reed")
    assert decision.votes == Tally(4, 0)


def test_comments_of_members_are_business() -> None:
    told = "Trustee Marsh wished everyone well and thanked the staff."
    body = f"TRUSTEES COMMENTS\n\n{told}\n\n1. Trees\n\nFelled.\n\n2. Roofs\n\nMended.\n"
    assert items(body)[0] == (None, "TRUSTEES COMMENTS", told)


def test_paragraph_numbers_within_items_are_not_the_items() -> None:
    body = "41. Trees\n\n1. Oak was felled.\n\n2. Elm was kept.\n\n42. Roofs\n\n1. All were mended.\n\n43. Thanks\n"
    assert [number for number, _, _ in items(body)] == ["41", "42", "43"]


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [("1 2 3", []), ("1 2 4", ["number_gap"]), ("88/24 90/24", ["number_gap"]), ("88/24 89/24", [])],
)
def test_a_gap_in_the_numbers_is_noted(numbers: str, codes: list[str]) -> None:
    body = "".join(f"{number}.  Trees\n\nFelled.\n\n" for number in numbers.split())
    assert [note.code for note in parse_minutes(ROSTER + body).notes] == codes


def test_a_number_printed_twice_is_noted() -> None:
    body = "".join(f"<AI{k}>\n\n\t{n}.  \n\tTrees\n\nFelled.\n\n</AI{k}>\n" for k, n in enumerate((1, 2, 2)))
    assert [note.code for note in parse_minutes(ROSTER + body).notes] == ["number_repeated"]


def test_business_before_the_first_heading_is_an_item() -> None:
    body = "The Chairman opened the meeting and welcomed all.\n\n1.  Trees\n\n(a)  Oak\n\nFelled.\n"
    assert items(body) == [
        (None, "", "The Chairman opened the meeting and welcomed all."),
        ("1", "Trees", ""),
        ("a", "Oak", "Felled."),
    ]
    assert [item.parent for item in parse_minutes(ROSTER + body).items] == [None, None, 1]


def test_wrapped_lines_are_joined_and_broken_words_mended() -> None:
    wide = "The oak in Mill Lane was ill and the bathing pool wanted repairs, as the well-\n"
    next_line = "known tree surgeon had said in the report that was sent to all the mem-\n"
    [(_, _, joined)] = items(f"1.  Trees\n\n{wide}{next_line}bers. The members agreed.\n")
    assert "as the well-known tree surgeon" in joined
    assert "all the members. The members" in joined


def test_a_table_is_a_paragraph_a_row() -> None:
    body = "1. Accounts\n\n| Payee | Sum |\n| --- | ---: |\n| Marsh Ltd | £40 |\n"
    assert items(body) == [("1", "Accounts", "Payee | Sum\n\nMarsh Ltd | £40")]


def test_markdown_marks_and_page_furniture_are_off() -> None:
    minutes = parse_minutes(ROSTER + "1. Trees\n\n*Oak* \\(ill\\) **felled**\n\n---\n2\n\nElm kept.\n\nPage 2 of 3\n")
    assert minutes.items[0].text == "Oak (ill) felled\n\nElm kept."
    assert [line.text for line in minutes.leftovers] == ["---", "2", "Page 2 of 3"]


def test_whoever_submits_the_minutes_is_in_no_item() -> None:
    body = (
        "1. Trees\n\nFelled.\n\n2. Adjournment\n\nThe meeting was adjourned at 9:40 p.m.\n\nRespectfully submitted,\n\n"
    )
    minutes = parse_minutes(f"{ROSTER}{body}A. Marsh, Secretary\n")
    assert minutes.items[-1].text == "The meeting was adjourned at 9:40 p.m."
    assert [left.text for left in minutes.leftovers] == ["Respectfully submitted,", "A. Marsh, Secretary"]


def test_the_signature_block_is_in_no_item() -> None:
    minutes = parse_minutes(
        ROSTER + "1. Trees\n\nFelled.\n\nSigned:\n\n..................... Chairman\n\nDate ............\n"
    )
    assert minutes.items[0].text == "Felled."
    assert {line.kind for line in minutes.leftovers} == {"signature"}
    assert len(minutes.leftovers) == 3


@pytest.mark.parametrize("office", ["CAO-Clerk", "Clerk/Treasurer", "Town Clerk", "Municipal Administrator-Clerk"])
def test_offices_that_sign_below_the_last_item_are_in_none(office: str) -> None:
    minutes = parse_minutes(ROSTER + f"1. Trees\n\nFelled.\nMayor:\n{office}:\nMinutes prepared as the Act requires.\n")
    assert minutes.items[0].text == "Felled."
    assert [line.text for line in minutes.leftovers][:2] == ["Mayor:", f"{office}:"]


def test_words_between_tags_end_the_item_before() -> None:
    body = "<AI1>\n\n\t1.  \n\tTrees\n\nFelled.\n\n</AI1>\n\nThe meeting closed at 9.00 pm.\n"
    assert items(body) == [("1", "Trees", "Felled.\n\nThe meeting closed at 9.00 pm.")]


@pytest.mark.parametrize(
    ("title", "routine"),
    [
        ("Apologies for Absence", True),
        ("Apologies and Substitutes", True),
        ("Disclosure of Pecuniary and Non-Pecuniary Interests", True),
        ("Declarations of interest", True),
        ("Minutes of the Meeting held on 5th June 2023", True),
        ("To approve the minutes of the last meeting", True),
        ("Urgent Business", True),
        ("Date of Next Meeting", True),
        ("Exclusion of the Press and Public", True),
        ("Budget 2025/26", False),
        ("Interest rates", False),
        ("Minute’s silence", False),
        ("The next bridge", False),
    ],
)
def test_routine_business(title: str, routine: bool) -> None:
    assert is_routine(title) is routine


def test_what_a_title_leaves_out_is_a_leftover_by_name() -> None:
    minutes = parse_minutes(f"{HEAD}1.  Trees (Item 3)\n\nFelled.\n\n2.  Accounts pdf icon PDF 78 KB\n\nPaid.\n")
    assert [item.title for item in minutes.items] == ["Trees", "Accounts"]
    assert [left.text for left in minutes.leftovers] == ["(Item 3)", "pdf icon PDF 78 KB"]


@pytest.mark.parametrize("heads", ["Items\nNo. Item", "ITEMS          Action", "Item"])
def test_heads_of_the_items_columns_are_leftovers(heads: str) -> None:
    minutes = parse_minutes(HEAD + f"{heads}\n\n1. Trees\n\nFelled.\n\n2. Item\n\nSold.\n")
    assert [leftover.text for leftover in minutes.leftovers] == [" ".join(head.split()) for head in heads.split("\n")]
    assert minutes.unplaced == ()


def test_what_the_agenda_says_before_the_label_of_a_web_page_is_no_heading() -> None:
    minutes = parse_minutes(
        ROSTER
        + "4.  Apologies\n\nTo receive apologies.\n\nMinutes:\n\nThere were none.\n\n5.\n\n24/0012/FUL: Land at Mill "
        "Lane, Harrowmere, south of the quarry\n\nReport of the Clerk\n\nMinutes:\n\nIt was deferred.\n"
    )
    assert [(item.number, item.title, item.text) for item in minutes.items] == [
        ("4", "Apologies", "To receive apologies.\n\nThere were none."),
        (
            "5",
            "24/0012/FUL: Land at Mill Lane, Harrowmere, south of the quarry",
            "Report of the Clerk\n\nIt was deferred.",
        ),
    ]


def test_a_closed_sessions_name_above_the_motion_to_go_into_it_is_a_heading() -> None:
    minutes = parse_minutes(
        f"{HEAD}PUBLIC COMMENT\n\nNobody wished to speak.\n\nEXECUTIVE SESSION\n\nMotion by Marsh, second by Reed, "
        "to enter into executive session at 8:05 p.m. Carried.\n\nThe Council returned to open session at 8:40 p.m."
        "\n\nADJOURNMENT\n\nThe meeting was closed at 8.47 pm.\n"
    )
    told = [(item.title, item.restricted) for item in minutes.items if item.title != "PUBLIC COMMENT"]
    assert told == [("EXECUTIVE SESSION", False), ("ADJOURNMENT", False)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "23/00411/F - Land at Mill Lane",
            "P/23/0502/FUL – The Forge",
            [(None, "23/00411/F - Land at Mill Lane"), (None, "P/23/0502/FUL – The Forge")],
        ),
        (
            "(a)  24/00112/FUL - Land at Mill Lane",
            "(b)  24/00140/HOU - The Forge",
            [("a", "24/00112/FUL - Land at Mill Lane"), ("b", "24/00140/HOU - The Forge")],
        ),
    ],
)
def test_applications_that_are_decided_one_by_one(first: str, second: str, found: list[tuple[str | None, str]]) -> None:
    told = "The Committee considered the report.\n\nRESOLVED\n\nThat permission be granted."
    body = (
        f"4. Planning applications\n\nThe Committee considered the list.\n\n"
        f"{first}\n\n{told}\n\n{second}\n\n{told}\n\n5. Appeals\n\nNone.\n"
    )
    assert [(number, title) for number, title, _ in items(body)][1:-1] == found


def test_applications_of_a_list_are_text() -> None:
    body = (
        "4. Planning applications\n\nThe following were considered:\n\n23/00411/F - Mill Lane, a porch\n\n"
        "No objection\n\n23/00502/F - The Forge, a shed\n\nNo objection\n\n5. Appeals\n\nNone.\n"
    )
    assert [number for number, _, _ in items(body)] == ["4", "5"]
