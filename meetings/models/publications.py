"""What becomes of minutes after their first publication: new editions, and publications at a set time."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from meetings.models.history import History
from meetings.models.meeting import Meeting


class Edition(models.Model):
    """Minutes published anew with other words than before: what the public is told of it.

    ``changes`` are `publishing.editions.Difference` as JSON, of words that were and are public.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="editions")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.TextField(blank=True, help_text="What the clerk tells the public of it.")
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["meeting", "-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.meeting}, as published anew on {self.at:%d %B %Y}"


class Schedule(models.Model):
    """A publication that waits for its time. It is of the version that was looked at, and of no other."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="schedule")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    version = models.CharField(max_length=100, help_text="`SourceFile.version` of what is to be published.")
    note = models.TextField(blank=True)
    show_changes = models.BooleanField(default=True)
    hindrance = models.TextField(blank=True, help_text="Why it was not published at its time; for the clerk.")
    history = History()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.meeting}, to be published at {self.at:%Y-%m-%d %H:%M}"
