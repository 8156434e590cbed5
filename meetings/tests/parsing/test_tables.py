"""Tables within an item's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing.parsed import ParsedItem
from meetings.parsing.tables import Table, parts_of, tables_of

PAYMENTS = "Payee | Purpose | Amount\n\nN Vane | Salary | £412.00\n\nTotal | | £652.00"
ROWS = (("N Vane", "Salary", "£412.00"), ("Total", "", "£652.00"))
HEADS = ("Payee", "Purpose", "Amount")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("No table.", ()),
        ("One row | alone", ()),
        (PAYMENTS, (Table(ROWS, HEADS),)),
        (f"They were paid:\n\n{PAYMENTS}\n\nNoted.", (Table(ROWS, HEADS, first=1),)),
        (f"Told.\n\nPayments for May 2024\n\n{PAYMENTS}", (Table(ROWS, HEADS, "Payments for May 2024", 1),)),
        ("Oak | felled\n\nElm | kept", (Table((("Oak", "felled"), ("Elm", "kept"))),)),
        ("Oak | 3\n\nElm | 2 | ill", (Table((("Oak", "3", ""), ("Elm", "2", "ill"))),)),
        ("Tree | How many\n\nElm | 2\n\nOak | 3", (Table((("Elm", "2"), ("Oak", "3")), ("Tree", "How many")),)),
        ("Oak | 3\n\nFelled.\n\nElm | 2", ()),
    ],
)
def test_rows_below_each_other_are_a_table(text: str, expected: tuple[Table, ...]) -> None:
    assert tables_of(text) == expected


def test_an_item_tells_its_tables_and_where_they_stand() -> None:
    item = ParsedItem("7", "Finance", f"Paid were:\n\nPayments for May 2024\n\n{PAYMENTS}\n\nNoted.")
    assert item.to_dict()["tables"] == [
        {
            "caption": "Payments for May 2024",
            "heads": ["Payee", "Purpose", "Amount"],
            "rows": [["N Vane", "Salary", "£412.00"], ["Total", "", "£652.00"]],
            "paragraphs": [1, 4],
        }
    ]


def test_a_table_holds_what_its_text_holds_now() -> None:
    written = ParsedItem("7", "Finance", PAYMENTS).to_dict()
    blacked = {**written, "text": PAYMENTS.replace("N Vane", "■■■")}
    [table] = ParsedItem.from_dict(blacked).tables
    assert table.rows[0] == ("■■■", "Salary", "£412.00")


@given(st.lists(st.sampled_from(["Told.", "Payments", "Payee | Amount", "N Vane | £4", "| | x", "a | b | c"])))
def test_no_paragraph_is_lost_or_told_twice(paragraphs: list[str]) -> None:
    told: list[str] = []
    for part in parts_of(paragraphs):
        if isinstance(part, str):
            told.append(part)
        else:
            assert paragraphs[part.first : part.last + 1][-len(part.rows) :]
            assert part.first == len(told)
            told += [words for words in (part.caption,) if words]
            told += [" | ".join(row) for row in (part.heads, *part.rows) if row]
    flat = [" ".join("".join(words.split("|")).split()) for words in told]
    assert flat == [" ".join("".join(words.split("|")).split()) for words in paragraphs]
