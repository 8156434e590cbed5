"""Names, offices and attendance."""

from __future__ import annotations

import re

# For "Present:", "OFFICERS IN ATTENDANCE", "Apologies for absence:", "Also present: Councillor Marsh"
ATTENDANCE_LABEL = re.compile(
    r"(?P<label>(?:(?:members?|councillors?|officers?|officials?|others?|guests?|visitors?|staff|those"
    r"|also|the following|persons|voting|co-opted|non-voting|public|councillors also|members also"
    r"|cabinet members|independent)"
    r"(?:\s(?:members?|councillors?|officers?|and|also|&|were))?\s){0,2}"
    r"(?:present(?: in the chair)?|in attendance|attending|attendance"
    r"|apologies(?: for absence)?(?: (?:were )?received)?(?: from)?|absent(?: with(?:out)? apologies)?"
    r"|substitutes?)"
    r"|attendees|members|officers|officials|guests|visitors|secretariat|substitute members|apologies"
    r"|in the chair|chair(?:man|person)?)"
    r"\s{0,2}(?:[:;]\s{0,8}|[–-]\s{1,8}|$)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COURTESY = (
    r"mrs|mr|ms|miss|mx|dr|sir|dame|lord|lady|baroness|professor|prof|reverend|revd|rev|canon|father"
    r"|colonel|col|major|captain|capt|hon|the hon"
)
_ELECTED = (
    r"(?:(?:county|borough|district|city|town|parish|ward|provincial)\s)?"
    r"(?:councillors|councillor|cllrs|cllr|clls|couns|coun|aldermen|alderman|ald|deputy mayor|mayor)"
)
# For "County Councillors", "Cllr Mrs", "Dr"
TITLE = re.compile(rf"(?:{_ELECTED}|{_COURTESY}|messrs)\.?(?:\s(?:the\s)?(?:{_COURTESY})\.?)?(?=\s|$)", re.IGNORECASE)
# For "Councillors", "Messrs": a title that goes on to the names after it
PLURAL_TITLE = re.compile(r"(?:councillors|cllrs|clls|couns|aldermen|messrs)\b", re.IGNORECASE)
# For "OBE", "CBE DL"
HONOURS = re.compile(
    r"(?:[,\s]\s{0,3}(?:C\.?B\.?E|O\.?B\.?E|M\.?B\.?E|K\.?B\.?E|D\.?B\.?E|B\.?E\.?M|G\.?B\.?E|KCB|CB|CMG"
    r"|CVO|LVO|MVO|DL|JP|QC|KC|GM|GC|VC|DSO|MC|QPM|QFSM|TD|VR|VD|RD|FRS|MP|MEP|MSP|MS|PC|TC"
    r"|PhD)\.?(?=[\s,;]|$)){1,5}"
)
PARTICLE = r"(?:de|du|da|van|von|der|den|la|le|ap|ab|al|el|bin|y)"
NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[’'.]?\w){0,24}(?:-[A-ZÀ-ÖØ-Þa-z](?:[’']?\w){0,24}){0,3}\.?)"
# For "Ada Marsh", "J M Ellacott", "T. O’Rane", "Y Vane-Arkell", "Piet van der Berg"
NAME = re.compile(rf"{NAME_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{NAME_WORD}){{0,4}}")
# For "the Mayor", "the Chairman": an office that moves a motion
OFFICE = re.compile(
    r"(?:the\s)?(?:deputy mayor|lord mayor|mayor|vice-?chair(?:man|woman|person)?|chair(?:man|woman"
    r"|person)?|leader(?: of the council)?|deputy leader|president|cathaoirleach)\b",
    re.IGNORECASE,
)
# For "Clerk", "Head of Planning", "Vice-Chair": words that tell an office, not a name
ROLE_WORD = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice|convenor|president|leader|mayor|clerk|director|head|officer"
    r"|manager|engineer|solicitor|secretary"
    r"|treasurer|chief|executive|administrator|surveyor|planner|assistant|accountant|auditor|lawyer"
    r"|monitoring|rfo|warden|foreman|member for|cathaoirleach"
    r"|portfolio|deputy|lead|principal|senior|adviser|advisor|consultant|archivist|ecologist|inspector"
    r"|constable|sergeant|pcso|minutes|speaker|substitute member)\b",
    re.IGNORECASE,
)
# For "Marsh (A)": two councillors of one name
NAMESAKE = re.compile(r"(?P<name>[^()]{2,60}?)\s\((?P<initial>[A-Z]{1,2})\.?\)")
# For ", ", " and ", "; ", and the brackets within which they divide nothing
LIST_DIVIDER = re.compile(r"[()]|,(?!\d)|;|\s(?:and|AND|&)(?:\s|$)")
# For "Engineer (Ms A Marsh)", "the Clerk – Ada Marsh", "Clerk: Ada Marsh"
OFFICE_OF_NAME = re.compile(
    r"(?P<office>[^()–:]{2,120}?)(?:\s\((?P<bracketed>[^()]{3,80})\)|\s?(?:[–:]"
    r"|\s-)\s(?P<dashed>[^()–:]{3,80})|\s(?P<plain>M(?:rs|r|s|iss)\.?\s[^()–:]{3,60}))"
)
# For " (Chair)", " – Chief Executive", " in the Chair": an office after a name
OFFICE_AFTER = re.compile(
    r"\s?(?:\((?P<bracketed>[^()]{1,120})\)|\s?[–—-]\s(?P<dashed>.{1,120})"
    r"|\s(?P<chair>in the chair))\s?\.?",
    re.IGNORECASE,
)
# For "Labour", "Con", "Ind.": a party is no office
PARTY = re.compile(
    r"(?:labour|lab|conservative|con|liberal democrat|lib ?dem|green|independent|ind|reform|snp"
    r"|plaid cymru|labour and co-operative)\.?",
    re.IGNORECASE,
)
# For "County Council", "Police", "Limited": capitals that name no person
NO_NAME = re.compile(
    r"\b(?:council|committee|police|constabulary|association|society|limited|ltd|trust|school|church"
    r"|hall|road|street|public|press|members?|residents?|group|agency|university|apologies|present"
    r"|attendance|meeting|minutes|none|nil|item|part|report)\b",
    re.IGNORECASE,
)
# For "Clerk", "Director of Place": offices of those who serve the body without belonging to it
SERVING_ROLE = re.compile(
    r"\b(?:clerk|director|officer|head of|engineer|solicitor|chief executive|administrator|surveyor"
    r"|accountant|monitoring|rfo|warden|foreman|assistant)\b",
    re.IGNORECASE,
)
# For "arrived 7.10 pm", "for Mrs Orme", "until item 6": a remark and no office
ATTENDANCE_REMARK = re.compile(
    r"\b(?:arriv\w{1,4}|left|until|from|joined|substitut\w{1,4} for|substituting|for\s(?:items?|mr|mrs"
    r"|ms|councillor|cllr)|items?|part|via|remotely|by (?:video|phone)|online|virtual\w{0,4}|agenda"
    r"|minute|illness|holiday|work|family)\b|\d",
    re.IGNORECASE,
)
# For "three members of the public", "6 members of the press"
UNNAMED = re.compile(
    r"(?:and\s)?(?:(?:about|approximately|some|around)\s)?(?:\d{1,4}|no|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|several)\s(?:other\s)?(?:members?|persons?|people|residents?"
    r"|parishioners?|representatives?)\b.{0,60}|(?:public\s[–-]\s)?nil|none",
    re.IGNORECASE,
)
# For "Councillor Reed sent apologies", "Mrs Hale had given her apologies"
SENT_APOLOGIES = re.compile(
    r"(?P<names>.{1,500}?)\s(?:had\s|have\s|has\s)?(?:sent|gave|given|tendered|offered)\s(?:(?:his|her"
    r"|their|in)\s)?apolog(?:y|ies)\b",
    re.IGNORECASE | re.DOTALL,
)
# For "Apologies for absence were received"
APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b", re.IGNORECASE)
# For "Apologies and substitutes", "Attendance": items that tell who sent apologies
APOLOGIES_TITLE = re.compile(r"\b(?:apolog(?:y|ies)|absence|absences|attendance|substitut\w{1,4})\b", re.IGNORECASE)
# For "from", "for", behind which names may follow
FROM = re.compile(r"\b(?:from|for|by)\b", re.IGNORECASE)
# For "Also present", "Officers": those who are not members
OTHERS_LABEL = re.compile(
    r"\b(?:also|in attendance|officers?|officials?|guests?|visitors?|staff|public|secretariat|others?)\b",
    re.IGNORECASE,
)
ELECTED_TITLE = re.compile(rf"{_ELECTED}\b", re.IGNORECASE)
# For "No apology had been received from Councillor Penrice"
NO_APOLOGY = re.compile(r"\bno\s(?:apolog\w{1,4})\b.{0,60}?\bfrom\s(?P<names>.{1,300})", re.IGNORECASE | re.DOTALL)
# For ", for whom Mrs Thring was present": where a list of names ends within its sentence
NAMES_END = re.compile(
    r",?\s(?:for whom|who\b|which|whose|because|due to|owing to|as\s(?:he|she|they)|were\s|was\s|had\s"
    r"|have\s|has\s|is\s|are\s|and\s(?:were|was)\s|with\s|attended|took\s|having|could|would)\b",
    re.IGNORECASE,
)
# For "Mr Tolliver (Tree Officer) was in attendance for this item."
ATTENDED = re.compile(
    r"(?P<names>.{3,300}?)\s(?:was|were)\s(?:also\s)?(?:in attendance|present)\s(?:for|during)\s(?:this"
    r"|the following|consideration of this)\s(?:item|matter|part)",
    re.IGNORECASE | re.DOTALL,
)
