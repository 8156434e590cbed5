"""A file from a stranger is read in a child process that has limits: here is the parent's side."""

from __future__ import annotations

import json
import logging
import os
import select
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import meetings
from meetings.parsing.__main__ import TOO_MUCH_MEMORY, Confines
from meetings.parsing.errors import ExtractError, MinutesError
from meetings.parsing.reading import Reading

log = logging.getLogger(__name__)

# `python -m meetings.parsing`: it loads no Django. Limits and name follow.
CHILD = (sys.executable, "-m", "meetings.parsing")
_PROJECT = Path(meetings.__file__).resolve().parent.parent
_TRY_SMALLER = "Divide the file, or save it as plain text, and try again."


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost; beyond it, reading ends with an `ExtractError`."""

    seconds: int = 60  # by the clock, and of computing
    memory: int = 1024 * 1024 * 1024  # bytes
    file_size: int = 50 * 1024 * 1024  # bytes
    output: int = 256 * 1024 * 1024  # bytes of the answer
    open_files: int = 64


def read_minutes(path: Path, *, name: str | None = None, limits: Limits | None = None) -> Reading:
    """Read one file of minutes in a child process. ``name`` is what its sender calls it.

    Raises `MinutesError` for what is wrong with the file, an `ExtractError` among them where the limits or the child's
    end were it, and `OSError` where the file cannot be opened.
    """
    limits = limits or Limits()
    name = name or path.name
    with open(path, "rb", opener=_open_without_waiting) as file, tempfile.TemporaryFile() as answer:
        _require_readable(file, name, limits)
        with tempfile.TemporaryFile() as complaints:
            status = _run(file, answer, complaints, name, limits)
            if status is None or status:
                _log_end(status, complaints, name)
        if status is None or status == -signal.SIGXCPU:
            raise ExtractError(
                f"Reading {name} took longer than {limits.seconds} seconds and was stopped. {_TRY_SMALLER}",
                code="too_slow",
            )
        if status == TOO_MUCH_MEMORY:
            raise ExtractError(
                f"Reading {name} took too much memory and was stopped. {_TRY_SMALLER}", code="too_much_memory"
            )
        answer.seek(0, os.SEEK_END)
        if answer.tell() >= limits.output:
            raise ExtractError(f"What {name} holds is too much to be kept. {_TRY_SMALLER}", code="too_much_output")
        if status:
            raise ExtractError(
                f"Reading {name} broke off. If it happens again, tell those who run the portal.",
                code="reading_broke_off",
            )
        answer.seek(0)
        return _understand(answer.read(), name)


def _open_without_waiting(path: str, flags: int) -> int:
    """A named pipe would else wait for its writer."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC)


def _require_readable(file: IO[bytes], name: str, limits: Limits) -> None:
    found = os.fstat(file.fileno())
    if not stat.S_ISREG(found.st_mode):
        raise ExtractError(
            f"{name} is no file with content of its own. Choose the file of the minutes.", code="no_file"
        )
    if found.st_size > limits.file_size:
        raise ExtractError(
            f"{name} has {found.st_size / 2**20:.0f} MB; the most that is read is {limits.file_size / 2**20:.0f} MB. "
            "Minutes of one meeting are far smaller: choose their file alone.",
            code="file_too_large",
        )


def _run(file: IO[bytes], answer: IO[bytes], complaints: IO[bytes], name: str, limits: Limits) -> int | None:
    """Run the child to its end and return its exit status, None where its time ran out. Nothing of it outlives this."""
    confines = Confines(limits.seconds, limits.memory, limits.output, limits.open_files)
    child = subprocess.Popen(  # noqa: S603 -- the command is this project's own
        [*CHILD, json.dumps(asdict(confines)), name],
        stdin=file,
        stdout=answer,
        stderr=complaints,
        cwd=_PROJECT,
        env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )
    ended = False
    handle = os.pidfd_open(child.pid)
    try:
        ended = bool(select.select([handle], [], [], limits.seconds)[0])
    finally:
        # The child is not yet waited for, so that its group is its own still.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        os.close(handle)
        status = child.wait()
    return status if ended else None


def _understand(answer: bytes, name: str) -> Reading:
    """The reading that the child's answer holds. Raises the error that it holds instead."""
    error: MinutesError | None = None
    try:
        values: dict[str, Any] = json.loads(answer)
        if "error" in values:
            error = MinutesError.from_dict(values["error"])
        else:
            return Reading.from_dict(values["reading"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as garbled:
        raise ExtractError(
            f"What reading {name} gave cannot be understood. If it happens again, tell those who run the portal.",
            code="garbled_answer",
        ) from garbled
    raise error


def _log_end(status: int | None, complaints: IO[bytes], name: str) -> None:
    complaints.seek(0, os.SEEK_END)
    complaints.seek(max(complaints.tell() - 4000, 0))
    log.warning("reading %s ended with %s\n%s", name, status, complaints.read().decode(errors="replace"))
