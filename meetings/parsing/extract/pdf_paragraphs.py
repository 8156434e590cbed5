"""The lines of a PDF's pages → paragraphs, by the space between them, their indents and how far they are filled."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from meetings.parsing.extract.extracted import escape
from meetings.parsing.extract.pdf_lines import COLUMN_GAP, TextLine, joined
from meetings.parsing.extract.pdf_page import Word

# For "4.", "4.2", "(a)", "iv)", "88/24", "•": what numbers a paragraph, as a chunk of its own
_MARK = re.compile(
    r"\W{1,2}|o|\(?(?:[a-z]{1,4}|[A-Z]{1,2})[.)]|[(\[]?[A-Z]{0,4}\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.:)\]]{0,2}"
)
# For "(ii) a part", "4. Apologies", "• a point": the same with words right behind it
_LIST_MARK = re.compile(r"(?:[•·▪◦‣●○■–*-]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}[.)]|\(?\d{1,3}\)|\d{1,3}\.)\s")
_SENTENCE_END = re.compile(r"[.:;?!]['\"’”)\]]{0,2}$")
_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"(?P<head>[^\W\d_]{2,40})-$")
_LONGEST_LEAD = 400  # characters


@dataclass(slots=True)
class Block:
    """The lines of one paragraph. ``tail`` is what stands beside it in the margin."""

    lines: list[TextLine]
    close: bool = False  # stands right below the block before it
    tail: list[str] = field(default_factory=list)

    @property
    def last(self) -> TextLine:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual on the pages: how far lines reach, how far they stand apart, and the words that are used."""

    right: float
    leading: float  # of the letters' size
    words: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> Measure:
        ends = sorted(line.right for line in lines if len(line.words) > 5)
        if not ends:
            ends = sorted(line.right for line in lines) or [0.0]
        apart = Counter(
            round((line.base - before.base) / line.size, 1)
            for before, line in itertools.pairwise(lines)
            if before.page == line.page and 0.9 < (line.base - before.base) / line.size < 2.1
        )
        words = frozenset(word for line in lines for word in _LETTERS.findall(line.text.lower()))
        return cls(ends[int((len(ends) - 1) * 0.95)], apart.most_common(1)[0][0] if apart else 1.2, words)

    def had_room(self, line: TextLine, word: Word) -> bool:
        """Whether the word that begins the next line would have found place at the end of this one."""
        return line.right + 0.3 * line.size + (word.right - word.left) < self.right - 0.3 * line.size


def blocks_of(lines: Iterable[TextLine], measure: Measure) -> list[Block]:
    """The paragraphs of lines in their order."""
    blocks: list[Block] = []
    for line in lines:
        if not blocks:
            blocks.append(Block([line]))
            continue
        block = blocks[-1]
        if _goes_on(block, line, measure):
            block.lines.append(line)
        else:
            close = _apart(block.last, line) < (measure.leading + 0.15) and len(block.lines) == 1
            blocks.append(Block([line], close and not is_marked(line)))
    return blocks


def is_marked(line: TextLine) -> bool:
    """Whether a line begins with a number or bullet."""
    if len(line.chunks) > 1 and _MARK.fullmatch(line.chunks[0].text):
        return True
    return bool(_LIST_MARK.match(line.text))


def _text_left(line: TextLine) -> float:
    """Where a line's words begin, behind its mark."""
    if len(line.chunks) > 1 and _MARK.fullmatch(line.chunks[0].text):
        return line.chunks[1].left
    return line.left


def _apart(before: TextLine, line: TextLine) -> float:
    """How far a line stands below the one before it, in sizes of its letters; across pages nobody knows."""
    return (line.base - before.base) / max(line.size, 1.0) if before.page == line.page else 1.2


def _goes_on(block: Block, line: TextLine, measure: Measure) -> bool:
    before = block.last
    size = before.size
    if abs(line.size - size) > 0.15 * size or not 0.4 < _apart(before, line) < measure.leading + 0.3:
        return False
    if measure.had_room(before, line.words[0]):
        return False
    ended = bool(_SENTENCE_END.search(before.text))
    bold_before, bold = (all(word.bold for word in each.words) for each in (before, line))
    if bold_before != bold and (bold_before or ended):
        return False
    if len(line.chunks) > 1 and _MARK.fullmatch(line.chunks[0].text):
        return False
    if _LIST_MARK.match(line.text) and (ended or is_marked(block.lines[0])):
        return False
    if before.page != line.page and ended and not line.text[0].islower():
        return False
    indent = line.left - _text_left(before)
    if len(block.lines) == 1:
        return indent < 1.5 * size or not ended
    return abs(indent) < 1.5 * size or not ended


def printed(block: Block, measure: Measure) -> str:
    """The one line of text that a block becomes."""
    first = block.lines[0]
    lead = _lead(first) if not all(word.bold for line in block.lines for word in line.words) else None
    pieces: list[str] = []
    marked = len(first.chunks) > 1 and _MARK.fullmatch(first.chunks[0].text)
    for place, line in enumerate(block.lines):
        if len(block.lines) == 1:
            text = COLUMN_GAP.join(chunk.text for chunk in line.chunks)
            if marked:
                text = text.replace(COLUMN_GAP, "  ", 1)
        elif not place and marked:
            text = f"{first.chunks[0].text}  {' '.join(chunk.text for chunk in first.chunks[1:])}"
        else:
            text = " ".join(chunk.text for chunk in line.chunks)
        pieces = _append(pieces, text, measure)
    text = "".join(pieces)
    words = " ".join(block.tail)
    if lead is None and len(text) <= _LONGEST_LEAD:
        text = f"**{escape(text)}**"
    elif lead and text.startswith(lead):
        text = f"**{escape(lead)}**{escape(text[len(lead) :])}"
    else:
        text = escape(text)
    return f"{text} {escape(words)}" if words else text


def _lead(line: TextLine) -> str:
    """The words in bold at a line's start, its number before them."""
    count = 0
    chunks = line.chunks
    skip = 1 if len(chunks) > 1 and _MARK.fullmatch(chunks[0].text) else 0
    words = line.words
    mark = len(chunks[0].words) if skip else 0
    for count, word in enumerate([*words[mark:], None]):  # noqa: B007
        if word is None or not word.bold:
            break
    if not count:
        return ""
    lead: list[str] = [f"{chunks[0].text}  "] if skip else []
    left = count
    for chunk in chunks[skip:]:
        taken = chunk.words[:left]
        lead.append(joined(taken))
        left -= len(taken)
        if left <= 0:
            break
        lead.append(COLUMN_GAP if len(chunks) > skip + 1 else "")
    return "".join(lead).rstrip()


def _append(pieces: list[str], text: str, measure: Measure) -> list[str]:
    if not pieces:
        return [text]
    broken = _BROKEN.search(pieces[-1])
    if broken and text[0].islower() and (tail := _LETTERS.match(text)):
        if (broken["head"] + tail[0]).lower() in measure.words:
            pieces[-1] = pieces[-1][:-1]
        return [*pieces, text]
    if pieces[-1].endswith(("-", "/")) and text[0].isalnum() and not pieces[-1].endswith((" -", " /")):
        return [*pieces, text]
    return [*pieces, " ", text]


def printed_blocks(blocks: Iterable[Block], measure: Measure) -> Iterator[tuple[str, bool]]:
    """The line of each block, and whether it stands right below the one before it."""
    for block in blocks:
        yield printed(block, measure), block.close
