"""Markdown: what a browser would show of it is read, and plain text is left as it is."""

from __future__ import annotations

import pytest

from meetings.parsing.extract import extract_text
from meetings.parsing.extract.extracted import FURNITURE, GENERATED

FRONT = '---\ntitle: "Minutes"\ndate: 2024-03-12\n---\n\n'


def text_of(body: str) -> str:
    lines = extract_text((FRONT + body).encode(), "minutes.md").text.split("\n")
    return "\n".join(line for line in lines if not line.startswith(FURNITURE)).strip().replace(GENERATED, "~")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("See the [full report](https://example.org/a_(1).pdf).", "See the full report."),
        ("![The plan](/plan.png) It was shown.", "It was shown."),
        ("<https://example.org/agenda>", "https://example.org/agenda"),
        ("Fees &amp; charges:&nbsp;&pound;5", "Fees & charges:\xa0£5"),
        ("Line one  \nline two\\\nline three", "Line one  \nline two\nline three"),
        ("Cllr Marsh<br>Cllr Reed<br />Clerk", "Cllr Marsh\nCllr Reed\nClerk"),
        ("<b>Present:</b> <u>Cllr Marsh</u>, 4<sup>th</sup> ward", "**Present:** Cllr Marsh, 4th ward"),
        ("## Apologies\n\n| a | b |\n| --- | --- |", "## Apologies\n\n| a | b |\n| --- | --- |"),
        ("Paid:\n<table><tr><td>Quarry</td><td>£5</td></tr><tr><td>Mower</td><td>£9</td></tr></table>\nThat is all.",
         "Paid:\nQuarry | £5\nMower | £9\n\nThat is all."),
        ("Words <!-- and a remark --> here", "Words  here"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)  # fmt: skip
def test_what_is_typed(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_page_of_html_behind_a_front_matter_is_read_as_one() -> None:
    body = "<p><strong>Item 1: Minutes</strong></p>\n<p>They were agreed.</p>\n<ul><li>One</li>\n<li>Two</li></ul>"
    assert text_of(body).strip() == "**Item 1: Minutes**\n\nThey were agreed.\n\n•~ One\n\n•~ Two"


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\nThe fee is <5> per cent & rising [1].\n\n**One** word.",
        "<AI1>\n1.\tApologies\n\n</AI1>\n",
        "a  \nb",
    ],
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert extract_text(text.encode(), "minutes.txt").text == text
