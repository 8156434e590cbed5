"""Step 6: what did the meeting decide in an item? Labelled decisions, motions put to the vote, and formula.

An item is read sentence by sentence. A motion waits until its result is told; what is then resolved in other words
takes over the motion's movers and votes, so that one decision is one resolution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from meetings.parsing.motions import Label, Motion, read_label, read_motion, read_result
from meetings.parsing.paragraphs import Paragraph, sentences
from meetings.parsing.parsed import Outcome, ParsedResolution, RecordedVote, Span, Tally
from meetings.parsing.patterns import decisions, marks
from meetings.parsing.votes import join_tallies, outcome_of, read_recorded, read_tally, read_vote_caption

_LONGEST_SENTENCE = 4000  # characters; a longer one is no formula of a clerk's


@dataclass(slots=True)
class _Vote:
    """What has been told of a vote that is not yet joined to a motion's or a decision's words."""

    tally: Tally | None = None
    recorded: list[RecordedVote] = field(default_factory=list)


@dataclass(slots=True)
class _Pending:
    """A motion that was moved, with what has been told of it since."""

    motion: Motion
    span: Span
    vote: _Vote = field(default_factory=_Vote)
    outcome: Outcome | None = None


@dataclass(slots=True)
class _Record:
    """The decisions of one item as they are told, and what waits for its result."""

    decided: list[ParsedResolution] = field(default_factory=list)
    motion: _Pending | None = None
    amendment: _Pending | None = None
    loose: _Vote = field(default_factory=_Vote)  # a vote told ahead of the decision's words
    after_decision: bool = False  # the last decision's movers and votes may still follow

    # --- What is told -------------------------------------------------------------------------------------------------
    def move(self, motion: Motion, span: Span) -> None:
        """A motion or an amendment is moved; or movers are named for the decision just told."""
        waiting = self.amendment or self.motion
        if not motion.text and self.after_decision and not motion.leads:
            self._join_last(motion.mover, motion.seconder)
            return
        if waiting is not None and not motion.text:
            known = waiting.motion
            waiting.motion = replace(
                known, mover=known.mover or motion.mover, seconder=known.seconder or motion.seconder
            )
            return
        if motion.seconds_only:
            return
        pending = _Pending(motion, span)
        self.after_decision = False
        if motion.amends:
            self._close(self.amendment)
            self.amendment = pending
        else:
            self._close(self.amendment)
            self._close(self.motion)
            self.amendment, self.motion = None, pending

    def tell_vote(self, tally: Tally | None, recorded: tuple[RecordedVote, ...] = ()) -> None:
        """Counts or names of a vote, on the amendment or motion that waits, else on the decision just told."""
        waiting = self.amendment or self.motion
        if waiting is not None:
            vote = waiting.vote
        elif self.after_decision:
            last = self.decided[-1]
            self.decided[-1] = replace(
                last, votes=join_tallies(last.votes, tally), recorded=(*last.recorded, *recorded)
            )
            return
        else:
            vote = self.loose
        vote.tally = join_tallies(vote.tally, tally)
        vote.recorded += recorded

    def tell_result(self, word: str, subject: str) -> None:
        """The motion that waits was carried, lost …"""
        outcome = outcome_of(word)
        if self.amendment is not None and subject not in ("motion", "recommendation", "recommendations"):
            self.amendment.outcome = outcome
            self._close(self.amendment)
            self.amendment = None
        elif self.motion is not None:
            self._close(self.amendment)
            self.amendment = None
            self.motion.outcome = outcome
            if outcome != "carried":
                self._close(self.motion)
                self.motion = None
        elif self.after_decision and outcome != "carried" and not subject:
            self.decided[-1] = replace(self.decided[-1], outcome=outcome)

    def drop_motion(self) -> None:
        """The motion that waits was not put."""
        if self.amendment is not None:
            self.amendment = None
        else:
            self.motion = None

    def decide(self, text: str, span: Span, tally: Tally | None, motion: Motion | None = None) -> None:
        """A decision in its own words; the motion that waits is the one that was decided."""
        self._close(self.amendment)
        self.amendment = None
        if motion is not None and self.motion is not None and self.motion.outcome is not None:
            self._close(self.motion)  # its result is told, and these movers are another's
            self.motion = None
        pending = self.motion
        mover = motion.mover if motion else None
        seconder = motion.seconder if motion else None
        vote = self.loose
        if pending is not None:
            mover, seconder = mover or pending.motion.mover, seconder or pending.motion.seconder
            vote = pending.vote
        self.decided.append(
            ParsedResolution(
                text,
                decision_outcome(text),
                mover,
                seconder,
                join_tallies(vote.tally, tally),
                tuple(vote.recorded),
                span,
            )
        )
        self.motion, self.loose, self.after_decision = None, _Vote(), True

    def finish(self) -> tuple[ParsedResolution, ...]:
        self._close(self.amendment)
        self._close(self.motion)
        return tuple(self.decided)

    # --- What follows -------------------------------------------------------------------------------------------------
    def _join_last(self, mover: str | None, seconder: str | None) -> None:
        last = self.decided[-1]
        self.decided[-1] = replace(last, mover=last.mover or mover, seconder=last.seconder or seconder)

    def _close(self, pending: _Pending | None) -> None:
        """Keep a motion as a decision of its own, if its result is told, or two members made it."""
        if pending is None or not pending.motion.text:
            return
        motion, vote = pending.motion, pending.vote
        outcome = pending.outcome or _counted_outcome(vote.tally)
        if outcome is None and not (motion.mover and motion.seconder):
            return
        if outcome in (None, "carried"):
            outcome = decision_outcome(motion.text)
        self.decided.append(
            ParsedResolution(
                motion.text, outcome, motion.mover, motion.seconder, vote.tally, tuple(vote.recorded), pending.span
            )
        )
        self.after_decision = True


def read_resolutions(paragraphs: Sequence[Paragraph]) -> tuple[ParsedResolution, ...]:
    """The decisions that the paragraphs of one item tell, in order."""
    record = _Record()
    index = 0
    while index < len(paragraphs):
        index = _read_paragraph(record, paragraphs, index)
    return record.finish()


def decision_outcome(text: str) -> Outcome:
    """What a decision that was carried does: defer, only note, or more."""
    if decisions.DEFERS.search(text):
        return "deferred"
    if decisions.NOTES.match(text) and not decisions.DOES_MORE.search(text):
        return "noted"
    return "carried"


def _read_paragraph(record: _Record, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Read the paragraph at ``index``; returns the index of the next one to read."""
    paragraph = paragraphs[index]
    recorded = _recorded(paragraphs, index)
    if recorded is not None:
        votes, tally, taken = recorded
        record.tell_vote(tally, votes)
        return index + taken
    told = sentences(marks.PARAGRAPH_NUMBER.sub("", paragraph.text, count=1))
    for at, sentence in enumerate(told):
        if len(sentence) > _LONGEST_SENTENCE:
            record.after_decision = False
            continue
        label = read_label(sentence)
        if label is not None and label.block:
            _read_before(record, label, paragraph.span)
            return _read_block(record, label, told[at + 1 :], paragraphs, index)
        if label is not None:
            record.decide(label.text, paragraph.span, label.tally, read_motion(label.before))
            continue
        _read_sentence(record, sentence, paragraph, paragraphs[index + 1 : index + 2])
    return index + 1


