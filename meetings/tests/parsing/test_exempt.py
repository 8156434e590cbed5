"""Exempt business never comes out as open: in doubt an item is restricted."""

from __future__ import annotations

import pytest

from meetings.parsing import ParsedMinutes, parse_minutes
from meetings.tests.parsing.test_nothing_lost import HEAD

EXCLUDED = "RESOLVED that the press and public be excluded from the meeting."


def read(*items: str) -> ParsedMinutes:
    """Minutes whose numbered items have these words; a label without a number begins with an exclamation mark."""
    text, number = f"{HEAD}Present:\nCllr P Penrice\n\n", 0
    for words in items:
        if words.startswith("!"):
            text += f"{words[1:]}\n\n"
        else:
            number += 1
            title, _, rest = words.partition(": ")
            text += f"{number}.  {title}\n\n{rest}\n\n"
    return parse_minutes(text)


def closed(*items: str) -> list[str]:
    return [item.number or "-" for item in read(*items).items if item.restricted]


@pytest.mark.parametrize(
    "words",
    [
        EXCLUDED,
        "Resolved: That, under Section 100A(4), the press and public leave the meeting, as Item 4 is exempt.",
        "RESOLVED that members of the press and public withdraw while Item 4 is considered.",
        "It was RESOLVED that the public be asked to leave for two items. Proposed by Cllr Penrice.",
        "It was agreed to exclude the press and public.",
        "The press and public were asked to leave the meeting.",
        "RESOLVED that the meeting move into private session.",
        "The meeting went into closed session at 8.10 pm.",
    ],
)
def test_what_follows_an_exclusion_is_restricted(words: str) -> None:
    items = (
        "Trees: Felled.",
        f"Exclusion of the press and public: {words}",
        "Lease: The rent is £400.",
        "Claim: Settled.",
    )
    assert closed(*items) == ["3", "4"]


@pytest.mark.parametrize(
    "words",
    [
        "The public were excluded.",
        "The meeting moved into confidential session.",
        "RESOLVED that the public be excluded.",
    ],
)
def test_an_exclusion_under_any_heading(words: str) -> None:
    assert closed(f"Other matters: {words}", "Lease: The rent is £400.") == ["2"]


@pytest.mark.parametrize(
    "words",
    [
        "The public were re-admitted at 7.50 pm. The gate was mended.",
        "The press and public returned to the meeting.",
        "The meeting resumed in open session.",
        "RESOLVED that the public be readmitted.",
        "The press and public were invited to return.",
        "Council rose and reported.",
        "THAT Council rise and report from closed session.",
        "The Board came out of executive session at 8.40 pm.",
        "The Board returned from executive session.",
        "The executive session ended at 8 pm.",
        "The meeting came out of committee.",
        "The meeting reverted to open session.",
        "The Council reconvened in public.",
        "Part I resumed.",
        "The doors were opened to the public again.",
    ],
)
def test_an_item_that_begins_with_the_public_back_is_open(words: str) -> None:
    assert closed(f"Exclusion of the public: {EXCLUDED}", "Lease: £400.", f"Swing: {words}", "Thanks: Said.") == ["2"]


def test_grounds_and_hours_are_no_business_of_the_item_that_closes_the_meeting() -> None:
    words = (
        "That this part of our meeting will be closed to the public as authorized by Section 239(2) of the Act, "
        "2001, c. 25, for consideration of the following:\n\nb) personal matters about an identifiable individual; "
        "Time: 7.03 p.m. Carried."
    )
    assert closed(f"Closed session: {words}", "Lease: £400.", "Return: We resume to an open public meeting.") == ["2"]


def test_the_subject_in_the_motion_and_who_left_for_it_are_no_business() -> None:
    words = (
        "A. Marsh, B. Ferris:\n\nThat this part of our meeting will be closed to the public under Section 239.\n\n"
        "Council to review a notice.\n\nCarried.\n\nTwo officers left the meeting for the closed session."
    )
    back = "Return: A. Marsh, B. Ferris:\n\nThat we resume to an open public meeting. Carried."
    assert closed(f"Closed session: {words}", back, "Trees: Felled.") == []


