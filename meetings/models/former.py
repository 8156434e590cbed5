"""What councils, committees, meetings and people were called before: old names and addresses still lead there."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from meetings.models.council import Committee, Council, name_key
from meetings.models.history import History
from meetings.models.meeting import Meeting
from meetings.models.people import Person, person_key


class FormerAddress(models.Model):
    """An address that a council, a committee or a meeting had while the public could see it. What stands below it is
    found below the address of today."""

    path = models.TextField(unique=True, help_text="Without slashes at its ends: council, council/committee, …/day.")
    council = models.ForeignKey(Council, on_delete=models.CASCADE, null=True, related_name="former_addresses")
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, null=True, related_name="former_addresses")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, related_name="former_addresses")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="former_address_of_one",
                condition=Q(council__isnull=False, committee=None, meeting=None)
                | Q(council=None, committee__isnull=False, meeting=None)
                | Q(council=None, committee=None, meeting__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"/{self.path}/"

    @property
    def target(self) -> Council | Committee | Meeting:
        """What the address leads to today."""
        return next(one for one in (self.meeting, self.committee, self.council) if one is not None)


def former_slugs(above: str = "", *, but_of: Council | Committee | Meeting | None = None) -> frozenset[str]:
    """The last parts of the former addresses right below ``above`` ("": of councils). No other thing may take them, so
    that a citation never points at something else; what had one, ``but_of``, may take it up again."""
    start = f"{above}/" if above else ""
    former = FormerAddress.objects.filter(path__startswith=start)
    if but_of is not None and but_of.pk is not None:
        former = former.exclude(pk__in=but_of.former_addresses.values("pk"))
    paths = former.values_list("path", flat=True)
    return frozenset(path.removeprefix(start) for path in paths if "/" not in path.removeprefix(start))


class FormerName(models.Model):
    """Another name of a committee or a council: minutes that print it are filed there. ``until`` is the last day on
    which it was the name; None for a misprint or a merged body's."""

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="former_names")
    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, null=True, related_name="former_names")
    name = models.CharField(max_length=200)
    key = models.TextField(editable=False)
    until = models.DateField(null=True, blank=True)
    history = History()

    class Meta:
        ordering = ["-until", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "key"], name="one_committee_a_former_name", condition=Q(committee__isnull=False)
            ),
            models.UniqueConstraint(fields=["key"], name="one_council_a_former_name", condition=Q(committee=None)),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = name_key(self.name)
        super().save(*args, **kwargs)


class PersonAlias(models.Model):
    """Another printed name of a person, under which minutes to come find them."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    key = models.TextField(editable=False)

    class Meta:
        verbose_name_plural = "person aliases"
        constraints = [models.UniqueConstraint(fields=["council", "key"], name="one_person_an_alias")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = person_key(self.name)
        super().save(*args, **kwargs)
