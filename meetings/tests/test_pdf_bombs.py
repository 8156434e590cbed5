"""PDFs that are made to use up memory or time end their child process at worst, and say so."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from meetings.ingest.sandbox import Limits, read_minutes
from meetings.parsing import MinutesError
from meetings.tests.parsing.pdf_documents import LEFT, PICTURE, TOP, at, page, pdf, stream_object, written

pytestmark = pytest.mark.desk

MEGABYTE = 1024 * 1024
STOPPED = {"too_much_memory", "too_slow", "reading_broke_off", "damaged_document", "scanned", "too_much_output"}


def packed(content: bytes, times: int) -> bytes:
    """The same content so many times over, compressed."""
    pack = zlib.compressobj(9)
    return b"".join([*(pack.compress(content) for _ in range(times)), pack.flush()])


def file_with(stream: bytes, entries: str, *, bottom: int = 0) -> bytes:
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 %d 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>" % bottom,
            stream_object(stream, entries),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ]
    )


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(MinutesError) as refused:
        read_minutes(path, limits=Limits(seconds=10, memory=400 * MEGABYTE))
    return refused.value.code


def test_a_stream_that_unpacks_to_half_a_gigabyte(tmp_path: Path) -> None:
    bomb = zlib.compress(packed(bytes(MEGABYTE), 512))
    assert len(bomb) < 10_000
    code = refusal(tmp_path / "bomb.pdf", file_with(bomb, "/Filter [/FlateDecode /FlateDecode]"))
    assert code in STOPPED


def test_millions_of_letters(tmp_path: Path) -> None:
    line = b"(" + b"The works be approved. " * 4 + b") Tj 0 -10 Td\n"
    stream = zlib.compress(b"BT /F1 10 Tf 72 770 Td " + line * 70_000 + b"ET")
    data = file_with(stream, "/Filter /FlateDecode", bottom=-1_000_000)
    assert refusal(tmp_path / "letters.pdf", data) in STOPPED


def test_a_gigabyte_of_lines_to_draw(tmp_path: Path) -> None:
    """The library that reads PDFs aborts its process where it gets no memory."""
    lines = file_with(packed(b"1 1 m 2 2 l " * 87_000, 1000), "/Filter /FlateDecode")
    assert refusal(tmp_path / "lines.pdf", lines) == "too_much_memory"


def test_forms_that_draw_forms_that_draw_forms(tmp_path: Path) -> None:
    """Nine levels of ten: a billion times the same word."""
    forms = []
    for level in range(9):
        below = level + 7
        drawn = b"/X Do " * 10 if level < 8 else at(LEFT, TOP, "Approved.")
        resources = f"/Resources << /XObject << /X {below} 0 R >> /Font << /F1 5 0 R >> >>"
        forms.append(stream_object(drawn, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources}"))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>",
        stream_object(b"/X Do " * 10),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        *forms,
    ]
    assert refusal(tmp_path / "forms.pdf", written(objects)) in STOPPED


@pytest.mark.parametrize("bits", [1, 8])
def test_a_picture_of_a_billion_pixels(tmp_path: Path, bits: int) -> None:
    side = 32_000
    rows = packed(bytes(MEGABYTE), side * side * bits // 8 // MEGABYTE)
    entries = f"/Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent {bits} /Filter /FlateDecode"
    picture = stream_object(rows, f"/Subtype /Image {entries}")
    assert refusal(tmp_path / "picture.pdf", pdf([PICTURE], pictures=[picture])) in STOPPED


def test_the_next_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        pdf(
            page(
                "Harrowmere Borough Council",
                "Amenities Committee",
                "Minutes of the meeting held on Tuesday, 12 March 2024 at 6.30 pm",
                "Present: Councillor Ada Marsh, Councillor Tom Reed",
                ("bold", "1. Bandstand Repairs"),
                "Resolved: That the works be approved.",
            )
        )
    )
    reading = read_minutes(path)
    assert reading.format == "pdf"
    assert [item.title for item in reading.minutes.items] == ["Bandstand Repairs"]
