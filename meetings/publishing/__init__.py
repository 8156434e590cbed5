"""The deeds that change what the public sees: the rows first, the index after the commit."""

from meetings.publishing.corrections import (
    NothingToBlack,
    correct_meeting,
    lift_redaction,
    redact_meeting,
    revert_correction,
)
from meetings.publishing.deeds import CorrectionsLost, NewerVersion, publish_meeting, withdraw_meeting

__all__ = [
    "CorrectionsLost",
    "NewerVersion",
    "NothingToBlack",
    "correct_meeting",
    "lift_redaction",
    "publish_meeting",
    "redact_meeting",
    "revert_correction",
    "withdraw_meeting",
]
