"""A correction made again in another text."""

from __future__ import annotations

import pytest

from meetings.correcting.patching import patch

pytestmark = pytest.mark.desk

BEFORE = "The roof leaks.\n\nMr Quill wrote of wasps.\n\nAgreed."


@pytest.mark.parametrize(
    ("text", "after", "patched"),
    [
        (BEFORE, BEFORE.replace("wasps", "bees"), BEFORE.replace("wasps", "bees")),
        ("First.\n\n" + BEFORE, BEFORE.replace("wasps", "bees"), "First.\n\n" + BEFORE.replace("wasps", "bees")),
        (BEFORE + "\n\nRESOLVED.", BEFORE.replace("Mr Quill ", ""), BEFORE.replace("Mr Quill ", "") + "\n\nRESOLVED."),
        (BEFORE.replace("The roof leaks.", "The roof is dry."), BEFORE.replace("Agreed", "Noted"), None),
        (BEFORE.replace("leaks", "drips"), BEFORE + "\n\nClosed.", BEFORE.replace("leaks", "drips") + "\n\nClosed."),
        (BEFORE.replace("of wasps", "with alarm"), BEFORE.replace("wasps", "bees"), None),
        (f"{BEFORE}\n\n{BEFORE}", BEFORE.replace("wasps", "bees"), None),
        ("", BEFORE.replace("wasps", "bees"), None),
        ("Something else.", "Wasps noted.", None),
    ],
)
def test_a_change_is_made_where_its_words_stand(text: str, after: str, patched: str | None) -> None:
    if text.startswith("The roof is dry."):
        patched = text.replace("Agreed", "Noted")
    assert patch(text, BEFORE, after) == patched


def test_a_very_long_text_is_not_compared() -> None:
    assert patch("a " * 6000, "a " * 6000, "b " * 6000) is None
