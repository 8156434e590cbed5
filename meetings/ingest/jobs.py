"""Uploads read one after the other, by workers that may die: each is taken up again, once."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from meetings.ingest.pipeline import Ingested, ingest_file
from meetings.ingest.sandbox import ReadingStopped
from meetings.models import Council, IngestJob, SourceFile
from meetings.models.council import name_key
from meetings.models.jobs import UPLOADS, upload_path
from meetings.parsing import PARSER_VERSION, MinutesError
from meetings.storing.bodies import BodyRefused
from meetings.storing.readings import AlreadyPublished, DayUnknown, newest_version
from meetings.trouble import Trouble, trouble_of

log = logging.getLogger(__name__)

LEASE = dt.timedelta(seconds=30)
MOST_ATTEMPTS = 2
State = IngestJob.State


def enqueue(
    content: File[bytes], *, name: str, by: User, council: str = "", committee: str = "", batch: uuid.UUID | None = None
) -> IngestJob:
    """Keep an upload to be read. A file that the archive has as it stands is recognised here, and not read again."""
    job = IngestJob(by=by, name=name, size=content.size, council=council, committee=committee)
    job.batch = batch or job.batch
    known = _already_newest(content, by, council, committee)
    if known is not None:
        job.state, job.source, job.outcome, job.finished_at = State.DONE, known, "unchanged", timezone.now()
        job.save()
        return job
    content.seek(0)
    name = upload_path(job, "")
    try:
        job.content = default_storage.save(name, content)
        job.save()
    except BaseException:
        default_storage.delete(name)  # no row would ever name it, or what there is of it
        raise
    return job


def cancel(job: IngestJob) -> bool:
    """Give up on an upload that is not read yet; returns False where a worker has it, or it is done."""
    return _finish(job, State.CANCELLED, only_from=[State.WAITING, State.REFUSED])


def retry(job: IngestJob, *, council: str, committee: str, date: dt.date | None) -> bool:
    """Have a refused upload read again, with what the clerk says of it now."""
    again = IngestJob.objects.filter(pk=job.pk, state=State.REFUSED)
    return bool(
        again.update(
            state=State.WAITING,
            attempts=0,
            finished_at=None,
            message="",
            field="",
            council=council,
            committee=committee,
            date=date,
        )
    )


def run_next(stop: int | None = None) -> IngestJob | None:
    """Take the oldest upload that waits, and read it into the archive; None where none waits.

    A worker that dies over it leaves it to the next one, which is the last to try. As soon as the file descriptor
    ``stop`` can be read from, the upload is put back and `ReadingStopped` raised; so it is where the disk is full, and
    that error raised.
    """
    job = _take()
    if job is None:
        return None
    if job.attempts > MOST_ATTEMPTS:
        _refuse(job, "Reading this file broke off twice. Divide it, or save it as plain text, and upload that.")
        return job
    try:
        with _alive(job):
            ingested = _ingest(job, stop)
    except ReadingStopped:
        _give_back(job)
        raise
    except MinutesError as error:
        _refuse(job, (f"Line {error.line}: " if error.line else "") + error.message)
    except BodyRefused as error:
        _refuse(job, error.message, error.field)
    except DayUnknown as error:
        _refuse(job, f"{error} On what day was the meeting?", "date")
    except AlreadyPublished as error:
        _refuse(job, str(error))
    except FileNotFoundError:
        _refuse(job, "The upload is no longer there. Upload the file again.")
    except Exception as error:  # an upload's, not the worker's end
        if trouble_of(error) is Trouble.DISK_FULL:
            _give_back(job)
            raise
        log.exception("reading the upload %s", job.pk)
        _refuse(job, "An error of the portal itself stopped the reading. Tell those who run it; the file is kept.")
    else:
        job.source, job.outcome = ingested.kept.source, ingested.kept.outcome
        _finish(job, State.DONE, only_from=[State.READING])
    return job


def forget_refused(older_than: dt.timedelta) -> int:
    """Delete the uploads that were refused or cancelled so long ago, and return how many there were."""
    gone = 0
    finished = IngestJob.objects.filter(state=State.REFUSED, finished_at__lt=timezone.now() - older_than)
    for job in finished:
        gone += _finish(job, State.CANCELLED, only_from=[State.REFUSED])
    return gone


def forget_abandoned(older_than: dt.timedelta) -> int:
    """Delete what is left of uploads during which the portal itself was killed: files that no row names, so old that
    nobody is writing them any more. Returns how many there were."""
    before = (timezone.now() - older_than).timestamp()
    waiting = {default_storage.path(name) for name in IngestJob.objects.values_list("content", flat=True) if name}
    gone = 0
    for directory in (Path(default_storage.path(UPLOADS)), Path(settings.FILE_UPLOAD_TEMP_DIR)):
        for path in directory.iterdir() if directory.is_dir() else ():
            if str(path) not in waiting and path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
                gone += 1
    return gone


def _already_newest(content: File[bytes], by: User, council: str, committee: str) -> SourceFile | None:
    """The archive's own file of these bytes, where to read it again for this clerk would change nothing."""
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    sources = SourceFile.objects.filter(sha256=digest.hexdigest(), parser_version=PARSER_VERSION)
    source = sources.filter(meeting__committee__council__in=Council.objects.served_by(by)).first()
    if source is None or not source.has_original or newest_version(source.meeting) != source:
        return None
    filed = source.meeting.committee
    stated = [(council, filed.council.key), (committee, filed.key)]
    return None if any(words.strip() and name_key(words) != key for words, key in stated) else source


