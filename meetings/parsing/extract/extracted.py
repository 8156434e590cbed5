"""What extraction hands on to parsing: plain lines, with the few marks by which every format tells its layout.

A paragraph is a line, and an empty line stands between two. A heading is ``# words``; words in bold at a paragraph's
start are ``**words**``; a row of a table is ``cell | cell``, empty cells kept. Two marks have no place in Markdown and
are characters that no page shows:

- `GENERATED` stands between a number or bullet that a word processor or a browser makes, which nobody typed, and the
  words that it numbers: ``# 1.␣ Apologies`` and ``**1.␣ Apologies**``, the number inside the heading's or the bold
  words' marks, with `GENERATED` for ``␣``.
- `FURNITURE` begins a line that is not the minutes' own text: a running head, a page number, a web page's menu.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.parsing.errors import ExtractError
from meetings.parsing.parsed import Note

GENERATED = "\u2063"
FURNITURE = "\u2064"
LINE_LIMIT = 100_000  # characters; a paragraph of minutes has some thousands at most

_OWN_MARKS = re.compile(f"[{GENERATED}{FURNITURE}]")
# What `lines.py` would take as a mark: a backslash before punctuation, an asterisk, the double underscore at a word;
# the hash and the upright stroke at the start.
_TAKEN_AS_MARK = re.compile(r"\\(?=[^\w\s])|\*|__(?=[^\W_])|(?<=[^\W_])__|^\s*[#|]")


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text of one file, its lines divided by a line feed alone and never longer than `LINE_LIMIT`."""

    text: str
    format: str
    encoding: str  # "" where the format has its own
    notes: tuple[Note, ...] = ()


def without_own_marks(words: str) -> str:
    """Words of a source without the characters that mean something to this project alone."""
    return _OWN_MARKS.sub("", words)


def escape(words: str) -> str:
    """One line's words of a source, such that parsing takes none of their characters as a mark."""
    return _TAKEN_AS_MARK.sub(_escaped, without_own_marks(words))


def generated(mark: str, words: str) -> str:
    """Words, escaped before, behind the number or bullet that was generated for them; without one, the words alone."""
    return f"{escape(mark)}{GENERATED} {words}" if mark else words


def furniture(words: str) -> str:
    """A line, escaped before, that is printed with the minutes but no part of them."""
    return FURNITURE + words


def hidden_text(what: str) -> Note:
    """The note that the file holds text which no reader of its page sees, ``what`` naming it: the text is left out, and
    the file itself must not be handed out."""
    return Note(
        "hidden_text",
        f"The file holds {what}: it was left out. The file itself is not shown to the public, since others could read "
        "it there. Send one without it if the public shall have the original.",
    )


def may_hide_text() -> Note:
    """The note that a page's style sheets may hide words which were read, by rules that are not understood."""
    return Note(
        "may_hide_text",
        "The page's style sheets may hide text by rules that are not understood here: such text was read as if it were "
        "seen. Compare what was read with the page in a browser. The file itself is not shown to the public.",
    )


def require_short_lines(text: str) -> None:
    """Raise `ExtractError` (``line_too_long``) where a line is longer than `LINE_LIMIT`."""
    for place, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            raise ExtractError(
                f"The line has {len(line):,} characters, and {LINE_LIMIT:,} is the most that is read. "
                "Divide the text into lines, a paragraph on each.",
                line=place,
                fragment=line[:120],
                code="line_too_long",
            )


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "__":
        return r"\_\_"
    return f"{found[0][:-1]}\\{found[0][-1]}"
