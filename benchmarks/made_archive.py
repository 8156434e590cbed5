"""A throw-away archive to search in: the sample minutes, and plausible minutes of two invented councils in any number.

To be imported before Django is set up: ``open_archive`` does that, with a database and an index of its own.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import django

PROJECT = Path(__file__).resolve().parents[1]
SEED = 7
FIRST_DAY = dt.date(2009, 1, 10)
YEARS = 16
ITEMS_A_MEETING = 11
BATCH = 500


def _listed(words: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()).split(", "))


COMMITTEES = {
    "Sallowby Borough Council": ("Cabinet", "Planning Committee", "Environment Committee", "Licensing Committee",
                                 "Audit Committee", "Housing Committee"),
    "Upper Tarn Town Council": ("Cabinet", "Amenities Committee", "Allotments Committee", "Finance Committee"),
}  # fmt: skip
ROUTINE = (
    ("Apologies for absence", "Apologies were received from Councillors {person} and {person}."),
    ("Declarations of interest", "Councillor {person} declared an interest in the business on {thing} at {place}."),
    (
        "Minutes of the previous meeting",
        "The minutes were confirmed. It was noted that {thing} at {place} was in hand.",
    ),
    ("Date of next meeting", "The next meeting will be held on {month} {number}."),
)
_FIRST = _listed(
    """
    Alder, Ash, Back, Barley, Beacon, Birch, Bridge, Brook, Canal, Castle, Cedar, Chapel, Church, Cliff, Copper,
    Crane, Dale, Dove, Drift, East, Elm, Ferry, Field, Forge, Fox, Friar, Gallow, Garth, Glebe, Gorse, Green,
    Harbour, Hazel, Heron, High, Hollow, Holm, Ivy, Kiln, King, Larch, Linden, Long, Maple, Market, Mead, Mill,
    Moor, Mount, North, Oak, Orchard, Otter, Park, Pear, Pond, Quarry, Queen, Raven, Ridge, River, Rook, Rope,
    Sand, School, Sedge, Silver, South, Spring, Station, Swan, Tanner, Temple, Thorn, Tower, Vale, Walnut,
    Water, Weaver, West, Willow, Wind, Wood, Wren, Yew
    """
)
_SECOND = _listed(
    """
    Street, Road, Lane, Avenue, Close, Green, Row, Square, Hill, Terrace, Walk, Yard, Way, Bank
    """
)
_SURNAMES = _listed(
    """
    Ashdown, Bellweather, Carrow, Dunmore, Eastlake, Fennimore, Garside, Hallowell, Inchbold, Jessop, Kettering,
    Lorimer, Marchbank, Netherfield, Oakshott, Penhallow, Quayle, Ravensworth, Stanforth, Thistlewood, Underhay,
    Vickery, Wainwright, Yardley
    """
)
_THINGS = _listed(
    """
    library, swimming pool, car park, footbridge, allotments, playground, bandstand, bus shelter, cemetery,
    cycle path, depot, flood wall, street lighting, market hall, museum, park, public toilets, recycling centre,
    school crossing, sea wall, skate park, sports hall, theatre, town hall, war memorial, youth club, community
    centre, day nursery, taxi rank, weighbridge, boating lake, bowling green, hostel, crematorium, culvert,
    drinking fountain, garages, nature reserve, pavilion, pedestrian subway
    """
)
_ASPECTS = _listed(
    """
    repair, closure, opening hours, lease, sale, extension, charges, inspection, business case, planning
    application, consultation, grant, insurance, demolition, refurbishment, drainage, security, maintenance
    contract, petition, naming, accessibility, heating, roof, budget, annual report, transfer to a trust,
    parking restrictions, tree preservation, licence, events programme
    """
)
_MATTERS = _listed(
    """
    the cost of scaffolding, noise after midnight, a shortage of volunteers, the colour of the railings,
    Japanese knotweed, rising insurance premiums, the age of the boiler, dogs off the lead, wheelchair access,
    the loss of a chestnut tree, asbestos in the ceiling, a leaking gutter, speeding lorries, vandalism in the
    summer holidays, the state of the pavement, a gap in the accounts, late deliveries of gravel, bats in the
    loft, broken benches, the width of the entrance, an overgrown hedge, complaints about smoke, the tender of a
    local firm, a delay to the survey, unpaid rents, the new timetable, water in the cellar, missing signs,
    stray shopping trolleys, an archaeological find, the view from the churchyard, electric charging points, a
    burst main, cracked tiles
    """
)
_OFFICERS = _listed(
    """
    Head of Parks, Borough Surveyor, Treasurer, Town Clerk, Monitoring Officer, Director of Housing, Highways
    Engineer, Conservation Officer, Licensing Manager, Head of Leisure, Chief Planner, Solicitor
    """
)
_MONTHS = _listed(
    """
    January, February, March, April, May, June, July, August, September, October, November, December
    """
)
_OF_THIS = (
    "The {officer} introduced the report on the {aspect} of the {thing} at {place}.",
    "Members had visited the {thing} in {month} and were concerned about {matter}.",
    "Councillor {person} said that people in {place} had waited {number} years for the {aspect}.",
    "The estimate for the {thing} was £{sum}, of which £{sum} would come from reserves.",
    "In reply to Councillor {person}, the {officer} explained that {matter} had been looked into.",
    "A letter from {person} and {number} other residents of {place} was read.",
)
_ASIDE = (
    "It was recalled that the {aspect_other} of the {thing_other} at {place_other} had met with {matter}.",
    "Councillor {person} compared this with the {thing_other} in {place_other}.",
    "The Chair asked that {matter} be reported to the next meeting.",
    "The {officer} would write to {person} about {matter} before the end of {month}.",
    "Concern was expressed about {matter} near {place_other}.",
    "Councillor {person} left the meeting during the discussion and took no part in the vote.",
    "The committee noted that £{sum} remained in the budget for the {thing_other}.",
    "Three tenders had come in, the lowest at £{sum}; {matter} had been taken into account.",
    "The consultation had brought {number} replies, most of them in favour of the {aspect_other}.",
)
_DECISIONS = (
    "That the {aspect} of the {thing} at {place} be approved at a cost not exceeding £{sum}.",
    "That the {officer} report on {matter} by {month}.",
    "That the {thing} at {place} be closed until the {aspect} is complete.",
    "That the tender of {person} and Sons for the {aspect} be accepted.",
    "That consideration of the {aspect} be deferred, and that residents of {place} be written to.",
)
_TITLES = ("{Thing} at {place}: {aspect}", "{place} {thing} – {aspect}", "{Aspect} of the {thing}, {place}")


@dataclass
class Words:
    """What one item is about; each look-up of another word is a new draw."""

    random: Random
    own: dict[str, str] = field(default_factory=dict)

    def fill(self, pattern: str) -> str:
        return pattern.format_map(_Drawn(self))

    def drawn(self, name: str) -> str:
        chance = self.random
        match name:
            case "place" | "place_other":
                return f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}"
            case "thing" | "thing_other":
                return _often_the_first(chance, _THINGS)
            case "aspect" | "aspect_other":
                return _often_the_first(chance, _ASPECTS)
            case "person":
                return f"{chance.choice(_FIRST)} {chance.choice(_SURNAMES)}"
            case "sum":
                return f"{chance.randrange(400, 900_000):,}"
            case "number":
                return str(chance.randrange(2, 28))
        return chance.choice({"matter": _MATTERS, "officer": _OFFICERS, "month": _MONTHS}[name])


class _Drawn(dict[str, str]):
    """What the patterns above are filled with."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, name: str) -> str:
        known = self._words.own.get(name.lower())
        value = known if known is not None else self._words.drawn(name.lower())
        return value.capitalize() if name[0].isupper() else value


