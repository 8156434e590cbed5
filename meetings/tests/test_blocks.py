"""How an item's text is cut: resolutions where they stand, no word lost, none twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Resolution
from meetings.parsing.tables import Table
from meetings.views.blocks import Block, MarkedResolution, Paragraph, cut_text


def cut(text: str, *resolutions: str) -> list[Block]:
    return cut_text(text, [Resolution(text=words, number=n) for n, words in enumerate(resolutions, start=1)])


def outline(blocks: list[Block]) -> list[object]:
    """Blocks in short: a string for a paragraph, a list of rows for a table, (label, blocks) for a resolution."""
    short: list[object] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            short.append(block.words)
        elif isinstance(block, Table):
            short.append([list(row) for row in (block.heads, *block.rows) if row])
        else:
            short.append((block.label, *outline(list(block.blocks))))
    return short


CASES = {
    "text without a resolution": ("One.\n\nTwo.", [], ["One.", "Two."]),
    "no text at all": ("", [], []),
    "the usual: a label in the paragraph": (
        "A report was given.\n\nResolved: That the report be noted.",
        ["That the report be noted."],
        ["A report was given.", ("Resolved:", "That the report be noted.")],
    ),
    "several paragraphs, text after them": (
        "RESOLVED that\n\n(a) the gate be mended;\n\n(b) the wall be painted.\n\nThe Chair thanked all.",
        ["(a) the gate be mended;\n\n(b) the wall be painted."],
        [("RESOLVED that", "(a) the gate be mended;", "(b) the wall be painted."), "The Chair thanked all."],
    ),
    "paragraphs divided otherwise": (
        "Resolved: That (a) the gate be mended; and\n\n(b) the wall  be painted.",
        ["That (a) the gate be mended; and (b) the wall be painted."],
        [("Resolved:", "That (a) the gate be mended; and", "(b) the wall be painted.")],
    ),
    "a label in a paragraph of its own": (
        "All agreed.\n\nResolved:\n\nThat the gate be mended.",
        ["That the gate be mended."],
        ["All agreed.", ("Resolved:", "That the gate be mended.")],
    ),
    "a short sentence above is no label": (
        "All agreed.\n\nThat the gate be mended.",
        ["That the gate be mended."],
        ["All agreed.", ("", "That the gate be mended.")],
    ),
    "a long sentence before it in the paragraph is no label": (
        f"{'Members spoke at length of the gate and its hinges. ' * 3}Resolved: That the gate be mended.",
        ["That the gate be mended."],
        [
            f"{'Members spoke at length of the gate and its hinges. ' * 3}Resolved:",
            ("", "That the gate be mended."),
        ],
    ),
    "words after it in the paragraph": (
        "Resolved: That the gate be mended. Councillor Marsh left the meeting.",
        ["That the gate be mended."],
        [("Resolved:", "That the gate be mended."), "Councillor Marsh left the meeting."],
    ),
    "a closing quote and full stop belong to it": (
        "Resolved: “That the gate be mended”. Then they left.",
        ["That the gate be mended"],
        [("Resolved: “", "That the gate be mended”."), "Then they left."],
    ),
    "the same words twice": (
        "Resolved: That it be noted.\n\nLater:\n\nResolved: That it be noted.",
        ["That it be noted.", "That it be noted."],
        [("Resolved:", "That it be noted."), "Later:", ("Resolved:", "That it be noted.")],
    ),
    "in another order than the text's": (
        "Resolved: That B be done.\n\nResolved: That A be done.",
        ["That A be done.", "That B be done."],
        [("Resolved:", "That B be done."), ("Resolved:", "That A be done.")],
    ),
    "words that are not there come after": (
        "They met.\n\nThey parted.",
        ["That the gate be mended."],
        ["They met.", "They parted.", ("", "That the gate be mended.")],
    ),
    "not in the midst of a word": (
        "The plan was approvedly odd.\n\nDecision: approved",
        ["approved"],
        ["The plan was approvedly odd.", ("Decision:", "approved")],
    ),
    "one directly after the other, a bracket between them": (
        "Agreed: mend the gate(2) paint the wall",
        ["mend the gate", "(2) paint the wall"],
        [("Agreed:", "mend the gate"), ("", "(2) paint the wall")],
    ),
    "a table, its rows paragraphs or lines": (
        "Votes:\n\nWard | Yes | No\n\nNorth | 3 | 2\nSouth | 4\n\nDone.",
        [],
        ["Votes:", [["Ward", "Yes", "No"], ["North", "3", "2"], ["South", "4", ""]], "Done."],
    ),
    "one row alone stays a paragraph": ("North | 3 | 2", [], ["North | 3 | 2"]),
    "a table in a resolution": (
        "Resolved: That the fees be:\n\nPitch | £5\n\nStall | £9",
        ["That the fees be:\n\nPitch | £5\n\nStall | £9"],
        [("Resolved:", "That the fees be:", [["Pitch", "£5"], ["Stall", "£9"]])],
    ),
    "an empty resolution": ("They met.", [""], ["They met.", ("",)]),
}


@pytest.mark.parametrize(("text", "resolutions", "expected"), CASES.values(), ids=CASES.keys())
def test_cutting(text: str, resolutions: list[str], expected: list[object]) -> None:
    assert outline(cut(text, *resolutions)) == expected


def words_of(blocks: list[Block]) -> list[str]:
    words: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words += block.words.split()
        elif isinstance(block, Table):
            words += block.caption.split()
            words += [word for row in (block.heads, *block.rows) for cell in row for word in cell.split()]
        else:
            words += [*block.label.split(), *words_of(list(block.blocks))]
    return words


WORDS = ["That", "the", "gate", "be", "(a)", "Resolved:", "noted.", "3", "|"]
sentences = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)


@given(st.lists(sentences, min_size=1, max_size=6), st.data())
def test_no_word_is_lost_and_none_is_doubled(paragraphs: list[str], data: st.DataObject) -> None:
    """Whatever passages of the text the resolutions are, one by one and not overlapping."""
    text = "\n\n".join(paragraphs)
    words = text.split()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(words)), max_size=6)))
    passages = [" ".join(words[start:end]) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    blocks = cut(text, *passages)
    assert sum(isinstance(block, MarkedResolution) for block in blocks) == len(passages)
    letters = re.sub(r"[\s|]", "", text)
    assert re.sub(r"[\s|]", "", "".join(words_of(blocks))) == letters


def test_a_large_text_is_cut_in_no_time() -> None:
    """A hundred resolutions in a text of a million characters; a bound against work that grows with their product."""
    text = "\n\n".join(f"{'word ' * 2000}\n\nResolved: That matter {n} be noted." for n in range(100))
    blocks = cut(text, *(f"That matter {n} be noted." for n in range(100)))
    assert sum(isinstance(block, MarkedResolution) for block in blocks) == 100
