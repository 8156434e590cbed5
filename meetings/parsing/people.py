"""Step 4: who was there, and who sent apologies? Read from the attendance lists; `told` has the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from meetings.parsing.lines import Line
from meetings.parsing.names import PrintedName, read_names
from meetings.parsing.paragraphs import Layout, Paragraph, sentences
from meetings.parsing.parsed import Attendee, Presence, Span, Unplaced
from meetings.parsing.patterns import marks, names, persons
from meetings.parsing.printed_names import is_office
from meetings.parsing.told import told_in_item, told_in_sentence

_WIDEST_ENTRY = 80  # characters: a longer line is no entry of a list with one person a line
_AROUND = " .,;:–—-•*"  # what may be taken off a word that is read
_WIDEST_GAP = 2  # lines: a blank one may stand within a list that goes on


@dataclass(slots=True)
class Attendance:
    """The people of the attendance lists; ``read`` are the lines that they were read from, ``unread`` the words on
    them that name nobody."""

    people: list[Attendee] = field(default_factory=list)
    read: set[Line] = field(default_factory=set)
    unread: list[Unplaced] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """The list that is open: how its people were there, the title or role that its label gives them."""

    presence: Presence | None = None
    role: str | None = None
    group: str | None = None
    named: bool = False  # whether it has people
    board: bool = False  # whether its officers are members, as on a board of directors
    ended: int = 0  # the line on which a full stop ended it


def divide_lists(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each divided before the label of a list that begins within it."""
    for line in lines:
        start = 0
        for label in persons.INLINE_LABEL.finditer(line.text):
            before = line.text[start : label.start()].strip()
            if persons.GROUP.fullmatch(before):
                continue
            if before:
                yield replace(line, text=before, lead=line.lead if not start else "")
            start = label.start()
        yield replace(line, text=line.text[start:], lead="") if start else line


def attendance_start(head: Sequence[Line]) -> int:
    """Where the attendance lists begin, as an index of ``head``; its length where it has none."""
    return next((index for index, line in enumerate(head) if _label_of(line)), len(head))


def read_attendance(lines: Sequence[Line], layout: Layout) -> Attendance:
    """The people of the attendance lists, whose first line is a label (“Present:”)."""
    attendance = Attendance()
    opened = _List(board=any(persons.BOARD_ROLE.search(line.words) for line in lines))
    columns: list[_List] = []
    bare = not any(_presence(label) == "present" for line in lines for label in _labels(line))
    for run in _runs(lines, layout):
        span = Span(run[0].place, run[-1].place)
        cells = [cell.strip() for cell in run[0].text.split("|")] if len(run) == 1 else []
        if len(cells) > 1:
            columns = _read_row(attendance, cells, columns, opened, span)
            attendance.read.update(run)
            continue
        columns = []
        if len(run) == 1 and _read_columns(attendance, run[0], opened, span):
            attendance.read.update(run)
            continue
        text = " ".join(line.words for line in run)
        if _is_other_label(run[0]) or (0 < opened.ended < span.first - 1 and _is_caption(text)):
            opened.presence = None
        known, unread = len(attendance.people), len(attendance.unread)
        if _read_list(attendance, text, opened, span, bare=bare):
            attendance.read.update(run)
            attendance.unread[unread:] = _line_by_line(attendance.unread[unread:], run)
            opened.ended = span.last if text.endswith(".") and len(attendance.people) > known + 1 else 0
    return attendance


def _line_by_line(unread: Iterable[Unplaced], run: Sequence[Line]) -> Iterator[Unplaced]:
    """What a run of lines leaves unread, divided as they are; whole where its words do not stand as printed."""
    places = [line.place for line in run for _ in line.words.split()]
    printed = [word.strip(_AROUND) for line in run for word in line.words.split()]
    begun = 0
    for piece in unread:
        words = piece.text.split()
        bare = [word.strip(_AROUND) for word in words]
        starts = (at for at in range(begun, len(printed)) if printed[at] == bare[0])
        start = next((at for at in starts if printed[at : at + len(bare)] == bare), None)
        if start is None:
            yield piece
            continue
        begun = start + len(words)
        for place, of_line in groupby(zip(places[start:begun], words, strict=True), key=itemgetter(0)):
            yield Unplaced(place, " ".join(word for _, word in of_line))


