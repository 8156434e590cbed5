"""The clerk's pages: what waits, upload, the reading report, publish and withdraw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, ListView

from meetings.correcting.changes import Kind
from meetings.correcting.private_data import Private, private_data
from meetings.linking.confirmations import confirmed_by
from meetings.linking.names import new_names
from meetings.models import Meeting, MistakeReport, Schedule, SourceFile
from meetings.parsing.parsed import ParsedItem, ParsedMinutes
from meetings.storing.projection import project
from meetings.storing.readings import waiting_reading


class ClerkRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User


PUBLISHED = Q(published_at__isnull=False, withdrawn_at=None)
STATES = {
    "draft": ("Drafts", Q(published_at=None)),
    "waiting": ("Corrected versions that wait", PUBLISHED & Q(waits=True)),
    "published": ("Published", PUBLISHED),
    "withdrawn": ("Withdrawn", Q(withdrawn_at__isnull=False)),
}


@method_decorator(never_cache, name="dispatch")
class Desk(LoginRequiredMixin, ListView):
    """The meetings of the clerk's councils, by where they stand on their way to the public."""

    template_name = "desk/desk.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Meeting]:
        self.meetings = Meeting.objects.editable_by(self.request.user).with_waiting()
        self.state = self.request.GET.get("state", "draft")
        if self.state not in STATES:
            self.state = "draft"
        chosen = self.meetings.filter(STATES[self.state][1])
        chosen = chosen.select_related("committee__council", "schedule")
        return chosen.annotate(item_count=Count("items")).newest_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = self.meetings.aggregate(**{state: Count("pk", filter=where) for state, (_, where) in STATES.items()})
        tabs = [(state, title, counts[state]) for state, (title, _) in STATES.items()]
        mistakes = MistakeReport.objects.for_clerk(self.request.user).filter(settled_at=None).count()
        told: dict[str, Any] = {
            "tabs": tabs,
            "state": self.state,
            "heading": STATES[self.state][0],
            "mistakes": mistakes,
        }
        return super().get_context_data(**told, **kwargs)


@method_decorator(never_cache, name="dispatch")
class MeetingReport(LoginRequiredMixin, DetailView):
    """What was read in the newest version of a meeting's minutes, doubts first."""

    template_name = "desk/meeting.html"

    def get_queryset(self) -> QuerySet[Meeting]:
        return Meeting.objects.editable_by(self.request.user).select_related("committee__council")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        source = meeting.sources.select_related("uploaded_by").first()
        read = project(source, blacked=False) if source else None
        schedule = Schedule.objects.filter(meeting=meeting).first()
        return super().get_context_data(
            source=source,
            minutes=read and with_parts_closed(read.minutes),
            schedule_is_void=bool(schedule and source and schedule.version != source.version),
            same_day=meeting.committee.meetings.filter(date=meeting.date).exclude(pk=meeting.pk).in_committee_order(),
            lost=read and read.lost,
            corrections=meeting.corrections.filter(reverted_at=None).count(),
            corrected=_corrected(meeting),
            waiting=waiting_reading(meeting) if meeting.state == "published" else None,
            withheld=_withheld(meeting, source, read.minutes) if source and read else "",
            names=new_names(meeting),
            private=_private(read.minutes) if read else [],
            confirmed_by=confirmed_by(meeting),
            may_publish=self.request.user.has_perm("meetings.publish_meeting"),
            first_of_committee=not meeting.committee.meetings.published().exists(),
            **kwargs,
        )


def _corrected(meeting: Meeting) -> set[str]:
    """What clerks corrected of a meeting itself: the names of its facts, and ``people``."""
    made = meeting.corrections.filter(reverted_at=None, kind__in=(Kind.FACT, Kind.PEOPLE))
    return {field or kind for kind, field in made.values_list("kind", "field")}


def with_parts_closed(minutes: ParsedMinutes) -> ParsedMinutes:
    """The minutes with the parts of restricted items marked so themselves, as the public is shown them."""
    items: list[ParsedItem] = []
    for item in minutes.items:
        above = item.parent is not None and items[item.parent].restricted
        items.append(replace(item, restricted=item.restricted or above))
    return replace(minutes, items=tuple(items))


def _private(minutes: ParsedMinutes) -> list[tuple[int, str, Private]]:
    """What may be private in open items: the item's place and name, and the words."""
    return [
        (place, " ".join(filter(None, ["Item", item.number, item.title])), private)
        for place, item in enumerate(minutes.items)
        if not item.restricted
        for private in private_data(f"{item.title}\n{item.text}")
    ]


def _withheld(meeting: Meeting, source: SourceFile, minutes: ParsedMinutes) -> str:
    """Why the public may not have the original once this is published; empty where it may."""
    if meeting.redactions.filter(reverted_at=None).exists():
        return "words are blacked, and the file holds them"
    if any(item.restricted for item in minutes.items):
        return "an item is restricted, and the file holds its words"
    return source.withheld
