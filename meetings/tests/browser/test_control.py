"""The judges themselves: a page that is known to be bad must not pass them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from meetings.tests.browser.conftest import Axe
from meetings.tests.browser.looks import too_wide

pytestmark = pytest.mark.browser

BAD = """<!doctype html><html><head><title></title></head><body>
<p style="color:#bbb;background:#fff">Faint words</p><img src="data:,"><input>
<div style="width:2000px">Wide words</div></body></html>"""


def test_axe_sees_a_bad_page(page: Page, axe: Axe) -> None:
    page.set_content(BAD)
    rules = {violation.split(":")[0] for violation in axe(page)}
    assert {"color-contrast", "document-title", "html-has-lang", "image-alt", "label"} <= rules


def test_a_page_that_is_too_wide_is_seen(page: Page) -> None:
    page.set_content(BAD)
    assert too_wide(page)