def people_of_item(
    title: str, heading: Line | None, body: Sequence[Line], paragraphs: Iterable[Paragraph], layout: Layout
) -> Iterator[Attendee]:
    """The people whom one item tells of: the list of those present that it is (“1. Present: …”), or its sentences.
    ``body`` are the lines under its ``heading``, and ``paragraphs`` what they make."""
    if persons.ROLL_TITLE.fullmatch(title):
        yield from read_attendance(list(divide_lists(body)), layout).people
    label = persons.ATTENDANCE_LABEL.match(title) or persons.ATTENDANCE_LABEL.match(f"{title}:")
    rest = label["rest"].strip(": ") if label else ""
    if label is None or heading is None or _presence(label["label"]) == "apologies":
        span = Span(heading.place, heading.place) if heading else Span(0, 0)
        told = [Paragraph(rest, span), *paragraphs] if rest else paragraphs
        yield from told_in_item(label["label"] if label else title, told)
        if not rest:
            yield from told_in_sentence(title, span)
        return
    lines = [replace(heading, text=title if rest else f"{title}:", lead=""), *divide_lists(body)]
    yield from read_attendance(lines, layout).people


def people_listed_within(paragraphs: Iterable[Paragraph]) -> list[Attendee]:
    """The people of lists that stand, under a label of their own, in the midst or at the end of the minutes."""
    attendance, opened = Attendance(), _List()
    for paragraph in paragraphs:
        _read_list(attendance, paragraph.text, opened, paragraph.span, bare=False)
    return attendance.people


# --- Lists ------------------------------------------------------------------------------------------------------------
def _read_list(attendance: Attendance, text: str, opened: _List, span: Span, *, bare: bool) -> bool:
    """Read one list or sentence; says whether it was one. ``opened`` is changed by a label."""
    label = persons.ATTENDANCE_LABEL.fullmatch(text)
    if label:
        presence = _presence(label["label"])
        if bare and presence == "in_attendance" and not attendance.people and _is_bare(label["label"]):
            presence = "present"
        opened.presence, opened.role, opened.group = presence, _role(label["label"]), _group(label["label"])
        text = label["rest"].strip()
    read = bool(label)
    if within := persons.ITEM_WITHIN.search(text):
        attendance.unread += [Unplaced(span.first, text[within.start() :].strip())] if read else []
        text = text[: within.start()]
    for sentence in sentences(text):
        told = list(told_in_sentence(sentence, span))
        if told:
            attendance.people += told
            read = True
        elif opened.presence and _read_presiding(attendance, sentence, span):
            read = True
        elif opened.presence is None or (not label and _is_narrative(sentence)):
            opened.presence = None
            attendance.unread += [Unplaced(span.first, sentence)] if read else []
        elif _read_names(attendance, sentence, opened, span):
            read = True
        elif read:  # behind a label, or in one line with names
            attendance.unread.append(Unplaced(span.last, sentence))
    return read


def _read_columns(attendance: Attendance, line: Line, opened: _List, span: Span) -> bool:
    """“Ada Marsh      Head of Parks and Libraries”: blanks alone part the name from the office."""
    name, *others = persons.CELL_LINES.split(line.text.strip())
    found = read_names(name, opened.group)
    if not opened.presence or len(others) != 1 or len(found.names) != 1 or found.unread or found.names[0].role:
        return False
    office = others[0].lstrip("-–—: ")
    if not is_office(office) or names.TITLE.match(office):
        return False
    named = found.names[0].with_words(office)
    attendance.people += attendees([named], opened.presence, span, None, attendance.people, board=opened.board)
    return True


def _read_presiding(attendance: Attendance, sentence: str, span: Span) -> bool:
    """“Cllr Marsh, Convener, presided”: one of those present, under whatever label it stands."""
    presides = persons.PRESIDING.search(sentence)
    found = read_names(sentence[: presides.start()]).names if presides else []
    if len(found) != 1:
        return False
    role = found[0].role or "Chair"
    surname = found[0].name.split()[-1].lower()
    for index, person in enumerate(attendance.people):
        if person.presence == "present" and person.name.split()[-1].lower() == surname:
            attendance.people[index] = replace(person, role=person.role or role)
            return True
    attendance.people += attendees(found, "present", span, role)
    return True


