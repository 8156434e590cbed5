"""The deeds that change what the public sees: the rows first, the index after the commit."""

from meetings.publishing.corrections import (
    NothingToBlack,
    correct_meeting,
    lift_redaction,
    redact_meeting,
    revert_correction,
)
from meetings.publishing.deeds import CorrectionsLost, NewerVersion, confirm_meeting, publish_meeting, withdraw_meeting
from meetings.publishing.erasure import NotAdministrator, ask_erasure, erase, finish_erasures
from meetings.publishing.preview import as_published
from meetings.publishing.schedule import publish_due, schedule_publication, unschedule_publication

__all__ = [
    "CorrectionsLost",
    "NewerVersion",
    "NotAdministrator",
    "NothingToBlack",
    "as_published",
    "ask_erasure",
    "confirm_meeting",
    "correct_meeting",
    "erase",
    "finish_erasures",
    "lift_redaction",
    "publish_due",
    "publish_meeting",
    "redact_meeting",
    "revert_correction",
    "schedule_publication",
    "unschedule_publication",
    "withdraw_meeting",
]
