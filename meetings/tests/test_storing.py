"""Reading → rows: repeatable, in one transaction, and addresses stay."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client

from meetings.correcting import Change, Kind
from meetings.linking.confirmations import confirmed_by, confirms
from meetings.models import Committee, Council, Item, Meeting, Person, Resolution, SourceFile
from meetings.parsing.parsed import (
    Attendee,
    NextMeeting,
    Note,
    ParsedConfirmation,
    ParsedMinutes,
    ParsedResolution,
    RecordedVote,
    Span,
    Tally,
)
from meetings.publishing import correct_meeting, publish_meeting, withdraw_meeting
from meetings.publishing.bodies import refile_meeting
from meetings.storing import projection
from meetings.storing.bodies import Body, BodyRefused, name_body
from meetings.storing.readings import AlreadyPublished, DayUnknown, keep_reading, waiting_reading
from meetings.tests.readings import item, keep, make_minutes, make_reading

pytestmark = pytest.mark.django_db


def slugs(meeting: Meeting) -> list[str]:
    return [row.slug for row in meeting.items.all()]


def release(minutes: ParsedMinutes) -> Meeting:
    """Store the reading and let the public see it: addresses of drafts are nobody's."""
    meeting = keep(minutes).meeting
    publish_meeting(meeting)
    return Meeting.objects.get(pk=meeting.pk)


def test_a_reading_becomes_rows() -> None:
    vote = ParsedResolution(
        "That it be sold.",
        outcome="lost",
        mover="Marsh",
        seconder="T Reed",
        votes=Tally(3, 4, 1),
        recorded=(RecordedVote("Marsh", "for"), RecordedVote("Hollis", "against")),
        span=Span(20, 21),
    )
    minutes = make_minutes(
        end_time=dt.time(20, 5),
        venue="Guildhall",
        signatory="B Ward, Clerk",
        status="draft",
        items=(replace(item("4", "Bandstand", text="Resolved: That it be sold."), resolutions=(vote,)),),
        next_meeting=NextMeeting(dt.date(2024, 5, 14), dt.time(18, 30), "Guildhall"),
    )
    kept = keep(minutes, content=b"the very bytes")
    meeting = Meeting.objects.get()
    assert kept.outcome == "created"
    assert kept.new_committee
    assert meeting.get_absolute_url() == "/harrowmere-borough-council/amenities-committee/2024-03-12/"
    assert (meeting.start_time, meeting.end_time) == (dt.time(18, 30), dt.time(20, 5))
    assert (meeting.venue, meeting.signatory, meeting.marked_draft) == ("Guildhall", "B Ward, Clerk", True)
    assert (meeting.next_date, meeting.next_time) == (dt.date(2024, 5, 14), dt.time(18, 30))
    assert [(row.full_name, row.role, row.presence) for row in meeting.attendances.all()] == [
        ("Councillor Ada Marsh", "Chair", "present"),
        ("Councillor Tom Reed", "", "present"),
    ]
    resolution = Resolution.objects.get()
    assert resolution.get_absolute_url() == f"{meeting.get_absolute_url()}items/4/resolutions/1/"
    assert (resolution.outcome, resolution.votes_for, resolution.votes_against, resolution.abstentions) == (
        "lost",
        3,
        4,
        1,
    )
    assert (resolution.mover_name, resolution.mover.name) == ("Marsh", "Ada Marsh")
    assert (resolution.seconder_name, resolution.seconder.name) == ("T Reed", "Tom Reed")
    assert [(vote.name, vote.cast, vote.person and vote.person.name) for vote in resolution.votes.all()] == [
        ("Marsh", "for", "Ada Marsh"),
        ("Hollis", "against", None),
    ]
    with kept.source.content.open() as original:
        assert original.read() == b"the very bytes"
    assert meeting.state == "draft"


def test_repeating_changes_nothing() -> None:
    first = keep(content=b"same")
    before = list(Item.objects.values())
    again = keep(content=b"same")
    assert again.outcome == "unchanged"
    assert again.source == first.source
    assert list(Item.objects.values()) == before
    assert (Meeting.objects.count(), SourceFile.objects.count(), Person.objects.count()) == (1, 1, 2)


