"""Councils and their committees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from meetings.models.addresses import RESERVED_WORDS, SLUG_LENGTH
from meetings.models.history import History
from meetings.models.visibility import once_published, published

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


def name_key(name: str) -> str:
    """What two spellings of one body's name share: case, spacing, "&" and a leading "the" do not tell bodies apart."""
    plain = re.sub(r"[\s\-–—]+", " ", name.casefold().replace("&", " and ")).strip(" .,")
    return plain.removeprefix("the ")


class CouncilQuerySet(models.QuerySet["Council"]):
    def public(self) -> CouncilQuerySet:
        """Those that have something to show: a published meeting."""
        # asked on every page: Exists stops at the first meeting, a join would walk through them all
        return self.filter(Exists(Committee.objects.filter(published("meetings"), council=OuterRef("pk"))))

    def once_public(self) -> CouncilQuerySet:
        """Those and what had something to show before it was withdrawn: their addresses are kept."""
        return self.filter(Exists(Committee.objects.filter(once_published("meetings"), council=OuterRef("pk"))))

    def served_by(self, user: User | AnonymousUser) -> CouncilQuerySet:
        """Those whose minutes this user may upload and publish: an administrator's are all."""
        if not user.is_active:
            return self.none()
        if user.is_superuser:
            return self.all()
        return self.filter(clerks=user)


class Council(models.Model):
    """A public body with committees: a county, borough, parish …"""

    name = models.CharField(max_length=200)
    key = models.TextField(unique=True, editable=False)
    slug = models.SlugField(max_length=SLUG_LENGTH + 8, unique=True)
    clerks = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="councils", blank=True)

    objects = CouncilQuerySet.as_manager()
    history = History(m2m_fields=[clerks])

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = name_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("council", args=[self.slug])

    def clean(self) -> None:
        if Council.objects.filter(key=name_key(self.name)).exclude(pk=self.pk).exists():
            raise ValidationError({"name": "There is a council of this name already."})
        if self.slug in RESERVED_WORDS:
            raise ValidationError({"slug": f"“{self.slug}” is a word of the site's own addresses. Choose another."})


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def public(self) -> CommitteeQuerySet:
        """Those that have something to show: a published meeting. A misread name stays the clerk's matter."""
        return self.filter(published("meetings")).distinct()

    def once_public(self) -> CommitteeQuerySet:
        """Those and what had something to show before it was withdrawn: their addresses are kept."""
        return self.filter(once_published("meetings")).distinct()


class Committee(models.Model):
    """A body that holds meetings: a committee, a cabinet, the full council."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="committees")
    name = models.CharField(max_length=200)
    key = models.TextField(editable=False)
    slug = models.SlugField(max_length=SLUG_LENGTH + 8)

    objects = CommitteeQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["council__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["council", "slug"], name="one_committee_an_address"),
            models.UniqueConstraint(fields=["council", "key"], name="one_committee_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = name_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("committee", args=[self.council.slug, self.slug])
