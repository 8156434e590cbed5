"""Markdown: what a browser would show of it is read, and plain text is left as it is."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from meetings.parsing.errors import MinutesError
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
        ("See [the report][1] and [minute 4].\n\n[1]: https://example.org/r", "See the report and [minute 4]."),
        ("Trees\n=====\n\nOne fell.\n\nRoofs\n------\nLeak.", "# Trees\n\n\nOne fell.\n\n## Roofs\n\nLeak."),
        ("It was signed.\n---\n2", "It was signed.\n---\n2"),
        ("Payee | Sum\n--- | ---:\nQuarry | £5\n\nNext", "| Payee | Sum |\n| --- | ---: |\n| Quarry | £5 |\n\nNext"),
        ("> `Moved` ~~that~~ this", "Moved that this"),
        ("```\nas typed\n```", "as typed"),
        ("- <https://example.org>\n- <em>one</em>", "- https://example.org\n- one"),
        ("<div align=center>\n\n**Minutes**\n\n</div>", "**Minutes**"),
        ("<table>\n\n<tr><td>Quarry</td><td>£5</td></tr>\n\n</table>\n\n**Next**", "Quarry | £5\n\n\n**Next**"),
        ("<p>Not closed\n\n**Next**", "Not closed\n\n\n**Next**"),
    ],
)  # fmt: skip
def test_what_is_typed(body: str, text: str) -> None:
    assert text_of(body) == text


def furniture_of(text: str) -> list[str]:
    lines = extract_text(text.encode(), "minutes.md").text.split("\n")
    return [line[1:] for line in lines if line.startswith(FURNITURE)]


def test_what_stands_about_the_text_is_furniture() -> None:
    small = "*<small>Scanned page</small>*\n\nWords.\n\n"
    text = f"+++\ntitle = 'May'\n+++\n\n[Original](https://example.org/May_2024.pdf)\n\n{small}{small}[1]: /a\n"
    assert furniture_of(text) == [
        "+++",
        "title = 'May'",
        "+++",
        r"[Original](https://example.org/May_2024.pdf)",
        r"\*Scanned page\*",
        r"\*Scanned page\*",
        "[1]: /a",
    ]


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert furniture_of("---\n\nMinutes of the council.\n\n---\n") == []


@pytest.mark.parametrize(
    "hidden",
    [
        'A <span style="display:none">SECRET</span> word',
        'A <span style="font:0/0 a">SECRET</span> word',
        'A <span style="clip-path:inset(50%)">SECRET</span> word',
        'A <b style="margin:0 0 0 -9999px">SECRET</b> word',
        "A <del>SECRET</del> word",
        "<p hidden>SECRET</p>\n\nword",
    ],
)
def test_what_html_hides_stays_out_and_is_said(hidden: str) -> None:
    extracted = extract_text(f"Minutes\n\n{hidden}\n\nMore.".encode(), "minutes.md")
    assert "SECRET" not in extracted.text
    assert "word" in extracted.text
    assert [note.code for note in extracted.notes] == ["hidden_text"]


def test_a_page_of_html_behind_a_front_matter_is_read_as_one() -> None:
    body = "<p><strong>Item 1: Minutes</strong></p>\n<p>They were agreed.</p>\n<ul><li>One</li>\n<li>Two</li></ul>"
    assert text_of(body).strip() == "**Item 1: Minutes**\n\nThey were agreed.\n\n•~ One\n\n•~ Two"


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\nThe fee is <5> per cent & rising [1].\n\n**One** word.",
        "<AI1>\n1.\tApologies\n\n</AI1>\n",
        "a  \nb",
        "For < Against > Abstain & more; R&D [sic] (see 4)",
        "Signed ____________ Chair",
        "<!-- begun but never ended",
    ],
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert extract_text(text.encode(), "minutes.txt").text == text


@pytest.mark.parametrize("unit", ["<table>\n\n", "<del>x\n\n", "a|b\n--|--\n", "<div>\n\n</div>\n\n"])
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        with suppress(MinutesError):
            extract_text(b"# Minutes\n\n" + unit.encode() * times, "minutes.md")
        return time.process_time() - begun

    assert seconds(20_000) <= 30 * seconds(2_000) + 0.1
