"""Who moved and seconded, how the vote went, and what became of the motion."""

from __future__ import annotations

import pytest

from meetings.parsing.parsed import RecordedVote, Tally
from meetings.tests.parsing.deciding import decided


@pytest.mark.parametrize(
    "told",
    [
        ["Councillor Marsh moved, and Councillor Reed seconded, that the fee be raised. Carried."],
        ["Councillor Marsh moved that the fee be raised. Councillor Reed seconded the motion, which was carried."],
        ["It was proposed by Cllr Marsh, seconded by Cllr Reed and agreed that the fee be raised."],
        ["It was agreed that the fee be raised. Prop. Cllr Marsh, sec. Cllr Reed."],
        ["RESOLVED that the fee be raised. Proposed by Cllr Marsh, seconded by Cllr Reed."],
        ["RESOLVED that the fee be raised. (Cllr Marsh proposed, Cllr Reed seconded)."],
        ["RESOLVED that the fee be raised (Proposed Cllr Marsh, seconded Cllr Reed)."],
        ["On the motion of Councillor Marsh, seconded by Councillor Reed, it was", "Resolved: That the fee be raised."],
        ["Moved by Councillor Marsh, seconded by Councillor Reed, and", "RESOLVED – That the fee be raised."],
        ["Councillor Marsh moved, and Councillor Reed seconded, a rise.", "RESOLVED that the fee be raised."],
        ["Proposed by Cllr Marsh and seconded by Cllr Reed that the fee be raised. Carried."],
        ["Councillor Marsh proposed that the fee be raised, seconded by Councillor Reed."],
        ["Councillor Marsh, seconded by Councillor Reed, moved that the fee be raised."],
        ["Cllr Marsh PROPOSED, Cllr Reed SECONDED and it was RESOLVED that the fee be raised."],
        ["Proposed by Alderman Marsh", "Seconded by Councillor Reed and agreed", "that the fee be raised."],
    ],
)
def test_movers_and_seconders_in_all_wordings(told: list[str]) -> None:
    [decision] = decided(*told)
    assert (decision.mover, decision.seconder, decision.outcome) == ("Marsh", "Reed", "carried")
    assert "the fee be raised" in decision.text
    assert "Marsh" not in decision.text


@pytest.mark.parametrize(
    ("told", "mover", "seconder", "text"),
    [
        (["A. Marsh, B. Reed:", "That the fee be raised. Carried."], "A. Marsh", "B. Reed", "That the fee be raised."),
        (
            [
                "Moved by: Mr Marsh",
                "Seconded by: Mr Reed",
                "BE IT RESOLVED THAT the fee be raised;",
                "AND THAT all be told.",
                "CARRIED",
            ],
            "Marsh",
            "Reed",
            "the fee be raised;\n\nAND THAT all be told.",
        ),
        (
            ["Motion to raise the fee by Marsh, seconded by Reed. Motion carried 5-0."],
            "Marsh",
            "Reed",
            "Motion to raise the fee by Marsh, seconded by Reed.",
        ),
        (["Marsh moved to raise the fee. Reed seconded. Motion passed."], "Marsh", "Reed", "to raise the fee."),
        (
            ["On a motion by Marsh, second by Reed, the Board voted to raise the fee."],
            "Marsh",
            "Reed",
            "to raise the fee.",
        ),
        (["M/S/C Marsh/Reed to raise the fee."], "Marsh", "Reed", "to raise the fee."),
        (["Ada moved we accept – Ben Seconded"], "Ada", "Ben", "we accept"),
        (
            ["Ada Marsh moved that the minutes be accepted, Ben Reed seconded."],
            "Ada Marsh",
            "Ben Reed",
            "the minutes be accepted",
        ),
        (["AM proposed, BR seconded that the fee be raised. Agreed."], "AM", "BR", "the fee be raised."),
        (["The minutes were agreed. Prop. AM, 2nd BR."], "AM", "BR", "The minutes were agreed."),
        (
            ["The minutes were approved. One slip was mended. Approval – proposed by AM, seconded by BR."],
            "AM",
            "BR",
            "The minutes were approved.",
        ),
        (
            ["To spend £50 on bulbs. Proposed Cllr Marsh Seconded Cllr Reed. All in favour."],
            "Marsh",
            "Reed",
            "To spend £50 on bulbs.",
        ),
        (
            ["It was proposed to pay the bills by Cllr Marsh, seconded by Cllr Reed, all in favour."],
            "Marsh",
            "Reed",
            "to pay the bills",
        ),
        (
            ["Cllr Marsh proposed acceptance of the minutes seconded by Cllr Reed", "Agreed", "Mr Hale left."],
            "Marsh",
            "Reed",
            "Cllr Marsh proposed acceptance of the minutes seconded by Cllr Reed",
        ),
        (
            ["The Leader, seconded by Mr Reed, Member for Parks, moved it."],
            "The Leader",
            "Reed",
            "The Leader, seconded by Mr Reed, Member for Parks, moved it.",
        ),
        (
            ["Cynigiwyd gan y Cyng. A Marsh, eiliwyd gan y Cyng. B Reed bod y ffi yn codi."],
            "A Marsh",
            "B Reed",
            "y ffi yn codi.",
        ),
        (["It was proposed that the fee be raised. All agreed."], None, None, "the fee be raised."),
        (
            ["Trustee Marsh made a motion to raise the fee; the motion was seconded by Trustee Reed and approved."],
            "Marsh",
            "Reed",
            "to raise the fee",
        ),
        (
            ["Trustee Marsh made a motion to raise the fee, Trustee Reed second. Approved 5-0."],
            "Marsh",
            "Reed",
            "to raise the fee",
        ),
        (
            ["Motion was made by Mr Marsh, seconded by Mr Reed, to adopt the agenda that lists all. Motion carried."],
            "Marsh",
            "Reed",
            "to adopt the agenda that lists all.",
        ),
    ],
)
def test_motions_of_many_countries(told: list[str], mover: str | None, seconder: str | None, text: str) -> None:
    [decision] = decided(*told)
    assert (decision.mover, decision.seconder, decision.text) == (mover, seconder, text)


