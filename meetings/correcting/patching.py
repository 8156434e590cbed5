"""A correction of some words, made again in a text that says other things besides."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

AROUND = 3
"""Words on each side that tell where a change stands."""

LONGEST = 5000
"""Words of a text that is compared word by word; of a longer one it costs too much time."""

_TOKEN = re.compile(r"\s*\S+")


def patch(text: str, before: str, after: str) -> str | None:
    """The ``text`` with what differs between ``before`` and ``after`` changed in it; None where a place of the change
    is not there, or not there alone."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return None
    for kind, first, last, start, end in SequenceMatcher(None, _plain(old), _plain(new), autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        tokens = _TOKEN.findall(text)
        lead, tail = old[max(first - AROUND, 0) : first], old[last : last + AROUND]
        sought = _plain([*lead, *old[first:last], *tail])
        there = _plain(tokens)
        places = [at for at in range(len(there) - len(sought) + 1) if there[at : at + len(sought)] == sought]
        if len(places) != 1 or not sought:
            return None
        at = places[0] + len(lead)
        text = "".join([*tokens[:at], *new[start:end], *tokens[at + last - first :]])
    return text


def _plain(tokens: list[str]) -> list[str]:
    """The words, each with whether a paragraph begins with it: other spacing tells nothing apart."""
    return [("\n\n" if token.startswith("\n\n") else "") + token.strip() for token in tokens]
