"""Every regular expression that reads minutes: named, an invented example above each.

Minutes come from strangers: each repeat is bounded, and no pattern nests one unbounded choice in another, so that
reading stays linear in the length of the text.
"""

from __future__ import annotations

import re

# --- Lines ------------------------------------------------------------------------------------------------------------
# "<AI4>", "</AI4>"
ITEM_TAG = re.compile(r"<(?P<close>/?)AI(?P<number>\d{1,4})>", re.IGNORECASE)
# "<AI4", "< /AI 4 >", "AI4>": what is left of a damaged tag
BROKEN_TAG = re.compile(r"<\s{0,3}/?\s{0,3}AI\s{0,3}\d{0,4}|/?AI\d{1,4}>", re.IGNORECASE)
# "<TRAILER_SECTION>", "</TITLE_ONLY_LAYOUT_SECTION>"
SECTION_TAG = re.compile(r"<(?P<close>/?)(?P<name>(?:[A-Z]{1,20}_){1,6}SECTION)>")
# "---", "* * *", "======": a rule across the page
RULE = re.compile(r"[\W_]{1,200}")
# "Page 3 of 12", "- 3 -", "3"
PAGE_NUMBER = re.compile(r"(?:page\s{1,3})?(?:[-–]\s{0,3})?\d{1,4}(?:\s{0,3}[-–]|\s{1,3}of\s{1,3}\d{1,4})?", re.IGNORECASE)
# "Page 3", "Page 3 of 12", "- 3 -": a page number wherever it stands
SURE_PAGE_NUMBER = re.compile(r"page\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?|[-–]\s{0,3}\d{1,4}\s{0,3}[-–]", re.IGNORECASE)
# "| Payee | Amount |"
TABLE_ROW = re.compile(r"\|(?P<cells>.{1,99998})\|")
# "| --- | ---: |"
TABLE_RULE = re.compile(r"\|[\s|:-]{1,2000}\|")
# "## Apologies"
MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]{1,8}(?P<words>\S.{0,400})")
# "**61/24 Apologies.** Councillor Marsh sent apologies."
STRONG_LEAD = re.compile(r"(?:\*\*|__)(?P<words>[^*_]{1,400})(?:\*\*|__)")
# "**bold**" within a line
STRONG = re.compile(r"\*\*|__(?=[^\W_])|(?<=[^\W_])__")
# "*22/0031/HSE*"
EMPHASIS = re.compile(r"(?<![\w*])\*(?P<words>[^\s*](?:[^*]{0,400}[^\s*])?)\*(?![\w*])")
# "Signed \.\.\.\."
ESCAPED = re.compile(r"\\(?P<mark>[^\w\s])")
# Control and zero-width characters; a tab is turned to blanks before
UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")
# Bullets of a symbol font
PRIVATE_GLYPH = re.compile("[\ue000-\uf8ff]")
# "Signed ........................ Chair      Date ............", "______________"
DOTTED_LINE = re.compile(r"(?:[._…]\s?){4,}")
# "Signed", "Chairman", "Dated": what stands about the dotted lines
SIGNATURE_WORD = re.compile(
    r"signed|signature|chair(?:man|woman|person)?|mayor|cathaoirleach|president|convenor|dated?|clerk", re.IGNORECASE
)

# "Signed:", "Dated"
SIGNATURE_LABEL = re.compile(r"(?:signed(?: by)?(?: the \w{1,20})?|chair(?:man|woman|person)?|dated?)\s?[:.]?", re.IGNORECASE)

