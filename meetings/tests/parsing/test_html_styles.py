"""What a page's style sheets hide: the cascade as browsers have it, and each way of hiding that pages use."""

from __future__ import annotations

import time

import pytest

from meetings.parsing.extract import css_media, extract_text

HIDDEN = ["hidden_text"]


def read(body: str, sheet: str = "", doctype: str = "<!DOCTYPE html>") -> tuple[str, list[str]]:
    """What is read of a page, and the codes of its notes."""
    page = f"{doctype}<html><head><style>{sheet}</style></head><body><p>Open.</p>{body}</body></html>"
    extracted = extract_text(page.encode(), "page.html")
    return extracted.text.removeprefix("Open.").strip(), [note.code for note in extracted.notes]


@pytest.mark.parametrize(
    ("sheet", "body"),
    [
        ("p { display: block } .a { display: none }", "<p class=a>SECRET</p>"),
        (".a { display: none } p { display: block }", "<p class=a>SECRET</p>"),
        ("#i { display: none } .z { display: block }", "<p id=i class=z>SECRET</p>"),
        (".a { display: none !important } .z { display: block }", "<p class='a z'>SECRET</p>"),
        (".a { display: none !important }", "<p class=a style='display: block'>SECRET</p>"),
        (".z { display: block } .a { display: none }", "<p class='a z'>SECRET</p>"),
        (".a { color: #fff } p { color: #000 }", "<p class=a>SECRET</p>"),
        ("@layer low { p.a { display: block } } .a { display: none }", "<p class=a>SECRET</p>"),
        (":where(p.a) { display: block } div > p { display: none }", "<div><p class=a>SECRET</p></div>"),
        (":root { --gone: none } .a { display: var(--gone) }", "<p class=a>SECRET</p>"),
        (".a { color: var(--none, white) }", "<p class=a>SECRET</p>"),
        (".a { background: var(--ink) } :root { --ink: black }", "<p class=a>SECRET</p>"),
    ],
)  # fmt: skip
def test_of_two_rules_the_one_that_holds_hides(sheet: str, body: str) -> None:
    text, notes = read(body, sheet)
    assert "SECRET" not in text
    assert notes == HIDDEN


@pytest.mark.parametrize(
    ("sheet", "body"),
    [
        (".a { display: none } p.a { display: block }", "<p class=a>Shown.</p>"),
        ("p.a { display: block } .a { display: none }", "<p class=a>Shown.</p>"),
        ("div p { display: none } #i { display: block }", "<div><p id=i>Shown.</p></div>"),
        (".a { display: none } .a { display: block !important }", "<p class=a>Shown.</p>"),
        (".a { display: block !important }", "<p class=a style='display: none'>Shown.</p>"),
        (".a { color: #fff } .b { color: #000 }", "<p class='a b'>Shown.</p>"),
        ("@layer low { p.a { display: none } } .a { display: block }", "<p class=a>Shown.</p>"),
        (".a { display: nonesuch } .a { font-weight: normal }", "<p class=a>Shown.</p>"),
        (".A { display: none }", "<p class=a>Shown.</p>"),
        (":root { --ink: black; --paper: white } .a { background: var(--ink); color: var(--paper) }",
         "<p class=a>Shown.</p>"),
    ],
)  # fmt: skip
def test_of_two_rules_the_one_that_holds_shows(sheet: str, body: str) -> None:
    assert read(body, sheet) == ("Shown.", [])


