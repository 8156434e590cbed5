"""A web page (HTML) → text: what the page shows of the minutes, its menus and other furniture apart."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree, html

from meetings.parsing.errors import ExtractError
from meetings.parsing.extract.extracted import ExtractedText, hidden_text, may_hide_text, require_short_lines
from meetings.parsing.extract.html_page import Page
from meetings.parsing.extract.html_reader import Reader
from meetings.parsing.parsed import Note

DEEPEST = 200  # elements within elements; a page of minutes has some thirty
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")
# Elements whose end may be left out, or that have none: they say nothing of depth.
_OPEN_ENDED = frozenset((
    "area", "b", "base", "body", "br", "center", "col", "colgroup", "dd", "dt", "embed", "font", "head", "hr", "html",
    "i", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot",
    "th", "thead", "tr", "track", "u", "wbr",
))  # fmt: skip
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,3}=\s{0,3}["']?(?P<name>[\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WINDOWS = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"))
_OTHER_CHARSET = re.compile(r"iso-8859-\d{1,2}|windows-125\d|cp125\d|macintosh|koi8-r")
_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,300}\?>")
# For "<B><U><P ALIGN=CENTER>": what begins outside a paragraph ends, for the parser, where the paragraph begins
_BOLD_PARAGRAPH = re.compile(
    r"(?P<inline>(?:<(?:b|strong|i|em|u|font)(?:\s[^<>]{0,200})?>\s{0,20}){1,4})(?P<block><p(?:\s[^<>]{0,200})?>)",
    re.IGNORECASE,
)


def extract_html(data: bytes) -> ExtractedText:
    """The text of a web page. Raises `ExtractError` where it is damaged, or nested more deeply than any page is."""
    text, encoding, notes = _decode(data)
    if "\0" in text:
        raise ExtractError(
            "The page holds NUL characters, which no text has; it may be damaged. Save it from the browser again.",
            code="nul_characters",
        )
    page = printed_page(text)
    if not page.text:
        raise ExtractError("The page holds no text.", code="empty_file")
    require_short_lines(page.text)
    return ExtractedText(page.text, "html", encoding, (*notes, *notes_on_hidden(page.unseen, page.doubtful)))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What a page shows, what kinds of hidden words it holds, and whether words that were read may be hidden too."""

    text: str
    unseen: frozenset[str] = frozenset()
    doubtful: bool = False


def notes_on_hidden(unseen: Collection[str], doubtful: bool) -> Iterator[Note]:
    if unseen:
        yield hidden_text(" and ".join(sorted(unseen)))
    if doubtful:
        yield may_hide_text()


def printed_page(text: str) -> PrintedPage:
    """What a page, or a piece of one, shows.

    Raises `ExtractError` (``too_deep``) for one that is nested more deeply than any page is.
    """
    _require_flat(text)
    try:
        tidied = _BOLD_PARAGRAPH.sub(r"\g<block>\g<inline>", _DECLARATION.sub("", text))
        root = html.document_fromstring(tidied, parser=html.HTMLParser(huge_tree=True, default_doctype=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return PrintedPage("")
    reader = Reader(Page.of(root))
    title = next((" ".join((title.text or "").split()) for title in root.iter("title")), "")
    reader.leave_out([title])
    body = root.find("body")
    try:
        reader.walk(root if body is None else body)
        printed = "\n\n".join(reader.printed())
    except RecursionError:
        raise _too_deep() from None
    return PrintedPage(printed, frozenset(reader.page.unseen), reader.page.sight.may_miss_hidden())


def _require_flat(text: str) -> None:
    """Elements within each other are counted in one pass, since parsing a megabyte of them takes minutes."""
    depth = 0
    for tag in _TAG.finditer(text):
        if tag["name"].lower() in _OPEN_ENDED:
            continue
        depth = max(depth - 1, 0) if tag["close"] else depth + 1
        if depth > DEEPEST and not _is_void(text, tag.end()):
            raise _too_deep(text.count("\n", 0, tag.start()) + 1)


def _too_deep(line: int | None = None) -> ExtractError:
    return ExtractError(
        f"The page has more than {DEEPEST} elements within each other, as no page of minutes has. Copy its text and "
        "paste it.",
        line=line,
        code="too_deep",
    )


def _is_void(text: str, at: int) -> bool:
    end = text.find(">", at, at + 2000)
    return end > 0 and text[end - 1] == "/"


def _decode(data: bytes) -> tuple[str, str, tuple[Note, ...]]:
    """By the byte-order mark, else as the page declares, else as UTF-8, else as Windows-1252 with a note."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    declared = _CHARSET.search(data[:4096])
    name = declared["name"].decode("ascii").lower() if declared else "utf-8"
    others = ("cp1252",) if name in _WINDOWS else (name,) if _OTHER_CHARSET.fullmatch(name) else ()
    for encoding in ("utf-8", *others):
        try:
            return data.decode(encoding), encoding, ()
        except (UnicodeDecodeError, LookupError):
            continue
    note = Note(
        "read_as_windows_1252",
        "The page is not in the encoding that it declares and was read as Windows-1252: check the accents, dashes and "
        "pound signs.",
    )
    return data.decode("cp1252", "replace"), "cp1252", (note,)
