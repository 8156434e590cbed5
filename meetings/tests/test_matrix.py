"""Every address of the site, asked for by everybody: who comes in where, and that what is hidden stays so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from meetings.correcting import Change, Kind
from meetings.ingest.jobs import enqueue
from meetings.models import IngestJob, Meeting, MistakeReport, Person, SourceFile
from meetings.publishing import (
    ask_erasure,
    correct_meeting,
    publish_meeting,
    redact_meeting,
    schedule_publication,
    withdraw_meeting,
)
from meetings.publishing.bodies import rename_committee
from meetings.search import indexer
from meetings.storing.readings import newest_version
from meetings.tests.readings import item, keep, make_minutes
from meetings.tests.test_desk import clerk_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

OWN, OTHER = "Harrowmere Borough Council", "Eastmarch County Council"
SHARED = "heliotrope"  # stands in all that is hidden and in what is not, so that a search for it meets them all
SECRETS = {
    "draft": "Quibblesome",
    "scheduled": "Ragwortian",
    "restricted": "Snickerdoodle",
    "redacted": "Thimblerig",
    "withdrawn": "Umbrageous",
    "waiting": "Vermicular",
    "upload": "Wainscoted",
    "report": "Xylophonist",
}
ROLES = ("anonymous", "uploader", "publisher", "other", "administrator")
EVERYBODY = dict.fromkeys(ROLES, 200)
SIGNED_IN = {**EVERYBODY, "anonymous": 302}
CLERKS = {**SIGNED_IN, "other": 404}
PUBLISHERS = {**CLERKS, "uploader": 403}
SENDER = {"anonymous": 302, "uploader": 200, "publisher": 404, "other": 404, "administrator": 200}
ADMINISTRATOR = {"anonymous": 302, "uploader": 403, "publisher": 403, "other": 403, "administrator": 200}
DEED = dict.fromkeys(ROLES, 405)
POSTED_BY_CLERKS = {"anonymous": 302, "uploader": 302, "publisher": 302, "other": 404, "administrator": 302}
POSTED_BY_SENDER = {**POSTED_BY_CLERKS, "publisher": 404}
POSTED_BY_PUBLISHERS = {**POSTED_BY_CLERKS, "uploader": 403}


@dataclass(frozen=True)
class Archive:
    meetings: dict[str, Meeting]
    ids: dict[str, Any]
    users: dict[str, User | None] = field(default_factory=dict)


def secretive(secret: str, **fields: Any) -> Any:
    title = f"Matter of {SHARED} and {secret}"
    return item("1", title, f"The {SHARED} of {secret}.", resolutions=(f"That {secret} be {SHARED}.",), **fields)


@pytest.fixture
def archive() -> Archive:
    """Minutes in every state, each hidden thing with a secret of its own."""
    publisher, other = clerk_of(OWN), clerk_of(OTHER)
    uploader = get_user_model().objects.create_user("uploader")
    uploader.councils.add(publisher.councils.get())
    administrator = get_user_model().objects.create_superuser("root")

    def kept(state: str, day: int, *items: Any, **fields: Any) -> Meeting:
        fields = {"venue": f"House of {SECRETS.get(state, 'Plenty')}", "items": items, **fields}
        return keep(make_minutes(date=dt.date(2024, 5, day), **fields)).meeting

    meetings = {
        "public": kept(
            "public",
            1,
            item(
                "1", f"Open {SHARED}", f"The {SHARED} was noted. Mr {SECRETS['redacted']} wrote.", resolutions=("Yes.",)
            ),
            secretive(SECRETS["restricted"], restricted=True),
        ),
        "draft": kept("draft", 2, secretive(SECRETS["draft"]), committee=f"{SECRETS['draft']} Panel"),
        "scheduled": kept("scheduled", 3, secretive(SECRETS["scheduled"])),
        "withdrawn": kept("withdrawn", 4, secretive(SECRETS["withdrawn"])),
    }
    public = meetings["public"]
    publish_meeting(public)
    rename_committee(public.committee, "Leisure Committee", until=dt.date(2024, 6, 1), by=publisher)
    redaction = redact_meeting(public, f"Mr {SECRETS['redacted']}", reason=SECRETS["redacted"], by=publisher)
    [first] = correct_meeting(public, [Change(Kind.FACT, "signatory", None, None, "A. Marsh")], by=publisher)
    publish_meeting(public, note="Signed.")
    correct_meeting(public, [Change(Kind.FACT, "venue", None, "", SECRETS["waiting"])], by=publisher)
    publish_meeting(meetings["withdrawn"])
    withdraw_meeting(meetings["withdrawn"], reason="A mistake.")
    source = newest_version(meetings["scheduled"])
    assert source is not None
    at = timezone.now() + dt.timedelta(days=1)
    schedule_publication(meetings["scheduled"], at, by=publisher, version=source.version)
    job = enqueue(ContentFile(SECRETS["upload"].encode()), name=f"{SECRETS['upload']}.txt", by=uploader)
    IngestJob.objects.update(state=IngestJob.State.REFUSED)
    report = MistakeReport.objects.create(meeting=public, words=SECRETS["report"])
    erasure = ask_erasure(meetings["draft"], reason="An order.", by=administrator)
    indexer.catch_up()
    ids = {
        "council": public.committee.council_id,
        "committee": public.committee_id,
        "person": Person.objects.get(name="Ada Marsh").pk,
        "job": job.pk,
        "batch": job.batch,
        "report": report.pk,
        "erasure": erasure.pk,
        "correction": first.pk,
        "redaction": redaction.pk,
    }
    users = {
        "anonymous": None,
        "uploader": uploader,
        "publisher": publisher,
        "other": other,
        "administrator": administrator,
    }
    return Archive({state: Meeting.objects.get(pk=one.pk) for state, one in meetings.items()}, ids, users)


def nothing(_: Archive) -> list[Any]:
    return []


def of_public(*more: Any) -> Callable[[Archive], list[Any]]:
    return lambda archive: [*archive.meetings["public"].address, *more]


def of_hidden(*more: Any) -> Callable[[Archive], list[Any]]:
    """The desk's page of a draft."""
    return lambda archive: [archive.meetings["draft"].pk, *(archive.ids.get(str(part), part) for part in more)]


