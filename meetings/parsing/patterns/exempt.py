"""Business closed to the public: labels and marks of it, and the words by which people are sent out and let back."""

from __future__ import annotations

import re

from meetings.parsing.patterns.phrase import Wordings, phrase

# --- Words of the rules below -----------------------------------------------------------------------------------------
# The press and public as people: "public" before another noun ("public toilets", "public interest") is none of them
_PUBLIC = (
    r"\b(?:public|press|media|gallery)\b(?=\W{0,3}$|\s?[,;:(&/–-]|\s(?:\w{2,14}ly\s|and\b|or\b|be\b|being\b|been\b|is\b"
    r"|are\b|was\b|were\b|has\b|have\b|had\b|should\b|shall\b|would\b|will\b|must\b|may\b|can\b|could\b|might\b|now\b|then\b|also\b|to\b|from\b"
    r"|for\b|who\b|other\b|except\b|including\b|present\b|remaining\b|in\b|at\b|under\b|not\b|all\b|during\b|while\b"
    r"|whilst\b|on\b|leav|left\b|vacat|withdr|exit|exclu|retir|depart|went\b))"
)
_ROOM = r"(?:meeting|room|chamber|hall|building|venue|proceedings|session|call)"
# For "excluded from the meeting", "from the rest of the business"; not "from the flood zone"
_FROM = (
    rf"(?!\sfrom\s(?!(?:\w{{1,12}}\s){{0,5}}?(?:{_ROOM}|discussions?|deliberations?|considerations?|debate|item"
    r"|items|business|part|remainder|rest|hearing)\b))"
)
# For "withdraw", "left the room", "leave before Item 9"; not "left the library", "leave their bins out"
_GO = (
    r"(?:withdr(?:aw|ew)s?|leaves?|left|vacated?|retired?|depart(?:s|ed)?)\b"
    rf"(?=\W{{0,3}}$|[,;:.(]|\s(?:the|this|that|our)\s(?:\w{{1,12}}\s)?{_ROOM}\b|\s(?:and|at|before|by|during|for|from\sthe"
    rf"\s{_ROOM}|while|whilst|when|until|prior|as|so|in\sorder|in\sview|under|because|due|owing|accordingly|now|then)\b)"
)
_ASKED = r"(?:asked|requested|required|invited|instructed|told|directed|obliged)"
_SENT = rf"{_ASKED}\sto\s"
# For "The press and public withdrew"; not "three members of the public left"
_ALL_THE_PUBLIC = r"(?:\bpress\sand\spublic|\bpublic\sand\spress|(?:^|\band\s)the\spublic)"
# For "the meeting was closed to the public", "proposed closing the meeting to the public": without the press or a
# reason named it may also end a time for questions from the public
_CLOSED_TO_PUBLIC = r"\bmeeting\b.{0,20}\bclosed\sto\s(?:members\sof\s)?(?:the\s)?(?:press|public)\b"
_CLOSING = r"\bclos(?:e|es|ed|ing)\s(?:the|this)\smeeting\sto\s(?:members\sof\s)?(?:the\s)?"
_CLOSED_FOR_REASON = (
    rf"{_CLOSING}(?:press|public\sand\s(?:the\s)?press)\b"
    rf"|(?:{_CLOSED_TO_PUBLIC}|{_CLOSING}public\b).{{0,80}}\b(?:1960|act|section|confidential\w{{0,4}}|exempt|prejudicial|private)\b"
)
_CLOSED_SESSION = r"(?:executive|closed|private|confidential|exempt|in[\s-]camera|non-public)\ssession"
# For "gwahardd y wasg a'r cyhoedd": the exclusion in Welsh
_WELSH = r"\b(?:gwahardd|gwaharddwyd|cau|caewyd|eithrio|eithriwyd)\b.{0,40}?\b(?:wasg|cyhoedd)\b"
# For "in private", "in private because"; not "in private ownership"
_ALONE = (
    r"private\b(?!\s(?!session\b|meeting\b|and\b|as\b|at\b|because\b|by\b|during\b|for\b|on\b|or\b|so\b|that\b|under\b"
    r"|when\b|while\b|with\b|without\b|pursuant\b|owing\b|due\b)(?-i:[a-z]))"
)
_CLOSED_BUSINESS = r"(?:session|business|part|items?|section|meeting|matters?|agenda|discussion|committee)\b"
# For "private session", "camera"
_CLOSED = (
    rf"(?:(?:a\s|the\s|an\s)?(?:private|closed|confidential|exempt|restricted)\s{_CLOSED_BUSINESS}|in[\s-]camera\ssession\b"
    rf"|camera\b|{_ALONE})"
)
# For "executive session", "Part II of the agenda", "committee" but no committee room: words that minutes are full of,
# and that are closed business only where the meeting goes there
_COMMONLY_CLOSED = (
    rf"(?:(?:a\s|the\s|an\s)?executive\s{_CLOSED_BUSINESS}|(?:the\s)?part\s(?:ii|2|two|b)\b(?=\W|$)(?!\sof\s(?!the\s(?:agenda|meeting|business)|this\s(?:agenda|meeting)))"
    r"|committee\b(?!\s(?:rooms?|stage)))"
)
# Begun with few letters, for this is tried at each word
_MOVE = (
    r"(?:go(?:es|ing|ne)?|went|move[sd]?|moving|enter(?:ed|ing)?|re(?:tired?|cess(?:ed)?|convened?|solved?)|pass(?:ed)?"
    r"|proceed(?:ed)?|turn(?:ed)?|adjourn(?:ed)?|con(?:vened?|tinued?)|s[ia]t|me?et)"
)
_INTO = r"(?:\s(?:on|itself|straight|now|then|over))?\s(?:to\sgo\s)?(?:in|into|to)[\s-]"
_TAKEN = r"(?:taken|considered|discussed|dealt\swith|heard|held|conducted|debated|transacted|determined)"
_IN_PRIVATE = rf"in\s(?:camera\b|(?:a\s)?(?:private|closed|confidential|exempt)\s(?:session|meeting|part)\b|{_ALONE})"
_IN_COMMITTEE = (
    r"in\s(?:(?:a\s)?executive\s(?:session|meeting|part)\b|part\s(?:ii|2|two)\sof\sthe\s(?:agenda|meeting)\b"
    r"|committee\b(?!\s(?:rooms?|stage)))"
)
_NO_VERB_BETWEEN = r"(?:(?!\b(?:was|were|had|has|that|which|may|might|can|could|will|would|should|to|not)\b).){0,120}?"
_BUSINESS = (
    r"(?:items?|business|session|part|matters?|minutes?|appendix|appendices|annexe?s?|agenda|section|papers?|reports?"
    r"|schedule|information|discussions?)"
)
# For "strictly private and confidential", "commercial in confidence", "commercially sensitive": a mark of an item that
# stands at one end of its title
_LONG_MARK = (
    r"(?:(?:strictly\s(?:private\s(?:and|&)\s)?|private\s(?:and|&)\s)confidential|strictly\sprivate(?!\s(?:and|&))"
    r"|(?:commercial(?:ly)?[\s-])?in[\s-](?:(?:strict|the\sstrictest|strictest)\s)?confidence"
    r"|commercial(?:ly)?[\s-](?:sensitive|confidential)(?:\sinformation)?)"
)
_MARK = rf"(?:{_LONG_MARK}|confidential)"
# For "by reason of the confidential nature of the business"
_OF_SUCH_NATURE = (
    r"\b(?:by\sreason|in\s(?:view|consideration|light)|because|on\saccount)\sof\s|\b(?:owing|due)\sto\s"
    r"|\b(?:given|having\sregard\sto|as)\s"
)
_NATURE = (
    rf"(?:{_OF_SUCH_NATURE})the\s(?:\w{{1,12}}\s){{0,2}}?(?:confidential|exempt|private)\s(?:\w{{1,12}}\s)?nature\sof\s"
)
# For "at the Chairman's request", "at the request of the Mayor"
_AT_REQUEST = (
    r"\bat\sthe\s(?:request|invitation|instance|direction)\sof\b"
    r"|\bat\s(?:the\s)?(?:[\w’'.-]{1,14}\s){1,4}(?:request|invitation|direction)(?!\sto\s)\b"
)
_WENT = r"(?:left|withdrew|departed|retired|went\sout)"
# For "left the room", "departed" at a clause's end; not "left the library"
_WENT_OUT = (
    rf"{_WENT}\b(?=\W|$)(?![-–])(?!\s(?!(?:the|this|that|our)\s(?:\w{{1,12}}\s)?{_ROOM}\b|at\b|and\b|so\b|while|whilst"
    r"|during\b|for\b|before\b))"
)

