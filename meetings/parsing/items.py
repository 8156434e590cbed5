"""Step 5: where does each item begin and end? Tags where the text has them, else its numbers and headings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from meetings.parsing.captions import Mark, captions, is_of_head, is_part_label
from meetings.parsing.lines import Line, Lines
from meetings.parsing.numbers import Numbered, Style, read_number
from meetings.parsing.paragraphs import Layout
from meetings.parsing.parsed import Leftover, Note, Span
from meetings.parsing.patterns import exempt, headings, marks, persons
from meetings.parsing.run_in import divide
from meetings.parsing.titles import clean_title, reads_as_title, title_debris

_SHORTEST_BUSINESS = 6  # words
_LONGEST_HEAD = 40  # lines with words before the list of those present
_LONGEST_HEADING = 5  # lines, blank ones counted
_FEW = 3  # numbers that a text may have by chance
_WIDEST_GAP = 3  # numbers that a series may leave out and still be one


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
    _latest: dict[str, int] = field(default_factory=dict)  # where a number was printed last
    _item: int | None = None  # the position of the item that letters are parts of
    _letter: str = ""  # the last letter among its parts

    def open_section(self, numbered: Numbered | None, title: str, heading: tuple[Line, ...]) -> None:
        """Begin an item, under the one that its number makes it a part of."""
        parent = None
        if numbered is not None:
            if numbered.style is Style.LETTER:
                parent, self._letter = self._item, numbered.number
            elif numbered.within is not None:
                parent = self._latest.get(numbered.within)
            if numbered.style is not Style.LETTER:
                self._item, self._letter = len(self.sections), ""
                self._latest[numbered.number] = len(self.sections)
        self.sections.append(Section(numbered, clean_title(title), heading, parent=parent))
        for line in heading:
            self.leftovers += [Leftover("furniture", line.place, words) for words in title_debris(line.words)]

    def expects(self, numbered: Numbered) -> bool:
        """Whether a number goes on with the parts of the item that is open."""
        if numbered.within is not None:
            return numbered.within in self._latest
        if numbered.style is not Style.LETTER:
            return False
        return ord(numbered.number) == (ord(self._letter) + 1 if self._letter else ord("a"))

    def leave(self, line: Line) -> None:
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
            self.parts.append((len(self.sections), exempt.CLOSED_PART.fullmatch(line.words) is not None))
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
    cut = _cut_tagged(lines.body) if lines.tagged else _cut_plain(lines.body, layout)
    _note_gaps(cut)
    return cut


def open_with_business(cut: Cut, read: Set[int], layout: Layout) -> None:
    """Make the sentences at the end of the head, told under no heading, an item without number and title."""
    told: list[Line] = []
    for paragraph in reversed(layout.paragraphs(line for line in cut.head if line.place not in read)):
        words = paragraph.text.split()
        if len(words) < _SHORTEST_BUSINESS or not marks.FINITE_VERB.search(paragraph.text):
            break
        if told and any(paragraph.span.last < place < told[0].place for place in read):
            break  # a list of people stands between
        told = [line for line in cut.head if paragraph.span.first <= line.place]
    told = [line for line in told if line.place not in read]
    if not told:
        return
    places = {line.place for line in told}
    cut.head = [line for line in cut.head if line.place not in places]
    for section in cut.sections:
        section.parent = None if section.parent is None else section.parent + 1
    # A label above the first number may stand above these sentences too: in doubt they are closed with the rest.
    cut.parts = [(place if closed and not place else place + 1, closed) for place, closed in cut.parts]
    cut.sections.insert(0, Section(None, "", (), told))


# --- Tagged text ------------------------------------------------------------------------------------------------------
def _cut_tagged(body: Sequence[Line]) -> Cut:
    cut = Cut()
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


# --- Plain text -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that reads as a numbered heading: ``lines`` it takes, and what is behind the title on the last."""

    numbered: Numbered
    title: str
    lines: tuple[Line, ...]
    rest: str = ""


def _cut_plain(body: Sequence[Line], layout: Layout) -> Cut:
    found = {index: heading for index in range(len(body)) if (heading := _numbered_heading(body, index, layout))}
    top = _longest_series(found)
    bare = captions(body, top, layout)
    counted = len(top) >= _FEW  # then the head goes on to the first number
    cut = Cut()
    roster = _roster(body[: min(top, default=len(body))])
    skip = 0
    for index, line in enumerate(body):
        if skip:
            skip -= 1
        elif index in top or (cut.sections and index in found and _is_part(cut, body, index, found[index])):
            heading = found[index]
            last = heading.lines[-1]
            skip = sum(later.place <= last.place for later in body[index + 1 : index + _LONGEST_HEADING])
            cut.open_section(heading.numbered, heading.title, heading.lines)
            if heading.rest:
                cut.add(replace(last, text=heading.rest, lead=""))
        elif index >= roster and _is_heading(cut, line, bare.get(index), counted):
            cut.open_section(None, line.words, (line,))
        elif not line.text or not _is_label(cut, body, index):
            cut.add(line)
    return cut


def _is_heading(cut: Cut, line: Line, mark: Mark | None, counted: bool) -> bool:
    """Whether a line without a number that looks like a heading opens an item. Beside ``counted`` ones a bold line is a
    heading right below another's, as of a part; elsewhere it may head a list, or a vote."""
    if mark is None or not cut.sections:
        return mark is not None and not counted and not is_of_head(line.words)
    return not (counted and mark is Mark.STRONG) or not any(above.text for above in cut.sections[-1].body)


