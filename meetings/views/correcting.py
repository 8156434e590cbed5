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
from meetings.publishing import NewerVersion, correct_meeting, lift_redaction, redact_meeting, revert_correction
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
MOST_NEAR = 20
CHANGED_MEANWHILE = "These minutes were changed meanwhile, and what you sent was not saved."
KEPT = (
    f"{CHANGED_MEANWHILE} The form still holds what you typed: compare it with the minutes as they are now, and save "
    "it to put yours in their place."
)


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


def _save(
    request: ClerkRequest, editable: Editable, changes: Sequence[Change], done: str, place: str
) -> HttpResponse | None:
    """Make the changes; None where the minutes are no longer those that the form showed."""
    meeting = editable.meeting
    try:
        corrected = correct_meeting(meeting, changes, by=request.user, version=request.POST.get("version", ""))
    except NewerVersion:
        return None
    if corrected:
        waits = " The public sees it once you publish." if meeting.state == "published" else ""
        void = " The time that was set to publish them no longer holds." if hasattr(meeting, "schedule") else ""
        messages.success(request, done + waits + void)
    else:
        messages.info(request, "Nothing was changed.")
    response = redirect("desk-meeting", meeting.pk)
    response["Location"] += f"#{place}"
    return response


def _look_again(request: ClerkRequest, editable: Editable) -> HttpResponse:
    """For what cannot be kept in a form: the minutes as they are now."""
    messages.error(request, f"{CHANGED_MEANWHILE} Look at them as they are now, then make your change again.")
    return redirect("desk-meeting", editable.meeting.pk)


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _show(request: HttpRequest, template: str, context: dict[str, Any], *forms: Any) -> HttpResponse:
    """The page; where its forms are right and it is shown all the same, somebody else was first."""
    posted = any(form.is_bound for form in forms)
    wrong = posted and any(form.is_bound and not form.is_valid() for form in forms)
    if posted and not wrong:
        messages.error(request, KEPT)
        return render(request, template, context, status=409)
    return render(request, template, context, status=422 if wrong else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def facts(request: ClerkRequest, pk: int) -> HttpResponse:
    """When, where, signed by whom, what it confirmed, when next."""
    editable = _editable(request, pk)
    form = FactsForm(editable.reading, _posted(request))
    if form.is_valid():
        changes = form.changes(editable.reading)
        if saved := _save(request, editable, changes, "Corrected the facts.", "facts"):
            return saved
        editable = _editable(request, pk)
    return _show(request, "desk/facts.html", {**editable.context, "form": form}, form)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: ClerkRequest, pk: int) -> HttpResponse:
    """Who attended, and how."""
    editable = _editable(request, pk)
    formset = PeopleFormSet(editable.reading, _posted(request))
    if formset.is_valid():
        changes = formset.changes(editable.reading)
        if saved := _save(request, editable, changes, "Corrected the people.", "people"):
            return saved
        editable = _editable(request, pk)
    return _show(request, "desk/people.html", {**editable.context, "formset": formset}, formset)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: ClerkRequest, pk: int, position: int) -> HttpResponse:
    """One item: its words, marks and decisions; where it begins, ends and stands."""
    editable = _editable(request, pk)
    reading, of_item = editable.reading, _item_at(editable, position)
    if request.method == "POST" and _stands_elsewhere(editable, position, request.POST.get("heading", "")):
        return _look_again(request, editable)
    form = ItemForm(of_item, _posted(request))
    resolutions = ResolutionFormSet(of_item, _posted(request))
    if form.is_valid() and resolutions.is_valid():
        # the decisions first: they are no part of what the item is found by
        changes = resolutions.changes(reading, position) + form.changes(reading, position, resolutions.reworded())
        if saved := _save(request, editable, changes, "Corrected the item.", f"item-{position}"):
            return saved
        editable = _editable(request, pk)
        _item_at(editable, position)
    context = {
        **editable.context,
        "form": form,
        "formset": resolutions,
        "split": SplitForm(of_item),
        "item": editable.projection.minutes.items[position],
        "position": position,
        "heading": _heading(editable, position),
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
    changes = [form.change(editable.reading, position)]
    saved = _save(request, editable, changes, "Divided the item.", f"item-{position + 1}")
    return saved or _look_again(request, editable)


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
    return _save(request, editable, [change], ARRANGED[where], "items") or _look_again(request, editable)


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
        context["near"] = _words_with(editable, words) if not first else []
        if request.POST.get("sure") and context["places"]:
            redact_meeting(editable.meeting, words, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, "Blacked the words. They are gone from the public at once.")
            return redirect("desk-history", pk)
    return render(request, "desk/redact.html", context, status=422 if form.errors else 200)


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


def _words_with(editable: Editable, part: str) -> list[str]:
    """Longer words of the minutes that hold one that is to be blacked, and stay: “Marshes”, an e-mail address."""
    minutes = editable.projection.minutes
    texts = [f"{item.title}\n{item.text}" for item in minutes.items] + [person.name for person in minutes.people]
    found = (word.strip(".,;:()[]“”‘’\"'") for text in texts for word in text.split())
    near = (word for word in found if part.casefold() in word.casefold() and black_out(word, [part]) == word)
    return list(dict.fromkeys(near))[:MOST_NEAR]


def _heading(editable: Editable, position: int) -> str:
    """What tells that it is still the same item that stands at a place."""
    item = editable.reading["items"][position]
    return f"{item['number'] or ''} {item['title']}".strip()


def _stands_elsewhere(editable: Editable, position: int, heading: str) -> bool:
    """Whether the item of that heading, which a form was made for, has moved to another place."""
    headings = [_heading(editable, place) for place in range(len(editable.reading["items"]))]
    return headings[position] != heading and heading in headings


def _above(editable: Editable, position: int) -> Any:
    return editable.projection.minutes.items[position - 1] if position else None
