"""The words of a page → its lines, each in the chunks that wide gaps part."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from meetings.parsing.extract.pdf_page import Word

COLUMN_GAP = "   "  # what stands for a wide gap
_WIDE = 0.9  # of the letters' size
_WIDER_THAN_USUAL = 2.2  # times; the blanks of a justified line are all wide
_RAISED = 0.85  # of the size of the letters beside it


@dataclass(slots=True)
class Chunk:
    """Words of one line with no wide gap between them."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def text(self) -> str:
        return joined(self.words)


@dataclass(slots=True)
class TextLine:
    """One line of a page, from left to right."""

    chunks: list[Chunk]
    page: int

    @property
    def words(self) -> list[Word]:
        return [word for chunk in self.chunks for word in chunk.words]

    @property
    def base(self) -> float:
        return max((word.size, word.base) for word in self.words)[1]

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def left(self) -> float:
        return self.chunks[0].left

    @property
    def right(self) -> float:
        return self.chunks[-1].right

    @property
    def text(self) -> str:
        return COLUMN_GAP.join(chunk.text for chunk in self.chunks)


def joined(words: Iterable[Word]) -> str:
    """The words with a blank between two that the page does not print together."""
    pieces: list[str] = []
    for word in words:
        if pieces and not word.joined:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def lines_of(words: list[Word], page: int) -> list[TextLine]:
    """The lines of a page, from its top."""
    _lower(words)
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and abs(word.base - rows[-1][0].base) <= 0.35 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [TextLine(_chunks(sorted(row, key=lambda word: word.left)), page) for row in rows]


def _lower(words: list[Word]) -> None:
    """Set small raised letters (“20th”, a note's mark) on the line of the letters that they stand behind."""
    for before, word in itertools.pairwise(words):
        raised = before.base - word.base
        if (
            word.size < _RAISED * before.size
            and 0 < raised < 0.7 * before.size
            and -0.3 * before.size < word.left - before.right < 0.4 * before.size
        ):
            word.joined = word.left - before.right < 0.2 * before.size
            word.base = before.base
            word.size = before.size


def _chunks(row: list[Word]) -> list[Chunk]:
    for before, word in itertools.pairwise(row):
        word.joined = word.joined and word.left - before.right < 0.4 * word.size
    row[0].joined = False
    gaps = [word.left - before.right for before, word in itertools.pairwise(row) if not word.joined]
    usual = median(gaps) if len(gaps) > 3 else 0.0
    chunks = [Chunk([row[0]])]
    for before, word in itertools.pairwise(row):
        gap = word.left - before.right
        if gap >= _WIDE * word.size and gap >= _WIDER_THAN_USUAL * usual:
            chunks.append(Chunk([word]))
        else:
            chunks[-1].words.append(word)
    return chunks
