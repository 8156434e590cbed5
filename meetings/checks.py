"""What must be true of an installation before it starts."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured
from django.db import connections


def require_psycopg2() -> None:
    """Refuse to start on PostgreSQL through anything but psycopg2.

    Django silently prefers psycopg 3 wherever it can be imported, and the portal is tested on psycopg2 alone.
    """
    for alias in connections:
        connection = connections[alias]
        if connection.vendor != "postgresql":
            continue
        driver = connection.Database.__name__  # type: ignore[attr-defined]
        if driver != "psycopg2":
            raise ImproperlyConfigured(
                f"The database “{alias}” would be reached by {driver}, not psycopg2. "
                "Uninstall psycopg (version 3) from this environment: pip uninstall psycopg"
            )
