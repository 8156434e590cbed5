"""The grammar of lines and of numbered items, over generated texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing import parse_minutes
from meetings.parsing.lines import read_lines
from meetings.parsing.paragraphs import Layout, sentences
from meetings.tests.parsing.test_nothing_lost import HEAD

ROSTER = f"{HEAD}Present:\nCouncillor Ada Marsh\n\n"
STYLES = {
    "{n}.  {title}": "{n}",
    "{n}. {title}": "{n}",
    "{n}) {title}": "{n}",
    "{n}.\n\n{title}": "{n}",
    "**{n}. {title}**": "{n}",
    "# {n}. {title}": "{n}",
    "{n}/24  {title}": "{n}/24",
    "FC.{n}/24 {title}": "FC.{n}/24",
    "R2024-{n:03d}  {title}": "R2024-{n:03d}",
}
TITLES = st.sampled_from(
    ["Trees", "Sea wall", "Bus shelter, Mill Lane", "Accounts for payment", "Letter from Mrs Orme"]
)
WORDS = st.sampled_from(["oak", "elm", "wall", "of", "the", "2024", "Marsh", "well-", "(a)", "£4.50", "was", "felled."])
PRINTED = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(
    st.sampled_from(sorted(STYLES)),
    st.integers(1, 400),
    st.lists(st.tuples(TITLES, st.integers(0, 3)), min_size=4, max_size=12),
)
def test_items_keep_their_numbers_whatever_lists_stand_in_them(
    style: str, first: int, items: list[tuple[str, int]]
) -> None:
    text = ROSTER
    for number, (title, entries) in enumerate(items, start=first):
        text += f"{style.format(n=number, title=title)}\n\nThese were told:\n\n"
        text += "".join(
            f"{entry}. the oak was felled there, and so were the elms;\n\n" for entry in range(1, entries + 1)
        )
    read = parse_minutes(text).items
    assert [item.number for item in read] == [STYLES[style].format(n=first + place) for place in range(len(items))]
    assert [item.title for item in read] == [title for title, _ in items]
    assert [item.text.count("the oak was felled") for item in read] == [entries for _, entries in items]


@given(st.lists(st.one_of(st.just(""), PRINTED, PRINTED.map("    {}".format), st.just("Page 2 of 3")), max_size=30))
def test_each_line_is_in_the_body_or_left_out_by_name(lines: list[str]) -> None:
    read = read_lines("\n".join(lines))
    held = {line.place: line.words for line in read.body if line.text}
    held |= {leftover.line: leftover.text for leftover in read.leftovers}
    assert held == {place: " ".join(line.split()) for place, line in enumerate(lines, start=1) if line.strip()}


@given(st.lists(st.one_of(st.just(""), PRINTED), max_size=30))
def test_paragraphs_hold_the_lines_words_in_their_order(lines: list[str]) -> None:
    body = read_lines("\n".join(lines)).body
    paragraphs = Layout.of(body).paragraphs(body)
    told = "".join(paragraph.text for paragraph in paragraphs).replace(" ", "").replace("-", "")
    assert told == "".join(line.text for line in body).replace(" ", "").replace("-", "")
    places = [place for paragraph in paragraphs for place in range(paragraph.span.first, paragraph.span.last + 1)]
    assert [place for place in places if body[place - 1].text] == [line.place for line in body if line.text]


@given(st.lists(st.sampled_from(["The oak.", "Mr.", "No. 4", "p.m.", "It fell!", "Why?", "a", "“Yes.”", "St. Ada"])))
def test_sentences_are_the_paragraph(words: list[str]) -> None:
    text = " ".join(words)
    assert " ".join(sentences(text)) == text