def _read_before(record: _Record, label: Label, span: Span) -> None:
    """The words of a sentence before its label: “On the motion of A, seconded by B, it was RESOLVED …”."""
    record.after_decision = False
    motion = read_motion(label.before)
    if motion is not None:
        record.move(motion, span)
    if decisions.VOTE_TAKEN.search(label.before):
        record.tell_vote(read_tally(label.before))


def _read_block(record: _Record, label: Label, rest: Sequence[str], paragraphs: Sequence[Paragraph], index: int) -> int:
    """A labelled decision with all its parts; returns the index of the first paragraph behind it."""
    if decisions.ACCORDINGLY.fullmatch(label.text.strip(" .")):
        record.tell_result("carried", "motion")
        return index + 1
    words, tail = _split_tail([label.text, *rest] if label.text else list(rest))
    first, last = paragraphs[index].span.first, paragraphs[index].span.last
    parts = [Paragraph(" ".join(words), paragraphs[index].span)] if words else []
    after = index + 1
    while after < len(paragraphs) and not tail and _belongs(parts, paragraphs[after]):
        told = sentences(paragraphs[after].text)
        if decisions.DECISION_TAIL.match(told[0]) and parts:
            break
        words, tail = _split_tail(told)
        if words:
            parts.append(replace(paragraphs[after], text=" ".join(words)))
        last = paragraphs[after].span.last
        after += 1
    text = "\n\n".join(part.text for part in parts)
    if not text:
        return index + 1
    bracketed = decisions.BRACKETED_TAIL.search(text)
    if bracketed:
        tail = [text[bracketed.start() :].strip(), *tail]
        text = text[: bracketed.start()]
    record.decide(_unquoted(text), Span(first, last), label.tally)
    for sentence in tail:
        _read_sentence(record, sentence, paragraphs[index], ())
    return after


