"""Which lines without a number head business? The ways that this text marks its headings are told by those that every
agenda knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from meetings.parsing.exempt import is_closed_part
from meetings.parsing.lines import Line
from meetings.parsing.numbers import Style, read_number
from meetings.parsing.paragraphs import Layout
from meetings.parsing.patterns import decisions, exempt, headings, marks, motions, persons, preamble, run_in, tables
from meetings.parsing.run_in import divide_title
from meetings.parsing.series import NumberedHeading, title_lines
from meetings.parsing.titles import is_agenda_title, reads_as_title

_LONGEST_CAPTION = 15  # words
_LONGEST_MARKED_CAPTION = 35
_LONGEST_LEAD = 8
_OFTEN = 3  # a caption that comes so often labels parts of items: "Reply", "Action"
_FEW = 2
_MANY = 4  # headings set off by print, beside which no plain line is one
_KNOWN_SHARE = 0.2  # of the captions marked in a way that is no heading's alone
_SHOUTED_LETTERS = 4
_EXCLUSION_WITHIN = 6  # lines below a session's name
_SHORTEST_TEXT = 5  # words


class Mark(Enum):
    """How a heading without number is set off, the surest first."""

    HASHES = auto()
    BOLD = auto()  # a line in bold
    BOLD_LEAD = auto()  # bold words, and others behind them
    CAPITALS = auto()
    CAPITALS_LEAD = auto()
    COLON = auto()  # a line that ends in a colon
    COLON_LEAD = auto()
    DASH_LEAD = auto()
    APPLICATION = auto()  # the reference of a planning application, and others behind it
    PLAIN = auto()  # a short line alone


_OWN = frozenset({Mark.HASHES, Mark.BOLD})  # marks that little else but headings has
_SET_OFF = _OWN | {Mark.BOLD_LEAD}


@dataclass(frozen=True, slots=True)
class Caption:
    """A line that may head business: its ``title``, and the ``rest`` of the line."""

    title: str
    mark: Mark
    lines: tuple[Line, ...]
    rest: str = ""

    @property
    def level(self) -> int:
        return self.lines[0].level


def captions(body: Sequence[Line], layout: Layout) -> dict[int, Caption]:
    """The lines that may head business, by index."""
    purposes = _purposes(body)
    others = (index for index in range(len(body)) if index not in purposes)
    found = {index: caption for index in others if (caption := _caption_at(body, index, layout))}
    often = Counter(caption.title.lower().rstrip(":") for caption in found.values())
    return {
        index: caption
        for index, caption in found.items()
        if often[caption.title.lower().rstrip(":")] < _OFTEN or is_agenda_title(caption.title)
    }


def _purposes(body: Sequence[Line]) -> frozenset[int]:
    """What a web page prints of the agenda between an item's heading and the label “Minutes:”; no heading is there."""
    purposes: set[int] = set()
    run: list[int] | None = None
    for index, line in enumerate(body):
        if numbered := read_number(line.text):
            run = [] if numbered.rest else None
        elif headings.MINUTES_LABEL.fullmatch(line.words):
            purposes.update(run or ())
            run = None
        elif line.text and run is not None:
            run.append(index)
        elif line.text and index and (above := read_number(_above(body, index))) and not above.rest:
            run = []
    return frozenset(purposes)


def _above(body: Sequence[Line], index: int) -> str:
    return next((line.text for line in reversed(body[max(0, index - 3) : index]) if line.text), "")


def _caption_at(body: Sequence[Line], index: int, layout: Layout) -> Caption | None:
    line = body[index]
    words = line.words
    if not headings.TITLE_BEGINS.match(words) or " | " in line.text or read_number(line.text):
        return None
    heads_exclusion = _heads_exclusion(body, index)
    labelled = headings.LABELLED_TITLE.fullmatch(words)
    if not heads_exclusion and not labelled and _is_no_heading(words):
        return None
    above = next((body[at] for at in range(index - 1, max(-1, index - 1 - layout.spacing), -1) if body[at].text), None)
    if above is not None and layout.goes_on(above, line) and above.is_bold == line.is_bold:
        return None
    caption = Caption(labelled["title"], Mark.BOLD, (line,)) if labelled else _marked(title_lines(body, index, layout))
    if caption is None or not reads_as_title(caption.title):
        return None
    if not heads_exclusion and _is_no_heading(caption.title):
        return None
    if headings.TELLS.search(caption.title):
        return None
    if not caption.rest and _below(body, index, caption) is None:
        return None
    alone = index == 0 or not body[index - 1].text
    if caption.mark in (Mark.CAPITALS, Mark.PLAIN) and not alone:
        return None
    return caption


