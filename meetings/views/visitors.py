"""Visitors without an account: where they come from, and how often they may ask for what costs others time."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's network address: the one that the proxy adds where it is trusted, else that of the connection.

    Only the last of the addresses is the proxy's own word; those before it anyone may have written.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUST_PROXY:
        return direct
    return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or direct


def may_ask(request: HttpRequest, what: str, *, most: int, seconds: int) -> bool:
    """Whether this visitor has asked for ``what`` less than ``most`` times in the last ``seconds`` or so; counts this
    time."""
    key = f"{what}:{address_of(request)}"
    cache.add(key, 0, timeout=seconds)
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out between the two
        return True


def wants_json(request: HttpRequest) -> bool:
    """Whether a script of ours asks, which says so; a browser takes anything."""
    return request.accepts("application/json") and not request.accepts("text/html")
