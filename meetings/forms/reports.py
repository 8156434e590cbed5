"""What a reader says is wrong."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from meetings.forms.fields import words_field


class MistakeForm(forms.Form):
    """A mistake in minutes, told by anybody."""

    words = words_field(
        "What is wrong?",
        5,
        max_length=3000,
        help_text="For the council's clerks; it is not published. Do not write what is private.",
    )
    email = forms.EmailField(
        label="Your e-mail address",
        help_text="Only if you wish for an answer.",
        required=False,
        widget=forms.EmailInput(attrs={"class": "govuk-input govuk-input--width-20", "autocomplete": "email"}),
    )
    place = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].strip()
        if not words:
            raise ValidationError("Say what is wrong.")
        return words
