"""How did a vote end? Counts, names and the words for carried and lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.parsing.names import bare_name, read_names
from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import Outcome, RecordedVote, Tally, VoteCast
from meetings.parsing.patterns import marks, votes
from meetings.parsing.patterns.phrase import Phrase

_LONGEST_LIST = 4000  # characters
_RIVAL_LISTS = 4  # paragraphs: two captions with their names
_LONGEST_CALL = 20
_MOST_BESIDE_CALLS = 4  # words in a paragraph of calls: “6 yes, 0 no.”
_CALLS = ("yes", "no", "aye", "nay", "yea", "for", "against", "abstain", "abstained", "absent", "in favour", "in favor")
_UNITS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NOBODY = {"none", "nil"}

_RESULTS: dict[str, Outcome] = {
    "lost": "lost",
    "fell": "lost",
    "failed": "lost",
    "defeated": "lost",
    "rejected": "lost",
    "not carried": "lost",
    "not agreed": "lost",
    "not approved": "lost",
    "not adopted": "lost",
    "withdrawn": "withdrawn",
    "deferred": "deferred",
    "tabled": "deferred",
    "referred back": "deferred",
    "laid over": "deferred",
    "gwrthodwyd": "lost",
    "collwyd": "lost",
    "gollwyd": "lost",
}


@dataclass(frozen=True, slots=True)
class Ballot:
    """Votes by name, the counts printed beside them, and how many paragraphs tell them; ``rival`` where they are cast
    for the motion or for its amendment, which is against the motion."""

    recorded: tuple[RecordedVote, ...]
    tally: Tally | None
    paragraphs: int
    rival: bool = False


def outcome_of(word: str) -> Outcome:
    """The outcome that a printed result means."""
    return _RESULTS.get(word.lower(), "carried")


def read_tally(text: str) -> Tally | None:
    """The counts that a sentence prints, None where it prints neither a count nor unanimity."""
    if not votes.VOTE_TAKEN.search(text) and not any(letter.isdigit() for letter in text):
        return Tally(unanimous=True) if votes.UNANIMOUS.search(text) else None
    in_favour, against, abstain = (
        _counted(pattern, text) for pattern in (votes.COUNT_FOR, votes.COUNT_AGAINST, votes.COUNT_ABSTAIN)
    )
    if both := votes.COUNT_TO.search(text):
        in_favour, against = _count(both["for"] or both["by"]), _count(both["against"] or both["to"])
    elif dashed := votes.COUNT_DASHED.search(text):
        in_favour, against = int(dashed["for"]), int(dashed["against"])
        abstain = int(dashed["abstain"]) if dashed["abstain"] else abstain
    unanimous = not against and votes.UNANIMOUS.search(text) is not None
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


def read_ballot(paragraphs: Sequence[Paragraph], index: int) -> Ballot | None:
    """The votes by name that are listed from a paragraph on: under captions, or as a roll call."""
    return _listed(paragraphs, index) or _called(paragraphs, index)


def may_be_ballot(text: str) -> bool:
    """Whether votes by name may be listed in a text: a quick look ahead of `read_ballot`."""
    return votes.VOTE_CAPTION.match(text) is not None or _ends_in_call(text)


def _ends_in_call(text: str) -> bool:
    return text[-_LONGEST_CALL:].lower().rstrip(" .,;").endswith(_CALLS)


def read_votes_told(sentence: str) -> tuple[RecordedVote, ...]:
    """Who a sentence says abstained, or voted against: “seven were in favour, and Cllr Marsh abstained”."""
    if "abstain" not in sentence and "against" not in sentence and "oting" not in sentence and "voted" not in sentence:
        return ()
    return tuple(
        RecordedVote(named.name, _cast(told["vote"]))
        for told in votes.VOTED_BY_NAME.finditer(sentence)
        for named in read_names(told["names"], "Councillor").names
    )


def _listed(paragraphs: Sequence[Paragraph], index: int) -> Ballot | None:
    """“For (2): Councillors Marsh and Reed”, “Against”, “Abstained: none”, each with its names beside or below it."""
    recorded: list[RecordedVote] = []
    tally: Tally | None = None
    cast: VoteCast | None = None  # of the caption whose names may stand below
    rival = _votes_on_rivals(paragraphs, index)
    at = index
    while at < len(paragraphs) and len(text := paragraphs[at].text) <= _LONGEST_LIST:
        parts = [
            (("against" if rival and of == "amendment" else cast), count, words)
            for cast, of, count, words in _captions(text)
        ]
        if parts:
            for cast, count, words in parts:
                names = _voters(words)
                if names is None:
                    return None if at == index else Ballot(tuple(recorded), tally, at - index, rival)
                recorded += [RecordedVote(name, cast) for name in names[0]]
                tally = join_tallies(tally, _one_count(cast, count if count is not None else names[1]))
            cast = None if parts[-1][2] else parts[-1][0]
        elif recorded and (alone := votes.COUNT_ALONE.fullmatch(text)):
            tally = join_tallies(tally, _one_count(recorded[-1].vote, int(alone["count"])))
        elif cast and (names := _voters(text)) and names[0]:
            recorded += [RecordedVote(name, cast) for name in names[0]]
            tally, cast = join_tallies(tally, _one_count(cast, names[1])), None
        else:
            break
        at += 1
    return Ballot(tuple(recorded), tally, at - index, rival) if recorded or tally else None


def _votes_on_rivals(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether those for the motion and those for its amendment are listed from a paragraph on."""
    near = " ".join(paragraph.text for paragraph in paragraphs[index : index + _RIVAL_LISTS])
    return votes.FOR_MOTION.match(near) is not None and votes.FOR_AMENDMENT.search(near) is not None


