"""Names of people as minutes print them: title, name, honours, office; alone or in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from meetings.parsing.patterns import marks, persons

_SINGULAR = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "clls": "Cllr",
    "couns": "Coun",
    "aldermen": "Alderman",
    "messrs": "Mr",
}


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One person: ``name`` without title and honours, ``role`` an office without brackets."""

    name: str
    title: str | None = None
    honours: str | None = None
    role: str | None = None


@dataclass(slots=True)
class NameList:
    """The names of a list in order. ``title`` is the one that goes on to names that have none of their own, ``unread``
    holds the words that are no part of a name."""

    title: str | None = None
    names: list[PrintedName] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    _office: list[str] = field(default_factory=list)  # words before a name that may turn out to be its office
    _dashed: bool = False  # the last name was given its office behind a dash, which may go on

    def add(self, piece: str, divider: str) -> None:
        """Read one piece of a list, the words behind a ``divider`` (a comma, “and”)."""
        if self._add_honours(piece) or self._add_unnamed(piece) or self._go_on_with_office(piece, divider):
            return
        self._dashed = False
        named = self._office_with_name(piece) or self._name_with_office(piece)
        if named:
            self.names.append(named)
            self._dashed = named.role is not None and piece.endswith(named.role)
            return
        if persons.TITLE.fullmatch(piece):
            self.title = _singular(piece)
        elif self._goes_to_last(piece):
            self.names[-1] = replace(self.names[-1], role=_office(piece))
        else:
            self._office.append(piece)

    def close(self) -> None:
        """Say that the list has ended."""
        self.unread += self._office
        self._office = []

    def _add_honours(self, piece: str) -> bool:
        if not self.names or not persons.HONOURS.fullmatch(f" {piece}"):
            return False
        last = self.names[-1]
        self.names[-1] = replace(last, honours=f"{last.honours} {piece}" if last.honours else piece)
        return True

    def _add_unnamed(self, piece: str) -> bool:
        if not persons.UNNAMED.fullmatch(piece):
            return False
        self.unread.append(piece)
        return True

    def _go_on_with_office(self, piece: str, divider: str) -> bool:
        """“Ada Marsh – Head of Parks and Libraries”: the words behind “and” are still the office."""
        if not self._dashed or not divider.strip().isalpha() or persons.TITLE.match(piece):
            return False
        own = _read_name(piece, None)
        if own is not None and own.role:
            return False
        last = self.names[-1]
        self.names[-1] = replace(last, role=f"{last.role} {divider.strip()} {piece}")
        return True

    def _office_with_name(self, piece: str) -> PrintedName | None:
        """“Engineer (Ms A Marsh)”, “the Clerk – Ada Marsh”, “the Clerk Mrs Marsh”."""
        match = persons.OFFICE_OF_NAME.fullmatch(piece)
        if not match:
            return None
        words = match["bracketed"] or match["dashed"] or match["plain"]
        outside = match["office"]
        titled = persons.TITLE.match(words) and not match["plain"]
        if not titled and not (match["bracketed"] is None and self._is_office(outside)):
            return None
        named = _read_name(words, None)
        if named is None or named.role:
            return None
        office = ", ".join([*self._office, outside])
        self._office = []
        return replace(named, role=_office(office))

    def _name_with_office(self, piece: str) -> PrintedName | None:
        named = _read_name(piece, self.title)
        if named is None:
            return None
        if own := persons.TITLE.match(piece):
            self.title = _singular(own[0]) if persons.PLURAL_TITLE.search(own[0]) else None
        if self._office and self._is_office(self._office[-1]) and not named.role:
            named = replace(named, role=_office(self._office.pop()))
        self.close()
        if named.role and persons.ATTENDANCE_REMARK.search(named.role) and not persons.ROLE_WORD.search(named.role):
            self.unread.append(named.role)
            named = replace(named, role=None)
        return named

    def _goes_to_last(self, piece: str) -> bool:
        """Whether an office belongs to the name before it: “Ada Marsh, Clerk”, but not “the Clerk, Ada Marsh”."""
        announces = piece.lower().startswith("the ")
        return bool(
            self.names and not self.names[-1].role and not self._office and not announces and self._is_office(piece)
        )

    @staticmethod
    def _is_office(piece: str) -> bool:
        return persons.ROLE_WORD.search(piece) is not None and not persons.ATTENDANCE_REMARK.search(piece)


def read_names(text: str, title: str | None = None) -> NameList:
    """The people that a list names; ``title`` is what names without one of their own are given."""
    names = NameList(title)
    for divider, piece in _pieces(text):
        if piece:
            names.add(piece, divider)
    names.close()
    return names


def bare_name(printed: str) -> str:
    """A name as printed without title, a namesake's initial in front: “Councillor Marsh (A)” → “A Marsh”."""
    if persons.OFFICE.fullmatch(printed):
        return printed
    name = printed
    while title := persons.TITLE.match(name):
        name = name[title.end() :].strip()
    if namesake := persons.NAMESAKE.fullmatch(name):
        return f"{namesake['initial']} {namesake['name']}"
    return persons.HONOURS.sub("", f" {name}").strip(" ,.") or printed


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text between commas, semicolons and “and”, brackets kept whole; each behind what divides it."""
    depth, start, divider = 0, 0, ""
    for mark in persons.LIST_DIVIDER.finditer(text):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")":
            depth = max(depth - 1, 0)
        elif not depth:
            yield divider, _tidy(text[start : mark.start()])
            start, divider = mark.end(), mark[0]
    yield divider, _tidy(text[start:])


def _tidy(piece: str) -> str:
    words = " ".join(piece.split()).strip(" :–-•")
    if words.endswith(".") and not marks.ABBREVIATION.search(words):
        words = words[:-1]
    return words


def _read_name(piece: str, title: str | None) -> PrintedName | None:
    """One person, None where the piece names none. A single word is a name after a title only."""
    own = persons.TITLE.match(piece)
    rest = piece[own.end() :].strip() if own else piece
    match = persons.NAME.match(rest)
    if not match or persons.NO_NAME.search(match[0]):
        return None
    name, after = match[0], rest[match.end() :]
    honours = persons.HONOURS.search(f" {name}")
    if honours:  # “Ada Marsh MBE”: letters that look like one more name
        after = f" {name}"[honours.start() :] + after
        name = f" {name}"[: honours.start()].strip()
    told = own is not None or title is not None
    if not name or (not told and (" " not in name or persons.ROLE_WORD.search(name))):
        return None
    honours = persons.HONOURS.match(after)
    if honours:
        after = after[honours.end() :]
    office = persons.OFFICE_AFTER.fullmatch(after)
    if after.strip(" .") and not office:
        return None
    role = (office["bracketed"] or office["dashed"] or office["chair"]) if office else None
    return PrintedName(
        name.rstrip(".") if name[-2:-1].islower() else name,
        _singular(own[0]) if own else title,
        honours[0].strip(" ,") if honours else None,
        _office(role) if role and not persons.PARTY.fullmatch(role) else None,
    )


def _office(words: str) -> str:
    return words.strip(" .,").removeprefix("the ").removeprefix("The ")


def _singular(title: str) -> str:
    words = title.replace(".", " ").split()
    plain = [_SINGULAR.get(word.lower(), word.title() if word.isupper() and len(word) > 3 else word) for word in words]
    return " ".join(plain)
