"""The whole way of one file: read in a child process, kept under its meeting, published if wished."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files import File
from django.db import IntegrityError

from meetings.ingest.paths import shown
from meetings.ingest.sandbox import Limits, read_minutes
from meetings.models import Meeting, SourceFile
from meetings.models.council import name_key
from meetings.parsing import PARSER_VERSION
from meetings.parsing.reading import Reading
from meetings.publishing import publish_meeting
from meetings.storing.bodies import Body, name_body, require_served
from meetings.storing.readings import Kept, keep_reading, newest_version, waiting_reading


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file; ``published`` tells whether this run made it (or its new version) public, ``held_back``
    whether it did not although it was asked to, since the minutes may tell exempt business."""

    kept: Kept
    published: bool
    held_back: bool = False

    @property
    def meeting(self) -> Meeting:
        return self.kept.meeting


def read_file(path: Path, *, name: str | None = None, date: dt.date | None = None, stop: int | None = None) -> Reading:
    """Read one file under the limits of the settings, as `read_minutes` does. Touches no row."""
    limits = Limits(
        seconds=settings.READING_SECONDS,
        memory=settings.READING_MEMORY_MB * 1024 * 1024,
        file_size=settings.UPLOAD_MAX_MB * 1024 * 1024,
        ocr_languages=settings.OCR_LANGUAGES,
        ocr_seconds=settings.OCR_SECONDS,
    )
    return read_minutes(path, name=name or shown(Path(path.name)), date=date, limits=limits, stop=stop)


def ingest_file(
    path: Path,
    *,
    name: str | None = None,
    council: str = "",
    committee: str = "",
    date: dt.date | None = None,
    publish: bool = False,
    publish_doubtful: bool = False,
    restore: bool = False,
    by: User | None = None,
    read: Callable[[], Reading] | None = None,
    stop: int | None = None,
) -> Ingested:
    """Read the file at ``path`` (called ``name`` by its sender), keep it under its meeting, publish it if asked.

    ``council``, ``committee`` and ``date`` outweigh what the file says. ``restore`` makes a file that a later one has
    replaced the newest version again. ``read`` gives the reading where it was made ahead; ``stop`` is that of
    `read_minutes`. What may be exempt is held back unless ``publish_doubtful``, and a withdrawn meeting is not
    published again by this way: that is a deed of its own. Raises `MinutesError` (the file), `BodyRefused` (whose
    minutes?), `DayUnknown` or `AlreadyPublished`; then nothing has been stored.
    """
    kept = None if restore else _known(path, council, committee, date)
    if kept is None:
        reading = read() if read else read_file(path, name=name, date=date, stop=stop)
        if (given := date or _given_before(reading)) and given != reading.minutes.date:
            reading = read_file(path, name=name, date=given, stop=stop)
        body = _filed_under(reading, council, committee) or name_body(
            reading.minutes, council=council, committee=committee, by=by
        )
        require_served(body.council, by)
        kept = _keep(path, reading, body, by, restore)
    # a version that someone else sent meanwhile is not this file, and not to be published with it
    may_publish = publish and kept.meeting.state != "withdrawn" and newest_version(kept.meeting) == kept.source
    if may_publish and kept.source.may_be_exempt and not publish_doubtful:
        shown_already = kept.meeting.state == "published" and waiting_reading(kept.meeting) is None
        return Ingested(kept, published=False, held_back=not shown_already)
    return Ingested(kept, may_publish and publish_meeting(kept.meeting, by=by))


def _filed_under(reading: Reading, council: str, committee: str) -> Body | None:
    """Where these bytes are filed already, which holds unless somebody says otherwise now."""
    if council.strip() or committee.strip():
        return None
    source = SourceFile.objects.filter(sha256=reading.sha256).select_related("meeting__committee__council").first()
    return Body(source.meeting.committee.council.name, source.meeting.committee.name) if source else None


def _given_before(reading: Reading) -> dt.date | None:
    """The day that somebody said these bytes are of, then or since, which holds as `_filed_under` does."""
    source = SourceFile.objects.filter(sha256=reading.sha256).select_related("meeting").first()
    return source.day_given if source else None


def is_stored(path: Path, *, council: str = "", committee: str = "", date: dt.date | None = None) -> bool:
    """Whether `ingest_file` would not read the file, since the archive has it."""
    with suppress(OSError):
        return _known(path, council, committee, date) is not None
    return False


def _known(path: Path, council: str, committee: str, date: dt.date | None) -> Kept | None:
    """The file as the archive has it, where reading it once more could change nothing."""
    if not path.is_file() or path.stat().st_size > settings.UPLOAD_MAX_MB * 1024 * 1024:
        return None  # the reader says what is wrong with it
    with path.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    source = (
        SourceFile.objects.filter(sha256=sha256, parser_version=PARSER_VERSION)
        .select_related("meeting__committee__council")
        .first()
    )
    if source is None or not source.has_original:
        return None
    filed = source.meeting.committee
    stated = [(council, filed.council.key), (committee, filed.key)]
    if any(words.strip() and name_key(words) != key for words, key in stated):
        return None
    if date not in (None, source.meeting.date):
        return None
    return Kept(source, "unchanged")


def _keep(path: Path, reading: Reading, body: Body, by: User | None, restore: bool) -> Kept:
    """Two uploads may make the same council, committee or meeting at once: the one that loses finds it made."""
    try:
        with path.open("rb") as content:
            return keep_reading(reading, File(content), body=body, by=by, restore=restore)
    except IntegrityError:
        with path.open("rb") as content:
            return keep_reading(reading, File(content), body=body, by=by, restore=restore)
