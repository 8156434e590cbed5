"""Web pages: what they show is read, what stands about it is told apart, what they hide stays out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.parsing.errors import ExtractError, MinutesError
from meetings.parsing.extract import extract_text
from meetings.parsing.extract.extracted import FURNITURE, GENERATED


def text_of(body: str, head: str = "") -> str:
    """What is read of a page's body, its furniture left out."""
    page = f"<!DOCTYPE html><html><head><title>A page</title>{head}</head><body>{body}</body></html>"
    lines = extract_text(page.encode(), "page.html").text.split("\n\n")
    return "\n\n".join(line for line in lines if not line.startswith(FURNITURE)).replace(GENERATED, "~")


def furniture_of(body: str) -> list[str]:
    text = extract_text(f"<html><body>{body}</body></html>".encode(), "page.html").text
    return [line[1:] for line in text.split("\n\n") if line.startswith(FURNITURE)]


def codes(body: str, head: str = "") -> list[str]:
    return [note.code for note in extract_text(f"<html>{head}<body>{body}</body></html>".encode(), "p.html").notes]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("<h2>1. Apologies</h2><p>None.</p>", "## 1. Apologies\n\nNone."),
        ("<p><strong>1. Apologies</strong> None.</p>", "**1. Apologies** None."),
        ("<p><b>Present:</b><br>Cllr Marsh<br/>Cllr Reed</p>", "**Present:**\nCllr Marsh\nCllr Reed"),
        ("One.<br><br>Two.", "One.\n\nTwo."),
        ("<p>The 20<sup>th</sup> of <em>May</em></p>", "The 20th of May"),
        ("<p>4.&nbsp;&nbsp;&nbsp;Trees</p>", "4.   Trees"),
        ("<p>Fees &amp; charges: &pound;5 &lt;each&gt;</p>", "Fees & charges: £5 <each>"),
        ("<p>a * b</p>", "a \\* b"),
        ("<ol><li>Apologies</li><li>Trees</li></ol>", "1.~ Apologies\n\n2.~ Trees"),
        ('<ol start="4" type="a"><li>Oak</li><li value="7">Elm</li></ol>', "d.~ Oak\n\ng.~ Elm"),
        ("<ol reversed><li>Oak<li>Elm</ol>", "2.~ Oak\n\n1.~ Elm"),
        ("<ul><li>Oak<ol><li>Elm</ol></ul>", "•~ Oak\n\n1.~ Elm"),
        ("<ol><li><h3>Trees</h3><p>One fell.</p></li></ol>", "### 1.~ Trees\n\nOne fell."),
        ("<table><tr><th>Payee</th><th>Sum</th></tr><tr><td>Quarry</td><td>£5</td></tr></table>",
         "**Payee** | **Sum**\nQuarry | £5"),
        ("<table><tr><td>4.</td><td><p>Trees</p><p>" + "One fell. " * 40 + "</p></td></tr></table>",
         "4.  Trees\n\n" + ("One fell. " * 40).strip()),
        ("<pre>One\n  two</pre>", "One\ntwo"),
        ("<p>One<p>Two<p>Three", "One\n\nTwo\n\nThree"),
        ("<B><P ALIGN=CENTER>MINUTES</P></B>", "**MINUTES**"),
        ('<p style="font-weight:bold">MINUTES</p>', "**MINUTES**"),
        ('<p class="MsoListParagraph"><span style="mso-list:Ignore">3.&nbsp;&nbsp;</span>Trees</p>', "3.~ Trees"),
        ("<p>Kept <ins>and put in</ins></p>", "Kept and put in"),
    ],
)  # fmt: skip
def test_what_a_page_shows(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">SECRET</p>',
        '<span style="visibility:hidden">SECRET</span>',
        "<div hidden>SECRET</div>",
        '<span style="mso-hide:all">SECRET</span>',
        '<span style="font-size:0px">SECRET</span>',
        '<p class="later">SECRET</p>',
        "<del>SECRET</del>",
    ],
)
def test_what_is_hidden_stays_out_and_is_said(hidden: str) -> None:
    head = "<head><style>.later, .other { display: none; }</style></head>"
    body = f"<p>Open.</p>{hidden}<p>Words.</p>"
    assert "SECRET" not in extract_text(f"<html>{head}<body>{body}</body></html>".encode(), "p.html").text
    assert codes(body, head) == ["hidden_text"]


