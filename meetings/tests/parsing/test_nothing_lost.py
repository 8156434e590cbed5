"""No text is dropped in silence: every line of a source is in a field, a leftover or ``unplaced``."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing import MinutesError, ParsedMinutes, parse_minutes
from meetings.parsing.patterns.persons import ATTENDANCE_LABEL, TITLE
from meetings.parsing.patterns.preamble import HEAD_FORMULA
from meetings.tests.parsing.test_golden import CASES, GOLDEN

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXTS = [GOLDEN / case / "text.txt" for case in CASES] + sorted(SAMPLES.glob("*.txt"))


# Words of the head and of attendance lists that label facts without being one.
_FORMULA = """
    minutes of the a an and on at in for meeting held annual parish town council commencing pm am present also officers
    attendance absent councillor councillors county cllrs cllr january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday draft
"""
FORMULA = frozenset(_FORMULA.split())


def squashed(text: str) -> str:
    """Letters and digits alone: what layout cannot change."""
    return "".join(re.findall(r"[^\W_]+", text))


def lost_lines(text: str, minutes: ParsedMinutes) -> list[str]:
    """The lines of ``text`` whose words are nowhere in the minutes."""
    held = [squashed(f"{item.number or ''}{item.title}{item.text}") for item in minutes.items]
    everything = "\n".join([*held, *(squashed(line.text) for line in (*minutes.leftovers, *minutes.unplaced))])
    facts = [minutes.council, minutes.committee, minutes.venue]
    for person in minutes.people:
        facts += [person.name, person.title, person.honours, person.role]
    told = FORMULA | {squashed(word).lower() for fact in facts for word in (fact or "").split()}
    lost = []
    for place, line in enumerate(text.split("\n"), start=1):
        if re.fullmatch(r"\s*</?AI\d+>\s*", line) or squashed(line) in everything:
            continue
        if any(item.span.first <= place <= item.span.last for item in minutes.items):
            lost.append(f"{place}: {line}")
        words = (squashed(word).lower() for word in line.split())
        if any(word not in told and not re.fullmatch(r"\d+(?:st|nd|rd|th|am|pm)?", word) for word in words if word):
            lost.append(f"{place}: {line}")
    return lost


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_line_of_whole_minutes_is_held(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert lost_lines(text, parse_minutes(text)) == []


def test_a_lost_line_is_seen() -> None:
    text = (GOLDEN / "plain" / "text.txt").read_text(encoding="utf-8")
    minutes = parse_minutes(text)
    assert lost_lines(text.replace("Three firms", "Four surveyors"), minutes)
    assert lost_lines(text.replace("S Bramley", "S Bramble"), minutes)


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
def test_random_lines_neither_crash_nor_get_lost(lines: list[str], with_head: bool) -> None:
    text = (HEAD if with_head else "") + "\n".join(lines)
    try:
        minutes = parse_minutes(text)
    except MinutesError:
        return
    placed = {place for item in minutes.items for place in range(item.span.first, item.span.last + 1)}
    placed |= {line.line for line in (*minutes.leftovers, *minutes.unplaced)}
    head = {place for span in minutes.spans.values() for place in range(span.first, span.last + 1)}
    printed = {place for place, line in enumerate(text.split("\n"), start=1) if squashed(line)}
    people = {place for person in minutes.people for place in range(person.span.first, person.span.last + 1)}
    for place in printed - placed - head - people:
        line = text.split("\n")[place - 1]
        words = " ".join(line.split())
        if any(words.startswith(person.name) for person in minutes.people):
            continue  # a name that a list prints twice
        list_label = ATTENDANCE_LABEL.fullmatch(words)
        label = (
            (list_label and not list_label["rest"]) or TITLE.fullmatch(words) or re.fullmatch(r"</?AI\d>|and", words)
        )
        assert label or not squashed(HEAD_FORMULA.sub("", line)), line
    assert ParsedMinutes.from_dict(minutes.to_dict()) == minutes


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(MinutesError):
        parse_minutes(text)
