"""The lines of a PDF → paragraphs, headings in bold, rows of tables and words in the margin, as text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from meetings.parsing.extract.extracted import escape, furniture
from meetings.parsing.extract.pdf_lines import Cell, Line

_NEW_PARAGRAPH = 1.35  # times the usual distance of two lines
_SAME_PLACE = 4.0  # points: lines that begin so near begin at one place
_LIST_MARK = re.compile(
    r"(?:[•·▪◦‣●○■*–—-]|\(?[a-zA-Z]\)|[a-zA-Z]\.|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|\d{1,4}/\d{2,4}[.:]?)$"
)
_WORD_OF_LINE = re.compile(r"\S+")
_BROKEN = re.compile(r"([^\W\d_]+)[-\xad]$")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MARGIN_WORDS = 6
_LONGEST_MARK = 8  # characters of a number or bullet
_TEXT_WIDTH = 100  # points: what stands left of words at the right edge is no name in a list


@dataclass
class _Paragraph:
    """Lines that are joined; ``mark`` is the cell with its number or bullet, which stands apart."""

    lines: list[Line] = field(default_factory=list)
    margin: list[str] = field(default_factory=list)
    left: float = 0.0  # where its second line begins, once it has one


def typed(pages: Sequence[Sequence[Line]], margins: Sequence[Sequence[Line]], running: Set[int]) -> str:
    """The text of all pages, furniture marked, each paragraph on one line, an empty line between two that stand apart.

    ``margins`` are the words in the right margin of each page; they come at the end of the paragraph beside them.
    """
    shown = [line for lines in pages for line in lines if id(line) not in running]
    known = Counter(word.casefold() for line in shown for word in _LETTERS.findall(line.text))
    layout = _Layout.of(shown)
    out: list[str] = []
    rows = list(_blocks(pages, margins, running))
    for separated, words in _written(rows, layout, known):
        if separated and out:
            out.append("")
        out.append(words)
    return "\n".join(out)


@dataclass(frozen=True)
class _Layout:
    """How the document is set: the edges of its text, and the usual distance of two lines by their letters' size."""

    left: float
    right: float
    pitch: dict[int, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Layout:
        rights = sorted(line.right for line in lines)
        lefts = Counter(round(line.left) for line in lines)
        left = min((place for place, count in lefts.items() if count >= max(2, len(lines) // 50)), default=0)
        long = [right for right in rights if right > 0.6 * rights[-1]]
        right = long[int(len(long) * 0.9)] if long else 0.0
        steps: dict[int, Counter[float]] = {}
        for before, line in pairwise(lines):
            step = round(line.base - before.base, 1)
            if before.page == line.page and 0.8 * line.size < step < 2.2 * line.size:
                steps.setdefault(round(line.size), Counter())[step] += 1
        pitch = {size: _least_usual(counts) for size, counts in steps.items()}
        return cls(left, right, pitch)

    def step(self, line: Line) -> float:
        return self.pitch.get(round(line.size), 1.2 * line.size)


def _least_usual(steps: Counter[float]) -> float:
    """The smallest distance that is common: that of lines within a paragraph."""
    enough = max(steps.values()) * 0.3
    return min(step for step, count in steps.items() if count >= enough)


def _blocks(
    pages: Sequence[Sequence[Line]], margins: Sequence[Sequence[Line]], running: Set[int]
) -> Iterator[tuple[Line, list[str]] | str]:
    """The lines in order, each with the words beside it in the margin; what is furniture as text that is ready."""
    for lines, margin in zip(pages, margins, strict=True):
        late = []
        beside: dict[int, list[str]] = {}
        own = [line for line in lines if id(line) not in running]
        for word in margin:
            above = [line for line in own if line.base <= word.base + 0.5 * line.size]
            at = above[-1] if above else (own[0] if own else None)
            if at is None:
                late.append(furniture(escape(word.text)))
            else:
                beside.setdefault(id(at), []).append(word.text)
        for line in lines:
            if id(line) in running:
                late.append(furniture(escape(line.text)))
            else:
                yield line, beside.get(id(line), [])
        yield from late


def _written(
    rows: Sequence[tuple[Line, list[str]] | str], layout: _Layout, known: Counter[str]
) -> Iterator[tuple[bool, str]]:
    """Each paragraph, row of a table or piece of furniture, and whether an empty line stands before it."""
    paragraph = _Paragraph()
    aside: list[str] = []  # furniture within a paragraph comes after it
    apart = True
    before: Line | None = None

    def flush() -> Iterator[tuple[bool, str]]:
        nonlocal paragraph
        if paragraph.lines:
            yield apart, _text(paragraph, known)
        paragraph = _Paragraph()
        for words in aside:
            yield True, words
        aside.clear()

    for row in rows:
        if isinstance(row, str):
            aside.append(row)
            continue
        line, beside = row
        if tail := _tail(line, layout):
            beside = [tail.text, *beside]
            line = Line(line.cells[:-1], line.base, line.size, line.page)
        if before is not None and _goes_on(paragraph, before, line, layout):
            paragraph.lines.append(line)
            if len(paragraph.lines) == 2:
                paragraph.left = line.left
        else:
            held = list(flush())
            yield from held
            apart = (
                before is None
                or _stands_apart(before, line, layout)
                or any(words.startswith("\u2064") for _, words in held)
            )
            paragraph.lines.append(line)
        paragraph.margin += beside
        before = line
    yield from flush()


def _tail(line: Line, layout: _Layout) -> Cell | None:
    """The last words of a line where they stand by themselves at the right edge, as “Clerk to arrange” does."""
    *before, last = line.cells
    if not before or len(last.text.split()) > _MARGIN_WORDS or any(map(str.isdigit, last.text)):
        return None
    numbered = len(before) == 2 and len(before[0].text) < _LONGEST_MARK
    at_edge = last.right > layout.right - 1.5 * line.size and last.left - before[-1].right > 2 * line.size
    return last if at_edge and (len(before) == 1 or numbered) and before[-1].right - line.left > _TEXT_WIDTH else None


def _stands_apart(before: Line, line: Line, layout: _Layout) -> bool:
    if before.page != line.page:
        return True
    usual = max(layout.step(line), layout.step(before))
    return line.base - before.base > _NEW_PARAGRAPH * usual or before.bold != line.bold


def _goes_on(paragraph: _Paragraph, before: Line, line: Line, layout: _Layout) -> bool:
    """Whether a line is of the paragraph that the one before it is of."""
    if not paragraph.lines:
        return False
    first = paragraph.lines[0]
    if len(line.cells) > 1 or abs(line.size - before.size) > 0.15 * max(line.size, before.size):
        return False
    if _begins_list(line) or (line.bold != before.bold and (line.bold or (before.bold and before.cells[-1].bold))):
        return False
    if len(first.cells) > 2:
        return False
    if not _is_full(before, line, layout):
        return False
    text_left = first.cells[-1].left if len(first.cells) > 1 else first.left
    if before.page != line.page:
        ends = before.text.rstrip()[-1:] in ".:;?!"
        return not ends and (line.text[:1].islower() or abs(line.left - (paragraph.left or text_left)) < _SAME_PLACE)
    if line.base - before.base > _NEW_PARAGRAPH * layout.step(line):
        return False
    if len(paragraph.lines) > 1:
        return abs(line.left - paragraph.left) < _SAME_PLACE or line.text[:1].islower()
    # the second line: under the first's words, under its number, or further left where the first is indented
    return line.left < text_left + _SAME_PLACE or line.text[:1].islower()


def _begins_list(line: Line) -> bool:
    words = line.text.split(maxsplit=2)
    if not words:
        return False
    marked = _LIST_MARK.fullmatch(words[0]) is not None
    return marked and len(words) > 1 and not words[0].isdigit()


def _is_full(before: Line, line: Line, layout: _Layout) -> bool:
    """Whether the line before has no room for the first word of the next: it was broken for the page's width."""
    first = line.cells[0]
    word = _WORD_OF_LINE.search(first.text)
    share = len(word[0]) / max(len(first.text), 1) if word else 0
    needed = (first.right - first.left) * share + 0.28 * line.size
    right = layout.right - 0.02 * (layout.right - layout.left)
    return before.right + needed > right


def _text(paragraph: _Paragraph, known: Counter[str]) -> str:
    first, *rest = paragraph.lines
    pieces = [(cell.text, cell.lead) for cell in first.cells]
    words = "   ".join(escape(text) for text, _ in pieces)
    lead = _lead(first)
    for line in rest:
        words = _joined(words, escape(line.text), known)
        if lead == len(words) - len(line.text) - 1 and line.bold:
            lead = len(words)
    if paragraph.lines and all(line.bold for line in paragraph.lines):
        lead = len(words)
    marked = f"**{words[:lead].rstrip()}**{words[len(words[:lead].rstrip()) :]}" if lead else words
    return " ".join([marked, *map(escape, paragraph.margin)])


def _lead(line: Line) -> int:
    """How many characters at the start of a paragraph's first line are bold."""
    at = 0
    for number, cell in enumerate(line.cells):
        if number:
            at += 3
        length = len(escape(cell.text))
        if cell.bold:
            at += length
            continue
        return at + len(escape(cell.text[: cell.lead])) if cell.lead else max(at - 3, 0) if number else 0
    return at


def _joined(words: str, following: str, known: Counter[str]) -> str:
    """Two lines as one; a word that was broken between them is whole again, and a real hyphen stays."""
    broken = _BROKEN.search(words)
    begins = _LETTERS.match(following)
    if broken and begins:
        head, tail = broken[1].casefold(), begins[0].casefold()
        keeps = known[f"{head}-{tail}"] or (not known[head + tail] and known[head] and known[tail] and len(head) > 3)
        if following[:1].isupper() or keeps:
            return words + following
        return words[: broken.end(1)] + following
    return f"{words} {following}"
