"""Meetings, their items of business, and what they resolved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils.formats import date_format

from meetings.models.addresses import SLUG_LENGTH
from meetings.models.council import Committee, Council
from meetings.models.history import History
from meetings.models.visibility import published

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

    from meetings.models.source import SourceFile


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def published(self, now: dt.datetime | None = None) -> MeetingQuerySet:
        """What anyone may see: published by now and not withdrawn."""
        return self.filter(published(now=now))

    def editable_by(self, user: User | AnonymousUser) -> MeetingQuerySet:
        """What this clerk may work on: the meetings of their own councils."""
        return self.filter(committee__council__in=Council.objects.served_by(user))

    def with_waiting(self) -> MeetingQuerySet:
        """Each with ``waits``: whether its newest version is not, or is no longer, what its rows say."""
        newest = apps.get_model("meetings", "SourceFile")._default_manager.filter(meeting=OuterRef("pk"))
        newest = newest.order_by("-filed_at", "-pk")
        return self.annotate(
            newest_source=Subquery(newest.values("pk")[:1]),
            newest_read=Subquery(newest.values("read_at")[:1]),
            newest_applied=Subquery(newest.values("applied_at")[:1]),
            waits=Case(
                When(newest_source=None, then=False),
                When(newest_applied=None, then=True),
                When(newest_read__gt=F("newest_applied"), then=True),
                When(corrected_at__gt=F("newest_applied"), then=True),
                When(newest_source=F("current_source"), then=False),
                default=True,
                output_field=models.BooleanField(),
            ),
        )

    def newest_first(self) -> MeetingQuerySet:
        return self.order_by("-date", "-start_time", "committee__name", "-pk")

    def in_committee_order(self) -> MeetingQuerySet:
        """From the oldest: the order that "previous" and "next" follow within a committee."""
        return self.order_by("date", "sequence")


def day_slug(day: dt.date, sequence: int) -> str:
    """The part of a meeting's address that tells the day, and which meeting of the day it is."""
    return day.isoformat() if sequence == 1 else f"{day.isoformat()}-{sequence}"


class Meeting(models.Model):
    """One meeting of a committee, as the current version of its minutes tells it."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField()
    sequence = models.PositiveSmallIntegerField(default=1, help_text="2 for the second meeting on one day")
    slug = models.CharField(max_length=20, editable=False)
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    venue = models.TextField(blank=True)
    signatory = models.TextField(blank=True)
    marked_draft = models.BooleanField(default=False, help_text="The minutes themselves say that they are a draft.")
    next_date = models.DateField(null=True, blank=True)
    next_time = models.TimeField(null=True, blank=True)
    next_venue = models.TextField(blank=True)
    current_source = models.ForeignKey(
        "meetings.SourceFile",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text="The file whose reading the rows are.",
    )
    corrected_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When a clerk last corrected or redacted the minutes."
    )
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True, help_text="Why they were withdrawn: told at their address.")
    erased_at = models.DateTimeField(
        null=True, blank=True, help_text="When all that was known of the meeting was erased; the row keeps its address."
    )
    confirmed_on = models.DateField(
        null=True, blank=True, help_text="When they were confirmed, where a clerk had to say so."
    )
    index_due_since = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Set when the index no longer holds what the public may see."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = MeetingQuerySet.as_manager()
    history = History(excluded_fields=["index_due_since", "created_at", "updated_at"])

    class Meta:
        ordering = ["-date", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "slug"], name="one_meeting_an_address"),
            models.UniqueConstraint(fields=["committee", "date", "sequence"], name="one_meeting_a_place_in_the_day"),
        ]
        indexes = [
            models.Index(fields=["date"], name="meeting_by_date"),
            models.Index(
                fields=["index_due_since"], name="meeting_index_due", condition=Q(index_due_since__isnull=False)
            ),
        ]
        permissions = [("publish_meeting", "Can publish and withdraw minutes")]

    def __str__(self) -> str:
        return f"{self.committee.name}, {date_format(self.date, 'j F Y')}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = day_slug(self.date, self.sequence)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=self.address)

    @property
    def address(self) -> tuple[str, str, str]:
        """The parts of the address that all pages of this meeting begin with: council, committee, day."""
        return self.committee.council.slug, self.committee.slug, self.slug

    @property
    def state(self) -> str:
        """Where the meeting stands on its way to the public: draft, published or withdrawn."""
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "published" if self.published_at is not None else "draft"

    @property
    def has_restricted_items(self) -> bool:
        return self.items.filter(restricted=True).exists()

    @property
    def has_redactions(self) -> bool:
        """Whether words are blacked in what the rows say: by a redaction that stands, or one lifted since they were
        made."""
        blacked = Q(reverted_at=None)
        if self.current_source and self.current_source.applied_at:
            blacked |= Q(reverted_at__gt=self.current_source.applied_at)
        return self.redactions.filter(blacked).exists()

    def public_original(self) -> SourceFile | None:
        """The file that the public page was read from, where the public may have it.

        It holds every word of the minutes, so it is withheld (None) as soon as one item is, or may be, restricted, or
        words are blacked in what the public sees.
        """
        source = self.current_source
        if source is None or source.withheld or self.has_restricted_items or self.has_redactions:
            return None
        return source


class ItemQuerySet(models.QuerySet["Item"]):
    def published(self, now: dt.datetime | None = None) -> ItemQuerySet:
        """What anyone may read: open items of published meetings."""
        return self.filter(published("meeting", now), restricted=False)


class Item(models.Model):
    """One heading of business and its words."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="parts")
    position = models.PositiveIntegerField(help_text="Order in the minutes, from 0.")
    number = models.CharField(max_length=60, blank=True, help_text="As printed; empty where none is printed.")
    title = models.TextField(blank=True)
    slug = models.CharField(max_length=SLUG_LENGTH + 8, editable=False)
    text = models.TextField(blank=True, help_text="Verbatim; paragraphs divided by one empty line.")
    restricted = models.BooleanField(default=False, help_text="Exempt or confidential: never shown to the public.")
    routine = models.BooleanField(default=False, help_text="Apologies, declarations, previous minutes and the like.")
    resolutions_numbered = models.PositiveIntegerField(default=0, help_text="The highest number ever given to one.")
    first_line = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(default=0)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "slug"], name="one_item_an_address")]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.number, self.title])) or "Untitled item"

    def get_absolute_url(self) -> str:
        return reverse("item", args=[*self.meeting.address, self.slug])

    @property
    def heading(self) -> str:
        """The title, or, where the minutes print none, words that can stand for it."""
        if self.title:
            return self.title
        return f"Item {self.number}" if self.number else "Untitled item"

    @property
    def full_number(self) -> str:
        """The number as one says it outside the minutes: a part's under its item's, "5 a" for the a of item 5."""
        if not self.number or self.parent is None:
            return self.number
        above = self.parent.full_number
        return self.number if self.number.startswith(above) else f"{above} {self.number}"

    @property
    def citation(self) -> str:
        """How to cite the item: "Planning Committee, 12 March 2024, item 4"."""
        return f"{self.meeting}, " + (f"item {self.full_number}" if self.number else f"“{self.heading}”")


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def published(self, now: dt.datetime | None = None) -> ResolutionQuerySet:
        """What anyone may read: resolutions of open items of published meetings."""
        return self.filter(published("item__meeting", now), item__restricted=False)


