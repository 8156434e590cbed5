"""How votes end: results, counts and names, in English and Welsh."""

from __future__ import annotations

import re

from meetings.parsing.patterns.motions import PERSON, TITLED_PERSON
from meetings.parsing.patterns.phrase import phrase

# For "The motion was put and carried", "the amendment fell", "which was carried by 4 votes to 1"
MOTION_RESULT = re.compile(
    r"\b(?:(?P<subject>motion|amendment|proposal|proposition|recommendations?|cynnig|gwelliant)\b.{0,160}?"
    r"|(?:which|it|this|these|vote)\s(?:(?:was|were|is|had|been|being|then|also|duly|therefore|put|to|the|a|vote|and|on"
    r"|show|of|hands|seconded|by|unanimously|formally|not|cllr|councillor|mr|mrs|ms"
    r"|(?-i:[A-Z][\w.’'-]{0,20}))[\s,]{1,2}){0,12}?)"
    r"\b(?P<result>not carried|not agreed|not approved|carried|lost|failed|fell(?!\s(?:within|under|outside|into|to)\b)"
    r"|defeated|rejected|withdrawn|agreed|approved"
    r"|passed|adopted|deferred|tabled|laid over|referred back|accepted|basiwyd|dderbyniwyd|gollwyd)\b",
    re.IGNORECASE | re.DOTALL,
)
_ALL = (
    r"(?:\ball\s(?:(?:the|were|was|members?|councillors|cllrs|trustees|directors|present|those|voted|voting|in|being"
    r"|fully)\s){0,5}"
    r"(?:(?:in\s)?favou?r|agreed|agreement|voted\sfor|for)\b|\bagreed\sby\s(?:all|everyone)\b|\bin\sfavou?r:?\sall\b"
    r"|\beveryone\s(?:agreed|in\sfavou?r|was\sin\sfavou?r)\b|\bby\sall\s(?:members|councillors|present|those\spresent)\b)"
)
# For "unanimously", "nem con", "all were in favour", "agreed by all Members", "yn unfrydol"
UNANIMOUS = re.compile(
    rf"\bunanim(?:ous(?:ly)?|ity)\b|\bnem\.?\s?con\b|\bnemine contradicente\b|{_ALL}|\byn unfrydol\b", re.IGNORECASE
)
# For "Carried.", "Agreed unanimously", "All in favour", "CARRIED 5-0": a result that stands for itself
BARE_RESULT = re.compile(
    r"\(?(?:and\s|the\s)?(?:(?P<subject>motion|vote|amendment|proposal|substantive motion|amended motion)\s)?"
    r"(?P<result>not carried|not approved|not adopted|carried|passed"
    r"|lost|failed|defeated|adopted"
    r"|laid over|tabled|withdrawn|deferred(?=\s?(?:$|[.;)]))|referred back"
    r"|approved(?=\s?(?:$|[.,;)]|unanimously|by all|\(?\d{1,2}\s?[-–]\s?\d))"
    rf"|agreed(?=\s?(?:$|[.,;)]|unanimously|by|accordingly))|so moved|unanimous(?:ly)?|{_ALL}|derbyniwyd"
    r"|pasiwyd|cytunwyd(?=\s?(?:$|[.,;)]))|gwrthodwyd|collwyd)(?!\w)",
    re.IGNORECASE,
)
# For "Carried.", "DEFEATED", "Lost." at the end of a motion's words
CLOSING_RESULT = re.compile(
    r"(?:^|(?<=[.;:”\"’)\]])|(?<=\s))\s{0,3}(?:-\s?|–\s?)?(?P<result>Carried|CARRIED|Defeated|DEFEATED|Lost|LOST"
    r"|Adopted"
    r"|ADOPTED|Passed|PASSED"
    r"|Withdrawn|WITHDRAWN|Tabled|TABLED|Deferred|DEFERRED|LAID OVER|Failed|FAILED)"
    r"(?P<how>\s(?:[Uu]nanimously|UNANIMOUSLY|as amended|[Aa]s [Aa]mended|AS AMENDED)"
    r"|\s\(?\d{1,2}\s?[-–/]\s?\d{1,2}(?:\s?[-–/]\s?\d{1,2})?)?[.)\s]{0,3}$"
)
# For "CARRIED", "CARRIED 4/0", "Motion carried.", "DEFEATED": a line that tells a motion's result
RESULT_LINE = re.compile(
    r"(?:CARRIED|DEFEATED|LOST|(?:(?:The\s)?[Mm]otion\s)?(?:[Cc]arried|[Dd]efeated|[Ll]ost|[Ff]ailed)\b[\s.\d/–-]{0,12}$)"
)
# For "RECORDED VOTE:", "Roll Call Vote": a caption above votes by name
VOTE_LABEL = re.compile(r"(?:recorded|roll[\s-]?call) vote\s?:?", re.IGNORECASE)
# For "put to the vote", "On a show of hands": a sentence that counts votes
VOTE_TAKEN = re.compile(
    r"\ball\s(?:\w{1,12}\s)?agreed\b|\bvot(?:e|es|ed|ing)\b|\bshow of hands\b|\bin (?:favou?r|agreement)\b"
    r"|\babst(?:ention|ain)|\bnem\.?\s?con\b"
    r"|\bunanim|\b(?:ayes?|nays?|noes|yeas?)\b|\b\d{1,2}\s(?:yes|no)(?=[,.;]|$)"
    r"|\byn unfrydol\b|\bpleidlais|\bo blaid\b",
    re.IGNORECASE,
)
_TENS = r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
COUNT = (
    r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    rf"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty{_TENS}|thirty{_TENS}|forty{_TENS}|fifty{_TENS}"
    rf"|sixty{_TENS})"
)
_NUMBER = rf"(?<![£$€.,\d/])\b(?P<count>{COUNT})"
_WHO = r"(?:\s(?:votes?|members?|councillors?|cllrs?|of them|people|trustees|directors))?"
_CAST = r"(?:(?:were|was|voted|voting|cast|had)\s)?"
_FIGURE = r"(?P<count_after>\d{1,3}|none|nil)\b(?![-/:.]\d)"
_AFTER = (
    r"(?:\s?[:–=-]{1,2}\s?|\s?\(\s?|\s(?=\d{1,3},?\s(?:and\s)?against\b)|(?<=[Aa]yes)\s|(?<=[Yy]eas)\s|(?<=[Nn]ays)\s"
    rf"|(?<=[Nn]oes)\s|(?<=[Aa]gainst)\s){_FIGURE}"
)
# For "6 votes in favour", "three Members voting for it", "For: 6", "14 in favour", "Ayes 5", "3 in Agreement", "6 yes"
COUNT_FOR = re.compile(
    rf"{_NUMBER}{_WHO}\s{_CAST}(?:in favou?r|in agreement|for|ayes?|yeas?|yes|o blaid)\b"
    r"(?!\s(?:the\s)?(?:(?:next|last|first|public|year)\b|\d))"
    rf"|\b(?:(?:votes?\s)?for|in favou?r|ayes?|yeas?|o blaid){_AFTER}",
    re.IGNORECASE,
)
# For "and 9 against", "2 Members against", "four voted against", "Against: 3", "Nays 0", "1 opposed", "0 no"
COUNT_AGAINST = re.compile(
    rf"{_NUMBER}{_WHO}\s{_CAST}(?:against|opposed|nays?|noes|no(?=[.,;]|$)|yn erbyn)\b"
    rf"|\b(?:against|opposed|nays?|noes|yn erbyn){_AFTER}",
    re.IGNORECASE,
)
# For "1 abstention", "two Members abstained", "Abstentions: 2", "ymatal: 1"
COUNT_ABSTAIN = phrase(
    rf"{_NUMBER}{_WHO}\s(?:(?:were|had|was)\s)?(?:abst(?:ention|ain)\w{{0,4}}|yn ymatal)\b"
    rf"|\b(?:abst(?:ention|ain)\w{{0,4}}|ymatal){_AFTER}",
    re.IGNORECASE,
    stems=("abst", "ymatal"),
)
# For "by 4 votes to 1", "five votes to two", "carried by 7 to 4"
COUNT_TO = re.compile(
    rf"\b(?P<for>{COUNT})\svotes?\s(?:in favou?r\s|for\s)?to\s(?P<against>{COUNT})\b"
    rf"|\b(?:by|carried|passed|lost|defeated)\s(?P<by>{COUNT})\sto\s(?P<to>{COUNT})\b",
    re.IGNORECASE,
)
# For "Motion carried 5-0", "After a vote (8-1)", "approved 4-0-1", "CARRIED BY ABSOLUTE MAJORITY 6/0"
COUNT_DASHED = re.compile(
    r"\b(?:votes?|voted|carried|passed|approved|defeated|lost|failed|motion)\b[\s:,]{0,3}"
    r"(?:by\s(?:an?\s)?(?:simple|absolute|special)\smajority\s|by\s|was\s|of\s){0,2}\(?"
    r"(?P<for>\d{1,3})\s?[-–/]\s?(?P<against>\d{1,3})(?:\s?[-–]\s?(?P<abstain>\d{1,3}))?\)?(?![\w/–-]|[.:]\d)",
    re.IGNORECASE,
)
_CAST_WORD = (
    r"(?:for|in favou?r|in agreement|against|opposed|abst(?:ention|ain)\w{0,4}|ayes?|yeas?|nays?|noes|o blaid"
    r"|yn erbyn|ymatal)"
)
_OF = r"(?:\s(?:of\s)?(?:the\s)?(?:\w{1,14}\s)?(?P<of>motion|amendment|proposal|recommendations?|resolution))?"
# For the label of "For (9): Councillors Marsh and Reed", "Against the motion: Mr Hale", "Abstained: None",
# "Councillors voting in favour –"
VOTE_CAPTION = re.compile(
    r"(?:(?:votes?|voting|voted|those|members|councillors|recorded vote|the)[\s:–-]{1,3}){0,3}"
    rf"(?P<vote>{_CAST_WORD}){_OF}\s{{0,2}}(?:\((?P<bracketed>\d{{1,3}})\)|[:–-]\s{{0,2}}(?P<count>\d{{1,3}})(?=$"
    rf"|\s[-–(]))?"
    r"\s{0,2}(?P<mark>[:|–-]{1,2}|$|(?=(?:councillors?|cllrs?)\b|(?-i:[A-Z][\w’'-]{1,20},\s[A-Z])))\s{0,3}",
    re.IGNORECASE,
)
# For "For the motion:" with "For the amendment:" behind it: votes on one against the other
FOR_MOTION = re.compile(r"(?:(?:votes?|voting|voted|members)\s)?for the motion\b", re.IGNORECASE)
FOR_AMENDMENT = re.compile(r"\bfor the amendment\b", re.IGNORECASE)
# For the second label in "For: Marsh, Reed. Against: Hale": it stands behind a full stop, a semicolon, or alone
NEXT_CAPTION = re.compile(
    rf"(?:^|(?<=[.;|])\s{{0,3}}|\s(?=(?:AGAINST|FOR|ABST|NAY|AYE|YEA)))(?={VOTE_CAPTION.pattern})", re.IGNORECASE
)
# For "(7)", "9": a count alone below the names
COUNT_ALONE = re.compile(r"\(?(?P<count>\d{1,3})\)?\.?")
# For "Councillors Marsh and Reed (2)": the count behind the names
COUNT_AFTER_NAMES = re.compile(r"\s?\((?P<after>\d{1,3})\)\.?$")
# For ": Yes", "– against": a vote called, whoever's
CALLED = re.compile(
    r"(?:\s?[-–:|,]\s?|\svoted\s|\s(?=(?:yes|no|aye|nay|yea)$))(?:yes|no|aye|nay|yea|for|against|abstain|absent"
    r"|in favou?r)",
    re.IGNORECASE,
)
# For "Councillor Marsh – Yes", "Reed: against", "Cllr Hale | Abstain", "Ada Marsh  Yea": one vote of a roll call
ROLL_CALL = re.compile(
    rf"(?P<name>(?-i:{PERSON}))(?:\s?(?:[-–:|,]|\bvoted\b)\s?"
    r"|\s(?-i:(?=(?:Yea|Nay|Aye|YEA|NAY|AYE|Yes|YES|No|NO)(?:$|[.;]))))"
    r"(?P<vote>yes|no|aye|nay|yea|for|against|abstain(?:ed)?|absent|in favou?r)"
    r"(?=\s|[.,;]|$)[.,;]?",
    re.IGNORECASE,
)
# For "and Cllr Marsh abstained", "Councillors Marsh and Reed voted against": votes told of by name
VOTED_BY_NAME = re.compile(
    rf"(?P<names>{TITLED_PERSON}(?:,\s{TITLED_PERSON}){{0,9}}(?:,?\sand\s{TITLED_PERSON})?),?\s(?:had\s|both\s|was\s)?"
    r"(?P<vote>abstain(?:ed|ing)|vot(?:ed|ing)\sagainst|vot(?:ed|ing)\s(?:for|in\sfavou?r)|against|dissenting)\b"
)
