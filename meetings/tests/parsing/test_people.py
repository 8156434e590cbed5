"""Names, attendance lists, apologies."""

from __future__ import annotations

import pytest

from meetings.parsing import parse_minutes
from meetings.parsing.names import PrintedName, bare_name, read_names
from meetings.parsing.parsed import Attendee
from meetings.tests.parsing.test_nothing_lost import HEAD


def people(roster: str, apologies: str = "") -> list[tuple[str, str | None, str, str | None, str | None]]:
    """Everybody read from attendance lists and the item on apologies."""
    text = f"{HEAD}{roster}\n\n1.  Apologies\n\n{apologies}\n\n2.  Trees\n\nFelled.\n"
    return [shown(person) for person in parse_minutes(text).people]


def shown(person: Attendee) -> tuple[str, str | None, str, str | None, str | None]:
    return person.presence, person.title, person.name, person.honours, person.role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillor Ada Marsh MBE (Chair)", [PrintedName("Ada Marsh", "Councillor", "MBE", "Chair")]),
        ("Ada Marsh – Head of Parks and Libraries", [PrintedName("Ada Marsh", role="Head of Parks and Libraries")]),
        ("Engineer (Ms. C. Marsh)", [PrintedName("C. Marsh", "Ms", role="Engineer")]),
        ("Director, Shared Services (Ms C Marsh)", [PrintedName("C Marsh", "Ms", role="Director, Shared Services")]),
        ("the Clerk, Mrs J Marsh", [PrintedName("J Marsh", "Mrs", role="Clerk")]),
        ("Mrs J Marsh, Clerk", [PrintedName("J Marsh", "Mrs", role="Clerk")]),
        ("the Clerk – Ada Marsh", [PrintedName("Ada Marsh", role="Clerk")]),
        ("Cllr Mrs D Marsh", [PrintedName("D Marsh", "Cllr Mrs")]),
        ("Mrs D Marsh, OBE", [PrintedName("D Marsh", "Mrs", "OBE")]),
        ("COUNCILLOR A MARSH", [PrintedName("A MARSH", "Councillor")]),
        ("Cllr A Marsh (Labour)", [PrintedName("A Marsh", "Cllr", remark="Labour")]),
        ("Cllr P van der Berg", [PrintedName("P van der Berg", "Cllr")]),
        (
            "Cllrs A Marsh, B Vane-Arkell and C O’Hara",
            [PrintedName("A Marsh", "Cllr"), PrintedName("B Vane-Arkell", "Cllr"), PrintedName("C O’Hara", "Cllr")],
        ),
        (
            "Cllr Ada Marsh (Chair) Cllr Ben Reed Cy Yeo (Parish Clerk)",
            [
                PrintedName("Ada Marsh", "Cllr", role="Chair"),
                PrintedName("Ben Reed", "Cllr"),
                PrintedName("Cy Yeo", role="Parish Clerk"),
            ],
        ),
        (
            "Cllr Ada Marsh AM Chair Cllr Ben Reed BR NCC",
            [
                PrintedName("Ada Marsh", "Cllr", role="Chair", remark="AM"),
                PrintedName("Ben Reed", "Cllr", role="NCC", remark="BR"),
            ],
        ),
        ("Ada Marsh AMa Ben Reed BR", [PrintedName("Ada Marsh", remark="AMa"), PrintedName("Ben Reed", remark="BR")]),
        (
            "Chairman A Marsh Vice Chairman Mrs B Reed Clerk Mr C Yeo",
            [
                PrintedName("A Marsh", role="Chairman"),
                PrintedName("B Reed", "Mrs", role="Vice Chairman"),
                PrintedName("C Yeo", "Mr", role="Clerk"),
            ],
        ),
        (
            "Mayor Ada Marsh and Councillors Ben Reed and Cy Yeo",
            [
                PrintedName("Ada Marsh", "Mayor", role="Mayor"),
                PrintedName("Ben Reed", "Councillor"),
                PrintedName("Cy Yeo", "Councillor"),
            ],
        ),
        (
            "Fire Chief Ada Marsh; Land Planning & Maps Officer Ben Reed",
            [PrintedName("Ada Marsh", role="Fire Chief"), PrintedName("Ben Reed", role="Land Planning & Maps Officer")],
        ),
        ("the Speaker, Councillor Marsh", [PrintedName("Marsh", "Councillor", role="Speaker")]),
        ("Mr. & Mrs. G. Marsh", [PrintedName("G. Marsh", "Mr"), PrintedName("G. Marsh", "Mrs")]),
        ("A. Marsh: County Councillor", [PrintedName("A. Marsh", role="County Councillor")]),
        ("Cllr A Marsh (arrived 7.10 pm)", [PrintedName("A Marsh", "Cllr", arrived="7.10 pm")]),
        ("Cllr A Marsh (left after item 6)", [PrintedName("A Marsh", "Cllr", left="item 6")]),
        ("Cllr A Marsh (illness)", [PrintedName("A Marsh", "Cllr", remark="illness")]),
        ("Councillors Marsh (B), Reed", [PrintedName("B Marsh", "Councillor"), PrintedName("Reed", "Councillor")]),
        ("Ada Marsh, Ostre Borough Council", [PrintedName("Ada Marsh", role="Ostre Borough Council")]),
        (
            "Ada Marsh, Reed Digital Publishing; Cy Yeo, NHS Ostre",
            [PrintedName("Ada Marsh", role="Reed Digital Publishing"), PrintedName("Cy Yeo", role="NHS Ostre")],
        ),
        (
            "• Ada Marsh, Bank of Ostre and Marram, Head of Loans",
            [PrintedName("Ada Marsh", role="Head of Loans", remark="Bank of Ostre and Marram, Head of Loans")],
        ),
        ("PCSO A Marsh", [PrintedName("A Marsh", "PCSO")]),
        (
            "County Councillors Leete and Reed",
            [PrintedName("Leete", "County Councillor"), PrintedName("Reed", "County Councillor")],
        ),
    ],
)
def test_printed_names(text: str, names: list[PrintedName]) -> None:
    found = read_names(text)
    assert (found.names, found.unread) == (names, [])


