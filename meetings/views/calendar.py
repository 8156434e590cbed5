"""Meetings by date: a year of months, a month of days."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from meetings.models import Meeting

WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)
DAY_NAMES = list(calendar.day_name)


@dataclass(frozen=True, slots=True)
class Day:
    """A square of the month's grid; ``date`` is None where it belongs to another month."""

    date: dt.date | None
    meetings: list[Meeting]


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """The way to the newest month with meetings."""
    latest = Meeting.objects.published().aggregate(day=Max("date"))["day"]
    if latest is None:
        return render(request, "meetings/calendar_empty.html")
    return redirect("calendar-month", latest.year, latest.month)


class Year(TemplateView):
    """The twelve months of a year, each with the number of its meetings."""

    template_name = "meetings/calendar_year.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year: int = self.kwargs["year"]
        years = _years_shown()
        if year not in years:
            raise Http404
        meetings = Meeting.objects.published()
        counted = meetings.filter(date__year=year).values_list("date__month").annotate(Count("pk")).order_by()
        counts = dict(counted)
        months = [{"first": dt.date(year, month, 1), "meeting_count": counts.get(month, 0)} for month in range(1, 13)]
        return super().get_context_data(
            months=months,
            meeting_count=sum(counts.values()),
            previous=year - 1 if year - 1 in years else None,
            next=year + 1 if year + 1 in years else None,
            **kwargs,
        )


class Month(TemplateView):
    """The days of a month, Monday first, with their meetings."""

    template_name = "meetings/calendar_month.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year: int = self.kwargs["year"]
        month: int = self.kwargs["month"]
        years = _years_shown()
        if year not in years:
            raise Http404
        first = dt.date(year, month, 1)
        following = _month_after(first)
        before = first - dt.timedelta(days=1)
        published = Meeting.objects.published()
        meetings = list(
            published.filter(date__gte=first, date__lt=following)
            .select_related("committee__council")
            .order_by("date", "start_time", "committee__name", "sequence")
        )
        last_met = published.filter(date__lt=first).aggregate(day=Max("date"))["day"]
        next_met = published.filter(date__gte=following).aggregate(day=Min("date"))["day"]
        return super().get_context_data(
            first=first,
            weeks=_weeks(first, meetings),
            day_names=DAY_NAMES,
            today=timezone.localdate(),
            meeting_count=len(meetings),
            previous=before.replace(day=1) if before.year in years else None,
            next=following if following.year in years else None,
            previous_with_meetings=last_met and last_met.replace(day=1),
            next_with_meetings=next_met and next_met.replace(day=1),
            **kwargs,
        )


def _years_shown() -> range:
    """From the first meeting's year to the last's, this year among them: the calendar ends somewhere."""
    ends = Meeting.objects.published().aggregate(first=Min("date"), last=Max("date"))
    this_year = timezone.localdate()
    return range((ends["first"] or this_year).year, max(ends["last"] or this_year, this_year).year + 1)


def _month_after(first: dt.date) -> dt.date:
    return (first + dt.timedelta(days=31)).replace(day=1)


def _weeks(first: dt.date, meetings: list[Meeting]) -> list[list[Day]]:
    by_day: dict[dt.date, list[Meeting]] = {}
    for meeting in meetings:
        by_day.setdefault(meeting.date, []).append(meeting)
    return [
        [Day(date if date.month == first.month else None, by_day.get(date, [])) for date in week]
        for week in WEEKS.monthdatescalendar(first.year, first.month)
    ]
