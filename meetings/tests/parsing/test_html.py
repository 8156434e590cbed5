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
        ("<p><b>One</b>\n<b>line</b></p>", "**One line**"),
        ("<p>Cllr Marsh&#146;s fee &#150; &#163;5</p>", "Cllr Marsh’s fee – £5"),
        ("<p>She said <q>no</q>.</p>", "She said “no”."),
        ("<pre>Present:  Cllr Marsh\n\n1.  Trees\nOne fell.</pre>", "Present:  Cllr Marsh\n\n1.  Trees\nOne fell."),
        ("<dl><dt>Present:</dt><dd>Cllr Marsh</dd></dl>", "Present:\n\nCllr Marsh"),
        ('<ol type="i"><li>Oak<ol style="list-style-type: lower-alpha"><li>Elm</ol><li>Ash</ol>',
         "i.~ Oak\n\na.~ Elm\n\nii.~ Ash"),
        ("<ol><li>Oak</ol><p>Felled.</p><ol><li>Elm</ol>", "1.~ Oak\n\nFelled.\n\n1.~ Elm"),
        ("<ol style='list-style: none'><li>Oak</ol>", "Oak"),
        ('<p>4.<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp; </span>Trees</p>', "4.~ Trees"),
        ('<p><span style="mso-list:Ignore">o<span>&nbsp;</span></span>Oak</p>', "•~ Oak"),
        ("<table><tr><td rowspan=2>Oak</td><td>1</td></tr><tr><td>2</td></tr></table>", "Oak | 1\n|  | 2 |"),
        ("<table><tr><td>4.</td><td><p>Trees</p><p>One fell.</p></td></tr></table>", "4.  Trees\n\nOne fell."),
        ("<table><tr><th>No.</th><th>Item</th></tr><tr><td>4.</td><td><h3>Trees</h3><p>Fell.</p></td></tr>"
         "<tr><td>5.</td><td><h3>Roofs</h3><p>Leak.</p></td></tr></table>",
         "No. Item\n\n### 4.  Trees\n\nFell.\n\n### 5.  Roofs\n\nLeak."),
        ("<table><tr><td><table><tr><td>One</td></tr></table></td></tr></table>", "One"),
        ("<noscript>Switch it on</noscript><select><option>Go</select><iframe>Frame</iframe><p>Open.", "Open."),
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
        '<div class="private"><b class="draft">SECRET</b></div>',
        '<p class="on-screen">SECRET</p>',
        '<span style="opacity: 0.0">SECRET</span>',
        '<span style="position:absolute; left:-9999px">SECRET</span>',
        '<span style="text-indent:-5000px">SECRET</span>',
        '<span style="color: #FFF">SECRET</span>',
        '<font color="white">SECRET</font>',
        '<table><tr style="display:none"><td>SECRET</td></tr></table>',
        "<table><tr><td>Open</td><td hidden>SECRET</td></tr></table>",
        '<p class="d-none">SECRET</p>',
        '<div style="mso-element:comment"><p>SECRET</p></div>',
        '<p class="MsoCommentText">SECRET</p>',
    ],
)
def test_what_is_hidden_stays_out_and_is_said(hidden: str) -> None:
    head = (
        "<head><style><!-- .later, .other { display: none; } /* as yet */ @media screen { .on-screen { display:none } }"
        " div.private > .draft { visibility: hidden } --></style></head>"
    )
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


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("@media print { .note { display: none } }", '<p class="note">Shown.</p>'),
        ("@media (max-width: 600px) { .note { display: none } }", '<p class="note">Shown.</p>'),
        (".note:hover { display: none }", '<p class="note">Shown.</p>'),
        ("td > .note { display: none }", '<p class="note">Shown.</p>'),
        (".note { display: none } .note { display: block }", '<p class="note">Shown.</p>'),
        (".note { display: none }", '<p class="note" style="display: block">Shown.</p>'),
        ("", '<div style="background: navy"><p style="color: white">Shown.</p></div>'),
        ("", '<div style="font-size: 0"><p style="font-size: 12px">Shown.</p></div>'),
        ("", '<p class="d-none d-md-block">Shown.</p>'),
    ],
)
def test_what_is_not_hidden_is_shown(rule: str, shown: str) -> None:
    assert text_of(shown, f"<style>{rule}</style>") == "Shown."
    assert codes(shown, f"<head><style>{rule}</style></head>") == []


def test_bold_and_hidden_by_the_names_that_word_processors_give() -> None:
    sheet = "<style>.c1 { font-weight: 700 } .c2 { font-weight: 400 } p.lead { font: bold 12pt Arial }</style>"
    assert text_of('<p><span class="c1">1. Trees</span> fell.</p>', sheet) == "**1. Trees** fell."
    assert text_of('<h3><span class="c2">Trees</span></h3><p class="lead">Roofs</p>', sheet) == "### Trees\n\n**Roofs**"


def test_numbers_that_a_sheet_draws() -> None:
    sheet = (
        '<style>ol.k-0 { list-style-type: none } .k-0>li:before { content: "" counter(k-0,decimal) ". " }'
        '.k-1 > li:before { content: "(" counter(k-1, lower-latin) ") " }</style>'
    )
    body = '<ol class="k-0" start="4"><li>Trees</li></ol><ol class="k-1 start"><li>Oak</li><li>Elm</li></ol>'
    assert text_of(body, sheet) == "4.~ Trees\n\n(a)~ Oak\n\n(b)~ Elm"


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


