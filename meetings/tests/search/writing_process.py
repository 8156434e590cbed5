"""A process of its own that publishes and indexes, run as a module on the archive that ``VAR_DIR`` names.

``publish FIRST COUNT [KILLED_AT]`` publishes meetings and lets the index follow each; ``catch-up`` lets it follow what
is marked; ``compare`` prints what the rows, the index and a search hold; ``kill DEED TIMES`` does a commit, a merge or
a rebuild in child processes, kills each at some moment, and prints after which ones the index was not whole.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from whoosh import index as whoosh_index  # noqa: E402

from meetings.models import Item, Meeting  # noqa: E402
from meetings.search import indexer  # noqa: E402
from meetings.search.checking import check  # noqa: E402
from meetings.search.index import Query, configured_index  # noqa: E402
from meetings.tests.builders import make_item, make_meeting  # noqa: E402
from meetings.tests.search.archive import ask  # noqa: E402


def publish(first: int, count: int) -> None:
    for number in range(first, first + count):
        meeting = make_meeting(date=f"20{number:02d}-01-01", published=False)
        for item in "123":
            make_item(meeting, item, text="A bridge.")
        now = timezone.now()
        Meeting.objects.filter(pk=meeting.pk).update(published_at=now, index_due_since=now)
        indexer.follow()


def die(*_arguments: Any, **_options: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(point: str) -> None:
    """Let this process die in its next commit: before the new contents are named, or before old files are swept up."""
    if point == "contents":
        whoosh_index.TOC.write = die
    else:
        whoosh_index.clean_files = die


def compare() -> dict[str, Any]:
    indexed = configured_index().find(Query(None, limit=10_000))
    return {
        "rows": sorted(Item.objects.published().values_list("pk", flat=True)),
        "indexed": sorted(indexed.items),
        "found": ask(q="bridge").total,
        "due": Meeting.objects.exclude(index_due_since=None).count(),
    }


DEEDS: dict[str, Callable[[], object]] = {
    "commit": indexer.catch_up,
    "merge": lambda: configured_index().merge(),
    "rebuild": indexer.rebuild,
}


def kill(deed: str, times: int) -> list[str]:
    """What was wrong after one kill or other; each deed is one that has work to do."""
    chance = random.Random(deed)
    publish(10, 12)
    duration, wrong, ended = 1.0, [], 0
    for turn in range(times):
        Meeting.objects.update(index_due_since=timezone.now() if deed == "commit" else None)
        connections.close_all()
        started = time.perf_counter()
        child = os.fork()
        if not child:
            DEEDS[deed]()
            os._exit(0)
        if turn:  # the first is let through, to learn how long it takes
            time.sleep(chance.uniform(0, duration))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        ended += turn > 0 and status == 0
        duration = duration if turn else time.perf_counter() - started
        state = compare()
        if state["indexed"] != state["rows"] or state["found"] != len(state["rows"]):
            wrong.append(f"turn {turn}: {state}")
    if ended > times // 2:
        wrong.append(f"{ended} of {times} were done before they were killed")
    indexer.catch_up()
    return [*wrong, *check().faults]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["publish", first, count]:
            publish(int(first), int(count))
        case ["publish", first, count, point]:
            publish(int(first), int(count) - 1)
            killed_at(point)
            publish(int(first) + int(count) - 1, 1)
        case ["catch-up"]:
            indexer.catch_up()
        case ["kill", deed, times]:
            print(json.dumps(kill(deed, int(times))))
        case ["compare"]:
            print(json.dumps(compare()))
