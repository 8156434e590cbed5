"""The child process that reads one file: ``python -m meetings.parsing LIMITS NAME < FILE``, the answer as JSON.

It limits itself before it touches the file, and loads no Django. ``LIMITS`` is `ingest.sandbox.Limits` as JSON.
The answer is ``{"reading": …}`` (`Reading.to_dict`) or ``{"error": {"kind", "code", "message", "line", "fragment"}}``.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
from dataclasses import replace
from typing import Any

from meetings.parsing import PARSER_VERSION, ExtractError, MinutesError, extract_text, parse_minutes
from meetings.parsing.reading import Reading

MB = 1024 * 1024


def main(limits: dict[str, Any], name: str) -> None:
    limit_this_process(limits)
    try:
        answer = json.dumps({"reading": read(name, limits["file_size"]).to_dict()})
        if len(answer) > limits["output"]:
            raise ExtractError(
                "The text read from this file is larger than minutes ever are. Choose the minutes alone.",
                code="too_much_text",
            )
    except MinutesError as error:
        answer = json.dumps({"error": {"kind": type(error).__name__, **_fields(error)}})
    except MemoryError:
        too_large = ExtractError(
            "Reading this file takes more memory than the portal allows. Save it smaller, or paste its text.",
            code="too_much_memory",
        )
        answer = json.dumps({"error": {"kind": "ExtractError", **_fields(too_large)}})
    sys.stdout.write(answer)


def limit_this_process(limits: dict[str, Any]) -> None:
    """What goes beyond fails inside this process, and the parent says so."""
    seconds = int(limits["seconds"]) + 1
    for kind, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_AS, limits["memory"], limits["memory"]),
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # the soft one ends it by a signal that tells why
        (resource.RLIMIT_FSIZE, limits["output"] + MB, limits["output"] + MB),
        (resource.RLIMIT_NOFILE, 64, 64),
    ):
        resource.setrlimit(kind, (soft, hard))


def read(name: str, largest: int) -> Reading:
    """The reading of the bytes on standard input."""
    content = sys.stdin.buffer.read(largest + 1)
    if len(content) > largest:
        raise ExtractError(
            f"The file is larger than {largest // MB} MB. Minutes that large are usually scanned pictures: "
            "save them smaller, or upload their text.",
            code="too_large",
        )
    extracted = extract_text(content, name)
    minutes = parse_minutes(extracted.text)
    return Reading(
        source=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        format=extracted.format,
        encoding=extracted.encoding,
        parser_version=PARSER_VERSION,
        text=extracted.text,
        minutes=replace(minutes, notes=(*extracted.notes, *minutes.notes)),
    )


def _fields(error: MinutesError) -> dict[str, Any]:
    return {"code": error.code, "message": error.message, "line": error.line, "fragment": error.fragment}


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2])
