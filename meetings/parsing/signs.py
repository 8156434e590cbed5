"""What kind of document do the words of a text speak for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from math import ceil

from meetings.parsing.lines import Line
from meetings.parsing.patterns.phrase import holds_any
from meetings.parsing.patterns.signs import SIGNS, Kind, Part, Sign

_TOP = 14  # lines with words in which a document names itself
_HEAD = 60  # and in which it says whose it is, and for whom
_WIDEST = 400  # characters of a line that may hold a whole document
SURE = 5  # the lead of the signs for minutes by which no other kind is to be thought of

# Minutes first, then the other kinds, the weightiest signs of each first
_BY_KIND = {
    kind: sorted((sign for sign in SIGNS if sign.kind == kind), key=lambda sign: -sign.weight)
    for kind in ("minutes", *sorted({sign.kind for sign in SIGNS} - {"minutes"}))
}


class Signs:
    """The signs of a text: how much they weigh for each kind of document, and where its first one stands."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines`` are those with words or tags, in order."""
        self.weights: Counter[Kind] = Counter()
        self.first: dict[Kind, Line] = {}
        texts = [line.words for line in lines]
        parts: dict[Part, list[str]] = {
            "top": [text[:_WIDEST] for text in texts[:_TOP]],
            "head": [text[:_WIDEST] for text in texts[:_HEAD]],
            "whole": texts,
        }
        counted = sum(len(text.split()) for text in texts)
        # all lines of a part at once: a search costs most by its beginning
        printed = {part: "\n".join(of_part) for part, of_part in parts.items()}
        small = {part: text.lower() for part, text in printed.items()}
        for kind, signs in _BY_KIND.items():
            most = sum(sign.weight * len(sign.least) for sign in signs)
            for sign in signs:
                if kind != "minutes" and self.weights["minutes"] - most >= SURE:
                    break  # this kind cannot come near any more
                if holds_any(sign.words.stems, small[sign.part]):
                    text = (printed if sign.cased else small)[sign.part]
                    reached = self._weigh(sign, text, lines, counted)
                else:
                    reached = 0
                most -= sign.weight * (len(sign.least) - reached)

    @property
    def kind(self) -> Kind | None:
        """The kind that most speaks for, minutes where two are level; None where nothing speaks for any."""
        return max(self.weights, key=lambda kind: (self.weights[kind], kind == "minutes"), default=None)

    @property
    def lead(self) -> int:
        """By how much the signs for minutes outweigh those for the kind next to them; or more, from `SURE` on."""
        others = (weight for kind, weight in self.weights.items() if kind != "minutes")
        return self.weights["minutes"] - max(others, default=0)

    def _weigh(self, sign: Sign, text: str, lines: Sequence[Line], words: int) -> int:
        """Put a sign on the scale; says how many of its numbers the text reaches."""
        needed = [max(least, ceil(sign.density * words / 100)) for least in sign.least]
        found = list(islice(sign.words.regex.finditer(text), max(needed)))  # looks no further than it must
        reached = sum(len(found) >= least for least in needed)
        if reached:
            line = lines[text.count("\n", 0, found[0].start())]
            self.weights[sign.kind] += sign.weight * reached
            self.first[sign.kind] = min(line, self.first.get(sign.kind, line), key=lambda each: each.place)
        return reached
