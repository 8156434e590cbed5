"""Scanned PDFs: the words of a page's picture are recognised, and what is doubtful or unread is told."""

from __future__ import annotations

import math
import os
import re
import time
from pathlib import Path

import pypdfium2
import pytest

from meetings.ingest.sandbox import Limits, read_minutes
from meetings.parsing import ExtractedText, ExtractError, extract_text
from meetings.parsing.extract import Recognition, pdf_picture, pdf_tesseract
from meetings.parsing.extract.pdf_lines import Chunk, TextLine
from meetings.parsing.extract.pdf_page import Word
from meetings.parsing.extract.pdf_scans import notes_of_doubt
from meetings.parsing.extract.pdf_tesseract import CannotRecognise, Tesseract
from meetings.parsing.shut_in import PROGRAMS
from meetings.tests.parsing.pdf_documents import (
    LEFT,
    PICTURE,
    at,
    extracted,
    grid,
    page,
    pdf,
    picture_of,
    scanned,
    stream_object,
)

MINUTES = (
    ("bold", "Harrowmere Borough Council"),
    ("bold", "Amenities Committee"),
    "Minutes of the meeting held on Tuesday, 12 March 2024 at 6.30 pm in the Old Library",
    "Present: Councillor Ada Marsh, Councillor Tom Reed",
    ("bold", "1. Bandstand Repairs"),
    "The surveyor reported that the roof of the bandstand leaks, and that two of its eight posts must be replaced "
    "before the summer concerts begin in the park.",
    "Resolved: That the works be approved.",
)
OPEN = "The meeting opened at half past six in the evening."
BLANK = stream_object(bytes([200]), "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")


def has_tesseract() -> bool:
    try:
        Tesseract(Recognition())
    except CannotRecognise:
        return False
    return True


needs_tesseract = pytest.mark.skipif(
    not has_tesseract() and os.environ.get("CI") != "true", reason="tesseract is not here"
)


def flat(text: ExtractedText) -> str:
    """The text, each gap between words a blank: the ink of narrow signs leaves wider gaps than their places."""
    return re.sub(" +", " ", text.text)


def codes(text: ExtractedText) -> list[str]:
    return [note.code for note in text.notes]


def refusal(data: bytes, recognition: Recognition | None = None) -> ExtractError:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "minutes.pdf", recognition)
    return refused.value


# --- What is recognised -----------------------------------------------------------------------------------------------
@needs_tesseract
def test_a_scan_is_read_as_what_was_scanned() -> None:
    text = extract_text(scanned(pdf(page(*MINUTES))), "minutes.pdf")
    assert flat(text) == flat(extracted(page(*MINUTES)))
    assert codes(text) == ["scanned"]
    assert text.notes[0].message.startswith("1 page is a picture of print")


@needs_tesseract
def test_a_scan_s_margin_running_head_and_lists_are_told_apart() -> None:
    pages = [
        [
            at(LEFT, 800, "Amenities Committee, 12 March 2024"),
            *page("The bandstand was discussed.", ("bold", f"{number}. A matter"), OPEN, top=740),
            at(LEFT, 600, "Present"),
            at(300, 600, "Apologies"),
            at(LEFT, 588, "Councillor Ada Marsh"),
            at(300, 588, "Councillor Tom Reed"),
        ]
        for number in (1, 2, 3)
    ]
    assert flat(extract_text(scanned(pdf(*pages)), "minutes.pdf")) == flat(extracted(*pages))


@needs_tesseract
def test_a_scanned_table_keeps_its_rows() -> None:
    drawn = [*grid((70, 200, 400), (700, 720, 740)), at(75, 727, "Payee"), at(205, 727, "Purpose")]
    drawn += [at(75, 707, "Mill and Sons"), at(205, 707, "Roof of the hall")]
    text = extract_text(scanned(pdf([*page(OPEN), *drawn])), "minutes.pdf").text
    assert "Payee | Purpose\nMill and Sons | Roof of the hall" in text


@needs_tesseract
def test_only_the_pictures_of_a_mixed_file_are_recognised() -> None:
    letterhead = [*page("The committee met in the Old Library, the chairman presiding over it as ever."), PICTURE]
    data = pdf(letterhead, [PICTURE], pictures=[BLANK, picture_of(pdf(page(OPEN)))])
    small = data.replace(PICTURE, b"q 0 0 30 0 30 0 cm /P Do Q"[: len(PICTURE)].ljust(len(PICTURE)), 1)
    text = extract_text(small, "minutes.pdf")
    assert text.text.startswith("The committee met in the Old Library")
    assert text.text.endswith(OPEN)
    assert text.notes[0].message.startswith("1 page is a picture")


