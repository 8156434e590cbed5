"""A heading that runs on into the minutes: where the agenda's wording ends and the narrative begins."""

from __future__ import annotations

import re

# Behind these a capital word goes on with the title: "Interest from Members", "To Approve The Accounts"
CONNECTING_WORDS = frozenset(
    (
        *("a", "an", "the", "of", "to", "for", "from", "in", "on", "at", "by", "with", "and", "or", "as", "re", "per"),
        *("its", "their", "our", "your", "this", "that", "those", "these", "any", "one", "two", "three", "no", "all"),
        *("each", "either", "both", "between", "into", "under", "via", "st", "mr", "mrs", "ms", "dr", "cllr", "cllrs"),
        *(
            "councillor",
            "councillors",
            "rev",
            "revd",
            "borough",
            "county",
            "parish",
            "town",
            "district",
            "city",
            "ward",
        ),
        *("receive", "approve", "consider", "note", "confirm", "agree", "adopt", "discuss", "record", "appoint"),
        *("elect", "review", "ratify", "resolve", "accept", "authorise", "sign", "vice", "regarding", "concerning"),
        "including",
    )
)
CONNECTING_MARKS = tuple("/&‘“'\"(")
BETWEEN_WORDS = re.compile(r"\W")
_VERB = (
    r"(?:was|were|is|are|has|had|have|will|would|could|should|may|said|gave|told|read|felt|took|went|came|made"
    r"|put|drew|sent"
    r"|left|met|spoke|thought|undertook|began|knew|wrote|brought|sought|saw|reports|advises|notes|states|says"
    r"|asks|agrees"
    r"|confirms|explains|suggests|(?!need|speed|seed|feed|bed|shed|indeed|hundred|united|limited|proposed"
    r"|amended|revised|dated|located|based|named|related|attached|titled|enclosed)"
    r"[a-z]{2,14}ed)"
)
_STEP = r"(?:(?![–—•])[^\s.;:!?]{1,30},?\s)"
# For "was", "have been": a verb that makes a sentence of words without full stop, if none leads away ("who were", "if")
AUXILIARY = re.compile(
    r"(?<!\bwho\s)(?<!\bwhich\s)(?<!\bthat\s)(?<!\bas\s)\b(?:was|were|has|have|had|is|are|will)\s(?:now\s|not\s|still\s)?[a-z]{2,}"
)
# For "reported", "was", "has agreed": what tells, and no agenda says
TELLING = re.compile(rf"\b{_VERB}\b")
# For "There were no", "The Chair read", "It was agreed", "Cllr Mann declared", "An application has been"
SENTENCE = re.compile(
    r"(?:(?:[A-Z]\.){2,5}|(?:The|A|An|This|These|Those|That|There|It|They|He|She|We|You|All|No(?!\.|\s\d)|None"
    r"|Some|Several|Both|Each|Two|Three"
    r"|Four|Five|Six|One|Another|Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors|Councillor|County Councillor"
    r"|Borough Councillor|PCSO|PC"
    r"|Following|After|As|At|In|On|During|Under|Due|Since|Having|Before|With|Further|When|Although)\b\.?)\s"
    rf"{_STEP}{{0,11}}?{_VERB}\b"
)
# For "Circulated, copy of the report", "Noted that": a deed at the very beginning
DEED = re.compile(r"(?:Considered|Noted|Discussed|Received|Agreed|Resolved|Circulated|Awaiting|Read),?\s(?=[a-zà-ÿ(])")
# For "Apologies were noted", "CC advised", "Harrow County Council (HCC) has agreed", "Members then agreed", "Nothing to
# report", "None.", "Considered under item 5": they begin a sentence without article
BARE_SENTENCE = re.compile(
    r"(?:(?P<subject>(?:[A-Z][\w’'&-]{0,20}\s){1,4}(?:\([A-Z]{2,6}\)\s)?)"
    rf"(?:(?:then|also|again|duly|now|both|all|not|previously|recently|for\s\w{{1,12}})\s)?{_VERB}\b"
    r"|(?:Nothing|None|Nil|No\s(?:report|comments?|change|update|matters|items|further|objections?|apologies"
    r"|declarations"
    r"|correspondence|questions|applications))\b(?!\s\d)"
    r"|(?:Considered|Noted|Discussed|Received|Agreed|Resolved|RESOLVED|Approved|Deferred|Carried|Circulated"
    r"|Awaiting)\b)"
)
# For "• It was agreed", "(i) Branch standard": marks of a list end a title that runs on
LIST_BEGINS = re.compile(r"(?:•|●|▪|\((?:i|a|1)\)|(?<![\w.])i\))\s")
# For "EXCLUSION OF PRESS AND PUBLIC The Council", "APOLOGIES Cllr Marsh": capitals end where others begin
SHOUTED_TITLE = re.compile(
    r"(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ’'/&,()-]{3,20}(?:\s(?:[A-ZÀ-Þ’'/&,()–-]{1,20}"
    r"|\d{1,4}))*):?\s(?=[A-ZÀ-Þ“‘][a-zà-ÿ]|[A-Z]\s[a-z])"
)
# For "Minutes: It was agreed", "Payments: Pearce Ltd £32.51"
COLON_LEAD = re.compile(r"(?P<lead>[^\s:;][^:;]{1,110}?)\s?:\s?[-–]?\s?(?P<rest>\S.*)", re.DOTALL)
# For "24/0012/FUL: Land at Quarry Lane": the number of an application heads nothing
APPLICATION = re.compile(r"(?=\S{0,20}\d/)[A-Z0-9./]{5,24}\s?:\s")
# For "The Common - The Clerk had", "Pot Holes – are programmed"
DASH_LEAD = re.compile(r"(?P<lead>[^\s–][^–;]{1,90}?)(?:\s[–—-]|[–—])\s(?P<rest>\S.{9,})", re.DOTALL)
# For "To Approve", which a colon does not end
UNFINISHED_LEAD = re.compile(
    r"^(?:to\s)?(?:\w{1,14}\sand\s)?(?:approve|receive|consider|note|confirm|review|discuss|adopt|resolved?"
    r"|agreed|ratify|item"
    r"|part|action|motion|re|nb|note)$",
    re.IGNORECASE,
)
# For "R2024-057 T. Butler, S. Kirkey:": behind a resolution's number, who moved it
MOVERS = re.compile(
    r"(?:(?:moved|proposed)\sby\s)?(?:(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]{1,20}[,;]?\s?(?:and\s)?){2}[:;.]?", re.UNICODE
)
# For "Apologies were noted", "Members agreed", "CC advised": subjects that need no article
KNOWN_SUBJECT = re.compile(
    r"[A-Z]{2,4}|Apologies|Members|Councillors|Council|Chairman|Chair|Clerk|Mayor|President|Secretary|Treasurer"
    r"|Residents"
    r"|Officers|Discussion|Details|Thanks|Concerns?|Correspondence|Copies|Cheques|Permission|Quotes|Standing Orders"
)
# Where a sentence or a list may begin: at a capital, a bullet or a bracket behind a blank
WORD_START = re.compile(r"(?<=\s)(?=[A-ZÀ-Þ•●▪(]|i\))")
