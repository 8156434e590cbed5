"""``manage.py ingest_minutes PATH…``: files and folders of minutes → rows, and published with ``--publish``."""

from __future__ import annotations

import datetime as dt
import logging
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from meetings.ingest.ahead import read_ahead
from meetings.ingest.paths import minutes_files, shown
from meetings.ingest.pipeline import ingest_file, is_stored
from meetings.management.arguments import add_jobs, day
from meetings.management.database import require_migrated
from meetings.parsing import MinutesError
from meetings.parsing.parsed import ParsedMinutes
from meetings.parsing.reading import Reading
from meetings.search import indexer
from meetings.storing.bodies import BodyRefused, name_body
from meetings.storing.readings import AlreadyPublished, DayUnknown, require_date

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
        parser.add_argument(
            "--date", type=day, metavar="YYYY-MM-DD", help="the day of the meeting, whatever the one file says"
        )
        parser.add_argument("--publish", action="store_true", help="publish what was read (else it is a draft)")
        parser.add_argument(
            "--publish-doubtful",
            action="store_true",
            help="publish also what may tell exempt business by its note, which --publish holds back",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be read, store nothing")
        add_jobs(parser)

    def handle(self, *, paths: list[Path], dry_run: bool, jobs: int, **options: Any) -> None:
        files = list(minutes_files(paths))
        if not files:
            raise CommandError("There is no file below " + ", ".join(map(shown, paths)))
        if options["date"] and len(files) > 1:
            raise CommandError(f"--date is the day of one meeting: name its file alone, not {len(files)} files.")
        if not dry_run:
            require_migrated()
        options["publish"] |= options["publish_doubtful"]
        stated = {name: options[name] for name in ("council", "committee", "date")}
        tally: Counter[str] = Counter()
        self.taken = 0  # a bar that is not shown does not count
        ahead = read_ahead(
            files, jobs=jobs, date=options["date"], wanted=lambda path: dry_run or not is_stored(path, **stated)
        )
        progress = tqdm(total=len(files), unit="file", disable=None, leave=False)
        deed = self.preview if dry_run else self.ingest
        try:
            with indexer.deferred(), closing(ahead), progress:
                self.take_all(ahead, progress, tally, deed, options)
        except KeyboardInterrupt:
            raise CommandError(
                f"Stopped at file {self.taken + 1} of {len(files)}: {_counts(tally)} What is done is kept, and the "
                "same command goes on from here.",
                returncode=130,
            ) from None
        summary = f"{len(files)} {'file' if len(files) == 1 else 'files'}: {_counts(tally)}"
        if tally["failed"]:
            held = " Nor was what is held back published: see its note." if tally["held back"] else ""
            raise CommandError(f"{summary} What failed is listed above; nothing of it was stored.{held}")
        if tally["held back"]:
            raise CommandError(
                f"{summary} What may tell exempt business was not published: look at its note above, and publish it at "
                "the desk, or with --publish-doubtful."
            )
        self.say(summary)

    def take_all(
        self,
        ahead: Iterable[tuple[Path, Callable[[], Reading]]],
        progress: tqdm,
        tally: Counter[str],
        deed: Callable[..., list[str]],
        options: dict[str, Any],
    ) -> None:
        """Do the deed to each file, and count what became of it."""
        try:
            for path, read in ahead:
                tally.update(self.take(path, partial(deed, path, read, **options)))
                self.taken += 1
                progress.update()
        except KeyboardInterrupt:
            if options["publish"]:
                self.say("Bringing the index up to date; Ctrl-C once more leaves it to the next command that writes.")
            raise

    def take(self, path: Path, deed: Callable[[], list[str]]) -> list[str]:
        """What to count one file of many under: whatever is wrong with it is told, and costs no other."""
        try:
            return deed()
        except MinutesError as error:
            place = f"{shown(path)}:{error.line}" if error.line else shown(path)
            self.complain(f"{place}: {error.message}" + (f" [{error.fragment}]" if error.fragment else ""))
        except BodyRefused as error:
            self.complain(f"{shown(path)}: {error.message} On the command line: --{error.field} NAME.")
        except DayUnknown as error:
            self.complain(f"{shown(path)}: {error} Give the day for this file alone: --date YYYY-MM-DD.")
        except AlreadyPublished as error:
            self.complain(f"{shown(path)}: {error}")
        except OSError as error:
            self.complain(f"{shown(path)}: cannot be opened: {error.strerror}")
        except Exception:  # one file of many: the others go on, and the run ends non-zero
            log.exception("%s", shown(path))
            self.complain(f"{shown(path)}: an error of the portal itself, see the log above")
        return ["failed"]

    def ingest(
        self,
        path: Path,
        read: Callable[[], Reading],
        *,
        council: str,
        committee: str,
        date: dt.date | None,
        publish: bool,
        publish_doubtful: bool,
        **options: Any,
    ) -> list[str]:
        ingested = ingest_file(
            path,
            council=council,
            committee=committee,
            date=date,
            publish=publish,
            publish_doubtful=publish_doubtful,
            read=read,
        )
        outcome = ingested.kept.outcome
        if outcome == "unchanged" and not (ingested.published or ingested.held_back):
            if options["verbosity"] > 1:
                self.say(f"{shown(path)}: {ingested.meeting}: as before ({ingested.meeting.state})")
            return [WORDS["unchanged"]]
        if outcome == "waiting" and ingested.published:
            outcome = "updated"
        state = WORDS[outcome]
        if ingested.published:
            state += ", published"
        elif ingested.held_back:
            state += ", held back: it may tell exempt business"
        minutes = ParsedMinutes.from_dict(ingested.kept.source.reading)
        self.say(f"{shown(path)}: {ingested.meeting} ({_contents(minutes)}): {state}")
        if ingested.kept.new_committee:
            filed = ingested.meeting.committee
            self.say(f"    note: “{filed}” of {filed.council} is new to the archive")
        self.report_doubts(path, minutes)
        deeds = {"published": ingested.published, "held back": ingested.held_back}
        return [WORDS[outcome], *(deed for deed, done in deeds.items() if done)]

    def preview(
        self, path: Path, read: Callable[[], Reading], *, council: str, committee: str, **_options: Any
    ) -> list[str]:
        minutes = read().minutes
        body = name_body(minutes, council=council, committee=committee)
        self.say(f"{shown(path)}: {body.council}, {body.committee}, {require_date(minutes)} ({_contents(minutes)})")
        self.report_doubts(path, minutes)
        return ["readable"]

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

    def complain(self, line: str) -> None:
        with tqdm.external_write_mode():
            self.stderr.write(line)


def _contents(minutes: ParsedMinutes) -> str:
    resolutions = sum(len(item.resolutions) for item in minutes.items)
    return f"{len(minutes.items)} items, {resolutions} resolutions"


def _counts(tally: Counter[str]) -> str:
    kinds = ", ".join(f"{count} {kind}" for kind, count in tally.items() if kind not in ("published", "held back"))
    held = f", {tally['held back']} held back" if tally["held back"] else ""
    return f"{kinds or 'none is done'}; {tally['published']} published in this run{held}."
