"""Which items were taken while the public was excluded? In doubt an item is restricted: it can be opened by a clerk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from meetings.parsing.lettering import plain_letters
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Note, ParsedItem, ParsedResolution, Span
from meetings.parsing.patterns import decisions, exempt, marks, references
from meetings.parsing.patterns.phrase import Phrase, Wordings

Text = tuple[Paragraph, ...]

# What may be told behind the words that exclude the public, without being exempt business.
_ABOUT_EXCLUSION = (
    exempt.MERE_LEAVING,
    exempt.READMISSION,
    exempt.EXCLUSION,
    exempt.STATUTE,
    decisions.TAIL_SENTENCE,
    references.MEETING_CLOSED,
)


@dataclass(frozen=True, slots=True)
class Restrictions:
    """For each item, whether it is restricted. ``told`` are the lines of those that are open which say how the others
    came to be closed."""

    restricted: tuple[bool, ...]
    told: frozenset[int]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class _Door:
    """Whether the public is in the room, item after item."""

    closed: bool = False
    closed_at: int | None = None  # the line of the item that closed it
    one_item: bool = False  # the resolution spoke of one item only
    told_since: int = 0  # items read behind it


@dataclass(frozen=True, slots=True)
class _Turn:
    """A sentence that sends the public out, or tells that it is back; ``at`` is its place among the item's."""

    at: int
    sentence: Paragraph
    back: bool
    decided: bool = False  # by a resolution


def restricted_items(
    items: Sequence[ParsedItem], texts: Sequence[Text], parts: Sequence[tuple[int, bool]]
) -> Restrictions:
    """Which items, with their paragraphs in ``texts``, are restricted. ``parts`` as in `items.Cut`."""
    restricted: list[bool] = []
    notes: list[Note] = []
    led: set[int] = set()  # lines that lead to what is restricted
    sentences_of = [_sentences(item, text) for item, text in zip(items, texts, strict=True)]
    named, naming = _named_elsewhere(items, sentences_of)
    door = _Door()
    labels = dict(parts)
    for place, (item, text) in enumerate(zip(items, texts, strict=True)):
        if place in labels:
            door = _Door(closed=labels[place])
        told = [sentence for sentence in sentences_of[place] if sentence not in naming]
        turns = _turns(item, told)
        if turns and turns[0].back and turns[0].at == 0:
            door = _Door()
        inside = door.closed
        sent_out = min((turn for turn in turns if not turn.back), key=lambda turn: not turn.decided, default=None)
        if inside:
            door.told_since += 1
        elif sent_out is not None:
            back = next((turn for turn in turns if turn.back and turn.at > sent_out.at), None)
            inside = _tells_business(item, told, sent_out, back)
            if inside:
                notes.append(_tells_more(item))
            one_item = says(exempt.ONE_EXEMPT_ITEM, sent_out.sentence.text)
            door = _Door(True, item.span.first, one_item, told_since=int(inside))
        elif _is_label(item, told):
            inside = bool(text)
            door = _Door(True, item.span.first, told_since=int(inside))
        if turns and turns[-1].back:
            door = _Door()
        above = item.parent is not None and restricted[item.parent]
        restricted.append(inside or above or place in named or _is_marked(item, told, sent_out))
        leading = [item.span] if announces_exclusion(item) else [turn.sentence.span for turn in turns]
        led.update(line for span in leading for line in range(span.first, span.last + 1))
    if door.one_item and door.told_since > 1:
        notes.append(_stays_closed(door))
    led.update(line for each in naming for line in range(each.span.first, each.span.last + 1))
    return Restrictions(tuple(restricted), frozenset(led) if any(restricted) else frozenset(), tuple(notes))


def says(pattern: re.Pattern[str] | Phrase | Wordings, words: str) -> bool:
    """Whether a pattern is found in the words as they stand, or where those broken at a line's end are made whole."""
    words = plain_letters(words)
    return bool(pattern.search(words) or ("-" in words and pattern.search(_made_whole(words))))


@lru_cache(maxsize=4096)
def _made_whole(words: str) -> str:
    return marks.HYPHEN.sub("", words)


def denies_exclusion(sentence: str) -> bool:
    """Whether a sentence says that nobody is excluded: “No items required the exclusion of the public”."""
    return says(exempt.NO_EXCLUSION, sentence)


def announces_exclusion(item: ParsedItem) -> bool:
    """Whether an item's title announces that the public is excluded, or heads what is told without it."""
    return _announces(item.title)


