"""Step 6: what did the meeting decide in an item? Labelled decisions, motions put to the vote, and formulae.

An item is read sentence by sentence. A motion waits until its result is told; what is then resolved in other words
takes over the motion's movers and votes, so that one decision is one resolution.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from meetings.parsing.blocks import belongs, following_motion, motion_end, quoted_end, unquoted
from meetings.parsing.dispositions import read_dispositions
from meetings.parsing.formulae import Decision, may_tell, read_approval, read_formula, read_label
from meetings.parsing.motions import (
    Motion,
    names_only,
    read_motion,
    read_movers_line,
    read_notice,
    read_result,
)
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import ParsedResolution, Span
from meetings.parsing.patterns import decisions, marks, motions, votes
from meetings.parsing.record import Record
from meetings.parsing.votes import may_be_ballot, outcome_of, read_ballot, read_tally, read_votes_told

_LONGEST_SENTENCE = 4000  # characters; a longer one is no formula of a clerk's


def read_resolutions(
    paragraphs: Sequence[Paragraph], title: str = "", own: str | None = None
) -> tuple[ParsedResolution, ...]:
    """The decisions that one item of the body ``own`` tells, in order."""
    if disposed := read_dispositions(paragraphs, title):
        return disposed
    record = Record(title=decisions.CAPTION.sub("", title))
    paragraphs = _rejoined(paragraphs)
    if paragraphs and (notice := read_notice(title, paragraphs[0].text)):
        record.move(notice, paragraphs[0].span)
    index = 0
    while index < len(paragraphs):
        record.place = index
        index = _read_paragraph(record, paragraphs, index, own)
    decided = record.finish()
    if not decided and paragraphs and decisions.PAYMENTS_APPROVED.search(title) and read_approval(title, own):
        return (ParsedResolution(title, span=paragraphs[0].span),)
    return decided


def _rejoined(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, a sentence that was set in two made whole: “Seconded by Cllr Reed and agreed”, “that …”."""
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        above = whole[-1] if whole else None
        if above and decisions.GOES_ON.match(paragraph.text) and decisions.STOPS_SHORT.search(above.text):
            span = Span(above.span.first, paragraph.span.last)
            whole[-1] = replace(above, text=f"{above.text} {paragraph.text}", span=span)
        else:
            whole.append(paragraph)
    return whole


def _read_paragraph(record: Record, paragraphs: Sequence[Paragraph], index: int, own: str | None) -> int:
    """Read the paragraph at ``index``; returns the index of the next one to read."""
    paragraph = paragraphs[index]
    ballot = read_ballot(paragraphs, index)
    if ballot is not None:
        record.tell_vote(ballot.tally, ballot.recorded, on_motion=ballot.rival)
        return index + ballot.paragraphs
    text = decisions.LEADING_MARK.sub("", marks.PARAGRAPH_NUMBER.sub("", paragraph.text, count=1), count=1)
    labels = votes.VOTE_LABEL.fullmatch(text) or decisions.NUMBER_ALONE.fullmatch(text)
    if labels or decisions.OFFICERS_ADVICE.match(text):
        advised = paragraphs[index + 1].text if index + 1 < len(paragraphs) and not labels else ""
        is_restated = advised and any(paragraph.text == advised for paragraph in paragraphs[index + 2 :])
        return index + (2 if is_restated else 1)
    if line := read_movers_line(text):
        motion, text = line
        record.move(motion, paragraph.span)
        if not text:
            return index + 1
    if motions.MOTION_OPENING.match(text):
        after = _read_motion(record, text, paragraphs, index)
        if after is not None:
            return after
    told = sentences(motions.MOTION_AND_SECOND.sub(_in_words, text) if "otion" in text or "OTION" in text else text)
    for at, sentence in enumerate(told):
        if record.movers_wait and motions.MOTION_TO_DO.fullmatch(sentence):
            record.word_motion(sentence)
            continue
        alone = len(told) > 1 and may_be_ballot(sentence)
        if alone and (ballot := read_ballot([replace(paragraph, text=sentence)], 0)):
            record.tell_vote(ballot.tally, ballot.recorded, on_motion=ballot.rival)
            continue
        if len(sentence) > _LONGEST_SENTENCE or not may_tell(sentence):
            record.after_decision = False
            continue
        label = read_label(sentence, own)
        if label is not None and not _is_result(record, sentence, label):
            _read_before(record, label, paragraph.span)
            return _read_block(record, label, told[at + 1 :], paragraphs, index)
        after = _read_sentence(record, told, at, paragraphs, index, own)
        if after is not None:
            return after
    return index + 1


