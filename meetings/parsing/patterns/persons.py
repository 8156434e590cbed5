"""Attendance: the labels of lists, and the sentences that tell who was there."""

from __future__ import annotations

import re

from meetings.parsing.patterns.names import TITLE
from meetings.parsing.patterns.phrase import phrase

_GROUPS = (
    r"(?:non-?)?members?|councillors?|officers?|officials?|others?|guests?|visitors?|staff|those|also,?|the following"
    r"|persons|people|voting|co-opted|non-voting|public|cabinet|independent|board|panel|committee|directors|trustees|governors"
    r"|parish|town|community|borough|county|district|ward|elected|other|invited|representatives?|council|hefyd"
)
# What a list is called, in English, Scots, Irish and Welsh
_CAPTION = (
    r"present in the chair|in the chair|in attendance(?: virtually| remotely| online)?|attending(?: by \w{1,12}"
    r"| via \w{1,12}| remotely| online)?|attendance|attendees|present(?: were| in person| virtually"
    r"| remotely| online| (?:via|by"
    r"|on) (?:\w{1,12} ?){1,3})?"
    r"|apologies(?: for(?: non-?attendance| absence))?(?:(?: were)? (?:received|accepted|noted))?(?: from)?"
    r"|apology(?: for absence)?(?: received)?(?: from)?|regrets|absent(?: with(?:out)? apologies)?|not present"
    r"|substitutes?"
    r"|substitute members|sederunt|i láthair|as láthair|leithscéalta"
    r"|yn bresennol|presennol|ymddiheuriadau(?: am absenoldeb)?|yn absennol"
)
_STANDING = (
    r"members|councillors|officers|officials|guests?|visitors?|observers?|presenters?|secretariat|staff|zoom|by phone"
    r"|on the phone|chair(?:man"
    r"|person)?"
    r"|public|swyddogion|aelodau|quorum"
)
# For "Present:", "OFFICERS IN ATTENDANCE", "Apologies for absence:", "Also present: Councillor Marsh", "Staff:", and
# for "PRESENT (6 Councillors):-", "Present– Cllr Marsh", "APOLOGIES Mr. Marsh"
ATTENDANCE_LABEL = phrase(
    r"(?:(?:hefyd )?(?:yn )?(?:presennol|bresennol|ymddiheuriadau)\s?/\s?)?"
    rf"(?P<label>(?:(?:{_GROUPS})(?:[ /,&]{{1,3}}(?:and )?)){{0,4}}(?:{_CAPTION})"
    r"|the following (?:\w{1,14} ){0,3}(?:were|was) (?:also )?(?:present|in attendance)"
    rf"|(?:[A-Z][\w’'-]{{1,20}} )?attendees|(?:(?:{_GROUPS}) ){{0,2}}(?:{_STANDING})(?:[/&, ]{{1,3}}(?:{_STANDING}))?"
    r"|(?:panel|board|committee|council)(?=\s?:(?:[^,]{1,80},){2}|\s?:[^(,]{1,80}\())"
    r"(?:\s{0,2}\([^()]{0,12}(?:councillors|members|cllrs|trustees)\))?"
    r"(?:\s{0,2}(?:[:;]\s?[-–]?\s{0,8}|[–-]\s{1,8}|–|$)"
    rf"|\s(?={TITLE.pattern})"
    r"|(?<=(?-i:Present|tending))\s(?=(?-i:[A-Z][\w’'-]+\s[A-Z]))"
    r"|(?<=(?-i:ESENT|OGIES|DANCE|GRETS|NDING))\s?[,.]?\s?(?=(?-i:[A-Z](?:[a-z.]|\s))))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
    stems=(
        *(
            "present",
            "attend",
            "apolog",
            "regret",
            "absent",
            "substitute",
            "sederunt",
            "láthair",
            "leithsc",
            "resennol",
        ),
        *("ymddiheur", "absennol", "in the chair", "member", "councillor", "offic", "guest", "visitor", "observer"),
        *("secretariat", "staff", "zoom", "phone", "chair", "public", "swyddog", "aelod", "quorum"),
        *("panel", "board", "committee", "council"),
    ),
)
# For the label in "… held on 4 May 2010 Present: Cllr Marsh. Also present: …": a list that begins within a line
INLINE_LABEL = re.compile(
    r"(?<=[\s.;,)])(?<!/\s)(?<!/\sAlso\s)(?<!\b[Ii]n\s)(?<!\bIN\s)(?<!\b[Nn]ot\s)(?<!\bNOT\s)"
    r"(?=(?:(?:Those|Members|Also,?|ALSO|MEMBERS|THOSE|Officers"
    r"|Staff)\s)?(?:Present|PRESENT|present"
    r"|Attending|ATTENDING|Attendance|ATTENDANCE|[Ii]n [Aa]ttendance|IN ATTENDANCE|Apologies(?: for [Aa]bsence)?"
    r"|APOLOGIES"
    r"(?: FOR ABSENCE)?|Absent|ABSENT|Members of the [Pp]ublic|Public|PUBLIC|Officers|OFFICERS|Guests|Observers)"
    r"\s?(?:\([^()]{1,30}\)\s?)?(?::|[–-]\s))"
)
# For "Also", "Members": words before a caption that are part of its label
GROUP = re.compile(rf"(?:(?:{_GROUPS})[ /,&]{{0,3}}(?:and )?){{1,4}}", re.IGNORECASE)
# For "(Chair) arrived 7.10 pm", "from item 6", "until 8.15pm": when somebody came
ARRIVED = re.compile(
    r"\b(?:arriv\w{1,4}|joined|entered|present from|in attendance from|from)\b(?:\sthe\smeeting)?(?:\s(?:at|during|for"
    r"|from|in|before|after))?\s{1,2}(?P<when>(?:agenda )?(?:items?|minutes?) [\w./-]{1,12}|[^()]{0,12}?\d{1,2}"
    r"(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?)",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"\b(?:left|departed|retired|until|up to|to|withdrew)\b(?:\sthe\smeeting)?(?:\s(?:at|during|after|before|for"
    r"|from))?"
    r"\s{1,2}(?P<when>(?:agenda )?(?:items?|minutes?) [\w./-]{1,12}"
    r"|[^()]{0,12}?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)?)",
    re.IGNORECASE,
)
# For " arrived at 7.10 pm" behind a name in a list
CAME_OR_WENT = re.compile(
    r"\s?[–,-]?\s?(?P<words>(?:arriv\w{1,4}|left|joined|from|until|departed)\b.{0,40}?\d{1,2}(?:[.:]\d\d)?"
    r"(?:\s?[ap]\.?m\b\.?)?)(?=[\s,;]|$)",
    re.IGNORECASE,
)
# For "Clerk", "Director of Place": offices of those who serve the body without belonging to it
SERVING_ROLE = re.compile(
    r"\b(?:clerk|director|officer|manager|attorney|head of|engineer|solicitor|chief executive|administrator|surveyor"
    r"|accountant|monitoring|rfo|warden|foreman|assistant|recorder|minute taker|note taker|clerc|superintendent"
    r"|counsel|treasurer to|caretaker)\b",
    re.IGNORECASE,
)
# For "Non-Executive Director", "Lay Member": on a board of such its officers are members too
BOARD_ROLE = re.compile(
    r"\b(?:non-executive|executive director|lay member|voting member|associate member|public governor)\b", re.IGNORECASE
)
# For "for Mrs Orme", "illness", "by video": a remark and no office
REMARK = re.compile(
    r"\b(?:arriv\w{1,4}|left|until|from|joined|substitut\w{1,4} for|substituting|for\s(?:items?|mr|mrs"
    r"|ms|councillor|cllr)|items?|part|via|remotely|by (?:video|phone)|online|virtual\w{0,4}|agenda"
    r"|illness|ill|unwell|sick|holiday|work|business|personal|family|commitments?|vacancy|away|late"
    r"|departed|proxy|deputis\w{1,4}|present)\b|\d",
    re.IGNORECASE,
)
# For "three members of the public", "6 members of the press", "Members of the public: 6", "Public – Nil"
UNNAMED = re.compile(
    r"(?:and\s|a\s)?(?:(?:about|approximately|some|around|other)\s)?(?:\d{1,4}|no|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|several|a|an)\s(?:other\s)?(?:members?|persons?|people|residents?"
    r"|parishioners?|representatives?|electors?|councillors?)\b.{0,60}|(?:members? of (?:the )?)?(?:public"
    r"|press)(?: and press)?\s?"
    r"[:–-]?\s?(?:nil|none|\d{1,4}|no one)?|nil|none|no apologies.{0,40}",
    re.IGNORECASE,
)
# For "all CLG": an organisation that all who are listed before come from
ALL_FROM = re.compile(r"all (?:of |from )?(?P<words>\S.{1,80})", re.IGNORECASE)
# For "Councillor Reed sent apologies", "Mrs Hale had given her apologies"
SENT_APOLOGIES = re.compile(
    r"(?P<names>.{1,500}?)\s(?:had\s|have\s|has\s)?(?:sent|gave|given|tendered|offered|submitted|conveyed)\s(?:(?:his"
    r"|her"
    r"|their|in)\s)?apolog(?:y|ies)\b",
    re.IGNORECASE | re.DOTALL,
)
# For "Apologies for absence were received"
APOLOGIES = phrase(r"\b(?:apolog(?:y|ies)|regrets)\b", re.IGNORECASE, stems=("apolog", "regrets"))
# For "Apologies and substitutes", "Attendance": items that tell who sent apologies
APOLOGIES_TITLE = phrase(
    r"\b(?:apolog(?:y|ies)|absence|absences|absent|regrets|attendance|substitut\w{1,4}|ymddiheuriadau)\b",
    re.IGNORECASE,
    stems=("apolog", "absen", "regrets", "attendance", "substitut", "ymddiheur"),
)
# For "Those attending", "Present", "Attendance": items that are the list of those present
PRESENT_TITLE = re.compile(
    r"(?:those |members |councillors |councillors and officers )?(?:present|attending|in attendance|attendance"
    r"|attendees)"
    r"(?:\s(?:and|&)\sapologies\b.{0,40})?|yn bresennol",
    re.IGNORECASE,
)
# For "Roll Call", "Call to order and roll call", "Quorum": items in which the lists of those present stand
ROLL_TITLE = re.compile(
    r"(?:call to order\W{1,3}(?:and\s)?)?(?:roll[ -]?call|members present|quorum)\b.{0,40}", re.IGNORECASE
)
# For "from", "for", behind which names may follow
FROM = re.compile(r"\b(?:from|for|by)\b:?", re.IGNORECASE)
# For "Also present", "Officers": those who are not members
OTHERS_LABEL = re.compile(
    r"\b(?:also|in attendance|officers?|officials?|guests?|visitors?|staff|public|secretariat|others?|observers?"
    r"|presenters?|invited|non-?members?|zoom|hefyd|swyddogion)\b",
    re.IGNORECASE,
)
# For "No apology had been received from Councillor Penrice"
NO_APOLOGY = re.compile(r"\bno\s(?:apolog\w{1,4})\b.{0,60}?\bfrom\s(?P<names>.{1,300})", re.IGNORECASE | re.DOTALL)
# For "Councillors Marsh and Reed, whose": where the names of a sentence end
NAMES_END = re.compile(
    r",?\s(?:for whom|who\b|which|whose|because|due to|owing to|as\s(?:he|she|they)|were\s|was\s|had\s"
    r"|have\s|has\s|is\s|are\s|and\s(?:were|was)\s|with\s|attended|took\s|having|could|would|on\s|in\s)\b",
    re.IGNORECASE,
)
# For "Mr Tolliver (Tree Officer) was in attendance for this item.", "Ms Reed joined the meeting"
ATTENDED = phrase(
    r"(?P<names>.{3,300}?),?\s(?:(?:was|were)\s(?:also\s)?(?:in attendance|present)(?=\s(?:for|during|at|from|as|to"
    r"|in)\b|\.|$)"
    r"|(?:also\s)?(?:attended|joined)\s(?:(?:for|during)\s(?:this|the|part)|the\s(?:\w{1,12}\s)?meeting|via"
    r"|remotely)\b)",
    re.IGNORECASE | re.DOTALL,
    stems=("attend", "present", "joined"),
)
# For "In attendance were Mr Marsh and Mrs Reed", "Board members present were: Ada Marsh, Tom Reed", "The meeting was
# attended by Mr Marsh"
PRESENT_WERE = re.compile(
    r"(?:(?:(?P<others>also\s)|(?:the\s)?(?:(?:board|committee|council|panel)\s)?members\s)?"
    r"(?:(?:in attendance|present|attending)\s(?:was|were)(?:\salso)?"
    r"|(?:the\s)?(?:guests?|visitors?|observers?)\s(?:was|were))|(?:the\s)?meeting\swas\s(?:also\s)?attended\sby)"
    r"\s?:?\s(?P<names>.{3,600})",
    re.IGNORECASE | re.DOTALL,
)
# For "Councillor Marsh took the chair", "The meeting was chaired by AM", "in the absence of …, Mrs Reed presided"
TOOK_CHAIR = phrase(
    r"(?:^|[,.;]\s)(?P<name>[^,.;]{2,60}?(?:\.[^,.;]{1,40}?)?)\s(?:took|assumed)\sthe\schair\b"
    r"|\b(?:chaired|presided over|presided)\sby\s(?P<chaired>[^,;]{2,60}?)(?:[.,;]|$)"
    r"|(?:^|[.;]\s)(?P<chairs>[^,.;]{2,60}?)\schaired\sthe\s(?:\w{1,12}\s)?meeting\b"
    r"|^(?P<presided>[^,;]{2,60}?)\s(?:presided|was in the chair|in the chair)\b",
    re.IGNORECASE,
    stems=("chair", "presid"),
)
# For "Cllr Marsh, Cathaoirleach, presided", "Councillor Marsh, Convener, Presiding"
PRESIDING = re.compile(r",?\s(?:presided|presiding)\.?$", re.IGNORECASE)
# For "Councillor Moody would be late arriving", "Councillor Muir for Councillor Levett": substitutes, late-comers
SUBSTITUTE = re.compile(
    r"(?P<name>[^,;]{3,80}?)\s(?:(?:was |were |would be |is |acting )?(?:substitut\w{1,4}|deputis\w{1,4})\s)?(?:for"
    r"|in place of"
    r"|on behalf of)\s(?P<absent>[^,;]{3,80}?)(?:;|\.|,|$|\sand$)",
    re.IGNORECASE,
)
SUBSTITUTING = phrase(r"\bsubstitut\w{1,4}\b", re.IGNORECASE, stems=("substitut",))
WOULD_COME = re.compile(
    r"(?:.{0,80}\bthat\s)?(?P<name>[^,;]{3,80}?),?\s(?:would be in attendance|would be (?:late|arriving)"
    r"|would arrive)\b",
    re.IGNORECASE,
)
# For "Other members", "Members also present": of the members' labels those that name visitors
VISITORS_LABEL = re.compile(r"\b(?:also|others?|non-?members?|public|visiting|hefyd)\b", re.IGNORECASE)
# For "✓", "X": a mark in a table of attendance
TICK = re.compile(r"[✓✔√☑●•xX*]|yes", re.IGNORECASE)
# For "Present", "Apologies", "P", "A": how somebody came, in a table of attendance
PRESENCE_CELL = re.compile(
    r"present|attended|in attendance|apolog(?:y|ies)(?: received| sent)?|absent|regrets|[PA]", re.IGNORECASE
)
# For the two blanks between "Ada Marsh (AM)  Bank of Ostre": what stood in two lines of one cell
CELL_LINES = re.compile(r"\s{2,}")
# For "Disclosure of interest: Councillor Marsh": words before a colon that begin a line
CAPTION = re.compile(r"(?P<words>[A-Z][^:,;()]{2,60}):(?:\s|$)")
# For " 1. Apologies" in "Present: Cllr Marsh. 1. Apologies for absence": the first item, on the same line
ITEM_WITHIN = re.compile(r"\s1\.\s{1,3}(?=[A-Z])")
# For "Ada Marsh - Clerk", "Mr B Reed – Head of Parks": lines of a list with one person each
NAME_AND_OFFICE = re.compile(r"(?:[A-Z][\w.’'-]{0,20}\s){2,4}[-–]\s[A-Z][^,;]{2,60}$")