@pytest.mark.parametrize(
    ("selector", "body"),
    [
        ("[data-x]", "<p data-x=1>SECRET</p>"),
        ("p[data-x='draft' i]", "<p data-x=Draft>SECRET</p>"),
        ("[class^=priv], .nothing", "<p class=private>SECRET</p>"),
        ("[class*=vat]", "<p class=private>SECRET</p>"),
        ("[lang|=en]", "<p lang=en-GB>SECRET</p>"),
        (".s *", "<div class=s><p>SECRET</p></div>"),
        (".a + .b", "<p class=a>Shown.</p><!-- and --><p class=b>SECRET</p>"),
        (".a ~ p.c", "<p class=a>Shown.</p><p>Shown.</p><p class=c>SECRET</p>"),
        (".q p:nth-child(2n)", "<div class=q><p>Shown.</p><p>SECRET</p></div>"),
        (".q p:nth-last-of-type(1)", "<div class=q><p>Shown.</p><p>SECRET</p><div></div></div>"),
        (".q :last-child", "<div class=q><p>Shown.</p><p>SECRET</p></div>"),
        (".b:not(.c)", "<p class=b>SECRET</p>"),
        (".b:not(.c, [lang])", "<p class=b>SECRET</p>"),
        ("div:has(> .mark)", "<div><p class=mark></p><p>SECRET</p></div>"),
        ("p:is(.a, .b)", "<p class=b>SECRET</p>"),
        (":lang(en) .b", "<div lang=en><p class=b>SECRET</p></div>"),
        (".b:not(:hover)", "<p class=b>SECRET</p>"),
        ("/* a */ .b /* b */", "<p class=b>SECRET</p>"),
        (r".d\:b", "<p class='d:b'>SECRET</p>"),
        ("body > p.b:not(:first-child)", "<p class=b>SECRET</p>"),
    ],
)
def test_selectors(selector: str, body: str) -> None:
    text, notes = read(body, f"{selector} {{ display: none }}")
    assert text == "Shown.\n\nShown." if body.count("Shown") == 2 else text in ("", "Shown.")
    assert notes == HIDDEN


@pytest.mark.parametrize(
    "selector",
    [
        "p:hover",
        "p::before",
        "p::-webkit-scrollbar:horizontal",
        ".b:not(.a, .c)",
        "p:first-letter",
        ".a:not(.b)",
        "td > .b",
        ".a .b",
        "[data-x]",
        ".b:nth-child(3)",
        "li",
    ],
)
def test_selectors_that_mean_something_else(selector: str) -> None:
    assert read("<p class='a b'>Shown.</p>", f"{selector} {{ display: none }}") == ("Shown.", [])


@pytest.mark.parametrize(
    "sheet",
    [
        "@media screen { RULE }",
        "@media all { RULE }",
        "@media (min-width: 1px) { RULE }",
        "@media only screen and (max-width: 5000px) { RULE }",
        "@media (400px <= width <= 3000px) { RULE }",
        "@media print, screen { RULE }",
        "@media not print { RULE }",
        "@media screen { @media (min-width: 40em) { RULE } }",
        "@supports (display: grid) { RULE }",
        "@layer base { RULE }",
        "@charset 'utf-8'; RULE",
        "@import url(other.css); RULE",
        "@layer one, two; RULE",
        "@font-face { font-family: x } RULE",
        "@page { margin: 2cm } RULE",
        "<!-- RULE -->",
        ".broken { ;;: } RULE",
        "RULE",
    ],
)
def test_a_rule_holds_wherever_it_stands(sheet: str) -> None:
    text, notes = read("<p class=b>SECRET</p>", sheet.replace("RULE", ".b { display: none }"))
    assert (text, notes) == ("", HIDDEN)


def test_rules_within_rules() -> None:
    sheet = ".a { color: red; & > .b { display: none } .c { display: none } @media screen { visibility: hidden } }"
    assert read("<div class=a><p class=b>SECRET</p></div>", sheet) == ("", HIDDEN)
    assert read("<div class=a><p class=c>SECRET</p></div>", sheet) == ("", HIDDEN)
    assert read("<div class=a>SECRET</div>", sheet) == ("", HIDDEN)
    assert read("<p class=c>Shown.</p>", sheet) == ("Shown.", [])
    assert read("<p class=a>SECRET</p>", ".a { display: block; @media screen { display: none } }") == ("", HIDDEN)
    assert read("<p class=a>Shown.</p>", ".a { & { display: none } display: block }") == ("Shown.", [])


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("", True),
        ("screen", True),
        ("print", False),
        ("not screen", False),
        ("(max-width: 600px)", False),
        ("(min-width: 48em) and (max-width: 200em)", True),
        ("screen and (min-width: 5000px)", False),
        ("(width >= 600px)", True),
        ("(300px < width < 600px)", False),
        ("(prefers-color-scheme: dark)", False),
        ("(orientation: landscape)", True),
        ("(some-news: yes)", None),
        ("(some-news: yes) and print", None),
        ("print and (some-news: yes)", False),
        ("(some-news: yes), screen", True),
        ("(", None),
    ],
)
def test_conditions(condition: str, holds: bool | None) -> None:
    assert css_media.holds(condition) is holds


