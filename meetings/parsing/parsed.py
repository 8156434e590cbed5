"""What a minutes file says, as plain values: the result of parsing and the only thing that storing reads.

The shapes follow the JSON that ``manage.py parse_minutes`` prints; `ParsedMinutes.to_dict` and `from_dict` are that
JSON's two directions. Lines are counted from 1 in the extracted text, both ends included.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from meetings.parsing.tables import Table, tables_of

Presence = Literal["present", "apologies", "absent", "in_attendance"]
Outcome = Literal["carried", "lost", "withdrawn", "deferred", "noted"]
VoteCast = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last line of the extracted text that a fact was read from."""

    first: int
    last: int

    def to_list(self) -> list[int]:
        return [self.first, self.last]

    @classmethod
    def from_list(cls, pair: list[int]) -> Span:
        return cls(pair[0], pair[1])


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Note:
    """What the parser could not read or doubts, said to the clerk. ``code`` is stable, ``message`` is English."""

    code: str
    message: str
    line: int | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "message": self.message, "line": self.line}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Note:
        return cls(values["code"], values["message"], values.get("line"))


@dataclass(frozen=True, slots=True)
class Attendee:
    """One named person of the attendance list or the apologies; ``name`` without title and post-nominals.

    ``arrived`` and ``left`` are a time or an item as printed; ``remark`` is what else stands with the name: initials,
    a party, the reason of an apology.
    """

    name: str
    presence: Presence
    title: str | None = None
    honours: str | None = None
    role: str | None = None
    arrived: str | None = None
    left: str | None = None
    remark: str | None = None
    span: Span = NOWHERE

    def to_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "title": self.title,
            "honours": self.honours,
            "role": self.role,
            "presence": self.presence,
            "arrived": self.arrived,
            "left": self.left,
            "remark": self.remark,
            "span": self.span.to_list(),
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Attendee:
        return cls(
            name=values["name"],
            presence=values["presence"],
            title=values.get("title"),
            honours=values.get("honours"),
            role=values.get("role"),
            arrived=values.get("arrived"),
            left=values.get("left"),
            remark=values.get("remark"),
            span=Span.from_list(values["span"]),
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a vote as printed; None where the minutes print no figure."""

    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None
    unanimous: bool = False

    def to_dict(self) -> dict[str, Any]:
        counts: dict[str, Any] = {"for": self.in_favour, "against": self.against, "abstain": self.abstain}
        return {**counts, "unanimous": True} if self.unanimous else counts

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Tally:
        return cls(values["for"], values["against"], values["abstain"], values.get("unanimous", False))


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """How one named member voted in a recorded vote."""

    name: str
    vote: VoteCast

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "vote": self.vote}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> RecordedVote:
        return cls(values["name"], values["vote"])


@dataclass(frozen=True, slots=True)
class ParsedResolution:
    """One decision, verbatim without its label; paragraphs divided by one empty line."""

    text: str
    outcome: Outcome = "carried"
    mover: str | None = None
    seconder: str | None = None
    votes: Tally | None = None
    recorded: tuple[RecordedVote, ...] = ()
    span: Span = NOWHERE

    def to_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "outcome": self.outcome,
            "mover": self.mover,
            "seconder": self.seconder,
            "votes": self.votes.to_dict() if self.votes else None,
            "recorded": [vote.to_dict() for vote in self.recorded],
            "span": self.span.to_list(),
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ParsedResolution:
        return cls(
            text=values["text"],
            outcome=values["outcome"],
            mover=values["mover"],
            seconder=values["seconder"],
            votes=Tally.from_dict(values["votes"]) if values["votes"] else None,
            recorded=tuple(RecordedVote.from_dict(vote) for vote in values["recorded"]),
            span=Span.from_list(values["span"]),
        )


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest that a member declared; ``name`` without title, ``words`` the sentence that tells it."""

    name: str
    words: str
    span: Span = NOWHERE

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "words": self.words, "span": self.span.to_list()}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Interest:
        return cls(values["name"], values["words"], Span.from_list(values["span"]))


