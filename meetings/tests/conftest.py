"""What every test may lean on: files and an index of its own, so that no test meets another's or a real archive's."""

import threading
from pathlib import Path

import pytest
from haystack import connections
from pytest_django import Settings

from meetings.tests.environment import PROJECT


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Original files and the index are kept below the test's own ``tmp_path``; no thread holds an older index."""
    settings.MEDIA_ROOT = tmp_path / "originals"
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(tmp_path / "index"))
    monkeypatch.setattr(connections, "thread_local", threading.local())


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real minutes, which are not the project's to ship; they lie beside a checkout of those who have them."""
    directory = PROJECT.parent / "shared"
    if not directory.is_dir():
        pytest.skip("real minutes are not on this machine")
    return directory
