"""Changes that a clerk makes to what was read, laid over a reading in the order in which they were made.

A change names its place by what stood there when it was made, not by a position: a later reading of the same minutes,
by a newer parser or from a corrected file, may count its items differently. Where a reading says already what the
change says, it changes nothing; where the place cannot be found, the change is told to the clerk and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from meetings.correcting.matching import match_items, plain
from meetings.correcting.patching import patch

Value = Any  # JSON of the shape that `ParsedMinutes.to_dict` gives it
Item = dict[str, Any]


class Kind(StrEnum):
    """What a change is about; ``before`` and ``after`` are values of the reading's own shape."""

    FACT = "fact"  # one of FACTS of the meeting
    PEOPLE = "people"  # the whole attendance list
    ITEM = "item"  # one of ITEM_FIELDS of an item
    RESOLUTIONS = "resolutions"  # all resolutions of an item
    SPLIT = "split"  # after: {number, title, text} of the new item, which begins with those words of the old
    MERGE = "merge"  # an item becomes the last words of the one before it, `before`: that one's place
    MOVE = "move"  # after: {behind, parent}, each the place of an item or None


FACTS = ("start_time", "end_time", "venue", "signatory", "status", "next_meeting", "confirms")
ITEM_FIELDS = ("number", "title", "text", "restricted", "routine")


@dataclass(frozen=True, slots=True)
class Place:
    """An item by what it said: number, title, text; ``nth`` tells apart those that say the very same."""

    number: str | None
    title: str
    text: str
    nth: int = 0

    def to_dict(self) -> dict[str, Any]:
        return {"number": self.number, "title": self.title, "text": self.text, "nth": self.nth}


