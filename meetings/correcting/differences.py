"""What differs between two wordings of one thing, word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

Sort = Literal["kept", "removed", "added"]
Segment = tuple[Sort, str]

MOST_WORDS = 2000
"""In one changed passage. A longer one is told as removed and added whole: to compare it costs time by the square."""

CONTEXT = 12
"""Words of what stayed the same that are told on each side of a change."""

TOKENS = re.compile(r"\n\n|[^\S\n]*\n?[^\s]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. ``key`` names it on both sides, ``label`` for readers; both wordings are in ``segments``,
    in order, what stayed the same cut short with "…"."""

    key: str
    label: str
    segments: tuple[Segment, ...]

    @property
    def wordings(self) -> tuple[str, str]:
        """The old and the new, as far as they are told."""
        old, new = (
            "".join(text for sort, text in self.segments if sort != left_out) for left_out in ("added", "removed")
        )
        return old, new

    def to_dict(self) -> dict[str, Any]:
        return {"key": self.key, "label": self.label, "segments": [list(segment) for segment in self.segments]}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Difference:
        segments = tuple((sort, words) for sort, words in values["segments"])
        return cls(values["key"], values["label"], segments)


Wording = Mapping[str, tuple[str, str]]
"""By key: the label and the words of each thing, in order."""


def differences(before: Wording, after: Wording) -> list[Difference]:
    """The things whose words differ, in the order of ``after``; those that are gone stand where they stood."""
    found = []
    for key in _in_order(list(before), list(after)):
        label = (after.get(key) or before[key])[0]
        old, new = before.get(key, ("", ""))[1], after.get(key, ("", ""))[1]
        if old != new:
            found.append(Difference(key, label, tuple(_shorten(compare(old, new)))))
    return found


def compare(old: str, new: str) -> list[Segment]:
    """Both texts as one row of segments: what was kept and removed makes the old, what was kept and added the new."""
    segments: list[Segment] = []
    lines = _pieces(old), _pieces(new)
    for kind, first, last, start, end in SequenceMatcher(None, *lines, autojunk=False).get_opcodes():
        was, becomes = "".join(lines[0][first:last]), "".join(lines[1][start:end])
        segments += [("kept", was)] if kind == "equal" else _compare_words(was, becomes)
    return _joined(segments)


def _compare_words(old: str, new: str) -> list[Segment]:
    was, becomes = TOKENS.findall(old), TOKENS.findall(new)
    if max(len(was), len(becomes)) > MOST_WORDS:
        return [("removed", old), ("added", new)]
    segments: list[Segment] = []
    for kind, first, last, start, end in SequenceMatcher(None, was, becomes, autojunk=False).get_opcodes():
        if kind == "equal":
            segments.append(("kept", "".join(was[first:last])))
        else:
            segments += [("removed", "".join(was[first:last])), ("added", "".join(becomes[start:end]))]
    return segments


def _pieces(text: str) -> list[str]:
    """The paragraphs, each with the empty line behind it."""
    return re.findall(r".+?(?:\n\n|\Z)", text, re.DOTALL)


def _joined(segments: list[Segment]) -> list[Segment]:
    """No empty segment, and none beside another of its sort; a removal stands before what was added for it."""
    joined: list[Segment] = []
    for sort, words in segments:
        if words and joined and joined[-1][0] == sort:
            joined[-1] = (sort, joined[-1][1] + words)
        elif words:
            joined.append((sort, words))
    return joined


def _shorten(segments: list[Segment]) -> list[Segment]:
    """What was kept is told as far as it shows where a change stands."""
    shortened: list[Segment] = []
    for n, (sort, text) in enumerate(segments):
        words = TOKENS.findall(text)
        first, last = n == 0, n == len(segments) - 1
        most = CONTEXT if first or last else 2 * CONTEXT
        if sort == "kept" and len(words) > most:
            head = "" if first else "".join(words[:CONTEXT]) + " "
            tail = "" if last else " " + "".join(words[-CONTEXT:]).lstrip()
            text = f"{head}…{tail}"
        shortened.append((sort, text))
    return shortened


def _in_order(before: list[str], after: list[str]) -> list[str]:
    """The keys of both lists, each once; one that only the first has stands behind the one that it followed there."""
    keys = list(after)
    for n, key in enumerate(before):
        if key not in after:
            above = next((other for other in reversed(before[:n]) if other in keys), None)
            keys.insert(keys.index(above) + 1 if above else 0, key)
    return keys
