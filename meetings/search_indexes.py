"""What the index holds: one document for every item that the public may read."""

from __future__ import annotations

import re

from haystack import indexes
from haystack.fields import FacetMultiValueField

from meetings.models import Attendance, Item, Resolution
from meetings.models.meeting import ItemQuerySet

RECORD_SEPARATOR = "\x1e"  # ASCII's: between the parts of one text, so that no phrase runs from one into the next

# indexed text is cut into terms and not kept: pages show the rows
WORDS = {"stored": False}

# "85/24", "R2024-057", "4.2": a number that one searches for; a plain one says nothing without its meeting
TELLING_NUMBER = re.compile(r".*\w[^\w\s]\w.*|[A-Z]+.?\d{2,}")


class ItemIndex(indexes.SearchIndex, indexes.Indexable):  # type: ignore[misc] # Haystack has no types
    """The fields of an item's document; ``search.backends`` says how each is indexed.

    Texts are cut into words. Numbers, days and keys (``council_exact``, ``outcomes`` …) stand in columns, by which
    documents are filtered, sorted and counted.
    """

    text = indexes.CharField(document=True, **WORDS)
    title = indexes.CharField(**WORDS)
    resolutions = indexes.CharField(**WORDS)
    committee = indexes.CharField(faceted=True, **WORDS)
    council = indexes.CharField(faceted=True, **WORDS)
    people = indexes.CharField(**WORDS)
    movers = indexes.CharField(**WORDS)
    council_id = indexes.IntegerField(model_attr="meeting__committee__council_id")
    committee_id = indexes.IntegerField(model_attr="meeting__committee_id")
    meeting = indexes.IntegerField(model_attr="meeting_id")
    date = indexes.DateField(model_attr="meeting__date")
    year = indexes.IntegerField(model_attr="meeting__date__year")
    published = indexes.IntegerField()
    position = indexes.IntegerField(model_attr="position")
    routine = indexes.BooleanField(model_attr="routine")
    has_words = indexes.BooleanField()
    kind = indexes.FacetCharField()
    outcomes = FacetMultiValueField()
    persons = FacetMultiValueField()

    def get_model(self) -> type[Item]:
        return Item

    def index_queryset(self, using: str | None = None) -> ItemQuerySet:
        """Every item that may be indexed, with all that its document is made from."""
        return (
            Item.objects.published()
            .select_related("meeting__committee__council")
            .prefetch_related("resolutions", "meeting__attendances__person")
        )

    def prepare_text(self, item: Item) -> str:
        """The item's own words."""
        return RECORD_SEPARATOR.join([self.prepare_title(item), item.text])

    def prepare_title(self, item: Item) -> str:
        number = item.number if TELLING_NUMBER.fullmatch(item.number) else ""
        return RECORD_SEPARATOR.join(filter(None, [number, item.title]))

    def prepare_resolutions(self, item: Item) -> str:
        return RECORD_SEPARATOR.join(resolution.text for resolution in item.resolutions.all())

    def prepare_committee(self, item: Item) -> str:
        return item.meeting.committee.name

    def prepare_council(self, item: Item) -> str:
        return item.meeting.committee.council.name

    def prepare_people(self, item: Item) -> str:
        """Who was listed as a member at the meeting, by the printed name and by that of today, and who moved or
        seconded here."""
        members = [
            name
            for attendance in item.meeting.attendances.all()
            if attendance.presence != Attendance.Presence.IN_ATTENDANCE
            for name in (attendance.name, attendance.person.name if attendance.person else attendance.name)
        ]
        movers = [name for resolution in item.resolutions.all() for name in _movers(resolution)]
        return RECORD_SEPARATOR.join(dict.fromkeys([*members, *movers]))

    def prepare_movers(self, item: Item) -> str:
        return RECORD_SEPARATOR.join(
            dict.fromkeys(resolution.mover_name for resolution in item.resolutions.all() if resolution.mover_name)
        )

    def prepare_published(self, item: Item) -> int:
        """When the meeting was first published, in seconds of Unix time."""
        first = item.meeting.published_at
        return int(first.timestamp()) if first else 0

    def prepare_has_words(self, item: Item) -> bool:
        return bool(item.text.strip())

    def prepare_kind(self, item: Item) -> str:
        """``resolution`` where the item resolved something, else ``item``."""
        return "resolution" if item.resolutions.all() else "item"

    def prepare_outcomes(self, item: Item) -> list[str]:
        return list(dict.fromkeys(resolution.outcome for resolution in item.resolutions.all()))

    def prepare_persons(self, item: Item) -> list[str]:
        """The keys of the members who moved or seconded here."""
        keys = [key for resolution in item.resolutions.all() for key in (resolution.mover_id, resolution.seconder_id)]
        return [str(key) for key in dict.fromkeys(keys) if key is not None]


def _movers(resolution: Resolution) -> list[str]:
    return [name for name in (resolution.mover_name, resolution.seconder_name) if name]
