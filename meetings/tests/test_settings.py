"""The shipped settings, each run in a process of its own: what an empty environment gives, what the knobs change."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from meetings import checks
from meetings.tests.environment import PROJECT, bare_environment

SHOW = """
import json
from django.conf import settings
from django.db import connection
shown = {name: getattr(settings, name) for name in (
    "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")}
shown["database"] = settings.DATABASES["default"]
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        shown["journal"] = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        shown["patience"] = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
print(json.dumps(shown, default=str))
"""


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *words],
        cwd=PROJECT,
        env=bare_environment(**environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def shown(**environment: str) -> dict[str, Any]:
    run = manage("shell", "--verbosity", "0", "-c", SHOW, **environment)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_an_empty_environment_is_safe(tmp_path: Path) -> None:
    settings = shown(VAR_DIR=str(tmp_path / "var"))
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert settings["database"]["NAME"] == str(tmp_path / "var" / "minutes.sqlite3")
    assert settings["journal"] == "wal"
    assert settings["patience"] >= 10_000
    key = tmp_path / "var" / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert settings["SECRET_KEY"] == key.read_text()
    assert len(settings["SECRET_KEY"]) >= 50


def test_the_secret_key_is_made_once_even_by_many_at_once(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from minutes_portal.secret_key import read_or_make_secret_key as key;"
        "print(key(pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "secret_key")]
    runs = [subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    keys = {run.communicate(timeout=60)[0].strip() for run in runs}
    assert keys == {(tmp_path / "secret_key").read_text()}
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_secret_key_of_the_environment_is_not_written_down(tmp_path: Path) -> None:
    assert shown(VAR_DIR=str(tmp_path), SECRET_KEY="k" * 50)["SECRET_KEY"] == "k" * 50
    assert not (tmp_path / "secret_key").exists()


@pytest.mark.desk
def test_behind_https_djangos_deployment_check_finds_nothing(tmp_path: Path) -> None:
    https = {"VAR_DIR": str(tmp_path), "HTTPS": "true", "ALLOWED_HOSTS": "minutes.example"}
    run = manage("check", "--deploy", "--fail-level", "WARNING", **https)
    assert run.returncode == 0, run.stderr
    settings = shown(**https)
    assert settings["ALLOWED_HOSTS"] == ["minutes.example"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_SSL_REDIRECT"]


@pytest.mark.desk
def test_without_https_the_deployment_check_complains(tmp_path: Path) -> None:
    run = manage("check", "--deploy", "--fail-level", "WARNING", VAR_DIR=str(tmp_path))
    assert run.returncode == 1
    assert "security.W008" in run.stderr


def test_database_url_names_postgresql(tmp_path: Path) -> None:
    url = "postgres://portal:secret@rows.example:5433/minutes"
    database = shown(VAR_DIR=str(tmp_path), DATABASE_URL=url)["database"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("rows.example", 5433, "minutes")
    assert "init_command" not in database["OPTIONS"]


def test_psycopg_3_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = SimpleNamespace(vendor="postgresql", Database=SimpleNamespace(__name__="psycopg"))
    monkeypatch.setattr(checks, "connections", {"default": connection})
    with pytest.raises(ImproperlyConfigured, match="pip uninstall psycopg"):
        apps.get_app_config("meetings").ready()


def test_psycopg2_is_welcome(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = SimpleNamespace(vendor="postgresql", Database=SimpleNamespace(__name__="psycopg2"))
    monkeypatch.setattr(checks, "connections", {"default": connection})
    apps.get_app_config("meetings").ready()
