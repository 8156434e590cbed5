"""Words become terms in one way, and their places in the text are told exactly."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.analysis import TERM_LENGTH, term, terms, tokens


@pytest.mark.parametrize(
    "alike",
    [
        "school schools School SCHOOL'S",
        "policy policies Policy’s",
        "café cafe CAFÉ cafe\u0301s Cafés",
        "O'Brien O’Brien OBrien O'Brien's",
        "1,250,000 1250000",
        "Straße STRASSE",
        "councils’ council's council",
    ],
)
def test_forms_of_a_word_are_one_term(alike: str) -> None:
    assert len(set(terms(alike))) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("school and parking", ["school", "and", "parking"]),
        ("co-operative", ["co", "operative"]),
        ("88/19, 7.2", ["88", "19", "7", "2"]),
        ("FIELD_SUMMARY", ["FIELD", "SUMMARY"]),
        ("‘quoted’ 'words'", ["quoted", "words"]),
        ("12,34 1,0000", ["12", "34", "1", "0000"]),
        ("£1,000.50", ["1,000", "50"]),
        ("… — | * ?", []),
        ("", []),
    ],
)
def test_words_are_cut_out(text: str, words: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == words


def test_positions_count_every_word_and_leap_at_a_separator() -> None:
    assert [token.position for token in tokens("the end\x1eof it")] == [0, 1, 102, 103]


def test_endless_words_have_short_terms() -> None:
    assert len(term("x" * 100_000)) <= TERM_LENGTH


@given(st.text())
def test_any_text_has_tokens_at_their_places(text: str) -> None:
    found = list(tokens(text))
    assert all(token.term == term(text[token.start : token.end]) for token in found)
    assert all(token.term for token in found)
    assert all(one.end <= other.start and one.position < other.position for one, other in itertools.pairwise(found))
