"""What clerks say of minutes, kept apart from what was read in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from meetings.models.history import History
from meetings.models.meeting import Meeting


class Deed(models.Model):
    """Something that a clerk did to a meeting's minutes, and may have taken back; nothing of it is deleted."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reverted_at = models.DateTimeField(null=True, blank=True)
    reverted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True


class Correction(Deed):
    """One change to what was read (`correcting.Change`), laid over every reading of the meeting's minutes since."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=20)
    field = models.CharField(max_length=20, blank=True)
    place = models.JSONField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    history = History()

    class Meta:
        ordering = ["meeting", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.field}".strip() + f" of {self.meeting}"


class Redaction(Deed):
    """Words that must not be read in a meeting's minutes: they are blacked wherever they stand."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="redactions")
    words = models.TextField()
    reason = models.TextField(help_text="For the clerks; the public does not see it.")
    history = History()

    class Meta:
        ordering = ["meeting", "pk"]

    def __str__(self) -> str:
        return f"words blacked in {self.meeting}"
