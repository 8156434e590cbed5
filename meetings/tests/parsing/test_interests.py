"""Declarations of interest: who declared, in the words of the minutes."""

from __future__ import annotations

import pytest

from meetings.parsing.interests import read_interests
from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Span

ASKED = "Declarations of Interest"


def names(title: str, *paragraphs: str) -> list[str]:
    read = [Paragraph(text, Span(5 + place, 5 + place)) for place, text in enumerate(paragraphs)]
    return [interest.name for interest in read_interests(title, read)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Councillor Marsh declared a personal interest in item 5.", ["Marsh"]),
        (
            "Cllr Ada Marsh and Cllr B Ferris both declared a prejudicial interest as trustees.",
            ["Ada Marsh", "B Ferris"],
        ),
        ("Councillors Marsh and Orme disclosed a pecuniary interest.", ["Marsh", "Orme"]),
        ("Cllr Marsh declared an interest in item 8 and Cllr Orme declared an interest in item 9.", ["Marsh", "Orme"]),
        ("Councillor Marsh, having declared an interest, left the room.", ["Marsh"]),
        ("In item 4, Mrs Hale declared an interest.", ["Hale"]),
        ("An interest was declared by Councillor Orme in item 6.", ["Orme"]),
        ("The Chairman declared an interest in the allotments.", ["The Chairman"]),
        ("KG declared an interest.", ["KG"]),
        ("Councillor Marsh declared that she had no interest.", []),
        ("No interests were declared.", []),
        ("There were no declarations of interest from Councillor Orme.", []),
        ("Three firms had expressed an interest in the work.", []),
        ("The Clerk paid the interest on the loan.", []),
    ],
)
def test_interests_are_told_in_sentences(sentence: str, expected: list[str]) -> None:
    assert names("Sea wall", sentence) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Councillor Marsh – item 5, as a trustee of the hall", ["Marsh"]),
        ("Councillor Marsh (item 5)", ["Marsh"]),
        ("Councillor Shona Foote.", ["Shona Foote"]),
        ("By-law 42/2019 | Councillor Orme", ["Orme"]),
        ("None declared.", []),
        ("Nil.", []),
        ("The Mayor reminded members of the Code.", []),
        ("Councillor Marsh asked whether item 5 was open.", []),
    ],
)
def test_under_their_title_a_list_is_enough(entry: str, expected: list[str]) -> None:
    assert names(ASKED, entry) == expected
    assert "Marsh – item" not in entry or names("Sea wall", entry) == []


def test_an_interest_keeps_its_words_and_place() -> None:
    [interest] = read_interests(ASKED, [Paragraph("Welcome. Cllr Marsh declared an interest.", Span(3, 4))])
    assert (interest.words, interest.span) == ("Cllr Marsh declared an interest.", Span(3, 4))
    assert type(interest).from_dict(interest.to_dict()) == interest
