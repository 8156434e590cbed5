"""A search to be taken along: as a feed, as a table; and what is like an item."""

from __future__ import annotations

import csv
import datetime as dt
import io
import logging
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from haystack import connections

from meetings import exports
from meetings.models import Item, Meeting
from meetings.tests.builders import make_item, make_meeting, make_resolution
from meetings.tests.search.archive import index_all, leaves_files_open

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FLOOD = "The flood wall at Quay Road protects forty houses; the sluice, the culvert and the pump need repair."


@pytest.fixture
def archive() -> None:
    spring = make_meeting(date="2024-03-12")
    wall = make_item(spring, "4", "Flood wall", f"{FLOOD} <b>& more</b>")
    make_resolution(wall, "That the culvert be mended.")
    make_resolution(wall, "That the pump be replaced.", outcome="deferred")
    make_item(spring, "a", "=Sluice", "-1 sluice of the culvert.", parent=wall)
    make_item(spring, "5", "Sale of a pump", "The pump, the sluice and the culvert.", restricted=True)
    make_item(make_meeting(date="2025-01-14"), "1", "Flood wall again", f"{FLOOD} It was mended.")
    make_item(make_meeting(date="2025-02-11"), "1", "Minutes", f"{FLOOD} Read again.", routine=True)
    make_item(make_meeting(date="2025-02-12"), "1", "Bees", "Hives on the roof of the town hall.")
    make_item(make_meeting(date="2025-03-11", withdrawn=True), "1", "Withdrawn", FLOOD)
    index_all()


def feed(client: Client, **query: str) -> ElementTree.Element:
    response = client.get(reverse("search-feed"), query)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def table(client: Client, **query: str) -> list[dict[str, str]]:
    response: Any = client.get(reverse("search-csv"), query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="minutes.csv"'
    words = b"".join(response.streaming_content).decode()
    assert words[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(words[1:])))


def test_a_search_is_a_feed(client: Client, archive: None) -> None:
    found = feed(client, q="culvert", year="2024", page="9", sort="oldest", group="meeting")
    assert found.findtext(f"{ATOM}title") == "Minutes: “culvert”, 2024"
    links = [link.get("href") for link in found.findall(f"{ATOM}link")]
    assert links == [
        "http://testserver/search/?q=culvert&year=2024&sort=published",
        "http://testserver/search/feed/?q=culvert&year=2024&sort=published",
    ]
    assert found.findtext(f"{ATOM}id") == links[0]
    entries = found.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Flood wall – Planning Committee, 12 March 2024",
        "=Sluice – Planning Committee, 12 March 2024",
    ]
    summary = entries[0].find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert "<mark>culvert</mark>" in (summary.text or "")
    assert "&lt;b&gt;" in (summary.text or "")
    first = entries[0].find(f"{ATOM}link")
    assert first is not None
    assert first.get("href") == Item.objects.get(title="Flood wall").get_absolute_url().join(["http://testserver", ""])


def test_the_page_names_its_feed_and_its_table(client: Client, archive: None) -> None:
    page = client.get(reverse("search"), {"q": "culvert", "page": "2"}).content.decode()
    assert 'type="application/atom+xml" title="This search as a feed" href="/search/feed/?q=culvert"' in page
    assert 'href="/search/results.csv?q=culvert"' in page
    assert "search/feed" not in client.get(reverse("search")).content.decode()


def test_the_feed_of_no_search_has_the_newest_of_all(client: Client, archive: None) -> None:
    found = feed(client)
    assert found.findtext(f"{ATOM}title") == "Minutes: all items"
    titles = [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")]
    assert titles[0] == "Bees – Planning Committee, 12 February 2025"
    assert len(titles) == 5


def test_old_minutes_that_are_published_late_lead_the_feed(client: Client, archive: None) -> None:
    late = make_meeting(date="2011-05-10", published_at=timezone.now() + dt.timedelta(minutes=-1))
    make_item(late, "1", "The first culvert", "The culvert was built.")
    Meeting.objects.exclude(pk=late.pk).update(published_at=timezone.now() - dt.timedelta(days=3))
    index_all()
    titles = [entry.findtext(f"{ATOM}title") or "" for entry in feed(client, q="culvert").findall(f"{ATOM}entry")]
    assert titles[0] == "The first culvert – Planning Committee, 10 May 2011"
    assert titles[1].startswith("Minutes – Planning Committee, 11 February 2025")  # of one day: the newest meeting
    page = client.get(reverse("search"), {"q": "culvert", "sort": "published"}).content.decode()
    assert "<strong>Latest published</strong>" in page
    assert page.index("The first <mark>culvert") < page.index("Flood wall")


def test_control_characters_do_not_break_a_feed(client: Client) -> None:
    make_item(make_meeting(), title="Culvert\x0c", text="A culvert\x0b here.")
    index_all()
    [entry] = feed(client, q="culvert").findall(f"{ATOM}entry")
    assert (entry.findtext(f"{ATOM}title") or "").startswith("Culvert –")


def test_a_search_is_a_table(client: Client, archive: None) -> None:
    rows = table(client, q="culvert", sort="oldest", group="meeting")
    assert list(rows[0]) == ["council", "committee", "date", "number", "title", "passage", "outcomes", "address"]
    assert [row["title"] for row in rows] == ["Flood wall", "'=Sluice", "Flood wall again", "Minutes"]
    first, part, *_ = rows
    assert first["council"] == "Harrowmere Borough Council"
    assert first["committee"] == "Planning Committee"
    assert first["date"] == "2024-03-12"
    assert first["number"] == "4"
    assert first["outcomes"] == "carried; deferred"
    assert "<b>& more</b>" in first["passage"]
    assert first["address"].endswith("/2024-03-12/items/4/")
    assert part["number"] == "4 a"
    assert part["passage"] == "'-1 sluice of the culvert."


def test_a_table_that_is_too_long_says_so(client: Client, archive: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meetings.views.search.MOST_ROWS", 2)
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    rows = table(client, q="culvert")
    assert len(rows) == 3
    assert rows[2]["council"] == "The first 2 of 4 items: narrow the search down for the others."
    assert "of its first 2 items" in client.get(reverse("search"), {"q": "culvert"}).content.decode()


def test_an_item_names_what_is_like_it(client: Client, archive: None) -> None:
    page = client.get(Item.objects.get(title="Flood wall").get_absolute_url()).content.decode()
    _, _, like = page.partition("Related business")
    assert "Flood wall again" in like
    for other in ("Sluice</a>", "Minutes</a>", "Withdrawn", "Bees", "Sale of a pump"):
        assert other not in like
    assert "Related" not in client.get(Item.objects.get(title="Bees").get_absolute_url()).content.decode()


def test_what_was_withdrawn_is_like_nothing_at_once(client: Client, archive: None) -> None:
    Meeting.objects.filter(date="2025-01-14").update(withdrawn_at=timezone.now(), index_due_since=timezone.now())
    page = client.get(Item.objects.get(title="Flood wall").get_absolute_url()).content.decode()
    assert "Flood wall again" not in page


@leaves_files_open
def test_without_an_index_readers_are_told_to_come_again(
    client: Client, archive: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    for path in Path(connections.connections_info["default"]["PATH"]).glob("*.toc"):
        path.unlink()
    for name in ("search-feed", "search-csv"):
        assert client.get(reverse(name), {"q": "culvert"}).status_code == 503
    page = client.get(Item.objects.get(title="Flood wall").get_absolute_url())
    assert page.status_code == 200
    assert "Related" not in page.content.decode()
