"""The query language: what a person types → a tree of what to look for, and a hint for what made no sense.

Words are all looked for; ``"…"`` holds a phrase together; ``OR`` stands between alternatives, ``NOT`` or a minus before
what must not occur, parentheses around what belongs together. ``AND`` binds closer than ``OR``. Nothing is an error:
what cannot be understood is left out and said so, and the rest is still looked for, in time that grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.search.analysis import terms
from meetings.search.hints import Hint, once

MAX_LENGTH = 1000
"""Characters of a query that are read."""

MAX_TERMS = 40
"""Words that are looked for, those in phrases counted."""

MAX_DEPTH = 8
"""Parentheses within parentheses."""

COMMON_TERMS = frozenset(
    terms(
        "a an and are as at be been but by for from had has have he her his in is it its of on or our she that the "
        "their they this to was we were which will with would"
    )
)
"""Words that say nothing outside a phrase: beside others they are not looked for."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be found in any of its forms."""

    text: str
    term: str

    @property
    def terms(self) -> tuple[str, ...]:
        return (self.term,)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be found one behind the other. Also what is one word to the user but more to the index: ``88/19``."""

    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class And:
    """Two or more parts that must all apply."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more parts of which one must apply."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """A part that must not apply."""

    part: Tree


Leaf = Word | Phrase
Tree = Word | Phrase | And | Or | Not

UNCLOSED_QUOTE = Hint(
    "unclosed-quote", "A quotation mark has no partner: what stands behind it was looked for as a phrase."
)
LONE_OPERATOR = Hint(
    "lone-operator", "AND, OR and NOT in capitals stand between or before words: one without its words was ignored."
)
EMPTY_MINUS = Hint("empty-minus", "A minus stands directly before a word that must not occur: a lone one was ignored.")
UNBALANCED = Hint("unbalanced-parentheses", "A parenthesis has no partner: it was ignored.")
TOO_DEEP = Hint("too-deep", "Parentheses were nested too deeply: the innermost ones were ignored.")
NO_WORD = Hint("no-word", "Signs without letters or digits cannot be looked for: they were ignored.")
WILDCARD = Hint(
    "wildcard", "An asterisk does not stand for other letters here: it was ignored. Other endings are found without it."
)
TOO_LONG = Hint("too-long", f"The search was too long: its first {MAX_LENGTH:,} characters were used.")
TOO_MANY = Hint("too-many-words", f"The search had too many words: the first {MAX_TERMS} were looked for.")
UNREADABLE = Hint("unreadable", "Characters that are no text were ignored.")
ONLY_NOT = Hint(
    "only-not", "Only words to leave out were given: everything without them is listed. Add a word to look for."
)

QUOTES = '"“”„‟«»″'
LEXEME = re.compile(
    rf"[{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closing>[{QUOTES}]?)"
    rf"|(?P<parenthesis>[()])"
    rf"|(?<![^\s(])(?P<minus>[-−](?=[^\s)]))"
    rf"|(?P<word>[^\s(){QUOTES}]+)"
)
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffd]")
DASHES = re.compile(r"[-−–—]+")


def read_query(text: str) -> tuple[Tree | None, tuple[Hint, ...]]:
    """What ``text`` asks for, None where it asks for nothing, and hints for what was ignored. Never raises."""
    reader = _Reader(text)
    tree = reader.read()
    return tree, once(reader.hints)


def wanted(tree: Tree | None) -> Iterator[Leaf]:
    """The words and phrases that an item is found for, in the order of the query."""
    match tree:
        case Word() | Phrase():
            yield tree
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)


def describe(tree: Tree) -> str:
    """The query said back in words: ``“laptops” and the phrase “device policy”, but not “budget”``."""
    match tree:
        case Word(text):
            return f"“{text}”"
        case Phrase(text, found):
            return f"the phrase “{text}”" if len(found) > 1 else f"“{text}”"
        case Not(part):
            return f"everything without {_within(part)}"
        case Or(parts):
            return " or ".join(map(_within, parts))
        case And(parts):
            excluded = [_within(part.part) for part in parts if isinstance(part, Not)]
            included = [_within(part) for part in parts if not isinstance(part, Not)]
            if not included:
                return "everything without " + " and without ".join(excluded)
            return " and ".join(included) + "".join(f", but not {part}" for part in excluded)


def _within(tree: Tree) -> str:
    return describe(tree) if isinstance(tree, Word | Phrase) else f"({describe(tree)})"


@dataclass(frozen=True, slots=True)
class _Sign:
    """An operator or parenthesis between the leaves."""

    name: str


