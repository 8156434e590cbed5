"""A program shut in a sandbox (bubblewrap): it has no network, sees of this machine only what it is told, and writes to
memory that is gone when it ends."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence

ROOM = "/tmp"  # noqa: S108 -- of the sandbox, in memory
# Where programs are, whoever asks.
PROGRAMS = "/usr/local/bin:/usr/bin:/bin"
_SEEN = ("/usr", "/bin", "/lib", "/lib64", "/opt")


def sandbox_tool() -> str | None:
    """Where bubblewrap is on this machine."""
    return shutil.which("bwrap", path=PROGRAMS)


def shut_in(sandbox: str, command: Sequence[str], *, seen: Iterable[str] = (), room: int) -> list[str]:
    """The command that runs another one in the sandbox; ``seen`` are paths that it sees beside programs, ``room`` the
    bytes that it may write."""
    shown = [word for path in (*_SEEN, *seen) for word in ("--ro-bind-try", path, path)]
    return [
        *(sandbox, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", *shown),
        *("--proc", "/proc", "--dev", "/dev", "--size", str(room), "--tmpfs", ROOM),
        *("--clearenv", "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", ROOM, "--setenv", "LANG", "C.UTF-8"),
        *("--setenv", "OMP_THREAD_LIMIT", "1"),
        *("--chdir", ROOM, *command),
    ]
