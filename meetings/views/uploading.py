"""The clerk's pages from a file to a draft: upload, what became of each file, try again, cancel."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.forms.upload import AgainForm, UploadForm
from meetings.ingest.jobs import cancel, enqueue, retry
from meetings.models import Committee, Council, IngestJob
from meetings.views.desk import ClerkRequest
from meetings.views.visitors import wants_json

PASTED = "pasted.txt"
MOST_SHOWN = 200


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ClerkRequest) -> HttpResponse:
    """Keep files, or pasted text, to be read. The script on the page sends a file a time and is answered in JSON."""
    councils = Council.objects.served_by(request.user)
    if not request.user.is_superuser and not councils:
        raise PermissionDenied
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    in_json = wants_json(request)
    if form.is_valid():
        batch = _enqueue(request, form)
        address = reverse("uploads", args=[batch])
        return JsonResponse({"batch": str(batch), "address": address}) if in_json else redirect(address)
    if in_json:
        return JsonResponse({"errors": [words for errors in form.errors.values() for words in errors]}, status=422)
    context = {"form": form, **_known_bodies(request)}
    return render(request, "desk/upload.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
def uploads(request: ClerkRequest, batch: uuid.UUID | None = None) -> HttpResponse:
    """What became of the files that were sent together, or of this clerk's latest."""
    sent = IngestJob.objects.of(request.user).select_related("source__meeting__committee__council")
    jobs = get_list_or_404(sent.filter(batch=batch).order_by("pk")) if batch else list(sent[:MOST_SHOWN])
    context: dict[str, Any] = {"jobs": jobs, "batch": batch, "open": any(job.is_open for job in jobs)}
    if "fragment" in request.GET:
        return render(request, "desk/_jobs.html", context)
    return render(request, "desk/uploads.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: ClerkRequest, pk: int) -> HttpResponse:
    """Have a file that was refused read again, with what the clerk says of it."""
    job = get_object_or_404(IngestJob.objects.of(request.user), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = AgainForm(posted, initial={"council": job.council, "committee": job.committee, "date": job.date})
    form.order_fields([job.field])
    if job.state != IngestJob.State.REFUSED:
        return redirect("uploads", job.batch)
    if form.is_valid():
        retry(job, **form.cleaned_data)
        return redirect("uploads", job.batch)
    return render(request, "desk/again.html", {"job": job, "form": form, **_known_bodies(request)})


@require_POST
@login_required
def cancel_upload(request: ClerkRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(IngestJob.objects.of(request.user), pk=pk)
    if cancel(job):
        messages.success(request, f"{job.name} will not be read, and is deleted.")
    else:
        messages.info(request, f"{job.name} is being read, or is read already.")
    return redirect("uploads", job.batch)


def _enqueue(request: ClerkRequest, form: UploadForm) -> uuid.UUID:
    said = form.cleaned_data
    batch: uuid.UUID = said["batch"] or uuid.uuid4()
    files = said["file"] or [ContentFile(said["text"].encode(), name=PASTED)]
    for file in files:
        body = {"council": said["council"], "committee": said["committee"]}
        enqueue(file, name=file.name or "unnamed", by=request.user, batch=batch, **body)
    return batch


def _known_bodies(request: HttpRequest) -> dict[str, Any]:
    councils = Council.objects.served_by(request.user)
    committees = Committee.objects.filter(council__in=councils).values_list("name", flat=True).distinct()
    return {"councils": councils, "committees": committees}
