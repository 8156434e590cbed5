"""What does one sentence say of a motion: who moved and seconded it, its own words, its result?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.parsing.names import bare_name
from meetings.parsing.patterns import marks, motions, names, votes

_NEAR = 100  # characters before a verb in which a name ends
_LONGEST_WHOLE = 600  # characters of a sentence that is a motion as it stands
_STEMS = ("mov", "propos", "prop", "second", "sec", "m/s", "msc", "motion", "approved", "cyni", "cynn", "eili")


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion as moved; ``text`` is empty where the sentence names its movers only."""

    mover: str | None
    seconder: str | None
    text: str = ""
    amends: bool = False
    leads: bool = False  # its decision's words are still to come
    follows: bool = False  # its own words are the paragraphs below
    told: str = ""  # the sentence that names its movers only, behind the one that tells what they moved


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with the place of the words that say what its bearer did."""

    name: str
    start: int
    end: int


def read_motion(sentence: str) -> Motion | None:
    """Who moved and seconded, and what. None where the sentence names nobody who did."""
    lowered = sentence.lower()
    if not any(stem in lowered for stem in _STEMS):
        return None
    if moving := motions.MOVING.match(sentence):
        return Motion(bare_name(moving["name"]), None)
    _, seconds, behind = lowered.partition("seconded by")
    between = seconds and ("moved" in behind or "proposed" in behind)
    pair = motions.PAIR.search(sentence) or (motions.SECONDED_BETWEEN.search(sentence) if between else None)
    if pair:
        moved = _Named(pair["mover"], pair.start(), pair.end())
        seconded: _Named | None = _Named(pair["seconder"], pair.start(), pair.end())
    else:
        seconded = _seconder(sentence)
        found = _mover(sentence, seconded)
        if found is None and seconded is None:
            return _unnamed(sentence)
        if found is None:
            return Motion(None, _bare(seconded), "" if seconded else sentence)
        moved = found
        if seconded is None and (second := motions.SECOND_NAME.match(sentence, moved.end)):
            seconded = _Named(second["name"], second.start(), second.end() - len(" all"))
    text = _own_words(sentence, moved, seconded)
    if text == sentence and len(sentence) > _LONGEST_WHOLE:
        return None  # a list of what others decided, no sentence of a clerk's
    return Motion(
        _bare(moved),
        _bare(seconded),
        text,
        amends=motions.AMENDMENT.search(sentence, 0, moved.end + 60) is not None,
        leads=motions.DECISION_FOLLOWS.search(sentence) is not None,
        follows=motions.MOTION_FOLLOWS.search(sentence) is not None,
    )


def read_movers_line(text: str) -> tuple[Motion, str] | None:
    """“A. Marsh, B. Reed:” ahead of a motion, and the words behind it."""
    line = motions.MOVERS_LINE.match(text) if ":" in text or ";" in text else None
    if line is None:
        return None
    return Motion(bare_name(line["mover"]), bare_name(line["seconder"])), text[line.end() :].strip()


def read_notice(title: str, text: str) -> Motion | None:
    """A motion that was announced before: “I will move at the next meeting that …”; its mover out of the title. Below
    a title that is a member's name, it may stand alone: “That the road be closed.”"""
    own_title = motions.TITLED.fullmatch(title.rstrip(" .:"))
    notice = motions.NOTICE.match(text) or (own_title and motions.MOTION_QUOTED.match(text))
    if notice is None:
        return None
    if own_title:
        mover: str | None = bare_name(own_title[0])
    else:
        named = motions.TITLE_MOVER.search(title)
        mover = bare_name(named["name"] or named["proposer"]) if named else None
    return Motion(mover, None, text[notice.end() :].strip("“”\"'‘’ "))


def read_result(sentence: str, *, waiting: bool) -> tuple[str, str] | None:
    """The result that a sentence tells and of what; without a motion that is ``waiting``, none is looked for."""
    if not waiting:
        return None
    bare = votes.BARE_RESULT.match(sentence)
    if bare:
        return bare["result"], (bare["subject"] or "").lower()
    told = [(match["result"], (match["subject"] or "").lower()) for match in votes.MOTION_RESULT.finditer(sentence)]
    return told[-1] if told else None


def names_only(sentence: str, motion: Motion) -> bool:
    """Whether a sentence says nothing but who moved and seconded."""
    return not motion.text or motion.text == sentence


