"""From what was read to what is public and after: preview, a set time, new editions, withdrawal, confirmation."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from meetings.correcting import Change, Kind, place_of
from meetings.models import Edition, Meeting, Schedule
from meetings.publishing import (
    as_published,
    correct_meeting,
    publish_due,
    publish_meeting,
    redact_meeting,
    schedule_publication,
    withdraw_meeting,
)
from meetings.publishing.editions import changes_of
from meetings.storing.projection import project
from meetings.storing.readings import newest_version
from meetings.tests.forms import send
from meetings.tests.readings import item, keep, make_minutes
from meetings.tests.test_desk import clerk_of

pytestmark = [pytest.mark.django_db, pytest.mark.desk]

TOMORROW = dt.timedelta(days=1)


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def address(meeting: Meeting, page: str = "") -> str:
    return f"/desk/meetings/{meeting.pk}/{page}"


def version(meeting: Meeting) -> str:
    source = newest_version(Meeting.objects.get(pk=meeting.pk))
    assert source is not None
    return source.version


def public(client: Client, meeting: Meeting, page: str = "") -> str:
    return client.get(meeting.get_absolute_url() + page).content.decode()


def correct(meeting: Meeting, clerk: User, position: int, field: str, after: object) -> None:
    source = newest_version(Meeting.objects.get(pk=meeting.pk))
    assert source is not None
    reading = project(source, blacked=False).minutes.to_dict()
    change = Change(Kind.ITEM, field, place_of(reading, position), reading["items"][position][field], after)
    correct_meeting(meeting, [change], by=clerk)


def test_the_preview_is_the_public_page_before_it_is_public(desk: Client, client: Client) -> None:
    meeting = keep().meeting
    before = Meeting.objects.values().get()
    page = desk.get(address(meeting, "preview/")).content.decode()
    assert "Preview: the public does not see this yet" in page
    assert "Sign out" not in page
    assert Meeting.objects.values().get() == before
    publish_meeting(meeting)
    shown = page.partition("<article")[2].partition("</article>")[0]
    assert "Bandstand repairs" in shown
    client.logout()
    assert shown in public(client, meeting)


def test_the_preview_of_a_corrected_version_shows_that_version(desk: Client, client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    assert "Bandstand: repairs" in desk.get(address(meeting, "preview/")).content.decode()
    assert "Bandstand: repairs" not in public(client, meeting)
    assert not Edition.objects.exists()


def test_what_is_shown_before_publishing_leaves_no_trace_where_it_breaks_off() -> None:
    meeting = keep().meeting

    def break_off() -> None:
        with as_published(meeting):
            assert Meeting.objects.published().exists()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert not Meeting.objects.published().exists()


def test_publishing_at_a_set_time(desk: Client, clerk: User) -> None:
    meeting = keep().meeting
    at = timezone.localtime() + TOMORROW
    answer = send(desk, desk.get(address(meeting, "publish/")), at=at.strftime("%Y-%m-%dT%H:%M"))
    assert "will be published on" in answer.content.decode()
    assert publish_due() == []
    assert not Meeting.objects.published().exists()
    assert publish_due(timezone.now() + TOMORROW) == [meeting]
    assert Meeting.objects.published().exists()
    assert not Schedule.objects.exists()


def test_a_set_time_is_one_to_come_and_can_be_taken_back(desk: Client) -> None:
    meeting = keep().meeting
    answer = send(desk, desk.get(address(meeting, "publish/")), at="2020-01-01T10:00")
    assert answer.status_code == 422
    assert "This time is past" in answer.content.decode()
    answer = send(
        desk, desk.get(address(meeting, "publish/")), at=(timezone.localtime() + TOMORROW).strftime("%Y-%m-%dT%H:%M")
    )
    answer = send(desk, answer, "Do not publish by itself")
    assert "no longer holds" in answer.content.decode()
    assert not Schedule.objects.exists()


@pytest.mark.parametrize("hindrance", ["changed", "rights", "inactive", "council"])
def test_what_cannot_be_published_at_its_time_says_why_and_stays(desk: Client, clerk: User, hindrance: str) -> None:
    meeting = keep().meeting
    schedule_publication(meeting, timezone.now(), by=clerk, version=version(meeting))
    if hindrance == "changed":
        correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    elif hindrance == "rights":
        clerk.user_permissions.remove(Permission.objects.get(codename="publish_meeting"))
    elif hindrance == "inactive":
        User.objects.filter(pk=clerk.pk).update(is_active=False)
    else:
        clerk.councils.clear()
    for _ in range(2):
        assert publish_due() == []
    assert not Meeting.objects.published().exists()
    said = Schedule.objects.get().hindrance
    assert ("changed after" if hindrance == "changed" else "may no longer publish") in said
    if hindrance in ("changed", "rights"):
        assert "and were not:" in desk.get(address(meeting)).content.decode()


def test_a_time_set_for_what_was_changed_since_is_refused(desk: Client, clerk: User) -> None:
    meeting = keep().meeting
    page = desk.get(address(meeting, "publish/"))
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    answer = send(desk, page, at=(timezone.localtime() + TOMORROW).strftime("%Y-%m-%dT%H:%M"))
    assert "were changed meanwhile" in answer.content.decode()
    assert not Schedule.objects.exists()


def test_a_set_time_of_what_is_public_already_passes_and_is_not_tried_again(clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    schedule_publication(meeting, timezone.now(), by=clerk, version=version(meeting))
    assert publish_due() == []
    assert not Schedule.objects.exists()


def test_a_set_time_of_minutes_without_a_file_says_so(clerk: User) -> None:
    meeting = keep().meeting
    schedule_publication(meeting, timezone.now(), by=clerk, version=version(meeting))
    meeting.sources.all().delete()
    for _ in range(2):
        assert publish_due() == []
    assert "No file stands" in Schedule.objects.get().hindrance


def test_a_new_edition_tells_the_public_what_was_changed_and_why(desk: Client, client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    page = desk.get(address(meeting, "publish/"))
    assert "Bandstand: <" not in public(client, meeting)
    answer = send(desk, page, "Publish", note="The title was misprinted.")
    assert "Published" in answer.content.decode()
    assert "The title was misprinted." in public(client, meeting)
    changes = public(client, meeting, "changes/")
    assert "The title was misprinted." in changes
    assert "Bandstand: repairs" in changes
    [change] = changes_of(Edition.objects.get())
    assert change.label.startswith("Item 2")
    assert ("removed", " Bandstand") in change.segments
    assert ("added", " Bandstand:") in change.segments


def test_the_first_publication_has_no_changes(client: Client) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    assert not Edition.objects.exists()
    assert client.get(meeting.get_absolute_url() + "changes/").status_code == 404
    assert "what was changed" not in public(client, meeting)


def test_changes_are_shown_only_where_the_clerk_wants_it(desk: Client, client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    send(desk, desk.get(address(meeting, "publish/")), "Publish", note="Corrected.", show_changes=None)
    assert "Bandstand" not in public(client, meeting, "changes/").partition("<h2")[2].partition("</main>")[0]
    assert Edition.objects.get().changes == []


def test_what_becomes_restricted_is_not_told_as_a_change(client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 1, "text", "The price is 4,200 pounds.")
    publish_meeting(meeting)
    correct(meeting, clerk, 1, "text", "The price is 4,700 pounds.")
    publish_meeting(meeting)
    assert "4,200" in public(client, meeting, "changes/")
    correct(meeting, clerk, 1, "restricted", True)
    publish_meeting(meeting, note="An item is exempt.")
    changes = public(client, meeting, "changes/")
    assert "An item is exempt." in changes
    for secret in ("4,200", "4,700", "Bandstand"):
        assert secret not in changes
        assert secret not in public(client, meeting)


def test_redacted_words_leave_the_changes_too(client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 0, "text", "A letter of Mrs Quill was read.")
    publish_meeting(meeting, note="Mrs Quill was not named.")
    assert "Quill" in public(client, meeting, "changes/")
    redact_meeting(meeting, "Mrs Quill", reason="", by=clerk)
    assert "Quill" not in public(client, meeting, "changes/")
    assert "Quill" not in public(client, meeting)


def test_redacted_words_are_blacked_in_whatever_a_clerk_tells_the_public(client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    withdraw_meeting(meeting, reason="Mrs Quill was named.")
    redact_meeting(meeting, "Mrs Quill", reason="", by=clerk)
    page = public(client, meeting)
    assert "was named." in page
    assert "Quill" not in page
    publish_meeting(meeting, note="Mrs Quill is named no more.")
    assert "is named no more." in public(client, meeting)
    for shown in ("", "changes/"):
        assert "Quill" not in public(client, meeting, shown)
    withdraw_meeting(meeting, reason="Mrs Quill once more.")
    assert "Quill" not in public(client, meeting)


def test_after_a_withdrawal_only_the_note_is_told(client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    withdraw_meeting(meeting, reason="A name too many.")
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    publish_meeting(meeting, note="Published again.")
    assert Edition.objects.get().changes == []
    assert "Published again." in public(client, meeting)


def test_the_address_of_withdrawn_minutes_says_so(desk: Client, client: Client) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    row = meeting.items.get(position=1)
    answer = send(desk, desk.get(address(meeting, "withdraw/")), reason="")
    assert answer.status_code == 422
    assert Meeting.objects.published().exists()
    send(desk, desk.get(address(meeting, "withdraw/")), reason="The <b>wrong</b> file.")
    for gone in (meeting.get_absolute_url(), row.get_absolute_url(), meeting.get_absolute_url() + "original/"):
        answer = client.get(gone)
        assert answer.status_code == 410
        page = answer.content.decode()
        assert "were withdrawn" in page
        assert "The &lt;b&gt;wrong&lt;/b&gt; file." in page
        assert "Bandstand" not in page
        assert "noindex" in page
    for kept, said in (("committee", "No minutes of this committee"), ("council", "No minutes of this council")):
        body = meeting.committee if kept == "committee" else meeting.committee.council
        answer = client.get(body.get_absolute_url())
        assert answer.status_code == 200
        assert f"{said} are public at present" in answer.content.decode()
    publish_meeting(meeting)
    assert client.get(meeting.get_absolute_url()).status_code == 200
    assert Meeting.objects.get().withdrawal_reason == ""


def test_what_was_looked_at_before_a_withdrawal_is_not_published_after_it(desk: Client) -> None:
    meeting = keep().meeting
    stale = desk.get(address(meeting, "publish/"))
    publish_meeting(meeting)
    withdraw_meeting(meeting, reason="By order of a court.")
    answer = send(desk, stale)
    assert "Look at it first" in answer.content.decode()
    assert not Meeting.objects.published().exists()


def test_a_set_time_that_no_longer_holds_is_told(desk: Client, clerk: User) -> None:
    meeting = keep().meeting
    schedule_publication(meeting, timezone.now() + TOMORROW, by=clerk, version=version(meeting))
    assert "Time set" in desk.get("/desk/").content.decode()
    answer = send(desk, desk.get(address(meeting, "facts/")), venue="Town Hall")
    assert "no longer holds" in answer.content.decode()
    page = desk.get(address(meeting)).content.decode()
    assert "nothing will be published by itself" in page
    assert "Publish at a set time…" in page
    assert publish_due(timezone.now() + 2 * TOMORROW) == []
    assert "Not published at its time" in desk.get("/desk/").content.decode()


def test_private_words_that_are_corrected_away_are_not_shown_unasked(desk: Client, clerk: User) -> None:
    text = "Mr Quimby, telephone 01632 960777, wrote about the bandstand."
    meeting = keep(make_minutes(items=(item("1", "Letters", text), item("2", "Bandstand")))).meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 0, "text", "A resident wrote about the bandstand.")
    page = desk.get(address(meeting, "publish/"))
    assert "<q>01632 960777</q>" in page.content.decode()
    assert not page.context["form"]["show_changes"].initial
    send(desk, page, note="A name less.")
    assert "960777" not in public(desk, meeting, "changes/")


def test_a_time_to_publish_is_not_years_away(desk: Client) -> None:
    answer = send(desk, desk.get(address(keep().meeting, "publish/")), at="9999-01-01T10:00")
    assert answer.status_code == 422
    assert "more than a year away" in answer.content.decode()


def test_minutes_with_lost_corrections_are_not_offered_to_be_published(desk: Client, clerk: User) -> None:
    meeting = keep().meeting
    correct(meeting, clerk, 1, "title", "Bandstand: repairs")
    keep(make_minutes(items=(item("7", "Parking", "Charges rise."),)))
    for page in ("", "publish/"):
        assert "Publish</button>" not in desk.get(address(meeting, page)).content.decode()


def test_restricting_an_item_that_is_public_says_that_it_is_still_read(desk: Client) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    answer = send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"item-restricted": "on"})
    assert "still reads the item until you publish" in answer.content.decode()


def test_withdrawn_minutes_are_published_anew_with_a_note_alone(desk: Client) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    withdraw_meeting(meeting, reason="A name too many.")
    assert set(desk.get(address(meeting, "publish/")).context["form"].fields) == {"note", "at"}


def test_a_part_of_a_restricted_item_is_marked_so(desk: Client) -> None:
    items = (item("1", "Sale", restricted=True), item("a", "Price", parent=0), item("2", "Trees"))
    page = desk.get(address(keep(make_minutes(items=items)).meeting)).content.decode()
    assert page.count("Restricted: never shown") == 2


def test_a_draft_is_not_told_as_withdrawn(client: Client) -> None:
    assert client.get(keep().meeting.get_absolute_url()).status_code == 404


def test_minutes_are_confirmed_by_hand(desk: Client, client: Client) -> None:
    meeting = keep(make_minutes(status="draft")).meeting
    publish_meeting(meeting)
    assert "not confirmed yet" in public(client, meeting)
    for day, said in (("2024-03-11", "after the meeting"), ("2090-01-01", "not after today"), ("soon", "valid date")):
        answer = send(desk, desk.get(address(meeting, "confirm/")), on=day)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    send(desk, desk.get(address(meeting, "confirm/")), on="2024-04-09")
    assert "Confirmed on" in public(client, meeting)
    assert "9 April 2024" in public(client, meeting)
    send(desk, desk.get(address(meeting, "confirm/")), on="")
    assert "not confirmed yet" in public(client, meeting)


def test_a_clerk_who_may_not_publish_may_look(client: Client) -> None:
    meeting = keep(make_minutes(items=(item("1", "Only"),))).meeting
    user = clerk_of("Harrowmere Borough Council")
    user.user_permissions.clear()
    client.force_login(user)
    assert client.get(address(meeting, "preview/")).status_code == 200
    for page in ("publish/", "withdraw/", "confirm/"):
        assert client.get(address(meeting, page)).status_code == 403
        assert client.post(address(meeting, page)).status_code == 403
    assert client.post(address(meeting, "unschedule/")).status_code == 403
    assert "Publish" not in client.get(address(meeting)).content.decode().partition("<main")[2]


def test_words_that_stand_only_in_what_was_changed_can_be_blacked(desk: Client, client: Client, clerk: User) -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    correct(meeting, clerk, 0, "text", "A letter of Mrs Quill was read.")
    publish_meeting(meeting)
    correct(meeting, clerk, 0, "text", "A letter was read.")
    publish_meeting(meeting)
    assert "Quill" in public(client, meeting, "changes/")
    answer = send(desk, desk.get(address(meeting, "redact/")), words="Mrs Quill", reason="Private.")
    assert "What the public was told on" in answer.content.decode()
    send(desk, answer, "Black them")
    assert "Quill" not in public(client, meeting, "changes/")


def test_words_that_the_public_alone_still_sees_can_be_blacked(desk: Client, client: Client, clerk: User) -> None:
    meeting = keep().meeting
    correct(meeting, clerk, 0, "text", "A letter of Mrs Quill was read.")
    publish_meeting(meeting)
    correct(meeting, clerk, 0, "text", "A letter was read.")
    answer = send(desk, desk.get(address(meeting, "redact/")), words="Mrs Quill", reason="Private.")
    assert "As published: Item 1" in answer.content.decode()
    send(desk, answer, "Black them")
    assert "Quill" not in public(client, meeting)
    assert "words are blacked" in desk.get(address(meeting)).content.decode()
