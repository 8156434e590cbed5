"""Which meeting's minutes were confirmed by which: links by committee and date, made when both ends are there."""

from __future__ import annotations

from meetings.models import Confirmation, Meeting


def link_confirmations(meeting: Meeting) -> None:
    """Join the confirmations that ``meeting`` made, and those that waited for it, to the meetings they name.

    A day with two meetings of the committee stays open: the date alone does not say which is meant.
    """
    for confirmation in meeting.confirmations.filter(confirmed=None):
        confirmation.confirmed = _sole_meeting(meeting, confirmation)
        confirmation.save(update_fields=["confirmed"])
    waiting = Confirmation.objects.filter(by__committee=meeting.committee, date=meeting.date)
    for confirmation in waiting.select_related("by"):
        confirmation.confirmed = _sole_meeting(confirmation.by, confirmation)
        confirmation.save(update_fields=["confirmed"])


def _sole_meeting(by: Meeting, confirmation: Confirmation) -> Meeting | None:
    earlier = Meeting.objects.filter(committee_id=by.committee_id, date=confirmation.date).exclude(pk=by.pk)
    candidates = [meeting for meeting in earlier[:2] if meeting.date <= by.date]
    return candidates[0] if len(candidates) == 1 else None