# One of these stands in each text that the words above match
_PUBLIC_STEMS = ("public", "press", "media", "gallery")
_CLOSED_STEMS = ("private", "closed", "confidential", "exempt", "restricted", "camera")
_SESSION_STEMS = (*_CLOSED_STEMS, "executive", "public")  # of `_CLOSED_SESSION` too
_COMMON_STEMS = ("executive", "part", "committee")

# --- The public sent out, and let back --------------------------------------------------------------------------------
# For "the press and public be excluded", "the public withdraw", "the exclusion of the public", "go into private
# session", "be taken in private": said in a resolution, or under a title that announces it
EXCLUSION = Wordings(
    (
        phrase(
            rf"{_PUBLIC}.{{0,160}}?\b(?:excluded?\b{_FROM}|{_GO})"
            rf"|\bexclu(?:de|ded|ding|sion\sof)\b.{{0,60}}?{_PUBLIC}{_FROM}"
            rf"|{_CLOSED_TO_PUBLIC}|{_CLOSING}{_PUBLIC}|{_CLOSED_FOR_REASON}|{_WELSH}",
            re.IGNORECASE,
            stems=(*_PUBLIC_STEMS, "wasg", "cyhoedd"),
        ),
        phrase(
            rf"\b(?:{_MOVE}{_INTO}{_CLOSED}|enter(?:ed|ing)?\s(?:an?\s)?{_CLOSED_SESSION}\b|{_IN_PRIVATE})",
            re.IGNORECASE,
            stems=_SESSION_STEMS,
        ),
        phrase(rf"\b(?:{_MOVE}{_INTO}{_COMMONLY_CLOSED}|{_IN_COMMITTEE})", re.IGNORECASE, stems=_COMMON_STEMS),
    )
)
# For "The press were asked to leave", "the public was, under the Act, excluded", "The Committee excluded the public",
# "the meeting went into private session": a fact, told under any heading
_THE_MEETING = (
    r"\b(?:meeting|council|committee|sub-?committee|cabinet|executive|board|panel|members|councillors|governors|trustees"
    r"|they|it|we)\b"
    r"(?:\s(?:then|now|also|duly|therefore|accordingly|at\s\S{1,8}(?:\s[ap]\.?m\.?)?)){0,2}"
    r"(?:\s(?:rise|rose)\sand)?\s(?:go|went|move|moved|goes|moves|enter|entered|retired|proceed|proceeded|passed|turned"
    r"|adjourn|adjourned|recess|recessed|convene|convened|reconvene|reconvened|resolved|resolves?|continued|sat|met)"
)
_REST_IS_TAKEN = rf"\b(?:following|remaining|next|these|rest)\b.{{0,60}}\b(?:was|were|is|are)\s{_TAKEN}"
EXCLUSION_TOLD = Wordings(
    (
        phrase(
            rf"{_PUBLIC}{_NO_VERB_BETWEEN}\b(?:be|being|is|are|was|were|(?:had|has|have)\sbeen)\b(?:\s\w{{2,14}}){{0,2}}?(?:,[^,]{{1,160}},)?"
            rf"\s(?:excluded\b{_FROM}|{_SENT}{_GO})"
            rf"|{_ALL_THE_PUBLIC}\s(?:then\s|now\s)?(?:withdrew\b|departed\b|left\b.{{0,40}}\b(?:while|whilst|during|for|before|prior|so)\b)"
            r"|(?:\bpress\sand\s(?:the\s)?public|\bpublic\sand\s(?:the\s)?press)(?:\sall|\sthen|\snow)?\sleft(?:\sthe\s(?:meeting|room|chamber|hall))?"
            r"(?:\sat\b|\W{0,3}$)"
            rf"|(?:^|\band\s)the\spublic\sleft(?:\sthe\s{_ROOM})?\sat\sth(?:is|at)\s(?:point|stage|juncture|time)\b"
            rf"|{_PUBLIC}(?:\s\w{{2,8}}){{0,2}}?\s{_WENT_OUT}[^.;]{{0,40}}?(?:{_AT_REQUEST})"
            rf"|(?:{_AT_REQUEST}|\b(?:1960|100A|50A|schedule\s12A|admission\sto\smeetings)\b)[^.;]{{0,80}}?{_PUBLIC}(?:\s\w{{2,8}}){{0,2}}?\s{_WENT_OUT}"
            rf"|\b{_ASKED}\s(?:(?:the|all|any|both|members|of|representatives|press|and)\s){{0,6}}{_PUBLIC}.{{0,30}}?\sto\s{_GO}"
            r"|\bmeeting\b.{0,20}\bclosed\sto\s(?:the\s)?(?:press|public\sand\s(?:the\s)?press)\b"
            r"|\bpublic\sgallery\b.{0,30}\bcleared\b"
            rf"|{_CLOSED_FOR_REASON}|\b(?:penderfynwyd|cytunwyd)\b.{{0,60}}{_WELSH}"
            rf"|{_REST_IS_TAKEN}\s(?:without\s(?:the\s)?(?:press|public)|in\sthe\sabsence\sof\s(?:the\s)?(?:press|public))\b"
            rf"|\bexcluded\s(?:(?:the|all|any|members|of|representatives)\s){{0,4}}{_PUBLIC}{_FROM}",
            re.IGNORECASE,
            stems=(*_PUBLIC_STEMS, "wasg", "cyhoedd"),
        ),
        phrase(
            rf"{_NATURE}(?:the|this|that|its|our)\s(?:\w{{1,12}}\s)?business\b"
            rf"|\b(?:motion|moved|voted|agreed|resolved)\b.{{0,80}}\bto\s(?:enter|convene\sin|go\sinto|move\sinto)\s(?:an?\s)?{_CLOSED_SESSION}\b"
            rf"|{_REST_IS_TAKEN}\s(?:{_IN_PRIVATE}|under\sconfidential\s(?:items|business)\b)"
            rf"|{_THE_MEETING}(?:{_INTO}{_CLOSED}|\s(?:an?\s)?{_CLOSED_SESSION}\b)",
            re.IGNORECASE,
            stems=_SESSION_STEMS,
        ),
        phrase(
            rf"{_REST_IS_TAKEN}\s(?:{_IN_COMMITTEE}|under\spart\s(?:ii|2|two|b)\b)|{_THE_MEETING}{_INTO}{_COMMONLY_CLOSED}",
            re.IGNORECASE,
            stems=_COMMON_STEMS,
        ),
    )
)
# For "resolved under the Act of 1960", "agreed", "moved": what follows in the sentence is a deed of the meeting
DECIDES = re.compile(
    r"\b(?:resolved|resolves|agreed|agrees|decided|determined|moved|proposed|seconded|voted|carried|approved|consented)\b",
    re.IGNORECASE,
)
# For "The public left at 8.35 pm.", "No members of the public were present."
MERE_LEAVING = re.compile(
    r"\b(?:left|withdrew)\b(?:\sthe\s(?:meeting|room|chamber|hall))?(?:\s(?:at|before)\b.{0,24})?\.?$"
    rf"|\bleft\sthe\s(?:meeting|room|chamber|hall)\s(?:for|before|during)\s(?:the\s)?{_CLOSED_SESSION}\.?$"
    r"|\bno\s(?:members\sof\sthe\s)?(?:press\sor\s)?public\b.{0,20}present\b",
    re.IGNORECASE,
)
# For "the press and public", "the following items": what is sent out, and for what, not the business itself
OF_OTHERS = re.compile(r"\b(?:public|press|following|remaining|rest|next|items?)\b", re.IGNORECASE)
# For "considered in private", "discussed in camera": business was told, not only that the public went
TOLD_IN_PRIVATE = re.compile(
    rf"\b(?!taken\b|held\b){_TAKEN}\b.{{0,40}}?\b(?:{_IN_PRIVATE}|{_IN_COMMITTEE})", re.IGNORECASE
)
# For "No items required the exclusion of the public", "It was not necessary to exclude", "all … in open session": the
# denial stands in one clause with what it denies ("excluded, as the report was not for publication" denies nothing)
NO_EXCLUSION = re.compile(
    r"\bno\s(?:\w{1,14}\s){0,2}?(?:need|reason|requirement|grounds?|necessity)\b"
    r"(?:(?!\b(?:was|were|resolved|agreed)\b)[^,;]){0,80}\b(?:exclu\w{1,6}|private)\b"
    r"|\b(?:no\s(?:\w{1,14}\s){0,2}?(?:items?|business|matters?|reports?|motion|proposal|resolution|part)|none|nothing)\b"
    r"(?:(?!\b(?:and|but|so|then|public|press|as|because)\b)[^,;]){0,80}\b(?:exclu\w{1,6}|private|closed)\b"
    r"|\b(?:no|without)\s(?:the\s|any\s|need\s|for\s){0,4}exclu\w{1,6}\b"
    r"|\b(?:not|never)\s(?:(?:be|been|being|to|have|has|the|it|that|necessary|needed|need|required|appropriate|considered"
    r"|felt|thought|deemed|wish|want|go|move|taken|heard)\s){0,5}(?:exclu\w{1,6}|in(?:to)?\s(?:private|camera|closed))\b"
    r"|\bexclu(?:sion|de|ding)\b[^,;]{0,60}\b(?:was|were|is|be)\s(?:not\s(?:needed|required|necessary|moved|sought"
    r"|applicable|put|invoked)|unnecessary)\b"
    r"|\ball\b.{0,40}\b(?:open\ssession|in\spublic)\b|\bmotion\b.{0,80}\b(?:was|is)\s(?:lost|defeated|withdrawn)\b"
    r"|\bno\sseconder\b|\b(?:nid|ni|dim)\b.{0,40}\b(?:gwahardd|cau|eithrio)\b",
    re.IGNORECASE,
)
# For "No items required the exclusion", "all in open session": a denial that speaks of the public, not only of a motion
SPEAKS_OF_EXCLUSION = phrase(
    r"\bexclu|\b(?:open|private|closed|executive)\ssession\b", re.IGNORECASE, stems=("exclu", "session")
)
# For "There were no exempt items", "no confidential business", "none was confidential"
NOTHING_EXEMPT = phrase(
    r"\b(?:no|none|nothing|without)\b(?:(?!\b(?:and|but|so|public|press|as|because)\b)[^,;]){0,40}"
    r"\b(?:exempt|confidential)\b",
    re.IGNORECASE,
    stems=("exempt", "confidential"),
)
# For "None.", "Not required", "N/A", "There were no such items": all that stands under a title
SAYS_NONE = re.compile(
    r"\W{0,3}(?:there\s(?:was|were|being|is|are)\s)?(?:none|nil|n/?a|nothing|no\s(?!members?\b|one\b|press\b|public\b)"
    r"|not\s(?:required|needed|necessary|applicable|used|moved|invoked|exercised)\b)",
    re.IGNORECASE,
)
# For "The public were re-admitted at 7.50 pm", "The meeting returned to open session", "The Board came out of executive
# session", "Council rise from closed session", "Council rose and reported"; not "the rents rose, it was reported"
READMISSION = Wordings(
    (
        phrase(
            r"\b(?:public|press)\b.{0,30}?\b(?:re-?\s?admitted|invited\s(?:back|to\s(?:return|re-?join|re-?enter))|let\sback"
            r"|re-?entered|re-?joined|returned\sto\sthe\s(?:meeting|room|hall|chamber))\b"
            r"|\b(?:re-?admit|re-?admission\sof|invite\sback)\b.{0,40}\b(?:public|press)\b"
            r"|\b(?:return\w{0,3}|resum\w{1,6}|revert\w{0,3}|re-?opened|re-?conven\w{1,3}|moved\sback)\b.{0,20}"
            r"\b(?:(?:open|public|regular)\s(?:session|meeting|business)\b|in\spublic\b)"
            r"|\b(?:open|public)\s(?:session|meeting)\s(?:was\s)?(?:resumed|re-?opened|reconvened)\b"
            r"|\bpart\s(?:i|1|one|a)\s(?:was\s)?(?:resumed|re-?opened)\b"
            r"|\bre-?opened\sto\sthe\s(?:press|public)\b|\bdoors\b.{0,20}\bopened\b.{0,20}\bpublic\b",
            re.IGNORECASE,
            stems=("admit", "admission", "back", "return", "join", "enter", "resum", "revert", "opened", "conven"),
        ),
        phrase(
            rf"\b(?:returned|came|come|emerged)\s(?:back\s)?(?:out\sof|from)\s(?:the\s)?(?:{_CLOSED_SESSION}|camera)\b"
            r"|\b(?:move|moves|moved)\sout\sof\s(?:the\s)?closed\s(?:council|committee|meeting|part)\b"
            rf"|\b(?:rise|rises|rose|move|moves|moved)\s(?:up\s)?(?:from|out\sof)\s(?:the\s)?(?:{_CLOSED_SESSION}|camera)\b"
            rf"|\bexit(?:ed|ing)?\s(?:from\s|the\s){{0,2}}{_CLOSED_SESSION}\b"
            rf"|\b{_CLOSED_SESSION}\s(?:was\s)?(?:ended|closed|concluded|adjourned|finished|terminated)\b",
            re.IGNORECASE,
            stems=_SESSION_STEMS,
        ),
        phrase(
            r"\b(?:returned|came|come|emerged)\s(?:back\s)?(?:out\sof|from)\s(?:the\s)?committee(?!\s\w)\b"
            r"|\b(?:council|committee|board|panel|meeting)(?:\sof\sthe\swhole)?\s(?:now\s|then\s)?(?:rise|rises|rose)"
            r"\s(?:and|with|without|to)\s(?:\w{1,8}\s)?report\w{0,3}\b",
            re.IGNORECASE,
            stems=("committee", "rise", "rose"),
        ),
    )
)
# For "the public would be re-admitted later", "It was agreed not to re-admit the public": no return
NOT_YET = re.compile(r"\b(?:not|never|before|until|would|will|could|should|if|refus\w{1,3}|against)\b", re.IGNORECASE)
# For "Paragraph 3 – Information relating to the financial affairs of any person", "b) personal matters about an
# identifiable individual", "Time: 7.03 pm": the grounds and the hour of an exclusion
STATUTE = re.compile(
    r"^\(?(?:exempt information\W{0,3})?(?:paragraphs?|section|schedule)\s{1,2}\d|^time:?\s{0,2}\d"
    r"|^(?:\(?\w{1,3}\)\s)?(?:the\ssecurity\sof\sthe\sproperty|personal\smatters?\sabout\san\sidentifiable|a\sproposed\sor\spending"
    r"|labour\srelations\sor|litigation\sor\spotential|advice\sthat\sis\ssubject\sto\ssolicitor)\b",
    re.IGNORECASE,
)
# For "defer Items 4 and 11 and discuss in committee at the end of the meeting": what is excluded later, and for what
LATER = phrase(
    r"\b(?:at\sthe\s(?:end|close|conclusion)\sof\s(?:the|this)\smeeting|later\s(?:in|at)\s(?:the|this)\smeeting)\b",
    re.IGNORECASE,
    stems=("meeting",),
)
_NUMBERS = r"\d{1,3}[a-z]?(?:(?:,|,?\s(?:and|to)|\s?[&–-])\s?\d{1,3}[a-z]?){0,20}"
# For "Item 4 above was taken in private", "to leave for items 4 to 6"; no number in "were excluded after item 4"
NAMED_ITEMS = phrase(
    r"\b(?:after|following|prior\sto|until|till|since|(?:completion|conclusion|end)\sof)\b(?:\s\w{1,14}){0,3}?\sitems?\s"
    rf"|\bitems?\s(?:nos?\.?\s)?(?P<numbers>{_NUMBERS})\b",
    re.IGNORECASE,
    stems=("item",),
)
# For "The Chairman asked whether any business ought to be taken in private": nothing is decided yet
ASKS_WHETHER = re.compile(r"\b(?:whether|if)\s(?:any|there\s(?:was|were|are))\b", re.IGNORECASE)
# For "for the following item", "for the next item": one only
ONE_EXEMPT_ITEM = re.compile(
    r"\b(?:following|next|this)\s(?:exempt\s|confidential\s)?(?:item|agenda item)\b", re.IGNORECASE
)