def _in_words(labelled: re.Match[str]) -> str:
    """“Motion: Marsh. Second: Reed.” as other minutes say it."""
    mover, seconder = (labelled[group].rstrip(".") for group in ("mover", "seconder"))
    return f"Moved by {mover}, seconded by {seconder}. "


def _is_result(record: Record, sentence: str, label: Decision) -> bool:
    """Whether “Agreed” stands for itself and tells the result of what was moved before."""
    told = not label.text and not sentence.endswith((":", "-", "–")) and votes.BARE_RESULT.match(sentence) is not None
    return told and (record.waiting is not None or record.after_decision)


def _sentence_before(told: Sequence[str], at: int, paragraphs: Sequence[Paragraph], index: int) -> str:
    """The sentence ahead of one that names movers alone, in its paragraph or at the end of the one above."""
    if at:
        return decisions.CAPTION.sub("", told[at - 1])
    last = next(reversed(sentences(paragraphs[index - 1].text)), "") if index else ""
    return decisions.CAPTION.sub("", last) if may_tell(last) else ""


def _read_before(record: Record, label: Decision, span: Span) -> None:
    """The words of a sentence before its label: “On the motion of A, seconded by B, it was RESOLVED …”."""
    record.after_decision = False
    if not label.before:
        return
    motion = read_motion(label.before)
    if motion is not None:
        record.move(replace(motion, text="" if names_only(label.before, motion) else motion.text, leads=True), span)
    if votes.VOTE_TAKEN.search(label.before):
        record.tell_vote(read_tally(label.before))