def test_a_replaced_version_does_not_come_back_by_itself() -> None:
    keep(content=b"first")
    keep(make_minutes(venue="Town Hall"), content=b"second")
    assert keep(content=b"first").outcome == "unchanged"
    assert keep(content=b"first", parser_version=10_000).outcome == "unchanged"
    assert Meeting.objects.get().venue == "Town Hall"
    assert SourceFile.objects.get(name="minutes.txt", parser_version=10_000).reading["venue"] is None


def test_a_newer_parser_reads_a_draft_anew() -> None:
    keep(content=b"same")
    kept = keep(make_minutes(venue="Guildhall"), content=b"same", parser_version=10_000)
    assert kept.outcome == "updated"
    assert Meeting.objects.get().venue == "Guildhall"
    assert SourceFile.objects.count() == 1


def test_what_the_public_sees_changes_only_by_publishing() -> None:
    meeting = keep(content=b"first").meeting
    publish_meeting(meeting)
    kept = keep(make_minutes(venue="Town Hall", items=(item("1", "Apologies"),)), content=b"second")
    assert kept.outcome == "waiting"
    meeting.refresh_from_db()
    assert meeting.venue == ""
    assert slugs(meeting) == ["1", "2"]
    assert waiting_reading(meeting) == kept.source
    publish_meeting(meeting)
    meeting.refresh_from_db()
    assert meeting.venue == "Town Hall"
    assert slugs(meeting) == ["1"]
    assert waiting_reading(meeting) is None


def test_a_corrected_file_keeps_addresses() -> None:
    meeting = release(
        make_minutes(
            items=(item("1", "Apologies"), item("2", "Bandstand"), item("3", "Allotment rents"), item("4", "Close"))
        )
    )
    rows = {row.title: row.pk for row in meeting.items.all()}
    release(
        make_minutes(
            items=(
                item("1", "Apologies for absence"),  # a corrected title
                item("2", "Public questions"),  # put in before …
                item("3", "Bandstand"),  # … so that numbers moved
                item("4", "Allotment rents"),
            )
        )
    )
    addresses = {row.title: (row.pk, row.slug) for row in meeting.items.all()}
    assert addresses["Apologies for absence"] == (rows["Apologies"], "1")
    assert addresses["Bandstand"] == (rows["Bandstand"], "2")
    assert addresses["Allotment rents"] == (rows["Allotment rents"], "3")
    assert addresses["Public questions"][1] == "2-2"
    assert meeting.retired_addresses.get().slug == "4"


def test_minutes_are_first_published_under_the_addresses_that_they_end_with() -> None:
    """Corrections and re-uploads of a draft leave no gap in the numbers that the public meets first."""
    keep(make_minutes(items=(item("2", "Bandstand"), item("4", "Trees", resolutions=("That the oak be felled.",)))))
    meeting = release(
        make_minutes(items=(item("4", "Bandstand"), item("2", "Trees", resolutions=("That nothing be done.",))))
    )
    assert {row.title: row.slug for row in meeting.items.all()} == {"Bandstand": "4", "Trees": "2"}
    assert Resolution.objects.get().number == 1
    assert not meeting.retired_addresses.exists()


def test_a_retired_address_is_nobody_elses_and_comes_back_with_its_item() -> None:
    first = make_minutes(items=(item("1", "Apologies"), item("2", "Bandstand")))
    meeting = release(first)
    release(make_minutes(items=(item("1", "Apologies"),)))
    assert [address.slug for address in meeting.retired_addresses.all()] == ["2"]
    release(make_minutes(items=(item("1", "Apologies"), item("2", "Allotments"))))
    assert slugs(meeting) == ["1", "2-2"]
    release(first)
    assert {row.title: row.slug for row in meeting.items.all()} == {"Apologies": "1", "Bandstand": "2-2"}
    release(make_minutes(items=(item("1", "Apologies"), item("3", "Trees"), item("2", "Bandstand"))))
    assert {row.title: row.slug for row in meeting.items.all()}["Trees"] == "3"