def _read_names(attendance: Attendance, sentence: str, opened: _List, span: Span) -> bool:
    found = read_names(sentence, opened.group)
    if found.title and not found.names and not found.unread:
        opened.group = found.title
        return True
    unnamed = any(persons.UNNAMED.fullmatch(words) for words in found.unread)
    if not found.names and not unnamed:
        return False
    presence = opened.presence or "present"
    people = attendees(found.names, presence, span, opened.role, attendance.people, board=opened.board)
    attendance.people += people
    attendance.unread += [Unplaced(span.first, words) for words in found.unread if marks.ANY_WORD.search(words)]
    return True


def attendees(
    printed: Iterable[PrintedName],
    presence: Presence,
    span: Span,
    role: str | None = None,
    before: Sequence[Attendee] = (),
    *,
    board: bool = False,
) -> list[Attendee]:
    """The people of one list, those ``in_attendance`` who serve or visit the body; ``before`` stand in lists above. Who
    serves a ``board`` of directors belongs to it."""
    found: list[Attendee] = []
    served = False
    for named in printed:
        elected = names.ELECTED_TITLE.match(named.title or "")
        serves = bool(named.role and persons.SERVING_ROLE.search(named.role) and not elected and not board)
        serves = serves or names.POLICE_TITLE.match(named.title or "") is not None
        members = [person for person in (*before, *found) if person.presence == "present"]
        guest = (names.VISITING_COUNCILLOR.match(named.role or "") and members) or (
            names.VISITING_COUNCILLOR.match(named.title or "")
            and (served or (not found and any(not _visits(person) for person in members)))
        )
        served |= serves
        there = "in_attendance" if presence == "present" and (serves or guest) else presence
        found.append(
            Attendee(
                named.name,
                there,
                named.title,
                named.honours,
                named.role or (role if not found else None),
                arrived=named.arrived,
                left=named.left,
                remark=named.remark,
                span=span,
            )
        )
    return found


def _visits(person: Attendee) -> bool:
    return names.VISITING_COUNCILLOR.match(person.title or "") is not None


def _is_narrative(sentence: str) -> bool:
    words = names.BRACKET.sub(" ", sentence)  # “Drew” and “Moved” with a capital are names
    return len(words.split()) > 3 and any(verb[0].islower() for verb in marks.FINITE_VERB.finditer(words))


# --- Tables -----------------------------------------------------------------------------------------------------------
def _read_row(
    attendance: Attendance, cells: Sequence[str], columns: Sequence[_List], opened: _List, span: Span
) -> list[_List]:
    """Read one row of a table of people; returns the lists that its columns are from here on."""
    labels = [persons.ATTENDANCE_LABEL.fullmatch(cell) for cell in cells]
    lists = list(columns) if len(columns) == len(cells) else [replace(opened) for _ in cells]
    if (
        any(labels)
        and not columns
        and len([label for label in labels if label]) < len([cell for cell in cells if cell])
    ):
        others = [bool(cell and not label and cell.isupper()) for cell, label in zip(cells, labels, strict=True)]
        lists = [_List("in_attendance") if other else one for other, one in zip(others, lists, strict=True)]
    if person := _matrix_person(cells, lists, span):
        attendance.people.append(person)
        return lists
    for index, cell in enumerate(cells):
        if labels[index] or (lists[index].presence and cell):
            lists[index].named |= _read_cell(attendance, cell, lists[index], span)
        elif cell:
            attendance.unread.append(Unplaced(span.first, cell))
    return lists


def _read_cell(attendance: Attendance, cell: str, opened: _List, span: Span) -> bool:
    """Read one cell, which may have an office on a line below the name; says whether it names somebody."""
    name, *below = persons.CELL_LINES.split(cell)
    found = read_names(name, opened.group)
    if below and opened.presence and len(found.names) == 1 and not found.unread and not found.names[0].role:
        named = found.names[0].with_words(", ".join(below))
        attendance.people += attendees(
            [named], opened.presence, span, opened.role, attendance.people, board=opened.board
        )
        return True
    known = len(attendance.people)
    if not _read_list(attendance, cell, opened, span, bare=False):
        attendance.unread.append(Unplaced(span.first, cell))
    return len(attendance.people) > known


