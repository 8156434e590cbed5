"""Lists of people as minutes print them: names with titles and offices between commas, “and”, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from meetings.parsing.patterns import marks, names, persons
from meetings.parsing.printed_names import PrintedName, bare_office, is_office, singular_title, take_name

_LONGEST_PIECE = 5000  # characters between two commas; longer ones are no list of people

__all__ = ["NameList", "PrintedName", "bare_name", "read_names"]


@dataclass(slots=True)
class NameList:
    """The names of a list in order. ``title`` is the one that goes on to names that have none of their own, ``unread``
    holds the words that are no part of a name."""

    title: str | None = None
    names: list[PrintedName] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    offices_first: bool = False  # “Chairman A Marsh Clerk B Reed”
    _office: list[tuple[str, str]] = field(default_factory=list)  # divider and words that may turn out to be an office
    _couple: str | None = None  # the title in “Mr and Mrs A Marsh” that waits for the name
    _dashed: bool = False  # the last name was given its office behind a dash, which may go on

    def add(self, piece: str, divider: str) -> None:
        """Read one piece of a list, the words behind a ``divider`` (a comma, “and”)."""
        if self._add_honours(piece) or self._add_unnamed(piece) or self._go_on_with_office(piece, divider):
            return
        self._dashed = False
        while piece:
            named, rest = self._office_with_name(piece, divider) or self._name(piece, divider) or (None, piece)
            if named is not None:
                self._append(named)
                self._dashed = named.role is not None and not rest and piece.endswith(named.role)
            elif title := names.SURE_TITLE.search(piece, 1):  # “Ostre County Council Mr Marsh”
                self._keep_words(piece[: title.start()].strip(), divider)
                rest = piece[title.start() :]
            else:
                self._keep_words(piece, divider)
                break
            piece, divider = rest, ""

    def add_organisation(self, piece: str, divider: str) -> bool:
        """Take what stands behind the comma of an entry, “Ada Marsh, Reed Digital Publishing; …”."""
        last = self.names[-1] if self.names else None
        own = None if names.HONOURS.fullmatch(f" {piece}") else take_name(piece)
        if last is None or last.role or last.title or divider != "," or own is None or own[0].role or own[0].title:
            return False
        self.names[-1] = replace(last, role=piece)
        return True

    def close(self) -> None:
        """Say that the list has ended."""
        self.unread += [words for _, words in self._office]
        self._office = []

    def _append(self, named: PrintedName) -> None:
        if self._couple:
            self.names.append(replace(named, title=self._couple, role=None))
            self._couple = None
        self.names.append(named)

    def _keep_words(self, piece: str, divider: str) -> None:
        """Words that are no person: a title, an office of the name before or after."""
        own_office = is_office(piece) and not names.PLURAL_TITLE.match(piece) and divider == ","
        if names.TITLE.fullmatch(piece) and not (own_office and self._goes_to_last(piece, divider)):
            title = singular_title(piece)
            if names.PLURAL_TITLE.search(piece) or names.ELECTED_TITLE.match(piece):
                self.title = title
            else:
                self._couple = title
        elif self._goes_to_last(piece, divider):
            bracket = names.BRACKET.search(piece)
            office = bracket["words"] if bracket and is_office(bracket["words"]) else piece
            self.names[-1] = replace(self.names[-1], role=bare_office(office))
        elif everybody := persons.ALL_FROM.fullmatch(piece):
            self.names = [replace(named, role=named.role or everybody["words"]) for named in self.names]
        else:
            self._office.append((divider, piece))

    def _add_honours(self, piece: str) -> bool:
        if not self.names or not names.HONOURS.fullmatch(f" {piece}"):
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
        if not divider.strip().isalpha() or names.TITLE.match(piece) or not self.names:
            return False
        own = take_name(piece)
        joined = names.JOINED_COUNCIL.search(self.names[-1].role or "") and own and not (own[0].remark or own[1])
        if not self._dashed and not joined:
            return False
        if joined:
            own = None
        if own is not None and (own[0].role or own[0].remark or not is_office(piece)):
            return False
        last = self.names[-1]
        self.names[-1] = replace(last, role=f"{last.role} {divider.strip()} {piece}")
        return True

    def _office_with_name(self, piece: str, divider: str) -> tuple[PrintedName, str] | None:
        """“Engineer (Ms A Marsh)”, “the Clerk – Ada Marsh”, “the Clerk Mrs Marsh”, “Fire Chief Ada Marsh”."""
        found = self._marked_office(piece) or self._plain_office(piece)
        if found is None:
            return None
        office, named, rest = found
        if divider.strip() in ("&", "and") and self._ends_in_office():  # “Land Planning & Technology Officer Ada Marsh”
            self._office.append(("", self.names.pop().name))
        return replace(named, role=bare_office(self._whole_office(office, divider))), rest

    @staticmethod
    def _marked_office(piece: str) -> tuple[str, PrintedName, str] | None:
        match = names.OFFICE_OF_NAME.match(piece)
        if match is None:
            return None
        words, office = match["bracketed"] or match["dashed"], match["office"]
        leads = match["bracketed"] is None and is_office(office) and names.TITLE.match(office) is None
        titled = names.TITLE.match(words)
        taken = take_name(words) if leads or titled else None
        if taken is None or taken[0].role or (not titled and take_name(office)):
            return None
        named, after = taken
        rest = piece[match.end() :].strip()
        return (
            (office, named, f"{after} {rest}".strip()) if match["dashed"] else (office, _remarked(named, after), rest)
        )

    def _plain_office(self, piece: str) -> tuple[str, PrintedName, str] | None:
        """The office that leads in “Clerk Mrs Marsh”, “Chairman A Marsh”, “Fire Chief Ada Marsh”."""
        plain, title, words = names.PLAIN_OFFICE.match(piece), names.SURE_TITLE.search(piece, 1), piece.split()
        starts = [plain.end()] if plain else []
        starts += [title.start()] if title else []
        if len(words) > 2 and names.ROLE_WORD.search(words[-3]) and not names.TITLE.match(piece):
            starts.append(len(piece) - len(" ".join(words[-2:])))
        if not names.TITLE.match(piece) and (found := names.OFFICE_AND_SURNAME.fullmatch(piece)):
            taken = take_name(piece[found.start("name") :], "Mr")
            if taken is not None and not names.ROLE_WORD.search(found["name"]) and not taken[1]:
                return found["office"], replace(taken[0], title=None), ""
        for start in starts:
            office = piece[:start].strip(" ,-–")
            if office and is_office(office) and not take_name(office):
                taken = take_name(piece[start:].strip(" –-:"), plain_office=not self.offices_first)
                if taken is not None and not (taken[0].role and taken[0].title is None):
                    return office, *taken
        return None

    def _ends_in_office(self) -> bool:
        """Whether the last name, in a list whose people all have an office in front, is itself part of one."""
        *others, last = self.names or (None,)
        return bool(
            others and last and not (last.title or last.role or last.remark) and all(named.role for named in others)
        )

    def _whole_office(self, words: str, divider: str) -> str:
        """An office with the words before that a comma or “and” had parted from it."""
        whole = ""
        for before, part in [*self._office, (divider, words)]:
            whole += f"{before} {part}" if whole else part
        self._office = []
        return " ".join(whole.split()).replace(" ,", ",")

    def _name(self, piece: str, divider: str) -> tuple[PrintedName, str] | None:
        taken = take_name(piece, self.title, plain_office=not self.offices_first)
        if taken is None:
            return None
        named, rest = taken
        if own := names.TITLE.match(piece):
            goes_on = self.title and names.ELECTED_TITLE.match(self.title) and names.ELECTED_TITLE.match(own[0])
            if names.PLURAL_TITLE.search(own[0]):
                self.title = singular_title(own[0])
            elif not goes_on:  # “Councillors Marsh, Cllr. Reed, Hale” is still a list of councillors
                self.title = None
        if self._office and is_office(self._office[-1][1]) and not named.role and divider == ",":
            named = replace(named, role=bare_office(self._office.pop()[1]))
        self.close()
        return named, rest

    def _goes_to_last(self, piece: str, divider: str) -> bool:
        """Whether words belong to the name before: “Ada Marsh, Clerk”, but not “the Clerk, Ada Marsh”."""
        if not self.names or self.names[-1].role or self._office or piece.lower().startswith("the "):
            return False
        return is_office(piece) or (divider in ("", ",") and names.ORGANISATION.search(piece) is not None)


def read_names(text: str, title: str | None = None) -> NameList:
    """The people that a list names; ``title`` is what names without one of their own are given."""
    if names.BULLET.match(text) and (one := _entry(text, title)):
        return NameList(title, [one])
    found = NameList(title, offices_first=names.PLAIN_OFFICE.match(text) is not None)
    for divider, piece in _pieces(text):
        if divider == ";":
            found.close()
        piece, beyond = piece[:_LONGEST_PIECE], piece[_LONGEST_PIECE:]
        found.unread += [beyond] if beyond else []
        if piece and not (";" in text and found.add_organisation(piece, divider)):
            found.add(piece, divider)
    found.close()
    return found


def _entry(text: str, title: str | None) -> PrintedName | None:
    """The one person of “• Ada Marsh, Bank of Ostre and Marram, Head of Loans”: what follows is office or employer."""
    name, _, rest = text.partition(",")
    taken = take_name(_tidy(name), title)
    if taken is None or taken[1] or not rest or names.SURE_TITLE.search(rest):
        return None
    offices = [words for words in [*rest.split(","), *names.BRACKET.findall(rest)] if is_office(words)]
    role = bare_office(offices[-1]) if offices else rest.strip(" .,")
    remark = rest.strip() if offices else taken[0].remark
    return replace(taken[0], role=taken[0].role or role, remark=remark)


def bare_name(printed: str) -> str:
    """A name as printed without title, a namesake's initial in front: “Councillor Marsh (A)” → “A Marsh”."""
    if names.OFFICE.fullmatch(printed):
        return printed
    name = printed
    while title := names.TITLE.match(name) or names.MOVER_OFFICE.match(name):
        name = name[title.end() :].strip()
    if namesake := names.NAMESAKE.fullmatch(name):
        return f"{namesake['initial']} {namesake['name']}"
    return names.HONOURS.sub("", f" {name}").strip(" ,.") or printed


def _remarked(named: PrintedName, words: str) -> PrintedName:
    return named.with_remark(words.strip(" ,")) if words else named


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text between commas, semicolons and “and”, brackets kept whole; each behind what divides it."""
    depth, start, divider = 0, 0, ""
    for mark in names.LIST_DIVIDER.finditer(text):
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")":
            depth = max(depth - 1, 0)
        elif not depth:
            yield divider, _tidy(text[start : mark.start()])
            start, divider = mark.end(), mark[0]
    yield divider, _tidy(text[start:])


def _tidy(piece: str) -> str:
    words = " ".join(piece.split())
    if "." in words:
        words = names.GLUED_TITLE.sub(r"\g<title> ", words)
    words = words.strip(" :–-•*")
    if marked := names.MARKED_TITLE.match(words):
        words = f"{marked['title'] or ''} {words[marked.end() :]}".strip()
    if words.endswith(".") and not marks.ABBREVIATION.search(words):
        words = words[:-1]
    return words
