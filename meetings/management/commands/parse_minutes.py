"""``manage.py parse_minutes FILE…``: what the files say, as one JSON object a line; touches neither rows nor index."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.ingest.ahead import read_ahead
from meetings.ingest.paths import minutes_files, shown
from meetings.management.arguments import add_jobs
from meetings.parsing import MinutesError
from meetings.parsing.coverage import Coverage, measure_coverage
from meetings.parsing.reading import Reading


class Command(BaseCommand):
    help = "Print what files of minutes say, a JSON object a line, without storing anything."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="a file, or a folder and all below it")
        parser.add_argument(
            "--coverage",
            action="store_true",
            help="print instead how much of its words each file's reading holds: words in fields ÷ all words but the "
            "leftovers, leftovers ÷ all words, and the name, with tabs between; the medians last (-v 2: what is lost)",
        )
        add_jobs(parser)

    def handle(self, *, paths: list[Path], coverage: bool, jobs: int, verbosity: int, **options: Any) -> None:
        files = failed = 0
        measured: list[Coverage] = []
        with closing(read_ahead(minutes_files(paths), jobs=jobs)) as ahead:
            try:
                for path, read in ahead:
                    files += 1
                    reading, error = self.read(path, read)
                    failed += reading is None
                    if not coverage:
                        answer = self.answer(reading) if reading else {"error": error}
                        self.print(json.dumps({"source": shown(path), **answer}, ensure_ascii=False))
                    elif reading:
                        measured.append(measure_coverage(reading.text, reading.minutes))
                        self.print_coverage(measured[-1], path, verbosity)
                    else:
                        self.print(f"-\t-\t{shown(path)}")
            except KeyboardInterrupt:
                raise CommandError("Stopped.", returncode=130) from None
        if not files:
            raise CommandError("There is no file below " + ", ".join(map(shown, paths)))
        if measured:
            shares = median(each.share for each in measured), median(each.leftover_share for each in measured)
            self.print(f"{shares[0]:.4f}\t{shares[1]:.4f}\tmedian of {len(measured)} files")
        if failed:
            raise CommandError(f"{failed} of the files could not be read; the lines above say why.")

    def read(self, path: Path, read: Callable[[], Reading]) -> tuple[Reading | None, dict[str, Any]]:
        """The reading, or what was wrong, which is told on standard error too."""
        try:
            return read(), {}
        except MinutesError as error:
            code, message, line = error.code, error.message, error.line
        except OSError as error:
            code, message, line = "cannot_open", f"The file cannot be opened: {error.strerror}.", None
        place = f"{shown(path)}:{line}" if line else shown(path)
        self.stderr.write(f"{place}: {message}")
        return None, {"code": code, "message": message, "line": line}

    def answer(self, reading: Reading) -> dict[str, Any]:
        return {"sha256": reading.sha256, "format": reading.format, **reading.minutes.to_dict()}

    def print_coverage(self, measured: Coverage, path: Path, verbosity: int) -> None:
        self.print(f"{measured.share:.4f}\t{measured.leftover_share:.4f}\t{shown(path)}")
        if verbosity > 1:
            for line in measured.lost:
                self.stderr.write(f"{shown(path)}:{line.line}: lost: {line.text}")

    def print(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
