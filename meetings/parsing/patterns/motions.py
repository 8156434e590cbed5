"""Who moved and seconded, and where a motion's own words begin and end, in English and Welsh."""

from __future__ import annotations

import re

from meetings.parsing.patterns.names import NAME_WORD, PARTICLE
from meetings.parsing.patterns.phrase import phrase

_TITLE = (
    r"(?:(?:[Cc]ounty|[Bb]orough|[Dd]istrict|[Tt]own|[Cc]ity|[Pp]arish|[Cc]ommunity|[Dd]eputy|His Worship|Her Worship)"
    r"\s)?"
    r"(?:[Cc]ouncillors?|Cllrs?\.?|Clls?\.?|Cll\.|COUNCILLORS?|CLLRS?|Coun\.?|Alderman|Ald\.?|Mrs?\.?|MRS?|Ms\.?|Miss"
    r"|Mx|Cmhlr\.?|Dr\.?|Sir|Dame|Lord|Lady|Baroness|Mayor|Reeve"
    r"|Professor|Prof\.?|Rev\.?d?|[Yy] Cynghorydd|Cyng\.?"
    # of other continents: "Cr Marsh", "Council Member Reed", "Alternate Director Hale", "Mayor Pro Tem Orme"
    r"|(?:Alternate\s)?(?:Trustees?|Commissioners?|Directors?)|Supervisor|Crs?\.?|CRS?|Council\s?(?:[Mm]ember|[Mm]an|[Ww]oman)"
    r"|COUNCIL\s?MEMBER|(?:Board\s)?Member|Selectman|(?:(?:Vice|Deputy)[\s-])?(?:Chair(?:man|woman|person)?|President)"
    r"|Mayor\sPro[\s-][Tt]em(?:pore)?)"
)
# Words with a capital that begin a sentence, a caption or another formula, and no name
_NO_NAME = (
    r"(?:[Tt]hat|THAT|[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|It|They|He|She|We|I|In|And|Also|On|At|To|As|If|For|By|All|Any|No"
    r"|After"
    r"|Upon|Then|There|[Ff]ollowing|Motion|MOTION|Amendments?|Payments?|Minutes|Standing|Orders?|Resolved|RESOLVED"
    r"|Seconde[dr]|SECONDED|Second|Sec|Propose[dr]|PROPOSED|Proposals?|Prop|Moved|MOVED|Carried|CARRIED|Agreed|AGREED"
    r"|Approved|Approval|Accepted|Adopted|Defeated|Members?|Officers?|Council|Committee|Board|Panel|Local|Development"
    r"|Action|Vote|Votes|Unanimous|Clerk|Street|Road|Wind|Application|Planning|Report|Item|Recommendation|When|Where"
    r"|Who"
    r"|Which|Government|Working|Group|Public|Scottish|New|Budget|Draft|Plan|Policy|Both|Each|Everyone|Nobody|Eiliwyd"
    r"|Cynigiwyd|None|Nil|Time|Date|Page|Have|Has|Had|Was|Were|Be|Councillors?|Cllrs?|Cmhlr|Discussion|Recommendation"
    r"|Result|Ayes?|AYES?|Nays?|NAYS?|Noes|NOES|Absent|ABSENT)"
)
_NAME = rf"(?!{_NO_NAME}\b){NAME_WORD}"
_NAMES = rf"{_NAME}(?:\s(?:{PARTICLE}\s){{0,2}}{_NAME}){{0,3}}(?:\s\([A-Z]{{1,2}}\))?"
_OFFICE = (
    r"[Tt]he\s(?:Deputy\s|Lord\s|Vice-?\s?|Town\s)?(?:Mayor|Chair(?:man|woman|person)?|CHAIR"
    r"|Leader(?:\sof\sthe\sCouncil)?|Reeve|President|Cathaoirleach|Cadeirydd)\b"
)
# For "Councillor Marsh", "Cllr. Mrs A Marsh", "the Mayor"
TITLED_PERSON = rf"(?:(?:{_TITLE}\s?){{1,3}}{_NAMES}|{_OFFICE})"
# For "Councillor Marsh", "Ada Marsh", "AM", "Marsh (A)", "the Chairman"
PERSON = rf"(?:(?:{_TITLE}\s?){{0,3}}{_NAMES}|{_OFFICE})"

