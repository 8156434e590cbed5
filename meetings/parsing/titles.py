"""Do these words read as a heading, and what is its title?"""

from __future__ import annotations

from functools import lru_cache

from meetings.parsing.patterns import headings, marks

_DEBRIS = (headings.ITEM_REFERENCE, headings.PAGE_DEBRIS)
_LONGEST_TITLE = 250
_MANY_WORDS = 14
_LONGEST_KNOWN_TITLE = 80


def reads_as_title(words: str) -> bool:
    """Whether words that stand behind a number, or on a line of their own, are a heading and no sentence."""
    words = headings.ITEM_REFERENCE.sub("", words).strip()
    if not words or len(words) > _LONGEST_TITLE or words[0].islower() or words.endswith((";", ",", " and", " or")):
        return False
    if not any(letter.isalpha() for letter in words):
        return False
    if words.endswith("."):
        return len(words.split()) < _MANY_WORDS and not marks.FINITE_VERB.search(words)
    return not (words.endswith(":") and len(words.split()) >= _MANY_WORDS)


def clean_title(words: str) -> str:
    """A title on one line, without reference to the agenda, page debris and closing mark."""
    for pattern in _DEBRIS:
        words = pattern.sub("", words)
    words = " ".join(words.split()).strip().rstrip(":–— ").removesuffix(" -").strip()
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def title_debris(words: str) -> list[str]:
    """What `clean_title` leaves out of a heading: references to the agenda, page debris."""
    return [" ".join(found[0].split()) for pattern in _DEBRIS for found in pattern.finditer(words)]


@lru_cache(maxsize=4096)  # each title is asked about by several readers
def is_agenda_title(words: str) -> bool:
    """Whether words are what agendas commonly call business: “Matters arising”, “Clerk's report”."""
    words = words.strip(" .:–-")
    return len(words) <= _LONGEST_KNOWN_TITLE and bool(
        headings.ROUTINE_TITLE.fullmatch(words) or headings.AGENDA_TITLE.fullmatch(words)
    )


def is_routine(title: str) -> bool:
    """Whether the title names business that comes back at every meeting: apologies, declarations, last minutes …"""
    return headings.ROUTINE_TITLE.fullmatch(title.strip(" .")) is not None
