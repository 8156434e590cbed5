"""Which numbers make the items: the series that counts on through the text, against lists and paragraphs within it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from meetings.parsing.exempt import is_closed_part
from meetings.parsing.grid import cells_of, is_column_heads, read_row
from meetings.parsing.lines import Line
from meetings.parsing.numbers import Numbered, Style, read_loose_number, read_number
from meetings.parsing.paragraphs import Layout
from meetings.parsing.patterns import exempt, headings, run_in, tables
from meetings.parsing.run_in import divide_title
from meetings.parsing.titles import is_agenda_title, reads_as_title

_LONGEST_HEADING = 5  # lines, blank ones counted
_WIDEST_GAP = 3  # numbers that a series may leave out and still be one
_KNOWN = 1.5  # what a title that every agenda knows counts, against another
_GAP = 0.1  # what each number left out costs
_FEW = 2
_LONGEST_COLUMN_HEADS = 6  # words, “Item | Description | Who”


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A line that begins with a number: ``lines`` are those of number and title, ``rest`` what is behind the title on
    the last of them, ``row`` whether they are cells of a table. Without a title the number may be a paragraph's."""

    numbered: Numbered
    title: str
    lines: tuple[Line, ...]
    rest: tuple[str, ...] = ()
    row: bool = False
    is_loose: bool = False  # nothing sets the number off, as in "9 Finance" and "9 March"

    @property
    def is_sure(self) -> bool:
        """Whether this heads something: there is a title, or the number stands alone, or is none that lists have."""
        alone = not self.rest and len(self.lines) == 1
        if self.is_loose:
            return False
        return bool(self.title) or alone or self.numbered.style is Style.CODED

    @property
    def weight(self) -> float:
        """What the heading counts in a series."""
        return _KNOWN if is_agenda_title(self.title) else 1.0


def numbered_headings(body: Sequence[Line], layout: Layout) -> dict[int, NumberedHeading]:
    """The numbered headings of a text by the index of the line that they begin on."""
    found: dict[int, NumberedHeading] = {}
    heads: list[str] = []  # of the columns of the table above, if it names them
    for index, line in enumerate(body):
        if is_column_heads(line):
            heads = cells_of(line)
        elif line.text and tables.CELL_MARK not in line.text:
            heads = []
        heading = _row(line, heads) if tables.CELL_MARK in line.text else _heading_at(body, index, layout)
        if heading is not None:
            found[index] = heading
    return {
        **found,
        **_set_off_by_nothing(found),
        **_behind_a_year(found),
        **_behind_one_prefix(found),
        **_in_capitals(found),
    }


def _in_capitals(found: Mapping[int, NumberedHeading]) -> dict[int, NumberedHeading]:
    """The Roman numbers in capitals that count on from the first, with titles, further than other numbers do; and the
    capital letters, which are then parts of theirs and no initials."""
    sure = {index: heading for index, heading in found.items() if heading.is_sure and heading.numbered.within is None}
    roman = {
        index: heading
        for index, heading in found.items()
        if heading.is_loose and heading.numbered.style is Style.ROMAN and heading.title
    }
    series = _heaviest(roman, begins=True)
    if len(series) <= max(_FEW, len(_heaviest(sure))):
        return {}
    letters = [
        index
        for index, heading in found.items()
        if heading.is_loose and heading.numbered.style is Style.LETTER and heading.title
    ]
    return {index: replace(found[index], is_loose=False) for index in [*series, *letters]}


def _behind_one_prefix(found: Mapping[int, NumberedHeading]) -> dict[int, NumberedHeading]:
    """The headings with numbers like ``2307.04`` and ``03/21/07``, all behind one figure or two that no heading of its
    own has: they are no parts of another item, nor days."""
    printed = {heading.numbered.number for heading in found.values()}
    alike: dict[tuple[Style, str], dict[int, NumberedHeading]] = {}
    for index, heading in found.items():
        numbered = heading.numbered
        if numbered.style is Style.DECIMAL or (heading.is_loose and numbered.style is Style.CODED):
            prefix = numbered.number.rstrip("0123456789")
            if len(prefix) > _FEW:  # a year, a month: one figure is an item whose heading was not seen
                alike.setdefault((numbered.style, prefix), {})[index] = heading
    (_, prefix), most = max(alike.items(), key=lambda entry: len(entry[1]), default=((Style.PLAIN, ""), {}))
    others = sum(heading.is_sure and index not in most for index, heading in found.items())
    if len(most) <= _FEW or len(most) <= others or prefix[:-1] in printed:
        return {}
    return {
        index: replace(heading, numbered=replace(heading.numbered, last_counts=True), is_loose=False)
        for index, heading in most.items()
    }