@needs_tesseract
def test_a_stamp_on_a_scan_does_not_hide_the_scan() -> None:
    stamp = at(LEFT, 30, "Received at the office")
    data = pdf([PICTURE, stamp], pictures=[picture_of(pdf(page(*MINUTES)))])
    text = extract_text(data, "minutes.pdf")
    assert "two of its eight posts" in text.text
    assert "Received at the office" in text.text


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_scanned_on_its_side_or_its_head(turn: int) -> None:
    picture = picture_of(pdf(page(*MINUTES, *MINUTES)), turn=turn)
    box = "0 0 595 842" if turn == 180 else "0 0 842 595"
    width, height = box.split()[2:]
    data = pdf([f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()], pictures=[picture], box=box)
    assert "Resolved: That the works be approved." in extract_text(data, "minutes.pdf").text


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_for_the_screen(turn: int) -> None:
    """The picture lies on its side in the file, and the page is turned back by what the file says."""
    picture = picture_of(pdf(page(*MINUTES)), turn=360 - turn)
    box = "0 0 595 842" if turn == 180 else "0 0 842 595"
    width, height = box.split()[2:]
    drawn = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()
    data = pdf([drawn], pictures=[picture], box=box, more=f"/Rotate {turn}")
    assert flat(extract_text(data, "minutes.pdf")) == flat(extracted(page(*MINUTES)))


@needs_tesseract
@pytest.mark.parametrize("degrees", [-1.0, 0.5, 1.0])
def test_a_page_that_lies_askew(degrees: float) -> None:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turned = f"q {cosine} {sine} {-sine} {cosine} 0 0 cm ".encode() + PICTURE + b" Q"
    data = pdf([turned], pictures=[picture_of(pdf(page(*MINUTES)))])
    assert flat(extract_text(data, "minutes.pdf")) == flat(extracted(page(*MINUTES)))


@needs_tesseract
def test_a_scan_whose_page_counts_pixels_as_points() -> None:
    picture = picture_of(pdf(page(*MINUTES)), resolution=300)
    data = pdf([b"q 2479 0 0 3508 0 0 cm /P Do Q"], pictures=[picture], box="0 0 2479 3508")
    assert flat(extract_text(data, "minutes.pdf")) == flat(extracted(page(*MINUTES)))


# --- What is not seen, or not read ------------------------------------------------------------------------------------
@needs_tesseract
@pytest.mark.parametrize(
    ("over", "more"),
    [
        (b"q 0 g 60 690 300 20 re f Q", ""),
        (b"", "/Annots [<< /Type /Annot /Subtype /Square /Rect [60 690 360 710] /IC [0 0 0] >>]"),
    ],
    ids=["a bar", "a mark"],
)
def test_a_scan_that_something_is_drawn_over_is_withheld(over: bytes, more: str) -> None:
    data = pdf([PICTURE, over], pictures=[picture_of(pdf(page(*MINUTES)))], more=more)
    assert codes(extract_text(data, "minutes.pdf"))[:2] == ["hidden_text", "scanned"]


@needs_tesseract
def test_a_picture_in_which_nothing_is_recognised_is_told() -> None:
    text = extract_text(pdf(page(OPEN), [PICTURE], pictures=[BLANK, BLANK]), "minutes.pdf")
    assert text.text == OPEN
    assert codes(text) == ["part_not_read"]
    assert text.notes[0].message.startswith("Page 2 is a picture and not read: no print was recognised")


@needs_tesseract
def test_a_file_of_pictures_without_print_is_refused() -> None:
    refused = refusal(pdf([PICTURE], pictures=[BLANK]))
    assert refused.code == "scanned"
    assert "no print was recognised in them" in refused.message


