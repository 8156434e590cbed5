"""What the benchmarks make is what they say that it is: else they would measure something else."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.made_archive import store
from benchmarks.made_minutes import MAKERS, blocks
from benchmarks.reading import BARE
from benchmarks.relevance import QUERIES, known_items, measure
from benchmarks.search import CLASSES, this_backend
from meetings.models import Item
from meetings.parsing import extract_text, parse_minutes
from meetings.parsing.coverage import measure_coverage
from meetings.parsing.extract import EXTRACTORS
from meetings.search.backends.whoosh_queries import CHOSEN, PLAIN
from meetings.tests.search.archive import index_all


@pytest.mark.parametrize("kind", sorted(MAKERS.keys() & EXTRACTORS.keys()))
def test_made_minutes_are_read_whole(kind: str) -> None:
    made = blocks(12)
    data = MAKERS[kind](made)
    extracted = extract_text(data, f"made.{kind}")
    minutes = parse_minutes(extracted.text)
    assert extracted.format == kind
    assert [item.number for item in minutes.items] == [str(number) for number in range(1, 13)]
    assert all(len(item.resolutions) == 1 and item.resolutions[0].seconder for item in minutes.items)
    assert measure_coverage(extracted.text, minutes).lost == ()
    told = {word for _, words in made for word in words.split()}
    assert told <= set(extracted.text.replace("**", " ").split())


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_each_format_has_its_bare_extractor(kind: str) -> None:
    assert "Resolved: That the works be approved" in BARE[kind](MAKERS[kind](blocks(3)))


@pytest.mark.django_db
def test_known_items_are_found_and_first_more_often_than_by_bm25f_alone() -> None:
    store(150, Random(3))
    index_all()
    items = list(Item.objects.published().select_related("meeting").prefetch_related("resolutions"))
    assert len(items) == 150
    queries = known_items(items, Random(3))
    assert len({known.kind for known in queries}) == 7
    assert all(known.wanted for known in queries)
    assert len(queries) <= 7 * QUERIES
    chosen, plain = measure(queries, CHOSEN), measure(queries, PLAIN)
    assert chosen["all"][1] > 0.9
    assert chosen["all"][0] > plain["all"][0]


@pytest.mark.django_db
def test_every_class_of_searches_finds_something() -> None:
    store(300, Random(3))
    index_all()
    search = this_backend(Item.objects.earliest("pk").meeting.committee_id)
    for name, searches in CLASSES.items():
        assert sum(map(search, searches)), name
