"""The clerk's pages that correct what was read: facts, people, items, and words that must not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.correcting import Change, black_out
from meetings.correcting.arranging import ARRANGEMENTS
from meetings.forms.corrections import (
    FactsForm,
    ItemForm,
    PeopleFormSet,
    RedactForm,
    ResolutionFormSet,
    SplitForm,
)
from meetings.models import Correction, Meeting, Redaction, SourceFile
from meetings.publishing import correct_meeting, lift_redaction, redact_meeting, revert_correction
from meetings.publishing.editions import changes_of, public_wording
from meetings.storing.projection import Projection, project
from meetings.storing.readings import newest_version, waiting_reading
from meetings.views.desk import ClerkRequest

ARRANGED = {
    "merge": "Joined the item to the one above.",
    "up": "Moved the item up.",
    "down": "Moved the item down.",
    "into": "Made the item a part of the one above.",
    "out": "Took the item out of the one above.",
}
CHANGED_MEANWHILE = "These minutes were changed meanwhile. Look at them as they are now, then make your change again."


@dataclass(frozen=True, slots=True)
class Editable:
    """A meeting's newest minutes as corrected so far, the redacted words legible: what a form begins with."""

    meeting: Meeting
    source: SourceFile
    projection: Projection

    @property
    def reading(self) -> dict[str, Any]:
        return self.projection.minutes.to_dict()

    @property
    def context(self) -> dict[str, Any]:
        return {"meeting": self.meeting, "source": self.source, "minutes": self.projection.minutes}


def _editable(request: HttpRequest, pk: int) -> Editable:
    """Raises 404 for what is not this clerk's, and where no file stands for the meeting any more."""
    meetings = Meeting.objects.editable_by(request.user).select_related("committee__council")
    meeting = get_object_or_404(meetings, pk=pk)
    source = newest_version(meeting)
    if source is None:
        raise Http404
    return Editable(meeting, source, project(source, blacked=False))


def _item_at(editable: Editable, position: int) -> dict[str, Any]:
    items: list[dict[str, Any]] = editable.reading["items"]
    if position >= len(items):
        raise Http404
    return items[position]


def _save(request: ClerkRequest, editable: Editable, changes: Sequence[Change], done: str, place: str) -> HttpResponse:
    """Make the changes, unless the minutes are no longer those that the form showed."""
    if request.POST.get("version") != editable.source.version:
        messages.error(request, CHANGED_MEANWHILE)
    elif changes:
        correct_meeting(editable.meeting, changes, by=request.user)
        waits = " The public sees it once you publish." if editable.meeting.state == "published" else ""
        messages.success(request, done + waits)
    else:
        messages.info(request, "Nothing was changed.")
    response = redirect("desk-meeting", editable.meeting.pk)
    response["Location"] += f"#{place}"
    return response


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _show(request: HttpRequest, template: str, context: dict[str, Any], *forms: Any) -> HttpResponse:
    wrong = any(form.is_bound and not form.is_valid() for form in forms)
    return render(request, template, context, status=422 if wrong else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: ClerkRequest, pk: int) -> HttpResponse:
    """When, where, signed by whom, what it confirmed, when next."""
    editable = _editable(request, pk)
    form = FactsForm(editable.reading, _posted(request))
    if form.is_valid():
        return _save(request, editable, form.changes(editable.reading), "Corrected the facts.", "facts")
    return _show(request, "desk/facts.html", {**editable.context, "form": form}, form)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: ClerkRequest, pk: int) -> HttpResponse:
    """Who attended, and how."""
    editable = _editable(request, pk)
    formset = PeopleFormSet(editable.reading, _posted(request))
    if formset.is_valid():
        return _save(request, editable, formset.changes(editable.reading), "Corrected the people.", "people")
    return _show(request, "desk/people.html", {**editable.context, "formset": formset}, formset)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: ClerkRequest, pk: int, position: int) -> HttpResponse:
    """One item: its words, marks and decisions; where it begins, ends and stands."""
    editable = _editable(request, pk)
    reading, of_item = editable.reading, _item_at(editable, position)
    form = ItemForm(of_item, _posted(request))
    resolutions = ResolutionFormSet(of_item, _posted(request))
    if form.is_valid() and resolutions.is_valid():
        # the decisions first: they are no part of what the item is found by
        changes = resolutions.changes(reading, position) + form.changes(reading, position)
        return _save(request, editable, changes, "Corrected the item.", f"item-{position}")
    context = {
        **editable.context,
        "form": form,
        "formset": resolutions,
        "split": SplitForm(of_item),
        "item": editable.projection.minutes.items[position],
        "position": position,
        "above": _above(editable, position),
    }
    return _show(request, "desk/item.html", context, form, resolutions)


