"""The clerk's pages of councils, committees and people, and of where a meeting is filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.forms.bodies import (
    ChooseForm,
    DivideForm,
    FilingForm,
    MergeForm,
    NameForm,
    RenameBodyForm,
    RenameForm,
)
from meetings.models import Committee, Council, Meeting, Person
from meetings.publishing.bodies import (
    NameTaken,
    NotPossible,
    divide_committee,
    divide_person,
    join_meeting,
    make_committee,
    make_council,
    merge_committees,
    merge_people,
    move_committee,
    refile_meeting,
    rename_committee,
    rename_council,
    rename_person,
)
from meetings.views.desk import ClerkRequest

A_PAGE = 100
may_publish = permission_required("meetings.publish_meeting", raise_exception=True)
Forms = dict[str, forms.Form]


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def councils(request: ClerkRequest) -> HttpResponse:
    """The councils that the clerk serves; an administrator makes new ones."""
    form = NameForm(_posted(request))
    if request.method == "POST" and not request.user.is_superuser:
        raise PermissionDenied
    if form.is_valid():
        try:
            made = make_council(form.cleaned_data["name"], by=request.user)
        except NameTaken:
            form.add_error("name", "There is a council of this name, or there was.")
        else:
            messages.success(request, f"Made {made}.")
            return redirect("desk-council", made.pk)
    served = Council.objects.served_by(request.user).annotate(committee_count=Count("committees"))
    context = {"councils": served, "form": form}
    return render(request, "desk/councils.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def council(request: ClerkRequest, pk: int) -> HttpResponse:
    """A council's committees: make one; an administrator renames the council."""
    council = get_object_or_404(Council.objects.served_by(request.user), pk=pk)
    offered: Forms = {"make": NameForm(_posted(request, "make"), prefix="make")}
    if request.user.is_superuser:
        offered["rename"] = RenameBodyForm(_posted(request, "rename"), of=council)

    def make(said: dict[str, Any]) -> HttpResponse:
        made = make_committee(council, said["name"], by=request.user)
        messages.success(request, f"Made {made}.")
        return redirect("desk-committee", made.pk)

    def rename(said: dict[str, Any]) -> HttpResponse:
        rename_council(council, said["name"], until=said["until"], by=request.user)
        messages.success(request, f"It is {council} now. Old addresses lead here.")
        return redirect("desk-council", pk)

    committees = council.committees.annotate(meeting_count=Count("meetings")).order_by("name")
    context = {"council": council, "committees": committees}
    return _do(request, "desk/council.html", context, offered, {"make": make, "rename": rename})


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def committee(request: ClerkRequest, pk: int) -> HttpResponse:
    """Rename, merge or divide a committee; an administrator moves it to another council."""
    served = Committee.objects.filter(council__in=Council.objects.served_by(request.user)).select_related("council")
    committee = get_object_or_404(served, pk=pk)
    others = committee.council.committees.exclude(pk=pk).order_by("name")
    offered: Forms = {
        "rename": RenameBodyForm(_posted(request, "rename"), of=committee),
        "merge": MergeForm(_posted(request, "merge"), others=others),
        "divide": DivideForm(_posted(request, "divide")),
    }
    if request.user.is_superuser:
        councils = Council.objects.exclude(pk=committee.council_id)
        offered["move"] = ChooseForm(_posted(request, "move"), prefix="move", label="Move to", rows=councils)

    def rename(said: dict[str, Any]) -> HttpResponse:
        rename_committee(committee, said["name"], until=said["until"], by=request.user)
        messages.success(request, f"It is {committee} now. Old addresses lead here.")
        return redirect("desk-committee", pk)

    def merge(said: dict[str, Any]) -> HttpResponse:
        into: Committee = said["into"]
        merge_committees(committee, into, by=request.user)
        messages.success(request, f"All meetings are those of {into} now. Old addresses lead there.")
        return redirect("desk-committee", into.pk)

    def divide(said: dict[str, Any]) -> HttpResponse:
        new = divide_committee(committee, said["name"], since=said["since"], by=request.user)
        messages.success(request, f"Made {new} of the later meetings. Old addresses lead there.")
        return redirect("desk-committee", new.pk)

    def move(said: dict[str, Any]) -> HttpResponse:
        move_committee(committee, said["chosen"], by=request.user)
        messages.success(request, f"{committee} is a committee of {said['chosen']} now.")
        return redirect("desk-committee", pk)

    deeds = {"rename": rename, "merge": merge, "divide": divide, "move": move}
    context = {"committee": committee, "meeting_count": committee.meetings.count()}
    return _do(request, "desk/committee.html", context, offered, deeds)


