"""Mistakes that readers report: the public page to tell of one, and the desk's list of them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.forms.reports import MistakeForm
from meetings.models import MistakeReport
from meetings.views.accounts import too_often
from meetings.views.browse import published_meeting
from meetings.views.desk import ClerkRequest
from meetings.views.visitors import may_ask

MOST_REPORTS = 5
PERIOD = 60 * 60  # seconds
A_PAGE = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, council: str, committee: str, day: str) -> HttpResponse:
    """Tell the clerks of the council of a mistake in the minutes. No account is needed."""
    meeting = published_meeting(council, committee, day)
    posted = request.POST if request.method == "POST" else None
    form = MistakeForm(posted, initial={"place": request.GET.get("place", "")[:300]})
    if form.is_valid():
        if not may_ask(request, "report", most=MOST_REPORTS, seconds=PERIOD):
            return too_often(request)
        MistakeReport.objects.create(meeting=meeting, **form.cleaned_data)
        messages.success(request, "Thank you. The clerks of the council will look at it.")
        return redirect(meeting)
    context = {"meeting": meeting, "form": form, "place": form["place"].value()}
    return render(request, "meetings/report.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
def mistakes(request: ClerkRequest) -> HttpResponse:
    """What readers reported, the open ones first."""
    reports = MistakeReport.objects.for_clerk(request.user).select_related("meeting__committee__council", "settled_by")
    shown = Paginator(reports.order_by("settled_at", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/mistakes.html", {"page_obj": shown})


@require_POST
@login_required
def settle(request: ClerkRequest, pk: int) -> HttpResponse:
    """Take a report off the list, or put it back."""
    report = get_object_or_404(MistakeReport.objects.for_clerk(request.user), pk=pk)
    report.settled_at, report.settled_by = (None, None) if report.settled_at else (timezone.now(), request.user)
    report.save(update_fields=["settled_at", "settled_by"])
    return redirect("mistakes")
