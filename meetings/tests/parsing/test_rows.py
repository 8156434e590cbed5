"""Minutes set as one table: its rows are items."""

from __future__ import annotations

import pytest

from meetings.parsing import ParsedMinutes, extract_text, parse_minutes
from meetings.tests.parsing.test_items import ROSTER
from meetings.tests.parsing.word_documents import document, paragraph, run, table

LAST = "The minutes of 5 March 2024 were approved."


def read(*rows: str) -> ParsedMinutes:
    return parse_minutes(ROSTER + "\n".join(rows) + "\n")


def items(*rows: str) -> list[tuple[str | None, str, str]]:
    """Number, title and text of each item."""
    return [(item.number, item.title, item.text) for item in read(*rows).items]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "Item | Discussion | Decision | Action",
                "1. Apologies | None were received. | |",
                f"2. Minutes of the last meeting | {LAST} | Signed. | Clerk",
                "3. Trees | The oak is ill. | RESOLVED to fell it. | NV",
            ),
            [
                ("1", "Apologies", "None were received."),
                ("2", "Minutes of the last meeting", f"{LAST}\n\nSigned.\n\nClerk"),
                ("3", "Trees", "The oak is ill.\n\nRESOLVED to fell it.\n\nNV"),
            ],
        ),
        (
            (
                "Topic | Notes | Who",
                "Apologies | None. |",
                "Trees | The oak was felled. | NV",
                "Next meeting | To be told. | All",
            ),
            [
                (None, "Apologies", "None."),
                (None, "Trees", "The oak was felled.\n\nNV"),
                (None, "Next meeting", "To be told.\n\nAll"),
            ],
        ),
        (
            (
                "Item | Discussion | Action",
                "1 | Minutes of the last meeting were agreed. |",
                "2 | Heating. The boiler failed twice in December. It was agreed to mend it. | BR",
                "3 | Any other business. None. |",
            ),
            [
                ("1", "", "Minutes of the last meeting were agreed."),
                ("2", "Heating", "The boiler failed twice in December. It was agreed to mend it.\n\nBR"),
                ("3", "Any other business", "None."),
            ],
        ),
        (
            (
                "No. | Item | Action by",
                "1. | Welcome  The Chair opened the meeting. |",
                "2. | Trees  The oak is ill.  It was agreed to fell it. | NV",
                "3. | Any other business  None. |",
            ),
            [
                ("1", "Welcome", "The Chair opened the meeting."),
                ("2", "Trees", "The oak is ill.\n\nIt was agreed to fell it.\n\nNV"),
                ("3", "Any other business", "None."),
            ],
        ),
        (
            (
                "**Agenda item** | **Minutes** | **Lead**",
                "",
                "**Opening**",
                "",
                "1.1 Welcome | The Chair opened the meeting. | Chair",
                "",
                "**Estates**",
                "",
                "2.1 Trees | The oak was felled. | NV",
                " | The elm was kept. |",
                "2.2 Date of next meeting | To be told. | Clerk",
            ),
            [
                (None, "Opening", ""),
                ("1.1", "Welcome", "The Chair opened the meeting.\n\nChair"),
                (None, "Estates", ""),
                ("2.1", "Trees", "The oak was felled.\n\nNV\n\nThe elm was kept."),
                ("2.2", "Date of next meeting", "To be told.\n\nClerk"),
            ],
        ),
    ],
)
def test_rows_are_items(rows: tuple[str, ...], expected: list[tuple[str | None, str, str]]) -> None:
    assert items(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ("Action | Owner | Deadline", "Approve the minutes | Clerk | May", "Agree the date | NV | June"),
        ("Item | Action | Deadline", "Minutes | Sign them | May", "Next meeting | Book the hall | June", "a | b | c"),
        ("Payee | Purpose | Amount", "N Vane | Minutes | £20.00", "B Reed | Next meeting | £9.00", "C Yeo | AOB | £1"),
        ("Topic | Notes", "Roads | Holes", "Bins | Full", "Dogs | Loud"),
    ],
)
def test_rows_of_another_table_are_none(rows: tuple[str, ...]) -> None:
    told = items("1. Apologies", "", "None.", "", "2. Trees", "", "The oak was felled.", "", *rows)
    assert [number for number, _, _ in told] == ["1", "2"]
    assert told[1][2].endswith(" ".join(rows[-1].split()))


def test_column_heads_are_furniture_and_no_line_is_unplaced() -> None:
    heads = "Item | Discussion | Action"
    minutes = read(heads, "1. Apologies | None. |", "2. Trees | Felled. | NV", heads, "3. Next meeting | May. |")
    assert [leftover.text for leftover in minutes.leftovers] == [heads, heads]
    assert not minutes.unplaced
    assert [item.span.to_list() for item in minutes.items] == [[10, 10], [11, 11], [13, 13]]


@pytest.mark.parametrize("label", ["**EXEMPT ITEMS**", "EXEMPT ITEMS", " | EXEMPT ITEMS | |"])
def test_rows_below_the_label_of_a_closed_part_are_restricted(label: str) -> None:
    minutes = read(
        "No | Item | Discussion | Action",
        "1 | Apologies | None. |",
        "2 | Next meeting | In May. |",
        "",
        label,
        "",
        "3 | Staffing | RESOLVED to move the Clerk to scale point 20. | AM",
    )
    assert [item.restricted for item in minutes.items] == [False, False, True]


def test_a_row_that_excludes_the_public_restricts_those_below() -> None:
    minutes = read(
        "No | Item | Discussion | Decision",
        "1 | Apologies | None. |",
        "2 | Next meeting | In May. |",
        "3 | Exclusion of the public | Staffing is next. | RESOLVED that the press and public be excluded.",
        "4 | Staffing | The pay was told. | RESOLVED to raise it.",
    )
    assert [item.restricted for item in minutes.items] == [False, False, False, True]


def test_a_payments_table_below_its_caption_is_part_of_the_decision() -> None:
    minutes = read(
        "24/01 Apologies",
        "",
        "None.",
        "",
        "24/02 Finance",
        "",
        "RESOLVED to approve the following payments:",
        "",
        "Payments for May 2024",
        "",
        "Payee | Amount",
        "N Vane | £412.00",
    )
    assert [item.number for item in minutes.items] == ["24/01", "24/02"]
    [decision] = minutes.items[1].resolutions
    assert decision.text.endswith("Payments for May 2024\n\nPayee | Amount\n\nN Vane | £412.00")


LONG = "The Treasurer said that the hall was let on forty evenings since the summer and asked for higher fees. " * 2


def test_rows_without_numbers_are_items_however_long_their_text_is() -> None:
    word = document(
        paragraph(run("Nether Walcote Parish Council")),
        paragraph(run("Minutes of the meeting held on 7 May 2024")),
        paragraph(run("Present: Cllr A Marsh")),
        table(
            ("Topic", "Discussion", "Action"),
            ("Apologies", "None.", ""),
            (paragraph(run("Hall fees")), paragraph(run(LONG)) + paragraph(run(LONG)), "NV"),
            ("Bins", "They were full.", ""),
            ("Next meeting", "4 June 2024", "All"),
        ),
    )
    read = parse_minutes(extract_text(word, "minutes.docx").text)
    told = LONG.strip()
    assert [(item.title, item.text) for item in read.items] == [
        ("Apologies", "None."),
        ("Hall fees", f"{told}\n\n{told}\n\nNV"),
        ("Bins", "They were full."),
        ("Next meeting", "4 June 2024\n\nAll"),
    ]
