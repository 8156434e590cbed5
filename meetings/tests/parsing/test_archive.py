"""Documents that are damaged, locked or meant to do harm are refused with the reason."""

from __future__ import annotations

import re

import pytest

from meetings.parsing import ExtractError, UnsupportedFormat, extract_text
from meetings.tests.parsing.word_documents import (
    NAMESPACES,
    document,
    lines,
    paragraph,
    run,
    text_of,
    zipped,
)


def nested(depth: int) -> str:
    inner = paragraph("deep")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return inner


def body(inner: str, declaration: str = "") -> bytes:
    return packed(f"{declaration}<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>")


def packed(main: str, **others: str) -> bytes:
    return zipped({"[Content_Types].xml": "", "word/document.xml": main, **others})


def locked(data: bytes) -> bytes:
    """The same file, said to be encrypted."""
    for entry in re.finditer(rb"PK\x01\x02", data):
        data = data[: entry.start() + 8] + b"\x01" + data[entry.start() + 9 :]
    return data


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
STEALS = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", LAUGHS), "doctype"),
        (body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", STEALS), "doctype"),
        (body(paragraph("x"), "<!--" + "x" * 9000 + "--><!DOCTYPE x>"), "doctype"),
        (body(nested(200)), "too_deep"),
        (body(paragraph("a" * 5_000_000)), "zip_bomb"),
        (packed("<w:document>"), "damaged_document"),
        (zipped({"word/other.xml": "", "[Content_Types].xml": ""}), "damaged_document"),
        (body("")[:-30], "damaged_document"),
        (locked(body("")), "encrypted"),
        (packed("", **{f"word/{number}": "" for number in range(10_000)}), "zip_bomb"),
        (packed(f"<w:document {NAMESPACES}/>"), "empty_file"),
    ],
)
def test_harmful_and_damaged_documents_are_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(ExtractError) as refused:
        extract_text(data, "minutes.docx")
    assert refused.value.code == code
    assert refused.value.message.endswith(("try again.", "no text."))


def test_a_paragraph_beyond_the_limit_is_refused_with_its_line() -> None:
    with pytest.raises(ExtractError) as refused:
        extract_text(document("Minutes", " ".join(map(str, range(20_000)))), "minutes.docx")
    assert (refused.value.code, refused.value.line) == ("line_too_long", 3)


def test_tables_within_tables_are_read_as_deep_as_anyone_nests_them() -> None:
    assert text_of(nested(20)) == "deep"


def test_two_notes_that_refer_to_each_other_come_to_an_end() -> None:
    def note(number: int, other: int) -> str:
        return f'<w:footnote w:id="{number}">{reference(other)}</w:footnote>'

    def reference(number: int) -> str:
        return paragraph(run(f"See {number}") + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>')

    assert lines(reference(1), footnotes=note(1, 2) + note(2, 1)) == ["See 1", "1~ See 2", "2~ See 1"]


@pytest.mark.parametrize(
    ("data", "said", "code"),
    [
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet", "unsupported_format"),
        (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "presentation", "unsupported_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc", "needs_libreoffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "no Word document", "unsupported_format"),
    ],
)
def test_other_office_files_are_told_apart(data: bytes, said: str, code: str) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        extract_text(data, "minutes")
    assert said in refused.value.message
    assert refused.value.code == code
