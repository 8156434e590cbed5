"""The index follows the rows; what it could not follow is not forgotten; what is wrong with it is said."""

from __future__ import annotations

import datetime as dt
import gc
import logging
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.utils import timezone
from haystack import connections
from haystack.query import SearchQuerySet

from meetings.models import Item, Meeting
from meetings.publishing import publish_meeting, withdraw_meeting
from meetings.search import analysis, indexer
from meetings.search.errors import IndexBusy, SearchUnavailable
from meetings.search.index import Query, configured_index
from meetings.search_indexes import ItemIndex
from meetings.tests.builders import make_attendance, make_item, make_meeting, make_resolution, make_source
from meetings.tests.search.archive import ask, index_all, leaves_files_open, titles

pytestmark = pytest.mark.django_db


def indexed() -> list[int]:
    """The items that the index holds, whatever the public may see."""
    return sorted(configured_index().find(Query(None, limit=1000)).items)


def due() -> int:
    return Meeting.objects.exclude(index_due_since=None).count()


def make_due(meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(index_due_since=timezone.now())


def draft(title: str = "Bridge") -> Meeting:
    """A meeting that is not published yet, with one item."""
    meeting = make_meeting(published=False)
    make_source(meeting)
    make_item(meeting, title=title, text=f"The {title.lower()} was discussed.")
    return meeting


def index_path() -> Path:
    return Path(connections.connections_info["default"]["PATH"])


# --- following


@pytest.mark.django_db(transaction=True)
def test_the_index_follows_publishing_and_withdrawing() -> None:
    meeting = draft()
    publish_meeting(meeting)
    assert titles(ask(q="bridge")) == ["Bridge"]
    assert due() == 0
    withdraw_meeting(meeting)
    assert indexed() == []
    assert due() == 0
    publish_meeting(meeting)
    assert titles(ask(q="bridge")) == ["Bridge"]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_indexed_of_what_is_rolled_back() -> None:
    meeting = draft()
    with transaction.atomic():
        publish_meeting(meeting)
        transaction.set_rollback(True)
    assert due() == 0
    assert configured_index().is_missing()


def test_a_meeting_is_replaced_whole() -> None:
    meeting, other = make_meeting(date="2024-01-01"), make_meeting(date="2024-02-01")
    first, second = make_item(meeting, "1"), make_item(meeting, "2")
    kept = make_item(other, "1")
    index_all()
    second.delete()
    third = make_item(meeting, "3")
    Item.objects.filter(pk=first.pk).update(text="A tunnel.")
    make_due(meeting)
    assert indexer.catch_up() == 1
    assert indexed() == sorted([first.pk, third.pk, kept.pk])
    assert [hit.item for hit in ask(q="tunnel").hits] == [first]


def test_only_what_the_public_may_read_is_indexed() -> None:
    meeting = make_meeting()
    public = make_item(meeting, "1")
    make_item(meeting, "2", restricted=True)
    make_item(make_meeting(published=False))
    make_item(make_meeting(withdrawn=True))
    index_all()
    assert indexed() == [public.pk]
    assert due() == 0


def test_no_word_of_a_restricted_item_stands_in_the_index() -> None:
    meeting = make_meeting()
    make_item(meeting, "1", text="Plain words.")
    make_resolution(
        make_item(meeting, "2", "Plumbago", "The plumbago is sold.", restricted=True), "That plumbago be sold."
    )
    make_attendance(meeting, "Oriel Quill", presence="in_attendance")
    index_all()
    kept = b"".join(path.read_bytes() for path in index_path().iterdir() if path.is_file())
    assert b"plain" in kept
    assert b"plumbago" not in kept.lower()
    assert b"quill" not in kept.lower()


def test_a_mark_set_meanwhile_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = make_meeting()
    make_item(meeting)
    make_due(meeting)
    changes = iter([True])
    prepare = ItemIndex.prepare_text

    def change_once(index: ItemIndex, item: Item) -> str:
        if next(changes, False):
            Item.objects.update(text="A tunnel.")
            make_due(meeting)
        return str(prepare(index, item))

    monkeypatch.setattr(ItemIndex, "prepare_text", change_once)
    assert indexer.catch_up() == 2  # the meeting once more, as it was changed while it was written
    assert due() == 0
    assert ask(q="tunnel").total == 1


def test_many_meetings_are_written_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer, "BATCH", 2)
    for month in range(1, 6):
        make_item(make_meeting(date=dt.date(2024, month, 1)))
    Meeting.objects.update(index_due_since=timezone.now())
    assert indexer.catch_up() == 5
    assert len(indexed()) == 5


