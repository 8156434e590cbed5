"""Which lines without a number are headings of business? Told by their marks, and by what the whole text does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum, auto

from meetings.parsing.lines import Line
from meetings.parsing.numbers import read_number
from meetings.parsing.paragraphs import Layout
from meetings.parsing.patterns import exempt, headings, marks, names, persons, preamble
from meetings.parsing.titles import reads_as_title

_LONGEST_ROUTINE = 80  # characters
_LONGEST_WITH_STOP = 4  # words of a heading that ends in a full stop
_LONGEST_PLAIN = 9  # words
_LONGEST_COLON = 12  # words
_SHORTEST_TEXT = 8  # words of the paragraph below a plain caption
_FEW = 3  # headings that a text may have by chance


class Mark(Enum):
    """What makes a line look like a heading."""

    STRONG = auto()  # bold, or a heading of the format
    SHOUTED = auto()  # in capitals
    ROUTINE = auto()  # business that every meeting has, “Apologies”
    COLON = auto()
    PLAIN = auto()  # a short line by itself above a paragraph


def captions(body: Sequence[Line], numbered: Collection[int], layout: Layout) -> dict[int, Mark]:
    """The lines that are headings without a number, by index; ``numbered`` are those of the ones with.

    Beside numbered headings only what stands out as they do is a heading; without numbers, the marks that stand out
    most, and weaker ones where those are few.
    """
    marked = {index: mark for index in range(len(body)) if (mark := _mark(body, index))}
    telling = [mark for index, mark in marked.items() if not is_of_head(body[index].words)]
    stand_out = sum(mark in (Mark.STRONG, Mark.SHOUTED) for mark in telling)
    allowed = {Mark.SHOUTED}
    if len(numbered) >= _FEW:
        strong = sum(bool(body[index].lead) for index in numbered)
        allowed |= {Mark.STRONG} if strong > len(numbered) / 2 else set()
    else:
        allowed |= {Mark.STRONG, Mark.ROUTINE}
        if stand_out < _FEW and layout.step == 1:
            allowed |= {Mark.COLON, Mark.PLAIN}
    return {index: mark for index, mark in marked.items() if mark in allowed}


def is_routine_line(words: str) -> bool:
    sentence = words.endswith(".") and len(words.split()) > _LONGEST_WITH_STOP
    return (
        not sentence
        and len(words) <= _LONGEST_ROUTINE
        and headings.ROUTINE_TITLE.fullmatch(words.strip(" .:")) is not None
    )


def is_part_label(words: str) -> bool:
    return bool(exempt.CLOSED_PART.fullmatch(words) or exempt.OPEN_PART.fullmatch(words))


def is_of_head(words: str) -> bool:
    """Whether words tell of the meeting as a whole, as lines above the first item do."""
    return bool(
        preamble.BODY_NAME.search(words)
        or preamble.HEAD_LABEL.fullmatch(words)
        or persons.ATTENDANCE_LABEL.fullmatch(words)
        or preamble.MINUTES_WORD.search(words)
        or preamble.DATE.search(words)
        or preamble.DRAFT.search(words)
        or headings.MONTH_AND_YEAR.fullmatch(words)
    )


def _mark(body: Sequence[Line], index: int) -> Mark | None:
    line = body[index]
    words = line.words
    if not line.text or line.tag or " | " in line.text or read_number(words) or not reads_as_title(words):
        return None
    if is_part_label(words) or headings.NO_HEADING.fullmatch(words) or headings.WEB_LABEL.fullmatch(words):
        return None
    alone = (index == 0 or not body[index - 1].text) and (index + 1 == len(body) or not body[index + 1].text)
    if line.lead and " ".join(line.lead.split()) == words:
        return Mark.STRONG
    if not alone:
        return None
    if words.isupper() and sum(letter.isalpha() for letter in words) > 3:
        return Mark.SHOUTED
    if is_routine_line(words) and not exempt.SAYS_NONE.match(words):
        return Mark.ROUTINE
    if persons.ATTENDANCE_LABEL.fullmatch(words) or marks.FINITE_VERB.search(words):
        return None
    below = next((later.words for later in body[index + 1 :] if later.text), "")
    if (words.endswith(":") or below.startswith(":")) and len(words.split()) <= _LONGEST_COLON:
        return Mark.COLON
    told = len(below.split()) >= _SHORTEST_TEXT and marks.FINITE_VERB.search(below)
    if told and len(words.split()) <= _LONGEST_PLAIN and words[-1].isalnum() and not names.TITLE.match(words):
        return Mark.PLAIN
    return None
