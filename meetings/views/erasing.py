"""The administrator's two steps to erase a meeting for good."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, user_passes_test
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from meetings.forms.publishing import EraseForm, ErasureReasonForm
from meetings.models import Erasure, Meeting
from meetings.publishing import ask_erasure, erase
from meetings.publishing.erasure import counts_of
from meetings.views.desk import ClerkRequest


def _is_administrator(user: Any) -> bool:
    if not user.is_superuser:
        raise PermissionDenied
    return True


administrator = user_passes_test(_is_administrator)


@never_cache
@login_required
@administrator
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ClerkRequest, pk: int) -> HttpResponse:
    """The first step: why."""
    meeting = get_object_or_404(Meeting.objects.select_related("committee__council"), pk=pk)
    form = ErasureReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        erasure = ask_erasure(meeting, reason=form.cleaned_data["reason"], by=request.user)
        return redirect("erasure", erasure.pk)
    context = {"meeting": meeting, "form": form}
    return render(request, "desk/erase.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@administrator
@require_http_methods(["GET", "HEAD", "POST"])
def do(request: ClerkRequest, pk: int) -> HttpResponse:
    """The second step: what will be gone, and the word that it shall be."""
    erasure = get_object_or_404(
        Erasure.objects.filter(done_at=None).select_related("meeting__committee__council"), pk=pk
    )
    meeting = erasure.meeting
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and erase(erasure, by=request.user):
        messages.success(request, f"Erased {erasure.address}. The worker makes the index anew.")
        return redirect("desk")
    counts = list(counts_of(meeting).items()) if meeting else []
    context = {"meeting": meeting, "erasure": erasure, "form": form, "counts": counts}
    return render(request, "desk/erasure.html", context, status=422 if form.errors else 200)
