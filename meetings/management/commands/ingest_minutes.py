"""``manage.py ingest_minutes PATH…``: files and folders of minutes → rows, and published with ``--publish``."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from meetings.ingest.paths import minutes_files, shown
from meetings.ingest.pipeline import ingest_file, read_file
from meetings.management.database import require_migrated
from meetings.parsing import MinutesError
from meetings.parsing.parsed import ParsedMinutes
from meetings.search import indexer
from meetings.storing.bodies import BodyRefused, name_body
from meetings.storing.readings import AlreadyPublished

log = logging.getLogger(__name__)

WORDS = {
    "created": "new",
    "updated": "updated",
    "waiting": "waits for --publish",
    "unchanged": "as before",
}


class Command(BaseCommand):
    help = "Read files and folders of minutes into the archive. Repeating it changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder and all below it")
        parser.add_argument("--council", default="", metavar="NAME", help="whose minutes these are, whatever they say")
        parser.add_argument("--committee", default="", metavar="NAME", help="which committee's, whatever they say")
        parser.add_argument("--publish", action="store_true", help="publish what was read (else it is a draft)")
        parser.add_argument("--dry-run", action="store_true", help="say what would be read, store nothing")

    def handle(self, *, paths: list[Path], dry_run: bool, **options: Any) -> None:
        files = list(minutes_files(paths))
        if not files:
            raise CommandError("There is no file below " + ", ".join(map(shown, paths)))
        if not dry_run:
            require_migrated()
        tally: Counter[str] = Counter()
        with indexer.deferred():
            for path in tqdm(files, unit="file", disable=None, leave=False):
                try:
                    tally.update([self.preview(path, **options)] if dry_run else self.ingest(path, **options))
                except MinutesError as error:
                    place = f"{shown(path)}:{error.line}" if error.line else shown(path)
                    self.fail(tally, f"{place}: {error.message}" + (f" [{error.fragment}]" if error.fragment else ""))
                except BodyRefused as error:
                    self.fail(tally, f"{shown(path)}: {error.message} On the command line: --{error.field} NAME.")
                except AlreadyPublished as error:
                    self.fail(tally, f"{shown(path)}: {error}")
                except OSError as error:
                    self.fail(tally, f"{shown(path)}: cannot be opened: {error.strerror}")
                except Exception:  # one file of many: the others go on, and the run ends non-zero
                    log.exception("%s", shown(path))
                    self.fail(tally, f"{shown(path)}: an error of the portal itself, see the log above")
        published = tally.pop("published", 0)
        counted = ", ".join(f"{count} {kind}" for kind, count in tally.items())
        summary = (
            f"{len(files)} {'file' if len(files) == 1 else 'files'}: {counted}; {published} published in this run."
        )
        if tally["failed"]:
            raise CommandError(f"{summary} What failed is listed above; nothing of it was stored.")
        self.say(summary)

    def ingest(self, path: Path, *, council: str, committee: str, publish: bool, **options: Any) -> list[str]:
        """What to count the file under."""
        ingested = ingest_file(path, council=council, committee=committee, publish=publish)
        outcome = ingested.kept.outcome
        if outcome == "unchanged" and not ingested.published:
            if options["verbosity"] > 1:
                self.say(f"{shown(path)}: {ingested.meeting}: as before ({ingested.meeting.state})")
            return [WORDS["unchanged"]]
        if outcome == "waiting" and ingested.published:
            outcome = "updated"
        state = WORDS[outcome] + (", published" if ingested.published else "")
        minutes = ParsedMinutes.from_dict(ingested.kept.source.reading)
        self.say(f"{shown(path)}: {ingested.meeting} ({_contents(minutes)}): {state}")
        if ingested.kept.new_committee:
            filed = ingested.meeting.committee
            self.say(f"    note: “{filed}” of {filed.council} is new to the archive")
        self.report_doubts(path, minutes)
        return [WORDS[outcome], "published"] if ingested.published else [WORDS[outcome]]

    def preview(self, path: Path, *, council: str, committee: str, **_options: Any) -> str:
        reading = read_file(path)
        body = name_body(reading.minutes, council=council, committee=committee)
        self.say(
            f"{shown(path)}: {body.council}, {body.committee}, {reading.minutes.date} ({_contents(reading.minutes)})"
        )
        self.report_doubts(path, reading.minutes)
        return "readable"

    def report_doubts(self, path: Path, minutes: ParsedMinutes) -> None:
        for note in minutes.notes:
            self.say(
                f"    note: {shown(path)}:{note.line}: {note.message}" if note.line else f"    note: {note.message}"
            )
        for line in minutes.unplaced:
            self.say(f"    not placed: {shown(path)}:{line.line}: {line.text}")

    def say(self, line: str) -> None:
        with tqdm.external_write_mode():
            self.stdout.write(line)

    def fail(self, tally: Counter[str], line: str) -> None:
        with tqdm.external_write_mode():
            self.stderr.write(line)
        tally["failed"] += 1


def _contents(minutes: ParsedMinutes) -> str:
    resolutions = sum(len(item.resolutions) for item in minutes.items)
    return f"{len(minutes.items)} items, {resolutions} resolutions"
