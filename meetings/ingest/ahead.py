"""Many files: each read in a child process of its own, several at a time, and handed over in their order."""

from __future__ import annotations

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from meetings.ingest.pipeline import read_file
from meetings.parsing.reading import Reading

MOST_JOBS = 64
_AHEAD = 4  # files a job that may be read before their turn: one that takes long does not stop the others


def usual_jobs() -> int:
    """As many as there are processors for this process, at most 4: each job may take `READING_MEMORY_MB`."""
    return min(4, len(os.sched_getaffinity(0)))


def read_ahead(
    paths: Iterable[Path],
    *,
    jobs: int,
    date: dt.date | None = None,
    wanted: Callable[[Path], bool] | None = None,
) -> Generator[tuple[Path, Callable[[], Reading]], None, None]:
    """Each path in its turn, with the call that gives its reading or raises what `read_file` raised.

    ``date`` is that of `read_file`. A path that is not ``wanted`` is not read ahead, only if its reading is called for
    after all. ``wanted`` is asked in the caller's thread: no other needs the rows. Closing the generator ends what is
    under way, and the child processes.
    """
    stop = os.eventfd(0, os.EFD_CLOEXEC)
    readers = ThreadPoolExecutor(jobs, thread_name_prefix="read")
    ahead: deque[tuple[Path, Callable[[], Reading]]] = deque()
    try:
        for path in paths:
            read = partial(read_file, path, date=date, stop=stop)
            ahead.append((path, readers.submit(read).result if wanted is None or wanted(path) else read))
            if len(ahead) > jobs * _AHEAD:
                yield ahead.popleft()
        while ahead:
            yield ahead.popleft()
    finally:
        os.eventfd_write(stop, 1)
        readers.shutdown(cancel_futures=True)
        os.close(stop)
