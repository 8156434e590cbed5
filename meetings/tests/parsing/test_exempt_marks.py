"""Labels of closed parts, and marks on or in an item: what they close, and what only sounds like one."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.tests.parsing.test_exempt import HEAD, closed, read

SET_CLOSE = ["PART B - PRESS AND PUBLIC NOT ADMITTED", "PART B – PRIVATE", "EXEMPT ITEMS", "E X E M P T   I T E M S"]


@pytest.mark.parametrize(
    "label",
    [
        "EXEMPT ITEMS",
        "Part II",
        "PART 2 – PRESS AND PUBLIC EXCLUDED",
        "Part II (Not open to the public)",
        "Confidential business",
        "Items taken in private",
    ],
)
def test_a_label_closes_the_part_below_it(label: str) -> None:
    minutes = read("Trees: Felled.", f"!{label}", "Lease: The rent is £400.")
    assert [item.restricted for item in minutes.items] == [False, True]
    assert label not in " ".join(item.text for item in minutes.items)
    assert label in [line.text for line in minutes.leftovers]


def test_words_below_the_label_without_a_heading_are_not_the_open_items() -> None:
    trees, told = read("Trees: Felled.", "!EXEMPT ITEMS", "!The rent of the lodge is £400.").items
    assert (trees.restricted, told.restricted) == (False, True)
    assert "£400" not in trees.text


def test_a_label_opens_again() -> None:
    assert closed("Trees: Felled.", "!EXEMPT ITEMS", "Lease: £400.", "!UNRESTRICTED ITEMS", "Thanks: Said.") == ["2"]


def test_an_act_quoted_over_two_lines_is_no_label() -> None:
    words = "RESOLVED that the public be excluded under\nPart 1 of Schedule 12A to the Act."
    assert closed(f"Exclusion of the public: {words}", "Lease: £400.") == ["2"]


@pytest.mark.parametrize(
    "label",
    [
        "NOT FOR PUBLICATION",
        "PINK PAPERS",
        "SECTION B – ITEMS CONSIDERED IN PRIVATE",
        "Confidential Appendix",
        "EXEMPT",
        "EXECUTIVE SESSION",
        "PART 3 (PRIVATE)",
        "Section 2 – Private",
        "NON-PUBLIC SESSION",
        "Public excluded business",
        "Items to be considered in the absence of the public",
        "RHAN 2 – EITHRIEDIG",
    ],
)
def test_a_label_on_a_line_of_its_own(label: str) -> None:
    assert closed("Trees: Felled.", f"!{label}", "Lease: The rent is £400.") == ["2"]
    trees, told = read("Trees: Felled.", f"!{label}", "!The rent is £400.").items
    assert (trees.restricted, told.restricted) == (False, True)


def test_a_bare_label_under_a_heading_closes_from_that_heading_on() -> None:
    assert closed("Trees: Felled.", "Lease: NOT FOR PUBLICATION", "Claim: Settled.") == ["2", "3"]


def test_a_label_above_the_first_number_closes_what_is_told_before_it_too() -> None:
    text = f"{HEAD}NOT FOR PUBLICATION\n\nThe rent of the lodge was raised to £400 a year.\n\n1.  Claim\n\nSettled.\n"
    assert [item.restricted for item in parse_minutes(text).items] == [True, True]


@pytest.mark.parametrize(
    "item",
    [
        "Lease - CONFIDENTIAL: The rent is £400.",
        "Lease (E): The rent is £400.",
        "Lease (In Camera): The rent is £400.",
        "IN CAMERA – Lease: The rent is £400.",
        "Lease – public excluded: The rent is £400.",
        "Lease: Paragraph 3 of Part 1 of Schedule 12A.\n\nThe rent is £400.",
        "Lease [Not for publication]: The rent is £400.",
        "Confidential report of the Clerk: The rent is £400.",
        "Lease: [Minute withheld: confidential]",
        "Lease: The report contained exempt information under paragraph 1 of Schedule 12A.\n\nThe rent is £400.",
        "Lease: The rent is £400. The report was considered with the public excluded.",
        "Lease: The rent is £400.\n\nThis item was considered in private.",
    ],
)
def test_a_mark_on_or_in_an_item_restricts_it_alone(item: str) -> None:
    assert closed("Trees: Felled.", item, "Thanks: Said.") == ["2"]


@pytest.mark.parametrize(
    "title",
    [
        "Licensing (private hire vehicles)",
        "Byway 12 (restricted byway)",
        "Charges (exempt from VAT)",
        "Confidential reporting policy",
        "Exclusions from school",
    ],
)
def test_titles_that_only_sound_exempt(title: str) -> None:
    assert closed(f"{title}: Noted.", "Lease: The rent is £400.") == []


@pytest.mark.parametrize(
    "item",
    [
        # on the title
        "Staffing matter - strictly private and confidential: The rent is £400.",
        "Staffing matter (Private & Confidential): The rent is £400.",
        "STAFFING – STRICTLY CONFIDENTIAL: The rent is £400.",
        "Contract (commercial in confidence): The rent is £400.",
        "Contract – commercial-in-confidence: The rent is £400.",
        "Contract [In Confidence]: The rent is £400.",
        "Contract – in strict confidence: The rent is £400.",
        "Contract – commercially sensitive: The rent is £400.",
        "Contract (Commercially Sensitive – Not for Press): The rent is £400.",
        "Contract: commercially confidential\n\nThe rent is £400.",
        # within the item
        "Staffing: This item is private and confidential. The rent is £400.",
        "Staffing: The rent is £400. This matter was strictly confidential.",
        "Staffing: The public were not present for this item. The rent is £400.",
        "Staffing: The rent is £400.\n\nThe press and public were absent during this discussion.",
        "Staffing: This discussion was held in confidence. The rent is £400.",
        "Staffing: The report was considered in strict confidence. The rent is £400.",
        "Staffing: In view of the confidential nature of this matter, the rent of £400 was not announced.",
    ],
)
def test_marks_of_other_wordings_restrict_the_item_alone(item: str) -> None:
    assert closed("Trees: Felled.", item, "Thanks: Said.") == ["2"]


@pytest.mark.parametrize(
    "heading",
    [
        "RESTRICTED: Sale of land",
        "Restricted – Sale of land",
        "CONFIDENTIAL: Sale of land",
        "PRIVATE: Sale of land",
        "Private: Sale of land",
        "Private – Sale of land",
        "PRIVATE AND CONFIDENTIAL - Sale of land",
        "Strictly confidential: Sale of land",
        "In confidence: Sale of land",
        "COMMERCIAL IN CONFIDENCE – Sale of land",
    ],
)
@pytest.mark.parametrize("told", ["\nOffer £400.", " The land was sold for £400.", "\n\nOffer £400."])
def test_a_mark_before_the_title_belongs_to_it(heading: str, told: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1. Trees\nFelled.\n2. {heading}{told}\n3. Thanks\nSaid.\n"
    trees, land, thanks = parse_minutes(text).items
    assert (trees.restricted, land.restricted, thanks.restricted) == (False, True, False)


@pytest.mark.parametrize("heading", ["Restricted: Sale of land", "Private – Sale of land"])
def test_a_mark_before_the_title_is_kept_in_it(heading: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1. Trees\nFelled.\n2. {heading.upper()}\nSold.\n"
    assert parse_minutes(text).items[1].title == heading.upper()


@pytest.mark.parametrize(
    "label",
    ["Reserved business", "RESERVED ITEMS", "E X E M P T   I T E M S", "C O N F I D E N T I A L", "P A R T   I I"],
)
@pytest.mark.parametrize("number", ["2.  ", ""])
def test_labels_of_other_wordings_close_what_follows(label: str, number: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1.  Trees\n\nFelled.\n\n{number}{label}\n\n3.  Lease\n\n£400.\n"
    items = parse_minutes(text).items
    assert [item.restricted for item in items if item.title == "Lease"] == [True]
    assert not items[0].restricted


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Reserved matters application", "Approved."),
        ("Private hire vehicles – fees", "Set."),
        ("Private sector housing", "Noted."),
        ("Public-private partnership: Mill Lane", "Noted."),
        ("Vote of no confidence in the contractor", "Lost."),
        ("Speed limits: Restricted to 20 mph", "Noted."),
        ("Data", "The Clerk said that the ballot was confidential and that staff are told things in confidence."),
        ("Data", "This item is exempt from VAT. This item was restricted to three speakers."),
        ("Questions", "Two members of the public left the meeting at the Chairman's invitation to comment online."),
        ("Grants", "At the request of residents the public left-luggage office was kept."),
        ("Grid", "A B C D were the options."),
    ],
)
def test_wordings_that_only_sound_like_marks(title: str, words: str) -> None:
    assert closed(f"{title}: {words}", "Lease: The rent is £400.") == []


@pytest.mark.parametrize(
    ("above", "label"),
    [
        *(("Budget\nThe estimate was\nagreed as it stood", label) for label in SET_CLOSE),
        *(("Budget\nAgreed.", label) for label in (*SET_CLOSE, "Part II (Not open to the public)", "[Confidential]")),
        *(("Budget", label) for label in (*SET_CLOSE, "Part II (Not open to the public)", "Confidential business")),
    ],
)
def test_a_label_right_under_text_closes_the_part_below_it(above: str, label: str) -> None:
    people = "Present:\nCllr P Penrice\n\n"
    text = f"{HEAD}{people}1. Trees\nFelled.\n2. {above}\n{label}\n3. Land\n£400.\n4. Rates\n£5.\n"
    items = parse_minutes(text).items
    assert [item.title for item in items if item.restricted] == ["Land", "Rates"]
    assert label not in " ".join(item.text for item in items)


@pytest.mark.parametrize(
    "words",
    [
        "The land is to be taken under\nPart II",
        "RESOLVED THAT THE LEASE BE TAKEN UNDER\nPART B",
        "The scheme has two parts, of which\nPart B - Paths and trees\nis the dearer.",
        "It follows the Act.\nPart 2 of the Act was read.",
    ],
)
def test_a_label_that_a_sentence_runs_over_is_none(words: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1. Trees\n{words}\n2. Land\nSold.\n"
    assert [item.restricted for item in parse_minutes(text).items] == [False, False]


@pytest.mark.parametrize(
    "heading",
    [
        "Legal advice (Not for publication by virtue of paragraph 5 of Schedule 12A)",
        "Lease (Exempt)",
        "LEASE [CONFIDENTIAL]",
        "Lease (Private and confidential)",
        "Lease - strictly private and confidential",
        "Lease – commercial in confidence",
        "Lease – commercially sensitive",
        "Lease – CONFIDENTIAL",
    ],
)
@pytest.mark.parametrize("told", ["Counsel advises to settle for £400.", "Rent £400", "The rent was raised to £400."])
def test_a_mark_ends_the_title_where_the_text_runs_on_behind_it(heading: str, told: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1. Trees\nFelled.\n2. {heading} {told}\n3. Thanks\nSaid.\n"
    trees, lease, thanks = parse_minutes(text).items
    assert (trees.restricted, lease.restricted, thanks.restricted) == (False, True, False)
    assert (lease.title, lease.text) == (heading, told)


@pytest.mark.parametrize(
    "heading",
    ["Policies – Confidential Reporting Policy", "Byways – Restricted Byway 4", "Fees (exempt from VAT) Stalls"],
)
def test_a_name_that_begins_like_a_mark_ends_no_title(heading: str) -> None:
    text = f"{HEAD}Present:\nCllr P Penrice\n\n1. Trees\nFelled.\n2. {heading}\nNoted.\n"
    assert [(item.title, item.restricted) for item in parse_minutes(text).items][1] == (heading, False)


@pytest.mark.parametrize("mark", ["Confidential:", "In confidence:", "Commercially sensitive –", "Exempt:"])
def test_a_paragraph_that_is_marked_closes_the_item_in_which_it_stands(mark: str) -> None:
    words = f"Plots are overgrown.\n\n{mark} Dispute between two plots. It was agreed to give plot 3 notice."
    assert "2" in closed("Trees: Felled.", f"Site report: {words}", "Show: The hall is booked.")


@pytest.mark.parametrize(
    "label",
    [
        "EXEMPT ITEMS – The following reports are exempt. They were circulated separately.",
        "Confidential minute - Dispute between two plots. It was agreed to give plot 3 notice.",
        "PART II – The public were not there. Members were reminded of that.",
    ],
)
def test_a_label_that_goes_on_to_tell_business_closes_the_part_and_is_kept(label: str) -> None:
    minutes = read("Trees: Felled.", f"!{label}", "Lease: The rent is £400.", "Claim: Settled.")
    assert [(item.number, item.restricted) for item in minutes.items] == [
        ("1", False),
        (None, True),
        ("2", True),
        ("3", True),
    ]
    assert minutes.items[1].text == label
    assert minutes.leftovers == ()


def test_a_mark_below_a_heading_that_was_not_read_closes_the_item_above() -> None:
    words = "The programme was noted.\n\n(Exempt by virtue of paragraph 3)\n\nThe debt was written off."
    assert closed(f"Programme: {words}", "Trees: Felled.") == ["1"]


def test_an_item_that_says_by_virtue_of_what_it_is_exempt_is_restricted() -> None:
    words = "(Exempt by virtue of paragraph 3)\n\nThe debt was written off."
    assert closed("Trees: Felled.", f"Rent arrears: {words}", "Programme: Noted.") == ["2"]
