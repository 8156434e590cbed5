"""``manage.py check_index``: whether the search index holds what the public may see, and mending it if not."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.management.database import require_migrated
from meetings.search import checking
from meetings.search.errors import IndexBusy, SearchUnavailable


class Command(BaseCommand):
    help = "Compare the search index with the published minutes, both ways, and read all of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="mend what is wrong; searching goes on meanwhile")

    def handle(self, *, repair: bool, **_options: Any) -> None:
        require_migrated()
        findings = checking.check()
        for fault in findings.faults:
            self.stderr.write(fault)
        if findings.faults and not repair:
            raise CommandError("The search index is not sound. To mend it: manage.py check_index --repair")
        if findings.faults:
            try:
                checking.repair(findings)
            except (IndexBusy, SearchUnavailable) as error:
                raise CommandError(str(error)) from error
            findings = checking.check()
            if findings.faults:
                raise CommandError("The search index could not be mended: " + "; ".join(findings.faults))
            self.stdout.write("Mended.")
        items = "item" if findings.checked == 1 else "items"
        self.stdout.write(f"The search index is sound: {findings.checked} published {items}.")
