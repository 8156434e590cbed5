"""Whoosh as Haystack's engine, mended: true phrases, one writer at a time, and a plain word when the index is unwell.

Haystack's own commands (``rebuild_index``, ``update_index``, ``clear_index``) and ``SearchQuerySet`` work on it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from haystack import connections
from haystack.backends.whoosh_backend import WhooshEngine, WhooshSearchBackend
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.fields import SearchField
from haystack.indexes import SearchIndex
from haystack.utils import get_identifier
from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.fields import BOOLEAN, DATETIME, NUMERIC, TEXT, FieldType, Schema
from whoosh.fields import ID as IDENTIFIER
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError, FileIndex, clean_files
from whoosh.qparser import QueryParser
from whoosh.query import Term
from whoosh.scoring import BM25F
from whoosh.util.filelock import try_for
from whoosh.writing import SegmentWriter

from meetings.models import Item
from meetings.search import analysis
from meetings.search.backends.whoosh_queries import ORDERS, filters_of, hidden_by, question_of
from meetings.search.errors import IndexBusy, SearchUnavailable
from meetings.search.index import Found, Query

log = logging.getLogger(__name__)

NAME = "MAIN"
LOCK_SECONDS = 15.0
"""How long a writer waits for another; ``LOCK_SECONDS`` of the Haystack connection changes it."""

READ_ATTEMPTS = 5
"""A commit between two steps of a reader takes the files from under it; the next attempt sees the new ones."""

Result = TypeVar("Result")


class Terms(Analyzer):  # type: ignore[misc] # Whoosh has no types
    """The project's own analysis in Whoosh's form. Kept with the index, and so tells which version made it."""

    def __init__(self) -> None:
        self.version = analysis.VERSION

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        tokenize: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        **_unused: Any,
    ) -> Iterator[WhooshToken]:
        given = WhooshToken(positions=positions, chars=chars)
        given.boost = 1.0
        if not tokenize:  # a pattern of a query string, "scho*"
            given.text = given.original = analysis.fold(value)
            yield given
            return
        for token in analysis.tokens(value):
            given.text = given.original = token.term
            given.pos = start_pos + token.position
            given.startchar = start_char + token.start
            given.endchar = start_char + token.end
            yield given


class Writer:
    """Changes to the index that one commit makes visible; ``Backend.writing`` gives one."""

    def __init__(self, backend: Backend, segment: SegmentWriter) -> None:
        self._backend = backend
        self._segment = segment

    def replace_meeting(self, meeting: int, items: Iterable[Item]) -> None:
        index = connections[self._backend.connection_alias].get_unified_index().get_index(Item)
        documents = [self._backend.document(index, item) for item in items]
        with _told_as_unavailable("written"):
            self._segment.delete_by_query(Term("meeting", meeting))
            for document in documents:
                self._segment.add_document(**document)

    def replace(self, identifiers: Iterable[str], documents: Iterable[dict[str, Any]]) -> None:
        """Take out what goes by these identifiers, and put the documents in."""
        with _told_as_unavailable("written"):
            for identifier in identifiers:
                self._segment.delete_by_query(Term(ID, identifier))
            for document in documents:
                self._segment.add_document(**document)


class Backend(WhooshSearchBackend):  # type: ignore[misc] # Haystack has no types
    """Haystack's Whoosh backend with an index of this project's making."""

    index: FileIndex
    storage: FileStorage
    schema: Schema

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.lock_seconds = float(options.get("LOCK_SECONDS", LOCK_SECONDS))

    def setup(self) -> None:
        """Get ready without touching the disk: only a writer makes an index, else a lost one is taken for empty."""
        fields = connections[self.connection_alias].get_unified_index().all_searchfields()
        self.storage = FileStorage(self.path)
        self.content_field_name, self.schema = self.build_schema(fields)
        self.parser = QueryParser(self.content_field_name, schema=self.schema)
        self.setup_complete = True

    def build_schema(self, fields: dict[str, SearchField]) -> tuple[str, Schema]:
        kinds: dict[str, FieldType] = {
            ID: IDENTIFIER(stored=True, unique=True),
            DJANGO_CT: IDENTIFIER(stored=True),
            DJANGO_ID: IDENTIFIER(stored=True),
        }
        content = ""
        for field in fields.values():
            kinds[field.index_fieldname] = _kind(field)
            if field.document:
                content = field.index_fieldname
        return content, Schema(**kinds)

    # --- reading

    def find(self, query: Query) -> Found:
        """The page of items that ``query`` asks for. Raises SearchUnavailable."""
        question = question_of(query)
        chosen, hidden = filters_of(query), hidden_by(query)

        def look() -> Found:
            with self._opened().searcher(weighting=BM25F()) as searcher:
                results = searcher.search(
                    question,
                    filter=chosen,
                    mask=hidden,
                    sortedby=ORDERS[query.order],
                    limit=query.offset + query.limit,
                )
                places = range(query.offset, results.scored_length())
                return Found(tuple(int(results[place][DJANGO_ID]) for place in places), len(results))

        return _read(look)

    def search(self, query_string: str, **options: Any) -> dict[str, Any]:
        """Haystack's search by query string."""
        self.index = _read(self._opened)
        found: dict[str, Any] = super().search(query_string, **options)
        return found

    def is_missing(self) -> bool:
        """Whether no index has been made yet."""
        self._set_up()
        return int(TOC._latest_generation(self.storage, NAME)) < 0

    def _opened(self) -> FileIndex:
        """The index, if it is of this code's making."""
        self._set_up()
        try:
            index = FileIndex(self.storage, indexname=NAME)
            made_with = index.schema
        except EmptyIndexError:
            raise SearchUnavailable("There is no search index yet. Run: manage.py rebuild_index") from None
        if _shape(made_with) != _shape(self.schema):
            raise SearchUnavailable("The search index is of another version. Run: manage.py rebuild_index")
        return index

    def _set_up(self) -> None:
        if not self.setup_complete:
            self.setup()

    # --- writing

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Sole right to write; see ``search.index.Index``."""
        with self._locked():
            if self.is_missing():
                self._write_empty()
            segment = _read(lambda: SegmentWriter(self._opened(), _lk=False, compound=False))
            try:
                yield Writer(self, segment)
            except BaseException:
                segment.cancel()
                raise
            with _told_as_unavailable("written"):
                segment.commit()

    # each of Haystack's own calls commits, whatever it says of committing

    def update(self, index: SearchIndex, iterable: Iterable[Item], commit: bool = True) -> None:
        """Index these rows as they are now: one that the public may no longer read is taken out."""
        rows = list(iterable)
        with self.writing() as writer:
            public = index.index_queryset(using=self.connection_alias).filter(pk__in=[row.pk for row in rows])
            documents = [self.document(index, row) for row in public]
            writer.replace(map(get_identifier, rows), documents)

    def remove(self, obj_or_string: Item | str, commit: bool = True) -> None:
        with self.writing() as writer:
            writer.replace([get_identifier(obj_or_string)], [])

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Make an empty index in place of whatever is there, be it damaged or of another version."""
        with self._locked():
            self._write_empty()

    def delete_index(self) -> None:
        self.clear()

    def document(self, index: SearchIndex, item: Item) -> dict[str, Any]:
        """What Haystack prepares of the item, in Whoosh's values."""
        return {name: self._from_python(value) for name, value in index.full_prepare(item).items() if value is not None}

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._set_up()
        with _told_as_unavailable("written"):
            # an index holds pickles: nobody else may write where it is read from
            Path(self.path).mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self.storage.lock(f"{NAME}_WRITELOCK")
            if not try_for(lock.acquire, timeout=self.lock_seconds, delay=0.05):
                raise IndexBusy(f"Another process has been writing the search index for {self.lock_seconds:g} seconds.")
        try:
            yield
        finally:
            lock.release()

    def _write_empty(self) -> None:
        """A next generation without segments; the count goes on, so that no reader takes it for one that it knows."""
        with _told_as_unavailable("written"):
            generation = TOC._latest_generation(self.storage, NAME) + 1
            TOC(self.schema, [], generation).write(self.storage, NAME)
            clean_files(self.storage, NAME, generation, [])


