"""How much of a text's words do its minutes hold? The measure of “nothing lost”, word by word, each in its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from meetings.parsing.extract.extracted import GENERATED
from meetings.parsing.parsed import ParsedMinutes, Unplaced
from meetings.parsing.patterns import marks, names, persons, preamble

_LETTERS = re.compile(r"[^\W_]+")
_MOST_BROKEN = 5  # lines at whose ends one word is broken


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of a text's words: ``words`` all of them, ``held`` those in fields, ``leftover`` those left out by name.

    ``lost`` are the words, by line, that neither a field nor a list holds: there should be none.
    """

    words: int
    held: int
    leftover: int
    lost: tuple[Unplaced, ...] = ()

    @property
    def share(self) -> float:
        """Words in fields ÷ all words but the leftovers, 0 to 1; 1 where there are no others."""
        asked = self.words - self.leftover
        return self.held / asked if asked else 1.0

    @property
    def leftover_share(self) -> float:
        """Leftovers ÷ all words, 0 to 1."""
        return self.leftover / self.words if self.words else 0.0


def measure_coverage(text: str, minutes: ParsedMinutes) -> Coverage:
    """Count each word of the extracted ``text`` once, where it stands.

    A word is what blanks divide; punctuation and case do not count, and what nobody wrote (generated numbers, the tags
    of items) is none. A word on an item's lines is held as often as the item's number, title and text have it. One
    above the items is held where a fact has it, or as a part of the label, date or formula that facts are read by.
    """
    named = _by_line((leftover.line, leftover.text) for leftover in minutes.leftovers)
    unplaced = _by_line((line.line, line.text) for line in minutes.unplaced)
    words = leftover = known = 0
    asked: list[tuple[int, str]] = []
    for place, line in enumerate(text.split("\n"), start=1):
        printed = list(_printed_words(line))
        rest = _without(printed, named[place])
        left = _without(rest, unplaced[place])
        words += len(printed)
        leftover += len(printed) - len(rest)
        known += len(rest) - len(left)
        asked += [(place, word) for word in left]
    lost = defaultdict(list)
    for place, word in _not_held(asked, minutes, unplaced):
        lost[place].append(word)
    held = words - leftover - known - sum(map(len, lost.values()))
    return Coverage(words, held, leftover, tuple(Unplaced(place, " ".join(each)) for place, each in lost.items()))


def _not_held(
    asked: list[tuple[int, str]], minutes: ParsedMinutes, unplaced: Mapping[int, Counter[str]]
) -> Iterator[tuple[int, str]]:
    """The words, with their lines, that no field holds. ``unplaced`` are those, by line, that are no whole words of it:
    of “Marsh[1]” the name is held, and its end is not placed."""
    pools: dict[int, Counter[str]] = {}
    for item in minutes.items:
        pool = pools.get(item.span.first, Counter())  # items that ran together share a line
        pool.update(_counted(f"{item.number or ''} {item.title} {item.text}"))
        pools |= dict.fromkeys(range(item.span.first, item.span.last + 1), pool)
    above: dict[int, list[str]] = defaultdict(list)
    index = 0
    while index < len(asked):
        place, word = asked[index]
        index += 1
        if place not in pools:
            above[place].append(word)
            continue
        pool, key = pools[place], _letters(word)
        wholes = {end: key + letters for end, letters in _goes_on(asked, index)}
        broken = word.endswith("-") and any(pool[letters] for letters in wholes.values())
        if not broken and _taken(pool, [key], _LETTERS.findall(word.casefold())):
            continue
        behind = next((end for end in reversed(wholes) if _taken(pool, [wholes[end]])), None)
        if behind is None:
            yield place, word
        else:
            index = behind
    facts = frozenset(_fact_words(minutes))
    words = list(_without_formula(above))
    for (place, word, whole), joined in zip(words, _joined([whole for _, _, whole in words]), strict=True):
        if not _letters(word):
            continue
        parts = {_letters(word), _letters(whole), joined}
        parts |= {_without_pieces(_letters(each), unplaced[place]) for each in (word, whole)}
        told = "" in parts or parts & facts or facts.issuperset(_LETTERS.findall(word.casefold()))
        if not told and not names.TITLE.fullmatch(word.strip(".,:;*")):
            yield place, word


