"""The words of a page → its printed lines, each in the chunks that wide gaps part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from meetings.parsing.extract.pdf_page import Word

COLUMN_GAP = "   "  # what stands for a wide gap
_SAME_LINE = 0.35  # of the letters' size: how far two words of one line may stand above each other
_WIDE = 1.6  # of the letters' size
_WIDE_BEHIND_MARK = 0.7
_NEXT_LINE = 1.6  # of the letters' size
_WIDER_THAN_USUAL = 2.2  # times; the blanks of a justified line are all wide
_RAISED = 0.85  # of the size of the letters beside it
_TITLE_WORDS = 8  # at most, in a line that is underlined as a heading
_MOST_RAISED = 200  # words of a page; where more are small it is a page of small print
# For "4.", "4.2", "88/24", "(a)", "iv)", "A.", "4.10ii)": the number of a paragraph or heading
NUMBER = re.compile(
    r"\(?(?:[A-Z]{1,4}[./]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]{0,4}[.:)\]]{0,2}|\(?(?:[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]{1,2}"
)
BULLET = re.compile(r"[•·▪◦‣⁃∙●○■□➢➤✓–—*o∑§Ø-]")
_LETTER_FOR_BULLET = re.compile(r"[∑§Ø]")  # a symbol font's bullets, read as letters


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

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


class TextLine:
    """One line of a page from left to right; ``base`` counts downwards."""

    __slots__ = ("base", "bold", "chunks", "left", "page", "right", "size", "text")

    def __init__(self, chunks: list[Chunk], page: int) -> None:
        self.set(chunks, page)

    def set(self, chunks: list[Chunk], page: int) -> None:
        words = [word for chunk in chunks for word in chunk.words]
        self.chunks = chunks
        self.page = page
        self.size, self.base = max((word.size, word.base) for word in words)
        self.left, self.right = chunks[0].left, max(word.right for word in words)
        self.text = COLUMN_GAP.join(chunk.text for chunk in chunks)
        self.bold = all(word.bold for word in words)

    @property
    def words(self) -> list[Word]:
        return [word for chunk in self.chunks for word in chunk.words]

    @property
    def mark(self) -> str:
        """The number or bullet in a chunk of its own before the words; "" where there is none."""
        if len(self.chunks) < 2:
            return ""
        words = self.chunks[0].text
        if not (NUMBER.fullmatch(words) or BULLET.fullmatch(words)):
            return ""
        return "•" if _LETTER_FOR_BULLET.fullmatch(words) else words

    @property
    def text_left(self) -> float:
        """Where the words begin, behind their mark."""
        return self.chunks[1].left if self.mark else self.left


def joined(words: Iterable[Word]) -> str:
    """The words with a blank between two that the page does not print together."""
    pieces: list[str] = []
    for word in words:
        if pieces and not word.joined:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces)


def lines_of(words: list[Word], page: int) -> list[TextLine]:
    """The lines of a page, or of a part of it, from its top."""
    _lower(words)
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and abs(word.base - rows[-1][0].base) <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return list(_numbered([TextLine(_chunks(_tidied(row)), page) for row in rows]))


def _numbered(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines with each number that stands in a column of its own before its heading, not before the line below."""
    for line, after in pairwise([*lines, None]):
        if line is None:
            continue
        if after is not None and _is_number_of(line, after):
            number = after.chunks[0]
            yield TextLine([number, *line.chunks], line.page)
            after.set(_chunks(after.words[len(number.words) :]), after.page)
        else:
            yield line


def _is_number_of(line: TextLine, after: TextLine) -> bool:
    """Whether the number before the words of the next line is that of a heading."""
    if not (after.mark and NUMBER.fullmatch(after.mark)) or line.mark or not line.bold or len(line.chunks) > 1:
        return False
    close = after.base - line.base < _NEXT_LINE * line.size
    return close and after.chunks[0].right < line.left <= after.text_left + line.size and not after.chunks[1].bold


def _lower(words: list[Word]) -> None:
    """Set small raised or lowered letters (“20th”, a note's mark) on the line of the letters that they stand behind."""
    small: list[Word] = []
    for before, word in pairwise(words):
        if not _set_beside(word, before) and word.size < _RAISED * before.size:
            small.append(word)
    if len(small) > _MOST_RAISED:
        return
    for word in small:
        for other in words:
            if _set_beside(word, other):
                break


def _set_beside(word: Word, before: Word) -> bool:
    size = before.size
    if not (
        word.size < _RAISED * size
        and -0.3 * size < before.base - word.base < 0.7 * size
        and before.base != word.base
        and -0.2 * size < word.left - before.right < 0.4 * size
    ):
        return False
    word.joined = word.left - before.right < 0.2 * size
    word.base, word.size = before.base, size
    return True


def _tidied(row: list[Word]) -> list[Word]:
    """The words of a line from left to right, one that is printed twice (to look bold) once, letters that are set
    apart (“M I N U T E S”) together."""
    row = sorted(row, key=lambda word: word.left)
    kept = [row[0]]
    for word in row[1:]:
        if word.text == kept[-1].text and word.left - kept[-1].left < 0.15 * word.size:
            continue
        word.joined = word.joined and word.left - kept[-1].right < 0.4 * word.size
        kept.append(word)
    kept[0].joined = False
    if (
        len(kept) <= _TITLE_WORDS
        and all(word.underlined and not word.bold for word in kept)
        and not kept[0].text.startswith(("http", "www"))
    ):
        for word in kept:
            word.bold = True  # a heading
    _close_letters(kept)
    return kept


def _close_letters(row: Sequence[Word]) -> None:
    if len(row) < 5 or any(len(word.text) > 1 for word in row) or not all(word.text.isalpha() for word in row):
        return
    usual = median(word.left - before.right for before, word in pairwise(row))
    for before, word in pairwise(row):
        word.joined = word.left - before.right < 1.6 * max(usual, 0.05 * word.size)


def _chunks(row: list[Word]) -> list[Chunk]:
    gaps = [word.left - before.right for before, word in pairwise(row) if not word.joined]
    usual = sorted(gaps)[len(gaps) // 4] if len(gaps) > 3 else 0.0
    chunks = [Chunk([row[0]])]
    for before, word in pairwise(row):
        gap = word.left - before.right
        size = max(word.size, before.size)
        first = len(chunks) == 1 and not word.joined
        marked = first and (NUMBER.fullmatch(words := chunks[0].text) or BULLET.fullmatch(words))
        behind_mark = marked and gap >= _WIDE_BEHIND_MARK * size and gap >= 1.3 * usual
        if behind_mark or (gap >= _WIDE * size and gap >= _WIDER_THAN_USUAL * usual):
            chunks.append(Chunk([word]))
        else:
            chunks[-1].words.append(word)
    return chunks
