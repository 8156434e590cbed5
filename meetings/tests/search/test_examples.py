"""The examples of the help page run: over sample minutes each finds something."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from meetings.ingest.pipeline import ingest_file
from meetings.search import indexer
from meetings.tests.environment import PROJECT
from meetings.tests.search.archive import ask
from meetings.views.search import EXAMPLES

pytestmark = pytest.mark.django_db


def test_each_example_finds_something_in_the_samples(client: Client) -> None:
    with indexer.deferred():
        for sample in sorted((PROJECT / "meetings" / "samples").glob("*-2024-*.txt")):
            ingest_file(sample, publish=True)
    page = client.get(reverse("search-help")).content.decode()
    for words, _ in EXAMPLES:
        found = ask(q=words)
        assert found.total, words
        assert found.hints == (), words
        assert f'href="{reverse("search")}?{found.request.to_query()}"' in page