def _roster(head: Sequence[Line]) -> int:
    """Where the list of those present begins, as an index: above it nothing is a heading of business; 0 for none."""
    printed = [index for index, line in enumerate(head) if line.text][:_LONGEST_HEAD]
    return next((index for index in printed if persons.ATTENDANCE_LABEL.fullmatch(head[index].words)), 0)


def _is_label(cut: Cut, body: Sequence[Line], index: int) -> bool:
    """Take a line that only refers or labels: a part of the meeting, the agenda's number, a web page's caption."""
    line = body[index]
    begins = not index or not body[index - 1].text or is_part_label(body[index - 1].words)
    if begins and cut.label_part(line):
        return True
    refers = cut.sections and headings.ITEM_REFERENCE.fullmatch(line.words)
    if refers or (cut.sections and headings.WEB_LABEL.fullmatch(line.words)):
        cut.leave(line)
        return True
    return False


def _numbered_heading(body: Sequence[Line], index: int, layout: Layout) -> _Heading | None:
    """The heading that begins at a line, None where the line is none."""
    line = body[index]
    numbered = read_number(line.text)
    if numbered is None:
        return None
    if not numbered.rest:
        return _heading_below(body, index, numbered)
    leading = read_number(line.lead) if line.lead else None
    if leading is not None and leading.rest and headings.MOVERS_LINE.fullmatch(leading.rest):
        return _Heading(numbered, "", (line,), numbered.rest)
    if leading is not None and leading.rest:
        rest = line.words[len(" ".join(line.lead.split())) :].strip()
        return _Heading(numbered, leading.rest, (line,), rest)
    taken = [line]
    for before, after in pairwise(body[index : index + _LONGEST_HEADING]):
        adjacent = after.text and layout.follows(before, after) and not read_number(after.words)
        if not adjacent or not layout.width or layout.is_short(before, after) or _refers(after):
            break
        taken.append(after)
    title = " ".join([numbered.rest, *(after.words for after in taken[1:])])
    if reads_as_title(title):
        return _Heading(numbered, title, tuple(taken))
    agenda = numbered.style in (Style.LETTER, Style.DECIMAL) and headings.AGENDA_WORDING.match(numbered.rest)
    if agenda and (divided := divide(numbered.rest)):
        return _Heading(numbered, divided[0], (line,), divided[1])
    lead = headings.RUN_IN_LEAD.fullmatch(numbered.rest)
    if lead and numbered.style in (Style.LETTER, Style.DECIMAL) and not marks.FINITE_VERB.search(lead["lead"]):
        return _Heading(numbered, lead["lead"], (line,), lead["rest"])
    if numbered.style is Style.CODED:
        title, rest = divide(numbered.rest) or ("", numbered.rest)
        return _Heading(numbered, title, (line,), rest)
    return None


def _heading_below(body: Sequence[Line], index: int, numbered: Numbered) -> _Heading | None:
    """A number alone on its line, the title on the next one that is not blank."""
    line = body[index]
    below = next((later for later in body[index + 1 : index + _LONGEST_HEADING] if later.text), None)
    if below is None or line.words[-1].isalnum():
        return None
    plain = line.lead and not below.lead  # where headings are bold, a title is too
    if plain or read_number(below.words) or is_part_label(below.words) or not reads_as_title(below.words):
        return _Heading(numbered, "", (line,))
    return _Heading(numbered, below.words, (line, below))


def _refers(line: Line) -> bool:
    return headings.ITEM_REFERENCE.fullmatch(line.words) is not None


def _longest_series(found: dict[int, _Heading]) -> frozenset[int]:
    """The headings whose numbers count on through the text, by index: the items, against lists within them."""
    best: dict[tuple[Style, int], tuple[int, int]] = {}  # the series that ends in a number: how long, at which index
    before: dict[int, int | None] = {}
    longest = (0, 0)
    for index, heading in found.items():
        style, value = heading.numbered.style, heading.numbered.value
        if style is Style.LETTER or heading.numbered.within:
            continue
        length, previous = 0, None
        for step in range(1, _WIDEST_GAP + 2):
            ended, at = best.get((style, value - step), (0, 0))
            if ended > length:
                length, previous = ended, at
        if length + 1 >= best.get((style, value), (0, 0))[0]:
            best[style, value] = (length + 1, index)
            before[index] = previous
        longest = max(longest, (length + 1, -index))
    series: set[int] = set()
    at_last: int | None = -longest[1] if longest[0] else None
    while at_last is not None:
        series.add(at_last)
        at_last = before.get(at_last)
    return frozenset(series)


def _is_part(cut: Cut, body: Sequence[Line], index: int, heading: _Heading) -> bool:
    """Whether a numbered heading within an item is a part of it, and no entry of a list."""
    if not cut.expects(heading.numbered):
        return False
    if heading.numbered.within is not None:
        return True
    above = next((line for at in range(index - 1, -1, -1) if (line := body[at]).text), None)
    at_heading = above is not None and above in cut.sections[-1].heading
    return at_heading or above is None or not marks.LIST_FOLLOWS.search(above.words)


def _note_gaps(cut: Cut) -> None:
    """Note where the items' numbers do not count on."""
    counted = [
        (section.numbered, section)
        for section in cut.sections
        if section.numbered and section.parent is None and section.numbered.style in (Style.PLAIN, Style.CODED)
    ]
    for (before, _), (after, section) in pairwise(counted):
        if before.style is not after.style:
            continue
        if after.value == before.value:
            text = f"The number {after.number} is printed twice."
            cut.notes.append(Note("number_repeated", text, section.span.first))
        elif after.value != before.value + 1:
            text = f"Item {after.number} follows item {before.number}: an item may be missing, or its heading unread."
            cut.notes.append(Note("number_gap", text, section.span.first))
