"""The clerk's pages: what waits, upload, the reading report, publish and withdraw."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import DetailView, ListView

from meetings.forms.upload import UploadForm
from meetings.ingest.pipeline import Ingested, ingest_file
from meetings.models import Committee, Council, Meeting
from meetings.parsing import MinutesError
from meetings.publishing import CorrectionsLost, NewerVersion, publish_meeting, withdraw_meeting
from meetings.storing.bodies import BodyRefused
from meetings.storing.projection import project
from meetings.storing.readings import AlreadyPublished, waiting_reading

PASTED = "pasted.txt"


class ClerkRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User


PUBLISHED = Q(published_at__isnull=False, withdrawn_at=None)
STATES = {
    "draft": ("Drafts", Q(published_at=None)),
    "waiting": ("Corrected versions that wait", PUBLISHED & Q(waits=True)),
    "published": ("Published", PUBLISHED),
    "withdrawn": ("Withdrawn", Q(withdrawn_at__isnull=False)),
}


@method_decorator(never_cache, name="dispatch")
class Desk(LoginRequiredMixin, ListView):
    """The meetings of the clerk's councils, by where they stand on their way to the public."""

    template_name = "desk/desk.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Meeting]:
        self.meetings = Meeting.objects.editable_by(self.request.user).with_waiting()
        self.state = self.request.GET.get("state", "draft")
        if self.state not in STATES:
            self.state = "draft"
        chosen = self.meetings.filter(STATES[self.state][1])
        return chosen.select_related("committee__council").annotate(item_count=Count("items")).newest_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = self.meetings.aggregate(**{state: Count("pk", filter=where) for state, (_, where) in STATES.items()})
        tabs = [(state, title, counts[state]) for state, (title, _) in STATES.items()]
        return super().get_context_data(tabs=tabs, state=self.state, heading=STATES[self.state][0], **kwargs)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ClerkRequest) -> HttpResponse:
    """Read one file, or pasted text, into a draft; what is wrong with it stands at its field."""
    councils = Council.objects.served_by(request.user)
    if not request.user.is_superuser and not councils:
        raise PermissionDenied
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        try:
            ingested = _ingest(request, form)
        except MinutesError as error:
            where = f"Line {error.line}: " if error.line else ""
            form.add_error(form.source_field, where + error.message)
        except BodyRefused as error:
            form.add_error(error.field, error.message)
        except AlreadyPublished as error:
            form.add_error(form.source_field, str(error))
        else:
            messages.success(request, _what_became(ingested))
            return redirect("desk-meeting", ingested.meeting.pk)
    committees = Committee.objects.filter(council__in=councils).values_list("name", flat=True).distinct()
    known = {"form": form, "councils": councils, "committees": committees}
    return render(request, "desk/upload.html", known, status=422 if form.errors else 200)


@method_decorator(never_cache, name="dispatch")
class MeetingReport(LoginRequiredMixin, DetailView):
    """What was read in the newest version of a meeting's minutes, doubts first."""

    template_name = "desk/meeting.html"

    def get_queryset(self) -> QuerySet[Meeting]:
        return Meeting.objects.editable_by(self.request.user).select_related("committee__council")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        source = meeting.sources.select_related("uploaded_by").first()
        read = project(source, blacked=False) if source else None
        return super().get_context_data(
            source=source,
            minutes=read and read.minutes,
            lost=read and read.lost,
            corrections=meeting.corrections.filter(reverted_at=None).count(),
            waiting=waiting_reading(meeting) if meeting.state == "published" else None,
            may_publish=self.request.user.has_perm("meetings.publish_meeting"),
            first_of_committee=not meeting.committee.meetings.published().exists(),
            **kwargs,
        )


@require_POST
@login_required
@permission_required("meetings.publish_meeting", raise_exception=True)
def publish(request: ClerkRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user), pk=pk)
    try:
        published = publish_meeting(meeting, by=request.user, version=request.POST.get("version"))
    except NewerVersion:
        messages.error(request, "A newer version came in meanwhile. Look at it first, then publish it.")
        return redirect("desk-meeting", pk)
    except CorrectionsLost:
        messages.error(request, "The newest reading has no place for some corrections. Look at them first.")
        return redirect("desk-history", pk)
    if published:
        messages.success(request, f"Published {meeting}.")
    elif meeting.state == "published":
        messages.info(request, f"{meeting} is published already.")
    else:
        messages.error(request, f"No file stands for {meeting} any more, so there is nothing to publish.")
    if Meeting.objects.filter(pk=pk).exclude(index_due_since=None).exists():
        messages.warning(
            request, "The search index is busy or unwell and will follow later; the pages are right already."
        )
    return redirect("desk-meeting", pk)


@require_POST
@login_required
@permission_required("meetings.publish_meeting", raise_exception=True)
def withdraw(request: ClerkRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user), pk=pk)
    if withdraw_meeting(meeting, by=request.user):
        messages.success(request, f"Withdrew {meeting}. The public no longer sees it.")
    else:
        messages.info(request, f"{meeting} is not public.")
    return redirect("desk-meeting", pk)


def _ingest(request: ClerkRequest, form: UploadForm) -> Ingested:
    file: UploadedFile | None = form.cleaned_data["file"]
    with tempfile.NamedTemporaryFile(prefix="minutes-") as copy:
        for chunk in file.chunks() if file else [form.cleaned_data["text"].encode()]:
            copy.write(chunk)
        copy.flush()
        return ingest_file(
            Path(copy.name),
            name=file.name if file else PASTED,
            council=form.cleaned_data["council"],
            committee=form.cleaned_data["committee"],
            restore=True,
            by=request.user,
        )


def _what_became(ingested: Ingested) -> str:
    return {
        "created": f"Read {ingested.meeting} as a draft. Check it, then publish it.",
        "updated": f"Read a new version of {ingested.meeting}. Check it, then publish it.",
        "waiting": f"Read a corrected version of {ingested.meeting}. It is public once you publish it.",
        "unchanged": f"This very file is the newest version of {ingested.meeting} already. Nothing was changed.",
    }[ingested.kept.outcome]
