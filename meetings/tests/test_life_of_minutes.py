"""Deeds in any order, by a state machine: no text is lost, nothing hidden is seen, corrections hold, and the index is
what the public may see."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from meetings.correcting import Change, Kind, place_of
from meetings.models import Correction, Meeting, Redaction, SourceFile
from meetings.parsing import PARSER_VERSION
from meetings.publishing import (
    ask_erasure,
    correct_meeting,
    erase,
    finish_erasures,
    lift_redaction,
    publish_meeting,
    redact_meeting,
    revert_correction,
    withdraw_meeting,
)
from meetings.search import checking, indexer
from meetings.storing.bodies import name_body
from meetings.storing.projection import project
from meetings.storing.readings import keep_reading, newest_version
from meetings.tests.readings import item, make_minutes, make_reading

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

TAGS = ("amberwood", "birchwood", "cedarwood")
NAME = "Quillfeather"
SECRET = "Thimblerig"
TITLES = ("Trees", "Elms", "Limes")


@dataclass(frozen=True)
class Seen:
    """What the public sees of the open item."""

    tag: str
    title: str
    named: bool


@dataclass
class Known:
    """What must be so, told apart from the rows."""

    tags: list[str] = field(default_factory=list)  # of the files, the newest last
    title: str = TITLES[0]
    blacked: bool = False
    state: str = "none"
    seen: Seen | None = None

    @property
    def newest(self) -> Seen:
        return Seen(self.tags[-1], self.title, not self.blacked)


class LifeOfMinutes(RuleBasedStateMachine):
    """One meeting's minutes, from the first upload to erasure and on."""

    def __init__(self) -> None:
        super().__init__()
        call_command("flush", interactive=False, verbosity=0)
        self.root: User = get_user_model().objects.create_superuser("root")
        indexer.rebuild()
        self.known = Known()
        self.parser = PARSER_VERSION

    @property
    def meeting(self) -> Meeting:
        return Meeting.objects.get()

    def _file(self, tag: str) -> None:
        """As the desk does, where a file that came before is the newest again."""
        words = f"The {tag} is felled. Mr {NAME} wrote."
        closed = item("2", "Staff", f"The {SECRET} is paid.", restricted=True)
        minutes = make_minutes(items=(item("1", TITLES[0], words), closed))
        content = tag.encode()
        reading = make_reading(minutes, content, sha256=hashlib.sha256(content).hexdigest())
        reading = replace(reading, parser_version=self.parser)
        keep_reading(reading, ContentFile(content), body=name_body(minutes), by=self.root, restore=True)
        self.known.tags = [*(other for other in self.known.tags if other != tag), tag]
        if self.known.state in ("none", "erased"):
            self.known.state = "draft" if self.known.state == "none" else "withdrawn"

    @rule(tag=st.sampled_from(TAGS))
    def upload(self, tag: str) -> None:
        self._file(tag)

    @rule(tag=st.sampled_from(TAGS))
    def upload_and_publish(self, tag: str) -> None:
        self._file(tag)
        self.publish()

    @precondition(lambda self: self.known.tags)
    @rule()
    def read_again_by_a_newer_parser(self) -> None:
        self.parser += 1
        self._file(self.known.tags[-1])

    @precondition(lambda self: self.known.tags)
    @rule(title=st.sampled_from(TITLES))
    def correct(self, title: str) -> None:
        if title == self.known.title:
            return
        source = newest_version(self.meeting)
        assert source is not None
        reading = project(source, blacked=False).minutes.to_dict()
        change = Change(Kind.ITEM, "title", place_of(reading, 0), reading["items"][0]["title"], title)
        correct_meeting(self.meeting, [change], by=self.root)
        self.known.title = title

    @precondition(lambda self: self.known.tags and self.known.title != TITLES[0])
    @rule()
    def take_all_corrections_back(self) -> None:
        for correction in Correction.objects.filter(reverted_at=None).order_by("-pk"):
            revert_correction(correction, by=self.root)
        self.known.title = TITLES[0]

    @precondition(lambda self: self.known.tags)
    @rule()
    def publish(self) -> None:
        publish_meeting(self.meeting, by=self.root, note="")
        self.known.state, self.known.seen = "published", self.known.newest

    @precondition(lambda self: self.known.state == "published")
    @rule()
    def withdraw(self) -> None:
        withdraw_meeting(self.meeting, by=self.root, reason="Wrong.")
        self.known.state, self.known.seen = "withdrawn", None

    @precondition(lambda self: self.known.tags and not self.known.blacked)
    @rule()
    def redact(self) -> None:
        redact_meeting(self.meeting, NAME, reason="", by=self.root)
        self.known.blacked = True
        if self.known.seen:
            self.known.seen = replace(self.known.seen, named=False)

    @precondition(lambda self: self.known.tags and self.known.blacked)
    @rule()
    def lift(self) -> None:
        lift_redaction(Redaction.objects.get(reverted_at=None), by=self.root)
        self.known.blacked = False

    @precondition(lambda self: self.known.tags)
    @rule(die=st.integers(1, 6))
    def erase(self, die: int) -> None:
        if die < 6:  # or few lives would be long
            return
        ever_public = self.meeting.published_at is not None
        erase(ask_erasure(self.meeting, reason="An order.", by=self.root), by=self.root)
        finish_erasures()
        self.known = Known(state="erased" if ever_public else "none")

    @invariant()
    def no_text_is_lost(self) -> None:
        kept = SourceFile.objects.order_by("filed_at", "pk")
        assert [source.content.open().read().decode() for source in kept] == self.known.tags
        for source in kept:
            source.content.close()
        if self.known.tags:
            newest = newest_version(self.meeting)
            assert newest is not None
            told = project(newest)
            assert told.lost == ()
            words = f"{told.minutes.items[0].title} {told.minutes.items[0].text}"
            assert (self.known.title in words, NAME in words) == (True, not self.known.blacked)
            assert Correction.objects.filter(reverted_at=None).exists() >= (self.known.title != TITLES[0])

    @invariant()
    def the_public_sees_what_it_may(self) -> None:
        indexer.catch_up()
        client = Client()
        status = {"none": None, "draft": 404, "published": 200}.get(self.known.state, 410)
        if status is None:
            assert not Meeting.objects.exists()
            return
        base = self.meeting.get_absolute_url()
        doors = [base, f"{base}items/1/", f"{base}items/2/", f"{base}changes/", f"{base}original/"]
        doors += [f"/search/{part}?q=felled" for part in ("", "feed/", "results.csv")]
        said = {door: client.get(door) for door in doors}
        assert said[base].status_code == status
        words = {door: (b"".join(one) if one.streaming else one.content).decode() for door, one in said.items()}
        everything = "\n".join(words.values())
        assert SECRET not in everything
        seen = self.known.seen
        if seen is None:
            assert not any(tag in everything for tag in TAGS)
            assert NAME not in everything
            return
        for door in (base, f"{base}items/1/", *doors[5:]):
            assert seen.title in words[door]
            for title in set(TITLES) - {seen.title}:
                assert title not in words[door].replace("Wor", ""), door
        for door in (base, f"{base}items/1/"):
            assert [tag for tag in TAGS if tag in words[door]] == [seen.tag]
            assert (NAME in words[door]) == seen.named
        if self.known.blacked:
            assert NAME not in everything
        assert said[f"{base}items/2/"].status_code == 404
        assert said[f"{base}original/"].status_code == 404

    @invariant()
    def the_index_is_what_the_public_may_see(self) -> None:
        indexer.catch_up()
        found = checking.check()
        assert found.faults == []


def test_the_life_of_minutes() -> None:
    run_state_machine_as_test(
        LifeOfMinutes, settings=settings(max_examples=20, stateful_step_count=15, deadline=None, print_blob=True)
    )
