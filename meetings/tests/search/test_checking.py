"""The index is compared with the rows both ways, named where it is wrong, and mended."""

from __future__ import annotations

import random
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from haystack import connections

from meetings.models import Item, Meeting
from meetings.search import indexer
from meetings.search.checking import check, repair
from meetings.search.index import configured_index
from meetings.tests.builders import make_item, make_meeting
from meetings.tests.search.archive import ask, index_all, leaves_files_open

pytestmark = [pytest.mark.django_db, leaves_files_open]


@pytest.fixture
def archive() -> None:
    for month in (1, 2, 3):
        meeting = make_meeting(date=f"2024-{month:02d}-01")
        for place in range(3):
            make_item(meeting, str(place), "Bridge", f"A bridge over the river {month} {place}.")
        index_all()


def directory() -> Path:
    return Path(connections["default"].options["PATH"])


def lose() -> None:
    for file in directory().iterdir():
        file.unlink()


def empty_the_files() -> None:
    for file in directory().glob("*.pst"):
        file.write_bytes(b"")


def overwrite_the_contents() -> None:
    for file in directory().glob("_MAIN_*.toc"):
        file.write_bytes(b"no index")


def test_a_sound_index_is_said_to_be_sound(archive: None) -> None:
    assert check().faults == []
    said = StringIO()
    call_command("check_index", stdout=said)
    assert said.getvalue() == "The search index is sound: 9 published items.\n"


def change_a_row() -> None:
    Item.objects.filter(pk=Item.objects.first().pk).update(text="Another river.")  # type: ignore[union-attr]


def add_a_row() -> None:
    make_item(Meeting.objects.first(), "9", "Ferry", "A ferry.")  # type: ignore[arg-type]


def delete_a_row() -> None:
    Item.objects.filter(pk=Item.objects.first().pk).delete()  # type: ignore[union-attr]


def restrict_a_row() -> None:
    Item.objects.filter(pk=Item.objects.first().pk).update(restricted=True)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (change_a_row, "1 item in the index as they were before"),
        (add_a_row, "1 item missing from the index"),
        (delete_a_row, "1 item in the index though not public"),
        (restrict_a_row, "1 item in the index though not public"),
        (lose, "There is no search index yet"),
        (empty_the_files, "The search index could not be read"),
        (overwrite_the_contents, "The search index could not be read"),
    ],
)
def test_each_harm_is_named_and_mended(archive: None, harm: Callable[[], None], fault: str) -> None:
    harm()
    errors = StringIO()
    with pytest.raises(CommandError, match="not sound"):
        call_command("check_index", stderr=errors)
    assert fault in errors.getvalue()
    said = StringIO()
    call_command("check_index", "--repair", stdout=said, stderr=StringIO())
    assert "Mended." in said.getvalue()
    assert check().faults == []
    assert ask(q="bridge").total == Item.objects.published().filter(title="Bridge").count()


def test_bytes_that_flip_are_no_error_page_and_are_mended(archive: None) -> None:
    chance = random.Random(4)
    for _ in range(12):
        file = chance.choice(sorted(directory().iterdir()))
        held = bytearray(file.read_bytes())
        if held:
            held[chance.randrange(len(held))] ^= 0xFF
            file.write_bytes(held)
        ask(q="bridge")  # answers, or says that search is unavailable
        repair(check())
        assert check().faults == []


def test_the_old_index_serves_while_a_new_one_is_made(archive: None) -> None:
    seen = []
    indexer.rebuild(lambda done, of: seen.append((done, of, ask(q="bridge").total)))
    assert seen == [(1, 3, 9), (2, 3, 9), (3, 3, 9)]
    assert check().faults == []


def test_what_is_published_during_a_rebuild_follows(archive: None) -> None:
    def publish(done: int, of: int) -> None:
        if done == of:
            meeting = make_meeting(date="2025-01-01")
            make_item(meeting, "1", "Bridge", "Another bridge.")
            Meeting.objects.filter(pk=meeting.pk).update(index_due_since=meeting.published_at)

    indexer.rebuild(publish)
    assert ask(q="bridge").total == 10
    assert check().faults == []


def test_many_small_segments_become_one(archive: None) -> None:
    index = configured_index()
    assert not index.merge_due()
    for month in range(4, 13):
        make_item(make_meeting(date=f"2024-{month:02d}-01"), "1", "Bridge", "A bridge.")
        index_all()
    assert index.merge_due()
    before = ask(q="bridge")
    indexer.merge()
    assert not index.merge_due()
    after = ask(q="bridge")
    assert (after.total, {hit.item.pk for hit in after.hits}) == (before.total, {hit.item.pk for hit in before.hits})
    assert check().faults == []
