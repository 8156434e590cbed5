"""What does one sentence say of a motion: who moved it, its own words, the label of a decision, its result?"""

from __future__ import annotations

from dataclasses import dataclass

from meetings.parsing.names import bare_name
from meetings.parsing.parsed import Tally
from meetings.parsing.patterns import decisions, marks
from meetings.parsing.votes import read_tally


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion as moved; ``text`` is empty where the sentence names its movers only."""

    mover: str | None
    seconder: str | None
    text: str = ""
    amends: bool = False
    seconds_only: bool = False
    leads: bool = False  # its decision's words are still to come


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a decision and the words about it. ``block``: the decision takes the whole paragraph and its parts."""

    before: str
    text: str
    tally: Tally | None
    block: bool


def read_label(sentence: str) -> Label | None:
    """The label that makes a sentence a decision: “RESOLVED that …”, “it was agreed to …”."""
    match = decisions.OPENING_LABEL.match(sentence) or decisions.SHOUTED_LABEL.search(sentence)
    if match:
        text = sentence[match.end() :].strip()
        bracketed = decisions.BRACKETED_VOTE.match(text)
        if bracketed:
            text = text[bracketed.end() :]
        if not match["mark"]:
            text = text.removeprefix("that").lstrip(" ,") if decisions.THAT.match(text) else text
        before = sentence[: match.start()].strip()
        how = f"{match['how_before'] or ''}{match['how'] or ''}{bracketed[0] if bracketed else ''}"
        formula = "formula" in match.groupdict() and match["formula"] and not match["mark"]
        return Label(before, text, read_tally(how), block=not formula)
    for pattern in (decisions.IT_WAS_AGREED, decisions.BODY_AGREED):
        formula = pattern.search(sentence)
        if formula and decisions.COMMITS.search(formula["words"]) and not decisions.OTHERS_AGREED.search(sentence):
            words = formula["words"]
            text = words[len("that") :].strip() if decisions.THAT.match(words) else words
            return Label(
                sentence[: formula.start()],
                text.strip(" ,").rstrip(),
                read_tally(f"{formula['how_before']} {formula['how']} {sentence[: formula.start()]}"),
                block=False,
            )
    return None


def read_motion(sentence: str, below: str = "") -> Motion | None:
    """Who moved and seconded, and what; ``below`` is the next paragraph, for words that stand there.

    None where the sentence names nobody who moved or seconded.
    """
    moved = decisions.PERSON_MOVED.search(sentence)
    if moved and decisions.PART_OF_OFFICE.search(sentence, max(moved.start() - 80, 0), moved.start()):
        moved = None
    moved = moved or decisions.MOVED_BY.search(sentence)
    seconded = decisions.PERSON_SECONDED.search(sentence) or decisions.SECONDED_BY.search(sentence)
    if moved is None and seconded is None:
        return None
    mover = bare_name(moved["name"]) if moved else None
    seconder = bare_name(seconded["name"]) if seconded else None
    if moved is None:
        return Motion(None, seconder, seconds_only=True)
    behind = moved.end()
    if seconded and not decisions.MOTION_THAT.search(sentence, moved.end() - 1, seconded.start()):
        behind = max(behind, seconded.end())
    amends = decisions.AMENDMENT.search(sentence, 0, behind + 40) is not None
    leads = decisions.DECISION_FOLLOWS.search(sentence) is not None
    names = [match.span() for match in (moved, seconded) if match]
    return Motion(mover, seconder, _own_words(sentence, names, behind, below), amends, leads=leads)


def read_result(sentence: str, *, waiting: bool) -> tuple[str, str] | None:
    """The result that a sentence tells and of what; without a motion that is ``waiting``, none is looked for."""
    if not waiting:
        return None
    bare = decisions.BARE_RESULT.match(sentence)
    if bare:
        return bare["result"], ""
    told = [(match["result"], (match["subject"] or "").lower()) for match in decisions.MOTION_RESULT.finditer(sentence)]
    return told[-1] if told else None


def _own_words(sentence: str, names: list[tuple[int, int]], behind: int, below: str) -> str:
    """A motion's own words: behind “that”; the next paragraph where they are announced; else the whole sentence, or
    nothing where it only names the movers."""
    if below and decisions.MOTION_FOLLOWS.search(sentence):
        return below.strip("“”\"'‘’ ")
    begins = decisions.MOTION_THAT.search(sentence, behind - 1, behind + 200) or decisions.MOTION_TO.match(
        sentence, behind
    )
    if begins:
        words = sentence[begins.end() :]
        ends = decisions.MOTION_END.search(words)
        return (words[: ends.start()] if ends else words).strip(' ,“”"‘’')
    rest = sentence
    for first, last in sorted(names, reverse=True):
        rest = rest[:first] + " " + rest[last:]
    return sentence if marks.ANY_WORD.search(decisions.MOVERS_FORMULA.sub(" ", rest)) else ""
