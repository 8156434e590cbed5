"""What the public may not read shows nowhere in the search: not in results, suggestions, spellings, feeds, tables."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Item, Meeting
from meetings.tests.builders import (
    make_attendance,
    make_committee,
    make_council,
    make_item,
    make_meeting,
    make_person,
    make_resolution,
)
from meetings.tests.search.archive import index_all

pytestmark = pytest.mark.django_db

SECRET = "The quagga house is sold to a zebu farmer, who keeps the weir, the mill and the heronry."
OPEN = "The mill, the weir, the sluice, the gate and the heronry are looked after by a farmer with a house."


@pytest.fixture(params=["restricted", "draft", "withdrawn", "withdrawn, not yet out of the index"])
def secret(request: pytest.FixtureRequest) -> Item:
    council = make_council("Harrowmere Borough Council")
    cora = make_person("Cora Hidden", council)
    make_item(make_meeting(make_committee(council, "Cabinet"), "2024-01-09"), "1", "Mill", OPEN)
    make_item(make_meeting(make_committee(council, "Cabinet"), "2023-01-10"), "1", "Weir", OPEN)
    # a restricted item stands in minutes that are public else, and so are its committee and day
    alone = request.param != "restricted"
    committee = make_committee(council, "Quagga Panel" if alone else "Cabinet")
    meeting = make_meeting(committee, "1999-02-02" if alone else "2024-02-06")
    if alone:
        make_attendance(meeting, "Cora Hidden")
    item = make_item(meeting, "1", "Quagga house", SECRET)
    make_resolution(item, "That the quagga house be sold.", mover=cora, mover_name="Cora Hidden", outcome="lost")
    index_all()
    match request.param:
        case "restricted":
            Item.objects.filter(pk=item.pk).update(restricted=True)
        case "draft":
            Meeting.objects.filter(pk=meeting.pk).update(published_at=None)
        case _:
            Meeting.objects.filter(pk=meeting.pk).update(withdrawn_at=timezone.now())
    if request.param == "withdrawn, not yet out of the index":
        Meeting.objects.filter(pk=meeting.pk).update(index_due_since=timezone.now())
    else:
        index_all()
    return item


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("search", {"q": "qugga"}),
        ("search", {"q": "quag* OR heronry"}),
        ("search", {"q": "heronry", "year": "1999"}),
        ("search", {"q": "heronry", "person": "harrowmere-borough-council/cora-hidden"}),
        ("search", {"q": "heronry", "committee": "harrowmere-borough-council/quagga-panel"}),
        ("search", {"date_from": "1990", "group": "meeting"}),
        ("search", {"outcome": "lost"}),
        ("search", {"sort": "published", "kind": "resolution"}),
        ("search-suggest", {"q": "quag"}),
        ("search-suggest", {"q": "the zeb"}),
        ("search-feed", {}),
        ("search-feed", {"q": "heronry"}),
        ("search-csv", {"q": "heronry OR house"}),
        ("search-csv", {"date_from": "1990"}),
    ],
)
def test_it_shows_nowhere(client: Client, secret: Item, name: str, query: dict[str, str]) -> None:
    response = client.get(reverse(name), query)
    assert response.status_code == 200
    said = b"".join(response) if response.streaming else response.content
    said = said.decode().casefold().replace("qugga", "").replace("quag*", "").replace('value="quag', "")
    for word in ("quagga", "zebu", "cora hidden", "2 february 1999", "1999-02-02"):
        assert word not in said.replace("harrowmere-borough-council/quagga-panel", ""), word


def test_it_is_like_nothing(client: Client, secret: Item) -> None:
    page = client.get(Item.objects.get(title="Mill").get_absolute_url()).content.decode()
    assert "Weir</a>" in page
    assert "uagga" not in page
