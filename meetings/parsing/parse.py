"""Text → `ParsedMinutes`: the steps in order and nothing else."""

from __future__ import annotations

from dataclasses import replace

from meetings.parsing.document import require_minutes, signatory_of, unplaced_lines
from meetings.parsing.doubts import doubts_about
from meetings.parsing.errors import NotMinutes
from meetings.parsing.exempt import Business, restricted_items
from meetings.parsing.heading import read_end_time, read_heading
from meetings.parsing.items import cut_items, open_with_business
from meetings.parsing.lines import read_lines
from meetings.parsing.paragraphs import Layout
from meetings.parsing.parsed import ParsedItem, ParsedMinutes
from meetings.parsing.people import attendance_start, merge_people, read_attendance, read_statements
from meetings.parsing.references import read_confirmations, read_next_meeting
from meetings.parsing.resolutions import read_resolutions
from meetings.parsing.titles import is_routine

PARSER_VERSION = 1  # raised when the same text reads differently


def parse_minutes(text: str) -> ParsedMinutes:
    """Read the minutes of one meeting; lines are divided by line feeds.

    Raises `NotMinutes` where the text is something else, names no day, or has a broken tag. What is doubtful is a note,
    and a line that no field holds is in ``leftovers`` or ``unplaced``.
    """
    lines = read_lines(text)
    layout = Layout.of(lines.body)
    cut = cut_items(lines, layout)
    require_minutes(lines, cut)

    start = attendance_start(cut.head)
    heading = read_heading(cut.head[:start], layout)
    if heading.date is None:
        raise NotMinutes(
            "The head does not name the day of the meeting. Write its date in full, as in “Minutes of the meeting held "
            "on 12 March 2024”.",
            line=cut.head[0].place if cut.head else 1,
            code="no_date",
        )
    attendance = read_attendance(cut.head[start:])
    open_with_business(cut, attendance.read | heading.read, layout)

    texts = [layout.paragraphs(section.body) for section in cut.sections]
    decisions = [read_resolutions(paragraphs) for paragraphs in texts]
    restricted, exempt_doubts = restricted_items(
        [
            Business(section.title, paragraphs, resolutions, section.parent, section.span.first)
            for section, paragraphs, resolutions in zip(cut.sections, texts, decisions, strict=True)
        ],
        cut.parts,
    )
    items = tuple(
        ParsedItem(
            section.number,
            section.title,
            "\n\n".join(paragraph.text for paragraph in paragraphs),
            closed,
            is_routine(section.title),
            section.parent,
            resolutions,
            section.span,
        )
        for section, paragraphs, closed, resolutions in zip(cut.sections, texts, restricted, decisions, strict=True)
    )
    told = [
        person
        for section, paragraphs in zip(cut.sections, texts, strict=True)
        for person in read_statements(section.title, paragraphs)
    ]
    if closing := read_end_time([paragraph for paragraphs in texts for paragraph in paragraphs]):
        heading.tell("end_time", *closing)
    signatory = signatory_of(lines.trailer)
    if signatory:
        heading.spans["signatory"] = signatory[1]
    minutes = ParsedMinutes(
        date=heading.date,
        council=heading.council,
        committee=heading.committee,
        start_time=heading.start_time,
        end_time=heading.end_time,
        venue=heading.venue,
        status=heading.status,
        signatory=signatory[0] if signatory else None,
        people=merge_people(attendance.people, told),
        items=items,
        confirms=read_confirmations(items, heading.date),
        next_meeting=read_next_meeting(
            [(section.title, paragraphs) for section, paragraphs in zip(cut.sections, texts, strict=True)], heading.date
        ),
        notes=(*heading.notes, *cut.notes, *exempt_doubts),
        leftovers=tuple(sorted((*lines.leftovers, *cut.leftovers), key=lambda leftover: leftover.line)),
        unplaced=unplaced_lines(lines, cut, attendance.read | heading.read),
        spans=heading.spans,
    )
    return replace(minutes, notes=(*minutes.notes, *doubts_about(minutes)))
