"""Decisions read from a few lines, for tests."""

from __future__ import annotations

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import ParsedResolution, Span
from meetings.parsing.resolutions import read_resolutions


def decided(*texts: str, title: str = "", own: str = "Nether Walcote Parish Council") -> list[ParsedResolution]:
    """The decisions that paragraphs of one item tell, a line each."""
    paragraphs = [Paragraph(text, Span(place, place)) for place, text in enumerate(texts, start=1)]
    return list(read_resolutions(paragraphs, title, own))
