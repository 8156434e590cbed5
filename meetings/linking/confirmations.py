"""Which meeting's minutes were confirmed by which: found by committee and date, among what the public may see."""

from __future__ import annotations

import datetime as dt

from meetings.models import Meeting


def confirmed_by(meeting: Meeting) -> Meeting | None:
    """The first public meeting of the committee that confirmed the minutes of this one's day.

    None where the committee met more than once on that day: the date alone does not say which meeting is meant.
    """
    committee = Meeting.objects.published().filter(committee=meeting.committee_id)
    if committee.filter(date=meeting.date).exclude(pk=meeting.pk).exists():
        return None
    later = committee.filter(date__gte=meeting.date, confirmations__date=meeting.date).exclude(pk=meeting.pk)
    return later.in_committee_order().first()


def confirms(meeting: Meeting) -> list[tuple[dt.date, Meeting | None]]:
    """The days whose minutes this meeting confirmed, each with that day's meeting where one alone is public."""
    days = list(meeting.confirmations.order_by("date").values_list("date", flat=True))
    public = Meeting.objects.published().filter(committee=meeting.committee_id, date__in=days, date__lte=meeting.date)
    by_day: dict[dt.date, list[Meeting]] = {day: [] for day in days}
    for earlier in public.exclude(pk=meeting.pk):
        by_day[earlier.date].append(earlier)
    return [(day, meetings[0] if len(meetings) == 1 else None) for day, meetings in by_day.items()]
