"""The head of minutes: what kind of document, whose meeting, when and where."""

from __future__ import annotations

import re

# The first words of a letter, an agenda, a notice
LETTER_OPENING = re.compile(
    r"dear\s(?:sir|madam|mr|mrs|ms|miss|dr|councillor|cllr|all|editor|[A-Z])\b.{0,60}", re.IGNORECASE
)
AGENDA_OPENING = re.compile(
    r"(?:[\w\s]{0,40}\b)?agenda\b(?!.{0,20}\b(?:minutes|decisions)\b).{0,60}"
    r"|.{0,60}\b(?:you are (?:hereby )?summoned|notice is hereby given|notice of meeting)\b.{0,100}",
    re.IGNORECASE,
)
MINUTES_WORD = re.compile(r"\b(?:minutes|minute|proceedings)\b", re.IGNORECASE)
MEETING_WORD = re.compile(r"\bmeeting\b", re.IGNORECASE)
PAST_DEEDS = re.compile(
    r"\b(?:was|were|had|reported|noted|agreed|resolved|apologies|moved|seconded|declared|approved"
    r"|welcomed)\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s{0,3},?\s{0,3}(?:the\s{1,2})?)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
# For "Tuesday, 12th March, 2024"; "12 March", whose year is told elsewhere; "March 12, 2024"; "12.03.24"; "2024-03-12"
DATE = re.compile(
    r"\b" + _WEEKDAY + r"(?:"
    r"(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)?(?:\s{1,3}(?:day\s)?(?:of\s{1,2})?|(?=[A-Za-z]))"
    + _MONTH.format("")
    + r"(?:\s{0,3},?\s{1,3}"
    + _YEAR.format("")
    + r"\b|\b)"
    r"|"
    + _MONTH.format("_first")
    + r"\s{1,3}(?P<day_second>[0-3]?\d)(?:st|nd|rd|th)?\s{0,2},?\s{1,3}"
    + _YEAR.format("_last")
    + r"\b"
    r"|(?P<day_digits>[0-3]?\d)(?P<divider>[./-])(?P<month_digits>[01]?\d)(?P=divider)(?P<year_digits>(?:19"
    r"|20)?\d\d)(?!\d|[./-]\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
    r")",
    re.IGNORECASE,
)
# For "30th February, 2025", "1st October, 2925", "31.04.2024": printed as a day, whether or not there is such a one
PRINTED_DAY = re.compile(
    r"\b\d{1,2}\s?(?:st|nd|rd|th)?\s{1,3}(?:day\s)?(?:of\s{1,2})?" + _MONTH.format("") + r"\s{0,3},?\s{1,3}\d{4}\b"
    r"|(?<![\d.])\d{1,2}(?P<divider>[./-])\d{1,2}(?P=divider)\d{4}\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
# For "7.30 pm", "10am", "14:00", "2.00 p.m.", "12 noon", "1930 hrs"
TIME = re.compile(
    r"(?<![\d.£€$/])(?:(?P<hour>[01]?\d"
    r"|2[0-4])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?\s{0,2}(?P<half>[ap]\s?\.?\s?m\b\.?|noon|midday"
    r"|midnight)"
    r"|(?P<hour_24>[01]?\d|2[0-3]):(?P<minute_24>[0-5]\d)(?:\s{0,2}(?:hrs|hours|h)\b)?(?!\d)"
    r"|(?P<hour_four>[01]\d|2[0-3])(?P<minute_four>[0-5]\d)\s{0,2}(?:hrs|hours)\b"
    r"|(?P<word>noon|midday)\b)",
    re.IGNORECASE,
)
BODY_WORD = (
    r"(?:council|committee|sub-?committee|cabinet|executive|board|panel|forum|group|assembly|authority|commission"
    r"|working party|task force|trust|trustees|conference|district|township|partnership|meeting)"
)
# For "Harrowmere Borough Council", "Marram Bay Parish Council", "Royal Borough of Harrowmere"
COUNCIL_NAME = re.compile(
    r"(?:(?:the\s)?[^\W\d_][\w’'.&,-]{0,30}\s){1,8}?(?:county|borough|city|district|town|parish"
    r"|community|metropolitan|unitary"
    r"|islands?|village|regional|municipal)\s(?:and\s\w{1,12}\s)?(?:borough\s|district\s|city\s)?council"
    r"|(?:the\s)?(?:royal |london |metropolitan )?(?:borough|city|county|district|township"
    r"|town) of (?:[^\W\d_][\w’'.&-]{0,30}\s?){1,6}",
    re.IGNORECASE,
)
# For "Elsewhere Council": a council whose kind its name does not tell
ANY_COUNCIL = re.compile(r"\w.{1,80}\scouncil", re.IGNORECASE)
# For "Parish Council", "COUNTY COUNCIL", "Council": a body that its council's name tells
BARE_COUNCIL = re.compile(
    r"(?:the )?(?:full )?(?:(?:county|borough|city|district|town|parish|community|municipal) )?council", re.IGNORECASE
)
# For "Ayford Parish Council": a council that is a meeting of its own, without committees in its name
LOCAL_COUNCIL = re.compile(r".{1,100}\b(?:parish|town|community|township|village)\b.{0,20}\bcouncil", re.IGNORECASE)
# For "MINUTES of the annual meeting of the Planning Committee held in", "Minutes of the Parish Council meeting held on"
MINUTES_OF = re.compile(
    r"(?:(?:draft|unconfirmed|approved|confirmed)\s)?(?:minutes|record|notes)\b.{0,40}?\b(?:of|from|for)\b.{0,160}"
    r"|(?:an?|the)\s(?:\w{1,20}\s){0,4}meeting of\b.{0,200}\bheld\b.{0,200}"
    r"|at an?\s(?:\w{1,20}\s){0,4}meeting\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
# For "of the Planning Committee held", "meeting of the Council,"
MEETING_OF = re.compile(
    r"\bmeeting\s(?:of|for)\s(?:the\s)?(?P<body>[^,;:()]{2,120}?)(?=\s(?:held|was held|which|convened|on"
    r"|at|commencing|to consider)\b|\s{0,2}[,;:(]|\s[–-]\s|\.?$)",
    re.IGNORECASE,
)
# For "Minutes of the Parish Council meeting held", "of the Planning Committee meeting on"
BODY_MEETING = re.compile(r"\bof\s(?:the\s|an?\s)?(?P<body>[^,;:()]{2,120}?)\s(?:meeting|mtg)\b", re.IGNORECASE)
# For "Planning Committee - Thursday, 19th September": the heading of a committee's web page
BODY_DASH_DATE = re.compile(r"(?P<body>[^–]{3,100}?)\s[-–]\s(?=\w{3,6}day,?\s\d)")
# For "held", "commencing": after it, the place and the time
HELD = re.compile(r"\b(?:held|took place|convened|meeting\s(?=on|at))\b", re.IGNORECASE)
# For "Venue: Guildhall, Harrowmere", "Date: 12 March 2024", "Time: 7 pm"
HEAD_LABEL = re.compile(
    r"(?P<label>venue|place|location|held at|held in|date|time|date and time|started"
    r"|start time)\s{0,2}[:–-]\s{0,8}(?P<words>\S.{0,200})",
    re.IGNORECASE,
)
# For "Planning Committee", "Cabinet": a line that names a body
BODY_NAME = re.compile(rf"\b{BODY_WORD}\b", re.IGNORECASE)
# For "Council Chamber", "the Committee met": words with a body's name in them that are none
NO_BODY = re.compile(
    r"\b(?:chamber|offices?|minutes|update|agenda|closes?|was|were|is|are|has|had|will|met|meets|opened"
    r"|welcomed|said|noted)\b",
    re.IGNORECASE,
)
# For "Annual Meeting", "Parish Meeting": a kind of meeting, no body
ONLY_MEETING = re.compile(
    r"(?:.{0,40}\s)?meeting|(?:ordinary|annual|special|extraordinary|monthly|general)", re.IGNORECASE
)
# For "Ordinary Meeting of the", "Annual": what stands before or after a body's name
KIND_OF_MEETING = re.compile(
    r"^(?:minutes\s(?:of|from)\s)?(?:the\s|an?\s)?(?:(?:ordinary|annual|special|extraordinary|monthly"
    r"|general|statutory|virtual|remote)\s){0,2}(?:meeting\sof\s(?:the\s)?)?"
    r"|(?:\s(?:ordinary|annual|special|extraordinary|monthly|general|virtual))?\s(?:meeting"
    r"|minutes)(?:\sminutes)?$",
    re.IGNORECASE,
)
# For "(Draft until approved)" behind a body's name
BRACKETED = re.compile(r"\([^()]{0,200}\)")
# For "on", "held at", "commencing at": what stands between the date, the time and the place
BEFORE_PLACE = re.compile(
    r"^(?:on|at|in|held|from|by|to|until|and|via the|commencing|commenced|starting|started|beginning|be"
    r"|was|which|the meeting)\b[\s,:;–-]{0,4}(?=\S|$)",
    re.IGNORECASE,
)
AFTER_PLACE = re.compile(
    r"[\s,;–-]{0,3}\b(?:on|at|in|from|to|and|commencing|commenced|starting|started|start|beginning|held"
    r"|the)$",
    re.IGNORECASE,
)
# For "DRAFT", "(Draft until approved)", "Subject to confirmation at the next meeting"
DRAFT = re.compile(
    r"\bdraft\b|\bunconfirmed\b|\bunapproved\b|\bsubject to (?:confirmation|approval|ratification)\b", re.IGNORECASE
)
# For "Draft Budgetary Plan": a draft of something else
DRAFT_OF_OTHER = re.compile(r"\bdraft (?!minutes|until|copy|version|subject|\W)\w{3,}", re.IGNORECASE)
# Words of the head that tell no fact of their own
HEAD_FORMULA = re.compile(
    r"\b(?:minutes|minute|record|notes|draft|agenda|decisions|unconfirmed|unapproved|confirmed|until"
    r"|approved|next|confirmation|approval|subject|the|a|an|of|"
    r"from|for|and|meeting|meetings|held|was|were|took|place|on|at|in|by|to|proceedings|commencing"
    r"|commenced|starting|started|start|date|time|venue|location|"
    r"between|until|via|ordinary|annual|special|extraordinary|monthly|general|statutory|full|open|as"
    r"|follows|present|before|day|view|directions)\b",
    re.IGNORECASE,
)