# --- Labels and titles ------------------------------------------------------------------------------------------------
_TAIL = r"(?:\s{0,3}[–:(-].{0,100})?"
# For "Part II – Press and Public Excluded", "EXEMPT ITEMS", "SECTION B – ITEMS CONSIDERED IN PRIVATE", "PINK PAPERS"
CLOSED_PART = re.compile(
    r"(?![·•▪◦‣*–-]\s)"  # an entry of a list is no label
    rf"\W{{0,6}}(?:(?:part|rhan)\s{{0,3}}(?:ii|2|two|dau|b)(?:\s(?:minutes|items|business|agenda|matters))?{_TAIL}"
    r"|(?:part|section)\s{1,3}\w{1,3}\s{0,3}(?:\(\s?|[–:-]\s{0,3})(?:private|confidential|exempt|closed)\W{0,3}"
    rf"|{_CLOSED_SESSION}s?{_TAIL}|(?:closed|private|in[\s-]camera)\smeeting{_TAIL}"
    rf"|(?:items?|business|matters)\s(?:to\sbe\s)?(?:taken|considered|discussed)\sin\sthe\sabsence\sof\sthe\s(?:press|public){_TAIL}"
    rf"|(?:(?:part|section|appendix|annexe?|schedule)\s{{1,3}}\w{{1,4}}\s{{0,3}}[–:-]\s{{0,3}})?(?:"
    rf"(?:exempt|confidential|private|closed|restricted|reserved(?!\s?matters))\s{{0,3}}(?:and\s\w{{6,12}}\s)?(?!information){_BUSINESS}{_TAIL}"
    r"|(?:items?|business|matters|minutes|reports?)\s{1,3}(?:to\sbe\s)?(?:\w{4,12}\s)?in\s{1,3}(?:private|camera|closed"
    rf"\ssession|private\ssession){_TAIL}"
    r"|not\s(?:for\spublication|open\sto\s(?:the\s)?(?:press|public))\b.{0,100}"
    rf"|{_MARK}|exempt|in\s(?:camera|private|committee)"
    r"|(?:the\s)?(?:press\s(?:and|&)\s)?public[\s-]excluded(?:\s(?:business|items?|session|section|minutes))?"
    r"|pink\s(?:papers?|pages?|sheets?|agenda|items?|reports?)"
    r"))\W{0,6}",
    re.IGNORECASE,
)
# For "EXECUTIVE SESSION", "In camera": a closed session's name alone
SESSION_TITLE = re.compile(
    rf"\W{{0,3}}(?:{_CLOSED_SESSION}|in[\s-]camera(?:\s(?:session|meeting))?)\W{{0,3}}", re.IGNORECASE
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
# For "Exclusion of the press and public", "Exclusion", "Closing the meeting to the public", "Move into closed session"
EXCLUSION_TITLE = phrase(
    r"\bexclu\w{1,8}\b.{0,40}\b(?:public|press)\b|^\W{0,3}exclusions?\W{0,3}$|\bpublic\sbodies\s\(admission\sto\smeetings\)"
    r"|\bclos(?:e|ing|ure)\b.{0,30}\bto\s(?:the\s)?(?:press|public)\b"
    rf"|\b(?:in|into|to|enter)\s(?:an?\s)?{_CLOSED_SESSION}\b|{_WELSH}",
    re.IGNORECASE,
    stems=("exclu", "public", "press", "session", "wasg", "cyhoedd"),
)
_MARK_BEFORE = (
    rf"[(\[]?(?:exempt|restricted|not\sfor\spublication|in\scamera|{_CLOSED_SESSION}|{_MARK}|private(?=[)\]:]|\s[-–—]))[)\]]?"
    r"\s{0,2}[-–—:](?!\w)"
)
# For "RESTRICTED: Sale of land", "Private – Sale of land": the mark before a title, which belongs to it
MARK_BEFORE_TITLE = re.compile(rf"{_MARK_BEFORE}\s{{0,2}}(?=\S)", re.IGNORECASE)
_BRACKETED = (
    rf"[(\[](?:{_MARK}\b|"
    r"(?:[^)\]]{0,40}[\s,–-])?(?:exempt(?!\sfrom\s(?!publication|disclosure))|confidential|part\s(?:ii|2|two)"
    r"|not\sfor\spublication|in\scamera|(?:executive|closed)\ssession|(?:section|s\.?)\s?239"
    r"|(?:private|restricted|closed)(?=\s?[)\],;:–-]|\s(?:items?|reports?|session|business|minutes?)))"
    r"\b)[^)\]]{0,100}[)\]]"
)
# For "Lease (Exempt) The rent is", "Staff – private and confidential The Clerk": a mark behind which the text runs on
MARK_ENDS_TITLE = re.compile(
    rf"[^.;:?!()]{{1,160}}?(?:{_BRACKETED}|\s[-–—]\s(?:{_LONG_MARK}"
    r"|(?-i:EXEMPT|CONFIDENTIAL|RESTRICTED)(?=\s(?-i:[A-Z][a-z]|[A-Z]\s))))(?=\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
# For "Land at Pound Lane (Exempt)", "Land (E)", "CONFIDENTIAL – Clerk's salary", "Clerk's salary - CONFIDENTIAL"
EXEMPT_TITLE = phrase(
    rf"{_BRACKETED}|\((?-i:E)\)$"
    rf"|^{_MARK_BEFORE}|^(?:restricted|private)$"
    rf"|^(?:exempt|confidential)\s{_BUSINESS}\b"
    rf"|[^\w\s(’']\s{{0,2}}(?:{_MARK}|(?:strictly\s)?(?:exempt|confidential)(?:\s{_BUSINESS})?|restricted|private\s(?:item|session|report)"
    r"|not\sfor\spublication|in\s(?:private|camera)|closed\ssession|(?:press\s(?:and|&)\s)?public\sexcluded)\W{0,3}$",
    re.IGNORECASE,
    stems=(
        *("exempt", "confiden", "sensitive", "restricted", "private", "closed", "executive", "camera", "publication"),
        *("part", "239", "(e)", "public"),
    ),
)
# For "(Exempt information: paragraph 3)", "[Minute withheld: confidential]", "The report contained exempt information":
# how an item's first paragraph begins that says so of itself
EXEMPT_REMARK = re.compile(
    r"[(\[]?\s?(?:exempt information\b"
    r"|exempt\s(?:by\s(?:virtue|reason)\sof|under|pursuant\sto|from\s(?:publication|disclosure))\b"
    r"|paragraphs?\s\d.{0,60}\bschedule\s(?:12|7)A\b|not for publication\b"
    rf"|(?:exempt|restricted|{_MARK})\s{{0,2}}(?:[-–:(\])]|\.?$)"
    rf"|(?:th(?:e|is|ese)\s)?{_BUSINESS}\s(?:text\s)?(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:strictly\s)?"
    r"(?:withheld|redacted|(?:private\s(?:and|&)\s)?(?:exempt|confidential)\b(?!\s(?:from|for)\b))"
    rf"|(?:th(?:e|is|ese)\s)?(?!append|annex){_BUSINESS}\s(?:\w{{1,14}}\s){{0,3}}?(?<!not\s)(?:contain|includ|involv|disclos)\w{{0,4}}\s"
    r"(?:the\s|likely\s|disclosure\s|of\s){0,4}(?:exempt|confidential)\sinformation)",
    re.IGNORECASE,
)
# For "Confidential: Dispute between two plots", "(Exempt by virtue of paragraph 3)": a paragraph closed of itself
MARKED_PARAGRAPH = phrase(
    rf"\W{{0,3}}(?:{_MARK}|exempt|restricted)(?:\s{_BUSINESS})?\s{{0,2}}[:–—-]\s\w"
    r"|[(\[]\s?exempt\s(?:by\s(?:virtue|reason)\sof|under|pursuant\sto)\b",
    re.IGNORECASE,
    stems=("exempt", "confiden", "sensitive", "restricted", "private"),
)
# For "considered with the public excluded", "The report was taken in closed session", "This item is private and
# confidential", "The public were not present for this item": an item on itself, anywhere in it
_ITEM_TAKEN = (
    r"(?<!following\s)(?<!remaining\s)(?<!next\s)"
    rf"\b(?:items?(?:\s{_NUMBERS})?(?:\sabove)?|matters?|business|reports?|minutes?|discussions?|it)"
    rf"\s(?:was|were|(?:had|has|have)\sbeen)\s(?:then\s|also\s)?{_TAKEN}\s"
)
EXEMPT_STATEMENT = Wordings(
    (
        phrase(
            r"\b(?:with|in\sthe\sabsence\sof)\s(?:the\s|members\sof\s|all\s){0,3}(?:(?:press|public)\s(?:and\s(?:the\s)?)?){1,2}"
            r"(?:having\sbeen\s)?(?:excluded|absent|out\sof)\b"
            r"|\b(?:considered|discussed|taken|determined)\sin\sthe\sabsence\sof\s(?:the\s)?(?:press|public)\b"
            rf"|{_PUBLIC}\s(?:is|are|was|were)\s(?:then\s)?(?:not\s(?:present|admitted|allowed|permitted|in\sattendance)|absent)"
            r"\s(?:for|during|while|whilst|when)\s(?:(?:the|any)\s(?:\w{1,14}\s){1,3}of\s)?this\b",
            re.IGNORECASE,
            stems=_PUBLIC_STEMS,
        ),
        phrase(
            rf"{_ITEM_TAKEN}(?:{_IN_PRIVATE}|in\s(?:(?:strict|the\sstrictest)\s)?confidence\b)"
            r"|\bth(?:is|e\swhole)\s(?:item|matter|business|minute|discussion)\s(?:is|was|remains|is\sto\sremain)\s(?:strictly\s)?"
            r"(?:(?:private\sand\s)?(?:confidential|exempt)\b(?!\s(?:from|for)\b)|(?:private|restricted)(?=\W|$)(?!\s))"
            rf"|{_NATURE}(?:this|the)\s(?:item|matter|report|minute|discussion)"
            rf"|^(?!.{{0,400}}\b(?:public|press|exclu|withdr)).{{0,80}}?{_NATURE}(?:the|this|that|its|our)\s(?:\w{{1,12}}\s)?business\b",
            re.IGNORECASE,
            stems=(*_CLOSED_STEMS, "confidence"),
        ),
        phrase(rf"{_ITEM_TAKEN}{_IN_COMMITTEE}", re.IGNORECASE, stems=_COMMON_STEMS),
    )
)
# For "excluded … public", "Schedule 12A", "in private", "exempt minute": words that speak of closed business, whatever
# the sentence about them says
SUSPICIOUS = Wordings(
    (
        phrase(
            rf"\bexclu\w{{1,6}}\b[^.;]{{0,60}}?{_PUBLIC}(?:\s(?:and|or|&)\s(?:the\s)?(?:press|public)\b)?{_FROM}|{_PUBLIC}[^.;]{{0,120}}?\bexclu\w{{1,6}}\b{_FROM}"
            rf"|{_CLOSED_TO_PUBLIC}|{_CLOSING}(?:press|public)\b"
            r"|[(\[–-]\s?(?:exempt|confidential)\s?(?:[)\]–:,-]|$)|^\W{0,3}(?:exempt|confidential)\W{0,3}$"
            r"|\b(?:(?:section\s|s\.?\s?)?(?:100A|50A)\b|schedule\s(?:12|7)A\b|(?:1960\sAct|Act\s(?:of\s)?1960)\b"
            rf"|admission\sto\smeetings\b|{_IN_PRIVATE}|(?:into|in)\scamera\b"
            r"|(?:closed|private|confidential|exempt)\s(?:session|meeting)\b"
            rf"|(?:exempt|confidential)\s{_BUSINESS}\b|exempt\s(?:under|by|from\s(?:publication|disclosure))\b"
            r"|(?:not\sfor\spublication|minute\swithheld|behind\sclosed\sdoors|pink\s(?:papers?|pages?))\b"
            r"|(?:minuted|recorded)\s(?:\w{1,12}\s){0,2}as\s(?:an?\s)?confidential\b"
            rf"|{_TAKEN}\s(?:\w{{1,10}}\s)?(?:in|under)\sconfiden(?:ce|tiality)\b|{_MOVE}{_INTO}{_CLOSED})",
            re.IGNORECASE,
            stems=(
                *(*_CLOSED_STEMS, "exclu", "confiden", "clos", "100a", "50a", "12a", "7a", "1960", "admission"),
                *("publication", "withheld", "pink"),
            ),
        ),
        phrase(
            rf"\b(?:{_IN_COMMITTEE}|{_MOVE}{_INTO}{_COMMONLY_CLOSED}|executive\ssession\b)",
            re.IGNORECASE,
            stems=_COMMON_STEMS,
        ),
    )
)
# For "the exempt appendix would be taken later", "likely to be taken in private": what is still to come
TO_COME = re.compile(
    r"\b(?:will|would|can|could|may|might|shall|should|need\snot|(?:are|is|was|were|due|likely|ought)\sto)\b",
    re.IGNORECASE,
)
# For "The residents went home so that the council could talk freely"
LEFT_SO_THAT = phrase(
    r"\b(?:public|press|residents?|parishioners?|visitors?|audience|observers?|everyone\selse|guests?)\b[^.;]{0,60}?"
    r"\b(?:left|went|withdrew|departed|(?:to|then)\s(?:go|leave))\b[^.;]{0,60}?\b(?:so|in\sorder)\b[^.;]{0,60}?"
    r"\b(?:talk|speak|discuss|debate|deliberate|confer|consider|decide)\b",
    re.IGNORECASE,
    stems=("public", "press", "resident", "parishioner", "visitor", "audience", "observer", "everyone", "guest"),
)
OFTEN_MISSPELT = ("exclusion", "exclude", "excluded", "excluding", "confidential", "exempt", "public")

# For "Exempt information", "EXEMPT ITEMS – LOCAL GOVERNMENT ACT 1972": a title of no one matter
EXEMPT_IN_GENERAL = re.compile(
    r"(?:exempt|confidential) (?:information|items?|business|matters?)(?:\W.{0,40}\bact \d{4})?", re.IGNORECASE
)
