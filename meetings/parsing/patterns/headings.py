"""Numbers and titles of items."""

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
# For "The Common – The Clerk had written": behind a number, a short lead that heads what follows
RUN_IN_LEAD = re.compile(r"(?P<lead>[A-Z][^.:;–]{1,60}?)(?:\s[–-]|:)\s(?P<rest>[A-Z“].{20,})", re.DOTALL)
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
