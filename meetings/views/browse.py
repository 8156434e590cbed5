"""The pages to browse by: councils, committees, meetings, items, resolutions, and the file as it came."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from meetings.linking.confirmations import confirmed_by, confirms
from meetings.models import Attendance, Committee, Council, Item, Meeting, Resolution
from meetings.models.council import CommitteeQuerySet
from meetings.models.meeting import MeetingQuerySet
from meetings.models.visibility import published
from meetings.publishing.editions import changes_of
from meetings.search.analysis import SEPARATOR
from meetings.search.engine import related
from meetings.search.language import read_query
from meetings.search.passages import Finder
from meetings.search.request import CHARACTERS_KEPT
from meetings.views.blocks import cut_text
from meetings.views.outline import outline_of

log = logging.getLogger(__name__)

NEWEST_MEETINGS = 8
LIVELIEST_COMMITTEES = 12

# Only what a browser shows as plain text keeps its type; any other file is bytes to it.
CHARSETS = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "cp1252": "windows-1252", "utf-16": "utf-16"}


class Home(TemplateView):
    """Search first, then what is new."""

    template_name = "meetings/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = _with_business(Meeting.objects.published().select_related("committee__council")).newest_first()
        liveliest = _with_counts(Committee.objects.select_related("council")).order_by("-latest", "name")
        return super().get_context_data(
            meetings=newest[:NEWEST_MEETINGS], committees=liveliest[:LIVELIEST_COMMITTEES], **kwargs
        )


class Committees(TemplateView):
    """All committees of all councils."""

    template_name = "meetings/committees.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        committees = _with_counts(Committee.objects.select_related("council"))
        return super().get_context_data(committees=committees.order_by("council__name", "council", "name"), **kwargs)


class CouncilPage(TemplateView):
    """One council's committees."""

    template_name = "meetings/council.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs["council"] = council = get_object_or_404(Council.objects.once_public(), slug=kwargs["council"])
        committees = _with_counts(council.committees.all()).order_by("name")
        return super().get_context_data(committees=committees, **kwargs)


class CommitteePage(TemplateView):
    """One committee's meetings, newest first."""

    template_name = "meetings/committee.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        committees = Committee.objects.once_public().select_related("council")
        committee = get_object_or_404(committees, council__slug=kwargs["council"], slug=kwargs["committee"])
        meetings = _with_business(committee.meetings.published()).order_by("-date", "-sequence")
        kwargs |= {"council": committee.council, "committee": committee}
        return super().get_context_data(meetings=meetings, **kwargs)


class MeetingPage(TemplateView):
    """One meeting's minutes."""

    template_name = "meetings/meeting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = published_meeting(**kwargs)
        others = Meeting.objects.published().filter(committee=meeting.committee).in_committee_order()
        earlier = Q(date__lt=meeting.date) | Q(date=meeting.date, sequence__lt=meeting.sequence)
        later = Q(date__gt=meeting.date) | Q(date=meeting.date, sequence__gt=meeting.sequence)
        shown = {
            "confirmed_by": confirmed_by(meeting),
            "following": others.filter(date=meeting.next_date).first() if meeting.next_date else None,
            "previous": others.filter(earlier).last(),
            "next": others.filter(later).first(),
        }
        confirmed = confirms(meeting)
        outline = outline_of(meeting)
        for other in filter(None, [*shown.values(), *(earlier for _, earlier in confirmed)]):
            other.committee = meeting.committee  # known, so that their addresses ask nothing
        return {
            **super().get_context_data(),
            **shown,
            "meeting": meeting,
            "confirms": confirmed,
            "people": _people_by_presence(meeting),
            "outline": outline,
            "finder": _finder(self.request, [entry.item for entry in outline.entries]),
            "partly_private": meeting.has_restricted_items,
            "original": meeting.public_original(),
            "editions": meeting.editions.all(),
        }