@require_POST
@login_required
def split(request: ClerkRequest, pk: int, position: int) -> HttpResponse:
    """The item's text, from one of its paragraphs on, becomes an item of its own."""
    editable = _editable(request, pk)
    form = SplitForm(_item_at(editable, position), request.POST)
    if not form.is_valid():
        messages.error(request, "Choose the paragraph that the new item begins with.")
        return redirect("desk-item", pk, position)
    return _save(
        request, editable, [form.change(editable.reading, position)], "Divided the item.", f"item-{position + 1}"
    )


@require_POST
@login_required
def arrange(request: ClerkRequest, pk: int, position: int) -> HttpResponse:
    """Join the item to the one above, or move it: up, down, into the one above, out of it."""
    editable = _editable(request, pk)
    _item_at(editable, position)
    where = request.POST.get("to", "")
    change = ARRANGEMENTS[where](editable.reading, position) if where in ARRANGEMENTS else None
    if change is None:
        messages.error(request, "The item cannot go there.")
        return redirect("desk-item", pk, position)
    return _save(request, editable, [change], ARRANGED[where], "items")


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: ClerkRequest, pk: int) -> HttpResponse:
    """Black words: first what would be blacked is counted, then it is done."""
    editable = _editable(request, pk)
    form = RedactForm(_posted(request), initial={"words": request.GET.get("words", "")[:500]})
    context = {**editable.context, "form": form}
    if form.is_valid():
        words = form.cleaned_data["words"]
        context["places"] = _places_of(editable, [words])
        *first, last = words.split()
        context |= {"last": last, "alone": _places_of(editable, [last], without=[words]) if first else []}
        if request.POST.get("sure") and context["places"]:
            redact_meeting(editable.meeting, words, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, "Blacked the words. They are gone from the public at once.")
            return redirect("desk-history", pk)
    return _show(request, "desk/redact.html", context, form)


@never_cache
@login_required
@require_safe
def history(request: ClerkRequest, pk: int) -> HttpResponse:
    """What clerks changed in these minutes: who, when, before and after; each can be taken back."""
    editable = _editable(request, pk)
    lost = {correction.pk for correction in editable.projection.lost}
    corrections = list(editable.meeting.corrections.select_related("by", "reverted_by").order_by("-pk"))
    redactions = editable.meeting.redactions.select_related("by", "reverted_by").order_by("-pk")
    context = {**editable.context, "corrections": corrections, "redactions": redactions, "lost": lost}
    return render(request, "desk/history.html", context)


@require_POST
@login_required
def revert(request: ClerkRequest, pk: int, correction: int) -> HttpResponse:
    editable = _editable(request, pk)
    if revert_correction(get_object_or_404(Correction, meeting=editable.meeting, pk=correction), by=request.user):
        messages.success(request, "Took the correction back.")
    return redirect("desk-history", pk)


@require_POST
@login_required
def lift(request: ClerkRequest, pk: int, redaction: int) -> HttpResponse:
    editable = _editable(request, pk)
    if lift_redaction(get_object_or_404(Redaction, meeting=editable.meeting, pk=redaction), by=request.user):
        messages.success(request, "The words are legible again; where the minutes are public, once you publish.")
    return redirect("desk-history", pk)


def _places_of(editable: Editable, words: Sequence[str], without: Sequence[str] = ()) -> list[str]:
    """Where the words stand, for the clerk: "Item 4 Bandstand", "Venue" …; in what is read, in what the public sees
    still, and in what it was told of changes. What is part of ``without`` does not count."""
    minutes = editable.projection.minutes
    texts = [
        *(("Venue", minutes.venue or ""), ("Signed by", minutes.signatory or "")),
        *(("People", " – ".join(filter(None, [one.title, one.name, one.honours, one.role]))) for one in minutes.people),
    ]
    for one in minutes.items:
        decided = [words for each in one.resolutions for words in (each.text, each.mover, each.seconder)]
        name = " ".join(filter(None, ["Item", one.number, one.title]))
        texts.append((name, "\n\n".join(filter(None, [one.title, one.text, *decided]))))
    if editable.meeting.state == "published" and waiting_reading(editable.meeting) is not None:
        texts += [(f"As published: {label}", text) for label, text in public_wording(editable.meeting).values()]
    for edition in editable.meeting.editions.all():
        told = [edition.note, *(wording for change in changes_of(edition) for wording in change.wordings)]
        texts.append((f"What the public was told on {date_format(edition.at, 'j F Y')}", "\n\n".join(told)))
    left = [(place, black_out(text, without)) for place, text in texts]
    return list(dict.fromkeys(place for place, text in left if black_out(text, words) != text))


def _above(editable: Editable, position: int) -> Any:
    return editable.projection.minutes.items[position - 1] if position else None
