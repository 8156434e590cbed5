"""Which interests were declared, and by whom?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meetings.parsing.names import bare_name, read_names
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Interest
from meetings.parsing.patterns import interests
from meetings.parsing.patterns import names as patterns


def read_interests(title: str, paragraphs: Iterable[Paragraph]) -> tuple[Interest, ...]:
    """The declarations that one item tells, each person's apart; under a title that asks for them, in lists too."""
    asked = interests.TITLE.search(title) is not None
    found = []
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            names = list(_declaring(sentence)) or (_listed(sentence) if asked else [])
            found += [Interest(name, sentence, paragraph.span) for name in names]
    return tuple(dict.fromkeys(found))


def _declaring(sentence: str) -> Iterator[str]:
    """Who declares in a sentence: the names before the verb, or those behind “declared by”."""
    passive = interests.DECLARED_BY.search(sentence)
    if passive and not interests.NONE.search(sentence, 0, passive.end()):
        yield from _first_names(sentence[passive.end() :])
        return
    start = 0
    for verb in interests.DECLARED.finditer(sentence):
        yield from _last_names(sentence[start : verb.start()])
        start = verb.end()


def _first_names(words: str) -> list[str]:
    """The names that words begin with."""
    end = interests.BEHIND_NAME.search(words)
    return _names(words[: end.start()] if end else words)


def _last_names(words: str) -> list[str]:
    """The names that words end with: from the first title on behind which nothing but names stands."""
    found = (match.start() for pattern in (patterns.TITLE, patterns.OFFICE) for match in pattern.finditer(words))
    return next((names for start in sorted({0, *found}) if (names := _names(words[start:]))), [])


def _listed(sentence: str) -> list[str]:
    """The names of an entry in a list of declarations: “Councillor Marsh – item 5, as a trustee of the hall”."""
    if interests.NONE.match(sentence) or interests.SAID.search(sentence):
        return []
    cells = [names for cell in sentence.split(" | ") if (names := _names(cell))] if " | " in sentence else []
    if cells:
        return cells[-1]
    end = interests.BEHIND_NAME.search(sentence)
    if end is None:
        return _names(sentence) if patterns.TITLE.match(sentence) else []
    about = interests.OF_DECLARATION.search(sentence, end.start())
    return _names(sentence[: end.start()]) if about and not interests.NONE.search(sentence, end.start()) else []


def _names(words: str) -> list[str]:
    """The people that words name, and nothing else; an office or initials alone stay as printed."""
    words = words.strip(" ,.;:•-")
    if patterns.OFFICE.fullmatch(words) or interests.INITIALS.fullmatch(words):
        return [words]
    read = read_names(words)
    names = [bare_name(person.name) for person in read.names]
    inside = any(patterns.TITLE.search(name) for name in names)  # of one behind other words: “Requests Cllr Marsh”
    return [] if read.unread or inside else names
