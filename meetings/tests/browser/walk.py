"""A walk over the portal's pages by their links, as a visitor comes to know it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Page

PAGES_OF_A_KIND = 2
FILES = {"original", "search-csv", "search-feed", "log-table"}


def pages(page: Page, start: str) -> Iterator[str]:
    """Open the page at ``start`` and those that links lead to from there, two of a kind (two of each route's name).

    Yields the route's name with the page open. Files, and what lies outside the portal, are passed over.
    """
    waiting = [start]
    known = {start}
    opened: Counter[str] = Counter()
    while waiting:
        address = waiting.pop(0)
        name = resolve(urlsplit(address).path).url_name or ""
        if opened[name] == PAGES_OF_A_KIND or name in FILES:
            continue
        opened[name] += 1
        answer = page.goto(address)
        assert answer is not None
        assert answer.ok, f"{address} answers {answer.status}"
        yield name
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            found = urlsplit(link)
            target = found.path + (f"?{found.query}" if found.query else "")
            if found.netloc == urlsplit(page.url).netloc and not target.startswith("/admin/") and target not in known:
                known.add(target)
                waiting.append(target)
