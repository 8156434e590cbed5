"""The public pages: what they show, what they never show, and how much they ask of the database."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from meetings.models import Confirmation, Item, Meeting, Resolution, RetiredItemAddress, Vote
from meetings.tests.builders import (
    make_attendance,
    make_committee,
    make_council,
    make_item,
    make_meeting,
    make_resolution,
    make_source,
)

MEETING = "/harrowmere-borough-council/planning-committee/2024-03-12/"


def text_of(client: Client, address: str) -> str:
    """A page's words as they are read: without markup, spaces evened."""
    page = client.get(address)
    assert page.status_code == 200, address
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def html_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def meeting(db: None) -> Meeting:
    """A published meeting with one of everything."""
    meeting = make_meeting(venue="Old Corn Hall")
    make_attendance(meeting, "Ada Marsh", title="Councillor", role="Chair")
    make_item(meeting, "1", "Apologies", "None.", routine=True)
    item = make_item(meeting, "2", "Harbour Street car park", "A report was read.")
    resolution = make_resolution(
        item, "That the fees stay.", mover_name="A Marsh", seconder_name="T Birkett", votes_for=5
    )
    Vote.objects.create(resolution=resolution, position=0, name="O Pugh", cast=Vote.Cast.AGAINST)
    part = make_item(meeting, "a", "Signs", "Signs were shown.", parent=item)
    make_resolution(part, "That the signs be noted.", outcome=Resolution.Outcome.NOTED)
    return meeting


def public_addresses(meeting: Meeting) -> list[str]:
    council, committee, day = meeting.address
    return [
        "/",
        "/committees/",
        f"/{council}/",
        f"/{council}/{committee}/",
        meeting.get_absolute_url(),
        *[item.get_absolute_url() for item in Item.objects.published().filter(meeting=meeting)],
        *[resolution.get_absolute_url() for resolution in Resolution.objects.published().filter(item__meeting=meeting)],
        f"/calendar/{day[:4]}/",
        f"/calendar/{day[:4]}/{day[5:7]}/",
        "/accounts/login/",
    ]


def test_every_page_answers_with_one_heading_and_a_title_of_its_own(client: Client, meeting: Meeting) -> None:
    titles = []
    for address in public_addresses(meeting):
        page = html_of(client, address)
        assert page.count("<h1") == 1, address
        assert '<html lang="en-GB"' in page
        assert f'<link rel="canonical" href="http://testserver{address}">' in page
        assert len(re.findall(r'<meta name="description" content="[^"]+">', page)) == 1
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert len(ids) == len(set(ids)), address
        titles += re.findall(r"<title>(.*?)</title>", page)
        assert client.head(address).status_code == 200
    assert len(set(titles)) == len(titles)
    assert all("Harrowmere Borough Council" in title for title in titles)
    assert "2 Harbour Street car park – Planning Committee, 12 March 2024 – Harrowmere Borough Council" in titles


def test_no_page_needs_what_the_content_security_policy_forbids(client: Client, meeting: Meeting) -> None:
    for address in public_addresses(meeting):
        answer = client.get(address)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert not re.search(r'<script(?! src="/static/)|<style|\sstyle=|\son\w+=', answer.content.decode()), address


def test_home_lists_the_newest_meetings_first(client: Client, meeting: Meeting) -> None:
    make_meeting(make_committee(name="Cabinet"), date="2024-04-02")
    page = text_of(client, "/")
    assert page.index("Cabinet, Tuesday 2 April 2024") < page.index("Planning Committee, Tuesday 12 March 2024")
    assert "Harbour Street car park" in page
    assert "Apologies" not in page
    assert 'name="q"' in html_of(client, "/")


def test_an_empty_archive_says_so(client: Client, db: None) -> None:
    make_meeting(published=False)
    assert "No minutes have been published here yet." in text_of(client, "/")
    assert "No minutes have been published here yet." in text_of(client, "/committees/")


def test_committees_are_counted_and_grouped_by_council(client: Client, db: None) -> None:
    make_meeting(date="2024-03-12")
    make_meeting(date="2024-05-14")
    make_meeting(date="2024-09-10", published=False)
    assert "Planning Committee 2 meetings, newest 14 May 2024" in text_of(client, "/committees/")
    make_meeting(make_committee(make_council("Ayr Bridge Parish Council"), "Council"), date="2023-01-10")
    page = text_of(client, "/committees/")
    assert "Ayr Bridge Parish Council Council 1 meeting, newest 10 January 2023 Harrowmere" in page
    assert "1 meeting, newest 10 January 2023" in text_of(client, "/ayr-bridge-parish-council/")


