"""Real minutes, where they lie beside the checkout: the hand-made answers are met, and no file crashes the parser."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from meetings.parsing import MinutesError, extract_text, parse_minutes

READ_IN_FULL = ("lancashire-*.txt", "exempt-*.txt", "exempt-*.md")
GOOD_SCORE = 0.99


def parsed_line(path: Path) -> str:
    minutes = parse_minutes(extract_text(path.read_bytes(), path.name).text)
    return json.dumps({"source": path.name, **minutes.to_dict()})


def score(shared: Path, path: Path) -> float:
    fidelity = shared / "fidelity"
    command = [sys.executable, fidelity / "score.py", fidelity / "gold", "-", "--only", path.name, "--json"]
    ran = subprocess.run(command, input=parsed_line(path), capture_output=True, text=True, check=True, timeout=60)
    return float(json.loads(ran.stdout)["total"])


def test_the_seed_is_read_as_by_hand(shared: Path) -> None:
    [seed] = (shared / "seed").glob("*.txt")
    assert score(shared, seed) == 1.0


@pytest.mark.parametrize("pattern", READ_IN_FULL)
def test_layouts_that_are_read_in_full(shared: Path, pattern: str) -> None:
    for path in sorted((shared / "fidelity" / "sources").glob(pattern)):
        assert score(shared, path) >= GOOD_SCORE, path.name


def test_no_real_text_crashes(shared: Path) -> None:
    texts = [path for path in sorted((shared / "corpus").rglob("*")) if path.suffix in {".txt", ".md"}]
    assert texts
    for path in texts:
        with suppress(MinutesError):
            parse_minutes(extract_text(path.read_bytes(), path.name).text)