def _captions(text: str) -> Iterator[tuple[VoteCast, str, int | None, str]]:
    """The captions of a paragraph, each with what was voted on, its count and the words behind it; none where it
    begins otherwise."""
    first = votes.VOTE_CAPTION.match(text)
    if first is None or (not first["mark"] and first.end() < len(text) and not text[first.end()].isupper()):
        return
    found = [first]
    for place in votes.NEXT_CAPTION.finditer(text, first.end()):
        caption = votes.VOTE_CAPTION.match(text, place.end())
        if caption:
            found.append(caption)
    for at, caption in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        count = caption["bracketed"] or caption["count"]
        yield (
            _cast(caption["vote"]),
            (caption["of"] or "").lower(),
            int(count) if count else None,
            text[caption.end() : end].strip(" .;|"),
        )


def _voters(words: str) -> tuple[list[str], int | None] | None:
    """The names of a list of votes and the count printed behind them; None where the words are no such list."""
    after = votes.COUNT_AFTER_NAMES.search(words)
    if after:
        words = words[: after.start()]
    if marks.FINITE_VERB.search(words):
        return None
    listed = read_names(words, "Councillor")
    if words and words.lower() not in _NOBODY and (not listed.names or len(listed.unread) > len(listed.names)):
        return ([], int(words)) if words.isdigit() else None
    return [named.name for named in listed.names], int(after["after"]) if after else None


def _called(paragraphs: Sequence[Paragraph], index: int) -> Ballot | None:
    """“Councillor Marsh – Yes; Councillor Reed – No”, in one paragraph or a line each."""
    recorded: list[RecordedVote] = []
    tally: Tally | None = None
    at = index
    while at < len(paragraphs) and len(text := paragraphs[at].text) <= _LONGEST_LIST:
        calls = list(votes.ROLL_CALL.finditer(text)) if _ends_in_call(text) else []
        rest = votes.ROLL_CALL.sub("", text) if calls else ""
        if not calls or len(rest.split()) > _MOST_BESIDE_CALLS:
            break
        cast = [call for call in calls if call["vote"].lower() != "absent"]
        recorded += [RecordedVote(bare_name(call["name"]), _cast(call["vote"])) for call in cast]
        tally = join_tallies(tally, read_tally(rest))
        at += 1
    return Ballot(tuple(recorded), tally, at - index) if len(recorded) > 1 else None


def _cast(word: str) -> VoteCast:
    start = word.lower()
    if start.startswith(("abst", "ymatal")):
        return "abstain"
    if start.startswith(("no", "nay", "dissent", "oppos", "yn erbyn")) or "against" in start:
        return "against"
    return "for"


def _one_count(cast: VoteCast, number: int | None) -> Tally | None:
    if number is None:
        return None
    return Tally(
        number if cast == "for" else None, number if cast == "against" else None, number if cast == "abstain" else None
    )


def _counted(pattern: re.Pattern[str] | Phrase, text: str) -> int | None:
    match = pattern.search(text)
    return _count(match["count"] or match["count_after"]) if match else None


def _count(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    tens, _, unit = words.lower().replace("-", " ").partition(" ")
    if tens in _NOBODY:
        return 0
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.index(unit) if unit else 0)
    return _UNITS.index(tens) if tens in _UNITS else None
