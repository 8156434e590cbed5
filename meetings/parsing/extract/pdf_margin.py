"""What stands in the right margin beside the text: “Clerk”, “Noted”, the initials of who is to act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from meetings.parsing.extract.pdf_lines import Chunk, TextLine

_BEGINS = 0.7  # of the width of the text, from its left
_SAME_PLACE = 6.0  # points
_FEW = 3  # entries that make a column
_CROSSED = 0.02  # of the lines, at most
_TITLES = 3  # lines that may cross in a short text
_SHARE = 0.6  # of the lines, at most, have an entry: else it is a column of a table
_MOST_WORDS = 6
_GAP = 0.7  # of the letters' size, between the text and an entry
_LONG_LINE = 0.5  # of the width of the text


def margin_of(lines: Sequence[TextLine]) -> float | None:
    """Where a narrow column of short entries begins right of the text; None where there is none."""
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    entries = [line.chunks[-1] for line in lines if line.chunks[-1].left > left + _BEGINS * width]
    long = sum(line.chunks[-1].right - line.chunks[-1].left > _LONG_LINE * width for line in lines)
    places = Counter(round(entry.left / _SAME_PLACE) for entry in entries if len(entry.words) <= _MOST_WORDS)
    for place, _ in places.most_common(4):
        start = (place - 1) * _SAME_PLACE
        beside = [parted(line, start)[1] for line in lines]
        count = sum(words is not None for words in beside)
        crossing = sum(_crosses(line, start) for line in lines)
        wordy = sum(words is not None and len(words.words) > _MOST_WORDS for words in beside)
        if (
            _FEW <= count <= _SHARE * len(lines)
            and crossing + wordy <= max(_TITLES, _CROSSED * len(lines))
            and long >= count
        ):
            return start
    return None


def parted(line: TextLine, start: float | None) -> tuple[TextLine | None, TextLine | None]:
    """A line's part in the text and its part in the margin. What reaches across is text."""
    if start is None or line.right <= start or _crosses(line, start):
        return line, None
    text = [Chunk(words) for chunk in line.chunks if (words := [word for word in chunk.words if word.left < start])]
    beside = [Chunk(words) for chunk in line.chunks if (words := [word for word in chunk.words if word.left >= start])]
    return _line(text, line.page), _line(beside, line.page)


def _crosses(line: TextLine, start: float) -> bool:
    """Whether a line of the text goes on over the place where the margin begins."""
    if line.left >= start or line.right <= start:
        return False
    ends = max(word.right for word in line.words if word.left < start)
    begins = min((word.left for word in line.words if word.left >= start), default=ends)
    return ends > start or begins - ends < _GAP * line.size


def _line(chunks: list[Chunk], page: int) -> TextLine | None:
    return TextLine(chunks, page) if chunks else None
