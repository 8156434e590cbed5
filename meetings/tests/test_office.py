"""Older Word files, OpenDocument and Rich Text are converted in a sandbox, or refused with what to do about it."""

from __future__ import annotations

import hashlib
import io
import os
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from meetings.ingest import office
from meetings.ingest.office import conversion_tools
from meetings.ingest.sandbox import Limits, ReadingStopped, read_minutes
from meetings.parsing import ExtractError, MinutesError, UnsupportedFormat
from meetings.parsing.extract.odt import prepare_odt

pytestmark = pytest.mark.desk

MINUTES = (
    "Harrowmere Borough Council",
    "Minutes of the meeting of the Amenities Committee held on 7 May 2024",
    "Present:",
    "Councillor Alba Ferris",
    "1. Sea Wall",
    "The surveyor reported on the café and the sea wall.",
)
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "style": "style", "table": "table",
        "manifest": "manifest", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
HIDDEN = (
    '<text:section text:name="s" text:display="none"><text:p>secret section <text:span>within</text:span></text:p>'
    "</text:section>"
    '<text:p><text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/>secret paragraph</text:p>'
    '<table:table table:name="t"><table:table-row table:visibility="collapse"><table:table-cell><text:p>secret row'
    "</text:p></table:table-cell></table:table-row></table:table>"
    '<text:p>Open <text:span text:style-name="H">secret run</text:span>words</text:p>'
)
STYLES = (
    '<office:automatic-styles><style:style style:name="H" style:family="text">'
    '<style:text-properties text:display="none"/></style:style></office:automatic-styles>'
)

needs_tools = pytest.mark.skipif(
    conversion_tools() is None and os.environ.get("CI") != "true", reason="LibreOffice or bubblewrap is not here"
)


def odt(content: str = "", *, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text of some XML, behind the minutes above."""
    paragraphs = "".join(f"<text:p>{escape(words)}</text:p>" for words in MINUTES)
    body = f"<office:body><office:text>{paragraphs}{content}</office:text></office:body>"
    files = {
        "content.xml": f"<office:document-content {NAMESPACES}>{styles}{body}</office:document-content>",
        "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}/>",
        **parts,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, part in files.items():
            archive.writestr(name, part)
    return written.getvalue()


def rtf(*paragraphs: str) -> bytes:
    words = "\\par\n".join(paragraphs).replace("é", "\\'e9")
    return f"{{\\rtf1\\ansi\\ansicpg1252 {words}\\par}}".encode("ascii")


def stored(tmp_path: Path, content: bytes, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


# --- Converted --------------------------------------------------------------------------------------------------------
@needs_tools
@pytest.mark.parametrize(("content", "kind"), [(rtf(*MINUTES), "rtf"), (odt(), "odt")])
def test_a_converted_file_is_read_and_stays_the_file_that_was_sent(tmp_path: Path, content: bytes, kind: str) -> None:
    reading = read_minutes(stored(tmp_path, content, "minutes"))
    assert (reading.format, reading.size) == (kind, len(content))
    assert reading.sha256 == hashlib.sha256(content).hexdigest()
    assert reading.text.split("\n\n") == list(MINUTES)
    assert [item.title for item in reading.minutes.items] == ["Sea Wall"]


@needs_tools
def test_what_an_opendocument_hides_stays_hidden_and_is_told(tmp_path: Path) -> None:
    reading = read_minutes(stored(tmp_path, odt(HIDDEN, styles=STYLES), "minutes.odt"))
    assert "secret" not in str(reading.to_dict())
    assert "Open words" in reading.text
    assert reading.minutes.notes[0].code == "hidden_text"


@needs_tools
def test_what_rich_text_hides_or_has_deleted_stays_so(tmp_path: Path) -> None:
    content = rtf(*MINUTES, "Open {\\v secret }{\\deleted secret }words")
    reading = read_minutes(stored(tmp_path, content, "minutes.rtf"))
    assert "secret" not in reading.text
    assert "Open words" in reading.text
    assert reading.minutes.notes[0].code == "hidden_text"


@needs_tools
def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = stored(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "minutes.doc")
    with pytest.raises(ExtractError) as refused:
        read_minutes(path)
    assert refused.value.code == "cannot_convert"
    assert "password" in refused.value.message


# --- The sandbox ------------------------------------------------------------------------------------------------------
def replace_office(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Have a shell program run in the sandbox in LibreOffice's place."""
    sandbox, _ = conversion_tools() or ("bwrap", "")
    monkeypatch.setattr(office, "conversion_tools", lambda: (sandbox, f"{program} && :"))


@needs_tools
@pytest.mark.parametrize(
    "program",
    ["sleep 600", "trap '' TERM; sleep 600 & sleep 600", "while :; do :; done"],
)
def test_a_converter_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    replace_office(monkeypatch, program)
    began = time.monotonic()
    with pytest.raises(ExtractError) as refused:
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"), limits=Limits(seconds=1))
    assert refused.value.code == "too_slow"
    assert time.monotonic() - began < 30


@needs_tools
@pytest.mark.parametrize(
    "program",
    [
        "ls /home /root /srv /var/log",  # nothing of the machine's own files is seen
        f"cat {Path(__file__).resolve()}",
        "touch /usr/here",
        "exec 3<>/dev/tcp/127.0.0.1/80",
        "[ $(ls /sys/class/net /proc/net/route 2>/dev/null | wc -l) -gt 1 ]",
        "env | grep -q DJANGO",
    ],
)
def test_the_sandbox_has_neither_files_nor_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "secret")
    replace_office(monkeypatch, f"{program} && mkdir out && cp minutes.rtf out/minutes.docx")
    with pytest.raises(ExtractError) as refused:
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"))
    assert refused.value.code == "cannot_convert"


