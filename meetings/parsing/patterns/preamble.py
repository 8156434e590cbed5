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
# For "Tuesday, 12th March, 2024" (badly scanned: "12™ March", "1+t March"); "12 March", whose year is told elsewhere;
# "March 12, 2024"; "12.03.24"; "2024-03-12"
DATE = re.compile(
    r"\b" + _WEEKDAY + r"(?:"
    r"(?P<day>[0-3]?\d)\s{0,2}(?:st|nd|rd|th|[+*\"”’'°]t|[™\"”’'*°]{1,2})?(?:\s{1,3}(?:day\s)?(?:of\s{1,2})?|(?=[A-Za-z]))"
    + _MONTH.format("")
    + r"(?:\s{0,3},?\s{1,3}"
    + _YEAR.format("")
    + r"\b|\b)"
    r"|"
    + _MONTH.format("_first")
    + r",?\s{1,3}(?P<day_second>[0-3]?\d)(?:st|nd|rd|th)?\s{0,2},?\s{1,3}"
    + _YEAR.format("_last")
    + r"\b"
    r"|(?P<day_digits>[0-3]?\d)(?P<divider>[./-])(?P<month_digits>[01]?\d)(?P=divider)(?P<year_digits>(?:19"
    r"|20)?\d\d)(?!\d|[./-]\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]?\d-[0-3]?\d)\b"
    r")",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# For "30th February, 2025", "1st October, 2925", "31.04.2024": printed as a day, whether or not there is such a one
PRINTED_DAY = re.compile(
    r"\b\d{1,2}\s?(?:st|nd|rd|th)?\s{1,3}(?:day\s)?(?:of\s{1,2})?" + _MONTH.format("") + r"\s{0,3},?\s{1,3}\d{4}\b"
    r"|(?<![\d.])\d{1,2}(?P<divider>[./-])\d{1,2}(?P=divider)\d{4}\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
# For "7.30 pm", "10am", "14:00", "2.00 p.m.", "730pm", "12 noon", "1930 hrs", "half past seven in the evening"
TIME = re.compile(
    r"(?<![\d.£€$/])(?:(?P<hour>[01]?\d"
    r"|2[0-4])(?:\s?[.:]\s?(?P<minute>[0-5]\d)|(?P<minute_run>[0-5]\d))?\s{0,2}(?P<half>[ap]\s?\.?\s?m\b\.?|noon|midday"
    r"|midnight)"
    r"|(?P<hour_24>[01]?\d|2[0-3])[:h](?P<minute_24>[0-5]\d)(?:\s{0,2}(?:hrs|hours|h)\b)?(?!\d)"
    r"|(?P<hour_four>[01]\d|2[0-3])(?P<minute_four>[0-5]\d)\s{0,2}(?:hrs|hours|h)\b"
    r"|(?:(?P<past>half past|quarter past|quarter to)\s)?(?P<hour_told>\d{1,2}|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)(?:\so[’']?\s?clock)?\s(?:in the (?P<part>morning|afternoon|evening)"
    r"|(?P<told_half>[ap]\.?m)\b)"
    r"|(?P<word>noon|midday)\b)",
    re.IGNORECASE,
)
# For "6.30 -" in "6.30 - 8 pm": the beginning of a range of times whose half of the day stands at its end
RANGE_START = re.compile(
    r"(?<![\d.£/])(?P<hour>[01]?\d)(?:[.:](?P<minute>[0-5]\d))?\s{0,2}(?:[-–]|to|until)\s{0,2}$", re.IGNORECASE
)
# For the dots in "Time: 09.30 – 12.15"
DOTTED_TIME = re.compile(r"(?<=\d)\.(?=[0-5]\d(?!\d))")
# For "Planning Committee", "Cabinet": a line that names a body
BODY_NAME = re.compile(
    r"\b(?:council|committee|sub-?committee|cabinet|executive|board|panel|forum|group|assembly|authority|commission"
    r"|working party|task force|trust|trustees|conference|district|township|partnership|meeting)\b",
    re.IGNORECASE,
)
# For "MINUTES of the annual meeting of the Planning Committee held in", "Minutes of the Parish Council meeting held on"
MINUTES_OF = re.compile(
    r"(?:(?:draft|unconfirmed|approved|confirmed)\s)?(?:minutes|record|notes)\b.{0,40}?\b(?:of|from|for)\b.{0,160}"
    r"|(?:(?:an?|the)\s)?(?:\w{1,20}\s){0,4}meeting of\b.{0,200}\bheld\b.{0,200}"
    r"|at an?\s(?:\w{1,20}\s){0,4}meeting\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
# For "held", "commencing": after it, the place and the time
HELD = re.compile(
    r"\b(?:held|took place|convened|meeting\s(?=on|at)|to order(?=\sat\b.{0,30}\b(?:in|at)\b))\b", re.IGNORECASE
)
# For "The meeting was held at", "Ostre Parish Council held their meeting", "Minutes of the meeting held on", and
# "Mayor Marsh called a regular meeting of the City Council to order": what tells where and when this meeting was
TELLS_MEETING = re.compile(
    r"\bmeeting\b.{0,160}\b(?:held|took place|convened)\b|\b(?:held|convened)\s(?:their|its|an?"
    r"|the)\b.{0,40}\bmeeting\b|\bcalled\s(?:an?|the)\b.{0,60}\bmeeting\sof\b.{0,80}\bto\sorder\b",
    re.IGNORECASE | re.DOTALL,
)
# For "The minutes of the meeting held on 2 March were agreed": what tells of an earlier meeting
OF_EARLIER = re.compile(
    r"\b(?:agreed|confirm\w{0,3}|signed|adopted|accepted|distributed|circulated|true|correct|last|previous|next"
    r"|proposed"
    r"|seconded|approve|noted|received|will|would|planned|scheduled)\b|\b(?:were|was|be|are)\sapproved\b",
    re.IGNORECASE,
)
# For "(Draft until approved at the next meeting)", "subject to approval": remarks on the minutes
REMARK = re.compile(
    r"\([^()]{0,200}\)|\b(?:until|to be|not yet|un)\s?(?:approved|confirmed)\b|^approved\b", re.IGNORECASE
)
# For "-" in "2.00 pm - 4.00 pm"
RANGE = re.compile(r"[\s.]{0,3}(?:[-–—]|to|until|and ended at|and closed at|finish(?:ed)?:?)[\s.]{0,3}", re.IGNORECASE)
# For "held at Ostre Borough Council": behind it stands a place
HELD_AT = re.compile(r"\b(?:held|took place|convened)\s(?:\w{1,12}\s){0,3}?(?:at|in)\b", re.IGNORECASE)
# For "Venue: Guildhall, Harrowmere", "Date: 12 March 2024", "Time: 7 pm"
HEAD_LABEL = re.compile(
    r"(?P<label>venue|place|location|held at|held in|date|time|date (?:and|&) time|date of meeting|meeting date|started"
    r"|start time|time started|meeting place|lleoliad|dyddiad|amser)\s{0,2}(?:[:–|-]\s{0,8}|:)(?P<words>\S.{0,200})",
    re.IGNORECASE,
)
# For "Venue", "Committee" in the first cell of a row
CELL_LABEL = re.compile(
    r"(?:venue|place|location|date|time|date (?:and|&) time|date of meeting|meeting date|start time|meeting|committee"
    r"|council|body|name of meeting|title|present|in attendance|attendees|apologies|chair(?:man|person)?|clerk)\s?:?",
    re.IGNORECASE,
)
# For "Minutes of the meeting held on", "Thursday, 21st": a line that another must go on
UNFINISHED = re.compile(
    r"(?:[,-]|\b(?:of|the|on|at|in|for|and|held|to|an?|from|co\.|\d{1,2}(?:st|nd|rd|th)))$", re.IGNORECASE
)
# For "held in the Village Hall", "at 7.30 pm on Monday": a line that goes on with the one above
GOES_ON = re.compile(
    r"(?-i:[a-z]{2,}\s)|(?:held|commencing|starting|via)\b|on\s(?:the\s)?(?:\d|\w{3,6}day)|(?:at|in)\s(?:the\s)?[\w’]",
    re.IGNORECASE,
)
# For "TUESDAY 8th SEPTEMBER 2009", "At 7 pm": a line that begins with the day
STARTS_WITH_DAY = re.compile(
    r"(?:on\s)?(?:the\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}\s?(?:st|nd|rd|th))", re.I
)
# For "Parks Panel Meeting", "Ostre Parish Council Annual Meeting", "Ostre Parish Council Minutes"
MEETING_BEHIND = re.compile(r"\s(?:\w{1,20}\s){0,2}(?:meeting|minutes)\b", re.IGNORECASE)
# For "date: 2024-03-12" in a file's front matter: when it was published, not when the meeting was
PUBLISHED = re.compile(r"[\"']?(?:date|published\w*|lastmod|updated|created|modified)[\"']?\s?:", re.IGNORECASE)
# For "on", "held at", "commencing at": what stands between the date, the time and the place
BEFORE_PLACE = re.compile(
    r"^(?:on|at|in(?: person)?|held|from|by|to|until|and|via the|commencing|commenced|starting|started|beginning|be"
    r"|was|which|(?:the|their|its|a|this)(?: \w{1,20}){0,2} meeting|this will be an?)\b[\s,:;–-]{0,4}(?=\S|$)",
    re.IGNORECASE,
)
AFTER_PLACE = re.compile(
    r"[\s,;–-]{0,3}\b(?:on|at|in|from|to|and|commencing|commenced|starting|started|start|beginning|held|via"
    r"|the)$",
    re.IGNORECASE,
)
# For "and livestreamed", "to consider", "the day after the show": where the words for a place end
PLACE_END = re.compile(
    r",?\s(?:and (?:live-?\s?streamed|broadcast|via|by|online|on)\b|at which|in order|at (?=\d)|to consider"
    r"|following (?:the|on)|the (?:day|evening|morning) (?:after|before)"
    r"|immediately"
    r"|for the purpose|when there|pursuant|in accordance|there were|with the following)\b"
    r"|\.\s(?=(?-i:[A-Z][a-z]+\s[a-z]))",
    re.IGNORECASE,
)
# For "Venue: Guildhall" within a sentence
PLACE_LABEL = re.compile(r"^(?:venue|place|location)\s?[:–-]\s{0,3}", re.IGNORECASE)
# For "following the Annual Parish Meeting": when, and not where
FOLLOWING = re.compile(
    r"(?:following|after|immediately|before|straight after|(?:in )?order to|to(?!\sbe\b|$)"
    r"|(?:at )?the (?:outset|conclusion|rising))\b",
    re.IGNORECASE,
)
WEB_LINK = re.compile(r"\.?\s?view directions$", re.IGNORECASE)
# For "Eland House, London SW1E 5DU": words that only a place has
PLACE_WORD = re.compile(
    r"\b(?:house|hall|rooms?|centre|center|street|road|lane|square|building|school|church|chapel|library|pavilion"
    r"|institute"
    r"|theatre|club|inn|hotel|chamber|offices?|guildhall|online|zoom|teams|[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2})\b",
    re.IGNORECASE,
)
# For "Meeting note", "Contact: …": lines below the day that name no place
NO_PLACE = re.compile(
    r"\b(?:present|apolog\w{1,4}|attend\w{0,6}|minutes?|agenda|notes?|actions?|items?|draft|public|welcome|chair\w{0,6}"
    r"|contact|tel"
    r"|telephone|email|http|quorum|item|members?|councillors?|clerk|disposition|page|summary|decisions?|report"
    r"|update|to order|context)\b"
    r"|[|@:]|^\d{1,3}[.)]",
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
    r"between|until|via|ordinary|regular|annual|special|extraordinary|emergency|scheduled|monthly|quarterly|general"
    r"|statutory|full|open|as"
    r"|follows|present|before|day|view|directions)\b",
    re.IGNORECASE,
)
