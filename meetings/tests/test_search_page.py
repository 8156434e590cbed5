"""The search page: its form, its results, its kindness."""

from __future__ import annotations

import gc
import logging
import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from haystack import connections

from meetings.tests.builders import make_committee, make_council, make_item, make_meeting, make_resolution
from meetings.tests.search.archive import index_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    meeting = make_meeting(date="2024-03-12")
    make_resolution(
        make_item(meeting, "4", "School laptops", "The laptops cost <script>alert(1)</script> & more."),
        "That ten laptops be bought.",
    )
    make_item(meeting, "5", "Parking", "School parking was discussed.")
    make_item(meeting, "6", "Sale of land", "A secret laptop.", restricted=True)
    make_item(make_meeting(date="2024-04-09", published=False), "1", "Draft laptop", "laptop")
    index_all()


def get(client: Client, **query: Any) -> str:
    response = client.get(reverse("search"), query)
    assert response.status_code == 200
    page = response.content.decode()
    assert page.count("<h1") == 1
    return page


def shown(page: str) -> str:
    """What a reader sees: without markup, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]).split())


def test_the_empty_form_says_how_to_search(client: Client, archive: None) -> None:
    page = get(client)
    assert "How to search" in page
    assert "hits__hit" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


def test_what_is_found_is_shown_marked_and_linked(client: Client, archive: None) -> None:
    page = get(client, q="laptops")
    assert "1 item found" in shown(page)
    assert "Searched for “laptops”." in shown(page)
    assert re.search(r"<title>\s*“laptops”: 1 item found – Search – Harrowmere Borough Council\s*</title>", page)
    address = "/harrowmere-borough-council/planning-committee/2024-03-12/"
    assert f'href="{address}items/4/?found=laptops#found"' in page
    assert f'href="{address}items/4/resolutions/1/"' in page
    assert "School <mark>laptops</mark>" in page
    assert "The <mark>laptops</mark> cost &lt;script&gt;alert(1)&lt;/script&gt; &amp; more." in page
    assert "Planning Committee" in shown(page)
    assert "12 March 2024" in shown(page)
    assert "item 4" in shown(page)


def test_what_is_not_public_is_not_there(client: Client, archive: None) -> None:
    for query in ("secret", "draft", "sale", "laptop", "-parking"):
        page = get(client, q=query)
        assert "Sale of land" not in page
        assert "A secret" not in page
        assert "Draft laptop" not in page


def test_the_form_keeps_what_was_asked_for(client: Client, archive: None) -> None:
    page = get(
        client,
        q='"school" & <b>',
        committee="harrowmere-borough-council/planning-committee",
        date_from="2024-03",
        date_to="2024",
        sort="oldest",
        resolutions_only="1",
        group="meeting",
        year="2024",
    )
    assert 'value="&quot;school&quot; &amp; &lt;b&gt;"' in page
    assert '<option value="harrowmere-borough-council/planning-committee" selected>Planning Committee</option>' in page
    assert 'name="date_from" value="01/03/2024"' in page
    assert 'name="date_to" value="31/12/2024"' in page
    assert 'value="1" checked' in page
    for name, value in (("sort", "oldest"), ("group", "meeting"), ("year", "2024")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


def test_what_was_refused_stands_in_the_open_form(client: Client, archive: None) -> None:
    assert re.search(r"<details[^>]* open>", get(client, q="laptop", date_from="31/02/2024"))
    assert not re.search(r"<details[^>]* open>", get(client, q="laptop"))


def test_each_filter_can_be_taken_back(client: Client, archive: None) -> None:
    page = get(client, q="laptops", year="2024", date_from="2024-03", resolutions_only="1", sort="newest")
    for words, query in (
        ("2024", "q=laptops&amp;date_from=2024-03-01&amp;resolutions_only=1&amp;sort=newest"),
        ("From 1 March 2024", "q=laptops&amp;year=2024&amp;resolutions_only=1&amp;sort=newest"),
        ("Resolutions only", "q=laptops&amp;year=2024&amp;date_from=2024-03-01&amp;sort=newest"),
    ):
        assert re.search(
            rf'href="\?{re.escape(query)}"><span class="govuk-visually-hidden">Remove: </span>{words} ', page
        )
    assert "search-applied" not in get(client, q="laptops")


def test_several_values_of_a_facet_stay_chosen_each_with_a_way_back(client: Client, archive: None) -> None:
    committees = (
        "harrowmere-borough-council/planning-committee",
        "harrowmere-borough-council/cabinet",
    )
    make_item(make_meeting(make_committee(name="Cabinet"), "2025-01-08"), "1", "Laptops")
    index_all()
    page = get(client, q="laptops", year=["2024", "2025"], committee=committees)
    for year in ("2024", "2025"):
        assert f'<input type="hidden" name="year" value="{year}">' in page
    for committee in committees:
        assert f'<input type="hidden" name="committee" value="{committee}">' in page
    assert '<option value="">The 2 chosen</option>' in page
    assert " selected>" not in page


def test_years_beyond_the_newest_unfold(client: Client) -> None:
    for year in range(2001, 2013):
        make_item(make_meeting(date=f"{year}-01-09"), text="A heron.")
    index_all()
    _, _, facets = get(client, q="heron").partition('id="facet-year"')
    assert "<summary>4 more" in facets
    assert facets.index(">2005</a>") < facets.index("<details") < facets.index(">2004</a>")
    _, _, facets = get(client, q="heron", year="2003").partition('id="facet-year"')
    assert facets.index("open>") < facets.index("<strong>2003</strong>")


def test_order_and_grouping_are_a_link_away(client: Client, archive: None) -> None:
    page = get(client, q="laptops", year="2024", sort="oldest")
    assert "<strong>Oldest</strong>" in page
    assert 'href="?q=laptops&amp;year=2024&amp;sort=newest">Newest</a>' in page
    assert 'href="?q=laptops&amp;year=2024">Best match</a>' in page
    assert 'href="?q=laptops&amp;year=2024&amp;group=meeting&amp;sort=oldest">One item a meeting</a>' in page


def test_a_grouped_list_has_as_many_pages_as_its_meetings_fill(client: Client) -> None:
    for day in range(1, 22):
        meeting = make_meeting(date=f"2024-01-{day:02d}")
        for number in "123":
            make_item(meeting, number, "Bridge", "A bridge.")
    index_all()
    page = get(client, q="bridge", group="meeting")
    assert "63 items found in 21 meetings" in shown(page)
    assert 'aria-label="Page 2"' in page
    assert 'aria-label="Page 3"' not in page
    assert page.count("2 more items") == 20


def test_more_passages_are_at_hand(client: Client) -> None:
    far = "Nothing of note was said on this. " * 40
    item = make_item(make_meeting(), text=f"A heron stood there. {far}\n\nTwo herons nested. {far}\n\nThe heron left.")
    make_resolution(item, "That the heron be protected.")
    make_resolution(item, "That the pond be cleaned for heron and duck.")
    index_all()
    page = get(client, q="heron")
    assert "2 more passages" in shown(page)
    assert page.count("<mark>heron") >= 5
    assert "1 more passage " in shown(get(client, q="heron", resolutions_only=1))
    assert "more passage" not in get(client, q="nested")


def test_committees_are_grouped_by_council_where_there_are_several(client: Client, archive: None) -> None:
    assert "<optgroup" not in get(client)
    make_meeting(make_committee(make_council("Netherby Town Council"), "Allotments Committee"))
    make_meeting(make_committee(name="Secret Committee"), published=False)
    page = get(client)
    assert '<optgroup label="Harrowmere Borough Council">' in page
    assert '<optgroup label="Netherby Town Council">' in page
    assert "Secret Committee" not in page


def test_filters_alone_list_what_fits(client: Client, archive: None) -> None:
    page = get(client, committee="harrowmere-borough-council/planning-committee", resolutions_only="on")
    assert "1 item found" in shown(page)
    assert "all items, with resolutions only, Planning Committee" in shown(page)


def test_hints_are_shown(client: Client, archive: None) -> None:
    page = get(client, q='laptops "', date_from="31/02/2024", committee="nowhere/none")
    for name in ("unclosed-quote", "bad-date", "unknown-committee"):
        assert f'id="hint-{name}"' in page
    assert "“31/02/2024” is not a date" in shown(page)
    assert "1 item found" in shown(page)


def test_nothing_found_comes_with_advice(client: Client, archive: None) -> None:
    page = get(client, q="elephant", date_from="2024")
    assert "Nothing found" in shown(page)
    assert "What may help" in page
    assert 'href="/search/?q=elephant"' in page
    assert "without the filters" not in get(client, q="elephant")


def test_pages_lead_to_each_other(client: Client) -> None:
    meeting = make_meeting()
    for number in range(145):
        make_item(meeting, str(number), f"Bridge {number}", "A bridge.")
    index_all()
    page = get(client, q="bridge", sort="newest", page="2")
    assert "145 items found" in shown(page)
    assert "Items 21 to 40, page 2 of 8." in shown(page)
    assert '<ol class="hits" start="21">' in page
    assert page.count('class="hits__hit"') == 20
    assert 'href="?q=bridge&amp;sort=newest" rel="prev"' in page
    assert 'href="?q=bridge&amp;sort=newest&amp;page=3" rel="next"' in page
    assert 'aria-current="page">2</a>' in page
    assert 'rel="next"' not in get(client, q="bridge", page="8")
    assert 'rel="prev"' not in get(client, q="bridge")
    assert "govuk-pagination" not in get(client, q='"bridge 77"')


@pytest.mark.parametrize("damage", ["none yet", "damaged"])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_without_an_index_the_page_says_so(damage: str, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    make_item(make_meeting())
    if damage == "damaged":
        index_all()
        for path in Path(connections.connections_info["default"]["PATH"]).glob("*.toc"):
            path.write_bytes(b"")
    response = client.get(reverse("search"), {"q": "laptop"})
    assert response.status_code == 503
    page = response.content.decode()
    assert "Search is unavailable at the moment" in page
    assert reverse("committees") in page
    assert "Nothing found" not in page
    assert client.get(reverse("search")).status_code == 200
    gc.collect()  # Whoosh leaves a damaged file open


@pytest.mark.parametrize(
    "query",
    [
        "x" * 20_000,
        "laptops " * 2_500,
        " OR ".join(f"word{number}" for number in range(500)),
        "(" * 20_000,
        '"' * 20_000,
        "-" * 20_000,
        "\0" * 20_000,
        "\0laptops\0",
        "AND",
        "OR NOT AND",
        "NOT",
        '"',
        "“",
        "((laptops)",
        "*",
        "lap*",
        "?????",
        "text:laptops",
        "django_ct:meetings.item",
        "[a TO z]",
        "/(a+)+$/",
        "laptops~2^4",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{ 7 }}{% now %}",
        "\u202elaptops\u200b",
        "💻",
        "%00%ff",
    ],
    ids=lambda query: query[:8].replace("\0", "NUL"),
)
def test_hostile_queries_are_answered_quickly(query: str, client: Client, archive: None) -> None:
    started = time.perf_counter()
    page = get(client, q=query)
    assert time.perf_counter() - started < 5  # they take some 20 ms; this only guards against hanging
    assert "<script>alert" not in page
    assert "\0" not in page


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=99999999999",
        "page=x",
        "sort=x",
        "date_from=x&date_to=9999-99-99",
        "committee=%00/%00",
        "q=%ff%fe",
    ],
)
def test_other_nonsense_is_answered_too(query: str, client: Client, archive: None) -> None:
    response = client.get(f"{reverse('search')}?{query}")
    assert response.status_code == 200


def test_only_reading_is_allowed(client: Client, archive: None) -> None:
    assert client.head(reverse("search"), {"q": "laptop"}).status_code == 200
    assert client.post(reverse("search"), {"q": "laptop"}).status_code == 405


@pytest.mark.parametrize("hits", [1, 20])
def test_the_page_asks_as_much_for_many_hits_as_for_one(
    hits: int, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(hits):
        item = make_item(make_meeting(make_committee(name=f"Committee {number}")), text="A bridge.")
        make_resolution(item, "That the bridge be built.")
    index_all()
    with django_assert_max_num_queries(
        8
    ):  # stale meetings, items, resolutions, names of the facets, committees of the form, the site's name
        page = get(client, q="bridge")
    assert page.count('class="hits__hit"') == hits
