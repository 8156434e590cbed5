"""The log: every deed with who, when, what, before and after; each council's for its clerks."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client

from meetings.correcting import Change, Kind, place_of
from meetings.models import Meeting
from meetings.publishing import (
    confirm_meeting,
    correct_meeting,
    lift_redaction,
    publish_meeting,
    redact_meeting,
    revert_correction,
    schedule_publication,
    unschedule_publication,
    withdraw_meeting,
)
from meetings.representations.log import INNER, Entry, entries
from meetings.storing.projection import project
from meetings.storing.readings import newest_version
from meetings.tests.readings import keep, make_minutes
from meetings.tests.test_desk import clerk_of, text_file, upload

pytestmark = [pytest.mark.django_db, pytest.mark.desk]


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


def logged(user: User, **asked: Any) -> list[Entry]:
    return list(entries(user, **asked))


def test_each_deed_is_told_with_who_did_it_and_what_it_changed(clerk: User, client: Client) -> None:
    client.force_login(clerk)
    upload(client, {"file": text_file()})
    meeting = Meeting.objects.get()
    [correction] = correct_meeting(meeting, [Change(Kind.FACT, "venue", None, "Guildhall", "Town Hall")], by=clerk)
    revert_correction(correction, by=clerk)
    redact_meeting(meeting, "Hollis", reason="private", by=clerk)
    source = newest_version(Meeting.objects.get())
    assert source is not None
    schedule_publication(meeting, source.filed_at, by=clerk, version=source.version)
    unschedule_publication(meeting, by=clerk)
    publish_meeting(meeting, by=clerk)
    confirm_meeting(meeting, meeting.date, by=clerk)
    withdraw_meeting(meeting, by=clerk, reason="A mistake.")
    told = [entry for entry in logged(clerk) if entry.kind != "council"]
    assert {entry.by for entry in told} == {"clerk-harrowmere"}
    deeds = list(dict.fromkeys(entry.deed for entry in reversed(told)))
    assert deeds == [
        "filed a version",
        "corrected",
        "took back a correction",
        "blacked words",
        "set a time to publish",
        "took back the time to publish",
        "published",
        "confirmed",
        "withdrew",
    ]
    [withdrawn] = [entry for entry in told if entry.deed == "withdrew"]
    assert ("withdrawal_reason", "", "A mistake.") in [
        (change.field, change.before, change.after) for change in withdrawn.changes
    ]
    for kind, deed, change in (
        ("correction", "corrected", ("venue", "Guildhall", "Town Hall")),
        ("meeting", "corrected", ("venue", "Guildhall, Harrowmere", "Town Hall")),
        ("redaction", "blacked words", ("words", "", "Hollis")),
        ("source file", "filed a version", ("name", "", "amenities.txt")),
    ):
        of_deed = [entry for entry in told if (entry.kind, entry.deed) == (kind, deed)]
        assert change in [(one.field, one.before, one.after) for entry in of_deed for one in entry.changes]


def test_the_log_is_told_in_words(clerk: User) -> None:
    meeting = keep().meeting
    source = newest_version(meeting)
    assert source is not None
    reading = project(source).minutes.to_dict()
    before = reading["items"][1]["resolutions"]
    after = [{**before[0], "text": "That it be mended at once.", "outcome": "deferred"}]
    place = place_of(reading, 1)
    [correction] = correct_meeting(meeting, [Change(Kind.RESOLUTIONS, "", place, before, after)], by=clerk)
    revert_correction(correction, by=clerk)
    redaction = redact_meeting(meeting, "Bandstand", reason="private", by=clerk)
    lift_redaction(redaction, by=clerk)
    told = [entry for entry in logged(clerk) if entry.kind in ("correction", "redaction")]
    assert {entry.subject.partition(", Amenities")[0] for entry in told} == {
        "Item 2 Bandstand repairs: resolutions",
        "“Bandstand”",
    }
    [made] = [entry for entry in told if entry.deed == "corrected"]
    assert made.changes[0].after == "That it be mended at once., deferred"
    assert not INNER & {change.field for entry in logged(clerk) for change in entry.changes}


def test_a_council_has_its_own_log(clerk: User) -> None:
    publish_meeting(keep().meeting)
    other = clerk_of("Eastmarch County Council")
    administrator = get_user_model().objects.create_superuser("root")
    assert logged(clerk)
    assert {entry.kind for entry in logged(other)} <= {"council"}
    kinds = {entry.kind for entry in logged(administrator)}
    assert kinds >= {"meeting", "council", "user"}
    assert "user" not in {entry.kind for entry in logged(clerk)}


def test_the_log_of_one_meeting(clerk: User) -> None:
    one, other = keep().meeting, keep(make_minutes(committee="Audit Panel")).meeting
    publish_meeting(one, by=clerk)
    publish_meeting(other, by=clerk)
    told = logged(clerk, meeting=one)
    assert told
    assert not [entry for entry in told if "Audit" in entry.subject]


def test_passwords_are_not_in_the_log(clerk: User) -> None:
    clerk.set_password("gilded weathercock")
    clerk.email = "ada@minutes.example"
    clerk.save()
    administrator = get_user_model().objects.create_superuser("root")
    told = [change for entry in logged(administrator) for change in entry.changes]
    assert "ada@minutes.example" in [change.after for change in told]
    assert "password" not in {change.field for change in told}


def test_the_page_is_read_back_to_the_beginning(clerk: User, client: Client, monkeypatch) -> None:
    monkeypatch.setattr("meetings.views.log.A_PAGE", 2)
    meeting = keep().meeting
    publish_meeting(meeting, by=clerk)
    withdraw_meeting(meeting, by=clerk)
    client.force_login(clerk)
    seen: list[Entry] = []
    query: dict[str, str] = {}
    while True:
        answer = client.get("/desk/log/", query)
        seen += answer.context["entries"]
        if not answer.context["older"]:
            break
        query = {"until": answer.context["older"]}
    assert seen == logged(clerk)
    assert client.get("/desk/log/", {"until": "yesterday"}).status_code == 200
    assert client.get("/desk/log/", {"until": "2024-13-99T00:00:00Z"}).status_code == 200


def test_the_log_is_a_table_to_keep(clerk: User, client: Client) -> None:
    meeting = keep(make_minutes(venue="=1+1")).meeting
    correct_meeting(meeting, [Change(Kind.FACT, "venue", None, "=1+1", "@Town Hall")], by=clerk)
    client.force_login(clerk)
    answer = client.get("/desk/log.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    [row] = [row for row in rows if (row["kind"], row["field"], row["deed"]) == ("meeting", "venue", "corrected")]
    assert row["by"] == "clerk-harrowmere"
    assert (row["before"], row["after"]) == ("'=1+1", "'@Town Hall")


def test_the_log_is_for_clerks(client: Client) -> None:
    meeting = keep().meeting
    for address in ("/desk/log/", "/desk/log.csv"):
        assert client.get(address).status_code == 302
    client.force_login(clerk_of("Eastmarch County Council"))
    assert client.get("/desk/log/", {"meeting": meeting.pk}).status_code == 404
    assert client.get("/desk/log.csv", {"meeting": "9" * 30}).status_code == 404
