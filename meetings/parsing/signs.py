"""What kind of document do the words of a text speak for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from meetings.parsing.lines import Line
from meetings.parsing.patterns.signs import SIGNS, Kind, Part, Sign

_TOP = 14  # lines with words in which a document names itself
_HEAD = 60  # and in which it says whose it is, and for whom
_WIDEST = 400  # characters of a line that may hold a whole document


class Signs:
    """The signs of a text: how much they weigh for each kind of document, and where its first one stands."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines`` are those with words or tags, in order."""
        self.weights: Counter[Kind] = Counter()
        self.first: dict[Kind, Line] = {}
        texts = [(line, line.words) for line in lines]
        parts: dict[Part, list[tuple[Line, str]]] = {
            "top": [(line, text[:_WIDEST]) for line, text in texts[:_TOP]],
            "head": [(line, text[:_WIDEST]) for line, text in texts[:_HEAD]],
            "whole": texts,
        }
        counted = sum(len(text.split()) for _, text in texts)
        for sign in SIGNS:
            self._weigh(sign, parts[sign.part], counted)

    @property
    def kind(self) -> Kind | None:
        """The kind that most speaks for, minutes where two are level; None where nothing speaks for any."""
        return max(self.weights, key=lambda kind: (self.weights[kind], kind == "minutes"), default=None)

    def _weigh(self, sign: Sign, texts: Sequence[tuple[Line, str]], words: int) -> None:
        needed = max(sign.least, sign.density * words / 100)
        found = 0
        first: Line | None = None
        for line, text in texts:
            hits = len(sign.words.findall(text))
            if hits and first is None:
                first = line
            found += hits
            if found >= needed and first is not None:
                self.weights[sign.kind] += sign.weight
                self.first[sign.kind] = min(first, self.first.get(sign.kind, first), key=lambda each: each.place)
                return
