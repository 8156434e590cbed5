"""``manage.py catch_up_index``: what interrupted publications left for the search index to do."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.management.database import require_migrated
from meetings.search import indexer
from meetings.search.errors import IndexBusy, SearchUnavailable


class Command(BaseCommand):
    help = "Write to the search index what it has missed: publications and withdrawals that were interrupted."

    def handle(self, **_options: Any) -> None:
        require_migrated()
        try:
            written = indexer.catch_up()
        except (IndexBusy, SearchUnavailable) as error:
            raise CommandError(str(error)) from error
        if written:
            self.stdout.write(f"Brought {written} {'meeting' if written == 1 else 'meetings'} up to date in the index.")
