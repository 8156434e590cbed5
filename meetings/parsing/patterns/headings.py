"""Numbers and titles of items."""

from __future__ import annotations

import re

# For "88/24", "FC.112/23", "R2024-057", "23/24-101", "Min/285/07-08"
CODED_NUMBER = re.compile(
    r"(?P<number>[A-Z]{1,4}[. ]?\d{1,4}(?:[/-]\d{1,4}){1,2}|[A-Za-z]{2,5}/\d{1,4}(?:/\d\d-\d\d|/\d{2,4})"
    r"|\d{1,4}/\d{1,4}"
    r"|20\d\d-\d{2,4})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?",
    re.DOTALL,
)
# For "4.2  Tree preservation order, Mill Lane", "19.09.04 Mill Lane", "2307.04 Mill Lane"
DECIMAL_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,3}){1,3})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# For "Item 3: Mill Lane", "Discussion topic 2: Mill Lane", "Agenda item 4 – Mill Lane"
LABELLED_NUMBER = re.compile(
    r"(?:agenda item|item|minute|discussion topic"
    r"|topic)\s{1,2}(?:no\.?\s)?(?P<number>\d{1,3}[a-z]?)(?P<close>\s?[:.)–-])"
    r"(?:\s+(?P<rest>\S.*))?",
    re.DOTALL | re.IGNORECASE,
)
# For "4.  Tree preservation order", "12)", "4a. Mill Lane", "2, Matters arising", "9A. Depot"
PLAIN_NUMBER = re.compile(
    r"(?P<number>\d{1,4}(?:[a-z]|[A-Z](?=[.:)]))?)(?:(?P<close>[.:)])|,(?=\s[A-Z]))(?:(?:\s+|(?=[A-Z][a-z]))(?P<rest>\S.*))?",
    re.DOTALL,
)
# For "4  Tree preservation order": without a dot the gap makes the number
BARE_NUMBER = re.compile(r"(?P<number>\d{1,4})(?P<close>)\s{2,}(?P<rest>\S.*)", re.DOTALL)
# For "9 Finance", "3 Minutes of the meeting held on 14 March 2023": a number that may be one only where the others
# leave it out, or where all are printed so
LOOSE_NUMBER = re.compile(r"(?P<number>\d{1,2})\s(?P<rest>[A-Z][A-Za-z’']{2,30}(?:\s[\w’'/&(),–-]{1,30}){0,11})\.?")
# For "03/21/07 – Mill Lane", "03/21/08": a number that may be one only where all are printed so, for days are too
SLASHED_NUMBER = re.compile(
    r"(?P<number>\d{1,4}/\d{1,4}/\d{1,4})[.:)]?(?:\s+[–-])?(?:\s+(?P<rest>[A-Z“‘].*))?", re.DOTALL
)
# For "IV. NEW BUSINESS": a number that may be a person's initial, unless all are printed so
ROMAN_NUMBER = re.compile(r"(?P<number>[IVX]{1,6})[.)](?:\s+(?P<rest>\S.*))?", re.DOTALL)
# For "A. Mill Lane", below one of those
CAPITAL_LETTER = re.compile(r"(?P<number>[A-Z])[.)]\s+(?P<rest>\S.*)", re.DOTALL)
# For "(a)  Sea wall", "b. Depot roof", "c)", "(iv) Lodge"
LETTER = re.compile(
    r"(?:\((?P<number>[a-z]|[ivx]{2,5})\)|(?P<loose>[a-z]|[ivx]{2,5})[.)])(?P<close>)"
    r"(?:(?:\s+|(?<=\))(?=[A-Z]))(?P<rest>\S.*))?",
    re.DOTALL,
)
# For "Agenda item: Pool repairs", "Topic: Pool repairs": the label says that a title follows
LABELLED_TITLE = re.compile(
    r"(?:agenda item|discussion item|action item|agenda topic|topic)\s?:\s{1,3}(?P<title>\S.{2,120})", re.I
)
# For "(Item 4)", "(Agenda item 4)"
ITEM_REFERENCE = re.compile(r"\((?:agenda\s{1,3})?item\s{0,3}\d{1,3}[a-z]?\)", re.IGNORECASE)
# For "pdf icon PDF 159 KB"
PAGE_DEBRIS = re.compile(r"(?:\s{0,3}pdf icon)?\s{0,3}PDF \d{1,6} [KM]B", re.IGNORECASE)
# For "Minutes:" on a web page, between the agenda's words and what the meeting did
MINUTES_LABEL = re.compile(r"minutes:?", re.IGNORECASE)
# For "Minutes:", "Additional documents:", "View directions", "Items", "No. Item": labels of a committee's web page
WEB_LABEL = re.compile(
    r"(?:minutes|decisions?|(?:additional|supporting) documents|view directions|media|items|no\. item|agenda item):?"
    r"|items?\s{1,3}actions?(?: by)?|\.\.\.\s{1,3}view the full (?:minutes|agenda|decision) text for item .{1,10}",
    re.IGNORECASE,
)
# For "Agenda item": the first line of a web page that holds one item; its title follows
ITEM_PAGE = re.compile(r"agenda item", re.IGNORECASE)
# For "Items", "No. Item", "ITEMS Action": heads of the columns that the items stand in
ITEM_COLUMNS = re.compile(r"items?|no\. item|items?\s{1,3}actions?(?: by)?", re.IGNORECASE)
# For "Decision:": where no "Minutes:" stands beside it, the label of a resolution
DECISION_LABEL = re.compile(r"decisions?:?", re.IGNORECASE)
# For "Delegation: Ann Marsh", "Notice of motion – Councillor Reed": what is behind the mark belongs to the title
NAMED_TITLE = re.compile(
    r"(?:delegations?|deputations?|presentations?|notices? of motions?|motions?|questions?|petitions?"
    r"|reports?)\b[^.]{0,100}",
    re.IGNORECASE,
)
# For "RESOLVED", "CARRIED", "TOTAL", "SECOND: Marsh": capitals on a line of their own that head no business
NO_HEADING = re.compile(
    r"(?:motion|moved) by\b.*|(?:motion|moved|mover|second|seconded|seconder|ayes?|nays?|noes|in favou?r|opposed)\s?:.*"
    r"|(?:council |board |committee )?resolution (?:no\b|number\b|\S{0,12}\d).{0,40}"
    r"|(?:officers?[’']?s? |staff |committee )?recommendations?:?"
    r"|(?:(?:officers?[’']?s?|staff|committee) recommendations?\s?[/&]\s?)?(?:council|committee|board) decision\b"
    r".{0,40}"
    r"|(?:it was )?(?:unanimously )?(?:resolved|agreed|carried|lost|adopted|noted|proposed|seconded|approved"
    r"|rejected|refused|granted"
    r"|deferred|withdrawn|supported|no violation|violation|(?:no )?(?:objections?|comments?|observations?)"
    r"|object on\b"
    r"|further information|no (?:further )?action"
    r"|recommended|recorded vote|for|against|abstain\w{0,4}|abstentions?|total|signed|date(?! of\b)"
    r"|decisions?|reply|replies|response|none|agenda|break|lunch)\b.{0,40}|(?:granted|deferred)\b.{0,120}"
    r"|(?:actions?|outcomes?|resolution)\b(?:\s(?:points?|by|for|required|plan|notes?))?(?:\s?[:–-].{0,80})?",
    re.IGNORECASE,
)
# For "BACKGROUND", "FINANCIAL IMPLICATIONS": in capitals, the parts of an officer's report and no business of their own
REPORT_PART = re.compile(
    r"(?:(?:executive )?summary|background|(?:officer )?comments?|consultation|purpose|implementation"
    r"|attachments?|pr[eé]cis|key issues?|applicant|author|proponent"
    r"|statutory (?:environment|implications|requirements)|voting requirements?|(?:simple|absolute) majority"
    r"|(?:policy|financial|budget|strategic|risk|sustainability|legal|economic|social|environmental|workforce|resource"
    r"|asset management)(?: and \w{4,12})? (?:implications?|considerations?|management|impacts?|assessment))\s?:?",
    re.IGNORECASE,
)
# Titles of business that comes back at every meeting
ROUTINE_TITLE = re.compile(
    r"(?:to (?:receive|approve|confirm|note|record|accept|consider)\b.{0,40}?)?"
    r"(?:(?:welcome(?: and| &)? )?apolog(?:y|ies)\b.{0,80}"
    r"|(?:members[’']? )?(?:(?:declarations?|disclosures?|requests?)\b.{0,40}\b(?:interests?"
    r"|dispensations?)\b).{0,120}"
    r"|(?:(?:confirmation|approval|adoption|signing|agreement) of (?:the )?)?(?:the )?(?:draft "
    r"|previous )?minutes\b(?!.{0,40}\b(?:group|panel)\b.{0,40}\brecommend).{0,160}"
    r"|(?:any )?(?:items? of )?(?:other )?urgent (?:business|items?|matters?).{0,80}"
    r"|(?:date|dates|time)\b.{0,30}\b(?:next|future)\b.{0,30}\bmeetings?\b.{0,80}"
    r"|(?:the )?next (?:\w{1,12} )?meeting.{0,80}"
    r"|.{0,30}\bexclusion of\b.{0,30}\bpublic\b.{0,80}"
    r"|substitut(?:es|ions|e members)\b.{0,60}"
    r"|close of (?:the )?meeting)",
    re.IGNORECASE,
)
# For "Matters arising", "Clerk's report", "Planning applications", "Accounts for approval": what agendas call business
AGENDA_TITLE = re.compile(
    r"(?:to (?:receive|consider|note|approve|discuss|review)\b.{0,20}?)?(?:the )?(?:"
    r"welcome.{0,40}|introductions?|(?:chair(?:man|woman|person)?[’']?s?"
    r"|mayor[’']?s?)\b.{0,20}(?:announcements?|welcome|opening|business|update)"
    r"|announcements?|communications?"
    r"|(?:presidential|president[’']?s|mayor[’']?s|trustees?[’']?|board|council|commissioners?[’']?|citizens?[’']?|audience"
    r"|staff)(?: members?)? comments?"
    r"|matters? arising\b.{0,60}|actions?\b.{0,20}\b(?:last|previous|outstanding|minutes)\b.{0,30}"
    r"|correspondence\b.{0,30}|planning\b(?: (?:applications?|matters|decisions?|issues|updates?|report"
    r"|committee))?.{0,30}"
    r"|(?:accounts?|payments?|finances?|financial|cheques|invoices|treasurer)\b.{0,50}|budget\b.{0,40}"
    r"|precept\b.{0,30}"
    r"|.{1,40}\breports?\b.{0,20}|reports?\b(?! of the).{0,40}"
    r"|(?:any |councillors[’']? |public |members[’']? ){0,2}(?:other|new|old|further"
    r"|unfinished) (?:competent )?business.{0,40}|a\.?o\.?c?\.?b\.?"
    r"|(?:public|open)\b.{0,12}\b(?:participation|forum|questions?|question time|session|comments?|speaking"
    r"|time).{0,30}"
    r"|questions?\b.{0,40}|notices? of motions?|motions?|petitions?|deputations?|presentations?\b.{0,60}"
    r"|delegations?\b.{0,60}"
    r"|(?:highways?|footpaths?|roads?|cemetery|allotments?|playing fields?|play areas?|street ?lighting"
    r"|lighting|police"
    r"|village halls?|website|newsletter|insurance|housing|recreation|environment|burial)(?: (?:matters?"
    r"|issues?|updates?|committee|report|business))?"
    r"|election of\b.{0,60}|appointment of\b.{0,60}|co-?option\b.{0,40}|call to order|roll call|adjournment"
    r"|close|closure"
    r"|(?:adoption|approval) of (?:the )?agenda|by-?laws?\b.{0,40}|closed session|in camera|consent agenda"
    r"|staff reports?"
    r"|(?:committee|board) (?:reports?|business|updates?)|membership|risk (?:register|assessment).{0,20}"
    r"|forward plan|work programme.{0,20}"
    r"|items? for (?:the )?next\b.{0,40})",
    re.IGNORECASE,
)
# For "PLANNING – the applications", "APOLOGIES: Councillor Marsh", "MINUTES of the last meeting read"
CAPITALS_LEAD = re.compile(
    r"(?P<lead>[A-ZÀ-Þ][A-ZÀ-Þ’'/&,() -]{3,60}[A-ZÀ-Þ)])(?:\s?[.:,–-]\s?|\s)(?P<rest>(?![A-ZÀ-Þ]{2,40}\b)\S.*)",
    re.DOTALL,
)
# For "Planning: two applications", "Matters Arising: the bus shelter"
COLON_LEAD = re.compile(r"(?P<lead>[A-Z][^:.;?!]{2,70}):\s?(?P<rest>\S.*)", re.DOTALL)
# For "Membership – the Chairman reported", "Correspondence - none"
DASH_LEAD = re.compile(r"(?P<lead>[A-Z][^:.;?!–]{2,70}?)(?:\s[–-]|–)\s(?P<rest>\S.*)", re.DOTALL)
# For "… the notice. 96/19 Election of Chair", "… accepted. 2. Declarations": a number within a line, before a capital
INLINE_NUMBER = re.compile(
    r"\s(?=\.?\d)(?<!\b[Ii]tem\s)(?<!\b[Mm]inute\s)(?<!\b[Nn]o\.\s)(?<!\b[Pp]age\s)(?<!\b[Nn]umber\s)(?<!\b[Rr]ule\s)"
    r"(?<!\b[Oo]rder\s)(?<!\b[Pp]ara\s)(?<!\b[Ss]ection\s)(?<!\bat\s)(?<!\bof\s)(?<!\bon\s)(?<!\bto\s)(?<!\band\s)(?<!,\s)"
    r"\.?(?P<number>\d{1,3}/\d{2}|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)"
    r"\s{1,3}(?=[A-Z“‘])"
)
# For "All licences have been granted": a caption in bold or capitals that tells a deed
TELLS = re.compile(r"(?i)\b(?:was|were|has been|have been|had been|shall|will be|is hereby|agreed|resolved that)\b")
# For "Committee reports", "Disclosure of interests by Council members": they name a body and are none
BUSINESS_OF_BODIES = re.compile(
    r"\b(?:reports?|updates?|comments|declarations?|disclosures?|apologies|appointments?|election)\b", re.IGNORECASE
)
# For "24/00112/FUL - Land at Mill Lane", "P/2023/0456/F", "Application No: 23/00411/F": the reference of an application
APPLICATION = re.compile(
    r"(?:(?:planning )?application(?: (?:no|number|ref(?:erence)?)\.?)?\s?:?\s)?"
    r"(?:[A-Z]{1,4}/)?(?:\d{2}|(?:19|20)\d\d)/\d{2,6}(?:/\d{1,4})?(?:/[A-Z]{1,6}\d?){1,2}\b",
    re.IGNORECASE,
)
# For the blanks in "Membership     Ann Marsh", "Membership  Ann Marsh": another column, and no gap behind a mark
COLUMN_GAP = re.compile(r"\s{3,200}|(?<=[\w)’”])\s{2}(?=[A-ZÀ-Þ])")
# For "Agenda", "AGENDA:" on a line of its own, "Councillors are summoned to a meeting on …"
AGENDA_LABEL = re.compile(r"agenda(?: items?)?\s?:?|.{0,40}\bare (?:hereby )?summoned to\b.{0,200}", re.IGNORECASE)
# For "SUBJECT", "Item", "Matter": the column of a grid that names the business
SUBJECT_COLUMN = re.compile(r"(?:subject|title|item|matter|topic|business|agenda item|description)", re.IGNORECASE)
# For "April 2012", "Spring 2012": a heading of a web page, and no item
MONTH_AND_YEAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter)[ ,]{1,3}(?:19|20)\d\d",
    re.IGNORECASE,
)
# For "Mill Lane", "“The Limes”", "£500 scheme": a title begins so, and an entry of a list does not
TITLE_BEGINS = re.compile(r"[\w“‘\"'£$€]")
