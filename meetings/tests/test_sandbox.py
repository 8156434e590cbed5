"""A file is read in a child process: its errors come back, and what it may use is limited."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
import time
from pathlib import Path

import pytest

from meetings.ingest import sandbox
from meetings.ingest.sandbox import Limits, ReadingStopped, read_minutes
from meetings.parsing import PARSER_VERSION, ExtractError, NotMinutes, UnsupportedFormat, extract_text, parse_minutes
from meetings.tests.test_ingest import MINUTES

pytestmark = pytest.mark.desk

MEGABYTE = 1024 * 1024


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    path = tmp_path / "amenities.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def replace_child(monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Let the child do ``deed`` before it would read the file; it confines itself before as ever."""
    program = (
        "import os, signal, subprocess, sys, time\n"
        "from meetings.parsing import __main__ as child\n"
        "real = child.read\n"
        f"def read(data, name, *more):\n    {deed}\n    return real(data, name, *more)\n"
        "child.read = read\n"
        "child.main(*sys.argv[1:])\n"
    )
    monkeypatch.setattr(sandbox, "CHILD", (sys.executable, "-c", program))


def test_a_reading_is_what_the_parser_reads(minutes_file: Path) -> None:
    reading = read_minutes(minutes_file)
    assert reading.minutes == parse_minutes(extract_text(minutes_file.read_bytes(), "amenities.txt").text)
    assert reading.text == MINUTES
    assert (reading.source, reading.format, reading.encoding) == ("amenities.txt", "text", "utf-8")
    assert (reading.size, reading.parser_version) == (len(MINUTES.encode()), PARSER_VERSION)
    assert reading.sha256 == hashlib.sha256(MINUTES.encode()).hexdigest()


def test_the_senders_name_is_kept(minutes_file: Path) -> None:
    assert read_minutes(minutes_file, name="–weiß-dash.txt").source == "–weiß-dash.txt"


def test_the_day_that_is_given_is_read_with(minutes_file: Path) -> None:
    assert read_minutes(minutes_file, date=dt.date(2024, 3, 19)).minutes == parse_minutes(MINUTES, dt.date(2024, 3, 19))


def test_notes_of_extraction_come_first(minutes_file: Path) -> None:
    minutes_file.write_bytes(MINUTES.replace("12th", "13th").encode("cp1252"))
    assert [note.code for note in read_minutes(minutes_file).minutes.notes] == [
        "read_as_windows_1252",
        "weekday_differs",
    ]


@pytest.mark.parametrize(
    ("content", "error", "code", "line"),
    [
        (b"", ExtractError, "empty_file", None),
        (b"%PDF-1.7", ExtractError, "damaged_document", None),
        (b"GIF89a" + bytes(64), UnsupportedFormat, "unsupported_format", None),
        (b"Dear Sir,\n\nNo minutes of a meeting.\n", NotMinutes, "letter", 1),
        (MINUTES.replace("1.  Apol", "<AI1>\n1.  Apol").encode(), NotMinutes, "broken_tag", 10),
    ],
)
def test_the_childs_errors_come_back(
    minutes_file: Path, content: bytes, error: type[Exception], code: str, line: int | None
) -> None:
    minutes_file.write_bytes(content)
    with pytest.raises(error) as refused:
        read_minutes(minutes_file)
    assert (refused.value.code, refused.value.line) == (code, line)


def refusal(path: Path, **limits: int) -> ExtractError:
    with pytest.raises(ExtractError) as refused:
        read_minutes(path, limits=Limits(**limits))
    return refused.value


def test_a_child_that_hangs_is_stopped_with_all_that_it_began(
    minutes_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "alive"
    grandchild = f"subprocess.Popen(['sh', '-c', 'sleep 2; touch {mark}'])"
    replace_child(monkeypatch, f"{grandchild}; time.sleep(60)")
    begun = time.monotonic()
    assert refusal(minutes_file, seconds=1).code == "too_slow"
    assert time.monotonic() - begun < 30
    time.sleep(1.5)
    assert not mark.exists()


def test_a_child_that_nobody_waits_for_any_longer_is_ended(minutes_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "time.sleep(60)")
    stop = os.eventfd(1)
    begun = time.monotonic()
    with pytest.raises(ReadingStopped):
        read_minutes(minutes_file, stop=stop)
    assert time.monotonic() - begun < 30
    os.close(stop)


@pytest.mark.parametrize("threads", [1, 4])  # with four, the computing is too long before the clock says so
def test_a_child_that_computes_too_long_is_stopped(
    threads: int, minutes_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = "lambda: [hashlib.sha256(bytes(10**7)) for _ in range(10**6)]"
    deed = f"import hashlib, threading; each = [threading.Thread(target={digest}) for _ in range({threads})]"
    replace_child(monkeypatch, f"{deed}; [thread.start() for thread in each]; time.sleep(60)")
    assert refusal(minutes_file, seconds=2).code == "too_slow"


def test_a_child_that_takes_too_much_memory_is_stopped(minutes_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "hoard = [bytes(10**7) for _ in range(10**4)]")
    assert refusal(minutes_file, memory=256 * MEGABYTE).code == "too_much_memory"


def test_a_child_that_answers_too_much_is_stopped(minutes_file: Path) -> None:
    assert refusal(minutes_file, output=1000).code == "too_much_output"


@pytest.mark.parametrize("deed", ["os.kill(os.getpid(), signal.SIGKILL)", "raise RuntimeError('a bug')", "os._exit(3)"])
def test_a_child_that_breaks_off(
    deed: str, minutes_file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    replace_child(monkeypatch, deed)
    assert refusal(minutes_file).code == "reading_broke_off"
    assert "amenities.txt" in caplog.text
    assert ("a bug" in caplog.text) == ("a bug" in deed)


@pytest.mark.parametrize(
    "answer",
    [b"", b"{}", b"[]", b"nonsense", b'{"reading": {"minutes": {}}}', b'{"error": {"kind": "Odd"}}', b"[" * 100_000],
    ids=lambda answer: answer[:12].decode() or "nothing",
)
def test_an_answer_that_cannot_be_understood(
    answer: bytes, minutes_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "answer").write_bytes(answer)
    replace_child(monkeypatch, f"os.write(1, open({str(tmp_path / 'answer')!r}, 'rb').read()); os._exit(0)")
    assert refusal(minutes_file).code == "garbled_answer"


def test_a_child_may_not_open_many_files(minutes_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "files = [open('/dev/null') for _ in range(100)]")
    assert refusal(minutes_file, open_files=32).code == "reading_broke_off"


def test_too_large_a_file_is_not_read(minutes_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "CHILD", ("no such command",))
    assert refusal(minutes_file, file_size=100).code == "file_too_large"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe).code == "no_file"


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_minutes(tmp_path / "missing.txt")