def test_items_that_are_to_be_taken_in_private_later_are_restricted_alone() -> None:
    order = "Order: It was agreed to defer Items 3 and 4 and discuss them in committee at the end of the meeting."
    assert closed(order, "Trees: Felled.", "Lease: £400.", "Claim: Settled.") == ["3", "4"]


def test_items_that_follow_in_private_do_not_close_the_one_that_says_so() -> None:
    assert closed("Trees: Felled. The following items were taken in committee.", "Lease: £400.") == ["2"]


def test_one_sentence_may_tell_that_the_public_went_and_came_back() -> None:
    told = f"{EXCLUDED} The meeting moved into closed session at 10.15 am and resumed in open session at 10.40 am."
    assert closed("Trees: Felled.", f"Exclusion of the public: {told}", "Thanks: All were thanked.") == []
    assert closed("Trees: Felled.", f"Exclusion of the public: {EXCLUDED}", "Lease: The rent is £400.") == ["3"]


def test_what_is_reported_once_the_public_is_back_is_open() -> None:
    back = "Council rose from closed session at 8.05 pm. The Mayor reported that staff had their orders."
    assert closed("Trees: Felled.", f"Closed session: {EXCLUDED} {back}", "Thanks: All were thanked.") == []
    told = "The rent was agreed at £400."
    assert closed("Trees: Felled.", f"Closed session: {EXCLUDED} {told} {back}", "Thanks: All were thanked.") == ["2"]


def test_the_public_back_at_an_items_end_opens_the_next_one() -> None:
    items = (f"Exclusion of the public: {EXCLUDED}", "Lease: £400.\n\nThe public were invited back.", "Thanks: Said.")
    assert closed(*items) == ["2"]


@pytest.mark.parametrize(
    "words",
    [
        "It was decided not to re-admit the public.",
        "The public would be re-admitted at a later date.",
        "Members of the public had returned 40 forms.",
        "The Council had returned to the public its deposit.",
        "The rents rose, it was reported.",
        "The Board would not return to open session.",
        "He had left the committee room and returned.",
    ],
)
def test_what_does_not_open_again(words: str) -> None:
    items = (f"Exclusion of the public: {EXCLUDED}", f"Lease: £400.\n\n{words}", "Claim: Settled.")
    assert closed(*items) == ["2", "3"]


@pytest.mark.parametrize(
    "words",
    [
        "No items required the exclusion of the press and public.",
        "It was not necessary to exclude the public.",
        "All items were considered in open session.",
        "The Chairman asked whether any business ought to be taken in private. All was considered in open session.",
        "None.",
    ],
)
def test_no_exclusion_restricts_nothing(words: str) -> None:
    assert closed(f"Exclusion of the press and public: {words}", "Lease: The rent is £400.") == []


def test_a_motion_to_exclude_that_was_lost_restricts_nothing() -> None:
    words = "Cllr Penrice moved, and Cllr Reed seconded, that the public be excluded. The motion was lost."
    assert closed(f"Exclusion of the public: {words}", "Lease: The rent is £400.") == []


def test_speaking_of_an_exempt_appendix_restricts_nothing() -> None:
    assert closed("Trees: The exempt appendix was not needed, and blue badge holders are exempt from the charge.") == []


@pytest.mark.parametrize(
    "item",
    [
        "Lease (Exempt): The rent is £400.",
        "CONFIDENTIAL – Lease: The rent is £400.",
        "Lease: (Exempt information: paragraph 3 – financial affairs.)\n\nThe rent is £400.",
        "Lease: Not for publication by virtue of paragraph 3.",
    ],
)
def test_an_item_that_says_so_itself_is_restricted(item: str) -> None:
    assert closed("Trees: Felled.", item, "Thanks: Said.") == ["2"]


