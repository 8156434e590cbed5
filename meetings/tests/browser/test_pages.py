"""Every page of the portal: judged by axe, on a phone, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from meetings.ingest.jobs import run_next
from meetings.tests.browser.clerk import sign_in
from meetings.tests.browser.conftest import Axe
from meetings.tests.browser.looks import too_wide, visible
from meetings.tests.browser.walk import pages
from meetings.tests.readings import keep

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]

PUBLIC = {
    "home",
    "search",
    "search-help",
    "committees",
    "committee",
    "meeting",
    "item",
    "resolution",
    "report-mistake",
    "calendar",
    "calendar-year",
    "calendar-month",
    "login",
}
DESK = {
    *("desk", "upload", "desk-meeting", "desk-facts", "desk-people", "desk-item", "desk-redact", "desk-history"),
    *("desk-councils", "desk-council", "desk-council-people", "desk-committee", "desk-person", "file"),
    *("uploads", "mistakes", "log", "erase", "password_change", "desk-preview", "publish", "withdraw", "confirm"),
}
# Pages that no link leads to: results, none, broken syntax, nothing there.
UNLINKED = [
    "/search/?q=library",
    "/search/?q=library&year=2024&kind=resolution&sort=newest",
    "/search/?q=plan*&group=meeting",
    "/search/?q=library&year=2024&year=2025&outcome=carried",
    "/search/?q=zzzz",
    "/search/?q=librery",
    "/search/?q=%22library+NOT",
    "/search/?q=library&date_from=31/02/2024",
    "/calendar/1999/01/",
    "/nowhere/",
]


def test_public_pages_are_accessible_and_fit_a_phone(page: Page, axe: Axe) -> None:
    seen = set()
    for name in pages(page, "/"):
        seen.add(name)
        assert axe(page) == [], page.url
        page.set_viewport_size({"width": 360, "height": 640})
        assert not too_wide(page), page.url
        assert axe(page) == [], page.url
        page.set_viewport_size({"width": 1280, "height": 900})
    assert seen >= PUBLIC
    assert not seen & DESK


@pytest.mark.parametrize("address", UNLINKED)
def test_pages_without_links_to_them_are_accessible_and_fit_a_phone(page: Page, axe: Axe, address: str) -> None:
    page.goto(address)
    assert axe(page) == []
    page.set_viewport_size({"width": 360, "height": 640})
    assert not too_wide(page)
    assert axe(page) == []


def test_suggestions_are_accessible_and_fit_a_phone(page: Page, axe: Axe) -> None:
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        for address in ("/", "/search/", "/committees/"):
            page.goto(address)
            page.get_by_role("combobox").press_sequentially("plan")
            page.get_by_role("option").first.wait_for()
            page.keyboard.press("ArrowDown")
            assert not too_wide(page), address
            assert axe(page) == [], address


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_the_desk_is_accessible_and_fits_a_phone(page: Page, axe: Axe) -> None:
    keep()
    sign_in(page)
    seen = set()
    for state in ("published", "draft"):
        for name in pages(page, f"/desk/?state={state}"):
            seen.add(name)
            if name in PUBLIC:
                continue
            assert axe(page) == [], page.url
            page.set_viewport_size({"width": 360, "height": 640})
            assert not too_wide(page), page.url
            page.set_viewport_size({"width": 1280, "height": 900})
    assert seen >= DESK


@pytest.mark.desk
@pytest.mark.usefixtures("account")
def test_forms_with_faults_are_accessible(page: Page, axe: Axe) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("alert").count() == 1
    assert axe(page) == []
    sign_in(page)
    page.goto("/desk/upload/")
    page.get_by_role("button", name="Read the minutes").click()
    assert page.get_by_role("alert").count() == 1
    assert axe(page) == []
    page.get_by_label("Or paste the text").fill("Dear Sir, thank you for your letter.")
    page.get_by_role("button", name="Read the minutes").click()
    page.get_by_text("Waits to be read").wait_for()
    assert axe(page) == []
    run_next()
    page.get_by_role("link", name="try again").click()
    assert axe(page) == []


def test_on_paper_there_is_no_navigation(page: Page) -> None:
    page.emulate_media(media="print")
    for name in pages(page, "/"):
        if name in {"meeting", "item", "resolution"}:
            assert visible(page, "nav, form, .govuk-skip-link") == [], page.url
            assert visible(page, "h1")
