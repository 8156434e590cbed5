"""A Haystack backend on Whoosh: true phrases, facets from columns, one writer at a time, one open index a process.

``Backend.find`` answers the pages' queries; Haystack's own commands and ``SearchQuerySet`` work on it as documented.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from haystack import connections
from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from haystack.backends.whoosh_backend import WhooshSearchBackend, WhooshSearchQuery
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.fields import FacetField, SearchField
from haystack.indexes import SearchIndex
from haystack.utils import get_identifier
from whoosh.analysis import Analyzer, RegexTokenizer
from whoosh.analysis import Token as WhooshToken
from whoosh.codec.base import Segment
from whoosh.fields import BOOLEAN, DATETIME, KEYWORD, NUMERIC, STORED, TEXT, FieldType, Schema
from whoosh.fields import ID as IDENTIFIER
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError, FileIndex, clean_files
from whoosh.query import And, Not, Or, Term
from whoosh.reading import SegmentReader
from whoosh.util.filelock import try_for
from whoosh.writing import NO_MERGE, SegmentWriter

from meetings.models import Item
from meetings.search import analysis
from meetings.search.backends.days import midnight
from meetings.search.backends.haystack_search import Answer, Search
from meetings.search.backends.whoosh_snapshot import KEY_SEPARATOR, Snapshot, Snapshots
from meetings.search.errors import IndexBusy, SearchUnavailable
from meetings.search.index import Found, Query

log = logging.getLogger(__name__)

NAME = "MAIN"
LOCK_SECONDS = 15.0
"""How long a writer waits for another; ``LOCK_SECONDS`` of the Haystack connection changes it."""

READ_ATTEMPTS = 5
"""A commit between two steps of a reader takes the files from under it; the next attempt sees the new ones."""

SMALL_SEGMENT = 2_000
"""Documents of a segment that is merged with others of its like."""

MOST_SMALL_SEGMENTS = 10
"""How many of them there may be: each costs every query a little, and each merge costs the writing of them all."""

MOST_TELLING = 20
"""Terms by which items are held to be like each other."""

FINGERPRINT = "fingerprint"

SNAPSHOTS = Snapshots()

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
        mode: str = "",
        **_unused: Any,
    ) -> Iterator[WhooshToken]:
        given = WhooshToken(positions=positions, chars=chars)
        given.boost = 1.0
        if not tokenize:  # a pattern of a query string, "scho*"
            given.text = given.original = analysis.EXACT + analysis.fold(value)
            yield given
            return
        for token in analysis.tokens(value):
            given.pos = start_pos + token.position
            given.startchar = start_char + token.start
            given.endchar = start_char + token.end
            # the index has both in the same place, where a phrase may hold either; a query asks for any form of a word
            for text in (token.term,) if mode == "query" else (token.term, token.exact):
                given.text = given.original = text
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


class Backend(BaseSearchBackend):  # type: ignore[misc] # Haystack has no types
    """An index of this project's making at ``PATH``; ``LOCK_SECONDS`` of the Haystack connection is how long a writer
    waits for another."""

    RESERVED_WORDS = WhooshSearchBackend.RESERVED_WORDS
    RESERVED_CHARACTERS = WhooshSearchBackend.RESERVED_CHARACTERS

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.path = str(options["PATH"])
        self.lock_seconds = float(options.get("LOCK_SECONDS", LOCK_SECONDS))
        self.storage = FileStorage(self.path)  # without touching the disk: only a writer makes an index

    @cached_property
    def schema(self) -> Schema:
        return self.build_schema(connections[self.connection_alias].get_unified_index().all_searchfields())[1]

    def build_schema(self, fields: dict[str, SearchField]) -> tuple[str, Schema]:
        kinds: dict[str, FieldType] = {
            ID: IDENTIFIER(stored=True, unique=True),
            DJANGO_CT: IDENTIFIER(stored=True),
            DJANGO_ID: IDENTIFIER(stored=True),
            FINGERPRINT: STORED(),
        }
        content = ""
        for field in fields.values():
            kinds[field.index_fieldname] = kind_of(field)
            if field.document:
                content = field.index_fieldname
        return content, Schema(**kinds)

    # --- reading

    def find(self, query: Query) -> Found:
        """The page of items that ``query`` asks for, see ``search.index.Index``."""
        return self.read(lambda snapshot: snapshot.find(query))

    def words(self, start: str, most: int) -> list[tuple[str, int]]:
        return self.read(lambda snapshot: snapshot.words(start, most))

    def knows(self, term: str) -> bool:
        return self.read(lambda snapshot: snapshot.knows(term))

    def similar(self, exact: str, most: int) -> list[str]:
        return self.read(lambda snapshot: snapshot.similar(exact, most))

    def like(self, text: str, *, hidden_meetings: frozenset[int], most: int) -> list[int]:
        return self.read(lambda snapshot: snapshot.like(text, hidden_meetings=hidden_meetings, most=most))

    def fingerprints(self) -> list[tuple[int, str]]:
        return self.read(
            lambda snapshot: [(int(stored[DJANGO_ID]), stored[FINGERPRINT]) for stored in snapshot.documents()]
        )

    def read(self, look: Callable[[Snapshot], Result]) -> Result:
        """What ``look`` sees in the newest state of the index. Raises SearchUnavailable."""

        def attempt() -> Result:
            with SNAPSHOTS.newest(self.connection_alias, self.path, self._opened()) as snapshot:
                return look(snapshot)

        try:
            return _read(attempt)
        except SearchUnavailable:
            SNAPSHOTS.forget(self.connection_alias)
            raise

    def is_missing(self) -> bool:
        """Whether no index has been made yet."""
        return int(TOC._latest_generation(self.storage, NAME)) < 0

    def _opened(self) -> FileIndex:
        """The index, if it is of this code's making."""
        try:
            index = FileIndex(self.storage, indexname=NAME)
            made_with = index.schema
        except EmptyIndexError:
            raise SearchUnavailable("There is no search index yet. Run: manage.py rebuild_index") from None
        if _shape(made_with) != _shape(self.schema):
            raise SearchUnavailable("The search index is of another version. Run: manage.py rebuild_index")
        return index

    # --- Haystack's reading

    @log_query  # type: ignore[untyped-decorator]
    def search(self, query_string: str, **options: Any) -> Answer:
        """Haystack's search by query string; ``options`` are Haystack's."""
        return self.read(lambda snapshot: self._asked(snapshot).run(query_string, **options))

    def more_like_this(
        self, model_instance: Item, additional_query_string: str | None = None, **options: Any
    ) -> Answer:
        """The items that are likest to one."""
        fields = connections[self.connection_alias].get_unified_index().get_index(Item)

        def look(snapshot: Snapshot) -> Answer:
            terms = snapshot.telling_terms(fields.prepare_text(model_instance), MOST_TELLING)
            others = Not(Term(ID, get_identifier(model_instance)))
            likest = And([Or([Term("text", term) for term in terms]), others])
            return self._asked(snapshot).run(additional_query_string or "*", likest=likest, **options)

        return self.read(look)

    def _from_python(self, value: Any) -> Any:
        """What Haystack's queries ask of a backend before they write a value into a query string."""
        return midnight(value) if type(value) is dt.date else value

    def _asked(self, snapshot: Snapshot) -> Search:
        unified = connections[self.connection_alias].get_unified_index()
        return Search(snapshot, unified.document_field, unified.all_searchfields())

    # --- writing

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Sole right to write; see ``search.index.Index``."""
        with self._locked():
            if self.is_missing():
                self._write_empty()
            segment = _read(lambda: SegmentWriter(self._opened(), _lk=False, compound=False))
            with self._committed(segment, NO_MERGE):
                yield Writer(self, segment)

    @contextmanager
    def rebuilding(self) -> Iterator[Writer]:
        """As ``writing``, over an empty index that takes the old one's place; see ``search.index.Index``."""
        with self._locked():
            with _told_as_unavailable("written"):
                segment = SegmentWriter(_Fresh(self.storage, self.schema), _lk=False, compound=False)
            with self._committed(segment, NO_MERGE):
                yield Writer(self, segment)

    def merge_due(self) -> bool:
        try:
            return not self.is_missing() and len(_small(self._opened()._segments())) >= MOST_SMALL_SEGMENTS
        except SearchUnavailable:
            return False

    def merge(self) -> None:
        with self._locked():
            segment = _read(lambda: SegmentWriter(self._opened(), _lk=False, compound=False))
            with self._committed(segment, _merge_small):
                pass

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

    def fingerprint(self, item: Item) -> str:
        index = connections[self.connection_alias].get_unified_index().get_index(Item)
        return str(self.document(index, item)[FINGERPRINT])

    def document(self, index: SearchIndex, item: Item) -> dict[str, Any]:
        """What Haystack prepares of the item, in Whoosh's values, with a fingerprint of it all."""
        values = {name: _stored(value) for name, value in index.full_prepare(item).items() if value is not None}
        said = repr(sorted((name, value) for name, value in values.items() if name not in (ID, DJANGO_CT, DJANGO_ID)))
        return {**values, FINGERPRINT: hashlib.sha256(said.encode()).hexdigest()[:16]}

    @contextmanager
    def _committed(self, segment: SegmentWriter, merging: Callable[..., Any]) -> Iterator[None]:
        try:
            yield
        except BaseException:
            segment.cancel()
            raise
        try:
            with _told_as_unavailable("written"):
                segment.commit(mergetype=merging)
        except SearchUnavailable:
            with suppress(Exception):  # what is damaged or full may not let its files be closed either
                segment.cancel()
            raise

    @contextmanager
    def _locked(self) -> Iterator[None]:
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


