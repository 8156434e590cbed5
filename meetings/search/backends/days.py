"""Days as the index keeps them."""

from __future__ import annotations

import datetime as dt


def midnight(day: dt.date) -> dt.datetime:
    """The index holds days, not instants: a day is its first moment, in no time zone."""
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001
