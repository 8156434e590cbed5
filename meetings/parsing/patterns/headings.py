"""Numbers and titles of items, and the parts of a meeting that are closed to the public."""

from __future__ import annotations

import re

# For "88/24", "FC.112/23", "R2024-057", "23/24-101"
CODED_NUMBER = re.compile(
    r"(?P<number>[A-Z]{1,4}[. ]?\d{1,4}(?:[/-]\d{1,4}){1,2}|\d{1,4}/\d{1,4}"
    r"|20\d\d-\d{2,4})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?",
    re.DOTALL,
)
# For "4.2  Tree preservation order, Mill Lane"
DECIMAL_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})(?P<close>[.:)]?)(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# For "4.  Tree preservation order", "12)", "4a. Mill Lane"
PLAIN_NUMBER = re.compile(r"(?P<number>\d{1,4}[a-z]?)(?P<close>[.:)])(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# For "4  Tree preservation order": without a dot the gap makes the number
BARE_NUMBER = re.compile(r"(?P<number>\d{1,4})(?P<close>)\s{2,}(?P<rest>\S.*)", re.DOTALL)
# For "(a)  Sea wall", "b. Depot roof", "c)"
LETTER = re.compile(r"(?:\((?P<number>[a-z])\)|(?P<loose>[a-z])[.)])(?P<close>)(?:\s+(?P<rest>\S.*))?", re.DOTALL)
# For "(Item 4)", "(Agenda item 4)"
ITEM_REFERENCE = re.compile(r"\((?:agenda\s{1,3})?item\s{0,3}\d{1,3}[a-z]?\)", re.IGNORECASE)
# For "pdf icon PDF 159 KB"
PAGE_DEBRIS = re.compile(r"(?:\s{0,3}pdf icon)?\s{0,3}PDF \d{1,6} [KM]B", re.IGNORECASE)
# For "Minutes:", "Additional documents:", "View directions", "Items", "No. Item": labels of a committee's web page
WEB_LABEL = re.compile(
    r"(?:minutes|decision|decisions|additional documents|view directions|media|items|no\. item|agenda item):?"
    r"|\.\.\.\s{1,3}view the full (?:minutes|agenda|decision) text for item .{1,10}",
    re.IGNORECASE,
)
# For "Part II – Press and Public Excluded", "EXEMPT ITEMS", "CONFIDENTIAL BUSINESS"
CLOSED_PART = re.compile(
    r"part\s{1,3}(?:ii|2|two|b)(?:\s{0,3}[–:(-].{0,100})?"
    r"|(?:exempt|confidential|private|closed|restricted)\s{1,3}(?:items?|business|session|part|matters|minutes)"
    r"(?:\s{0,3}[–:(-].{0,80})?"
    r"|(?:items?|business|matters)\s{1,3}(?:taken\s|considered\s|to be considered\s|heard\s)?in\s{1,3}private",
    re.IGNORECASE,
)
# For "Part I", "UNRESTRICTED ITEMS", "Part 1 (open to the public)"
OPEN_PART = re.compile(
    r"part\s{1,3}(?:i|1|one|a)(?:\s{0,3}[–:(-].{0,100})?"
    r"|(?:unrestricted|open|public|non-exempt)\s{1,3}(?:items?|business|session|part|matters)(?:\s{0,3}[–:(-].{0,60})?"
    r"|items?\s{1,3}(?:taken\s|considered\s)?in\s{1,3}public",
    re.IGNORECASE,
)
# For "(Open access to minutes)", "(Not open to press and public)": what stands under a part's label
PART_REMARK = re.compile(r"\((?:open access|not open|no access|public access)\b[^)]{0,100}\)", re.IGNORECASE)
# For "The Common – The Clerk had written": behind a number, a short lead that heads what follows
RUN_IN_LEAD = re.compile(r"(?P<lead>[A-Z][^.:;–]{1,60}?)(?:\s[–-]|:)\s(?P<rest>[A-Z“].{20,})", re.DOTALL)
# For "Exclusion of the press and public"
EXCLUSION_TITLE = re.compile(r"\b(?:exclu\w{1,8})\b.{0,40}\b(?:public|press)\b", re.IGNORECASE)
# For "the press and public be excluded", "members of the public withdraw", "the meeting go into private session"
EXCLUSION = re.compile(
    r"\b(?:public|press)\b.{0,60}?\b(?:be|were|was|are|is)?\s{0,2}(?:asked to\s)?(?:now\s)?"
    r"(?:excluded|exclude|withdraw|withdrew|leave|left|vacate)\b"
    r"|\bexclu(?:de|ding|sion of)\b.{0,60}?\b(?:public|press)\b"
    r"|\b(?:go|move|moved|went)\s(?:in)?to\s(?:a\s)?(?:private|closed|confidential)\s(?:session|business)"
    r"|\bin\s(?:camera|private\ssession|closed\ssession|committee)\b",
    re.IGNORECASE,
)
# For "No items required the exclusion of the public", "all items were considered in open session"
NO_EXCLUSION = re.compile(
    r"\b(?:no|not|none|nothing|without)\b.{0,120}\b(?:exclu\w{1,8}|exempt|private|confidential|closed)\b"
    r"|\b(?:exclu\w{1,8})\b.{0,80}\b(?:not|unnecessary|no)\b|\ball\b.{0,40}\bopen session\b",
    re.IGNORECASE,
)
# For "The press were asked to leave", "the meeting went into private session": told under any heading
EXCLUSION_TOLD = re.compile(
    r"\b(?:public|press)\b.{0,30}\b(?:were|was)\s(?:then\s|now\s)?(?:excluded|asked\sto\s(?:leave|withdraw))\b"
    r"|\bmeeting\b.{0,30}\b(?:moved|went|resolved|resolve|goes?)\sinto\s(?:a\s)?(?:closed|private|confidential|exempt)\b",
    re.IGNORECASE,
)
# For "The public were re-admitted at 7.50 pm", "The meeting returned to open session"
READMISSION = re.compile(
    r"\b(?:public|press)\b.{0,30}?\b(?:re-?\s?admitted|invited\sback|let\sback|re-?entered|re-?joined"
    r"|returned\sto\sthe\s(?:meeting|room|hall|chamber))\b"
    r"|\b(?:re-?admit|re-?admission\sof|invite\sback)\b.{0,40}\b(?:public|press)\b"
    r"|\b(?:return\w{0,3}|resum\w{1,4}|re-?opened|re-?conven\w{1,3}|moved\sback)\b.{0,20}"
    r"\b(?:open|public)\s(?:session|meeting|business)\b"
    r"|\bre-?opened\sto\sthe\s(?:press|public)\b",
    re.IGNORECASE,
)
# For "the public would be re-admitted later", "It was agreed not to re-admit the public": no return
NOT_YET = re.compile(r"\b(?:not|never|before|until|would|will|could|should|if|refus\w{1,3}|against)\b", re.IGNORECASE)
# For "Paragraph 3 – Information relating to the financial affairs of any person"
STATUTE = re.compile(r"^\(?(?:exempt information\W{0,3})?(?:paragraphs?|section|schedule)\s{1,2}\d", re.IGNORECASE)
# For "(Exempt information: paragraph 3)", "Not for publication by virtue of paragraph 3"
EXEMPT_REMARK = re.compile(
    r"\(?(?:exempt information\b|not for publication\b|exempt\s{0,2}[-–:(]|confidential\s{0,2}[-–:(])", re.IGNORECASE
)
# For "Land at Pound Lane (Exempt)", "CONFIDENTIAL – Clerk's salary"
EXEMPT_TITLE = re.compile(
    r"[(\[]\s?(?:exempt|confidential|part\s(?:ii|2|two)|private|restricted)\b[^)\]]{0,60}[)\]]"
    r"|^(?:exempt|confidential|restricted)\s{0,2}[-–:]",
    re.IGNORECASE,
)
# For "for the following item", "for the next item": one only
ONE_EXEMPT_ITEM = re.compile(
    r"\b(?:following|next|this)\s(?:exempt\s|confidential\s)?(?:item|agenda item)\b", re.IGNORECASE
)
# For "The members of the public left at 8.35 pm.", "No members of the public were present."
MERE_LEAVING = re.compile(
    r"\b(?:left|withdrew)\b(?:\sthe\s(?:meeting|room|chamber|hall))?(?:\s(?:at|before)\b.{0,24})?\.?$"
    r"|\bno\s(?:members\sof\sthe\s)?(?:press\sor\s)?public\b.{0,20}present\b",
    re.IGNORECASE,
)
# For "RESOLVED", "CARRIED", "TOTAL": capitals on a line of their own that head no business
NO_HEADING = re.compile(
    r"(?:it was )?(?:unanimously )?(?:resolved|agreed|carried|lost|adopted|noted|proposed|seconded"
    r"|recommended|recorded vote|for|against|abstain\w{0,4}|abstentions?|total|signed|date|action"
    r"|actions|none)\b.{0,40}",
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
