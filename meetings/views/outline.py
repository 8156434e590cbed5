"""The public items of a meeting, nested as the minutes nest them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch

from meetings.models import Item, Meeting, Resolution, Vote
from meetings.views.blocks import Block, cut_text

DEEPEST = 4  # levels of headings below a page's own; what is nested deeper stands on this level


@dataclass
class Entry:
    """An item with its parts, as far as they are public."""

    item: Item
    depth: int
    parts: list[Entry] = field(default_factory=list)

    @cached_property
    def blocks(self) -> list[Block]:
        """The item's text for showing; a row of a table whose title is itself the decision has it below."""
        return cut_text(self.item.text, list(self.item.resolutions.all()))


@dataclass
class Outline:
    """``top`` holds the items that are no part of another, ``entries`` all of them in the order of the minutes."""

    top: list[Entry]
    entries: list[Entry]

    def place(self, slug: str) -> int | None:
        """The position of an item among the entries, None where there is no public item of that slug."""
        return next((n for n, entry in enumerate(self.entries) if entry.item.slug == slug), None)


def outline_of(meeting: Meeting) -> Outline:
    """The meeting's public items, in three queries. A part of what is not public here stands by itself."""
    votes = Prefetch("votes", Vote.objects.order_by("position"))
    resolutions = Prefetch("resolutions", Resolution.objects.order_by("position", "number").prefetch_related(votes))
    items = meeting.items.published().order_by("position").prefetch_related(resolutions)
    top: list[Entry] = []
    entries: dict[int, Entry] = {}
    above: dict[int, Entry] = {}
    for item in items:
        parent = entries.get(item.parent_id) if item.parent_id else None
        if parent is not None and parent.depth == DEEPEST:
            parent = above[parent.item.pk]
        entry = Entry(item, depth=parent.depth + 1 if parent else 1)
        entries[item.pk] = entry
        if parent is None:
            top.append(entry)
        else:
            above[item.pk] = parent
            parent.parts.append(entry)
    return Outline(top, list(entries.values()))
