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
# For "was", "had reported", "declared": what tells of the past, as no wording of an agenda does
_PAST = (
    r"(?:was|were|had|has been|have been|did|reported|advised|read|noted|agreed|declared|stated|informed|explained"
    r"|asked|said|gave|presented|proposed|confirmed|thanked|welcomed|opened|closed|received|resolved|introduced|told|spoke"
    r"|attended|expressed|raised|requested|updated|outlined|suggested|moved|seconded|sent|commented|highlighted|took"
    r"|considered|discussed|approved|accepted|felt|left|arrived|joined|provided|referred|queried|signed|will be|is|are"
    r"|[a-z]{2,12}ed)"
)
TOLD = re.compile(rf"\b{_PAST}\b")
# For "The Chair read", "There were none", "Cllr Marsh declared", "Apologies were received": how a narrative begins
NARRATIVE = re.compile(
    r"(?<=[\w’'”)\].:,–-]\s)(?:"
    r"(?:The|This|These|Those|A|An|All|Both|Several|Some|Each|Following|In|As|At|After|It|There|No|None|Nothing"
    rf"|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)(?:\s[\w’'./()&,-]{{1,30}}){{0,7}}?\s{_PAST}\b"
    r"|(?:Members?|Councillors?|Apologies|Chairman|Chair|Clerk|Borough|County|District|Officers?|Residents?)"
    rf"(?:\s[\w’'.()&,-]{{1,30}}){{0,3}}?\s{_PAST}\b)"
)
# For "Highways reported", "Kate Marsh asked": a name where nothing else begins a narrative
NAME_TELLS = re.compile(rf"(?<=[\w’'”)\].:,–-]\s)(?:[A-Z][\w’'-]{{1,25}}\s){{1,2}}{_PAST}\b")
# For "of", "the", "to", "and" at the end: the words go on, and what stands behind them begins no sentence
GOES_ON = re.compile(
    r"(?:\b(?:of|the|to|and|for|from|on|in|at|a|an|by|with|or|re|our|their|its|who|whom|which|that|one|two|three|four|five|six|new|&)|[–(-])\s$",
    re.IGNORECASE,
)
# For "T. Butler, S. Marsh:": who moved and seconded a numbered resolution stands in its heading's place
MOVERS_LINE = re.compile(
    r"(?:moved by:?\s)?[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,24}){0,3},\s(?:and\s|seconded by:?\s)?"
    r"[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,24}){0,3}:?"
)
# For "EXCLUSION OF THE PUBLIC The Council to pass": a title in capitals before words that are not
SHOUTED_LEAD = re.compile(
    r"(?P<lead>[A-Z][A-Z’'&-]+(?:[\s,/–-]{1,3}[A-Z0-9&(][A-Z0-9’'&.,/()-]*){1,14}?)[:.–-]?"
    r"\s(?P<rest>(?:[A-Z][a-z]|A\s[a-z]).*)",
    re.DOTALL,
)
# For "April 2012", "Spring 2012": a heading of a web page, and no item
MONTH_AND_YEAR = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter)[ ,]{1,3}(?:19|20)\d\d",
    re.IGNORECASE,
)
# For "To Approve the Minutes", "To consider a request": how an agenda words what is to be done
AGENDA_WORDING = re.compile(r"To [A-Za-z][a-z]{2,12}\s")
