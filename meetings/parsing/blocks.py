"""Which paragraphs belong to one decision or motion: its parts, its list, all within its quotation marks?"""

from __future__ import annotations

from collections.abc import Sequence

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.patterns import decisions, marks, motions, votes

_LONGEST_CAPTION = 8  # words
_LONGEST_RESULT = 60  # characters at a paragraph's end
_LONGEST_MOTION = 80  # paragraphs
_QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))


def belongs(parts: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a paragraph is one more part of the decision that the ``parts`` begin."""
    if not parts:
        return True
    before, text = parts[-1].printed.rstrip(), paragraph.printed
    if marks.LIST_FOLLOWS.search(before) or marks.PART_FOLLOWS.search(before):
        return True
    mark, mark_before = decisions.PART_MARK.match(text), decisions.PART_MARK.match(before)
    if mark and mark_before and mark["close"] == mark_before["close"] and mark["open"] == mark_before["open"]:
        return _follows(mark_before["mark"], mark["mark"])
    if text[:1] in "•●○■" and before[:1] == text[:1]:
        return True
    if " | " in text and (" | " in before or _announces_table(parts)):
        return True
    if len(parts) > 1 and decisions.TOTAL.match(text):
        return True
    if decisions.AMOUNT_LINE.search(text) and (decisions.AMOUNT_LINE.search(before) or before.endswith(":")):
        return True
    return bool(mark and len(parts) == 1 and not before.endswith(".") and mark["mark"].lower() in ("a", "i", "1"))


def quoted_end(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """The index behind the paragraph that closes the quotation which begins at ``index``; None where none begins, or
    where it is closed in its own paragraph or never."""
    text = paragraphs[index].text.lstrip()
    marks_of = next((pair for pair in _QUOTES[:2] if text.startswith(pair[0])), None)
    if marks_of is None:
        return None
    opening, closing = marks_of
    depth = 0
    for at in range(index, min(index + _LONGEST_MOTION, len(paragraphs))):
        told = paragraphs[at].text
        depth += told.count(opening) - told.count(closing) if opening != closing else told.count(opening) % 2
        closed = depth <= 0 if opening != closing else depth % 2 == 0
        if closed:
            return at + 1
    return None


def following_motion(paragraphs: Sequence[Paragraph], index: int) -> int:
    """The index behind the motion whose words begin at ``index``: quoted passages with the captions between them, else
    one paragraph with its parts."""
    at = index
    parts: list[Paragraph] = []
    while at < len(paragraphs) and at - index < _LONGEST_MOTION:
        paragraph = paragraphs[at]
        end = quoted_end(paragraphs, at)
        if end is not None and (not parts or _is_caption(parts[-1])):
            parts += paragraphs[at:end]
            at = end
            continue
        captioned = _is_caption(paragraph) and at + 1 < len(paragraphs) and paragraphs[at + 1].text[:1] in "“\"‘'"
        if not captioned and parts and (_is_closed(parts[-1]) or not belongs(parts, paragraph)):
            break
        parts.append(paragraph)
        at += 1
    return at


def motion_end(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """The index behind the paragraph that ends with a motion's result (“Carried.”), from ``index`` on; None if another
    motion or label comes first."""
    for at in range(index, min(index + _LONGEST_MOTION, len(paragraphs))):
        text = paragraphs[at].text
        if at > index and motions.MOVERS_LINE.match(text):
            return None
        if votes.CLOSING_RESULT.search(text, max(len(text) - _LONGEST_RESULT, 0)):
            return at + 1
    return None


def unquoted(text: str) -> str:
    """A decision's words without the quotation marks about all of them."""
    bare = text.strip()
    for opening, closing in _QUOTES:
        inner = bare.rstrip(".;")
        if len(inner) > 1 and bare.startswith(opening) and inner.endswith(closing):
            within = inner[1:-1]
            if opening == closing and opening in within.replace("’s", ""):
                continue
            if opening != closing and closing == "”" and within.count(opening) != within.count(closing):
                continue
            return within.strip()
    if bare.startswith("“") and "”" not in bare:
        return bare[1:].strip()
    return bare


def _is_caption(paragraph: Paragraph) -> bool:
    return paragraph.text.endswith(":") and len(paragraph.text.split()) <= _LONGEST_CAPTION


def _is_closed(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip(" .;")[-1:] in ("”", '"')


def _announces_table(parts: Sequence[Paragraph]) -> bool:
    """Whether a decision ends with “the following payments:”, be it with the table's caption below."""
    announced = decisions.LIST_ANNOUNCED.search(parts[0].printed.rstrip()) is not None
    return announced and (len(parts) == 1 or (len(parts) == 2 and len(parts[1].text.split()) <= _LONGEST_CAPTION))


def _follows(mark: str, after: str) -> bool:
    if mark.isdigit() or after.isdigit():
        return mark.isdigit() and after.isdigit() and int(after) == int(mark) + 1
    mark, after = mark.lower(), after.lower()
    if len(mark) == len(after) == 1 and ord(after) == ord(mark) + 1:
        return True
    return marks.ROMAN.fullmatch(mark) is not None and marks.ROMAN.fullmatch(after) is not None
