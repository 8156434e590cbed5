"""Readers report mistakes; they reach the clerks of that council and nobody else."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from meetings.models import Meeting, MistakeReport
from meetings.publishing import publish_meeting, withdraw_meeting
from meetings.tests.forms import send
from meetings.tests.readings import keep
from meetings.tests.test_desk import clerk_of

pytestmark = [pytest.mark.django_db, pytest.mark.desk]


@pytest.fixture
def meeting() -> Meeting:
    cache.clear()
    meeting = keep().meeting
    publish_meeting(meeting)
    return meeting


def test_a_mistake_reaches_the_desk_of_the_council(client: Client, meeting: Meeting) -> None:
    item = meeting.items.get(position=1)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "mistake/?place=" in page
    form = client.get(f"{meeting.get_absolute_url()}mistake/", {"place": item.citation})
    answer = send(client, form, words="The bandstand is <b>older</b>.", email="bea@reader.example")
    assert "The clerks of the council will look at it" in answer.content.decode()
    client.force_login(clerk_of("Harrowmere Borough Council"))
    assert "reported mistakes (1)" in client.get("/desk/").content.decode()
    listed = client.get("/desk/mistakes/").content.decode()
    assert "The bandstand is &lt;b&gt;older&lt;/b&gt;." in listed
    assert "bea@reader.example" in listed
    assert item.citation in listed
    report = MistakeReport.objects.get()
    client.post(f"/desk/mistakes/{report.pk}/settle/")
    assert "reported mistakes (0)" in client.get("/desk/").content.decode()
    assert "Settled by clerk-harrowmere" in client.get("/desk/mistakes/").content.decode()
    client.post(f"/desk/mistakes/{report.pk}/settle/")
    assert MistakeReport.objects.get().settled_at is None


def test_reports_are_no_others_and_no_part_of_the_public_pages(client: Client, meeting: Meeting) -> None:
    client.post(f"{meeting.get_absolute_url()}mistake/", {"words": "A secret word."})
    report = MistakeReport.objects.get()
    assert "secret word" not in client.get(meeting.get_absolute_url()).content.decode()
    assert client.get("/desk/mistakes/").status_code == 302
    client.force_login(clerk_of("Eastmarch County Council"))
    assert "secret word" not in client.get("/desk/mistakes/").content.decode()
    assert client.post(f"/desk/mistakes/{report.pk}/settle/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"words": " "}, "Say what is wrong."),
        ({"words": "x" * 3001}, "3000"),
        ({"words": "x", "email": "me"}, "valid email"),
    ],
)
def test_what_is_wrong_with_a_report_is_told(client: Client, meeting: Meeting, sent: dict, said: str) -> None:
    answer = client.post(f"{meeting.get_absolute_url()}mistake/", sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not MistakeReport.objects.exists()


def test_nobody_floods_the_desk(client: Client, meeting: Meeting) -> None:
    address = f"{meeting.get_absolute_url()}mistake/"
    assert [client.post(address, {"words": "Again."}).status_code for _ in range(7)] == [302] * 5 + [429] * 2
    assert MistakeReport.objects.count() == 5


def test_only_what_is_public_is_reported_on(client: Client, meeting: Meeting) -> None:
    withdraw_meeting(meeting)
    assert client.post(f"{meeting.get_absolute_url()}mistake/", {"words": "x"}).status_code == 410
    assert not MistakeReport.objects.exists()