# --- Numbers of items -------------------------------------------------------------------------------------------------
# "88/24", "FC.112/23", "R2024-057", "23/24-101"
CODED_NUMBER = re.compile(
    r"(?P<number>[A-Z]{1,4}[. ]?\d{1,4}(?:[/-]\d{1,4}){1,2}|\d{1,4}/\d{1,4}|20\d\d-\d{2,4})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?",
    re.DOTALL,
)
# "4.2  Tree preservation order, Mill Lane"
DECIMAL_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# "4.  Tree preservation order", "12)", "4a. Mill Lane"
PLAIN_NUMBER = re.compile(r"(?P<number>\d{1,4}[a-z]?)(?P<close>[.:)])(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# "4  Tree preservation order": without a dot the gap makes the number
BARE_NUMBER = re.compile(r"(?P<number>\d{1,4})(?P<close>)\s{2,}(?P<rest>\S.*)", re.DOTALL)
# "(a)  Sea wall", "b. Depot roof", "c)"
LETTER = re.compile(r"(?:\((?P<number>[a-z])\)|(?P<loose>[a-z])[.)])(?P<close>)(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# "• a point", "(ii) a part", "- a point", "3. a paragraph": a line that begins a paragraph of its own
LIST_MARK = re.compile(r"(?:[•·▪◦‣*–-]|\(?[a-z]{1,4}\)|\(\d{1,3}\)|\d{1,3}[.)]|[a-z]\.)\s")
# "(a)", "(ii)", "3.": the mark itself
ENUMERATION = re.compile(r"(?P<open>\(?)(?P<mark>[a-z]{1,4}|\d{1,3})(?P<close>[.)])\s")
# "3. ": the number of a paragraph, before its words
PARAGRAPH_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s{1,8}")

# "subject to the following conditions:", "RESOLVED that", "the accounts be paid;": entries of a list follow
LIST_FOLLOWS = re.compile(r"(?:[:;,–-]|\b(?:that|to|and|or|of|following))$", re.IGNORECASE)

# --- Titles and parts -------------------------------------------------------------------------------------------------
# "(Item 4)", "(Agenda item 4)"
ITEM_REFERENCE = re.compile(r"\((?:agenda\s{1,3})?item\s{0,3}\d{1,3}[a-z]?\)", re.IGNORECASE)
# "pdf icon PDF 159 KB"
PAGE_DEBRIS = re.compile(r"(?:\s{0,3}pdf icon)?\s{0,3}PDF \d{1,6} [KM]B", re.IGNORECASE)
# "Minutes:", "Additional documents:", "View directions", "Items", "No. Item": labels of a committee's web page
WEB_LABEL = re.compile(
    r"(?:minutes|decision|decisions|additional documents|view directions|media|items|no\. item|agenda item):?"
    r"|\.\.\.\s{1,3}view the full (?:minutes|agenda|decision) text for item .{1,10}",
    re.IGNORECASE,
)
# "Part II – Press and Public Excluded", "EXEMPT ITEMS", "CONFIDENTIAL BUSINESS"
CLOSED_PART = re.compile(
    r"\(?part\s{1,3}(?:ii|2|two|b)\b[^.]{0,100}"
    r"|(?:exempt|confidential|private|closed|restricted)\s{1,3}(?:items?|business|session|part|matters|minutes)\b[^.]{0,80}"
    r"|(?:items?|business|matters)\s{1,3}(?:taken|considered|to be considered|heard)\s{1,3}in\s{1,3}private\b[^.]{0,60}",
    re.IGNORECASE,
)
# "Part I", "UNRESTRICTED ITEMS", "Open session"
OPEN_PART = re.compile(
    r"\(?part\s{1,3}(?:i|1|one|a)\b[^.]{0,100}"
    r"|(?:unrestricted|open|public|non-exempt)\s{1,3}(?:items?|business|session|part|matters)\b[^.]{0,60}"
    r"|items?\s{1,3}(?:taken|considered)\s{1,3}in\s{1,3}public\b[^.]{0,60}",
    re.IGNORECASE,
)
# "(Open access to minutes)", "(Not open to press and public)": what stands under a part's label
PART_REMARK = re.compile(r"\((?:open access|not open|no access|public access)\b[^)]{0,100}\)", re.IGNORECASE)
# "The Common – The Clerk had written": behind a number, a short lead that heads what follows
RUN_IN_LEAD = re.compile(r"(?P<lead>[A-Z][^.:;–]{1,60}?)(?:\s[–-]|:)\s(?P<rest>[A-Z“].{20,})", re.DOTALL)
# "Exclusion of the press and public"
EXCLUSION_TITLE = re.compile(r"\b(?:exclu\w{1,8})\b.{0,40}\b(?:public|press)\b", re.IGNORECASE)
# "the press and public be excluded", "members of the public withdraw", "the meeting go into private session"
EXCLUSION = re.compile(
    r"\b(?:public|press)\b.{0,60}?\b(?:be|were|was|are|is)?\s{0,2}(?:asked to\s)?(?:now\s)?"
    r"(?:excluded|exclude|withdraw|withdrew|leave|left|vacate)\b"
    r"|\bexclu(?:de|ding|sion of)\b.{0,60}?\b(?:public|press)\b"
    r"|\b(?:go|move|moved|went)\s(?:in)?to\s(?:a\s)?(?:private|closed|confidential)\s(?:session|business)"
    r"|\bin\s(?:camera|private\ssession|closed\ssession|committee)\b",
    re.IGNORECASE,
)
# "No items required the exclusion of the public", "all items were considered in open session"
NO_EXCLUSION = re.compile(
    r"\b(?:no|not|none|nothing|without)\b.{0,120}\b(?:exclu\w{1,8}|exempt|private|confidential|closed)\b"
    r"|\b(?:exclu\w{1,8})\b.{0,80}\b(?:not|unnecessary|no)\b|\ball\b.{0,40}\bopen session\b",
    re.IGNORECASE,
)
# "The public were re-admitted at 8.05 pm", "The meeting returned to open session"
READMISSION = re.compile(
    r"\b(?:public|press)\b.{0,60}\b(?:re-?\s?admitted|invited back|readmittance|returned|re-?joined|re-?entered|let back)\b"
    r"|\b(?:re-?admit|re-?admission of|invite back)\b.{0,40}\b(?:public|press)\b"
    r"|\b(?:return\w{0,3}|resum\w{1,4}|re-?opened|re-?conven\w{1,3}|mov\w{1,3}\sback)\b.{0,40}\b(?:open|public)\s(?:session|meeting|business)\b"
    r"|\bre-?opened\sto\sthe\s(?:press|public)\b",
    re.IGNORECASE,
)
# "Paragraph 3 – Information relating to the financial affairs of any person"
STATUTE = re.compile(r"\b(?:paragraph|section|schedule)\s{1,2}\d", re.IGNORECASE)
# "(Exempt information: paragraph 3)", "Not for publication by virtue of paragraph 3"
EXEMPT_REMARK = re.compile(
    r"\(?(?:exempt information\b|not for publication\b|exempt\s{0,2}[-–:(]|confidential\s{0,2}[-–:(])", re.IGNORECASE
)
# "Land at Quarry Lane (Exempt)", "CONFIDENTIAL – Clerk's salary"
EXEMPT_TITLE = re.compile(
    r"[(\[]\s?(?:exempt|confidential|part\s(?:ii|2|two)|private|restricted)\b[^)\]]{0,60}[)\]]|^(?:exempt|confidential|restricted)\s{0,2}[-–:]", re.IGNORECASE
)
# "for the following item", "for the next item": one only
ONE_EXEMPT_ITEM = re.compile(r"\b(?:following|next)\s(?:exempt\s|confidential\s)?(?:item|agenda item)\b(?!s)", re.IGNORECASE)
# "the members of the public left at 8.21 pm", "There were no public present"
MERE_LEAVING = re.compile(r"\b(?:left|leave|withdrew|withdraw)\b|\bno (?:members of the )?public\b", re.IGNORECASE)
# "RESOLVED", "CARRIED", "TOTAL": capitals on a line of their own that head no business
NO_HEADING = re.compile(
    r"(?:it was )?(?:unanimously )?(?:resolved|agreed|carried|lost|adopted|noted|proposed|seconded|recommended|recorded vote|for|against|abstain\w{0,4}|abstentions?|total|signed|date|action|actions|none)\b.{0,40}",
    re.IGNORECASE,
)
# Titles of business that comes back at every meeting
ROUTINE_TITLE = re.compile(
    r"(?:to (?:receive|approve|confirm|note|record|accept|consider)\b.{0,40}?)?"
    r"(?:(?:welcome(?: and| &)? )?apolog(?:y|ies)\b.{0,80}"
    r"|(?:members[’']? )?(?:(?:declarations?|disclosures?|requests?)\b.{0,40}\b(?:interests?|dispensations?)\b).{0,120}"
    r"|(?:(?:confirmation|approval|adoption|signing|agreement) of (?:the )?)?(?:the )?(?:draft |previous )?minutes\b(?!.{0,40}\b(?:group|panel)\b.{0,40}\brecommend).{0,160}"
    r"|(?:any )?(?:items? of )?(?:other )?urgent (?:business|items?|matters?).{0,80}"
    r"|(?:date|dates|time)\b.{0,30}\b(?:next|future)\b.{0,30}\bmeetings?\b.{0,80}"
    r"|(?:the )?next (?:\w{1,12} )?meeting.{0,80}"
    r"|.{0,30}\bexclusion of\b.{0,30}\bpublic\b.{0,80}"
    r"|substitut(?:es|ions|e members)\b.{0,60}"
    r"|close of (?:the )?meeting)",
    re.IGNORECASE,
)

# --- Dates and times --------------------------------------------------------------------------------------------------
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s{0,3},?\s{0,3}(?:the\s{1,2})?)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
# "Tuesday, 12th March, 2024"; "12 March" (the year told by what is about it); "March 12, 2024"; "12.03.24"; "2024-03-12"
DATE = re.compile(
    r"\b" + _WEEKDAY + r"(?:"
    r"(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)?(?:\s{1,3}(?:day\s)?(?:of\s{1,2})?|(?=[A-Za-z]))"
    + _MONTH.format("") + r"(?:\s{0,3},?\s{1,3}" + _YEAR.format("") + r"\b|\b)"
    r"|" + _MONTH.format("_first") + r"\s{1,3}(?P<day_second>[0-3]?\d)(?:st|nd|rd|th)?\s{0,2},?\s{1,3}" + _YEAR.format("_last") + r"\b"
    r"|(?P<day_digits>[0-3]?\d)(?P<divider>[./-])(?P<month_digits>[01]?\d)(?P=divider)(?P<year_digits>(?:19|20)?\d\d)(?!\d|[./-]\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
    r")",
    re.IGNORECASE,
)
# "7.30 pm", "10am", "14:00", "2.00 p.m.", "12 noon", "1930 hrs"
TIME = re.compile(
    r"(?<![\d.£€$/])(?:(?P<hour>[01]?\d|2[0-4])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?\s{0,2}(?P<half>[ap]\s?\.?\s?m\b\.?|noon|midday|midnight)"
    r"|(?P<hour_24>[01]?\d|2[0-3]):(?P<minute_24>[0-5]\d)(?:\s{0,2}(?:hrs|hours|h)\b)?(?!\d)"
    r"|(?P<hour_four>[01]\d|2[0-3])(?P<minute_four>[0-5]\d)\s{0,2}(?:hrs|hours)\b"
    r"|(?P<word>noon|midday)\b)",
    re.IGNORECASE,
)

# --- The head ---------------------------------------------------------------------------------------------------------
BODY_WORD = (
    r"(?:council|committee|sub-?committee|cabinet|executive|board|panel|forum|group|assembly|authority|commission"
    r"|working party|task force|trust|trustees|conference|district|township|partnership|meeting)"
)
# "Harrowmere Borough Council", "Stoke Marsh Parish Council", "Royal Borough of Harrowmere"
COUNCIL_NAME = re.compile(
    r"(?:(?:the\s)?[^\W\d_][\w’'.&,-]{0,30}\s){1,8}?(?:county|borough|city|district|town|parish|community|metropolitan|unitary"
    r"|islands?|village|regional|municipal)\s(?:and\s\w{1,12}\s)?(?:borough\s|district\s|city\s)?council"
    r"|(?:the\s)?(?:royal |london |metropolitan )?(?:borough|city|county|district|township|town) of (?:[^\W\d_][\w’'.&-]{0,30}\s?){1,6}",
    re.IGNORECASE,
)
# "Parish Council", "COUNTY COUNCIL", "Council": a body that its council's name tells
BARE_COUNCIL = re.compile(
    r"(?:the )?(?:full )?(?:(?:county|borough|city|district|town|parish|community|municipal) )?council", re.IGNORECASE
)
# "Ayford Parish Council": a council that is a meeting of its own, without committees in its name
LOCAL_COUNCIL = re.compile(r".{1,100}\b(?:parish|town|community|township|village)\b.{0,20}\bcouncil", re.IGNORECASE)
# "MINUTES of the annual meeting of the Planning Committee held in", "Minutes of the Parish Council meeting held on"
MINUTES_OF = re.compile(
    r"(?:(?:draft|unconfirmed|approved|confirmed)\s)?(?:minutes|record|notes)\b.{0,40}?\b(?:of|from|for)\b.{0,160}"
    r"|(?:an?|the)\s(?:\w{1,20}\s){0,4}meeting of\b.{0,200}\bheld\b.{0,200}"
    r"|at an?\s(?:\w{1,20}\s){0,4}meeting\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
# "of the Planning Committee held", "meeting of the Council,"
MEETING_OF = re.compile(
    r"\bmeeting\s(?:of|for)\s(?:the\s)?(?P<body>[^,;:()]{2,120}?)(?=\s(?:held|was held|which|convened|on|at|commencing|to consider)\b|\s{0,2}[,;:(]|\s[–-]\s|\.?$)",
    re.IGNORECASE,
)
# "Minutes of the Parish Council meeting held", "of the Planning Committee meeting on"
BODY_MEETING = re.compile(
    r"\bof\s(?:the\s|an?\s)?(?P<body>[^,;:()]{2,120}?)\s(?:meeting|mtg)\b", re.IGNORECASE
)
# "Planning Committee - Thursday, 19th September": the heading of a committee's web page
BODY_DASH_DATE = re.compile(r"(?P<body>[^–]{3,100}?)\s[-–]\s(?=\w{6,9}day,?\s\d)")
# "held", "commencing": after it, the place and the time
HELD = re.compile(r"\b(?:held|took place|convened|meeting\s(?=on|at))\b", re.IGNORECASE)
# "Venue: Guildhall, Harrowmere", "Date: 12 March 2024", "Time: 7 pm"
HEAD_LABEL = re.compile(
    r"(?P<label>venue|place|location|held at|held in|date|time|date and time|started|start time)\s{0,2}[:–-]\s{0,8}(?P<words>\S.{0,200})", re.IGNORECASE
)
# "Planning Committee", "Cabinet": a line that names a body
BODY_NAME = re.compile(rf"\b{BODY_WORD}\b", re.IGNORECASE)
# "Council Chamber", "the Committee met": words with a body's name in them that are none
NO_BODY = re.compile(r"\b(?:chamber|offices?|minutes|update|agenda|closes?|was|were|is|are|has|had|will|met|meets|opened|welcomed|said|noted)\b", re.IGNORECASE)
# "Annual Meeting", "Parish Meeting": a kind of meeting, no body
ONLY_MEETING = re.compile(r"(?:.{0,40}\s)?meeting|(?:ordinary|annual|special|extraordinary|monthly|general)", re.IGNORECASE)
# "Ordinary Meeting of the", "Annual": what stands before or after a body's name
KIND_OF_MEETING = re.compile(
    r"^(?:minutes\s(?:of|from)\s)?(?:the\s|an?\s)?(?:(?:ordinary|annual|special|extraordinary|monthly|general|statutory|virtual|remote)\s){0,2}(?:meeting\sof\s(?:the\s)?)?"
    r"|(?:\s(?:ordinary|annual|special|extraordinary|monthly|general|virtual))?\s(?:meeting|minutes)(?:\sminutes)?$", re.IGNORECASE
)
# "(Draft until approved)" behind a body's name
BRACKETED = re.compile(r"\([^()]{0,200}\)")
# "on", "held at", "commencing at": what stands between the date, the time and the place
BEFORE_PLACE = re.compile(r"^(?:on|at|in|held|from|by|to|until|and|via the|commencing|commenced|starting|started|beginning|be|was|which|the meeting)\b[\s,:;–-]{0,4}(?=\S|$)", re.IGNORECASE)
AFTER_PLACE = re.compile(r"[\s,;–-]{0,3}\b(?:on|at|in|from|to|and|commencing|commenced|starting|started|start|beginning|held|the)$", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w’']*")
ANY_WORD = re.compile(r"[^\W_]")
# "DRAFT", "(Draft until approved)", "Subject to confirmation at the next meeting"
DRAFT = re.compile(r"\bdraft\b|\bunconfirmed\b|\bunapproved\b|\bsubject to (?:confirmation|approval|ratification)\b", re.IGNORECASE)
# "Draft Budgetary Plan": a draft of something else
DRAFT_OF_OTHER = re.compile(r"\bdraft (?!minutes|until|copy|version|subject|\W)\w{3,}", re.IGNORECASE)
# Words of the head that tell no fact of their own
HEAD_FORMULA = re.compile(
    r"\b(?:minutes|minute|record|notes|draft|agenda|decisions|unconfirmed|unapproved|confirmed|until|approved|next|confirmation|approval|subject|the|a|an|of|"
    r"from|for|and|meeting|meetings|held|was|were|took|place|on|at|in|by|to|proceedings|commencing|commenced|starting|started|start|date|time|venue|location|"
    r"between|until|via|ordinary|annual|special|extraordinary|monthly|general|statutory|full|open|as|follows|present|before|day|view|directions)\b",
    re.IGNORECASE,
)

# --- People -----------------------------------------------------------------------------------------------------------
# "Present:", "OFFICERS IN ATTENDANCE", "Apologies for absence:", "Also present: Councillor Marsh"
ATTENDANCE_LABEL = re.compile(
    r"(?P<label>(?:(?:members?|councillors?|officers?|officials?|others?|guests?|visitors?|staff|those|also|the following|persons|voting|co-opted|non-voting|public|councillors also|members also|cabinet members|independent)"
    r"(?:\s(?:members?|councillors?|officers?|and|also|&|were))?\s){0,2}"
    r"(?:present(?: in the chair)?|in attendance|attending|attendance|apologies(?: for absence)?(?: (?:were )?received)?(?: from)?|absent(?: with(?:out)? apologies)?|substitutes?)"
    r"|attendees|members|officers|officials|guests|visitors|secretariat|substitute members|apologies|in the chair|chair(?:man|person)?)"
    r"\s{0,2}(?:[:;]\s{0,8}|[–-]\s{1,8}|$)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COURTESY = r"mrs|mr|ms|miss|mx|dr|sir|dame|lord|lady|baroness|professor|prof|reverend|revd|rev|canon|father|colonel|col|major|captain|capt|hon|the hon"
_ELECTED = (
    r"(?:(?:county|borough|district|city|town|parish|ward|provincial)\s)?"
    r"(?:councillors|councillor|cllrs|cllr|clls|couns|coun|aldermen|alderman|ald|deputy mayor|mayor)"
)
# "County Councillors", "Cllr Mrs", "Dr"
TITLE = re.compile(rf"(?:{_ELECTED}|{_COURTESY}|messrs)\.?(?:\s(?:the\s)?(?:{_COURTESY})\.?)?(?=\s|$)", re.IGNORECASE)
# "Councillors", "Messrs": a title that goes on to the names after it
PLURAL_TITLE = re.compile(r"(?:councillors|cllrs|clls|couns|aldermen|messrs)\b", re.IGNORECASE)
# "OBE", "CBE DL"
HONOURS = re.compile(
    r"(?:[,\s]\s{0,3}(?:C\.?B\.?E|O\.?B\.?E|M\.?B\.?E|K\.?B\.?E|D\.?B\.?E|B\.?E\.?M|G\.?B\.?E|KCB|CB|CMG|CVO|LVO|MVO|DL|JP|QC|KC|GM|GC|VC|DSO|MC|QPM|QFSM|TD|VR|VD|RD|FRS|MP|MEP|MSP|MS|PC|TC|PhD)\.?(?=[\s,;]|$)){1,5}"
)
_PARTICLE = r"(?:de|du|da|van|von|der|den|la|le|ap|ab|al|el|bin|y)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[’'.]?\w){0,24}(?:-[A-ZÀ-ÖØ-Þa-z](?:[’']?\w){0,24}){0,3}\.?)"
# "Ada Marsh", "J M Eddowes", "T. O’Dea", "Y Brand-Hughes", "Piet van der Berg"
NAME = re.compile(rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{0,4}}")
# "the Mayor", "the Chairman": an office that moves a motion
OFFICE = re.compile(
    r"(?:the\s)?(?:deputy mayor|lord mayor|mayor|vice-?chair(?:man|woman|person)?|chair(?:man|woman|person)?|leader(?: of the council)?|deputy leader|president|cathaoirleach)\b",
    re.IGNORECASE,
)
# "Clerk", "Head of Planning", "Vice-Chair": words that tell an office, not a name
ROLE_WORD = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice|convenor|president|leader|mayor|clerk|director|head|officer|manager|engineer|solicitor|secretary"
    r"|treasurer|chief|executive|administrator|surveyor|planner|assistant|accountant|auditor|lawyer|monitoring|rfo|warden|foreman|member for|cathaoirleach"
    r"|portfolio|deputy|lead|principal|senior|adviser|advisor|consultant|archivist|ecologist|inspector|constable|sergeant|pcso|minutes|speaker|substitute member)\b",
    re.IGNORECASE,
)
# "Marsh (A)": two councillors of one name
NAMESAKE = re.compile(r"(?P<name>[^()]{2,60}?)\s\((?P<initial>[A-Z]{1,2})\.?\)")
# ", ", " and ", "; ", and the brackets within which they divide nothing
LIST_DIVIDER = re.compile(r"[()]|,(?!\d)|;|\s(?:and|AND|&)\s")
# "Engineer (Ms A Marsh)", "the Clerk – Ada Marsh", "Clerk: Ada Marsh"
OFFICE_OF_NAME = re.compile(
    r"(?P<office>[^()–:]{2,120}?)(?:\s\((?P<bracketed>[^()]{3,80})\)|\s?(?:[–:]|\s-)\s(?P<dashed>[^()–:]{3,80})|\s(?P<plain>M(?:rs|r|s|iss)\.?\s[^()–:]{3,60}))"
)
# " (Chair)", " – Chief Executive", " in the Chair": an office after a name
OFFICE_AFTER = re.compile(
    r"\s?(?:\((?P<bracketed>[^()]{1,120})\)|\s?[–—-]\s(?P<dashed>.{1,120})|\s(?P<chair>in the chair))\s?\.?", re.IGNORECASE
)
# "Labour", "Con", "Ind.": a party is no office
PARTY = re.compile(r"(?:labour|lab|conservative|con|liberal democrat|lib ?dem|green|independent|ind|reform|snp|plaid cymru|labour and co-operative)\.?", re.IGNORECASE)
# "County Council", "Police", "Limited": capitals that name no person
NO_NAME = re.compile(
    r"\b(?:council|committee|police|constabulary|association|society|limited|ltd|trust|school|church|hall|road|street|public|press|members?|residents?|group|agency|university|apologies|present|attendance|meeting|minutes|none|nil|item|part|report)\b", re.IGNORECASE
)
# "Clerk", "Director of Place": offices of those who serve the body without belonging to it
SERVING_ROLE = re.compile(
    r"\b(?:clerk|director|officer|head of|engineer|solicitor|chief executive|administrator|surveyor|accountant|monitoring|rfo|warden|foreman|assistant)\b", re.IGNORECASE
)
# "arrived 7.10 pm", "for Mrs Ings", "until item 6": a remark and no office
ATTENDANCE_REMARK = re.compile(
    r"\b(?:arriv\w{1,4}|left|until|from|joined|substitut\w{1,4} for|substituting|for\s(?:items?|mr|mrs|ms|councillor|cllr)|items?|part|via|remotely|by (?:video|phone)|online|virtual\w{0,4}|agenda|minute|illness|holiday|work|family)\b|\d",
    re.IGNORECASE,
)
# "three members of the public", "6 members of the press"
UNNAMED = re.compile(
    r"(?:and\s)?(?:(?:about|approximately|some|around)\s)?(?:\d{1,4}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\s(?:other\s)?(?:members?|persons?|people|residents?|parishioners?|representatives?)\b.{0,60}|(?:public\s[–-]\s)?nil|none", re.IGNORECASE
)
# "Apologies for absence were received from Councillor Reed", "An apology had been received from"
APOLOGIES_FROM = re.compile(
    r"\bapolog(?:y|ies)\b[^.:]{0,80}?\b(?:from|for(?! (?:absence|non|late|lateness|not)\b))\b:?\s{0,3}(?P<names>.{1,2000})", re.IGNORECASE | re.DOTALL
)
# "Councillor Reed sent apologies", "Mrs Hale had given her apologies"
SENT_APOLOGIES = re.compile(
    r"(?P<names>.{1,500}?)\s(?:had\s|have\s|has\s)?(?:sent|gave|given|tendered|offered)\s(?:(?:his|her|their|in)\s)?apolog(?:y|ies)\b", re.IGNORECASE | re.DOTALL
)
# "Apologies for absence were received"
APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b", re.IGNORECASE)
# "Apologies and substitutes", "Attendance": items that tell who sent apologies
APOLOGIES_TITLE = re.compile(r"\b(?:apolog(?:y|ies)|absence|absences|attendance|substitut\w{1,4})\b", re.IGNORECASE)
# "from", "for", behind which names may follow
FROM = re.compile(r"\b(?:from|for|by)\b", re.IGNORECASE)
# "Also present", "Officers": those who are not members
OTHERS_LABEL = re.compile(r"\b(?:also|in attendance|officers?|officials?|guests?|visitors?|staff|public|secretariat|others?)\b", re.IGNORECASE)
ELECTED_TITLE = re.compile(rf"{_ELECTED}\b", re.IGNORECASE)
# "No apology had been received from Councillor Quill"
NO_APOLOGY = re.compile(r"\bno\s(?:apolog\w{1,4})\b.{0,60}?\bfrom\s(?P<names>.{1,300})", re.IGNORECASE | re.DOTALL)
# ", for whom Mrs Pell was present": where a list of names ends within its sentence
NAMES_END = re.compile(
    r",?\s(?:for whom|who\b|which|whose|because|due to|owing to|as\s(?:he|she|they)|were\s|was\s|had\s|have\s|has\s|is\s|are\s|and\s(?:were|was)\s|with\s|attended|took\s|having|could|would)\b", re.IGNORECASE
)
# "Mr Munnings (Commercial Manager) was in attendance for this item."
ATTENDED = re.compile(
    r"(?P<names>.{3,300}?)\s(?:was|were)\s(?:also\s)?(?:in attendance|present)\s(?:for|during)\s(?:this|the following|consideration of this)\s(?:item|matter|part)", re.IGNORECASE | re.DOTALL
)
# "Councillor Muir for Councillor Levett": who stands in for whom
SUBSTITUTE = re.compile(r"(?P<names>.{3,120}?)\sfor\s(?:county |borough )?(?:councillor|cllr|mr|mrs|ms|miss|dr)\b.{1,80}", re.IGNORECASE | re.DOTALL)

# --- Decisions --------------------------------------------------------------------------------------------------------
_HOW = r"(?:\s?,?\s?(?:unanimously|nem\.? con\.?|by a majority|on the casting vote of the (?:chair\w{0,6}|mayor))\s?,?){0,1}"
# "RESOLVED that", "It was AGREED unanimously to", "RESOLVED – That": capitals make a label wherever they stand
SHOUTED_LABEL = re.compile(
    rf"(?:\b(?:and\s)?(?:(?:it\s)?was\s)?)?(?P<how_before>unanimously\s)?\b(?:RESOLVED|AGREED|DECIDED)\b(?P<how>{_HOW})\s{{0,3}}(?P<mark>:-|[:;–—-])?\s{{0,3}}"
)
# "Resolved: That", "Resolved unanimously: That", "And Resolved:", "Agreed that": small letters make one at the start
OPENING_LABEL = re.compile(
    rf"(?:and\s|decision:?\s){{0,2}}(?P<formula>it was\s)?(?P<how_before>unanimously\s)?(?:resolved|(?<!was )agreed)\b(?P<how>{_HOW})\s{{0,3}}"
    r"(?:(?P<mark>:-|[:–—-])|(?=that\b|to\b)|$)\s{0,3}", re.IGNORECASE
)
THAT = re.compile(r"that\b")
# "agreed with the contractor", "agreed between the parties": others than the body
OTHERS_AGREED = re.compile(r"\bagreed\s(?:with|between|by\s(?!all|the\s(?:council|committee|panel|board|members|meeting)))", re.IGNORECASE)
_DONE = r"(?:agreed|resolved|decided|approved)"
_FURTHER = r"(?:(?:then|also|further|unanimously|duly|therefore|subsequently|all|jointly)\s){0,3}"
# "it was agreed to suspend Standing Orders", "and unanimously agreed that the lease be renewed"
IT_WAS_AGREED = re.compile(
    rf"\b(?:it\s(?:was|is)\s|and\s(?:it\swas\s)?|was\s)(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW})(?:\sby\s(?:all|the\s(?:council|committee|panel|board|members|meeting))(?:\s\w{{1,15}})?)?,?\s(?P<words>(?:that|to)\b.{{1,4000}})",
    re.IGNORECASE | re.DOTALL,
)
# "The Committee agreed that a letter be sent", "Members unanimously agreed to write", "All agreed to meet again"
BODY_AGREED = re.compile(
    rf"(?:^|\b(?:the|this|all)\s(?:[A-Za-z-]{{1,20}}\s){{0,4}})(?:council|committee|sub-committee|panel|board|cabinet|members|councillors|trustees|all|executive)(?:\spresent)?\s(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW})\s(?P<words>(?:that|to)\b.{{1,4000}})",
    re.IGNORECASE | re.DOTALL,
)
# "the works would be done", "to write", "be renewed": what commits the body, against "that the report was good"
COMMITS = re.compile(r"^to\s\w|\b(?:be|should|would|will|shall|to)\b", re.IGNORECASE)
# "The minutes of the meeting held on 4 September were confirmed as a true record"
MINUTES_APPROVED = re.compile(
    r"\bminutes\b.{0,400}?\b(?:were|was|are|having been)\b.{0,100}?\b(?:approved|agreed|confirmed|accepted|adopted|signed|correctly recorded)\b", re.IGNORECASE | re.DOTALL
)
# "The accounts were presented and accepted for payment"
PAYMENTS_APPROVED = re.compile(
    r"\b(?:accounts|payments|invoices|cheques|bills)\b.{0,120}?\b(?:were|was)\b.{0,60}?\b(?:approved|accepted|authorised|agreed|passed)\b", re.IGNORECASE | re.DOTALL
)
_PERSON = (
    r"(?:(?:(?:[Cc]ounty|[Bb]orough|[Dd]istrict|[Tt]own|[Cc]ity|[Pp]arish)\s)?(?:[Cc]ouncillors?|Cllrs?\.?|COUNCILLOR|CLLR|Coun\.?|Alderman|Ald\.?|Mrs?\.?|Ms\.?|Miss|Mx|Dr\.?|Sir|Dame|Lord|Lady|Professor|Prof\.?|Rev\.?d?)\s){0,3}"
    rf"(?:{_NAME_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME_WORD}){{0,4}}(?:\s\([A-Z]{{1,2}}\))?"
    r"|[Tt]he\s(?:Deputy\s|Lord\s|Vice-?\s?|Town\s)?(?:Mayor|Chair(?:man|woman|person)?|Leader(?:\sof\sthe\sCouncil)?|President|Cathaoirleach))"
)
# "Councillor Marsh then moved", "The Mayor moved"
PERSON_MOVED = re.compile(rf"(?P<name>{_PERSON}),?\s(?:(?:then|also|duly|further)\s)?(?P<verb>moved|proposed)\b")
# "It was moved by Councillor Marsh", "On the motion of the Chair", "Prop. Cllr Marsh", "Proposed: Cllr Marsh"
MOVED_BY = re.compile(
    rf"\b(?P<verb>[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Pp]roposer|[Pp]rop\.|[Mm]otion\sof|[Pp]ropos(?:al|ition)\sof)(?:\sby)?:?\s{{1,3}}(?P<name>{_PERSON})"
)
# "The Head of Legal and " before "Democratic Services proposed": capitals that go on with an office
PART_OF_OFFICE = re.compile(r"\b[Tt]he\s[^,.;]{0,80}$")
# "(unanimously)", "(5 for, 1 against)": a vote in brackets between the label and the decision
BRACKETED_VOTE = re.compile(r"\((?:unanimous|nem|all|by|\d|[a-z]{2,10}\s(?:for|in))[^()]{0,60}\)[\s:–-]{0,3}", re.IGNORECASE)
# "Councillor Reed seconded", "Cllr Reed, seconded" is another's: a comma may not stand before it
PERSON_SECONDED = re.compile(rf"(?P<name>{_PERSON})\s(?:(?:then|also|duly)\s)?seconded\b(?!\sby)")
# "seconded by Councillor Reed", "sec. Cllr Reed", "Seconded: Cllr Reed"
SECONDED_BY = re.compile(rf"\b(?:[Ss]econded|SECONDED|[Ss]econder|[Ss]ec\.)(?:\sby)?:?\s{{1,3}}(?P<name>{_PERSON})")
# "as an amendment, that", "moved an amendment"
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# ", that the fee be frozen": where a motion's own words begin
MOTION_THAT = re.compile(r"[,\s]\s?that\b:?\s?")
# ", to adjourn": the same, right behind the movers
MOTION_TO = re.compile(r"[,\s]{0,2}(?=to\s[a-z])")
# "the following motion:": its words are the next paragraph
MOTION_FOLLOWS = re.compile(r"\bthe following (?:motion|amendment|resolution)\b.{0,40}$|\bthat:?$", re.IGNORECASE)
# ", seconded by Councillor Reed", " and on being put to the vote carried": where a motion's own words end
MOTION_END = re.compile(
    r",?\s(?:and\s)?(?:was\s)?(?:seconded\b|(?:on|upon)\s(?:being\s)?put\sto\b|on a show of hands|which was\b|it was\s(?:carried|agreed|lost)|was\s(?:carried|lost|agreed)|this was\b|with\s(?:\w{1,12}|\d{1,3})\svotes\b)", re.IGNORECASE
)
# "The motion was put and carried", "the amendment fell", "which was carried by 4 votes to 1"
MOTION_RESULT = re.compile(
    r"\b(?:(?P<subject>motion|amendment|proposal|proposition|recommendations?)\b.{0,160}?|(?:which|it|this|vote)\b.{0,30}?)"
    r"\b(?P<result>not carried|not agreed|carried|lost|fell|defeated|rejected|withdrawn|agreed|approved|passed|adopted|deferred|referred back)\b",
    re.IGNORECASE | re.DOTALL,
)
# "On a show of hands", "put to the vote": a sentence that counts votes
VOTE_TAKEN = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bshow of hands\b|\bin favour\b|\babst(?:ention|ain)|\bnem\.? con\b|\bunanimous", re.IGNORECASE)
# Words about movers that are no motion's own
MOVERS_FORMULA = re.compile(
    r"\b(?:it|was|were|on|the|being|put|to|a|vote|voted|votes?|and|with|in|favour|against|abstentions?|abstained|carried|unanimously|unanimous|all|agreed|by"
    r"|upon|show|of|hands|then|duly|members?|none|no|present|for|moved|proposed|prop|seconded|sec|councillors?|resolved|approved|it’s|that|motion|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\b",
    re.IGNORECASE,
)
# "… it was", "seconded by Councillor Reed, and", "carried:": the decision's words are still to come
DECISION_FOLLOWS = re.compile(r"(?:\bwas|\band|[:,]|\bunanimously)$")
# "Carried.", "Agreed unanimously", "All in favour": a result that stands for itself
BARE_RESULT = re.compile(
    r"\(?(?:and\s)?(?P<result>not carried|carried|lost|defeated|adopted|laid over|withdrawn|agreed(?=\s?(?:$|[.,;)]|unanimously|by|accordingly))|unanimous(?:ly)?|all (?:were |members |present |those present |councillors |were |voted )*(?:in )?(?:favour|agreed)|all agreed|agreed by all)\b", re.IGNORECASE
)
# "AGREED accordingly": a label that only points back
ACCORDINGLY = re.compile(r"(?:accordingly|as above|the same|to this)\b.{0,20}", re.IGNORECASE)
# "the motion found no seconder", "was not put"
NOT_PUT = re.compile(r"\b(?:no seconder|not (?:been )?(?:put|seconded)|lack of a seconder)\b", re.IGNORECASE)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.? con\b|\ball\s(?:were\s|members\s|councillors\s|present\s|those present\s|voted\s)*(?:in favour|agreed|voted for)\b|\bagreed by all\b|\bin favour:? all\b", re.IGNORECASE
)
_COUNT = r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|forty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|fifty|sixty)"
_WHO = r"(?:\s(?:votes?|members?|councillors?|of them|people))?"
# "6 votes in favour", "three Members voting for it", "four were in favour", "For: 6", "14 in favour"
COUNT_FOR = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|voted|voting|cast)\s)?(?:in favour|for)\b(?!\s(?:the\s)?(?:(?:next|last|first|public|year)\b|\d))|\b(?:for|in favour|votes for)\s?(?:[:–=-]\s?|\()(?P<count_after>\d{{1,3}})\b", re.IGNORECASE
)
# "and 9 against", "2 Members against", "four voted against", "Against: 3"
COUNT_AGAINST = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|voted|voting|cast)\s)?against\b|\bagainst\s?(?:[:–=-]\s?|\()(?P<count_after>\d{{1,3}})\b", re.IGNORECASE
)
# "1 abstention", "two Members abstained", "Abstentions: 2"
COUNT_ABSTAIN = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|had)\s)?abst(?:ention|ain)\w{{0,4}}\b|\babst(?:ention|ain)\w{{0,4}}\s?(?:[:–=-]\s?|\()(?P<count_after>\d{{1,3}})\b", re.IGNORECASE
)
# "by 4 votes to 1", "five votes to two"
COUNT_TO = re.compile(rf"\b(?P<for>{_COUNT})\svotes?\s(?:in favour\s)?to\s(?P<against>{_COUNT})\b", re.IGNORECASE)
# "For (9): Councillors Marsh and Reed", "Against the motion: Mr Hale", "Abstained: None"
RECORDED_VOTE = re.compile(
    r"(?:votes?\s|voting\s|voted\s|those\s(?:voting\s)?)?(?P<vote>for|in favour|against|abst(?:ention|ain)\w{0,4})(?:\s(?:of\s)?(?:the\s)?(?:motion|amendment|proposal|recommendations?))?\s{0,2}(?:\((?P<count>\d{1,3})\))?\s{0,2}(?:[:–-]|$)\s{0,3}(?P<names>.*)", re.IGNORECASE | re.DOTALL
)
# "Proposed by Councillor Marsh", "(Cllr Marsh proposed", "Carried.", "Four in favour, one against": what follows a decision's words
DECISION_TAIL = re.compile(
    rf"\(?(?:proposed\b|prop\.|moved\b|seconded\b|sec\.|carried\b|all\s(?:were\s)?(?:in favour|agreed)|unanimous|agreed unanimously|for:|votes?\b.{{0,20}}:|(?:{_COUNT})\s(?:\w{{1,12}}\s){{0,2}}(?:in favour|for|against)\b|on a show of hands|the motion\b|this was (?:carried|agreed|seconded)"
    rf"|(?-i:{_PERSON})\s(?:proposed|moved)\b)",
    re.IGNORECASE,
)
# " (Proposed by Councillor Marsh, seconded by Councillor Reed)": in brackets at a decision's end
BRACKETED_TAIL = re.compile(r"\s{0,3}\((?=[^()]{0,60}\b(?:proposed|prop\.|moved|seconded|unanimous|carried|in favour|votes?|for\b))[^()]{1,400}\)[.\s]{0,3}$", re.IGNORECASE)
# "that the report be noted", "note the update"
NOTES = re.compile(
    r"(?:(?:that\s)?(?:[^;.]{0,300}?\s)?(?:(?:be|is|was|were|are)\s(?:received\s(?:and|for information and)\s)?(?:duly\s)?noted|(?:received|accepted)\sfor\sinformation)|(?:that\s)?(?:[^;.,]{0,120}?\s)?(?:to\s)?notes?\s)", re.IGNORECASE
)
# "and that the officers be thanked", "to approve": a decision that does more than note
DOES_MORE = re.compile(
    r"\band that\b|;|\bbe (?!noted|received|duly)\w{2,20}(?:ed|en|t|d)\b|\b(?:agrees?|approves?|authorises?|recommends?|adopts?|requests?|instructs?|asks?)\b", re.IGNORECASE
)
# "that the matter be deferred to the next meeting"
DEFERS = re.compile(r"^[^;]{0,300}?\bbe (?:deferred|laid over|adjourned|referred back|held over)\b|^(?:that\s)?(?:to\s)?defer(?:s|red)?\b", re.IGNORECASE)

