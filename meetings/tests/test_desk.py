"""The clerk's pages: who may, what is said, and that nothing leaves before Publish."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import StringIO
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from meetings.ingest.jobs import run_next
from meetings.models import Council, IngestJob, Meeting
from meetings.parsing.parsed import Note
from meetings.publishing import publish_meeting, withdraw_meeting
from meetings.search import indexer
from meetings.tests.forms import send
from meetings.tests.readings import item, keep, make_minutes
from meetings.tests.test_ingest import MINUTES

pytestmark = [pytest.mark.django_db, pytest.mark.desk]


def clerk_of(name: str) -> User:
    council, _ = Council.objects.get_or_create(name=name, defaults={"slug": name.split()[0].lower()})
    user = get_user_model().objects.create_user(f"clerk-{council.slug}", password="correct horse battery")
    user.user_permissions.add(Permission.objects.get(codename="publish_meeting"))
    council.clerks.add(user)
    return user


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def text_file(content: str | bytes = MINUTES, name: str = "amenities.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content, "text/plain")


def upload(client: Client, sent: dict[str, Any]) -> Any:
    """Send a file as a clerk does and have a worker read it: its report, or what became of it where it was refused."""
    answer = client.post("/desk/upload/", sent)
    if answer.status_code != 302:
        return answer
    while run_next():
        pass
    job = IngestJob.objects.latest("pk")
    return client.get(f"/desk/meetings/{job.source.meeting_id}/" if job.source else answer.headers["Location"])


def publish(client: Client, meeting: Meeting) -> Any:
    """Look at what would be published, and publish it."""
    return send(client, client.get(f"/desk/meetings/{meeting.pk}/publish/"))


def test_the_desk_is_for_those_who_signed_in(client: Client) -> None:
    meeting = keep().meeting
    for address in ("/desk/", "/desk/upload/", f"/desk/meetings/{meeting.pk}/"):
        assert client.get(address).headers["Location"].startswith("/accounts/login/?next=")
    for deed in ("publish", "unschedule", "withdraw", "confirm"):
        assert client.post(f"/desk/meetings/{meeting.pk}/{deed}/").status_code == 302
    assert not Meeting.objects.published().exists()


def test_upload_check_publish_withdraw(desk: Client) -> None:
    answer = upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    assert "Amenities Committee, 12 March 2024</a>, a draft" in desk.get("/desk/uploads/").content.decode()
    page = answer.content.decode()
    assert "Bandstand Repairs" in page
    assert "Read as a resolution (carried)" in page
    assert desk.get(meeting.get_absolute_url()).status_code == 404
    publish(desk, meeting)
    assert desk.get(meeting.get_absolute_url()).status_code == 200
    assert "See the public page" in desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()
    desk.post(f"/desk/meetings/{meeting.pk}/withdraw/", {"reason": "The wrong file."})
    assert desk.get(meeting.get_absolute_url()).status_code == 410
    assert Meeting.objects.get().sources.get().uploaded_by.username == "clerk-harrowmere"


def test_pasted_text_is_read_too(desk: Client) -> None:
    upload(desk, {"text": MINUTES.replace("\n", "\r\n")})
    assert [row.title for row in Meeting.objects.get().items.all()] == ["Apologies for Absence", "Bandstand Repairs"]


def test_the_same_file_again_is_recognised(desk: Client) -> None:
    upload(desk, {"file": text_file()})
    upload(desk, {"file": text_file(name="other name.txt")})
    page = desk.get("/desk/uploads/").content.decode()
    assert "other name.txt" in page
    assert "This very file is the newest version of" in page


def test_an_earlier_version_comes_back_by_uploading_it_again(desk: Client) -> None:
    upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    publish(desk, meeting)
    upload(desk, {"file": text_file(MINUTES.replace("£4,200", "£4,700"))})
    publish(desk, meeting)
    page = upload(desk, {"file": text_file()}).content.decode()
    assert "A corrected version waits" in page
    assert "£4,700" in desk.get(meeting.get_absolute_url()).content.decode()
    publish(desk, meeting)
    assert "£4,200" in desk.get(meeting.get_absolute_url()).content.decode()
    assert meeting.sources.count() == 2


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_file_of_another_council_is_not_taken_from_it(desk: Client, client: Client, state: str) -> None:
    upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    if state == "withdrawn":
        publish_meeting(meeting)
        withdraw_meeting(meeting)
    client.force_login(clerk_of("Eastmarch County Council"))
    answer = upload(client, {"file": text_file(), "council": "Eastmarch County Council"})
    assert "whose clerk you are not" in answer.content.decode()
    assert Meeting.objects.get().committee.council.name == "Harrowmere Borough Council"
    assert meeting.sources.count() == 1


def test_a_meeting_whose_file_was_filed_elsewhere_cannot_be_published(desk: Client) -> None:
    upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    publish_meeting(meeting)
    withdraw_meeting(meeting)
    upload(desk, {"file": text_file(), "committee": "Parks Panel"})
    page = desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()
    assert "No file stands for this meeting any more" in page
    assert "Publish</button>" not in page
    answer = desk.post(f"/desk/meetings/{meeting.pk}/publish/", follow=True)
    assert "nothing to publish" in answer.content.decode()
    assert not Meeting.objects.published().exists()


def test_a_post_that_does_not_say_what_was_looked_at_publishes_nothing(desk: Client) -> None:
    meeting = keep().meeting
    answer = desk.post(f"/desk/meetings/{meeting.pk}/publish/", follow=True)
    assert "Look at it first" in answer.content.decode()
    assert not Meeting.objects.published().exists()


def test_the_report_tells_what_becomes_of_the_original(desk: Client) -> None:
    for restricted, note, said in (
        (False, (), "The public may download it, whole"),
        (True, (), "Withheld from the public: an item is restricted"),
        (False, (Note("may_be_exempt", "Check it.", 3),), "Withheld from the public: it is doubtful"),
    ):
        meeting = keep(make_minutes(items=(item("1", "Only", restricted=restricted),), notes=note)).meeting
        assert said in desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()
        publish_meeting(meeting)
        assert (meeting.public_original() is None) == bool(restricted or note)
        withdraw_meeting(meeting)


def test_an_index_that_stays_behind_is_told(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = keep().meeting
    monkeypatch.setattr(indexer, "follow", lambda: False)
    answer = publish(desk, meeting)
    assert "The search index is busy or unwell" in answer.content.decode()


def test_a_corrected_file_waits_for_publish(desk: Client) -> None:
    upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    publish_meeting(meeting)
    corrected = MINUTES.replace("£4,200", "£4,700")
    page = upload(desk, {"file": text_file(corrected)}).content.decode()
    assert "A corrected version waits" in page
    assert "£4,700" in page
    public = desk.get(meeting.get_absolute_url()).content.decode()
    assert "£4,200" in public
    assert "£4,700" not in public
    assert "Corrected version waits" in desk.get("/desk/?state=waiting").content.decode()
    publish(desk, meeting)
    assert "£4,700" in desk.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({}, "file", "Choose the minutes files, or paste their text"),
        ({"text": " \n "}, "file", "Choose the minutes files, or paste their text"),
        ({"text": MINUTES, "file": MINUTES}, "text", "not both"),
        ({"text": "a\0b"}, "text", "Null characters"),
        ({"text": MINUTES, "council": "x" * 201}, "council", "at most 200 characters"),
        ({"text": MINUTES, "batch": "x"}, "batch", "valid UUID"),
    ],
)
def test_what_is_wrong_stands_at_its_field(desk: Client, sent: dict, field: str, said: str) -> None:
    if "file" in sent:
        sent = {**sent, "file": text_file(sent["file"])}
    answer = desk.post("/desk/upload/", sent)
    assert answer.status_code == 422
    [message] = answer.context["form"].errors[field]
    assert said.casefold() in message.casefold()
    page = answer.content.decode()
    if field != "batch":
        assert f'href="#id_{field}"' in page
        assert f'id="id_{field}_error"' in page
    assert not IngestJob.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"file": text_file("", "empty.txt")}, "empty"),
        ({"file": text_file(b"\x89PNG\r\n\x1a\n" + bytes(200), "upload.txt")}, "PNG"),
        ({"file": text_file("Dear Sir,\n\nThank you.\n\nYours faithfully\n")}, "minutes"),
        ({"text": MINUTES.replace("1.  Apol", "<AI1>\n1.  Apol")}, "Line 10: "),
        (
            {"text": MINUTES.removeprefix("Harrowmere Borough"), "council": "Eastmarch"},
            "your account serves Harrowmere",
        ),
    ],
)
def test_why_a_file_was_not_read_stands_beside_it(desk: Client, sent: dict, said: str) -> None:
    page = upload(desk, sent).content.decode()
    assert "Not read" in page
    assert said.casefold() in page.casefold()
    assert not Meeting.objects.exists()


def test_many_files_are_sent_at_once_and_each_has_its_line(desk: Client) -> None:
    files = [
        text_file(name="one.txt"),
        text_file(MINUTES.replace("£4,200", "£4,700"), "two.txt"),
        text_file("", "three.txt"),
    ]
    answer = desk.post("/desk/upload/", {"file": files}, follow=True)
    page = answer.content.decode()
    assert page.count("Waits to be read") == 3
    assert "Look again" in page
    while run_next():
        pass
    page = desk.get(answer.redirect_chain[0][0]).content.decode()
    assert page.index("one.txt") < page.index("two.txt") < page.index("three.txt")
    assert page.count(">Read<") == 2
    assert page.count("Not read") == 1
    assert "Look again" not in page


def test_too_many_files_in_one_post_get_a_kind_answer(desk: Client) -> None:
    answer = desk.post("/desk/upload/", {"file": [text_file(name=f"{n}.txt") for n in range(101)]})
    assert answer.status_code == 400
    assert "at most 100 files at once" in answer.content.decode()
    assert not IngestJob.objects.exists()


def test_a_refused_file_is_read_again_with_what_the_clerk_says(desk: Client) -> None:
    page = upload(desk, {"file": text_file(MINUTES.replace("Amenities Committee\n", ""))})
    job = IngestJob.objects.get()
    form = desk.get(f"/desk/uploads/{job.pk}/again/")
    assert "Say which it is" in form.content.decode()
    desk.post(f"/desk/uploads/{job.pk}/again/", {"committee": "Amenities Committee"})
    run_next()
    assert Meeting.objects.get().committee.name == "Amenities Committee"
    assert desk.get(f"/desk/uploads/{job.pk}/again/").status_code == 302
    assert page.status_code == 200


def test_a_clerk_is_asked_for_the_day_that_the_minutes_do_not_print(desk: Client) -> None:
    page = upload(desk, {"file": text_file(MINUTES.replace("Tuesday, 12th March, 2024", "Tuesday"))}).content.decode()
    assert "The minutes print no date. On what day was the meeting?" in page
    assert "Say the day of the meeting" in page
    address = f"/desk/uploads/{IngestJob.objects.get().pk}/again/"
    form = desk.get(address)
    assert "The minutes print no date. On what day was the meeting?" in form.content.decode()
    assert list(form.context["form"].fields) == ["date", "council", "committee"]
    for day, said in (("2999-01-01", "This day is to come"), ("the 12th", "Enter a valid date")):
        answer = send(desk, form, date=day)
        assert said in answer.content.decode()
        assert run_next() is None
    send(desk, form, date="2024-03-12")
    run_next()
    meeting = Meeting.objects.get()
    assert (str(meeting.date), meeting.state) == ("2024-03-12", "draft")
    assert "The day was given as 12 March 2024." in desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()


def test_an_upload_is_cancelled(desk: Client) -> None:
    answer = desk.post("/desk/upload/", {"file": text_file()}, follow=True)
    job = IngestJob.objects.get()
    assert f"/desk/uploads/{job.pk}/cancel/" in answer.content.decode()
    answer = desk.post(f"/desk/uploads/{job.pk}/cancel/", follow=True)
    assert "will not be read, and is deleted" in answer.content.decode()
    assert run_next() is None


def test_the_script_sends_a_file_a_time_into_one_batch(desk: Client) -> None:
    json = {"headers": {"Accept": "application/json"}}
    first = desk.post("/desk/upload/", {"file": text_file(name="one.txt")}, **json).json()
    second = desk.post(
        "/desk/upload/", {"file": text_file("Dear Sir", "two.txt"), "batch": first["batch"]}, **json
    ).json()
    assert first == second
    assert desk.get(first["address"]).content.decode().count("Waits to be read") == 2
    refused = desk.post("/desk/upload/", {}, **json)
    assert refused.status_code == 422
    assert "Choose the minutes files" in refused.json()["errors"][0]
    fragment = desk.get(first["address"] + "?fragment").content.decode()
    assert "<html" not in fragment
    assert 'data-open="true"' in fragment


def test_uploads_are_their_senders_alone(desk: Client, client: Client) -> None:
    address = desk.post("/desk/upload/", {"file": text_file()}).headers["Location"]
    job = IngestJob.objects.get()
    client.force_login(clerk_of("Eastmarch County Council"))
    assert client.get(address).status_code == 404
    assert client.get(f"/desk/uploads/{job.pk}/again/").status_code == 404
    assert client.post(f"/desk/uploads/{job.pk}/cancel/").status_code == 404
    assert "amenities.txt" not in client.get("/desk/uploads/").content.decode()


def test_too_large_a_file_is_refused_before_it_is_read(desk: Client, settings) -> None:
    settings.UPLOAD_MAX_MB = 0
    answer = desk.post("/desk/upload/", {"file": text_file()})
    assert "Larger than" in answer.context["form"].errors["file"][0]
    assert not IngestJob.objects.exists()


def test_a_clerk_publishes_what_they_saw_and_nothing_else(desk: Client) -> None:
    upload(desk, {"file": text_file()})
    meeting = Meeting.objects.get()
    seen = desk.get(f"/desk/meetings/{meeting.pk}/").context["source"].version
    upload(desk, {"file": text_file(MINUTES.replace("£4,200", "£4,700"))})
    answer = desk.post(f"/desk/meetings/{meeting.pk}/publish/", {"version": seen}, follow=True)
    assert "A newer version came in meanwhile" in answer.content.decode()
    assert not Meeting.objects.published().exists()
    seen = answer.context["source"].version
    desk.post(f"/desk/meetings/{meeting.pk}/publish/", {"version": seen})
    assert Meeting.objects.published().exists()


def test_a_clerk_files_under_their_own_council_where_the_minutes_name_none(desk: Client) -> None:
    upload(desk, {"text": MINUTES.removeprefix("Harrowmere Borough Council\n")})
    assert Meeting.objects.get().committee.council.name == "Harrowmere Borough Council"


def test_another_councils_clerk_can_do_nothing(client: Client) -> None:
    meeting = keep(content=MINUTES.encode()).meeting
    client.force_login(clerk_of("Eastmarch County Council"))
    assert client.get(f"/desk/meetings/{meeting.pk}/").status_code == 404
    assert client.post(f"/desk/meetings/{meeting.pk}/publish/").status_code == 404
    assert "Amenities" not in client.get("/desk/").content.decode()
    assert "your account serves Eastmarch" in upload(client, {"file": text_file()}).content.decode()
    assert not Meeting.objects.published().exists()


def test_an_account_without_a_council_or_the_permission_can_do_nothing(client: Client) -> None:
    meeting = keep().meeting
    user = get_user_model().objects.create_user("visitor")
    client.force_login(user)
    assert client.get("/desk/upload/").status_code == 403
    assert client.post(f"/desk/meetings/{meeting.pk}/publish/").status_code == 403
    Council.objects.get().clerks.add(user)
    assert client.post(f"/desk/meetings/{meeting.pk}/publish/").status_code == 403
    assert "Publish</button>" not in client.get(f"/desk/meetings/{meeting.pk}/").content.decode()


def test_deeds_are_posts(desk: Client) -> None:
    meeting = keep().meeting
    assert desk.get(f"/desk/meetings/{meeting.pk}/unschedule/").status_code == 405
    for page in ("publish", "preview", "withdraw", "confirm"):
        desk.get(f"/desk/meetings/{meeting.pk}/{page}/")
    assert not Meeting.objects.published().exists()


def test_a_post_from_elsewhere_is_refused(clerk: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk)
    meeting = keep().meeting
    assert client.post(f"/desk/meetings/{meeting.pk}/publish/").status_code == 403


def test_the_lists_tell_where_minutes_stand(desk: Client, django_assert_max_num_queries) -> None:
    published, withdrawn = (
        keep(make_minutes(committee=name, items=(item("1", "Only"),))).meeting
        for name in ("Audit Panel", "Parks Panel")
    )
    keep(make_minutes(committee="Cabinet"))
    publish_meeting(published)
    publish_meeting(withdrawn)
    withdraw_meeting(withdrawn)
    for state, name in {"draft": "Cabinet", "published": "Audit Panel", "withdrawn": "Parks Panel"}.items():
        with django_assert_max_num_queries(10):
            page = desk.get(f"/desk/?state={state}").content.decode()
        assert f"{name}, 12 March 2024" in page
        assert page.count("12 March 2024</a>") == 1
    assert desk.get("/desk/?state=<script>").status_code == 200
    assert desk.get("/desk/?page=99").status_code == 404


def test_script_in_minutes_shows_as_text(desk: Client) -> None:
    meeting = keep(make_minutes(items=(item("1", "<script>alert(1)</script>"),))).meeting
    page = desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def make_clerk(*args: str, password: str = "correct horse battery") -> str:
    out = StringIO()
    with mock.patch("sys.stdin", StringIO(password + "\n")):
        call_command("create_clerk", *args, stdout=out)
    return out.getvalue()


def test_a_command_makes_accounts() -> None:
    assert "all councils (administrator)" in make_clerk("ada")
    assert get_user_model().objects.get(username="ada").is_superuser
    keep()
    assert "for Harrowmere Borough Council" in make_clerk("tom", "--council", "harrowmere  borough council")
    tom = get_user_model().objects.get(username="tom")
    assert tom.has_perm("meetings.publish_meeting")
    assert not tom.is_superuser
    assert list(Council.objects.served_by(tom)) == [Council.objects.get()]
    assert tom.check_password("correct horse battery")
    make_clerk("bea", "--council", "Harrowmere Borough Council", "--no-publishing", "--email", "bea@minutes.example")
    bea = get_user_model().objects.get(username="bea")
    assert not bea.has_perm("meetings.publish_meeting")
    assert bea.email == "bea@minutes.example"


@pytest.mark.parametrize(
    ("args", "password", "said"),
    [
        (("ada", "--council", "Nowhere"), "correct horse battery", "no council “Nowhere”"),
        (("ada",), "12345", "too short"),
        (("a b!",), "correct horse battery", "valid username"),
        (("ada", "--no-publishing"), "correct horse battery", "Say of which councils"),
    ],
)
def test_a_bad_account_is_refused(args: tuple[str, ...], password: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        make_clerk(*args, password=password)
    assert not get_user_model().objects.exists()


def test_an_account_is_made_once() -> None:
    make_clerk("ada")
    with pytest.raises(CommandError, match="already"):
        make_clerk("ada")


def test_names_that_no_other_minutes_know_are_doubts(desk: Client) -> None:
    first = keep().meeting
    assert "in no other minutes" not in desk.get(f"/desk/meetings/{first.pk}/").content.decode()
    people = make_minutes().people
    people = (replace(people[0], name="Ada Marhs"), replace(people[1], name="Wilhelmina Oddie"))
    second = keep(make_minutes(date=dt.date(2024, 4, 9), people=people)).meeting
    page = desk.get(f"/desk/meetings/{second.pk}/").content.decode()
    assert "“Ada Marhs” is in no other minutes of the council. Is “Ada Marsh” meant?" in page
    assert "“Wilhelmina Oddie” is in no other minutes of the council: a new member?" in page


def test_what_may_be_private_is_a_doubt_and_can_be_blacked_from_there(desk: Client) -> None:
    open_item = item("1", "Letters", "Mrs Quill wrote from q.quill@reader.example.")
    closed = item("2", "Staff", "Ring 01632 960 123.", restricted=True)
    meeting = keep(make_minutes(items=(open_item, closed))).meeting
    page = desk.get(f"/desk/meetings/{meeting.pk}/").content.decode()
    doubts = page.partition('id="doubts"')[2].partition('id="facts"')[0]
    assert "Item 1 Letters holds what may be an e-mail address" in doubts
    assert "01632" not in doubts
    form = desk.get(f"/desk/meetings/{meeting.pk}/redact/", {"words": "q.quill@reader.example"}).content.decode()
    assert ">\nq.quill@reader.example</textarea>" in form
