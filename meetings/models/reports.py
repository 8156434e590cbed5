"""What readers think is wrong in the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from meetings.models.council import Council
from meetings.models.history import History
from meetings.models.meeting import Meeting

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class MistakeReportQuerySet(models.QuerySet["MistakeReport"]):
    def for_clerk(self, user: User | AnonymousUser) -> MistakeReportQuerySet:
        """Those about the minutes of this clerk's councils."""
        return self.filter(meeting__committee__council__in=Council.objects.served_by(user))


class MistakeReport(models.Model):
    """A reader's words about one meeting's minutes, for its council's clerks alone."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="mistake_reports")
    place = models.TextField(blank=True, help_text="What the reader had before them: an item, a resolution.")
    words = models.TextField()
    email = models.EmailField(blank=True, help_text="Where an answer is wished for.")
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = MistakeReportQuerySet.as_manager()
    history = History(excluded_fields=["words", "email"])

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"report on {self.meeting}"