# --- References -------------------------------------------------------------------------------------------------------
# "be approved; and": more parts follow
PART_FOLLOWS = re.compile(r";\s(?:and|or)$", re.IGNORECASE)
ROMAN = re.compile(r"[ivxl]{1,6}")
# "Councillors Marsh and Reed (2)": the count behind the names
COUNT_AFTER_NAMES = re.compile(r"\s?\((?P<after>\d{1,3})\)\.?$")
# "the minutes of the meeting held on 2nd March be confirmed"
APPROVES_MINUTES = re.compile(
    r"\bminutes\b.{0,600}?\b(?:approved|agreed|confirmed|accepted|adopted|signed|sign|correct\w{0,2}|true\s(?:and\s\w{1,10}\s)?(?:record|account)|accurate|taken as read)\b", re.IGNORECASE | re.DOTALL
)
# "draft minutes ... be approved": the word before which a date is of another matter
APPROVAL_WORD = re.compile(r"\b(?:approved|agreed|confirmed|accepted|adopted|signed)\b", re.IGNORECASE)
# "Date of Next Meeting"
NEXT_MEETING_TITLE = re.compile(r"\b(?:next|future|following)\b.{0,30}\bmeetings?\b", re.IGNORECASE)
# "The next meeting would be held", "the Sub-Committee would next meet on", "meet again on"
NEXT_MEETING = re.compile(r"\bnext\s(?:\w{1,20}\s){0,3}?(?:meeting|meets?|be held)\b|\b(?:meet|meets|meeting)\s(?:again|next)\b", re.IGNORECASE)
# " in the Council Chamber", " at County Offices": after a date and time, the place
AT_PLACE = re.compile(r",?\s{0,2}(?:(?:to be held|in|at|via|by|-|–)\s)(?P<place>[^.;\d][^.;]{2,150})")
# "The meeting closed at 9.40 pm", "declared the meeting closed at 8.05 p.m."
MEETING_CLOSED = re.compile(
    r"\bmeeting\b.{0,60}?\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|finish\w{1,3}|terminat\w{1,3}|adjourn\w{1,3}|rose)\b.{0,60}?\bat\b\s{0,3}|\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|adjourn\w{1,3})\s(?:the|this)\s(?:\w{1,12}\s)?meeting\b.{0,40}?\bat\b\s{0,3}", re.IGNORECASE | re.DOTALL
)

