"""Is this text the minutes of one meeting, and is every line of it accounted for?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from typing import NoReturn

from meetings.parsing.dates import impossible_day, named_days
from meetings.parsing.errors import NotMinutes
from meetings.parsing.items import Cut
from meetings.parsing.lines import Line, Lines
from meetings.parsing.parsed import Span, Unplaced
from meetings.parsing.patterns import persons, preamble

_HEAD = 60  # lines with words in which minutes say what they are
_FEW_DEEDS = 3  # past tenses that an agenda may hold by chance
_ROSTER_NEAR = 12  # lines with words between “Minutes of” and “Present”


def require_minutes(lines: Lines, cut: Cut) -> None:
    """Raise `NotMinutes` unless the text looks like the minutes of one meeting."""
    printed = [line for line in lines.body if line.text and not line.tag]
    if not printed:
        _refuse("The text holds nothing but layout. Choose the file of the minutes themselves.", None)
    head = printed[:_HEAD]
    says_minutes = any(preamble.MINUTES_OF.match(line.text) for line in head)
    letter = next((line for line in head[:10] if preamble.LETTER_OPENING.match(line.text)), None)
    if letter and not says_minutes:
        _refuse("This is a letter, not the minutes of a meeting. Choose the file of the minutes.", letter)
    roster = any(persons.ATTENDANCE_LABEL.fullmatch(line.words) for line in printed)
    deeds = sum(preamble.PAST_DEEDS.search(line.text) is not None for line in printed)
    agenda = next((line for line in head[:15] if preamble.AGENDA_OPENING.fullmatch(line.words)), None)
    if agenda and not roster and deeds < _FEW_DEEDS:
        _refuse("This is the agenda of a meeting, not its minutes. Choose the file of the minutes.", agenda)
    says_meeting = any(
        preamble.MINUTES_WORD.search(line.text) or preamble.MEETING_WORD.search(line.text) for line in head
    )
    if not says_meeting:
        _refuse("The text says nowhere that it is the minutes of a meeting. Choose the file of the minutes.", head[0])
    if not (lines.tagged or roster or cut.sections or (says_minutes and deeds >= _FEW_DEEDS)):
        _refuse(
            "The text has neither items of business nor a list of those present, so it cannot be read as minutes.",
            head[0],
        )
    _require_one_meeting(printed)


def require_date(date: dt.date | None, cut: Cut) -> dt.date:
    """The day of the meeting. Raises `NotMinutes` where the head names none."""
    if date is None:
        for line in cut.head:
            if printed := impossible_day(line.words):
                raise NotMinutes(
                    f"“{printed}” is not a day of the calendar. Correct the date of the meeting.",
                    line=line.place,
                    fragment=line.words,
                    code="no_date",
                )
        raise NotMinutes(
            "The head does not name the day of the meeting. Write its date in full, as in “Minutes of the meeting held "
            "on 12 March 2024”.",
            line=cut.head[0].place if cut.head else 1,
            code="no_date",
        )
    return date


def signatory_of(trailer: Sequence[Line]) -> tuple[str, Span] | None:
    """Who issued the minutes: the first words of the template's trailer."""
    return (trailer[0].words, Span(trailer[0].place, trailer[0].place)) if trailer else None


def unplaced_lines(lines: Lines, cut: Cut, read: Set[int]) -> tuple[Unplaced, ...]:
    """The lines that no field, no leftover and no item holds."""
    placed = {
        *read,
        *(line.place for section in cut.sections for line in (*section.heading, *section.body)),
        *(leftover.line for leftover in cut.leftovers),
    }
    return tuple(
        Unplaced(line.place, line.words)
        for line in lines.body
        if line.text and not line.tag and line.place not in placed
    )


def _require_one_meeting(printed: Sequence[Line]) -> None:
    """Raise `NotMinutes` where a second head, with a date of its own and a list of those present, stands below."""
    heads = []
    for index, line in enumerate(printed):
        if not preamble.MINUTES_OF.match(line.text) or not preamble.HELD.search(line.text):
            continue
        near = printed[index + 1 : index + 1 + _ROSTER_NEAR]
        if any(persons.ATTENDANCE_LABEL.fullmatch(later.words) for later in near):
            heads += [(line, day.date()) for day in named_days(line.text) if day.date()][:1]
    for line, date in heads[1:]:
        if date != heads[0][1]:
            raise NotMinutes(
                "The file holds the minutes of two meetings: the second begins here. Divide it, a file for each.",
                line=line.place,
                fragment=line.text,
                code="several_meetings",
            )


def _refuse(message: str, line: Line | None) -> NoReturn:
    raise NotMinutes(message, line=line.place if line else None, fragment=line.text if line else "")