def test_a_sheet_for_printing_is_none_for_the_screen() -> None:
    rule = "p { display: none }"
    head = (
        f"<style media=print>{rule}</style><style type=text/x>{rule}</style><noscript><style>{rule}</style></noscript>"
    )
    assert read(f"{head}<p>Shown.</p>") == ("Shown.", [])


@pytest.mark.parametrize(
    "style",
    [
        "display:none", "DISPLAY : NONE", "display:/**/none", "d\\69splay:none",
        "background:url(data:a;b);display:none",
        "visibility:hidden", "visibility:collapse", "content-visibility:hidden",
        "opacity:0", "opacity:.0", "opacity:0.01", "opacity:0%", "filter:opacity(0)",
        "height:0;overflow:hidden", "max-height:0;overflow:hidden", "width:1px;overflow:hidden",
        "position:absolute;clip:rect(0 0 0 0)", "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
        "clip-path:inset(100%)", "clip-path:inset(50% 0)", "clip-path:circle(0)", "clip-path:polygon(0 0, 0 0, 0 0)",
        "transform:scale(0)", "transform:translateX(1px) scaleY(0)", "scale:0", "transform:matrix(0,0,0,0,0,0)",
        "transform:rotateX(90deg)",
        "margin-left:-9999px", "margin:0 0 0 -9999px", "margin-top:-9999px", "position:relative;left:-9999px",
        "position:absolute;right:-9999px", "position:absolute;left:-200vw", "position:absolute;left:-100%",
        "position:absolute;left:-100em",
        "position:absolute;left:9999px", "position:fixed;top:-1000px", "position:fixed;inset:-9999px auto auto 0",
        "position:absolute;left:calc(0px - 9999px)", "transform:translateX(-9999px)", "translate:-9999px 0",
        "text-indent:-9999px", "text-indent:100%;white-space:nowrap;overflow:hidden",
        "font-size:0", "font-size:.01em", "font-size:1px", "font-size:2pt", "font:0/0 a", "font:bold 1px Arial",
        "color:#fff", "color:WHITE", "color:#fefefe", "color:#F7F7F7", "color:rgb(255 255 255)", "color:hsl(0,0%,100%)",
        "color:rgb(255, 255, 255)", "color:rgba(0,0,0,0)", "color:#00000000", "color:transparent",
        "color:#fff !important",
        "color:rgba(0,0,0,.02)", "-webkit-text-fill-color:transparent", "background:#000;color:#000",
        "background-color:#000", "background:red;color:#fe0101", "background:rgba(0,0,0,.5);color:#808080",
    ],
)  # fmt: skip
def test_declarations_that_hide(style: str) -> None:
    assert read(f'<p style="{style}">SECRET</p>') == ("", HIDDEN)


@pytest.mark.parametrize(
    "style",
    [
        "display:block", "visibility:visible", "opacity:.5", "height:0", "height:200px;overflow:hidden",
        "clip:rect(0 0 0 0)", "clip-path:inset(10%)", "clip-path:inset(5px round 4px)", "transform:scale(1)",
        "transform:none", "margin-left:-36pt", "left:-9999px", "position:relative;left:-40px",
        "position:absolute;left:-50%",
        "position:absolute;right:100%", "margin:0 -9999px;padding:0 9999px", "text-indent:-1000px;margin-left:1000px",
        "position:absolute;top:20000px", "font-size:6pt", "font-size:smaller", "font:italic .8em/1.2 Arial",
        "font-size:small", "font-size:nonsense", "color:#ddd", "color:yellow", "color:#000", "color:inherit",
        "color:windowtext",
        "color:#fff;background:#333", "color:#fff;background:url(sky.png)",
        "background:linear-gradient(#000,#000);color:#fff",
        "color:white;background:#036 url(sky.png) no-repeat", "background:none", "background:rgba(0,0,0,.1)",
        "position:absolute;left:0;right:-9999px", "color:initial", "color:rgba(0,0,0,.8)", "filter:opacity(50%)",
        "filter:blur(1px)",
    ],
)  # fmt: skip
def test_declarations_that_do_not_hide(style: str) -> None:
    assert read(f'<p style="{style}">Shown.</p>') == ("Shown.", [])


