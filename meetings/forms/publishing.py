"""What a clerk says when minutes are published, withdrawn or confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from meetings.forms.fields import day_field, line_field, moment_field, tick_field, words_field


class PublishForm(forms.Form):
    """When; and, where the public has seen the minutes before, what it is told of the change."""

    note = words_field(
        "Note for the public",
        2,
        max_length=1000,
        help_text="What was corrected, and why. It stays on the page.",
    )
    show_changes = tick_field("Show the public which words were changed", initial=True)
    at = moment_field("At a set time", help_text="Empty: at once.")

    def __init__(self, posted: Mapping[str, Any] | None = None, *, seen_before: bool, tell_words: bool = True) -> None:
        """``tell_words``: whether the box that shows the public the changed words begins ticked."""
        super().__init__(posted, initial={"show_changes": tell_words})
        if not seen_before:
            del self.fields["note"], self.fields["show_changes"]

    def clean_at(self) -> dt.datetime | None:
        at: dt.datetime | None = self.cleaned_data["at"]
        if at is not None and at <= timezone.now():
            raise ValidationError("This time is past. Give one to come, or none to publish at once.")
        return at


class WithdrawForm(forms.Form):
    """Why minutes are taken from the public."""

    reason = words_field(
        "Reason, for the public",
        2,
        max_length=1000,
        help_text="The address of the minutes will say that they were withdrawn, and this. Do not repeat here what "
        "must not be read.",
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if not reason:
            raise ValidationError("Say why the minutes are withdrawn.")
        return reason


class ConfirmForm(forms.Form):
    """On which day the minutes were confirmed, where no later minutes tell it."""

    on = day_field("Confirmed on")

    def __init__(
        self, posted: Mapping[str, Any] | None = None, *, held_on: dt.date, confirmed_on: dt.date | None = None
    ) -> None:
        super().__init__(posted, initial={"on": confirmed_on})
        self.held_on = held_on

    def clean_on(self) -> dt.date | None:
        on: dt.date | None = self.cleaned_data["on"]
        if on is not None and not self.held_on <= on <= timezone.localdate():
            raise ValidationError("The minutes were confirmed after the meeting and not after today. Check the day.")
        return on


class ErasureReasonForm(forms.Form):
    """Why minutes are erased."""

    reason = words_field(
        "Reason", 2, max_length=1000, help_text="It stays in the log. Do not repeat what is to be erased."
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"].strip()
        if not reason:
            raise ValidationError("Say why the minutes must be erased.")
        return reason


class EraseForm(forms.Form):
    """The word that makes it so."""

    word = line_field("Type “erase” to erase it for good", width=10)

    def clean_word(self) -> str:
        if self.cleaned_data["word"].strip().casefold() != "erase":
            raise ValidationError("Type the word “erase”.")
        return "erase"