def test_a_committees_meetings_stand_under_their_years(client: Client, db: None) -> None:
    for day in ("2022-12-06", "2024-01-09", "2024-03-12"):
        make_meeting(date=day)
    page = text_of(client, "/harrowmere-borough-council/planning-committee/")
    order = ["2024 Tuesday 12 March 2024", "Tuesday 9 January 2024", "2022 Tuesday 6 December 2022"]
    assert [page.index(words) for words in order] == sorted(page.index(words) for words in order)
    assert 'href="#year-2022"' in html_of(client, "/harrowmere-borough-council/planning-committee/")


def test_the_council_is_named_only_where_there_are_several(client: Client, meeting: Meeting) -> None:
    assert "<title>Harrowmere Borough Council" in html_of(client, "/")
    assert "Planning Committee, Harrowmere Borough Council" not in text_of(client, MEETING)
    make_meeting(make_committee(make_council("Ayr Bridge Parish Council"), "Council"), published=False)
    assert "<title>Harrowmere Borough Council" in html_of(client, "/")
    make_meeting(make_committee(make_council("Ayr Bridge Parish Council"), "Council"))
    assert "<title>Minutes Portal" in html_of(client, "/")
    assert "Planning Committee, Harrowmere Borough Council" in text_of(client, MEETING)


def test_the_setting_names_the_site(client: Client, meeting: Meeting, settings: Settings) -> None:
    settings.SITE_NAME = "Harrowmere <Minutes>"
    assert "– Harrowmere &lt;Minutes&gt;</title>" in html_of(client, MEETING)
    assert "– Harrowmere &lt;Minutes&gt;</title>" in html_of(client, "/accounts/login/")


# --- The meeting page -------------------------------------------------------------------------------------------------


def test_a_meeting_tells_when_where_and_who(client: Client, db: None) -> None:
    meeting = make_meeting(start_time="18:30", end_time="20:00", venue="Old Corn Hall")
    make_attendance(meeting, "Tom Birkett", title="Councillor")
    make_attendance(meeting, "Ada Marsh", title="Councillor", honours="MBE", role="Chair")
    make_attendance(meeting, "Sian Calloway", "apologies")
    make_attendance(meeting, "Priya Lund", "in_attendance", role="Clerk")
    page = text_of(client, MEETING)
    assert "Planning Committee Tuesday 12 March 2024" in page
    assert "Time 6:30pm to 8pm Venue Old Corn Hall" in page
    assert "Present Councillor Ada Marsh MBE Chair Councillor Tom Birkett Apologies Sian Calloway" in page
    assert "In attendance Priya Lund Clerk" in page


def test_items_are_nested_and_their_resolutions_marked(client: Client, meeting: Meeting) -> None:
    page = html_of(client, MEETING)
    assert '<section class="item item--routine item--level-2" id="item-1"' in page
    within = page[page.index('id="item-2"') : page.index("</article>")]
    assert within.index('id="item-2-resolution-1"') < within.index('id="item-2-a"')
    assert within.index('id="item-2-a"') < within.index('id="item-2-a-resolution-1"')
    assert '<h3 class="item__heading" id="item-2-a-heading">' in within
    page = text_of(client, MEETING)
    assert (
        "A report was read. Resolved: Item 2, Resolution 1 That the fees stay. "
        "Moved by A Marsh Seconded by T Birkett Vote 5 for Recorded vote Vote Members Against (1) O Pugh" in page
    )
    assert "Resolved: Noted Item a, Resolution 1 That the signs be noted." in page
    assert page.count("That the fees stay.") == 1


@pytest.mark.parametrize("marked_draft", [True, False])
def test_minutes_are_drafts_until_a_published_meeting_confirms_them(
    client: Client, db: None, marked_draft: bool
) -> None:
    meeting = make_meeting(marked_draft=marked_draft)
    later = make_meeting(date="2024-04-09", published=False)
    Confirmation.objects.create(by=later, date=meeting.date)
    page = text_of(client, MEETING)
    assert ("Draft minutes" in page) is marked_draft
    assert "Confirmed on" not in page
    assert "9 April" not in page
    Meeting.objects.filter(pk=later.pk).update(published_at=meeting.published_at)
    page = text_of(client, MEETING)
    assert "Draft minutes" not in page
    assert "Status Confirmed on 9 April 2024" in page
    assert f'Confirmed on <a class="govuk-link" href="{later.get_absolute_url()}">' in html_of(client, MEETING)


