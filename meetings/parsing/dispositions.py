"""Items whose words are their outcome: the rows of a grid, and applications that a board disposes of in one line."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.parsing.names import bare_name
from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Outcome, ParsedResolution
from meetings.parsing.patterns import decisions, dispositions, motions

_LONGEST_OUTCOME = 16  # words


def read_dispositions(paragraphs: Sequence[Paragraph], title: str) -> tuple[ParsedResolution, ...]:
    """The decisions of an item that prints outcomes instead of sentences; none where it does not."""
    if not paragraphs:
        return ()
    row = _row(paragraphs, title)
    if row is not None:
        return (row,)
    told = " ".join((title, *(paragraph.text for paragraph in paragraphs)))
    if len(paragraphs) > 1 and dispositions.PETITION.search(told):
        return tuple(
            ParsedResolution(paragraph.text, disposition_outcome(paragraph.text), span=paragraph.span)
            for paragraph in paragraphs
            if dispositions.VERDICT.fullmatch(paragraph.text)
        )
    return ()


def disposition_outcome(words: str) -> Outcome:
    """What the words of an outcome cell mean for the matter."""
    for pattern, outcome in dispositions.OUTCOMES:
        if pattern.search(words):
            return outcome
    return "carried"


def _row(paragraphs: Sequence[Paragraph], title: str) -> ParsedResolution | None:
    """The decision of a grid's row, its cells in one paragraph or a paragraph each: movers, words, outcome."""
    cells = [cell.strip() for paragraph in paragraphs for cell in paragraph.text.split(" | ") if cell.strip()]
    if not cells or len(cells) > 4 or len(cells[-1].split()) > _LONGEST_OUTCOME:
        return None
    if not dispositions.OUTCOME_CELL.fullmatch(cells[-1]):
        return None
    mover = seconder = None
    words = title
    for cell in cells[:-1]:
        if pair := motions.PAIR_ALONE.fullmatch(cell):
            mover, seconder = bare_name(pair["mover"]), bare_name(pair["seconder"])
        elif motions.MOTION_OPENING.match(cell):
            words = cell
        else:
            return None
    if not words or decisions.SHOUTED_LABEL.search(words):
        return None
    return ParsedResolution(words, disposition_outcome(cells[-1]), mover, seconder, span=paragraphs[0].span)
