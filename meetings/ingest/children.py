"""A child process that deals with a stranger's file: watched by the clock, and ended with all that it began."""

from __future__ import annotations

import os
import select
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import meetings
from meetings.parsing.extract.pdf_tesseract import OCR_LANGUAGES, OCR_SECONDS

_PROJECT = Path(meetings.__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost; beyond it, reading ends with an `ExtractError`."""

    seconds: int = 60  # by the clock, and of computing
    memory: int = 1024 * 1024 * 1024  # bytes
    file_size: int = 50 * 1024 * 1024  # bytes
    output: int = 256 * 1024 * 1024  # bytes of the answer
    open_files: int = 64
    ocr_languages: str = OCR_LANGUAGES
    ocr_seconds: int = OCR_SECONDS  # for the pictures of a file, on top of the other


class ReadingStopped(Exception):
    """Reading was broken off because whoever asked for it no longer wants it."""


def run_child(
    command: Sequence[str],
    *,
    source: IO[bytes],
    answer: IO[bytes],
    complaints: IO[bytes],
    seconds: int,
    stop: int | None = None,
) -> int | None:
    """Run a command from ``source`` to ``answer``; returns its exit status, None where its time ran out.

    Nothing of it outlives this. As soon as the file descriptor ``stop`` can be read from, it is ended, and
    `ReadingStopped` raised.
    """
    os.lseek(source.fileno(), 0, os.SEEK_SET)
    child = subprocess.Popen(  # noqa: S603 -- the commands are this project's own
        command,
        stdin=source,
        stdout=answer,
        stderr=complaints,
        cwd=_PROJECT,
        env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )
    handle = os.pidfd_open(child.pid)
    try:
        ready = select.select([handle] if stop is None else [handle, stop], [], [], seconds)[0]
        if stop in ready:
            raise ReadingStopped
    finally:
        # The child is not yet waited for, so that its group is its own still.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        os.close(handle)
        status = child.wait()
    return status if ready else None