@pytest.mark.parametrize(
    "about",
    [
        "<ul><li><a>About us</a></li><li><a>Your council</a></li><li><a>Contact</a></li></ul>",
        "<div><a>Home</a> | <a>News</a> | <a>Clubs</a></div>",
        "<table><tr><td><a>Home</a><br><a>News</a><br><a>Clubs</a></td><td>The pond was low.</td></tr></table>",
        '<ul><li><a href="a.pdf">Agenda PDF 62 KB</a></li></ul>',
        '<div class="mgMenu"><p>Latest news</p></div>',
        '<span class="sr-only">opens in a new window</span>',
        '<form action="/find">Find <input type="text"></form>',
        "<p>Back to top</p>",
        "<dialog>We use cookies</dialog>",
        '<div title="header"><p>Harrowmere</p></div>',
    ],
)
def test_menus_and_what_a_page_says_of_itself_are_furniture(about: str) -> None:
    words = "<p>Minutes of a meeting at which some seventeen words of text are told by this one paragraph.</p>"
    assert furniture_of(words + about + words)
    assert text_of(words + about + words).count("Minutes of a meeting") == 2


@pytest.mark.parametrize(
    "text",
    [
        '<div class="elementor-widget">The pond was low.</div>',
        "<ul><li><a>24/0012/FUL, Mill Lane</a></li><li><a>24/0013/HSE, The Quay</a></li></ul>",
        '<table><tr><td class="comments">None</td><td>1</td></tr></table>',
        '<div class="no-sidebar">The pond was low.</div>',
        "<form><p>" + "The pond was low and the grass was high. " * 6 + "</p><input></form>",
        "<p>The page of the accounts for May was signed.</p>",
    ],
)
def test_what_is_called_so_and_is_none_stays(text: str) -> None:
    article = "<article><p>" + "The council met. " * 60 + "</p>" + text + "</article>"
    assert furniture_of(article) == []


def test_what_stands_below_the_text_is_furniture() -> None:
    words = "<p>" + "The council met. " * 20 + "</p>"
    body = f"<main><div><article><h1>Minutes</h1>{words}</article><div>More of the village</div></div></main>"
    assert furniture_of(body) == ["More of the village"]
    assert furniture_of(f"{words}<p>© Harrowmere 2024</p><p>Last updated: 3 May 2024</p>") == [
        "© Harrowmere 2024",
        "Last updated: 3 May 2024",
    ]


def test_what_holds_most_of_the_page_is_no_furniture() -> None:
    assert furniture_of('<div class="menu"><p>Minutes of the meeting.</p></div><p>End</p>') == []


@pytest.mark.parametrize(
    ("data", "words", "encoding"),
    [
        ("<html><meta charset=utf-8><p>café".encode(), "café", "utf-8"),
        ("<html><meta charset=iso-8859-1><p>£5 – café".encode("cp1252"), "£5 – café", "cp1252"),
        ("<html><meta charset=iso-8859-1><p>café".encode(), "café", "utf-8"),
        ("<html><p>café".encode("utf-16"), "café", "utf-16-le"),
        ("<html><meta charset=windows-1250><p>Dvořák".encode("cp1250"), "Dvořák", "windows-1250"),
        (b"<!-- saved --><!-- again --><head><meta charset=utf-7></head><p>caf\xe9", "café", "cp1252"),
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
        (("<html>" + "<div>" * 2000).encode("utf-16"), "too_deep"),
        (b"<html>" + b"<font>" * 5_000 + b"a", "too_deep"),
        (b"<html><p>a\0b", "nul_characters"),
        (b"<html><body><p></p></body>", "empty_file"),
        (b"<html><p>" + b"a" * 200_000, "line_too_long"),
    ],
)
def test_what_no_page_has_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "page.html")
    assert refused.value.code == code


@pytest.mark.parametrize(
    "page",
    [
        "<p title='" + "a" * 2_000_000 + "'>Words",
        "<style>" + "{" * 200_000 + "</style>Words",
        "<style>" + "/*" * 200_000 + "</style>Words",
        "<style>" + ".a .b .c { color: red }" * 10_000 + "</style>" + "<p class=c>Words" * 2_000,
        "<p>Words</p>" + "<br>" * 20_000,
        "<p>Words" + "<!--" * 100_000,
    ],
)
def test_great_pages_take_no_time(page: str) -> None:
    assert "Words" in extract_text(f"<html>{page}".encode(), "page.html").text


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


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="social-housing">Social housing</h2><p>The homes were let.</p>',
        '<h2 id="search-and-rescue">Search and rescue</h2><p>The boat was launched.</p>',
        '<h2 id="comments">Comments</h2><p>There were none.</p>',
        '<section id="comments"><h2>Comments</h2><p>There were none.</p></section>',
        '<section id="comments-from-the-public"><h2>Comments from the public</h2><p>There were none.</p></section>',
        '<p id="share-of-costs">The share of costs was agreed.</p>',
        '<div class="related-items"><h3>Related matters</h3><p>There were none.</p></div>',
        '<div class="banner"><h1>Minutes of the meeting</h1></div>',
        "<p>No comment</p>",
        "<p>No comments</p>",
        "<p>Published on the website were the notes of the meeting.</p>",
    ],
)
def test_what_is_named_after_its_own_words_is_no_furniture(heading: str) -> None:
    about = "".join(f"<p>Words about matter {n} of the evening.</p>" for n in range(12))
    assert furniture_of(f"<h2>1. Roads</h2>{about}{heading}<p>Agreed.</p>{about}") == []