def of_corrected(*more: Any) -> Callable[[Archive], list[Any]]:
    return lambda archive: [archive.meetings["public"].pk, *(archive.ids.get(str(part), part) for part in more)]


def of(name: str) -> Callable[[Archive], list[Any]]:
    return lambda archive: [archive.ids[name]]


def slugs(count: int) -> Callable[[Archive], list[Any]]:
    return lambda archive: list(archive.meetings["public"].address[:count])


# By the name of the address: what stands in it, what a GET answers to whom, and a POST without any field.
PAGES: dict[str, tuple[Callable[[Archive], list[Any]], dict[str, int], dict[str, int] | None]] = {
    "home": (nothing, EVERYBODY, None),
    "search": (nothing, EVERYBODY, None),
    "search-help": (nothing, EVERYBODY, None),
    "search-feed": (nothing, EVERYBODY, None),
    "search-suggest": (nothing, EVERYBODY, None),
    "search-csv": (nothing, EVERYBODY, None),
    "committees": (nothing, EVERYBODY, None),
    "calendar": (nothing, dict.fromkeys(ROLES, 302), None),
    "calendar-year": (lambda _: [2024], EVERYBODY, None),
    "calendar-month": (lambda _: [2024, 5], EVERYBODY, None),
    "healthz": (nothing, EVERYBODY, None),
    "robots": (nothing, EVERYBODY, None),
    "council": (slugs(1), EVERYBODY, None),
    "committee": (slugs(2), EVERYBODY, None),
    "meeting": (of_public(), EVERYBODY, None),
    "original": (of_public(), dict.fromkeys(ROLES, 404), None),
    "report-mistake": (of_public(), EVERYBODY, dict.fromkeys(ROLES, 422)),
    "changes": (of_public(), EVERYBODY, None),
    "item": (of_public("1"), EVERYBODY, None),
    "resolution": (of_public("1", 1), EVERYBODY, None),
    "login": (nothing, EVERYBODY, None),
    "logout": (nothing, DEED, None),
    "password_change": (nothing, SIGNED_IN, None),
    "password_change_done": (nothing, SIGNED_IN, None),
    "password_reset": (nothing, EVERYBODY, None),
    "password_reset_done": (nothing, EVERYBODY, None),
    "password_reset_confirm": (lambda _: ["x", "y"], EVERYBODY, None),
    "password_reset_complete": (nothing, EVERYBODY, None),
    "desk": (nothing, SIGNED_IN, None),
    "upload": (nothing, SIGNED_IN, {**dict.fromkeys(ROLES, 422), "anonymous": 302}),
    "uploads": (of("batch"), SENDER, None),
    "upload-again": (
        of("job"),
        SENDER,
        POSTED_BY_SENDER,
    ),
    "upload-cancel": (
        of("job"),
        DEED,
        POSTED_BY_SENDER,
    ),
    "log": (nothing, SIGNED_IN, None),
    "log-table": (nothing, SIGNED_IN, None),
    "mistakes": (nothing, SIGNED_IN, None),
    "mistake-settle": (of("report"), DEED, POSTED_BY_CLERKS),
    "desk-councils": (nothing, SIGNED_IN, {**ADMINISTRATOR, "administrator": 422}),
    "desk-council": (of("council"), PUBLISHERS, None),
    "desk-council-people": (of("council"), PUBLISHERS, None),
    "desk-committee": (of("committee"), PUBLISHERS, None),
    "desk-person": (of("person"), PUBLISHERS, None),
    "file": (of_hidden(), PUBLISHERS, None),
    "join-meeting": (of_hidden(), DEED, {**POSTED_BY_PUBLISHERS, "publisher": 404, "administrator": 404}),
    "desk-meeting": (of_hidden(), CLERKS, None),
    "desk-facts": (of_hidden(), CLERKS, {**CLERKS, "uploader": 409, "publisher": 409, "administrator": 409}),
    "desk-people": (of_hidden(), CLERKS, {**CLERKS, "uploader": 422, "publisher": 422, "administrator": 422}),
    "desk-item": (of_hidden(0), CLERKS, {**CLERKS, "uploader": 422, "publisher": 422, "administrator": 422}),
    "desk-item-split": (of_hidden(0), DEED, POSTED_BY_CLERKS),
    "desk-item-arrange": (of_hidden(0), DEED, POSTED_BY_CLERKS),
    "desk-redact": (of_hidden(), CLERKS, {**CLERKS, "uploader": 422, "publisher": 422, "administrator": 422}),
    "desk-history": (of_hidden(), CLERKS, None),
    "desk-correction-revert": (of_corrected("correction"), DEED, POSTED_BY_CLERKS),
    "desk-redaction-lift": (of_corrected("redaction"), DEED, POSTED_BY_CLERKS),
    "desk-preview": (of_hidden(), CLERKS, None),
    "publish": (of_hidden(), PUBLISHERS, POSTED_BY_PUBLISHERS),
    "unschedule": (of_hidden(), DEED, POSTED_BY_PUBLISHERS),
    "withdraw": (of_hidden(), {**PUBLISHERS, "publisher": 302, "administrator": 302}, POSTED_BY_PUBLISHERS),
    "confirm": (of_hidden(), PUBLISHERS, POSTED_BY_PUBLISHERS),
    "erase": (of_hidden(), ADMINISTRATOR, {**ADMINISTRATOR, "administrator": 422}),
    "erasure": (of("erasure"), ADMINISTRATOR, {**ADMINISTRATOR, "administrator": 422}),
}
PUBLIC = {name for name, (_, answers, _) in PAGES.items() if answers == EVERYBODY} | {"original", "calendar"}


