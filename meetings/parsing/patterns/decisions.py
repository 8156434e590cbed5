"""Labels of decisions, motions and votes."""

from __future__ import annotations

import re

from meetings.parsing.patterns.names import NAME_WORD, PARTICLE

_HOW = (
    r"(?:\s?,?\s?(?:unanimously|nem\.? con\.?|by a majority|on the casting vote of the (?:chair\w{0,6}"
    r"|mayor))\s?,?){0,1}"
)
# For "RESOLVED that", "It was AGREED unanimously to", "RESOLVED – That": capitals make a label wherever they stand
SHOUTED_LABEL = re.compile(
    rf"(?:\b(?:and\s)?(?:(?:it\s)?was\s)?)?(?P<how_before>unanimously\s)?\b(?:RESOLVED|AGREED"
    rf"|DECIDED)\b(?P<how>{_HOW})\s{{0,3}}(?P<mark>:-|[:;–—-])?\s{{0,3}}"
)
# For "Resolved: That", "Resolved unanimously: That", "And Resolved:": small letters make a label at the start
OPENING_LABEL = re.compile(
    rf"(?:and\s|decision:?\s){{0,2}}(?P<formula>it was\s)?(?P<how_before>unanimously\s)?(?:resolved"
    rf"|(?<!was )agreed)\b(?P<how>{_HOW})\s{{0,3}}"
    r"(?:(?P<mark>:-|[:–—-])|(?=that\b|to\b)|$)\s{0,3}",
    re.IGNORECASE,
)
THAT = re.compile(r"that\b")
# For "agreed with the contractor", "agreed between the parties": others than the body
OTHERS_AGREED = re.compile(
    r"\bagreed\s(?:with|between|by\s(?!all|the\s(?:council|committee|panel|board|members|meeting)))",
    re.IGNORECASE,
)
_DONE = r"(?:agreed|resolved|decided|approved)"
_FURTHER = r"(?:(?:then|also|further|unanimously|duly|therefore|subsequently|all|jointly)\s){0,3}"
# For "it was agreed to suspend Standing Orders", "and unanimously agreed that the gate be mended"
IT_WAS_AGREED = re.compile(
    rf"\b(?:it\s(?:was|is)\s|and\s(?:it\swas\s)?"
    rf"|was\s)(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW})(?:\sby\s(?:all|the\s(?:council|committee"
    rf"|panel|board|members|meeting))(?:\s\w{{1,15}})?)?,?\s(?P<words>(?:that|to)\b.{{1,4000}})",
    re.IGNORECASE | re.DOTALL,
)
# For "The Committee agreed that a letter be sent", "Members unanimously agreed to write", "All agreed to meet again"
BODY_AGREED = re.compile(
    rf"(?:^|\b(?:the|this|all)\s(?:[A-Za-z-]{{1,20}}\s){{0,4}})(?:council|committee|sub-committee|panel"
    rf"|board|cabinet|members|councillors|trustees|all"
    rf"|executive)(?:\spresent)?\s(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW})\s(?P<words>(?:that"
    rf"|to)\b.{{1,4000}})",
    re.IGNORECASE | re.DOTALL,
)
# For "the works would be done", "to write", "be renewed": what commits the body, against "that the report was good"
COMMITS = re.compile(r"^to\s\w|\b(?:be|should|would|will|shall|to)\b", re.IGNORECASE)
# For "The minutes of the meeting held on 6 August were confirmed as a true record"
MINUTES_APPROVED = re.compile(
    r"\bminutes\b.{0,400}?\b(?:were|was|are|having been)\b.{0,100}?\b(?:approved|agreed|confirmed"
    r"|accepted|adopted|signed|correctly recorded)\b",
    re.IGNORECASE | re.DOTALL,
)
# For "The invoices were read out and accepted"
PAYMENTS_APPROVED = re.compile(
    r"\b(?:accounts|payments|invoices|cheques|bills)\b.{0,120}?\b(?:were|was)\b.{0,60}?\b(?:approved"
    r"|accepted|authorised|agreed|passed)\b",
    re.IGNORECASE | re.DOTALL,
)
_PERSON = (
    r"(?:(?:(?:[Cc]ounty|[Bb]orough|[Dd]istrict|[Tt]own|[Cc]ity|[Pp]arish)\s)?(?:[Cc]ouncillors?"
    r"|Cllrs?\.?|COUNCILLOR|CLLR|Coun\.?|Alderman|Ald\.?|Mrs?\.?|Ms\.?|Miss|Mx|Dr\.?|Sir|Dame|Lord|Lady"
    r"|Professor|Prof\.?|Rev\.?d?)\s){0,3}"
    rf"(?:{NAME_WORD}(?:\s(?:{PARTICLE}\s){{0,2}}{NAME_WORD}){{0,4}}(?:\s\([A-Z]{{1,2}}\))?"
    r"|[Tt]he\s(?:Deputy\s|Lord\s|Vice-?\s?|Town\s)?(?:Mayor|Chair(?:man|woman|person)?"
    r"|Leader(?:\sof\sthe\sCouncil)?|President|Cathaoirleach))"
)
# For "Councillor Marsh then moved", "The Mayor moved"
PERSON_MOVED = re.compile(rf"(?P<name>{_PERSON}),?\s(?:(?:then|also|duly|further)\s)?(?P<verb>moved|proposed)\b")
# For "It was moved by Councillor Marsh", "On the motion of the Chair", "Prop. Cllr Marsh", "Proposed: Cllr Marsh"
MOVED_BY = re.compile(
    rf"\b(?P<verb>[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Pp]roposer|[Pp]rop\.|[Mm]otion\sof|[Pp]ropos(?:al"
    rf"|ition)\sof)(?:\sby)?:?\s{{1,3}}(?P<name>{_PERSON})"
)
# For "The Head of Legal and " before "Democratic Services proposed": capitals that go on with an office
PART_OF_OFFICE = re.compile(r"\b[Tt]he\s[^,.;]{0,80}$")
# For "(unanimously)", "(5 for, 1 against)": a vote in brackets between the label and the decision
BRACKETED_VOTE = re.compile(
    r"\((?:unanimous|nem|all|by|\d|[a-z]{2,10}\s(?:for|in))[^()]{0,60}\)[\s:–-]{0,3}",
    re.IGNORECASE,
)
# For "Councillor Reed seconded", "Cllr Reed, seconded" is another's: a comma may not stand before it
PERSON_SECONDED = re.compile(rf"(?P<name>{_PERSON})\s(?:(?:then|also|duly)\s)?seconded\b(?!\sby)")
# For "seconded by Councillor Reed", "sec. Cllr Reed", "Seconded: Cllr Reed"
SECONDED_BY = re.compile(rf"\b(?:[Ss]econded|SECONDED|[Ss]econder|[Ss]ec\.)(?:\sby)?:?\s{{1,3}}(?P<name>{_PERSON})")
# For "as an amendment, that", "moved an amendment"
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# For ", that the fee be frozen": where a motion's own words begin
MOTION_THAT = re.compile(r"[,\s]\s?that\b:?\s?")
# For ", to adjourn": the same, right behind the movers
MOTION_TO = re.compile(r"[,\s]{0,2}(?=to\s[a-z])")
# For "the following motion:": its words are the next paragraph
MOTION_FOLLOWS = re.compile(r"\bthe following (?:motion|amendment|resolution)\b.{0,40}$|\bthat:?$", re.IGNORECASE)
# For ", seconded by Councillor Reed", " and on being put to the vote carried": where a motion's own words end
MOTION_END = re.compile(
    r",?\s(?:and\s)?(?:was\s)?(?:seconded\b|(?:on|upon)\s(?:being\s)?put\sto\b|on a show of hands"
    r"|which was\b|it was\s(?:carried|agreed|lost)|was\s(?:carried|lost|agreed)|this was\b"
    r"|with\s(?:\w{1,12}|\d{1,3})\svotes\b)",
    re.IGNORECASE,
)
# For "The motion was put and carried", "the amendment fell", "which was carried by 4 votes to 1"
MOTION_RESULT = re.compile(
    r"\b(?:(?P<subject>motion|amendment|proposal|proposition|recommendations?)\b.{0,160}?|(?:which|it"
    r"|this|vote)\b.{0,30}?)"
    r"\b(?P<result>not carried|not agreed|carried|lost|fell(?!\s(?:within|under|outside|into|to)\b)"
    r"|defeated|rejected|withdrawn|agreed|approved"
    r"|passed|adopted|deferred|referred back)\b",
    re.IGNORECASE | re.DOTALL,
)
# For "On a show of hands", "put to the vote": a sentence that counts votes
VOTE_TAKEN = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bshow of hands\b|\bin favour\b|\babst(?:ention|ain)|\bnem\.? con\b"
    r"|\bunanimous",
    re.IGNORECASE,
)
# Words about movers that are no motion's own
MOVERS_FORMULA = re.compile(
    r"\b(?:it|was|were|on|the|being|put|to|a|vote|voted|votes?|and|with|in|favour|against|abstentions?"
    r"|abstained|carried|unanimously|unanimous|all|agreed|by"
    r"|upon|show|of|hands|then|duly|members?|none|no|present|for|moved|proposed|prop|seconded|sec"
    r"|councillors?|resolved|approved|it’s|that|motion|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d{1,3})\b",
    re.IGNORECASE,
)
# For "… it was", "seconded by Councillor Reed, and", "carried:": the decision's words are still to come
DECISION_FOLLOWS = re.compile(r"(?:\bwas|\band|[:,]|\bunanimously)$")
# For "Carried.", "Agreed unanimously", "All in favour": a result that stands for itself
BARE_RESULT = re.compile(
    r"\(?(?:and\s)?(?P<result>not carried|carried|lost|defeated|adopted|laid over|withdrawn"
    r"|agreed(?=\s?(?:$|[.,;)]|unanimously|by|accordingly))|unanimous(?:ly)?|all (?:were |members "
    r"|present |those present |councillors |were |voted )*(?:in )?(?:favour|agreed)|all agreed"
    r"|agreed by all)\b",
    re.IGNORECASE,
)
# For "AGREED accordingly": a label that only points back
ACCORDINGLY = re.compile(r"(?:accordingly|as above|the same|to this)\b.{0,20}", re.IGNORECASE)
# For "the motion found no seconder", "was not put"
NOT_PUT = re.compile(r"\b(?:no seconder|not (?:been )?(?:put|seconded)|lack of a seconder)\b", re.IGNORECASE)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.? con\b|\ball\s(?:were\s|members\s|councillors\s|present\s"
    r"|those present\s|voted\s)*(?:in favour|agreed|voted for)\b|\bagreed by all\b|\bin favour:? all\b",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[-\s](?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|thirty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|forty(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|fifty|sixty)"
)
_WHO = r"(?:\s(?:votes?|members?|councillors?|of them|people))?"
# For "6 votes in favour", "three Members voting for it", "four were in favour", "For: 6", "14 in favour"
COUNT_FOR = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|voted|voting|cast)\s)?(?:in favour"
    rf"|for)\b(?!\s(?:the\s)?(?:(?:next|last|first|public|year)\b|\d))|\b(?:for|in favour"
    rf"|votes for)\s?(?:[:–=-]\s?|\()(?P<count_after>\d{{1,3}})\b",
    re.IGNORECASE,
)
# For "and 9 against", "2 Members against", "four voted against", "Against: 3"
COUNT_AGAINST = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|voted|voting|cast)\s)?against\b|\bagainst\s?(?:[:–=-]\s?"
    rf"|\()(?P<count_after>\d{{1,3}})\b",
    re.IGNORECASE,
)
# For "1 abstention", "two Members abstained", "Abstentions: 2"
COUNT_ABSTAIN = re.compile(
    rf"\b(?P<count>{_COUNT}){_WHO}\s(?:(?:were|had)\s)?abst(?:ention|ain)\w{{0,4}}\b|\babst(?:ention"
    rf"|ain)\w{{0,4}}\s?(?:[:–=-]\s?|\()(?P<count_after>\d{{1,3}})\b",
    re.IGNORECASE,
)
# For "by 4 votes to 1", "five votes to two"
COUNT_TO = re.compile(rf"\b(?P<for>{_COUNT})\svotes?\s(?:in favour\s)?to\s(?P<against>{_COUNT})\b", re.IGNORECASE)
# For "For (9): Councillors Marsh and Reed", "Against the motion: Mr Hale", "Abstained: None"
RECORDED_VOTE = re.compile(
    r"(?:votes?\s|voting\s|voted\s|those\s(?:voting\s)?)?(?P<vote>for|in favour|against|abst(?:ention"
    r"|ain)\w{0,4})(?:\s(?:of\s)?(?:the\s)?(?:motion|amendment|proposal"
    r"|recommendations?))?\s{0,2}(?:\((?P<count>\d{1,3})\))?\s{0,2}(?:[:–-]|$)\s{0,3}(?P<names>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = (
    r"\(?(?:proposed\b|prop\.|moved\b|seconded\b|sec\.|carried\b|all\s(?:were\s)?(?:in favour|agreed)"
    r"|unanimous|agreed unanimously|for:|votes?\b.{0,20}:"
    rf"|{_COUNT}\s(?:\w{{1,12}}\s){{0,2}}(?:in favour|for|against)\b|on a show of hands|the motion\b"
    r"|this was (?:carried|agreed|seconded)"
    rf"|(?-i:{_PERSON})\s(?:proposed|moved)\b)"
)
# For "Proposed by Councillor Marsh", "Carried.", "Four in favour, one against": what follows a decision's words
DECISION_TAIL = re.compile(_TAIL, re.IGNORECASE)
TAIL_SENTENCE = re.compile(f"^{_TAIL}", re.IGNORECASE)
# For " (Proposed by Councillor Marsh, seconded by Councillor Reed)": in brackets at a decision's end
BRACKETED_TAIL = re.compile(
    r"\s{0,3}\((?=[^()]{0,60}\b(?:proposed|prop\.|moved|seconded|unanimous|carried|in favour|votes?"
    r"|for\b))[^()]{1,400}\)[.\s]{0,3}$",
    re.IGNORECASE,
)
# For "that the report be noted", "note the update"
NOTES = re.compile(
    r"(?:(?:that\s)?(?:[^;.]{0,300}?\s)?(?:(?:be|is|was|were|are)\s(?:received\s(?:and"
    r"|for information and)\s)?(?:duly\s)?noted|(?:received|accepted)\sfor\sinformation)"
    r"|(?:that\s)?(?:[^;.,]{0,120}?\s)?(?:to\s)?notes?\s)",
    re.IGNORECASE,
)
# For "and that the officers be thanked", "to approve": a decision that does more than note
DOES_MORE = re.compile(
    r"\band that\b|;|\bbe (?!noted|received|duly)\w{2,20}(?:ed|en|t|d)\b|\b(?:agrees?|approves?"
    r"|authorises?|recommends?|adopts?|requests?|instructs?|asks?)\b",
    re.IGNORECASE,
)
# For "that the matter be deferred to the next meeting"
DEFERS = re.compile(
    r"^[^;]{0,300}?\bbe (?:deferred|laid over|adjourned|referred back|held over)\b"
    r"|^(?:that\s)?(?:to\s)?defer(?:s|red)?\b",
    re.IGNORECASE,
)
# For "Councillors Marsh and Reed (2)": the count behind the names
COUNT_AFTER_NAMES = re.compile(r"\s?\((?P<after>\d{1,3})\)\.?$")