def test_a_notice_of_motion_is_moved_by_whom_its_title_names() -> None:
    [decision] = decided(
        "I will move at the next Meeting that the lamps be lit.",
        "In proposing the Motion, Councillor Marsh told of the dark.",
        "The Motion was seconded by Councillor Reed.",
        "REPLY:",
        title="Notice of Motion submitted by Councillor A. Marsh",
    )
    assert (decision.text, decision.mover, decision.seconder) == ("the lamps be lit.", "A. Marsh", "Reed")


def test_a_motion_that_stands_aside_for_another_is_told_once() -> None:
    lost, carried = decided(
        "It was proposed by Mr Hale, seconded by Mr Orme, to share the grant among the three wards of the town.",
        "It was proposed by Mr Marsh, seconded by Mr Reed, to keep the grant whole.",
        "A vote was taken on the proposal of Mr Marsh, seconded by Mr Reed, to keep it whole.",
        "There were 2 in favour and 3 against.",
        "The Clerk declared the proposal defeated.",
        "Proposed by Mr Hale; seconded by Mr Orme;",
        "And Resolved:",
        "“That the grant be shared among the three wards of the town”.",
    )
    assert (lost.outcome, lost.text, lost.votes) == ("lost", "to keep the grant whole.", Tally(2, 3))
    assert (carried.mover, carried.text) == ("Hale", "That the grant be shared among the three wards of the town")


def test_movers_of_another_matter_are_not_joined() -> None:
    paid, kept = decided(
        "Payments proposed by Mr Hale, seconded by Mr Orme.", "Mr Reed wrote.", "It was agreed to plant a tree."
    )
    assert (paid.mover, kept.mover, kept.text) == ("Hale", None, "to plant a tree.")


def test_an_officer_who_proposes_is_no_mover() -> None:
    [decision] = decided(
        "The Head of Legal and Democratic Services proposed a rise.", "Resolved: That the fee be raised."
    )
    assert decision.mover is None


@pytest.mark.parametrize(
    ("told", "tally"),
    [
        ("The motion was carried by 4 votes to 1.", Tally(4, 1)),
        ("The motion was carried with 14 votes in favour and 1 abstention.", Tally(14, None, 1)),
        ("The motion was carried with 4 votes in favour and none against.", Tally(4, 0)),
        ("On a show of hands there were nine in favour and twenty-two against. Carried.", Tally(9, 22)),
        ("Three Members voting for it and two against, with one abstention, it was carried.", Tally(3, 2, 1)),
        ("Five were in favour. Carried.", Tally(5)),
        ("Carried unanimously.", Tally(unanimous=True)),
        ("All were in favour.", Tally(unanimous=True)),
        ("Carried nem con.", Tally(unanimous=True)),
        ("Motion carried 5-0.", Tally(5, 0)),
        ("Carried, 3 in agreement, 1 abstention.", Tally(3, None, 1)),
        ("Ayes 5, Nays 2. Carried.", Tally(5, 2)),
        ("Carried by 7 to 4.", Tally(7, 4)),
        ("Votes: for 12, against 3. Carried.", Tally(12, 3)),
        ("With all members voting in favor, the motion carried.", Tally(unanimous=True)),
        ("6 yes, 0 no. Motion carried.", Tally(6, 0)),
        ("4 yes, 1 no, 1 absent. Motion carried.", Tally(4, 1)),
        ("The hall was booked for 3 years. Carried.", None),
        ("Carried.", None),
    ],
)
def test_tallies(told: str, tally: Tally | None) -> None:
    [decision] = decided(f"Councillor Marsh moved, and Councillor Reed seconded, that the 48 lamps be lit. {told}")
    assert (decision.votes, decision.outcome) == (tally, "carried")


