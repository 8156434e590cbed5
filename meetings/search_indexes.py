"""What the index holds: one document for every item that the public may read."""

from __future__ import annotations

from haystack import indexes

from meetings.models import Attendance, Item
from meetings.models.meeting import ItemQuerySet

RECORD_SEPARATOR = "\x1e"  # ASCII's: between the parts of one text, so that no phrase runs from one into the next

# indexed text is cut into terms and not kept: pages show the rows
WORDS = {"stored": False}


class ItemIndex(indexes.SearchIndex, indexes.Indexable):  # type: ignore[misc] # Haystack has no types
    """The fields of an item's document; ``search.backends`` says how each is indexed."""

    text = indexes.CharField(document=True, **WORDS)
    title = indexes.CharField(model_attr="title", **WORDS)
    resolutions = indexes.CharField(**WORDS)
    around = indexes.CharField(**WORDS)
    council = indexes.IntegerField(model_attr="meeting__committee__council_id")
    committee = indexes.IntegerField(model_attr="meeting__committee_id")
    meeting = indexes.IntegerField(model_attr="meeting_id")
    date = indexes.DateField(model_attr="meeting__date")
    position = indexes.IntegerField(model_attr="position")
    routine = indexes.BooleanField(model_attr="routine")
    has_resolution = indexes.BooleanField()

    def get_model(self) -> type[Item]:
        return Item

    def index_queryset(self, using: str | None = None) -> ItemQuerySet:
        """Every item that may be indexed, with all that its document is made from."""
        return (
            Item.objects.published()
            .select_related("meeting__committee__council")
            .prefetch_related("resolutions", "meeting__attendances")
        )

    def prepare_text(self, item: Item) -> str:
        """The item's own words."""
        return RECORD_SEPARATOR.join([item.title, item.text])

    def prepare_resolutions(self, item: Item) -> str:
        return RECORD_SEPARATOR.join(resolution.text for resolution in item.resolutions.all())

    def prepare_around(self, item: Item) -> str:
        """Names that an item is looked for by though they do not stand in it: its council, committee and members."""
        meeting = item.meeting
        members = [
            attendance.name
            for attendance in meeting.attendances.all()
            if attendance.presence != Attendance.Presence.IN_ATTENDANCE
        ]
        return RECORD_SEPARATOR.join([meeting.committee.name, meeting.committee.council.name, *members])

    def prepare_has_resolution(self, item: Item) -> bool:
        return bool(item.resolutions.all())
