"""Step 2, text → lines with their place in the source: layout marks taken off, page furniture and template named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from meetings.parsing.errors import NotMinutes
from meetings.parsing.extract.extracted import FURNITURE, GENERATED
from meetings.parsing.parsed import Leftover
from meetings.parsing.patterns import marks

_TAB = 8
_PAGE_NUMBER_INDENT = 8  # columns; a number alone that stands further left may be an item's
_WIDEST_SIGNATURE = 100  # characters
_LABELS_OF_A_SIGNATURE = 2  # lines with nothing but "Mayor:", "Clerk:" where no dots are printed
_LONGEST_SIGNATURE = 12  # lines that are not blank


@dataclass(frozen=True, slots=True)
class Line:
    """One line without layout. ``lead`` is what is set in bold, or as a heading, at its start; ``tag`` the number of
    the item that an item tag opens or closes here. ``generated`` is the number or bullet that stands before it and that
    nobody typed: ``text`` and ``lead`` begin with the number, as the page shows it, but not with the bullet."""

    place: int  # counted from 1 in the extracted text
    text: str  # runs of blanks are kept: they part columns
    indent: int = 0  # columns
    lead: str = ""
    generated: str = ""
    tag: str = ""
    closes: bool = False
    furniture: bool = False  # as extraction found
    level: int = 0  # of a heading by its hashes, 1 to 6; 0 is none
    opens_row: bool = False  # the subject of a row in a table of minutes: the heading of an item
    words: str = field(init=False, repr=False, compare=False)  # the text with one blank between any two

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", " ".join(self.text.split()))

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is set in bold, or as a heading."""
        return bool(self.lead) and " ".join(self.lead.split()).rstrip(".:, ") == self.words.rstrip(".:, ")

    @property
    def typed_words(self) -> str:
        """The words without a number that nobody typed."""
        return self.words.removeprefix(self.generated).lstrip()


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one text: ``body`` with blank ones and item tags, the clerk's ``trailer``, and what is left out."""

    body: tuple[Line, ...]
    trailer: tuple[Line, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    everything: tuple[Line, ...] = ()  # all of them in order, what is left out among them

    @property
    def tagged(self) -> bool:
        return any(line.tag for line in self.body)


@dataclass(slots=True)
class _Sorter:
    """What has been sorted so far."""

    body: list[Line] = field(default_factory=list)
    trailer: list[Line] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)

    def leave(self, line: Line) -> None:
        if line.text:
            self.leftovers.append(Leftover("furniture", line.place, line.words))


def read_lines(text: str) -> Lines:
    """Sort the lines of a text. Raises `NotMinutes` (``broken_tag``) where item or section tags do not pair."""
    raw = text.split("\n")
    lines = [_tidy(place, words) for place, words in enumerate(raw, start=1)]
    sorter = _Sorter()
    _sort(lines, raw, sorter)
    body = sorter.body
    signature = _signature(body)
    sorter.leftovers += [Leftover("signature", line.place, line.words) for line in body if line.place in signature]
    return Lines(
        tuple(line for line in body if line.place not in signature),
        tuple(sorter.trailer),
        tuple(sorted(sorter.leftovers, key=lambda leftover: leftover.line)),
        tuple(lines),
    )


def _sort(lines: Sequence[Line], raw: Sequence[str], sorter: _Sorter) -> None:
    section: tuple[str, Line] | None = None
    item: Line | None = None
    after_rule = False
    for line in lines:
        if line.furniture:
            sorter.leave(line)
            continue
        tag = marks.SECTION_TAG.fullmatch(line.text)
        if section is not None:
            if tag and tag["close"] and tag["name"] == section[0]:
                section = None
            elif tag:
                raise _broken(line, f"the block <{section[0]}> of line {section[1].place} is not closed before it")
            elif line.text and section[0] == "TRAILER_SECTION":
                sorter.trailer.append(line)
            if line.text:
                sorter.leftovers.append(Leftover("template", line.place, raw[line.place - 1].strip()))
        elif tag:
            if tag["close"]:
                raise _broken(line, "no block of that name is open")
            if item is not None:
                raise _broken(line, f"the item of line {item.place} is not closed before it")
            section = (tag["name"], line)
            sorter.leftovers.append(Leftover("template", line.place, raw[line.place - 1].strip()))
        elif line.tag:
            _check_pair(line, item)
            item = None if line.closes else line
            sorter.body.append(line)
        elif _is_furniture(line, after_rule):
            sorter.leave(line)
            after_rule = bool(marks.RULE.fullmatch(line.text))
            continue
        else:
            sorter.body.append(line)
        after_rule = after_rule and not line.text
    if section is not None:
        raise _broken(section[1], "the block is never closed")
    if item is not None:
        raise _broken(item, "the item is never closed")


