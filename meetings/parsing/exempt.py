"""Which items were taken while the public was excluded? In doubt an item is restricted: it can be opened by a clerk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetings.parsing import patterns
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Note, ParsedResolution


@dataclass(frozen=True, slots=True)
class Business:
    """What an item's openness is told from."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    resolutions: tuple[ParsedResolution, ...]
    parent: int | None
    line: int


@dataclass(slots=True)
class _Door:
    """Whether the public is in the room, item after item."""

    closed: bool = False
    closed_at: int | None = None  # the line of the item that closed it
    one_item: bool = False  # the resolution spoke of one item only
    told_since: int = 0  # items read behind it


def restricted_items(items: Sequence[Business], parts: Sequence[tuple[int, bool]]) -> tuple[list[bool], list[Note]]:
    """For each item whether it is restricted. ``parts`` as in `items.Cut`."""
    restricted: list[bool] = []
    notes: list[Note] = []
    door = _Door()
    labels = dict(parts)
    for place, item in enumerate(items):
        if place in labels:
            door = _Door(closed=labels[place])
        readmitted = _readmission(item)
        if readmitted == "first":
            door = _Door()
        inside = door.closed
        if inside:
            door.told_since += 1
        elif excluded := _exclusion(item):
            inside = _told_in_this_item(item, excluded)
            if inside:
                notes.append(_doubt("exempt_in_exclusion", f"“{item.title}” tells more than that the public was excluded, so it is restricted. Check it.", item.line))
            door = _Door(True, item.line, patterns.ONE_EXEMPT_ITEM.search(excluded.text) is not None)
        if readmitted == "later":
            door = _Door()
        marked = patterns.EXEMPT_TITLE.search(item.title) or any(
            patterns.EXEMPT_REMARK.match(paragraph.text) for paragraph in item.paragraphs[:1]
        )
        above = item.parent is not None and restricted[item.parent]
        restricted.append(bool(inside or marked or above))
    if door.one_item and door.told_since > 1:
        notes.append(_doubt("exempt_part_open_end", "The public was excluded for one item, and the minutes do not tell its return: all later items are restricted. Check them.", door.closed_at))
    return restricted, notes


def _exclusion(item: Business) -> Paragraph | None:
    """The paragraph that excludes the public, by a resolution or as a fact; None where nobody was excluded."""
    for resolution in item.resolutions:
        if resolution.outcome == "carried" and patterns.EXCLUSION.search(resolution.text):
            return Paragraph(resolution.text, resolution.span)
    if not patterns.EXCLUSION_TITLE.search(item.title):
        return None
    for paragraph in item.paragraphs:
        for sentence in sentences(paragraph.text):
            if patterns.EXCLUSION.search(sentence) and not patterns.NO_EXCLUSION.search(sentence):
                return Paragraph(sentence, paragraph.span)
    return None


def _told_in_this_item(item: Business, excluded: Paragraph) -> bool:
    """Whether the item goes on with business behind the words that exclude the public."""
    if any(resolution.span.first > excluded.span.last for resolution in item.resolutions):
        return True
    for paragraph in item.paragraphs:
        if paragraph.span.first <= excluded.span.last:
            continue
        for sentence in sentences(paragraph.text):
            harmless = (
                patterns.MERE_LEAVING.search(sentence)
                or patterns.DECISION_TAIL.match(sentence)
                or patterns.MEETING_CLOSED.search(sentence)
                or patterns.READMISSION.search(sentence)
                or patterns.EXCLUSION.search(sentence)
                or is_statute(sentence)
            )
            if not harmless:
                return True
    return False


def is_statute(sentence: str) -> bool:
    return patterns.STATUTE.search(sentence) is not None


def _readmission(item: Business) -> str:
    """``first`` where the item begins with the public's return, ``later`` where it tells it further on, else empty."""
    if patterns.READMISSION.search(item.title):
        return "first"
    for at, paragraph in enumerate(item.paragraphs):
        for told, sentence in enumerate(sentences(paragraph.text)):
            if patterns.READMISSION.search(sentence):
                return "first" if at == told == 0 else "later"
    return ""


def _doubt(code: str, message: str, line: int | None) -> Note:
    return Note(code, message, line)