@pytest.mark.parametrize(
    "invalid",
    [
        "display:nonsense", "display:none none", "visibility:no", "opacity:x", "color:nonsense", "color:#12345",
        "font-size:red", "font-size:-1px", "font:bad", "left:red", "position:away", "clip-path:none(0)",
        "color:red blue",
        "background:nonsense", "background:#12", "color:var(--none)",
    ],
)  # fmt: skip
def test_a_declaration_that_browsers_do_not_take_is_none(invalid: str) -> None:
    name = invalid.partition(":")[0]
    hiding = {
        "display": "display:none", "visibility": "visibility:hidden", "opacity": "opacity:0", "color": "color:#fff",
        "font-size": "font-size:0", "font": "font-size:0", "left": "position:absolute;left:-9999px",
        "position": "position:absolute;left:-9999px", "clip-path": "clip-path:inset(50%)",
        "background": "background:#000",
    }[name]  # fmt: skip
    if "var(" not in invalid:
        assert read(f'<p style="{hiding};{invalid}">SECRET</p>') == ("", HIDDEN)
    assert read(f'<p style="{invalid}">Shown.</p>') == ("Shown.", [])


@pytest.mark.parametrize(
    "body",
    [
        "<font color=ffffff>SECRET</font>",
        "<font color='#FFFFFF'>SECRET</font>",
        "<table><tr><td bgcolor=black>SECRET</td></tr></table>",
        "<p><mark style='color: yellow'>SECRET</mark></p>",
    ],
)
def test_attributes_that_hide(body: str) -> None:
    assert read(body) == ("", HIDDEN)


@pytest.mark.parametrize(
    "body",
    [
        '<div style="color:#fff"><p style="color:#000">Shown.</p></div>',
        '<div style="visibility:hidden">SECRET<p style="visibility:visible">Shown.</p>SECRET</div>',
        '<div style="color:white">SECRET <b style="font-weight:normal;background:#000">Shown.</b> SECRET</div>',
        '<div style="font-size:0">SECRET<p style="font-size:12px">Shown.</p></div>',
        '<div style="text-indent:-9999px">SECRET<p style="text-indent:0">Shown.</p></div>',
        '<div style="position:absolute;left:-9999px">SECRET<p style="position:relative;left:9999px">Shown.</p></div>',
        '<table style="color:white"><tr><td>SECRET</td><td style="color:navy">Shown.</td></tr></table>',
        '<p style="color:white">SECRET <a href="/trees">Shown.</a></p>',
    ],
)
def test_what_is_seen_within_what_is_not(body: str) -> None:
    text, notes = read(body)
    assert "Shown." in text
    assert "SECRET" not in text
    assert notes == ([] if "SECRET" not in body else HIDDEN)


def test_what_stays_hidden_whatever_is_in_it() -> None:
    for style in ("display:none", "opacity:0", "height:0;overflow:hidden"):
        assert read(f'<div style="{style}"><p style="display:block;opacity:1">SECRET</p></div>') == ("", HIDDEN)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td style='max-width:0;overflow:hidden'>Shown.</td></tr></table>",
        "<p><span style='width:1px;overflow:hidden'>Shown.</span></p>",
    ],
)
def test_what_is_as_large_as_its_words(body: str) -> None:
    assert read(body) == ("Shown.", [])
    assert read(f"<p><span style='display:block;height:0;overflow:hidden'>SECRET</span></p>{body}") == (
        "Shown.",
        HIDDEN,
    )


def test_letters_in_a_size_of_those_around() -> None:
    assert read('<div style="font-size:10%"><p style="font-size:80%">SECRET</p></div>') == ("", HIDDEN)
    assert read('<div style="font-size:10%"><p style="font-size:2rem">Shown.</p></div>') == ("Shown.", [])


