"""Text files → text. Markdown in them, told by its own marks, comes out as its page shows it; all else stays as typed.

Headings, bold, bullets and rows of tables stay marked, since every format marks them so (`extracted.py`). What is done
here is the rest: front matter, links and pictures, HTML among the lines, entities, underlined titles, comments.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from meetings.parsing.extract.extracted import (
    ExtractedText,
    escape,
    furniture,
    require_short_lines,
)
from meetings.parsing.extract.html import notes_on_hidden, printed_page
from meetings.parsing.extract.plain import extract_plain_text

# For "---" above and below "title: Minutes", "categories:", "  - parks"
_FRONT_MATTER = re.compile(
    r"(?P<rule>---|\+\+\+)[ \t]{0,8}\n(?P<lines>(?:(?:[\w-]{1,40}[ \t]{0,4}[:=].{0,2000}|[ \t]{1,20}\S.{0,2000}"
    r"|- .{0,2000}|#.{0,2000}|[ \t]{0,20})\n){1,200}?)(?P=rule)[ \t]{0,8}(?:\n|\Z)"
)
_INLINE_TAG = re.compile(
    r"</?(?P<name>a|abbr|b|big|br|center|cite|code|div|em|font|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|sub|sup"
    r"|section|article|main|details|summary|tt|u|wbr)(?:\s[^<>]{0,500}|\s{0,3}/)?>",
    re.IGNORECASE,
)
# A line that begins so goes on as HTML to the next empty line, and to the end of what it opens.
_HTML_BLOCK = re.compile(
    r"[ \t]{0,3}</?(?:table|tbody|tr|p|ul|ol|li|dl|h[1-6]|pre|blockquote|form|hr|iframe|object|script|style|template)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_CONTAINER = re.compile(
    r"<(?P<close>/?)(?:table|ul|ol|dl|h[1-6]|pre|blockquote|form|object|script|style|template|del|div)(?=[\s/>])",
    re.IGNORECASE,
)
# What a tag hides, and what was struck out with changes tracked: the reader of pages leaves it out, and says so.
_HIDING_TAG = re.compile(
    r"<del[\s>]|<[a-z][^<>]{0,500}(?:\shidden[\s>=]|display|visibility|mso-hide|font-size|font\s{0,3}:|opacity|position"
    r"|text-indent|colou?r|background|clip|transform|scale|translate|overflow|margin[^;<>]{0,40}-\d)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
# For "[the report](https://example.org/a_(1).pdf)", "[the report](/files/report.pdf "Report")"
_LINK = re.compile(
    r"(?<![\\!])\[(?P<words>(?:\\.|[^\[\]\n\\]){1,400})\]"
    r"\((?:[a-z][a-z0-9+.-]{1,20}:|[/.#]|<)(?:\([^()\n]{0,200}\)|[^()\n]){0,1000}\)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<(?P<address>(?:https?://|mailto:)?[^\s<>@]{1,300}(?:@[^\s<>@]{1,200})?)>")
_REFERENCE = re.compile(
    r"[ ]{0,3}\[(?P<name>[^\[\]\n]{1,100})\]:[ \t]{1,8}<?(?:https?://|mailto:|[/.#])\S{1,1000}.{0,300}"
)
_REFERRING = re.compile(r"\[(?P<words>[^\[\]\n]{1,400})\]\[(?P<name>[^\[\]\n]{0,100})\]")
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`{1,2})(?P<words>[^`\n]{1,400})(?P=ticks)(?!`)")
_STRUCK = re.compile(r"~~(?=\S)(?P<words>[^~\n]{1,2000})~~")
_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?){1,5}")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,10}|~{3,10})[\w-]{0,20}\s{0,3}")
_HARD_BREAK = re.compile(r"(?<!\\)\\$")
_UNDERLINE = re.compile(r"(?P<mark>=|-)(?P=mark){2,199}\s{0,20}")
_ENDS_A_SENTENCE = (".", ",", ";", "”", '"')
_LONGEST_TITLE = 120  # characters
# For "--- | :---:", "| --- | --- |"
_TABLE_RULE = re.compile(r"\s{0,3}\|?(?:\s{0,20}:?-{2,200}:?\s{0,20}\|){1,50}(?:\s{0,20}:?-{2,200}:?\s{0,20})?")
# For "*<small>Scanned page, see the original</small>*", which tells the reader of each page the same
_SMALL_PRINT = re.compile(r"[\s*_]{0,5}<small>[^<>]{1,400}</small>[\s*_]{0,5}", re.IGNORECASE)
_WORD = re.compile(r"\w")


def extract_written_text(data: bytes) -> ExtractedText:
    """A text file, typed plainly or in Markdown. Raises `ExtractError` with the line where it cannot be read."""
    plain = extract_plain_text(data)
    reader = _Reader()
    text = reader.printed(plain.text)
    require_short_lines(text)
    return replace(plain, text=text, notes=(*plain.notes, *notes_on_hidden(reader.unseen, reader.doubtful)))


@dataclass(slots=True)
class _Reader:
    """One text while its lines are met; ``unseen`` gathers what HTML among them hides, ``doubtful`` is whether it may
    hide more."""

    unseen: set[str] = field(default_factory=set)
    doubtful: bool = False
    references: frozenset[str] = frozenset()
    ends: dict[int, int] = field(default_factory=dict)

    def printed(self, text: str) -> str:
        front = _FRONT_MATTER.match(text)
        start = front.end() if front else 0
        body = _without_comments(text[start:])
        lines = body.split("\n")
        self.references = frozenset(found["name"].lower() for line in lines if (found := _REFERENCE.fullmatch(line)))
        printed = [] if front is None else [_left_out(line) for line in front[0].rstrip("\n").split("\n")]
        return "\n".join([*printed, *self._body(lines)])

    def _body(self, lines: Sequence[str]) -> Iterator[str]:
        worded = [place for place, line in enumerate(lines) if _WORD.search(line)]
        edges = {worded[0], worded[-1]} if worded else set()
        small_print = Counter(line.strip() for line in lines if _SMALL_PRINT.fullmatch(line))
        rows, ends = _rows(lines), _ends_of_html(lines)
        at = 0
        while at < len(lines):
            line = lines[at]
            if _HTML_BLOCK.match(line) or _HIDING_TAG.search(line):
                yield self._html("\n".join(lines[at : ends[at]]))
                at = ends[at]
                continue
            if at + 1 < len(lines) and _is_title(lines, at):
                yield f"{'#' if lines[at + 1][0] == '=' else '##'} {self._line(line.strip())}"
                yield ""
                at += 2
                continue
            if (at in edges and _is_link(line)) or _REFERENCE.fullmatch(line):
                yield _left_out(line)
            elif small_print[line.strip()] > 1:
                yield _left_out(self._line(line))
            else:
                words = self._line(line)
                yield f"| {words.strip().strip('|').strip()} |" if at in rows else words
            at += 1

    def _line(self, line: str) -> str:
        """One line as its page shows it, with the marks that every format has."""
        if _FENCE.fullmatch(line):
            return ""
        words = _QUOTED.sub("", line, count=1) if line.lstrip(" ").startswith(">") else line
        if "<" in words:
            words = _INLINE_TAG.sub(_shown_tag, _ADDRESS.sub(_shown_address, words))
        if "[" in words:
            words = _LINK.sub(r"\g<words>", _PICTURE.sub("", words))
            words = _REFERRING.sub(self._referring, words) if self.references else words
        if "&" in words:
            words = _ENTITY.sub(lambda entity: html.unescape(entity[0]), words)
        words = _STRUCK.sub(r"\g<words>", _CODE.sub(r"\g<words>", words))
        return _HARD_BREAK.sub("", words)

    def _referring(self, found: re.Match[str]) -> str:
        return found["words"] if (found["name"] or found["words"]).lower() in self.references else found[0]

    def _html(self, source: str) -> str:
        page = printed_page(source)
        self.unseen |= page.unseen
        self.doubtful = self.doubtful or page.doubtful
        return page.text + "\n"


def _left_out(line: str) -> str:
    return furniture(escape(line)) if line.strip() else ""


def _is_link(line: str) -> bool:
    """Whether a line is a link and nothing else, as to the file that the text was made of."""
    return _LINK.search(line) is not None and not _WORD.search(_LINK.sub("", line))


def _without_comments(text: str) -> str:
    """A text without its comments; the lines that they stood on stay, and what is begun but never ended is none."""
    first, *others = text.split("<!--")
    kept = [first]
    for other in others:
        comment, end, rest = other.partition("-->")
        kept.append("\n" * comment.count("\n") + rest if end else f"<!--{other}")
    return "".join(kept)


def _ends_of_html(lines: Sequence[str]) -> list[int]:
    """For each line, behind which one the HTML ends that would begin there: at an empty line, where all that was opened
    is closed; at the first empty line where that is never so. One way through the lines, from the last to the first."""
    opened = [0]
    for line in lines:
        opened.append(opened[-1] + sum(-1 if tag["close"] else 1 for tag in _CONTAINER.finditer(line)))
    ends = [len(lines)] * len(lines)
    gaps: list[int] = []  # empty lines below, the nearest last, each with more open than those before it in the list
    depths: list[int] = []
    for place in range(len(lines) - 1, -1, -1):
        if not lines[place].strip():
            while depths and depths[-1] >= opened[place]:
                gaps.pop()
                depths.pop()
            gaps.append(place)
            depths.append(opened[place])
        closed = bisect_right(depths, opened[place])
        if closed:
            ends[place] = gaps[closed - 1]
        elif gaps and opened[-1] > opened[place]:
            ends[place] = gaps[-1]
    return ends


def _is_title(lines: Sequence[str], at: int) -> bool:
    """Whether a line is underlined as a title is: the line below is a rule about as long, and nothing stands above."""
    words, below = lines[at].strip(), lines[at + 1]
    alone = at == 0 or not lines[at - 1].strip()
    rule = _UNDERLINE.fullmatch(below)
    return bool(
        rule
        and alone
        and _WORD.search(words)
        and len(words) <= _LONGEST_TITLE
        and not words.startswith(("#", "|", "-", "*", "**"))
        and not words.endswith(_ENDS_A_SENTENCE)
        and (rule["mark"] == "=" or (len(below.strip()) * 2 >= len(words) and len(below.strip()) > 3))
    )


def _rows(lines: Sequence[str]) -> set[int]:
    """The places of the rows of tables whose lines have no upright stroke at their edges, and of the rules in them."""
    rows: set[int] = set()
    for place, line in enumerate(lines):
        if not place or "|" not in line or "|" not in lines[place - 1]:
            continue
        if place - 1 in rows:  # of the table that goes on
            rows.add(place)
        elif _TABLE_RULE.fullmatch(line):
            rows |= {place - 1, place}
    return rows


def _shown_tag(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in ("b", "strong"):
        return "**"
    return "\n" if name == "br" else ""


def _shown_address(found: re.Match[str]) -> str:
    address = found["address"]
    return address if "://" in address or "@" in address else found[0]
