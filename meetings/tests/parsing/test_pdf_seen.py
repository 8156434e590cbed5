"""PDFs: what nobody sees on the page is left out and told; what cannot be read is refused with its reason."""

from __future__ import annotations

import zlib

import pytest

from meetings.parsing import ExtractedText, ExtractError, extract_text
from meetings.tests.parsing.pdf_documents import (
    LEFT,
    PICTURE,
    TOP,
    at,
    block,
    extracted,
    page,
    pdf,
    picture_of,
    stream_object,
    written,
)

OPEN = "The meeting opened at 6.30 pm."
SECRET = "The tender of Mill and Sons is the lowest."


def notes(text: ExtractedText) -> list[str]:
    return [note.code for note in text.notes]


def layered(document: bytes) -> bytes:
    """The document with two layers, /On and /Off, of which the second is not shown."""
    layers = b"/OCProperties << /OCGs [90 0 R 91 0 R] /D << /Order [90 0 R 91 0 R] /OFF [91 0 R] >> >>"
    document = document.replace(b"<< /Type /Catalog", b"<< /Type /Catalog " + layers)
    document = document.replace(b"/Resources << ", b"/Resources << /Properties << /On 90 0 R /Off 91 0 R >> ")
    objects = b"".join(b"%d 0 obj << /Type /OCG /Name (%d) >> endobj\n" % (number, number) for number in (90, 91))
    start = document.index(b"xref")
    return document[:start] + objects + document[start:]


@pytest.mark.parametrize(
    "drawn",
    [
        at(LEFT, 600, SECRET, before="3 Tr"),
        at(LEFT, 600, SECRET, before="1 1 1 rg"),
        at(LEFT, 600, SECRET, before="0 0 0 0 k"),
        at(700, 600, SECRET),
        at(LEFT, 900, SECRET),
        at(LEFT, 600, SECRET) + b" q 0 0 0 rg 60 590 400 30 re f Q",
        at(LEFT, 600, SECRET) + b" q 1 1 1 rg 60 590 400 30 re f Q",
        at(LEFT, 600, SECRET) + b" q 18 w 60 604 m 460 604 l S Q",
        at(LEFT, 600, SECRET) + b" q 0 g 60 590 m 460 590 l 460 605 l 460 620 l 260 620 l 60 620 l 60 600 l f Q",
        at(LEFT, 600, SECRET, before="0.97 0.97 0.97 rg"),
        at(LEFT, 600, SECRET, before="7 Tr"),
        at(LEFT, 600, SECRET, size=0.3),
        b"q 0 0 20 20 re W n " + at(LEFT, 600, SECRET) + b" Q",
        b"q 1 0 0 1 0 -50 cm 0 0 20 20 re W n " + at(LEFT, 650, SECRET) + b" Q",
        b"q 0 g 60 590 400 30 re f Q " + at(LEFT, 600, SECRET),
        b"q 0 0 0.5 rg 60 590 400 30 re f Q " + at(LEFT, 600, SECRET, before="0 0 0.51 rg"),
        b"/OC /Off BDC " + at(LEFT, 600, SECRET) + b" EMC",
    ],
    ids=[
        *("not printed", "white", "white ink", "right of the page", "above the page", "blacked out", "whited out"),
        *("a broad line", "a shape of many corners", "nearly white", "only clipping", "too small"),
        *("cut off", "cut off, moved", "black on black", "blue on blue", "on a layer that is switched off"),
    ],
)
def test_what_nobody_sees_is_left_out_and_told(drawn: bytes) -> None:
    text = extract_text(layered(pdf([*page(OPEN), drawn])), "minutes.pdf")
    assert text.text == OPEN
    assert notes(text) == ["hidden_text"]