def test_an_item_that_returns_takes_its_address_up_again() -> None:
    first = make_minutes(items=(item("1", "Apologies"), item("2", "Bandstand"), item("3", "Trees")))
    meeting = release(first)
    release(make_minutes(items=(item("1", "Apologies"), item("3", "Trees"))))
    release(replace(first, venue="Guildhall"))
    assert slugs(meeting) == ["1", "2", "3"]
    assert not meeting.retired_addresses.exists()


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((item("88/19", "Roads"), item("88/19", "Roads again")), ["88-19", "88-19-2"]),
        ((item("3", "Reports"), item("a", "Chair", parent=0), item("(b)", "Clerk", parent=0)), ["3", "3-a", "3-b"]),
        ((item("4", "Reports"), item("4.2", "Clerk", parent=0)), ["4", "4-2"]),
        ((item(None, "Prayers"), item(None, "Oath")), ["u1", "u2"]),
        ((item("R2024-057", "Motion"), item("§", "Sign")), ["r2024-057", "u1"]),
    ],
)
def test_slugs_come_from_printed_numbers(items: tuple, expected: list[str]) -> None:
    assert slugs(keep(make_minutes(items=items)).meeting) == expected


def test_a_part_outlives_its_parent_row() -> None:
    meeting = release(make_minutes(items=(item("3", "Reports"), item("a", "Clerk's report", parent=0))))
    part = meeting.items.get(slug="3-a")
    release(make_minutes(items=(item("7", "Officers' business"), item("a", "Clerk's report", parent=0))))
    assert meeting.items.get(pk=part.pk).parent.title == "Officers' business"


def test_parts_of_a_restricted_item_are_restricted() -> None:
    keep(make_minutes(items=(item("9", "Sale", restricted=True), item("a", "Price", parent=0))))
    assert not Item.objects.filter(restricted=False).exists()


def test_two_meetings_of_one_day_stay_two() -> None:
    morning = keep(make_minutes(start_time=dt.time(9, 30))).meeting
    evening = keep(make_minutes(start_time=dt.time(19, 0))).meeting
    assert (morning.slug, evening.slug) == ("2024-03-12", "2024-03-12-2")
    assert keep(make_minutes(start_time=dt.time(19, 0), venue="Hall")).meeting == evening
    assert keep(make_minutes(start_time=None, venue="Barn")).meeting == morning


def test_committees_and_councils_are_found_whatever_the_spelling() -> None:
    keep()
    keep(
        make_minutes(
            date=dt.date(2024, 5, 14), council="HARROWMERE BOROUGH COUNCIL", committee="The Amenities  Committee"
        )
    )
    assert Council.objects.get().name == "Harrowmere Borough Council"
    assert Committee.objects.get().meetings.count() == 2


def test_no_council_takes_a_word_of_the_sites_own() -> None:
    assert keep(make_minutes(council="Search")).meeting.committee.council.slug == "search-2"


def test_the_clerks_word_outweighs_the_files(settings) -> None:
    minutes = make_minutes()
    assert name_body(minutes, council="Eastmarch", committee="Cabinet") == Body("Eastmarch", "Cabinet")
    nameless = make_minutes(council=None)
    with pytest.raises(BodyRefused, match="council") as refused:
        name_body(nameless)
    assert refused.value.field == "council"
    settings.DEFAULT_COUNCIL = "Eastmarch"
    assert name_body(nameless).council == "Eastmarch"
    with pytest.raises(BodyRefused, match="committee"):
        name_body(make_minutes(committee=None))


def test_minutes_without_a_day_are_not_filed() -> None:
    undated = make_minutes(date=None, notes=(Note("no_date", "The minutes print no date."),))
    with pytest.raises(DayUnknown, match="The minutes print no date"):
        keep(undated)
    assert not Council.objects.exists()
    assert not SourceFile.objects.exists()


def test_a_draft_is_filed_elsewhere_when_the_clerk_says_so() -> None:
    keep(content=b"same")
    reading = make_reading(content=b"same")
    moved = keep_reading(reading, ContentFile(b"same"), body=Body("Harrowmere Borough Council", "Cabinet"))
    assert moved.meeting.committee.name == "Cabinet"
    assert Meeting.objects.count() == 1
    publish_meeting(moved.meeting)
    with pytest.raises(AlreadyPublished, match="Cabinet, 12 March 2024"):
        keep(content=b"same")
    withdraw_meeting(moved.meeting)
    assert keep(content=b"same").meeting.committee.name == "Amenities Committee"
    assert Meeting.objects.count() == 2