def test_a_vote_ahead_of_the_resolution_is_its_own() -> None:
    [decision] = decided("1. There were six in favour and two against.", "2. RESOLVED that the fee be raised.")
    assert decision.votes == Tally(6, 2)


def test_an_amendment_lost_is_a_resolution_beside_the_motion() -> None:
    amendment, motion = decided(
        "Councillor Marsh moved, and Councillor Reed seconded, that the fee be raised.",
        "Councillor Yeo moved an amendment, seconded by Councillor Oake, that the fee be waived.",
        "It was lost by 2 votes to 3.",
        "The motion was then carried by 4 votes to 1.",
        "RESOLVED that the fee be raised to £5.",
    )
    assert (amendment.text, amendment.outcome, amendment.mover, amendment.votes) == (
        "the fee be waived.",
        "lost",
        "Yeo",
        Tally(2, 3),
    )
    assert (motion.text, motion.outcome, motion.mover, motion.votes) == (
        "the fee be raised to £5.",
        "carried",
        "Marsh",
        Tally(4, 1),
    )


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("The motion was lost.", "lost"),
        ("The motion was put and not carried.", "lost"),
        ("There were 2 votes in favour and 3 against.", "lost"),
        ("The motion was withdrawn.", "withdrawn"),
        ("The motion was referred back.", "deferred"),
    ],
)
def test_motions_that_fail(told: str, outcome: str) -> None:
    [decision] = decided("Councillor Marsh moved, and Councillor Reed seconded, that the fee be raised.", told)
    assert (decision.outcome, decision.text) == (outcome, "the fee be raised.")


def test_a_motion_not_put_is_none() -> None:
    told = "Councillor Marsh moved that the fee be raised. The motion found no seconder and was not put."
    assert decided(told) == []


def test_a_motion_whose_words_are_the_next_paragraph() -> None:
    [decision] = decided(
        "Councillor Marsh moved, and Councillor Reed seconded, the following motion:",
        "“No hedge shall be cut.”",
        "Carried.",
    )
    assert (decision.text, decision.mover) == ("No hedge shall be cut.", "Marsh")


@pytest.mark.parametrize(
    "lists",
    [
        ["For (2): Councillors Ada Marsh and Reed", "Against (1): Councillor Yeo", "Abstentions (1): Mr Oake"],
        [
            "For the motion",
            "Councillors Ada Marsh and Reed (2)",
            "Against",
            "Councillor Yeo (1)",
            "Abstained: Mr Oake (1)",
        ],
        ["For (2)", "Ada Marsh, Reed", "Against", "Yeo", "(1)", "Abstain (1)", "Mr Oake"],
        ["Recorded vote: For: Ada Marsh, Reed (2). Against: Yeo (1). Abstained: Oake (1)."],
    ],
)
def test_a_recorded_vote(lists: list[str]) -> None:
    [decision] = decided("Councillor Marsh moved, and Councillor Reed seconded, that the fee be raised.", *lists)
    assert decision.recorded == (
        RecordedVote("Ada Marsh", "for"),
        RecordedVote("Reed", "for"),
        RecordedVote("Yeo", "against"),
        RecordedVote("Oake", "abstain"),
    )
    assert decision.votes == Tally(2, 1, 1)


def test_a_roll_call_within_a_paragraph() -> None:
    called = "Marsh, yes; Reed, yes; Hale, no; Yeo, absent. 2 yes, 1 no."
    [decision] = decided(f"Mr Marsh moved to raise the fee. Seconded by Mr Reed. {called} Motion carried.")
    assert decision.recorded == (
        RecordedVote("Marsh", "for"),
        RecordedVote("Reed", "for"),
        RecordedVote("Hale", "against"),
    )
    assert decision.votes == Tally(2, 1)


