"""Does the item that one looks for come first? ``make bench-relevance``: known-item queries, samples and made items.

MRR is the mean of 1/rank (0 beyond the hundredth); recall@10 the share found among the first ten. “plain” is BM25F of
the same index, over the same items found, without the boosts that this backend adds.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.made_archive import open_archive

if TYPE_CHECKING:
    from meetings.models import Item

QUERIES = 100  # of each class
FARTHEST = 100
ITEMS = 2000
RARE = 0.01  # the share of items that have a rare word
SENTENCE = re.compile(r"[.;:]\s|\n\n")


@dataclass(frozen=True)
class Known:
    """A query of one class, and the items that it looks for."""

    kind: str
    query: str
    wanted: frozenset[int]


class Asker:
    """Makes queries from the archive's items."""

    def __init__(self, items: list[Item], chance: Random) -> None:
        from meetings.search.analysis import tokens
        from meetings.search.language import COMMON_TERMS

        self._chance = chance
        self._tokens = tokens
        self._common = COMMON_TERMS
        self._holders: dict[str, set[int]] = {}
        self._said: dict[int, list[list[str]]] = {}
        self._sentences: dict[int, list[set[str]]] = {}
        self._resolved: dict[int, list[set[str]]] = {}
        self._forms: dict[str, set[str]] = {}
        for item in items:
            self._said[item.pk] = [[word.term for word in tokens(part)] for part in (item.title, item.text)]
            self._sentences[item.pk] = [{word.term for word in tokens(part)} for part in SENTENCE.split(item.text)]
            self._resolved[item.pk] = [{word.term for word in tokens(one.text)} for one in item.resolutions.all()]
            for word in self._words(f"{item.title} {item.text}"):
                self._holders.setdefault(word.term, set()).add(item.pk)
                self._forms.setdefault(word.term, set()).add(word.exact[1:])
        self._titled: dict[tuple[str, ...], list[Item]] = {}
        for item in items:
            self._titled.setdefault(tuple(word.term for word in self._words(item.title)), []).append(item)
        self._count = len(items)

    def _words(self, text: str) -> list[Any]:
        return [word for word in self._tokens(text) if word.term not in self._common and len(word.term) > 1]

    def _shown(self, text: str, words: Iterable[Any]) -> str:
        return " ".join(text[word.start : word.end] for word in words)

    def _same_title(self, item: Item) -> list[Item]:
        return self._titled[tuple(word.term for word in self._words(item.title))]

    def titles(self, item: Item) -> Known | None:
        """The two rarest words of the title, in its order: what one remembers."""
        words = self._words(item.title)
        if len(words) < 2:
            return None
        rarest = sorted(range(len(words)), key=lambda place: len(self._holders[words[place].term]))[:2]
        wanted = frozenset(other.pk for other in self._same_title(item))
        return Known("titles", self._shown(item.title, [words[place] for place in sorted(rarest)]), wanted)

    def newest(self, item: Item) -> Known | None:
        """The title of business that came back: its newest item is wanted."""
        same = self._same_title(item)
        if len(same) < 3:
            return None
        newest = max(same, key=lambda other: (other.meeting.date, other.meeting_id))
        return Known("newest of its title", self._shown(item.title, self._words(item.title)), frozenset({newest.pk}))

    def phrases(self, item: Item) -> Known | None:
        """Three words of the text in a row, with a rare one among them, in quotes."""
        row = list(self._tokens(item.text))
        starts = [
            start
            for start in range(len(row) - 2)
            if any(0 < len(self._holders.get(word.term, ())) < RARE * self._count for word in row[start : start + 3])
        ]
        if not starts:
            return None
        start = self._chance.choice(starts)
        first, last = row[start], row[start + 2]
        said = " ".join(item.text[first.start : last.end].split())
        terms = [word.term for word in row[start : start + 3]]
        return None if '"' in said else Known("rare phrases", f'"{said}"', frozenset(self._having(terms, item)))

    def unquoted(self, item: Item) -> Known | None:
        """A rare phrase as most people type it: without the quotes."""
        known = self.phrases(item)
        return known and replace(known, kind="… without quotes", query=known.query.strip('"'))

    def sentences(self, item: Item) -> Known | None:
        """Three words of one sentence, in its order; whatever says them in one sentence will do."""
        words = self._words(self._chance.choice(SENTENCE.split(item.text)))
        if len(words) < 5:
            return None
        kept = [words[place] for place in sorted(self._chance.sample(range(len(words)), 3))]
        said = " ".join(word.exact[1:] for word in kept)
        return Known("words of a sentence", said, self._with_all(kept, self._sentences))

    def resolutions(self, item: Item) -> Known | None:
        """Four words of a resolution, in its order; whatever resolved them will do."""
        for resolution in item.resolutions.all():
            words = self._words(resolution.text)
            if len(words) > 5:
                kept = [words[place] for place in sorted(self._chance.sample(range(len(words)), 4))]
                said = " ".join(word.exact[1:] for word in kept)
                return Known("resolutions", said, self._with_all(kept, self._resolved))
        return None

    def forms(self, item: Item) -> Known | None:
        """The words of the title in other forms than it has."""
        words = self._words(item.title)
        others = [sorted(self._forms[word.term] - {word.exact[1:]}) for word in words]
        if len(words) < 2 or not any(others):
            return None
        said = [
            self._chance.choice(found) if found else word.exact[1:] for word, found in zip(words, others, strict=True)
        ]
        return Known("other word forms", " ".join(said), frozenset(other.pk for other in self._same_title(item)))

    def _with_all(self, words: Iterable[Any], parts: Mapping[int, list[set[str]]]) -> frozenset[int]:
        """The items of which one part has all the words."""
        terms = {word.term for word in words}
        few = min((self._holders[term] for term in terms), key=len)
        return frozenset(key for key in few if any(terms <= part for part in parts[key]))

    def _having(self, terms: list[str], item: Item) -> set[int]:
        """The items that say the row of terms."""
        few = min((self._holders.get(term, set()) for term in terms if term in self._holders), key=len)
        return {item.pk} | {
            key
            for key in few
            for said in self._said[key]
            if any(said[at : at + len(terms)] == terms for at in range(len(said)))
        }