def signed_in(archive: Archive, role: str) -> Client:
    client = Client()
    if user := archive.users[role]:
        client.force_login(user)
    return client


def content_of(answer: Any) -> str:
    return (b"".join(answer) if answer.streaming else answer.content).decode()


def secrets_in(words: str) -> list[str]:
    return [secret for secret in SECRETS.values() if secret.casefold() in words.casefold()]


def test_the_table_knows_every_address() -> None:
    included = [pattern for pattern in get_resolver().url_patterns if not str(pattern.pattern).startswith("admin")]
    names = {pattern.name for resolver in included for pattern in resolver.url_patterns}
    assert names == PAGES.keys()


@pytest.mark.parametrize("role", ROLES)
def test_who_comes_in_where(archive: Archive, role: str) -> None:
    client = signed_in(archive, role)
    for name, (place, answers, _) in PAGES.items():
        answer = client.get(reverse(name, args=place(archive)))
        assert answer.status_code == answers[role], name
        if role in ("anonymous", "other") or name in PUBLIC:
            assert secrets_in(content_of(answer)) == [], name


@pytest.mark.parametrize("role", ROLES)
def test_who_may_do_what(archive: Archive, role: str) -> None:
    client = signed_in(archive, role)
    before = list(Meeting.objects.published())
    for name, (place, _, answers) in PAGES.items():
        if answers is None:
            continue
        allowed = role in ("publisher", "administrator")
        if allowed and name in ("publish", "desk-correction-revert", "desk-redaction-lift"):
            continue  # these do their deed without a field; they are tested where they are at home
        answer = client.post(reverse(name, args=place(archive)))
        assert answer.status_code == answers[role], name
        if answer.status_code == 302 and role == "anonymous":
            assert answer.headers["Location"].startswith("/accounts/login/"), name
    assert list(Meeting.objects.published()) == before


