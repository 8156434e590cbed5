"""Debian's Chromium on a running portal, and axe to judge its pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from meetings.ingest.pipeline import ingest_file
from meetings.tests.browser.clerk import make_account
from meetings.tests.environment import PROJECT

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Enough of the sample minutes for every kind of page: two layouts, a recorded vote, restricted items, parts of items.
SAMPLES = [
    "council-2024-02-28.txt",
    "planning-committee-2024-03-12.txt",
    "planning-committee-2024-06-11.txt",
    "cabinet-2024-06-19.txt",
]

Axe = Callable[[Page], list[str]]


def require(file: Path, remedy: str) -> None:
    """Skip the test on a machine without the file; with CI=true fail it."""
    if not file.exists():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(remedy)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    require(CHROMIUM, "Chromium is not on this machine: apt install chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the thread that asks the database
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """A page at 1280 pixels, with JavaScript. Whatever the browser complains of on its console fails the test."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    # An address that is no page is asked for on purpose, and Chromium notes every answer of that kind.
    assert [words for words in complaints if "Failed to load resource" not in words] == []


@pytest.fixture
def page_without_js(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def axe() -> Axe:
    """Tells what of WCAG 2.2, A and AA, the page breaks: a line for each rule and element; none when all is well."""
    require(AXE, "axe-core is not installed: npm ci in meetings/tests/browser")
    source = AXE.read_text()

    def violations(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate("tags => axe.run({runOnly: tags})", WCAG_2_2_AA)
        assert found["passes"], "axe found nothing to judge"
        return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]

    return violations


@pytest.fixture
def archive(transactional_db) -> None:
    """Some of the sample minutes, read and published."""
    for name in SAMPLES:
        ingest_file(PROJECT / "meetings" / "samples" / name, publish=True)


@pytest.fixture
def account(request: pytest.FixtureRequest, transactional_db) -> None:
    """The clerk's account; `clerk.sign_in` uses it."""
    assert request.node.get_closest_marker("desk"), "a journey at the desk bears the mark `desk`"
    make_account()
