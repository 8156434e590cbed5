"""Which councils, committees and other bodies does a piece of text name?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.parsing.patterns import bodies

_LONGEST = 14  # words
_SHOUTED = 0.9  # of the letters; a slip of the case in between is one
_HAS_DIGIT = re.compile(r"\d")
_PARTING = re.compile(r"[.:;()|“”\"\[\]!?–—]|\s-|-\s|\d,")


@dataclass(frozen=True, slots=True)
class NamedBody:
    """The name of a body, without “Annual” in the midst of it; as printed; and where it stands in the text."""

    name: str
    printed: str
    start: int
    end: int


def named_bodies(text: str) -> list[NamedBody]:
    """The bodies that the text names in capitals, in its order: “Parks Panel”, “Township of Ostre Council”."""
    found: list[NamedBody] = []
    kinds = [*bodies.BODY_KIND.finditer(text), *bodies.PLACE_KIND.finditer(text)]
    for kind in sorted(kinds, key=lambda kind: -kind.end()):
        if any(body.start <= kind.start() < body.end for body in found):
            continue
        if (
            not kind[0][0].isupper()
            or bodies.NO_BODY.match(text, kind.end())
            or bodies.BODY_LABEL.match(text, kind.end())
        ):
            continue
        start, end = _begin(text, kind), _end(text, kind)
        if any(body.start < end for body in found):
            end = kind.end()
        name = " ".join(word for word in text[start:end].split() if not bodies.MEETING_KIND.fullmatch(word))
        if bodies.PARISH_MEETING.fullmatch(text[start:end]):
            name = text[start:end]
        if name and len(name.split()) <= _LONGEST:
            found.append(NamedBody(name, text[start:end], start, end))
    return found[::-1]


def plain_case(name: str) -> str:
    """A name without shouting: “PLANNING COMMITTEE” → “Planning Committee”."""
    if not is_shouted(name):
        return name
    words = re.split(r"([^\w’']+)", name.lower())
    return "".join(
        word.upper()
        if _HAS_DIGIT.search(word)
        else word
        if index and word in _SMALL_WORDS
        else word[:1].upper() + word[1:]
        for index, word in enumerate(words)
    )


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals, but for a slip."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= _SHOUTED * len(letters)


_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


def _begin(text: str, kind: re.Match[str]) -> int:
    """Where the name begins whose kind stands at a place: its capitals and small words before that, leading small
    words and “Annual”, “Minutes of” off."""
    start = at = kind.start()
    if kind[0][-1].isspace():  # “Township of”: the name follows
        return start
    of = False
    for word in reversed(list(bodies.NAME_WORD.finditer(text, max(0, start - 160), start))):
        between = text[word.end() : at]
        listed = re.search(r"\b(?:and|&)\b", text[at : kind.start()], re.IGNORECASE)
        if _PARTING.search(between) or ("," in between and not listed):
            break
        if bodies.JOINER.fullmatch(word[0]):
            at, of = word.start(), word[0].lower() == "of"
            continue
        committee = of and bodies.BODY_KIND.fullmatch(word[0])  # “Parks Committee of Ostre Town Council”
        if bodies.MEETING_KIND.fullmatch(word[0]) and not of:  # “Ostre Annual Parish Council”
            at = word.start()
            continue
        if committee or bodies.STOP_WORD.fullmatch(word[0]) or not bodies.CAPITAL.match(word[0]):
            break
        start = at = word.start()
        of = False
    return start


def _end(text: str, kind: re.Match[str]) -> int:
    """Where the name ends: its kind, or the place or subject behind “of”, “on”, “for”."""
    end = at = kind.end()
    place = kind[0][-1].isspace()
    if not place and not re.match(r"\s(?:of|on|for)\s", text[at:], re.I):
        return end
    for word in bodies.NAME_WORD.finditer(text, at, at + 160):
        between = text[at : word.start()]
        if _PARTING.search(between) or (
            "," in between and not re.match(r"[^,.;]{1,40}(?:,|\s(?:and|&)\s)", text[word.start() :])
        ):
            break
        rest_of_line = word[0].lower() == "in" and bodies.NAME_TO_END.fullmatch(text, word.end())
        if bodies.JOINER.fullmatch(word[0]) or rest_of_line:
            at = word.end()
            continue
        if bodies.STOP_WORD.fullmatch(word[0]) or not word[0][0].isupper():
            break
        last = bodies.BODY_KIND.fullmatch(word[0])
        if last and not place:
            return kind.end()
        end = at = word.end()
        if last:
            break
    return len(text[:end].rstrip())
