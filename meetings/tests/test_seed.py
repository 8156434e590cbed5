"""The whole way on real input: a county council's minutes, from the file to every page and the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from meetings.models import Item, Meeting
from meetings.publishing import withdraw_meeting

pytestmark = pytest.mark.django_db(transaction=True)

TEMPLATE_WORDS = ("FIELD_SUMMARY", "FIELD_TITLE", "LAYOUT_SECTION", "TRAILER_SECTION", "Director of Corporate Services")


@pytest.fixture
def meeting(shared: Path) -> Meeting:
    [seed] = (shared / "seed").glob("*.txt")
    call_command("ingest_minutes", str(seed), "--publish", verbosity=0)
    return Meeting.objects.get()


def addresses(meeting: Meeting) -> list[str]:
    """Every public page that shows the meeting or a part of it."""
    here = meeting.get_absolute_url()
    items = list(meeting.items.all())
    return [
        "/",
        "/committees/",
        "/search/?q=laptops",
        '/search/?q="single device policy"',
        f"/calendar/{meeting.date:%Y/%m}/",
        f"/calendar/{meeting.date:%Y}/",
        meeting.committee.council.get_absolute_url(),
        meeting.committee.get_absolute_url(),
        here,
        *(item.get_absolute_url() for item in items),
        *(resolution.get_absolute_url() for item in items for resolution in item.resolutions.all()),
    ]


def test_it_is_shown_on_every_page_and_its_template_on_none(client: Client, meeting: Meeting) -> None:
    assert meeting.items.count() == 6
    here = meeting.committee.get_absolute_url()  # the meeting's own address begins with it
    for address in addresses(meeting):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        leads_to = f"/calendar/{meeting.date:%Y/%m}/" if address == f"/calendar/{meeting.date:%Y}/" else here
        assert f'href="{leads_to}' in page, address
        assert not [words for words in TEMPLATE_WORDS if words in page], address


def test_its_words_are_found_and_marked_and_its_template_is_not(client: Client, meeting: Meeting) -> None:
    item = meeting.items.get(number="4")
    laptops = client.get("/search/", {"q": "laptops"}).content.decode()
    assert f'href="{item.get_absolute_url()}?found=laptops#found"' in laptops
    assert "<mark>laptops</mark>" in laptops
    phrase = client.get("/search/", {"q": '"single device policy"'}).content.decode()
    assert "<mark>single device policy</mark>" in phrase
    for words in ("FIELD_SUMMARY", '"Director of Corporate Services"'):
        page = client.get("/search/", {"q": words})
        assert page.context["page"].total == 0
    for words in TEMPLATE_WORDS:
        assert not Item.objects.filter(text__contains=words).exists()
        assert not Item.objects.filter(title__contains=words).exists()


def test_withdrawn_it_is_found_nowhere(client: Client, meeting: Meeting) -> None:
    pages = addresses(meeting)
    withdraw_meeting(meeting)
    for address in pages:
        answer = client.get(address)
        bodies = {meeting.committee.get_absolute_url(), meeting.committee.council.get_absolute_url()}
        still_a_page = address in {"/", "/committees/", *bodies} or "/search/" in address
        of_the_meeting = address.startswith(meeting.get_absolute_url())
        assert answer.status_code == (200 if still_a_page else 410 if of_the_meeting else 404), address
        assert meeting.get_absolute_url() not in answer.content.decode(), address
    assert client.get("/search/?q=laptops").context["page"].total == 0
