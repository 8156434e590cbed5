"""Older Word documents, OpenDocument and Rich Text → Word document (.docx), by LibreOffice shut in a sandbox.

LibreOffice is large, and the file comes from a stranger: so it runs without network, sees of this machine only the
programs, and writes to memory that is gone when it ends. The file goes in by standard input, the document comes out by
standard output.
"""

from __future__ import annotations

import json
import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import IO

from meetings.ingest.children import Limits, run_child
from meetings.parsing import ExtractError, MinutesError, UnsupportedFormat
from meetings.parsing.__main__ import Confines
from meetings.parsing.extract.kinds import unsupported
from meetings.parsing.shut_in import shut_in

log = logging.getLogger(__name__)

# The filters of LibreOffice by which a kind is opened, tried in turn: left to itself it reads anything as plain text.
_FILTERS = {
    "doc": ("MS Word 97", "MS Word 95"),
    "odt": ("writer8",),
    "rtf": ("Rich Text Format",),
}
CONVERTED = frozenset(_FILTERS)
_PREPARE = (sys.executable, "-m", "meetings.parsing.prepare")
_LEAST_MEMORY = 1024 * 1024 * 1024  # bytes that LibreOffice reserves, though it uses a fifth of them
# What LibreOffice needs to see beside programs: their settings, fonts, the name of the account.
_SEEN = ("/etc/libreoffice", "/var/lib/libreoffice", "/etc/fonts", "/etc/passwd")
_OPEN_AND_SAVE = "Open it, save it as a Word document (.docx) and try again."


def conversion_tools() -> tuple[str, str] | None:
    """Where the sandbox (bubblewrap) and LibreOffice are on this machine, None where either is missing."""
    sandbox = shutil.which("bwrap")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    return (sandbox, office) if sandbox and office else None


@contextmanager
def converted(file: IO[bytes], kind: str, *, name: str, limits: Limits, stop: int | None = None) -> Iterator[IO[bytes]]:
    """A Word document of what a file of one of the `CONVERTED` kinds holds, for as long as it is wanted.

    Raises `UnsupportedFormat` (``needs_libreoffice``) where this machine cannot do it, `ExtractError` where the file or
    the limits are why, and `ReadingStopped` as `run_child` does.
    """
    tools = conversion_tools()
    if tools is None:
        raise unsupported(name, kind)
    with tempfile.TemporaryFile() as prepared, tempfile.TemporaryFile() as document:
        if kind == "odt":
            _prepare(file, prepared, name, limits, stop)
        _convert(prepared if kind == "odt" else file, document, kind, tools, name, limits, stop)
        yield document


def _prepare(file: IO[bytes], prepared: IO[bytes], name: str, limits: Limits, stop: int | None) -> None:
    confines = Confines(limits.seconds, limits.memory, limits.output, limits.open_files)
    command = (*_PREPARE, json.dumps(asdict(confines)))
    with tempfile.TemporaryFile() as complaints:
        status = run_child(
            command, source=file, answer=prepared, complaints=complaints, seconds=limits.seconds, stop=stop
        )
    if status is None:
        raise _too_slow(name, limits)
    prepared.seek(0)
    answer = prepared.read(1)
    if status or not answer:
        raise ExtractError(f"{name} cannot be unpacked within the limits. {_OPEN_AND_SAVE}", code="damaged_document")
    if answer == b"{":
        raise MinutesError.from_dict(json.loads(answer + prepared.read())["error"])


def _convert(
    source: IO[bytes],
    document: IO[bytes],
    kind: str,
    tools: tuple[str, str],
    name: str,
    limits: Limits,
    stop: int | None,
) -> None:
    with tempfile.TemporaryFile() as complaints:
        status = run_child(
            sandboxed(*tools, kind, limits),
            source=source,
            answer=document,
            complaints=complaints,
            seconds=limits.seconds,
            stop=stop,
        )
        complaints.seek(0)
        said = complaints.read(4000).decode(errors="replace")
    if status is None or status == 128 + signal.SIGXCPU:
        raise _too_slow(name, limits)
    if status and said.startswith("bwrap:"):
        log.error("the sandbox of LibreOffice cannot be started: %s", said)
        raise UnsupportedFormat(
            f"{name} must be converted, but the sandbox (bubblewrap) cannot be started on this machine; the log says "
            f"why. {_OPEN_AND_SAVE}",
            code="needs_libreoffice",
        )
    if status:
        log.warning("converting %s ended with %s\n%s", name, status, said)
        raise ExtractError(
            f"LibreOffice cannot open {name}: it is damaged, protected by a password, or too large. {_OPEN_AND_SAVE}",
            code="cannot_convert",
        )


def sandboxed(sandbox: str, office: str, kind: str, limits: Limits) -> list[str]:
    """The command that converts standard input to standard output."""
    filters = " ".join(f"'{name}'" for name in _FILTERS[kind])
    convert = (
        f"ulimit -t {limits.seconds}; ulimit -v {max(limits.memory, _LEAST_MEMORY) // 1024}; "
        f"ulimit -f {limits.output // 512}; cat >minutes.{kind} || exit; for filter in {filters}; do "
        f'{office} --headless --norestore --nodefault --nolockcheck --infilter="$filter" '
        f"--convert-to docx --outdir out minutes.{kind} >&2 && [ -s out/minutes.docx ] && exec cat out/minutes.docx; "
        "done; exit 1"
    )
    return shut_in(sandbox, ("sh", "-c", convert), seen=_SEEN, room=limits.file_size + limits.output)


def _too_slow(name: str, limits: Limits) -> ExtractError:
    return ExtractError(
        f"Converting {name} took longer than {limits.seconds} seconds and was stopped. {_OPEN_AND_SAVE}",
        code="too_slow",
    )
