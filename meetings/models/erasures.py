"""Minutes erased for good, where the protection of data asks for it: that it was done, without what was erased."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from meetings.models.history import History
from meetings.models.meeting import Meeting


class Erasure(models.Model):
    """Asked for first, then done, both by an administrator; finished once files and index hold nothing of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, related_name="erasures")
    address = models.TextField(help_text="The meeting's address.")
    reason = models.TextField()
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    counts = models.JSONField(default=dict, help_text="How many rows of each kind were erased.")
    files = models.JSONField(default=list, help_text="The stored files, by their checksums, that are to go.")
    finished_at = models.DateTimeField(null=True)
    history = History()

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"erasure of {self.address}"
