"""Patterns of tables, those that minutes are set in and those within an item: what their columns are headed."""

from __future__ import annotations

import re

# For "Payee | Amount": what stands between the cells of a row
CELL_MARK = " | "
# For "No.", "Item No", "Ref", "Minute number", "#"
NUMBER_COLUMN = re.compile(
    r"(?:(?:agenda|item|minute|min)\.? ?)?(?:no|nr|num|number|ref|reference)\.?|#|minute", re.IGNORECASE
)
# For "Item", "Agenda item", "Topic", "Agenda item/lead"
SUBJECT_COLUMN = re.compile(
    r"(?:agenda )?(?:items?|topics?|subjects?|titles?|headings?|headlines?|issues?|matters?|business|agenda)"
    r"(?: of business| title| heading)?(?: ?[/&] ?\w{1,12})?",
    re.IGNORECASE,
)
# For "Discussion", "Minutes", "Notes", "Discussion and decisions", "Key points / outcome", "Details of discussion"
TEXT_COLUMN = re.compile(
    r"(?:main |key |summary of |details? of |record of )?(?:discussions?|minutes?|notes?|comments?|points?|narrative"
    r"|summary|deliberations?|proceedings|updates?|details?)"
    r"(?: (?:discussed|raised|held))?(?:(?: ?[/&,] ?| and )(?:the )?(?:discussions?|minutes|notes|comments|decisions?"
    r"|outcomes?|conclusions?|resolutions?|agreed|actions?(?: points?)?)){0,3}",
    re.IGNORECASE,
)
# For "Decision", "Outcome / resolution", "Decision made": what was decided
DECISION_COLUMN = re.compile(
    r"(?:decisions?|outcomes?|resolutions?|conclusions?|agreed)"
    r"(?: (?:made|taken|agreed))?"
    r"(?:(?: ?[/&,] ?| and )(?:decisions?|outcomes?|resolutions?|recommendations?|actions?)){0,2}",
    re.IGNORECASE,
)
# For "Action", "Action by", "Who", "Lead", "By whom", "Responsible person"
ACTION_COLUMN = re.compile(
    r"(?:agreed )?actions?(?: points?| items?| required| to be taken)?"
    r"(?: ?[/&(]? ?(?:by|owner|for|who|lead|on|with)\)?)?"
    r"(?: whom)?|follow[- ]?up|who\??|(?:by|for) whom\??|by|lead(?: officer| person)?|owners?|initials?"
    r"|respons(?:ible|ibility)(?: person| officer)?|person(?:\(s\)|s)? responsible|assigned to",
    re.IGNORECASE,
)
# For "Deadline", "By when", "Due date", "Status"
TERM_COLUMN = re.compile(
    r"deadlines?|(?:by )?when\??|(?:due|target|completion)(?: date| by)?|date(?: due)?|time ?scale|status|progress"
    r"|complete(?:d)?(?: by)?",
    re.IGNORECASE,
)
# For "2", "4.1", "24/07", "3.", "(5)", "a)": a cell that holds nothing but a number
NUMBER_CELL = re.compile(r"\(?(?:\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?|[a-z])[.):]{0,2}", re.IGNORECASE)
# For "3. Minutes of the last meeting": a number before a title in one cell
NUMBERED_CELL = re.compile(r"(?P<number>\(?\d{1,4}(?:[./-]\d{1,4}){0,3}[.):]{0,2})\s{1,8}(?P<words>[^\W\d].{0,9999})")
# For "A  B": two blanks part a cell's paragraphs
CELL_PARAGRAPHS = re.compile(r"\s{2,20}")
# For "Welcome", "Introductions", "AOB", "Matters arising": what begins the title of one item or other of every meeting
SURE_TITLE = re.compile(
    r"(?:opening|welcome|introductions?|apolog(?:y|ies)|declarations?|conflicts? of interest|(?:approval of |review of "
    r"|previous |draft )?(?:the )?minutes\b|matters? arising|any other\b|a\.?o\.?b\b|(?:date|time|date and time|dates) "
    r"(?:of|for) |next meeting|actions? (?:from|arising)|clos(?:e|ing|ure)\b|public (?:participation|forum|session))",
    re.IGNORECASE,
)
# For "Payee", "Amount", "Net £", "Name", "Application", "Description": columns of the tables within an item
ENTRY_COLUMN = re.compile(
    r"(?:payees?|paid to|payments?|suppliers?|creditors?|amounts?|net|gross|vat|totals?|costs?|values?|sums?|balances?"
    r"|budgets?|actual|income|expenditure|receipts?|invoices?|cheques?|accounts?|banks?|names?|dates?|roles?|positions?|members?"
    r"|councillors?|wards?|applications?|applicants?|address(?:es)?|locations?|sites?|proposals?|descriptions?|purposes?"
    r"|reasons?|recommendations?|responses?|votes?|years?|months?|methods?|types?|categor(?:y|ies))"
    r"(?: ?(?:no|number|ref|reference|date|name|of \w{1,12})\.?)?(?: ?\(?(?:£|€|\$|vat|inc\.? vat|ex\.? vat)\)?)?",
    re.IGNORECASE,
)
# For "Payments for May 2024", "Applications received": a short line that ends as no sentence does
CAPTION = re.compile(r"[A-Z0-9“\"£][^|]{1,99}[^|.:;,?!–-]")
