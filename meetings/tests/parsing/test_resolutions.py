"""What counts as a decision of the meeting, how it is cut, who moved it and how the vote went."""

from __future__ import annotations

import pytest

from meetings.parsing.paragraphs import Paragraph
from meetings.parsing.parsed import ParsedResolution, RecordedVote, Span, Tally
from meetings.parsing.resolutions import read_resolutions


def decided(*texts: str) -> list[ParsedResolution]:
    """The decisions that paragraphs tell, a line each."""
    return list(read_resolutions([Paragraph(text, Span(place, place)) for place, text in enumerate(texts, start=1)]))


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Resolved: That the fee be raised.", "That the fee be raised."),
        ("Resolved – That the fee be raised.", "That the fee be raised."),
        ("RESOLVED that the fee be raised.", "the fee be raised."),
        ("RESOLVED: that the fee be raised.", "that the fee be raised."),
        ("RESOLVED to raise the fee.", "to raise the fee."),
        ("3. RESOLVED that the fee be raised.", "the fee be raised."),
        ("After a debate it was RESOLVED that the fee be raised.", "the fee be raised."),
        ("And Resolved: “That the fee be raised”.", "That the fee be raised"),
        ("It was resolved that the fee be raised. The Clerk sighed.", "the fee be raised."),
        ("AGREED: to raise the fee.", "to raise the fee."),
        ("It was agreed to raise the fee. The Clerk sighed.", "to raise the fee."),
        ("It was then unanimously agreed that the fee be raised.", "the fee be raised."),
        ("Members agreed that the fee should be raised.", "the fee should be raised."),
        ("The Parish Council decided to raise the fee.", "to raise the fee."),
        ("The minutes of 4 March were approved as correct.", "The minutes of 4 March were approved as correct."),
        ("The accounts were presented and accepted.", "The accounts were presented and accepted."),
        ("Resolved: (unanimously) That the fee be raised.", "That the fee be raised."),
    ],
)
def test_a_decision_is_cut_out_of_its_sentence(told: str, text: str) -> None:
    assert [decision.text for decision in decided(told)] == [text]


@pytest.mark.parametrize(
    "told",
    [
        "The issue of the gate had been resolved.",
        "The plumber had resolved the fault.",
        "It was hoped that the matter would be resolved.",
        "The Committee noted the report.",
        "Members agreed that the report was good.",
        "The Clerk agreed to write to the owner.",
        "Councillor Marsh and the Clerk agreed to meet.",
        "The Council had agreed to pay £400 in February.",
        "It was agreed with the contractor that the gate be mended.",
        "Councillor Marsh suggested that the gate be mended.",
        "Councillor Marsh moved that the gate be mended.",
        "It was proposed that the gate be mended.",
        "The minutes of the working group would be sent round.",
        "The next meeting is on 3 April.",
        "There was unanimous praise for the cake.",
    ],
)
def test_false_friends_decide_nothing(told: str) -> None:
    assert decided(told) == []


def test_one_label_is_one_resolution_with_all_its_parts() -> None:
    [decision] = decided(
        "Resolved: That",
        "(a) the fee be raised;",
        "(b) the following be told:",
        "(i) the tenants; and",
        "(ii) the Clerk.",
        "The Chair thanked everyone.",
    )
    assert decision.text.split("\n\n")[1:] == [
        "(a) the fee be raised;",
        "(b) the following be told:",
        "(i) the tenants; and",
        "(ii) the Clerk.",
    ]
    assert decision.span == Span(1, 5)


def test_parts_that_end_in_full_stops_go_on() -> None:
    [decision] = decided(
        "RESOLVED:", "1. That the fee be raised.", "2. That the gate be mended.", "4. The Clerk sighed."
    )
    assert decision.text == "1. That the fee be raised.\n\n2. That the gate be mended."


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
    ],
)
def test_movers_and_seconders_in_all_wordings(told: list[str]) -> None:
    [decision] = decided(*told)
    assert (decision.mover, decision.seconder, decision.outcome) == ("Marsh", "Reed", "carried")
    assert "the fee be raised" in decision.text
    assert "Marsh" not in decision.text


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


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("That the report be noted.", "noted"),
        ("That the Committee note the update on the fee.", "noted"),
        ("That the report be noted, and that the Clerk be thanked.", "carried"),
        ("That the matter be deferred to the next meeting.", "deferred"),
        ("That consideration of the fee be deferred until May.", "deferred"),
        ("That a note be sent to the tenants.", "carried"),
    ],
)
def test_what_a_carried_decision_does(text: str, outcome: str) -> None:
    assert [decision.outcome for decision in decided(f"Resolved: {text}")] == [outcome]


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


@pytest.mark.parametrize(
    ("movers", "mover", "seconder"),
    [
        ("Moved Cr Marsh Seconded Cr Reed", "Marsh", "Reed"),
        ("Moved: Cr A Marsh   Seconded: Cr B Reed", "A Marsh", "B Reed"),
        ("MOVED by Member A Marsh, seconded by Deputy Chairperson B Reed:", "A Marsh", "B Reed"),
        ("Moved by Director Marsh Seconded by Alternate Director Reed", "Marsh", "Reed"),
        ("Moved by Council Member Marsh, seconded by Mayor Pro Tem Reed", "Marsh", "Reed"),
    ],
)
def test_titles_of_other_continents_are_no_part_of_a_movers_name(movers: str, mover: str, seconder: str) -> None:
    (decision,) = decided(movers, "THAT the fee be raised.", "CARRIED")
    assert (decision.text, decision.mover, decision.seconder) == ("THAT the fee be raised.", mover, seconder)


@pytest.mark.parametrize("number", ["RESOLVED 23/045", "COUNCIL RESOLUTION 7.2", "Resolution No. 2017-201"])
def test_a_number_above_the_movers_is_no_decision_and_officers_advice_is_none(number: str) -> None:
    advice = "OFFICER RECOMMENDATION That the minutes of 4 March be confirmed as correct."
    (decision,) = decided(advice, number, "Moved Cr Marsh Seconded Cr Reed", "That the fee be raised.", "CARRIED 4/1")
    assert (decision.text, decision.mover, decision.votes) == ("That the fee be raised.", "Marsh", Tally(4, 1))


def test_a_recommendation_that_is_moved_is_the_motion_without_its_label() -> None:
    (decision,) = decided("Recommendation: That the fee be raised.", "Moved by: Marsh", "Seconded by: Reed", "CARRIED")
    assert (decision.text, decision.mover, decision.seconder) == ("That the fee be raised.", "Marsh", "Reed")


def test_a_recorded_vote_ends_the_motions_words() -> None:
    (decision,) = decided(
        "Moved by: Marsh", "THAT the fee be raised.", "RECORDED VOTE:", "Ada Marsh Yea", "Ben Reed Nay", "CARRIED."
    )
    assert decision.text == "THAT the fee be raised."
    assert decision.recorded == (RecordedVote("Ada Marsh", "for"), RecordedVote("Ben Reed", "against"))
