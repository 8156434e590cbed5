"""Readings made by hand, for tests of what comes after parsing."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from typing import Any

from django.core.files.base import ContentFile

from meetings.parsing import PARSER_VERSION
from meetings.parsing.parsed import Attendee, ParsedItem, ParsedMinutes, ParsedResolution, Span
from meetings.parsing.reading import Reading
from meetings.storing.bodies import name_body
from meetings.storing.readings import Kept, keep_reading

fresh = itertools.count()


def make_minutes(**fields: Any) -> ParsedMinutes:
    """Minutes of the Amenities Committee of an invented council, with two items unless told otherwise."""
    return ParsedMinutes(
        **{
            "date": dt.date(2024, 3, 12),
            "council": "Harrowmere Borough Council",
            "committee": "Amenities Committee",
            "start_time": dt.time(18, 30),
            "people": (
                Attendee("Ada Marsh", "present", title="Councillor", role="Chair", span=Span(5, 5)),
                Attendee("Tom Reed", "present", title="Councillor", span=Span(6, 6)),
            ),
            "items": (item("1", "Apologies"), item("2", "Bandstand repairs", resolutions=("That it be mended.",))),
            **fields,
        }
    )


def item(
    number: str | None, title: str, text: str = "", resolutions: tuple[str, ...] = (), **fields: Any
) -> ParsedItem:
    """An item whose text is that of its resolutions unless one is given."""
    words = text or "\n\n".join(f"Resolved: {resolution}" for resolution in resolutions) or f"Words on {title}."
    return ParsedItem(number, title, words, resolutions=tuple(map(ParsedResolution, resolutions)), **fields)


def make_reading(minutes: ParsedMinutes | None = None, content: bytes | None = None, **fields: Any) -> Reading:
    """A reading of bytes that no other has, unless they are given."""
    content = f"minutes {next(fresh)}".encode() if content is None else content
    return Reading(
        **{
            "source": "minutes.txt",
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "format": "text",
            "encoding": "utf-8",
            "parser_version": PARSER_VERSION,
            "text": content.decode(),
            "minutes": minutes or make_minutes(),
            **fields,
        }
    )


def keep(minutes: ParsedMinutes | None = None, content: bytes | None = None, **fields: Any) -> Kept:
    """Store a reading under the body that its minutes name."""
    reading = make_reading(minutes, content, **fields)
    return keep_reading(reading, ContentFile(reading.text.encode()), body=name_body(reading.minutes))
