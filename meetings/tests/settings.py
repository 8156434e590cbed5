"""The settings under test: the shipped ones in a bare environment, everything they keep in a directory of its own.

Of what the caller's environment says only ``DATABASE_URL`` counts: the tests run on SQLite and on PostgreSQL.
"""

import os
import tempfile

from meetings.tests.environment import variables

for name in variables() - {"DATABASE_URL"}:
    os.environ.pop(name, None)
_var = tempfile.TemporaryDirectory(prefix="minutes-portal-")  # removed when the tests end
os.environ["VAR_DIR"] = _var.name

from minutes_portal.settings import *  # noqa: E402, F403
from minutes_portal.settings import STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Under its plain name a style sheet is found without collectstatic; WhiteNoise asks for the directory all the same.
STATIC_ROOT.mkdir()
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
