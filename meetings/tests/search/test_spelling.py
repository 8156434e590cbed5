"""“Did you mean …?” suggests what finds something, and keeps the rest of the query."""

from __future__ import annotations

import pytest

from meetings.tests.builders import make_attendance, make_committee, make_item, make_meeting, make_resolution
from meetings.tests.search.archive import ask, index_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    meeting = make_meeting(make_committee(name="Planning Committee"), "2024-03-12")
    make_item(meeting, "1", "Library", "The library at Quillgate opens on Saturdays. No closure of it is meant.")
    make_attendance(meeting, "Ada Quince")
    walls = make_item(meeting, "2", "Flood wall", "The flood wall needs repair, and so does the museum’s allotment.")
    make_resolution(walls, "That the wall be repaired.")
    make_item(meeting, "3", "Secret", "Skulduggery at the depot.", restricted=True)
    index_all()


@pytest.mark.parametrize(
    ("query", "suggested", "total"),
    [
        ("libary", "library", 1),
        ("liberary", "library", 1),
        ("librayr", "library", 1),
        ("quilgate libary", "quillgate library", 1),
        ('"flod wall" repair', '"flood wall" repair', 1),
        ("libary OR musuem", "library OR museum", 2),
        ("museum -libary alotment", "museum -library allotment", 1),
        ("title:libary", "title:library", 1),
        ("(libary) date:2024", "(library) date:2024", 1),
        ("alotment", "allotment", 1),
        # cut off: made whole, though the stem be known
        ("satur libary", "saturdays library", 1),
        ("closur libary", "closure library", 1),
        ('"closur of"', None, 1),
        ("open libary", "open library", 1),
        ('"museum’s closur" libary', None, 0),
        ('"no closu"', '"no closure"', 1),
        ("skuldug", None, 0),
        # run together
        ("floodwall", "flood wall", 1),
        ('"floodwall needs" repair', '"flood wall needs" repair', 1),
        # names around an item
        ("planing", "planning", 2),
        ("committee:planing libary", "committee:planning library", 1),
        ("libary person:quinze", "library person:quince", 1),
        ("library elephant", None, 0),
        ("xq", None, 0),
        ("skuldugery", None, 0),
        ("12345", None, 0),
    ],
)
def test_what_is_suggested(archive: None, query: str, suggested: str | None, total: int) -> None:
    page = ask(q=query)
    if suggested is None:
        assert page.suggestion is None or page.total
        return
    assert page.suggestion is not None
    assert (page.suggestion.words, page.suggestion.total) == (suggested, total)
    assert ask(q=suggested).total == total


def test_nothing_is_suggested_for_what_is_found(archive: None) -> None:
    assert ask(q="library").suggestion is None
    assert ask(q="library elephants").suggestion is None


def test_filters_hold_for_what_is_suggested(archive: None) -> None:
    assert ask(q="libary", date_from="2025").suggestion is None
    assert ask(q="libary", date_to="2025").suggestion is not None
    assert ask(q="libary", resolutions_only="1").suggestion is None
