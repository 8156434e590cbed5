"""No text is dropped in silence: every line of a source is in a field, a leftover or ``unplaced``."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meetings.parsing import MinutesError, ParsedMinutes, parse_minutes
from meetings.parsing.coverage import measure_coverage
from meetings.tests.parsing.test_golden import CASES, GOLDEN

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXTS = [GOLDEN / case / "text.txt" for case in CASES] + sorted(SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_line_of_whole_minutes_is_held(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert measure_coverage(text, parse_minutes(text)).lost == ()


def test_a_lost_line_is_seen() -> None:
    text = (GOLDEN / "plain" / "text.txt").read_text(encoding="utf-8")
    minutes = parse_minutes(text)
    for printed, other in (("Three firms", "Four surveyors"), ("S Bramley", "S Bramble")):
        [lost] = measure_coverage(text.replace(printed, other), minutes).lost
        assert lost.text.strip(",") == other.removeprefix("S ")


HEAD = (
    "Harrowmere Borough Council\n\nAmenities Committee\n"
    "Minutes of the Meeting held on Tuesday, 12th March, 2024 at 6.30 pm - Guildhall, Harrowmere\n\n"
)
PIECES = """
1.  Apologies|2. Trees|4.2 Mill Lane|88/24  Budget|(a)  Sea wall|b. Depot|(ii) a part;|•  a point|and|well-|(Item 3)
RESOLVED that the fee be raised.|Resolved: That|RESOLVED|It was agreed to write.|Carried.|EXEMPT ITEMS|Part I
Councillor Marsh moved, and Councillor Reed seconded, that the tree be felled.|The motion was lost by 2 votes to 3.
For (2): Councillors Marsh and Reed|Present:|Councillors|\tAda Marsh|Tom Reed (Clerk)|The public were re-admitted.
</AI2>|<TRAILER_SECTION>|</TRAILER_SECTION>
3|---|Page 2 of 3|\f|**7. Roofs** are wet.|# Roofs|ROOFS|Signed ........ Chair|Apologies were received from
<AI1>|</AI1>|<AI2>|The next meeting is on 3 April.|The meeting closed at 9 pm.
"""
LINES = st.one_of(
    st.sampled_from(["", "| a | b |", *PIECES.replace("\n", "|").strip("|").split("|")]),
    st.text(max_size=60).map(lambda text: text.replace("\n", " ")),
)


@given(st.lists(LINES, max_size=30), st.booleans())
@example(["Apologies: Councillors A{0"], True).via("a word whose end belongs to no name")
@example(["Present:", "The meeting closed at 9 pm.", "0:0|1"], False).via("a word in two cells")
def test_random_lines_neither_crash_nor_get_lost(lines: list[str], with_head: bool) -> None:
    text = (HEAD if with_head else "") + "\n".join(lines)
    try:
        minutes = parse_minutes(text)
    except MinutesError:
        return
    assert measure_coverage(text, minutes).lost == ()
    assert ParsedMinutes.from_dict(minutes.to_dict()) == minutes


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(MinutesError):
        parse_minutes(text)