def test_words_in_doubt_are_told_with_their_place() -> None:
    words = [
        Word(text, 60.0 * place, 60.0 * place + 50, 100.0, 10.0, bold=False, confidence=confidence)
        for place, (text, confidence) in enumerate([("Councillor", 96), ("Mqrsh", 41), ("paid", 95), ("£l2O", 30)])
    ]
    sure = [Word("Sure", 0, 50, 112.0, 10.0, bold=False)]
    [note] = notes_of_doubt([(7, [TextLine([Chunk(words)], 2)]), (8, [TextLine([Chunk(sure)], 2)])])
    assert (note.code, note.line) == ("recognised_in_doubt", 7)
    assert note.message == "Recognised on page 2 with doubt: “Mqrsh”, “£l2O”."


def test_doubts_are_few() -> None:
    word = Word("Mqrsh", 0, 50, 100.0, 10.0, bold=False, confidence=10)
    notes = notes_of_doubt((place, [TextLine([Chunk([word] * 50)], 1)]) for place in range(1000))
    assert len(notes) < 50
    assert all(len(note.message) < 200 for note in notes)


# --- Within limits ----------------------------------------------------------------------------------------------------
def test_a_large_page_is_drawn_small() -> None:
    for box in ("0 0 1000000 1000000", "0 0 1000000 2", "0 0 14400 14400"):
        document = pypdfium2.PdfDocument(pdf(page(OPEN), box=box))
        picture = pdf_picture.picture_of(document[0], 300)
        assert len(picture.pixels) == picture.width * picture.height < 17_000_000
        assert max(picture.width, picture.height) <= 16_001


def test_too_many_scanned_pages() -> None:
    refused = refusal(pdf(*([PICTURE] for _ in range(101)), pictures=[BLANK] * 101))
    assert refused.code == "too_many_pages"
    assert "101 pages that are pictures" in refused.message


def fake_tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Have a shell program that knows English take the place of tesseract."""
    program = folder / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo eng && exit\n{deed}\n')
    program.chmod(0o755)
    monkeypatch.setattr(pdf_tesseract, "PROGRAMS", f"{folder}:{PROGRAMS}")
    monkeypatch.setattr(pdf_tesseract, "sandbox_tool", lambda: None)


def test_recognition_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, "exec sleep 60")
    began = time.monotonic()
    refused = refusal(scanned(pdf(page(OPEN))), Recognition(seconds=1))
    assert refused.code == "too_slow"
    assert "longer than 1 seconds" in refused.message
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("deed", ["exec sleep 60", "exit 1", "echo '<a'", "kill -SEGV $$"])
def test_a_page_that_cannot_be_recognised_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    fake_tesseract(tmp_path, monkeypatch, deed)
    monkeypatch.setattr(pdf_tesseract, "_PAGE_SECONDS", 1)
    text = extract_text(pdf(page(OPEN), [PICTURE], pictures=[BLANK, picture_of(pdf(page(OPEN)))]), "minutes.pdf")
    assert (text.text, codes(text)) == (OPEN, ["part_not_read"])


def test_without_tesseract_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_tesseract, "PROGRAMS", str(tmp_path))
    refused = refusal(scanned(pdf(page(OPEN))))
    assert refused.code == "scanned"
    assert "apt install tesseract-ocr" in refused.message


def test_without_tesseract_the_pages_of_text_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_tesseract, "PROGRAMS", str(tmp_path))
    text = extract_text(pdf(page(OPEN), [PICTURE], pictures=[BLANK, BLANK]), "minutes.pdf")
    assert (text.text, codes(text)) == (OPEN, ["part_not_read"])
    assert "apt install tesseract-ocr" in text.notes[0].message


def test_without_its_languages_or_its_sandbox_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, "echo 'bwrap: No permissions to create a new namespace' >&2; exit 1")
    data = scanned(pdf(page(OPEN)))
    assert "none of the languages gla" in refusal(data, Recognition("gla")).message
    assert "sandbox (bubblewrap) cannot be started" in refusal(data).message


@needs_tesseract
def test_the_child_process_recognises_within_its_limits(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    exempt = ("bold", "2. Land at the Mill (Exempt)")
    path.write_bytes(scanned(pdf(page(*MINUTES, exempt, "The tender of Ash and Sons was the lowest."))))
    reading = read_minutes(path, limits=Limits(ocr_languages="eng"))
    assert [(item.title, item.restricted) for item in reading.minutes.items] == [
        ("Bandstand Repairs", False),
        ("Land at the Mill (Exempt)", True),
    ]
    with pytest.raises(ExtractError) as refused:
        read_minutes(path, limits=Limits(ocr_seconds=0))
    assert refused.value.code == "too_slow"
