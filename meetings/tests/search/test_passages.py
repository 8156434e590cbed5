"""Passages show why an item was found, and are nothing but its words and marks."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.analysis import term
from meetings.search.language import read_query
from meetings.search.passages import LONGEST, WIDTH, Marker

FILLING = "Nothing of note was said on this. " * 40


def marker(query: str) -> Marker:
    return Marker(read_query(query)[0])


def unmarked(markup: str) -> str:
    """The text that a browser shows."""
    return html.unescape(markup.replace("<mark>", "").replace("</mark>", ""))


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("laptop", "Laptops for schools", "<mark>Laptops</mark> for schools"),
        ("cafe", "The CAFÉ’s hours", "The <mark>CAFÉ’s</mark> hours"),
        ('"school parking"', "School parking, school and parking", "<mark>School parking</mark>, school and parking"),
        ('"school parking"', "a school-parking scheme", "a <mark>school-parking</mark> scheme"),
        ('school "school parking"', "School parking at school", "<mark>School parking</mark> at <mark>school</mark>"),
        ("school -parking", "school parking", "<mark>school</mark> parking"),
        ("school OR parking", "school parking", "<mark>school</mark> <mark>parking</mark>"),
        (
            "park*",
            "Parks, parking and a car park",
            "<mark>Parks</mark>, <mark>parking</mark> and a car <mark>park</mark>",
        ),
        ('"car park*"', "car parking, park", "<mark>car parking</mark>, park"),
        ('"car NEAR/3 park"', "a car in a park", "a <mark>car</mark> in a <mark>park</mark>"),
        ("title:car park", "a car park", "a <mark>car</mark> <mark>park</mark>"),
        ("person:car park", "a car park", "a car <mark>park</mark>"),
        ("88/19", "Minute 88/19 was", "Minute <mark>88/19</mark> was"),
        ("amp", "R&D <b>amp</b> &amp;", "R&amp;D &lt;b&gt;<mark>amp</mark>&lt;/b&gt; &amp;<mark>amp</mark>;"),
        ("mark", "<mark>", "&lt;<mark>mark</mark>&gt;"),
        ("", "Laptops", "Laptops"),
    ],
)
def test_what_is_marked(query: str, text: str, marked: str) -> None:
    assert marker(query).whole(text) == marked
    assert marker(query).passage(text).html == marked


def test_a_passage_shows_where_most_is_together() -> None:
    text = f"{FILLING}One laptop. {FILLING}Laptops and schools together. {FILLING}Schools."
    passage = marker("laptops schools").passage(text)
    assert "<mark>Laptops</mark> and <mark>schools</mark> together." in passage.html
    assert passage.html.startswith("… ")
    assert passage.html.endswith(" …")
    assert passage.worth == (2, 2)
    assert len(unmarked(passage.html)) <= WIDTH + 4


def test_a_passage_begins_with_the_paragraph_where_that_is_near() -> None:
    passage = marker("laptops").passage(f"{FILLING}\n\nTen laptops were bought. {FILLING}")
    assert passage.html.startswith("… Ten <mark>laptops</mark> were bought.")


def test_a_passage_cuts_no_word() -> None:
    passage = marker("laptops").passage(f"{FILLING}laptops {FILLING}")
    words = unmarked(passage.html).replace("…", "").split()
    assert set(words) <= set(FILLING.split()) | {"laptops"}


def test_without_a_mark_the_beginning_is_shown() -> None:
    passage = marker("laptops").passage(FILLING)
    assert passage.html.startswith("Nothing of note")
    assert passage.marks == ()


def test_endless_words_make_no_endless_passage() -> None:
    passage = marker("x" * 100).passage("x" * 100_000)
    assert len(passage.html) < 2 * LONGEST


WORDS = st.sampled_from(
    ["laptops", "laptop", "school", "<b>", "&amp;", "and", "policy", "\n\n", "–", "café", "'", '"', "\x1e"]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=200).map(" ".join))


@given(st.sampled_from(["laptops", '"laptops and"', "school OR cafe", "-school", "b", "amp", ""]), TEXTS)
def test_markup_is_the_escaped_text_and_marks_alone(query: str, text: str) -> None:
    whole = marker(query).whole(text)
    assert unmarked(whole) == text
    assert set(re.findall(r"<[^>]*>", whole)) <= {"<mark>", "</mark>"}

    passage = marker(query).passage(text)
    shown = unmarked(passage.html)
    assert shown.removeprefix("… ").removesuffix(" …") in text
    assert set(re.findall(r"<[^>]*>", passage.html)) <= {"<mark>", "</mark>"}
    assert passage.html.count("<mark>") == len(passage.marks)


@given(TEXTS)
def test_every_form_of_a_word_is_marked(text: str) -> None:
    marks = marker("laptops").marks(text)
    assert all(term(text[mark.start : mark.end]) == "laptop" for mark in marks)
    assert len(marks) == len(re.findall(r"\blaptops?\b", text.replace("_", " ")))
