"""Accounts: signing in is Django's; here is what the portal adds to a forgotten password."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.views import PasswordResetView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from meetings.forms.accounts import PasswordResetForm
from meetings.views.visitors import may_ask

MOST_RESETS = 5
PERIOD = 60 * 60  # seconds


class PasswordReset(PasswordResetView):
    """Ask for a link by e-mail; where the portal sends none, it says who can help instead."""

    form_class = PasswordResetForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sends_mail=settings.SENDS_MAIL, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.SENDS_MAIL:
            return redirect("password_reset")
        if not may_ask(request, "password-reset", most=MOST_RESETS, seconds=PERIOD):
            return too_often(request)
        return super().post(request, *args, **kwargs)


def too_often(request: HttpRequest) -> HttpResponse:
    """The page for a visitor who asks too much at once."""
    return render(request, "429.html", status=429)