@pytest.mark.parametrize("text", ["3 members of the public", "Marram Bay Town Council", "the police", "Clerk", "Marsh"])
def test_words_that_name_nobody_stay_unread(text: str) -> None:
    found = read_names(text)
    assert (found.names, found.unread) == ([], [text])


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Councillor Marsh", "Marsh"),
        ("Cllr. Mrs A Marsh OBE", "A Marsh"),
        ("Councillor Marsh (A)", "A Marsh"),
        ("the Mayor", "the Mayor"),
    ],
)
def test_names_in_resolutions_are_without_title(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


def test_the_tabbed_table_under_a_group_label() -> None:
    found = people(
        "Present:\n\nCounty Councillor Ada Marsh CBE (Chair)\nCounty Councillors\n\n\tB Reed\n\nC Yeo\n\n\n\tD Oake\n"
    )
    assert found == [
        ("present", "County Councillor", "Ada Marsh", "CBE", "Chair"),
        ("present", "County Councillor", "B Reed", None, None),
        ("present", "County Councillor", "C Yeo", None, None),
        ("present", "County Councillor", "D Oake", None, None),
    ]


def test_a_list_that_runs_over_lines() -> None:
    found = people("PRESENT: Mr A Marsh (Chairman), Mrs B Reed,\nMs C Yeo, Mr\nD Oake and Mrs E Pym (Head of\nParks)")
    assert [(presence, name, role) for presence, _, name, _, role in found] == [
        ("present", "A Marsh", "Chairman"),
        ("present", "B Reed", None),
        ("present", "C Yeo", None),
        ("present", "D Oake", None),
        ("in_attendance", "E Pym", "Head of Parks"),
    ]


@pytest.mark.parametrize(
    ("label", "presence"),
    [
        ("Present", "present"),
        ("Members present", "present"),
        ("Also present", "in_attendance"),
        ("In attendance", "in_attendance"),
        ("OFFICERS IN ATTENDANCE", "in_attendance"),
        ("Apologies for absence", "apologies"),
        ("Absent", "absent"),
        ("Not present", "absent"),
        ("Absent without apologies", "absent"),
    ],
)
def test_labels_of_the_lists(label: str, presence: str) -> None:
    found = people(f"Present:\nCllr P Penrice\n{label}:\nCllr A Marsh")
    assert [there for there, _, name, _, _ in found if name == "A Marsh"] == [presence]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Apologies were received from Councillor Marsh.", ["Marsh"]),
        ("Apologies were received from Mrs R Marsh, for whom Mr P Reed came, and from Mr M Yeo.", ["R Marsh", "M Yeo"]),
        ("Apologies from Cllr Marsh, who had a cold, were accepted.", ["Marsh"]),
        ("Apologies were noted for Cllr A Marsh (illness) and for Cllr B Reed (work).", ["A Marsh", "B Reed"]),
        ("Cllr Marsh sent apologies, which were accepted.", ["Marsh"]),
        ("Apologies for absence were received from Councillors A Marsh and B Reed.", ["A Marsh", "B Reed"]),
        ("No apologies for absence had been received.", []),
        ("There were no apologies.", []),
    ],
)
def test_apologies_told_in_sentences(told: str, names: list[str]) -> None:
    found = [person for person in people("Present:\nCllr P Penrice", told) if person[0] == "apologies"]
    assert [name for _, _, name, _, _ in found] == names


