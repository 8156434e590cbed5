"""Several processes write one index, and one is killed while it does: nothing is lost, doubled or broken."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from meetings.tests.environment import PROJECT, bare_environment


class Archive:
    """An archive of its own in a directory, on which processes work."""

    def __init__(self, directory: Path) -> None:
        self.environment = bare_environment(VAR_DIR=str(directory), DJANGO_SETTINGS_MODULE="minutes_portal.settings")

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=PROJECT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def process(self, *arguments: str) -> subprocess.Popen[str]:
        return self.start("-m", "meetings.tests.search.writing_process", *arguments)

    def finish(self, process: subprocess.Popen[str], code: int = 0) -> str:
        output, errors = process.communicate(timeout=60)
        assert process.returncode == code, errors
        return output

    def compare(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.finish(self.process("compare")))
        return found


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with an empty archive."""
    archive = Archive(tmp_path_factory.mktemp("empty"))
    archive.finish(archive.start("manage.py", "migrate", "--skip-checks", "--verbosity=0"))
    return Path(archive.environment["VAR_DIR"])


@pytest.fixture
def archive(tmp_path: Path, migrated: Path) -> Archive:
    return Archive(shutil.copytree(migrated, tmp_path / "var"))


def test_processes_that_publish_at_once_lose_and_double_nothing(archive: Archive) -> None:
    for process in [archive.process("publish", str(first), "5") for first in (10, 30, 50)]:
        archive.finish(process)
    archive.finish(archive.process("catch-up"))
    state = archive.compare()
    assert len(state["rows"]) == 45
    assert state["indexed"] == state["rows"]
    assert (state["found"], state["due"]) == (45, 0)


@pytest.mark.parametrize(("point", "found"), [("contents", 3), ("sweeping", 6)])
def test_a_killed_commit_is_whole_or_nothing_and_made_up_for(archive: Archive, point: str, found: int) -> None:
    archive.finish(archive.process("publish", "10", "2", point), -signal.SIGKILL)
    state = archive.compare()
    assert (len(state["rows"]), state["found"], len(state["indexed"]), state["due"]) == (6, found, found, 1)
    archive.finish(archive.process("catch-up"))
    state = archive.compare()
    assert state["indexed"] == state["rows"]
    assert (state["found"], state["due"]) == (6, 0)


@pytest.mark.parametrize("deed", ["commit", "merge", "rebuild"])
def test_killed_at_any_moment_the_index_is_whole(archive: Archive, deed: str) -> None:
    assert json.loads(archive.finish(archive.process("kill", deed, "21"))) == []
