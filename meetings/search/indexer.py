"""The only writer of the index: it follows the rows, and what it could not follow stays marked and is not forgotten.

A meeting whose rows the public sees differently than before is marked (``Meeting.index_due_since``) in the very
transaction that changes them. After the commit the index follows, and the mark goes if nothing was changed meanwhile.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Thread

from django.db import OperationalError, connections
from django.db.models import Q

from meetings.models import Item, Meeting, Redaction
from meetings.models.meeting import MeetingQuerySet
from meetings.search.errors import IndexBusy, SearchUnavailable
from meetings.search.index import Index, configured_index
from meetings.search_indexes import ItemIndex

log = logging.getLogger(__name__)

BATCH = 200
"""Meetings that one commit makes visible."""

_deferred: ContextVar[bool] = ContextVar("deferred", default=False)


def catch_up() -> int:
    """Write all meetings whose index is due, and return how many. Raises IndexBusy and SearchUnavailable.

    Not to be called inside a transaction: another process that waits for its rows may hold the index.
    """
    written = 0
    while _due().exists():
        written += _write_batch(configured_index())
    return written


def follow() -> bool:
    """Catch up after a commit, unless it is deferred. Returns whether the index now holds what the public may see.

    Never raises for what the index lacks: rows are published already; the marks stay for the next one that writes.
    """
    if _deferred.get():
        return False
    try:
        catch_up()
    except (IndexBusy, SearchUnavailable) as error:
        log.warning("the search index stays behind for now: %s", error)
        return False
    if configured_index().merge_due():
        # beside the request: it takes seconds, and ended in the middle it leaves the index as it was
        Thread(target=_merge_beside, name="merge the search index", daemon=True).start()
    return True


def merge() -> None:
    """Keep the index quick: every commit leaves a small segment. Never raises: the next one makes up for it."""
    try:
        configured_index().merge()
        catch_up()
    except (IndexBusy, SearchUnavailable) as error:
        log.warning("the segments of the search index stay as they are for now: %s", error)


def _merge_beside() -> None:
    try:
        merge()
    except OperationalError as error:
        log.warning("the search index follows at the next writing, the database being busy: %s", error)
    finally:
        connections.close_all()  # of this thread


def rebuild(tell: Callable[[int, int], None] | None = None) -> int:
    """Make the index anew from the rows, and return how many items it holds; until it is done the old one serves.

    ``tell`` hears how many meetings are done and how many there are. What is published meanwhile stays marked, and
    follows at the end. Raises IndexBusy and SearchUnavailable.
    """
    written = 0
    with configured_index().rebuilding() as writer:
        meetings = list(Meeting.objects.published().order_by("pk").values_list("pk", flat=True))
        for done, meeting in enumerate(meetings, start=1):
            items = list(ItemIndex().index_queryset().filter(meeting=meeting))
            writer.replace_meeting(meeting, items)
            written += len(items)
            if tell:
                tell(done, len(meetings))
    catch_up()
    return written


@contextmanager
def deferred() -> Iterator[None]:
    """For bulk runs: what is published inside is only marked, and written together at the end, even after an error."""
    outer = _deferred.set(True)
    try:
        yield
    finally:
        _deferred.reset(outer)
        follow()


def meetings_to_hide() -> frozenset[int]:
    """Meetings of which the index may still hold what the public may no longer read: those that were withdrawn, and
    those with blacked words or restricted items, which are found again once the index has followed."""
    withdrawn = ~Q(pk__in=Meeting.objects.published().values("pk"))
    blacked = Q(pk__in=Redaction.objects.filter(reverted_at=None).values("meeting"))
    restricted = Q(pk__in=Item.objects.filter(restricted=True).values("meeting"))
    return frozenset(_due().filter(withdrawn | blacked | restricted).values_list("pk", flat=True))


def _write_batch(index: Index) -> int:
    _refuse_a_lost_index(index)
    written: list[tuple[int, dt.datetime | None]] = []
    with index.writing() as writer:
        # read while nobody else may write, the mark before the rows: what is written is never older than the mark
        for meeting, due_since in list(_due().order_by("index_due_since").values_list("pk", "index_due_since")[:BATCH]):
            writer.replace_meeting(meeting, ItemIndex().index_queryset().filter(meeting=meeting))
            written.append((meeting, due_since))
    for meeting, due_since in written:
        Meeting.objects.filter(pk=meeting, index_due_since=due_since).update(index_due_since=None)
    return len(written)


def _refuse_a_lost_index(index: Index) -> None:
    """A first index is made as it is needed; one that is gone is not, or only what comes next would be found."""
    if index.is_missing() and Item.objects.published().filter(meeting__index_due_since=None).exists():
        raise SearchUnavailable("There is no search index, though minutes are published. Run: manage.py rebuild_index")


def _due() -> MeetingQuerySet:
    return Meeting.objects.exclude(index_due_since=None)
