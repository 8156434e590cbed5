"""What may keep the portal from doing its part for a while, through nobody's fault: told apart from faults of ours."""

from __future__ import annotations

import errno
from enum import Enum

from django.db import OperationalError

_FULL_DISK = ("disk is full", "No space left on device")  # as SQLite says it, and PostgreSQL
_BUSY = ("is locked", "lock timeout", "could not connect", "connection", "starting up", "shutting down")


class Trouble(Enum):
    """What is in the way, in words for whoever asked."""

    DISK_FULL = (
        "The portal has no room left on its disk, so what you did could not be stored. What was there before is safe. "
        "Tell those who run the portal; then look at what arrived, and do the rest again."
    )
    BUSY = "The portal is busy with something else just now, so what you did was not stored. Try again in a minute."


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What the error, or one that led to it, tells of; None for any other."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Trouble.DISK_FULL
        if isinstance(error, OperationalError):
            if any(words in str(error) for words in _FULL_DISK):
                return Trouble.DISK_FULL
            if any(words in str(error) for words in _BUSY):
                return Trouble.BUSY
        error = error.__cause__ or error.__context__
    return None
