"""Uploads on their way into the archive."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from meetings.models.source import SourceFile

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


UPLOADS = "uploads"
"""Where uploads wait, below the original files."""


def upload_path(job: IngestJob, filename: str) -> str:
    """Where an upload waits: under a name of our own, so that none from outside ever becomes a path."""
    del job, filename
    return f"{UPLOADS}/{uuid.uuid4().hex}"


class IngestJobQuerySet(models.QuerySet["IngestJob"]):
    def of(self, user: User | AnonymousUser) -> IngestJobQuerySet:
        """What this clerk sent; an administrator sees all."""
        return self if user.is_superuser else self.filter(by=user.pk)

    def due(self, now: dt.datetime) -> IngestJobQuerySet:
        """What a worker may take, the oldest first: what waits, and what a worker took and died of."""
        abandoned = Q(state=IngestJob.State.READING, leased_until__lt=now)
        return self.filter(Q(state=IngestJob.State.WAITING) | abandoned).order_by("pk")


class IngestJob(models.Model):
    """One uploaded file and what became of it. The file is kept here until it is in the archive or its clerk has no
    more use for it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        DONE = "done", "Read"
        REFUSED = "refused", "Not read"
        CANCELLED = "cancelled", "Cancelled"

    batch = models.UUIDField(default=uuid.uuid4, db_index=True, help_text="What was sent together.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ingest_jobs")
    sent_at = models.DateTimeField(auto_now_add=True)
    name = models.TextField(help_text="The file's name as it came.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    content = models.FileField(upload_to=upload_path, max_length=100)
    council = models.CharField(max_length=200, blank=True, help_text="The clerk's word; it outweighs the file's.")
    committee = models.CharField(max_length=200, blank=True, help_text="The clerk's word; it outweighs the file's.")
    date = models.DateField(null=True, help_text="The day of the meeting in the clerk's word; it outweighs the file's.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="How often a worker took it.")
    leased_until = models.DateTimeField(null=True, help_text="While a worker lives, it keeps putting this off.")
    finished_at = models.DateTimeField(null=True)
    source = models.ForeignKey(SourceFile, on_delete=models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, blank=True, help_text="`storing.Kept.outcome`, once it is read.")
    message = models.TextField(blank=True, help_text="Why it was refused and what to do.")
    field = models.CharField(max_length=10, blank=True, help_text="What the clerk can say to have it read.")

    objects = IngestJobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "id"], name="job_by_state")]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_state_display().lower()})"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come by itself."""
        return self.state in (self.State.WAITING, self.State.READING)

    @property
    def waits_long(self) -> bool:
        return self.state == self.State.WAITING and timezone.now() - self.sent_at > dt.timedelta(minutes=1)
