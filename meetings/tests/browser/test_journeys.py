"""What people come to do, from the first click to the last, with JavaScript and without it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from meetings.ingest.jobs import run_next
from meetings.tests.browser.clerk import sign_in
from meetings.tests.environment import PROJECT

pytestmark = pytest.mark.browser

MINUTES = """\
Eastmarch Parish Council

Amenities Committee

Minutes of the meeting held on Tuesday, 14th May, 2024 at 7.00 pm in the Reading Room, Eastmarch

Present:

Councillor Ottoline Farrant (Chair)
Councillor Jerome Quillfeather

1.  Apologies for Absence

There were none.

2.  Weathercock

The committee heard that the weathercock of the Reading Room had lost its tail.

Resolved: That the weathercock be gilded and put back before the harvest.
"""


@pytest.fixture(params=["page", "page_without_js"])
def visitor(request: pytest.FixtureRequest) -> Page:
    return request.getfixturevalue(request.param)


@pytest.fixture
def with_script(request: pytest.FixtureRequest) -> bool:
    return bool(request.node.callspec.params["visitor"] == "page")


@pytest.mark.usefixtures("archive")
def test_a_resident_searches_and_reads_an_item(visitor: Page) -> None:
    visitor.goto("/")
    visitor.get_by_label("Search the minutes").fill("swimming")
    visitor.get_by_role("button", name="Search").click()
    expect(visitor).to_have_title(re.compile("swimming"))
    results = visitor.get_by_role("main")
    expect(results.locator("mark").first).to_contain_text(re.compile("swim", re.IGNORECASE))
    result = results.get_by_role("heading").get_by_role("link").first
    title = result.inner_text()
    result.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(title)
    assert re.search(r"/\d{4}-\d\d-\d\d/items/[^/]+/\?found=swimming#found$", visitor.url)
    visitor.get_by_role("navigation", name="Breadcrumb").get_by_role("link").last.click()
    expect(visitor.get_by_role("main")).to_contain_text("Present")


@pytest.mark.usefixtures("archive")
def test_a_resident_goes_from_a_slip_to_the_passage_and_back_to_the_search(visitor: Page) -> None:
    visitor.goto("/search/")
    visitor.get_by_label("Words to look for").fill("floood")
    visitor.get_by_role("button", name="Search", exact=True).click()
    main = visitor.get_by_role("main")
    expect(main).to_contain_text("Nothing found")
    visitor.get_by_role("link", name="flood", exact=True).click()
    expect(main.get_by_role("heading", level=2).first).to_contain_text("found")
    visitor.locator(".search-page__facets").get_by_role("link", name="Planning Committee").click()
    expect(visitor.get_by_role("link", name="Remove: Planning Committee")).to_be_visible()
    visitor.get_by_label("Words to look for").fill('"flood risk assessment"')
    visitor.get_by_role("button", name="Search", exact=True).click()
    expect(visitor.get_by_role("link", name="Remove: Planning Committee")).to_be_visible()
    expect(main.locator(".hits mark").first).to_have_text(re.compile("^flood risk assessment$", re.IGNORECASE))
    search = visitor.url

    result = main.locator(".hits").get_by_role("heading").get_by_role("link").first
    title = result.inner_text()
    result.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(title)
    expect(visitor.locator("mark#found")).to_be_in_viewport()
    item = visitor.url

    visitor.goto("/")
    visitor.goto(item)  # its address opened anew
    expect(visitor.locator("mark#found")).to_be_in_viewport()
    visitor.goto(search)
    expect(main.locator(".hits").get_by_role("heading").get_by_role("link").first).to_have_text(title)


@pytest.mark.usefixtures("archive")
def test_suggestions_are_taken_with_the_keyboard_or_left(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Search the minutes")
    box.press_sequentially("swim")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[aria-live]")).to_contain_text("suggestion")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("swim")
    box.press_sequentially("m")
    option = page.get_by_role("option", name="swimming", exact=True)
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "none")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=swimming$"))

    box = page.get_by_role("combobox", name="Words to look for")
    box.fill("")
    box.press_sequentially("plann")
    title = page.locator(".suggestions__option--title").first
    words = title.inner_text()
    title.click()
    expect(page.locator(".hits mark").first).to_have_text(words)


@pytest.mark.usefixtures("archive")
def test_a_resident_finds_a_meeting_by_its_date(visitor: Page) -> None:
    visitor.goto("/calendar/2024/03/")
    visitor.get_by_role("link", name="Planning Committee").click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("12 March 2024")


def read_uploads(visitor: Page) -> None:
    """What the worker does meanwhile; the page shows it by itself, or after another look."""
    while run_next():
        pass
    look_again = visitor.get_by_role("link", name="Look again")
    if look_again.count():
        look_again.click()


def drop(page: Page, files: dict[str, str]) -> None:
    """Drop files, by their names, on the form."""
    held = page.evaluate_handle(
        """files => {
            const held = new DataTransfer();
            for (const [name, words] of Object.entries(files)) held.items.add(new File([words], name));
            return held;
        }""",
        files,
    )
    page.locator(".drop-zone").dispatch_event("drop", {"dataTransfer": held})


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_a_clerk_publishes_minutes_and_withdraws_them(visitor: Page, with_script: bool) -> None:
    def found() -> int:
        visitor.goto("/search/?q=weathercock")
        return visitor.get_by_role("main").locator("mark").count()

    sign_in(visitor)
    visitor.get_by_role("link", name="Upload minutes").click()
    visitor.get_by_label("Or paste the text").fill(MINUTES)
    visitor.get_by_role("button", name="Read the minutes").click()
    expect(visitor.get_by_role("main")).to_contain_text("Waits to be read")
    read_uploads(visitor)
    if not with_script:  # which goes on to the report of the one file by itself
        visitor.get_by_role("link", name="Amenities Committee, 14 May 2024").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Amenities Committee, 14 May 2024")
    report = visitor.url
    expect(visitor.get_by_role("main")).to_contain_text("Read as a resolution")
    assert found() == 0

    visitor.goto(report)
    visitor.get_by_role("button", name="Publish").click()
    expect(visitor.get_by_role("status")).to_contain_text("Published Amenities Committee, 14 May 2024")
    visitor.get_by_role("link", name="See the public page").click()
    public = visitor.url
    expect(visitor.get_by_role("main")).to_contain_text("be gilded and put back before the harvest")
    assert found() > 0

    visitor.goto(report)
    visitor.get_by_role("link", name="Withdraw").click()
    visitor.get_by_label("Reason, for the public").fill("The harvest is over.")
    visitor.get_by_role("button", name="Withdraw").click()
    expect(visitor.get_by_role("status")).to_contain_text("Withdrew Amenities Committee, 14 May 2024")
    assert found() == 0
    answer = visitor.goto(public)
    assert answer is not None
    assert answer.status == 410
    expect(visitor.get_by_role("main")).to_contain_text("The harvest is over.")


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_a_clerk_drops_three_files_corrects_one_publishes_and_corrects_it_again(
    visitor: Page, with_script: bool, tmp_path: Path
) -> None:
    files = {
        "may.txt": MINUTES,
        "june.txt": MINUTES.replace("Tuesday, 14th May", "Tuesday, 11th June"),
        "letter.txt": "Dear Sir,\n\nThank you for your letter.\n\nYours faithfully\n",
    }
    sign_in(visitor)
    visitor.goto("/desk/upload/")
    if with_script:
        drop(visitor, files)
        expect(visitor.locator(".sending")).to_contain_text("june.txt")
    else:
        for name, words in files.items():
            (tmp_path / name).write_text(words)
        visitor.get_by_label("Minutes files").set_input_files([tmp_path / name for name in files])
    visitor.get_by_role("button", name="Read the minutes").click()
    expect(visitor.get_by_text("Waits to be read")).to_have_count(3)
    read_uploads(visitor)
    main = visitor.get_by_role("main")
    expect(main.locator("#jobs")).to_contain_text("Not read")
    expect(main.get_by_role("link", name="Amenities Committee, 11 June 2024")).to_be_visible()
    main.get_by_role("link", name="Amenities Committee, 14 May 2024").click()

    report = visitor.url
    visitor.get_by_role("link", name="Correct item 2 Weathercock").click()
    visitor.get_by_label("Title", exact=True).fill("The weathercock")
    visitor.get_by_role("button", name="Save").click()
    expect(visitor.get_by_role("heading", name="2 The weathercock")).to_be_visible()
    visitor.get_by_role("link", name="Preview as the public will see it").click()
    expect(main).to_contain_text("Preview: the public does not see this yet")
    expect(main.get_by_role("article")).to_contain_text("The weathercock")
    visitor.goto(report)
    visitor.get_by_role("button", name="Publish").click()
    visitor.get_by_role("link", name="See the public page").click()
    public = visitor.url
    expect(main).to_contain_text("The weathercock")

    visitor.goto(report)
    visitor.get_by_role("link", name="Correct the facts").click()
    visitor.get_by_label("Venue", exact=True).fill("The Reading Room, Eastmarch")
    visitor.get_by_role("button", name="Save").click()
    visitor.get_by_role("link", name="Publish").click()
    expect(main.get_by_role("insertion").first).to_contain_text("The")
    visitor.get_by_label("Note for the public").fill("The room was misprinted.")
    visitor.get_by_role("button", name="Publish").click()
    visitor.goto(public)
    expect(main).to_contain_text("The room was misprinted.")
    visitor.get_by_role("link", name="what was changed").click()
    expect(main.get_by_role("insertion").first).to_be_visible()


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_a_clerk_uploads_a_file_twice(visitor: Page, tmp_path: Path) -> None:
    file = tmp_path / "amenities.txt"
    file.write_text(MINUTES)
    sign_in(visitor)
    for told in ("Amenities Committee, 14 May 2024, a draft", "already. Nothing was changed"):
        visitor.goto("/desk/upload/")
        visitor.get_by_label("Minutes files").set_input_files(file)
        visitor.get_by_role("button", name="Read the minutes").click()
        visitor.wait_for_url("**/desk/uploads/**")
        read_uploads(visitor)
        visitor.wait_for_load_state("networkidle")  # else the page's own next look breaks off the next address
        visitor.goto("/desk/uploads/")
        expect(visitor.locator(".jobs__job").first).to_contain_text(told)


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_a_file_that_is_no_minutes_is_refused_kindly(visitor: Page) -> None:
    sign_in(visitor)
    visitor.goto("/desk/upload/")
    visitor.get_by_label("Minutes files").set_input_files(PROJECT / "static" / "favicon.svg")
    visitor.get_by_role("button", name="Read the minutes").click()
    visitor.wait_for_url("**/desk/uploads/**")
    read_uploads(visitor)
    expect(visitor.locator("#jobs")).to_contain_text("Not read")
    visitor.goto("/desk/?state=draft")
    expect(visitor.get_by_role("main")).to_contain_text("None.")