def _split_tail(told: Sequence[str]) -> tuple[list[str], list[str]]:
    """Divide sentences into the decision's words and what tells its movers and votes."""
    for at, sentence in enumerate(told):
        if at and decisions.DECISION_TAIL.match(sentence):
            return list(told[:at]), list(told[at:])
    return list(told), []


def _belongs(parts: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a paragraph is one more part of the decision that the ``parts`` begin."""
    if not parts:
        return True
    before, text = parts[-1].printed.rstrip(), paragraph.printed
    if marks.LIST_FOLLOWS.search(before) or marks.PART_FOLLOWS.search(before):
        return True
    mark, mark_before = marks.ENUMERATION.match(text), marks.ENUMERATION.match(before)
    if mark and mark_before and mark["close"] == mark_before["close"] and mark["open"] == mark_before["open"]:
        return _follows(mark_before["mark"], mark["mark"])
    if text[:1] == "•" and before[:1] == "•":
        return True
    return bool(mark and len(parts) == 1 and not before.endswith(".") and mark["mark"] in ("a", "i", "1"))


def _follows(mark: str, after: str) -> bool:
    if mark.isdigit() or after.isdigit():
        return mark.isdigit() and after.isdigit() and int(after) == int(mark) + 1
    if len(mark) == len(after) == 1 and ord(after) == ord(mark) + 1:
        return True
    return marks.ROMAN.fullmatch(mark) is not None and marks.ROMAN.fullmatch(after) is not None


def _read_sentence(record: _Record, sentence: str, paragraph: Paragraph, below: Sequence[Paragraph]) -> None:
    """One sentence that has no label: a motion, a vote, a result, a formula."""
    if decisions.NOT_PUT.search(sentence):
        record.drop_motion()
        return
    motion = read_motion(sentence, below[0].text if below else "")
    if motion is not None:
        record.move(motion, paragraph.span)
    told = sentence.replace(motion.text, " ") if motion and motion.text not in ("", sentence) else sentence
    result = read_result(told, waiting=bool(motion or record.motion or record.amendment or record.after_decision))
    counted = result is not None or record.after_decision or decisions.VOTE_TAKEN.search(told)
    tally = read_tally(told) if counted else None
    if tally is not None:
        record.tell_vote(tally)
    if result is not None:
        record.tell_result(*result)
    if motion is None and result is None and tally is None:
        passive = decisions.MINUTES_APPROVED.search(sentence) or decisions.PAYMENTS_APPROVED.search(sentence)
        if passive:
            record.decide(sentence, paragraph.span, None)
        else:
            record.after_decision = False


def _recorded(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[RecordedVote, ...], Tally, int] | None:
    """A list of votes by name that begins at a paragraph, and how many paragraphs it takes."""
    text = paragraphs[index].text
    if len(text) > _LONGEST_SENTENCE:
        return None
    if read_vote_caption(text) and index + 1 < len(paragraphs):
        below = read_recorded(f"{text.rstrip(':')}: {paragraphs[index + 1].text}")
        return (*below, 2) if below else None
    found = read_recorded(text)
    return (*found, 1) if found else None


def _counted_outcome(tally: Tally | None) -> Outcome | None:
    if tally is None:
        return None
    if tally.unanimous:
        return "carried"
    if tally.in_favour is None or tally.against is None:
        return None
    return "carried" if tally.in_favour > tally.against else "lost"


def _unquoted(text: str) -> str:
    """A decision's words without the quotation marks about all of them."""
    bare = text.strip()
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        inner = bare.rstrip(".;")
        if bare.startswith(opening) and inner.endswith(closing) and inner.count(opening) <= 1 + (opening == closing):
            return inner[1:-1].strip()
    return bare
