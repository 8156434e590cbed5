"""Councils, committees and people: made, renamed, merged, divided, moved; what was cited is found as before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client

from meetings.models import Committee, Council, FormerAddress, Meeting, Person
from meetings.publishing import publish_meeting, redact_meeting
from meetings.publishing.bodies import (
    NameTaken,
    NotPossible,
    divide_committee,
    divide_person,
    make_committee,
    merge_committees,
    merge_people,
    move_committee,
    refile_meeting,
    rename_committee,
    rename_council,
    rename_person,
)
from meetings.search import indexer
from meetings.tests.forms import send
from meetings.tests.readings import keep, make_minutes
from meetings.tests.test_desk import clerk_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.desk]

DAY = dt.date(2024, 3, 12)


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


@pytest.fixture
def administrator() -> User:
    return get_user_model().objects.create_superuser("root")


@pytest.fixture
def meeting(clerk: User) -> Meeting:
    meeting = keep().meeting
    publish_meeting(meeting)
    return meeting


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def found(client: Client, query: str) -> int:
    indexer.catch_up()
    return client.get("/search/", {"q": query}).context["page"].total


def leads_to(client: Client, address: str) -> str:
    """Where an address ends."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return answer.redirect_chain[-1][0] if answer.redirect_chain else address


def fresh(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_related("committee__council").get(pk=meeting.pk)


def test_a_renamed_committee_is_found_by_both_names_and_addresses(
    client: Client, meeting: Meeting, clerk: User
) -> None:
    old, item = meeting.get_absolute_url(), meeting.items.get(position=1).get_absolute_url()
    rename_committee(meeting.committee, "Leisure Committee", until=dt.date(2024, 5, 1), by=clerk)
    now = fresh(meeting)
    assert now.get_absolute_url() == "/harrowmere/leisure-committee/2024-03-12/"
    assert leads_to(client, old) == now.get_absolute_url()
    assert leads_to(client, f"{item}?found=bandstand") == f"{now.get_absolute_url()}items/2/?found=bandstand"
    assert client.get(old).status_code == 301
    assert leads_to(client, "/harrowmere/amenities-committee/") == "/harrowmere/leisure-committee/"
    assert found(client, "committee:leisure") == 2
    assert found(client, "committee:amenities") == 0
    later = keep(make_minutes(date=dt.date(2024, 4, 9))).meeting  # prints the old name
    assert later.committee == meeting.committee


def test_a_council_is_renamed(client: Client, meeting: Meeting, administrator: User) -> None:
    old = meeting.get_absolute_url()
    rename_council(meeting.committee.council, "Harrowmere City Council", until=None, by=administrator)
    assert leads_to(client, old) == "/harrowmere-city-council/amenities-committee/2024-03-12/"
    assert keep(make_minutes(date=dt.date(2024, 4, 9))).meeting.committee == meeting.committee
    assert found(client, "council:city") == 2


def test_a_name_taken_back_takes_its_address_up_again(client: Client, meeting: Meeting, clerk: User) -> None:
    old = meeting.get_absolute_url()
    rename_committee(meeting.committee, "Leisure Committee", until=None, by=clerk)
    rename_committee(fresh(meeting).committee, "Amenities Committee", until=None, by=clerk)
    assert fresh(meeting).get_absolute_url() == old
    assert client.get(old).status_code == 200
    assert leads_to(client, "/harrowmere/leisure-committee/2024-03-12/") == old


def test_no_other_takes_a_former_address_or_name(meeting: Meeting, clerk: User) -> None:
    council = meeting.committee.council
    rename_committee(meeting.committee, "Leisure Committee", until=None, by=clerk)
    with pytest.raises(NameTaken):
        make_committee(council, "Amenities Committee", by=clerk)
    other = make_committee(council, "Amenities: Committee", by=clerk)
    assert other.slug == "amenities-committee-2"
    with pytest.raises(NameTaken):
        rename_committee(other, "leisure committee", until=None, by=clerk)


def test_a_draft_committee_leaves_no_address_behind(clerk: User) -> None:
    meeting = keep().meeting
    rename_committee(meeting.committee, "Leisure Committee", until=None, by=clerk)
    refile_meeting(fresh(meeting), fresh(meeting).committee, dt.date(2024, 3, 13), by=clerk)
    assert not FormerAddress.objects.exists()


def test_merged_committees_are_one_with_all_their_meetings(client: Client, meeting: Meeting, clerk: User) -> None:
    other = keep(make_minutes(committee="Amenities Cttee", venue="Barn")).meeting
    later = keep(make_minutes(committee="Amenities Cttee", date=dt.date(2024, 4, 9))).meeting
    for each in (other, later):
        publish_meeting(each)
    old = [each.get_absolute_url() for each in (other, later)]
    merge_committees(other.committee, meeting.committee, by=clerk)
    assert Committee.objects.count() == 1
    assert [each.slug for each in Meeting.objects.in_committee_order()] == ["2024-03-12", "2024-03-12-2", "2024-04-09"]
    assert leads_to(client, old[0]) == "/harrowmere/amenities-committee/2024-03-12-2/"
    assert leads_to(client, old[1]) == "/harrowmere/amenities-committee/2024-04-09/"
    further = keep(make_minutes(committee="Amenities Cttee", date=dt.date(2024, 5, 1))).meeting
    assert further.committee == meeting.committee
    assert found(client, "committee:cttee") == 0
    with pytest.raises(NotPossible):
        merge_committees(meeting.committee, meeting.committee, by=clerk)


def test_a_committee_is_divided_by_time(client: Client, meeting: Meeting, clerk: User) -> None:
    later = keep(make_minutes(date=dt.date(2024, 6, 4))).meeting
    publish_meeting(later)
    old = later.get_absolute_url()
    with pytest.raises(NotPossible):
        divide_committee(meeting.committee, "Leisure Committee", since=dt.date(2025, 1, 1), by=clerk)
    with pytest.raises(NameTaken):
        divide_committee(meeting.committee, "Amenities committee", since=dt.date(2024, 5, 1), by=clerk)
    new = divide_committee(meeting.committee, "Leisure Committee", since=dt.date(2024, 5, 1), by=clerk)
    assert list(new.meetings.all()) == [later]
    assert leads_to(client, old) == "/harrowmere/leisure-committee/2024-06-04/"
    assert client.get(meeting.get_absolute_url()).status_code == 200


def test_a_committee_moves_to_another_council_with_its_people(
    client: Client, meeting: Meeting, administrator: User
) -> None:
    council = Council.objects.create(name="Eastmarch County Council", slug="eastmarch")
    old = meeting.get_absolute_url()
    move_committee(meeting.committee, council, by=administrator)
    assert leads_to(client, old) == "/eastmarch/amenities-committee/2024-03-12/"
    assert {one.person.council for one in meeting.attendances.exclude(person=None)} == {council}
    assert found(client, "council:eastmarch") == 2
    with pytest.raises(NotPossible):
        move_committee(fresh(meeting).committee, council, by=administrator)


def test_a_meeting_is_filed_elsewhere(client: Client, meeting: Meeting, clerk: User) -> None:
    old = meeting.get_absolute_url()
    audit = make_committee(meeting.committee.council, "Audit Panel", by=clerk)
    client.force_login(clerk)
    page = client.get(f"/desk/meetings/{meeting.pk}/file/")
    answer = send(client, page, committee=str(audit.pk), date="2024-03-13")
    assert "Filed." in answer.content.decode()
    assert leads_to(client, old) == "/harrowmere/audit-panel/2024-03-13/"
    again = keep(make_minutes(venue="Barn")).meeting  # of the day whose address is given away
    assert again.slug == "2024-03-12-2"
    refile_meeting(fresh(meeting), meeting.committee, DAY, by=clerk)
    assert client.get(old).status_code == 200
    assert not refile_meeting(fresh(meeting), meeting.committee, DAY, by=clerk)
    other = Committee.objects.create(council=Council.objects.create(name="East", slug="east"), name="East", slug="e")
    with pytest.raises(NotPossible):
        refile_meeting(fresh(meeting), other, DAY, by=clerk)


def test_a_person_is_renamed_and_later_minutes_know_both_names(client: Client, meeting: Meeting, clerk: User) -> None:
    ada = Person.objects.get(name="Ada Marsh")
    rename_person(ada, "Ada Marsh-Quill", by=clerk)
    later = keep(make_minutes(date=dt.date(2024, 4, 9))).meeting
    assert later.attendances.get(name="Ada Marsh").person == ada
    assert Person.objects.count() == 2
    assert found(client, 'person:"ada marsh-quill"') == 2
    rename_person(Person.objects.get(pk=ada.pk), "Ada Marsh", by=clerk)
    assert not ada.aliases.filter(key="ada marsh").exists()


def test_two_rows_of_one_person_become_one(meeting: Meeting, clerk: User) -> None:
    misprint = make_minutes(date=dt.date(2024, 4, 9))
    misprint = replace(misprint, people=(replace(misprint.people[0], name="Ada Marhs"), misprint.people[1]))
    other = keep(misprint).meeting
    ada, misprinted = Person.objects.get(name="Ada Marsh"), Person.objects.get(name="Ada Marhs")
    merge_people(misprinted, ada, by=clerk)
    assert other.attendances.get(name="Ada Marhs").person == ada
    assert keep(replace(misprint, date=dt.date(2024, 5, 1))).meeting.attendances.get(name="Ada Marhs").person == ada
    with pytest.raises(NotPossible):
        merge_people(ada, ada, by=clerk)


def test_two_people_of_one_name_stay_two_when_minutes_are_read_again(meeting: Meeting, clerk: User) -> None:
    panel = keep(make_minutes(committee="Audit Panel")).meeting
    ada = Person.objects.get(name="Ada Marsh")
    other = divide_person(ada, panel.committee, by=clerk)
    for _ in range(2):
        assert meeting.attendances.get(name="Ada Marsh").person == ada
        assert panel.attendances.get(name="Ada Marsh").person == other
        keep(make_minutes(committee="Audit Panel", venue="Barn"))
    with pytest.raises(NotPossible):
        divide_person(ada, panel.committee, by=clerk)


def test_the_pages_do_it(client: Client, meeting: Meeting, clerk: User, administrator: User) -> None:
    client.force_login(clerk)
    council, committee = meeting.committee.council, meeting.committee
    assert council.name in client.get("/desk/councils/").content.decode()
    assert client.post("/desk/councils/", {"name": "New Council"}).status_code == 403
    page = client.get(f"/desk/councils/{council.pk}/")
    assert "Rename the council" not in page.content.decode()
    answer = send(client, page, "Make it", **{"make-name": "Audit  Panel"})
    assert "Made Audit Panel." in answer.content.decode()
    answer = send(client, client.get(f"/desk/councils/{council.pk}/"), "Make it", **{"make-name": "audit panel"})
    assert answer.status_code == 422
    assert "This name is another" in answer.content.decode()
    page = client.get(f"/desk/committees/{committee.pk}/")
    assert "Move to another council" not in page.content.decode()
    answer = send(client, page, "Rename", **{"rename-name": "Leisure Committee", "rename-until": "2024-05-01"})
    assert "It is Leisure Committee now" in answer.content.decode()
    assert "Until 1 May 2024: Amenities Committee" in answer.content.decode()
    answer = send(client, answer, "Divide", **{"divide-name": "Later Panel", "divide-since": "2030-01-01"})
    assert "has no meeting from that day on" in answer.content.decode()
    audit = Committee.objects.get(name="Audit Panel")
    answer = send(client, client.get(f"/desk/committees/{committee.pk}/"), "Merge", **{"merge-into": str(audit.pk)})
    assert "All meetings are those of Audit Panel now" in answer.content.decode()
    page = client.get(f"/desk/councils/{council.pk}/people/", {"name": "marsh"})
    assert "Ada Marsh" in page.content.decode()
    assert "Tom Reed" not in page.content.decode()
    ada, tom = Person.objects.get(name="Ada Marsh"), Person.objects.get(name="Tom Reed")
    answer = send(client, client.get(f"/desk/people/{ada.pk}/"), "Rename", **{"rename-name": "Ada Quill"})
    assert "It is Ada Quill now" in answer.content.decode()
    answer = send(client, answer, "Divide", **{"divide-chosen": str(audit.pk)})
    assert "two people now" in answer.content.decode()
    answer = send(client, client.get(f"/desk/people/{ada.pk}/"), "Merge", **{"merge-into": str(tom.pk)})
    assert "Both are Tom Reed now" in answer.content.decode()
    client.force_login(administrator)
    answer = send(client, client.get("/desk/councils/"), "Make it", name="Eastmarch County Council")
    east = Council.objects.get(name="Eastmarch County Council")
    page = client.get(f"/desk/councils/{council.pk}/")
    answer = send(client, page, "Rename", **{"rename-name": "Harrowmere City Council"})
    assert "It is Harrowmere City Council now" in answer.content.decode()
    page = client.get(f"/desk/committees/{audit.pk}/")
    answer = send(client, page, "Move", **{"move-chosen": str(east.pk)})
    assert "Audit Panel is a committee of Eastmarch" in answer.content.decode()


def test_another_councils_clerk_can_do_nothing_here(client: Client, meeting: Meeting) -> None:
    ada = Person.objects.get(name="Ada Marsh")
    pages = [
        f"/desk/councils/{meeting.committee.council_id}/",
        f"/desk/councils/{meeting.committee.council_id}/people/",
        f"/desk/committees/{meeting.committee_id}/",
        f"/desk/people/{ada.pk}/",
        f"/desk/meetings/{meeting.pk}/file/",
    ]
    for page in pages:
        assert client.get(page).status_code == 302
    client.force_login(clerk_of("Eastmarch County Council"))
    for page in pages:
        assert client.get(page).status_code == 404
        assert client.post(page, {"deed": "rename", "rename-name": "x"}).status_code in (404, 405)
    uploader = clerk_of("Westmere Town Council")
    uploader.user_permissions.clear()
    client.force_login(uploader)
    for page in pages:
        assert client.get(page).status_code == 403


def test_a_draft_becomes_a_version_of_other_minutes_of_its_day(desk: Client, clerk: User) -> None:
    minutes = keep(make_minutes(venue="Barn")).meeting
    publish_meeting(minutes)
    draft = keep(make_minutes(start_time=dt.time(20, 0), venue="Hall")).meeting
    redact_meeting(draft, "Bandstand", reason="Theirs.", by=clerk)
    page = desk.get(f"/desk/meetings/{draft.pk}/")
    assert "other minutes of this day" in page.content.decode()
    answer = send(desk, page, "Make it a version")
    assert "newest version of these minutes" in answer.content.decode()
    assert Meeting.objects.get() == minutes
    assert "Bandstand" not in desk.get(minutes.get_absolute_url()).content.decode()  # at once, as blacked words are
    publish_meeting(minutes)
    assert Meeting.objects.get().venue == "Hall"


def test_minutes_that_were_public_stay_minutes_of_their_own(desk: Client) -> None:
    minutes = keep(make_minutes()).meeting
    other = keep(make_minutes(start_time=dt.time(20, 0))).meeting
    publish_meeting(other)
    answer = desk.post(f"/desk/meetings/{other.pk}/join/", {"into": minutes.pk}, follow=True)
    assert "their address stays" in answer.content.decode()
    assert desk.post(f"/desk/meetings/{minutes.pk}/join/", {"into": "9" * 30}).status_code == 404
    assert Meeting.objects.count() == 2


def test_a_meeting_is_not_filed_under_a_day_to_come(desk: Client) -> None:
    meeting = keep().meeting
    answer = send(desk, desk.get(f"/desk/meetings/{meeting.pk}/file/"), "File", date="3024-04-10")
    assert "still to come" in answer.content.decode()
