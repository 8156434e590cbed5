"""The clerk's first door: one file, or pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile


class UploadForm(forms.Form):
    """What to read, and, where the minutes do not say it themselves, whose they are."""

    file = forms.FileField(
        label="Minutes file",
        help_text=f"Plain text, Word (.docx, .doc), OpenDocument (.odt) or RTF, up to {settings.UPLOAD_MAX_MB} MB.",
        required=False,
        allow_empty_file=True,  # the reader's own message about an empty file is the kinder one
        widget=forms.ClearableFileInput(attrs={"class": "govuk-file-upload"}),
    )
    text = forms.CharField(
        label="Or paste the text",
        help_text="All of it, from the council's name to the last line.",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "govuk-textarea", "rows": 10, "spellcheck": "false"}),
    )
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

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file is not None and file.size > settings.UPLOAD_MAX_MB * 1024 * 1024:
            raise ValidationError(
                f"This file is larger than {settings.UPLOAD_MAX_MB} MB. Minutes that large are usually scanned "
                "pictures: upload their text."
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text")
        if file is not None and text:
            self.add_error("text", "Choose a file or paste the text, not both.")
        elif file is None and not text and "file" not in self.errors:
            self.add_error("file", "Choose the minutes file, or paste its text below.")
        return cleaned

    @property
    def source_field(self) -> str:
        """The field that what is wrong with the minutes themselves is said at."""
        return "file" if self.cleaned_data.get("file") else "text"