def known_items(items: list[Item], chance: Random) -> list[Known]:
    """Queries of each class, each from another item, the routine left out: nobody looks for one of many apologies."""
    asker = Asker(items, chance)
    made: list[Known] = []
    kinds: list[Callable[[Item], Known | None]] = [
        asker.titles, asker.newest, asker.phrases, asker.unquoted, asker.sentences, asker.resolutions, asker.forms,
    ]  # fmt: skip
    for kind in kinds:
        order = [item for item in items if not item.routine]
        chance.shuffle(order)
        found: list[Known] = []
        for item in order:
            known = kind(item)
            if known:
                found.append(known)
            if len(found) == QUERIES:
                break
        made += found
    return made


def measure(queries: list[Known], boosts: Any) -> dict[str, tuple[float, float]]:
    """MRR and recall@10 of each class, and of all."""
    from haystack import connections

    from meetings.search.index import Query
    from meetings.search.language import read_query

    backend = connections["default"].get_backend()
    ranks: dict[str, list[int]] = {}
    for known in queries:
        query = Query(read_query(known.query)[0], limit=FARTHEST)
        keys = backend.read(lambda snapshot, query=query: snapshot.find(query, boosts)).items
        rank = next((place for place, key in enumerate(keys, start=1) if key in known.wanted), 0)
        ranks.setdefault(known.kind, []).append(rank)
    ranks["all"] = [rank for of_kind in ranks.values() for rank in of_kind]
    return {
        kind: (
            sum(1 / rank for rank in found if rank) / len(found),
            sum(1 <= rank <= 10 for rank in found) / len(found),
        )
        for kind, found in ranks.items()
    }


def show(name: str, columns: Mapping[str, Mapping[str, tuple[float, float]]], counts: Mapping[str, int]) -> None:
    """A table: a class a row; MRR and recall@10 a column."""
    print(f"\n{name:<22}{'queries':>8}" + "".join(f"{column:>24}" for column in columns))
    for kind, count in counts.items():
        cells = "".join(f"{found[kind][0]:>16.3f}{found[kind][1]:>8.3f}" for found in columns.values())
        print(f"{kind:<22}{count:>8}{cells}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sweep", action="store_true", help="try other values of each boost, one at a time")
    asked = parser.parse_args()
    with open_archive(asked.items):
        from meetings.models import Item
        from meetings.search.backends.whoosh_queries import CHOSEN, PLAIN

        rows = Item.objects.published().select_related("meeting__committee__council").prefetch_related("resolutions")
        made = {"Sallowby Borough Council", "Upper Tarn Town Council"}
        parts: dict[str, list[Item]] = {"samples": [], "made minutes": []}
        for item in rows.order_by("pk"):
            of_made = item.meeting.committee.council.name in made
            parts["made minutes" if of_made else "samples"].append(item)
        print(
            f"{len(parts['samples'])} items of the samples, {len(parts['made minutes'])} made: one index. MRR, recall"
        )
        every: list[Known] = []
        for name, items in parts.items():
            queries = known_items(items, Random(asked.seed))  # noqa: S311 -- the same queries at each run
            every += queries
            kinds = [known.kind for known in queries]
            counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} | {"all": len(queries)}
            show(name, {"plain": measure(queries, PLAIN), "this backend": measure(queries, CHOSEN)}, counts)
        plain, chosen = measure(every, PLAIN)["all"][0], measure(every, CHOSEN)["all"][0]
        print(f"\nAll queries: MRR {chosen:.3f}, plain {plain:.3f}: {chosen - plain:+.3f}")
        print("\nWithout one boost, MRR:")
        for boost in fields(CHOSEN):
            without = measure(every, replace(CHOSEN, **{boost.name: 0.0}))["all"][0]
            print(
                f"  {boost.name:<12} {getattr(CHOSEN, boost.name):>5.2f}  →  0: {without:.3f} ({without - chosen:+.3f})"
            )
        if asked.sweep:
            sweep(every)
    if chosen < plain + 0.05:
        sys.exit("The boosts are worth less than 0.05 of MRR.")


def sweep(queries: list[Known]) -> None:
    """MRR with other values of each boost, one at a time."""
    from meetings.search.backends.whoosh_queries import CHOSEN

    for boost in fields(CHOSEN):
        now = getattr(CHOSEN, boost.name)
        values = sorted({0.0, now / 4, now / 2, now, now * 2, now * 4} if now else {0.0, 0.25, 0.5, 1.0, 2.0})
        found = [(value, measure(queries, replace(CHOSEN, **{boost.name: value}))["all"][0]) for value in values]
        print(f"  {boost.name:<12}" + "  ".join(f"{value:g}: {mrr:.3f}" for value, mrr in found))


if __name__ == "__main__":
    main()
