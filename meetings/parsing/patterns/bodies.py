"""Names of councils, committees and other bodies that meet."""

from __future__ import annotations

import re

# For "Planning Committee", "Cabinet": the word that says what kind of body a name names
BODY_KIND = re.compile(
    r"\b(?:councils?|(?:sub-?\s?)?committee|cabinet|(?<!chief )executive(?![’'])|board|panel|(?<!open )forum"
    r"|(?:sub-?)?group|assembly|authority"
    r"|commission|working party|task force|taskforce|task and finish group|trust|trustees|partnership|senate|tribunal"
    r"|network|association|society|federation|union|alliance|league|institute"
    r"|(?:school|library|water|irrigation|sanitary|fire protection|park|hospital) district"
    r"|governing (?:body|board)|(?:annual )?parish meeting|annual town meeting|annual community meeting)\b",
    re.IGNORECASE,
)
# For "Township of Ostre", "Shire of Ostre", "Municipal District of Marram-Cross": a kind that the place's name follows
PLACE_KIND = re.compile(
    r"\b(?:(?:royal|london|metropolitan|municipal|regional|united|rural|electoral)\s){0,2}(?:borough|city|county"
    r"|district"
    r"|township|town|village|municipality|shire)\sof\s(?=(?:the\s)?[^\W\d_])"
    r"|\bcyngor\s(?:cymuned(?:ol)?|tref|sir|bwrdeistref|dinas|plwyf)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
# For the colon in "Rural Data Panel: minutes, 4 March 2014", and none in "Board: Ada Marsh"
BODY_LABEL = re.compile(r":\s(?!(?:draft\s)?(?:minutes|notes|meeting)\b)", re.IGNORECASE)
# For "Council Chamber", "Committee Room", "Board members", "Council Offices", "Cabinet Office": no body that meets
NO_BODY = re.compile(
    r"\s(?:chambers?|rooms?|offices?|house|buildings?|members?|attendees|tax|clerk|leader|officers?|suite|website"
    r"|centre"
    r"|report|minute book|hall|manager|secretary|depot|land|summons|plan|agenda|procedure)\b",
    re.IGNORECASE,
)
# Words of the head at which a body's name ends or before which it begins
STOP_WORD = re.compile(
    r"minutes?|proceedings|held|meetings?|at|in|on|by|to|from|via|was|were|is|are|will|be|has|had|draft|unconfirmed"
    r"|approved|confirmed|record|notes?|consider|annual|ordinary|extraordinary|special|extra|monthly|statutory"
    r"|virtual|remote|hybrid|regular|inaugural|quarterly|adjourned|full|agm|egm|a|an|this|that|which|agenda"
    r"|commencing|starting|present|chaired|decisions?|disposition|following|followed|date|time|venue|next"
    r"|cofnodion|cyfarfod"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
# For "Annual" in "Ostre Annual Parish Council Meeting": the meeting's kind in the midst of a name
MEETING_KIND = re.compile(r"annual|ordinary|extraordinary|special|monthly|virtual|statutory", re.IGNORECASE)
# For "Ostre", "2" in "Area 2 Committee", "parish" in "Ostre parish Council": a word that a name may have
CAPITAL = re.compile(r"[^\W\d_a-zà-öø-ÿ]|\d{1,2}$|(?:parish|town|community|borough|county|district|city)$")
# For "and" in "Highways and Parking Committee": small words within a name
JOINER = re.compile(r"of|and|the|for|with|on|&|y|a|yr", re.IGNORECASE)
NAME_WORD = re.compile(r"[^\W_][\w’'./&-]*|&")
# For "Harrowmere Borough Council", "Marram Bay Parish Council", "Royal Borough of Harrowmere", "Township of Ostre"
COUNCIL_NAME = re.compile(
    r"(?:(?:the\s)?[^\W\d_][\w’'.&,-]{0,30}\s){1,8}?(?:county|borough|city|district|town|parish"
    r"|community|metropolitan|unitary"
    r"|islands?|village|regional|municipal)\s(?:and\s\w{1,12}\s)?(?:borough\s|district\s|city\s)?council"
    r"|(?:the\s)?(?:royal |london |metropolitan |regional )?(?:borough|city|county|district|township"
    r"|town|village|municipality|shire) of (?:the )?(?:[^\W\d_][\w’'.&-]{0,30}\s?){1,6}"
    r"|cyngor\s(?:cymuned(?:ol)?|tref|sir|bwrdeistref|dinas|plwyf)\s.{2,60}",
    re.IGNORECASE,
)
# For "Municipal District of Marram-Cross", "Metropolitan District of Ostre": a district that belongs to a council
DISTRICT = re.compile(r"(?:municipal|metropolitan|borough) district of\b.{1,80}", re.IGNORECASE)
# For "Elsewhere Council": a council whose kind its name does not tell
ANY_COUNCIL = re.compile(r"\w.{1,80}\scouncil", re.IGNORECASE)
# For "Ostre Network for Women in Science", "Ostre Fire Authority", "Ostre Unified School District": an organisation
# that boards and committees belong to
ORGANISATION = re.compile(
    r".{3,80}\b(?:network|association|society|federation|union|alliance|league|institute|authority|trust"
    r"|(?:school|library|water|irrigation|sanitary|fire protection|park|hospital) district)\b.{0,80}",
    re.IGNORECASE,
)
# For "Parish Council", "COUNTY COUNCIL", "Council": a body that its council's name tells
BARE_COUNCIL = re.compile(
    r"(?:the )?(?:full )?(?:(?:county|borough|city|district|town|parish|community|municipal|village) )?council",
    re.IGNORECASE,
)
# For "Ayford Parish Council", "Township of Ostre Council": a council that is a meeting of its own
LOCAL_COUNCIL = re.compile(
    r".{0,100}\b(?:parish|town|community|township|village)\b.{0,60}\bcouncil|cyngor (?:cymuned|tref|plwyf)\b.{1,80}",
    re.IGNORECASE,
)
# For "Township of Ostre Council": the council of a place that is named by its kind
PLACE_COUNCIL = re.compile(
    r"(?P<place>(?:township|town|village|city|county|municipality|borough|district) of\s.{2,80}?)\scouncil",
    re.IGNORECASE,
)
# For "Stoke Parish Meeting", "Annual Parish Meeting": the meeting of a parish's electors
PARISH_MEETING = re.compile(r"(?:.{1,80}\s)?(?:parish|town|community) meeting", re.IGNORECASE)
# For "Ostre Town Council Planning Committee": a council with one of its committees
COUNCIL_AND_COMMITTEE = re.compile(
    r"(?P<council>\S.{2,80}?\b(?:county|borough|city|district|town|parish"
    r"|community)\scouncil)[’']?s?\s(?P<committee>\S.{3,80})",
    re.IGNORECASE,
)
# For "Science and Engineering" at the end of a line: a name that goes on to its end
NAME_TO_END = re.compile(r"(?:\s(?:[A-Z][\w’'-]{1,30}|and|of|&)){1,8}\s?")