@pytest.mark.parametrize(
    "drawn",
    [
        b"q 0 0 0.5 rg 60 590 400 30 re f Q " + at(LEFT, 600, SECRET, before="1 1 1 rg"),
        b"q 0.9 0.9 0.9 rg 60 590 400 30 re f Q " + at(LEFT, 600, SECRET),
        at(LEFT, 600, SECRET) + b" q 60 590 400 30 re S Q",
        at(LEFT, 600, SECRET) + b" q 0 0 20 20 re W n 0 0 0 rg 60 590 400 30 re f Q",
        at(LEFT, 600, SECRET, before="2 Tr"),
        b"q 18 w 0.9 g 0.9 G 60 604 m 460 604 l S Q " + at(LEFT, 600, SECRET),
        at(LEFT, 600, SECRET) + b" q 6 w 60 580 m 460 580 l S Q",
        b"q 60 590 400 30 re W n " + at(LEFT, 600, SECRET) + b" Q",
        b"q 1 g 0 0 595 842 re f 0 0 0.5 rg 60 590 m 460 590 l 460 605 l 460 620 l 260 620 l 60 620 l 60 600 l f Q "
        + at(LEFT, 600, SECRET, before="1 1 1 rg"),
        b"/OC /On BDC " + at(LEFT, 600, SECRET) + b" EMC",
    ],
    ids=[
        *("white on blue", "shaded", "framed", "covered outside its window", "outlined"),
        *("on a broad line", "above a broad line", "in its window", "white on a blue shape"),
        "on a layer that is shown",
    ],
)
def test_what_is_seen_is_read(drawn: bytes) -> None:
    text = extract_text(layered(pdf([*page(OPEN), drawn])), "minutes.pdf")
    assert SECRET in text.text
    assert notes(text) == []


def test_words_written_over_a_page_are_told() -> None:
    mark = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [72 500 300 520] /Contents (Subject to approval) >>]"
    text = extracted(page(OPEN), more=mark)
    assert text.text == OPEN
    [note] = text.notes
    assert (note.code, note.message) == (
        "remark_on_page",
        "“Subject to approval” was written over page 1, and was not read.",
    )


# --- Text over, or below, the picture of a page -------------------------------------------------------------------
def over_picture(shown: list[bytes], *drawn: bytes, before: bool = False) -> ExtractedText:
    """The text of a page on which something is drawn over the picture of what is ``shown``, or before it."""
    content = [*drawn, PICTURE] if before else [PICTURE, *drawn]
    return extract_text(pdf(content, pictures=[picture_of(pdf(shown))]), "minutes.pdf")


@pytest.mark.parametrize("before", [False, True], ids=["over it", "below it"])
@pytest.mark.parametrize("mode", ["3 Tr", "0 Tr"])
def test_what_was_recognised_in_the_picture_of_a_page_is_read(mode: str, before: bool) -> None:
    text = over_picture(page(OPEN), at(LEFT, TOP, OPEN, before=mode), before=before)
    assert text.text == OPEN
    assert notes(text) == (["recognised_text"] if mode == "3 Tr" else [])


def test_what_was_recognised_is_read_beside_what_is_printed_on_the_picture() -> None:
    stamp = at(LEFT, 30, "Received at the office")
    text = over_picture(page(OPEN), at(LEFT, TOP, OPEN, before="3 Tr"), stamp)
    assert text.text == f"{OPEN}\n\nReceived at the office"
    assert notes(text) == ["recognised_text"]


@pytest.mark.parametrize(
    "shown",
    [[], [b"q 0 g 60 590 400 30 re f Q"], [b"q 0.7 g 0 0 595 842 re f Q"]],
    ids=["bare paper", "a black bar", "a ground"],
)
@pytest.mark.parametrize("before", [False, True], ids=["over it", "below it"])
def test_words_that_the_picture_does_not_show_are_hidden(shown: list[bytes], before: bool) -> None:
    secret = at(LEFT, 600, SECRET, before="3 Tr")
    text = over_picture([*shown, *page(OPEN)], at(LEFT, TOP, OPEN), secret, before=before)
    assert "tender" not in text.text
    assert "hidden_text" in notes(text)


def test_words_that_are_not_printed_where_no_picture_is_are_hidden() -> None:
    assert refusal(pdf([at(LEFT, TOP, SECRET, before="3 Tr")])) == "scanned"


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_scan_that_is_turned_for_the_screen(turned: int) -> None:
    upright = pdf([at(LEFT, TOP, OPEN, before="3 Tr"), PICTURE], pictures=[picture_of(pdf(page(OPEN)))])
    turned_page = upright.replace(b"/Parent", f"/Rotate {turned} /Parent".encode())
    text = extract_text(turned_page, "minutes.pdf")
    assert (text.text, notes(text)) == (OPEN, ["recognised_text"])


