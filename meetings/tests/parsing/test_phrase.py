"""The quick look of a `Phrase` misses nothing: all that its regex can match holds one of its stems."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from meetings.parsing import patterns
from meetings.parsing.patterns.phrase import Phrase, Wordings, phrase
from meetings.parsing.patterns.signs import SIGNS, Sign

_sre: Any = importlib.import_module("re._parser")  # how Python itself reads a regex
_MOST_SPELLINGS = 500


def _phrases() -> Iterator[tuple[str, Phrase]]:
    for module in pkgutil.iter_modules(patterns.__path__):
        for name, value in vars(importlib.import_module(f"{patterns.__name__}.{module.name}")).items():
            if isinstance(value, Phrase):
                yield f"{module.name}.{name}", value
            elif isinstance(value, Wordings):
                yield from ((f"{module.name}.{name}-{place}", each) for place, each in enumerate(value.phrases))
            elif (module.name, name) == ("signs", "SIGNS"):
                yield from ((f"signs.{sign.kind}-{place}", sign.words) for place, sign in enumerate(value))


def _spellings(node: Sequence[Any]) -> set[str] | None:
    """All that a sequence of a regex's nodes matches, in small letters; None where that is no short list."""
    spelled = {""}
    for name, told in node:
        each: set[str] | None = None
        match str(name):
            case "LITERAL":
                each = {chr(told).lower()}
            case "AT" | "ASSERT" | "ASSERT_NOT":
                each = {""}
            case "IN" if all(str(kind) == "LITERAL" for kind, _ in told):
                each = {chr(code).lower() for _, code in told}
            case "SUBPATTERN":
                each = _spellings(told[3])
            case "BRANCH":
                branches = [_spellings(branch) for branch in told[1]]
                each = None if None in branches else {words for branch in branches for words in branch or ()}
            case "MAX_REPEAT" if told[1] == 1:
                inner = _spellings(told[2])
                each = None if inner is None else inner | ({""} if told[0] == 0 else set())
        if each is None or len(spelled) * len(each) > _MOST_SPELLINGS:
            return None
        spelled = {start + end for start in spelled for end in each}
    return spelled


def _needs_a_stem(node: Sequence[Any], stems: Sequence[str]) -> bool:
    """Whether nothing matches a sequence of nodes that does not hold a stem."""
    nodes = list(node)
    for start in range(len(nodes)):
        for end in range(len(nodes), start, -1):
            spelled = _spellings(nodes[start:end])
            if spelled is not None:
                if all(any(stem in words for stem in stems) for words in spelled):
                    return True
                break
        name, told = nodes[start]
        match str(name):
            case "SUBPATTERN" if _needs_a_stem(told[3], stems):
                return True
            case "MAX_REPEAT" | "MIN_REPEAT" if told[0] and _needs_a_stem(told[2], stems):
                return True
            case "BRANCH":
                before: list[Any] = []  # what the branches have in common stands before them
                while start and str(nodes[start - 1][0]) in ("LITERAL", "AT"):
                    start -= 1
                    before.insert(0, nodes[start])
                if all(_needs_a_stem([*before, *branch], stems) for branch in told[1]):
                    return True
    return False


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if not sign.cased])
def test_what_is_looked_for_in_small_letters_is_written_so(sign: Sign) -> None:
    assert not re.search(r"[A-Z]", re.sub(r"\\.", "", sign.words.regex.pattern))


def _is_sure(found: Phrase) -> bool:
    return _needs_a_stem(_sre.parse(found.regex.pattern, found.regex.flags), found.stems)


@pytest.mark.parametrize("found", [pytest.param(found, id=name) for name, found in _phrases()])
def test_what_a_phrase_matches_holds_a_stem(found: Phrase) -> None:
    assert found.stems == ("",) or _is_sure(found)


@pytest.mark.parametrize(
    "words", ["interest|conflict|gift", r"(?:an\s)?interest?", "interests?|[a-z]{3}", "(?:interest)?"]
)
def test_a_stem_that_a_match_can_lack_is_noticed(words: str) -> None:
    assert not _is_sure(phrase(words, re.IGNORECASE, stems=("interest", "conflict")))


@pytest.mark.parametrize("text", ["Cllr Marsh DECLARED AN INTEREST.", "Declared a conflict", "Declared none", ""])
def test_a_phrase_is_found_as_its_regex_is(text: str) -> None:
    declared = phrase(r"\bdeclared an? (?:interest|conflict)", re.IGNORECASE, stems=("interest", "conflict"))
    spans = [found.span() for found in declared.regex.finditer(text)]
    assert [found.span() for found in declared.finditer(text)] == spans
    assert [found.span() for found in [declared.search(text)] if found] == spans[:1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Declared a gift, then an interest.", "gift"),
        ("An INTEREST, then a gift", "INTEREST"),
        ("Neither", None),
    ],
)
def test_of_several_wordings_the_first_in_the_text_is_found(text: str, found: str | None) -> None:
    either = Wordings(tuple(phrase(stem, re.IGNORECASE, stems=(stem,)) for stem in ("interest", "gift")))
    match = either.search(text)
    assert (match[0] if match else None) == found
