"""Headings without a number, and lists of numbers that are no items."""

from __future__ import annotations

import pytest

from meetings.tests.parsing.test_items import items

TOLD = "The Clerk reported that nothing had been heard from the County Council so far."


def titles(body: str) -> list[tuple[str | None, str]]:
    return [(number, title) for number, title, _ in items(body)]


@pytest.mark.parametrize(
    "marked",
    ["## {}\n\n", "**{}**\n\n", "{}:\n\n", "**{}:** ", "{}: "],
)
def test_headings_look_like_those_that_every_agenda_knows(marked: str) -> None:
    names = ["Matters arising", "The Lido", "Planning applications", "Correspondence"]
    body = "".join(f"{marked.format(name)}{TOLD}\n\n" for name in names)
    assert items(body) == [(None, name, TOLD) for name in names]


def test_a_caption_with_its_text_behind_it_where_all_is_bold() -> None:
    body = f"**Disclosure of interests: None.**\n\n**1. Roads**\n\n**{TOLD}**\n\n**2. Roofs**\n\n**{TOLD}**\n"
    assert items(body) == [(None, "Disclosure of interests", "None."), ("1", "Roads", TOLD), ("2", "Roofs", TOLD)]


def test_short_lines_head_business_that_agendas_know() -> None:
    body = f"Matters arising\n\n{TOLD}\n\nAccounts for approval\n\nMarsh Ltd - £20\n\nReed Ltd - £30\n"
    assert titles(body) == [(None, "Matters arising"), (None, "Accounts for approval")]


def test_an_owner_in_a_column_is_no_part_of_the_title() -> None:
    body = f"## Newsletter      Ada Marsh\n\n{TOLD}\n\n## Membership      Tom Reed\n\n{TOLD}\n"
    assert items(body) == [
        (None, "Newsletter", f"Ada Marsh\n\n{TOLD}"),
        (None, "Membership", f"Tom Reed\n\n{TOLD}"),
    ]


def test_numbered_lists_under_headings_are_no_items() -> None:
    letters = "1. County Council, footpaths\n\n2. National Trust, open day\n\n3. Age Concern, lunch\n\n"
    body = (
        f"MATTERS ARISING\n\n{TOLD}\n\nPLANNING\n\n{TOLD}\n\nCORRESPONDENCE\n\n{letters}ANY OTHER BUSINESS\n\n{TOLD}\n"
    )
    assert [title for _, title in titles(body)] == [
        "MATTERS ARISING",
        "PLANNING",
        "CORRESPONDENCE",
        "ANY OTHER BUSINESS",
    ]


def test_a_bold_line_right_under_a_numbered_heading_is_an_item() -> None:
    body = f"**1. Roads**\n\n**Mill Lane**\n\n{TOLD}\n\n**2. Roofs**\n\n{TOLD}\n"
    assert titles(body) == [("1", "Roads"), (None, "Mill Lane"), ("2", "Roofs")]


def test_a_bold_line_over_paragraphs_that_count_on_is_text() -> None:
    body = f"**1. Budget**\n\n1) {TOLD}\n\n**Highways**\n\n2) {TOLD}\n\n**2. Roofs**\n\n{TOLD}\n"
    assert titles(body) == [("1", "Budget"), ("2", "Roofs")]


@pytest.mark.parametrize("label", ["REPLY", "No objections", "Actions", "All licences have been granted"])
def test_labels_within_items_head_nothing(label: str) -> None:
    body = f"**1. Roads**\n\n{TOLD}\n\n**{label}**\n\n{TOLD}\n\n**2. Roofs**\n\n{TOLD}\n"
    assert titles(body) == [("1", "Roads"), ("2", "Roofs")]


def test_lines_with_a_colon_head_the_parts_of_one_item() -> None:
    parts = "".join(f"{name}:\n\n{TOLD}\n\n" for name in ("The Lido", "The Green", "The Pond"))
    body = f"1. Matters arising\n\n{parts}2. Correspondence\n\n{TOLD}\n"
    assert titles(body) == [
        ("1", "Matters arising"),
        (None, "The Lido"),
        (None, "The Green"),
        (None, "The Pond"),
        ("2", "Correspondence"),
    ]


def test_the_only_heading_of_a_special_meeting() -> None:
    assert titles(f"PLAN FOR THE QUAY:\n\n{TOLD}\n") == [(None, "PLAN FOR THE QUAY")]
