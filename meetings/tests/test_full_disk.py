"""A disk without room: what cannot be done is told kindly, nothing is half stored, and once there is room again all
goes on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from whoosh.filedb.filestore import FileStorage

from meetings.ingest.jobs import run_next
from meetings.models import IngestJob, Meeting, SourceFile
from meetings.publishing import publish_meeting
from meetings.search import checking
from meetings.search.index import configured_index
from meetings.tests.readings import keep
from meetings.tests.test_desk import clerk_of, text_file
from meetings.tests.test_ingest import MINUTES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

ROOM = 100  # bytes that still fit


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(clerk_of("Harrowmere Borough Council"))
    client.raise_request_exception = False  # the page for it is what is looked at
    return client


def full(*_arguments: Any, **_options: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


@contextmanager
def full_disk(*, saves: int = 100) -> Iterator[None]:
    """Of so many files the beginning is written, then there is no room."""
    real, left = FileSystemStorage._save, [saves]

    def save(storage: FileSystemStorage, name: str, content: Any) -> str:
        if not left[0]:
            return real(storage, name, content)
        left[0] -= 1
        path = Path(storage.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read()[:ROOM])
        return full()

    with mock.patch.object(FileSystemStorage, "_save", save):
        yield


def files_of(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file()]


@pytest.mark.parametrize("script", [False, True])
def test_an_upload_that_does_not_fit_is_told_and_leaves_nothing(desk: Client, tmp_path: Path, script: bool) -> None:
    accept = "application/json" if script else "text/html"
    with full_disk():
        answer = desk.post("/desk/upload/", {"file": text_file()}, headers={"accept": accept})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    [said] = answer.json()["errors"] if script else [answer.content.decode()]
    assert "no room left on its disk" in said
    assert "Tell those who run the portal" in said
    assert not IngestJob.objects.exists()
    assert files_of(tmp_path / "originals") == []
    assert desk.post("/desk/upload/", {"file": text_file()}, follow=True).status_code == 200


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Django leaves the file to the collector
def test_a_large_upload_that_does_not_fit_while_it_comes_in_is_told(desk: Client, settings: Any) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = ROOM
    with mock.patch.object(TemporaryFileUploadHandler, "receive_data_chunk", full):
        answer = desk.post("/desk/upload/", {"file": text_file()})
    assert answer.status_code == 503
    assert "no room left on its disk" in answer.content.decode()
    assert not IngestJob.objects.exists()
    assert files_of(Path(settings.FILE_UPLOAD_TEMP_DIR)) == []


def test_a_file_that_does_not_fit_in_the_archive_waits_until_there_is_room(
    desk: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker goes on, and reads the file when it fits."""
    desk.post("/desk/upload/", {"file": text_file()})
    with full_disk(), pytest.raises(OSError, match="No space left"):
        run_next()
    job = IngestJob.objects.get()
    assert (job.state, job.attempts) == (IngestJob.State.WAITING, 0)
    assert not Meeting.objects.exists()
    assert files_of(tmp_path / "originals") == [Path(job.content.path)]
    monkeypatch.setattr("meetings.management.commands.work.AFTER_TROUBLE", 0.01)
    with full_disk(saves=3):
        call_command("work", "--once", stdout=StringIO())
    job.refresh_from_db()
    assert (job.state, job.source.meeting) == (IngestJob.State.DONE, Meeting.objects.get())
    assert job.source.has_original


def test_an_original_that_was_cut_off_is_none_and_is_put_back() -> None:
    kept = keep(content=MINUTES.encode())
    path = Path(kept.source.content.path)
    path.write_bytes(MINUTES.encode()[:ROOM])
    assert not kept.source.has_original
    keep(content=MINUTES.encode())
    assert path.read_text() == MINUTES
    assert SourceFile.objects.get().has_original


@pytest.mark.parametrize("step", ["create_file", "rename_file"])
def test_an_index_without_room_follows_later(desk: Client, step: str) -> None:
    first = keep().meeting
    publish_meeting(first)
    meeting = keep().meeting
    publish_meeting(meeting)  # a new version of it waits
    assert checking.check().faults == []
    with mock.patch.object(FileStorage, step, full):
        answer = desk.post(f"/desk/meetings/{meeting.pk}/withdraw/", {"reason": "Wrong."}, follow=True)
        assert answer.status_code == 200
        assert desk.get(meeting.get_absolute_url()).status_code == 410
        assert desk.get("/search/?q=bandstand").context["page"].total == 0
        assert Meeting.objects.exclude(index_due_since=None).exists()
    call_command("work", "--once", stdout=StringIO())
    assert not Meeting.objects.exclude(index_due_since=None).exists()
    assert checking.check().faults == []
    assert configured_index().fingerprints() == []


def test_a_database_without_room_is_told(desk: Client, tmp_path: Path) -> None:
    with mock.patch.object(IngestJob, "save", side_effect=OperationalError("database or disk is full")):
        answer = desk.post("/desk/upload/", {"file": text_file()})
    assert answer.status_code == 503
    assert "no room left on its disk" in answer.content.decode()
    assert not IngestJob.objects.exists()
    assert files_of(tmp_path / "originals") == []


def test_a_fault_of_ours_is_still_one(desk: Client) -> None:
    for error in (ZeroDivisionError(), OSError(errno.EIO, "Input/output error"), OperationalError("no such table: x")):
        with mock.patch("meetings.views.uploading.enqueue", side_effect=error):
            answer = desk.post("/desk/upload/", {"file": text_file()})
        assert answer.status_code == 500
        assert "Something went wrong" in answer.content.decode()
