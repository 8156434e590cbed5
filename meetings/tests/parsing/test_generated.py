"""Numbers that nobody typed, and furniture: extraction marks them, parsing takes them for what they are."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meetings.parsing import extract_text, parse_minutes
from meetings.parsing.extract.extracted import escape, furniture, generated
from meetings.parsing.lines import read_lines
from meetings.tests.parsing.word_documents import BOLD, document, entry, level, lists, paragraph, run

HEAD = (
    "Harrowmere Borough Council",
    "Minutes of the meeting of the Amenities Committee held on 7 May 2024",
    "Present:",
    "Councillor Alba Ferris",
)


@pytest.mark.parametrize(
    ("line", "text", "lead", "mark"),
    [
        (generated("1.", "Sea wall"), "1.  Sea wall", "", "1."),
        (f"# {generated('4.2', 'Sea wall')}", "4.2  Sea wall", "4.2  Sea wall", "4.2"),
        (f"**{generated('7', 'Sea wall')}** was repaired", "7  Sea wall was repaired", "7  Sea wall", "7"),
        (f"**{generated('•', 'Sea wall')}**", "Sea wall", "Sea wall", "•"),
        (generated("(a)", "paid"), "(a)  paid", "", "(a)"),
        (generated("*", "paid"), "paid", "", "*"),
        (generated("2.", ""), "2.", "", "2."),
        (f"| {generated('1.', 'Sea wall')} |  |", "1.  Sea wall |", "", "1."),
        ("4. Sea wall", "4. Sea wall", "", ""),
    ],
)
def test_a_line_tells_its_generated_mark(line: str, text: str, lead: str, mark: str) -> None:
    [read] = read_lines(line).body
    assert (read.text, read.lead, read.generated) == (text, lead, mark)


def test_furniture_is_left_out_by_name() -> None:
    lines = read_lines("\n".join((furniture(r"Page 1 of **\<AI4**"), "Minutes", furniture("<AI4"), "of a meeting")))
    assert [line.text for line in lines.body] == ["Minutes", "of a meeting"]
    assert [(left.kind, left.line, left.text) for left in lines.leftovers] == [
        ("furniture", 1, "Page 1 of <AI4"),
        ("furniture", 3, "<AI4"),
    ]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cf")), min_size=1))
@example("0__")
@example("_0_")
def test_escaped_words_lose_no_character(words: str) -> None:
    expected = " ".join(words.split())
    for line in read_lines(f"x {escape(words)} x").body:
        assert line.words == f"x {expected} x".replace("  ", " ")


def test_items_take_their_generated_number_and_their_text_takes_none() -> None:
    list_level = level(0, "(%1)", "lowerLetter")
    data = document(
        *HEAD,
        entry(run("Sea Wall", BOLD)),
        "The surveyor reported on the sea wall.",
        entry("The north end is sound.", list_id=2),
        entry("The south end is not.", list_id=2),
        entry(run("Bandstand", BOLD)),
        paragraph("RESOLVED that"),
        entry("the roof be mended; and", list_id=3),
        entry("the clerk write to the band.", list_id=3),
        entry("Nothing more was said by anybody about it.", list_id=2),
        numbering=lists(level(0, "%1."), level(0, "•", "bullet"), list_level),
    )
    minutes = parse_minutes(extract_text(data, "minutes.docx").text)
    assert [(item.number, item.title) for item in minutes.items] == [("1", "Sea Wall"), ("2", "Bandstand")]
    assert minutes.items[0].text.split("\n\n")[1:] == ["The north end is sound.", "The south end is not."]
    [resolution] = minutes.items[1].resolutions
    assert resolution.text == "the roof be mended; and\n\nthe clerk write to the band."