def _behind_a_year(found: Mapping[int, NumberedHeading]) -> dict[int, NumberedHeading]:
    """The headings with numbers like ``24/088``, where it is the last figure that differs from one to the next."""
    coded = {
        index: heading
        for index, heading in found.items()
        if heading.numbered.style is Style.CODED and len(heading.numbered.figures) == 2
    }
    figures = [heading.numbered.figures for heading in coded.values()]
    years, numbers = {first for first, _ in figures}, {last for _, last in figures}
    if len(years) > _FEW or len(numbers) <= len(years):
        return {}
    return {
        index: replace(heading, numbered=replace(heading.numbered, last_counts=True))
        for index, heading in coded.items()
    }


def _set_off_by_nothing(found: Mapping[int, NumberedHeading]) -> dict[int, NumberedHeading]:
    """The loose numbers that are headings after all: they count on from 1, further than any others, with titles that
    every agenda knows among them."""
    sure = {index: heading for index, heading in found.items() if heading.is_sure and heading.numbered.within is None}
    loose = {index: heading for index, heading in found.items() if heading.is_loose}
    series = _heaviest(loose, begins=True)
    known = sum(is_agenda_title(loose[index].title) for index in series)
    if known < _FEW or len(series) <= max(_FEW, len(_heaviest(sure))):
        return {}
    return {index: replace(loose[index], is_loose=False) for index in series}


def _heading_at(body: Sequence[Line], index: int, layout: Layout) -> NumberedHeading | None:
    line = body[index]
    numbered = read_number(line.text) or _bold_number(line)
    if numbered is None:
        return _loose_heading_at(body, index, layout)
    if not numbered.rest:
        return _heading_below(body, index, numbered, layout)
    leading = read_number(line.lead) if line.lead else None
    if leading is not None and leading.rest:
        rest = line.words[len(" ".join(line.lead.split())) :].lstrip(" .:,-–—")
        if run_in.MOVERS.fullmatch(leading.rest):
            return NumberedHeading(numbered, "", (line,), (f"{leading.rest} {rest}".strip(),))
        title = leading.rest.rstrip(",;:")
        if reads_as_title(title):
            return NumberedHeading(numbered, title, (line,), (rest,) if rest else ())
    return _titled(numbered, title_lines(body, index, layout), line.text)


def _loose_heading_at(body: Sequence[Line], index: int, layout: Layout) -> NumberedHeading | None:
    loose = read_loose_number(body[index].text)
    if loose is None:
        return None
    if not loose.rest:
        heading = _heading_below(body, index, loose, layout)
    elif loose.style is not Style.PLAIN:
        heading = _titled(loose, title_lines(body, index, layout), body[index].text)
    else:
        heading = NumberedHeading(loose, loose.rest, (body[index],))
    return replace(heading, is_loose=True) if heading else None


def title_lines(body: Sequence[Line], index: int, layout: Layout) -> list[Line]:
    """The lines of a heading that begins at one and was broken for the page's width."""
    first = body[index]
    taken = [first]
    for line in body[index + 1 : index + _LONGEST_HEADING * layout.spacing]:
        if not line.text and layout.spacing > 1:
            continue
        title = " ".join(each.words for each in taken)
        broken = layout.goes_on(taken[-1], line) or (
            layout.adjoins(taken[-1], line) and title.count("(") > title.count(")")
        )
        if not broken or line.is_bold != first.is_bold or read_number(line.words) or _refers(line):
            break
        taken.append(line)
    return taken