class Resolution(models.Model):
    """One decision of a meeting, verbatim."""

    class Outcome(models.TextChoices):
        CARRIED = "carried", "Carried"
        LOST = "lost", "Lost"
        WITHDRAWN = "withdrawn", "Withdrawn"
        DEFERRED = "deferred", "Deferred"
        NOTED = "noted", "Noted"

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="resolutions")
    position = models.PositiveIntegerField(default=0, help_text="Order within the item, from 0.")
    number = models.PositiveIntegerField(help_text="Part of its address: given once, and to no other of the item.")
    text = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.CARRIED)
    mover_name = models.TextField(blank=True, help_text="As printed.")
    seconder_name = models.TextField(blank=True, help_text="As printed.")
    mover = models.ForeignKey("meetings.Person", on_delete=models.SET_NULL, null=True, related_name="moved")
    seconder = models.ForeignKey("meetings.Person", on_delete=models.SET_NULL, null=True, related_name="seconded")
    votes_for = models.PositiveIntegerField(null=True, blank=True)
    votes_against = models.PositiveIntegerField(null=True, blank=True)
    abstentions = models.PositiveIntegerField(null=True, blank=True)
    unanimous = models.BooleanField(default=False)
    first_line = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(default=0)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "number"]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="one_resolution_an_address")]

    def __str__(self) -> str:
        return f"{self.item}, resolution {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("resolution", args=[*self.item.meeting.address, self.item.slug, self.number])

    @property
    def citation(self) -> str:
        """How to cite the resolution: "Planning Committee, 12 March 2024, item 4, resolution 1"."""
        return f"{self.item.citation}, resolution {self.number}"


class Vote(models.Model):
    """How one named member voted in a recorded vote."""

    class Cast(models.TextChoices):
        FOR = "for", "For"
        AGAINST = "against", "Against"
        ABSTAIN = "abstain", "Abstained"

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="votes")
    position = models.PositiveIntegerField()
    name = models.TextField(help_text="As printed.")
    person = models.ForeignKey("meetings.Person", on_delete=models.SET_NULL, null=True, related_name="votes")
    cast = models.CharField(max_length=7, choices=Cast)

    class Meta:
        ordering = ["resolution", "position"]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_cast_display()}"


class Confirmation(models.Model):
    """A meeting approved the minutes of an earlier one of its committee, named by date.

    Which meeting that is, is asked when a page is shown (`linking.confirmations`): its minutes may come later, and only
    what is public counts.
    """

    by = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="confirmations")
    date = models.DateField()
    first_line = models.PositiveIntegerField(default=0)
    last_line = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["by", "date"]
        constraints = [models.UniqueConstraint(fields=["by", "date"], name="one_confirmation_a_day")]

    def __str__(self) -> str:
        return f"{self.by} confirmed the minutes of {date_format(self.date, 'j F Y')}"
