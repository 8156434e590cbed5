"""What labels and formulae tell a decision: “RESOLVED that …”, “it was agreed to …”, “the minutes were approved”?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.parsing.parsed import Tally
from meetings.parsing.patterns import decisions
from meetings.parsing.patterns.phrase import holds_any
from meetings.parsing.votes import read_tally

_GENERIC = frozenset(
    (
        *("the", "this", "all", "of", "and", "sub", "full", "whole", "entire", "present", "remaining", "attending"),
        *("parish", "town", "community", "local", "municipal", "members", "councillors", "elected", "voting", "other"),
        *("main", "management", "executive", "steering", "joint"),
    )
)
_OTHER_TIERS = frozenset(
    ("county", "borough", "district", "city", "national", "regional", "planning", "school", "police")
)
_LONGEST_APPROVAL = 700  # characters; a longer one is a table run together
_AGENT = 30  # characters behind the verb in which others than the body may be named
_SOME = frozenset(("no", "some", "one", "two", "three", "several", "most", "many", "few"))
_KNOWN_LETTERS = frozenset(("CC", "PC", "TC", "P.COUNCIL", "PCOUNCIL"))


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that a sentence tells, with the words before it. ``labelled``: it takes the whole paragraph and all
    its parts; ``passive``: its words are the whole sentence, since they come before the verb."""

    before: str
    text: str
    tally: Tally | None = None
    labelled: bool = False
    passive: bool = False


def may_tell(sentence: str) -> bool:
    """Whether a sentence holds any word of those that tell decisions, motions or votes: a cheap look ahead of all."""
    return holds_any(decisions.STEMS, sentence.lower()) or decisions.SHOUTED_VERB.match(sentence) is not None


def read_label(sentence: str, own: str | None = None) -> Decision | None:
    """The label that makes a sentence a decision: “RESOLVED that …”, “Agreed: …”, “Decision:”."""
    if decisions.SHOUTED_VERB.match(sentence):
        return Decision("", sentence, labelled=True)
    match = decisions.OPENING_LABEL.match(sentence) or decisions.SHOUTED_LABEL.search(sentence)
    if match is None:
        return _read_colon_label(sentence, own)
    groups = match.groupdict()
    mark = groups.get("mark") or groups.get("noun_mark") or groups.get("mark_welsh")
    if groups.get("formula") and not mark:
        return None  # “it was agreed that …” is a formula
    text = sentence[match.end() :].strip()
    bracketed = decisions.BRACKETED_VOTE.match(text)
    if bracketed:
        text = text[bracketed.end() :]
    if not mark and (that := decisions.THAT.match(text)):
        text = text[that.end() :]
    how = " ".join(filter(None, (groups.get("how_before"), groups.get("how"), groups.get("how_welsh"))))
    how += bracketed[0] if bracketed else ""
    return Decision(
        sentence[: match.start()].strip(), text.strip(" ,"), read_tally(how) if how else None, labelled=True
    )


def _read_colon_label(sentence: str, own: str | None) -> Decision | None:
    """“The Committee agreed:-”: what the body decided follows, in parts or in the rest of the sentence."""
    if not decisions.AGREED_COLON.search(sentence):
        return None
    label = decisions.COLON_LABEL.search(sentence)
    if label is None or decisions.EARLIER.search(sentence) or not (label["nobody"] or _is_own(label["body"], own)):
        return None
    tally = read_tally(f"{label['how_before']} {label['how']}")
    return Decision(sentence[: label.start()].strip(), sentence[label.end() :].strip(), tally, labelled=True)


def read_formula(sentence: str, own: str | None) -> Decision | None:
    """The decision that a sentence without label tells: what the body ``own``, or nobody by name, agreed to do."""
    if decisions.EARLIER.search(sentence):
        return None
    found = _agreed(sentence, own)
    if found is not None:
        return found
    approved = decisions.BODY_APPROVED.search(sentence)
    if approved and _is_own(approved["body"], own) and not decisions.NOT_DECIDED_HERE.search(approved["words"][:60]):
        minutes = decisions.MINUTES_WORD.match(approved["words"])
        if minutes or not (approved["verb"] == "confirmed" or decisions.FINITE_OBJECT.search(approved["words"])):
            how = f"{approved['how_before']} {approved['how']}"
            how += " unanimously" if decisions.EVERYBODY.match(approved["body"]) else ""
            return Decision(sentence[: approved.start()], sentence, read_tally(how), passive=True)
    return None


