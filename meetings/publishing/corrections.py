"""Correct and redact: what a clerk says of minutes is kept beside what was read, and can be taken back.

A correction of minutes that the public sees waits, as a new version does, until they are published again. A redaction
never waits: its words are gone from the public at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from meetings.correcting import Change, black_out, black_person
from meetings.models import Correction, Meeting, Redaction, Resolution, Vote
from meetings.models.history import deed
from meetings.publishing.deeds import NewerVersion, index_is_due, locked
from meetings.publishing.editions import black_editions
from meetings.storing.projection import apply_reading, redacted_words
from meetings.storing.readings import newest_version, waiting_reading


class NothingToBlack(Exception):
    """The words to redact hold no letter and no digit."""


@deed("corrected")
@transaction.atomic
def correct_meeting(
    meeting: Meeting, changes: Sequence[Change], *, by: User, version: str | None = None
) -> list[Correction]:
    """Lay the changes over what was read, now and whenever the minutes are read again. Raises `NewerVersion` where
    ``version`` (`SourceFile.version`), which the changes were made to, is not the newest."""
    meeting = locked(meeting)
    newest = newest_version(meeting)
    if version is not None and (newest is None or newest.version != version):
        raise NewerVersion
    corrections = [
        Correction.objects.create(
            meeting=meeting,
            kind=change.kind,
            field=change.field,
            place=change.place,
            before=change.before,
            after=change.after,
            by=by,
        )
        for change in changes
    ]
    if corrections:
        _is_corrected(meeting)
    return corrections


@deed("took back a correction")
@transaction.atomic
def revert_correction(correction: Correction, *, by: User) -> bool:
    """Take a correction back; returns False where that was done before. Later ones stay, as far as they find their
    place."""
    meeting = locked(correction.meeting)
    if not _take_back(correction, by):
        return False
    _is_corrected(meeting)
    return True


@deed("blacked words")
@transaction.atomic
def redact_meeting(meeting: Meeting, words: str, *, reason: str, by: User) -> Redaction:
    """Black the words in the meeting's rows, the index, feeds and exports, now and whenever the minutes are read
    again; the original file is withheld. Raises `NothingToBlack`."""
    words = " ".join(words.split())
    if not any(character.isalnum() for character in words):
        raise NothingToBlack
    meeting = locked(meeting)
    redaction = Redaction.objects.create(meeting=meeting, words=words, reason=reason, by=by)
    rows_are_newest = waiting_reading(meeting) is None
    _black_rows(meeting)
    black_editions(meeting, redacted_words(meeting))
    meeting.corrected_at = timezone.now()
    meeting.save(update_fields=["corrected_at"])
    if rows_are_newest and meeting.current_source is not None:
        meeting.current_source.applied_at = meeting.corrected_at  # what the newest version says is what they say still
        meeting.current_source.save(update_fields=["applied_at"])
    index_is_due(meeting)
    return redaction


@deed("made words legible")
@transaction.atomic
def lift_redaction(redaction: Redaction, *, by: User) -> bool:
    """Let the words be read again, where the minutes are public once they are published anew; returns False where that
    was done before."""
    meeting = locked(redaction.meeting)
    if not _take_back(redaction, by):
        return False
    _is_corrected(meeting)
    return True


def _is_corrected(meeting: Meeting) -> None:
    """The rows follow at once where the public does not see them."""
    meeting.corrected_at = timezone.now()
    meeting.save(update_fields=["corrected_at"])
    newest = newest_version(meeting)
    if newest is not None and meeting.state != "published":
        newest.meeting = meeting
        apply_reading(newest)


def _take_back(done: Correction | Redaction, by: User) -> bool:
    """Call with the meeting locked."""
    done.refresh_from_db()
    if done.reverted_at is not None:
        return False
    done.reverted_at, done.reverted_by = timezone.now(), by
    done.save(update_fields=["reverted_at", "reverted_by"])
    return True


def _black_rows(meeting: Meeting) -> None:
    """A blacked name no longer leads to the person who bears it."""
    words = redacted_words(meeting)
    _black_fields([meeting], ["venue", "signatory", "next_venue", "withdrawal_reason"], words)
    attendances = meeting.attendances.all()
    for row in attendances:
        read = {"title": row.title, "name": row.name, "honours": row.honours}
        blacked = {key: text or "" for key, text in black_person(read, words).items()}
        if blacked != read:
            attendances.filter(pk=row.pk).update(**blacked, person=row.person if blacked["name"] == row.name else None)
    _black_fields(attendances, ["role"], words)
    _black_fields(meeting.items.all(), ["title", "text"], words)
    movers = {"mover_name": "mover", "seconder_name": "seconder"}
    _black_fields(Resolution.objects.filter(item__meeting=meeting), ["text", *movers], words, movers)
    _black_fields(Vote.objects.filter(resolution__item__meeting=meeting), ["name"], words, {"name": "person"})


def _black_fields(
    rows: Iterable[models.Model], fields: Sequence[str], words: Sequence[str], people: Mapping[str, str] | None = None
) -> None:
    """``people`` tells, by the field of a name, the field of the person meant by it."""
    for row in rows:
        blacked = {
            field: text for field in fields if (text := black_out(getattr(row, field), words)) != getattr(row, field)
        }
        cleared = [person for name, person in (people or {}).items() if name in blacked]
        for field, text in blacked.items():
            setattr(row, field, text)
        for person in cleared:
            setattr(row, person, None)
        if blacked:
            row.save(update_fields=[*blacked, *cleared])