# For "y Cyng. Marsh": titles of other languages
OTHER_TITLE = re.compile(r"^(?:[Yy]r?\s)?(?:Cyng\.?|Cynghorydd|Cmhlr\.?)\s")
TITLED = re.compile(TITLED_PERSON)
# For "moved", "proposed", "made a motion", "second." with those before it, or behind it, who did so
MOVE_VERB = re.compile(
    r"\b(?:moved|MOVED|proposed|PROPOSED|(?:made|offered)\s(?:a|the|the\sfollowing)\s(?:motion|resolution))\b"
    r"(?!\s(?:to\sthe\snext|on\sto|forward|away|into))"
)
SECOND_VERB = re.compile(r"\b(?:[Ss]econded|SECONDED)\b(?!\s?(?:by\b|[:–-]))|\bsecond(?=[.,;]|$)")
# For "Motion: Marsh. Second: Reed.", "MOTION: Marsh / SECOND: Reed /": whoever moved and seconded, as labels name them
MOTION_AND_SECOND = re.compile(
    rf"\b(?:Motion|MOTION)\s?:\s{{0,3}}(?P<mover>{PERSON})\s?[.,;/]?\s{{1,3}}(?:Second(?:ed)?|SECOND(?:ED)?)(?:\s(?:by|BY))?"
    rf"\s?:\s{{0,3}}(?P<seconder>{PERSON})\s?[.,;/]?"
)
# For "To adopt the budget." behind the movers
MOTION_TO_DO = re.compile(r"To\s[a-z]{2,20}\s.{3,600}", re.DOTALL)
# For "Moved by Director Marsh", "Seconded: Reed", "MOVED Cr Marsh  SECONDED Cr Reed": a line that names movers only
MOVERS_ALONE = re.compile(
    rf"(?:It was\s)?(?:M(?:oved|OVED)|P(?:roposed|ROPOSED)|S(?:econded|ECONDED)|Mover|Seconder|Motion|Second)"
    rf"(?:\s(?:by|BY))?\s?:?\s{{1,12}}{PERSON}"
    rf"(?:[,;]?\s{{1,12}}(?:and\s)?(?:[Ss]econd(?:ed)?|SECONDED)(?:\s(?:by|BY))?\s?:?\s{{1,12}}{PERSON})?[.:,]?"
)
# For "Proposed AM, seconded BR, all agreed": a line that begins with movers begins a paragraph
MOVERS_LEAD = re.compile(
    r"(?:Proposed|PROPOSED|Moved|MOVED|Prop\.)(?:\s(?:by|BY))?\s?:?\s[^.;]{2,60}?\b(?:[Ss]econded|SECONDED|[Ss]ec\.)"
)
# For "Motion by Marsh", "Moved by Director Marsh", "It was moved by Cr Reed", "Cr Marsh moved": how a motion begins
MOVES = re.compile(
    rf"(?:(?:It\swas\s|A\s)?(?i:moved|motion|proposed)(?:\s(?i:was\smade\s)?(?i:by))?\s?:?\s{{1,3}}{PERSON}|{PERSON}\s(?i:moved)\b)"
)
# For "Councillor Marsh then", before "moved"
PERSON_BEFORE = re.compile(
    rf"(?P<name>{PERSON})(?:,|\s?[–-])?\s(?:(?:had|then|also|duly|further|formally|has)\s){{0,2}}$"
)
# For "Councillor Marsh, Deputy Leader and Member for Parks," before "seconded": a name with its office
APPOSITION_BEFORE = re.compile(rf"(?P<name>{TITLED_PERSON}),\s[^.;:]{{3,140}},\s(?:(?:had|then|also)\s)?$")
# For "Corporate and ", ", " ahead of capitals: they are part of an office or a list
IN_APPOSITION = re.compile(r"(?:,|\b(?:and|of|for|&))\s$")
# For "The Head of Legal and " before "Democratic Services proposed": capitals that go on with an office
PART_OF_OFFICE = re.compile(r"\b[Tt]he\s[^,.;]{0,80}$")
# For "It was moved by Councillor Marsh", "On the motion of the Chair", "A motion was made by Mr Hale",
# "Cynigiwyd gan y Cyng. Marsh"
MOVED_BY = re.compile(
    r"\b(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Mm]otion(?:\s(?:was\s)?(?:made|moved|put forward))?|MOTION"
    r"|[Pp]ropos(?:al|ition)|[Cc]ynigiwyd)\s?(?:\sby|\sBY|\sof|\sgan(?:\syr?)?|\sfrom)\s?:?\s{0,3}"
    rf"(?P<name>{PERSON})",
)
# For "In moving the motion, Councillor Marsh said": the motion itself is told elsewhere
MOVING = re.compile(
    r"\b[Ii]n\s(?:proposing|moving)\s(?:the|this|his|her|their)\s(?i:motion|amendment|proposal),\s"
    rf"(?P<name>{PERSON})"
)
# For "Proposed: Cllr Marsh", "Prop. AM", "Proposer – Ada Marsh", "Moved: Marsh", "Cynigydd: Marsh"
MOVER_CAPTION = re.compile(
    r"(?:\b(?:[Pp]roposed|PROPOSED|[Pp]roposer|PROPOSER|[Pp]rop|PROP|[Mm]oved|MOVED|[Mm]over|MOVER|Approved|Cynigydd"
    rf"|Cynnig)\s?(?:by\s?)?(?:\s?[:–-]|\.)\s{{0,3}}(?P<name>{PERSON})"
    rf"|\b(?:[Pp]roposed|[Mm]oved)\s(?P<titled>{TITLED_PERSON})"
    rf"|\b(?:Proposed|Moved)\s(?P<plain>{PERSON})(?=,?\s(?:and\s)?[Ss]econded)"
    rf"|\b(?:Prop|Proposed|Moved)\s(?P<initials>[A-Z]{{2,3}}[a-z]?)\b)"
)
# For "seconded by Councillor Reed", "sec. Cllr Reed", "Seconded: Cllr Reed", "Eiliwyd gan Reed"
SECONDED_BY = re.compile(
    r"\b(?:[Ss]econd(?:ed)?|SECONDED|SECOND(?!ED)|2nd(?:ed)?|[Ss]econder|SECONDER|[Ss]ec(?!onded)|SEC(?!ONDED)"
    r"|[Ee]iliwyd|Eilydd|Eilio)\.?(?:\s?by|\sBY|\sgan(?:\syr?)?)?"
    rf"(?:\s?[:–-])?\s{{0,3}}(?P<name>{PERSON})"
)
# For "in seconding the Motion, Councillor Reed"
SECONDING = re.compile(rf"\b[Ii]n\sseconding\s(?:the|this)\s(?i:motion|amendment|proposal),\s(?P<name>{PERSON})")
# For "presented by Councillor Marsh, " before "seconded by": the mover's name behind the motion's words
BY_BEFORE_SECONDED = re.compile(rf"\bby\s(?P<name>{PERSON}),?\s(?:and\s)?$")
# For "Proposed Cllr Marsh, Cllr Reed, all were in favour": the second of two names is the seconder's
SECOND_NAME = re.compile(rf",\s(?P<name>{TITLED_PERSON}),?\s(?:and\s)?all\b")
# For "M/S Marsh/Reed", "Moved Marsh / Reed", "(Marsh/Reed)" behind a decision, and "Marsh / Reed" alone in a cell
PAIR = re.compile(
    rf"(?:^\(|\b(?:M/?S/?C?|MSC|Moved|Motion|MOVED|Prop(?:osed)?)[:.]?\s(?:by\s)?\(?)(?P<mover>{PERSON})\s?/\s?"
    rf"(?P<seconder>{PERSON})\)?"
)
# For "Councillor Marsh, seconded by Councillor Reed, moved": both stand before the verb
SECONDED_BETWEEN = re.compile(
    rf"(?P<mover>{PERSON}),?\s(?:and\s)?(?:duly\s)?seconded\sby\s(?P<seconder>{PERSON}),?\s"
    r"(?:(?:then|also|and|duly|further|formally)\s){0,2}(?:moved|proposed)\b"
)
PAIR_ALONE = re.compile(rf"(?P<mover>{PERSON})\s?(?:/|\||\s{{2,}})\s?(?P<seconder>{PERSON})")
# For "A. Marsh, B. Reed:" ahead of a motion
MOVERS_LINE = phrase(
    rf"(?P<mover>{PERSON})(?:,|\s(?:and|&))\s?(?P<seconder>{PERSON})\s?[:;]\s?(?=$|[\"“]?(?:T[Hh][Aa][Tt]\b"
    rf"|W[Hh][Ee][Rr]"
    r"|BE\s|Be\s|[Nn]ow\s|NOW\s))",
    re.NOFLAG,
    stems=(":", ";"),
)
# For "That the report be received", "WHEREAS the bridge", "BE IT RESOLVED": what a motion of its own begins with
MOTION_OPENING = re.compile(
    r"[\"“‘']?\s?(?:That\b|THAT\b|Whereas\b|WHEREAS\b|B[Ee] [Ii][Tt] \w{5,12}"
    r"|(?:N(?:OW|ow),? )?(?:THEREFORE|[Tt]herefore)\b|Bod\b)"
)
# For "“That this Council calls on": a motion quoted below its mover's name
MOTION_QUOTED = re.compile(r"[\"“‘'](?=That\b|THAT\b)")
# For "as an amendment, that", "moved an amendment"
AMENDMENT = re.compile(r"\b(?:amendment|gwelliant)\b", re.IGNORECASE)
# For ", that the fee be frozen", " ‘That the fee": where a motion's own words begin
MOTION_THAT = re.compile(r"[,\s]\s?(?:that|THAT|[“\"'‘]\s?That|bod|y\sdylid)\b[:,]?\s?")
# For ", to adjourn", " we accept": the same, right behind the movers or the verb
MOTION_TO = re.compile(r"[,:\s]{0,3}(?=to\s[a-z]|we\s[a-z])")
# For "the following motion:", "the motion that:": its words are the paragraphs below
MOTION_FOLLOWS = re.compile(
    r"\bthe following\s(?:\w{1,14}\s)?(?:motion|amendment|resolution|proposal)s?\b[^.]{0,100}[:.]?$"
    r"|\b(?:motion|amendment|resolution|proposal)s?\b[^.]{0,100}:$|\bthat\s?:?$|\bas follows\s?:?$",
    re.IGNORECASE,
)
# For ", seconded by Councillor Reed", " and on being put to the vote carried": where a motion's own words end
MOTION_END = re.compile(
    r"[,;]\s(?:and\s)?(?:the|this|his|her)\smotion\s(?:was|is)\b"
    r"|[,;]?\s(?:[–-]\s)?(?:and\s)?(?:(?:this\s|it\s)?was\s)?(?:seconded\b|(?:on|upon)\s(?:being\s)?put\sto\b"
    r"|on a show of hands"
    r"|which was\b|it was\s(?:carried|agreed|lost|approved)|(?:was|were)\s(?:carried|lost)\b(?!\sout)|was agreed"
    r"|this was\b"
    r"|with\s(?:\w{1,12}|\d{1,3})\svotes\b|all\s(?:were\s|members\s|councillors\s|present\s)?(?:in\s)?(?:favou?r|agreed)"
    r"|agreed(?:\sunanimously|\sby\sall)?$|unanimously\sagreed$)",
    re.IGNORECASE,
)
# Words about movers and results that are no motion's own
MOVERS_FORMULA = re.compile(
    r"\b(?:it|was|were|on|the|being|put|to|a|vote|voted|votes?|and|with|in|favou?r|against|abstentions?|amendments?"
    r"|abstained|abstaining|carried|unanimously|unanimous|all|agreed|by|proposal|proposer|seconder|approval|accepted"
    r"|upon|show|of|hands|then|duly|members?|councillors?|none|no|present|for|moved|proposed|prop|second|seconded|sec"
    r"|recommendations?|formally|had|made|those|this|these|which|also"
    r"|resolved|approved|it’s|that|motion|motions|proposing|seconding|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d{1,3}|cynigiwyd|eiliwyd|gan|ac|yn|unfrydol|cynnig|eilio|cynigydd|eilydd|passed)\b",
    re.IGNORECASE,
)
# For "… it was", "seconded by Councillor Reed, and", "carried:": the decision's words are still to come
DECISION_FOLLOWS = re.compile(r"(?:\bwas|\band|[:,]|\bunanimously)$")
# For "the motion found no seconder", "was not put"
NOT_PUT = re.compile(
    r"\b(?:no seconder|not (?:been )?(?:put|seconded)|lack of a seconder|without a seconder|ruled out of order)\b",
    re.IGNORECASE,
)
# For "It was proposed and seconded that", "it was suggested to": nobody is named
UNNAMED = re.compile(
    r"\b(?:it\s(?:was|is)|a\s(?:motion|proposal)\swas)\s(?:then\s|further\s|also\s)?(?:moved|proposed|suggested|made)"
    r"(?:,?\s(?:and\s)?(?:duly\s)?seconded,?)?\s(?:that\b\s?|(?=to\s[a-z]))",
    re.IGNORECASE,
)
# For "Notice of Motion submitted by Councillor Marsh", "Motion in the name of Cllr Reed", "(Cllr Hale (Proposer), …)"
TITLE_MOVER = re.compile(
    rf"\b(?:(?:[Ss]ubmitted|[Pp]roposed|[Mm]oved|[Tt]abled|received)\sby|from|[Nn]ame\sof"
    rf"|by):?\s(?P<name>{TITLED_PERSON})"
    rf"|(?P<proposer>{TITLED_PERSON})\s\([Pp]roposer\)"
)
# For "I will move at the next Meeting that", "“We hereby propose that": a notice of motion
NOTICE = re.compile(
    r"[“\"‘']?(?:I|\||We)\s(?:will\s|shall\s|hereby\s|wish to\s|intend to\s){0,2}"
    r"(?:move|propose)\b[^.]{0,60}?\bthat\b,?\s"
)
