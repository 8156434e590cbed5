"""People who are listed in minutes, and how they attended."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from meetings.models.addresses import SLUG_LENGTH
from meetings.models.council import Council
from meetings.models.history import History
from meetings.models.meeting import Meeting, Resolution
from meetings.models.visibility import published


class PersonQuerySet(models.QuerySet["Person"]):
    def public(self) -> PersonQuerySet:
        """Those whom minutes name that the public may read."""
        listed = Attendance.objects.filter(published("meeting"), person=OuterRef("pk"))
        named = Q(mover=OuterRef("pk")) | Q(seconder=OuterRef("pk"))
        return self.filter(Exists(listed) | Exists(Resolution.objects.published().filter(named)))


class Person(models.Model):
    """A member of a council's committees, under one name without title and post-nominals.

    Only people whom an attendance list names as members (present, absent, apologies) become rows; officers, guests
    and private persons stay words of the minutes.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)
    key = models.TextField(editable=False)
    slug = models.SlugField(max_length=SLUG_LENGTH + 8)

    objects = PersonQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(fields=["council", "slug"], name="one_person_an_address")]
        indexes = [models.Index(fields=["council", "key"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = person_key(self.name)
        super().save(*args, **kwargs)


def person_key(name: str) -> str:
    """What two spellings of one name share: case, spacing and the dots of initials tell nobody apart."""
    return " ".join(name.casefold().replace(".", " ").split())


class Attendance(models.Model):
    """One name of a meeting's attendance list or apologies, as printed; the person it means where that is sure."""

    class Presence(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent"
        IN_ATTENDANCE = "in_attendance", "In attendance"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    position = models.PositiveIntegerField(help_text="Order in the minutes, from 0.")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="attendances")
    name = models.TextField(help_text="As printed, without title and post-nominals.")
    title = models.TextField(blank=True)
    honours = models.TextField(blank=True)
    role = models.TextField(blank=True)
    presence = models.CharField(max_length=13, choices=Presence)
    first_line = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["meeting", "position"]

    def __str__(self) -> str:
        return f"{self.full_name}: {self.get_presence_display()}"

    @property
    def full_name(self) -> str:
        """Title, name and post-nominals: "Councillor Ada Marsh MBE"."""
        return " ".join(filter(None, [self.title, self.name, self.honours]))
