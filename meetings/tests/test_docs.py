"""The papers say what is there: settings, commands, targets, parts, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from meetings.tests.environment import PROJECT, variables

PAPERS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
MAKEFILE = (PROJECT / "Makefile").read_text()


def words() -> str:
    return "\n".join(paper.read_text() for paper in PAPERS)


def test_every_setting_is_explained_and_no_other() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs" / "settings.md").read_text(), re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(rows) == variables()


@pytest.mark.parametrize("command", sorted((PROJECT / "meetings/management/commands").glob("[a-z]*.py")), ids=str)
def test_every_command_is_named(command: Path) -> None:
    assert f"manage.py {command.stem}" in words()


def test_every_target_that_the_papers_name_has_its_help() -> None:
    helped = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", words()))
    assert named == helped - {"help"}


def test_every_library_has_its_reason() -> None:
    asked = re.findall(r"^[a-z][\w-]+", (PROJECT / "requirements.in").read_text(), re.MULTILINE)
    asked += re.findall(r"^[a-z][\w-]+", (PROJECT / "requirements-dev.in").read_text(), re.MULTILINE)
    reasons = (PROJECT / "docs/decisions/0002-libraries.md").read_text()
    assert [name for name in asked if f"`{name}`" not in reasons] == []


def test_every_decision_has_its_three_parts() -> None:
    decisions = sorted(PROJECT.glob("docs/decisions/*.md"))
    assert [path.name[:4] for path in decisions] == [f"{number:04d}" for number in range(1, len(decisions) + 1)]
    for path in decisions:
        assert re.findall(r"^## (.+)", path.read_text(), re.MULTILINE) == ["Context", "Decision", "Consequences"], path


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(PROJECT).as_posix())
def test_links_between_papers_lead_somewhere(paper: Path) -> None:
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", paper.read_text())]
    inside = [target for target in targets if target and "://" not in target]
    assert [target for target in inside if not (paper.parent / target).exists()] == []
