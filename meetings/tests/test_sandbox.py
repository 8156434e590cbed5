"""Reading in a child process: what the child does to itself, it does not do to the portal."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from meetings.ingest import sandbox
from meetings.ingest.sandbox import Limits, read_minutes
from meetings.parsing import PARSER_VERSION, ExtractError, MinutesError, NotMinutes, UnsupportedFormat
from meetings.tests.test_ingest import MINUTES

MB = 1024 * 1024


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    path = tmp_path / "amenities.txt"
    path.write_text(MINUTES)
    return path


def test_a_reading_comes_back_whole(minutes_file: Path) -> None:
    reading = read_minutes(minutes_file, name="from the clerk.txt")
    assert reading.source == "from the clerk.txt"
    assert reading.sha256 == hashlib.sha256(MINUTES.encode()).hexdigest()
    assert (reading.size, reading.format, reading.encoding) == (len(MINUTES.encode()), "text", "utf-8")
    assert reading.parser_version == PARSER_VERSION
    assert reading.text.splitlines() == MINUTES.splitlines()
    assert reading.minutes.committee == "Amenities Committee"
    assert [item.title for item in reading.minutes.items] == ["Apologies for Absence", "Bandstand Repairs"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", ExtractError),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), UnsupportedFormat),
        (b"Dear Sir,\n\nThank you for your letter.\n\nYours faithfully\n", NotMinutes),
    ],
)
def test_what_is_wrong_with_the_file_comes_back_as_it_was_raised(
    tmp_path: Path, content: bytes, kind: type[MinutesError]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(MinutesError) as refused:
        read_minutes(path)
    assert type(refused.value) is kind
    assert refused.value.message


def test_a_note_of_the_extraction_stands_first(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(MINUTES.encode("cp1252"))
    reading = read_minutes(path)
    assert reading.encoding == "cp1252"
    assert reading.minutes.notes[0].code == "read_as_windows_1252"
    assert "£4,200" in reading.minutes.items[-1].text


def test_a_file_over_the_limit_is_refused(minutes_file: Path) -> None:
    with pytest.raises(ExtractError) as refused:
        read_minutes(minutes_file, limits=Limits(file_size=100))
    assert refused.value.code == "too_large"


def test_text_over_the_limit_is_refused(minutes_file: Path) -> None:
    with pytest.raises(ExtractError) as refused:
        read_minutes(minutes_file, limits=Limits(output=100))
    assert refused.value.code == "too_much_text"


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_minutes(tmp_path / "missing.txt")


LIMITED = "import sys, json; from meetings.parsing.__main__ import limit_this_process as l; l(json.loads(sys.argv[1]));"


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        ("import time; time.sleep(600)", "too_slow"),
        ("import os, time\nif os.fork() == 0: time.sleep(600)\ntime.sleep(600)", "too_slow"),
        (LIMITED + "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 4))\nwhile True: pass", "too_slow"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "reader_died"),
        ("import os; os.abort()", "reader_died"),
        ("1 / 0", "reader_failed"),
        (LIMITED + "bytearray(10**9)", "reader_failed"),
        (LIMITED + "import os\nwhile True: os.write(1, bytes(2**20))", "reader_failed"),
        ("print('not JSON')", "reader_failed"),
        ("print('[]')", "reader_failed"),
        ("print('{\"reading\": {}}')", "reader_failed"),
    ],
)
def test_a_reader_that_breaks_down_costs_one_file(
    minutes_file: Path, monkeypatch: pytest.MonkeyPatch, reader: str, code: str
) -> None:
    monkeypatch.setattr(sandbox, "READER", ("-c", reader))
    began = time.monotonic()
    with pytest.raises(ExtractError) as refused:
        read_minutes(minutes_file, limits=Limits(seconds=3, memory=400 * MB, output=2 * MB))
    assert refused.value.code == code
    assert time.monotonic() - began < 60


def test_too_little_memory_is_said(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Minutes\n" * 2_000_000)
    with pytest.raises(MinutesError) as refused:
        read_minutes(path, limits=Limits(memory=70 * MB))
    assert refused.value.code == "too_much_memory"


def test_what_the_child_started_ends_with_it(
    minutes_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lives = tmp_path / "lives"
    grandchild = f"import os, time\nif os.fork() == 0:\n    time.sleep(1.5)\n    open({str(lives)!r}, 'w')\n"
    monkeypatch.setattr(sandbox, "READER", ("-c", grandchild))
    with pytest.raises(ExtractError):
        read_minutes(minutes_file)
    time.sleep(2)
    assert not lives.exists()
