"""How fast are minutes read? ``make bench-reading``: by format, on one core, beside that format's bare extractor.

All times are computing time, the least of several runs that alternate. What a machine gives in seconds is its own
affair; the ratios within one run can be compared.
"""

from __future__ import annotations

import io
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import lxml.html
import pypdfium2
from lxml import etree

from benchmarks.made_minutes import MAKERS, blocks
from meetings.ingest.sandbox import read_minutes
from meetings.parsing import extract_text, parse_minutes
from meetings.parsing.extract import EXTRACTORS

ITEMS = 20  # about 9 pages
LONGER = 10  # times
RUNS = 5
WORDS_A_PAGE = 500  # where the format has no pages
_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def _bare_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(part.text or "" for part in etree.fromstring(archive.read("word/document.xml")).iter(_WORD_TEXT))


def _bare_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


BARE: dict[str, Callable[[bytes], str]] = {
    "text": bytes.decode,
    "html": lambda data: str(lxml.html.fromstring(data).text_content()),
    "docx": _bare_docx,
    "pdf": _bare_pdf,
}


def pages_of(kind: str, data: bytes, text: str) -> float:
    """Pages of a PDF, else 500 words each."""
    if kind != "pdf":
        return len(text.split()) / WORDS_A_PAGE
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def least_seconds(*deeds: Callable[[], object]) -> list[float]:
    """The computing time of each deed, with that of the child processes that end in it: the least of several rounds."""
    least = [float("inf")] * len(deeds)
    for _ in range(RUNS):
        for place, deed in enumerate(deeds):
            begun = _computed()
            deed()
            least[place] = min(least[place], _computed() - begun)
    return least


def _computed() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def row(kind: str) -> tuple[str, ...]:
    """One line of the table."""
    usual, long = (MAKERS[kind](blocks(items)) for items in (ITEMS, ITEMS * LONGER))
    text, long_text = (extract_text(data, kind).text for data in (usual, long))
    extract = partial(extract_text, name=kind)
    bare, extraction, parsing = least_seconds(
        partial(BARE[kind], usual), partial(extract, usual), partial(parse_minutes, text)
    )
    longer_extraction, longer_parsing = least_seconds(partial(extract, long), partial(parse_minutes, long_text))
    with tempfile.NamedTemporaryFile() as file:
        file.write(usual)
        file.flush()
        [in_child] = least_seconds(partial(read_minutes, Path(file.name)))
    reading = extraction + parsing
    return (
        kind,
        f"{pages_of(kind, usual, text):.0f}",
        f"{1 / reading:.1f}",
        f"{pages_of(kind, usual, text) / reading:.0f}",
        f"{1 / in_child:.1f}",
        f"{extraction / bare:.1f}",
        f"{parsing / extraction:.2f}",
        f"{reading / bare:.1f}",
        f"{longer_extraction / extraction:.1f}",
        f"{longer_parsing / parsing:.1f}",
        f"{(longer_extraction + longer_parsing) / reading:.1f}",
    )


HEADINGS = (
    "format", "pages", "files/s", "pages/s", "with child", "extract/bare", "parse/extract", "read/bare",
    f"extract ×{LONGER}", f"parse ×{LONGER}", f"read ×{LONGER}",
)  # fmt: skip


def main() -> None:
    rows = [HEADINGS, *(row(kind) for kind in MAKERS if kind in EXTRACTORS)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True)))
    print(
        f"\nA second of one core. “with child”: files, each read by a child process of its own, as the portal does.\n"
        f"“×{LONGER}”: the time for {LONGER} times the length ÷ the time for the length; {LONGER} is linear."
    )
    if left_out := sorted(EXTRACTORS.keys() - MAKERS.keys()):
        print("Read, but not measured here: " + ", ".join(left_out) + ".")


if __name__ == "__main__":
    main()