def test_classes_are_read_as_the_page_declares_its_type() -> None:
    sheet, body = ".secret { display: none }", "<p class=SECRET>Words.</p>"
    assert read(body, sheet) == ("Words.", [])
    assert read(body, sheet, doctype="") == ("", HIDDEN)


@pytest.mark.parametrize(
    "sheet",
    [
        ".b:is(.c .d, .b) { display: none }",
        ".b:news { visibility: hidden }",
        "@media (some-news: yes) { .b { color: #fff } }",
        "@container (width > 1px) { .b { font-size: 0 } }",
        f"{'.b ' * 200} {{ display: none }}",
        ".b { " * 12 + "display: none" + "}" * 12,
    ],
)
def test_a_rule_that_may_hide_and_is_not_understood_is_said(sheet: str) -> None:
    assert read("<p class=b>Words.</p>", sheet) == ("Words.", ["may_hide_text"])


@pytest.mark.parametrize(
    "sheet",
    [".b:news { color: red }", ".elsewhere:news { display: none }", "@media (some-news: yes) { .x { display: none } }"],
)
def test_a_rule_that_hides_nothing_is_not_said(sheet: str) -> None:
    assert read("<p class=b>Words.</p>", sheet) == ("Words.", [])


@pytest.mark.parametrize(
    "page",
    [
        "<style>" + "".join(f".c{n} {{ display: none }}" for n in range(100_000)) + "</style><p class=c5>a<p>Words",
        "<style>" + "".join(f"p.c{n} .b {{ color: red }}" for n in range(2_000)) + "</style>"
        + "<p class=b>Words" * 2_000,
        "<style>" + "p ~ p:nth-child(odd) { color: red }" * 2_000 + "</style>" + "<p>Words" * 2_000,
        "<style>" + "".join(f"p ~ p:nth-child({n}n) {{ color: red }}" for n in range(5_000)) + "</style>"
        + "<p>Words" * 2_000,
        "<style>" + "div " * 300 + "p { display: none } " + "div " * 30 + "p { color: red }</style>"
        + "<div>" * 150 + "<p>Words" * 500,
        "<style>" + ".a" * 30_000 + " { display: none }</style><p>Words",
        "<style>" + ".a { " * 30_000 + "</style><p>Words",
        "<style>" + ",".join(f".a{n}" for n in range(300)) + " { " + "&, b { " * 10 + "</style><p>Words",
        "<style>p { color: " + "(" * 30_000 + "</style><p>Words",
        "<style>p { color: " + "rgb(" * 30_000 + "</style><p>Words",
        "<style>p" + "[" * 30_000 + "{ color: red }</style><p>Words",
        "<style>" + "@media (" * 20_000 + "</style><p>Words",
        "<style>@media " + "(min-width:1px) and " * 50_000 + "all { }</style><p>Words",
        "<style>@media " + "screen," * 50_000 + "all { }</style><p>Words",
        "<style>p { " + "color: red;" * 30_000 + "}</style><p>Words",
        "<style>p { " + "a:" * 50_000 + "}</style><p>Words",
        "<style>p { " + "a b " * 50_000 + "}</style><p>Words",
        "<style>" + "a b;" * 20_000 + "</style><p>Words",
        "<style>" + "url(" * 20_000 + "</style><p>Words",
        "<style>:root { --a: var(--b) var(--b); --b: var(--a) var(--a) } p { color: var(--a) }</style>"
        + "<p>Words" * 2_000,
        "<style>" + "".join(f":root {{ --v{n}: var(--v{n + 1}) }}" for n in range(2_000)) + "</style>"
        + "<p>Words" * 2_000,
        "".join(f'<p style="color: #{n:06x}; left: {n}px">Words' for n in range(5_000)),
        "<p style='" + "color:red;" * 30_000 + "'>Words",
        "<style>" + " " * 3_000_000 + "</style><p>Words",
    ],
)  # fmt: skip
def test_great_sheets_take_little_time(page: str) -> None:
    started = time.process_time()
    assert "Words" in extract_text(f"<!DOCTYPE html><html>{page}".encode(), "page.html").text
    assert time.process_time() - started < 20
