"""Fields of forms with the widgets of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms


def line_field(label: str, width: int = 0, **more: Any) -> forms.CharField:
    size = f" govuk-input--width-{width}" if width else ""
    widget = forms.TextInput(attrs={"class": f"govuk-input{size}"})
    return forms.CharField(label=label, required=False, widget=widget, **more)


def words_field(label: str, rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": rows}), **more
    )


def tick_field(label: str, **more: Any) -> forms.BooleanField:
    widget = forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"})
    return forms.BooleanField(label=label, required=False, widget=widget, **more)


def choice_field(label: str, choices: Sequence[tuple[str, Any]]) -> forms.ChoiceField:
    """One of the choices; the first where nothing is chosen, so that a row left empty counts as untouched."""
    widget = forms.Select(attrs={"class": "govuk-select"})
    return forms.ChoiceField(label=label, choices=choices, initial=choices[0][0], widget=widget)


def count_field(label: str) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "govuk-input govuk-input--width-3", "inputmode": "numeric"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=10_000, widget=widget)


def day_field(label: str, *, required: bool = False, **more: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"class": "govuk-input govuk-input--width-10", "type": "date"})
    return forms.DateField(label=label, required=required, widget=widget, **more)


def time_field(label: str) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input govuk-input--width-10", "type": "time"})
    return forms.TimeField(label=label, required=False, widget=widget)


def moment_field(label: str, **more: Any) -> forms.DateTimeField:
    """A day and a time of the site's own clock."""
    attrs = {"class": "govuk-input govuk-input--width-20", "type": "datetime-local"}
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs=attrs)
    return forms.DateTimeField(label=label, required=False, widget=widget, **more)