@require_safe
def original(request: HttpRequest, council: str, committee: str, day: str) -> HttpResponseBase:
    """The file that the page was read from, as a download that no browser will run, where the public may have it."""
    del request
    source = published_meeting(council, committee, day).public_original()
    if source is None:
        raise Http404
    try:
        content = source.content.open("rb")
    except FileNotFoundError:
        log.error("the original file %s of %s is missing", source.sha256, source.meeting.address)
        raise Http404 from None
    charset = CHARSETS.get(source.encoding) if source.format == "text" else None
    response = FileResponse(
        content,
        as_attachment=True,
        filename=source.download_name,
        content_type=f"text/plain; charset={charset}" if charset else "application/octet-stream",
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


class Changes(TemplateView):
    """What was changed in a meeting's minutes since they were first published."""

    template_name = "meetings/changes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = published_meeting(**kwargs)
        editions = [(edition, changes_of(edition)) for edition in meeting.editions.all()]
        if not editions:
            raise Http404
        return {**super().get_context_data(), "meeting": meeting, "editions": editions}


@require_safe
def item(request: HttpRequest, council: str, committee: str, day: str, item: str) -> HttpResponse:
    """One item; the address of one that a later reading no longer has leads to the meeting."""
    meeting = published_meeting(council, committee, day)
    outline = outline_of(meeting)
    place = outline.place(item)
    if place is None:
        return _redirect_retired(meeting, item)
    entry = outline.entries[place]
    context = {
        "meeting": meeting,
        "entry": entry,
        "item": entry.item,
        "parent": next((other.item for other in outline.entries if other.item.pk == entry.item.parent_id), None),
        "previous": outline.entries[place - 1].item if place else None,
        "next": outline.entries[place + 1].item if place + 1 < len(outline.entries) else None,
        "address": request.build_absolute_uri(entry.item.get_absolute_url()),
        "finder": _finder(request, [entry.item]),
        "related": related(entry.item),
    }
    return render(request, "meetings/item.html", context)


def _finder(request: HttpRequest, items: Sequence[Item]) -> Finder | None:
    """What marks the words that a search was for, where one led here."""
    tree, _ = read_query(request.GET.get("found", "")[:CHARACTERS_KEPT])
    if tree is None:
        return None
    resolutions = (resolution.text for item in items for resolution in item.resolutions.all())
    return Finder(tree, SEPARATOR.join(item.text for item in items), resolutions)


@require_safe
def resolution(request: HttpRequest, council: str, committee: str, day: str, item: str, number: int) -> HttpResponse:
    """One resolution, with the ones before and after it at the same meeting."""
    meeting = published_meeting(council, committee, day)
    of_meeting = Resolution.objects.published().filter(item__meeting=meeting).select_related("item")
    in_order = of_meeting.order_by("item__position", "position")
    resolution = of_meeting.filter(item__slug=item, number=number).prefetch_related("votes").first()
    if resolution is None:
        return _redirect_former_resolution(meeting, item, number)
    place, within = resolution.item.position, resolution.position
    earlier = Q(item__position__lt=place) | Q(item=resolution.item, position__lt=within)
    later = Q(item__position__gt=place) | Q(item=resolution.item, position__gt=within)
    neighbours = {"previous": in_order.filter(earlier).last(), "next": in_order.filter(later).first()}
    for shown in filter(None, [resolution, *neighbours.values()]):
        shown.item.meeting = meeting
    context = {
        "meeting": meeting,
        "item": resolution.item,
        "resolution": resolution,
        "marked": cut_text("", [resolution])[0],
        "address": request.build_absolute_uri(resolution.get_absolute_url()),
        **neighbours,
    }
    return render(request, "meetings/resolution.html", context)


def _with_counts(committees: CommitteeQuerySet) -> QuerySet[Any]:
    """Those that have something to show, with the `meeting_count` and the `latest` date of what is published."""
    of_public = committees.filter(published("meetings"))
    return of_public.annotate(meeting_count=Count("meetings"), latest=Max("meetings__date"))


def _with_business(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Each with `business`: the items that it was about, without the routine."""
    business = Item.objects.published().filter(routine=False, parent=None).order_by("position")
    headings = business.only("meeting", "position", "number", "title")
    return meetings.prefetch_related(Prefetch("items", headings, to_attr="business"))


class Gone(Http404):
    """What stood at this address was withdrawn: the page for what is not found says so."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(f"{meeting} was withdrawn")
        self.meeting = meeting


def published_meeting(council: str, committee: str, day: str) -> Meeting:
    """Raises `Http404`, and `Gone` where the minutes were withdrawn."""
    meetings = Meeting.objects.filter(committee__council__slug=council, committee__slug=committee, slug=day)
    meetings = meetings.select_related("committee__council")
    meeting = meetings.published().first()
    if meeting is None:
        withdrawn = meetings.exclude(withdrawn_at=None).first()
        raise Gone(withdrawn) if withdrawn else Http404
    return meeting


def _people_by_presence(meeting: Meeting) -> list[tuple[str, list[Attendance]]]:
    """In the order in which minutes list them; the chair first among those present, else as printed."""
    listed = list(meeting.attendances.order_by("position"))
    listed.sort(key=lambda attendance: not attendance.role.casefold().startswith("chair"))
    groups = [
        (presence.label, [attendance for attendance in listed if attendance.presence == presence])
        for presence in Attendance.Presence
    ]
    return [(label, attendances) for label, attendances in groups if attendances]


def _redirect_former_resolution(meeting: Meeting, slug: str, number: int) -> HttpResponse:
    """A resolution that a later reading no longer has leads to its item, where that is still there."""
    item = meeting.items.published().filter(slug=slug).first()
    if item is not None and 0 < number <= item.resolutions_numbered:
        item.meeting = meeting
        return redirect(item)
    return _redirect_retired(meeting, slug)


def _redirect_retired(meeting: Meeting, slug: str) -> HttpResponse:
    if meeting.retired_addresses.filter(slug=slug).exists():
        return redirect(meeting)  # for now: an item that a later reading finds again takes its address up again
    raise Http404
