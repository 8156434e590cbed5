"""The decisions of one item as they are told, and the motions that wait for their result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from meetings.parsing.motions import Motion
from meetings.parsing.parsed import Outcome, ParsedResolution, RecordedVote, Span, Tally
from meetings.parsing.patterns import decisions
from meetings.parsing.votes import join_tallies, outcome_of

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_SHORTEST_PARAGRAPH = 2  # characters
_NEAR = 1  # paragraphs: movers named alone are those of what stands right behind them
_TELLING = re.compile(r"\w{4,}")  # words that tell what a motion is about, mostly
_SAME_MATTER = 0.4  # share of a decision's words that stand in the motion it decides
_SAME_DECISION = 0.8  # … in a decision printed before, of which it is the second telling
_ON_THE_MOTION = (
    "motion",
    "substantive motion",
    "amended motion",
    "recommendation",
    "recommendations",
    "proposal",
    "cynnig",
)


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
    place: int  # of its paragraph
    vote: _Vote = field(default_factory=_Vote)
    outcome: Outcome | None = None


@dataclass(slots=True)
class Record:
    """What is told, in order, of the item of that ``title``. ``place`` is the paragraph that is being read."""

    title: str = ""
    place: int = 0
    decided: list[ParsedResolution] = field(default_factory=list)
    motion: _Pending | None = None
    amendment: _Pending | None = None
    after_decision: bool = False  # the last decision's movers and votes may still follow
    _loose: _Vote = field(default_factory=_Vote)  # a vote told ahead of the decision's words
    _labelled: list[bool] = field(default_factory=list)  # for each decision
    _plain: tuple[str, str] = ("", "")  # the text of the motion that waits, and its bare words
    _assumed: set[int] = field(default_factory=set)  # decisions whose result is not told
    _told_at: int = -9  # the paragraph of the last decision

    @property
    def waiting(self) -> _Pending | None:
        return self.amendment or self.motion

    def awaits(self, sentence: str) -> bool:
        """Whether a motion with a named mover waits, of which a sentence may tell the result."""
        waiting = self.waiting
        if waiting is None or waiting.motion.mover is None:
            return False
        return not waiting.motion.text or _shared(waiting.motion.text, sentence) >= _SAME_MATTER

    @property
    def movers_wait(self) -> bool:
        """Whether movers have been named right before, and what they moved is still to come."""
        waiting = self.waiting
        return waiting is not None and not waiting.motion.text and self.place - waiting.place <= _NEAR

    # --- What is told -------------------------------------------------------------------------------------------------
    def move(self, motion: Motion, span: Span) -> None:
        """A motion or an amendment is moved; or movers are named for what was told, or for what comes."""
        waiting = self.waiting
        told = waiting is None or not waiting.motion.text
        if told and not motion.text and not motion.leads and self._lacks_movers():
            self.name_movers(motion)
            return
        if waiting is not None and not motion.text and not _other_mover(motion, waiting.motion):
            waiting.motion = replace(
                waiting.motion,
                mover=waiting.motion.mover or motion.mover,
                seconder=waiting.motion.seconder or motion.seconder,
            )
            waiting.place = self.place
            return
        if motion.mover is None and (waiting is not None or not motion.text):
            return
        if motion.mover is not None and waiting is not None and _is_told_twice(motion, waiting.motion):
            return
        pending = _Pending(motion, span, self.place)
        self.after_decision = False
        self._close(self.amendment)
        if motion.amends and (motion.text or self.motion is not None):
            self.amendment = pending
        else:
            self._close(self.motion)
            self.amendment, self.motion = None, pending

    def word_motion(self, text: str) -> None:
        """The words of the motion whose movers have been named right before."""
        if self.waiting is not None:
            self.waiting.motion = replace(self.waiting.motion, text=text)

    def name_movers(self, motion: Motion) -> None:
        """Who moved and seconded the decision just told, where that is not known."""
        last = self.decided[-1]
        self.decided[-1] = replace(last, mover=last.mover or motion.mover, seconder=last.seconder or motion.seconder)
        self.after_decision = True

    def tell_vote(
        self, tally: Tally | None, recorded: tuple[RecordedVote, ...] = (), *, on_motion: bool = False
    ) -> None:
        """Counts or names of a vote, on the amendment or motion that waits, else on the decision just told;
        ``on_motion`` where the amendment was voted on as its rival."""
        if on_motion and self.motion is not None:
            vote = self.motion.vote
        elif self.waiting is not None:
            vote = self.waiting.vote
        elif self.after_decision:
            last = self.decided[-1]
            self.decided[-1] = replace(
                last, votes=join_tallies(last.votes, tally), recorded=(*last.recorded, *recorded)
            )
            return
        elif recorded or (tally is not None and (tally.in_favour, tally.against) != (None, None)):
            vote = self._loose
        else:
            return  # “all were of one mind”: no vote was taken
        vote.tally = join_tallies(vote.tally, tally)
        vote.recorded += recorded

    def tell_result(self, word: str, subject: str) -> None:
        """The motion that waits was carried, lost …"""
        outcome = outcome_of(word)
        if self.motion is not None and self.motion.motion.mover is None and self.place - self.motion.place > _NEAR:
            self.motion = None  # nobody's motion of long ago: the result is another's
        if self.amendment is not None and subject not in _ON_THE_MOTION:
            self.amendment.outcome = outcome
            self._close(self.amendment)
            self.amendment = None
        elif self.motion is not None and subject != "amendment":
            if self.amendment is not None and subject == "motion" and self.motion.vote.recorded:
                self.amendment.outcome = "lost" if outcome == "carried" else "carried"  # they were rivals
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

    def decide(
        self,
        text: str,
        span: Span,
        tally: Tally | None = None,
        motion: Motion | None = None,
        *,
        labelled: bool = False,
        outcome: Outcome | None = None,
    ) -> None:
        """A decision in its own words; the motion that waits is the one that was decided, if it is of that matter."""
        self._close(self.amendment)
        self.amendment = None
        pending = self._decided_motion(text, motion, labelled=labelled)
        if labelled and pending is not None:
            self._withdraw_first_telling(text, pending.motion)
        mover = motion.mover if motion else None
        seconder = motion.seconder if motion else None
        vote = self._loose
        if pending is not None:
            mover, seconder = mover or pending.motion.mover, seconder or pending.motion.seconder
            vote = pending.vote
        decision = ParsedResolution(
            text,
            outcome or decision_outcome(text),
            mover,
            seconder,
            join_tallies(vote.tally, tally),
            tuple(vote.recorded),
            span,
        )
        self.motion, self._loose = None, _Vote()
        self._add(decision, labelled=labelled)

    def restates(self, text: str) -> bool:
        """Whether a paragraph repeats one of the motion that waits."""
        if self.motion is None or len(text) < _SHORTEST_PARAGRAPH:
            return False
        if self._plain[0] != self.motion.motion.text:
            self._plain = (self.motion.motion.text, _plain(self.motion.motion.text))
        return _plain(text) in self._plain[1]

    def finish(self) -> tuple[ParsedResolution, ...]:
        self._close(self.amendment)
        self._close(self.motion)
        return tuple(self.decided)

    # --- What follows -------------------------------------------------------------------------------------------------
    def _decided_motion(self, text: str, motion: Motion | None, *, labelled: bool) -> _Pending | None:
        """The motion that a decision decides; another one that waits is closed."""
        pending = self.motion
        if pending is None:
            return None
        bare = not pending.motion.text
        if motion is not None and motion.mover and (pending.outcome or _other_mover(motion, pending.motion)):
            taken = False  # its result is told, or these movers are another's
        elif bare:
            taken = self.place - pending.place <= _NEAR or pending.vote.tally is not None
        else:
            taken = labelled or _shared(text, pending.motion.text) >= _SAME_MATTER
        if not taken:
            self._close(pending)
            self.motion = None
            return None
        return pending

    def _withdraw_first_telling(self, text: str, motion: Motion) -> None:
        """Take back a motion of the same movers that stood aside for another one and is now resolved."""
        for at in range(len(self.decided) - 1, -1, -1):
            told = self.decided[at]
            same = (told.mover, told.seconder) == (motion.mover, motion.seconder)
            if at in self._assumed and same and motion.seconder and _shared(told.text, text) >= _SAME_MATTER:
                del self.decided[at], self._labelled[at]
                self._assumed = {place - (place > at) for place in self._assumed if place != at}
                return

    def _lacks_movers(self) -> bool:
        if not self.decided or self.decided[-1].mover or self.decided[-1].seconder:
            return False
        return self.after_decision or self.place - self._told_at <= _NEAR

    def _close(self, pending: _Pending | None) -> None:
        """Keep a motion as a decision of its own, if its result is told, or two members made it."""
        if pending is None:
            return
        motion, vote = pending.motion, pending.vote
        if not motion.text:
            if motion.mover is None or motion.seconder is None or not motion.told:
                return
            if self.decided and self.decided[-1].text == motion.told:
                self.name_movers(motion)
                return
            motion = replace(motion, text=motion.told)
        outcome = pending.outcome or _counted_outcome(vote.tally)
        if outcome is None and not (motion.mover and motion.seconder):
            return
        if outcome is None:
            self._assumed.add(len(self.decided))
        if outcome in (None, "carried"):
            outcome = decision_outcome(motion.text)
        self._add(
            ParsedResolution(
                motion.text, outcome, motion.mover, motion.seconder, vote.tally, tuple(vote.recorded), pending.span
            ),
            labelled=False,
        )

    def _add(self, decision: ParsedResolution, *, labelled: bool) -> None:
        """Keep a decision. One that is printed twice under a label counts once, as the second time."""
        self.after_decision, self._told_at = True, self.place
        if labelled and self.decided and self._labelled[-1]:
            last = self.decided[-1]
            if _is_same(decision.text, last.text) and not (decision.mover and last.mover):
                self.decided[-1] = replace(
                    decision,
                    mover=decision.mover or last.mover,
                    seconder=decision.seconder or last.seconder,
                    votes=join_tallies(decision.votes, last.votes),
                    recorded=decision.recorded or last.recorded,
                )
                return
        self.decided.append(decision)
        self._labelled.append(labelled)


def decision_outcome(text: str) -> Outcome:
    """What a decision that was carried does: defer, only note, or more."""
    if decisions.DEFERS.search(text):
        return "deferred"
    if decisions.NOTES.match(text) and not decisions.DOES_MORE.search(text):
        return "noted"
    return "carried"


def _other_mover(motion: Motion, other: Motion) -> bool:
    """Whether two motions were moved by different members; one may be named in full and one by surname."""
    return motion.mover is not None and other.mover is not None and motion.mover.split()[-1] != other.mover.split()[-1]


def _is_told_twice(motion: Motion, other: Motion) -> bool:
    """Whether one motion is told of twice: the same two members are behind both, and they speak of the same things."""
    if not (motion.text and motion.seconder) or (motion.mover, motion.seconder) != (other.mover, other.seconder):
        return False
    matter, others = (" ".join(_TELLING.findall(each.text.lower())) for each in (motion, other))
    return not others or max(_shared(matter, others), _shared(others, matter)) >= _SAME_MATTER


def _counted_outcome(tally: Tally | None) -> Outcome | None:
    if tally is None:
        return None
    if tally.unanimous:
        return "carried"
    if tally.in_favour is None or tally.against is None:
        return None
    return "carried" if tally.in_favour > tally.against else "lost"


def _is_same(text: str, other: str) -> bool:
    """Whether two decisions are one printed twice: of like words, the figures of one among the other's."""
    numbers, others = set(_NUMBER.findall(text)), set(_NUMBER.findall(other))
    if not (numbers <= others or others <= numbers):
        return False
    return min(_shared(text, other), _shared(other, text)) >= _SAME_DECISION


def _shared(text: str, other: str) -> float:
    """The share of a text's words that stand in another one."""
    words = _WORD.findall(text.lower())
    others = set(_WORD.findall(other.lower()))
    return sum(word in others for word in words) / len(words) if words else 0.0


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
