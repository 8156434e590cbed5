"""Django's forms of accounts, dressed as the desk's."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import forms as auth


class Dressed:
    """Mixed into a form: its boxes look as others do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined] # a form's
            field.widget.attrs["class"] = "govuk-input govuk-input--width-20"


class PasswordChangeForm(Dressed, auth.PasswordChangeForm):
    pass


class PasswordResetForm(Dressed, auth.PasswordResetForm):
    pass


class SetPasswordForm(Dressed, auth.SetPasswordForm):
    pass
