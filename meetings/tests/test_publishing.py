"""Publish and withdraw: what the public sees, and what the index is told, after the commit."""

from __future__ import annotations

import pytest
from django.db import transaction

from meetings.models import Committee, Council, Item, Meeting, Resolution
from meetings.publishing import publish_meeting, withdraw_meeting
from meetings.search import indexer
from meetings.tests.readings import item, keep, make_minutes

pytestmark = [pytest.mark.django_db, pytest.mark.desk]


def public_rows() -> list[int]:
    querysets = [
        Meeting.objects.published(),
        Item.objects.published(),
        Resolution.objects.published(),
        Committee.objects.public(),
        Council.objects.public(),
    ]
    return [queryset.count() for queryset in querysets]


def test_a_meeting_is_public_from_publish_to_withdraw() -> None:
    meeting = keep().meeting
    assert public_rows() == [0, 0, 0, 0, 0]
    assert publish_meeting(meeting)
    assert public_rows() == [1, 2, 1, 1, 1]
    assert not publish_meeting(meeting)
    assert withdraw_meeting(meeting)
    assert public_rows() == [0, 0, 0, 0, 0]
    assert not withdraw_meeting(meeting)
    assert publish_meeting(meeting)
    assert public_rows() == [1, 2, 1, 1, 1]


def test_restricted_items_are_never_public() -> None:
    minutes = make_minutes(
        items=(item("1", "Open", resolutions=("A",)), item("2", "Sale", resolutions=("B",), restricted=True))
    )
    meeting = keep(minutes).meeting
    publish_meeting(meeting)
    assert [row.title for row in Item.objects.published()] == ["Open"]
    assert [row.text for row in Resolution.objects.published()] == ["A"]
    assert meeting.public_original() is None


def test_the_original_is_public_where_nothing_is_restricted() -> None:
    kept = keep()
    publish_meeting(kept.meeting)
    assert Meeting.objects.get().public_original() == kept.source
    later = keep(make_minutes(venue="Town Hall")).source
    assert Meeting.objects.get().public_original() == kept.source
    publish_meeting(kept.meeting)
    assert Meeting.objects.get().public_original() == later


def test_the_first_publication_day_stays() -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    meeting.refresh_from_db()
    first = meeting.published_at
    withdraw_meeting(meeting)
    publish_meeting(meeting)
    meeting.refresh_from_db()
    assert meeting.published_at == first


def test_the_index_is_told_after_the_commit(monkeypatch, django_capture_on_commit_callbacks) -> None:
    told: list[int] = []
    monkeypatch.setattr(indexer, "follow", lambda: told.append(Meeting.objects.published().count()))
    meeting = keep().meeting
    with django_capture_on_commit_callbacks(execute=True):
        publish_meeting(meeting)
        assert told == []
    assert told == [1]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_meeting(meeting)
    assert told == [1, 0]
    assert Meeting.objects.get().index_due_since is not None


def test_a_publication_undone_leaves_no_trace(monkeypatch) -> None:
    monkeypatch.setattr(indexer, "follow", lambda: pytest.fail("the index was told of what did not happen"))
    meeting = keep().meeting
    with transaction.atomic():
        publish_meeting(meeting)
        transaction.set_rollback(True)
    meeting.refresh_from_db()
    assert meeting.published_at is None
    assert meeting.index_due_since is None
