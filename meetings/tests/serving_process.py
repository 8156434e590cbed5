"""The portal in a process of its own, run as a module on the archive that ``VAR_DIR`` names: ``PORT [DEED]``.

It prints the key of a clerk's session once it answers. DEED: ``die-moving`` and ``die-storing`` kill it in the middle
of an upload, before the file is where it waits, and before the row that names it; ``hurry`` has it wait for the
database for half a second only.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import django
from django.conf import settings

if sys.argv[2:] == ["hurry"]:
    settings.DATABASES["default"]["OPTIONS"]["timeout"] = 0.5
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.files.storage import FileSystemStorage  # noqa: E402
from django.test import Client  # noqa: E402
from waitress.server import create_server  # noqa: E402

from meetings.models import IngestJob  # noqa: E402
from minutes_portal.wsgi import application  # noqa: E402


def die(*_arguments: Any, **_options: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def session() -> str:
    clerk, _ = get_user_model().objects.get_or_create(username="clerk", is_superuser=True)
    client = Client()
    client.force_login(clerk)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


match sys.argv[2:]:
    case ["die-moving"]:
        FileSystemStorage._save = die
    case ["die-storing"]:
        IngestJob.save = die
key = session()
server = create_server(application, listen=f"127.0.0.1:{sys.argv[1]}", threads=8)
print(key, flush=True)
server.run()
