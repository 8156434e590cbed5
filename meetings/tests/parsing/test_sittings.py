"""A file holds the minutes of one meeting: another meeting's are refused where they begin."""

from __future__ import annotations

import pytest

from meetings.parsing import NotMinutes, parse_minutes

FIRST = """\
NETHER WALCOTE PARISH COUNCIL
Minutes of the meeting held on 12 March 2024
Present: Cllr A Marsh (Chair), Cllr B Ferris

1. Apologies
There were none.

2. Trees
The willow was felled.

"""
CLOSED = "The meeting closed at 8 pm.\n\n"
SECOND = """\
{title}
Present: Cllr A Marsh (Chair), Cllr Y Orme

{number}. Bench
A bench of oak was bought for the green from the carpenter at Walcote Cross, who had offered it at half of its price.
"""


def second(title: str, number: int = 1) -> str:
    return SECOND.format(title=title, number=number)


@pytest.mark.parametrize(
    "below",
    [
        second("Minutes of the meeting held on 9 April 2024"),
        CLOSED + second("Minutes of the meeting held on 9 April 2024"),
        CLOSED + second("MINUTES OF THE ANNUAL PARISH MEETING\nheld in the Village Hall\non 12 March 2024 at 8.30 pm"),
        CLOSED + second("Walcote Charities\n\nMinutes of the trustees' meeting, 12 March 2024"),
        "Signed ............ Chair     Date ............\n\n"
        + second("Notes of the finance meeting held on 2 April 2024"),
    ],
)
def test_a_second_meeting_is_told_by_its_line(below: str) -> None:
    with pytest.raises(NotMinutes) as refused:
        parse_minutes(FIRST + below)
    assert refused.value.code == "several_meetings"
    line = (FIRST + below).split("\n")[(refused.value.line or 0) - 1]
    assert line == refused.value.fragment
    assert "minutes" in line.lower() or "notes" in line.lower()


@pytest.mark.parametrize(
    "below",
    [
        "The meeting was adjourned at 8 pm.\n\n"
        + second("Minutes of the adjourned meeting held on 19 March 2024 at 7 pm", 3),
        CLOSED + "Appendix A\n" + second("Minutes of the Footpaths Group held on 5 March 2024"),
        "3. Footpaths\nThe group's minutes were received:\n\n"
        + second("Minutes of the Footpaths Group held on 5 March 2024")
        + "\n4. Close\n"
        + CLOSED,
        "3. Running head\n\n" + second("Minutes of the meeting held on 12 March 2024", 4) + CLOSED,
        CLOSED + "Minutes of the meeting held on 13 February 2024 were signed.\n",
    ],
)
def test_one_meeting_is_read(below: str) -> None:
    assert parse_minutes(FIRST + below).date.isoformat() == "2024-03-12"


def test_an_item_called_minutes_is_not_where_the_next_meeting_begins() -> None:
    head = "Nether Walcote Parish Council\nMinutes of the meeting held on {day} 2024\n\n"
    head += "Present: Cllr A Marsh, Cllr B Ferris\n\n"
    items = "1. Minutes\nApproved.\n2. Budget\nRESOLVED that it be approved.\nThe meeting closed at 8 pm.\n\n"
    with pytest.raises(NotMinutes) as refused:
        parse_minutes(head.format(day="12 March") + items + head.format(day="9 April") + items)
    assert refused.value.fragment == "Minutes of the meeting held on 9 April 2024"
