"""What counts as a decision of the meeting, and how it is cut."""

from __future__ import annotations

import pytest

from meetings.parsing.parsed import RecordedVote, Span, Tally
from meetings.tests.parsing.deciding import decided


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
        ("Resolved (12/24): That the fee be raised.", "That the fee be raised."),
        ("Decision: The fee be raised.", "The fee be raised."),
        ("Decision(s): The fee be raised.", "The fee be raised."),
        ("The Committee unanimously agreed: That the fee be raised.", "That the fee be raised."),
        ("RESOLVED, by 5 votes to 3, that the fee be raised.", "the fee be raised."),
        ("RECOMMENDED TO COUNCIL: That the fee be raised.", "That the fee be raised."),
        ("The Council RESOLVED to raise the fee.", "to raise the fee."),
        ("It was agreed a letter should be sent.", "a letter should be sent."),
        ("It was agreed for the Clerk to send a letter.", "for the Clerk to send a letter."),
        ("It was agreed, therefore, that a letter be sent.", "a letter be sent."),
        ("It was agreed by all Members that a letter be sent.", "a letter be sent."),
        ("It was agreed not to raise the fee.", "not to raise the fee."),
        ("Mrs Hale asked for a bin – agreed the Council would buy one.", "the Council would buy one."),
        ("The PC agreed to raise the fee.", "to raise the fee."),
        ("The Board voted to grant the licence.", "to grant the licence."),
        ("The Council agreed a standard form for grants.", "The Council agreed a standard form for grants."),
        ("All Councillors agreed the new price would be £5.", "the new price would be £5."),
        ("The Council adopted the new policy.", "The Council adopted the new policy."),
        ("The Annual Return was unanimously agreed.", "The Annual Return was unanimously agreed."),
        ("These suggestions were approved by the Councillors.", "These suggestions were approved by the Councillors."),
        ("She asked to enrol – this was approved by all.", "She asked to enrol – this was approved by all."),
        ("Minutes approved as read.", "Minutes approved as read."),
        ("Unanimous decision agreed that the sign would stay.", "the sign would stay."),
        (
            "It was asked whether the sign should go, all agreed.",
            "It was asked whether the sign should go, all agreed.",
        ),
        ("Unanimous adoption of the minutes.", "Unanimous adoption of the minutes."),
        ("The Chair signed the minutes as a true record.", "The Chair signed the minutes as a true record."),
        ("Penderfynwyd: codi'r ffi.", "codi'r ffi."),
        ("PENDERFYNWYD – codi'r ffi.", "codi'r ffi."),
        ("Cytunwyd yn unfrydol i godi'r ffi.", "i godi'r ffi."),
        ("Cadarnhawyd cofnodion 3 Mai yn gofnod cywir.", "Cadarnhawyd cofnodion 3 Mai yn gofnod cywir."),
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
        "The Borough Council agreed to empty the bins.",
        "It was agreed by the Borough Council that the bins be emptied.",
        "At the last meeting it was agreed to buy a bin.",
        "She said that in the June minutes it was agreed that a bin be bought.",
        "It was agreed previously that a bin be bought.",
        "It was agreed that this would be a good idea.",
        "It was agreed that the field could be used.",
        "Mrs Hale looked at the gate and agreed to paint it.",
        "The minutes had been approved by correspondence.",
        "The planning application was approved by the Borough Council.",
        "The minutes would be approved at the next meeting.",
        "Apologies were received and accepted from Mr Hale.",
        "It was agreed to accept his apologies.",
        "It was suggested that a bin be bought.",
        "Drafts were considered (AM/BR) and sent round.",
        "The plan was passed to Mr Hale for action.",
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


@pytest.mark.parametrize("label", ["The Committee agreed:-", "It was agreed that:", "The Council resolved to:"])
def test_a_body_that_agreed_to_several_things(label: str) -> None:
    [decision] = decided(label, "(a) to note the report;", "(b) to mend the gate.")
    assert decision.text == "(a) to note the report;\n\n(b) to mend the gate."


def test_another_body_that_agreed_to_several_things_decides_nothing() -> None:
    assert decided("The Borough Council agreed:-", "(a) to mend the gate.") == []


