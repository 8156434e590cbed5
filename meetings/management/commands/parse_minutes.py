"""``manage.py parse_minutes FILE…``: what is read in each file, as one JSON object a line; no row is touched."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.ingest.paths import minutes_files
from meetings.ingest.pipeline import read_file
from meetings.parsing import MinutesError


class Command(BaseCommand):
    help = "Print what is read in each file of minutes as JSON, an object a line. Neither database nor index is used."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="a file, or a folder and all below it")

    def handle(self, *, paths: list[Path], **_options: Any) -> None:
        files = failed = 0
        for path in minutes_files(paths):
            files += 1
            try:
                reading = read_file(path)
            except MinutesError as error:
                printed: dict[str, Any] = {"code": error.code, "message": error.message, "line": error.line}
            except OSError as error:
                printed = {
                    "code": "cannot_open",
                    "message": f"The file cannot be opened: {error.strerror}.",
                    "line": None,
                }
            else:
                known = {"source": reading.source, "sha256": reading.sha256, "format": reading.format}
                self.print_line({**known, **reading.minutes.to_dict()})
                continue
            failed += 1
            self.print_line({"source": str(path), "error": printed})
            place = f"{path}:{printed['line']}" if printed["line"] else str(path)
            self.stderr.write(f"{place}: {printed['message']}")
        if not files:
            raise CommandError("There is no file below " + ", ".join(map(str, paths)))
        if failed:
            raise CommandError(f"{failed} of {files} files could not be read; see above.")

    def print_line(self, answer: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
        self.stdout.flush()