@dataclass(frozen=True, slots=True)
class Referral:
    """Another body or meeting, as printed, that an item goes ``to`` or comes ``from``; ``words`` is the sentence."""

    body: str
    way: Literal["to", "from"]
    words: str
    span: Span = NOWHERE

    def to_dict(self) -> dict[str, Any]:
        return {"body": self.body, "way": self.way, "words": self.words, "span": self.span.to_list()}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Referral:
        return cls(values["body"], values["way"], values["words"], Span.from_list(values["span"]))


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One heading of business and what stands under it.

    ``number`` is as printed without closing dot or bracket, None where none is printed; ``text`` is verbatim,
    paragraphs divided by one empty line, the resolutions' words among them; ``parent`` is the position in
    ``ParsedMinutes.items`` of the item that this one is a part of.
    """

    number: str | None
    title: str
    text: str
    restricted: bool = False
    routine: bool = False
    parent: int | None = None
    resolutions: tuple[ParsedResolution, ...] = ()
    interests: tuple[Interest, ...] = ()
    referrals: tuple[Referral, ...] = ()
    span: Span = NOWHERE

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in the text as it is: what a clerk corrects or blacks there is so here."""
        return tables_of(self.text)

    def to_dict(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "title": self.title,
            "restricted": self.restricted,
            "routine": self.routine,
            "parent": self.parent,
            "text": self.text,
            "tables": [table.to_dict() for table in self.tables],
            "resolutions": [resolution.to_dict() for resolution in self.resolutions],
            "interests": [interest.to_dict() for interest in self.interests],
            "referrals": [referral.to_dict() for referral in self.referrals],
            "span": self.span.to_list(),
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ParsedItem:
        return cls(
            number=values["number"],
            title=values["title"],
            text=values["text"],
            restricted=values["restricted"],
            routine=values["routine"],
            parent=values["parent"],
            resolutions=tuple(ParsedResolution.from_dict(resolution) for resolution in values["resolutions"]),
            interests=tuple(Interest.from_dict(interest) for interest in values.get("interests", ())),
            referrals=tuple(Referral.from_dict(referral) for referral in values.get("referrals", ())),
            span=Span.from_list(values["span"]),
        )


@dataclass(frozen=True, slots=True)
class ParsedConfirmation:
    """The date of an earlier meeting whose minutes this meeting approved."""

    date: dt.date
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """Where and when the same body meets next; each may be unknown."""

    date: dt.date | None = None
    time: dt.time | None = None
    venue: str | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line of the source that no field holds on purpose: ``kind`` is template, furniture or signature."""

    kind: Literal["template", "furniture", "signature"]
    line: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "line": self.line, "text": self.text}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Leftover:
        return cls(values["kind"], values["line"], values["text"])


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line of the source that no field holds and that no rule knows: shown to the clerk, never dropped."""

    line: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"line": self.line, "text": self.text}

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Unplaced:
        return cls(values["line"], values["text"])


@dataclass(frozen=True, slots=True)
class ParsedMinutes:
    """One meeting, as its minutes tell it. Items stand in the file's order, a sub-item after its parent.

    ``date`` is None where the minutes print no day that the calendar has; one without a place in ``spans`` was given by
    whoever asked for the reading.
    """

    date: dt.date | None
    council: str | None = None
    committee: str | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    status: Literal["draft"] | None = None
    signatory: str | None = None
    people: tuple[Attendee, ...] = ()
    items: tuple[ParsedItem, ...] = ()
    confirms: tuple[ParsedConfirmation, ...] = ()
    next_meeting: NextMeeting | None = None
    notes: tuple[Note, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)  # by the name of a field that holds a bare value

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of ``parse_minutes``; dates are ISO, times HH:MM. ``spans`` holds the places of the facts
        whose own value is a bare string."""
        upcoming = self.next_meeting
        return {
            "council": self.council,
            "committee": self.committee,
            "date": self.date and self.date.isoformat(),
            "start_time": _clock(self.start_time),
            "end_time": _clock(self.end_time),
            "venue": self.venue,
            "people": [person.to_dict() for person in self.people],
            "items": [item.to_dict() for item in self.items],
            "confirms": [confirmation.date.isoformat() for confirmation in self.confirms],
            "next_meeting": upcoming
            and {
                "date": upcoming.date and upcoming.date.isoformat(),
                "time": _clock(upcoming.time),
                "venue": upcoming.venue,
                "span": upcoming.span.to_list(),
            },
            "status": self.status,
            "signatory": self.signatory,
            "notes": [note.to_dict() for note in self.notes],
            "leftovers": [leftover.to_dict() for leftover in self.leftovers],
            "unplaced": [line.to_dict() for line in self.unplaced],
            "spans": {
                **{fact: span.to_list() for fact, span in self.spans.items()},
                "confirms": [confirmation.span.to_list() for confirmation in self.confirms],
            },
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> ParsedMinutes:
        """The value that `to_dict` wrote."""
        upcoming = values["next_meeting"]
        places = values["spans"]["confirms"]
        return cls(
            date=values["date"] and dt.date.fromisoformat(values["date"]),
            council=values["council"],
            committee=values["committee"],
            start_time=_time(values["start_time"]),
            end_time=_time(values["end_time"]),
            venue=values["venue"],
            status=values["status"],
            signatory=values["signatory"],
            people=tuple(Attendee.from_dict(person) for person in values["people"]),
            items=tuple(ParsedItem.from_dict(item) for item in values["items"]),
            confirms=tuple(
                ParsedConfirmation(dt.date.fromisoformat(day), Span.from_list(place))
                for day, place in zip(values["confirms"], places, strict=True)
            ),
            next_meeting=upcoming
            and NextMeeting(
                date=upcoming["date"] and dt.date.fromisoformat(upcoming["date"]),
                time=_time(upcoming["time"]),
                venue=upcoming["venue"],
                span=Span.from_list(upcoming["span"]),
            ),
            notes=tuple(Note.from_dict(note) for note in values["notes"]),
            leftovers=tuple(Leftover.from_dict(leftover) for leftover in values["leftovers"]),
            unplaced=tuple(Unplaced.from_dict(line) for line in values["unplaced"]),
            spans={fact: Span.from_list(span) for fact, span in values["spans"].items() if fact != "confirms"},
        )


def _clock(moment: dt.time | None) -> str | None:
    return moment.strftime("%H:%M") if moment else None


def _time(clock: str | None) -> dt.time | None:
    return dt.time.fromisoformat(clock) if clock else None
