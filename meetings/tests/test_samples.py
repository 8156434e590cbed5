"""The sample minutes that the demo ships: each is read in full, and together they make an archive without a gap."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from meetings.parsing import ParsedMinutes, extract_text, parse_minutes
from meetings.parsing.parsed import ParsedResolution

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SCRUTINY = "Environment and Highways Scrutiny Committee"


@dataclass(frozen=True)
class Sample:
    """What a person reads in one file.

    ``people`` counts the present, the apologies and those in attendance. ``numbers`` are the items',
    ``-`` for a heading without one; ``outcomes`` are those of all resolutions in the file's order.
    """

    committee: str
    date: str
    start: str
    end: str | None
    people: tuple[int, int, int]
    numbers: str
    outcomes: str
    confirms: str
    next_meeting: str
    restricted: str = ""
    draft: bool = False

    @property
    def file_name(self) -> str:
        return f"{self.committee.lower().replace(' ', '-')}-{self.date}.txt"


READ_BY_HAND = (
    Sample(
        "Cabinet", "2023-09-20", "18:30", "19:48", (5, 1, 4),
        "1 2 3 4 5 6 7 8 9 10",
        "carried carried deferred carried carried noted",
        confirms="2023-06-28", next_meeting="2023-12-06",
    ),
    Sample(
        "Cabinet", "2023-12-06", "18:30", "20:20", (6, 0, 5),
        "1 2 3 4 5 6 7 8 9 10 11",
        "carried carried carried carried carried carried carried",
        confirms="2023-09-20", next_meeting="2024-02-07", restricted="11",
    ),
    Sample(
        "Cabinet", "2024-02-07", "18:30", None, (5, 1, 4),
        "1 2 3 - - 4 - 5 6 - 7 8 9",
        "carried carried carried carried carried",
        confirms="2023-12-06", next_meeting="2024-06-19",
    ),
    Sample(
        "Cabinet", "2024-06-19", "18:30", "19:35", (5, 1, 4),
        "1 2 3 4 5 6 7 8 9",
        "carried carried deferred carried noted",
        confirms="2024-02-07", next_meeting="2024-10-09",
    ),
    Sample(
        "Cabinet", "2024-10-09", "18:30", "20:05", (6, 0, 5),
        "1 2 3 4 5 6 7 8 9",
        "carried carried lost carried carried",
        confirms="2024-06-19", next_meeting="2025-02-12",
    ),
    Sample(
        "Cabinet", "2025-02-12", "18:30", "21:12", (6, 0, 4),
        "1 2 3 4 5 6 7 8 9",
        "carried lost carried carried carried carried",
        confirms="2024-10-09", next_meeting="2025-06-11",
    ),
    Sample(
        "Cabinet", "2025-06-11", "18:30", None, (5, 1, 4),
        "1 2 3 4 a b 5 a b 6 7 8",
        "carried carried carried carried deferred noted",
        confirms="2025-02-12", next_meeting="2025-09-17",
    ),
    Sample(
        "Cabinet", "2025-09-17", "18:30", "19:40", (5, 1, 4),
        "1 2 3 4 5 6 7 8 9 10",
        "carried carried carried noted carried",
        confirms="2025-06-11", next_meeting="2025-12-10", draft=True,
    ),
    Sample(
        "Planning Committee", "2024-03-12", "18:00", "19:56", (6, 1, 3),
        "1 2 3 4 a b c 5 6 7",
        "carried carried deferred carried carried",
        confirms="2023-12-12", next_meeting="2024-06-11",
    ),
    Sample(
        "Planning Committee", "2024-06-11", "18:00", None, (6, 0, 3),
        "1 2 3 4 a b c 5 6 7",
        "carried lost carried carried carried carried noted",
        confirms="2024-03-12", next_meeting="2024-09-10",
    ),
    Sample(
        "Planning Committee", "2024-09-10", "18:00", "20:22", (5, 2, 4),
        "1 2 3 4 5 6 7 8",
        "carried lost carried carried carried carried",
        confirms="2024-06-11", next_meeting="2024-12-03",
    ),
    Sample(
        "Planning Committee", "2024-12-03", "18:00", None, (6, 0, 2),
        "1 2 3 4 5 6 7 8",
        "carried carried carried deferred carried",
        confirms="2024-09-10", next_meeting="2025-03-04",
    ),
    Sample(
        "Planning Committee", "2025-03-04", "18:00", "19:34", (5, 1, 3),
        "1 2 3 - - 4 5 6 - 7 8 9",
        "carried carried carried carried carried",
        confirms="2024-12-03", next_meeting="2025-06-03",
    ),
    Sample(
        SCRUTINY, "2023-11-09", "19:00", "20:51", (7, 0, 4),
        "27 28 29 30 31 32 33 34",
        "carried carried lost carried carried",
        confirms="2023-09-14", next_meeting="2024-03-14",
    ),
    Sample(
        SCRUTINY, "2024-03-14", "19:00", "21:04", (7, 1, 5),
        "35 36 37 38 39 40 41 42 43",
        "carried carried carried deferred carried",
        confirms="2023-11-09", next_meeting="2024-07-18",
    ),
    Sample(
        SCRUTINY, "2024-07-18", "19:00", "20:26", (6, 1, 4),
        "1 2 3 4 5 6 7 8",
        "carried carried carried carried",
        confirms="2024-03-14", next_meeting="2024-11-21",
    ),
    Sample(
        SCRUTINY, "2024-11-21", "19:00", "20:47", (6, 1, 4),
        "9 10 11 12 13 14 15 16 17 18",
        "carried carried carried carried carried carried",
        confirms="2024-07-18", next_meeting="2025-03-20", restricted="18",
    ),
    Sample(
        "Council", "2024-02-28", "19:00", "21:40", (15, 2, 3),
        "81/24 82/24 83/24 84/24 85/24 86/24 87/24 a b 88/24 89/24 90/24",
        "carried noted carried lost carried carried",
        confirms="2023-12-13", next_meeting="2024-05-15",
    ),
    Sample(
        "Council", "2024-05-15", "19:00", None, (16, 1, 2),
        "91/24 92/24 93/24 94/24 95/24 96/24 97/24 a b 98/24 99/24 100/24",
        "carried carried carried carried carried carried",
        confirms="2024-02-28", next_meeting="2024-07-24",
    ),
    Sample(
        "Council", "2024-07-24", "19:00", "20:58", (15, 2, 3),
        "101/24 102/24 103/24 104/24 105/24 a b 106/24 107/24 108/24 109/24",
        "carried carried lost lost carried noted",
        confirms="2024-05-15", next_meeting="2024-10-16",
    ),
)  # fmt: skip


def read(file_name: str) -> ParsedMinutes:
    path = SAMPLES / file_name
    return parse_minutes(extract_text(path.read_bytes(), path.name).text)


def counted(motion: ParsedResolution) -> tuple[int | None, int | None, int | None] | str | None:
    """For, against and abstentions as printed, or ``unanimous``."""
    if motion.votes is None:
        return None
    if motion.votes.unanimous:
        return "unanimous"
    return motion.votes.in_favour, motion.votes.against, motion.votes.abstain


@pytest.fixture(scope="module")
def archive() -> dict[str, list[ParsedMinutes]]:
    """The meetings of each committee by date."""
    meetings = defaultdict(list)
    for path in sorted(SAMPLES.glob("*.txt")):
        minutes = read(path.name)
        meetings[str(minutes.committee)].append(minutes)
    return {committee: sorted(group, key=lambda minutes: minutes.date) for committee, group in meetings.items()}


def test_every_sample_is_in_the_table() -> None:
    assert sorted(path.name for path in SAMPLES.glob("*.txt")) == sorted(sample.file_name for sample in READ_BY_HAND)


@pytest.mark.parametrize("sample", READ_BY_HAND, ids=lambda sample: sample.file_name)
def test_a_sample_reads_as_a_person_reads_it(sample: Sample) -> None:
    minutes = read(sample.file_name)
    presences = Counter(person.presence for person in minutes.people)
    decisions = [resolution for item in minutes.items for resolution in item.resolutions]
    upcoming = minutes.next_meeting

    assert minutes.council == "Harrowmere Borough Council"
    assert minutes.committee == sample.committee
    assert minutes.date.isoformat() == sample.date
    assert minutes.start_time == dt.time.fromisoformat(sample.start)
    assert minutes.end_time == (sample.end and dt.time.fromisoformat(sample.end))
    assert minutes.venue is not None
    assert minutes.venue.endswith("Town Hall, Harrowmere")
    assert minutes.status == ("draft" if sample.draft else None)
    assert (presences["present"], presences["apologies"], presences["in_attendance"]) == sample.people
    assert presences["absent"] == 0
    assert " ".join(item.number or "-" for item in minutes.items) == sample.numbers
    assert " ".join(decision.outcome for decision in decisions) == sample.outcomes
    assert " ".join(str(item.number) for item in minutes.items if item.restricted) == sample.restricted
    assert [confirmed.date.isoformat() for confirmed in minutes.confirms] == [sample.confirms]
    assert upcoming is not None
    assert upcoming.date is not None
    assert upcoming.date.isoformat() == sample.next_meeting


@pytest.mark.parametrize("sample", READ_BY_HAND, ids=lambda sample: sample.file_name)
def test_nothing_of_a_sample_is_left_over_or_doubtful(sample: Sample) -> None:
    minutes = read(sample.file_name)
    assert minutes.unplaced == ()
    assert minutes.notes == ()


def test_the_samples_are_an_archive_of_two_years(archive: dict[str, list[ParsedMinutes]]) -> None:
    days = [minutes.date for group in archive.values() for minutes in group]
    assert set(archive) == {"Cabinet", "Planning Committee", SCRUTINY, "Council"}
    assert len(days) == len(set(days)) == 20
    assert {day.year for day in days} == {2023, 2024, 2025}
    assert (max(days) - min(days)).days > 700


def test_each_meeting_confirms_the_one_before_and_names_the_one_after(archive: dict[str, list[ParsedMinutes]]) -> None:
    for group in archive.values():
        for earlier, later in pairwise(group):
            assert [confirmed.date for confirmed in later.confirms] == [earlier.date]
            assert earlier.next_meeting is not None
            assert earlier.next_meeting.date == later.date


def test_every_printed_weekday_is_that_of_its_date() -> None:
    printed = re.compile(r"\b(\w+day),? (\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+),? (20\d\d)\b")
    for path in SAMPLES.glob("*.txt"):
        days = printed.findall(" ".join(path.read_text(encoding="utf-8").split()))
        assert len(days) >= 2, path.name  # its own and that of the next meeting
        for weekday, day, month, year in days:
            date = dt.datetime.strptime(f"{day} {month} {year}", "%d %B %Y").replace(tzinfo=dt.UTC)
            assert date.strftime("%A") == weekday, f"{path.name}: {weekday} {day} {month} {year}"


def test_the_people_are_a_steady_set(archive: dict[str, list[ParsedMinutes]]) -> None:
    members = Counter(
        person.name
        for group in archive.values()
        for minutes in group
        for person in minutes.people
        if person.presence in ("present", "apologies")
    )
    assert len(members) == 17
    assert min(members.values()) >= 3
    assert members["Zoë Quennell"] == 8 + 3  # every meeting of the Cabinet and of the Council


def test_the_budget_of_2024_has_a_recorded_vote_and_an_amendment_lost() -> None:
    minutes = read("council-2024-02-28.txt")
    (budget,) = (item for item in minutes.items if item.number == "88/24")
    amendment, motion = budget.resolutions

    assert (amendment.mover, amendment.seconder, amendment.outcome) == ("Wragglesby", "Skelhorne", "lost")
    assert amendment.votes is not None
    assert (amendment.votes.in_favour, amendment.votes.against) == (6, 9)

    assert (motion.mover, motion.seconder, motion.outcome) == ("Tarrowby", "Threlby", "carried")
    assert motion.votes is not None
    assert (motion.votes.in_favour, motion.votes.against, motion.votes.abstain) == (9, 4, 2)
    assert Counter(cast.vote for cast in motion.recorded) == {"for": 9, "against": 4, "abstain": 2}
    assert [cast.name for cast in motion.recorded if cast.vote == "abstain"] == ["Oswin Crake", "Renée Stallibrass"]
    assert motion.text.startswith("That\n\n(a) the revenue budget of £21.46 million")
    assert motion.text.endswith("(d) £180,000 be taken from the general reserve.")


@pytest.mark.parametrize(
    ("file_name", "title", "motions"),
    [
        (
            "cabinet-2023-09-20.txt",
            "Quillgate Library – Outline Business Case",
            [("Gwilym Harcastle", "Zoë Quennell", "carried", None)],
        ),
        ("cabinet-2023-09-20.txt", "Tarle Flood Wall", [("Zoë Quennell", "Idris Pennoyer", "carried", "unanimous")]),
        ("cabinet-2023-12-06.txt", "Millrace", [("Idris Pennoyer", "Zoë Quennell", "carried", (5, None, 1))]),
        (
            "cabinet-2023-12-06.txt",
            "Quillgate Library – Award",
            [("Gwilym Harcastle", "Ngozi Tarrowby", "carried", "unanimous")],
        ),
        (
            "cabinet-2024-10-09.txt",
            "Allotment Rents",
            [
                ("Ngozi Tarrowby", "Yusuf Wintersgill", "lost", (2, 3, None)),
                ("Rosalind Threlby", "Idris Pennoyer", "carried", (3, 2, None)),
            ],
        ),
        (
            "cabinet-2025-06-11.txt",
            "Tenterfield Swimming Pool",
            [("Gwilym Harcastle", "Ngozi Tarrowby", "carried", "unanimous")],
        ),
        (
            "cabinet-2025-06-11.txt",
            "Bridge Street Market",
            [("Yusuf Wintersgill", "Zoë Quennell", "carried", (4, 1, None))],
        ),
        (
            "planning-committee-2024-06-11.txt",
            "23/01377/OUT",
            [
                ("Jukes-Tate", "Balderstone", "lost", (2, 3, None)),
                ("Lathwell", "Ottershaw", "carried", (3, 2, None)),
            ],
        ),
        # proposed by an officer, who moves nothing
        ("planning-committee-2024-06-11.txt", "Public Speaking", [(None, None, "carried", None)]),
        # a motion without a seconder, which was not put
        ("planning-committee-2025-03-04.txt", "25/00011/FUL", [(None, None, "carried", None)]),
        (
            "environment-and-highways-scrutiny-committee-2023-11-09.txt",
            "Petition – School crossing",
            [("Lathwell", "Stallibrass", "carried", "unanimous")],
        ),
        (
            "environment-and-highways-scrutiny-committee-2023-11-09.txt",
            "Low-traffic neighbourhood",
            [
                ("Dunmallet", "Crake", "lost", (2, 5, None)),
                ("Stallibrass", "Skelhorne", "carried", (5, 2, None)),
            ],
        ),
        (
            "council-2024-07-24.txt",
            "Motion on Notice – Low-Traffic Neighbourhood",
            [("Wragglesby", "Skelhorne", "lost", (4, 10, 1))],
        ),
    ],
)
def test_motions_have_their_movers_and_votes(file_name: str, title: str, motions: list[object]) -> None:
    (item,) = (item for item in read(file_name).items if item.title.startswith(title))
    assert [(motion.mover, motion.seconder, motion.outcome, counted(motion)) for motion in item.resolutions] == motions


def test_sub_items_belong_to_the_item_above() -> None:
    minutes = read("cabinet-2025-06-11.txt")
    parents = {item.title: minutes.items[item.parent].number for item in minutes.items if item.parent is not None}
    assert parents == {
        "Quillgate Library – First Three Months": "4",
        "Tenterfield Swimming Pool – Transfer to a Community Trust": "4",
        "Bridge Street Market – Permanent Arrangements": "5",
        "Electric Vehicle Charging Points": "5",
    }


@pytest.mark.parametrize(
    ("file_name", "restricted_title"),
    [
        ("cabinet-2023-12-06.txt", "Quillgate Library – Award of the Refurbishment Contract"),
        (
            "environment-and-highways-scrutiny-committee-2024-11-21.txt",
            "Highway maintenance contract – Claim by the contractor",
        ),
    ],
)
def test_an_exempt_item_follows_the_exclusion_of_the_public(file_name: str, restricted_title: str) -> None:
    *_, exclusion, exempt = read(file_name).items
    assert exclusion.title.lower().startswith("exclusion of")
    assert not exclusion.restricted
    assert exempt.restricted
    assert exempt.title == restricted_title