def _marked(lines: Sequence[Line]) -> Caption | None:
    """The caption that lines of one paragraph make; the first of them, where words stand behind the caption."""
    first, whole = lines[0], tuple(lines)
    words = " ".join(line.words for line in lines)
    many = len(words.split())
    if first.is_bold:
        title, *columns = [" ".join(column.split()) for column in headings.COLUMN_GAP.split(first.text)]
        mark = Mark.HASHES if first.level else Mark.BOLD
        if columns and len(lines) == 1:
            return Caption(title, mark, (first,), " ".join(columns))
        told = words.endswith((".", "!")) or many > _LONGEST_MARKED_CAPTION or divide_title(words)[1]
        if not told or first.level:
            return Caption(words, mark, whole)
        behind = headings.COLON_LEAD.fullmatch(first.words)  # “Apologies: None.”, where all is bold
        return Caption(behind["lead"], Mark.COLON_LEAD, (first,), behind["rest"]) if behind else None
    if first.lead:
        lead = " ".join(first.lead.split())
        rest = first.words[len(lead) :].lstrip(" :.-–—")
        return Caption(lead, Mark.BOLD_LEAD, (first,), rest) if len(lead.split()) <= _LONGEST_CAPTION else None
    if words.isupper():
        letters = sum(letter.isalpha() for letter in words)
        return (
            Caption(words, Mark.CAPITALS, whole) if letters >= _SHOUTED_LETTERS and many <= _LONGEST_CAPTION else None
        )
    if words.endswith(":"):
        return Caption(words, Mark.COLON, whole) if many <= _LONGEST_CAPTION else None
    if (
        many <= _LONGEST_LEAD
        and not words.endswith((".", "!", "?", ";", ","))
        and headings.NAMED_TITLE.fullmatch(words)
    ):
        return Caption(words, Mark.PLAIN, whole)
    if headings.APPLICATION.match(words) and many <= _LONGEST_MARKED_CAPTION and not words.endswith("."):
        return Caption(words, Mark.APPLICATION, whole)
    for pattern, mark in _LEAD_PATTERNS:
        found = pattern.fullmatch(first.words)
        if found and len(found["lead"].split()) <= _LONGEST_LEAD:
            return Caption(found["lead"], mark, (first,), found["rest"])
    agenda_wording = many <= _LONGEST_MARKED_CAPTION and words.startswith("To ")
    if agenda_wording or (many <= _LONGEST_LEAD and not words.endswith((".", "!", "?", ";", ","))):
        return Caption(words, Mark.PLAIN, whole)
    return None


_LEAD_PATTERNS = (
    (headings.CAPITALS_LEAD, Mark.CAPITALS_LEAD),
    (headings.COLON_LEAD, Mark.COLON_LEAD),
    (headings.DASH_LEAD, Mark.DASH_LEAD),
)


def _heads_exclusion(body: Sequence[Line], index: int) -> bool:
    """Whether a line names a closed session and the lines right below it tell the motion to go into one: then it is a
    heading, and no label of what follows."""
    if not exempt.SESSION_TITLE.fullmatch(body[index].words):
        return False
    below = " ".join(line.words for line in body[index + 1 : index + 1 + _EXCLUSION_WITHIN])
    return bool(motions.MOVES.match(below.strip()) and exempt.EXCLUSION.search(below))


def _is_no_heading(words: str) -> bool:
    return bool(
        is_closed_part(words)
        or exempt.OPEN_PART.fullmatch(words)
        or headings.NO_HEADING.fullmatch(words)
        or (words.isupper() and headings.REPORT_PART.fullmatch(words))
        or headings.WEB_LABEL.fullmatch(words)
        or headings.ITEM_REFERENCE.fullmatch(words)
        or decisions.SHOUTED_LABEL.match(words)
    )


def is_of_head(words: str) -> bool:
    """Whether a line tells of the meeting itself and heads no business."""
    if is_agenda_title(words) and preamble.OF_EARLIER.search(words):
        return False
    return bool(
        (preamble.BODY_NAME.search(words) and not headings.BUSINESS_OF_BODIES.search(words))
        or preamble.HEAD_LABEL.fullmatch(words)
        or persons.ATTENDANCE_LABEL.fullmatch(words)
        or preamble.MINUTES_WORD.search(words)
        or preamble.DATE.search(words)
        or preamble.DRAFT.search(words)
        or headings.MONTH_AND_YEAR.fullmatch(words)
    )


