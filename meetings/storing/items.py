"""Items of a reading onto the rows of a meeting, so that an item keeps its address from one reading to the next."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.text import slugify

from meetings.correcting.matching import like_words, match_items, plain
from meetings.models import Item, Meeting, Resolution, RetiredItemAddress, Vote
from meetings.models.addresses import SLUG_LENGTH, free_slug
from meetings.parsing.parsed import ParsedItem, ParsedResolution
from meetings.storing.people import PeopleOfMeeting


def store_items(meeting: Meeting, items: Sequence[ParsedItem], people: PeopleOfMeeting) -> None:
    """Make the meeting's items those of the reading.

    A row is kept for the item that continues it (see `match_items`), with its address. The address of an item that
    nothing continues is retired and leads to the meeting. A part of a restricted item is restricted. Where no address
    was ever public, none is kept: the minutes are first published under the numbers that they end with.
    """
    if meeting.published_at is None:
        meeting.items.all().delete()
        meeting.retired_addresses.all().delete()
    old = list(meeting.items.all())
    kept = match_items(old, items)
    staying = {row.pk for row in kept.values()}
    leaving = [row for row in old if row.pk not in staying]
    RetiredItemAddress.objects.bulk_create(
        [RetiredItemAddress(meeting=meeting, slug=row.slug, title=row.title) for row in leaving]
    )
    Item.objects.filter(pk__in=[row.pk for row in leaving]).delete()

    retired = {address.slug: address for address in meeting.retired_addresses.all()}
    taken = {row.slug for row in kept.values()} | retired.keys()
    rows: list[Item] = []
    slugs: list[str] = []
    for position, parsed in enumerate(items):
        parent = rows[parsed.parent] if parsed.parent is not None else None
        row = kept.get(position) or Item(meeting=meeting)
        if not row.slug:
            row.slug = _new_slug(parsed, slugs[parsed.parent] if parsed.parent is not None else "", taken, retired)
            taken.add(row.slug)
        slugs.append(row.slug)
        row.parent = parent
        row.position = position
        row.number = (parsed.number or "")[:60]
        row.title = parsed.title
        row.text = parsed.text
        row.restricted = parsed.restricted or (parent is not None and parent.restricted)
        row.routine = parsed.routine
        row.first_line, row.last_line = parsed.span.first, parsed.span.last
        row.save()
        rows.append(row)
        store_resolutions(row, parsed.resolutions, people)


def _new_slug(item: ParsedItem, parent_slug: str, taken: set[str], retired: dict[str, RetiredItemAddress]) -> str:
    """``4``, ``3-a`` under its parent, ``88-19`` for 88/19, ``u1`` where no number is printed; ``-2`` for a repeat.

    An item that comes back under the number and title of a retired address takes that address up again.
    """
    number = slugify((item.number or "").replace("/", "-").replace(".", "-"))[:40]
    if not number:
        return next(slug for n in range(1, len(taken) + 2) if (slug := f"u{n}") not in taken)
    within = f"{parent_slug}-{number}" if parent_slug and not _continues(number, parent_slug) else number
    wanted = within[-SLUG_LENGTH:].strip("-")
    former = retired.get(wanted)
    if former is not None and plain(former.title) == plain(item.title):
        del retired[wanted]
        former.delete()
        return wanted
    return free_slug(wanted, taken)


def _continues(number: str, parent_slug: str) -> bool:
    """Whether a part's number already holds its parent's: 4.2 under 4."""
    return number.startswith(f"{parent_slug}-")


def store_resolutions(item: Item, resolutions: Sequence[ParsedResolution], people: PeopleOfMeeting) -> None:
    """Make the item's resolutions those of the reading; one that is still there keeps its number, its address.

    The same words are the same resolution; after that, like words in the same place. A number is given once.
    """
    rows = list(item.resolutions.all())
    kept = _match_resolutions(rows, resolutions)
    staying = {row.pk for row in kept.values()}
    item.resolutions.exclude(pk__in=staying).delete()
    numbered = item.resolutions_numbered
    for position, parsed in enumerate(resolutions):
        row = kept.get(position)
        if row is None:
            numbered += 1
            row = Resolution(item=item, number=numbered)
        row.position = position
        row.text = parsed.text
        row.outcome = parsed.outcome
        row.mover_name = parsed.mover or ""
        row.seconder_name = parsed.seconder or ""
        row.mover = people.named(parsed.mover)
        row.seconder = people.named(parsed.seconder)
        tally = parsed.votes
        row.votes_for = tally.in_favour if tally else None
        row.votes_against = tally.against if tally else None
        row.abstentions = tally.abstain if tally else None
        row.unanimous = bool(tally and tally.unanimous)
        row.first_line, row.last_line = parsed.span.first, parsed.span.last
        row.save()
        row.votes.all().delete()
        Vote.objects.bulk_create(
            Vote(resolution=row, position=place, name=vote.name, person=people.named(vote.name), cast=vote.vote)
            for place, vote in enumerate(parsed.recorded)
        )
    if numbered != item.resolutions_numbered:
        item.resolutions_numbered = numbered
        item.save(update_fields=["resolutions_numbered"])


def _match_resolutions(old: Sequence[Resolution], new: Sequence[ParsedResolution]) -> dict[int, Resolution]:
    """Which row each resolution of a new reading continues, by position in the item."""
    kept: dict[int, Resolution] = {}
    left = list(old)
    for place, parsed in enumerate(new):
        same = next((row for row in left if plain(row.text) == plain(parsed.text)), None)
        if same is not None:
            kept[place] = same
            left.remove(same)
    for row in left:
        parsed_there = new[row.position] if row.position < len(new) and row.position not in kept else None
        if parsed_there is not None and like_words(row.text, parsed_there.text):
            kept[row.position] = row
    return kept
