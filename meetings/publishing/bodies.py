"""Rename, merge, divide and move councils, committees and people, and file a meeting elsewhere. What the public could
see keeps an address that leads to it."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from meetings.models import (
    Attendance,
    Committee,
    Council,
    FormerAddress,
    FormerName,
    Meeting,
    Person,
    PersonAlias,
    Resolution,
    Vote,
)
from meetings.models.addresses import free_slug
from meetings.models.council import name_key
from meetings.models.history import deed
from meetings.models.meeting import MeetingQuerySet
from meetings.models.people import person_key
from meetings.publishing.corrections import redact_meeting
from meetings.publishing.deeds import locked
from meetings.search import indexer
from meetings.storing.bodies import committee_slug, council_slug, find_committee, find_council
from meetings.storing.projection import apply_reading
from meetings.storing.readings import free_sequence, lock_council, newest_version

AT_ONCE = 20
"""Meetings that the index follows within a request; more are the worker's to write."""


class NameTaken(Exception):
    """Another body bears that name, or bore it."""


class NotPossible(Exception):
    """The deed makes no sense for these rows; the message says why."""


@deed("made")
@transaction.atomic
def make_council(name: str, *, by: User) -> Council:
    """Raises `NameTaken`."""
    del by
    if find_council(name) is not None:
        raise NameTaken
    return Council.objects.create(name=name, slug=council_slug(name))


@deed("made")
@transaction.atomic
def make_committee(council: Council, name: str, *, by: User) -> Committee:
    """Raises `NameTaken`."""
    del by
    lock_council(council.pk)
    if find_committee(council, name) is not None:
        raise NameTaken
    return council.committees.create(name=name, slug=committee_slug(council, name))


@deed("renamed")
@transaction.atomic
def rename_council(council: Council, name: str, *, until: dt.date | None, by: User) -> None:
    """``until`` is the last day of the old name; None where that was never right. Raises `NameTaken`."""
    del by
    lock_council(council.pk)
    if find_council(name) not in (None, council):
        raise NameTaken
    old_name, old_slug = council.name, council.slug
    FormerName.objects.filter(council=council, committee=None, key=name_key(name)).delete()
    council.name = name
    if name_key(name) != name_key(old_name):
        FormerName.objects.create(council=council, name=old_name, until=until)
        council.slug = council_slug(name, of=council)
        FormerAddress.objects.filter(path=council.slug).delete()  # its own, taken up again
        if Council.objects.once_public().filter(pk=council.pk):
            _remember(old_slug, council=council)
    council.save()
    _index_of(Meeting.objects.filter(committee__council=council))


@deed("renamed")
@transaction.atomic
def rename_committee(committee: Committee, name: str, *, until: dt.date | None, by: User) -> None:
    """``until`` is the last day of the old name; None where that was never right. Raises `NameTaken`."""
    del by
    council = committee.council
    lock_council(council.pk)
    if find_committee(council, name) not in (None, committee):
        raise NameTaken
    old_name, old_address = committee.name, f"{council.slug}/{committee.slug}"
    FormerName.objects.filter(committee=committee, key=name_key(name)).delete()
    committee.name = name
    if name_key(name) != name_key(old_name):
        FormerName.objects.create(council=council, committee=committee, name=old_name, until=until)
        committee.slug = committee_slug(council, name, of=committee)
        FormerAddress.objects.filter(path=f"{council.slug}/{committee.slug}").delete()  # its own, taken up again
        if _was_public(committee):
            _remember(old_address, committee=committee)
    committee.save()
    _index_of(committee.meetings.all())


@deed("merged")
@transaction.atomic
def merge_committees(committee: Committee, into: Committee, *, by: User) -> None:
    """The meetings, names and addresses of the one become the other's. Raises `NotPossible`."""
    del by
    if committee == into or committee.council_id != into.council_id:
        raise NotPossible("Choose another committee of the same council.")
    lock_council(into.council_id)
    old_address, was_public = f"{into.council.slug}/{committee.slug}", _was_public(committee)
    for meeting in committee.meetings.in_committee_order():
        _move(meeting, into, meeting.date)
    committee.former_addresses.update(committee=into)
    committee.former_names.update(committee=into)
    FormerName.objects.create(council=into.council, committee=into, name=committee.name)
    if was_public:
        _remember(old_address, committee=into)
    committee.delete()


