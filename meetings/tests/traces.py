"""Where words have left a trace: in the rows of any model, histories among them, and in files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models


def _texts_of_rows() -> Iterator[tuple[str, str]]:
    """The kind of each row of the database, and all its words."""
    of_words = (models.CharField, models.TextField, models.JSONField, models.FileField)
    for model in apps.get_models(include_auto_created=True):
        fields = [field.attname for field in model._meta.concrete_fields if isinstance(field, of_words)]
        for row in model._base_manager.values_list(*fields) if fields else ():
            yield model._meta.label, "\n".join(map(str, row)).casefold()


def rows_with(words: str) -> list[str]:
    """The kinds of rows in which the words stand."""
    return [kind for kind, text in _texts_of_rows() if words.casefold() in text]


def words_of_rows() -> set[str]:
    """Every word of any row, in small letters."""
    return {word for _, text in _texts_of_rows() for word in re.findall(r"[a-z]+", text)}


def files_with(directory: Path, words: str) -> list[Path]:
    """The files below the directory in whose bytes the words stand, as they are or in small letters."""
    plain = words.encode()
    return [
        path
        for path in directory.rglob("*")
        if path.is_file() and (plain in (content := path.read_bytes()) or plain.lower() in content)
    ]
