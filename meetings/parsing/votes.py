"""How did a vote end? Counts, names and the words for carried and lost."""

from __future__ import annotations

import re

from meetings.parsing.names import read_names
from meetings.parsing.parsed import Outcome, RecordedVote, Tally, VoteCast
from meetings.parsing.patterns import decisions

_UNITS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NOBODY = {"none", "nil"}

_RESULTS: dict[str, Outcome] = {
    "lost": "lost",
    "fell": "lost",
    "defeated": "lost",
    "rejected": "lost",
    "not carried": "lost",
    "not agreed": "lost",
    "withdrawn": "withdrawn",
    "deferred": "deferred",
    "referred back": "deferred",
    "laid over": "deferred",
}


def read_tally(text: str) -> Tally | None:
    """The counts that a sentence prints, None where it prints neither a count nor unanimity."""
    in_favour, against, abstain = (
        _counted(pattern, text) for pattern in (decisions.COUNT_FOR, decisions.COUNT_AGAINST, decisions.COUNT_ABSTAIN)
    )
    if both := decisions.COUNT_TO.search(text):
        in_favour, against = _count(both["for"]), _count(both["against"])
    unanimous = in_favour is None and against is None and decisions.UNANIMOUS.search(text) is not None
    if in_favour is against is abstain is None and not unanimous:
        return None
    return Tally(in_favour, against, abstain, unanimous)


def join_tallies(one: Tally | None, other: Tally | None) -> Tally | None:
    """Two tellings of one vote; what the first prints stays."""
    if one is None or other is None:
        return one or other
    return Tally(
        other.in_favour if one.in_favour is None else one.in_favour,
        other.against if one.against is None else one.against,
        other.abstain if one.abstain is None else one.abstain,
        one.unanimous or other.unanimous,
    )


def read_recorded(text: str) -> tuple[tuple[RecordedVote, ...], Tally] | None:
    """The members that a paragraph lists under “For”, “Against” or “Abstained”, with the count printed beside them."""
    match = decisions.RECORDED_VOTE.fullmatch(text)
    if match is None:
        return None
    word = match["vote"].lower()
    cast: VoteCast = "against" if word == "against" else "abstain" if word.startswith("abst") else "for"
    names, count = match["names"], match["count"]
    if after := decisions.COUNT_AFTER_NAMES.search(names):
        names, count = names[: after.start()], count or after["after"]
    listed = read_names(names, "Councillor")
    if names and (not listed.names or len(listed.unread) > len(listed.names)):
        return None
    if not names and not count:
        return None
    number = int(count) if count else None
    tally = Tally(
        number if cast == "for" else None, number if cast == "against" else None, number if cast == "abstain" else None
    )
    return tuple(RecordedVote(named.name, cast) for named in listed.names), tally


def read_vote_caption(text: str) -> str | None:
    """The vote that a caption alone on its line announces (“For the proposal”), the names standing below."""
    match = decisions.RECORDED_VOTE.fullmatch(text)
    return text if match and not match["names"] and not match["count"] else None


def outcome_of(word: str) -> Outcome:
    """The outcome that a printed result means."""
    return _RESULTS.get(word.lower(), "carried")


def _counted(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return _count(match["count"] or match["count_after"]) if match else None


def _count(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, _, unit = words.lower().replace("-", " ").partition(" ")
    if tens in _NOBODY:
        return 0
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.index(unit) if unit else 0)
    return _UNITS.index(tens)
