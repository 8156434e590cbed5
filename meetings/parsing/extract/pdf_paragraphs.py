"""The lines of a PDF's pages → paragraphs, by the space between them, their indents and how far they are filled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from meetings.parsing.extract.extracted import escape
from meetings.parsing.extract.pdf_lines import BULLET, COLUMN_GAP, TextLine
from meetings.parsing.extract.pdf_page import Word

_BLANK = 0.25  # of the letters' size: what stands between two words
_SLACK = 0.4  # of the letters' size: how far a full line may end before the edge
_INDENT = 1.5  # of the letters' size
_FARTHER = 1.3  # times the usual distance of two lines
_FARTHER_WITHIN = 2.2  # … within a sentence
_OTHER_SIZE = 0.15
_WIDE_SHARE = 0.7  # of the width of the text: where all lines are shorter, they do not tell where it ends
_ENOUGH = 4  # lines that tell where the text ends
_NEARLY_FULL = 0.2  # of its length: how much a line may lack
_SAME_PLACE = 4.0  # points
_LONGEST_LEAD = 380  # characters
_MOST_TAIL_WORDS = 6
_ASIDE_WORDS = 3
_ASIDE_FROM = 0.7  # of the width of the text
# For "• a point", "(ii) a part", "4. Apologies", "88/24 Apologies", "4.10ii) Lighting"
_LIST_MARK = re.compile(
    r"(?:[•·▪◦‣⁃∙●○■□➢➤✓*–—-]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d[\w.]{0,8}\)|\d{1,3}(?:\.\d{1,3}){0,3}[.:]"
    r"|\d{1,4}/\d{2,4}[.:]?)\s"
)
# For "Action", "ACTION BY": what heads the entries in a margin
_COLUMN_HEAD = re.compile(r"(?:actions?|lead|owner|who)(?: by| on)?:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:;?!]['\"’”)\]]{0,2}$")
_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"(?P<head>[^\W\d_]{1,40})-$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


@dataclass(slots=True)
class Block:
    """The lines of one paragraph. ``close``: it stands right below the block before it. ``margin`` is what stands
    beside it; ``ready`` are the lines of text of a block that is no paragraph, as a table."""

    lines: list[TextLine] = field(default_factory=list)
    close: bool = False
    margin: list[str] = field(default_factory=list)
    ready: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measure:
    """How the text is set: its edges in points, the distance of two lines by their letters' size, and its words.

    ``edges`` are the right edges of what begins at one place, on a page and (page 0) on all of them: parts of a text
    may be set narrower than others.
    """

    left: float
    right: float
    leading: float
    words: frozenset[str]
    edges: dict[tuple[int, int], float]

    def within(self, left: float, right: float) -> Measure:
        """That of text between two edges, as in a cell of a table."""
        return replace(self, left=left, right=right, edges={})

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> Measure:
        left = min((line.left for line in lines), default=0.0)
        ends: dict[tuple[int, int], list[TextLine]] = defaultdict(list)
        for line in lines:
            if len(line.chunks) < (3 if line.mark else 2):
                for page in (0, line.page):
                    ends[page, _place(line.text_left)].append(line)
        farthest = sorted(line.right for line in lines)
        right = farthest[int((len(farthest) - 1) * 0.95)] if farthest else 0.0
        edges = {at: edge for at, found in ends.items() if (edge := _edge(at[1], found, left, right)) is not None}
        steps = Counter(
            round((line.base - before.base) / line.size, 2)
            for before, line in pairwise(lines)
            if before.page == line.page and 0.8 < (line.base - before.base) / line.size < 2.2
        )
        usual = max(steps.values(), default=0)
        leading = min((step for step, count in steps.items() if count >= 0.3 * usual), default=1.2)
        words = frozenset(word for line in lines for word in _LETTERS.findall(line.text.lower()))
        compounds = frozenset(word for line in lines for word in _COMPOUND.findall(line.text.lower()))
        return cls(left, right, leading, words | compounds, edges)

    def edge(self, line: TextLine) -> float:
        """How far a line could have reached."""
        place = _place(line.text_left)
        found = self.edges.get((line.page, place)) or self.edges.get((0, place)) or self.right
        return max(found, line.right)

    def had_room(self, line: TextLine, word: Word) -> bool:
        """Whether the word that begins the next line would have found place at the end of this one."""
        needed = _BLANK * line.size + word.right - word.left
        width = line.right - line.left
        left_over, right_over = line.left - self.left, self.right - line.right
        centred = left_over > 2 * line.size and abs(left_over - right_over) < line.size
        if centred and (0, _place(line.text_left)) not in self.edges:
            return width + needed < self.right - self.left - _SLACK * line.size
        return line.right + needed < self.edge(line) - _SLACK * line.size

    def is_nearly_full(self, line: TextLine) -> bool:
        return self.edge(line) - line.right < _NEARLY_FULL * (self.edge(line) - line.text_left)

    def has_tail(self, line: TextLine) -> bool:
        """Whether a line ends with words by themselves at the right edge, as “Clerk” or an amount: nothing follows."""
        last = line.chunks[-1]
        return (
            len(line.chunks) > (2 if line.mark else 1)
            and len(last.words) <= _MOST_TAIL_WORDS
            and last.right > self.right - 1.5 * line.size
            and not self.is_stretched(line)
        )

    def is_stretched(self, line: TextLine) -> bool:
        """Whether the wide gaps of a line are the blanks of one that is set to both edges, which are all alike."""
        chunks = line.chunks[1:] if line.mark else line.chunks
        gaps = [chunk.left - before.right for before, chunk in pairwise(chunks)]
        return len(gaps) > 1 and max(gaps) - min(gaps) < 0.1 * line.size and abs(line.right - self.edge(line)) < 2


def _place(left: float) -> int:
    return round(left / _SAME_PLACE)


def _edge(place: int, lines: Sequence[TextLine], left: float, right: float) -> float | None:
    """The right edge of lines that begin at one place; None where they are too few or too short to tell."""
    if len(lines) < _ENOUGH:
        return None
    edge = sorted(line.right for line in lines)[-2]  # one line may stick out
    if edge - left > _WIDE_SHARE * (right - left):
        return edge
    # a column of text, no list: it is filled, and most of its lines begin within a sentence
    reach = edge - place * _SAME_PLACE
    full = sum(line.right > edge - _NEARLY_FULL * reach for line in lines)
    within = sum(line.text[0].islower() for line in lines)
    return edge if min(full, within) > len(lines) / 2 else None


def blocks_of(lines: Iterable[TextLine], measure: Measure) -> list[Block]:
    """The paragraphs of lines in their order."""
    blocks: list[Block] = []
    for line in lines:
        if blocks and _is_aside(blocks[-1].lines[-1], line, measure):
            blocks[-1].margin.append(line.text)
        elif blocks and _goes_on(blocks[-1].lines, line, measure):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block([line], bool(blocks) and _is_close(blocks[-1].lines, line, measure)))
    return blocks


def _is_aside(before: TextLine, line: TextLine, measure: Measure) -> bool:
    """Whether a line is but a word or two at the right edge below a paragraph (“Clerk”), for which it had no room."""
    return (
        before.page == line.page
        and len(line.words) <= _ASIDE_WORDS
        and not _SENTENCE_END.search(line.text)
        and line.right > measure.right - 1.5 * line.size
        and line.left > measure.left + _ASIDE_FROM * (measure.right - measure.left)
        and 0 < line.base - before.base < _FARTHER * measure.leading * line.size
        and not before.bold
    )


def _is_close(above: Sequence[TextLine], line: TextLine, measure: Measure) -> bool:
    """Whether a paragraph stands right below another with no more space than lines have, as entries of a list do."""
    before = above[-1]
    return (
        before.page == line.page
        and 0 < line.base - before.base < _FARTHER * measure.leading * max(line.size, before.size)
        and before.bold == line.bold
    )


def _goes_on(above: Sequence[TextLine], line: TextLine, measure: Measure) -> bool:
    """Whether a line is of the paragraph that ends with the lines above it."""
    first, before = above[0], above[-1]
    size = before.size
    if abs(line.size - size) > _OTHER_SIZE * size or measure.has_tail(before) or not _flows(line, measure):
        return False
    ended = bool(_SENTENCE_END.search(before.text))
    within = not ended and line.text[0].islower()  # a sentence
    if measure.had_room(before, line.words[0]) and not (within and measure.is_nearly_full(before)):
        return False
    if _LIST_MARK.match(line.text) and (ended or first.mark or _LIST_MARK.match(first.text)):
        return False
    if before.bold != line.bold and (before.bold or ended):
        return False
    if ended and line.words[0].bold and not before.words[-1].bold:
        return False
    if before.page != line.page:
        return not ended or line.text[0].islower()
    farthest = (_FARTHER_WITHIN if within else _FARTHER) * measure.leading
    if not 0.5 * measure.leading < (line.base - before.base) / size < farthest:
        return False
    return _stands_below(above, line, _INDENT * size * (1 if ended else 4))


def _flows(line: TextLine, measure: Measure) -> bool:
    """Whether a line is running text: no row of columns, and no number before its words."""
    if len(line.chunks) == 1 or measure.is_stretched(line):
        return True
    return len(line.chunks) == 2 and not line.mark and measure.has_tail(line)


def _stands_below(above: Sequence[TextLine], line: TextLine, slack: float) -> bool:
    """Whether a line begins where those above it lead one to expect."""
    first = above[0]
    if len(above) > 1:
        return abs(line.left - above[-1].left) < slack
    places = [chunk.left for chunk in first.chunks]
    # under the words, under the number, or further left where the first line is indented
    return any(abs(line.left - place) < slack for place in places) or line.left < first.left


def printed(block: Block, measure: Measure) -> list[str]:
    """The lines of text that a block becomes: one, but for a table or a heading with words in the margin."""
    if block.ready:
        return block.ready
    text = ""
    for place, line in enumerate(block.lines):
        between = COLUMN_GAP if len(block.lines) == 1 and not measure.is_stretched(line) else " "
        words = between.join(chunk.text for chunk in line.chunks[1 if line.mark else 0 :])
        if line.mark:
            words = f"{line.mark}  {words}"
        text = _joined(text, words, measure.words) if place else words
    lead = _lead(block.lines, text)
    text = f"**{escape(text[:lead])}**{escape(text[lead:])}" if lead else escape(text)
    beside = escape(" ".join(block.margin))
    if not beside:
        return [text]
    if _COLUMN_HEAD.fullmatch(beside):
        return [f"{text}{COLUMN_GAP}{beside}"]
    return [text, beside] if _is_heading(block) else [f"{text} {beside}"]


def _is_heading(block: Block) -> bool:
    [first, *others] = block.lines
    return (
        not others
        and (first.bold or bool(first.mark and not BULLET.fullmatch(first.mark)))
        and not (_SENTENCE_END.search(first.text))
    )


def _lead(lines: Sequence[TextLine], text: str) -> int:
    """How many characters at a paragraph's start are in bold, a number before them counted in; a bullet begins none."""
    first = lines[0]
    mark = first.mark
    if BULLET.match(text):
        return 0
    if all(line.bold for line in (TextLine(first.chunks[1:], first.page) if mark else first, *lines[1:])):
        return len(text) if len(text) <= _LONGEST_LEAD else 0
    bold: list[Word] = []
    for chunk in first.chunks[1 if mark else 0 :]:
        bold += _leading_bold(chunk.words)
        if not chunk.bold:
            break
    if not bold:
        return len(mark) if mark and first.chunks[0].bold else 0
    letters = sum(len(word.text) for word in bold)
    at = len(mark)
    while letters and at < len(text):
        letters -= not text[at].isspace()
        at += 1
    while at < len(text) and text[at] in ".,:;":
        at += 1
    return at if at <= _LONGEST_LEAD else 0


def _leading_bold(words: Sequence[Word]) -> Sequence[Word]:
    count = next((count for count, word in enumerate(words) if not word.bold), len(words))
    return words[:count]


def _joined(text: str, words: str, known: frozenset[str]) -> str:
    """Two lines as one. A word broken between them is whole again, a real hyphen stays."""
    broken = _BROKEN.search(text)
    tail = _LETTERS.match(words)
    if not broken or not tail:
        return f"{text} {words}"
    head, rest = broken["head"].lower(), tail[0].lower()
    if head + rest in known or not (f"{head}-{rest}" in known or words[0].isupper() or {head, rest} <= known):
        return text[:-1] + words
    return text + words
