"""One person as minutes print them: title, name, honours, initials, office, arrival."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from meetings.parsing.patterns import names, persons

_SINGULAR = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "clls": "Cllr",
    "couns": "Coun",
    "aldermen": "Alderman",
    "crs": "Cr",
    "councilmembers": "Councilmember",
    "members": "Member",
    "commissioners": "Commissioner",
    "trustees": "Trustee",
    "supervisors": "Supervisor",
    "selectmen": "Selectman",
    "selectwomen": "Selectwoman",
    "freeholders": "Freeholder",
    "messrs": "Mr",
    "pcso's": "PCSO",
    "pcso’s": "PCSO",
    "pcsos": "PCSO",
    "pc's": "PC",
    "pc’s": "PC",
}
_LONGEST_NAME = 5  # words
_TWO_PEOPLE = 4  # full words behind one title: “Cllr Ada Marsh Ben Reed”


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One person: ``name`` without title and honours, ``role`` an office without brackets, ``arrived`` and ``left`` a
    time or an item as printed, ``remark`` what else stands with the name: initials, party, a reason."""

    name: str
    title: str | None = None
    honours: str | None = None
    role: str | None = None
    arrived: str | None = None
    left: str | None = None
    remark: str | None = None

    def with_words(self, words: str) -> PrintedName:
        """The person with the words of a bracket behind the name put where they belong."""
        words = words.strip(" .,")
        if are_initials(words, self.name) or words.startswith("@") or names.PARTY.fullmatch(words):
            return self.with_remark(words)
        if names.HONOURS.fullmatch(f" {words}"):
            return replace(self, honours=_joined(self.honours, words))
        arrived, left = persons.ARRIVED.search(words), persons.LEFT.search(words)
        if arrived or left:
            return replace(
                self,
                arrived=self.arrived or ((arrived and arrived["when"].strip(" ,.")) or None),
                left=self.left or ((left and left["when"].strip(" ,.")) or None),
            )
        remark = persons.REMARK.search(words) or words[:1].islower() or any(letter.isdigit() for letter in words)
        if self.role or (remark and not names.ROLE_WORD.search(words)):
            return self.with_remark(words)
        return replace(self, role=bare_office(words))

    def with_remark(self, words: str) -> PrintedName:
        return replace(self, remark=_joined(self.remark, words))


def take_name(text: str, title: str | None = None, *, plain_office: bool = True) -> tuple[PrintedName, str] | None:
    """The person whom a text begins with, and the words behind; None where it begins with none.

    ``title`` is what a name without one of its own is given. A single word is a name after a title only.
    ``plain_office`` says that an office may follow with no mark between: “Cllr A Marsh Chair”.
    """
    own = names.TITLE.match(text)
    start = own.end() if own else 0
    words, end = _name_words(text, start, titled=own is not None or title is not None)
    if not words:
        return None
    if (own or title) and len(words) == _TWO_PEOPLE and all(word[1:2].islower() for word in words):
        words = words[:2]
        end = text.index(words[1], text.index(words[0], start) + len(words[0])) + len(words[1])
    name = " ".join(words)
    printed = singular_title(own[0]) if own else title
    role = names.OFFICE_TITLE.fullmatch(own[0]) if own else None
    named = PrintedName(
        name.rstrip(".") if name[-2:-1].islower() else name, printed, role=role["office"] if role else None
    )
    return _with_suffixes(named, text, end, plain_office=plain_office)


def are_initials(letters: str, name: str) -> bool:
    """Whether letters abbreviate a name: the first is its first, and the others follow in it, in order."""
    if not 2 <= len(letters) <= 5 or not letters.isalpha():
        return False
    rest = iter(name.lower())
    return letters[0] == name[:1] and letters[0].isupper() and all(letter in rest for letter in letters.lower())


def bare_office(words: str) -> str:
    """An office without article: “the Clerk” → “Clerk”."""
    return words.strip(" .,").removeprefix("the ").removeprefix("The ")


def is_office(words: str) -> bool:
    """Whether words tell an office, and not when somebody came or left."""
    return names.ROLE_WORD.search(words) is not None and not persons.REMARK.search(words)