def test_somebody_absent_without_apology() -> None:
    assert people("Present:\nCllr P Penrice", "No apology had been received from Cllr T Marsh, who was absent.")[1][
        :3
    ] == (
        "absent",
        "Cllr",
        "T Marsh",
    )


def test_an_apology_told_twice_counts_once() -> None:
    found = people(
        "Present:\nCllr P Penrice\n\nApologies:\nCllr A Marsh", "Apologies were received from Councillor Marsh."
    )
    assert [name for presence, _, name, _, _ in found if presence == "apologies"] == ["A Marsh"]


def test_who_attends_for_one_item_is_in_attendance() -> None:
    text = (
        f"{HEAD}Present:\nCllr P Penrice\n\n1.  Trees\n\nMr W Marsh (Tree Officer) was in attendance for this item.\n"
    )
    assert [shown(person) for person in parse_minutes(text).people][1:] == [
        ("in_attendance", "Mr", "W Marsh", None, "Tree Officer")
    ]


def test_what_is_no_name_is_unplaced() -> None:
    minutes = parse_minutes(f"{HEAD}Present:\nCllr P Penrice\nFour members of the public\n\n1.  Trees\n\nFelled.\n")
    assert [line.text for line in minutes.unplaced] == ["Four members of the public"]


def seen(roster: str) -> list[tuple[str, str, str | None]]:
    return [(presence, name, role) for presence, _, name, _, role in people(roster)]


@pytest.mark.parametrize(
    "roster",
    [
        "Present: Cllr A Marsh. Also present: Mr B Reed. Apologies: Cllr C Yeo",
        "PRESENT (1 Councillors):- Cllr A Marsh\nALSO PRESENT Mr B Reed\nAPOLOGIES Cllr C Yeo",
        "Those attending:\nCllr A Marsh\nOther attendees: Mr B Reed\nApologies received Cllr C Yeo",
        "Members | Officers\nCllr A Marsh | Mr B Reed\n| Apologies\n| Cllr C Yeo",
        "Name | Role | Attendance\nCllr A Marsh | Member | Present\nCllr C Yeo | Member | Apologies\nStaff: Mr B Reed",
        "Yn bresennol: Cllr A Marsh\nHefyd yn bresennol: Mr B Reed\nYmddiheuriadau: Cllr C Yeo",
    ],
)
def test_lists_under_labels_of_many_kinds(roster: str) -> None:
    found = [(presence, name) for presence, name, _ in seen(roster)]
    assert sorted(found) == [("apologies", "C Yeo"), ("in_attendance", "B Reed"), ("present", "A Marsh")]


def test_in_attendance_are_the_members_where_no_other_list_is() -> None:
    assert seen("In attendance: Cllr A Marsh (Chair), Ms B Reed (Clerk)\nAlso in attendance: Mr C Yeo") == [
        ("present", "A Marsh", "Chair"),
        ("in_attendance", "B Reed", "Clerk"),
        ("in_attendance", "C Yeo", None),
    ]