class Engine(BaseEngine):  # type: ignore[misc] # Haystack has no types
    """What ``HAYSTACK_CONNECTIONS`` names."""

    backend = Backend
    query = WhooshSearchQuery


class _Fresh(FileIndex):  # type: ignore[misc] # Whoosh has no types
    """An index without segments, to write the next generation from, whatever is there now."""

    def __init__(self, storage: FileStorage, schema: Schema) -> None:
        self.storage = storage
        self.indexname = NAME
        self._fresh_schema = schema

    def _read_toc(self) -> TOC:
        return TOC(self._fresh_schema, [], TOC._latest_generation(self.storage, NAME))


def kind_of(field: SearchField) -> FieldType:
    """How Whoosh is to keep one of the fields of ``search_indexes``."""
    if isinstance(field, FacetField):
        keys = KEYWORD(stored=False, sortable=True)
        keys.analyzer = RegexTokenizer(f"[^{KEY_SEPARATOR}]+")
        return keys
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


def _stored(value: Any) -> Any:
    """A value that Haystack prepared, as Whoosh takes it."""
    if isinstance(value, dt.date):
        return midnight(value)
    if isinstance(value, list | tuple):
        return KEY_SEPARATOR.join(map(str, value))
    return value


def _shape(schema: Schema) -> dict[str, tuple[object, ...]]:
    """What must be the same in the code and in an index that it reads."""
    return {
        name: (type(kind), kind.stored, kind.column_type is not None, getattr(kind.analyzer, "version", None))
        for name, kind in schema.items()
    }


def _small(segments: Sequence[Segment]) -> list[Segment]:
    return [segment for segment in segments if segment.doc_count_all() < SMALL_SEGMENT]


def _merge_small(writer: SegmentWriter, segments: Sequence[Segment]) -> list[Segment]:
    """Whoosh's merge policy of this project: the small segments' documents go into the one that is being written."""
    small = _small(segments)
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in small]


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
            "If it is damaged, run: manage.py check_index --repair"
        ) from error
