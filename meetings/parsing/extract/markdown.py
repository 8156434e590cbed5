"""Markdown, a web page in other clothes → text: its links, entities, tags and pieces of HTML as words.

Headings, bold words and tables stay as they are marked: parsing takes the same marks of every format.
"""

from __future__ import annotations

import html
import re

from meetings.parsing.extract.html import extract_fragment

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.{0,2000}\n){1,100}?---[ \t]*(?:\n|$)")
# For "## Apologies", "**Present:**", "| --- | --- |", "[agenda](/a.pdf)": marks that plain text has by chance only
_MARKS = re.compile(
    r"^#{1,6}[ \t]\S|^\|[ \t:|-]{3,500}\|[ \t]*$|\*\*[^*\n]{1,400}\*\*|(?<!!)\[[^\[\]\n]{1,400}\]\([^()\n]{1,800}\)",
    re.MULTILINE,
)
_FEW = 3
_BLOCK = re.compile(
    r"^[ \t]*</?(?:p|div|h[1-6]|ul|ol|li|table|tbody|tr|td|th|blockquote|section|article)\b[^<>\n]*>", re.I
)
_MOSTLY = 0.5  # of the lines: then the whole is a page of HTML
_TABLE = re.compile(r"<table\b.{0,50000}?</table\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.{0,20000}?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD_TAG = re.compile(r"</?(?:b|strong)(?:\s[^<>\n]{0,300})?>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|cite|code|em|font|i|img|ins|mark|p|div|s|small|span|strike|sub|sup|u)(?:\s[^<>\n]{0,800})?/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]{0,400})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,800}\)")
_BARE_LINK = re.compile(r"<(?P<address>(?:https?://|mailto:)[^<>\s]{1,500})>")
_HARD_BREAK = re.compile(r"(?:\\|[ \t]{2,})$", re.MULTILINE)


def is_markdown(text: str) -> bool:
    """Whether a text has a front matter, or marks of Markdown or HTML oftener than by chance."""
    blocks = sum(_BLOCK.match(line) is not None for line in text.split("\n"))
    return _FRONT_MATTER.match(text) is not None or blocks >= _FEW or len(_MARKS.findall(text)) >= _FEW


def typed(text: str) -> str:
    """The text with nothing of HTML in it but what it is about; its lines may be others than before."""
    front = _FRONT_MATTER.match(text)
    head, body = (front[0], text[front.end() :]) if front else ("", text)
    lines = [line for line in body.split("\n") if line.strip()]
    if sum(_BLOCK.match(line) is not None for line in lines) > _MOSTLY * len(lines):
        return f"{head}\n{extract_fragment(body)}" if head else extract_fragment(body)
    body = _COMMENT.sub(" ", body)
    body = _TABLE.sub(lambda table: f"\n\n{extract_fragment(table[0])}\n\n", body)
    body = _BARE_LINK.sub(r"\g<address>", _LINK.sub(r"\g<words>", _HARD_BREAK.sub("", body)))
    body = _INLINE_TAG.sub("", _BOLD_TAG.sub("**", _BREAK.sub("\n", body)))
    return head + html.unescape(body).replace("\xa0", " ")
