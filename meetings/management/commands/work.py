"""``manage.py work``: reads uploads, publishes at set times, has the search index follow, until it is told to end."""

from __future__ import annotations

import datetime as dt
import logging
import os
import select
import signal
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, connections

from meetings.ingest.jobs import forget_abandoned, forget_refused, run_next
from meetings.ingest.sandbox import ReadingStopped
from meetings.management.database import require_migrated
from meetings.models import Meeting
from meetings.publishing import finish_erasures, publish_due
from meetings.search import indexer
from meetings.search.errors import IndexBusy, SearchUnavailable
from meetings.trouble import Trouble, trouble_of

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks for something to do
BETWEEN_TIDYINGS = 600.0
AFTER_TROUBLE = 30.0  # seconds until what went wrong is tried again


class Command(BaseCommand):
    help = "Do what the desk leaves to be done: read uploads, publish at set times, keep the search index up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is there to be done, then end")

    def handle(self, *, once: bool, **_options: Any) -> None:
        require_migrated()
        with _told_to_stop() as stop:
            if not once:
                self.stdout.write("At work: uploads, set times, the search index.")
                self.stdout.flush()
            index_again_at = tidy_again_at = 0.0
            while True:
                pause = PAUSE
                try:
                    if Meeting.objects.exclude(index_due_since=None).exists() and time.monotonic() >= index_again_at:
                        index_again_at = 0.0 if indexer.follow() else time.monotonic() + AFTER_TROUBLE
                    for meeting in publish_due():
                        self.stdout.write(f"Published {meeting} at its time.")
                    if finish_erasures():
                        self.stdout.write("Made the index anew after an erasure.")
                    job = run_next(stop)
                    if job is not None:
                        self.stdout.write(f"{job}{f': {job.message}' if job.message else ''}")
                        pause = 0.0
                    elif time.monotonic() >= tidy_again_at:
                        tidy_again_at = time.monotonic() + BETWEEN_TIDYINGS
                        forget_refused(dt.timedelta(days=settings.KEEP_REFUSED_DAYS))
                        forget_abandoned(dt.timedelta(hours=1))
                except ReadingStopped:
                    return
                except (IndexBusy, SearchUnavailable) as error:
                    log.warning("the search index does not do its part for now: %s", error)
                    pause = AFTER_TROUBLE
                except Error as error:
                    log.warning("the database does not do its part for now: %s", error)
                    connections.close_all()
                    pause = AFTER_TROUBLE
                except OSError as error:
                    if trouble_of(error) is not Trouble.DISK_FULL:
                        raise
                    log.warning("there is no room left on the disk: uploads wait until there is")
                    pause = AFTER_TROUBLE
                if (once and pause == PAUSE) or select.select([stop], [], [], pause)[0]:
                    return


@contextmanager
def _told_to_stop() -> Iterator[int]:
    """A file descriptor that can be read from as soon as the process is asked to end (SIGTERM, SIGINT)."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    former = [signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)]
    wakeup = signal.set_wakeup_fd(writer)
    try:
        yield reader
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in zip((signal.SIGTERM, signal.SIGINT), former, strict=True):
            signal.signal(number, handler)
        os.close(reader)
        os.close(writer)
