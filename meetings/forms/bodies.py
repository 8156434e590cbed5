"""What a clerk says of councils, committees and people, and of where a meeting is filed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils import timezone

from meetings.forms.fields import day_field, line_field
from meetings.models import Committee, Meeting

Posted = Mapping[str, Any] | None


def chosen_field(label: str, queryset: QuerySet[Any], **more: Any) -> forms.ModelChoiceField:
    """One of the rows."""
    widget = forms.Select(attrs={"class": "govuk-select"})
    return forms.ModelChoiceField(queryset, label=label, widget=widget, **more)


class NameForm(forms.Form):
    """A name for something new."""

    name = line_field("Name", max_length=200)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not any(character.isalnum() for character in name):
            raise ValidationError("Give a name.")
        return name


class RenameForm(NameForm):
    """A new name for what has one."""

    def __init__(self, posted: Posted = None, *, of: Model) -> None:
        super().__init__(posted, prefix="rename", initial={"name": str(of)})


class RenameBodyForm(RenameForm):
    """A new name, and until when the old one held."""

    until = day_field(
        "Last day of the old name",
        help_text="Empty where the old name was never right, as in a misprint. Minutes that print it are filed here "
        "either way, and old addresses lead here.",
    )


class MergeForm(forms.Form):
    """What takes the other in."""

    def __init__(self, posted: Posted = None, *, others: QuerySet[Any]) -> None:
        super().__init__(posted, prefix="merge")
        self.fields["into"] = chosen_field("Merge into", others)


class DivideForm(NameForm):
    """From when on meetings are another committee's."""

    since = day_field("First day of the new committee", required=True)

    def __init__(self, posted: Posted = None) -> None:
        super().__init__(posted, prefix="divide")


class ChooseForm(forms.Form):
    """One row of some."""

    def __init__(self, posted: Posted = None, *, prefix: str, label: str, rows: QuerySet[Any]) -> None:
        super().__init__(posted, prefix=prefix)
        self.fields["chosen"] = chosen_field(label, rows)


class FilingForm(forms.Form):
    """Where a meeting belongs."""

    date = day_field("Day of the meeting", required=True)

    def __init__(self, posted: Posted = None, *, meeting: Meeting) -> None:
        super().__init__(posted, initial={"committee": meeting.committee_id, "date": meeting.date})
        committees = Committee.objects.filter(council=meeting.committee.council_id).order_by("name")
        self.fields["committee"] = chosen_field("Committee", committees)
        self.order_fields(["committee", "date"])

    def clean_date(self) -> dt.date:
        date: dt.date = self.cleaned_data["date"]
        if date.year < 1800:
            raise ValidationError("Check the year.")
        if date > timezone.localdate():
            raise ValidationError("This day is still to come. Minutes are of a meeting that was held.")
        return date
