"""Word's lists print their numbers, which the file does not hold."""

from __future__ import annotations

import pytest

from meetings.parsing.extract.numerals import numeral
from meetings.tests.parsing.word_documents import (
    BOLD,
    STYLES,
    entry,
    level,
    lines,
    lists,
    paragraph,
    run,
    text_of,
)


def test_numbers_of_several_levels_count_and_restart() -> None:
    told = lines(
        *(entry(f"at {place}", level=place) for place in (0, 1, 1, 0, 1, 2, 2, 1, 2)),
        numbering=lists(level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter")),
    )
    assert [line.split("~")[0] for line in told] == ["1.", "1.1", "1.2", "2.", "2.1", "(a)", "(b)", "2.2", "(a)"]


@pytest.mark.parametrize(
    ("described", "printed"),
    [
        (level(0, "Item %1:"), "Item 1:~ Sea wall"),
        (level(0, "%1", "upperRoman"), "I~ Sea wall"),
        (level(0, "%1)", "ordinal"), "1st)~ Sea wall"),
        (level(0, "%1.", "decimalZero"), "01.~ Sea wall"),
        (level(0, "\uf0b7", "bullet"), "•~ Sea wall"),
        (level(0, "o", "bullet"), "•~ Sea wall"),
        (level(0, "–", "bullet"), "–~ Sea wall"),
        (level(0, "", "none"), "Sea wall"),
        (level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>"), "Sea wall"),
        (level(0, "%1.").replace('w:start w:val="1"', 'w:start w:val="286"'), "286.~ Sea wall"),
    ],
)
def test_a_number_is_printed_as_its_level_says(described: str, printed: str) -> None:
    assert text_of(entry("Sea wall"), numbering=lists(described)) == printed


def test_a_number_may_never_restart_or_only_after_some_levels() -> None:
    never = level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    told = lines(*(entry("x", level=place) for place in (0, 1, 0, 1)), numbering=lists(never))
    assert [line.split("~")[0] for line in told] == ["1.", "1)", "2.", "2)"]
    after_first = level(0, "%1.") + level(1, "%2)") + level(2, "%3", more='<w:lvlRestart w:val="1"/>')
    told = lines(*(entry("x", level=place) for place in (0, 1, 2, 1, 2, 0, 2)), numbering=lists(after_first))
    assert [line.split("~")[0] for line in told] == ["1.", "1)", "1", "2)", "2", "2.", "1"]


def test_lists_share_their_counting_unless_they_begin_anew() -> None:
    numbers = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "%1)", "upperLetter")
        + "</w:lvlOverride></w:num>"
    )
    told = lines(
        *(entry("x", list_id=number) for number in (1, 7, 8, 8, 1, 9)),
        numbering=lists(level(0, "%1."), numbers=numbers),
    )
    assert [line.split("~")[0] for line in told] == ["1.", "2.", "5.", "6.", "7.", "H)"]


def test_styles_number_their_paragraphs() -> None:
    numbering = lists(
        level(0, "%1.", more='<w:pStyle w:val="Other"/>') + level(1, "%2)", more='<w:pStyle w:val="Item"/>')
    )
    item = paragraph("Sea wall", '<w:pStyle w:val="Item"/>')
    plain = paragraph("Unnumbered", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(item, plain, item, numbering=numbering, styles=STYLES) == [
        "# 1)~ Sea wall",
        "# Unnumbered",
        "# 2)~ Sea wall",
    ]


def test_a_list_may_be_named_by_a_style() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="numbering" w:styleId="Minutes">{numbered}</w:style>'
    told = text_of(
        entry("Sea wall"), numbering=lists('<w:numStyleLink w:val="Minutes"/>', level(0, "%1.")), styles=styles
    )
    assert told == "1.~ Sea wall"


def test_a_number_above_may_be_printed_in_figures() -> None:
    numbering = lists(level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"))
    assert lines(entry("x"), entry("y", level=1), numbering=numbering) == ["I.~ x", "1.1~ y"]


def test_a_number_stands_with_the_bold_words_and_alone_where_there_are_none() -> None:
    told = lines(entry(run("Sea wall", BOLD)), entry(""), entry("", list_id=2), "After",
                 numbering=lists(level(0, "%1."), level(0, "•", "bullet")))  # fmt: skip
    assert told == ["**1.~ Sea wall**", "2.~", "After"]


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (0, "lowerRoman", "0"), (4000, "lowerRoman", "4000"),
        (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (0, "lowerLetter", "0"),
        (11, "ordinal", "11th"), (22, "ordinal", "22nd"), (103, "ordinal", "103rd"), (7, "decimalZero", "07"),
        (7, "none", ""), (7, "chineseCounting", "7"),
    ],
)  # fmt: skip
def test_numerals(number: int, kind: str, printed: str) -> None:
    assert numeral(number, kind) == printed