def test_a_councillor_of_another_council_visits() -> None:
    roster = "Present: Mr A Marsh, Mrs B Reed (Clerk), Borough Councillor C Yeo and 3 members of the public"
    assert seen(roster)[2] == ("in_attendance", "C Yeo", None)


def test_a_county_councillor_among_the_members_is_one() -> None:
    assert seen("Present\nCouncillors A Marsh, B Reed and County Councillor C Yeo")[2] == ("present", "C Yeo", None)


def test_an_office_below_the_name_in_a_cell() -> None:
    assert seen("Attendees | Officials\nAda Marsh (AM)  Bank of Ostre | Ben Reed (BR)") == [
        ("present", "Ada Marsh", "Bank of Ostre"),
        ("in_attendance", "Ben Reed", None),
    ]


def test_namesakes_in_one_list_are_two() -> None:
    assert [name for _, name, _ in seen("Present: Mr J Marsh, Mrs J Marsh")] == ["J Marsh", "J Marsh"]


def test_the_caption_of_something_else_ends_a_list() -> None:
    assert seen("Present: Cllr A Marsh\nDisclosure of interest: Councillor B Reed") == [("present", "A Marsh", None)]


def test_a_name_that_is_a_verb_is_a_name() -> None:
    assert [name for _, name, _ in seen("Present: P. Drew - Chairman, Mrs. Berry, T. Manning, B Glover")] == [
        "P. Drew",
        "Berry",
        "T. Manning",
        "B Glover",
    ]


def test_when_somebody_came_is_kept() -> None:
    minutes = parse_minutes(f"{HEAD}Present:\nCllr A Marsh (arrived 7.10 pm)\n\n1.  Trees\n\nFelled.\n")
    assert minutes.people[0].arrived == "7.10 pm"


def test_one_titled_by_itself_does_not_end_the_list_of_councillors() -> None:
    found = read_names("Councillors Marsh, Cmhlr. Ó Riain, Penrice, Cllr Reed, Hale")
    titles = ["Councillor", "Cmhlr", "Councillor", "Cllr", "Councillor"]
    assert [(named.title, named.name) for named in found.names] == list(
        zip(titles, ["Marsh", "Ó Riain", "Penrice", "Reed", "Hale"], strict=True)
    )
    assert found.unread == []


def test_what_a_label_stands_above_and_is_no_name_stays_unplaced() -> None:
    minutes = parse_minutes(f"{HEAD}Present:\n(a)  Sea wall\n\n1.  Apologies\n\nNone.\n\n2.  Trees\n\nFelled.\n")
    assert [(line.line, line.text) for line in minutes.unplaced] == [(7, "(a) Sea wall")]


@pytest.mark.parametrize(
    ("roster", "listed"),
    [
        (
            "Members present in person:\n\nCouncillor Marsh (Chair)\nCouncillor Reed",
            [("Marsh", "Chair"), ("Reed", None)],
        ),
        ("Sederunt: Councillors Marsh (Convener) and Reed.", [("Marsh", "Convener"), ("Reed", None)]),
        (
            "Present: Councillors Marsh and Reed.\n\nApologies: Cllr Hale.\n\nCllr Marsh, Convener, presiding",
            [("Marsh", "Convener"), ("Reed", None)],
        ),
        (
            "I LÁTHAIR:\n\nCllr. A. Marsh, Cathaoirleach, presided.\n\nCllrs. B. Reed, C. Hale",
            [("A. Marsh", "Cathaoirleach"), ("B. Reed", None), ("C. Hale", None)],
        ),
        (
            "Members present: Aldermen - A Marsh and B Reed\n                 Councillors - C Hale and D Orme",
            [("A Marsh", None), ("B Reed", None), ("C Hale", None), ("D Orme", None)],
        ),
        (
            "Presennol / Present: Y Cynghorwyr / Councillors A Marsh, B Reed\n"
            "Hefyd yn bresennol / Also present: Mrs C Hale (Clerc / Clerk)",
            [("A Marsh", None), ("B Reed", None)],
        ),
    ],
)
def test_lists_of_scotland_ireland_and_wales(roster: str, listed: list[tuple[str, str | None]]) -> None:
    assert [(name, role) for presence, _, name, _, role in people(roster) if presence == "present"] == listed


