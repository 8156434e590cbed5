"""Is this text the minutes of one meeting, and is every line of it accounted for?"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile
from typing import NoReturn

from meetings.parsing.errors import NotMinutes
from meetings.parsing.items import Cut
from meetings.parsing.lines import Line, Lines
from meetings.parsing.parsed import Note, Span, Unplaced
from meetings.parsing.patterns import signs as patterns
from meetings.parsing.signs import SURE, Signs
from meetings.parsing.sittings import require_one_meeting

_LEAST = 4  # the weight of a title alone
_CALLED: dict[patterns.Kind, str] = {
    "agenda": "the agenda of a meeting",
    "letter": "a letter",
    "report": "a report",
    "news": "news of a meeting or of a council, written for readers",
    "decision_notice": "a notice of decisions",
    "notice": "a public notice",
    "rules": "a set of rules, a programme or a form",
}


def require_minutes(lines: Lines, cut: Cut) -> Signs:
    """The signs by which the text looks like the minutes of one meeting. Raises `NotMinutes` where it does not."""
    printed = [line for line in lines.body if line.text and not line.tag]
    if not printed:
        _refuse("The text holds nothing but layout. Choose the file of the minutes themselves.", None)
    signs = Signs([*_title_of_page(lines), *(line for line in lines.body if line.text)])
    if signs.kind is None:
        _refuse(
            "The text says nowhere that it is the minutes of a meeting. Choose the file of the minutes.", printed[0]
        )
    if signs.kind != "minutes":
        _refuse(
            f"This is {_CALLED[signs.kind]}, not the minutes of a meeting. Choose the file of the minutes.",
            signs.first[signs.kind],
            NotMinutes.code if signs.kind == "rules" else signs.kind,
        )
    if signs.weights["minutes"] <= _LEAST and not (cut.sections or lines.tagged):
        _refuse(
            "The text has neither items of business nor a list of those present, so it cannot be read as minutes.",
            printed[0],
        )
    require_one_meeting(printed)
    return signs


def require_sure(signs: Signs, undated: Note) -> None:
    """Raise `NotMinutes` where a text without a date has little else of minutes; ``undated`` is the note on its day."""
    if signs.lead < SURE:
        raise NotMinutes(
            f"{undated.message} Little in the text shows that it is the minutes of a meeting. Choose the file of the "
            "minutes, or say on what day the meeting was.",
            line=undated.line,
            code=undated.code,
        )


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


def _title_of_page(lines: Lines) -> list[Line]:
    """The title in a Markdown file's front matter, which names the document as its own head may not."""
    front = takewhile(lambda line: line.place < lines.body[0].place, lines.everything) if lines.body else ()
    return [Line(line.place, title["words"]) for line in front if (title := patterns.FRONT_TITLE.fullmatch(line.text))]


def _refuse(message: str, line: Line | None, code: str = NotMinutes.code) -> NoReturn:
    raise NotMinutes(message, line=line.place if line else None, fragment=line.text if line else "", code=code)