@needs_tools
def test_a_converter_that_writes_without_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_office(monkeypatch, "mkdir out; cat /dev/zero >out/minutes.docx")
    with pytest.raises(ExtractError) as refused:
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"), limits=Limits(output=2**20))
    assert refused.value.code == "cannot_convert"


@needs_tools
def test_reading_that_is_stopped_stops_the_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_office(monkeypatch, "sleep 600")
    readable, writable = os.pipe()
    os.write(writable, b"x")
    with pytest.raises(ReadingStopped):
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"), stop=readable)
    os.close(readable)
    os.close(writable)


# --- Without it -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("missing", ["bwrap", "soffice"])
def test_without_the_tools_the_refusal_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    there = tmp_path / "bin"
    there.mkdir()
    other = {"bwrap": "soffice", "soffice": "bwrap"}[missing]
    (there / other).write_text("#!/bin/sh\n")
    (there / other).chmod(0o755)
    monkeypatch.setenv("PATH", str(there))
    with pytest.raises(UnsupportedFormat) as refused:
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"), name="from the clerk.rtf")
    assert refused.value.code == "needs_libreoffice"
    assert refused.value.message.startswith("from the clerk.rtf is a Rich Text document")
    assert "libreoffice-writer-nogui and bubblewrap" in refused.value.message


def test_a_sandbox_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = tmp_path / "bwrap"
    sandbox.write_text("#!/bin/sh\necho 'bwrap: No permissions to create a new namespace' >&2\nexit 1\n")
    sandbox.chmod(0o755)
    monkeypatch.setattr(office, "conversion_tools", lambda: (str(sandbox), "soffice"))
    with pytest.raises(UnsupportedFormat) as refused:
        read_minutes(stored(tmp_path, rtf(*MINUTES), "minutes.rtf"))
    assert refused.value.code == "needs_libreoffice"


# --- An OpenDocument before it is converted ---------------------------------------------------------------------------
def test_pictures_objects_and_macros_stay_behind() -> None:
    prepared = prepare_odt(odt(**{"Pictures/1.png": "picture", "Basic/script.xml": "macro"}))
    with zipfile.ZipFile(io.BytesIO(prepared)) as archive:
        assert archive.namelist() == ["mimetype", "content.xml", "META-INF/manifest.xml"]
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (
            odt(**{"META-INF/manifest.xml": f"<m {NAMESPACES}><manifest:encryption-data/></m>"}),
            "encrypted",
        ),
        (odt(**{"content.xml": "<!DOCTYPE x><x/>"}), "doctype"),
        (odt("<text:p>" + "a" * 5_000_000 + "</text:p>"), "zip_bomb"),
        (odt("<text:p>"), "damaged_document"),
        (odt()[:200], "damaged_document"),
    ],
)
def test_harmful_and_damaged_opendocuments_never_reach_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, code: str
) -> None:
    monkeypatch.setattr(office, "conversion_tools", lambda: ("/no/sandbox", "/no/office"))
    with pytest.raises(MinutesError) as refused:
        read_minutes(stored(tmp_path, content, "minutes.odt"))
    assert refused.value.code == code
