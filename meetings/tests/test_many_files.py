"""Many files: read in parallel, told in their order; one that ends its child, or Ctrl-C, costs nothing else."""

from __future__ import annotations

import json
import os
import signal
import time
from contextlib import closing
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import CommandError, call_command

from meetings.ingest import ahead, pipeline
from meetings.ingest.ahead import read_ahead, usual_jobs
from meetings.management.commands import parse_minutes
from meetings.models import Meeting
from meetings.parsing import ExtractError
from meetings.parsing.coverage import Coverage
from meetings.parsing.parsed import Unplaced
from meetings.tests.test_ingest import MINUTES, failing, run
from meetings.tests.test_sandbox import replace_child

DAYS = ("12th March", "14th May", "16th July", "17th September")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four files of minutes, ``0.txt`` to ``3.txt``, of as many days."""
    made = tmp_path / "minutes"
    made.mkdir()
    for number, day in enumerate(DAYS):
        (made / f"{number}.txt").write_text(MINUTES.replace("Tuesday, 12th March", day))
    return made


def dates() -> list[str]:
    return [str(day) for day in Meeting.objects.order_by("pk").values_list("date", flat=True)]


def test_files_are_read_at_the_same_time_and_told_in_their_order(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = str(tmp_path / "the second is being read")
    wait = f"any(time.sleep(0.01) or os.path.exists({mark!r}) for _ in range(3000)) or os._exit(3)"
    replace_child(monkeypatch, f"open({mark!r}, 'w').close() if name == '1.txt' else None; {wait}")
    out = StringIO()
    call_command("parse_minutes", folder, jobs=2, stdout=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["source"] for line in lines] == [str(folder / f"{number}.txt") for number in range(4)]
    assert [line["date"] for line in lines] == ["2024-03-12", "2024-05-14", "2024-07-16", "2024-09-17"]


@pytest.mark.django_db
@pytest.mark.parametrize("deed", ["os.kill(os.getpid(), signal.SIGKILL)", "hoard = bytes(10**12)", "time.sleep(60)"])
def test_a_file_that_ends_its_child_costs_no_other(
    deed: str, folder: Path, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.READING_SECONDS = 5  # type: ignore[attr-defined]
    replace_child(monkeypatch, f"exec({deed!r} if name == '1.txt' else '')")
    printed, ended = failing(folder, "--jobs", "2")
    assert f"{folder / '1.txt'}: Reading 1.txt" in printed
    assert ended.startswith("4 files: 3 new, 1 failed; 0 published in this run.")
    assert dates() == ["2024-03-12", "2024-07-16", "2024-09-17"]


@pytest.mark.django_db
def test_a_run_that_is_stopped_ends_at_once_and_goes_on_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file's child waits until the first is stored, then does what Ctrl-C does to the command."""
    mark = tmp_path / "stored"
    real = pipeline.keep_reading

    def keep(*args: object, **kwargs: object) -> object:
        kept = real(*args, **kwargs)
        mark.touch()
        return kept

    interrupt = (
        f"any(time.sleep(0.01) or os.path.exists({str(mark)!r}) for _ in range(3000)); "
        f"os.kill({os.getpid()}, signal.SIGINT); time.sleep(60)"
    )
    begun = time.monotonic()
    with monkeypatch.context() as patched:
        replace_child(patched, f"exec({interrupt!r} if name == '1.txt' else '')")
        patched.setattr(pipeline, "keep_reading", keep)
        _, ended = failing(folder, "--jobs", "1")
    assert time.monotonic() - begun < 40
    assert ended.startswith("Stopped at file ")
    assert "goes on from here" in ended
    assert dates() == ["2024-03-12"]

    with mock.patch.object(ahead, "read_file", wraps=ahead.read_file) as read:
        assert run(folder).endswith("4 files: 1 as before, 3 new; 0 published in this run.\n")
    assert sorted(call.args[0].name for call in read.call_args_list) == ["1.txt", "2.txt", "3.txt"]


def test_closing_ends_the_children_that_are_under_way(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "child"
    deed = f"open({str(mark)!r} + name, 'w').write(str(os.getpid())); time.sleep(60)"
    replace_child(monkeypatch, f"exec({deed!r} if name != '0.txt' else '')")
    with closing(read_ahead(sorted(folder.iterdir()), jobs=2)) as readings:
        _, read = next(readings)
        read()
        begun = time.monotonic()
        while not (pid := Path(f"{mark}1.txt").read_text() if Path(f"{mark}1.txt").exists() else ""):
            time.sleep(0.01)
    assert time.monotonic() - begun < 40
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_a_stopped_parse_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, f"os.kill({os.getpid()}, signal.SIGINT); time.sleep(60)")
    with pytest.raises(CommandError, match="Stopped") as ended:
        call_command("parse_minutes", folder, jobs=1, stdout=StringIO())
    assert ended.value.returncode == 128 + signal.SIGINT


def test_what_is_not_wanted_is_read_only_if_called_for(folder: Path) -> None:
    with mock.patch.object(ahead, "read_file", side_effect=ExtractError("read")) as read:
        [(_, first), *_] = list(read_ahead(sorted(folder.iterdir()), jobs=2, wanted=lambda path: path.name == "3.txt"))
        assert [call.args[0].name for call in read.call_args_list] == ["3.txt"]
        with pytest.raises(ExtractError):
            first()
        assert read.call_count == 2


@pytest.mark.parametrize("words", ["0", "65", "two", "-1"])
def test_a_number_of_jobs_that_makes_no_sense_is_refused(words: str, folder: Path) -> None:
    with pytest.raises(CommandError, match="a number from 1 to 64"):
        call_command("ingest_minutes", folder, f"--jobs={words}")


def test_the_usual_jobs_are_the_processors_but_few() -> None:
    with mock.patch("os.sched_getaffinity", return_value=set(range(32))):
        assert usual_jobs() == 4
    with mock.patch("os.sched_getaffinity", return_value={0}):
        assert usual_jobs() == 1


def test_coverage_is_a_line_a_file_and_the_median(folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    lost = Coverage(words=100, held=40, leftover=20, lost=(Unplaced(7, "Wet paint"),))
    measured = [lost, Coverage(words=100, held=90, leftover=10), Coverage(words=10, held=10, leftover=0)]
    out, err = StringIO(), StringIO()
    with (
        mock.patch.object(parse_minutes, "measure_coverage", side_effect=measured),
        pytest.raises(CommandError, match="1 of the files"),
    ):
        call_command("parse_minutes", folder, "--coverage", verbosity=2, stdout=out, stderr=err)
    assert [line.split("\t") for line in out.getvalue().splitlines()] == [
        ["-", "-", str(folder / "0.txt")],
        ["0.5000", "0.2000", str(folder / "1.txt")],
        ["1.0000", "0.1000", str(folder / "2.txt")],
        ["1.0000", "0.0000", str(folder / "3.txt")],
        ["1.0000", "0.1000", "median of 3 files"],
    ]
    refused, told = err.getvalue().splitlines()
    assert "0.txt is empty" in refused
    assert told == f"{folder / '1.txt'}:7: lost: Wet paint"
