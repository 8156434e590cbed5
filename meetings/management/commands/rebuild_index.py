"""``manage.py rebuild_index``: the search index anew from the rows, in place of Haystack's command of that name.

Haystack's own empties the index first, and so finds less until it is done; here the old index serves until then.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from meetings.management.database import require_migrated
from meetings.search import indexer
from meetings.search.errors import IndexBusy, SearchUnavailable


class Command(BaseCommand):
    help = "Make the search index anew from the published minutes; the old one serves until it is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--noinput", action="store_false", dest="interactive", help="as Haystack's; nothing is asked in any case"
        )

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        require_migrated()
        with tqdm(unit=" meetings", disable=None if verbosity else True, file=self.stderr, leave=False) as bar:

            def tell(done: int, of: int) -> None:
                bar.total = of
                bar.update(done - bar.n)

            try:
                written = indexer.rebuild(tell)
            except (IndexBusy, SearchUnavailable) as error:
                raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(f"The search index holds {written} {'item' if written == 1 else 'items'}.")