def _read_motion(record: Record, text: str, paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """A motion in its own words, its movers named right before it or its result right behind (“… Carried.”); returns
    the index of the first paragraph behind it, None where it is neither."""
    after = motion_end(paragraphs, index)
    result = ""
    if after is None:
        if not record.movers_wait:
            return None
        after = quoted_end(paragraphs, index) or following_motion(paragraphs, index)
    elif not record.movers_wait and after > index + 2:
        return None
    after = next((at for at in range(index + 1, after) if _counts(paragraphs, at)), after)
    words = [text, *(paragraph.text for paragraph in paragraphs[index + 1 : after])]
    if closing := votes.CLOSING_RESULT.search(words[-1]):
        result, how = closing["result"], closing[0]
        words[-1] = words[-1][: closing.start()].strip()
        tally = read_tally(how)
    else:
        tally = None
    told = unquoted("\n\n".join(filter(None, words)))
    told = decisions.BE_IT_RESOLVED.sub("", told, count=1) if decisions.BE_IT_RESOLVED.match(told) else told
    span = Span(paragraphs[index].span.first, paragraphs[after - 1].span.last)
    outcome = outcome_of(result) if result else "carried"
    if told:
        record.decide(told, span, tally, labelled=True, outcome=outcome if outcome != "carried" else None)
    return after


def _counts(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a motion's words have ended, and its votes are listed from a paragraph on."""
    return votes.VOTE_LABEL.fullmatch(paragraphs[index].text) is not None or read_ballot(paragraphs, index) is not None


def _read_block(
    record: Record, label: Decision, rest: Sequence[str], paragraphs: Sequence[Paragraph], index: int
) -> int:
    """A labelled decision with all its parts; returns the index of the first paragraph behind it."""
    if decisions.ACCORDINGLY.fullmatch(label.text.strip(" .")):
        record.tell_result("carried", "motion")
        return index + 1
    alone = not label.text and not rest and index + 1 < len(paragraphs)
    if alone and decisions.NARRATES.match(paragraphs[index + 1].text):
        return index + 1
    parts: list[Paragraph] = []
    tails: list[list[str]] = []
    for entry in _entries([label.text, *rest] if label.text else rest):
        words, tail = _split_tail(entry)
        parts.append(replace(paragraphs[index], text=" ".join(words), mark=""))
        tails.append(tail)
    after = index + 1
    if parts and not tail and parts[0].text[:1] in '“"' and (end := quoted_end([*parts, *paragraphs[after:]], 0)):
        parts += paragraphs[after : index + end]
        tails += [[] for _ in paragraphs[after : index + end]]
        after = index + end
    while after < len(paragraphs) and not (tails and tails[-1] and not _goes_on(parts, paragraphs[after])):
        paragraph = paragraphs[after]
        if not (belongs(parts, paragraph) or record.restates(paragraph.text)) or read_ballot(paragraphs, after):
            break
        told = sentences(paragraph.text)
        if parts and decisions.DECISION_TAIL.match(told[0]):
            break
        end = (quoted_end(paragraphs, after) if not parts else None) or after + 1
        words, tail = _split_tail(told)
        parts.append(replace(paragraph, text=" ".join(words)))
        tails.append(tail)
        parts += paragraphs[after + 1 : end]
        tails += [[] for _ in paragraphs[after + 1 : end]]
        after = end
    _decide_parts(record, label, parts, tails)
    return after


def _entries(told: Sequence[str]) -> list[list[str]]:
    """The sentences of a paragraph, divided where bullets stand within it."""
    entries: list[list[str]] = []
    for sentence in told:
        if not entries or (sentence.startswith("•") and entries[0][0].startswith("•")):
            entries.append([])
        entries[-1].append(sentence)
    return entries


def _decide_parts(record: Record, label: Decision, parts: Sequence[Paragraph], tails: Sequence[list[str]]) -> None:
    """One decision with all its parts; or one for each, where they have movers or votes of their own."""
    told = [(part, *_divide_tail(part.text, tail)) for part, tail in zip(parts, tails, strict=True) if part.text]
    if not told:
        return
    entries = [entry for entry in told if not entry[1].endswith(":")]
    if len(entries) > 1 and sum(_names_movers(tail) for _, _, tail in entries) > 1:
        for part, text, tail in entries:
            _decide_one(record, decisions.LEADING_MARK.sub("", text), part.span, label, tail, labelled=True)
        return
    span = Span(told[0][0].span.first, told[-1][0].span.last)
    text = unquoted("\n\n".join(text for _, text, _ in told))
    _decide_one(record, text, span, label, [sentence for _, _, tail in told for sentence in tail], labelled=True)


def _decide_one(record: Record, text: str, span: Span, label: Decision, tail: Sequence[str], *, labelled: bool) -> None:
    if not text:
        return
    moved = (read_motion(sentence) for sentence in tail)
    motion = next((motion for motion in moved if motion is not None and motion.mover), None)
    record.decide(text, span, label.tally, motion, labelled=labelled)
    for sentence in tail:
        _read_tail(record, sentence)


def _goes_on(parts: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a list goes on behind a part that has told its movers."""
    return (
        len(parts) > 0
        and bool(decisions.PART_MARK.match(parts[-1].printed) or parts[-1].printed[:1] in "•●")
        and (belongs(parts, paragraph))
    )


def _divide_tail(text: str, tail: list[str]) -> tuple[str, list[str]]:
    """A part's words and what tells its movers and votes, in brackets at the end among them."""
    bracketed = decisions.BRACKETED_TAIL.search(text)
    if bracketed and bracketed.start():
        return text[: bracketed.start()], [text[bracketed.start() :].strip(), *tail]
    return text, tail


def _names_movers(tail: Sequence[str]) -> bool:
    return any((motion := read_motion(sentence)) is not None and motion.mover for sentence in tail)


def _split_tail(told: Sequence[str]) -> tuple[list[str], list[str]]:
    """Divide sentences into the decision's words and what tells its movers and votes."""
    for at, sentence in enumerate(told):
        if at and decisions.DECISION_TAIL.match(sentence):
            return list(told[:at]), list(told[at:])
    return list(told), []


def _read_tail(record: Record, sentence: str) -> None:
    """What stands behind a decision's words: its movers, its votes, its result."""
    motion = read_motion(sentence)
    if motion is not None:
        record.name_movers(motion)
    record.tell_vote(read_tally(sentence), read_votes_told(sentence))
    result = read_result(sentence, waiting=True)
    if result is not None:
        record.tell_result(result[0], "")


def _read_sentence(
    record: Record, told: Sequence[str], at: int, paragraphs: Sequence[Paragraph], index: int, own: str | None
) -> int | None:
    """One sentence that has no label: a formula, a motion, a vote, a result, an approval. Returns the index of the next
    paragraph to read where the sentence goes on below its own."""
    sentence, ends, span = told[at], at == len(told) - 1, paragraphs[index].span
    after: int | None = None
    if motions.NOT_PUT.search(sentence):
        record.drop_motion()
        return None
    formula = read_formula(sentence, own)
    if formula is not None:
        return _read_formula(record, formula, paragraphs, index, ends=ends)
    motion = read_motion(sentence)
    if motion is not None:
        if motion.follows and ends and index + 1 < len(paragraphs):
            after = following_motion(paragraphs, index + 1)
            text = unquoted("\n\n".join(paragraph.text for paragraph in paragraphs[index + 1 : after]))
            record.move(replace(motion, text=text), Span(span.first, paragraphs[after - 1].span.last))
            return after
        bracketed = decisions.BRACKETED_TAIL.search(sentence)
        if motion.text == sentence and bracketed and bracketed[0].rstrip(" .").endswith(")"):
            motion = replace(motion, text=sentence[: bracketed.start()])
        if not motion.text:
            before = _sentence_before(told, at, paragraphs, index)
            label = decisions.ADVICE_LABEL.match(before)
            below = paragraphs[index + 1].text if ends and index + 1 < len(paragraphs) else ""
            leads = motion.leads or motions.MOTION_OPENING.match(below) is not None
            told_before = before[label.end() :] if label else before
            labelled = motions.MOVER_CAPTION.match(sentence) or sentence not in paragraphs[index].text
            own_title = record.title if labelled and not (index or at) else ""
            told_here = sentence if sentence in paragraphs[index].text else paragraphs[index].text
            motion = replace(motion, told=told_before or own_title or told_here, leads=leads)
        record.move(motion, span)
        if ends and decisions.LIST_ANNOUNCED.search(motion.text):
            after = _add_list(record, motion, paragraphs, index)
    words = sentence.replace(motion.text, " ") if motion and not names_only(sentence, motion) else sentence
    result = read_result(words, waiting=bool(motion or record.waiting or record.after_decision))
    counted = result is not None or record.after_decision or votes.VOTE_TAKEN.search(words)
    tally = read_tally(words) if counted else None
    named = read_votes_told(words) if counted else ()
    approval = (
        read_approval(sentence, own) if motion is None and result is None and not record.awaits(sentence) else None
    )
    if approval is None and (tally is not None or named):
        record.tell_vote(tally, named)
    if approval is None and result is not None:
        record.tell_result(*result)
    if motion is None and (approval is not None or (result is None and tally is None)):
        if approval is None:
            record.after_decision = False
        elif not _is_told(record, sentence):
            return _read_formula(record, approval, paragraphs, index, ends=ends)
    return after


def _read_formula(
    record: Record, formula: Decision, paragraphs: Sequence[Paragraph], index: int, *, ends: bool
) -> int | None:
    """A decision without label: the sentence, with the list that it announces and without the movers at its end."""
    text, span = formula.text, paragraphs[index].span
    motion = read_motion(formula.before) if formula.before else None
    tail: list[str] = []
    if not formula.passive:
        if inline := decisions.INLINE_TAIL.search(text):
            tail, text = [text[inline.start() :].strip(" ,(")], text[: inline.start()]
        text, tail = _divide_tail(text, tail)
    after = None
    parts = [replace(paragraphs[index], text=text)]
    if ends and (text.endswith(":") or decisions.LIST_ANNOUNCED.search(text)):
        after = index + 1
        while after < len(paragraphs) and belongs(parts, paragraphs[after]):
            parts.append(paragraphs[after])
            after += 1
    if len(parts) > 1:
        label = replace(formula, text=text)
        if motion:
            record.move(replace(motion, text="", leads=True), span)
        _decide_parts(record, label, parts, [tail, *([] for _ in parts[1:])])
        return after
    record.decide(text, span, formula.tally, motion)
    for sentence in tail:
        _read_tail(record, sentence)
    return None


def _add_list(record: Record, motion: Motion, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Put the list that a motion announces to its words; returns the index of the first paragraph behind it."""
    parts = [paragraphs[index]]
    while index + len(parts) < len(paragraphs) and belongs(parts, paragraphs[index + len(parts)]):
        parts.append(paragraphs[index + len(parts)])
    waiting = record.waiting
    if waiting is not None and waiting.motion is motion:
        waiting.motion = replace(motion, text="\n\n".join([motion.text, *(part.text for part in parts[1:])]))
        waiting.span = Span(waiting.span.first, parts[-1].span.last)
    return index + len(parts)


def _is_told(record: Record, sentence: str) -> bool:
    """Whether an approval only says again what was decided just before: the Chair signs the minutes just approved."""
    if not record.decided or not record.after_decision:
        return False
    last = record.decided[-1].text
    return decisions.SIGNS.search(sentence) is not None and "minutes" in last.lower()
