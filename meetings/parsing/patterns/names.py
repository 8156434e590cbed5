"""Names of people, their titles, honours and offices."""

from __future__ import annotations

import re

_COURTESY = (
    r"mrs|mr|ms|miss|mx|dr|sir|dame|lord|lady|baroness|professor|prof|reverend|revd|rev|canon|father"
    r"|colonel|col|major|captain|capt|hon|the hon"
)
_TIER = r"county|borough|boro[’']?|district|city|town|parish|community|ward|provincial|regional|deputy"
_POLICE = (
    r"pcso(?:[’']?s)?|p\.\s?c\.\s?s\.\s?o|p\.c|pc(?:[’']s)?|cpo|wpc|sgt|sergeant|inspector|insp|chief inspector"
    r"|superintendent|supt"
    r"|constable"
    r"|police constable"
    r"|chief superintendent"
)
_ELECTED = (
    rf"(?:(?:{_TIER})\s?)?"
    r"(?:councillors|councillor|cllrs|cllr|clls|couns|coun|crs|cr|council\s?(?:members?|m[ae]n|wom[ae]n)|commissioners?"
    r"|trustees?|supervisors?|select(?:m[ae]n|wom[ae]n)|assembly\s?members?|freeholders?"
    r"|aldermen|alderman|alderwom[ae]n|ald|bcllr|ccllr|dcllr|cmhlr|comhairleoirí|comhairleoir"
    r"|an comhairleoir|cynghorwyr|cynghorydd|cyng"
    r"|(?:(?:his worship |her worship |the worshipful )(?:the )?)?(?:deputy |lord )?mayor(?: pro[ -]tem(?:pore)?)?"
    r"|deputy reeve|reeve)"
)
# For "County Councillors", "Cllr Mrs", "Dr", "His Worship Mayor", "PCSO"
TITLE = re.compile(
    rf"(?:{_ELECTED}|{_POLICE}|{_COURTESY}|messrs)\.?(?:\s(?:the\s)?(?:{_COURTESY})\.?)?(?=\s|$)", re.IGNORECASE
)
# For "Mrs.A Marsh": a title without a blank behind it
GLUED_TITLE = re.compile(r"\b(?P<title>(?:Mrs|Mr|Ms|Dr|Cllr|Rev)\.)(?=[A-Z])")
# For "Councillor Marsh" in the midst of a list without commas: titles that are hardly ever a name
SURE_TITLE = re.compile(
    rf"(?:^|(?<=\s))(?:(?:(?:{_TIER})\s?)?(?:councillors?|cllrs?|crs?|council\s?members?|aldermen|alderman|[bcd]cllr"
    rf"|cmhlr|cynghorydd|cyng)|{_POLICE}"
    r"|mrs|mr|ms|miss|dr|rev|revd|messrs)\.?(?=\s)",
    re.IGNORECASE,
)
# For "PC Marsh", "Inspector Marsh"
POLICE_TITLE = re.compile(rf"(?:{_POLICE})\b", re.IGNORECASE)
ELECTED_TITLE = re.compile(rf"{_ELECTED}\b", re.IGNORECASE)
# For "Borough Councillor Marsh", "– County Councillor": of another council than a parish's own
VISITING_COUNCILLOR = re.compile(
    r"(?:county|borough|boro[’']?|district|city|ward|[bcd])\s?(?:councillors?|cllrs?)\b", re.IGNORECASE
)
# For "Mayor Ada Marsh", "His Worship Mayor Marsh": a title that is an office
OFFICE_TITLE = re.compile(
    r"(?:(?:his worship |her worship |the worshipful )(?:the )?)?"
    r"(?P<office>(?:deputy |lord )?mayor(?: pro[ -]tem(?:pore)?)?"
    r"|(?:deputy )?reeve)",
    re.IGNORECASE,
)
# For "Councillors", "Messrs": a title that goes on to the names after it
PLURAL_TITLE = re.compile(
    r"(?:councillors|cllrs|clls|couns|crs|council\s?(?:members|men|women)|commissioners|trustees|supervisors"
    r"|select(?:men|women)|assembly\s?members|freeholders|aldermen|alderwomen|comhairleoirí|cynghorwyr"
    r"|messrs|pcso[’']?s|pc[’']s)\b",
    re.IGNORECASE,
)
# For the mark in "Aldermen - A Marsh", "Y Cynghorwyr / Councillors B Reed": the title goes on to the names after it
MARKED_TITLE = re.compile(
    rf"^(?:y\scynghorwyr\s?/\s?(?=cllr|coun)|(?P<title>{PLURAL_TITLE.pattern})\s?[:–-]{{1,2}}\s)", re.IGNORECASE
)
# For "OBE", "CBE DL"
HONOURS = re.compile(
    r"(?:[,\s]\s{0,3}(?:C\.?B\.?E|O\.?B\.?E|M\.?B\.?E|K\.?B\.?E|D\.?B\.?E|B\.?E\.?M|G\.?B\.?E|KCB|CB|CMG"
    r"|CVO|LVO|MVO|DL|JP|QC|KC|GM|GC|VC|DSO|MC|QPM|QFSM|TD|VR|VD|RD|FRS|MP|MEP|MSP|MS|PC|TC"
    r"|PhD|P\.\s?Eng|PEng|CPA|FCA|MRTPI|FRICS|MRICS|PSLCC|CiLCA)\.?(?=[\s,;]|$)){1,5}"
)
PARTICLE = r"(?:de|du|da|van|von|der|den|la|le|ap|ab|al|el|bin|y)"
NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[’'.]?\w){0,24}(?:-[A-ZÀ-ÖØ-Þa-z](?:[’']?\w){0,24}){0,3}\.?)"
# For the next word of "Ada Marsh", "J M Ellacott", "T. O’Rane", "Y Vane-Arkell", "Piet van der Berg"
NAME_PART = re.compile(rf"\s?(?P<word>(?:{PARTICLE}\s){{0,2}}{NAME_WORD})(?![\w@/])")
# For "(AM)", " JTe": the initials by which the minutes call somebody
INITIALS = re.compile(r"\s?(?:\((?P<bracketed>[A-Z][A-Za-z]{1,4})\)|(?<=\s)(?P<bare>[A-Z]{2,3}[a-z]?))(?=[\s,;.(]|$)")
# For "Alternate Director Marsh", "Member Reed", "Vice Chair Hale": offices that stand before a mover's name as titles
MOVER_OFFICE = re.compile(
    r"(?:(?:alternate|board|committee)\s)?(?:directors?|trustees?|members?|supervisor|selectman)\s(?=[A-Z])"
    r"|(?:(?:vice|deputy)[\s-])?(?:chair(?:man|woman|person)?|president)\s(?=[A-Z])",
    re.IGNORECASE,
)
# For "the Mayor", "the Chairman": an office that moves a motion
OFFICE = re.compile(
    r"(?:the\s)?(?:deputy mayor|lord mayor|mayor|vice-?chair(?:man|woman|person)?|chair(?:man|woman"
    r"|person)?|leader(?: of the council)?|deputy leader|president|cathaoirleach)\b",
    re.IGNORECASE,
)
# For "Clerk", "Head of Planning", "Vice-Chair": words that tell an office, not a name
ROLE_WORD = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice|conven[oe]r|provost|president|leader|mayor|clerk|director|head|officer"
    r"|manager|attorney|engineer|solicitor|secretary|superintendent|counsel|coordinator|co-ordinator"
    r"|treasurer|chief|executive|administrator|surveyor|planner|assistant|accountant|auditor|lawyer"
    r"|monitoring|rfo|warden|foreman|member for|cathaoirleach|recorder|proposer|cabinet member|councillor"
    r"|portfolio|deputy|lead|principal|senior|adviser|advisor|consultant|archivist|ecologist|inspector"
    r"|constable|sergeant|pcso|minutes|minute taker|note taker|speaker|substitute member|representative|intern"
    r"|interim|acting|corporate|caretaker|trustee|governor|headteacher|vicar|editor|technician|supervisor|analyst"
    r"|cadeirydd|clerc"
    r"|swyddog)\b",
    re.IGNORECASE,
)
# For "Vice Chairman", "Parish Clerk", "Chair": an office that stands beside a name without a mark between them
PLAIN_OFFICE = re.compile(
    r"(?:the\s)?(?:(?:(?:past|acting|deputy|joint)\s)?(?:vice[ -]?)?(?:chair(?:man|woman|person)?|president"
    r"|conven[oe]r)"
    r"|(?:(?:acting|deputy|assistant|interim|parish|town|community|city|municipal|council)\s){0,2}"
    r"(?:clerk|rfo|secretary|treasurer|speaker|warden|recorder)|(?:footpath|tree|flood|snow|village) warden)\b",
    re.IGNORECASE,
)
# For "City Manager Marsh", "Attorney Reed", "Police Chief Hale": an office and a surname, as in the United States
OFFICE_AND_SURNAME = re.compile(
    r"(?P<office>(?:(?:assistant|deputy|acting|interim|chief|city|town|township|village|county|borough|district|police"
    r"|fire|code|zoning|building|public works|finance|human resources|community development|parks"
    r"|economic development)\s){0,3}"
    r"(?:manager|attorney|administrator|clerk|treasurer|planner|engineer|assessor|comptroller|solicitor|secretary"
    r"|superintendent|forester|chief|captain|lieutenant|marshal|director))\s"
    rf"(?P<name>(?!of\b){NAME_WORD})",
    re.IGNORECASE,
)
# For "Marsh (A)": two councillors of one name
NAMESAKE = re.compile(r"(?P<name>[^()]{2,60}?)\s\((?P<initial>[A-Z]{1,2})\.?\)")
# For ", ", " and ", "; ", "together with", the bars and bullets of lists, and the brackets within which they divide
# nothing
LIST_DIVIDER = re.compile(
    r"[()]|,(?!\d)|[;•|]|\s(?:and|AND|&)(?:\s|$)"
    r"|\s(?:together with|along with|as well as|plus)\s|\s[–-]?\s?[Ee]x[ -][Oo]fficio:\s",
)
# For "Engineer (Ms A Marsh)", "the Clerk – Ada Marsh", "Clerk: Ada Marsh", "Clerk: - Ada Marsh"
OFFICE_OF_NAME = re.compile(
    r"(?P<office>[^()–:]{2,120}?)(?:\s\((?P<bracketed>[^()]{3,80})\)|\s?(?:[–:](?:\s?[–-])?|\s-)\s"
    r"(?P<dashed>[^–:]{3,80}))"
)
# For "(Chair)", "(AM)": what stands in brackets behind a name
BRACKET = re.compile(r"\s?\((?P<words>[^()]{1,160})\)\s?")
# For " – Chief Executive", ": County Councillor": an office behind a dash
DASHED = re.compile(r"\s?(?:[–—:]|(?<=\s)-{1,2}|-(?=\s))\s?(?P<words>\S.{1,160})")
# For " in the Chair"
IN_THE_CHAIR = re.compile(r"\s(?P<words>in the chair)\b", re.IGNORECASE)
# For " NCC": the letters of an organisation
ACRONYM = re.compile(r"\s(?P<words>[A-Z]{2,8})(?=\s|$)")
# For "Labour", "Con", "Ind.", "North Ward": a party or a ward is no office
PARTY = re.compile(
    r"(?:labour|lab|conservative|con|liberal democrat|lib ?dem|green|independent|ind|reform|snp"
    r"|plaid cymru|labour and co-operative)\.?|(?:\w{1,20}\s){1,3}ward",
    re.IGNORECASE,
)
# For "County Council", "Police", "Limited": capitals that name no person
NO_NAME = re.compile(
    r"\b(?:council|committee|police|constabulary|association|society|limited|ltd|trust|school|church"
    r"|hall|road|street|public|press|members?|residents?|group|agency|university|apologies|present"
    r"|attendance|meeting|minutes|none|nil|items?|part|report|declarations?|disclosures?|board|foundation|maintainers"
    r"|directors|office"
    r"|department|authority|services?|electoral|shire|government|cabinet|borough|district|county|parish|town|village|plan|scheme|draft|programme|project"
    r"|strategy|policy|framework|sessions?|churchyard|order|market)\b",
    re.IGNORECASE,
)
# For "Norfolk County Council", "Bank of Ostre": an organisation that somebody comes from
ORGANISATION = re.compile(
    r"\b(?:council|police|constabulary|association|society|limited|ltd|trust|agency|university|bank|authority"
    r"|borough|office|department|university|company|group|board|ministry|federation|foundation|institute|services?)\b",
    re.IGNORECASE,
)
# For "Borough Council of Ostre", whose name may go on behind "and"
JOINED_COUNCIL = re.compile(r"\b(?:council|borough) of\b", re.IGNORECASE)
# For "• ", "* ": the mark of an entry that is one person's
BULLET = re.compile(r"[•▪*·-]\s")