def _take() -> IngestJob | None:
    """Claim the oldest due upload for this worker: of two that try, one changes the row."""
    while True:
        now = timezone.now()
        job = IngestJob.objects.due(now).select_related("by").first()
        if job is None:
            return None
        unchanged = IngestJob.objects.filter(
            pk=job.pk, state=job.state, attempts=job.attempts, leased_until=job.leased_until
        )
        if unchanged.update(state=State.READING, attempts=job.attempts + 1, leased_until=now + LEASE):
            job.refresh_from_db(fields=["state", "attempts", "leased_until"])
            return job


@contextmanager
def _alive(job: IngestJob) -> Iterator[None]:
    """Put the end of the lease off as long as the block runs."""
    done = Event()

    def beat() -> None:
        try:
            while not done.wait(LEASE.total_seconds() / 3):
                IngestJob.objects.filter(pk=job.pk, state=State.READING).update(leased_until=timezone.now() + LEASE)
        finally:
            connection.close()  # of this thread

    heart = Thread(target=beat, name="keep the upload", daemon=True)
    heart.start()
    try:
        yield
    finally:
        done.set()
        heart.join()


def _ingest(job: IngestJob, stop: int | None) -> Ingested:
    return ingest_file(
        Path(job.content.path),
        name=job.name,
        council=job.council,
        committee=job.committee,
        date=job.date,
        restore=True,
        by=job.by,
        stop=stop,
    )


def _refuse(job: IngestJob, message: str, field: str = "") -> None:
    job.message, job.field = message, field
    _finish(job, State.REFUSED, only_from=[State.READING])


def _give_back(job: IngestJob) -> None:
    IngestJob.objects.filter(pk=job.pk, state=State.READING).update(
        state=State.WAITING, attempts=job.attempts - 1, leased_until=None
    )


def _finish(job: IngestJob, state: str, *, only_from: list[str]) -> bool:
    """Settle an upload, unless it has become another's meanwhile. The file stays only where it may be read again."""
    values = {name: getattr(job, name) for name in ("source", "outcome", "message", "field")}
    with transaction.atomic():
        finished = IngestJob.objects.filter(pk=job.pk, state__in=only_from).update(
            state=state, finished_at=timezone.now(), leased_until=None, **values
        )
        if finished and state != State.REFUSED:
            transaction.on_commit(lambda: job.content.delete(save=False))
    job.state = state if finished else job.state
    return bool(finished)
