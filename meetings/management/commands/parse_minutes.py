"""``manage.py parse_minutes FILE…``: what the files say, as one JSON object a line; touches neither rows nor index."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.ingest.paths import minutes_files, shown
from meetings.ingest.pipeline import read_file
from meetings.parsing import MinutesError


class Command(BaseCommand):
    help = "Print what files of minutes say, a JSON object a line, without storing anything."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="a file, or a folder and all below it")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        files = failed = 0
        for path in minutes_files(paths):
            files += 1
            try:
                answer = self.read(path)
            except MinutesError as error:
                failed += 1
                answer = self.failure(path, error.code, error.message, error.line)
            except OSError as error:
                failed += 1
                answer = self.failure(path, "cannot_open", f"The file cannot be opened: {error.strerror}.", None)
            self.stdout.write(json.dumps({"source": shown(path), **answer}, ensure_ascii=False))
            self.stdout.flush()
        if not files:
            raise CommandError("There is no file below " + ", ".join(map(shown, paths)))
        if failed:
            raise CommandError(f"{failed} of the files could not be read; the lines above say why.")

    def read(self, path: Path) -> dict[str, Any]:
        reading = read_file(path)
        return {"sha256": reading.sha256, "format": reading.format, **reading.minutes.to_dict()}

    def failure(self, path: Path, code: str, message: str, line: int | None) -> dict[str, Any]:
        place = f"{shown(path)}:{line}" if line else shown(path)
        self.stderr.write(f"{place}: {message}")
        return {"error": {"code": code, "message": message, "line": line}}