def _titled(numbered: Numbered, taken: Sequence[Line], printed: str) -> NumberedHeading:
    """The heading of a number, from its paragraph's lines, on any of which the title may end and the text begin."""
    columns = [column.strip() for column in headings.COLUMN_GAP.split(printed) if column.strip()]
    if len(taken) == 1 and len(columns) > 1 and reads_as_title(columns[-2]) and numbered.rest.startswith(columns[-2]):
        return NumberedHeading(numbered, columns[-2], tuple(taken), (columns[-1],))
    words = " ".join([numbered.rest, *(line.words for line in taken[1:])])
    title, rest = divide_title(words)
    count = len(title)
    for place, line in enumerate(taken):
        own = numbered.rest if not place else line.words
        if count <= len(own):
            behind = own[count:].lstrip(" .:-–—,") if rest else ""
            return NumberedHeading(numbered, title, tuple(taken[: place + 1]), (behind,) if behind else ())
        count -= len(own) + 1
    return NumberedHeading(numbered, title, tuple(taken))


def _row(line: Line, heads: Sequence[str]) -> NumberedHeading | None:
    row = read_row(line, heads)
    if row is None or row.numbered is None:
        return None
    title, rest = (row.subject, "") if reads_as_title(row.subject) else divide_title(row.subject)
    if heads:
        title, rest = row.subject, ""  # the grid's own column says that this is the subject
    return NumberedHeading(row.numbered, title, (line,), tuple(cell for cell in (rest, *row.others) if cell), row=True)


def _bold_number(line: Line) -> Numbered | None:
    """A number that bold print alone sets apart: “**7** Mill Lane”."""
    number = " ".join(line.lead.split())
    if not number.isdigit() or not line.words.startswith(f"{number} "):
        return None
    return Numbered(number, Style.PLAIN, line.words[len(number) :].strip())


def _heading_below(body: Sequence[Line], index: int, numbered: Numbered, layout: Layout) -> NumberedHeading | None:
    """A number alone on its line, the title on the next one that is not blank."""
    line = body[index]
    below = next((at for at in range(index + 1, min(len(body), index + _LONGEST_HEADING)) if body[at].text), None)
    if below is None or (line.words[-1].isalnum() and numbered.style is not Style.CODED):
        return None
    first = body[below]
    lines = title_lines(body, below, layout)
    title = " ".join(each.words for each in lines)
    plain_below_bold = bool(line.lead) and not first.lead and len(lines) > 1
    if read_number(first.words) or is_part_label(first.words) or plain_below_bold or not _is_title(title):
        return NumberedHeading(numbered, "", (line,))
    return NumberedHeading(numbered, title, (line, *lines))


def _is_title(words: str) -> bool:
    return reads_as_title(words) and not divide_title(words)[1]


def _refers(line: Line) -> bool:
    return headings.ITEM_REFERENCE.fullmatch(line.words) is not None


def is_part_label(words: str) -> bool:
    return is_closed_part(words) or exempt.OPEN_PART.fullmatch(words) is not None


def items_among(found: Mapping[int, NumberedHeading]) -> frozenset[int]:
    """The headings whose numbers count on through the text, by index; none where they are plain paragraphs' numbers.

    Numbers that begin again before or behind the series, printed in its way, are items too: a grid's rows under each
    caption, the parts of a hearing.
    """
    top = {
        index: heading
        for index, heading in found.items()
        if heading.numbered.style is not Style.LETTER and heading.numbered.within is None
    }
    series = _heaviest({index: heading for index, heading in top.items() if heading.is_sure})
    whole = _heaviest(top)
    if not series or (set(series) <= set(whole) and len(series) * 2 < len(whole)):
        return frozenset()  # the paragraphs are numbered
    if found[series[0]].row:
        return _grid(top)
    style = found[series[0]].numbered.style
    alike = {
        index: heading
        for index, heading in top.items()
        if not heading.row and heading.numbered.style is style and heading.is_sure
    }
    before = {index: heading for index, heading in alike.items() if index < series[0] and heading.lines[0].lead}
    behind = {index: heading for index, heading in alike.items() if index > series[-1] and heading.lines[0].lead}
    again = [*_heaviest(before, begins=True), *_heaviest(behind, begins=True)]
    return frozenset([*series, *_between(series, top), *_printed_elsewhere(series, alike), *again])


