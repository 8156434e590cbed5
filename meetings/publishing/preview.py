"""What the public will see, before it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from meetings.models import Meeting
from meetings.publishing.deeds import locked
from meetings.storing.projection import apply_reading
from meetings.storing.readings import waiting_reading


@contextmanager
def as_published(meeting: Meeting) -> Iterator[Meeting]:
    """Inside, the rows are as if the meeting's newest minutes were published; afterwards, as they were.

    The very rows that publishing would make, in a transaction that is rolled back: what is shown from them is what the
    public will see, by the same queries and templates.
    """
    with transaction.atomic():
        meeting = locked(meeting)
        waiting = waiting_reading(meeting)
        if waiting is not None:
            apply_reading(waiting)
            meeting = waiting.meeting
        meeting.published_at = meeting.published_at or timezone.now()
        meeting.withdrawn_at = None
        meeting.save(update_fields=["published_at", "withdrawn_at"])
        yield meeting
        transaction.set_rollback(True)
