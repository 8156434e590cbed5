"""A file from a stranger is read in a child process that has limits: here is the parent's side."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import os
import signal
import stat
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, Any

from meetings.ingest.children import Limits, ReadingStopped, run_child
from meetings.ingest.office import CONVERTED, converted
from meetings.parsing.__main__ import TOO_MUCH_MEMORY, Confines
from meetings.parsing.errors import ExtractError, MinutesError
from meetings.parsing.extract.kinds import kind_of
from meetings.parsing.reading import Reading

__all__ = ["Limits", "ReadingStopped", "read_minutes"]

log = logging.getLogger(__name__)

# `python -m meetings.parsing`: it loads no Django. Limits and name follow, and the day where it was given.
CHILD = (sys.executable, "-m", "meetings.parsing")
# Python says so by this status; libraries in C, which cannot, abort where they get no memory.
_OUT_OF_MEMORY = (TOO_MUCH_MEMORY, -signal.SIGABRT)
_TRY_SMALLER = "Divide the file, or save it as plain text, and try again."


def read_minutes(
    path: Path,
    *,
    name: str | None = None,
    date: dt.date | None = None,
    limits: Limits | None = None,
    stop: int | None = None,
) -> Reading:
    """Read one file of minutes in a child process. ``name`` is what its sender calls it, ``date`` the day of the
    meeting where it is known from elsewhere.

    Raises `MinutesError` for what is wrong with the file, an `ExtractError` among them where the limits or the child's
    end were it, and `OSError` where the file cannot be opened. As soon as the file descriptor ``stop`` can be read
    from, the child is ended, and `ReadingStopped` raised.
    """
    limits = limits or Limits()
    confines = Confines(
        limits.seconds, limits.memory, limits.output, limits.open_files, limits.ocr_languages, limits.ocr_seconds
    )
    name = name or path.name
    with (
        open(path, "rb", opener=_open_without_waiting) as file,
        tempfile.TemporaryFile() as answer,
        ExitStack() as held,
    ):
        _require_readable(file, name, limits)
        kind = kind_of(os.pread(file.fileno(), limits.file_size, 0))
        source: IO[bytes] = file
        # recognising the text of pictures is waited for, and computed by another process
        seconds = limits.seconds + (limits.ocr_seconds if kind == "pdf" else 0)
        if kind in CONVERTED:
            source = held.enter_context(converted(file, kind, name=name, limits=limits, stop=stop))
        with tempfile.TemporaryFile() as complaints:
            status = run_child(
                [*CHILD, json.dumps(asdict(confines)), name, *([date.isoformat()] if date else [])],
                source=source,
                answer=answer,
                complaints=complaints,
                seconds=seconds,
                stop=stop,
            )
            if status is None or status:
                _log_end(status, complaints, name)
        if status is None or status == -signal.SIGXCPU:
            allowed = seconds if status is None else limits.seconds
            raise ExtractError(
                f"Reading {name} took longer than {allowed} seconds and was stopped. {_TRY_SMALLER}",
                code="too_slow",
            )
        if status in _OUT_OF_MEMORY:
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
        reading = _understand(answer.read(), name)
        return _as_sent(reading, file, kind) if kind in CONVERTED else reading


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


def _as_sent(reading: Reading, file: IO[bytes], kind: str) -> Reading:
    """The reading of a converted file, as that of the file that was sent."""
    content = os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0)
    return replace(reading, sha256=hashlib.sha256(content).hexdigest(), size=len(content), format=kind)


def _log_end(status: int | None, complaints: IO[bytes], name: str) -> None:
    complaints.seek(0, os.SEEK_END)
    complaints.seek(max(complaints.tell() - 4000, 0))
    log.warning("reading %s ended with %s\n%s", name, status, complaints.read().decode(errors="replace"))
