"""Deeds in any order, by a state machine: no text is lost, nothing hidden is seen through any door, corrections hold,
and the index is what the public may see."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import resolve
from django.utils import timezone
from haystack import connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from meetings.correcting import Change, Kind, place_of
from meetings.models import Correction, Meeting, Redaction, Schedule, SourceFile
from meetings.parsing import PARSER_VERSION
from meetings.parsing.parsed import Attendee, NextMeeting, ParsedMinutes, ParsedResolution, RecordedVote
from meetings.publishing import (
    as_published,
    ask_erasure,
    correct_meeting,
    erase,
    finish_erasures,
    lift_redaction,
    publish_due,
    publish_meeting,
    redact_meeting,
    revert_correction,
    schedule_publication,
    withdraw_meeting,
)
from meetings.publishing.editions import public_wording
from meetings.search import checking, indexer
from meetings.search.errors import IndexBusy
from meetings.search.index import configured_index
from meetings.storing.bodies import name_body
from meetings.storing.projection import project
from meetings.storing.readings import keep_reading, newest_version
from meetings.tests.readings import item, keep, make_minutes, make_reading
from meetings.tests.test_matrix import PUBLIC, content_of
from meetings.tests.traces import words_of_rows

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

TAGS = ("amber", "birch", "cedar")
OPEN = ("venue", "member", "officer", "signatory", "upcoming", "wording", "heading", "decision", "mover", "voter")
CLOSED = ("affair", "payment", "verdict")  # of the item that some files tell as exempt
NOTES = ("announcement", "explanation")
BASE = "/harrowmere-borough-council/amenities-committee/2024-03-12/"
SELDOM = st.integers(0, 3).map(lambda die: die == 3)
COMMITTEE, COUNCIL = BASE.rpartition("2024")[0], BASE.partition("amenities")[0]
IN_TURN = [
    *("/", "/committees/", "/calendar/", "/calendar/2024/", "/calendar/2024/03/", COUNCIL, COMMITTEE),
    *(f"{BASE}{part}" for part in ("mistake/", "items/2/", "items/1/resolutions/1/", "items/3/resolutions/1/")),
    *(f"/search/{asked}" for asked in ("?q=felled&group=meeting", "?date_from=2024&kind=resolution", "feed/?q=felled")),
    "/search/suggest/?q=aff",
]
# Public pages on which no minutes ever stand.
WITHOUT_MINUTES = {"search-help", "healthz", "robots", "login"} | {name for name in PUBLIC if "password" in name}


@dataclass(frozen=True)
class File:
    """Minutes each of whose words tells where it stands, and stands nowhere else in them."""

    life: str
    tag: str
    shut: bool

    def word(self, place: str) -> str:
        """What is told as exempt is so in each file, or a new version would take back all that was told of changes."""
        return f"{place}{self.life}{'' if place in CLOSED else self.tag}"

    def words(self, *places: str) -> set[str]:
        return set(map(self.word, places))

    @property
    def content(self) -> bytes:
        return " ".join([*sorted(self.words(*OPEN, *CLOSED)), "exempt" if self.shut else "open"]).encode()

    @property
    def minutes(self) -> ParsedMinutes:
        def decision(place: str, **facts: Any) -> ParsedResolution:
            return ParsedResolution(f"That it be {self.word(place)}.", **facts)

        voter = RecordedVote(f"Tom {self.word('voter')}", "against")
        open_decision = decision("decision", mover=f"Una {self.word('mover')}", recorded=(voter,))
        texts = [f"It is felled, {self.word(place)}." for place in ("wording", "payment")]
        items = [
            item("1", "Trees", f"{texts[0]}\n\nResolved: {open_decision.text}"),
            item("2", f"Matter of {self.word('heading')}", "It was felled."),
            item("3", f"Affair of {self.word('affair')}", f"{texts[1]}\n\nResolved: {decision('verdict').text}"),
        ]
        items[0] = replace(items[0], resolutions=(open_decision,))
        items[2] = replace(items[2], resolutions=(decision("verdict"),), restricted=self.shut)
        return make_minutes(
            venue=f"House of {self.word('venue')}",
            signatory=f"Eve {self.word('signatory')}",
            next_meeting=NextMeeting(dt.date(2024, 5, 14), venue=f"House of {self.word('upcoming')}"),
            people=(
                Attendee(f"Ada {self.word('member')}", "present", title="Councillor"),
                Attendee(f"Ian {self.word('officer')}", "in_attendance"),
            ),
            items=tuple(items if self.tag != "cedar" else [items[0], items[2]]),
        )


@dataclass
class Known:
    """What must be so, told apart from the rows. What is said of words is said of those that `File` makes, and of
    those that clerks write."""

    life: str
    state: str = "none"
    files: list[File] = field(default_factory=list)  # the newest last
    edits: int = 0  # how often the newest version became another
    title: str = "Trees"
    closed: bool | None = None  # what a clerk said of the item that may be exempt
    blacked: set[str] = field(default_factory=set)
    fading: set[str] = field(default_factory=set)  # to be legible once more, when next published
    uttered: set[str] = field(default_factory=set)  # all words of this life
    reason: str = ""
    scheduled: tuple[int, str] | None = None

    shown: File | None = None  # what the public sees
    seen: set[str] = field(default_factory=set)
    shut: bool = False
    notes: set[str] = field(default_factory=set)
    ever_seen: set[str] = field(default_factory=set)

    @property
    def is_shut(self) -> bool:
        return self.files[-1].shut if self.closed is None else self.closed

    @property
    def legible(self) -> set[str]:
        """What the public may read of the newest version."""
        newest = self.files[-1]
        open_places = OPEN if newest.tag != "cedar" else set(OPEN) - {"heading"}
        words = newest.words(*open_places, *(() if self.is_shut else CLOSED))
        return {*words, self.title.casefold()} - self.blacked - {"trees"}

    def publish(self, note: str, *, edition: bool) -> None:
        self.state, self.shown, self.shut, self.seen, self.fading = (
            "published",
            self.files[-1],
            self.is_shut,
            self.legible,
            set(),
        )
        self.ever_seen |= self.seen
        self.notes |= {note} if edition and note else set()
        self.scheduled = None

    def black(self, word: str) -> None:
        self.blacked.add(word)
        self.seen -= {word}
        self.edits += 1


class LifeOfMinutes(RuleBasedStateMachine):
    """One meeting's minutes, from the first upload to erasure and on, beside others that stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        call_command("flush", interactive=False, verbosity=0)
        # every life begins with the same random numbers: Whoosh names its files alike, over those of the life before
        connections["default"].get_backend().clear()
        self.root: User = get_user_model().objects.create_superuser("root")
        publish_meeting(
            keep(make_minutes(date=dt.date(2023, 3, 14), items=(item("1", "Paths", "One felled."),))).meeting
        )
        indexer.rebuild()
        self.known = Known(ascii_lowercase[0])
        self.gone: set[str] = set()
        self.parser = PARSER_VERSION
        self.busy, self.steps = False, 0
        self.catch_up = indexer.catch_up
        self.index = mock.patch.multiple(indexer, catch_up=self._catch_up, _merge_beside=lambda: None)
        self.index.start()

    def teardown(self) -> None:
        self.index.stop()

    def _catch_up(self) -> int:
        if self.busy:
            raise IndexBusy
        return self.catch_up()

    @property
    def meeting(self) -> Meeting:
        return Meeting.objects.get(date__year=2024)

    @rule(tag=st.sampled_from(TAGS), shut=SELDOM)
    def upload(self, tag: str, shut: bool) -> None:
        """As the desk does, where a file that came before is the newest again."""
        self._file(File(self.known.life, tag, shut))

    @rule(tag=st.sampled_from(TAGS), shut=SELDOM, note=st.sampled_from(("", *NOTES)), in_silence=SELDOM)
    def upload_and_publish(self, tag: str, shut: bool, note: str, in_silence: bool) -> None:
        self.upload(tag, shut)
        self.publish(note, in_silence)

    @precondition(lambda self: self.known.files)
    @rule()
    def read_again_by_a_newer_parser(self) -> None:
        self.parser += 1
        self._file(self.known.files[-1])

    def _file(self, file: File) -> None:
        known, minutes = self.known, file.minutes
        reading = make_reading(minutes, file.content, parser_version=self.parser)
        reading = replace(reading, sha256=hashlib.sha256(file.content).hexdigest())
        kept = keep_reading(reading, ContentFile(file.content), body=name_body(minutes), by=self.root, restore=True)
        known.files = [*(other for other in known.files if other != file), file]
        known.uttered |= file.words(*OPEN, *CLOSED)
        known.edits += kept.outcome != "unchanged"
        if known.state in ("none", "erased"):
            known.state = "draft" if known.state == "none" else "withdrawn"

    @precondition(lambda self: self.known.files)
    @rule(title=st.sampled_from(("elmscape", "limescape")))
    def correct_the_title(self, title: str) -> None:
        title += self.known.life
        self._correct(0, "title", title)
        self.known.title = title
        self.known.uttered.add(title)

    @precondition(lambda self: self.known.files)
    @rule(closed=st.booleans())
    def mark_as_exempt_or_open(self, closed: bool) -> None:
        self._correct(-1, "restricted", closed)
        self.known.closed = closed

    def _correct(self, position: int, field: str, after: object) -> None:
        source = newest_version(self.meeting)
        assert source is not None
        reading = project(source, blacked=False).minutes.to_dict()
        place = place_of(reading, position % len(reading["items"]))
        change = Change(Kind.ITEM, field, place, reading["items"][position][field], after)
        correct_meeting(self.meeting, [change], by=self.root)
        self.known.edits += 1

    @precondition(lambda self: self.known.title != "Trees" or self.known.closed is not None)
    @rule()
    def take_all_corrections_back(self) -> None:
        for correction in Correction.objects.filter(reverted_at=None).order_by("-pk"):
            revert_correction(correction, by=self.root)
        self.known.title, self.known.closed = "Trees", None
        self.known.edits += 1

    @precondition(lambda self: self.known.files)
    @rule(note=st.sampled_from(("", *NOTES)), in_silence=SELDOM)
    def publish(self, note: str, in_silence: bool) -> None:
        note = self._utter(note)
        seen_before = self.meeting.published_at is not None
        if publish_meeting(self.meeting, by=self.root, note=note, show_changes=not in_silence):
            self.known.publish(note, edition=seen_before)
        else:
            assert (self.known.state, self.known.seen) == ("published", self.known.legible)

    @precondition(lambda self: self.known.files)
    @rule(note=st.sampled_from(("", *NOTES)))
    def set_a_time(self, note: str) -> None:
        note = self._utter(note)
        source = newest_version(self.meeting)
        assert source is not None
        tomorrow = timezone.now() + dt.timedelta(days=1)
        schedule_publication(self.meeting, tomorrow, by=self.root, version=source.version, note=note)
        self.known.scheduled = self.known.edits, note

    @precondition(lambda self: self.known.scheduled)
    @rule()
    def the_time_comes(self) -> None:
        assert self.known.scheduled is not None
        edits, note = self.known.scheduled
        seen_before, editions = self.meeting.published_at is not None, self.meeting.editions.count()
        publish_due(timezone.now() + dt.timedelta(days=2))
        if edits == self.known.edits:
            # where the public sees it already, nothing is told
            told = seen_before and self.meeting.editions.count() > editions
            self.known.publish(note, edition=told)
        assert Schedule.objects.filter(hindrance="").count() == 0

    @precondition(lambda self: self.known.state == "published")
    @rule(reason=st.sampled_from(NOTES))
    def withdraw(self, reason: str) -> None:
        self.known.reason = self._utter(reason)
        withdraw_meeting(self.meeting, by=self.root, reason=self.known.reason)
        self.known.state, self.known.scheduled = "withdrawn", None

    @precondition(lambda self: self.known.uttered - self.known.blacked)
    @rule(data=st.data())
    def redact(self, data: st.DataObject) -> None:
        """A word of a file, this or an earlier one, of a correction, or of what a clerk told the public."""
        known = self.known
        told = sorted(known.ever_seen - known.blacked), sorted(known.uttered - known.blacked)
        word = data.draw(st.sampled_from(told[0]) | st.sampled_from(told[1]) if told[0] else st.sampled_from(told[1]))
        redact_meeting(self.meeting, word.title(), reason="", by=self.root)
        known.black(word)

    @precondition(lambda self: self.known.blacked)
    @rule(data=st.data())
    def lift(self, data: st.DataObject) -> None:
        self._lift(data.draw(st.sampled_from(sorted(self.known.blacked))))

    @precondition(lambda self: self.known.uttered - self.known.blacked)
    @rule(data=st.data())
    def redact_by_mistake(self, data: st.DataObject) -> None:
        before = set(self.known.blacked)
        self.redact(data)
        for word in self.known.blacked - before:
            self._lift(word)

    def _lift(self, word: str) -> None:
        lift_redaction(Redaction.objects.get(words=word.title(), reverted_at=None), by=self.root)
        self.known.blacked.remove(word)
        self.known.fading.add(word)
        self.known.notes -= {word}  # what was told is not told anew
        self.known.edits += 1

    @precondition(lambda self: self.known.files)
    @rule(really=SELDOM)
    def erase(self, really: bool) -> None:
        if not really:  # or few lives would be long
            return
        ever_public = self.meeting.published_at is not None
        self.gone |= self.known.uttered
        erase(ask_erasure(self.meeting, reason="An order.", by=self.root), by=self.root)
        assert words_of_rows() & self.gone == set()
        life = ascii_lowercase[ascii_lowercase.index(self.known.life) + 1]
        self.known = Known(life, state="erased" if ever_public else "none")

    @rule()
    def the_index_is_busy(self) -> None:
        self.busy = not self.busy

    def _utter(self, note: str) -> str:
        word = note and note + self.known.life
        self.known.uttered |= {word} - {""}
        return word

    @invariant()
    def all_holds(self) -> None:
        assert publish_due() == []
        if not self.busy:
            finish_erasures()
            indexer.catch_up()
            if configured_index().merge_due():
                indexer.merge()
            assert checking.check().faults == []
        self._no_text_is_lost()
        self._the_public_sees_what_it_may()

    def _no_text_is_lost(self) -> None:
        known = self.known
        kept = SourceFile.objects.filter(meeting__date__year=2024).order_by("filed_at", "pk")
        assert [source.content.open().read() for source in kept] == [file.content for file in known.files]
        for source in kept:
            source.content.close()
        if not known.files:
            return
        newest = newest_version(self.meeting)
        assert newest is not None
        told, legible = project(newest), project(newest, blacked=False)
        assert told.lost == ()
        assert {*self._words(legible.minutes)} >= known.files[-1].words("wording", *CLOSED) | {known.title.casefold()}
        assert {*self._words(told.minutes)} & known.blacked == set()
        with as_published(self.meeting) as published:
            assert {*self._words(public_wording(published))} & known.uttered == known.legible

    def _the_public_sees_what_it_may(self) -> None:
        known, client = self.known, Client()
        everything = known.uttered | self.gone
        said = {door: client.get(door) for door in self.doors()}
        words = {door: set(self._words(content_of(answer))) & everything for door, answer in said.items()}
        public = known.state == "published"
        expected = {"published": 200, "withdrawn": 410, "erased": 410}.get(known.state, 404)
        assert said[BASE].status_code == expected
        assert said[f"{BASE}items/1/"].status_code == expected
        held = known.blacked | known.fading
        for door, found in words.items():
            allowed = known.seen if public else set()
            if known.state == "withdrawn" and door.startswith(BASE):
                allowed = {known.reason} - held
            elif public and door == BASE:
                assert found == known.seen | (known.notes - held), door
                continue
            elif public and door == f"{BASE}original/" and said[door].status_code == 200:
                assert held == set(), door
                assert not known.shut, door
                assert known.shown is not None
                assert found == known.shown.words(*OPEN, *CLOSED), door
                continue
            elif public and (door == f"{BASE}changes/" or (self.busy and "suggest" in door)):
                # what was public before and replaced: in the changes, and in the index until it follows
                assert known.shown is not None
                allowed = (known.ever_seen | known.notes) - held
                allowed -= known.shown.words(*CLOSED) if known.shut else set()
            assert found <= allowed, door
        if public and not self.busy:
            assert words[f"{BASE}items/1/"] >= {known.title.casefold()} & known.seen
            assert BASE in content_of(client.get("/search/?q=felled"))
        assert client.get(BASE.replace("2024-03-12", "2023-03-14")).status_code == 200

    def doors(self) -> list[str]:
        """The public addresses to ask now: some always, the others and the words to complete in turn."""
        self.steps += 1
        always = [f"{BASE}{part}" for part in ("", "changes/", "original/", "items/1/", "items/3/")]
        always += ["/search/?q=felled", "/search/feed/", "/search/results.csv?q=felled"]
        hidden = sorted(self.known.uttered - self.known.seen)
        begun = {*hidden[self.steps % 7 :: 7][:2], *self.known.blacked}
        return [*always, *IN_TURN[self.steps % 3 :: 3], *(f"/search/suggest/?q={word[:-1]}" for word in begun)]

    @staticmethod
    def _words(told: object) -> list[str]:
        return re.findall(r"[a-z]+", str(told).casefold())


@pytest.fixture
def quiet() -> Iterator[None]:
    """Doors that stay shut are no news here."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("quiet")
def test_the_life_of_minutes() -> None:
    run_state_machine_as_test(
        LifeOfMinutes,
        settings=settings(
            max_examples=25,
            stateful_step_count=15,
            deadline=None,
            print_blob=True,
            suppress_health_check=[HealthCheck.too_slow],  # each deed is one on a database and an index
        ),
    )


def test_every_public_address_is_a_door() -> None:
    machine = LifeOfMinutes()
    machine.teardown()
    doors = {door for _ in range(3) for door in machine.doors()}
    assert {resolve(door.partition("?")[0]).url_name for door in doors} == PUBLIC - WITHOUT_MINUTES
