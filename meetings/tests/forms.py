"""A page's forms as a browser without JavaScript sends them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html


def filled(answer: Any, button: str | None = None) -> tuple[str, dict[str, list[str]]]:
    """Where the page's form goes and what it sends untouched: the one that bears the ``button``, else the first in the
    content."""
    page = html.fromstring(answer.content.decode()).get_element_by_id("main-content")
    within = f".//form[.//button[contains(., {button!r})]]" if button else ".//form"
    form = page.xpath(within)[0]
    values: dict[str, list[str]] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    for pressed in form.xpath(f".//button[@name][contains(., {button!r})]") if button else ():
        values[pressed.get("name")] = [pressed.get("value", "")]
    return form.action or answer.request["PATH_INFO"], values


def send(client: Client, answer: Any, button: str | None = None, **values: Any) -> HttpResponse:
    """Send the page's form with the values put in; None leaves a field out, as an unticked box does."""
    address, sent = filled(answer, button)
    unknown = [name for name in values if name not in sent and not _offered(answer, name)]
    assert not unknown, f"the page has no field {unknown}"
    data = {name: value for name, value in {**sent, **values}.items() if value is not None}
    return client.post(address, data, follow=True)


def _offered(answer: Any, name: str) -> bool:
    return f'name="{name}"' in answer.content.decode()
