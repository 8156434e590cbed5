"""Do words in what the public may read suggest closed business?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from meetings.parsing.exempt import announces_exclusion, denies_exclusion, is_closed_part
from meetings.parsing.lettering import mended, plain_letters
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import sentences
from meetings.parsing.parsed import Note, ParsedItem
from meetings.parsing.patterns import exempt, marks

_LETTER = re.compile(r"[^\s-]")
_LONGEST_QUOTE = 120  # characters


def suspicion_of_closed_business(lines: Iterable[Line], items: Sequence[ParsedItem], told: Set[int]) -> Iterator[Note]:
    """A note that quotes the first such words and their line. ``lines`` are all the file's, those of no item too;
    ``told`` are those that say how the restricted items came to be closed."""
    restricted = [item for item in items if item.restricted]
    if not restricted and any(_says_none(item) for item in items):
        return
    last = max((item.span.first for item in restricted), default=0)
    closed = {line for item in restricted for line in range(item.span.first, item.span.last + 1)} | told
    of_items = {line for item in items for line in range(item.span.first, item.span.last + 1)}
    left = [replace(line, text="") if line.place in closed else line for line in lines]
    if restricted:  # labels above them are no doubt, nor what each page says at its foot
        left = [line for line in left if line.place in of_items or not (line.furniture or _is_label(line))]
    for block in _blocks(left):
        joined = "\n".join(line.words for line in block)
        # Both ways, for a broken line may part a word, or two words with a hyphen between them.
        whole = marks.LINE_END_HYPHEN.sub("", joined) if "-\n" in joined else joined
        for text in dict.fromkeys((whole, joined)):
            flat = text.replace("\n", " ")
            for sentence in sentences(flat):
                found = _quoted(sentence)
                if not found or exempt.NOTHING_EXEMPT.search(sentence):
                    continue
                at, quote = found
                line = _line_behind(flat[: flat.index(sentence) + at], block)
                if line < last and exempt.TO_COME.search(sentence):
                    continue  # and it came
                yield _note(quote.strip()[:_LONGEST_QUOTE], line)
                return


def _quoted(sentence: str) -> tuple[int, str] | None:
    """Where in a sentence the words begin that suggest closed business, and these words; the sentence where they are
    not spelt as usual."""
    if found := exempt.LEFT_SO_THAT.search(sentence):
        return found.start(), found[0]
    if found := exempt.SUSPICIOUS.search(sentence):
        return found.start(), found[0]
    meant = mended(plain_letters(sentence))
    if meant != sentence and exempt.SUSPICIOUS.search(meant):
        return 0, sentence
    return None


def _is_label(line: Line) -> bool:
    remark = exempt.PART_REMARK.fullmatch(line.words) or exempt.EXEMPT_REMARK.match(line.words)
    return is_closed_part(line.words) or remark is not None


def _says_none(item: ParsedItem) -> bool:
    """Whether an item tells that the public stayed: in a sentence on it, or by “None” under the title that asks."""
    if announces_exclusion(item) and exempt.SAYS_NONE.match(item.text):
        return True
    told = (sentence for paragraph in (item.title, *item.text.split("\n\n")) for sentence in sentences(paragraph))
    return any(exempt.SPEAKS_OF_EXCLUSION.search(sentence) and denies_exclusion(sentence) for sentence in told)


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank one between them, whatever paragraphs or items they are of."""
    block: list[Line] = []
    for line in lines:
        if line.text and not line.tag:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _line_behind(before: str, block: Sequence[Line]) -> int:
    """The line on which the words stand that follow ``before`` in a block, counted by letters, which joining keeps."""
    left = len(_LETTER.findall(before))
    for line in block:
        left -= len(_LETTER.findall(line.words))
        if left < 0:
            return line.place
    return block[-1].place


def _note(quote: str, line: int) -> Note:
    return Note(
        "may_be_exempt",
        f"The words “{quote}” suggest that business was taken in private, but they stand in what was read as open. "
        "Check before you publish: the original file is withheld meanwhile.",
        line,
    )