def test_votes_for_an_amendment_are_against_the_motion() -> None:
    amendment, motion = decided(
        "Councillor Marsh, seconded by Councillor Reed, moved that the fee be raised.",
        "Councillor Hale, seconded by Councillor Orme, moved as an amendment that the fee be frozen.",
        "On a vote being taken, the members voted:",
        "For the motion:",
        "Councillors Marsh and Reed and Yeo (3)",
        "For the amendment:",
        "Councillors Hale and Orme (2)",
        "The motion was declared carried.",
    )
    assert (amendment.text, amendment.outcome, amendment.recorded) == ("the fee be frozen.", "lost", ())
    assert (motion.text, motion.mover, motion.outcome) == ("the fee be raised.", "Marsh", "carried")
    assert motion.votes == Tally(3, 2, None)
    assert RecordedVote("Orme", "against") in motion.recorded


@pytest.mark.parametrize(
    ("result", "movers"),
    [
        ("The motion was seconded by Cllr B Reed and agreed unanimously.", [("A Marsh", "B Reed")]),
        ("Reply: The road will be looked at in the new year.", []),
    ],
)
def test_a_motion_quoted_below_its_movers_name(result: str, movers: list[tuple[str, str]]) -> None:
    found = decided("“That the road be closed.”", result, title="Cllr A Marsh")
    assert [(decision.mover, decision.seconder) for decision in found] == movers


def test_a_matter_that_is_continued_is_deferred() -> None:
    [decision] = decided("The Committee decided to continue consideration of the report.", own="Parks Committee")
    assert decision.outcome == "deferred"


def test_a_comma_behind_the_label_is_no_part_of_the_decision() -> None:
    [decision] = decided("THE COMMITTEE RESOLVED, IN TERMS OF SECTION 50A(4), TO EXCLUDE THE PUBLIC.")
    assert decision.text == "IN TERMS OF SECTION 50A(4), TO EXCLUDE THE PUBLIC."


def test_two_motions_running_of_the_same_two_members_are_two() -> None:
    told = decided(
        "Moved by Cllr A. Marsh, seconded by Cllr B. Reed, that the hall be painted blue.",
        "Moved by Cllr A. Marsh, seconded by Cllr B. Reed, that the roads be repaired.",
    )
    assert [one.text for one in told] == ["the hall be painted blue.", "the roads be repaired."]


def test_a_motion_that_is_told_twice_is_one() -> None:
    told = decided(
        "Moved by Cllr A. Marsh, seconded by Cllr B. Reed, that the hall be painted blue.",
        "Moved by Cllr A. Marsh, seconded by Cllr B. Reed, that the village hall be painted blue before May. Carried.",
    )
    assert len(told) == 1


def test_motions_put_restated_and_resolved_are_one_decision_each() -> None:
    hall = "Moved by Cllr A. Marsh, seconded by Cllr B. Reed, that the village hall be painted blue."
    road = "Moved by Cllr C. Tull, seconded by Cllr D. Pike, that the main road be mended at once."
    told = decided(
        *(hall, road, hall, "RESOLVED that the village hall be painted blue."),
        *(road, "RESOLVED that the main road be mended at once."),
    )
    assert [(one.mover, one.text) for one in told] == [
        ("A. Marsh", "the village hall be painted blue."),
        ("C. Tull", "the main road be mended at once."),
    ]


@pytest.mark.parametrize(
    "movers", ["Motion: Marsh. Second: Reed.", "• MOTION: Marsh. SECOND: Reed.", "Motion: Marsh / Second: Reed /"]
)
def test_movers_that_labels_name_ahead_of_what_is_to_be_done(movers: str) -> None:
    [decision] = decided(f"{movers} To accept the bid for $4,200. Vote: 3 ayes. Motion carried.")
    assert (decision.mover, decision.seconder) == ("Marsh", "Reed")
    assert (decision.text, decision.votes) == ("To accept the bid for $4,200.", Tally(3))


@pytest.mark.parametrize(
    "movers", [["Proposer: Ada Marsh", "Seconder: Tom Reed"], ["Motion: Ada Marsh / Second: Tom Reed"]]
)
def test_where_labels_name_movers_alone_the_title_says_what_they_moved(movers: list[str]) -> None:
    [decision] = decided(*movers, "The motion fell (For 6, Against 12, Abstain 2).", title="Motion: Extend the hours")
    assert (decision.text, decision.outcome) == ("Extend the hours", "lost")
    assert (decision.mover, decision.seconder) == ("Ada Marsh", "Tom Reed")
