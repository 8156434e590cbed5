"""What can be measured of a page's looks."""

from __future__ import annotations

from playwright.sync_api import Page


def too_wide(page: Page) -> bool:
    """Whether the page must be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def visible(page: Page, selector: str) -> list[str]:
    """The beginnings of the elements that stand on the page under this selector and take up room there."""
    return page.eval_on_selector_all(
        selector,
        "elements => elements.filter(element => element.checkVisibility() && element.getClientRects().length)"
        ".map(element => element.outerHTML.slice(0, 80))",
    )