def _grid(top: Mapping[int, NumberedHeading]) -> frozenset[int]:
    """The rows of grids; none where they are an agenda alone, without a word of what was done."""
    rows = {index: heading for index, heading in top.items() if heading.row}
    told = sum(bool(heading.rest) for heading in rows.values())
    return frozenset(rows) if told * 2 > len(rows) else frozenset()


def _heaviest(found: Mapping[int, NumberedHeading], *, begins: bool = False) -> list[int]:
    """The series of most weight, by index in order; ``begins``: one that starts with its first number."""
    best: dict[tuple[bool, Style, int], tuple[float, int]] = {}  # the series that ends in a number: its weight, where
    before: dict[int, int | None] = {}
    heaviest: tuple[float, int] = (0.0, 0)
    for index, heading in found.items():
        row, style, value = heading.row, heading.numbered.style, heading.numbered.value
        weight, previous = 0.0, None
        for step in range(1, _WIDEST_GAP + 2):
            ended, at = best.get((row, style, value - step), (0.0, -1))
            if ended - _GAP * (step - 1) > weight:
                weight, previous = ended - _GAP * (step - 1), at
        if begins and previous is None and value != 1:
            continue
        whole = weight + heading.weight
        if whole >= best.get((row, style, value), (0.0, -1))[0]:
            best[row, style, value] = (whole, index)
            before[index] = previous
        heaviest = max(heaviest, (whole, -index))
    series: list[int] = []
    last: int | None = -heaviest[1] if heaviest[0] else None
    while last is not None:
        series.insert(0, last)
        last = before.get(last)
    return series if not begins or len(series) >= _FEW else []


def _between(series: Sequence[int], top: Mapping[int, NumberedHeading]) -> list[int]:
    """Numbers before plain paragraphs that fill what the series leaves out, or go on with it."""
    first, last = top[series[0]], series[-1]
    style = first.numbered.style
    filled: list[int] = []
    taken = set(series)
    # What stands above the first number of many is no item that the series leaves out.
    value, at = 0 if first.numbered.value <= _WIDEST_GAP + 1 else first.numbered.value, -1
    for index, heading in top.items():
        if index in taken:
            value, at = heading.numbered.value, index
        elif (
            heading.is_sure or heading.row or heading.numbered.style is not style or heading.numbered.value != value + 1
        ):
            continue
        elif at == last or value + 1 < _value_behind(series, top, index):
            value = heading.numbered.value
            filled.append(index)
    return filled


def _value_behind(series: Sequence[int], top: Mapping[int, NumberedHeading], index: int) -> int:
    return next(top[later].numbered.value for later in series if later > index)


def _printed_elsewhere(series: Iterable[int], alike: Mapping[int, NumberedHeading]) -> list[int]:
    """Numbers that the series leaves out and that stand elsewhere: business taken out of its order."""
    values = [alike[index].numbered.value for index in series if index in alike]
    left_out = set(range(min(values, default=0), max(values, default=0) + _WIDEST_GAP)) - set(values)
    found: list[int] = []
    for index, heading in alike.items():
        if heading.numbered.value in left_out:
            left_out.discard(heading.numbered.value)
            found.append(index)
    return found


def printed_agenda(body: Sequence[Line], found: Mapping[int, NumberedHeading]) -> frozenset[int]:
    """The lines of an agenda that is printed ahead of the minutes: numbers and titles below that word, and no text."""
    label = next((at for at, line in enumerate(body) if headings.AGENDA_LABEL.fullmatch(line.words)), len(body))
    lines = [label]
    entries = 0
    for index in range(label + 1, len(body)):
        heading, words = found.get(index), body[index].words
        if heading is not None and (heading.row or not heading.rest):
            entries += 1
        elif words and (entries or len(words.split()) > _LONGEST_COLUMN_HEADS):
            break
        lines.append(index)
    return frozenset(lines) if entries > _FEW else frozenset()


def has_grid(numbered: Mapping[int, NumberedHeading]) -> bool:
    """Whether items are rows of tables."""
    return any(heading.row for heading in numbered.values())


def without_number(heading: NumberedHeading) -> tuple[Line, ...]:
    """What stands behind the title, as lines of its own in the place of the heading's last one."""
    last = heading.lines[-1]
    return tuple(replace(last, text=words, lead="", generated="") for words in heading.rest)
