"""Which items were taken while the public was excluded? In doubt an item is restricted: it can be opened by a clerk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Note, ParsedItem
from meetings.parsing.patterns import decisions, headings, references

Text = tuple[Paragraph, ...]

# What may be told behind the resolution in the item that excludes the public, without being exempt business.
_ABOUT_EXCLUSION = (
    headings.MERE_LEAVING,
    headings.READMISSION,
    headings.EXCLUSION,
    headings.STATUTE,
    decisions.TAIL_SENTENCE,
    references.MEETING_CLOSED,
)


@dataclass(slots=True)
class _Door:
    """Whether the public is in the room, item after item."""

    closed: bool = False
    closed_at: int | None = None  # the line of the item that closed it
    one_item: bool = False  # the resolution spoke of one item only
    told_since: int = 0  # items read behind it


def restricted_items(
    items: Sequence[ParsedItem], texts: Sequence[Text], parts: Sequence[tuple[int, bool]]
) -> tuple[list[bool], list[Note]]:
    """For each item, with its paragraphs in ``texts``, whether it is restricted. ``parts`` as in `items.Cut`."""
    restricted: list[bool] = []
    notes: list[Note] = []
    door = _Door()
    labels = dict(parts)
    for place, (item, text) in enumerate(zip(items, texts, strict=True)):
        if place in labels:
            door = _Door(closed=labels[place])
        readmitted = _readmission(item, text)
        if readmitted == "first":
            door = _Door()
        inside = door.closed
        excluded = _exclusion(item, text)
        if inside:
            door.told_since += 1
        elif excluded is not None:
            inside = _told_in_this_item(item, text, excluded)
            if inside:
                notes.append(_tells_more(item))
            one_item = headings.ONE_EXEMPT_ITEM.search(excluded.text) is not None
            door = _Door(True, item.span.first, one_item, told_since=int(inside))
        if readmitted == "later":
            door = _Door()
        above = item.parent is not None and restricted[item.parent]
        restricted.append(inside or above or _is_marked(item, text))
    if door.one_item and door.told_since > 1:
        notes.append(_stays_closed(door))
    return restricted, notes


def _is_marked(item: ParsedItem, text: Text) -> bool:
    """Whether the item says of itself that it is exempt."""
    first = text[:1]
    return bool(
        headings.EXEMPT_TITLE.search(item.title) or any(headings.EXEMPT_REMARK.match(each.text) for each in first)
    )


def _exclusion(item: ParsedItem, text: Text) -> Paragraph | None:
    """The words that exclude the public, by a resolution or as a fact; None where nobody was excluded."""
    refused = False
    for resolution in item.resolutions:
        if headings.EXCLUSION.search(resolution.text):
            if resolution.outcome not in ("lost", "withdrawn"):
                return Paragraph(resolution.text, resolution.span)
            refused = True
    titled = headings.EXCLUSION_TITLE.search(item.title) and not refused
    told = headings.EXCLUSION if titled else headings.EXCLUSION_TOLD
    for paragraph in text:
        for sentence in sentences(paragraph.text):
            if told.search(sentence) and not headings.NO_EXCLUSION.search(sentence):
                return Paragraph(sentence, paragraph.span)
    return None


def _told_in_this_item(item: ParsedItem, text: Text, excluded: Paragraph) -> bool:
    """Whether the item goes on with business behind the words that exclude the public."""
    if any(resolution.span.first > excluded.span.last for resolution in item.resolutions):
        return True
    for paragraph in text:
        if paragraph.span.first <= excluded.span.last:
            continue
        for sentence in sentences(paragraph.text):
            if not any(pattern.search(sentence) for pattern in _ABOUT_EXCLUSION):
                return True
    return False


def _readmission(item: ParsedItem, text: Text) -> str:
    """``first`` where the item begins with the public's return, ``later`` where it tells it further on, else empty."""
    if _readmits(item.title):
        return "first"
    for at, paragraph in enumerate(text):
        for told, sentence in enumerate(sentences(paragraph.text)):
            if _readmits(sentence):
                return "first" if at == told == 0 else "later"
    return ""


def _readmits(sentence: str) -> bool:
    return bool(headings.READMISSION.search(sentence) and not headings.NOT_YET.search(sentence))


def _tells_more(item: ParsedItem) -> Note:
    return Note(
        "exempt_in_exclusion",
        f"“{item.title}” tells more than that the public was excluded, so it is restricted. Check it.",
        item.span.first,
    )


def _stays_closed(door: _Door) -> Note:
    return Note(
        "exempt_part_open_end",
        "The public was excluded for one item, and the minutes do not tell its return: all later items are restricted. "
        "Check them.",
        door.closed_at,
    )