def test_one_person_a_line_however_narrow_the_page() -> None:
    roster = "Officers in attendance:\n\nAda Marsh  - Committee Support Officer\nBen Reed   - Chief Executive"
    prose = "\n\n" + "The Chair welcomed all to this\nmeeting and told of the fire exits.\n" * 9
    found = [(name, role) for _, _, name, _, role in people(roster + prose)]
    assert found[:2] == [("Ada Marsh", "Committee Support Officer"), ("Ben Reed", "Chief Executive")]


def test_officials_of_the_united_states() -> None:
    roster = "The following officials were present:\n\nMayor Marsh\nTrustee Reed\nManager Hale\nTown Attorney Yeo"
    assert people(roster) == [
        ("present", "Mayor", "Marsh", None, "Mayor"),
        ("present", "Trustee", "Reed", None, None),
        ("in_attendance", None, "Hale", None, "Manager"),
        ("in_attendance", None, "Yeo", None, "Town Attorney"),
    ]
    roster = "PRESENT: A.MARSH, T.REED, AND B.HALE. ALSO PRESENT: C.YEO, ENGINEER; D. ORME, CHIEF OF POLICE."
    assert [(presence, name, role) for presence, _, name, _, role in people(roster)] == [
        ("present", "A.MARSH", None),
        ("present", "T.REED", None),
        ("present", "B.HALE", None),
        ("in_attendance", "C.YEO", "ENGINEER"),
        ("in_attendance", "D. ORME", "CHIEF OF POLICE"),
    ]


def test_an_office_that_is_a_title_too_stays_one_behind_a_name() -> None:
    assert read_names("Ada Marsh, Trustee").names == [PrintedName("Ada Marsh", role="Trustee")]
    assert read_names("Supervisor Marsh").names == [PrintedName("Marsh", "Supervisor")]
    assert read_names("Superintendent Marsh").names == [PrintedName("Marsh", "Superintendent")]


def test_directors_belong_to_their_board() -> None:
    roster = "Present\n- Ms A Marsh – Chief Executive Officer\n- Mr T Reed – Non-Executive Director (Chairman)\n\n"
    found = people(roster + "In attendance\n- Mr B Hale – Governance Director\n")
    assert [(presence, name) for presence, _, name, _, _ in found] == [
        ("present", "A Marsh"),
        ("present", "T Reed"),
        ("in_attendance", "B Hale"),
    ]


def test_blanks_alone_part_names_and_offices() -> None:
    roster = "Members:\nAda Marsh\tInterim Chair\nTom Reed\tMedical Director and Head of Research\n"
    assert [(name, role) for _, _, name, _, role in people(roster)] == [
        ("Ada Marsh", "Interim Chair"),
        ("Tom Reed", "Medical Director and Head of Research"),
    ]


def test_a_heading_below_a_list_that_has_ended_is_nobody() -> None:
    found = people("Present: Mayor Marsh, Councilmembers Reed and Hale.\n\nOstre Forum\n\nNobody spoke.\n")
    assert [name for _, _, name, _, _ in found] == ["Marsh", "Reed", "Hale"]


def test_the_item_of_those_present_is_read_line_by_line() -> None:
    body = (
        "1. Present\nCouncillors: A. Marsh (Chairman), T. Reed\nIn attendance: B Hale (Clerk)\nApologies for absence\n"
    )
    text = f"{HEAD}{body}Councillor C. Yeo (ill)\n\n2. Trees\n\nThe oak was felled, and the elm was kept.\n"
    assert [(person.presence, person.name) for person in parse_minutes(text).people] == [
        ("present", "A. Marsh"),
        ("present", "T. Reed"),
        ("in_attendance", "B Hale"),
        ("apologies", "C. Yeo"),
    ]


@pytest.mark.parametrize("label", ["Guest", "Guests", "Visitor", "Observer", "Presenter"])
def test_one_guest_is_labelled_as_several_are(label: str) -> None:
    read = people(f"Present: Councillor Ada Marsh\n{label}: Tom Reed")
    assert [(presence, name) for presence, _, name, _, _ in read] == [
        ("present", "Ada Marsh"),
        ("in_attendance", "Tom Reed"),
    ]