def test_only_members_become_people_and_a_surname_alone_must_be_sure() -> None:
    meeting = keep(
        make_minutes(
            people=(
                Attendee("Ada Marsh", "present"),
                Attendee("Ida Reed", "present"),
                Attendee("Tom Reed", "present"),
                Attendee("Marsh", "apologies"),
                Attendee("Hollis", "apologies"),
                Attendee("Vera Quill", "in_attendance", role="Clerk"),
            ),
            items=(
                item("1", "Vote"),
                replace(
                    item("2", "Motion"),
                    resolutions=(
                        ParsedResolution("One.", mover="Reed", seconder="I Reed"),
                        ParsedResolution("Two.", mover="Quill", seconder="the Mayor"),
                    ),
                ),
            ),
        )
    ).meeting
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ada Marsh", "Ida Reed", "Tom Reed"]
    linked = {row.name: row.person and row.person.name for row in meeting.attendances.all()}
    assert linked["Hollis"] is None
    assert linked["Vera Quill"] is None
    one, two = Resolution.objects.order_by("number")
    assert one.mover is None
    assert one.seconder.name == "Ida Reed"
    assert (two.mover, two.seconder) == (None, None)


def test_confirmations_are_found_both_ways_round_among_what_is_public() -> None:
    march, may = dt.date(2024, 3, 12), dt.date(2024, 5, 14)
    later = keep(make_minutes(date=may, confirms=(ParsedConfirmation(march),))).meeting
    publish_meeting(later)
    assert confirms(later) == [(march, None)]
    earlier = keep(make_minutes(date=march)).meeting
    assert confirms(later) == [(march, None)]
    publish_meeting(earlier)
    assert confirms(later) == [(march, earlier)]
    assert confirmed_by(earlier) == later
    withdraw_meeting(later)
    assert confirmed_by(earlier) is None


def test_a_confirmation_of_a_day_with_two_public_meetings_stays_open() -> None:
    march = dt.date(2024, 3, 12)
    morning = keep(make_minutes(start_time=dt.time(9, 0))).meeting
    later = keep(make_minutes(date=dt.date(2024, 5, 14), confirms=(ParsedConfirmation(march),))).meeting
    publish_meeting(morning)
    publish_meeting(later)
    evening = keep(make_minutes(start_time=dt.time(19, 0))).meeting
    assert confirmed_by(morning) == later  # a draft changes nothing in public
    publish_meeting(evening)
    assert confirmed_by(morning) is None
    assert confirms(later) == [(march, None)]


def test_a_re_read_waits_and_the_public_original_stays() -> None:
    draft = keep(content=b"a draft").source
    shown = keep(content=b"published").source
    publish_meeting(shown.meeting)
    keep(make_minutes(venue="Guildhall"), content=b"published", parser_version=10_000)
    meeting = Meeting.objects.get()
    assert meeting.public_original() == shown != draft
    assert waiting_reading(meeting) == shown
    assert Meeting.objects.with_waiting().get().waits
    publish_meeting(meeting)
    assert waiting_reading(Meeting.objects.get()) is None
    assert not Meeting.objects.with_waiting().get().waits


def test_a_version_that_another_replaced_while_waiting_waits_no_more() -> None:
    meeting = keep().meeting
    publish_meeting(meeting)
    keep(make_minutes(venue="Barn"))
    keep(make_minutes(venue="Hall"))
    assert Meeting.objects.with_waiting().get().waits
    publish_meeting(meeting)
    assert Meeting.objects.get().venue == "Hall"
    assert not Meeting.objects.with_waiting().get().waits


def test_a_meeting_whose_newest_file_was_filed_elsewhere_has_the_file_before() -> None:
    meeting = keep(make_minutes(venue="Barn")).meeting
    keep(make_minutes(venue="Hall"), content=b"moves")
    reading = make_reading(make_minutes(venue="Hall"), content=b"moves")
    keep_reading(reading, ContentFile(b"moves"), body=Body("Harrowmere Borough Council", "Cabinet"))
    meeting.refresh_from_db()
    assert meeting.venue == "Barn"
    assert meeting.current_source == meeting.sources.get()


TOLD = (
    "The Clerk reported that the bandstand in Mill Lane had lost its roof in the storm, and that three builders had "
    "been asked for a price. The Chair thanked her, and all agreed that the matter should not wait for the spring."
)