def test_a_formula_takes_the_list_that_it_announces() -> None:
    [decision] = decided(
        "It was agreed to object on the following grounds:", "• The height.", "• The noise.", "Mr Hale left."
    )
    assert decision.text == "to object on the following grounds:\n\n• The height.\n\n• The noise."
    [payments] = decided("The following payments were agreed:", "i) Hall £20.00", "ii) Salary £90.00", "TOTAL £110.00")
    assert payments.text.endswith("TOTAL £110.00")


def test_parts_with_movers_of_their_own_are_resolutions() -> None:
    first, second = decided(
        "RESOLVED:",
        "• That the minutes of 4 March be approved. (Cllr Marsh proposed, Cllr Reed seconded, all were in favour).",
        "• That the minutes of 21 May be approved. (Cllr Hale proposed, Cllr Orme seconded, five were in favour).",
    )
    assert (first.mover, first.votes) == ("Marsh", Tally(unanimous=True))
    assert (second.mover, second.seconder, second.votes) == ("Hale", "Orme", Tally(5))
    assert second.text == "That the minutes of 21 May be approved."


def test_a_quotation_is_read_to_its_end() -> None:
    [decision] = decided("And Resolved:", "“That, under the Act,", "the land be sold.”", "The Mayor thanked everyone.")
    assert decision.text == "That, under the Act,\n\nthe land be sold."


def test_a_restated_motion_is_told_with_all_its_paragraphs() -> None:
    [decision] = decided(
        "Mr Hale proposed and Mr Orme seconded the following motion:",
        "“The Council is asked to agree:",
        "Capital",
        "the building of a pier.",
        "Revenue",
        "the raising of the fee.”",
        "RESOLVED that:",
        "The Council is asked to agree:",
        "Capital",
        "the building of a pier.",
        "Revenue",
        "the raising of the fee.",
    )
    assert (decision.mover, decision.text.count("\n\n")) == ("Hale", 4)


def test_a_decision_that_the_page_prints_twice_counts_once() -> None:
    [decision] = decided(
        "RESOLVED: That the minutes of 2 May 2019 be approved.",
        "Recording.",
        "RESOLVED: That the minutes of 2 May be approved.",
    )
    assert decision.text == "That the minutes of 2 May be approved."


def test_a_title_may_tell_that_accounts_were_approved() -> None:
    [decision] = decided("Hall hire £20.00", title="Accounts were presented and accepted for payment")
    assert decision.text == "Accounts were presented and accepted for payment"


def test_parts_that_end_in_full_stops_go_on() -> None:
    [decision] = decided(
        "RESOLVED:", "1. That the fee be raised.", "2. That the gate be mended.", "4. The Clerk sighed."
    )
    assert decision.text == "1. That the fee be raised.\n\n2. That the gate be mended."


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


def test_a_label_with_a_stroke_and_a_dash() -> None:
    [decision] = decided("Resolved/-", "1. To note the update.", "2. To recommend that the phase be approved.")
    assert decision.text == "1. To note the update.\n\n2. To recommend that the phase be approved."


@pytest.mark.parametrize("subject", ["The Chair", "The Vice-Chairman", "Councillor Reed", "The Committee Officer"])
def test_what_is_told_below_the_label_of_a_decision_is_none(subject: str) -> None:
    assert decided("Decision:", f"{subject} welcomed those who had come.") == []
    told = decided("Decision:", f"{subject} thanked those who had come.", "RESOLVED: That the fee be raised.")
    assert [decision.text for decision in told] == ["That the fee be raised."]


def test_a_verb_in_capitals_is_a_label() -> None:
    [approved] = decided("Copies of the Minute had been circulated.", "APPROVED the Minute.")
    assert (approved.text, approved.outcome) == ("APPROVED the Minute.", "carried")
    [noted] = decided("NOTED the responses.")
    assert (noted.text, noted.outcome) == ("NOTED the responses.", "noted")


def test_movers_ahead_of_a_motion_are_not_those_of_the_one_before() -> None:
    first, second = decided(
        "That the gate be shut.", "CARRIED 4/0", "Moved: Cr Marsh  Seconded: Cr Reed", "That it be oiled."
    )
    assert (first.mover, second.mover, second.seconder) == (None, "Marsh", "Reed")