@deed("divided")
@transaction.atomic
def divide_committee(committee: Committee, name: str, *, since: dt.date, by: User) -> Committee:
    """The meetings from that day on become a new committee's. Raises `NameTaken`, `NotPossible`."""
    del by
    council = committee.council
    lock_council(council.pk)
    if find_committee(council, name) is not None:
        raise NameTaken
    leaving = list(committee.meetings.filter(date__gte=since).in_committee_order())
    if not leaving:
        raise NotPossible("The committee has no meeting from that day on.")
    new = council.committees.create(name=name, slug=committee_slug(council, name))
    for meeting in leaving:
        _move(meeting, new, meeting.date)
    return new


@deed("moved to another council")
@transaction.atomic
def move_committee(committee: Committee, council: Council, *, by: User) -> None:
    """As where councils merge or divide: the committee becomes the other council's. Raises `NameTaken`,
    `NotPossible`."""
    del by
    former = committee.council
    if former == council:
        raise NotPossible("The committee is this council's already.")
    for pk in sorted((former.pk, council.pk)):
        lock_council(pk)
    if find_committee(council, committee.name) is not None:
        raise NameTaken
    old_address, was_public = f"{former.slug}/{committee.slug}", _was_public(committee)
    committee.council = council
    committee.slug = committee_slug(council, committee.name, of=committee)
    FormerAddress.objects.filter(path=f"{council.slug}/{committee.slug}").delete()  # its own, taken up again
    committee.save()
    committee.former_names.update(council=council)
    if was_public:
        _remember(old_address, committee=committee)
    _people_of_council(committee.meetings.all(), council)
    _index_of(committee.meetings.all())


@deed("joined to other minutes")
@transaction.atomic
def join_meeting(meeting: Meeting, into: Meeting, *, by: User) -> None:
    """The files of minutes that were never public, and what clerks said of them, become those of another meeting of
    their day and committee; the newest is its newest version. Words blacked in the one are so in the other at once.
    Raises `NotPossible`."""
    meeting, into = locked(meeting), locked(into)
    if meeting == into or (meeting.committee_id, meeting.date) != (into.committee_id, into.date):
        raise NotPossible("Choose another meeting of the same committee and day.")
    if meeting.published_at is not None:
        raise NotPossible("These minutes were public, and their address stays.")
    if into.erased_at is not None:
        raise NotPossible("The other minutes were erased.")
    now = timezone.now()
    for place, source in enumerate(meeting.sources.order_by("filed_at", "pk")):
        source.meeting, source.filed_at = into, now + dt.timedelta(microseconds=place)
        source.save()
    meeting.corrections.update(meeting=into)
    for redaction in meeting.redactions.filter(reverted_at=None):
        redact_meeting(into, redaction.words, reason=redaction.reason, by=by)
    meeting.delete()
    into.corrected_at = now
    into.save(update_fields=["corrected_at"])
    newest = newest_version(into)
    if into.state != "published" and newest is not None:
        apply_reading(newest)


@deed("filed elsewhere")
@transaction.atomic
def refile_meeting(meeting: Meeting, committee: Committee, date: dt.date, *, by: User) -> bool:
    """File a meeting under another committee of its council or another day; returns False where it is there already.
    Raises `NotPossible`."""
    del by
    meeting = locked(meeting)
    if committee.council_id != meeting.committee.council_id:
        raise NotPossible("The committee is of another council.")
    if (committee, date) == (meeting.committee, meeting.date):
        return False
    _move(meeting, committee, date)
    return True


@deed("renamed")
@transaction.atomic
def rename_person(person: Person, name: str, *, by: User) -> None:
    """The name as minutes print it stays in them, and leads to the person as before."""
    del by
    lock_council(person.council_id)
    if person_key(name) != person.key:
        _remember_name(person, person.name)
        PersonAlias.objects.filter(person=person, key=person_key(name)).delete()
    person.name = name
    person.save()
    _index_of(_meetings_of(person))