@dataclass(frozen=True, slots=True)
class Change:
    """One deed of a clerk. ``place`` is an item's (`place_of`), None where the change is about the meeting."""

    kind: Kind
    field: str = ""
    place: dict[str, Any] | None = None
    before: Value = None
    after: Value = None


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A reading with the changes laid over it; ``lost`` are positions of the changes that found no place."""

    reading: dict[str, Any]
    lost: tuple[int, ...] = ()


class PlaceLost(Exception):
    """What a change is about is not in this reading."""


def lay_over(reading: dict[str, Any], changes: Sequence[Change]) -> Overlaid:
    """The reading (`ParsedMinutes.to_dict`) as the changes, in their order, make it. The argument stays as it is."""
    if not changes:
        return Overlaid(reading)
    draft = _Draft(reading)
    lost = []
    for n, change in enumerate(changes):
        try:
            _DEEDS[change.kind](draft, change)
        except PlaceLost:
            lost.append(n)
    return Overlaid(draft.reading(), tuple(lost))


def place_of(reading: dict[str, Any], position: int) -> dict[str, Any]:
    """How a change names the item at that position of the reading."""
    item = reading["items"][position]
    same = [other for other in reading["items"][:position] if _words(other) == _words(item)]
    return Place(item["number"], item["title"], item["text"], len(same)).to_dict()


class _Draft:
    """A reading under change: items know their parent itself, not its position, so that they may be moved."""

    def __init__(self, reading: dict[str, Any]) -> None:
        self.values = {**reading, "spans": dict(reading["spans"])}
        self.items: list[Item] = [dict(item) for item in reading["items"]]
        for item in self.items:
            item["parent"] = None if item["parent"] is None else self.items[item["parent"]]

    def reading(self) -> dict[str, Any]:
        position = {id(item): n for n, item in enumerate(self.items)}
        items = [
            {**item, "parent": None if item["parent"] is None else position[id(item["parent"])]} for item in self.items
        ]
        return {**self.values, "items": items}

    def find(self, place: dict[str, Any] | None) -> Item:
        """The item that the place names. Raises `PlaceLost`."""
        if place is None:
            raise PlaceLost
        sought = Place(**place)
        same = [item for item in self.items if _words(item) == (sought.number, sought.title, sought.text)]
        if sought.nth < len(same):
            return same[sought.nth]
        candidates = [Place(*_words(item)) for item in self.items]
        for n in match_items([sought], candidates):
            return self.items[n]
        raise PlaceLost

    def index(self, item: Item) -> int:
        return next(n for n, other in enumerate(self.items) if other is item)

    def block(self, item: Item) -> list[Item]:
        """The item and all parts below it, which stand behind it."""
        block = [item]
        for other in self.items[self.index(item) + 1 :]:
            if not any(other["parent"] is above for above in block):
                break
            block.append(other)
        return block


def _change_fact(draft: _Draft, change: Change) -> None:
    draft.values[change.field] = change.after
    if change.field == "confirms":
        draft.values["spans"]["confirms"] = [[0, 0] for _ in change.after]


def _change_people(draft: _Draft, change: Change) -> None:
    draft.values["people"] = change.after


def _change_item(draft: _Draft, change: Change) -> None:
    """What the minutes say besides what was corrected in a text stays: the correction is made in it again."""
    item = draft.find(change.place)
    if change.field != "text" or plain(item["text"]) in (plain(change.before), plain(change.after)):
        item[change.field] = change.after
        return
    patched = patch(item["text"], change.before, change.after)
    if patched is None:
        raise PlaceLost
    item["text"] = patched


def _change_resolutions(draft: _Draft, change: Change) -> None:
    """Where the minutes tell other decisions by now, the clerk must look at them first."""
    item = draft.find(change.place)
    told = _decided(item["resolutions"])
    if told not in (_decided(change.before), _decided(change.after)):
        raise PlaceLost
    item["resolutions"] = change.after


def _decided(resolutions: list[dict[str, Any]]) -> list[str]:
    return [plain(resolution["text"]) for resolution in resolutions]


def _split(draft: _Draft, change: Change) -> None:
    """The new item stands behind the old one, before its parts; what the cut-off words tell goes with them."""
    part = change.after
    try:
        whole = draft.find(change.place)
    except PlaceLost:
        if _is_there(draft, part):
            return
        raise
    start = whole["text"].find(part["text"])
    if start < 0 or not whole["text"].endswith(part["text"]):
        if _is_there(draft, part):
            return
        raise PlaceLost
    whole["text"] = whole["text"][:start].strip()
    new = {**whole, **part}
    for facts, words in (("resolutions", "text"), ("interests", "words"), ("referrals", "words")):
        of_both = whole.get(facts, [])
        new[facts] = [fact for fact in of_both if plain(fact[words]) in plain(part["text"])]
        whole[facts] = [fact for fact in of_both if fact not in new[facts]]
    draft.items.insert(draft.index(whole) + 1, new)


def _merge(draft: _Draft, change: Change) -> None:
    """The item's number and title become words of the one before it; its parts become that one's."""
    merged, into = draft.find(change.place), draft.find(change.before)
    if merged is into or any(merged is above for above in _above(into)):
        raise PlaceLost
    heading = " ".join(filter(None, [merged["number"], merged["title"]]))
    into["text"] = "\n\n".join(filter(None, [into["text"], heading, merged["text"]]))
    into["restricted"] = into["restricted"] or merged["restricted"]
    into["span"] = [min(into["span"][0], merged["span"][0]), max(into["span"][1], merged["span"][1])]
    for facts in ("resolutions", "interests", "referrals"):
        into[facts] = [*into.get(facts, []), *merged.get(facts, [])]
    for item in draft.items:
        if item["parent"] is merged:
            item["parent"] = into
    del draft.items[draft.index(merged)]


def _move(draft: _Draft, change: Change) -> None:
    """The item goes, with its parts, behind another and that one's parts, or to the front."""
    item = draft.find(change.place)
    behind = change.after["behind"] and draft.find(change.after["behind"])
    parent = change.after["parent"] and draft.find(change.after["parent"])
    block = draft.block(item)
    if any(target is part for target in (behind, parent) for part in block):
        raise PlaceLost
    for part in block:
        del draft.items[draft.index(part)]
    item["parent"] = parent
    start = draft.index(behind) + (1 if behind is parent else len(draft.block(behind))) if behind else 0
    draft.items[start:start] = block


def _is_there(draft: _Draft, part: dict[str, Any]) -> bool:
    """Whether the reading has by itself the item that a split would make."""
    try:
        return plain(part["text"]) in plain(draft.find({**part, "nth": 0})["text"])
    except PlaceLost:
        return False


def _above(item: Item) -> list[Item]:
    chain = []
    while (item := item["parent"]) is not None:
        chain.append(item)
    return chain


def _words(item: Item) -> tuple[str | None, str, str]:
    return item["number"], item["title"], item["text"]


_DEEDS: dict[Kind, Callable[[_Draft, Change], None]] = {
    Kind.FACT: _change_fact,
    Kind.PEOPLE: _change_people,
    Kind.ITEM: _change_item,
    Kind.RESOLUTIONS: _change_resolutions,
    Kind.SPLIT: _split,
    Kind.MERGE: _merge,
    Kind.MOVE: _move,
}
