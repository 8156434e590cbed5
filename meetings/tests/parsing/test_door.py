"""Parsing stands alone: it loads no Django and does not look at the clock."""

from __future__ import annotations

import re
import subprocess
import sys

from meetings.tests.environment import PROJECT


def test_parsing_loads_no_django() -> None:
    program = "import sys, meetings.parsing.__main__; print(sorted({name.split('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, env={}, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(ran.stdout.strip("[]\n").replace("'", "").split(", "))
    assert "meetings" in loaded
    assert not loaded & {"django", "haystack", "whoosh", "psycopg2", "environ"}


def test_every_code_is_explained() -> None:
    explained = set(re.findall(r"`([a-z0-9_]+)`", (PROJECT / "docs" / "reading.md").read_text(encoding="utf-8")))
    sources = [*(PROJECT / "meetings" / "parsing").rglob("*.py"), *(PROJECT / "meetings" / "ingest").rglob("*.py")]
    used: set[str] = set()
    for source in sources:
        text = source.read_text(encoding="utf-8")
        used.update(
            re.findall(r"\bcode(?:: str)? ?= ?\"([a-z0-9_]+)\"", text), re.findall(r"\bNote\(\s*\"(\w+)\"", text)
        )
    assert len(used) > 25
    assert used - explained == {"unreadable", "damaged_file"}  # what the classes have before a code is given
