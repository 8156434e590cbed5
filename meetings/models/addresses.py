"""Addresses that last: how slugs are made, and what became of the ones no longer in use."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from django.db import models
from django.utils.text import slugify

RESERVED_WORDS = frozenset(
    {
        *(
            "about",
            "accessibility",
            "accounts",
            "admin",
            "api",
            "calendar",
            "committees",
            "councils",
            "desk",
            "exports",
        ),
        *("feeds", "healthz", "help", "items", "meetings", "people", "privacy", "resolutions", "robots", "search"),
        *("sitemap", "static", "status"),
    }
)
"""First words of the site's own addresses: no council's slug."""

SLUG_LENGTH = 80


def free_slug(words: str, taken: Container[str] = ()) -> str:
    """A slug of ``words`` that is not in ``taken``: the plain one, else with ``-2``, ``-3`` … behind it."""
    stem = slugify(words)[:SLUG_LENGTH].strip("-") or "unnamed"
    if stem not in taken:
        return stem
    return next(slug for n in count(2) if (slug := f"{stem}-{n}") not in taken)


class RetiredItemAddress(models.Model):
    """The slug of an item that a later reading of the minutes no longer has: it leads to the meeting, and no other
    item may take it, so that a citation never points at something else."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="retired_addresses")
    slug = models.SlugField(max_length=SLUG_LENGTH + 8)
    title = models.TextField()
    retired_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "retired item addresses"
        constraints = [models.UniqueConstraint(fields=["meeting", "slug"], name="retired_once_a_meeting")]

    def __str__(self) -> str:
        return f"{self.slug} of {self.meeting}"
