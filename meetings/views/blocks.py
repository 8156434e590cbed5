"""An item's text, cut for showing: plain paragraphs, tables, and the resolutions where they stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from meetings.models import Resolution
from meetings.parsing.tables import Table, parts_of

BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

# What introduces a resolution in its own paragraph, no longer than this: "Resolved:", "It was RESOLVED unanimously –"
LONGEST_LABEL = 80
# … or in a paragraph of its own above it: "Resolved:", "RESOLVED that", "Decision:"
LABEL_ABOVE = re.compile(r"(?:[^.]{0,60}\bresolved\b(?:\W|unanimously|that){0,20}|[^.]{0,79}:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: str


@dataclass(frozen=True, slots=True)
class MarkedResolution:
    """A resolution where it stands; ``label`` is what introduces it in print ("Resolved:"), ``blocks`` its words."""

    resolution: Resolution
    label: str
    blocks: tuple[Paragraph | Table, ...]


Block = Paragraph | Table | MarkedResolution
Span = tuple[int, int]  # from, to: the end is not part of it


def cut_text(text: str, resolutions: Sequence[Resolution]) -> list[Block]:
    """The text in its order, each word once, with the resolutions as blocks of their own.

    A resolution is found by its words, however they are spaced and divided into paragraphs; several with the same
    words are taken in their order. One whose words are not in the text comes after it.
    """
    spans = _find_all(text, [resolution.text for resolution in resolutions])
    found = sorted((span, n) for n, span in enumerate(spans) if span)
    limits = [start for (start, _), _ in found[1:]] + [len(text)]
    blocks: list[Block] = []
    shown = 0
    for ((start, end), n), limit in zip(found, limits, strict=False):
        above, label = _part_label(text[shown:start])
        blocks += _plain_blocks(above)
        shown = _past_punctuation(text, end, limit)
        blocks.append(MarkedResolution(resolutions[n], label, tuple(_plain_blocks(text[start:shown]))))
    blocks += _plain_blocks(text[shown:])
    blocks += [
        MarkedResolution(resolution, "", tuple(_plain_blocks(resolution.text)))
        for resolution, span in zip(resolutions, spans, strict=True)
        if not span
    ]
    return blocks


def _find_all(text: str, wanted: Sequence[str]) -> list[Span | None]:
    """Where each of the wanted texts stands, whole words only, spaces of any kind being equal; no two overlap."""
    words = list(re.finditer(r"\S+", text))
    even = " ".join(word.group() for word in words)
    starts = [0]  # of each word in `even`
    for word in words:
        starts.append(starts[-1] + len(word.group()) + 1)

    def place_in_text(position: int) -> int:
        n = bisect_right(starts, position) - 1
        return words[n].start() + position - starts[n]

    spans: list[Span | None] = []
    taken: list[Span] = []
    for one in wanted:
        sought = " ".join(one.split())
        last_end = taken[-1][1] if taken else 0
        for start in chain(_occurrences(even, sought, last_end), _occurrences(even, sought, 0)):
            end = start + len(sought)
            if all(end <= other_start or start >= other_end for other_start, other_end in taken):
                taken.append((start, end))
                spans.append((place_in_text(start), place_in_text(end - 1) + 1))
                break
        else:
            spans.append(None)
    return spans


def _occurrences(within: str, sought: str, start: int) -> Iterator[int]:
    """The places of ``sought`` from ``start`` on, but not those in the midst of a longer word."""
    while sought and (start := within.find(sought, start)) >= 0:
        end = start + len(sought)
        edges = (within[start - 1 : start + 1] if start else "", within[end - 1 : end + 1])
        if not any(len(edge) == 2 and edge.isalnum() for edge in edges):
            yield start
        start += 1


def _part_label(text: str) -> tuple[str, str]:
    """What stands before a resolution, parted into the paragraphs above it and its label."""
    *above, lead = BLANK_LINES.split(text)
    if not lead.strip() and above and LABEL_ABOVE.fullmatch(above[-1].strip()):
        lead = above.pop()
    label = " ".join(lead.split())
    return ("\n\n".join(above), label) if len(label) <= LONGEST_LABEL else (text, "")


def _past_punctuation(text: str, end: int, limit: int) -> int:
    """The end of a closing bracket, quote or full stop that belongs to the words before ``end``."""
    while end < limit and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return end


def _plain_blocks(text: str) -> list[Paragraph | Table]:
    """Paragraphs, and runs of two rows or more as tables."""
    return [Paragraph(part) if isinstance(part, str) else part for part in parts_of(_lines(text))]


def _lines(text: str) -> Iterator[str]:
    """Paragraphs, each on one line; the rows of a table each by itself."""
    for paragraph in BLANK_LINES.split(text.strip()):
        lines = paragraph.splitlines()
        if any(" | " in line for line in lines):
            yield from filter(None, (line.strip() for line in lines))
        elif joined := " ".join(paragraph.split()):
            yield joined
