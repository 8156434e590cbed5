"""What is not the minutes of one meeting is refused with a code, a line and a sentence that says what to do."""

from __future__ import annotations

import pytest

from meetings.parsing import NotMinutes, parse_minutes
from meetings.parsing.errors import ExtractError, MinutesError, UnsupportedFormat
from meetings.tests.parsing.test_nothing_lost import HEAD

ITEM = "<AI1>\n\n1.  \n\tTrees\n\nFelled.\n\n</AI1>\n"
ROSTER = "Present:\nCllr A Marsh\n\n"
NEXT_HEAD = HEAD.replace("12th March", "14th May")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("***\n---\n", "not_minutes", None),
        ("Dear Sir,\n\nThank you for your letter on the meeting.\n\nYours faithfully\n", "letter", 1),
        (
            "AGENDA\n\nfor the meeting of the Amenities Committee on 12 March 2024\n\n1.  Apologies\n\n2.  Trees\n",
            "agenda",
            1,
        ),
        ("You are hereby summoned to a meeting on 12 March 2024\n\n1.  Apologies\n\n2.  Trees\n", "agenda", 1),
        ("Jumble sale on 12 March 2024\n\nAll are welcome.\n", "news", 3),
        ("A meeting about the jumble sale is planned for 12 March 2024.\n", "not_minutes", 1),
        (HEAD.replace("Tuesday, 12th March, 2024", "a day") + "1.  Trees\n\nFelled.\n", "no_date", None),
        (HEAD.replace("12th March, 2024", "31st February, 2024") + "1.  Trees\n\nFelled.\n", "no_date", 4),
        (HEAD + ROSTER + "1. Trees\n\n" + NEXT_HEAD + ROSTER, "several_meetings", 14),
        (HEAD + ITEM.replace("</AI1>", ""), "broken_tag", 6),
        (HEAD + ITEM + "</AI1>\n", "broken_tag", 14),
        (HEAD + ITEM.replace("</AI1>", "</AI2>"), "broken_tag", 13),
        (HEAD + "<AI1>\n" + ITEM, "broken_tag", 7),
        (HEAD + ITEM.replace("<AI1>", "<AI1"), "broken_tag", 6),
        (HEAD + ITEM.replace("</AI1>", "< /AI 1 >"), "broken_tag", 13),
        (HEAD + ITEM + "<TRAILER_SECTION>\n\tO Penhallow\n", "broken_tag", 14),
        (HEAD + ITEM + "</TRAILER_SECTION>\n", "broken_tag", 14),
        (HEAD + ITEM + "<TRAILER_SECTION>\n<LAYOUT_SECTION>\n", "broken_tag", 15),
        (HEAD + "<AI1>\n<LAYOUT_SECTION>\n</LAYOUT_SECTION>\n</AI1>\n", "broken_tag", 7),
    ],
)
def test_a_refusal_names_its_line(text: str, code: str, line: int | None) -> None:
    with pytest.raises(NotMinutes) as refused:
        parse_minutes(text)
    assert (refused.value.code, refused.value.line) == (code, line)
    assert refused.value.message.endswith(".")
    if code == "broken_tag":
        assert refused.value.fragment


def test_a_long_fragment_is_shortened() -> None:
    assert len(NotMinutes("No.", fragment="x" * 500).fragment) == 120


@pytest.mark.parametrize("kind", [MinutesError, UnsupportedFormat, ExtractError, NotMinutes])
def test_an_error_comes_back_from_its_json(kind: type[MinutesError]) -> None:
    error = kind("A sentence.", line=3, fragment="<AI1", code="broken_tag")
    back = MinutesError.from_dict(error.to_dict())
    assert type(back) is kind
    assert back.to_dict() == error.to_dict()


def test_more_items_than_any_meeting_has_are_refused() -> None:
    business = "".join(f"{n}.  Business {n}\n\nIt was discussed.\n\n" for n in range(1, 1200))
    with pytest.raises(NotMinutes) as refused:
        parse_minutes(HEAD + business)
    assert refused.value.code == "too_many_items"
