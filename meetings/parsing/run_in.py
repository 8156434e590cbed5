"""Where does a title end that its text follows in the same paragraph? “95/20 Open Forum There were no questions.”"""

from __future__ import annotations

import re

from meetings.parsing.paragraphs import sentences
from meetings.parsing.patterns import headings, marks

_LONGEST_TITLE = 40  # words


def divide(words: str) -> tuple[str, str] | None:
    """Title and text of words that stand behind a number, None where they do not begin with a title.

    A title is agenda wording; it ends at a dash or colon that sets it off, at the full stop of a sentence without a
    finite verb, or before the clause that begins the narrative (“The Chair read …”, “Councillor Marsh declared …”).
    """
    if shouted := headings.SHOUTED_LEAD.fullmatch(words):
        return shouted["lead"], shouted["rest"]
    first = sentences(words)[0].partition(" • ")[0] if words else ""
    begins = _narrative(first, headings.NARRATIVE) or _narrative(first, headings.NAME_TELLS)
    if begins:
        title, rest = first[:begins].strip(), words[begins:].strip()
    elif first != words and not headings.TOLD.search(first):
        title, rest = first, words[len(first) :].strip()
    elif (lead := headings.RUN_IN_LEAD.match(words)) and not marks.FINITE_VERB.search(lead["lead"]):
        title, rest = lead["lead"], lead["rest"]
    else:
        return None
    return (title, rest) if title and len(title.split()) <= _LONGEST_TITLE else None


def _narrative(words: str, pattern: re.Pattern[str]) -> int:
    """Where a clause of the narrative begins, 0 where none does."""
    found = pattern.search(words, 1)
    while found and headings.GOES_ON.search(words[: found.start()]):
        found = pattern.search(words, found.start() + 1)
    return found.start() if found else 0