def _name_words(text: str, start: int, *, titled: bool) -> tuple[list[str], int]:
    """The words of the name that begins at a place, and where it ends; none where there is no name."""
    words: list[str] = []
    end = start
    while len(words) < _LONGEST_NAME and (part := names.NAME_PART.match(text, end)):
        word = part["word"]
        surname_due = titled and all(map(_is_initial, words))
        begins = part.start("word")
        if words and (names.SURE_TITLE.match(text, begins) or names.HONOURS.match(text, begins - 1)):
            break
        if words and not surname_due and (names.PLAIN_OFFICE.match(text, begins) or names.ROLE_WORD.fullmatch(word)):
            break
        if len(words) > 1 and _is_initial(word) and _is_initial(words[0]) and not _is_initial(words[-1]):
            break  # “A Marsh B Reed”
        if words and len(word) > 1 and are_initials(word, " ".join(words)):
            break
        if names.NO_NAME.fullmatch(word) and not surname_due:
            if not titled or not words:
                return [], start
            break
        words.append(word)
        end = part.end()
        if word.endswith(".") and len(word) > 3:  # a full stop that ends the sentence
            break
    office = names.BRACKET.match(text, end)  # “Marsh (Chief Accountant)”
    glued = len(words) == 1 and "." in words[0][1:-1]  # “A.MARSH”
    named = len(words) > 1 or glued or bool(office and is_office(office["words"]))
    if not titled and (not named or any(names.ROLE_WORD.search(word) for word in words)):
        return [], start
    return words, end


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _with_suffixes(named: PrintedName, text: str, end: int, *, plain_office: bool) -> tuple[PrintedName, str]:
    """The name with what stands behind it: honours, initials, brackets, an office; and the words after that."""
    while end < len(text):
        if found := names.HONOURS.match(text, end):
            initials = found[0].strip(" ,")
            if are_initials(initials, named.name) and not found[0].startswith(","):
                named = named.with_remark(initials)
            else:
                named = replace(named, honours=_joined(named.honours, initials))
        elif (found := names.INITIALS.match(text, end)) and are_initials(
            found["bracketed"] or found["bare"], named.name
        ):
            named = named.with_remark(found["bracketed"] or found["bare"])
        elif found := names.BRACKET.match(text, end):
            if (namesake := found["words"].strip(".")) and len(namesake) <= 2 and " " not in named.name:
                named = replace(named, name=f"{namesake} {named.name}")
            else:
                named = named.with_words(found["words"])
        elif found := names.IN_THE_CHAIR.match(text, end):
            named = replace(named, role=named.role or found["words"])
        elif plain_office and not named.role and (found := names.PLAIN_OFFICE.match(text, end + 1)):
            named = replace(named, role=bare_office(found[0]))
        elif not named.role and (found := names.DASHED.match(text, end)) and _tells_office(found):
            own = names.VISITING_COUNCILLOR.match(found["words"])
            stop = names.SURE_TITLE.search(found["words"], own.end() if own else 1)
            words = found["words"][: stop.start()].strip() if stop else found["words"]
            named = named.with_words(words)
            end = found.start("words") + len(words)
            continue
        elif named.title and not named.role and (found := names.ACRONYM.match(text, end)):
            named = replace(named, role=found["words"])
        elif found := persons.CAME_OR_WENT.match(text, end):
            named = named.with_words(found["words"])
        else:
            break
        end = found.end()
    return named, text[end:].strip(" .:–-")


def _tells_office(dashed: re.Match[str]) -> bool:
    """Whether the words behind a dash are an office; behind a colon they may be anything."""
    words = dashed["words"]
    return ":" not in dashed[0][:3] or is_office(words) or names.ORGANISATION.search(words) is not None


def _joined(before: str | None, words: str) -> str:
    return f"{before} {words}" if before else words


def singular_title(title: str) -> str:
    """The title of one person: “COUNCILLORS” → “Councillor”."""
    words = title.replace(".", " ").split()
    plain = [_SINGULAR.get(word.lower(), word.title() if _is_shouted(word) else word) for word in words]
    return " ".join(plain)


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 3 and word != "PCSO"
