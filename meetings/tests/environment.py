"""The environment variables that the settings read, as they stand in the settings' own text."""

import os
import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_READ = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"")


def variables() -> set[str]:
    """Their names."""
    return set(_READ.findall((PROJECT / "minutes_portal" / "settings.py").read_text()))


def bare_environment(**chosen: str) -> dict[str, str]:
    """This process's environment without them and without Django's own, but for those chosen."""
    told = variables()
    kept = {name: value for name, value in os.environ.items() if name not in told and not name.startswith("DJANGO_")}
    return kept | chosen
