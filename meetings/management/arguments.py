"""Arguments that several commands take."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError

from meetings.ingest.ahead import MOST_JOBS, usual_jobs


def add_jobs(parser: ArgumentParser) -> None:
    """``--jobs N``: how many files are read at a time."""
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=usual_jobs(),
        metavar="N",
        help="read so many files at a time, each in a process of its own (here %(default)s unless told)",
    )


def day(words: str) -> dt.date:
    """A day as ``YYYY-MM-DD``."""
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise ArgumentTypeError(f"a day like 2024-03-12 is wanted, not “{words}”") from None


def _jobs(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= MOST_JOBS:
        raise ArgumentTypeError(f"a number from 1 to {MOST_JOBS} is wanted, not “{words}”")
    return int(words)
