"""Where a heading ends that runs on into what it heads."""

from __future__ import annotations

import pytest

from meetings.parsing.run_in import divide_title


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Openness and Transparency Notice", "The Chair read the notice."),
        ("To Record Those Members Present who do not have a Video Link", "There were none."),
        ("To Consider Acceptance for Apologies of Absence", "Apologies were noted from Cllr Ada Marsh (work)."),
        ("To Receive Declarations of Interest from Members", "Cllr Ada Marsh declared an interest in the lease."),
        ("To Approve the Minutes of the Meeting held on 4 March 2020", "There were no amendments."),
        ("Cllr Tom Reed (Borough) and Cllr Ada Marsh (County), if in attendance", "Cllr Tom Reed urged patience."),
        ("Provision of warning signs", "Harrowmere Town Council (HTC) has agreed that signs be put up."),
        ("EXCLUSION OF PRESS AND PUBLIC", "The Council to pass a resolution under the Act."),
        ("Chairman’s Report", "• There has been another flood."),
        ("Budget needs for next year", "Councillors were presented with the figures."),
        ("Disciplinary Policy (8.1)", "The Clerk reported that it had been updated."),
        ("Weight Restriction Signage?", "The lorries remain a concern."),
        ("Tree Survey", "Considered under item 5.3"),
    ],
)
def test_a_title_ends_where_the_narrative_begins(title: str, rest: str) -> None:
    assert divide_title(f"{title} {rest}") == (title, rest)


@pytest.mark.parametrize(
    ("words", "title", "rest"),
    [
        ("Minutes: It was agreed that they be signed.", "Minutes", "It was agreed that they be signed."),
        ("Apologies: None", "Apologies", "None"),
        (
            "Payments: Marsh Ltd £20, Reed Ltd £30 – pass for payment.",
            "Payments",
            "Marsh Ltd £20, Reed Ltd £30 – pass for payment.",
        ),
        ("The Common - The Clerk had written again.", "The Common", "The Clerk had written again."),
        ("Phone box – all is felt to have gone well there", "Phone box", "all is felt to have gone well there"),
        ("Treasurer’s Report. AM reported on the year.", "Treasurer’s Report.", "AM reported on the year."),
        (
            "Clerk’s Report Letters passed to Councillors: a survey of the ponds.",
            "Clerk’s Report",
            "Letters passed to Councillors: a survey of the ponds.",
        ),
    ],
)
def test_a_mark_or_a_stop_ends_a_title(words: str, title: str, rest: str) -> None:
    assert divide_title(words) == (title, rest)


@pytest.mark.parametrize(
    "words",
    [
        "To Approve: Payments and Accounts Reconciliation - May 2020",
        "School Transport – Proposed Changes",
        "Review of Parish Council Recruitment",
        "CONFIDENTIAL – Lease of the Lodge",
    ],
)
def test_a_title_may_be_all_there_is(words: str) -> None:
    assert divide_title(words) == (words, "")


@pytest.mark.parametrize(
    "words",
    [
        "Ms Marsh said that the oak was ill.",
        "The minutes of the meeting held on 2 May were agreed as a true record.",
        "P.C.S.O. Reed joined the meeting and told of thefts.",
        "Circulated, copy of the draft minutes of the meeting",
        "A. Marsh, T. Reed:",
        "A. Marsh, T. Reed: That the fee be raised. Carried.",
        "New sign “No Entry” has now been fitted to the post in the lane",
    ],
)
def test_a_narrative_has_no_title(words: str) -> None:
    assert divide_title(words) == ("", words)


def test_long_words_are_divided_in_little_time() -> None:
    words = "Ada Marsh and the Oak " * 5_000
    assert divide_title(words)[0] == ""
