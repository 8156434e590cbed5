"""Erasing: two steps of an administrator, after which nothing of the words is anywhere, but the log tells of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from meetings.correcting import Change, Kind
from meetings.models import Erasure, Meeting, MistakeReport, Person, SourceFile
from meetings.publishing import (
    NotAdministrator,
    ask_erasure,
    correct_meeting,
    erase,
    finish_erasures,
    publish_meeting,
    redact_meeting,
    schedule_publication,
    unschedule_publication,
)
from meetings.representations.log import entries
from meetings.search.index import configured_index
from meetings.tests.forms import send
from meetings.tests.test_desk import clerk_of, text_file, upload
from meetings.tests.test_ingest import MINUTES
from meetings.tests.traces import files_with, rows_with

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

SECRET = "Quillfeather"
WORDS = MINUTES.replace("Hollis", SECRET).replace("surveyor", f"surveyor {SECRET}").replace("Tom Reed", f"Tom {SECRET}")


@pytest.fixture
def administrator() -> User:
    return get_user_model().objects.create_superuser("root")


@pytest.fixture
def meeting(client: Client) -> Meeting:
    return secretive_meeting(client)


def secretive_meeting(client: Client) -> Meeting:
    """Public, corrected, redacted, reported on: the secret in every place that has words."""
    clerk = clerk_of("Harrowmere Borough Council")
    client.force_login(clerk)
    upload(client, {"file": text_file(WORDS, f"{SECRET}.txt")})
    meeting = Meeting.objects.get()
    publish_meeting(meeting, by=clerk)
    correct_meeting(meeting, [Change(Kind.FACT, "venue", None, "Guildhall", f"House of {SECRET}")], by=clerk)
    publish_meeting(meeting, by=clerk, note=f"{SECRET} is the venue.")
    source = meeting.sources.get()
    schedule_publication(meeting, timezone.now() + dt.timedelta(days=1), by=clerk, version=source.version, note=SECRET)
    unschedule_publication(meeting, by=clerk)
    redact_meeting(meeting, "Marsh", reason=f"{SECRET} wished it", by=clerk)
    MistakeReport.objects.create(meeting=meeting, words=f"{SECRET} is spelt so", email=f"{SECRET}@reader.example")
    client.logout()
    return meeting


def test_nothing_of_an_erased_meeting_stays_anywhere(
    client: Client, meeting: Meeting, administrator: User, tmp_path: Path
) -> None:
    assert len(set(rows_with(SECRET))) > 10
    assert {path.relative_to(tmp_path).parts[0] for path in files_with(tmp_path, SECRET)} == {"originals", "index"}
    client.force_login(administrator)
    answer = send(client, client.get(f"/desk/meetings/{meeting.pk}/erase/"), reason="A court's order.")
    page = answer.content.decode()
    assert "1 source file" in page
    assert "A court&#x27;s order." in page
    assert Meeting.objects.published().exists()
    answer = send(client, answer, "Erase", word="no")
    assert "Type the word" in answer.content.decode()
    answer = send(client, answer, "Erase", word="Erase")
    assert f"Erased {meeting.get_absolute_url()}" in answer.content.decode()
    call_command("work", "--once")
    assert rows_with(SECRET) == []
    assert files_with(tmp_path, SECRET) == []
    assert not SourceFile.objects.exists()
    assert not Person.objects.exists()
    erasure = Erasure.objects.get()
    assert erasure.finished_at
    told = [entry for entry in entries(administrator) if entry.kind == "erasure"]
    assert {entry.by for entry in told} == {"root"}
    gone = client.get(meeting.get_absolute_url())
    assert gone.status_code == 410
    assert "were erased" in gone.content.decode()
    assert "Erased on" in client.get(f"/desk/meetings/{meeting.pk}/").content.decode()


def test_an_erased_draft_leaves_not_even_its_address(client: Client, administrator: User, tmp_path: Path) -> None:
    client.force_login(clerk_of("Harrowmere Borough Council"))
    upload(client, {"file": text_file(WORDS)})
    meeting = Meeting.objects.get()
    erase(ask_erasure(meeting, reason="An order.", by=administrator), by=administrator)
    assert not Meeting.objects.exists()
    assert rows_with(SECRET) == []
    assert files_with(tmp_path / "originals", SECRET) == []


def test_what_others_have_stays(client: Client, meeting: Meeting, administrator: User) -> None:
    client.force_login(clerk_of_again())
    upload(client, {"file": text_file(MINUTES.replace("12th March", "13th March").replace("Tues", "Wednes"))})
    other = Meeting.objects.exclude(pk=meeting.pk).get()
    publish_meeting(other)
    erase(ask_erasure(meeting, reason="An order.", by=administrator), by=administrator)
    finish_erasures()
    assert list(Meeting.objects.published()) == [other]
    assert other.items.count() == 2
    assert Person.objects.filter(name="Tom Reed").exists()
    assert client.get("/search/?q=bandstand").context["page"].total == 1
    assert configured_index().is_missing() is False


def clerk_of_again() -> User:
    return get_user_model().objects.get(username="clerk-harrowmere")


def test_minutes_of_that_day_may_be_uploaded_again(client: Client, meeting: Meeting, administrator: User) -> None:
    erase(ask_erasure(meeting, reason="An order.", by=administrator), by=administrator)
    client.force_login(clerk_of_again())
    upload(client, {"file": text_file()})
    again = Meeting.objects.get()
    assert again.pk == meeting.pk
    publish_meeting(again)
    finish_erasures()
    assert client.get(again.get_absolute_url()).status_code == 200
    assert again.sources.get().has_original
    assert Meeting.objects.get().erased_at is None


def test_the_same_file_uploaded_again_before_the_files_are_gone_is_kept(
    client: Client, meeting: Meeting, administrator: User
) -> None:
    erase(ask_erasure(meeting, reason="An order.", by=administrator), by=administrator)
    client.force_login(clerk_of_again())
    upload(client, {"file": text_file(WORDS)})
    finish_erasures()
    assert Meeting.objects.get().sources.get().has_original


def test_only_an_administrator_erases(client: Client, meeting: Meeting, administrator: User) -> None:
    clerk = clerk_of_again()
    with pytest.raises(NotAdministrator):
        ask_erasure(meeting, reason="x", by=clerk)
    erasure = ask_erasure(meeting, reason="x", by=administrator)
    with pytest.raises(NotAdministrator):
        erase(erasure, by=clerk)
    pages: list[Any] = [f"/desk/meetings/{meeting.pk}/erase/", f"/desk/erasures/{erasure.pk}/"]
    for page in pages:
        assert client.get(page).status_code == 302
    client.force_login(clerk)
    for page in pages:
        assert client.get(page).status_code == 403
        assert client.post(page, {"reason": "x", "word": "erase"}).status_code == 403
    assert Meeting.objects.published().exists()
    assert erase(erasure, by=administrator)
    assert not erase(erasure, by=administrator)
