"""The net under all wordings: what suggests closed business is quoted to the clerk where no item is restricted."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.tests.parsing.test_exempt import EXCLUDED, read
from meetings.tests.parsing.test_nothing_lost import HEAD


def doubted(*items: str) -> list[tuple[str, int | None]]:
    """What the notes on business that may be exempt quote, and their lines."""
    notes = [note for note in read(*items).notes if note.code == "may_be_exempt"]
    return [(note.message.partition("“")[2].partition("”")[0], note.line) for note in notes]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Had it been put, the public could have\nbeen ex-\ncluded.", "public could have been excluded"),
        ("It was taken under Section 100A.", "Section 100A"),
        ("Powers in Schedule 12A were used.", "Schedule 12A"),
        ("The 1960 Act was read out.", "1960 Act"),
        ("She would rather answer in private.", "in private"),
        ("A closed session would follow.", "closed session"),
        ("The exempt appendix was not read.", "exempt appendix"),
        ("He drew attention to the confidential minutes.", "confidential minutes"),
        ("The page was marked not for publication.", "not for publication"),
        ("The meeting was closed to the public.", "meeting was closed to the public"),
        ("Cllr Reed proposed closing the meeting to the public.", "closing the meeting to the public"),
    ],
)
def test_words_that_suggest_closed_business_are_quoted_with_their_line(words: str, quoted: str) -> None:
    assert doubted("Trees: Felled.", f"Sundry: {words}") == [(quoted, 15)]


def test_the_words_are_found_in_the_head_and_in_what_is_left_out() -> None:
    head = HEAD.replace("Amenities Committee\n", "Amenities Committee\nHeld in private\n", 1)
    minutes = parse_minutes(f"{head}Present:\nCllr P Penrice\n\n1.  Trees\n\nFelled.\n")
    assert "may_be_exempt" in [note.code for note in minutes.notes]


@pytest.mark.parametrize(
    "items",
    [
        (f"Exclusion of the public: {EXCLUDED}", "Lease: £400."),
        ("Trees: Felled. RESOLVED under Section 100A that the public be excluded.", "Lease: £400."),
        ("Trees: The exempt appendix would be taken later, likely in private.", "Lease (Exempt): £400."),
        ("!EXEMPT ITEMS", "Lease: £400. The exempt appendix was read."),
        ("Lease (Exempt): £400.", "Thanks: The public were re-admitted after the private session. Said."),
        ("Order: It was agreed to take Items 2 and 3 in private at the end of the meeting.", "Lease: £4.", "Fees: £5."),
        ("Sundry: Section 100A was explained.", "Exclusion: No items required the exclusion of the public."),
        ("Exclusion of the press and public: None.",),
        ("Sundry: There were no exempt items.",),
    ],
)
def test_no_doubt_where_the_words_lead_to_what_is_restricted_or_nobody_was_excluded(items: tuple[str, ...]) -> None:
    assert doubted(*items) == []


def test_the_line_is_that_of_the_words() -> None:
    assert doubted("Trees: Felled.", "Sundry: One line,\nanother with-\nout them, and the\nexempt\npapers.") == [
        ("exempt papers", 18)
    ]


@pytest.mark.parametrize(
    ("items", "quoted"),
    [
        (("Sundry: The exempt appendix was read.", "Lease (Exempt): £400."), "exempt appendix"),
        (("Lease (Exempt): £400.", "Tender: Acme was told in camera. The public had gone."), "in camera"),
        (("Trees: Section 100A was used.", f"Exclusion of the public: {EXCLUDED}", "Fee: £4."), "Section 100A"),
        (
            (
                f"Exclusion of the public: {EXCLUDED}",
                "Fee: £4.",
                "Back: The public were re-admitted.",
                "Hall: A closed session met.",
            ),
            "closed session",
        ),
    ],
)
def test_what_is_open_is_looked_at_although_an_item_is_restricted(items: tuple[str, ...], quoted: str) -> None:
    assert [words for words, _ in doubted(*items)] == [quoted]


@pytest.mark.parametrize(
    "words",
    [
        "Exlusion of press & public.",
        "Resloved that teh press and publc be exluded.",
        "The exlcusion of the pubilc was moved.",
        "The cofidential report was read.",
        "An exemppt item followed.",
        "EXCULSION OF THE PUBLIC.",
        "RESOLVED that the publi? be excluded",
        "RESOLVED that the pub?lic be ex?cluded",
        "The residents then went home so that the council could talk freely.",
        "The public were told to go in order that members might discuss pay.",
    ],
)
def test_misspelt_and_plain_words_are_quoted(words: str) -> None:
    [(quoted, line)] = doubted("Trees: Felled.", f"Sundry: {words}")
    assert quoted in words
    assert line == 15


@pytest.mark.parametrize(
    "words",
    [
        "The expert in public health included the press in the tour.",
        "Residents went to the hall, so it was full.",
        "All except the public house were inspected.",
        "The private path was included, and the publicity excused.",
        "The residential scheme excludes the garages.",
    ],
)
def test_words_that_only_look_misspelt_raise_no_doubt(words: str) -> None:
    assert doubted("Trees: Felled.", f"Sundry: {words}") == []
