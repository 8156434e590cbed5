"""What kind of document a text is: minutes are read, everything else is refused as what it is."""

from __future__ import annotations

import pytest

from meetings.parsing import NotMinutes, parse_minutes

FRONT_SHEET = """\
AGENDA

AMENITIES COMMITTEE

Tuesday, 12th March, 2024, at 10.00 am          Ask for: Ottilie Penhallow
Council Chamber, Guildhall, Harrowmere          Telephone: 0000 000000

Membership: Councillors A Marsh (Chair), B Ferris and Y Vane-Arkell

UNRESTRICTED ITEMS
(During these items the meeting is likely to be open to the public)

1.  Apologies
2.  Declarations of Interest
3.  Minutes of the meeting held on 9 January 2024 (Pages 1 - 10)
4.  Sea Wall (Pages 11 - 84)

EXEMPT ITEMS
(At the time of preparing the agenda there were no exempt items.)
"""
SUMMONS = """\
NETHER WALCOTE PARISH COUNCIL

To all members of the council: you are hereby summoned to attend a meeting of Nether Walcote Parish Council to be
held in the Village Hall on Tuesday 12 March 2024 at 7.30 pm. Members of the public are welcome.

O Penhallow, Clerk, 5 March 2024

1. To receive apologies for absence
2. To receive declarations of interest
3. To approve the minutes of the meeting held on 13 February 2024
4. To consider a quotation for the bus shelter
5. To note the date of the next meeting
"""
AMERICAN = """\
TOWN OF ELLERY SPRINGS
SELECT BOARD
NOTICE OF PUBLIC MEETING
Tuesday, March 12, 2024 at 6:30 PM, Town Hall

Order of Business

A. Call to Order
B. Approval of Minutes: February 13, 2024
C. Public Comment
D. Discussion and possible vote: culvert on Mill Road
E. Adjournment
"""
PACK = SUMMONS + (
    "\n\n"
    + "Report on the bus shelter. The shelter needs paint and a bench. Three firms have been asked to quote.\n\n" * 60
    + """\
MINUTES OF THE MEETING HELD ON 13 FEBRUARY 2024

Present: Cllr A Marsh (Chair), Cllr B Ferris

1. Apologies were received from Cllr Orme.

2. The minutes of 9 January were approved as a correct record.

The meeting closed at 9 pm.
"""
)
LETTER = """\
Harrowmere Borough Council
Guildhall, Harrowmere

12 March 2024

Our ref: OP/24

Dear Mrs Hale

Thank you for your letter about the minutes of the meeting of the Amenities Committee on 9 January. The Committee
agreed to repair the sea wall, and the Clerk was asked to obtain quotations.

Yours sincerely

Ottilie Penhallow
"""
OFFICER_REPORT = """\
Report to: Amenities Committee
Date of meeting: 12 March 2024
Report of: Head of Coast

SEA WALL REPAIRS

1. Purpose of report
1.1 To inform members of the state of the sea wall.

2. Recommendations
2.1 It is recommended that the Committee approves the repairs.

3. Background
3.1 The Committee considered the survey on 9 January 2024 and agreed that options be costed.

4. Financial implications
4.1 The work would cost £40,000.

5. Legal implications
None.
"""
TERMS = """\
Harrowmere Borough Council

Amenities Committee: terms of reference

Membership
The Committee has nine members appointed at the annual meeting of the Council.

Quorum
Three members.

Functions
To oversee parks, allotments and the sea front.

Delegated powers
To approve expenditure of up to £10,000.

Meetings are held six times a year.
"""
ORDERS = """\
NETHER WALCOTE PARISH COUNCIL
STANDING ORDERS
Adopted at the meeting held on 12 March 2024

a. If the draft minutes have been served, they shall be taken as read.
b. The minutes shall be confirmed by resolution and shall be signed by the chairman of the meeting.
c. A motion shall be moved and seconded. It shall be carried by a majority.
"""
COUNCIL_AGENDA = """\
CITY OF ELLERY SPRINGS
CITY COUNCIL REGULAR MEETING AGENDA
Tuesday, March 12, 2024 - 7:00 PM

1. CALL TO ORDER
2. ROLL CALL
3. APPROVAL OF AGENDA
4. APPROVAL OF MINUTES - February 27, 2024
5. EXECUTIVE SESSION
6. ADJOURNMENT
"""
REPORTS = (
    """\
Agenda and reports
for the meeting of the Finance Committee
to be held on 12 March 2024

1. Minutes of the last meeting (Pages 3 - 8)
2. Budget monitoring report (Pages 9 - 30)

"""
    + "The Director reported an underspend. The Committee noted the forecast and agreed it. " * 20
)
SCHOOL = """\
Dear Parents and Carers,

The governors met on 12 March 2024 and agreed the dates of term. Please see our website for the minutes of the meeting.

Kind regards
A Marsh
"""
YEARLY = """\
Chairman's Annual Report

Nether Walcote Parish Council, year 2023/24

It has been a busy year for your council. We have met eleven times and our thanks go to all our volunteers. The bus
shelter has been repaired, and we hope that you like the new bench. We should like to thank you for your support.
"""
NEWSLETTER = """\
Walcote Newsletter

Spring 2024

The parish council met on 12 February. Councillors agreed to buy a new bench for the green. If you would like to help
paint the bus shelter, please ring the Clerk. Your council needs you! We shall meet again in April: come along.
"""
MAGAZINE = """\
---
title: "Report of the Nether Walcote meeting"
date: "2024-04-01"
---

Report on the March meeting of Nether Walcote PC

The March meeting was held in the Village Hall on 12 March 2024. Five councillors were present. The Clerk reported that
the bus shelter was mended. Please remember to trim your hedges. All are welcome at our next meeting.
"""
DECISION_SHEET = """\
HARROWMERE BOROUGH COUNCIL

CABINET – TUESDAY 12 MARCH 2024

SUMMARY OF DECISIONS

Decisions taken by the Cabinet are subject to call-in until 5 pm on 19 March 2024. Published on 14 March 2024.

1. Sea wall
RESOLVED: that the repairs be approved.
Reason for decision: the wall is failing.

2. Bandstand
RESOLVED: that the bandstand be let.
"""
DECISION_RECORD = """\
HARROWMERE BOROUGH COUNCIL – RECORD OF DECISION

DECISION TAKEN BY: Cabinet Member for the Coast, 12 March 2024
DECISION NO: 24/00012

Decision: to repair the sea wall.

Reason(s) for decision: the wall is failing.

Alternatives considered and rejected: none.
"""
VACANCY = """\
NETHER WALCOTE PARISH COUNCIL

NOTICE OF CASUAL VACANCY

NOTICE IS HEREBY GIVEN that a vacancy has arisen in the office of councillor. If by 12 March 2024 ten electors request
it in writing to the Returning Officer, an election will be held; otherwise the Council will fill the vacancy.
"""
ROADS = """\
PUBLIC NOTICE

Harrowmere Borough Council proposes to close Mill Lane from 12 March 2024. Any person who wishes to object must do so
in writing before 1 March 2024. A meeting of the Council will consider objections.
"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRONT_SHEET, "agenda"),
        (SUMMONS, "agenda"),
        (AMERICAN, "agenda"),
        (PACK, "agenda"),
        (LETTER, "letter"),
        (OFFICER_REPORT, "report"),
        (TERMS, "not_minutes"),
        (ORDERS, "not_minutes"),
        (COUNCIL_AGENDA, "agenda"),
        (REPORTS, "agenda"),
        (SCHOOL, "letter"),
        (YEARLY, "report"),
        (NEWSLETTER, "news"),
        (MAGAZINE, "news"),
        (DECISION_SHEET, "decision_notice"),
        (DECISION_RECORD, "decision_notice"),
        (VACANCY, "notice"),
        (ROADS, "notice"),
        ("Price list of 12 March 2024\n\nHire of the hall: £12\n", "not_minutes"),
    ],
)
def test_what_is_not_minutes_is_refused_as_what_it_is(text: str, code: str) -> None:
    with pytest.raises(NotMinutes) as refused:
        parse_minutes(text)
    assert refused.value.code == code


HEAD = "Nether Walcote Parish Council\n\nMinutes of the meeting held on 12 March 2024 in the Village Hall\n\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Present: Cllr A Marsh\n\nAGENDA\n\n1. Apologies\n\n2. Trees\n\nTo be felled.\n",
        HEAD
        + "1. To receive apologies\n\nNone.\n\n2. To approve the minutes\n\nAgreed.\n\n3. To consider trees\n\nThe "
        "Clerk reported.\n\n4. To note the accounts\n\nNoted.\n\n5. To set the date of the next meeting\n\n9 April.\n",
        HEAD
        + "Present: Cllr A Marsh (Chair)\n\n1. Letter\n\nThe Clerk read a letter:\n\nDear Sir\n\nThank you for your "
        "bench.\n\nYours faithfully\n\nIt was noted.\n",
        HEAD
        + "Present: Cllr A Marsh\n\n1. Recommendations\n\nReport of the Surveyor\n\nRecommendation: that the wall be "
        "mended.\n\nIt was agreed that the wall be mended.\n\nThe meeting closed at 8 pm.\n",
        "Amenities Committee - Tuesday, 12th March, 2024 7.30 pm\n\nAgenda, decisions and minutes\n\nItems\nNo. Item\n"
        "\n1.\n\nTrees\n\nTo consider the report.\n\nDecision:\n\nFelled.\n\nMinutes:\n\nFelled.\n",
        "ELLERY SPRINGS SELECT BOARD\n\nMarch 12, 2024\n\nMembers present: A. Marsh, B. Ferris\n\nCALL TO ORDER\n\n"
        "The Chair called the meeting to order at 6:30 PM.\n\nAPPROVAL OF THE AGENDA\n\nApproved.\n\nADJOURNMENT\n\n"
        "Motion by Ferris. Carried.\n",
    ],
)
def test_minutes_are_read_whatever_they_quote(text: str) -> None:
    assert parse_minutes(text).date.isoformat() == "2024-03-12"