def test_minutes_that_a_meeting_confirmed_are_linked_where_they_are_public(client: Client, db: None) -> None:
    meeting = make_meeting()
    for day, published in (("2024-01-09", True), ("2024-02-13", False)):
        earlier = make_meeting(date=day, published=published)
        Confirmation.objects.create(by=meeting, date=earlier.date)
    Confirmation.objects.create(by=meeting, date="2023-12-12")
    assert (
        "Confirms the minutes of 12 December 2023 , the minutes of 9 January 2024 , the minutes of 13 February 2024"
        in text_of(client, MEETING)
    )
    links = re.findall(r'<a [^>]*href="([^"]+)">the minutes of', html_of(client, MEETING))
    assert links == ["/harrowmere-borough-council/planning-committee/2024-01-09/"]


def test_the_next_meeting_is_linked_where_it_is_public(client: Client, db: None) -> None:
    make_meeting(next_date="2024-04-09", next_time="18:30", next_venue="Old Corn Hall")
    upcoming = make_meeting(date="2024-04-09", published=False)
    assert "Next meeting Tuesday 9 April 2024 , 6:30pm, Old Corn Hall" in text_of(client, MEETING)
    assert upcoming.get_absolute_url() not in html_of(client, MEETING)
    Meeting.objects.filter(pk=upcoming.pk).update(published_at=upcoming.created_at)
    assert upcoming.get_absolute_url() in html_of(client, MEETING)


def test_previous_and_next_meeting_of_the_committee(client: Client, db: None) -> None:
    make_meeting(date="2024-01-09")
    make_meeting(date="2024-02-13", published=False)
    first, second = make_meeting(), make_meeting()
    make_meeting(make_committee(name="Cabinet"), date="2024-03-13")
    make_meeting(date="2024-04-09", withdrawn=True)
    rel = re.compile(r'href="([^"]+)" rel="(prev|next)"')
    base = "/harrowmere-borough-council/planning-committee"
    assert rel.findall(html_of(client, first.get_absolute_url())) == [
        (f"{base}/2024-01-09/", "prev"),
        (f"{base}/2024-03-12-2/", "next"),
    ]
    assert rel.findall(html_of(client, second.get_absolute_url())) == [(f"{base}/2024-03-12/", "prev")]


def test_markup_in_minutes_is_shown_as_text(client: Client, db: None) -> None:
    script = "<script>alert('x')</script>"
    meeting = make_meeting(venue=script, signatory=script, next_date="2024-04-09", next_venue=script)
    make_attendance(meeting, script, title=script, role=script)
    item = make_item(meeting, "1", script, f"{script}\n\nA | {script}\n\nB | C")
    make_resolution(item, f"That {script}", mover_name=script)
    for address in public_addresses(meeting):
        page = html_of(client, address)
        assert "<script>" not in page
    assert html_of(client, MEETING).count("&lt;script&gt;") > 8


# --- Items and resolutions --------------------------------------------------------------------------------------------


def test_a_table_has_column_heads_and_a_caption(client: Client, db: None) -> None:
    rows = "Payments for May\n\nPayee | Amount\n\nN Vane | £412.00\n\n<b>Quarry</b> | £5.00"
    item = make_item(make_meeting(), text=f"They were told:\n\n{rows}\n\nNoted.")
    for address in (item.get_absolute_url(), item.meeting.get_absolute_url()):
        page = html_of(client, address)
        [table] = re.findall(r"<table.*?</table>", page, re.DOTALL)
        assert re.findall(r"<caption[^>]*>(.*?)</caption>", table) == ["Payments for May"]
        assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table) == ["Payee", "Amount"]
        cells = re.findall(r"<td[^>]*>(.*?)</td>", table)
        assert cells == ["N Vane", "£412.00", "&lt;b&gt;Quarry&lt;/b&gt;", "£5.00"]
        assert page.count("Payments for May</") == 1


def test_what_was_searched_is_marked_in_a_table(client: Client, db: None) -> None:
    item = make_item(make_meeting(), text="Payee | Amount\n\nQuarry | £5.00")
    page = html_of(client, f"{item.get_absolute_url()}?found=quarry+amount")
    table = page[page.index("<table") : page.index("</table>")]
    assert [word.lower() for word in re.findall(r"<mark[^>]*>(.*?)</mark>", table)] == ["amount", "quarry"]


