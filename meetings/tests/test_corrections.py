"""Correct and redact: kept beside what was read, held through every reading, seen by the public when it should."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from meetings.correcting import BLACKED, Change, Kind, place_of
from meetings.models import Attendance, Correction, Item, Meeting, Person, Resolution, Vote
from meetings.parsing.parsed import NextMeeting, ParsedMinutes, ParsedResolution, RecordedVote
from meetings.publishing import (
    CorrectionsLost,
    NothingToBlack,
    correct_meeting,
    lift_redaction,
    publish_meeting,
    redact_meeting,
    revert_correction,
    withdraw_meeting,
)
from meetings.storing.readings import Kept, newest_version, waiting_reading
from meetings.tests.readings import item, keep, make_minutes

pytestmark = [pytest.mark.django_db, pytest.mark.desk]


@pytest.fixture
def clerk() -> User:
    return User.objects.create_user("bea")


def title_change(meeting: Meeting, position: int, after: str) -> Change:
    source = newest_version(meeting)
    assert source is not None
    place = place_of(source.reading, position)
    return Change(Kind.ITEM, "title", place, place["title"], after)


def titles(meeting: Meeting) -> list[str]:
    return list(meeting.items.values_list("title", flat=True))


def test_a_draft_follows_a_correction_at_once_and_tells_who_and_when(clerk: User) -> None:
    meeting = keep().meeting
    [correction] = correct_meeting(meeting, [title_change(meeting, 1, "Bandstand roof")], by=clerk)
    assert titles(meeting) == ["Apologies", "Bandstand roof"]
    assert (correction.by, correction.before, correction.after) == (clerk, "Bandstand repairs", "Bandstand roof")
    assert correction.at is not None
    assert newest_version(meeting).reading["items"][1]["title"] == "Bandstand repairs"


def test_a_corrected_item_keeps_its_address(clerk: User) -> None:
    meeting = keep().meeting
    address = meeting.items.get(title="Bandstand repairs").get_absolute_url()
    correct_meeting(meeting, [title_change(meeting, 1, "Bandstand roof")], by=clerk)
    assert meeting.items.get(title="Bandstand roof").get_absolute_url() == address


def test_what_the_public_sees_is_corrected_when_it_is_published_again(clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct_meeting(meeting, [title_change(meeting, 1, "Bandstand roof")], by=clerk)
    assert titles(meeting) == ["Apologies", "Bandstand repairs"]
    meeting.refresh_from_db()
    assert waiting_reading(meeting) is not None
    assert [row.waits for row in Meeting.objects.with_waiting()] == [True]
    assert publish_meeting(meeting)
    assert titles(meeting) == ["Apologies", "Bandstand roof"]
    assert [row.waits for row in Meeting.objects.with_waiting()] == [False]


def read_again(kept: Kept, minutes: ParsedMinutes) -> Kept:
    """The same file, read by a newer parser, which reads this in it."""
    return keep(minutes, content=b"the file", parser_version=kept.source.parser_version + 1)


def test_a_correction_survives_a_newer_parser_and_a_newer_file(clerk: User) -> None:
    kept = keep(content=b"the file")
    correct_meeting(kept.meeting, [title_change(kept.meeting, 1, "Bandstand roof")], by=clerk)
    more = make_minutes(items=(item("0", "Welcome"), *make_minutes().items))
    read_again(kept, more)
    assert titles(kept.meeting) == ["Welcome", "Apologies", "Bandstand roof"]
    keep(replace(more, venue="Guildhall"))
    assert titles(kept.meeting) == ["Welcome", "Apologies", "Bandstand roof"]


def test_a_correction_is_taken_back_once(clerk: User) -> None:
    meeting = keep().meeting
    [correction] = correct_meeting(meeting, [title_change(meeting, 1, "Bandstand roof")], by=clerk)
    assert revert_correction(correction, by=clerk)
    assert titles(meeting) == ["Apologies", "Bandstand repairs"]
    assert not revert_correction(correction, by=clerk)
    kept = Correction.objects.get()
    assert kept.reverted_by == clerk
    assert kept.reverted_at is not None


def test_a_lost_correction_keeps_the_minutes_from_being_published(clerk: User) -> None:
    minutes = make_minutes(items=(item("1", "Apologies"), item("2", "Sale of the depot", text="For £90,000.")))
    kept = keep(minutes, content=b"the file")
    place = place_of(kept.source.reading, 1)
    correct_meeting(kept.meeting, [Change(Kind.ITEM, "restricted", place, False, True)], by=clerk)
    publish_meeting(kept.meeting)
    assert [row.title for row in Item.objects.published()] == ["Apologies"]
    otherwise = make_minutes(items=(item("1", "Apologies"), item("7", "Depot", text="It goes for ninety thousand.")))
    read_again(kept, otherwise)
    with pytest.raises(CorrectionsLost) as raised:
        publish_meeting(kept.meeting)
    assert [one.field for one in raised.value.lost] == ["restricted"]
    assert [row.title for row in Item.objects.published()] == ["Apologies"]


def test_someone_who_saw_other_corrections_does_not_publish_these(clerk: User) -> None:
    meeting = keep().meeting
    seen = newest_version(meeting).version
    correct_meeting(meeting, [title_change(meeting, 1, "Bandstand roof")], by=clerk)
    meeting.refresh_from_db()
    assert newest_version(meeting).version != seen


def named_everywhere() -> ParsedMinutes:
    """Minutes that tell of one person wherever they can."""
    decision = ParsedResolution(
        "That Una Pell be thanked.", mover="Una Pell", seconder="Pell", recorded=(RecordedVote("Una Pell", "for"),)
    )
    people = (replace(make_minutes().people[0], name="Una Pell"), make_minutes().people[1])
    business = replace(item("1", "Letter of Una Pell", text="Una\n\nPell wrote."), resolutions=(decision,))
    return make_minutes(
        venue="Una Pell Hall", signatory="Una Pell", people=people, items=(business,),
        next_meeting=NextMeeting(venue="Una Pell Hall"),
    )  # fmt: skip


def words_of(*rows: Any) -> str:
    return " ".join(str(value) for row in rows for value in vars(row).values() if isinstance(value, str))


def all_words() -> str:
    meeting = Meeting.objects.get()
    return words_of(
        meeting, *meeting.items.all(), *Resolution.objects.all(), *meeting.attendances.all(), *Vote.objects.all()
    )


@pytest.mark.parametrize("again", [False, True], ids=["at once", "and in a later version"])
@pytest.mark.parametrize("state", ["draft", "published", "withdrawn"])
def test_redacted_words_are_nowhere(clerk: User, state: str, again: bool) -> None:
    meeting = keep(named_everywhere()).meeting
    if state != "draft":
        publish_meeting(meeting)
    if state == "withdrawn":
        withdraw_meeting(meeting)
    redact_meeting(meeting, "Una  Pell", reason="asked for", by=clerk)
    if again:
        keep(replace(named_everywhere(), status="draft"))
        publish_meeting(meeting)
    assert "Una" not in all_words()
    assert all_words().count(BLACKED) >= 9
    assert list(Resolution.objects.values_list("mover", flat=True)) == [None]
    assert list(Vote.objects.values_list("person", flat=True)) == [None]
    assert Attendance.objects.get(position=0).person is None
    meeting.refresh_from_db()
    assert meeting.public_original() is None


def test_the_public_cannot_find_or_fetch_redacted_words(
    client: Client, clerk: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        meeting = keep(make_minutes(items=(item("1", "Noise", text="Mr Quillfeather of 4 Mill Lane spoke."),))).meeting
        publish_meeting(meeting)
    address = meeting.get_absolute_url()
    assert "Quillfeather" in client.get(address).content.decode()
    assert client.get(f"{address}original/").getvalue()
    with django_capture_on_commit_callbacks(execute=True):
        redact_meeting(meeting, "Quillfeather", reason="a private person", by=clerk)
    for page in (address, f"{address}items/1/", "/search/?q=noise"):
        assert "Quillfeather" not in client.get(page).content.decode()
    assert "Nothing found" in client.get("/search/?q=Quillfeather").content.decode()
    assert client.get(f"{address}original/").status_code == 404


def test_a_redaction_publishes_nothing_that_waits(clerk: User) -> None:
    meeting = keep(named_everywhere()).meeting
    publish_meeting(meeting)
    correct_meeting(meeting, [Change(Kind.FACT, "end_time", after="21:00")], by=clerk)
    redact_meeting(meeting, "Pell", reason="asked for", by=clerk)
    meeting.refresh_from_db()
    assert meeting.end_time is None
    assert waiting_reading(meeting) is not None


def test_words_that_are_black_no_longer_are_legible_once_published_again(clerk: User) -> None:
    meeting = keep(named_everywhere()).meeting
    publish_meeting(meeting)
    redaction = redact_meeting(meeting, "Una Pell", reason="a mistake", by=clerk)
    assert lift_redaction(redaction, by=clerk)
    assert not lift_redaction(redaction, by=clerk)
    assert "Una" not in all_words()
    assert Meeting.objects.get().public_original() is None
    publish_meeting(meeting)
    assert Meeting.objects.get().public_original() is not None
    assert BLACKED not in all_words()
    assert Resolution.objects.get().mover == Person.objects.get(name="Una Pell")


@pytest.mark.parametrize("words", ["", "  ", "–"])
def test_nothing_is_not_redacted(clerk: User, words: str) -> None:
    with pytest.raises(NothingToBlack):
        redact_meeting(keep().meeting, words, reason="", by=clerk)
