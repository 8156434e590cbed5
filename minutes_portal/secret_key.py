"""The secret key of an installation that names none: made once, kept beside its database."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def read_or_make_secret_key(path: Path) -> str:
    """The key in the file at ``path``, written there first (mode 0600) if the file is not there yet.

    Two processes that start at once end with the same key: the file is made complete beside its place and linked
    into it, and only one link succeeds.
    """
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(get_random_secret_key())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()