def headings_beside_numbers(
    found: Mapping[int, Caption], numbered: Mapping[int, NumberedHeading], body: Sequence[Line]
) -> dict[int, Caption]:
    """Of a text whose items are numbered: the captions without number that head business too.

    A caption in bold may also stand within an item, over a part of its text: it heads business where nothing stands
    between it and the heading above or below, or where every agenda knows it.
    """
    first = min(numbered)
    level = body[first].level
    parts = _captions_of_parts(found, numbered, body)
    chosen: dict[int, Caption] = {}
    heads = {line.place for heading in numbered.values() for line in heading.lines}
    others = {*numbered, *(at for at, other in found.items() if other.mark is Mark.APPLICATION)}
    for index, caption in found.items():
        before = index < first
        above = next((body[at] for at in range(index - 1, -1, -1) if body[at].text), None)
        below = _below(body, index, caption)
        under = above is not None and above.place in heads
        over = below is not None and below.place in heads
        known = is_agenda_title(caption.title)
        if caption.mark is Mark.HASHES and level:
            heading = caption.level <= level and not (before and is_of_head(caption.title))
        elif before:
            heading = (over and caption.mark in _OWN) or (known and not is_of_head(caption.title))
        elif not over and below is not None and _goes_on_counting(below):
            heading = False
        elif caption.mark in _OWN:
            heading = under or over or known or (below is not None and _begins_text(below))
        elif caption.mark is Mark.CAPITALS:
            heading = True
        elif caption.mark is Mark.APPLICATION:
            heading = _is_decided_below(body, index, caption, others)
        elif caption.mark is Mark.PLAIN and caption.title.startswith("To "):
            heading = under
        else:
            of_table = below is not None and tables.CELL_MARK in below.text
            heading = index in parts or (known and not caption.rest and not of_table)
        if heading:
            chosen[index] = caption
            heads.update(line.place for line in caption.lines)
    return chosen


def _is_decided_below(body: Sequence[Line], index: int, caption: Caption, others: Set[int]) -> bool:
    """Whether a labelled decision stands between a caption and the next of the others."""
    for at in range(index + len(caption.lines), len(body)):
        words = body[at].words
        if decisions.OPENING_LABEL.match(words) or decisions.SHOUTED_LABEL.match(words):
            return True
        if at in others:
            return False
    return False


def _captions_of_parts(
    found: Mapping[int, Caption], numbered: Mapping[int, NumberedHeading], body: Sequence[Line]
) -> frozenset[int]:
    """Lines with a colon that head several parts of one item, each with a paragraph that tells."""
    of_item: dict[int, list[int]] = {}
    numbers = sorted(numbered)
    for index, caption in found.items():
        below = _below(body, index, caption)
        above = bisect_left(numbers, index)
        told = below is not None and _tells(below) and not marks.LIST_MARK.match(below.text)
        if caption.mark is Mark.COLON and told and above:
            of_item.setdefault(above, []).append(index)
    return frozenset(index for parts in of_item.values() if len(parts) >= _OFTEN for index in parts)


def _goes_on_counting(line: Line) -> bool:
    """Whether a line is a paragraph whose number counts on from one above: “2) …”, “(14) …”."""
    enumerated = marks.ENUMERATION.match(line.text)
    return bool(enumerated and enumerated["mark"].isdigit() and int(enumerated["mark"]) > 1)


def _begins_text(line: Line) -> bool:
    """Whether a line begins a text that a caption within an item may head, and goes on with no numbered paragraphs."""
    many = len(line.words.split())
    return many > (_LONGEST_LEAD if line.is_bold else _SHORTEST_TEXT) and not marks.ENUMERATION.match(line.text)


def _below(body: Sequence[Line], index: int, caption: Caption) -> Line | None:
    """The line with words right below a caption that begins at an index."""
    last = caption.lines[-1].place
    return next((body[at] for at in range(index + 1, len(body)) if body[at].text and body[at].place > last), None)


def headings_without_numbers(found: Mapping[int, Caption], body: Sequence[Line]) -> dict[int, Caption]:
    """Of a text whose items have no numbers: the captions marked as its headings are."""
    business: dict[int, Caption] = {}
    for index, caption in found.items():
        if business or _ends_head(body, index, caption):
            business[index] = caption
    proven = _proven_marks(list(business.values()))
    if not proven and not any(is_agenda_title(caption.title) for caption in business.values()):
        return {index: caption for index, caption in found.items() if _heads_alone(body, index, caption)}
    sure = sum(caption.mark in proven & _SET_OFF for caption in business.values()) >= _MANY
    return {
        index: caption
        for index, caption in business.items()
        if (caption.mark in proven and _is_borne_out(body, index, caption))
        or (is_agenda_title(caption.title) and (caption.mark is Mark.CAPITALS or not sure))
    }


