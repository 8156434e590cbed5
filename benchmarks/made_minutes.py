"""Minutes of an invented council, of any length, as files of several formats: what the benchmarks read."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Callable
from html import escape
from random import Random

WIDTH = 88  # characters of a line of text
PAGE = 52  # lines of a page of a PDF
RUN = 6  # words of a run in a Word document
_SUBJECTS = (
    "Bandstand Repairs", "Harbour Dues", "Tree Planting on Mill Lane", "Library Opening Hours", "Coastal Path",
    "Allotment Rents", "Market Charter", "Street Lighting", "Play Area at Quay Road", "Flood Defences",
)  # fmt: skip
_SENTENCES = (
    "The Head of Parks introduced the report, which had been circulated with the agenda.",
    "Members asked how the works would be paid for, and whether the surveyor had been consulted.",
    "It was noted that three tenders had come in, the lowest at £{sum}.",
    "Councillor {one} said that residents of Mill Lane had waited for {number} years.",
    "In reply to Councillor {two}, the officer explained that the grant ended on 31 March.",
    "The Chair thanked the officers for their work since the last meeting.",
    "Concern was expressed about the traffic near the school, where the speed limit had been ignored.",
    "The consultation had brought {number} replies, most of them in favour.",
)
_PEOPLE = ("Ada Marsh", "Tom Reed", "Ivy Hollis", "Piet van der Berg", "June O’Rane", "Sam Quill", "Nell Vane-Arkell")

Blocks = list[tuple[str, str]]
"""Paragraphs with their kind: ``heading`` or ``text``."""


def blocks(items: int, *, seed: int = 1) -> Blocks:
    """The paragraphs of one meeting's minutes with so many items, of some 220 words each."""
    random = Random(seed)  # noqa: S311 -- the same words at each run are what is wanted
    made = [
        ("heading", "Harrowmere Borough Council"),
        ("heading", "Amenities Committee"),
        ("text", "Minutes of the Meeting held on Tuesday, 12th March, 2024 at 6.30 pm at the Guildhall, Harrowmere"),
        ("text", "Present: " + ", ".join(f"Councillor {name}" for name in _PEOPLE)),
    ]
    for number in range(1, items + 1):
        made.append(("heading", f"{number}. {random.choice(_SUBJECTS)}"))
        for _ in range(3):
            told = " ".join(random.choice(_SENTENCES) for _ in range(5))
            one, two = random.sample(_PEOPLE, 2)
            figures = {"sum": f"{random.randrange(1_000, 90_000):,}", "number": random.randrange(2, 40)}
            made.append(("text", told.format(one=one, two=two, **figures)))
        mover, seconder = random.sample(_PEOPLE, 2)
        made.append(("text", f"It was moved by Councillor {mover} and seconded by Councillor {seconder}."))
        made.append(("text", f"Resolved: That the works be approved at a cost of £{random.randrange(900, 99_000):,}."))
    return [*made, ("text", "The meeting closed at 8.45 pm.")]


def as_text(made: Blocks) -> bytes:
    return "\n\n".join(textwrap.fill(words, WIDTH) for _, words in made).encode()


def as_html(made: Blocks) -> bytes:
    body = "\n".join(
        f"<h2>{escape(words)}</h2>" if kind == "heading" else f"<p>{escape(words)}</p>" for kind, words in made
    )
    return f"<!DOCTYPE html><html lang='en'><head><title>Minutes</title></head><body>{body}</body></html>".encode()


def as_docx(made: Blocks) -> bytes:
    """A Word document as Word writes it: styles, and each paragraph in runs of some words with their properties."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind_of_part = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr><w:sz w:val="22"/></w:rPr>'
        "</w:style>"
        for name in ("Normal", "Heading2", "BodyText")
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind_of_part}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{kind_of_part}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {word}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {word}><w:body>{''.join(map(_word_paragraph, made))}</w:body></w:document>",
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return written.getvalue()


def _word_paragraph(block: tuple[str, str]) -> str:
    kind, text = block
    words = text.split(" ")
    bold = "<w:b/>" if kind == "heading" else ""
    look = (
        f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{bold}<w:sz w:val="22"/>'
        '<w:lang w:val="en-GB"/></w:rPr>'
    )
    runs = [" ".join(words[start : start + RUN]) for start in range(0, len(words), RUN)]
    written = " </w:t></w:r>".join(
        f'<w:r w:rsidRPr="00A31C5E">{look}<w:t xml:space="preserve">{escape(run)}' for run in runs
    )
    style = "Heading2" if kind == "heading" else "BodyText"
    layout = f'<w:pPr><w:pStyle w:val="{style}"/><w:spacing w:after="120"/><w:jc w:val="both"/>{look}</w:pPr>'
    return f'<w:p w:rsidR="00A31C5E" w:rsidRDefault="00A31C5E">{layout}{written}</w:t></w:r></w:p>'


def as_pdf(made: Blocks) -> bytes:
    """A PDF of A4 pages in Helvetica, with a running head and page numbers."""
    lines: list[tuple[str, str]] = []
    for kind, words in made:
        lines += [*((kind, line) for line in textwrap.wrap(words, WIDTH)), ("text", "")]
    pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for name in (b"Helvetica", b"Helvetica-Bold"):
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name)
    for number, page in enumerate(pages, start=1):
        stream = _page_stream(page, number)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    kids = b" ".join(b"%d 0 R" % (5 + 2 * index) for index in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids)
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    written += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


def _page_stream(lines: list[tuple[str, str]], number: int) -> bytes:
    drawn = [b"BT 14 TL 60 800 Td /F1 9 Tf (Amenities Committee) Tj 0 -26 Td"]
    for kind, line in lines:
        drawn.append(b"/F%d 11 Tf %s Tj T*" % (2 if kind == "heading" else 1, _pdf_string(line)))
    drawn.append(b"ET BT 290 30 Td /F1 9 Tf (%d) Tj ET" % number)
    return b"\n".join(drawn)


def _pdf_string(words: str) -> bytes:
    plain = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(%s)" % plain.encode("cp1252")


MAKERS: dict[str, Callable[[Blocks], bytes]] = {
    "text": as_text,
    "html": as_html,
    "docx": as_docx,
    "pdf": as_pdf,
}
