"""Reading a file from a stranger: in a child process with limits, so that whatever it does costs that one file."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from meetings.parsing import ExtractError, MinutesError, NotMinutes, UnsupportedFormat
from meetings.parsing.reading import Reading

log = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[2]
READER = ("-m", "meetings.parsing")
ERRORS: dict[str, type[MinutesError]] = {
    kind.__name__: kind for kind in (MinutesError, UnsupportedFormat, ExtractError, NotMinutes)
}
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use: ``seconds`` of wall time and of processor time, the rest in bytes."""

    seconds: float = 60
    memory: int = 1024 * MB
    file_size: int = 50 * MB
    output: int = 200 * MB


def read_minutes(path: Path, *, name: str | None = None, limits: Limits | None = None) -> Reading:
    """Read the file at ``path``, which its sender calls ``name`` (else its path does).

    Raises `MinutesError` for whatever is wrong with the file, the limits it broke included, and OSError if it cannot
    be opened.
    """
    limits = limits or Limits()
    with path.open("rb") as content, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        status = _run(json.dumps(asdict(limits)), name or str(path), content, answer, complaint, limits.seconds)
        answer.seek(0)
        complaint.seek(0)
        if status != 0:
            log.warning("reading %s ended with %s: %s", path, status, complaint.read(20_000).decode(errors="replace"))
            raise _died(status, limits)
        try:
            told: dict[str, Any] = json.load(answer)
            return _unpack(told)
        except (ValueError, KeyError, TypeError) as error:
            log.warning("reading %s gave no answer that can be understood: %r", path, error)
            raise _failed() from error


def _run(limits: str, name: str, content: IO[bytes], answer: IO[bytes], complaint: IO[bytes], seconds: float) -> int:
    """The child's exit status; negative the signal that ended it. Whatever it started ends with it."""
    child = subprocess.Popen(  # noqa: S603 (the program is Python itself, its arguments are ours)
        [sys.executable, *READER, limits, name],
        cwd=PROJECT,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=content,
        stdout=answer,
        stderr=complaint,
        start_new_session=True,
    )
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGXCPU
    finally:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself and left nothing behind
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _unpack(told: dict[str, Any]) -> Reading:
    if "error" in told:
        error = told["error"]
        raise ERRORS[error.pop("kind")](error.pop("message"), **error)
    return Reading.from_dict(told["reading"])


def _died(status: int, limits: Limits) -> MinutesError:
    if status == -signal.SIGXCPU:
        return ExtractError(
            f"Reading this file took longer than {limits.seconds:g} seconds and was stopped. Paste its text instead.",
            code="too_slow",
        )
    if status < 0:
        return ExtractError(
            "The reader broke down on this file. It may be damaged: open it, save it anew, and try again.",
            code="reader_died",
        )
    return _failed()


def _failed() -> MinutesError:
    return ExtractError(
        "The reader failed on this file; that is a fault of the portal. Paste the text instead, and report the file.",
        code="reader_failed",
    )
