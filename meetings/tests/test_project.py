"""The project as a whole: what no file may hold, what every page does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern

from meetings import urls
from meetings.tests.builders import make_item, make_meeting
from meetings.tests.environment import PROJECT

# What a checkout gathers and git ignores.
GATHERED = {".git", ".venv", "var", "node_modules", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.*)}\]])/(?:work|farm|root|home|tmp)/[A-Za-z.]"),
    "the address of a package registry": re.compile(r"\b(?:pypi|registry\.npmjs|npmjs|files\.pythonhosted)\.org\b"),
}


def texts() -> Iterator[tuple[Path, str]]:
    for directory, directories, names in os.walk(PROJECT):
        directories[:] = set(directories) - GATHERED - {".hypothesis"}
        for path in (Path(directory, name) for name in names):
            try:
                yield path.relative_to(PROJECT), path.read_text()
            except UnicodeDecodeError:
                continue  # a picture


def test_no_file_holds_what_belongs_to_one_machine() -> None:
    found = [
        f"{path}: {kind}: {match.group()}"
        for path, text in texts()
        for kind, pattern in FORBIDDEN.items()
        if (match := pattern.search(text))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["open('/ro" + "ot/minutes.txt')", "cd /wo" + "rk/main", "--index-url https://py" + "pi.org/simple"]
)
def test_what_belongs_to_one_machine_is_seen(line: str) -> None:
    assert any(pattern.search(line) for pattern in FORBIDDEN.values())


def test_templates_hold_no_script_and_no_style() -> None:
    """The content security policy would refuse them."""
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\s(?:style|on[a-z]+)\s*=\s*[\"']", re.IGNORECASE)
    templates = [*PROJECT.glob("templates/**/*.html"), *PROJECT.glob("meetings/templates/**/*.html")]
    assert templates
    assert [path for path in templates if inline.search(path.read_text())] == []


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


# A deed; words for machines.
NO_PAGES = {
    "/accounts/logout/",
    "/healthz/",
    "/robots.txt",
    "/search/feed/",
    "/search/results.csv",
    "/search/suggest/",
    "/desk/log.csv",
}


@pytest.mark.django_db
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_address_without_arguments_is_a_page_with_one_heading(client: Client, signed_in: bool) -> None:
    make_item(make_meeting())
    if signed_in:
        client.force_login(get_user_model().objects.create_superuser("clerk"))
    patterns = [pattern for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)]
    addresses = [f"/{pattern.pattern}" for pattern in patterns if not pattern.pattern.converters]
    assert len(addresses) >= 8
    for address in addresses:
        if address in NO_PAGES:
            continue
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        assert len(re.findall(r"<h1\b", answer.content.decode())) == 1, address