def test_business_told_in_the_item_that_excludes_restricts_it_with_a_note() -> None:
    minutes = read(f"Exclusion of the public: {EXCLUDED}\n\nThe claim of £18,000 would be settled.", "Debts: £940.")
    assert [item.restricted for item in minutes.items] == [True, True]
    assert [note.code for note in minutes.notes] == ["exempt_in_exclusion"]


def test_an_exclusion_for_one_item_that_never_ends_is_noted() -> None:
    excluded = "RESOLVED that the public be excluded for the following item."
    minutes = read(f"Exclusion of the public: {excluded}", "Lease: £400.", "Claim: Settled.")
    assert [item.restricted for item in minutes.items] == [False, True, True]
    assert [note.code for note in minutes.notes] == ["exempt_part_open_end"]


def test_a_part_of_a_restricted_item_is_restricted() -> None:
    minutes = read("Land (Exempt): ", "!(a)  Mill Lane\n\nThe rent is £400.", "Trees: Felled.")
    assert [item.restricted for item in minutes.items] == [True, True, False]


def test_what_an_exempt_item_tells_of_people_and_meetings_stays_with_it() -> None:
    told = "Mr B Bidder was in attendance for this item. The next meeting on the bid is on 3 April 2024 at Bidder Hall."
    minutes = read("Trees: Felled.", "!EXEMPT ITEMS", f"Lease: {told}")
    assert [person.name for person in minutes.people] == ["P Penrice"]
    assert minutes.next_meeting is None


UNDER_ANY_TITLE = [
    "RESOLVED that the following items be taken in private.",
    "RESOLVED to move to Part II of the agenda.",
    "It was proposed by Cllr Penrice, seconded by Cllr Reed and RESOLVED to go into committee.",
    "RESOLVED that the press and public be ex-\ncluded.",
    "It was resolved under the Public Bodies (Admission to Meetings) Act 1960 that the press and public be excluded.",
    "The Panel resolved in terms of Section 50A(4) of the Local Government (Scotland) Act 1973 to exclude the public.",
    "That the public be now excluded.",
    "The Chairman asked all members of the public to leave the room.",
    "The press and public withdrew.",
    "The meeting was closed to the press and public.",
    "The remaining items were taken in private.",
    "The Panel adjourned into private session.",
    "The public were excluded, as the report was not for publication.",
    "There was no urgent business and the public were excluded.",
    "On the motion of Cllr Reed the public were excluded as the report fell within paragraph 3.",
    "RESOLVED that the public be excluded for item 2 and re-admitted thereafter.",
    "The public were re-admitted at 7 pm. The public were excluded again at 8 pm.",
    # Ireland
    "It was proposed by Cllr Penrice, seconded by Cllr Reed, that the Council go into committee.",
    "The meeting then went in-committee.",
    # Canada
    "THAT Council proceed into Closed Session at 6 pm to discuss a matter about an identifiable individual.",
    "Moved by Cllr Reed that the Committee recess to go in camera under section 239 of the Act.",
    "Council rise and go into closed session.",
    # The United States
    "Motion by Reed, second by Penrice, to enter executive session to discuss personnel. Carried.",
    "The Board convened in executive session at 7.15 pm.",
    "The Board recessed to closed session at 9 pm.",
    # Wales
    "Penderfynwyd gwahardd y wasg a’r cyhoedd o’r cyfarfod.",
    # Parishes and schools
    "The Chairman closed the meeting to the public under the Public Bodies (Admission to Meetings) Act 1960.",
    "It was resolved to close the meeting to the press and public.",
    "Members of the public were asked to leave prior to the discussion of the next item.",
    "The governors went into Part 2.",
    "The following items were discussed under Part II.",
]