def test_a_page_that_is_cropped() -> None:
    text = extracted([*page(OPEN), at(LEFT, 300, SECRET)], more="/CropBox [0 400 595 842]")
    assert (text.text, notes(text)) == (OPEN, ["hidden_text"])


# --- What cannot be read ------------------------------------------------------------------------------------------
def refusal(data: bytes) -> str:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "minutes.pdf")
    assert refused.value.message.endswith(".")
    return refused.value.code


def test_a_file_with_a_password() -> None:
    assert refusal(pdf(page(OPEN), encrypt=True)) == "encrypted"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(range(256)) * 20, b"%PDF-1.4\ntrailer <<>>"])
def test_a_file_that_is_damaged(data: bytes) -> None:
    assert refusal(data) == "damaged_document"


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes_or_refused() -> None:
    whole = pdf(page(OPEN), page(SECRET))
    refused = set()
    for length in range(len(whole) - 20, 200, -97):
        try:
            assert OPEN in extract_text(whole[:length], "minutes.pdf").text
        except ExtractError as error:
            refused.add(error.code)
    assert refused <= {"damaged_document", "scanned"}


def test_a_file_without_text() -> None:
    assert refusal(pdf([b"q 100 0 0 100 72 600 cm 0 0 1 rg 0 0 1 1 re f Q"])) == "scanned"


def test_too_many_pages() -> None:
    assert refusal(pdf(*([] for _ in range(501)))) == "too_many_pages"


def test_a_tree_of_pages_that_goes_round() -> None:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    loop = b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>"
    assert refusal(written([catalogue, loop])) in ("damaged_document", "scanned")


def test_a_page_of_a_million_points() -> None:
    text = extracted([at(LEFT, 999_000, OPEN)], box="0 0 1000000 1000000")
    assert text.text == OPEN


def test_a_form_that_draws_itself() -> None:
    drawn = stream_object(b"/X Do " + at(LEFT, TOP, OPEN), "/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> /Font << /F1 6 0 R >> >> >>",
        stream_object(b"/X Do"),
        drawn.replace(b"/BBox", b"/Resources << /XObject << /X 5 0 R >> /Font << /F1 6 0 R >> >> /BBox"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    assert OPEN in extract_text(written(objects), "minutes.pdf").text


def test_compressed_pages() -> None:
    assert extract_text(pdf(page(OPEN), compress=True), "minutes.pdf").text == OPEN


def test_a_page_s_stream_that_is_damaged_costs_no_other_page() -> None:
    whole = pdf(page(OPEN), page(SECRET), compress=True)
    packed = zlib.compress(b"\n".join(page(OPEN)))
    assert SECRET in extract_text(whole.replace(packed[10:40], bytes(30)), "minutes.pdf").text


def test_thousands_of_lines_and_rules() -> None:
    drawn = [f"{x} 100 m {x} 700 l S {60} {x} m 560 {x} l S".encode() for x in range(60, 560)]
    assert OPEN in extracted([*drawn, *block(TOP, OPEN)]).text


@pytest.mark.parametrize("kind", ["Square", "Redact"])
def test_what_a_mark_over_the_page_blacks_is_left_out(kind: str) -> None:
    look = stream_object(b"0 g 0 0 400 30 re f", "/Type /XObject /Subtype /Form /BBox [0 0 400 30]")
    number = 3 + pdf(page(OPEN)).count(b"/Type /Font ")  # the first object behind the fonts
    note = f"/Subtype /{kind} /Rect [60 590 460 620] /IC [0 0 0] /F 4 /AP << /N {number} 0 R >>"
    drawn = [*page(OPEN), at(LEFT, 600, SECRET)]
    text = extract_text(pdf(drawn, more=f"/Annots [<< /Type /Annot {note} >>]", pictures=[look]), "minutes.pdf")
    assert text.text == OPEN
    assert notes(text) == ["hidden_text"]