class _Reader:
    """Reads one query, once, from left to right."""

    def __init__(self, text: str) -> None:
        self.hints: list[Hint] = []
        self.lexemes = list(self._lexemes(self._tidy(text)))
        self.place = 0
        self.depth = 0

    def read(self) -> Tree | None:
        tree = self._alternatives()
        if tree is not None and next(wanted(tree), None) is None:
            self.hints.append(ONLY_NOT)
        return tree

    def _tidy(self, text: str) -> str:
        if len(text) > MAX_LENGTH:
            self.hints.append(TOO_LONG)
            text = text[:MAX_LENGTH]
        readable = NOT_TEXT.sub(" ", text)
        if readable != text:
            self.hints.append(UNREADABLE)
        return readable

    def _lexemes(self, text: str) -> Iterator[Leaf | _Sign]:
        left = MAX_TERMS
        for match in LEXEME.finditer(text):
            word, phrase = match["word"], match["phrase"]
            if match["parenthesis"]:
                yield _Sign(match["parenthesis"])
            elif match["minus"]:
                yield _Sign("-")
            elif word in ("AND", "OR", "NOT"):
                yield _Sign(word)
            else:
                if phrase is not None and not match["closing"]:
                    self.hints.append(UNCLOSED_QUOTE)
                    if not phrase.strip():
                        continue
                leaf = self._leaf(word or phrase.strip(), quoted=phrase is not None, left=left)
                if leaf is not None:
                    left -= len(leaf.terms)
                    yield leaf

    def _leaf(self, text: str, *, quoted: bool, left: int) -> Leaf | None:
        found = terms(text)
        if not found:
            self.hints.append(EMPTY_MINUS if DASHES.fullmatch(text) else NO_WORD)
            return None
        if "*" in text:
            self.hints.append(WILDCARD)
        if len(found) > left:
            self.hints.append(TOO_MANY)
            found = found[:left]
        if not found:
            return None
        shown = text if quoted else text.strip("*-.,;:!?'’‘…/")
        return Word(shown, found[0]) if len(found) == 1 and not quoted else Phrase(" ".join(shown.split()), found)

    def _next_is(self, *names: str) -> bool:
        """Whether the next lexeme is one of these signs; if so, it is read."""
        lexeme = self.lexemes[self.place] if self.place < len(self.lexemes) else None
        if isinstance(lexeme, _Sign) and lexeme.name in names:
            self.place += 1
            return True
        return False

    def _alternatives(self) -> Tree | None:
        parts = [self._together()]
        while self._next_is("OR"):
            parts.append(self._together())
        if len(parts) > 1 and None in parts:
            self.hints.append(LONE_OPERATOR)
        return _joined(Or, [part for part in parts if part is not None])

    def _together(self) -> Tree | None:
        parts: list[Tree] = []
        while self.place < len(self.lexemes):
            if self._next_is("AND"):
                if not parts or self._ends_here():
                    self.hints.append(LONE_OPERATOR)
            elif self._at(")", "OR"):
                if self.depth or self._at("OR"):
                    break
                self.place += 1
                self.hints.append(UNBALANCED)
            else:
                part = self._part()
                if part is not None:
                    parts.append(part)
        return _joined(And, _telling(parts))

    def _part(self) -> Tree | None:
        """One word, phrase or parenthesis with the negations before it."""
        negated = False
        while self._next_is("NOT", "-"):
            negated = not negated
            if self._ends_here():
                self.hints.append(LONE_OPERATOR if self.lexemes[self.place - 1] == _Sign("NOT") else EMPTY_MINUS)
                return None
        part = self._parenthesis() if self._next_is("(") else self._read_leaf()
        if part is None or not negated:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _read_leaf(self) -> Leaf | None:
        lexeme = self.lexemes[self.place]
        if isinstance(lexeme, _Sign):
            return None  # "NOT AND": the caller reads the operator as a lone one
        self.place += 1
        return lexeme

    def _parenthesis(self) -> Tree | None:
        if self.depth == MAX_DEPTH:
            self.hints.append(TOO_DEEP)
            return None
        self.depth += 1
        tree = self._alternatives()
        if not self._next_is(")"):
            self.hints.append(UNBALANCED)
        self.depth -= 1
        return tree

    def _at(self, *names: str) -> bool:
        lexeme = self.lexemes[self.place]
        return isinstance(lexeme, _Sign) and lexeme.name in names

    def _ends_here(self) -> bool:
        """Whether nothing follows that an operator could go with."""
        return self.place == len(self.lexemes) or self._at(")", "OR", "AND")


def _telling(parts: list[Tree]) -> list[Tree]:
    """The parts without words that say nothing, unless there are no others."""
    telling = [part for part in parts if not (isinstance(part, Word) and part.term in COMMON_TERMS)]
    return telling if any(not isinstance(part, Not) for part in telling) else parts


def _joined(kind: type[And] | type[Or], parts: list[Tree]) -> Tree | None:
    """The parts as one tree: parts of the same kind are taken in, equal ones once, a single one stands alone."""
    flat = dict.fromkeys(part for given in parts for part in (given.parts if isinstance(given, kind) else (given,)))
    if len(flat) > 1:
        return kind(tuple(flat))
    return next(iter(flat), None)
