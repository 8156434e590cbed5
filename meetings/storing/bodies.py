"""Which council and committee a file's minutes belong to: as the clerk said, else as printed, else the default."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q

from meetings.models import Committee, Council, SourceFile
from meetings.models.addresses import RESERVED_WORDS, free_slug
from meetings.models.council import name_key
from meetings.models.former import former_slugs
from meetings.parsing.parsed import ParsedMinutes


class BodyRefused(Exception):
    """It is not known whose minutes a file holds, or they are not this clerk's. ``field`` (council or committee) is
    what must be said or changed."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Body:
    """Names to file a meeting under; found among the rows by `find_or_make_committee`."""

    council: str
    committee: str


def name_body(minutes: ParsedMinutes, *, council: str = "", committee: str = "", by: User | None = None) -> Body:
    """Whose minutes these are. ``council`` and ``committee`` are the clerk's words and outweigh the file's; where
    neither says, it is the sole council that the clerk serves, else the default of the settings.

    Raises `BodyRefused` where it stays unknown.
    """
    named = council.strip() or minutes.council or _sole_council_of(by) or settings.DEFAULT_COUNCIL
    if not named:
        raise BodyRefused(
            "council",
            "The file does not name its council. Say which it is.",
        )
    body = committee.strip() or minutes.committee
    if not body:
        raise BodyRefused(
            "committee",
            "The file does not name its committee. Say which it is.",
        )
    for field, name in (("council", named), ("committee", body)):
        if not any(character.isalnum() for character in name):
            raise BodyRefused(field, f"“{name}” is no name. Say which {field} it is.")
    return Body(_one_line(named), _one_line(body))


def find_or_make_committee(body: Body) -> tuple[Committee, bool]:
    """The committee of that name, and whether it is new to the archive. Call inside a transaction."""
    council = find_council(body.council)
    if council is None:
        council = Council.objects.create(name=body.council, slug=council_slug(body.council))
    committee = find_committee(council, body.committee)
    if committee is not None:
        return committee, False
    return council.committees.create(name=body.committee, slug=committee_slug(council, body.committee)), True


def find_council(name: str) -> Council | None:
    """The council of that name, or of that former one."""
    key = name_key(name)
    former = Q(former_names__key=key, former_names__committee=None)
    return Council.objects.filter(key=key).first() or Council.objects.filter(former).first()


def find_committee(council: Council, name: str) -> Committee | None:
    """The council's committee of that name, or of that former one."""
    key = name_key(name)
    committees = council.committees
    return committees.filter(key=key).first() or committees.filter(former_names__key=key).first()


def council_slug(name: str, *, of: Council | None = None) -> str:
    """A free address for a council of that name; ``of`` is the one that changes its name."""
    others = Council.objects.exclude(pk=of.pk) if of else Council.objects.all()
    taken = others.values_list("slug", flat=True)
    return free_slug(name, RESERVED_WORDS.union(taken, former_slugs(but_of=of)))


def committee_slug(council: Council, name: str, *, of: Committee | None = None) -> str:
    """A free address for a committee of that name; ``of`` is the one that changes its name."""
    others = council.committees.exclude(pk=of.pk) if of else council.committees.all()
    taken = others.values_list("slug", flat=True)
    return free_slug(name, former_slugs(council.slug, but_of=of).union(taken))


def require_served(council: str, by: User | None) -> None:
    """Raise `BodyRefused` unless ``by`` (None: the command line) may file minutes of the council of that name."""
    if by is None or by.is_superuser or _serves(by, council):
        return
    served = ", ".join(map(str, Council.objects.served_by(by))) or "no council yet"
    raise BodyRefused(
        "council",
        f"These minutes are of {council}, and your account serves {served}. If the name was misread, say the council "
        "in the Council box; else ask an administrator.",
    )


def require_theirs(source: SourceFile, by: User | None) -> None:
    """Raise `BodyRefused` unless ``by`` may work on the minutes that the file is filed under."""
    council = source.meeting.committee.council
    if by is None or Council.objects.served_by(by).filter(pk=council.pk).exists():
        return
    raise BodyRefused(
        "council",
        f"This very file is in the archive already, as minutes of {council}, whose clerk you are not. "
        "Ask an administrator if that is a mistake.",
    )


def _serves(by: User, name: str) -> bool:
    council = find_council(name)
    return council is not None and Council.objects.served_by(by).filter(pk=council.pk).exists()


def _sole_council_of(by: User | None) -> str:
    if by is None or by.is_superuser:
        return ""
    names = list(Council.objects.served_by(by).values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else ""


def _one_line(name: str) -> str:
    return " ".join(name.split())[:200]
