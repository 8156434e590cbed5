"""The site as a whole: addresses that lead nowhere, faults, health, signing in and out."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from meetings.models import Meeting
from meetings.tests.builders import make_item, make_meeting, make_resolution
from meetings.views.site import server_error

MEETING = "/harrowmere-borough-council/planning-committee/2024-03-12/"


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def meeting(db: None) -> Meeting:
    meeting = make_meeting()
    make_resolution(make_item(meeting, "2"))
    return meeting


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/nowhere/", None),
        ("/nowhere/planning-committee/", None),
        ("/Harrowmere-Borough-Council/", "/harrowmere-borough-council/"),
        ("/harrowmere-borough-council/nothing/", "/harrowmere-borough-council/"),
        ("/harrowmere-borough-council/PLANNING-committee/2024-03-12/", MEETING),
        (
            "/harrowmere-borough-council/planning-committee/2024-03-13/",
            "/harrowmere-borough-council/planning-committee/",
        ),
        (
            "/harrowmere-borough-council/planning-committee/2021-02-31/",
            "/harrowmere-borough-council/planning-committee/",
        ),
        ("/harrowmere-borough-council/planning-committee/soon/", None),
        (f"{MEETING}items/99/", MEETING),
        (f"{MEETING}items/2/resolutions/7/", MEETING),
        (f"{MEETING}items/2/resolutions/{10**30}/", MEETING),
        ("/a/b/c/d/e/f/", None),
    ],
)
def test_a_page_not_found_offers_the_nearest(
    client: Client, meeting: Meeting, address: str, nearest: str | None
) -> None:
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert page.count("<h1") == 1
    assert 'name="q"' in page
    assert "canonical" not in page
    offered = re.findall(r'Nearest to it: <a [^>]*href="([^"]+)"', page)
    assert offered == ([nearest] if nearest else [])


def test_the_page_for_a_fault_asks_nothing_of_the_database() -> None:
    """The test has no database, and any query would fail it."""
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    page = answer.content.decode()
    assert page.count("<h1") == 1
    assert "Minutes Portal</title>" in page


def test_healthz_asks_the_database(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = client.get("/healthz/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer.headers["Cache-Control"]

    def fail(self: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", fail)
        assert client.get("/healthz/").status_code == 503


def test_a_clerk_signs_in_and_out(client: Client, meeting: Meeting) -> None:
    get_user_model().objects.create_user("clerk", password="correct horse battery")
    assert reverse("login") in page_of(client, "/")
    refused = client.post("/accounts/login/", {"username": "clerk", "password": "wrong"})
    assert "There is a problem" in refused.content.decode()
    assert 'value="clerk"' in refused.content.decode()
    answer = client.post(
        "/accounts/login/", {"username": "clerk", "password": "correct horse battery", "next": "/committees/"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/committees/")
    page = page_of(client, "/")
    assert reverse("desk") in page
    assert "Sign out" in page
    assert reverse("login") not in page
    assert client.post("/accounts/logout/").headers["Location"] == "/"
    assert reverse("login") in page_of(client, "/")


def test_a_request_that_cannot_be_read_is_told_so(client: Client, settings: Settings) -> None:
    client.raise_request_exception = False
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "This request cannot be answered" in answer.content.decode()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    answer = client.post("/accounts/login/", {"username": "a" * 100})
    assert answer.status_code == 400
    assert "upload the file" in answer.content.decode()


def test_a_form_without_its_token_is_told_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/logout/")
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()


def test_crawlers_are_kept_from_searches_and_the_desk(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /search/",
        "Disallow: /desk/",
        "Disallow: /accounts/login/",
        "Disallow: /admin/",
    ]
