"""Minutes that contradict themselves: a note for the clerk, with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meetings.parsing import parse_minutes
from meetings.parsing.doubts import doubts_about
from meetings.parsing.parsed import Note

HEAD = """\
Nether Walcote Parish Council

Minutes of the meeting held on Tuesday, 12 March 2024 at {start} in the Village Hall

Present: Cllr A Marsh (Chair), Cllr B Ferris, Cllr Una O’Rane, Mr T Hale (Clerk)

Apologies: {apologies}

1. Minutes

It was resolved that the minutes of the meeting held on {last} be approved.

2. Trees

{trees}

3. Date of next meeting

{upcoming}

The meeting closed at {end}.
"""
SOUND = {
    "start": "7.30 pm",
    "apologies": "Cllr Y Orme",
    "last": "13 February 2024",
    "trees": "It was proposed by Cllr Marsh, seconded by Cllr O'Rane and resolved that the willow be felled (3 for).",
    "upcoming": "Tuesday 9 April 2024",
    "end": "9.15 pm",
}


def doubts(**changed: str) -> list[Note]:
    return list(parse_minutes(HEAD.format(**{**SOUND, **changed})).notes)


def test_minutes_without_contradiction_have_no_note() -> None:
    assert doubts() == []


@pytest.mark.parametrize(
    ("changed", "code", "line", "told"),
    [
        ({"end": "6.15 pm"}, "ends_before_start", 21, "19:30"),
        ({"last": "13 April 2024"}, "confirms_later", 11, "13 April 2024"),
        ({"last": "13 February 2014"}, "far_off_day", 11, "13 February 2014"),
        ({"upcoming": "Tuesday 9 January 2024"}, "next_meeting_earlier", 17, "9 January 2024"),
        ({"upcoming": "Tuesday 9 April 2034"}, "far_off_day", 19, "9 April 2034"),
        ({"apologies": "Cllr Y Orme and Cllr B Ferris"}, "present_and_absent", 7, "B Ferris"),
        (
            {"trees": "Resolved: that the willow be felled (3 for, 2 against)."},
            "more_votes_than_present",
            15,
            "5 votes",
        ),
        (
            {"trees": "It was proposed by Cllr Marsh, seconded by Cllr Penrice and resolved that the tree be felled."},
            "not_present",
            15,
            "Penrice",
        ),
        (
            {"trees": "It was proposed by Cllr Orme, seconded by Cllr Marsh and resolved that the willow be felled."},
            "not_present",
            15,
            "Orme",
        ),
    ],
)
def test_a_contradiction_is_told_with_its_line(changed: dict[str, str], code: str, line: int, told: str) -> None:
    [note] = doubts(**changed)
    assert (note.code, note.line) == (code, line)
    assert told in note.message


@pytest.mark.parametrize(
    "changed",
    [
        {"end": "12.20 am"},
        {"trees": "It was proposed by the Chairman, seconded by Una O’Rane and resolved that the willow be felled."},
        {"trees": "It was proposed by AM, seconded by BF and resolved that the willow be felled."},
        {"last": "14 March 2023"},
    ],
)
def test_what_only_looks_like_a_contradiction_is_none(changed: dict[str, str]) -> None:
    assert doubts(**changed) == []


CARRIED = "Proposed by Cllr Marsh, seconded by Cllr Ferris, that the willow be felled. "


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("The motion was lost with 2 for and 1 against.", "lost with 2 for it and 1 against"),
        ("The motion was carried with 1 for and 2 against.", "carried with 1 for it and 2 against"),
        ("The motion was carried with 2 for and 1 against.", None),
        ("The motion was lost with 1 for and 2 against.", None),
    ],
)
def test_an_outcome_that_the_votes_deny_is_told(result: str, told: str | None) -> None:
    found = [note.message for note in doubts(trees=CARRIED + result) if note.code == "outcome_differs"]
    assert len(found) == (told is not None)
    assert told is None or told in found[0]


def test_a_unanimous_vote_with_votes_against_is_told() -> None:
    minutes = parse_minutes(HEAD.format(**{**SOUND, "trees": CARRIED + "Carried with 2 for and 1 against."}))
    first, trees, *others = minutes.items
    [resolution] = trees.resolutions
    assert resolution.votes is not None
    resolution = replace(resolution, votes=replace(resolution.votes, unanimous=True))
    changed = replace(minutes, items=(first, replace(trees, resolutions=(resolution,)), *others))
    assert [note.code for note in doubts_about(changed)] == ["outcome_differs"]