@pytest.mark.parametrize("title", ["Exclusion of the press and public", "Standing orders"])
@pytest.mark.parametrize("words", UNDER_ANY_TITLE)
def test_who_goes_and_how_is_read_whatever_the_wording(words: str, title: str) -> None:
    assert "2" in closed(f"{title}: {words}", "Lease: The rent is £400.")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Closed session", "Members of the public left the room."),
        ("In camera", "The Committee went into camera."),
        ("Exclusion", "The livestream was ended and the public withdrew."),
        ("Exclusion of the press and public", "Resolved accordingly."),
        ("Exclusion of the press and public", ""),
        ("EXEMPT BUSINESS", ""),
        ("EXECUTIVE SESSION", ""),
        ("In-Camera Session", ""),
        ("Closed Meeting", ""),
        ("Part B minutes", ""),
        ("To close the meeting to the public", "So resolved."),
        ("Move to closed session", "That Council move to closed session. Carried."),
        ("Gwahardd y wasg a'r cyhoedd", "Penderfynwyd."),
        ("Public Bodies (Admission to Meetings) Act 1960", "RESOLVED under the 1960 Act."),
    ],
)
def test_a_title_that_announces_it_makes_less_enough(title: str, words: str) -> None:
    assert "2" in closed(f"{title}: {words}", "Lease: The rent is £400.")


@pytest.mark.parametrize(
    "words",
    [
        "The confidential advice service was praised.",
        "The public left the library at 5 pm.",
        "Three members of the public left the meeting.",
        "Members of the public left at 8 pm.",
        "Charities are exempt from VAT.",
        "The public were excluded from the flood zone.",
        "RESOLVED that the public toilets be excluded from the lease.",
        "RESOLVED that the next meeting be held in Committee Room 2.",
        "RESOLVED that the land remain in private ownership.",
        "RESOLVED that the public leave their bins out on Mondays.",
        "The public were asked to leave comments on the plan.",
        "The Council moved to part 2 of the scheme.",
        "RESOLVED that the pool remain closed to the public.",
        "The Chairman asked whether any members of the public had left the library.",
        "No exclusion was needed.",
        "Nid oedd angen gwahardd y cyhoedd.",
        "The pack covered declarations,\n\n•  Part 2 Items\n\nand voting.",
        "The Executive Committee met in Committee Room 1.",
        "The Executive meeting was held on Monday, and the executive reports were read.",
    ],
)
def test_false_friends_close_nothing_and_raise_no_doubt(words: str) -> None:
    minutes = read(f"Other matters: {words}", "Lease: The rent is £400.")
    assert not any(item.restricted for item in minutes.items)
    assert minutes.notes == ()


@pytest.mark.parametrize(
    "words",
    [
        "The public were excluded. The rent is £400.",
        "RESOLVED that the public be excluded. The rent is £400.",
        "The public were excluded.\n\nThe Committee considered in private session the rent of £400.",
    ],
)
def test_business_behind_the_exclusion_in_its_own_paragraph_is_seen(words: str) -> None:
    assert closed(f"Standing orders: {words}", "Claim: Settled.") == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "By reason of the confidential nature of the business, councillors alone remained.",
        "Owing to the confidential nature of the business to be transacted, the press withdrew.",
        "Members of the public left the room at the Chairman's request.",
        "At the request of the Chair, members of the public then left.",
        "The members of the public departed at the Chairman’s request.",
        "Pursuant to section 1(2) of the Public Bodies (Admission to Meetings) Act 1960 the public left.",
        "The press and public departed.",
    ],
)
def test_who_goes_is_read_in_other_wordings(words: str) -> None:
    assert "2" in closed(f"Standing orders: {words}", "Lease: The rent is £400.")


@pytest.mark.parametrize(
    "words",
    [
        "Item 2 above was discussed with the public excluded.",
        "Items 2 was considered in private.",
        "Agenda item 2 had been taken in camera.",
        "Item 2 above was determined in the absence of the press and public.",
        "The public had been asked to leave for item 2.",
        "The press and public were excluded during the discussion of agenda item 2.",
    ],
)
def test_an_item_that_a_later_one_names_as_taken_in_private_is_restricted(words: str) -> None:
    assert closed("Trees: Felled.", "Lease: The rent is £400.", f"Note: {words}")[:1] == ["2"]


