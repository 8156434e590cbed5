"""The clerk's first door: files, or pasted text."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from meetings.forms.fields import day_field

MOST_FILES = settings.DATA_UPLOAD_MAX_NUMBER_FILES


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Cleans to a list of files, empty where none was chosen."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [clean for file in files if (clean := super(SeveralFilesField, self).clean(file, initial))]


class BodyForm(forms.Form):
    """Whose minutes they are, where these do not say it themselves."""

    council = forms.CharField(
        label="Council",
        help_text="Only if the minutes do not name it, or name it wrongly.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "govuk-input govuk-input--width-30", "list": "known-councils"}),
    )
    committee = forms.CharField(
        label="Committee",
        help_text="Only if the minutes do not name it, or name it wrongly.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "govuk-input govuk-input--width-30", "list": "known-committees"}),
    )


class AgainForm(BodyForm):
    """What the clerk says of a file that could not be filed."""

    date = day_field("Day of the meeting", help_text="Only if the minutes do not print it, or print it wrongly.")

    def clean_date(self) -> dt.date | None:
        date: dt.date | None = self.cleaned_data["date"]
        if date is not None and date > timezone.localdate():
            raise ValidationError("This day is to come, and no meeting has been held on it. Check it.")
        return date


class UploadForm(BodyForm):
    """What to read."""

    file = SeveralFilesField(
        label="Minutes files",
        help_text="PDF, Word (.docx, .doc), OpenDocument (.odt), RTF, web page, Markdown or plain text; one meeting a "
        f"file, up to {settings.UPLOAD_MAX_MB} MB each, {MOST_FILES} files at once. Where this page runs no script, "
        "all of them together up to 64 MB.",
        required=False,
        allow_empty_file=True,  # the reader's own message about an empty file is the kinder one
        widget=SeveralFilesInput(attrs={"class": "govuk-file-upload"}),
    )
    text = forms.CharField(
        label="Or paste the text",
        help_text="All of it, from the council's name to the last line.",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": 10, "spellcheck": "false"}),
    )
    batch = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("file", "text", "council", "committee", "batch")

    def clean_file(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["file"]
        most = settings.UPLOAD_MAX_MB * 1024 * 1024
        if large := [str(file.name) for file in files if (file.size or 0) > most]:
            raise ValidationError(
                f"Larger than {settings.UPLOAD_MAX_MB} MB: {', '.join(large)}. Minutes that large are usually scanned "
                "pictures: scan them with fewer dots an inch, or upload their text."
            )
        return files

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        files, text = cleaned.get("file"), (cleaned.get("text") or "").strip()
        if files and text:
            self.add_error("text", "Choose files or paste the text, not both.")
        elif not files and not text and "file" not in self.errors:
            self.add_error("file", "Choose the minutes files, or paste their text below.")
        return cleaned