def _matrix_person(cells: Sequence[str], lists: Sequence[_List], span: Span) -> Attendee | None:
    """The person of a row “Cllr Marsh | ✓ | |” or “Cllr Marsh | Chair | Apologies”: name first, then how they came."""
    found = read_names(cells[0]).names if cells[0] else []
    if len(found) != 1:
        return None
    presence: Presence | None = None
    role = found[0].role
    for cell, opened in zip(cells[1:], lists[1:], strict=True):
        if persons.TICK.fullmatch(cell):
            presence = opened.presence or "present"
        elif not opened.named and (value := persons.PRESENCE_CELL.fullmatch(cell)):
            presence = _presence(value[0]) if len(cell) > 1 else _LETTERS[cell.lower()]
        elif cell and read_names(cell, opened.group).names:
            return None
        elif cell and not role:
            role = cell
    if presence is None:
        return None
    return replace(attendees(found, presence, span, board=any(opened.board for opened in lists))[0], role=role)


_LETTERS: dict[str, Presence] = {"p": "present", "a": "apologies", "y": "present", "n": "absent"}


# --- Labels -----------------------------------------------------------------------------------------------------------
def _label_of(line: Line) -> bool:
    return any(True for _ in _labels(line))


def _labels(line: Line) -> Iterator[str]:
    cells = line.text.split("|") if "|" in line.text else [line.words]
    for cell in cells:
        if label := persons.ATTENDANCE_LABEL.fullmatch(" ".join(cell.split())):
            yield label["label"]


def _is_other_label(line: Line) -> bool:
    """Whether a line begins with the caption of something else: “Disclosure of interest: Councillor Marsh”."""
    caption = persons.CAPTION.match(line.words)
    if caption is None or _label_of(line):
        return False
    words = caption["words"]
    known = names.ORGANISATION.search(words) or names.PARTY.fullmatch(words) or names.TITLE.match(words)
    return not (known or is_office(words) or read_names(words).names or persons.GROUP.fullmatch(words))


def _is_caption(text: str) -> bool:
    """Whether words behind a list that a full stop ended are a heading, and no other person: “Public Forum”."""
    found = read_names(text)
    told = any(named.title or named.role or named.remark for named in found.names)
    return bool(found.names) and not told and not found.unread and not text.endswith((",", ";"))


def _is_bare(label: str) -> bool:
    return label.lower().removeprefix("those ") in ("in attendance", "attendance")


def _presence(label: str) -> Presence:
    words = label.lower()
    if (
        ("apolog" in words and "without" not in words)
        or "regrets" in words
        or "ymddiheuriadau" in words
        or "leithscéal" in words
    ):
        return "apologies"
    if "absen" in words or "not present" in words or "as láthair" in words:
        return "absent"
    members = "member" in words or "councillor" in words or "aelodau" in words
    if persons.OTHERS_LABEL.search(words) and not (members and not persons.VISITORS_LABEL.search(words)):
        return "in_attendance"
    return "present"


def _role(label: str) -> str | None:
    words = label.lower()
    if words.startswith("chair"):
        return label.capitalize()
    return "Chair" if "in the chair" in words else None


def _group(label: str) -> str | None:
    titles = read_names(label)
    return titles.title if not titles.names else None


# --- Lines of a list --------------------------------------------------------------------------------------------------
def _runs(lines: Sequence[Line], layout: Layout) -> Iterator[list[Line]]:
    """The lines that are one list: a line that ends in a comma, or in an open bracket, goes on in the next."""
    run: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        if run and not _label_of(line) and "|" not in f"{run[-1].text}{line.text}" and _goes_on(run, line, layout):
            run.append(line)
        else:
            if run:
                yield run
            run = [line]
    if run:
        yield run


def _goes_on(run: Sequence[Line], line: Line, layout: Layout) -> bool:
    before, gap = run[-1].words, line.place - run[-1].place
    if gap > _WIDEST_GAP or (persons.NAME_AND_OFFICE.match(before) and persons.NAME_AND_OFFICE.match(line.words)):
        return False
    opened = sum(words.text.count("(") - words.text.count(")") for words in run[-4:]) > 0
    if opened or before.endswith((",", ";", " and", " &", "–", " -")) or line.text.startswith(("and ", "& ", "(")):
        return True
    last = before.rpartition(" ")[2]
    return bool(
        (gap == 1 and " " in before and (names.TITLE.fullmatch(last) or len(last.strip(".")) == 1))
        or (layout.width and not before.endswith(".") and not layout.is_short(run[-1], line))
        or (gap == 1 and len(before) > _WIDEST_ENTRY and not before.endswith((".", ")")))
    )