@never_cache
@login_required
@may_publish
@require_safe
def people(request: ClerkRequest, pk: int) -> HttpResponse:
    """A council's people, those of a name if one is sought."""
    council = get_object_or_404(Council.objects.served_by(request.user), pk=pk)
    sought = request.GET.get("name", "")[:200]
    found = council.people.annotate(meeting_count=Count("attendances")).order_by("name", "pk")
    if sought:
        found = found.filter(name__icontains=sought)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    query = f"{urlencode({'name': sought})}&" if sought else ""
    context = {"council": council, "page_obj": shown, "sought": sought, "query": query}
    return render(request, "desk/council_people.html", context)


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: ClerkRequest, pk: int) -> HttpResponse:
    """Rename a person, merge two rows of one person, divide one row of two people."""
    served = Person.objects.filter(council__in=Council.objects.served_by(request.user)).select_related("council")
    person = get_object_or_404(served, pk=pk)
    others = person.council.people.exclude(pk=pk).order_by("name")
    committees = Committee.objects.filter(meetings__attendances__person=person).distinct().order_by("name")
    divide_label = "In the minutes of this committee, the name means another person"
    offered: Forms = {
        "rename": RenameForm(_posted(request, "rename"), of=person),
        "merge": MergeForm(_posted(request, "merge"), others=others),
        "divide": ChooseForm(_posted(request, "divide"), prefix="divide", label=divide_label, rows=committees),
    }

    def rename(said: dict[str, Any]) -> HttpResponse:
        rename_person(person, said["name"], by=request.user)
        messages.success(request, f"It is {person} now.")
        return redirect("desk-person", pk)

    def merge(said: dict[str, Any]) -> HttpResponse:
        merge_people(person, said["into"], by=request.user)
        messages.success(request, f"Both are {said['into']} now.")
        return redirect("desk-person", said["into"].pk)

    def divide(said: dict[str, Any]) -> HttpResponse:
        other = divide_person(person, said["chosen"], by=request.user)
        messages.success(request, "These are two people now. Rename them so that they can be told apart.")
        return redirect("desk-person", other.pk)

    deeds = {"rename": rename, "merge": merge, "divide": divide}
    context = {"person": person, "committees": committees, "aliases": person.aliases.order_by("name")}
    return _do(request, "desk/person.html", context, offered, deeds)


@never_cache
@login_required
@may_publish
@require_http_methods(["GET", "HEAD", "POST"])
def file_elsewhere(request: ClerkRequest, pk: int) -> HttpResponse:
    """File a meeting under another committee or day."""
    meetings = Meeting.objects.editable_by(request.user).select_related("committee__council")
    meeting = get_object_or_404(meetings, pk=pk)

    def file(said: dict[str, Any]) -> HttpResponse:
        if refile_meeting(meeting, said["committee"], said["date"], by=request.user):
            messages.success(request, "Filed. Old addresses lead to the new one.")
        return redirect("desk-meeting", pk)

    offered: Forms = {"file": FilingForm(_posted(request, "file"), meeting=meeting)}
    return _do(request, "desk/file.html", {"meeting": meeting}, offered, {"file": file})


@require_POST
@login_required
@may_publish
def join(request: ClerkRequest, pk: int) -> HttpResponse:
    """Make a draft a version of other minutes of its day."""
    meetings = Meeting.objects.editable_by(request.user).select_related("committee__council")
    meeting = get_object_or_404(meetings, pk=pk)
    wanted = request.POST.get("into", "")
    into = get_object_or_404(meetings, pk=int(wanted) if wanted.isdecimal() and len(wanted) < 19 else 0)
    try:
        join_meeting(meeting, into, by=request.user)
    except NotPossible as hindrance:
        messages.error(request, str(hindrance))
        return redirect("desk-meeting", pk)
    messages.success(request, "It is the newest version of these minutes now.")
    return redirect("desk-meeting", into.pk)


def _posted(request: HttpRequest, deed: str | None = None) -> QueryDict | None:
    """What was sent, where it is for this deed; the button that was pressed tells."""
    is_meant = request.method == "POST" and deed in (None, request.POST.get("deed"))
    return request.POST if is_meant else None


def _do(
    request: ClerkRequest,
    template: str,
    context: dict[str, Any],
    offered: Forms,
    deeds: Mapping[str, Callable[[dict[str, Any]], HttpResponse]],
) -> HttpResponse:
    """Do the deed whose form was sent; what hinders it stands at the form's first field."""
    form = next((form for form in offered.values() if form.is_bound), None)
    if form is not None and form.is_valid():
        try:
            return deeds[request.POST["deed"]](form.cleaned_data)
        except NameTaken:
            form.add_error("name", "This name is another's, or was.")
        except NotPossible as hindrance:
            form.add_error(next(iter(form.fields)), str(hindrance))
    context |= {"forms": offered, "form": form}
    return render(request, template, context, status=422 if form is not None else 200)
