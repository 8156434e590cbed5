"""A process of its own that publishes and indexes, run as a module on the archive that ``VAR_DIR`` names.

``publish FIRST COUNT [KILLED_AT]`` publishes meetings and lets the index follow each; ``catch-up`` lets it follow what
is marked; ``compare`` prints what the rows, the index and a search hold.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402
from whoosh import index as whoosh_index  # noqa: E402

from meetings.models import Item, Meeting  # noqa: E402
from meetings.search import indexer  # noqa: E402
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
        case ["compare"]:
            print(json.dumps(compare()))