def read_approval(sentence: str, own: str | None) -> Decision | None:
    """Minutes, payments or papers that a sentence says were approved; the whole sentence is the decision's text."""
    if len(sentence) > _LONGEST_APPROVAL or decisions.EARLIER.search(sentence):
        return None
    if decisions.DASHED_APPROVED.search(sentence) or decisions.ALL_AGREED.search(sentence):
        return Decision("", sentence, read_tally(sentence), passive=True)
    if decisions.NOT_NOW.search(sentence):
        return None
    told = (
        decisions.MINUTES_APPROVED.search(sentence)
        or decisions.PAYMENTS_APPROVED.search(sentence)
        or decisions.SHORT_APPROVED.match(sentence)
        or _passive(sentence, own)
    )
    return Decision("", sentence, read_tally(sentence), passive=True) if told else None


def _agreed(sentence: str, own: str | None) -> Decision | None:
    for pattern in (decisions.IT_WAS_AGREED, decisions.BODY_AGREED, decisions.AND_AGREED, decisions.WELSH_AGREED):
        found = pattern.search(sentence)
        if found is None:
            continue
        words, before = found["words"], sentence[: found.start()]
        if pattern is decisions.BODY_AGREED and not _is_own(found["body"], own):
            continue
        if pattern is decisions.AND_AGREED and not _body_goes_on(found["join"], before):
            continue
        if not decisions.COMMITS.search(words) or decisions.OPINION.search(words):
            continue
        if decisions.FORMALITY.search(words):
            return None
        if decisions.OTHERS_AGREED.search(sentence, found.start(), found.start("words") + _AGENT):
            continue
        agent = decisions.AGENT.search(sentence, found.start(), found.start("words") + _AGENT)
        if agent and not _is_own(agent["body"], own):
            continue
        that = decisions.THAT.match(words)
        how = f"{found.groupdict().get('how_before') or ''} {found['how'] or ''}"
        how += f" {found.groupdict().get('decision') or ''}"
        if decisions.EVERYBODY.match(found.groupdict().get("body") or ""):
            how += " unanimously"
        if decisions.VOTE_WORD.search(before):
            how += f" {before}"
        return Decision(
            f"{before}{found['how'] or ''}".strip(), _plain(words[that.end() :] if that else words), read_tally(how)
        )
    return None


def _plain(words: str) -> str:
    """A decision's words up to the next bullet on the line."""
    return decisions.INLINE_BULLET.split(words, maxsplit=1)[0].strip(" ,–-")


def _passive(sentence: str, own: str | None) -> bool:
    approved = decisions.PASSIVE_APPROVED.match(sentence)
    if approved is None or decisions.BY_OTHERS.match(approved["rest"]):
        return False
    agent = decisions.AGENT.match(approved["rest"])
    if agent and not _is_own(agent["body"], own):
        return False
    return not decisions.NOT_DECIDED_HERE.search(sentence[: approved.start("verb")])


def _body_goes_on(join: str, before: str) -> bool:
    """Whether “… and agreed that” tells of the body: not of one person who is the sentence's subject."""
    if join.strip() in ("–", "—", "-"):
        return True
    return decisions.BODY_GOES_ON.search(before) is not None


def _is_own(body: str, own: str | None) -> bool:
    """Whether the words for a body mean the one that meets: “the Council”, “Members”, the letters of its name."""
    words = body.replace("’", "'").split()
    letters = words[-1]
    if letters.upper() in _KNOWN_LETTERS and (words[0].lower() == "the" or "." in letters):
        return own is None or _letters(own).endswith("C")
    if letters.isupper() and not decisions.BODY_NOUN.fullmatch(letters):
        return own is not None and len(letters) > 1 and _letters(own).endswith(letters)
    known = {word.lower() for word in re.findall(r"\w+", own or "")}
    for word in words[:-1]:
        plain = word.lower().strip(",.'")
        if plain in known or plain in _GENERIC:
            continue
        return own is None and plain not in _OTHER_TIERS and not word[:1].isupper() and plain not in _SOME
    return True


def _letters(own: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", own) if word[0].isupper())
