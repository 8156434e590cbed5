"""The query language: what a person types → a tree of what to look for, and a hint for what made no sense.

Words are all looked for; ``"…"`` holds a phrase together, or says how near words stand (``"school NEAR/5 crossing"``);
``pension*`` is a beginning of words; ``OR`` stands between alternatives, ``NOT`` or a minus before what must not occur,
parentheses around what belongs together; ``title:`` and its like stand before what must be in one field, ``date:``,
``from:`` and ``to:`` before a day, month or year. ``AND`` binds closer than ``OR``. Nothing is an error: what cannot be
understood is left out and said so, and the rest is still looked for, in time that grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from meetings.search.analysis import EXACT, terms, tokens
from meetings.search.dates import period
from meetings.search.faults import (
    BAD_DAY,
    EMPTY_MINUS,
    LONE_FIELD,
    LONE_NEAR,
    LONE_OPERATOR,
    MAX_LENGTH,
    MAX_TERMS,
    NO_DAY,
    NO_WORD,
    ONLY_NOT,
    SHORTEST_PREFIX,
    TOO_DEEP,
    TOO_LONG,
    TOO_MANY,
    UNBALANCED,
    UNCLOSED_QUOTE,
    UNKNOWN_FIELD,
    UNREADABLE,
    WILDCARD,
    field_slip,
)
from meetings.search.hints import Hint, once
from meetings.search.tree import (
    DAYS,
    FIELDS,
    NAMES,
    And,
    Field,
    In,
    Near,
    Not,
    Or,
    Period,
    Phrase,
    Piece,
    Prefix,
    Tree,
    Word,
    wanted,
)

FARTHEST = 50
"""Words that NEAR may lie apart."""

USUAL_DISTANCE = 10
"""What NEAR without a number means."""

MAX_DEPTH = 8
"""Parentheses within parentheses."""

COMMON_TERMS = frozenset(
    terms(
        "a an and are as at be been but by for from had has have he her his in is it its of on or our she that the "
        "their they this to was we were which will with would"
    )
)
"""Words that say nothing outside a phrase: beside others they are not looked for."""


ALIKE = 0.8
"""How much a name must be like a field's to be taken for it, of 1."""

