"""Does the index hold what the public may see, all of it and nothing else, and can all of it be read?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from meetings.models import Meeting
from meetings.search import indexer
from meetings.search.errors import SearchUnavailable
from meetings.search.index import configured_index
from meetings.search_indexes import ItemIndex

CHUNK = 500
"""Rows that are read at a time."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with the index; the tuples hold primary keys of items."""

    damage: str = ""
    """Why it cannot be read."""
    absent: tuple[int, ...] = ()
    """Public, and not in the index."""
    outdated: tuple[int, ...] = ()
    """In the index as they were before."""
    excess: tuple[int, ...] = ()
    """In the index, and not public."""
    doubled: tuple[int, ...] = ()
    checked: int = 0
    """Items that are public."""

    @property
    def faults(self) -> list[str]:
        """Each kind of fault in words; none where the index is sound."""
        said = [
            f"{len(items)} {'item' if len(items) == 1 else 'items'} {what}"
            for items, what in (
                (self.absent, "missing from the index"),
                (self.outdated, "in the index as they were before"),
                (self.excess, "in the index though not public"),
                (self.doubled, "twice in the index"),
            )
            if items
        ]
        return [self.damage, *said] if self.damage else said


def check() -> Findings:
    """Compare rows and index both ways, reading all of either. What the index has yet to follow is a fault, too."""
    index = configured_index()
    try:
        documents = index.fingerprints()
    except SearchUnavailable as error:
        return Findings(damage=str(error))
    held = dict(documents)
    public = ItemIndex().index_queryset().order_by("pk")
    absent, outdated, checked = [], [], set()
    for item in public.iterator(chunk_size=CHUNK):
        checked.add(item.pk)
        if item.pk not in held:
            absent.append(item.pk)
        elif held[item.pk] != index.fingerprint(item):
            outdated.append(item.pk)
    return Findings(
        absent=tuple(absent),
        outdated=tuple(outdated),
        excess=tuple(sorted(held.keys() - checked)),
        doubled=tuple(sorted(key for key, count in Counter(key for key, _ in documents).items() if count > 1)),
        checked=len(checked),
    )


def repair(findings: Findings) -> None:
    """Mend what was found: by writing the meetings concerned, or, where that cannot help, all of them.

    Raises IndexBusy and SearchUnavailable.
    """
    if findings.damage or findings.excess or findings.doubled:
        indexer.rebuild()
    elif findings.faults:
        concerned = Meeting.objects.filter(items__in=[*findings.absent, *findings.outdated])
        Meeting.objects.filter(pk__in=concerned, index_due_since=None).update(index_due_since=timezone.now())
        indexer.catch_up()
