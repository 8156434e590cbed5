"""Step 5: where does each item begin and end? Tags where the text has them, else its numbers and headings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from meetings.parsing.captions import (
    captions,
    headings_beside_numbers,
    headings_without_numbers,
    leads_numbers,
    lists_of_items,
)
from meetings.parsing.exempt import is_closed_part
from meetings.parsing.grid import cells_of, is_column_heads, read_row
from meetings.parsing.inline import divide_lines
from meetings.parsing.lines import Line, Lines
from meetings.parsing.numbers import Numbered, Style, read_loose_number, read_number
from meetings.parsing.paragraphs import Layout, sentences
from meetings.parsing.parsed import Leftover, Note, Span
from meetings.parsing.patterns import exempt, headings, marks, tables
from meetings.parsing.series import (
    NumberedHeading,
    has_grid,
    is_part_label,
    items_among,
    numbered_headings,
    printed_agenda,
    without_number,
)
from meetings.parsing.titles import clean_title, reads_as_title, title_debris

_SHORTEST_BUSINESS = 6  # words
_LONGEST_CHAIRING = 15  # words of a sentence that only says who took the chair
_LONGEST_ROMAN_TITLE = 7  # words
_WIDEST_GAP = 2  # letters or numbers that may be left out
_READ_BY_CHANCE = 0.1  # of the lines of business, which may name a day or a place


@dataclass(slots=True)
class Section:
    """One heading of business and the lines under it; ``parent`` is a position in `Cut.sections`."""

    numbered: Numbered | None
    title: str
    heading: tuple[Line, ...]
    body: list[Line] = field(default_factory=list)
    parent: int | None = None

    @property
    def number(self) -> str | None:
        return self.numbered.number if self.numbered else None

    @property
    def span(self) -> Span:
        places = [line.place for line in (*self.heading, *self.body) if line.text]
        return Span(min(places), max(places))


@dataclass(slots=True)
class Cut:
    """A text cut into its head and its items. ``parts`` are labels of parts: the position of the section that
    follows, and whether the part is closed to the public."""

    head: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    parts: list[tuple[int, bool]] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    web: bool = False  # a committee's web page, which captions what was decided “Decision:” and “Minutes:”
    _latest: dict[str, int] = field(default_factory=dict)  # where a number was printed last
    _item: int | None = None  # the position of the item that letters are parts of
    _letter: str = ""  # the last letter among its parts

    def open_section(self, numbered: Numbered | None, title: str, heading: tuple[Line, ...]) -> None:
        """Begin an item, under the one that its number makes it a part of."""
        parent = None
        if numbered is not None and numbered.style is Style.LETTER:
            parent, self._letter = self._item, numbered.number
        else:
            if numbered is not None:
                parent = self._latest.get(numbered.within) if numbered.within is not None else None
                self._latest[numbered.whole or numbered.number] = len(self.sections)
            self._item, self._letter = len(self.sections), ""
        self.sections.append(Section(numbered, clean_title(title), heading, parent=parent))
        for line in heading:
            self.leftovers += [Leftover("furniture", line.place, words) for words in title_debris(line.words)]

    def expects(self, numbered: Numbered) -> bool:
        """Whether a number goes on with the parts of the item that is open."""
        if numbered.within is not None:
            return numbered.within in self._latest or self._is_left_out(numbered.within)
        if numbered.style is not Style.LETTER:
            return False
        return numbered.follows(self._letter)

    def _is_left_out(self, number: str) -> bool:
        """Whether a number comes next among the items and has no heading: 5 where 5.1 follows upon 4."""
        tops = (each.numbered for each in reversed(self.sections) if each.numbered)
        last = next((numbered.value for numbered in tops if numbered.style is Style.PLAIN), 0)
        return number.isdigit() and 0 < int(number) - last <= _WIDEST_GAP

    def leave(self, line: Line) -> None:
        if line.text:
            self.leftovers.append(Leftover("furniture", line.place, line.words))

    def label_part(self, line: Line) -> bool:
        """Take a line that is the label of a part of the meeting, open or closed to the public."""
        heads_item = bool(self.sections) and not any(above.text for above in self.sections[-1].body)
        if heads_item and exempt.EXEMPT_REMARK.match(line.words):
            if not line.words.isupper():
                return False  # the item says so of itself alone
            self.parts.append((len(self.sections) - 1, True))
        elif exempt.PART_REMARK.fullmatch(line.words):
            closed = "not open" in line.words.lower() or "no access" in line.words.lower()
            if closed:
                self.parts.append((len(self.sections), True))
        elif not is_part_label(line.words):
            return False
        else:
            self.parts.append((len(self.sections), is_closed_part(line.words)))
            if len(list(sentences(line.words))) > 1 and marks.FINITE_VERB.search(line.words):
                self.open_section(None, "", ())  # the label goes on to tell its business
                self.sections[-1].body.append(line)
                return True
        self.leave(line)
        return True

    def add(self, line: Line) -> None:
        """Put a line where it belongs as it stands: under the last heading, or in the head.

        Words behind the label of a closed part are no longer the open item's, but for one that excludes the public.
        """
        closing = self.sections and self.parts and self.parts[-1] == (len(self.sections), True)
        if line.text and closing and not exempt.EXCLUSION_TITLE.search(self.sections[-1].title):
            self.open_section(None, "", ())
        (self.sections[-1].body if self.sections else self.head).append(line)


def cut_items(lines: Lines, layout: Layout) -> Cut:
    """Cut the body of a text into head and items."""
    cut = _cut_tagged(lines.body) if lines.tagged else _cut_page_of_item(lines.body)
    cut = cut or _cut_plain(lines.body, layout)
    _note_gaps(cut)
    return cut


def open_with_business(cut: Cut, read: Set[int], layout: Layout) -> None:
    """Make the sentences at the end of the head, told under no heading, an item without number and title."""
    told = _business(cut.head, read, layout)
    if not told:
        return
    places = {line.place for line in told}
    cut.head = [line for line in cut.head if line.place not in places]
    for section in cut.sections:
        section.parent = None if section.parent is None else section.parent + 1
    # A label above the first number may stand above these sentences too: in doubt they are closed with the rest.
    cut.parts = [(place if closed and not place else place + 1, closed) for place, closed in cut.parts]
    cut.sections.insert(0, Section(None, "", (), told))


def _business(head: Sequence[Line], read: Set[int], layout: Layout) -> list[Line]:
    """The lines of the head from its first sentence on below which hardly a line tells of the meeting as a whole."""
    unread = [line for line in head if line.place not in read]
    for paragraph in layout.paragraphs(unread):
        words = paragraph.text.split()
        chaired = len(words) < _LONGEST_CHAIRING and marks.CHAIRED.search(paragraph.text)
        if len(words) < _SHORTEST_BUSINESS or chaired or not marks.FINITE_VERB.search(paragraph.text):
            continue
        below = [line for line in head if line.text and line.place >= paragraph.span.first]
        if sum(line.place in read for line in below) <= len(below) * _READ_BY_CHANCE:
            return [line for line in head if line.place >= paragraph.span.first]
    return []


# --- Tagged text ------------------------------------------------------------------------------------------------------
def _cut_tagged(body: Sequence[Line]) -> Cut:
    cut = Cut(web=_captions_minutes(body))
    block: list[Line] = []
    inside = False
    for line in body:
        if line.tag and not line.closes:
            block, inside = [], True
        elif line.tag:
            inside = False
            _add_tagged(cut, block)
        elif inside:
            block.append(line)
        elif not line.text or not cut.label_part(line):
            cut.add(line)
    return cut


def _add_tagged(cut: Cut, block: Sequence[Line]) -> None:
    """Add the item of one pair of tags: number on its tabbed line, title, body; or a heading alone; or a comment."""
    while block and (not block[0].text or cut.label_part(block[0])):
        block = block[1:]
    if not block:
        return
    first, *rest = (line for line in block if line.text)
    numbered = read_number(first.words)
    heading: list[Line] = [first]
    if numbered is not None and not numbered.rest and rest:
        heading, title = [first, rest[0]], rest[0].words
    elif numbered is not None and (first.indent or reads_as_title(numbered.rest)):
        title = numbered.rest
    elif first.indent or reads_as_title(first.words):
        numbered, title = None, first.words
    else:
        numbered, heading, title = None, [], ""
    below = rest[len(heading) - 1] if 0 < len(heading) <= len(rest) else None
    if below and below.indent and below.indent == heading[-1].indent and below.place == heading[-1].place + 1:
        heading, title = [*heading, below], f"{title} {below.words}"
    cut.open_section(numbered, title, tuple(heading))
    last = heading[-1].place if heading else 0
    body = [line for line in block if line.place > last]
    for index, line in enumerate(body):
        if line is first or not line.text or not _is_label(cut, body, index):
            cut.add(line)


# --- A web page of one item -------------------------------------------------------------------------------------------
def _cut_page_of_item(body: Sequence[Line]) -> Cut | None:
    """A page of one item, whose second line is the title; None where the text is none."""
    printed = [index for index, line in enumerate(body) if line.text][:2]
    if len(printed) < 2 or not headings.ITEM_PAGE.fullmatch(body[printed[0]].words):
        return None
    cut = Cut(web=_captions_minutes(body))
    cut.leave(body[printed[0]])
    title = body[printed[1]]
    numbered = read_number(title.words)
    if numbered is not None and not numbered.rest:
        return None
    cut.open_section(numbered, numbered.rest if numbered else title.words, (title,))
    for index, line in enumerate(body):
        if index > printed[1] and not (line.text and _is_label(cut, body, index)):
            cut.add(line)
    return cut


# --- Plain text -------------------------------------------------------------------------------------------------------
def _cut_plain(body: Sequence[Line], layout: Layout) -> Cut:
    body = divide_lines(body)
    found = numbered_headings(body, layout)
    agenda = printed_agenda(body, found)
    found = {index: heading for index, heading in found.items() if index not in agenda}
    top = {index: found[index] for index in sorted(items_among(found))}
    bare = {index: caption for index, caption in captions(body, layout).items() if index not in agenda}
    unnumbered = headings_without_numbers(bare, body)
    if top and not leads_numbers(unnumbered, top):
        bare = headings_beside_numbers(bare, top, body)
    else:
        bare, top = unnumbered, lists_of_items(found, unnumbered, body)
    grid, heads = has_grid(top), list[str]()
    cut = Cut(web=_captions_minutes(body))
    for index, line in enumerate(body):
        if line.text and cut.sections and line in cut.sections[-1].heading:
            continue
        if line.opens_row and cut.label_part(line):
            continue
        if line.opens_row:
            numbered = (
                found[index].numbered if index in found else read_number(line.text) or read_number(f"{line.text}.")
            )
            cut.open_section(numbered, numbered.rest if numbered else line.words, (line,))
        elif index in agenda:
            cut.leave(line)
        elif index in top or (cut.sections and index in found and _is_part(cut, body, index, found[index])):
            heading = found[index]
            cut.open_section(heading.numbered, heading.title, heading.lines)
            for rest in without_number(heading):
                cut.add(rest)
        elif index in bare:
            caption = bare[index]
            cut.open_section(None, caption.title, caption.lines)
            if caption.rest:
                cut.add(replace(line, text=caption.rest, lead=""))
        elif grid and cut.sections and is_column_heads(line):
            cut.leave(line)
            heads = cells_of(line)
        elif cut.sections and heads and (row := read_row(line, heads)):
            cut.open_section(None, row.subject, (line,))
            for cell in row.others:
                cut.add(replace(line, text=cell, lead=""))
        elif not line.text or not _is_label(cut, body, index):
            cut.add(line)
        if line.text and tables.CELL_MARK not in line.text:
            heads = []
    return cut


def _captions_minutes(body: Sequence[Line]) -> bool:
    return any(line.text.lower() in ("minutes:", "minutes") for line in body)


def _is_label(cut: Cut, body: Sequence[Line], index: int) -> bool:
    """Take a line that only refers or labels: a part of the meeting, the agenda's number, a web page's caption."""
    line = body[index]
    if _begins_paragraph(cut, body, index) and cut.label_part(line):
        return True
    if not cut.sections and headings.ITEM_COLUMNS.fullmatch(line.words):
        cut.leave(line)
        return True
    refers = cut.sections and headings.ITEM_REFERENCE.fullmatch(line.words)
    decides = not cut.web and headings.DECISION_LABEL.fullmatch(line.words)
    if refers or (cut.sections and not decides and headings.WEB_LABEL.fullmatch(line.words)):
        cut.leave(line)
        return True
    return False


def _begins_paragraph(cut: Cut, body: Sequence[Line], index: int) -> bool:
    """Whether no sentence runs on from the line above: that is blank, a heading, at its end, or not in capitals too."""
    if not index or not body[index - 1].text or is_part_label(body[index - 1].words):
        return True
    line, above = body[index], body[index - 1]
    below = body[index + 1].words if index + 1 < len(body) else ""
    if line.words.endswith(".") or below[:1].islower():
        return False
    headed = bool(cut.sections) and above in cut.sections[-1].heading
    return headed or above.words.endswith((".", "!", "?")) or (line.words.isupper() and not above.words.isupper())


def _is_part(cut: Cut, body: Sequence[Line], index: int, heading: NumberedHeading) -> bool:
    """Whether a numbered heading within an item is a part of it, and no entry of a list."""
    line = body[index]
    if heading.row or not cut.expects(heading.numbered):
        return False
    if heading.numbered.within is not None:
        return bool(heading.title or line.lead) and not heading.is_loose
    if not heading.is_sure or _is_entry(body, index, heading):
        return False
    printed = (body[at] for at in range(index - 1, -1, -1) if body[at].text)
    above = next((line for line in printed if not headings.ITEM_REFERENCE.fullmatch(line.words)), None)
    at_heading = above is not None and above in cut.sections[-1].heading
    first = heading.numbered.style is Style.LETTER and heading.numbered.number in ("a", "i")
    if above is None or (not at_heading and marks.LIST_FOLLOWS.search(above.words)):
        return at_heading
    application = not body[index - 1].text and headings.APPLICATION.match(heading.title)
    return at_heading or bool(application) or not first


def _is_entry(body: Sequence[Line], index: int, heading: NumberedHeading) -> bool:
    """Whether a lettered line is an entry of a list: long behind a Roman number, or the next one right below it."""
    long = len(heading.title.split()) > _LONGEST_ROMAN_TITLE or "," in heading.title
    if long and heading.numbered.style is Style.LETTER and heading.numbered.number[0] in "ivx":
        return True
    if heading.rest or len(heading.lines) > 1 or not heading.title:
        return False
    below = next((line for line in body[index + 1 :] if line.text), None)
    numbered = read_number(below.text) or read_loose_number(below.text) if below is not None else None
    return numbered is not None and numbered.style is Style.LETTER


def _note_gaps(cut: Cut) -> None:
    """Note where the items' numbers do not count on."""
    counted = [
        (section.numbered, section)
        for section in cut.sections
        if section.numbered and section.parent is None and section.numbered.style is not Style.LETTER
    ]
    parted = {place + 1 for place, section in enumerate(cut.sections) if section.numbered is None}
    begins_again = {id(section) for place, section in enumerate(cut.sections) if place in parted}
    for (before, _), (after, section) in pairwise(counted):
        if before.style is not after.style or (after.value == 1 and id(section) in begins_again):
            continue
        if after.value == before.value:
            text = f"The number {after.number} is printed twice."
            cut.notes.append(Note("number_repeated", text, section.span.first))
        elif after.value != before.value + 1:
            text = f"Item {after.number} follows item {before.number}: an item may be missing, or its heading unread."
            cut.notes.append(Note("number_gap", text, section.span.first))
