"""What is suggested while one types finds something, and is public."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from haystack import connections

from meetings.models import Meeting
from meetings.search.completion import complete
from meetings.tests.builders import make_item, make_meeting
from meetings.tests.search.archive import ask, index_all, leaves_files_open

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    spring = make_meeting(date="2024-03-12")
    make_item(spring, "1", "Library opening hours", "The libraries open at nine; parking is free. Café prices.")
    make_item(spring, "2", "Closure of Quay Road library", "The “library” closes.")
    make_item(spring, "3", "Liberty bell", "A libretto.", restricted=True)
    make_item(make_meeting(date="2024-04-09", published=False), "1", "Librarians", "Librarian.")
    make_item(make_meeting(date="2025-01-14"), "1", "Library opening hours", "Again on opening.")
    make_item(make_meeting(date="2025-02-11"), "1", 'The "Gorsey" NEAR/3 pool*', "Swimming.")
    index_all()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("lib", ["library", "libraries"]),
        ("LIB", ["library", "libraries"]),
        ("library o", []),
        ("library op", ["library opening", "library open"]),
        ("library sw", []),
        ('"quay ro', ['"quay road"']),
        ("title:lib", ["title:library", "title:libraries"]),
        ("-park", ["-parking"]),
        ("caf", ["cafe"]),
        ("libr ", []),
        ("l", []),
        ("libe", []),
        ("librari", ["libraries"]),
        ("library", []),
        ("20", []),
        ("", []),
        ("a" * 3000, []),
    ],
)
def test_the_last_word_is_completed(typed: str, words: list[str]) -> None:
    assert [found.query for found in complete(typed) if found.kind == "words"] == words


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("lib", ["Library opening hours", "Closure of Quay Road library"]),
        ("hours ope", ["Library opening hours"]),
        ("clos", ["Closure of Quay Road library"]),
        ("gors", ['The "Gorsey" NEAR/3 pool*']),
        ("lib -quay", []),
        ("libert", []),
        ("librarian", []),
        ("li", []),
    ],
)
def test_titles_that_hold_the_words_are_named(typed: str, titles: list[str]) -> None:
    assert [found.words for found in complete(typed) if found.kind == "title"] == titles


def test_whatever_is_suggested_finds_something() -> None:
    for typed in ("lib", "library op", "gors", "clos", "title:lib"):
        for found in complete(typed):
            page = ask(q=found.query)
            assert page.total, found
            assert page.hints == (), found


def test_what_was_withdrawn_is_suggested_no_more() -> None:
    Meeting.objects.filter(date="2025-02-11").update(withdrawn_at=timezone.now(), index_due_since=timezone.now())
    assert complete("gors") == complete("swimm") == []


def test_suggestions_are_asked_for_by_address(client: Client) -> None:
    response = client.get(reverse("search-suggest"), {"q": "hours ope"})
    assert response.json() == {
        "suggestions": [
            {"kind": "words", "words": "hours opening", "query": "hours opening"},
            {"kind": "words", "words": "hours open", "query": "hours open"},
            {"kind": "title", "words": "Library opening hours", "query": '"Library opening hours"'},
        ]
    }
    assert response["Cache-Control"] == "max-age=60"
    assert client.get(reverse("search-suggest")).json() == {"suggestions": []}


@leaves_files_open
def test_without_an_index_nothing_is_suggested(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    for path in Path(connections.connections_info["default"]["PATH"]).glob("*.toc"):
        path.unlink()
    assert client.get(reverse("search-suggest"), {"q": "lib"}).json() == {"suggestions": []}