def test_an_item_has_a_page_with_citation_and_neighbours(client: Client, meeting: Meeting) -> None:
    page = text_of(client, f"{MEETING}items/2/")
    assert "Planning Committee, 12 March 2024, item 2 Harbour Street car park A report was read." in page
    assert f"Planning Committee, 12 March 2024, item 2. http://testserver{MEETING}items/2/" in page
    assert "Previous item : 1 Apologies" in page
    assert "Next item : a Signs" in page
    part = html_of(client, f"{MEETING}items/2-a/")
    assert f'<a class="govuk-breadcrumbs__link" href="{MEETING}items/2/">2 Harbour Street car park</a>' in part


def test_a_resolution_has_a_page_with_citation_and_neighbours(client: Client, meeting: Meeting) -> None:
    address = f"{MEETING}items/2/resolutions/1/"
    page = text_of(client, address)
    assert "Resolved That the fees stay. Moved by A Marsh" in page
    assert f"Planning Committee, 12 March 2024, item 2, resolution 1. http://testserver{address}" in page
    assert "Next resolution : a Signs, resolution 1" in page
    assert f"{MEETING}items/2/#item-2-resolution-1" in html_of(client, address)
    assert "Previous resolution : 2 Harbour" in text_of(client, f"{MEETING}items/2-a/resolutions/1/")


def test_a_retired_address_leads_to_the_meeting(client: Client, meeting: Meeting) -> None:
    RetiredItemAddress.objects.create(meeting=meeting, slug="9", title="Gone")
    for address in (f"{MEETING}items/9/", f"{MEETING}items/9/resolutions/1/"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, MEETING)
    Meeting.objects.update(published_at=None)
    assert client.get(f"{MEETING}items/9/").status_code == 404


# --- What the public never sees ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [{"published": False}, {"withdrawn": True}], ids=["draft", "withdrawn"])
def test_what_is_not_public_is_nowhere(client: Client, meeting: Meeting, state: dict[str, bool]) -> None:
    committees = [
        meeting.committee,
        make_committee(name="Hidden Panel"),
        make_committee(make_council("Hidden Council")),
    ]
    hidden = [make_meeting(committee, date="2024-05-21", **state) for committee in committees]
    for number, other in enumerate(hidden):
        make_item(other, "1", f"Unseen matter {number}")
        make_resolution(other.items.get(), "That it stay unseen.")
        make_source(other)
        for part in ("", "original/", "items/1/", "items/1/resolutions/1/"):
            assert client.get(other.get_absolute_url() + part).status_code == (410 if "withdrawn" in state else 404)
    for address in ("/hidden-council/", "/harrowmere-borough-council/hidden-panel/"):
        answer = client.get(address)
        assert answer.status_code == (200 if "withdrawn" in state else 404)  # an address that was public stays one
        assert not re.search(r"2024-05-21|21 May|nseen", answer.content.decode())
    assert "No minutes of a meeting in May 2024" in text_of(client, "/calendar/2024/05/")
    for address in [*public_addresses(meeting), "/nowhere/"]:
        page = html_of(client, address)
        assert "nseen" not in page, address
        assert "idden" not in page.replace("visually-hidden", "").replace('="hidden"', "").replace("aria-hidden", "")
        assert not re.search(r"2024-05-21|21 May|2 meetings", page), address


def test_restricted_items_leave_no_trace(client: Client, meeting: Meeting) -> None:
    secret = make_item(meeting, "3", "Sale of the Old Depot", "The Old Depot goes for £4.", restricted=True)
    make_resolution(secret, "That the Old Depot be sold.")
    make_item(meeting, "a", "Old Depot: price", "Old Depot talk", parent=secret, restricted=True)
    orphan = make_item(meeting, "b", "Footpaths", "Open talk.", parent=secret)
    make_item(meeting, "4", "Close", "The meeting ended.")
    make_source(meeting)
    for address in public_addresses(meeting):
        assert "Depot" not in html_of(client, address), address
    for part in ("items/3/", "items/3/resolutions/1/", "items/3-a/", "original/"):
        assert client.get(MEETING + part).status_code == 404
        assert "Depot" not in html_of(client, MEETING + part)
    page = text_of(client, MEETING)
    assert "Part of this meeting was held with the press and public excluded" in page
    assert "The original file is withheld" in page
    assert "Download" not in page
    assert "Open talk." in page
    assert "Open talk." in text_of(client, orphan.get_absolute_url())


