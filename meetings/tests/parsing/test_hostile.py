"""Text from strangers: reading time grows with the length, not with its square."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from meetings.parsing import MinutesError, parse_minutes
from meetings.tests.parsing.test_nothing_lost import HEAD

ROSTER = HEAD + "Present:\n\nCouncillor Ada Marsh (Chair)\n\n"
ITEM = ROSTER + "1.  Trees\n\n"
HOSTILE = {
    "headings": (ROSTER, lambda n: "".join(f"{k}.  Tree\n\nFelled.\n\n" for k in range(n))),
    "one heading again and again": (ROSTER, lambda n: "1.  Tree\n\n" * n),
    "lettered parts": (ITEM, lambda n: "(a)  Oak\n\nFelled.\n\n(b)  Elm\n\n" * n),
    "decimal parts": (ITEM, lambda n: "".join(f"1.{k % 999}  Oak\n\nFelled.\n\n" for k in range(n))),
    "minutes were": (ITEM, lambda n: "the minutes were " * n),
    "movers": (ITEM, lambda n: "Councillor Ada Marsh moved and Councillor Tom Reed " * n),
    "capitals": (ITEM, lambda n: "Ada Marsh-Reed O’Hara " * n),
    "labels": (ITEM, lambda n: "RESOLVED " * n),
    "labels, a line each": (ITEM, lambda n: "Resolved: That\n\n" * n),
    "parts of a decision": (ITEM, lambda n: "Resolved: That\n\n" + "(a) the oak be felled;\n\n" * n),
    "broken words": (ITEM, lambda n: "a-\n" * n),
    "one paragraph": (ITEM, lambda n: "the oak and the elm and the ash tree\n" * n),
    "brackets": (ROSTER, lambda n: "(" * n + ")" * n),
    "names": (ROSTER, lambda n: "Councillor Tom Reed,\n" * n),
    "names on one line": (ROSTER, lambda n: "Councillor Tom Reed, " * n),
    "commas": (ROSTER, lambda n: ", " * n),
    "full stops": (ITEM, lambda n: "A. " * n),
    "dates": (ITEM, lambda n: "12 March " * n),
    "digits": (ITEM, lambda n: "1" * n),
    "dots": (ITEM, lambda n: ". " * n),
    "blanks": (ITEM, lambda n: " " * n + "x"),
    "blank lines": (ITEM, lambda n: "\n" * n),
    "stars": (ITEM, lambda n: "*" * n),
    "pipes": (ITEM, lambda n: "|" * n),
    "excluded": (ITEM, lambda n: "the public and press " * n),
    "votes": (ITEM, lambda n: "For: Ada Marsh\n\nAgainst: Tom Reed\n\n" * n),
    "tags": (ROSTER, lambda n: "<AI1>\n\n1.  Trees\n\nFelled.\n\n</AI1>\n\n" * n),
    "capitals on their own lines": (ITEM, lambda n: "TREES\n\n" * n),
    "apologies": (ROSTER + "1.  Apologies\n\n", lambda n: "Apologies were received from " * n),
    "heads of other meetings": (
        ROSTER,
        lambda n: "".join(f"Minutes of {k} held on {k % 28 + 1} May 2023\nPresent:\nTom Reed\n\n" for k in range(n)),
    ),
    "declarations": (ITEM, lambda n: "Councillor Ada Marsh declared an interest " * n),
    "referrals": (ITEM, lambda n: "referred the report of the Finance and Planning " * n),
    "closed sessions": (ITEM, lambda n: "moved that the meeting enter closed session " * n),
    "head": ("", lambda n: "Minutes of the meeting of the Council held " * n),
}  # fmt: skip


def seconds(text: str) -> float:
    begun = time.process_time()
    with suppress(MinutesError):
        parse_minutes(text)
    return time.process_time() - begun


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_time_grows_with_the_length(name: str) -> None:
    start, made = HOSTILE[name]
    size = 300
    assert seconds(start + made(10 * size)) <= 30 * seconds(start + made(size)) + 0.1


def test_as_many_headings_as_a_file_can_hold() -> None:
    """More than any meeting has are refused, and to find that out takes no longer for each."""
    start, made = HOSTILE["headings"]
    assert seconds(start + made(20_000)) <= 20 * seconds(start + made(2_000)) + 0.1
