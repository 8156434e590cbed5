"""The query language: what is understood, what is forgiven, and that nothing breaks it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.faults import MAX_TERMS
from meetings.search.language import read_query
from meetings.search.tree import In, Near, Not, Period, Phrase, Tree, describe, rows_of, wanted


def said_back(query: str) -> str | None:
    tree, _ = read_query(query)
    return describe(tree) if tree else None


def hint_names(query: str) -> list[str]:
    return [hint.name for hint in read_query(query)[1]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("laptops", "“laptops”"),
        ("laptops schools", "“laptops” and “schools”"),
        ("laptops AND schools", "“laptops” and “schools”"),
        ("laptops laptops", "“laptops”"),
        ("laptops, and schools?", "“laptops” and “schools”"),
        ('"single  device policy"', "the phrase “single device policy”"),
        ("“single device policy”", "the phrase “single device policy”"),
        ("„single device policy”", "the phrase “single device policy”"),
        ('"the"', "“the”"),
        ("the laptops of the school", "“laptops” and “school”"),
        ("the of", "“the” and “of”"),
        ("laptops OR schools", "“laptops” or “schools”"),
        ("laptops or schools", "“laptops” and “schools”"),
        ("laptops budget OR schools", "(“laptops” and “budget”) or “schools”"),
        ("laptops (budget OR schools)", "“laptops” and (“budget” or “schools”)"),
        ("x OR (y OR z)", "“x” or “y” or “z”"),
        ("laptops NOT budget", "“laptops”, but not “budget”"),
        ("laptops AND NOT budget", "“laptops”, but not “budget”"),
        ("laptops -budget", "“laptops”, but not “budget”"),
        ('-"school budget" laptops', "“laptops”, but not the phrase “school budget”"),
        ("laptops -(budget OR schools)", "“laptops”, but not (“budget” or “schools”)"),
        ("NOT NOT laptops", "“laptops”"),
        ("laptops OR -budget", "“laptops” or (everything without “budget”)"),
        ("co-operative", "the phrase “co-operative”"),
        ("88/19", "the phrase “88/19”"),
        ("10:30", "the phrase “10:30”"),
        ("https://harrowmere.example", "the phrase “https://harrowmere.example”"),
        ("pension*", "words that begin with “pension”"),
        ('"pension* fund"', "the phrase “pension* fund”"),
        ("co-operat*", "the phrase “co-operat”"),
        ('"school NEAR/5 crossing"', "“school” at most 5 words from “crossing”"),
        ('"school NEAR crossing"', "“school” at most 10 words from “crossing”"),
        ('"school NEAR/1 road crossing"', "“school” at most 1 word from the phrase “road crossing”"),
        ('"a NEAR/2 b NEAR/3 c"', "(“a” at most 2 words from “b”) and (“b” at most 3 words from “c”)"),
        ('"school NEAR/900 crossing"', "“school” at most 50 words from “crossing”"),
        ("title:library", "“library” in the title"),
        ("TITLE:library", "“library” in the title"),
        ('resolution:"sea wall"', "the phrase “sea wall” in a resolution"),
        ("title:(library OR museum)", "“library” in the title or “museum” in the title"),
        ("title:(library -museum)", "“library” in the title, but not “museum” in the title"),
        ("committee:planning trees", "“planning” in the name of the committee or council and “trees”"),
        ("person:marsh", "“marsh” among the people"),
        ("mover:marsh", "“marsh” as mover"),
        ("-mover:marsh trees", "“trees”, but not “marsh” as mover"),
        ("title: library", "“library” in the title"),
        ("title: (library OR museum)", "“library” in the title or “museum” in the title"),
        ("title:-library trees", "“trees”, but not “library” in the title"),
        ("-title:-library", "“library” in the title"),
        ("council:netherby trees", "“netherby” in the name of the council and “trees”"),
        ("date:2021", "in 2021"),
        ("date:2021-04", "in April 2021"),
        ("trees date: 2021-04", "“trees”, in April 2021"),
        ("trees from:2021 to:2022", "“trees”, from 1 January 2021, up to 31 December 2022"),
        ("date:20/04/2021", "on 20 April 2021"),
        ("trees from:2021-04 to:05/2021", "“trees”, from 1 April 2021, up to 31 May 2021"),
        ("trees -date:2021", "“trees”, but not in 2021"),
        ("O’Brien's", "“O’Brien's”"),
        ("", None),
        ("   ", None),
    ],
)
def test_what_is_understood(query: str, words: str | None) -> None:
    assert said_back(query) == words
    assert hint_names(query) == []


@pytest.mark.parametrize(
    ("query", "words", "hints"),
    [
        ("AND", None, ["lone-operator"]),
        ("OR", None, ["lone-operator"]),
        ("NOT", None, ["lone-operator"]),
        ("laptops OR", "“laptops”", ["lone-operator"]),
        ("OR laptops", "“laptops”", ["lone-operator"]),
        ("laptops AND OR schools", "“laptops” or “schools”", ["lone-operator"]),
        ("NOT AND laptops", "“laptops”", ["lone-operator"]),
        ("-", None, ["empty-minus"]),
        ("laptops - schools", "“laptops” and “schools”", ["empty-minus"]),
        ("laptops -)", "“laptops”", ["empty-minus", "unbalanced-parentheses"]),
        ('"', None, ["unclosed-quote"]),
        ('""', None, ["no-word"]),
        ('laptops "single device', "“laptops” and the phrase “single device”", ["unclosed-quote"]),
        ("((laptops", "“laptops”", ["unbalanced-parentheses"]),
        ("laptops) schools", "“laptops” and “schools”", ["unbalanced-parentheses"]),
        ("(" * 30 + "laptops" + ")" * 30, "“laptops”", ["too-deep", "unbalanced-parentheses"]),
        ("***", None, ["no-word"]),
        ("la* schools", "“la” and “schools”", ["wildcard"]),
        ("l*p", "the phrase “l*p”", ["wildcard"]),
        ("laptops NEAR schools", "“laptops” and “schools”", ["lone-near"]),
        ('"NEAR/3 laptops"', "“laptops”", ["lone-near"]),
        ("lap*ps", "the phrase “lap*ps”", ["wildcard"]),
        ("title:", None, ["lone-field"]),
        ("laptops title:", "“laptops”", ["lone-field"]),
        ("title: OR laptops", "“laptops”", ["lone-field", "lone-operator"]),
        ("title:-laptops", "everything without “laptops” in the title", ["only-not"]),
        ("tilte:laptops", "“laptops” in the title", ["field-slip"]),
        (
            'comittee:"planning panel"',
            "the phrase “planning panel” in the name of the committee or council",
            ["field-slip"],
        ),
        ("laptops dat:2021", "“laptops”, in 2021", ["field-slip"]),
        ("zone:planning", "the phrase “zone:planning”", ["unknown-field"]),
        ("laptops date:", "“laptops”", ["bad-day"]),
        ("laptops from:2023 to:2021", "“laptops”, from 1 January 2023, up to 31 December 2021", ["no-day"]),
        ("date:yesterday laptops", "“laptops”", ["bad-day"]),
        ("date:2021-13", None, ["bad-day"]),
        ("-laptops", "everything without “laptops”", ["only-not"]),
        ("laptops\0schools", "“laptops” and “schools”", ["unreadable"]),
        ("\ud800laptops\ufffd", "“laptops”", ["unreadable"]),
    ],
)
def test_what_is_forgiven(query: str, words: str | None, hints: list[str]) -> None:
    assert said_back(query) == words
    assert hint_names(query) == hints


def leaves(tree: Tree) -> int:
    """How many words a tree looks for or leaves out."""
    match tree:
        case Not(part) | In(_, part):
            return leaves(part)
        case Near(one, other):
            return leaves(one) + leaves(other)
        case Phrase(_, pieces):
            return len(pieces)
        case Period():
            return 0
    return sum(map(leaves, tree.parts)) if hasattr(tree, "parts") else 1


@pytest.mark.parametrize(
    "query",
    [
        "x" * 20_000,
        "laptops " * 2_500,
        " OR ".join(f"word{n}" for n in range(500)),
        " ".join(f"-word{n}" for n in range(500)),
        '"' + " ".join(f"word{n}" for n in range(500)) + '"',
        "(" * 20_000,
        ")" * 20_000,
        '"' * 20_000,
        "-" * 20_000,
        "- " * 10_000,
        "NOT " * 5_000,
        "a OR (" * 4_000,
        "\0" * 20_000,
        "(a+)+$" * 3_000,
    ],
    ids=lambda query: query[:8],
)
def test_hostile_queries_are_bounded_and_told(query: str) -> None:
    started = time.perf_counter()
    tree, hints = read_query(query)
    assert time.perf_counter() - started < 1  # they take a few milliseconds; this only guards against hanging
    assert hints
    assert tree is None or leaves(tree) <= MAX_TERMS


def test_words_beyond_the_bound_are_not_looked_for() -> None:
    query = " ".join(f"w{number}" for number in range(MAX_TERMS + 1))
    tree, hints = read_query(query)
    assert tree is not None
    assert leaves(tree) == MAX_TERMS
    assert [hint.name for hint in hints] == ["too-many-words"]


SIGNS = st.sampled_from(
    [
        *("AND", "OR", "NOT", "-", "(", ")", '"', "“", "laptops", "the", "88/19", " ", "*", "\0"),
        *("NEAR", " NEAR/3 ", "title:", "mover:", "date:", "2021", "from:2021", "lap*"),
    ]
)


@given(st.one_of(st.text(), st.lists(SIGNS).map(" ".join), st.lists(SIGNS).map("".join)))
def test_nothing_breaks_it(query: str) -> None:
    tree, hints = read_query(query)
    if tree is None:
        assert hints or not query.strip()
    else:
        assert describe(tree)
        assert all(all(rows_of(leaf)) for leaf in wanted(tree))
        assert leaves(tree) <= 2 * MAX_TERMS  # a word between two NEARs counts for both
