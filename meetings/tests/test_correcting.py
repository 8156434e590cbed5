"""The clerk's pages that correct: what a form sends, who may, what is said, and what the public sees when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from meetings.correcting import Change, Kind
from meetings.models import Correction, Meeting
from meetings.parsing.parsed import Note, RecordedVote, Span, Tally
from meetings.publishing import NewerVersion, correct_meeting, publish_meeting
from meetings.storing.projection import project
from meetings.storing.readings import newest_version
from meetings.tests.forms import send
from meetings.tests.readings import item, keep, make_minutes
from meetings.tests.test_desk import clerk_of, text_file, upload
from meetings.tests.test_ingest import MINUTES

pytestmark = [pytest.mark.django_db, pytest.mark.desk]

PAGES = ("facts/", "people/", "items/0/", "redact/", "history/")


@pytest.fixture
def clerk() -> User:
    return clerk_of("Harrowmere Borough Council")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def meeting(desk: Client) -> Meeting:
    upload(desk, {"file": text_file()})
    return Meeting.objects.get()


def address(meeting: Meeting, page: str = "") -> str:
    return f"/desk/meetings/{meeting.pk}/{page}"


def read(meeting: Meeting) -> Any:
    source = Meeting.objects.get(pk=meeting.pk).sources.get()
    return project(source).minutes


def test_a_form_sent_untouched_changes_nothing(desk: Client) -> None:
    resolution = {"votes": Tally(in_favour=7, against=2), "recorded": (RecordedVote("Ada Marsh", "for"),)}
    whole = item("2", "Bandstand repairs", "One.\n\nTwo.", resolutions=("That it be mended.",))
    whole = replace(whole, resolutions=tuple(replace(one, **resolution) for one in whole.resolutions))
    meeting = keep(make_minutes(items=(whole,), venue="The Guildhall,\nHarrowmere")).meeting
    for page in ("facts/", "people/", "items/0/"):
        answer = send(desk, desk.get(address(meeting, page)))
        assert "Nothing was changed" in answer.content.decode(), page
    assert not Correction.objects.exists()


def test_facts_are_corrected(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "facts/"))
    answer = send(
        desk,
        page,
        start_time="19:00",
        venue="Town Hall",
        signatory="Ada Marsh",
        confirms="13 February 2024\n2024-01-09",
        next_date="2024-04-09",
        draft="on",
    )
    assert answer.redirect_chain == [(address(meeting) + "#facts", 302)]
    assert "Corrected the facts" in answer.content.decode()
    row = Meeting.objects.get()
    assert (str(row.start_time), row.venue, row.signatory, row.marked_draft) == (
        "19:00:00",
        "Town Hall",
        "Ada Marsh",
        True,
    )
    assert sorted(str(one.date) for one in row.confirmations.all()) == ["2024-01-09", "2024-02-13"]
    assert str(row.next_date) == "2024-04-09"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start_time": "25:00"}, "valid time"),
        ({"confirms": "the last"}, "“the last” is no day"),
        ({"next_date": "soon"}, "valid date"),
    ],
)
def test_a_faulty_fact_is_told_at_its_field(desk: Client, meeting: Meeting, values: dict[str, str], said: str) -> None:
    answer = send(desk, desk.get(address(meeting, "facts/")), **values)
    assert answer.status_code == 422
    [field] = values
    assert said in answer.context["form"].errors[field][0]
    assert f'href="#id_{field}"' in answer.content.decode()
    assert not Correction.objects.exists()


def test_people_are_corrected_added_and_taken_out(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "people/"))
    last = len(read(meeting).people)
    send(
        desk,
        page,
        **{
            "people-0-role": "Vice-Chair",
            "people-1-DELETE": "on",
            f"people-{last}-name": "Bea Hollis",
            f"people-{last}-presence": "apologies",
        },
    )
    rows = [(row.name, row.role, row.presence) for row in Meeting.objects.get().attendances.all()]
    assert rows[0] == ("Ada Marsh", "Vice-Chair", "present")
    assert ("Bea Hollis", "", "apologies") in rows
    assert "Tom Reed" not in [name for name, _, _ in rows]


def test_an_item_and_its_decisions_are_corrected(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "items/1/"))
    send(
        desk,
        page,
        "Save",
        **{
            "item-title": "Bandstand: repairs",
            "item-routine": "on",
            "resolution-0-mover": "Tom Reed",
            "resolution-0-in_favour": "6",
            "resolution-0-recorded": "Ada Marsh: for\nTom Reed: For",
            "resolution-1-text": "That the public be told.",
            "resolution-1-outcome": "noted",
        },
    )
    row = Meeting.objects.get().items.get(position=1)
    assert (row.title, row.routine) == ("Bandstand: repairs", True)
    first, second = row.resolutions.all()
    assert (first.mover_name, first.votes_for) == ("Tom Reed", 6)
    assert [vote.name for vote in first.votes.all()] == ["Ada Marsh", "Tom Reed"]
    assert (second.text, second.outcome) == ("That the public be told.", "noted")
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"resolution-0-DELETE": "on"})
    left = Meeting.objects.get().items.get(position=1).resolutions.get()
    assert (left.text, left.number) == ("That the public be told.", 1)


def test_an_item_is_not_emptied_nor_a_vote_guessed(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "items/1/"))
    answer = send(desk, page, "Save", **{"item-title": "", "item-text": " "})
    assert "An item has a title or a text" in answer.content.decode()
    answer = send(desk, page, "Save", **{"resolution-0-recorded": "Ada Marsh maybe"})
    assert "is no vote" in answer.content.decode()
    answer = send(desk, page, "Save", **{"resolution-0-text": ""})
    assert "tick “Remove”" in answer.content.decode()
    assert answer.status_code == 422
    assert not Correction.objects.exists()


def test_an_item_is_divided_and_joined_again(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "items/1/"))
    answer = send(desk, page, "Divide", **{"split-paragraph": "1", "split-title": "What was decided"})
    assert "Divided the item" in answer.content.decode()
    first, second = Meeting.objects.get().items.all()[1:]
    assert first.text == "The committee considered the surveyor's report on the bandstand."
    assert second.title == "What was decided"
    assert second.resolutions.count() == 1
    assert not first.resolutions.exists()
    answer = send(desk, desk.get(address(meeting, "items/2/")), "Join")
    assert "Joined the item to the one above" in answer.content.decode()
    row = Meeting.objects.get().items.get(position=1)
    assert "What was decided" in row.text
    assert row.resolutions.count() == 1


def test_items_move(desk: Client, meeting: Meeting) -> None:
    def titles() -> list[tuple[str, bool]]:
        return [(row.title, row.parent_id is not None) for row in Meeting.objects.get().items.order_by("position")]

    bandstand = "Bandstand Repairs"
    for position, to, after in (
        (1, "up", [(bandstand, False), ("Apologies for Absence", False)]),
        (0, "down", [("Apologies for Absence", False), (bandstand, False)]),
        (1, "into", [("Apologies for Absence", False), (bandstand, True)]),
        (1, "out", [("Apologies for Absence", False), (bandstand, False)]),
    ):
        version = desk.get(address(meeting)).context["source"].version
        desk.post(address(meeting, f"items/{position}/arrange/"), {"to": to, "version": version})
        assert titles() == after, to
    for position, to in ((0, "merge"), (0, "up"), (1, "down"), (0, "out"), (0, "sideways")):
        answer = desk.post(address(meeting, f"items/{position}/arrange/"), {"to": to}, follow=True)
        assert "cannot go there" in answer.content.decode(), to


def test_what_was_changed_meanwhile_is_not_overwritten(desk: Client, meeting: Meeting) -> None:
    stale = desk.get(address(meeting, "facts/"))
    send(desk, stale, venue="Town Hall")
    answer = send(desk, stale, venue="Guild Room")
    assert answer.status_code == 409
    assert "were changed meanwhile" in answer.content.decode()
    assert Meeting.objects.get().venue == "Town Hall"
    assert Correction.objects.count() == 1
    send(desk, answer)  # the page still holds what was typed
    assert Meeting.objects.get().venue == "Guild Room"


def test_what_was_typed_is_not_laid_over_another_item(desk: Client, meeting: Meeting) -> None:
    stale = desk.get(address(meeting, "items/0/"))
    send(desk, desk.get(address(meeting, "items/0/")), "Move down")
    answer = send(desk, stale, "Save", **{"item-title": "Absences"})
    assert "make your change again" in answer.content.decode()
    assert not Meeting.objects.get().items.filter(title="Absences").exists()


def test_two_saves_at_once_are_not_both_kept(desk: Client, meeting: Meeting, clerk: User) -> None:
    source = newest_version(meeting)
    assert source is not None
    seen, change = source.version, Change(Kind.FACT, "venue", None, None, "Town Hall")
    correct_meeting(meeting, [change], by=clerk, version=seen)
    with pytest.raises(NewerVersion):
        correct_meeting(meeting, [change], by=clerk, version=seen)
    assert Correction.objects.count() == 1


def test_a_decision_that_is_reworded_is_so_in_the_text_too(desk: Client, meeting: Meeting) -> None:
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"resolution-0-text": "That it be mended at once."})
    row = Meeting.objects.get().items.get(position=1)
    assert row.resolutions.get().text == "That it be mended at once."
    assert "That it be mended at once." in row.text
    own = {"resolution-0-text": "That it be sold.", "item-text": "It was RESOLVED to sell it."}
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **own)
    assert Meeting.objects.get().items.get(position=1).text == "It was RESOLVED to sell it."


def test_longer_words_that_hold_a_blacked_one_are_named(desk: Client, meeting: Meeting) -> None:
    text = "Mr Quimby wrote. The Quimbys agreed, as quimby_o@example.org told."
    send(desk, desk.get(address(meeting, "items/0/")), "Save", **{"item-text": text})
    page = send(desk, desk.get(address(meeting, "redact/")), words="Quimby").content.decode()
    assert "stay: Quimbys, quimby_o@example.org." in page


def test_a_correction_of_published_minutes_waits_for_publish(desk: Client, meeting: Meeting) -> None:
    publish_meeting(meeting)
    answer = send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"item-title": "Bandstand: repairs"})
    page = answer.content.decode()
    assert "The public sees it once you publish" in page
    assert "Bandstand: repairs" in page
    assert "Bandstand: repairs" not in desk.get(meeting.get_absolute_url()).content.decode()
    page = desk.get(address(meeting, "publish/"))
    assert "<ins>" in page.content.decode()
    send(desk, page, "Publish", note="The title was misprinted.")
    assert "Bandstand: repairs" in desk.get(meeting.get_absolute_url()).content.decode()


def test_the_history_tells_what_was_changed_and_takes_it_back(desk: Client, meeting: Meeting) -> None:
    send(desk, desk.get(address(meeting, "facts/")), venue="Town Hall")
    send(desk, desk.get(address(meeting, "items/1/")), "Divide", **{"split-paragraph": "1", "split-title": "Decided"})
    page = desk.get(address(meeting, "history/"))
    said = page.content.decode()
    assert "Guildhall, Harrowmere" in said
    assert "Town Hall" in said
    assert "New item: Item Decided" in said
    assert "clerk-harrowmere" in said
    venue = Correction.objects.get(field="venue")
    answer = desk.post(address(meeting, f"history/{venue.pk}/revert/"), follow=True)
    assert "Took the correction back" in answer.content.decode()
    assert Meeting.objects.get().venue == "Guildhall, Harrowmere"
    assert Meeting.objects.get().items.count() == 3


def test_words_are_blacked_after_a_look_where_they_stand(desk: Client, meeting: Meeting) -> None:
    publish_meeting(meeting)
    page = desk.get(address(meeting, "redact/"))
    answer = send(desk, page, words="Councillor  Hollis", reason="No member")
    said = answer.content.decode()
    assert "stand in 1 place" in said
    assert "Apologies for Absence" in said
    assert "Hollis" in desk.get(meeting.get_absolute_url()).content.decode()
    answer = send(desk, answer, "Black them", sure="yes")
    assert "gone from the public at once" in answer.content.decode()
    assert "Hollis" not in desk.get(meeting.get_absolute_url()).content.decode()
    assert Meeting.objects.get().public_original() is None
    redaction = meeting.redactions.get()
    desk.post(address(meeting, f"redactions/{redaction.pk}/lift/"))
    assert "Hollis" not in desk.get(meeting.get_absolute_url()).content.decode()
    publish_meeting(meeting)
    assert "Hollis" in desk.get(meeting.get_absolute_url()).content.decode()


def test_words_that_stand_nowhere_are_not_blacked(desk: Client, meeting: Meeting) -> None:
    answer = send(desk, desk.get(address(meeting, "redact/")), words="Nobody Here", reason="x")
    assert "do not stand in the minutes" in answer.content.decode()
    answer = desk.post(address(meeting, "redact/"), {"words": "Nobody Here", "sure": "yes"})
    assert not meeting.redactions.exists()
    answer = send(desk, desk.get(address(meeting, "redact/")), words=" – ")
    assert answer.status_code == 422


def test_publishing_stops_where_a_correction_found_no_place(desk: Client, meeting: Meeting) -> None:
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"item-title": "Bandstand: repairs"})
    other = MINUTES.split("2.  Bandstand")[0] + "2.  Parking charges\n\nThey were noted by the committee.\n"
    answer = upload(desk, {"file": text_file(other)})
    assert "has no place for 1 correction" in answer.content.decode()
    assert "Look at the corrections</a> first" in desk.get(address(meeting, "publish/")).content.decode()
    version = desk.get(address(meeting)).context["source"].version
    answer = desk.post(address(meeting, "publish/"), {"version": version}, follow=True)
    assert answer.redirect_chain[-1][0] == address(meeting, "history/")
    assert "Without a place" in answer.content.decode()
    desk.post(address(meeting, f"history/{Correction.objects.get().pk}/revert/"))
    send(desk, desk.get(address(meeting, "publish/")))
    assert Meeting.objects.published().exists()


@pytest.mark.parametrize("page", PAGES)
def test_only_a_clerk_of_the_council_comes_in(client: Client, page: str) -> None:
    meeting = keep(content=MINUTES.encode()).meeting
    assert client.get(address(meeting, page)).status_code == 302
    client.force_login(clerk_of("Eastmarch County Council"))
    assert client.get(address(meeting, page)).status_code == 404
    assert client.post(address(meeting, page), {"venue": "Elsewhere"}).status_code in (404, 405)
    assert not Correction.objects.exists()


def test_what_is_not_there_is_not_found(desk: Client, meeting: Meeting) -> None:
    other = keep(make_minutes(committee="Audit Panel")).meeting
    send(desk, desk.get(address(meeting, "facts/")), venue="Town Hall")
    correction = Correction.objects.get()
    for page in ("items/2/", "items/99999999999/"):
        assert desk.get(address(meeting, page)).status_code == 404
    assert desk.post(address(other, f"history/{correction.pk}/revert/")).status_code == 404
    for page in ("items/1/split/", "items/1/arrange/", f"history/{correction.pk}/revert/"):
        assert desk.get(address(meeting, page)).status_code == 405
    other.sources.all().delete()
    assert desk.get(address(other, "facts/")).status_code == 404


def test_each_fact_leads_to_its_line(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting)).content.decode()
    lines = meeting.sources.get().lines
    venue = next(n for n, line in enumerate(lines, 1) if "Guildhall" in line)
    assert f'href="#L{venue}"' in page
    assert f'id="L{venue}"' in page
    assert page.count('<li id="L') == len(lines)


def test_a_forged_or_huge_form_is_refused_kindly(desk: Client, meeting: Meeting) -> None:
    page = desk.get(address(meeting, "people/"))
    assert send(desk, page, **{"people-0-presence": "hovering"}).status_code == 422
    assert desk.post(address(meeting, "people/"), {"version": "x"}).status_code == 422
    assert desk.post(address(meeting, "people/"), {"people-TOTAL_FORMS": "9" * 30}).status_code == 422
    assert desk.post(address(meeting, "items/1/"), {}).status_code == 422
    assert not Correction.objects.exists()


def test_a_surname_that_stands_alone_besides_is_told(desk: Client) -> None:
    words = "Mrs Zorbina Quill wrote. Quill was thanked."
    meeting = keep(make_minutes(items=(item("1", "Letters", words), item("2", "Trees", "None.")))).meeting
    page = send(desk, desk.get(address(meeting, "redact/")), words="Zorbina Quill", reason="").content.decode()
    assert "“Quill” also stands without the rest, and stays: Item 1 Letters." in page
    page = send(desk, desk.get(address(meeting, "redact/")), words="Quill", reason="").content.decode()
    assert "without the rest" not in page


def test_doubts_follow_the_corrections(desk: Client) -> None:
    gap = Note("number_gap", "Item 6 follows item 4: an item may be missing, or its heading unread.", 9)
    items = (item("4", "Trees", span=Span(5, 6)), item("6", "Roofs", span=Span(9, 10)))
    meeting = keep(make_minutes(items=items, notes=(gap,))).meeting
    assert "Item 6 follows item 4" in desk.get(address(meeting)).content.decode()
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **{"item-number": "5"})
    assert "Item 6 follows item 4" not in desk.get(address(meeting)).content.decode()
    send(desk, desk.get(address(meeting, "facts/")), end_time="17:00", confirms="12 March 2024")
    page = desk.get(address(meeting)).content.decode()
    assert "is said to begin at 18:30 and to end at 17:00" in page
    assert "of this very meeting are said to be confirmed here" in page
    assert page.count(">corrected</a>") == 2  # the end, and what was confirmed
    correct_meeting(meeting, [Change(Kind.PEOPLE, before=[], after=[])], by=User.objects.get())
    assert desk.get(address(meeting)).content.decode().count(">corrected</a>") == 3


def test_votes_that_contradict_themselves_are_doubted(desk: Client, meeting: Meeting) -> None:
    recorded = "Ada Marsh: for\nAda Marsh: against"
    told = {"resolution-0-outcome": "lost", "resolution-0-unanimous": "on", "resolution-0-recorded": recorded}
    send(desk, desk.get(address(meeting, "items/1/")), "Save", **told)
    page = desk.get(address(meeting)).content.decode()
    assert "lost though all were for it" in page
    assert "Ada Marsh is said to have voted in two ways" in page
