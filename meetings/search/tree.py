"""What a query asks for, as a tree; and the tree said back in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.formats import date_format

from meetings.search.dates import period

Field = Literal["title", "resolutions", "committee", "council", "people", "movers"]

FIELDS: dict[str, Field] = {
    "title": "title",
    "resolution": "resolutions",
    "committee": "committee",
    "council": "council",
    "person": "people",
    "mover": "movers",
}
"""The fields by the names that people type before a colon."""

DAYS = ("date", "from", "to")
"""The names before a colon that a day stands behind."""

NAMES = (*FIELDS, *DAYS)

_SAID: dict[Field, str] = {
    "title": "in the title",
    "resolutions": "in a resolution",
    "committee": "in the name of the committee or council",
    "council": "in the name of the council",
    "people": "among the people",
    "movers": "as mover",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be found in any of its forms; ``exact`` is the very one."""

    text: str
    term: str
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of words, ``pension*``: any exact form that begins with ``start`` is found."""

    text: str
    start: str


Piece = Word | Prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be found one behind the other. Also what is one word to the user but more to the index: ``88/19``."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Two words or phrases of which the last of one and the first of the other stand at most ``distance`` words apart,
    in either order."""

    one: Piece | Phrase
    other: Piece | Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class In:
    """What must stand in one field: a title, a resolution, a name."""

    field: Field
    part: Word | Prefix | Phrase | Near


@dataclass(frozen=True, slots=True)
class Period:
    """The day of the meeting, both ends included; None is open."""

    first: dt.date | None
    last: dt.date | None


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


Leaf = Word | Prefix | Phrase | Near
Tree = Word | Prefix | Phrase | Near | In | Period | And | Or | Not


def wanted(tree: Tree | None) -> Iterator[Leaf | In]:
    """What an item is found for, in the order of the query: all but what must not apply and days."""
    match tree:
        case None | Not() | Period():
            return
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            yield tree


def rows_of(leaf: Leaf | In) -> tuple[tuple[Piece, ...], ...]:
    """The rows of words that an item found for the leaf holds; none for a name around it."""
    match leaf:
        case In(field, part):
            return rows_of(part) if field in ("title", "resolutions") else ()
        case Near(one, other):
            return *rows_of(one), *rows_of(other)
        case Phrase(_, pieces):
            return (pieces,)
    return ((leaf,),)


def describe(tree: Tree) -> str:
    """The query said back in words: ``“laptops” and the phrase “device policy”, but not “budget”``."""
    match tree:
        case Word(text):
            return f"“{text}”"
        case Prefix(text):
            return f"words that begin with “{text}”"
        case Phrase(text, pieces):
            return f"the phrase “{text}”" if len(pieces) > 1 else f"“{text}”"
        case Near(one, other, distance):
            return f"{describe(one)} at most {distance} word{'s' * (distance != 1)} from {describe(other)}"
        case In(field, part):
            return f"{_within(part)} {_SAID[field]}"
        case Period(first, last):
            return said_period(first, last)
        case Not(part):
            return f"everything without {_within(part)}"
        case Or(parts):
            return " or ".join(map(_within, parts))
        case And(parts):
            excluded = [_within(part.part) for part in parts if isinstance(part, Not)]
            periods = [describe(part) for part in parts if isinstance(part, Period)]
            included = [_within(part) for part in parts if not isinstance(part, Not | Period)]
            if not included and excluded:
                return ", ".join(["everything without " + " and without ".join(excluded), *periods])
            said = [" and ".join(included)] if included else []
            return ", ".join([*said, *periods]) + "".join(f", but not {part}" for part in excluded)


def said_period(first: dt.date | None, last: dt.date | None) -> str:
    """“on 20 April 2021”, “in April 2021”, “in 2021”, “from 3 April 2021 up to 4 May 2021”, “up to …”."""
    if first and first == last:
        return f"on {_day(first)}"
    for digits, said in ((4, "Y"), (7, "F Y")):
        if first and (first, last) == period(first.isoformat()[:digits]):
            return f"in {date_format(first, said)}"
    days = [f"from {_day(first)}" if first else "", f"up to {_day(last)}" if last else ""]
    return " ".join(filter(None, days))


def _day(day: dt.date) -> str:
    return date_format(day, "j F Y")


def _within(tree: Tree) -> str:
    return f"({describe(tree)})" if isinstance(tree, And | Or | Not | Near) else describe(tree)
