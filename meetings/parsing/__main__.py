"""The child process that reads one file: ``python -m meetings.parsing LIMITS NAME [DATE]``: bytes in, JSON out.

It confines itself before it looks at the first byte. Standard output holds ``{"reading": …}`` or ``{"error": …}``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import resource
import sys
from dataclasses import dataclass, replace

from meetings.parsing import PARSER_VERSION, MinutesError, extract_text, parse_minutes
from meetings.parsing.extract.pdf_tesseract import OCR_LANGUAGES, OCR_SECONDS, Recognition
from meetings.parsing.reading import Reading

TOO_MUCH_MEMORY = 77  # the exit status of a child that met its memory limit


@dataclass(frozen=True, slots=True)
class Confines:
    """What the child may use; handed over as JSON on its command line."""

    seconds: int  # of computing
    memory: int  # bytes
    output: int  # bytes
    open_files: int
    ocr_languages: str = OCR_LANGUAGES
    ocr_seconds: int = OCR_SECONDS

    @property
    def recognition(self) -> Recognition:
        """How the text of pictures is recognised."""
        return Recognition(self.ocr_languages, self.ocr_seconds)

    def apply(self) -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # At the first limit comes SIGXCPU, at the second SIGKILL, which would not tell what was wrong.
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.output, self.output))
        resource.setrlimit(resource.RLIMIT_NOFILE, (self.open_files, self.open_files))


def read(data: bytes, name: str, date: dt.date | None = None, recognition: Recognition | None = None) -> Reading:
    """Extract and parse the bytes of one file, as `extract_text` and `parse_minutes` do. Raises `MinutesError`."""
    extracted = extract_text(data, name, recognition)
    minutes = parse_minutes(extracted.text, date)
    return Reading(
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        format=extracted.format,
        encoding=extracted.encoding,
        parser_version=PARSER_VERSION,
        text=extracted.text,
        minutes=replace(minutes, notes=(*extracted.notes, *minutes.notes)),
    )


def main(confines: str, name: str, date: str = "") -> None:
    try:
        limits = Confines(**json.loads(confines))
        limits.apply()
        data = sys.stdin.buffer.read()
        try:
            day = dt.date.fromisoformat(date) if date else None
            answer = {"reading": read(data, name, day, limits.recognition).to_dict()}
        except MinutesError as error:
            answer = {"error": error.to_dict()}
        sys.stdout.buffer.write(json.dumps(answer).encode())
        sys.stdout.buffer.flush()
    except MemoryError:
        os._exit(TOO_MUCH_MEMORY)  # what is left is not enough for a tidy end


if __name__ == "__main__":
    main(*sys.argv[1:])
