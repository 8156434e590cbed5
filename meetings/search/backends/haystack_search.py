"""What ``SearchQuerySet`` asks of a backend, answered over one state of the index.

As Haystack documents it, and with what its own Whoosh backend lacks: facets count whole values, of several in a field
each; some orders may go up while others go down; a page deep in the results costs no more than the first.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.models import SearchResult
from whoosh import query as whoosh
from whoosh.qparser import QueryParser
from whoosh.support.relativedelta import relativedelta

from meetings.search.backends.days import midnight
from meetings.search.backends.whoosh_ranking import Match
from meetings.search.backends.whoosh_snapshot import KEY_SEPARATOR, Snapshot

Answer = dict[str, Any]
"""``results``, ``hits``, ``facets`` and ``spelling_suggestion``, whatever was found."""


class Search:
    """One search of Haystack's: the query string, and what else ``BaseSearchBackend.search`` may be given."""

    def __init__(self, snapshot: Snapshot, content: str, fields: Mapping[str, Any]) -> None:
        self._snapshot = snapshot
        self._fields = fields
        self._parser = QueryParser(content, schema=snapshot.searcher.schema)

    def run(
        self,
        query_string: str,
        *,
        likest: whoosh.Query | None = None,
        sort_by: Iterable[str] = (),
        start_offset: int = 0,
        end_offset: int | None = None,
        facets: Iterable[str] = (),
        date_facets: Mapping[str, Mapping[str, Any]] | None = None,
        query_facets: Iterable[tuple[str, str]] = (),
        narrow_queries: Iterable[str] = (),
        models: Iterable[Any] = (),
        result_class: type[SearchResult] | None = None,
        **_unused: Any,
    ) -> Answer:
        """The answer; ``likest`` is looked for beside the query string. What only other engines know is unused."""
        asked = self._parser.parse(query_string)
        question = whoosh.And([likest, asked]) if likest else asked
        narrowing = [self._parser.parse(narrow) for narrow in narrow_queries or ()]
        kinds = {f"{model._meta.app_label}.{model._meta.model_name}" for model in models or ()}
        if kinds:
            narrowing.append(whoosh.Or([whoosh.Term(DJANGO_CT, kind) for kind in kinds]))
        found = self._narrowed(list(self._snapshot.matches(question)) if query_string else [], narrowing)
        page = self._sorted(found, list(sort_by or ()))[start_offset:end_offset]
        return {
            "results": [self._result(match, result_class or SearchResult) for match in page],
            "hits": len(found),
            "facets": {
                "fields": {name: self._counted(name, found) for name in facets or ()},
                "dates": {name: self._by_date(name, asked, found) for name, asked in (date_facets or {}).items()},
                "queries": {
                    f"{name}_{value}": len(self._narrowed(found, [self._parser.parse(f"{name}:{value}")]))
                    for name, value in query_facets or ()
                },
            },
            "spelling_suggestion": None,
        }

    def _narrowed(self, found: list[Match], narrowing: Iterable[whoosh.Query]) -> list[Match]:
        for narrow in narrowing:
            kept = {document for document, _ in self._snapshot.matches(narrow, scored=False)}
            found = [match for match in found if match[0] in kept]
        return found

    def _sorted(self, found: list[Match], sort_by: list[str]) -> list[Match]:
        if not sort_by:
            return sorted(found, key=lambda match: (-match[1], match[0]))
        for name in reversed(sort_by):  # the first counts most: sorting keeps the order of equals
            column = self._snapshot.column(name.removeprefix("-"))
            found = sorted(found, key=lambda match, of=column: of[match[0]], reverse=name.startswith("-"))  # type: ignore[misc]
        return found

    def _result(self, match: Match, made: type[SearchResult]) -> SearchResult:
        document, score = match
        stored = self._snapshot.searcher.stored_fields(document)
        app_label, model_name = stored[DJANGO_CT].split(".")
        return made(app_label, model_name, stored[DJANGO_ID], score, **{ID: stored[ID]}, **self._values(document))

    def _values(self, document: int) -> dict[str, Any]:
        """What the columns hold of a document, as the fields of the search index give it."""
        values = {}
        for name, kind in self._snapshot.searcher.schema.items():
            if kind.column_type and name in self._fields:
                value = self._snapshot.column(name)[document]
                several = self._fields[name].is_multivalued
                values[name] = [key for key in value.split(KEY_SEPARATOR) if key] if several else value
        return values

    def _counted(self, name: str, found: list[Match]) -> list[tuple[Any, int]]:
        column = self._snapshot.column(name)
        values = (column[document] for document, _ in found)
        if name in self._fields and self._fields[name].is_multivalued:
            values = (key for keys in values for key in keys.split(KEY_SEPARATOR) if key)
        return sorted(Counter(values).items(), key=lambda pair: (-pair[1], str(pair[0])))

    def _by_date(self, name: str, asked: Mapping[str, Any], found: list[Match]) -> list[tuple[dt.datetime, int]]:
        """How many fall into each span of time, from its first moment to the one before the next."""
        start, end = _moment(asked["start_date"]), _moment(asked["end_date"])
        step = relativedelta(**{f"{asked['gap_by']}s": asked.get("gap_amount", 1)})
        borders = [start]
        while borders[-1] < end:
            borders.append(borders[-1] + step)
        column = self._snapshot.column(name)
        days = [column[document] for document, _ in found]
        return [(first, sum(first <= day < min(after, end) for day in days)) for first, after in pairwise(borders)]


def _moment(day: dt.date) -> dt.datetime:
    return day if isinstance(day, dt.datetime) else midnight(day)