class Engine(WhooshEngine):  # type: ignore[misc] # Haystack has no types
    """What ``HAYSTACK_CONNECTIONS`` names."""

    backend = Backend


def _kind(field: SearchField) -> FieldType:
    match field.field_type:
        case "string":
            return TEXT(analyzer=Terms(), stored=field.stored)
        case "integer":
            return NUMERIC(numtype=int, bits=64, shift_step=0, stored=field.stored, sortable=True)
        case "date":
            return DATETIME(stored=field.stored, sortable=True)
        case "boolean":
            return BOOLEAN(stored=field.stored)
    raise TypeError(f"{field.index_fieldname}: a {field.field_type} field is not indexed yet; say how in {__name__}")


def _shape(schema: Schema) -> dict[str, tuple[object, ...]]:
    """What must be the same in the code and in an index that it reads."""
    return {
        name: (type(kind), kind.stored, kind.column_type is not None, getattr(kind.analyzer, "version", None))
        for name, kind in schema.items()
    }


def _read(look: Callable[[], Result]) -> Result:
    """What ``look`` reads from the index, on another attempt where a commit came between."""
    with _told_as_unavailable("read"):
        for _ in range(READ_ATTEMPTS - 1):
            try:
                return look()
            except FileNotFoundError:
                time.sleep(0.05)
        return look()


@contextmanager
def _told_as_unavailable(deed: str) -> Iterator[None]:
    """Whatever Whoosh meets in a damaged index or on a full disk comes out as SearchUnavailable."""
    try:
        yield
    except (SearchUnavailable, IndexBusy):
        raise
    except Exception as error:
        log.exception("the search index could not be %s", deed)
        raise SearchUnavailable(
            f"The search index could not be {deed} ({type(error).__name__}: {error}). "
            "If it is damaged, run: manage.py rebuild_index"
        ) from error
