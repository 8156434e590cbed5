"""Where an item of a reading can go: into the one above it, up, down, below the one above, out of the one it is in."""

from __future__ import annotations

from typing import Any

from meetings.correcting.changes import Change, Kind, place_of

Reading = dict[str, Any]


def _merge(reading: Reading, position: int) -> Change | None:
    if not position:
        return None
    return Change(Kind.MERGE, place=place_of(reading, position), before=place_of(reading, position - 1))


def _up(reading: Reading, position: int) -> Change | None:
    """Before the item that stands above on the same level."""
    siblings = _siblings(reading, position)
    n = siblings.index(position)
    if not n:
        return None
    parent = reading["items"][position]["parent"]
    return _move_change(reading, position, siblings[n - 2] if n > 1 else parent, parent)


def _down(reading: Reading, position: int) -> Change | None:
    siblings = _siblings(reading, position)
    n = siblings.index(position)
    if n + 1 == len(siblings):
        return None
    return _move_change(reading, position, siblings[n + 1], reading["items"][position]["parent"])


def _into(reading: Reading, position: int) -> Change | None:
    """A part of the item above it on the same level, its last one."""
    siblings = _siblings(reading, position)
    n = siblings.index(position)
    if not n:
        return None
    parent = siblings[n - 1]
    parts = [part for part, item in enumerate(reading["items"]) if item["parent"] == parent]
    return _move_change(reading, position, parts[-1] if parts else parent, parent)


def _out(reading: Reading, position: int) -> Change | None:
    parent = reading["items"][position]["parent"]
    if parent is None:
        return None
    return _move_change(reading, position, parent, reading["items"][parent]["parent"])


def _siblings(reading: Reading, position: int) -> list[int]:
    parent = reading["items"][position]["parent"]
    return [n for n, item in enumerate(reading["items"]) if item["parent"] == parent]


def _move_change(reading: Reading, position: int, behind: int | None, parent: int | None) -> Change:
    after = {
        "behind": None if behind is None else place_of(reading, behind),
        "parent": None if parent is None else place_of(reading, parent),
    }
    return Change(Kind.MOVE, place=place_of(reading, position), after=after)


ARRANGEMENTS = {"merge": _merge, "up": _up, "down": _down, "into": _into, "out": _out}
"""By name, the change that takes the item at a position of a reading there; None where it cannot go there."""