@pytest.mark.parametrize("role", ROLES)
def test_hidden_meetings_and_items_have_no_public_page(archive: Archive, role: str) -> None:
    client = signed_in(archive, role)
    for state, status in {"draft": 404, "scheduled": 404, "withdrawn": 410}.items():
        for part in ("", "original/", "mistake/", "changes/", "items/1/", "items/1/resolutions/1/"):
            answer = client.get(archive.meetings[state].get_absolute_url() + part)
            assert answer.status_code == status, (state, part)
            assert secrets_in(content_of(answer).replace(answer.request["PATH_INFO"], "")) == [], (state, part)
    public = archive.meetings["public"].get_absolute_url()
    for part in ("items/1-2/", "items/1-2/resolutions/1/", "original/"):
        assert client.get(public + part).status_code == 404, part


@pytest.mark.parametrize("role", ROLES)
def test_nothing_hidden_is_found(archive: Archive, role: str) -> None:
    client = signed_in(archive, role)
    asked = [{"q": SHARED}, {"q": f"{SHARED}*", "group": "meeting"}, {"q": "committee:pan*"}, {"person": "1"}]
    for name in ("search", "search-feed", "search-csv", "search-suggest"):
        for query in asked:
            answer = client.get(reverse(name), query)
            assert answer.status_code == 200
            assert secrets_in(content_of(answer)) == [], (name, query)
    for secret in SECRETS.values():
        assert client.get(reverse("search"), {"q": secret}).context["page"].total == 0, secret
        assert secret not in content_of(client.get(reverse("search-suggest"), {"q": secret[:4]}))
        assert secret not in content_of(client.get(reverse("search"), {"q": secret[:-1]})), secret


def test_the_admin_is_for_administrators(archive: Archive) -> None:
    for role in ROLES:
        status = signed_in(archive, role).get("/admin/").status_code
        assert status == (200 if role == "administrator" else 302), role


def test_no_file_is_served_by_its_path(archive: Archive) -> None:
    source = SourceFile.objects.first()
    assert source is not None
    client = signed_in(archive, "administrator")
    for path in ("", "originals/", "static/", "media/"):
        assert client.get(f"/{path}{source.content.name}", follow=True).status_code == 404
