"""Text → `ParsedMinutes`: the steps in order and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from meetings.parsing.document import require_minutes, require_sure, signatory_of, unplaced_lines
from meetings.parsing.doubts import doubts_about
from meetings.parsing.errors import NotMinutes
from meetings.parsing.exempt import restricted_items
from meetings.parsing.head import Head, read_head
from meetings.parsing.hours import read_end_time, read_start_time
from meetings.parsing.interests import read_interests
from meetings.parsing.items import Section, cut_items, open_with_business
from meetings.parsing.lines import read_lines
from meetings.parsing.paragraphs import Layout, Paragraph
from meetings.parsing.parsed import Attendee, ParsedItem, ParsedMinutes
from meetings.parsing.people import people_listed_within, people_of_item
from meetings.parsing.references import read_confirmations, read_next_meeting
from meetings.parsing.referrals import read_referrals
from meetings.parsing.resolutions import read_resolutions
from meetings.parsing.roll import merge_people, with_chair
from meetings.parsing.rows import unfold_tables
from meetings.parsing.suspicion import suspicion_of_closed_business
from meetings.parsing.titles import is_routine
from meetings.parsing.told import who_took_the_chair
from meetings.parsing.undated import settle_date

PARSER_VERSION = 8  # raised when the same text reads differently

MOST_ITEMS = 1000
_CHAIR_IS_TOLD = 3  # items, in which the minutes tell who took the chair


def parse_minutes(text: str, date: dt.date | None = None) -> ParsedMinutes:
    """Read the minutes of one meeting; lines are divided by line feeds. ``date`` is its day where that is known from
    elsewhere, and outweighs what the text prints.

    Raises `NotMinutes` where the text is something else or may be, or has a broken tag. What is doubtful is a note, and
    a line that no field holds is in ``leftovers`` or ``unplaced``.
    """
    lines = unfold_tables(read_lines(text))
    layout = Layout.of(lines.body)
    cut = cut_items(lines, layout)
    signs = require_minutes(lines, cut)
    if len(cut.sections) > MOST_ITEMS:
        raise NotMinutes(
            f"The text has {len(cut.sections):,} items of business, and no meeting has more than {MOST_ITEMS:,}. "
            "Choose the minutes of one meeting alone.",
            code="too_many_items",
        )

    head = read_head(cut.head, lines, layout)
    heading = head.heading
    date = settle_date(heading, date, cut.head, lines.everything)
    if date is None:
        require_sure(signs, heading.notes[-1])
    open_with_business(cut, head.read, layout)

    texts = [layout.paragraphs(section.body) for section in cut.sections]
    items = [
        _item(section, paragraphs, heading.committee or heading.council)
        for section, paragraphs in zip(cut.sections, texts, strict=True)
    ]
    restrictions = restricted_items(items, texts, cut.parts)
    items = [replace(item, restricted=closed) for item, closed in zip(items, restrictions.restricted, strict=True)]

    # What an exempt item tells of people and of other meetings stays with it.
    open_texts = [(item.title, text) for item, text in zip(items, texts, strict=True) if not item.restricted]
    told = [
        person
        for item, section, paragraphs in zip(items, cut.sections, texts, strict=True)
        if not item.restricted
        for person in people_of_item(item.title, next(iter(section.heading), None), section.body, paragraphs, layout)
    ]
    if not any(person.presence == "present" for person in (*head.people, *told)):
        told = [*(person for _, text in open_texts for person in people_listed_within(text)), *told]
    if opening := read_start_time([paragraph for _, paragraphs in open_texts[:3] for paragraph in paragraphs[:3]]):
        heading.tell("start_time", *opening)
    if closing := read_end_time([paragraph for paragraphs in texts for paragraph in paragraphs]):
        heading.tell("end_time", *closing)
    if signatory := signatory_of(lines.trailer):
        heading.tell("signatory", *signatory)
    minutes = ParsedMinutes(
        date=date,
        council=heading.council,
        committee=heading.committee,
        start_time=heading.start_time,
        end_time=heading.end_time,
        venue=heading.venue,
        status=heading.status,
        signatory=heading.signatory,
        people=_people(head, told, open_texts),
        items=tuple(items),
        confirms=read_confirmations([item for item in items if not item.restricted], date),
        next_meeting=read_next_meeting(
            open_texts,
            date,
            [decision for item in items if not item.restricted for decision in item.resolutions],
            heading.committee,
        ),
        notes=(*heading.notes, *cut.notes, *restrictions.notes),
        leftovers=tuple(sorted((*lines.leftovers, *cut.leftovers), key=lambda leftover: leftover.line)),
        unplaced=tuple(sorted((*unplaced_lines(lines, cut, head.read), *head.unplaced), key=lambda line: line.line)),
        spans=heading.spans,
    )
    suspicion = suspicion_of_closed_business(lines.everything, items, restrictions.told)
    return replace(minutes, notes=(*minutes.notes, *suspicion, *doubts_about(minutes)))


def _people(
    head: Head, told: Sequence[Attendee], texts: Sequence[tuple[str, tuple[Paragraph, ...]]]
) -> tuple[Attendee, ...]:
    people = merge_people(head.people, told)
    first = [paragraph.text for _, paragraphs in texts[:_CHAIR_IS_TOLD] for paragraph in paragraphs]
    chair = head.chair or next((name for text in first if (name := who_took_the_chair(text))), None)
    return with_chair(people, chair) if chair else people


def _item(section: Section, paragraphs: tuple[Paragraph, ...], own: str | None) -> ParsedItem:
    return ParsedItem(
        section.number,
        section.title,
        "\n\n".join(paragraph.text for paragraph in paragraphs),
        routine=is_routine(section.title),
        parent=section.parent,
        resolutions=read_resolutions(paragraphs, section.title, own),
        interests=read_interests(section.title, paragraphs),
        referrals=read_referrals(section.title, section.span, paragraphs, own),
        span=section.span,
    )