QUOTES = '"“”„‟«»″'
LEXEME = re.compile(
    rf"(?<![^\s(−-])(?i:(?P<when>{'|'.join(DAYS)}):)(?:\s+(?=\d))?(?P<day>[^\s(){QUOTES}]*)"
    rf"|(?<![^\s(−-])(?i:(?P<field>{'|'.join(FIELDS)}):)\s*"
    rf"|[{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closing>[{QUOTES}]?)"
    rf"|(?P<parenthesis>[()])"
    rf"|(?<![^\s(:])(?P<minus>[-−](?=[^\s)]))"
    rf"|(?P<word>[^\s(){QUOTES}]+)"
)
# "tilte:library", "zone:planning"; not "10:30", "https://", nor anything in quotation marks
NAMED = re.compile(rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}]?|(?<![^\s(−-])(?P<name>[^\W\d_]{{3,20}}):(?!//|\s|$)")
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffd]")
NEAR = re.compile(r"(?:^|\s)NEAR(?:/(?P<distance>\d{1,4}))?(?=\s|$)")
INNER_STAR = re.compile(r"\*\w")
DASHES = re.compile(r"[-−–—]+")

_AFTER_A_CUT = frozenset({LONE_OPERATOR.name, EMPTY_MINUS.name, UNBALANCED.name, LONE_FIELD.name})


def read_query(text: str) -> tuple[Tree | None, tuple[Hint, ...]]:
    """What ``text`` asks for, None where it asks for nothing, and hints for what was ignored. Never raises."""
    reader = _Reader(text)
    tree = reader.read()
    hints = once(reader.hints)
    if TOO_MANY in hints:  # what the cut left without a partner is no slip of the user's
        hints = tuple(hint for hint in hints if hint.name not in _AFTER_A_CUT)
    return tree, hints


@dataclass(frozen=True, slots=True)
class _Sign:
    """An operator, field or parenthesis between the leaves."""

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
        if tree is not None and next(wanted(tree), None) is None and not _has_period(tree):
            self.hints.append(ONLY_NOT)
        if tree is not None and not _has_a_day(tree):
            self.hints.append(NO_DAY)
        return tree

    def _tidy(self, text: str) -> str:
        if len(text) > MAX_LENGTH:
            self.hints.append(TOO_LONG)
            text = text[:MAX_LENGTH]
        readable = NOT_TEXT.sub(" ", text)
        if readable != text:
            self.hints.append(UNREADABLE)
        return NAMED.sub(self._field_meant, readable)

    def _field_meant(self, named: re.Match[str]) -> str:
        """A name before a colon, mended where it is almost a field's."""
        name = (named["name"] or "").lower()
        if not name or name in NAMES:
            return named[0]
        meant = get_close_matches(name, NAMES, 1, ALIKE)
        self.hints.append(field_slip(meant[0]) if meant else UNKNOWN_FIELD)
        return f"{meant[0]}:" if meant else named[0]

    def _lexemes(self, text: str) -> Iterator[Tree | _Sign]:
        left = MAX_TERMS
        for match in LEXEME.finditer(text):
            word, phrase = match["word"], match["phrase"]
            if match["parenthesis"]:
                yield _Sign(match["parenthesis"])
            elif match["minus"]:
                yield _Sign("-")
            elif match["field"]:
                yield _Sign(f"{match['field'].lower()}:")
            elif match["when"]:
                yield from self._day(match["when"].lower(), match["day"])
            elif word in ("AND", "OR", "NOT"):
                yield _Sign(word)
            elif word and NEAR.fullmatch(word):
                self.hints.append(LONE_NEAR)
            else:
                if phrase is not None and not match["closing"]:
                    self.hints.append(UNCLOSED_QUOTE)
                    if not phrase.strip():
                        continue
                tree, used = self._words(word or phrase.strip(), quoted=phrase is not None, left=left)
                left -= used
                if tree is not None:
                    yield tree

    def _day(self, when: str, words: str) -> Iterator[Period]:
        days = period(words.strip(".,;"))
        if days is None:
            self.hints.append(BAD_DAY)
        else:
            yield Period(None if when == "to" else days[0], None if when == "from" else days[1])

    def _words(self, text: str, *, quoted: bool, left: int) -> tuple[Tree | None, int]:
        """What a word or the inside of quotation marks asks for, and how many of the ``left`` words it takes."""
        parts = NEAR.split(text) if quoted else [text]
        leaves: list[Piece | Phrase] = []
        distances: list[int] = []
        used = 0
        for at in range(0, len(parts), 2):
            leaf = self._leaf(parts[at].strip(), quoted=quoted, left=left - used) if parts[at].strip() else None
            if leaf is None:
                continue
            if leaves:
                asked = parts[at - 1]
                distances.append(min(max(int(asked), 1), FARTHEST) if asked else USUAL_DISTANCE)
            leaves.append(leaf)
            used += len(leaf.pieces) if isinstance(leaf, Phrase) else 1
        if len(parts) // 2 != len(distances) and TOO_MANY not in self.hints:
            self.hints.append(LONE_NEAR)
        if not text:
            self.hints.append(NO_WORD)
        if len(leaves) < 2:
            return (leaves[0] if leaves else None), used
        chain = [Near(one, other, far) for (one, other), far in zip(pairwise(leaves), distances, strict=True)]
        return _joined(And, list(chain)), used

    def _leaf(self, text: str, *, quoted: bool, left: int) -> Piece | Phrase | None:
        pieces: list[Piece] = []
        stars = 0
        for token in tokens(text):
            shown = text[token.start : token.end]
            start = token.exact.removeprefix(EXACT)
            if text[token.end : token.end + 1] == "*" and len(start) >= SHORTEST_PREFIX:
                stars += 1
                pieces.append(Prefix(shown, token.exact))
            else:
                pieces.append(Word(shown, token.term, token.exact))
        if not pieces:
            self.hints.append(EMPTY_MINUS if DASHES.fullmatch(text) else NO_WORD)
            return None
        if text.count("*") > stars or INNER_STAR.search(text):
            self.hints.append(WILDCARD)
        if len(pieces) > left:
            self.hints.append(TOO_MANY)
            pieces = pieces[:left]
        if not pieces:
            return None
        piece = pieces[0]
        if len(pieces) == 1 and isinstance(piece, Prefix):
            return piece
        shown = text if quoted else text.strip("*-.,;:!?'’‘…/")
        if len(pieces) == 1 and not quoted and isinstance(piece, Word):
            return Word(shown, piece.term, piece.exact)
        return Phrase(" ".join(shown.split()), tuple(pieces))

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
        field: Field | None = None
        while True:
            field = self._field() or field
            if not self._next_is("NOT", "-"):
                break
            negated = not negated
            if self._ends_here():
                self.hints.append(LONE_OPERATOR if self.lexemes[self.place - 1] == _Sign("NOT") else EMPTY_MINUS)
                return None
        part = self._parenthesis() if self._next_is("(") else self._read_leaf()
        if field and part is None:
            self.hints.append(LONE_FIELD)
        if field and part is not None:
            part = _in(field, part)
        if part is None or not negated:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _field(self) -> Field | None:
        """The field that stands before the next part; of several the last."""
        field = None
        while self.place < len(self.lexemes) and self._next_is(*(f"{name}:" for name in FIELDS)):
            sign = self.lexemes[self.place - 1]
            field = FIELDS[sign.name[:-1]] if isinstance(sign, _Sign) else None
        return field

    def _read_leaf(self) -> Tree | None:
        if self.place == len(self.lexemes):
            return None
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
        elif tree is None:
            self.hints.append(NO_WORD)
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


def _in(field: Field, tree: Tree) -> Tree:
    """The tree with the field before each of its leaves that has none yet."""
    match tree:
        case And(parts):
            return And(tuple(_in(field, part) for part in parts))
        case Or(parts):
            return Or(tuple(_in(field, part) for part in parts))
        case Not(part):
            return Not(_in(field, part))
        case In() | Period():
            return tree
    return In(field, tree)


def _has_a_day(tree: Tree) -> bool:
    """Whether a day can be in all periods that must apply together."""
    periods = [part for part in tree.parts if isinstance(part, Period)] if isinstance(tree, And) else []
    firsts = [period.first for period in periods if period.first]
    lasts = [period.last for period in periods if period.last]
    return not firsts or not lasts or max(firsts) <= min(lasts)


def _has_period(tree: Tree) -> bool:
    match tree:
        case Period():
            return True
        case And(parts) | Or(parts):
            return any(map(_has_period, parts))
    return False