def _often_the_first(chance: Random, words: tuple[str, ...]) -> str:
    """Some subjects are common and most are rare, as in real minutes."""
    return words[min(int(chance.paretovariate(0.7)) - 1, chance.randrange(len(words)))]


@contextmanager
def open_archive(items: int, *, samples: bool = True, seed: int = SEED) -> Iterator[None]:
    """Django, set up over an archive of the sample minutes and so many made items, indexed; gone at the end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        os.environ |= {
            "VAR_DIR": scratch,
            "DJANGO_SETTINGS_MODULE": "minutes_portal.settings",
            "LOG_LEVEL": "ERROR",
        }
        django.setup()
        from django.core.management import call_command

        from meetings.search import indexer

        call_command("migrate", verbosity=0)
        with indexer.deferred():
            if samples:
                samples_of_project = sorted((PROJECT / "meetings/samples").glob("*.txt"))
                call_command("ingest_minutes", *samples_of_project, publish=True, stdout=io.StringIO())
            store(items, Random(seed))  # noqa: S311 -- the same archive at each run is what is wanted
        yield


def store(items: int, chance: Random) -> None:
    """Published meetings of some ten items each, until there are so many items."""
    from django.utils import timezone

    from meetings.models import Committee, Council, Item, Meeting, Resolution
    from meetings.models.addresses import free_slug

    now = timezone.now()
    committees = [
        Committee.objects.create(
            council=Council.objects.get_or_create(name=council, slug=free_slug(council))[0],
            name=name,
            slug=free_slug(name),
        )
        for council, names in COMMITTEES.items()
        for name in names
    ]
    standing = [_subject(chance) for _ in range(max(20, items // 8))]
    left, day = items, dt.datetime.combine(FIRST_DAY, dt.time(), dt.UTC)
    between = YEARS * 365 * ITEMS_A_MEETING / items
    while left > 0:
        rows: list[Item] = []
        decisions: list[Resolution] = []
        while left > 0 and len(rows) < BATCH:
            day += dt.timedelta(days=chance.uniform(0, 2 * between))
            committee = chance.choice(committees)
            meeting = Meeting.objects.create(
                committee=committee,
                date=day.date(),
                sequence=committee.meetings.filter(date=day.date()).count() + 1,
                published_at=now,
                index_due_since=now,
            )
            agenda = [*_routine(chance), *(_business(chance, standing) for _ in range(chance.randrange(4, 11)))]
            for place, (title, text, resolutions, routine) in enumerate(agenda[:left]):
                number = str(place + 1)
                item = Item(
                    meeting=meeting, position=place, number=number, slug=number, title=title, text=text, routine=routine
                )
                rows.append(item)
                decisions += [
                    Resolution(item=item, position=at, number=at + 1, text=words)
                    for at, words in enumerate(resolutions)
                ]
            left -= len(agenda[:left])
        Item.objects.bulk_create(rows)
        Resolution.objects.bulk_create(decisions)


def _subject(chance: Random) -> dict[str, str]:
    words = Words(chance)
    return {name: words.drawn(name) for name in ("thing", "place", "aspect")} | {"form": chance.choice(_TITLES)}


Agendum = tuple[str, str, list[str], bool]
"""Title, text, resolutions, and whether it is routine."""


def _routine(chance: Random) -> list[Agendum]:
    words = Words(chance)
    return [(title, words.fill(text), [], True) for title, text in ROUTINE]


def _business(chance: Random, standing: list[dict[str, str]]) -> Agendum:
    """One item; every other comes back to what an earlier one was about."""
    about = chance.choice(standing) if chance.random() < 0.5 else _subject(chance)
    words = Words(chance, about)
    title = words.fill(about["form"])
    said = [
        words.fill(chance.choice(_OF_THIS if chance.random() < 0.45 else _ASIDE))
        for _ in range(chance.randrange(4, 15))
    ]
    resolutions = [words.fill(chance.choice(_DECISIONS)) for _ in range(chance.choice((0, 1, 1, 2)))]
    paragraphs = [" ".join(said[start : start + 3]) for start in range(0, len(said), 3)]
    return title, "\n\n".join([*paragraphs, *(f"Resolved: {words}" for words in resolutions)]), resolutions, False