@pytest.mark.parametrize(
    "unread",
    ["<!-- SECRET -->", "<script>SECRET</script>", "<template>SECRET</template>", "<textarea>SECRET</textarea>"],
)
def test_what_is_no_text_stays_out_in_silence(unread: str) -> None:
    assert text_of(f"<p>Open.</p>{unread}") == "Open."
    assert codes(f"<p>Open.</p>{unread}") == []


def test_a_rule_for_print_hides_nothing() -> None:
    head = "<style>@media print { .note { display: none } }</style>"
    assert text_of('<p class="note">Shown.</p>', head) == "Shown."


def test_what_stands_about_the_minutes_is_furniture() -> None:
    body = (
        '<header><a href="/">Harrowmere</a></header><nav><ul><li>Home</li></ul></nav>'
        '<div class="breadcrumb">Home » Minutes</div><div id="cookie-bar">We use cookies</div>'
        "<p>Minutes of a meeting at which some seventeen words of text are told by this one paragraph.</p>"
        "<footer>Contact us</footer>"
    )
    assert furniture_of(body) == ["Harrowmere", "Home", "Home » Minutes", "We use cookies", "Contact us"]
    assert text_of(body).startswith("Minutes of a meeting")


def test_what_lies_beside_the_main_part_is_furniture() -> None:
    body = "<div><div>Latest news</div><main><p>Minutes of a meeting of the council, and more.</p></main></div>"
    assert furniture_of(body) == ["Latest news"]


def test_what_holds_most_of_the_page_is_no_furniture() -> None:
    assert furniture_of('<div class="menu"><p>Minutes of the meeting.</p></div><p>End</p>') == []


@pytest.mark.parametrize(
    ("data", "words", "encoding"),
    [
        ("<html><meta charset=utf-8><p>café".encode(), "café", "utf-8"),
        ("<html><meta charset=iso-8859-1><p>£5 – café".encode("cp1252"), "£5 – café", "cp1252"),
        ("<html><meta charset=iso-8859-1><p>café".encode(), "café", "utf-8"),
        ("<html><p>café".encode("utf-16"), "café", "utf-16-le"),
        ("<?xml version='1.0' encoding='utf-8'?><html><p>café".encode(), "café", "utf-8"),
    ],
)
def test_encodings(data: bytes, words: str, encoding: str) -> None:
    extracted = extract_text(data, "page.html")
    assert words in extracted.text
    assert extracted.encoding == encoding


def test_a_page_that_declares_what_it_is_not_is_said_to() -> None:
    extracted = extract_text(b"<html><meta charset=utf-8><p>caf\xe9", "page.html")
    assert "café" in extracted.text
    assert [note.code for note in extracted.notes] == ["read_as_windows_1252"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html>" + b"<div>" * 200_000, "too_deep"),
        (b"<html>" + b"<span><ul>" * 100_000, "too_deep"),
        (b"<html><p>a\0b", "nul_characters"),
        (b"<html><p>" + b"a" * 200_000, "line_too_long"),
    ],
)
def test_what_no_page_has_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "page.html")
    assert refused.value.code == code


TAGS = st.sampled_from(
    (
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<ul>",
            "<ol>",
            "<li>",
        ),
        *(
            "<br>",
            "<h1>",
            "</h1>",
            "<del>",
            "<nav>",
            "</nav>",
            "<main>",
            "word",
            "&amp;",
            "&#0;",
            "<",
            "\n",
            "<!--",
            "-->",
        ),
    )
)


@given(st.lists(TAGS).map("".join))
def test_any_page_is_read_or_refused(body: str) -> None:
    try:
        text = extract_text(f"<html><body>{body}".encode(), "page.html").text
    except MinutesError:
        return
    assert "\0" not in text
