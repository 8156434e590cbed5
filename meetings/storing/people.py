"""Whom a printed name means: a full name among the council's people, a surname among those present, else nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from meetings.models import Council, Person, PersonAlias
from meetings.models.addresses import free_slug
from meetings.models.people import person_key
from meetings.parsing.parsed import Attendee

MEMBERSHIP = {"present", "apologies", "absent"}


class PeopleOfMeeting:
    """The people of one meeting's attendance list, made rows where they are members, and looked up by printed name."""

    def __init__(self, council: Council, attendees: tuple[Attendee, ...], meant: Mapping[str, Person]) -> None:
        """``meant`` tells whom names (`person_key`) were taken to mean at this meeting before."""
        self._by_name: dict[str, Person] = {}
        self._by_surname: defaultdict[str, set[Person]] = defaultdict(set)
        listed = [attendee for attendee in attendees if attendee.presence in MEMBERSHIP]
        wanted = {key: attendee.name for attendee in listed if " " in (key := person_key(attendee.name))}
        known = defaultdict(list)
        for person in Person.objects.filter(council=council, key__in=wanted):
            known[person.key].append(person)
        for alias in PersonAlias.objects.filter(council=council, key__in=wanted).select_related("person"):
            known[alias.key] = known[alias.key] or [alias.person]
        slugs = set(Person.objects.filter(council=council).values_list("slug", flat=True)) if wanted else set()
        for key, name in wanted.items():
            if not known[key]:
                slug = free_slug(name, slugs)
                slugs.add(slug)
                known[key].append(Person.objects.create(council=council, name=name[:200], slug=slug))
            before = meant.get(key)
            if len(known[key]) == 1 or before in known[key]:  # two people of one name: else it stays open who is meant
                self._by_name[key] = before if before in known[key] else known[key][0]
        for attendee in listed:
            named = self._by_name.get(person_key(attendee.name))
            if named is not None and attendee.presence == "present":
                self._by_surname[named.key.split()[-1]].add(named)

    def named(self, name: str | None) -> Person | None:
        """The person whom a name as printed means at this meeting, or None where that is not sure."""
        key = person_key(name or "")
        if not key:
            return None
        if key in self._by_name:
            return self._by_name[key]
        surname = key.split()[-1]
        initials = key.split()[:-1]
        matching = [
            person
            for person in self._by_surname.get(surname, ())
            if all(given.startswith(initial) for initial, given in zip(initials, person.key.split(), strict=False))
        ]
        return matching[0] if len(matching) == 1 else None
