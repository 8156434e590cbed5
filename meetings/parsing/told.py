"""Who was there, who sent apologies, who came for whom and who took the chair, as sentences tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meetings.parsing.names import PrintedName, read_names
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Attendee, Presence, Span
from meetings.parsing.patterns import marks, names, persons


def told_in_sentence(sentence: str, span: Span) -> Iterator[Attendee]:
    """The people whose apologies or attendance one sentence tells."""
    if persons.APOLOGIES.search(sentence):
        yield from _apologies(sentence, span)
    elif attended := persons.ATTENDED.match(sentence):
        yield from _people(read_names(attended["names"]).names, "in_attendance", span)
    elif present := persons.PRESENT_WERE.match(sentence):
        others = present["others"] or "guest" in sentence.lower()
        yield from _people(read_names(present["names"]).names, "in_attendance" if others else "present", span)


def told_in_item(title: str, paragraphs: Iterable[Paragraph]) -> Iterator[Attendee]:
    """The people whose apologies or attendance the sentences of one item tell."""
    about_apologies = persons.APOLOGIES_TITLE.search(title) is not None
    substitutes, listed = False, True
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            told = list(_in_apologies(sentence, paragraph.span) if about_apologies else _attended(sentence, paragraph))
            substitutes |= persons.SUBSTITUTING.search(sentence) is not None
            if about_apologies and not told and substitutes:
                told = list(_substitute(sentence, paragraph.span))
            if about_apologies and not told and listed:
                told = list(_listed(sentence, paragraph.span))
            listed &= bool(told) or persons.APOLOGIES.search(sentence) is not None
            yield from told


def who_took_the_chair(text: str) -> str | None:
    """The words for the one who took the chair: “Cllr Marsh”, “AM”."""
    found = persons.TOOK_CHAIR.search(text)
    return next(name for name in found.groups() if name).strip() if found else None


def _attended(sentence: str, paragraph: Paragraph) -> Iterator[Attendee]:
    if attended := persons.ATTENDED.match(sentence):
        office = sentence.startswith(("The ", "A ", "An "))  # “The Director of Finance was in attendance”
        named = [name for name in _named(attended["names"]) if name.title or not office]
        yield from _people(named, "in_attendance", paragraph.span)


def _in_apologies(sentence: str, span: Span) -> Iterator[Attendee]:
    """The people of a sentence under a title that says that apologies follow."""
    if persons.APOLOGIES.search(sentence):
        yield from _apologies(sentence, span)
    elif coming := persons.WOULD_COME.search(sentence):
        yield from _people(_named(coming["name"]), "present", span)
    elif attended := persons.ATTENDED.match(sentence):
        yield from _people(_named(attended["names"]), "in_attendance", span)


def _listed(sentence: str, span: Span) -> Iterator[Attendee]:
    """The people of a bare list of names, at the beginning of an item on apologies."""
    found = read_names(sentence)
    if not found.unread and not marks.FINITE_VERB.search(sentence) and not any(map(str.isdigit, sentence)):
        yield from _people(found.names, "apologies", span)


def _apologies(sentence: str, span: Span) -> Iterator[Attendee]:
    if missing := persons.NO_APOLOGY.search(sentence):
        yield from _people(_named(missing["names"]), "absent", span)
        return
    found = persons.SENT_APOLOGIES.match(sentence)
    if found:
        lists = [found["names"]]
    elif mentioned := persons.APOLOGIES.search(sentence):
        lists = persons.FROM.split(sentence[mentioned.end() :])
    else:
        return
    for words in lists:
        yield from _people(_named(words), "apologies", span)


def _substitute(sentence: str, span: Span) -> Iterator[Attendee]:
    """“Councillor Marsh for Councillor Reed”: the one who came; the other has sent apologies."""
    if found := persons.SUBSTITUTE.search(sentence):
        yield from _people(_named(found["name"]), "present", span)


def _named(words: str) -> list[PrintedName]:
    """The names that a part of a sentence begins with."""
    words = words.strip().removeprefix("the ")
    if words[:1].islower() and not names.TITLE.match(words):
        return []
    end = persons.NAMES_END.search(words)
    return read_names(words[: end.start()] if end else words).names


def _people(printed: Iterable[PrintedName], presence: Presence, span: Span) -> Iterator[Attendee]:
    for named in printed:
        yield Attendee(
            named.name,
            presence,
            named.title,
            named.honours,
            named.role,
            arrived=named.arrived,
            left=named.left,
            remark=named.remark,
            span=span,
        )
