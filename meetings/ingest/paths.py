"""Which files a command line names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def minutes_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among ``paths`` as they come, and those of the folders among them, sorted; hidden ones are passed over.

    A path that does not exist comes out as it is: reading it says so, in its turn.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file
                for file in path.rglob("*")
                if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
            )
        else:
            yield path


def shown(path: Path) -> str:
    """A path as text that can be printed and stored: names on a disk need not be UTF-8."""
    return os.fsencode(path).decode("utf-8", errors="replace")
