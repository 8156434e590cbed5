"""Where business goes, and where it comes from."""

from __future__ import annotations

import pytest

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Span
from meetings.parsing.referrals import read_referrals


def told(sentence: str, *, title: str = "Sea wall", own: str | None = "Amenities Committee") -> list[tuple[str, str]]:
    referrals = read_referrals(title, Span(2, 4), [Paragraph(sentence, Span(3, 4))], own)
    return [(referral.way, referral.body) for referral in referrals]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("RESOLVED that the matter be referred to the Finance Committee.", [("to", "Finance Committee")]),
        (
            "It was agreed to refer the motion back to the Standing Committee on Coast and Harbours.",
            [("to", "Standing Committee on Coast and Harbours")],
        ),
        ("RECOMMENDED to full Council that the wall be repaired.", [("to", "full Council")]),
        ("The report will be submitted to Cabinet.", [("to", "Cabinet")]),
        ("The item was deferred to the next meeting.", [("to", "next meeting")]),
        ("It was agreed to defer the item until the May meeting.", [("to", "May meeting")]),
        (
            "Quotes will be considered at the next meeting of the Parish Council.",
            [("to", "next meeting of the Parish Council")],
        ),
        (
            "The Committee considered the report of the Planning Committee dated 3 May.",
            [("from", "Planning Committee")],
        ),
        ("The recommendations of the Coast Working Group were adopted.", [("from", "Coast Working Group")]),
        ("As referred by the Executive, the plan was debated.", [("from", "Executive")]),
        ("Councillor Orme referred to the Finance Committee.", []),
        ("The minutes of the Amenities Committee were approved.", []),
        ("Circulated, report of the Chief Executive dated 3 May.", []),
        ("Circulated, report of the Senior Executive Engineer.", []),
        ("An update from the Cabinet Office was read, and a report of the Cabinet Office.", []),
        ("The letter was sent to the Planning Committee’s chairman.", []),
        ("The next meeting will be held on 3 May.", []),
        ("The committee met.", []),
    ],
)
def test_referrals_are_told_in_sentences(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


def test_a_title_tells_them_too_and_each_counts_once() -> None:
    sentence = "The report of the Planning Committee was received. The report of the Planning Committee is long."
    assert told(sentence, title="REPORT OF THE PLANNING COMMITTEE dated 3 May") == [("from", "PLANNING COMMITTEE")]


@pytest.mark.parametrize("other", ["Council", "Parish Council", "Ordinary Parish Council", "Walcote Parish Council"])
def test_the_body_that_meets_is_no_other(other: str) -> None:
    assert told(f"The minutes of the {other} were approved.", own="Walcote Parish Council") == []
    assert told(f"The minutes of the {other} were received.") == [("from", other)]


def test_a_referral_keeps_its_words_and_place() -> None:
    [referral] = read_referrals("", Span(2, 4), [Paragraph("Read. Deferred to the next meeting.", Span(3, 4))], None)
    assert (referral.words, referral.span) == ("Deferred to the next meeting.", Span(3, 4))
    assert type(referral).from_dict(referral.to_dict()) == referral