def test_where_nothing_is_restricted_nothing_is_said_of_it(client: Client, meeting: Meeting) -> None:
    assert "excluded" not in text_of(client, MEETING)


# --- The original file ------------------------------------------------------------------------------------------------


def test_the_original_file_is_a_harmless_download(client: Client, meeting: Meeting) -> None:
    make_source(meeting, "Café".encode("cp1252"), name="../../<Minutes>.TXT", encoding="cp1252")
    assert f"{MEETING}original/" in html_of(client, MEETING)
    answer = client.get(f"{MEETING}original/")
    assert b"".join(answer.streaming_content) == "Café".encode("cp1252")  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "text/plain; charset=windows-1252"
    assert (
        answer.headers["Content-Disposition"]
        == 'attachment; filename="harrowmere-borough-council-planning-committee-2024-03-12.txt"'
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert client.post(f"{MEETING}original/").status_code == 405


def test_a_file_of_another_format_is_bytes_to_the_browser(client: Client, meeting: Meeting) -> None:
    make_source(meeting, b"<h1>Minutes</h1>", name="minutes.html", format="html", encoding="utf-8")
    answer = client.get(f"{MEETING}original/")
    answer.close()
    assert answer.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("code", ["may_be_exempt", "may_hide_text"])
def test_an_original_in_doubt_is_withheld_and_the_page_says_so(client: Client, meeting: Meeting, code: str) -> None:
    doubt = {"code": code, "message": "Check it.", "line": 3}
    make_source(meeting, reading={"items": [], "notes": [doubt], "unplaced": []})
    assert client.get(f"{MEETING}original/").status_code == 404
    page = html_of(client, MEETING)
    assert "/original/" not in page
    assert "The original file is withheld" in page


def test_without_a_file_there_is_no_download(client: Client, meeting: Meeting) -> None:
    assert client.get(f"{MEETING}original/").status_code == 404
    assert "/original/" not in html_of(client, MEETING)


def test_a_version_that_waits_is_not_handed_out(client: Client, meeting: Meeting) -> None:
    make_source(meeting, b"corrected, not published", applied_at=None)
    assert client.get(f"{MEETING}original/").status_code == 404


def test_a_lost_file_is_not_found_and_logged(
    client: Client, meeting: Meeting, caplog: pytest.LogCaptureFixture
) -> None:
    source = make_source(meeting)
    source.content.storage.delete(source.content.name)
    assert client.get(f"{MEETING}original/").status_code == 404
    assert "is missing" in caplog.text


# --- How much a page asks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 4),
        ("/committees/", 2),
        ("/harrowmere-borough-council/", 3),
        ("/harrowmere-borough-council/planning-committee/", 4),
        (MEETING, 18),
        (f"{MEETING}items/2/", 6),  # one of them for what is related
        (f"{MEETING}items/2/resolutions/1/", 6),
    ],
)
def test_queries_do_not_grow_with_the_rows(
    client: Client, meeting: Meeting, django_assert_num_queries: Callable, address: str, queries: int
) -> None:
    Meeting.objects.update(next_date="2024-04-09")
    earlier = make_meeting(date="2024-02-13")
    Confirmation.objects.create(by=meeting, date=earlier.date)
    Confirmation.objects.create(by=make_meeting(date="2024-04-09"), date=meeting.date)
    make_source(meeting)
    with django_assert_num_queries(queries):
        client.get(address)
    for number in range(6):
        make_meeting(date=f"2023-0{number + 1}-10")
        make_item(make_meeting(make_committee(name=f"Panel {number}"), date="2024-03-12"))
        another = make_meeting(date=f"2022-0{number + 1}-10")
        Confirmation.objects.create(by=meeting, date=another.date)
        make_attendance(meeting, f"Ruth Ellery {number}")
        item = make_item(meeting, f"{number + 10}", parent=meeting.items.first())
        vote_on = make_resolution(item, f"That matter {number} be noted.")
        Vote.objects.create(resolution=vote_on, position=0, name="O Pugh", cast=Vote.Cast.FOR)
    with django_assert_num_queries(queries):
        client.get(address)


def test_a_meeting_with_deeply_nested_items_is_shown(client: Client, db: None) -> None:
    meeting = make_meeting()
    item = None
    for depth in range(60):
        item = make_item(meeting, str(depth), f"Matter {depth}", parent=item, slug=f"m{depth}")
    page = html_of(client, MEETING)
    assert page.count('<section class="item ') == 60
    assert "<h7" not in page
