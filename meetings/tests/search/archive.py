"""An archive to search in: rows, indexed as publishing would, and short ways to ask."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils import timezone

from meetings.models import Meeting
from meetings.search import indexer
from meetings.search.engine import SearchPage, run
from meetings.search.request import SearchRequest

# Whoosh leaves files open when what it reads is damaged.
leaves_files_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def index_all() -> None:
    """Mark every meeting as publishing would, and let the index follow."""
    Meeting.objects.update(index_due_since=timezone.now())
    indexer.catch_up()


def ask(query_string: str = "", **fields: object) -> SearchPage:
    """What is found for a query string, or for its fields one by one."""
    query = QueryDict(query_string, mutable=True)
    query.update({name: str(value) for name, value in fields.items()})
    return run(SearchRequest.from_query(query))


def titles(page: SearchPage) -> list[str]:
    return [hit.item.title for hit in page.hits]


def hint_names(page: SearchPage) -> list[str]:
    return [hint.name for hint in page.hints]
