"""What the public may see: the one condition that every public query is built on."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone


def published(meeting: str = "", now: dt.datetime | None = None) -> Q:
    """The condition "published by ``now`` and not withdrawn", for a query that reaches its meeting by the look-up
    ``meeting`` ("" where the query is over meetings themselves)."""
    reach = f"{meeting}__" if meeting else ""
    return once_published(meeting, now) & Q(**{f"{reach}withdrawn_at": None})


def once_published(meeting: str = "", now: dt.datetime | None = None) -> Q:
    """The condition "published by ``now``", whether or not withdrawn since; ``meeting`` as in `published`."""
    reach = f"{meeting}__" if meeting else ""
    return Q(**{f"{reach}published_at__lte": now or timezone.now()})
