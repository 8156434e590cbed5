"""Which other bodies or meetings does an item go to, or come from?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Referral, Span
from meetings.parsing.patterns import referrals
from meetings.parsing.patterns.phrase import Phrase

Way = Literal["to", "from"]
_GRAMMAR: tuple[tuple[Way, Phrase], ...] = (
    ("to", referrals.TO_BODY),
    ("to", referrals.TO_MEETING),
    ("from", referrals.FROM_BODY),
)


def read_referrals(title: str, span: Span, paragraphs: Iterable[Paragraph], own: str | None) -> tuple[Referral, ...]:
    """The referrals that an item's title and sentences tell; ``own`` is the name of the body that meets.

    Each other body or meeting counts once for each way, with the first words that tell it.
    """
    found: dict[tuple[Way, str], Referral] = {}
    for paragraph in (Paragraph(title, span), *paragraphs):
        for sentence in sentences(paragraph.text):
            for way, other in _told(sentence):
                if own is None or not f" {own.casefold()}".endswith(f" {_key(other)}"):
                    found.setdefault((way, _key(other)), Referral(other, way, sentence, paragraph.span))
    return tuple(found.values())


def _told(sentence: str) -> Iterator[tuple[Way, str]]:
    for way, pattern in _GRAMMAR:
        for match in pattern.finditer(sentence):
            told = match.groupdict()
            other = (told.get("body") or told["meeting"]).strip(" ,")
            if not referrals.NO_OTHER.fullmatch(other):
                yield way, other


def _key(name: str) -> str:
    return referrals.KIND_OF_MEETING.sub("", name.casefold())