def test_nothing_due_touches_nothing() -> None:
    assert indexer.catch_up() == 0
    assert indexer.follow()
    assert not index_path().exists()


# --- deferred


@pytest.mark.django_db(transaction=True)
def test_deferred_publishing_is_indexed_in_one_commit_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    write_batch = indexer._write_batch
    monkeypatch.setattr(indexer, "_write_batch", lambda index: written.append(write_batch(index)) or written[-1])
    with indexer.deferred():
        for name in ("Bridge", "Tunnel"):
            with indexer.deferred():
                publish_meeting(draft(name))
        assert due() == 2
    assert written == [2]
    assert due() == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_published_before_an_error_is_indexed() -> None:
    @indexer.deferred()
    def publish_and_fail() -> None:
        publish_meeting(draft())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert ask(q="bridge").total == 1


# --- an index that is busy, lost, of another version or damaged


def test_a_busy_index_leaves_the_mark(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setitem(connections.connections_info["default"], "LOCK_SECONDS", 0.1)
    meeting = make_meeting()
    make_item(meeting)
    make_due(meeting)
    with configured_index().writing():
        with pytest.raises(IndexBusy):
            indexer.catch_up()
        with caplog.at_level(logging.WARNING):
            assert not indexer.follow()
    assert "stays behind" in caplog.text
    assert due() == 1
    assert indexer.follow()
    assert (due(), len(indexed())) == (0, 1)


@leaves_files_open
def test_a_failed_merge_leaves_the_index_and_writes_nothing_half(caplog: pytest.LogCaptureFixture) -> None:
    for title in ("Bridge", "Marsh"):
        make_item(make_meeting(), title=title)
        index_all()
    before = {path.name for path in index_path().iterdir()}
    terms = next(path for path in index_path().iterdir() if path.suffix == ".trm")
    kept = terms.read_bytes()
    terms.write_bytes(b"")
    with caplog.at_level(logging.WARNING):
        indexer.merge()
    assert "stay as they are" in caplog.text
    still_open = {fd.resolve().name for fd in Path("/proc/self/fd").iterdir()}
    assert still_open.isdisjoint({path.name for path in index_path().iterdir()} - before)
    assert not (index_path() / "MAIN.tmp").exists()
    terms.write_bytes(kept)
    assert len(indexed()) == 2
    indexer.merge()
    assert len(indexed()) == 2
    gc.collect()


def test_a_busy_database_is_no_failure_of_the_merge_beside(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def busy() -> int:
        raise OperationalError("database table is locked")

    make_item(make_meeting())
    index_all()
    monkeypatch.setattr(indexer, "catch_up", busy)
    monkeypatch.setattr(indexer.connections, "close_all", lambda: None)
    with caplog.at_level(logging.WARNING):
        indexer._merge_beside()
    assert "follows at the next writing" in caplog.text


def test_an_error_among_the_writes_leaves_the_index_as_it_was() -> None:
    meeting = make_meeting()
    item = make_item(meeting)
    index_all()

    def remove_and_fail() -> None:
        with configured_index().writing() as writer:
            writer.replace_meeting(meeting.pk, [])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        remove_and_fail()
    assert indexed() == [item.pk]
    with configured_index().writing() as writer:  # the lock is free
        writer.replace_meeting(meeting.pk, [])
    assert indexed() == []


def test_a_lost_index_is_not_taken_for_an_empty_one() -> None:
    make_item(make_meeting(date="2024-01-01"), text="A bridge.")
    with pytest.raises(SearchUnavailable, match="rebuild_index"):
        configured_index().find(Query(None))
    assert ask(q="bridge").unavailable
    make_due(make_meeting(date="2024-02-01"))
    assert not indexer.follow()  # or the new meeting alone would be found
    assert due() == 1
    call_command("rebuild_index", interactive=False, verbosity=0)
    assert indexer.follow()
    assert ask(q="bridge").total == 1


def test_an_index_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = make_meeting()
    make_item(meeting, text="A bridge.")
    index_all()
    monkeypatch.setattr(analysis, "VERSION", analysis.VERSION + 1)
    monkeypatch.setattr(connections, "thread_local", type(connections.thread_local)())
    assert ask(q="bridge").unavailable
    make_due(meeting)
    assert not indexer.follow()
    call_command("rebuild_index", interactive=False, verbosity=0)
    assert ask(q="bridge").total == 1


@leaves_files_open
@pytest.mark.parametrize("damage", ["emptied", "overwritten", "removed"])
def test_a_damaged_index_is_unavailable_until_it_is_rebuilt(damage: str, caplog: pytest.LogCaptureFixture) -> None:
    meeting = make_meeting()
    make_item(meeting, text="A bridge.")
    index_all()
    for path in index_path().iterdir():
        match damage:
            case "emptied":
                path.write_bytes(b"")
            case "overwritten":
                path.write_bytes(b"\xff" * path.stat().st_size)
            case "removed" if path.suffix != ".toc":
                path.unlink()
    with caplog.at_level(logging.CRITICAL):
        assert ask(q="bridge").unavailable
        make_due(meeting)
        assert damage == "removed" or not indexer.follow()
    call_command("rebuild_index", interactive=False, verbosity=0)
    assert ask(q="bridge").total == 1
    gc.collect()


def test_an_index_is_for_its_owner_alone() -> None:
    make_item(make_meeting())
    index_all()
    assert index_path().stat().st_mode & 0o777 == 0o700


# --- Haystack's own ways


def everything_found() -> dict[str, Any]:
    queries = ["bridge", "marsh", '"the bridge was"', "-bridge", "planning bridge"]
    return {query: [(hit.item.pk, hit.title, hit.passage) for hit in ask(q=query).hits] for query in queries}


def test_a_rebuilt_index_finds_the_same() -> None:
    for month in range(1, 7):
        meeting = make_meeting(date=dt.date(2024, month, 1))
        make_attendance(meeting, "Ada Marsh")
        make_resolution(
            make_item(meeting, "1", f"Bridge {month}", f"The bridge was {'re' * month}built."), "That it be so."
        )
        make_item(meeting, "2", "Tunnel", "Nothing was said.")
        index_all()
    found = everything_found()
    call_command("rebuild_index", interactive=False, verbosity=0)
    assert everything_found() == found
    call_command("update_index", verbosity=0, batchsize=5)
    assert everything_found() == found
    assert len(indexed()) == Item.objects.count()


def test_update_index_takes_out_what_is_no_longer_public() -> None:
    item = make_item(make_meeting(date="2024-01-01"))
    gone = make_item(make_meeting(date="2024-02-01"))
    index_all()
    Meeting.objects.filter(pk=gone.meeting_id).update(withdrawn_at=timezone.now())
    call_command("update_index", remove=True, verbosity=0)
    assert indexed() == [item.pk]
    gc.collect()


def test_updating_a_row_writes_it_as_it_is_now() -> None:
    index = connections["default"].get_unified_index().get_index(Item)
    item = make_item(make_meeting(), text="A bridge.")
    index.update_object(item)
    assert ask(q="bridge").total == 1
    Item.objects.filter(pk=item.pk).update(restricted=True)
    index.update_object(item)
    assert indexed() == []


def test_haystacks_own_queries_work() -> None:
    item = make_item(make_meeting(), text="School and parking do not go together.")
    index_all()
    assert [int(result.pk) for result in SearchQuerySet().filter(content="schools")] == [item.pk]
    assert SearchQuerySet().filter(committee_id=item.meeting.committee_id, date__gte=dt.date(2024, 1, 1)).count() == 1
    assert SearchQuerySet().filter(content__exact="school parking").count() == 0
    assert SearchQuerySet().filter(content__startswith="Scho").count() == 1
    assert SearchQuerySet().all().count() == 1
    connections["default"].get_unified_index().get_index(Item).remove_object(item)
    assert SearchQuerySet().all().count() == 0
    gc.collect()
