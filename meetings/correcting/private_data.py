"""Words that may be private persons' own: e-mail addresses, telephone numbers, home addresses; the clerk judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST = 20
"""What is told of one text; more would not be looked at."""

# For "a.marsh@harrowmere.example"
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}")
# For "01632 960 123", "(01632) 960123", "+44 7700 900123", "07700 900123", "087 123 4567", "(555) 010-1234"
TELEPHONE = re.compile(
    r"(?<![\w£$€/.,-])(?:\+\d{1,3}[ -]?(?:\(0\))?|\(?0)\d{1,5}\)?(?:[ -]?\d{2,5}){1,3}(?![\w/]|[.,]\d)"
    r"|(?<![\w£$€])\(\d{3}\) ?\d{3}-\d{4}\b"
)
# For "Mrs Quill of 12 Mill Lane", "Mr J. Quill, 7 Mill Lane", "who lives at 3 Church Street", "Flat 3, 22 Elm Avenue":
# a house, and who lives there
_STREET = (
    r"\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w’']{1,20} ){1,3}"
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Gardens|Terrace|Crescent|Court|Place|Grove|Rise|Row|Walk|Mews|Hill|View"
    r"|Square|Green|Park|Yard|Villas|Cottages)\b"
)
_FLAT = r"(?:Flat|Apartment|Unit) \w{1,4},? "
_NAMED = r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z][\w’'.-]{0,20} ){0,2}[A-Z][\w’'.-]{0,20}(?: of|,)"
_LIVES = r"\b(?:[Rr]esid(?:ent|es|ing) (?:at|of)|[Ll]iv(?:es|ed|ing) (?:at|in)|[Hh]ome address:?)"
HOME = re.compile(rf"(?:{_LIVES}|{_NAMED}) ((?:{_FLAT})?{_STREET})|\b({_FLAT}{_STREET})")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Private:
    """Something that may be private: ``kind`` in words ("an e-mail address"), and the words themselves."""

    kind: str
    words: str


def private_data(text: str) -> list[Private]:
    """What a text holds of it, each once, in order of its kind."""
    return list(dict.fromkeys(_found(text)))[:MOST]


def _found(text: str) -> Iterator[Private]:
    for found in EMAIL.finditer(text):
        yield Private("an e-mail address", found[0].rstrip("."))
    for found in TELEPHONE.finditer(text):
        if 9 <= len(_DIGIT.findall(found[0])) <= 15:
            yield Private("a telephone number", found[0])
    for found in HOME.finditer(text):
        yield Private("a home address", found[1] or found[2])
