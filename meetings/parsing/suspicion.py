"""Do words anywhere in the file suggest closed business, although no item was read as restricted?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from meetings.parsing.exempt import announces_exclusion, denies_exclusion, may_say
from meetings.parsing.lines import Line
from meetings.parsing.paragraphs import sentences
from meetings.parsing.parsed import Note, ParsedItem
from meetings.parsing.patterns import exempt, marks

_LETTER = re.compile(r"[^\s-]")
_LONGEST_QUOTE = 120  # characters


def suspicion_of_closed_business(lines: Iterable[Line], items: Sequence[ParsedItem]) -> Iterator[Note]:
    """A note that quotes the first such words and their line. ``lines`` are all the file's, those of no item too."""
    if any(item.restricted or _says_none(item) for item in items):
        return
    for block in _blocks(lines):
        joined = "\n".join(line.words for line in block)
        # Both ways, for a broken line may part a word, or two words with a hyphen between them.
        for text in dict.fromkeys((marks.LINE_END_HYPHEN.sub("", joined), joined)):
            flat = text.replace("\n", " ")
            for sentence in sentences(flat):
                found = exempt.SUSPICIOUS.search(sentence) if may_say(sentence) else None
                if found and not exempt.NOTHING_EXEMPT.search(sentence):
                    quote, before = found[0].strip()[:_LONGEST_QUOTE], flat[: flat.index(sentence) + found.start()]
                    yield _note(quote, _line_behind(before, block))
                    return


def _says_none(item: ParsedItem) -> bool:
    """Whether an item tells that the public stayed: in a sentence on it, or by “None” under the title that asks."""
    if announces_exclusion(item) and exempt.SAYS_NONE.match(item.text):
        return True
    told = (sentence for paragraph in (item.title, *item.text.split("\n\n")) for sentence in sentences(paragraph))
    return any(
        may_say(sentence) and exempt.SPEAKS_OF_EXCLUSION.search(sentence) and denies_exclusion(sentence)
        for sentence in told
    )


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
        f"The words “{quote}” suggest that business was taken in private, but no item was read as restricted. "
        "Check before you publish: the original file is withheld meanwhile.",
        line,
    )