def _tidy(place: int, raw: str) -> Line:
    """Take the marks of layout and Markdown off one line."""
    printed = raw.removeprefix(FURNITURE).replace("\f", " ").expandtabs(_TAB).replace("\xa0", " ")
    printed = marks.PRIVATE_GLYPH.sub("•", marks.UNPRINTED.sub("", printed))
    text = printed.strip()
    if raw.startswith(FURNITURE):
        return Line(place, marks.ESCAPED.sub(r"\g<mark>", marks.STRONG.sub("", text)), furniture=True)
    indent = len(printed) - len(printed.lstrip())
    if not marks.ANY_MARK.search(text):
        mark, text = _divide(text)
        return Line(place, text, indent, generated=mark)
    if tag := marks.ITEM_TAG.fullmatch(text):
        return Line(place, text, indent, tag=tag["number"], closes=bool(tag["close"]))
    if marks.BROKEN_TAG.match(text):
        raise NotMinutes(
            f"The tag “{text[:40]}” is damaged. Write it as <AI1> before the item and </AI1> after it.",
            line=place,
            fragment=text,
            code="broken_tag",
        )
    if marks.TABLE_RULE.fullmatch(text):
        return Line(place, "", indent)
    if marks.RULE.fullmatch(text):
        return Line(place, marks.ESCAPED.sub(r"\g<mark>", text), indent)
    if row := marks.TABLE_ROW.fullmatch(text):
        text = " | ".join(cell.strip() for cell in row["cells"].split("|"))
    lead, level = "", 0
    if heading := marks.MARKDOWN_HEADING.fullmatch(text):
        text = marks.CLOSING_HASHES.sub("", heading["words"])
        lead, level = marks.STRONG.sub("", text), len(heading["hashes"])
    elif strong := marks.STRONG_LEAD.match(text):
        lead = marks.STRONG.sub("", strong[0]).strip()
    if "*" in text or "_" in text:
        text = marks.EMPHASIS.sub(r"\g<words>", marks.STRONG.sub("", text))
        text = marks.UNDERSCORED.sub(r"\g<words>", text)
    if "\\" in text:
        text, lead = (marks.ESCAPED.sub(r"\g<mark>", words) for words in (text, lead))
    mark, text = _divide(text.strip())
    _, lead = _divide(lead)
    return Line(place, text, indent, lead=lead, generated=mark, level=level)


def _divide(words: str) -> tuple[str, str]:
    """The generated mark that words begin with, and the words as the grammar takes them: behind a number two blanks, as
    in a column of its own; a bullet is left out."""
    mark, generated, rest = words.partition(GENERATED)
    if not generated:
        return "", words
    rest = rest.replace(GENERATED, "").strip()
    return mark, f"{mark}  {rest}".rstrip() if marks.ANY_WORD.search(mark) else rest


def _is_furniture(line: Line, after_rule: bool) -> bool:
    if marks.RULE.fullmatch(line.text):
        return len(line.text) > 2 and not marks.DOTTED_LINE.search(line.text)
    if marks.SURE_PAGE_NUMBER.fullmatch(line.text) or marks.LINK_ALONE.fullmatch(line.text):
        return True
    return bool((after_rule or line.indent >= _PAGE_NUMBER_INDENT) and marks.PAGE_NUMBER.fullmatch(line.text))


def _signature(body: Sequence[Line]) -> frozenset[int]:
    """The places of the lines of the signature block at the end: the dotted lines, and the short ones about them."""
    tail: list[Line] = []
    for line in reversed(body):
        wide = len(line.text) > _WIDEST_SIGNATURE and not marks.SMALL_PRINT.match(line.text)
        if wide or len(tail) == _LONGEST_SIGNATURE:
            break
        if line.text and not line.tag:
            tail.insert(0, line)
    dotted = [index for index, line in enumerate(tail) if marks.DOTTED_LINE.search(line.text)]
    labels = [index for index, line in enumerate(tail) if marks.SIGNATURE_LABEL.fullmatch(line.text)]
    opening = next((index for index, line in enumerate(tail) if marks.SIGNATURE_OPENING.fullmatch(line.words)), None)
    if opening is not None:
        return frozenset(line.place for line in tail[opening:])
    if not dotted and (len(labels) < _LABELS_OF_A_SIGNATURE and labels[-1:] != [len(tail) - 1]):
        return frozenset()
    start = dotted[0] if dotted else labels[0]
    if start and marks.SIGNATURE_LABEL.fullmatch(tail[start - 1].text):
        start -= 1
    block = tail[start:]
    signed = any(marks.SIGNATURE_WORD.search(line.text) for line in block)
    return frozenset(line.place for line in block) if signed else frozenset()


def _check_pair(line: Line, opened: Line | None) -> None:
    if not line.closes and opened is not None:
        raise _broken(line, f"the item <AI{opened.tag}> of line {opened.place} is not closed before it")
    if line.closes and opened is None:
        raise _broken(line, "it closes an item that was not opened")
    if line.closes and opened is not None and opened.tag != line.tag:
        raise _broken(line, f"the item that is open is <AI{opened.tag}> of line {opened.place}")


def _broken(line: Line, why: str) -> NotMinutes:
    return NotMinutes(
        f"The tag “{line.text[:60]}” does not fit: {why}. Each item needs its tag before and after it.",
        line=line.place,
        fragment=line.text,
        code="broken_tag",
    )
