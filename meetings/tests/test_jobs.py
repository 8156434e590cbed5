"""Uploads as jobs: read by a worker, taken up again where one died, refused with what to do, recognised before any
work."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from meetings.ingest import jobs
from meetings.ingest.jobs import cancel, enqueue, forget_refused, retry, run_next
from meetings.ingest.sandbox import ReadingStopped
from meetings.models import IngestJob, Meeting
from meetings.publishing import schedule_publication
from meetings.storing.readings import newest_version
from meetings.tests.environment import PROJECT, bare_environment
from meetings.tests.readings import keep
from meetings.tests.test_desk import clerk_of
from meetings.tests.test_ingest import MINUTES

pytestmark = [pytest.mark.django_db, pytest.mark.desk]

State = IngestJob.State


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


def upload(clerk: User, text: str = MINUTES, name: str = "amenities.txt", **said: str) -> IngestJob:
    return enqueue(ContentFile(text.encode()), name=name, by=clerk, **said)


def kept(job: IngestJob) -> bool:
    content = IngestJob.objects.get(pk=job.pk).content
    return content.storage.exists(content.name)


def test_an_upload_waits_until_a_worker_reads_it(clerk: User) -> None:
    job = upload(clerk)
    assert job.state == State.WAITING
    assert not Meeting.objects.exists()
    done = run_next()
    assert done is not None
    done.refresh_from_db()
    assert (done.pk, done.state, done.outcome) == (job.pk, State.DONE, "created")
    assert done.source.meeting == Meeting.objects.get()
    assert done.source.name == "amenities.txt"
    assert done.source.uploaded_by == clerk
    assert run_next() is None


def test_the_upload_goes_once_it_is_in_the_archive(clerk: User, django_capture_on_commit_callbacks) -> None:
    job = upload(clerk)
    assert kept(job)
    with django_capture_on_commit_callbacks(execute=True):
        run_next()
    assert not kept(job)
    assert IngestJob.objects.get().source.has_original


def test_uploads_are_read_in_the_order_in_which_they_came(clerk: User) -> None:
    first, second = upload(clerk), upload(clerk, MINUTES.replace("12th March", "13th March").replace("Tues", "Wednes"))
    assert [run_next(), run_next(), run_next()] == [first, second, None]
    assert Meeting.objects.count() == 2


def test_a_refused_upload_says_why_and_is_kept_to_be_read_again(
    clerk: User, django_capture_on_commit_callbacks
) -> None:
    job = upload(clerk, MINUTES.replace("Amenities Committee\n", ""))
    with django_capture_on_commit_callbacks(execute=True):
        run_next()
    job.refresh_from_db()
    assert (job.state, job.field) == (State.REFUSED, "committee")
    assert "Say which it is" in job.message
    assert kept(job)
    assert retry(job, council="", committee="Amenities Committee", date=None)
    assert not retry(job, council="", committee="", date=None)
    run_next()
    job.refresh_from_db()
    assert (job.state, job.message) == (State.DONE, "")
    assert job.source.meeting.committee.name == "Amenities Committee"


def test_an_upload_that_prints_no_date_waits_for_the_day(clerk: User, django_capture_on_commit_callbacks) -> None:
    job = upload(clerk, MINUTES.replace("Tuesday, 12th March, 2024", "Tuesday"))
    with django_capture_on_commit_callbacks(execute=True):
        run_next()
    job.refresh_from_db()
    assert (job.state, job.field) == (State.REFUSED, "date")
    assert job.message == "The minutes print no date. On what day was the meeting?"
    assert kept(job)
    assert not Meeting.objects.exists()
    assert retry(job, council="", committee="", date=dt.date(2024, 3, 12))
    run_next()
    job.refresh_from_db()
    assert (job.state, job.outcome) == (State.DONE, "created")
    assert job.source.meeting.date == dt.date(2024, 3, 12)
    assert job.source.day_given == dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear Sir,\n\nThank you.\n\nYours faithfully\n", "minutes"),
        (MINUTES.replace("1.  Apol", "<AI1>\n1.  Apol"), "Line 10: "),
        ("", "empty"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(clerk: User, text: str, said: str) -> None:
    upload(clerk, text)
    run_next()
    job = IngestJob.objects.get()
    assert job.state == State.REFUSED
    assert said in job.message
    assert not Meeting.objects.exists()


def test_a_file_of_another_council_is_refused(clerk: User) -> None:
    upload(clerk, MINUTES.replace("Harrowmere Borough", "Eastmarch County"))
    run_next()
    job = IngestJob.objects.get()
    assert (job.state, job.field) == (State.REFUSED, "council")


def test_the_same_file_is_recognised_before_it_is_read(clerk: User) -> None:
    upload(clerk)
    run_next()
    with mock.patch.object(jobs, "ingest_file", side_effect=AssertionError("read")):
        again = upload(clerk, name="other name.txt")
        assert (again.state, again.outcome) == (State.DONE, "unchanged")
        assert again.source.meeting == Meeting.objects.get()
        assert not again.content
        assert run_next() is None


def test_an_earlier_version_or_another_clerks_file_is_not_taken_for_known(clerk: User) -> None:
    upload(clerk)
    upload(clerk, MINUTES.replace("£4,200", "£4,700"))
    run_next()
    run_next()
    assert upload(clerk).state == State.WAITING  # it becomes the newest version again
    stranger = clerk_of("Eastmarch County Council")
    assert upload(stranger, MINUTES.replace("£4,200", "£4,700")).state == State.WAITING


def test_an_upload_can_be_cancelled_until_a_worker_has_it(clerk: User, django_capture_on_commit_callbacks) -> None:
    job = upload(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        assert cancel(job)
    assert not kept(job)
    assert run_next() is None
    other = upload(clerk)
    IngestJob.objects.filter(pk=other.pk).update(state=State.READING)
    assert not cancel(other)
    assert IngestJob.objects.get(pk=other.pk).state == State.READING


def test_what_a_dead_worker_left_is_taken_up_again_once(clerk: User) -> None:
    job = upload(clerk)
    for died in (1, 2):
        with mock.patch.object(jobs, "ingest_file", side_effect=SystemExit), pytest.raises(SystemExit):
            run_next()
        job.refresh_from_db()
        assert (job.state, job.attempts) == (State.READING, died)
        assert run_next() is None  # as long as its worker may be alive
        IngestJob.objects.update(leased_until=timezone.now() - dt.timedelta(seconds=1))
    run_next()
    job.refresh_from_db()
    assert job.state == State.REFUSED
    assert "broke off twice" in job.message
    assert kept(job)


def test_two_workers_do_not_take_one_upload(clerk: User) -> None:
    job = upload(clerk)
    first = jobs._take()
    assert first == job
    assert jobs._take() is None


def test_a_worker_that_is_told_to_end_puts_the_upload_back(clerk: User) -> None:
    job = upload(clerk)
    reader, writer = os.pipe()
    os.write(writer, b"x")
    with pytest.raises(ReadingStopped):
        run_next(reader)
    os.close(reader)
    os.close(writer)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.WAITING, 0)
    run_next()
    assert Meeting.objects.exists()


def test_a_fault_of_ours_costs_no_other_upload(clerk: User) -> None:
    upload(clerk)
    upload(clerk, MINUTES.replace("12th March", "13th March").replace("Tues", "Wednes"))
    with mock.patch.object(jobs, "ingest_file", side_effect=ZeroDivisionError):
        run_next()
    run_next()
    assert sorted(IngestJob.objects.values_list("state", flat=True)) == [State.DONE, State.REFUSED]


def test_an_upload_that_has_gone_from_the_disk_is_refused(clerk: User) -> None:
    job = upload(clerk)
    job.content.storage.delete(job.content.name)
    run_next()
    job.refresh_from_db()
    assert "Upload the file again" in job.message


def test_a_full_disk_leaves_no_job(clerk: User) -> None:
    with (
        mock.patch("django.core.files.storage.FileSystemStorage._save", side_effect=OSError(28, "No space left")),
        pytest.raises(OSError, match="No space"),
    ):
        upload(clerk)
    assert not IngestJob.objects.exists()


def test_refused_uploads_go_after_a_time(clerk: User, django_capture_on_commit_callbacks) -> None:
    job = upload(clerk, "Dear Sir,\n")
    run_next()
    assert forget_refused(dt.timedelta(days=1)) == 0
    IngestJob.objects.update(finished_at=timezone.now() - dt.timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_refused(dt.timedelta(days=1)) == 1
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    assert not kept(job)


def test_the_worker_does_all_that_is_to_be_done(clerk: User) -> None:
    scheduled = keep().meeting
    source = newest_version(scheduled)
    assert source is not None
    schedule_publication(scheduled, timezone.now(), by=clerk, version=source.version)
    upload(clerk, MINUTES.replace("12th March", "13th March").replace("Tues", "Wednes"))
    upload(clerk, "Dear Sir,\n", name="letter.txt")
    out = StringIO()
    call_command("work", "--once", stdout=out)
    assert f"Published {scheduled} at its time." in out.getvalue()
    assert "amenities.txt (read)" in out.getvalue()
    assert "letter.txt (not read): " in out.getvalue()
    assert list(Meeting.objects.published()) == [scheduled]


def test_the_worker_outlives_a_database_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([OperationalError("database is locked"), None])

    def answer(_stop: int) -> None:
        if (error := next(answers)) is not None:
            raise error

    monkeypatch.setattr("meetings.management.commands.work.run_next", answer)
    monkeypatch.setattr("meetings.management.commands.work.AFTER_TROUBLE", 0.01)
    monkeypatch.setattr("meetings.management.commands.work.connections.close_all", lambda: None)
    call_command("work", "--once", stdout=StringIO())
    assert list(answers) == []


def test_the_worker_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    environment = bare_environment(VAR_DIR=str(tmp_path))
    manage = [sys.executable, str(PROJECT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], env=environment, check=True)
    with subprocess.Popen([*manage, "work"], env=environment, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert "At work" in worker.stdout.readline()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0
