"""A process of its own that erases, run as a module on the archive that ``VAR_DIR`` names.

It makes minutes that tell a secret everywhere, files them elsewhere, erases them and does the worker's part. What it
prints as JSON: in which files the secret stood ``before``, and what each old address ``answers`` since, with whether
the secret is in the page.
"""

from __future__ import annotations

import datetime as dt
import json
from io import StringIO
from typing import Any

import django
from django.conf import settings

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from meetings.models import Meeting, Resolution  # noqa: E402
from meetings.publishing import ask_erasure, erase  # noqa: E402
from meetings.publishing.bodies import refile_meeting, rename_committee  # noqa: E402
from meetings.tests.test_erasure import SECRET, secretive_meeting  # noqa: E402
from meetings.tests.test_matrix import content_of  # noqa: E402
from meetings.tests.traces import files_with  # noqa: E402


def addresses(meeting: Meeting) -> list[str]:
    """All that lead to the meeting or into it."""
    meeting = Meeting.objects.get(pk=meeting.pk)
    inside = [item.get_absolute_url() for item in meeting.items.all()]
    inside += [resolution.get_absolute_url() for resolution in Resolution.objects.filter(item__meeting=meeting)]
    base = meeting.get_absolute_url()
    return [base, *(f"{base}{page}" for page in ("original/", "changes/", "mistake/")), *inside]


def asked(client: Client, address: str) -> tuple[int, bool]:
    answer: Any = client.get(address, follow=True)
    return answer.status_code, SECRET.casefold() in content_of(answer).casefold()


client = Client(SERVER_NAME="127.0.0.1")
meeting = secretive_meeting(client)
root = get_user_model().objects.create_superuser("root")
known = addresses(meeting)
refile_meeting(meeting, meeting.committee, dt.date(2024, 3, 19), by=root)
known += addresses(meeting)
rename_committee(meeting.committee, "Leisure Committee", until=None, by=root)
known += addresses(Meeting.objects.get())
assert all(asked(client, address)[0] == 200 for address in known if not address.endswith("original/"))
before = [str(path.relative_to(settings.VAR_DIR)) for path in files_with(settings.VAR_DIR, SECRET)]
erase(ask_erasure(Meeting.objects.get(), reason="A court's order.", by=root), by=root)
call_command("work", "--once", stdout=StringIO())
answers = {address: asked(client, address) for address in known}
client.force_login(root)
at_the_desk = [
    reverse(name) for name in ("desk", "log", "log-table", "mistakes", "uploads", "search-csv", "search-feed")
]
answers |= {address: asked(client, address) for address in [*at_the_desk, f"/search/?q={SECRET[:-1]}"]}
print(json.dumps({"before": before, "answers": answers}))