@lru_cache(maxsize=4096)
def _announces(title: str) -> bool:
    return says(exempt.EXCLUSION_TITLE, title) or is_closed_part(title)


@lru_cache(maxsize=4096)
def is_closed_part(words: str) -> bool:
    """Whether words are the label of a part that is closed to the public: “EXEMPT ITEMS”."""
    return exempt.CLOSED_PART.fullmatch(plain_letters(words)) is not None


def _sentences(item: ParsedItem, text: Text) -> list[Paragraph]:
    """The sentences of an item with their paragraph's place; the title, which may be one, is the first."""
    title = [Paragraph(item.title, Span(item.span.first, item.span.first))] if item.title else []
    return [*title, *(Paragraph(words, each.span) for each in text for words in sentences(each.text))]


def _turns(item: ParsedItem, told: Sequence[Paragraph]) -> list[_Turn]:
    """Where the item tells that the public goes or comes back, in its order; empty where nobody was excluded."""
    excluding = [each for each in item.resolutions if _excludes(exempt.EXCLUSION, each.text)]
    decided = [each for each in excluding if each.outcome not in ("lost", "withdrawn")]
    refused = [each for each in excluding if each not in decided]
    announced = announces_exclusion(item) and not refused
    first = 1 if item.title else 0
    lead = next((at for at in range(first, len(told)) if not told[at].text.endswith(":")), first)  # behind the movers
    turns = []
    for at, sentence in enumerate(told):
        in_title = at < first
        of_decision = not in_title and _stands_in(sentence, decided)
        if _is_told(sentence.text) or (
            (of_decision or (announced and not in_title)) and _excludes(exempt.EXCLUSION, sentence.text)
        ):
            if of_decision or not _stands_in(sentence, refused):
                turns.append(_Turn(at, sentence, back=False, decided=of_decision))
            if _comes_back(sentence.text):
                turns.append(_Turn(at, sentence, back=True))
        elif says(exempt.READMISSION, sentence.text) and not says(exempt.NOT_YET, sentence.text):
            turns.append(_Turn(0 if at <= lead else at, sentence, back=True))
    for each in decided:  # its words may be spread over several sentences
        if not any(not turn.back and _stands_in(turn.sentence, [each]) for turn in turns):
            last = max((at for at, sentence in enumerate(told) if _stands_in(sentence, [each])), default=0)
            turns.append(_Turn(last, Paragraph(each.text, each.span), back=False, decided=True))
    return sorted(turns, key=lambda turn: turn.at)


def _comes_back(sentence: str) -> bool:
    """Whether a sentence that sends the public out tells its return too: “… at 10.15 and resumed in open session”."""
    out = exempt.EXCLUSION_TOLD.search(sentence) or exempt.EXCLUSION.search(sentence)
    back = exempt.READMISSION.search(sentence)
    return bool(out and back and out.end() <= back.start() and not exempt.NOT_YET.search(sentence))


def _named_elsewhere(
    items: Sequence[ParsedItem], sentences_of: Sequence[Sequence[Paragraph]]
) -> tuple[frozenset[int], frozenset[Paragraph]]:
    """The places of the items that other items name as taken in private, before or at the meeting's end; and the
    sentences that name them, which say nothing of their own item."""
    places = {item.number: at for at, item in enumerate(items) if item.number}
    named: set[int] = set()
    naming: set[Paragraph] = set()
    for place, told in enumerate(sentences_of):
        for sentence in told:
            others = {places[number] for number in _numbers_named(sentence.text) if number in places} - {place}
            if not others:
                continue
            later = _is_for_later(sentence.text) and says(exempt.EXCLUSION, sentence.text)
            stated = says(exempt.EXEMPT_STATEMENT, sentence.text) and not denies_exclusion(sentence.text)
            if later or stated or (max(others) < place and _is_told(sentence.text)):
                named |= others
                naming.add(sentence)
    return frozenset(named), frozenset(naming)


def _numbers_named(sentence: str) -> set[str]:
    """The numbers of the items that a sentence speaks of, each of a run; not of those behind which the public went."""
    found = [match["numbers"] for match in exempt.NAMED_ITEMS.finditer(sentence) if match["numbers"]]
    numbers = {number for run in found for number in re.findall(r"\d{1,3}[a-z]?", run)}
    runs = [ends for run in found for ends in re.findall(r"(\d{1,3})(?:\sto\s|\s?[-–]\s?)(\d{1,3})", run)]
    return numbers.union(*({str(each) for each in range(int(first), int(last))} for first, last in runs))


