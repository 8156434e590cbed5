"""``parse_minutes``: a JSON object a line, in order, without the database."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from meetings.tests.test_ingest import MINUTES


def test_each_file_is_a_line_in_the_order_given(tmp_path: Path) -> None:
    later, earlier = tmp_path / "later.txt", tmp_path / "earlier.txt"
    later.write_text(MINUTES)
    earlier.write_text(MINUTES.replace("12th March", "14th May"))
    out, err = StringIO(), StringIO()
    call_command("parse_minutes", later, earlier, stdout=out, stderr=err)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first["source"], first["date"], first["format"]) == (str(later), "2024-03-12", "text")
    assert (second["source"], second["date"]) == (str(earlier), "2024-05-14")
    assert len(first["sha256"]) == 64
    assert [item["title"] for item in first["items"]] == ["Apologies for Absence", "Bandstand Repairs"]
    assert "text" not in first
    assert err.getvalue() == ""


def test_minutes_without_a_date_are_printed_with_none(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(MINUTES.replace("Tuesday, 12th March, 2024", "Tuesday"))
    out = StringIO()
    call_command("parse_minutes", tmp_path, stdout=out)
    printed = json.loads(out.getvalue())
    assert printed["date"] is None
    assert [note["code"] for note in printed["notes"]] == ["no_date"]


def test_what_fails_is_an_error_line_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES.replace("1.  Apol", "<AI1>\n1.  Apol"))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_text(MINUTES)
    missing = tmp_path / "missing.txt"
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="3 of the files"):
        call_command("parse_minutes", tmp_path, missing, stdout=out, stderr=err)
    broken, pdf, good, absent = map(json.loads, out.getvalue().splitlines())
    assert (broken["error"]["code"], broken["error"]["line"]) == ("broken_tag", 10)
    assert (pdf["error"]["code"], pdf["error"]["line"]) == ("damaged_document", None)
    assert good["committee"] == "Amenities Committee"
    assert absent["error"]["code"] == "cannot_open"
    printed = err.getvalue().splitlines()
    assert printed[0].startswith(f"{tmp_path / 'a.txt'}:10: ")
    assert printed[1].startswith(f"{tmp_path / 'b.pdf'}: ")
    assert printed[2].startswith(f"{missing}: ")
