"""The portal as a process: killed in the middle of an upload, and beside another process that writes the database."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from meetings.tests.search.test_processes import Archive
from meetings.tests.test_erasure import SECRET
from meetings.tests.test_ingest import MINUTES
from meetings.tests.traces import files_with

pytestmark = pytest.mark.desk

TOKEN, BOUNDARY = "a" * 32, "boundary"
LARGE = MINUTES + "\n" * 4_000_000  # beyond what is kept in memory
HOLD = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
held.execute("COMMIT")
"""


@dataclass(frozen=True)
class Portal:
    """A portal that serves, and a clerk who is signed in there."""

    process: subprocess.Popen[str]
    port: int
    session: str

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, str]:
        """The status and the page, or what was said on the way."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body, self.headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        }

    def upload(self, text: str = MINUTES) -> tuple[int, str]:
        return self.ask("POST", "/desk/upload/", upload_of(text))

    def send_half(self, body: bytes) -> None:
        """And keep the connection open until the portal is gone."""
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            headers = {"Host": "127.0.0.1", "Content-Length": str(len(body)), **self.headers}
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            connection.sendall(f"POST /desk/upload/ HTTP/1.1\r\n{head}\r\n".encode() + body[: len(body) // 2])
            time.sleep(0.5)
            self.process.kill()
            self.process.wait()


def upload_of(text: str) -> bytes:
    head = 'Content-Disposition: form-data; name="file"; filename="amenities.txt"\r\nContent-Type: text/plain'
    return f"--{BOUNDARY}\r\n{head}\r\n\r\n{text}\r\n--{BOUNDARY}--\r\n".encode()


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive(tmp_path_factory.mktemp("empty"))
    archive.finish(archive.start("manage.py", "migrate", "--skip-checks", "--verbosity=0"))
    archive.finish(archive.start("manage.py", "collectstatic", "--noinput", "--verbosity=0"))
    return Path(archive.environment["VAR_DIR"])


@pytest.fixture
def archive(tmp_path: Path, migrated: Path) -> Archive:
    return Archive(shutil.copytree(migrated, tmp_path / "var"))


@contextmanager
def serving(archive: Archive, *deed: str) -> Iterator[Portal]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    process = archive.start("-m", "meetings.tests.serving_process", str(port), *deed)
    try:
        assert process.stdout is not None
        session = process.stdout.readline().strip()
        assert session, process.communicate(timeout=10)[1]
        yield Portal(process, port, session)
    finally:
        process.kill()
        process.communicate()


@contextmanager
def held_by_another(archive: Archive, seconds: float) -> Iterator[None]:
    """Another process is in the middle of writing the database for so long."""
    command = [sys.executable, "-c", HOLD, str(var(archive) / "minutes.sqlite3"), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            yield
        finally:
            other.kill()


def var(archive: Archive) -> Path:
    return Path(archive.environment["VAR_DIR"])


def jobs(archive: Archive) -> list[str]:
    """The states of all uploads."""
    with closing(sqlite3.connect(var(archive) / "minutes.sqlite3")) as database:
        return [state for (state,) in database.execute("SELECT state FROM meetings_ingestjob")]


def left_of_uploads(archive: Archive) -> list[Path]:
    places = (var(archive) / "incoming", var(archive) / "originals" / "uploads")
    return [path for place in places if place.is_dir() for path in place.iterdir()]


def work(archive: Archive) -> str:
    return archive.finish(archive.start("manage.py", "work", "--once"))


def test_erased_words_are_in_no_byte_of_any_file_and_each_old_address_says_so(archive: Archive) -> None:
    told = json.loads(archive.finish(archive.start("-m", "meetings.tests.erasing_process")))
    assert {path.split("/")[0] for path in told["before"]} >= {"minutes.sqlite3-wal", "index", "originals"}
    assert files_with(var(archive), SECRET) == []
    assert [address for address, (_, tells) in told["answers"].items() if tells] == []
    statuses = {address: status for address, (status, _) in told["answers"].items()}
    of_meeting = {status for address, status in statuses.items() if "harrowmere" in address}
    assert (len(statuses) > 25, of_meeting) == (True, {410})
    assert {status for address, status in statuses.items() if "harrowmere" not in address} == {200}


def test_an_erasure_is_not_finished_while_a_reader_keeps_the_log_of_writes(archive: Archive) -> None:
    reader = sqlite3.connect(var(archive) / "minutes.sqlite3", isolation_level=None)
    with closing(reader):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM meetings_meeting").fetchone()
        process = archive.start("-m", "meetings.tests.erasing_process")
        assert process.stderr is not None
        warned = next((line for line in process.stderr if "readers hold the log of writes" in line), "")
        assert warned
        assert files_with(var(archive), SECRET) != []
        process.kill()
        process.communicate()
    assert "Made the index anew after an erasure." in work(archive)
    assert files_with(var(archive), SECRET) == []


@pytest.mark.parametrize("moment", ["half the body", "die-moving", "die-storing"])
def test_killed_in_the_middle_of_an_upload_nothing_of_it_stays(archive: Archive, moment: str) -> None:
    with serving(archive, *([moment] if moment.startswith("die") else [])) as portal:
        if moment == "half the body":
            portal.send_half(upload_of(LARGE))
        else:
            with pytest.raises(http.client.RemoteDisconnected):
                portal.upload(LARGE)
        assert portal.process.wait(timeout=10) == -signal.SIGKILL
    assert jobs(archive) == []
    left = left_of_uploads(archive)
    assert bool(left) == moment.startswith("die")
    work(archive)
    assert left_of_uploads(archive) == left  # someone may still be writing it
    for path in left:
        os.utime(path, (time.time() - 7200, time.time() - 7200))
    work(archive)
    assert left_of_uploads(archive) == []
    with serving(archive) as portal:
        assert portal.upload()[0] == 302
    assert "amenities.txt (read)" in work(archive)
    assert jobs(archive) == ["done"]
    assert left_of_uploads(archive) == []


def test_a_database_held_for_a_moment_is_waited_for(archive: Archive) -> None:
    with serving(archive) as portal:
        portal.ask("GET", "/desk/")
        with held_by_another(archive, 3):
            began = time.monotonic()
            assert portal.ask("GET", "/desk/")[0] == 200
            assert time.monotonic() - began < 2  # who reads does not wait
            assert portal.upload()[0] == 302
            assert time.monotonic() - began > 2
    assert jobs(archive) == ["waiting"]


def test_a_database_held_for_long_is_told_and_nothing_is_half_stored(archive: Archive) -> None:
    with serving(archive, "hurry") as portal:
        with held_by_another(archive, 60):
            for text in (MINUTES, LARGE):
                status, page = portal.upload(text)
                assert status == 503
                assert "The portal is busy with something else just now" in page
                assert "Try again in a minute" in page
            assert portal.ask("GET", "/")[0] == 200
        assert jobs(archive) == []
        assert left_of_uploads(archive) == []
        assert portal.upload()[0] == 302


def test_many_who_write_at_once_all_come_through(archive: Archive) -> None:
    """Eight clerks, while two workers read."""
    days = [f"{day}th March" for day in range(10, 18)]
    texts = [MINUTES.replace("Tuesday, 12th March", day) for day in days]
    with serving(archive) as portal, ThreadPoolExecutor(8) as clerks:
        workers = [archive.start("manage.py", "work") for _ in range(2)]
        try:
            answers = [status for status, _ in clerks.map(portal.upload, texts)]
            until = time.monotonic() + 60
            while set(jobs(archive)) != {"done"} and time.monotonic() < until:
                time.sleep(0.2)
        finally:
            for worker in workers:
                worker.terminate()
                archive.finish(worker)
    assert answers == [302] * 8
    assert jobs(archive) == ["done"] * 8
