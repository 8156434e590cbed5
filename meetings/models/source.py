"""The files that minutes came in: kept byte for byte, each a version of its meeting's minutes."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from meetings.models.history import History
from meetings.models.meeting import Meeting

MAY_BE_EXEMPT = "may_be_exempt"
WITHHOLDING_NOTES = frozenset({"hidden_text", "may_hide_text", MAY_BE_EXEMPT, "part_not_read", "scanned_poorly"})
"""Codes of notes that keep the original from the public: it may hold words that were deleted, hidden, are exempt,
or were not read."""


def original_path(source: SourceFile, filename: str) -> str:
    """Where the bytes lie: by their checksum, so that no name from outside ever becomes a path."""
    del filename
    return f"{source.sha256[:2]}/{source.sha256}"


class SourceFile(models.Model):
    """One file of minutes and what was read in it.

    A meeting's newest file whose reading is not what the rows say waits: its meeting is public, and what the public
    sees changes only when a clerk publishes. ``reading`` is `ParsedMinutes.to_dict()`.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sources")
    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField(help_text="The file's name as it came.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    format = models.CharField(max_length=20)
    encoding = models.CharField(max_length=20, blank=True)
    content = models.FileField(upload_to=original_path, max_length=100)
    text = models.TextField(blank=True, editable=False, help_text="The extracted text, whose lines the reading names.")
    reading = models.JSONField(editable=False)
    parser_version = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="uploads"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    filed_at = models.DateTimeField(help_text="When it became the newest version of its meeting's minutes.")
    read_at = models.DateTimeField(help_text="When the reading was made.")
    applied_at = models.DateTimeField(null=True, blank=True, help_text="When the meeting's rows became this reading.")
    history = History(excluded_fields=["content", "text", "reading"])

    class Meta:
        ordering = ["-filed_at", "-pk"]
        indexes = [
            models.Index(fields=["meeting"], name="source_waiting", condition=Q(applied_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.meeting})"

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What the reader doubts or could not read, for the clerk: code, message, line."""
        return self.reading["notes"]

    @property
    def day_given(self) -> dt.date | None:
        """The day that somebody said the meeting was on, whatever the file prints; None where it was read there."""
        filed = self.meeting.date
        was_read = "date" in self.reading["spans"] and self.reading["date"] == filed.isoformat()
        return None if was_read else filed

    @property
    def unplaced(self) -> list[dict[str, Any]]:
        """Lines that no field holds and that no rule knows: line, text."""
        return self.reading["unplaced"]

    @property
    def version(self) -> str:
        """What tells this reading of this file, as corrected, from every other, and from itself once it was withdrawn:
        a clerk publishes what they saw, and nothing else."""
        told = (self.read_at, self.meeting.corrected_at, self.meeting.withdrawn_at)
        moments = [moment.timestamp() if moment else 0 for moment in told]
        return ".".join([str(self.pk), *(f"{moment:.6f}" for moment in moments)])

    @property
    def has_original(self) -> bool:
        """Whether the bytes are where they were kept, all of them: a full disk may have cut them off."""
        try:
            return bool(self.content.name) and self.content.size == self.size
        except FileNotFoundError:
            return False

    @property
    def withheld(self) -> str:
        """Why the public may not have the original file, in words for the clerk; empty where it may.

        The file holds every word of the minutes, those of restricted items among them.
        """
        if any(item["restricted"] for item in self.reading["items"]):
            return "an item is restricted, and the file holds its words"
        if any(note["code"] in WITHHOLDING_NOTES for note in self.notes):
            return "it is doubtful whether all of it may be public (see above)"
        return ""

    @property
    def may_be_exempt(self) -> bool:
        """Whether words that were read as open suggest closed business, so that a clerk should look before it shows."""
        return any(note["code"] == MAY_BE_EXEMPT for note in self.notes)

    @property
    def download_name(self) -> str:
        """A harmless name for the download: the meeting's, with the extension that came."""
        suffix = PurePath(self.name.replace("\\", "/")).suffix.lower()
        plain = suffix if suffix[1:].isalnum() and len(suffix) <= 6 else ""
        committee = self.meeting.committee
        return f"{committee.council.slug}-{committee.slug}-{self.meeting.slug}{plain}"
