"""How fast is a search? ``make bench-search``: this backend beside other engines over the same made minutes.

Each engine gives the keys of one page in order and the number of all that it found; what a page does with them is not
measured. An engine that is not on this machine is left out. What a machine gives in milliseconds is its own affair;
the ratios within one run can be compared.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.made_archive import open_archive

try:
    import tantivy
except ImportError:
    tantivy = None

ITEMS = 10_000
PAGE = 20
DEEP = 99 * PAGE
ROUNDS = 5
FIRST, LAST = dt.date(2014, 1, 1), dt.date(2017, 12, 31)
COMMON = ("park", "library", "report", "residents", "repair")
PAIRS = (("library", "repair"), ("park", "residents"), ("report", "meeting"), ("car", "lease"), ("sale", "reserves"))
PHRASES = ("swimming pool", "car park", "flood wall", "opening hours", "broken benches")


@dataclass(frozen=True)
class Asked:
    """A search, as each engine writes it in its own words."""

    words: tuple[str, ...]
    phrase: bool = False
    committee: bool = False
    days: bool = False
    newest: bool = False
    counted: bool = False
    offset: int = 0


ONE = [Asked((word,)) for word in COMMON]
CLASSES: dict[str, list[Asked]] = {
    "one common word": ONE,
    "two words, both": [Asked(pair) for pair in PAIRS],
    "a phrase": [Asked(tuple(phrase.split()), phrase=True) for phrase in PHRASES],
    "of one committee": [replace(asked, committee=True) for asked in ONE],
    "between two days": [replace(asked, days=True) for asked in ONE],
    "newest first": [replace(asked, newest=True) for asked in ONE],
    "with facet counts": [replace(asked, counted=True) for asked in ONE],
    "page 100": [replace(asked, offset=DEEP) for asked in ONE],
}

Engine = Callable[[Asked], int]
"""Carries a search out and tells how many items it found."""


@dataclass(frozen=True)
class Row:
    """An item as every engine gets it."""

    key: int
    title: str
    text: str
    committee: int
    day: dt.date


def this_backend(committee: int) -> Engine:
    from haystack import connections

    from meetings.search.index import Query
    from meetings.search.language import read_query

    backend = connections["default"].get_backend()

    def search(asked: Asked) -> int:
        words = " ".join(asked.words)
        query = Query(
            read_query(f'"{words}"' if asked.phrase else words)[0],
            chosen={"committee": frozenset({committee})} if asked.committee else {},
            date_from=FIRST if asked.days else None,
            date_to=LAST if asked.days else None,
            order="newest" if asked.newest else "relevance",
            count=asked.counted,
            offset=asked.offset,
            limit=PAGE,
        )
        return int(backend.find(query).total)

    return search


def stock_haystack(committee: int) -> Engine:
    """Haystack's own Whoosh backend with an index of its own over the same documents."""
    from haystack import connections

    from meetings.search_indexes import ItemIndex

    backend = connections["stock"].get_backend()
    backend.update(ItemIndex(), list(ItemIndex().index_queryset()))

    def search(asked: Asked) -> int:
        words = " ".join(asked.words)
        options: dict[str, Any] = {"start_offset": asked.offset, "end_offset": asked.offset + PAGE}
        narrow = {f"committee_id:{committee}"} if asked.committee else set()
        if asked.days:
            narrow.add(f"date:[{FIRST:%Y%m%d} TO {LAST:%Y%m%d}]")
        if asked.newest:
            options["sort_by"] = ["-date"]
        if asked.counted:
            options["facets"] = {"committee_id": {}, "year": {}}
        found = backend.search(f'"{words}"' if asked.phrase else words, narrow_queries=narrow or None, **options)
        return int(found["hits"])

    return search


