"""The clerk's pages from what was read to what is public: preview, publish, at a set time, withdraw, confirm."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.correcting.differences import Wording, differences
from meetings.correcting.private_data import private_data
from meetings.forms.publishing import ConfirmForm, PublishForm, WithdrawForm
from meetings.models import Meeting
from meetings.publishing import (
    CorrectionsLost,
    NewerVersion,
    as_published,
    confirm_meeting,
    publish_meeting,
    schedule_publication,
    unschedule_publication,
    withdraw_meeting,
)
from meetings.publishing.editions import public_wording
from meetings.storing.readings import newest_version, waiting_reading
from meetings.views.browse import MeetingPage
from meetings.views.desk import ClerkRequest

may_publish = permission_required("meetings.publish_meeting", raise_exception=True)


def _editable(request: HttpRequest, pk: int) -> Meeting:
    """Raises 404 for what is not this clerk's."""
    return get_object_or_404(Meeting.objects.editable_by(request.user).select_related("committee__council"), pk=pk)


@never_cache
@login_required
@require_safe
def preview(request: ClerkRequest, pk: int) -> HttpResponse:
    """The public page as publishing would make it, shown as to a visitor."""
    meeting = _editable(request, pk)
    if newest_version(meeting) is None:
        raise Http404
    request.user = AnonymousUser()  # type: ignore[assignment] # what a visitor sees
    with as_published(meeting) as published:
        council, committee, day = published.address
        page = MeetingPage.as_view(extra_context={"preview": meeting})(
            request, council=council, committee=committee, day=day
        )
        return page.render()  # type: ignore[attr-defined] # a TemplateResponse: rendered before the rows are as they were


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: ClerkRequest, pk: int) -> HttpResponse:
    """What the public will see differently, and the deed itself: now or at a set time."""
    meeting = _editable(request, pk)
    source = newest_version(meeting)
    posted = request.POST if request.method == "POST" else None
    context: dict[str, Any] = {"meeting": meeting, "source": source}
    if meeting.state == "published" and waiting_reading(meeting) is not None:
        before = public_wording(meeting)
        with as_published(meeting) as published:
            after = public_wording(published)
        context["changes"] = differences(before, after)
        context["private_gone"] = sorted(_private_words(before) - _private_words(after))
    form = PublishForm(posted, seen_before=meeting.published_at is not None, tell_words=not context.get("private_gone"))
    if posted is not None and form.is_valid():
        return _publish(request, meeting, form.cleaned_data)
    context["form"] = form
    return render(request, "desk/publish.html", context, status=422 if form.errors else 200)


def _private_words(wording: Wording) -> set[str]:
    """What of a public wording may be a private person's own."""
    return {private.words for _, text in wording.values() for private in private_data(text)}


def _publish(request: ClerkRequest, meeting: Meeting, said: dict[str, Any]) -> HttpResponse:
    version = request.POST.get("version", "")  # a post that does not say what was looked at publishes nothing
    told: dict[str, Any] = {name: said[name] for name in said if name in ("note", "show_changes")}
    if said["at"] is not None:
        return _schedule(request, meeting, said["at"], version, told)
    try:
        published = publish_meeting(meeting, by=request.user, version=version, **told)
    except NewerVersion:
        messages.error(request, "A newer version came in meanwhile. Look at it first, then publish it.")
        return redirect("desk-meeting", meeting.pk)
    except CorrectionsLost:
        messages.error(request, "The newest reading has no place for some corrections. Look at them first.")
        return redirect("desk-history", meeting.pk)
    if published:
        messages.success(request, f"Published {meeting}.")
    elif meeting.state == "published":
        messages.info(request, f"{meeting} is published already.")
    else:
        messages.error(request, f"No file stands for {meeting} any more, so there is nothing to publish.")
    if Meeting.objects.filter(pk=meeting.pk).exclude(index_due_since=None).exists():
        messages.warning(
            request, "The search index is busy or unwell and will follow later; the pages are right already."
        )
    return redirect("desk-meeting", meeting.pk)


def _schedule(request: ClerkRequest, meeting: Meeting, at: Any, version: str, told: dict[str, Any]) -> HttpResponse:
    source = newest_version(meeting)
    if source is None or source.version != version:
        messages.error(request, "The minutes were changed meanwhile. Look at them first, then set the time.")
    else:
        schedule_publication(meeting, at, by=request.user, version=version, **told)
        when = date_format(timezone.localtime(at), "j F Y, H:i")
        messages.success(request, f"{meeting} will be published on {when}.")
    return redirect("desk-meeting", meeting.pk)


@require_POST
@login_required
@may_publish
def unschedule(request: ClerkRequest, pk: int) -> HttpResponse:
    meeting = _editable(request, pk)
    if unschedule_publication(meeting, by=request.user):
        messages.success(request, "The set time no longer holds. Nothing is published by itself.")
    return redirect("desk-meeting", pk)


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: ClerkRequest, pk: int) -> HttpResponse:
    """Take the minutes from the public, with the reason that their address will tell."""
    meeting = _editable(request, pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if meeting.state != "published":
        messages.info(request, f"{meeting} is not public.")
    elif not form.is_valid():
        context = {"meeting": meeting, "form": form}
        return render(request, "desk/withdraw.html", context, status=422 if form.errors else 200)
    elif withdraw_meeting(meeting, by=request.user, reason=form.cleaned_data["reason"]):
        messages.success(request, f"Withdrew {meeting}. The public no longer sees it.")
    return redirect("desk-meeting", pk)


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: ClerkRequest, pk: int) -> HttpResponse:
    """Say by hand on which day the minutes were confirmed."""
    meeting = _editable(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = ConfirmForm(posted, held_on=meeting.date, confirmed_on=meeting.confirmed_on)
    if form.is_valid():
        on = form.cleaned_data["on"]
        confirm_meeting(meeting, on, by=request.user)
        messages.success(request, "Noted as confirmed." if on else "No longer noted as confirmed.")
        return redirect("desk-meeting", pk)
    context = {"meeting": meeting, "form": form}
    return render(request, "desk/confirm.html", context, status=422 if form.errors else 200)