def test_a_version_is_one_wherever_its_meeting_was_filed_since() -> None:
    """What the file says is what is compared, not what clerks have corrected."""
    clerk = get_user_model().objects.create_user("clerk")
    first = make_minutes(items=(item("1", "Bandstand", TOLD),))
    meeting = keep(first, content=TOLD.encode()).meeting
    correct_meeting(meeting, [Change(Kind.FACT, "start_time", None, "18:30", "19:30")], by=clerk)
    committee = meeting.committee.council.committees.create(name="Works Committee", slug="works-committee")
    refile_meeting(meeting, committee, dt.date(2024, 3, 13), by=clerk)
    later = replace(first, start_time=dt.time(19, 15))
    kept = keep(later, content=TOLD.replace("three", "four").encode())
    assert (kept.outcome, kept.meeting) == ("updated", meeting)
    assert Meeting.objects.get().start_time == dt.time(19, 30)


def test_two_meetings_of_a_day_are_two() -> None:
    keep(make_minutes(), content=TOLD.encode())
    other = "The Treasurer told of the year's accounts, which were passed, and of the audit, which was not yet done."
    assert keep(make_minutes(start_time=dt.time(20, 0)), content=other.encode()).outcome == "created"
    assert Meeting.objects.count() == 2


def test_a_number_alone_does_not_carry_an_address_to_other_business() -> None:
    meeting = release(make_minutes(items=(item("4", "Trees in Mill Lane", text="The oak was felled."),)))
    release(make_minutes(items=(item("4", "Budget 2025", text="The rate was set."),)))
    assert slugs(meeting) == ["4-2"]
    assert meeting.retired_addresses.get().slug == "4"


def test_a_resolution_keeps_its_number_when_another_is_put_before_it() -> None:
    meeting = release(
        make_minutes(items=(item("4", "Trees", resolutions=("That the oak be felled.", "That it be sold.")),))
    )
    release(
        make_minutes(
            items=(
                item(
                    "4",
                    "Trees",
                    resolutions=("That thanks be given.", "That the oak be felled now.", "That it be sold."),
                ),
            )
        )
    )
    assert [(row.number, row.text) for row in Resolution.objects.order_by("position")] == [
        (3, "That thanks be given."),
        (4, "That the oak be felled now."),
        (2, "That it be sold."),
    ]
    release(
        make_minutes(items=(item("4", "Trees", resolutions=("That thanks be given.", "That it be sold at once.")),))
    )
    assert [row.number for row in Resolution.objects.order_by("position")] == [3, 5]
    assert meeting.items.get().resolutions_numbered == 5


def test_a_resolution_whose_words_are_corrected_in_place_keeps_its_number() -> None:
    release(make_minutes(items=(item("4", "Trees", resolutions=("That the oak in Mill Lane be felled.",)),)))
    release(make_minutes(items=(item("4", "Trees", resolutions=("That the oak in Mill Lane be felled in May.",)),)))
    assert Resolution.objects.get().number == 1


def test_the_address_of_a_former_resolution_leads_to_its_item(client: Client) -> None:
    meeting = release(make_minutes(items=(item("4", "Trees", resolutions=("That the oak be felled.",)),)))
    release(make_minutes(items=(item("4", "Trees", text="Nothing was decided."),)))
    here = f"{meeting.get_absolute_url()}items/4/"
    assert client.get(f"{here}resolutions/1/").headers["Location"] == here
    assert client.get(f"{here}resolutions/2/").status_code == 404


def test_a_name_of_dots_is_nobody() -> None:
    dots = replace(item("1", "Vote"), resolutions=(ParsedResolution("One.", mover=".", seconder=". ."),))
    meeting = keep(make_minutes(people=(Attendee(". .", "present"), Attendee(".", "apologies")), items=(dots,))).meeting
    assert meeting.attendances.count() == 2
    assert not Person.objects.exists()


def test_a_committee_name_full_of_signs_is_stored() -> None:
    assert keep(make_minutes(committee="R&" * 90)).meeting.committee.key.count("and") == 90


def test_a_failure_half_way_stores_nothing() -> None:
    with (
        mock.patch.object(projection, "store_items", side_effect=RuntimeError("power cut")),
        pytest.raises(RuntimeError),
    ):
        keep()
    counts = [model.objects.count() for model in (Council, Committee, Meeting, Item, SourceFile, Person)]
    assert counts == [0] * 6
    assert keep().outcome == "created"


def test_notes_and_unplaced_lines_are_kept_for_the_clerk() -> None:
    kept = keep(make_minutes(notes=(Note("no_venue", "No place of meeting was found.", 3),)))
    assert kept.source.notes == [{"code": "no_venue", "message": "No place of meeting was found.", "line": 3}]