def sqlite_fts5(rows: list[Row], committee: int) -> Engine:
    database = sqlite3.connect(Path(os.environ["VAR_DIR"]) / "fts5.sqlite3")
    database.executescript(
        "CREATE TABLE item (key INTEGER PRIMARY KEY, committee INTEGER, day TEXT, year INTEGER);"
        "CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2');"
    )
    database.executemany(
        "INSERT INTO item VALUES (?, ?, ?, ?)", ((row.key, row.committee, f"{row.day}", row.day.year) for row in rows)
    )
    database.executemany(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", ((row.key, row.title, row.text) for row in rows)
    )
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.commit()
    return _sql(
        lambda sql, values: database.execute(sql, values).fetchall(),
        "words JOIN item ON item.key = words.rowid",
        "words MATCH ?",
        "bm25(words, 2.0, 1.0)",
        lambda asked: f'"{" ".join(asked.words)}"' if asked.phrase else " ".join(asked.words),
        committee,
        "?",
    )


def postgresql(rows: list[Row], committee: int, address: str) -> Engine:
    import psycopg2

    connection = psycopg2.connect(address, dbname="postgres")
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE item (key bigint PRIMARY KEY, committee bigint, day date, year int, words tsvector);")
    for row in rows:
        cursor.execute(
            "INSERT INTO item VALUES (%s, %s, %s, %s, setweight(to_tsvector('english', %s), 'A')"
            " || to_tsvector('english', %s))",
            (row.key, row.committee, row.day, row.day.year, row.title, row.text),
        )
    cursor.execute("CREATE INDEX ON item USING gin (words)")
    cursor.execute("VACUUM ANALYZE item")

    def fetch(sql: str, values: tuple[Any, ...]) -> list[Any]:
        cursor.execute(sql, values)
        return list(cursor.fetchall())

    return _sql(
        fetch,
        "item, to_tsquery('english', %s) AS query",
        "words @@ query",
        "-ts_rank(words, query)",
        lambda asked: (" <-> " if asked.phrase else " & ").join(asked.words),
        committee,
        "%s",
    )


def _sql(
    fetch: Callable[[str, tuple[Any, ...]], list[Any]],
    tables: str,
    matches: str,
    rank: str,
    written: Callable[[Asked], str],
    committee: int,
    mark: str,
) -> Engine:
    """A search by SQL: one statement for the page, one for the number, one for each facet."""

    def search(asked: Asked) -> int:
        where, values = matches, [written(asked)]
        if asked.committee:
            where, values = f"{where} AND committee = {mark}", [*values, str(committee)]
        if asked.days:
            where, values = f"{where} AND day BETWEEN {mark} AND {mark}", [*values, f"{FIRST}", f"{LAST}"]
        order = "day DESC" if asked.newest else rank
        of = f"FROM {tables} WHERE {where}"
        fetch(f"SELECT key {of} ORDER BY {order}, key LIMIT {PAGE} OFFSET {asked.offset}", tuple(values))
        for facet in ("committee", "year") if asked.counted else ():
            fetch(f"SELECT {facet}, count(*) {of} GROUP BY {facet}", tuple(values))
        return int(fetch(f"SELECT count(*) {of}", tuple(values))[0][0])

    return search


