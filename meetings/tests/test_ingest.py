"""``ingest_minutes``: files and folders through the whole way, each file on its own."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.db.migrations.executor import MigrationExecutor

from meetings.ingest import pipeline
from meetings.ingest.paths import minutes_files
from meetings.models import Council, Item, Meeting, SourceFile
from meetings.publishing import withdraw_meeting
from meetings.search import indexer
from meetings.search.engine import run as run_search
from meetings.search.request import SearchRequest

MINUTES = """\
Harrowmere Borough Council

Amenities Committee
Minutes of the Meeting held on Tuesday, 12th March, 2024 at 6.30 pm - Guildhall, Harrowmere
Present:

Councillor Ada Marsh (Chair)
Councillor Tom Reed

1.  Apologies for Absence

Apologies were received from Councillor Hollis.

2.  Bandstand Repairs

The committee considered the surveyor's report on the bandstand.

Resolved: That the bandstand be repaired at a cost of £4,200.
"""


@pytest.fixture
def minutes_file(tmp_path: Path) -> Path:
    path = tmp_path / "amenities.txt"
    path.write_text(MINUTES)
    return path


def run(*args: object, **options: object) -> str:
    out = StringIO()
    call_command("ingest_minutes", *map(str, args), stdout=out, stderr=out, **options)
    return out.getvalue()


def failing(*args: object, **options: object) -> tuple[str, str]:
    """What a run that fails prints, and the sentence that it ends with."""
    out = StringIO()
    with pytest.raises(CommandError) as ended:
        call_command("ingest_minutes", *map(str, args), stdout=out, stderr=out, **options)
    return out.getvalue(), str(ended.value)


@pytest.mark.django_db(transaction=True)
def test_a_file_becomes_a_draft_then_public_and_repeating_changes_nothing(minutes_file: Path) -> None:
    printed = run(minutes_file)
    assert "Amenities Committee, 12 March 2024 (2 items, 1 resolutions): new" in printed
    assert "“Amenities Committee” of Harrowmere Borough Council is new to the archive" in printed
    assert not Meeting.objects.published().exists()
    assert "published" in run(minutes_file, "--publish")
    before = list(Meeting.objects.values())
    with mock.patch.object(pipeline, "read_minutes", side_effect=AssertionError("read again")):
        assert run(minutes_file, "--publish") == "1 file: 1 as before; 0 published in this run.\n"
    assert list(Meeting.objects.values()) == before
    with SourceFile.objects.get().content.open() as original:
        assert original.read() == MINUTES.encode()


@pytest.mark.django_db
def test_a_withdrawn_meeting_is_not_published_by_a_repeated_run(minutes_file: Path) -> None:
    run(minutes_file, "--publish")
    withdraw_meeting(Meeting.objects.get())
    run(minutes_file, "--publish")
    assert Meeting.objects.get().state == "withdrawn"


@pytest.mark.django_db(transaction=True)
def test_what_may_be_exempt_stays_a_draft_unless_told(minutes_file: Path) -> None:
    doubtful = minutes_file.with_name("doubtful.txt")
    doubtful.write_text(MINUTES.replace("12th March", "13th March").replace("report", "report behind closed doors"))
    for _ in range(2):  # repeating it changes nothing
        printed, ended = failing(minutes_file, doubtful, "--publish")
        assert "held back: it may tell exempt business" in printed
        assert "behind closed doors" in printed
        assert "1 held back. What may tell exempt business was not published" in ended
        assert [meeting.date.day for meeting in Meeting.objects.published()] == [12]
    assert "1 published in this run." in run(doubtful, "--publish-doubtful")
    assert "0 published in this run." in run(doubtful, "--publish")
    assert Meeting.objects.published().count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_new_version_that_may_be_exempt_waits(minutes_file: Path) -> None:
    run(minutes_file, "--publish")
    minutes_file.write_text(MINUTES.replace("report", "report behind closed doors"))
    _, ended = failing(minutes_file, "--publish")
    assert "1 held back" in ended
    assert "closed doors" not in Item.objects.get(number="2").text


@pytest.mark.django_db
def test_what_may_be_exempt_is_told_beside_what_failed(minutes_file: Path, tmp_path: Path) -> None:
    minutes_file.write_text(MINUTES.replace("report", "report behind closed doors"))
    _, ended = failing(minutes_file, tmp_path / "missing.txt", "--publish")
    assert "1 failed" in ended
    assert "held back" in ended


@pytest.mark.django_db
def test_a_repeated_run_publishes_no_version_that_came_from_elsewhere(minutes_file: Path, tmp_path: Path) -> None:
    run(minutes_file, "--publish")
    elsewhere = tmp_path / "corrected" / "amenities.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_text(MINUTES.replace("£4,200", "£4,700"))
    run(elsewhere)
    run(minutes_file, "--publish")
    assert "£4,200" in Item.objects.get(number="2").text


@pytest.mark.django_db
def test_what_the_command_line_once_said_holds_for_a_newer_parser(minutes_file: Path) -> None:
    run(minutes_file, "--committee", "Parks Panel")
    SourceFile.objects.update(parser_version=0)
    run(minutes_file)
    assert Meeting.objects.get().committee.name == "Parks Panel"
    assert SourceFile.objects.get().parser_version > 0


@pytest.mark.django_db
def test_one_bad_file_costs_no_other(minutes_file: Path, tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-letter.txt").write_text("Dear Sir,\n\nThank you for your letter.\n\nYours faithfully\n")
    (tmp_path / "c-binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "d-tag.txt").write_text(MINUTES.replace("1.  Apologies", "<AI1>\n1.  Apologies"))
    (tmp_path / ".hidden.txt").write_text("passed over")
    printed, ended = failing(tmp_path, tmp_path / "missing.txt")
    assert ended.startswith("6 files: 5 failed, 1 new; 0 published in this run.")
    for name in ("a-empty.txt", "b-letter.txt", "c-binary.txt", "missing.txt"):
        assert f"{name}: " in printed or f"{name}:1: " in printed
    assert "d-tag.txt:10: " in printed
    assert Meeting.objects.count() == 1
    assert Item.objects.count() == 2


@pytest.mark.django_db
def test_an_error_of_the_portals_own_costs_no_other(minutes_file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(MINUTES.replace("12th March", "14th May"))
    real = pipeline.keep_reading
    calls: list[int] = []

    def fail_once(*args: object, **kwargs: object) -> object:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("a bug")
        return real(*args, **kwargs)

    with mock.patch.object(pipeline, "keep_reading", fail_once):
        printed, ended = failing(tmp_path)
    assert "an error of the portal itself" in printed
    assert "1 failed, 1 new" in ended


@pytest.mark.django_db
def test_dry_run_stores_nothing(minutes_file: Path) -> None:
    assert "Harrowmere Borough Council, Amenities Committee, 2024-03-12 (2 items" in run(minutes_file, "--dry-run")
    assert not Meeting.objects.exists()
    assert not SourceFile.objects.exists()


@pytest.mark.django_db
def test_the_command_line_says_whose_minutes_they_are(minutes_file: Path) -> None:
    run(minutes_file, "--council", "Eastmarch County Council", "--committee", "Parks Panel")
    meeting = Meeting.objects.get()
    assert meeting.get_absolute_url() == "/eastmarch-county-council/parks-panel/2024-03-12/"
    run(minutes_file, "--committee", "Amenities Panel", "--council", "Eastmarch County Council")
    assert Meeting.objects.get().committee.name == "Amenities Panel"


@pytest.mark.django_db
def test_a_file_that_names_no_council_is_refused_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "nameless.txt"
    path.write_text(MINUTES.removeprefix("Harrowmere Borough Council\n"))
    printed, _ = failing(path)
    assert "--council NAME" in printed
    assert not Meeting.objects.exists()
    run(path, "--council", "Harrowmere Borough Council")
    assert Meeting.objects.count() == 1


UNDATED = MINUTES.replace("Tuesday, 12th March, 2024", "Tuesday, 12th March")


@pytest.mark.django_db
def test_a_file_that_prints_no_date_costs_no_other_and_is_read_with_its_day(minutes_file: Path, tmp_path: Path) -> None:
    undated = tmp_path / "undated" / "minutes.txt"
    undated.parent.mkdir()
    undated.write_text(UNDATED.replace("£4,200", "£4,700"))
    printed, ended = failing(undated, minutes_file, "--dry-run")
    assert "minutes.txt: The minutes print “Tuesday, 12th March” without a year." in printed
    assert "1 failed, 1 readable" in ended
    printed, ended = failing(undated, minutes_file)
    assert "Give the day for this file alone: --date YYYY-MM-DD." in printed
    assert "1 failed, 1 new" in ended
    assert SourceFile.objects.count() == 1
    assert "Amenities Committee, 2024-03-19 (2 items" in run(undated, "--date", "2024-03-19", "--dry-run")
    assert "note: " in run(undated, "--date", "2024-03-19")
    assert Meeting.objects.count() == 2
    assert run(undated, "--date", "2024-03-19") == "1 file: 1 as before; 0 published in this run.\n"


@pytest.mark.django_db
def test_the_day_that_the_command_line_says_outweighs_the_files(minutes_file: Path) -> None:
    run(minutes_file)
    run(minutes_file, "--date", "2024-03-19")
    assert str(Meeting.objects.get().date) == "2024-03-19"


@pytest.mark.django_db
@pytest.mark.parametrize("text", [MINUTES, UNDATED])
def test_the_day_that_the_command_line_once_said_holds_for_a_newer_parser(minutes_file: Path, text: str) -> None:
    minutes_file.write_text(text)
    run(minutes_file, "--date", "2024-03-19")
    SourceFile.objects.update(parser_version=0)
    run(minutes_file)
    assert str(Meeting.objects.get().date) == "2024-03-19"
    assert SourceFile.objects.get().parser_version > 0


@pytest.mark.django_db
def test_the_day_that_a_clerk_filed_the_minutes_under_holds_for_a_newer_parser(minutes_file: Path) -> None:
    run(minutes_file)
    Meeting.objects.update(date="2024-03-19")
    SourceFile.objects.update(parser_version=0)
    run(minutes_file)
    assert str(Meeting.objects.get().date) == "2024-03-19"


@pytest.mark.django_db
def test_a_day_is_that_of_one_file(minutes_file: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(MINUTES.replace("12th March", "14th May"))
    _, ended = failing(tmp_path, "--date", "2024-03-19")
    assert "not 2 files" in ended
    _, ended = failing(minutes_file, "--date", "19 March")
    assert "a day like 2024-03-12 is wanted, not “19 March”" in ended
    assert not Meeting.objects.exists()


@pytest.mark.django_db
def test_an_upload_that_loses_a_race_is_tried_once_more(minutes_file: Path) -> None:
    real = pipeline.keep_reading
    calls: list[int] = []

    def lose_once(*args: object, **kwargs: object) -> object:
        calls.append(1)
        if len(calls) == 1:
            raise IntegrityError
        return real(*args, **kwargs)

    with mock.patch.object(pipeline, "keep_reading", lose_once):
        run(minutes_file)
    assert Meeting.objects.count() == 1


@pytest.mark.django_db
def test_a_lost_original_is_put_back_from_the_same_file(minutes_file: Path) -> None:
    run(minutes_file, "--publish")
    source = SourceFile.objects.get()
    Path(source.content.path).unlink()
    run(minutes_file)
    assert Path(source.content.path).read_bytes() == MINUTES.encode()
    assert Meeting.objects.get().state == "published"


@pytest.mark.django_db
def test_a_file_name_that_is_no_text_is_shown_and_stored_as_one(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"minutes-\xff.txt")
    path.write_text(MINUTES)
    assert "minutes-\ufffd.txt: Amenities Committee" in run(path)
    assert SourceFile.objects.get().name == "minutes-\ufffd.txt"


@pytest.mark.django_db
def test_a_name_that_is_none_is_refused(minutes_file: Path) -> None:
    printed, _ = failing(minutes_file, "--council", "!!!")
    assert "“!!!” is no name" in printed
    assert not Council.objects.exists()


@pytest.mark.django_db
def test_a_database_that_is_not_ready_is_told(minutes_file: Path) -> None:
    with mock.patch.object(MigrationExecutor, "migration_plan", return_value=["0001"]):
        assert "manage.py migrate" in failing(minutes_file)[1]


@pytest.mark.django_db(transaction=True)
def test_the_index_catches_up_by_command(minutes_file: Path) -> None:
    with mock.patch.object(indexer, "follow"):
        run(minutes_file, "--publish")
    out = StringIO()
    call_command("catch_up_index", stdout=out)
    assert out.getvalue() == "Brought 1 meeting up to date in the index.\n"
    assert run_search(SearchRequest(q="bandstand")).total == 1
    call_command("catch_up_index", stdout=out)
    assert Meeting.objects.get().index_due_since is None


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "no file" in failing(tmp_path)[1]


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".git/x.txt", "a/.x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    missing = tmp_path / "missing"
    assert list(minutes_files([tmp_path, missing])) == [tmp_path / "a/1.txt", tmp_path / "b/2.txt", missing]