def _goes_on(asked: Sequence[tuple[int, str]], index: int) -> Iterator[tuple[int, str]]:
    """What a word may be joined to, from ``index`` on, with the index behind it: the next word, and the one behind that
    where the next is broken at the end of its line, too."""
    letters = ""
    for end in range(index, min(index + _MOST_BROKEN, len(asked))):
        letters += _letters(asked[end][1])
        yield end + 1, letters
        if not asked[end][1].endswith("-"):
            break


def _joined(words: Sequence[str]) -> Iterator[str]:
    """For each word the letters of the whole that it is a part of where lines were broken within that."""
    begun = 0
    for at, word in enumerate(words, start=1):
        if not word.endswith("-") or at == len(words):
            yield from [_letters("".join(words[begun:at]))] * (at - begun)
            begun = at


def _without_pieces(letters: str, pieces: Counter[str]) -> str:
    """What is left of a word's letters without those of its pieces."""
    for piece in sorted(pieces.elements(), key=len, reverse=True):
        letters = letters.replace(piece, "", 1)
    return letters


def _taken(pool: Counter[str], *choices: list[str]) -> bool:
    """Take the keys of the first choice that the pool has whole."""
    for keys in choices:
        if all(pool[key] for key in keys):
            pool.subtract(keys)
            return True
    return False


def _without_formula(lines: dict[int, list[str]]) -> Iterator[tuple[int, str, str]]:
    """What words above the items hold beside labels and marks of lists, days, times and “Minutes of the meeting held
    on”: each with its place, empty where that is nothing, and the whole word that it is left of."""
    words: list[tuple[int, str]] = []
    for place, each in lines.items():
        label = persons.ATTENDANCE_LABEL.fullmatch(" ".join(each))
        told = label["rest"].split() if label else each
        words += [(place, word) for word in (told[1:] if marks.LIST_MARK.match(" ".join(told)) else told)]
    text = " ".join(word for _, word in words)  # a date may go on in the next line
    for pattern in (preamble.DATE, preamble.TIME, preamble.HEAD_FORMULA):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    start = 0
    for place, word in words:
        left = text[start : start + len(word)].strip()
        start += len(word) + 1
        yield place, left, word


def _fact_words(minutes: ParsedMinutes) -> Iterator[str]:
    facts = [minutes.council, minutes.committee, minutes.venue, minutes.status, minutes.signatory]
    for person in minutes.people:
        facts += [person.name, person.title, person.honours, person.role, person.arrived, person.left, person.remark]
        facts.append(person.presence.replace("_", " "))  # as a column of a table tells it
    for fact in facts:
        yield from _counted(fact or "")


def _printed_words(line: str) -> Iterator[str]:
    """The words of one line of a text, with their punctuation."""
    words = marks.ESCAPED.sub(r"\g<mark>", marks.STRONG.sub("", marks.UNPRINTED.sub("", line.replace("\f", " "))))
    before, generated, after = words.partition(GENERATED)
    if not marks.ITEM_TAG.fullmatch(words.strip()):
        yield from (word for word in (after if generated else before).split() if _letters(word))


def _by_line(lines: Iterable[tuple[int, str]]) -> defaultdict[int, Counter[str]]:
    counted: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for place, text in lines:
        counted[place].update(_letters(word) for word in text.split())
    return counted


def _without(words: list[str], pool: Counter[str]) -> list[str]:
    return [word for word in words if not _taken(pool, [_letters(word)])] if pool else words


def _counted(text: str) -> Counter[str]:
    """How often a text has each word, by its letters."""
    return Counter(_letters(word) for word in text.split())


def _letters(word: str) -> str:
    """What layout cannot change of a word: its letters and digits, small."""
    return "".join(_LETTERS.findall(word.casefold()))