def tantivy_index(rows: list[Row], committee: int) -> Engine:
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("title", tokenizer_name="en_stem")
        .add_text_field("text", tokenizer_name="en_stem")
        .add_integer_field("key", stored=True)
        .add_integer_field("committee", indexed=True, fast=True)
        .add_integer_field("day", indexed=True, fast=True)
        .add_integer_field("year", fast=True)
        .build()
    )
    path = Path(os.environ["VAR_DIR"]) / "tantivy"
    path.mkdir()
    index = tantivy.Index(schema, path=str(path))
    writer = index.writer(num_threads=1)
    for row in rows:
        said = {"title": row.title, "text": row.text, "key": row.key}
        writer.add_document(
            tantivy.Document(**said, committee=row.committee, day=row.day.toordinal(), year=row.day.year)
        )
    writer.commit()
    index.reload()
    searcher = index.searcher()
    must, integer = tantivy.Occur.Must, tantivy.FieldType.Integer

    def search(asked: Asked) -> int:
        words = " ".join(asked.words)
        question = index.parse_query(
            f'"{words}"' if asked.phrase else " AND ".join(asked.words), ["title", "text"], {"title": 2.0}
        )
        parts = [(must, question)]
        if asked.committee:
            parts.append((must, tantivy.Query.term_query(schema, "committee", committee)))
        if asked.days:
            first, last = FIRST.toordinal(), LAST.toordinal()
            parts.append((must, tantivy.Query.range_query(schema, "day", integer, first, last)))
        if len(parts) > 1:
            question = tantivy.Query.boolean_query(parts)
        order = {"order_by_field": "day"} if asked.newest else {}
        found = searcher.search(question, limit=PAGE, offset=asked.offset, count=True, **order)
        for _, address in found.hits:
            searcher.doc(address)
        if asked.counted:
            counted = {name: {"terms": {"field": name, "size": 100}} for name in ("committee", "year")}
            searcher.aggregate(question, counted)
        return int(found.count)

    return search


def milliseconds(engine: Engine, searches: list[Asked]) -> tuple[float, int]:
    """The median over a class's searches, each the best of several rounds; and the hits of all."""
    times, hits = [], 0
    for asked in searches:
        best = float("inf")
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            found = engine(asked)
            best = min(best, time.perf_counter() - begun)
        times.append(best)
        hits += found
    return median(times) * 1000, hits


def engines(rows: list[Row], committee: int, postgres: str | None) -> dict[str, Engine]:
    made: dict[str, Engine] = {}
    makers: dict[str, Callable[[], Engine] | None] = {
        "this backend": lambda: this_backend(committee),
        "Haystack's Whoosh": lambda: stock_haystack(committee),
        "SQLite FTS5": lambda: sqlite_fts5(rows, committee),
        "PostgreSQL": (lambda: postgresql(rows, committee, postgres)) if postgres else None,
        "Tantivy": (lambda: tantivy_index(rows, committee)) if tantivy else None,
    }
    for name, maker in makers.items():
        if maker is None:
            print(f"{name} is not on this machine.")
            continue
        begun = time.perf_counter()
        made[name] = maker()
        if name != "this backend":
            print(f"{name}: indexed in {time.perf_counter() - begun:.1f} s")
    return made


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=ITEMS)
    asked = parser.parse_args()
    postgres = os.environ.pop("DATABASE_URL", None)  # the archive itself is SQLite
    begun = time.perf_counter()
    with open_archive(asked.items, samples=False), tempfile.TemporaryDirectory(prefix="stock-") as stock:
        from haystack import connections

        from meetings.models import Item

        connections.connections_info["stock"] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": stock,
        }
        print(f"{asked.items:,} made items, stored and indexed by this backend in {time.perf_counter() - begun:.1f} s")
        items = Item.objects.published().select_related("meeting").order_by("pk")
        rows = [Row(item.pk, item.title, item.text, item.meeting.committee_id, item.meeting.date) for item in items]
        committee = rows[len(rows) // 2].committee
        made = engines(rows, committee, postgres)
        print(f"\nMilliseconds, and in brackets how many times as fast as this backend\n\n{'':<20}", end="")
        print("".join(f"{name:>22}" for name in made) + f"{'hits':>10}")
        for name, searches in CLASSES.items():
            measured = {engine: milliseconds(search, searches) for engine, search in made.items()}
            own = measured["this backend"][0]
            cells = "".join(f"{f'{ms:.2f} ({own / ms:.1f})':>22}" for ms, _ in measured.values())
            hits = [found for _, found in measured.values()]
            print(f"{name:<20}{cells}{f'{min(hits)}–{max(hits)}':>14}")


if __name__ == "__main__":
    main()
