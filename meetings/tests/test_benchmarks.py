"""The files that the benchmarks make are minutes, read whole in each format: else they would measure something else."""

from __future__ import annotations

import pytest

from benchmarks.made_minutes import MAKERS, blocks
from benchmarks.reading import BARE
from meetings.parsing import extract_text, parse_minutes
from meetings.parsing.coverage import measure_coverage
from meetings.parsing.extract import EXTRACTORS


@pytest.mark.parametrize("kind", sorted(MAKERS.keys() & EXTRACTORS.keys()))
def test_made_minutes_are_read_whole(kind: str) -> None:
    made = blocks(12)
    data = MAKERS[kind](made)
    extracted = extract_text(data, f"made.{kind}")
    minutes = parse_minutes(extracted.text)
    assert extracted.format == kind
    assert [item.number for item in minutes.items] == [str(number) for number in range(1, 13)]
    assert all(len(item.resolutions) == 1 and item.resolutions[0].seconder for item in minutes.items)
    assert measure_coverage(extracted.text, minutes).lost == ()
    told = {word for _, words in made for word in words.split()}
    assert told <= set(extracted.text.replace("**", " ").split())


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_each_format_has_its_bare_extractor(kind: str) -> None:
    assert "Resolved: That the works be approved" in BARE[kind](MAKERS[kind](blocks(3)))
