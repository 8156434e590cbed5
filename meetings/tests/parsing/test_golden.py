"""Whole minutes, read: ``source.*`` → ``text.txt`` → ``expected.json``, each reviewed by eye before it was kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from meetings.parsing import ParsedMinutes, extract_text, parse_minutes

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def kept(path: Path, found: str) -> str:
    """The file's content; a missing one is written for review, and the test fails."""
    if not path.exists():
        path.write_text(found, encoding="utf-8")
        pytest.fail(f"{path.name} was missing and has been written: review it")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_golden_source_is_extracted_as_reviewed(case: str) -> None:
    [source] = (GOLDEN / case).glob("source.*")
    text = extract_text(source.read_bytes(), source.name).text
    assert text == kept(GOLDEN / case / "text.txt", text)


@pytest.mark.parametrize("case", CASES)
def test_a_golden_text_is_parsed_as_reviewed(case: str) -> None:
    found = parse_minutes((GOLDEN / case / "text.txt").read_text(encoding="utf-8")).to_dict()
    expected: dict[str, Any] = json.loads(
        kept(GOLDEN / case / "expected.json", json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    )
    assert found == expected


@pytest.mark.parametrize("case", CASES)
def test_parsed_minutes_come_back_from_their_json(case: str) -> None:
    minutes = parse_minutes((GOLDEN / case / "text.txt").read_text(encoding="utf-8"))
    assert ParsedMinutes.from_dict(json.loads(json.dumps(minutes.to_dict()))) == minutes