@deed("merged")
@transaction.atomic
def merge_people(person: Person, into: Person, *, by: User) -> None:
    """Both are one. Raises `NotPossible`."""
    del by
    if person == into or person.council_id != into.council_id:
        raise NotPossible("Choose another person of the same council.")
    lock_council(into.council_id)
    concerned = list(_meetings_of(person).values_list("pk", flat=True))
    _give_rows(person, into, Meeting.objects.filter(pk__in=concerned))
    person.aliases.update(person=into)
    if person.key != into.key:
        _remember_name(into, person.name)
    person.delete()
    _index_of(Meeting.objects.filter(pk__in=concerned))


@deed("divided")
@transaction.atomic
def divide_person(person: Person, committee: Committee, *, by: User) -> Person:
    """Two people of one name: who is meant in the committee's minutes is another. Raises `NotPossible`."""
    del by
    lock_council(person.council_id)
    meetings = _meetings_of(person).filter(committee=committee)
    if not meetings.exists():
        raise NotPossible("The person is not named in this committee's minutes.")
    slugs = frozenset(Person.objects.filter(council=person.council_id).values_list("slug", flat=True))
    other = Person.objects.create(council=person.council, name=person.name, slug=free_slug(person.name, slugs))
    _give_rows(person, other, meetings)
    _index_of(meetings)
    return other


def _move(meeting: Meeting, committee: Committee, date: dt.date) -> None:
    """The old address, where the public could know it, leads to the new one."""
    old_address = "/".join(meeting.address)
    meeting.sequence = free_sequence(committee, date, of=meeting)
    meeting.committee, meeting.date = committee, date
    meeting.save()
    FormerAddress.objects.filter(path="/".join(meeting.address)).delete()  # its own, taken up again
    if meeting.published_at is not None:
        _remember(old_address, meeting=meeting)
    _index_of(Meeting.objects.filter(pk=meeting.pk))


def _remember(path: str, **target: Council | Committee | Meeting) -> None:
    FormerAddress.objects.update_or_create(
        path=path, defaults={"council": None, "committee": None, "meeting": None, **target}
    )


def _remember_name(person: Person, name: str) -> None:
    PersonAlias.objects.update_or_create(
        council=person.council, key=person_key(name), defaults={"person": person, "name": name}
    )


def _was_public(committee: Committee) -> bool:
    return Committee.objects.once_public().filter(pk=committee.pk).exists()


def _index_of(meetings: MeetingQuerySet) -> None:
    """Committee, council and people are in the index too."""
    due = Meeting.objects.filter(pk__in=meetings.published().values("pk")).update(index_due_since=timezone.now())
    if due <= AT_ONCE:
        transaction.on_commit(indexer.follow)


def _meetings_of(person: Person) -> MeetingQuerySet:
    """Those whose rows name the person."""
    listed = Q(pk__in=Attendance.objects.filter(person=person).values("meeting"))
    voted = Q(pk__in=Vote.objects.filter(person=person).values("resolution__item__meeting"))
    of_motions = Resolution.objects.filter(Q(mover=person) | Q(seconder=person))
    return Meeting.objects.filter(listed | voted | Q(pk__in=of_motions.values("item__meeting")))


def _give_rows(person: Person, to: Person, meetings: MeetingQuerySet) -> None:
    """What names the person in those meetings' rows names the other."""
    meetings = Meeting.objects.filter(pk__in=list(meetings.values_list("pk", flat=True)))
    Attendance.objects.filter(person=person, meeting__in=meetings).update(person=to)
    Vote.objects.filter(person=person, resolution__item__meeting__in=meetings).update(person=to)
    Resolution.objects.filter(mover=person, item__meeting__in=meetings).update(mover=to)
    Resolution.objects.filter(seconder=person, item__meeting__in=meetings).update(seconder=to)


def _people_of_council(meetings: MeetingQuerySet, council: Council) -> None:
    """People are a council's: whoever is named in meetings that became another council's has a row there too."""
    listed, voted = Q(attendances__meeting__in=meetings), Q(votes__resolution__item__meeting__in=meetings)
    moved, seconded = Q(moved__item__meeting__in=meetings), Q(seconded__item__meeting__in=meetings)
    for person in Person.objects.exclude(council=council).filter(listed | voted | moved | seconded).distinct():
        known = Person.objects.filter(council=council, key=person.key).first()
        slugs = frozenset(Person.objects.filter(council=council).values_list("slug", flat=True))
        to = known or Person.objects.create(council=council, name=person.name, slug=free_slug(person.name, slugs))
        _give_rows(person, to, meetings)
