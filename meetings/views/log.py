"""The log of the desk: a page, and a table to keep."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meetings.exports import csv_of_log
from meetings.models import Meeting
from meetings.representations.log import entries
from meetings.views.desk import ClerkRequest

A_PAGE = 50


@never_cache
@login_required
@require_safe
def log(request: ClerkRequest) -> HttpResponse:
    """What was done, the latest first; of one meeting alone where it is asked for."""
    meeting = _meeting(request)
    shown = list(islice(entries(request.user, until=_moment(request.GET.get("until", "")), meeting=meeting), A_PAGE))
    older = shown[-1].at.isoformat() if len(shown) == A_PAGE else ""
    return render(request, "desk/log.html", {"entries": shown, "older": older, "meeting": meeting})


@never_cache
@login_required
@require_safe
def log_table(request: ClerkRequest) -> StreamingHttpResponse:
    """The whole log as CSV, a line a changed field."""
    rows = entries(request.user, meeting=_meeting(request))
    response = StreamingHttpResponse(csv_of_log(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="log.csv"'
    return response


def _meeting(request: ClerkRequest) -> Meeting | None:
    asked = request.GET.get("meeting", "")
    if not asked:
        return None
    pk = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    return get_object_or_404(Meeting.objects.editable_by(request.user), pk=pk)


def _moment(words: str) -> dt.datetime | None:
    try:
        moment = parse_datetime(words)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo else None