# "the bathing-" at the end of a line
BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]{1,40})-$")

# --- Sentences --------------------------------------------------------------------------------------------------------
# "was noted. The Chair": a full stop, blanks, and a capital or a bracket
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]{0,3}\s{1,4}(?=[“\"‘'(\[]{0,2}[A-ZÀ-Þ\d•])")
# "Mr.", "Cllr.", "No.", "p.", "K.": a full stop that ends no sentence
ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[A-Z]|mrs?|ms|dr|prof|rev|revd|hon|st|cllrs?|couns?|ald|no|nos|prop|sec|co|ltd|dept|approx|para|paras|ref|etc|vs|viz|e\.g|i\.e|jan|feb|mar|apr|aug|sept|oct|nov|dec|con|nem)\.$", re.IGNORECASE)
# "was", "had reported": a verb in its finite form makes a sentence of a line
FINITE_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|be|been|said|says|asked|noted|reported|informed|advised|agreed|resolved|declared|received|presented|introduced|explained|welcomed|thanked|gave|told|read|felt|considered|stated|proposed|seconded|moved|confirmed|opened|closed|attended|arrived|left|sent|do|does|did|may|can|could|should|must|provided|raised|requested|outlined|referred|drew|expressed|commented|queried|suggested|accepted|undertook|took|went|came|made|put|attempted)\b", re.IGNORECASE
)
# The first words of a letter, an agenda, a notice
LETTER_OPENING = re.compile(r"dear\s(?:sir|madam|mr|mrs|ms|miss|dr|councillor|cllr|all|editor|[A-Z])\b.{0,60}", re.IGNORECASE)
AGENDA_OPENING = re.compile(r"(?:[\w\s]{0,40}\b)?agenda\b(?!.{0,20}\b(?:minutes|decisions)\b).{0,60}|.{0,60}\b(?:you are (?:hereby )?summoned|notice is hereby given|notice of meeting)\b.{0,100}", re.IGNORECASE)
MINUTES_WORD = re.compile(r"\b(?:minutes|minute|proceedings)\b", re.IGNORECASE)
MEETING_WORD = re.compile(r"\bmeeting\b", re.IGNORECASE)
PAST_DEEDS = re.compile(r"\b(?:was|were|had|reported|noted|agreed|resolved|apologies|moved|seconded|declared|approved|welcomed)\b", re.IGNORECASE)