def _is_for_later(sentence: str) -> bool:
    return bool(exempt.LATER.search(sentence) and exempt.NAMED_ITEMS.search(sentence))


def _stands_in(sentence: Paragraph, resolutions: Sequence[ParsedResolution]) -> bool:
    return any(sentence.span.first <= each.span.last and each.span.first <= sentence.span.last for each in resolutions)


def _excludes(pattern: Phrase | Wordings, sentence: str) -> bool:
    undecided = exempt.ASKS_WHETHER.search(sentence) or _is_for_later(sentence)
    return says(pattern, sentence) and not denies_exclusion(sentence) and not undecided


def _is_told(sentence: str) -> bool:
    """Whether a sentence under any heading tells that the public was excluded, as a fact or by a decision."""
    decides = exempt.DECIDES.search(sentence) if says(exempt.EXCLUSION, sentence) else None
    deed = decides is not None and says(exempt.EXCLUSION, sentence[decides.end() :])
    told = deed or says(exempt.EXCLUSION_TOLD, sentence)
    return told and not denies_exclusion(sentence) and not _is_for_later(sentence)


def _is_label(item: ParsedItem, told: Sequence[Paragraph]) -> bool:
    """Whether a numbered heading stands for what it announces, as a label does: it does not say that there was none."""
    if not announces_exclusion(item) or any(says(exempt.EXCLUSION, each.text) for each in item.resolutions):
        return False
    below = [sentence.text for sentence in told[1:]]
    if below and exempt.SAYS_NONE.match(below[0]):
        return False
    return not any(denies_exclusion(sentence) or says(exempt.NOTHING_EXEMPT, sentence) for sentence in below)


def _is_marked(item: ParsedItem, told: Sequence[Paragraph], sent_out: _Turn | None) -> bool:
    """Whether the item says of itself that it is exempt, and not only that the public is sent out for what follows."""
    below = told[1:] if item.title else told
    asked = announces_exclusion(item) and (sent_out is not None or not _is_label(item, told))
    excludes_alone = sent_out is not None and sent_out.decided and exempt.EXEMPT_IN_GENERAL.fullmatch(item.title)
    titled = exempt.EXEMPT_TITLE.search(plain_letters(item.title)) and not (asked or excludes_alone)
    remarked = below and exempt.EXEMPT_REMARK.match(below[0].text) and not says(exempt.NOTHING_EXEMPT, below[0].text)
    stated = any(
        says(exempt.EXEMPT_STATEMENT, sentence.text) and not denies_exclusion(sentence.text) for sentence in below
    )
    return bool(titled or remarked or stated or any(exempt.MARKED_PARAGRAPH.match(each.text) for each in below))


def _tells_business(item: ParsedItem, told: Sequence[Paragraph], sent_out: _Turn, back: _Turn | None) -> bool:
    """Whether the item goes on with business between the words that exclude the public and those that tell its
    return."""
    told_here = sent_out.sentence.text
    if not sent_out.decided and says(exempt.TOLD_IN_PRIVATE, told_here) and not exempt.OF_OTHERS.search(told_here):
        return True
    first, last = sent_out.sentence.span.last, back.sentence.span.first if back else item.span.last + 1
    if any(first < resolution.span.first < last for resolution in item.resolutions):
        return True
    behind = [sentence.text for sentence in told[sent_out.at + 1 : back.at if back else None]]
    outcome = next((at for at, words in enumerate(behind) if decisions.TAIL_SENTENCE.match(words)), 0)
    return any(
        says(exempt.TOLD_IN_PRIVATE, words)
        or not (
            any(says(pattern, words) for pattern in _ABOUT_EXCLUSION)
            or (at < outcome and not marks.FINITE_VERB.search(words))  # the subject, in the motion itself
        )
        for at, words in enumerate(behind)
    )


def _tells_more(item: ParsedItem) -> Note:
    return Note(
        "exempt_in_exclusion",
        f"“{item.title}” tells more than that the public was excluded, so it is restricted. Check it.",
        item.span.first,
    )


def _stays_closed(door: _Door) -> Note:
    return Note(
        "exempt_part_open_end",
        "The public was excluded for one item, and the minutes do not tell its return: all later items are restricted. "
        "Check them.",
        door.closed_at,
    )
