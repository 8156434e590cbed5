"""The site as a whole: its name, its health, and the pages for what went wrong."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meetings.models import Committee, Council, FormerAddress, Meeting
from meetings.trouble import trouble_of
from meetings.views.browse import Gone
from meetings.views.visitors import wants_json

DEFAULT_NAME = "Minutes Portal"


@dataclass(frozen=True, slots=True)
class Site:
    """Whose archive this is: ``sole_council`` where it is one council's."""

    name: str
    sole_council: Council | None


def site_name(request: HttpRequest) -> dict[str, Any]:
    """Context for every page: `archive_name`, and `sole_council`, whose name pages need not repeat (or None).

    The database is asked once a page, when the page first uses either. (Django's login page has a `site_name` of its
    own, the host's.)
    """
    del request
    site = SimpleLazyObject(_find_site)
    return {
        "archive_name": SimpleLazyObject(lambda: site.name),
        "sole_council": SimpleLazyObject(lambda: site.sole_council),
    }


def _find_site() -> Site:
    councils = list(Council.objects.public()[:2])
    sole = councils[0] if len(councils) == 1 else None
    return Site(settings.SITE_NAME or (sole.name if sole else DEFAULT_NAME), sole)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether pages can be served: 200 "ok" when the database answers, else 503."""
    del request
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("the database does not answer", content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may fetch: the minutes, not the searches, which are without end, and not the clerk's pages."""
    del request
    closed = "".join(f"Disallow: {reverse(name)}\n" for name in ("search", "desk", "login", "admin:index"))
    return HttpResponse(f"User-agent: *\n{closed}", content_type="text/plain")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing public stands at this address, or no longer; what comes nearest to it is offered."""
    if isinstance(exception, Gone):
        gone = {"meeting": exception.meeting, "nearest": _nearest_page(request)}
        return render(request, "410.html", gone, status=410)
    moved_to = _address_today(request)
    if moved_to is not None:
        response = HttpResponsePermanentRedirect(moved_to)
        response["Cache-Control"] = "no-cache"  # what moved may move back, and a browser must ask
        return response
    return render(request, "404.html", {"nearest": _nearest_page(request)}, status=404)


def _address_today(request: HttpRequest) -> str | None:
    """Where what stood at the address stands now: the former address that the most of it begins with, and the rest."""
    parts = [part for part in request.path.split("/") if part]
    for length in (3, 2, 1):
        former = FormerAddress.objects.filter(path="/".join(parts[:length])).first() if len(parts) >= length else None
        if former is not None:
            rest = request.get_full_path().removeprefix("/" + "/".join(parts[:length])).removeprefix("/")
            return former.target.get_absolute_url() + rest
    return None


def _nearest_page(request: HttpRequest) -> Council | Committee | Meeting | None:
    """The deepest public page that the address leads past, whatever the case of its letters."""
    parts = request.resolver_match.kwargs if request.resolver_match else {}
    council = Council.objects.public().filter(slug__iexact=parts.get("council", "")).first()
    if council is None or "committee" not in parts:
        return council
    committee = council.committees.public().filter(slug__iexact=parts["committee"]).first()
    if committee is None or "day" not in parts:
        return committee or council
    return committee.meetings.published().filter(slug=parts["day"]).first() or committee


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be read: too large a form, too many files, a host that is not ours."""
    del request
    most = settings.DATA_UPLOAD_MAX_NUMBER_FILES if isinstance(exception, TooManyFilesSent) else None
    return _page_without_request("400.html", 400, most_files=most)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that was sent without its token, or with one of an earlier session."""
    del request, reason
    return _page_without_request("403_csrf.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours, and, with 503, for a full disk or a database that is busy for long. It asks nothing
    of the database, which may be what is broken."""
    trouble = trouble_of(sys.exception())
    if trouble is None:
        return _page_without_request("500.html", 500)
    if wants_json(request):
        answer: HttpResponse = JsonResponse({"errors": [trouble.value]}, status=503)
    else:
        answer = _page_without_request("503.html", 503, trouble=trouble.value)
    answer["Retry-After"] = "60"
    return answer


def _page_without_request(template: str, status: int, **told: Any) -> HttpResponse:
    page = render_to_string(template, {"archive_name": settings.SITE_NAME or DEFAULT_NAME, **told})
    return HttpResponse(page, status=status)