def test_items_named_as_a_run_are_all_restricted() -> None:
    told = "Note: Items 2 to 4 were considered in private."
    assert closed("Trees: Felled.", "Lease: £400.", "Fee: £5.", "Claim: £6.", told, "Thanks: Said.") == ["2", "3", "4"]


@pytest.mark.parametrize(
    "words",
    [
        "The press and public were excluded after item 2.",
        "RESOLVED, on completion of item 2, that the public be excluded.",
        "Following the consideration of item 2 the public were excluded.",
    ],
)
def test_an_item_behind_which_the_public_went_stays_open(words: str) -> None:
    assert "2" not in closed("Trees: Felled.", "Paths: Mended.", f"Exclusion of the public: {words}", "Lease: £400.")


def test_business_in_the_sentence_that_gives_its_nature_as_the_reason_is_restricted() -> None:
    words = "By reason of the confidential nature of the business, councillors alone agreed the rent of £400."
    assert closed("Trees: Felled.", f"Lease: {words}")[:1] == ["2"]


@pytest.mark.parametrize("title", ["Exempt Information", "EXEMPT INFORMATION S100(A) LOCAL GOVERNMENT ACT 1972"])
def test_an_item_on_exempt_business_that_only_excludes_is_open(title: str) -> None:
    assert closed("Trees: Felled.", f"{title}: {EXCLUDED}", "Land: Sold.") == ["3"]


@pytest.mark.parametrize(
    "item",
    [
        f"Exempt Information: {EXCLUDED}\n\nThe Clerk reported that Mr Reed had offered £500 for the land.",
        f"Exempt Information – Sale of Land: {EXCLUDED}",
        "Exempt Information: The Clerk reported that Mr Reed had offered £500 for the land.",
    ],
)
def test_an_item_on_exempt_business_that_tells_any_is_restricted(item: str) -> None:
    assert "2" in closed("Trees: Felled.", item)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Еxclusion of the public", "RESOLVED that the publiс be excluded."),  # Cyrillic letters
        ("Standing orders", "RESOLVED that the рress and public be ехcluded."),  # Cyrillic letters
        ("Standing orders", "RESOLVED that the pub›lic be ex›cluded."),
    ],
)
def test_the_exclusion_is_read_in_odd_letters(title: str, words: str) -> None:
    assert closed(f"{title}: {words}", "Lease: The rent is £400.") == ["2"]


@pytest.mark.parametrize(
    ("words", "restricted"),
    [
        ("The press and public left the meeting at this point.", ["2", "3"]),
        ("Public and press left at 8.05 pm.", ["2", "3"]),
        ("The public left the meeting at this point.", ["2", "3"]),
        ("The press and public left comments on the plans.", []),
        ("Three members of the public left the meeting.", []),
    ],
)
def test_the_press_and_public_that_left_were_sent_out(words: str, restricted: list[str]) -> None:
    assert (
        closed(f"Car park: The machines are old.\n\n{words}", "Rent: £6,200 is owed.", "Pension: Paid.") == restricted
    )


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that Council close the meeting to the public.",
        "Moved by Cllr Penrice, seconded by Cllr Orme that Council close the meeting to members of the public under "
        "section 66(2)(a). Carried.",
    ],
)
def test_a_meeting_that_is_closed_to_the_public_restricts_what_follows(words: str) -> None:
    assert closed("Trees: Felled.", f"Closure of meeting: {words}", "Land: Bought.") == ["3"]


def test_a_move_out_of_closed_council_ends_the_exempt_part() -> None:
    back = "RESOLVED that Council moves out of Closed Council into Open Council."
    assert closed(f"Exclusion: {EXCLUDED}", f"Contract: Awarded.\n\n{back}", "Karakia: Sung.") == ["2"]


def test_reserved_business_that_was_considered_in_private_is_restricted() -> None:
    words = "The curate's housing was considered in private and is recorded elsewhere."
    assert "2" in closed("Trees: Felled.", f"Reserved business: {words}", "Fabric: Noted.")