def _unnamed(sentence: str) -> Motion | None:
    """“It was proposed and seconded that …”: a motion, if its result is told."""
    proposed = motions.UNNAMED.search(sentence)
    if proposed is None:
        return None
    words = sentence[proposed.end() :]
    ends = motions.MOTION_END.search(words)
    return Motion(None, None, (words[: ends.start()] if ends else words).strip(" ,;"))


def _bare(named: _Named | None) -> str | None:
    if named is None:
        return None
    name = bare_name(motions.OTHER_TITLE.sub("", names.GLUED_TITLE.sub(r"\g<title> ", named.name)))
    return name[:-1] if re.search(r"\w{2}\.$", name) else name


def _mover(sentence: str, seconded: _Named | None) -> _Named | None:
    for verb in motions.MOVE_VERB.finditer(sentence):
        if sentence.startswith((" by", ":", " –", " -"), verb.end()):
            continue
        if before := _subject(sentence, verb):
            return before
    if by := motions.MOVED_BY.search(sentence):
        return _Named(by["name"], by.start(), by.end())
    if seconded and (
        behind := motions.BY_BEFORE_SECONDED.search(sentence, max(seconded.start - _NEAR, 0), seconded.start)
    ):
        return _Named(behind["name"], behind.start(), behind.end())
    caption = motions.MOVER_CAPTION.search(sentence)
    if caption and (seconded or not caption[0].startswith("Approved")):
        named = caption["name"] or caption["titled"] or caption["plain"] or caption["initials"]
        return _Named(named, caption.start(), caption.end())
    return None


def _seconder(sentence: str) -> _Named | None:
    both = motions.MOVERS_ALONE.match(sentence)  # “Moved Cr Marsh Seconded Cr Reed”
    for verb in motions.SECOND_VERB.finditer(sentence, both.end() if both else 0):
        own = sentence[verb.start()].isupper() or sentence[: verb.start()].endswith(", ")
        if own and motions.SECONDED_BY.match(sentence, verb.start()):
            continue  # “Proposed Cllr Marsh Seconded Cllr Reed”
        if before := _subject(sentence, verb):
            return before
    match = motions.SECONDED_BY.search(sentence) or motions.SECONDING.search(sentence)
    return _Named(match["name"], match.start(), match.end()) if match else None


def _subject(sentence: str, verb: re.Match[str]) -> _Named | None:
    """Who stands right before “moved” or “seconded”, an office between commas left aside."""
    before = motions.PERSON_BEFORE.search(sentence, max(verb.start() - _NEAR, 0), verb.start())
    if before is None:
        return None
    if motions.TITLED.match(before["name"]):
        return _Named(before["name"], before.start(), verb.end())
    if motions.IN_APPOSITION.search(sentence, 0, before.start()) and (
        named := motions.APPOSITION_BEFORE.search(sentence, max(verb.start() - 2 * _NEAR, 0), verb.start())
    ):
        return _Named(named["name"], named.start(), verb.end())
    if motions.PART_OF_OFFICE.search(sentence, max(before.start() - 80, 0), before.start()):
        return None
    return _Named(before["name"], before.start(), verb.end())


def _own_words(sentence: str, moved: _Named, seconded: _Named | None) -> str:
    """A motion's own words: behind “that” or “to”; else the whole sentence, or nothing where it only names movers."""
    proposed = motions.UNNAMED.search(sentence, 0, moved.start)
    if proposed:  # “it was proposed to accept the bills by Cllr Marsh”
        return sentence[proposed.end() : moved.start].strip(" ,")
    behind, end = moved.end, len(sentence)
    begins = motions.MOTION_THAT.search(sentence, behind - 1, behind + 200)
    if seconded and seconded.start >= behind:
        if begins and begins.start() < seconded.start:
            end = seconded.start
        else:
            direct = motions.MOTION_TO.match(sentence, behind)
            begins = direct or motions.MOTION_TO.match(sentence, seconded.end)
            begins = begins or motions.MOTION_THAT.search(sentence, seconded.end - 1, seconded.end + 200)
            if direct:
                end = seconded.start
    elif not begins:
        begins = motions.MOTION_TO.match(sentence, behind)
    if begins:
        words = sentence[begins.end() : end]
        ends = motions.MOTION_END.search(words)
        return (words[: ends.start()] if ends else words).strip(' ,;–-“”"‘’')
    rest = sentence
    for start, end in sorted({(named.start, named.end) for named in (moved, seconded) if named}, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return sentence if marks.ANY_WORD.search(motions.MOVERS_FORMULA.sub(" ", rest)) else ""