def _ends_head(body: Sequence[Line], index: int, caption: Caption) -> bool:
    """Whether a caption is the first of the business: one that agendas know, or that sentences stand under."""
    if is_agenda_title(caption.title):
        return not is_of_head(caption.title)
    below = _below(body, index, caption)
    if below is None or not below.words.endswith(".") or preamble.TELLS_MEETING.search(below.words):
        return False
    if caption.mark is Mark.HASHES:
        return not below.lead and not is_of_head(caption.title)
    return caption.mark in _SET_OFF and _tells(below)


def _heads_alone(body: Sequence[Line], index: int, caption: Caption) -> bool:
    """Whether a caption may be the only heading of a text: in capitals, above a paragraph."""
    below = _below(body, index, caption)
    return caption.mark is Mark.CAPITALS and below is not None and _tells(below) and not is_of_head(caption.title)


def _is_borne_out(body: Sequence[Line], index: int, caption: Caption) -> bool:
    """Whether a caption that print does not set off heads sentences; one over a list may be the list's own."""
    if caption.mark not in (Mark.PLAIN, Mark.COLON):
        return True
    below = _below(body, index, caption)
    return below is not None and _tells(below)


def _tells(line: Line) -> bool:
    """Whether a line is a sentence of the minutes, and no caption or entry."""
    return len(line.words.split()) > _LONGEST_LEAD and run_in.TELLING.search(line.words) is not None


def _proven_marks(found: Sequence[Caption]) -> frozenset[Mark]:
    """The marks whose captions are business known to every agenda, or that mark nothing else."""
    many = Counter(caption.mark for caption in found)
    known = Counter(caption.mark for caption in found if is_agenda_title(caption.title))
    own = {mark for mark in _OWN if many[mark] >= _FEW or known[mark]}
    others = {
        mark for mark in many if mark not in _OWN and known[mark] >= _FEW and known[mark] >= many[mark] * _KNOWN_SHARE
    }
    if Mark.BOLD_LEAD in others and many[Mark.BOLD]:
        own.add(Mark.BOLD)
    if own:
        others -= {Mark.CAPITALS_LEAD, Mark.COLON_LEAD, Mark.DASH_LEAD, Mark.PLAIN}
    return frozenset(own | others)


def leads_numbers(found: Mapping[int, Caption], numbered: Mapping[int, NumberedHeading]) -> bool:
    """Whether the numbers are those of a list: before and behind them more captions head business that agendas know."""
    if any(heading.numbered.style is not Style.PLAIN or heading.row for heading in numbered.values()):
        return False
    first, last = min(numbered), max(numbered)
    outside = sum(is_agenda_title(caption.title) for index, caption in found.items() if not first < index < last)
    inside = sum(is_agenda_title(heading.title) for heading in numbered.values())
    return outside >= _FEW and outside > inside


def lists_of_items(
    found: Mapping[int, NumberedHeading], heads: Mapping[int, Caption], body: Sequence[Line]
) -> dict[int, NumberedHeading]:
    """Numbered headings with a text each that begin right under a caption, in a text whose items have no numbers."""
    items: dict[int, NumberedHeading] = {}
    last_captions = {caption.lines[-1].place for caption in heads.values() if not caption.rest}
    run: dict[int, NumberedHeading] = {}
    above: Line | None = None
    for index, line in enumerate(body):
        if not line.text:
            continue
        heading = found.get(index)
        begins = above is not None and above.place in last_captions
        if index in heads:
            items |= _with_texts(run)
            run = {}
        elif heading and heading.is_sure and heading.numbered.value == _next_value(run, begins):
            run[index] = heading
        above = line
    return items | _with_texts(run)


def _next_value(run: Mapping[int, NumberedHeading], begins: bool) -> int | None:
    """The number that a run goes on with, None where none has begun."""
    if begins:
        return 1
    return list(run.values())[-1].numbered.value + 1 if run else None


def _with_texts(run: dict[int, NumberedHeading]) -> dict[int, NumberedHeading]:
    """A run of numbered headings, none where some stand right above the next one: entries of a list."""
    behind = [heading.lines[-1].place for heading in run.values()]
    apart = all(after - before > _FEW for before, after in pairwise(behind))
    return run if len(run) >= _FEW and apart else {}
