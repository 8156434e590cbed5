"""Labels and formulae that tell a decision, in English and Welsh."""

from __future__ import annotations

import re

from meetings.parsing.patterns.motions import PERSON
from meetings.parsing.patterns.phrase import phrase
from meetings.parsing.patterns.votes import COUNT

# What a sentence must hold in small letters to tell a decision, a motion or a vote at all
STEMS = (
    "resol", "agree", "approv", "accept", "adopt", "confirm", "carried", "lost", "decid", "decision", "mov", "propos",
    "prop", "second", "vote", "voting", "favo", "unanim", "abst", "against", "ratif", "sign", "correct", "determin",
    "defer", "motion", "endors", "authoris", "authoriz", "adjourn", "passed", "penderfyn", "cytun", "cynig", "eili",
    "cymerad", "cadarn", "derbyn", "fell", "defeat", "withdr", "amend", "seconded", "nem", "ayes", "recommend",
    "tabled", "m/s", "msc", "yes",
)  # fmt: skip
_HOW = (
    r"(?:\s?,?\s?\(?(?:unanimously|nem\.?\s?con\.?|by a (?:large )?majority(?: decision| vote)?|by a show of hands|in"
    r" principle|by consensus|on the casting vote of the (?:chair\w{0,6}|mayor)|(?:by|on"
    r"|with) [^,:;.]{3,70}(?=,\s(?:that|to)\b)|yn unfrydol)\)?\s?,?){0,1}"
)
_DONE_LABEL = (
    r"(?:RESOLVED|AGREED|DECIDED|PENDERFYNWYD|CYTUNWYD|RESOLUTION|PENDERFYNIAD"
    r"|RECOMMENDED TO (?:THE |FULL )?(?:COUNCIL|CABINET))"
)
# For "(12/24)", "No. 7", between the label and its mark
_NUMBERED = r"(?:\(?(?:[Nn]o\.?\s?)?[\w/.-]{0,8}\d[\w/.-]{0,12}\)?\s{0,2}(?=[:–-]))?"
# For "RESOLVED that", "It was AGREED unanimously to", "RESOLVED – That": capitals make a label wherever they stand
SHOUTED_LABEL = phrase(
    rf"(?:\b(?:[Aa]nd\s|AND\s)?(?:(?:[Ii]t\s|IT\s)?(?:was\s"
    rf"|WAS\s))?)?(?P<how_before>(?i:unanimously)\s)?\b{_DONE_LABEL}\b"
    rf"(?P<how>(?i:{_HOW}))\s{{0,3}}{_NUMBERED}(?P<mark>:\s?[-–—]|[:;–—-])?\s{{0,3}}",
    0,
    stems=("resol", "agreed", "decided", "penderfyn", "cytunwyd", "recommended"),
)
# For "Resolved: That", "Resolved unanimously: That", "And Resolved:", "Decision:", "Penderfynwyd:": small letters make
# a label at the start
OPENING_LABEL = re.compile(
    r"(?:(?:and\s){0,1}(?P<formula>it was\s)?(?P<how_before>unanimously\s)?(?:resolved|(?<!was )agreed|decided)\b"
    rf"(?P<how>{_HOW})\s{{0,3}}{_NUMBERED}(?:(?P<mark>:\s?[-–—]|[:–—-]|/-)|(?=that\b|to\b)|$)"
    r"|(?:the\s)?(?:decisions?(?:\(s\))?(?:\s(?:taken|made|agreed))?|resolutions?"
    r"|penderfyniad(?:au)?)\s?(?P<noun_mark>:\s?[-–—]?|$)"
    r"|(?:penderfynwyd|cytunwyd)(?P<how_welsh>(?:\syn unfrydol)?)\s{0,3}"
    r"(?:(?P<mark_welsh>[:–—-])|(?=(?:i|bod|y|fod|peidio|mai|na)\b)|$))\s{0,3}",
    re.IGNORECASE,
)
# For "NOTED the report", "APPROVED the minute", as Scottish councils print: the verb alone is the label
SHOUTED_VERB = re.compile(
    r"(?:NOTED|APPROVED|ENDORSED|ADOPTED|CONFIRMED|GRANTED|REFUSED|CONTINUED|DELEGATED|RECEIVED)\s(?=[a-z(])"
)
# For "RESOLVED 23/045", "COUNCIL RESOLUTION 23/046", "Resolution No. 2017-203", "Resolution number TCB/2017/88": a line
# that only numbers the motion below it
NUMBER_ALONE = re.compile(
    r"(?:(?:the\s)?(?:council|board|committee)[’']?s?\s)?"
    r"(?:resolved|resolution|motion|decision)\s?:?\s{0,3}(?:(?:no\.?|number|#)\s?:?\s{0,3})?"
    r"#?[\w/.-]{0,12}\d[\w/.-]{0,16}:?",
    re.IGNORECASE,
)
# For "OFFICER RECOMMENDATION That the fee be raised", "Staff recommendation:": what officers advise, before the motion
OFFICERS_ADVICE = re.compile(
    r"(?:(?:reporting\s)?officers?[’']?s?|staff|administration|management)[’']?s?\srecommend(?:ation|s)\b",
    re.IGNORECASE,
)
# For "Recommendation: " before what was then moved
ADVICE_LABEL = re.compile(
    r"(?:(?:officers?[’']?s?|staff|administration|management|committee)\s)?recommendations?\s?(?::\s?|(?=That\b))",
    re.IGNORECASE,
)
THAT = re.compile(r"that\b[\s,:]{0,3}", re.IGNORECASE)
# For "(unanimously)", "(5 for, 1 against)": a vote in brackets between the label and the decision
BRACKETED_VOTE = re.compile(
    r"\((?:unanimous|nem|all|by|\d|[a-z]{2,10}\s(?:for|in))[^()]{0,60}\)[\s:–-]{0,3}",
    re.IGNORECASE,
)
# For "The Chair welcomed those present.", "Cllr Reed thanked the officers": below “Decision:”, yet nothing decided
NARRATES = re.compile(
    r"(?:the\s(?:\w{1,12}[-\s]){0,2}?(?:chair|chair(?:man|woman|person)|mayor|provost|convener|president|clerk|officer)"
    r"|(?:cllr|councillor|mr|mrs|ms|dr)\.?\s[\w’'-]{1,20}(?:\s[\w’'-]{1,20})?)\s(?:then\s|also\s)?"
    r"(?:welcomed|invited|thanked|explained|reminded|informed|introduced|announced|opened\sthe\smeeting)\b",
    re.IGNORECASE,
)
# For "BE IT RESOLVED THAT": what a motion's own words begin with
BE_IT_RESOLVED = re.compile(r"(?:(?:now,?\s)?therefore,?\s)?be\sit\sresolved\s(?:that\b)?[\s,:]{0,3}", re.IGNORECASE)
# For "that accordingly", "AGREED as above": a label that only points back
ACCORDINGLY = re.compile(r"(?:accordingly|as above|the same|to this)\b.{0,20}", re.IGNORECASE)

_DONE = r"(?:agreed|resolved|decided|approved|determined|voted)"
_FURTHER = (
    r"(?:(?:then|also|further|unanimously|duly|therefore|,\stherefore,|subsequently|all|jointly|formally|generally"
    r"|again"
    r"|finally|eventually|provisionally|now|both|however,?|thus"
    r"|proposed(?:,?\s(?:and\s)?seconded,?)?(?:\sand)?)\s?){0,3}"
)
_BY = (
    r"(?:\s(?:by|with)\s(?:all|everyone|a\s(?:large\s)?majority|majority|consensus|the\s(?:council|committee|panel"
    r"|board"
    r"|members|councillors|meeting|group|chair))(?:\s(?:members|councillors|present|those|of|votes?|decision"
    r"|the\s\w{1,12})){0,3})?"
)
_INSERT = r"(?:,\s(?:therefore|however|after[^,]{0,60}|following[^,]{0,60}|in principle|subject to[^,]{0,60})\s?,)?"
_BOUND = (
    r"(?:that\b|to\b|not\sto\b|for\s[^,;.]{1,90}?\sto\b|(?!(?:and|by|with|between|at|on|as|for|but|so"
    r"|in)\b)[^,;.]{1,90}?"
    r"\b(?:should|would|will|shall|must|be|are\sto|is\sto)\b)"
)
# For "it was agreed to suspend Standing Orders", "it was agreed a letter should be sent", "had been agreed by majority
# decision to award £50"
IT_WAS_AGREED = phrase(
    rf"\b(?:(?:i[ts]|this)\s(?:was|is|had\sbeen|has\sbeen)\s|(?P<decision>(?:unanimous"
    rf"|majority)\sdecision)\s(?:was\s)?|\band\sit\shad\sbeen\s)(?P<how_before>{_FURTHER}){_DONE}"
    rf"(?P<how>{_HOW}{_BY}){_INSERT},?\s(?:upon\s)?(?P<words>{_BOUND}.{{0,4000}})",
    re.IGNORECASE | re.DOTALL,
    stems=("agreed", "resolved", "decided", "approved", "determined", "voted"),
)
# For "seconded by Councillor Reed and unanimously agreed that", " – agreed to write": a decision behind its movers or
# behind a dash
AND_AGREED = phrase(
    rf"(?P<join>\band\s(?:it\s)?(?:was\s)?|\bwas\s|[–—]\s|\s-\s"
    rf"|,\s)(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW}{_BY})"
    rf"{_INSERT},?\s(?P<words>{_BOUND}.{{0,4000}})",
    re.IGNORECASE | re.DOTALL,
    stems=("agreed", "resolved", "decided", "approved", "determined", "voted"),
)
# For "seconded", "it was": what "and agreed that" goes on with when the body agreed
BODY_GOES_ON = re.compile(
    r"\b(?:seconded|secs?\.|proposed|eiliwyd|it\swas|was\s(?:discussed|considered|debated|noted))\b"
    r"|(?:^|[;:]\s)(?:the\s|all\s)?(?:council|committee|members|councillors|panel|board|group|all|trustees|cabinet)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:council|committee|sub-?committee|panel|board|cabinet|members|councillors|trustees|group|meeting|forum"
    r"|authority|assembly|governors|directors|commission|working\s(?:party|group)|executive|cllrs|all|everyone)"
)
BODY_NOUN = re.compile(_BODY, re.IGNORECASE)
# For "The Committee agreed that a letter be sent", "Members unanimously agreed to write", "The Board voted to grant"
BODY_AGREED = phrase(
    rf"(?:^|[.,;:–-]\s|\b(?:and|but|so|then)\s|\b(?=(?:the|this|all)\s))"
    rf"(?P<body>(?:(?:the|this|all)\s)?(?:(?:[\w’'.&-]{{1,20}}\s){{0,5}}?{_BODY}|(?:the\s)?(?-i:P\.?Council"
    rf"|[A-Z]{{2,6}}))"
    rf"(?:\s(?:members|councillors|present))?),?"
    rf"\s(?:have\s|then\s)?(?P<how_before>{_FURTHER}){_DONE}(?P<how>{_HOW}),?\s(?:by\s\d\svotes?\sto\s\d\s)?"
    rf"(?P<words>{_BOUND}.{{0,4000}})",
    re.IGNORECASE | re.DOTALL,
    stems=("agreed", "resolved", "decided", "approved", "determined", "voted"),
)
AGREED_COLON = re.compile(r"\b(?:agreed|resolved|decided|determined)\b[^.:;]{0,80}:", re.IGNORECASE)
# For "The Committee agreed:-", "Cabinet unanimously resolved that:", "it was agreed to:": parts follow
COLON_LABEL = re.compile(
    rf"(?:\b(?P<nobody>it\swas|and\swas)\s|(?:^|[.,;]\s|\band\s|\b(?=the\s))(?P<body>(?:(?:the|this|all)\s)?"
    rf"(?:[\w’'.&-]{{1,20}}\s){{0,5}}?{_BODY}(?:\s(?:members|councillors|present))?),?\s)(?P<how_before>{_FURTHER})"
    rf"(?:agreed|resolved|decided|determined)(?P<how>{_HOW})(?:\s(?:that|to|the\sfollowing))?\s?:\s?[-–—]?\s{{0,3}}",
    re.IGNORECASE,
)
# For "The Panel approved the minutes", "OTG agreed a standard format", "The Council adopted the policy"
BODY_APPROVED = phrase(
    rf"(?:^|[.,;]\s|\band\s)(?P<body>(?:(?:the|this|all)\s)?(?:(?:[\w’'.&-]{{1,20}}\s){{0,5}}?{_BODY}"
    rf"|(?:the\s)?(?-i:[A-Z]{{2,6}}))"
    rf"(?:\s(?:members|councillors|present))?)\s(?:then\s)?(?P<how_before>{_FURTHER})"
    r"(?P<verb>agreed|approved|adopted|ratified|accepted|endorsed|confirmed|authorised)"
    rf"(?P<how>{_HOW})\s(?P<words>(?:the|a|an|its|their|this|these|all|both|£\d)\b.{{1,2000}})",
    re.IGNORECASE | re.DOTALL,
    stems=("agreed", "approved", "adopted", "ratified", "accepted", "endorsed", "confirmed", "authorised"),
)
# For "Cytunwyd i anfon llythyr", "Penderfynodd y Cyngor", within a sentence
WELSH_AGREED = phrase(
    r"\b(?:cytunwyd|penderfynwyd|cytunodd\s(?:y\s\w{1,14}|pawb)"
    r"|penderfynodd\sy\s\w{1,14})(?P<how>(?:\syn\sunfrydol)?)\s"
    r"(?P<words>(?:i|bod|y|fod|peidio|mai|na)\b.{1,4000})",
    re.IGNORECASE | re.DOTALL,
    stems=("cytun", "penderfyn"),
)
# For "the works would be done", "to write", "be renewed": what commits the body, against "that the report was good"
COMMITS = re.compile(
    r"^(?:not\s)?to\s\w|^(?:i|bod|y|fod|peidio|mai|na)\s|\b(?:be|should|would|will|shall|to|must|may)\b", re.IGNORECASE
)
# For "this would be a good idea", "the project would need", "could deal": an opinion and no commitment
OPINION = re.compile(
    r"^(?:that\s)?(?:what\b[^.;]{0,40}?\s(?:was|were|is|are)\b"
    r"|(?:it|there)\b[^.;]{0,40}?\s(?:was|were|is|are)\b(?!\sto\b|\sagreed)"
    r"|[^.;]{0,140}?\b(?:(?:would|should|will|may|might)\s(?:not\s|probably\s|also\s|still\s|certainly\s){0,2}"
    r"(?:be\s(?:(?:very|more|most|too)\s\w|(?:un)?(?:likely|able|useful|helpful|good|beneficial|better|best|difficult"
    r"|impossible|acceptable|appropriate|nice|great|ideal|preferable|welcome|sensible|important|necessary|premature"
    r"|worth\w{0,5}|an?\s(?:very\s)?(?:good|excellent|great|useful|welcome|nice|better|shame|huge|real)))"
    r"|need\s(?:some|a)|help\b|make\ssense|lead\sto|result\sin|mean\b|benefit\b)"
    r"|need(?:s|ed)?\snot\b|needed\sto\b|needs\sto\sbe\smore\b"
    r"|(?:was|were)\s(?:an?\s)?(?:very\s)?(?:good|excellent|important))"
    r"|[^.;]{0,60}?\b(?:could|might|may|can)\s(?:be|have|do|go|help)\b(?![^.]*\b(?:should|will|shall|must)\b))",
    re.IGNORECASE,
)
# For "to accept his apologies": what is taken note of
FORMALITY = re.compile(
    r"^(?:to\s)?(?:accept|note|receive)\s(?:\w{1,12}\s){0,3}(?:apolog|resignation\sof\sthe\schair)", re.IGNORECASE
)
# For "agreed with the contractor", "agreed between the parties": others than the body
OTHERS_AGREED = re.compile(
    r"\bagreed\s(?:with\s(?!all|the\s(?:council|committee|members))|between"
    r"|by\s(?!all|everyone|a\s|majority|those|both|consensus|the\s))",
    re.IGNORECASE,
)
# For "by the Borough Council", behind "agreed": who did so
AGENT = re.compile(
    rf"\sby\s(?P<body>the\s(?:[\w’'.&-]{{1,20}}\s){{0,5}}?(?:{_BODY}|(?-i:[A-Z]{{2,6}})))\b", re.IGNORECASE
)
# For "at the last meeting it was agreed", "as it was agreed in May": decided before
EARLIER = phrase(
    r"\bat\sthat\smeeting\b|\bin\s(?:the\s|our\s)?(?:\w{1,12}\s)?minutes\b[^.]{0,30}\bagreed\b|\blast\s(?:month|year"
    r"|week|time)\b[^.]{0,80}\b(?:agreed|resolved|decided|approved)\b"
    r"|\b(?:at|from|since|following)\s(?:the|our|its|a)\s(?:last|previous|earlier"
    r"|(?-i:[A-Z][a-z]{2,8}))\s(?:\w{1,12}\s)?meeting\b"
    r"(?=[^.]{0,60}\b(?:agreed|resolved|decided|approved)\b)|\b(?:as|which|when|where|what)\s(?:was|were|it\swas"
    r"|had\sbeen)\s"
    r"(?:\w{1,12}\s)?(?:agreed|resolved|decided|approved)\b|\bpreviously\s(?:agreed|resolved|decided|approved)\b"
    r"|\b(?:agreed|resolved|decided)\spreviously\b"
    r"|\b(?:if|once|unless|until|when|whether)\s(?:it\s)?(?:is|was|were|the\s\w{1,20})\s(?:agreed|approved|decided)\b",
    re.IGNORECASE,
    stems=("agreed", "resolved", "decided", "approved", "meeting"),
)
_BEFORE_VERB = (
    r"(?:(?:\w{2,12}ly|then|also|all|both|as|circulated,?|being|there(?:fore)?|"
    r"proposed,?(?:\sand)?|seconded,?(?:\sand)?"
    r"|(?:read|discussed|considered|reviewed|presented|received|noted|checked|circulated|signed|debated|examined|tabled"
    r"|amended|inspected|distributed|taken)"
    r"(?:\s(?:out|as\sread|through))?,?(?:\sand)?)\s){0,5}"
)
_APPROVED = r"(?:approved|agreed|adopted|accepted|confirmed|ratified|endorsed|authorised|authorized|passed)"
# For "The minutes of the meeting held on 6 August were confirmed as a true record", "The Chair signed the minutes as a
# correct record", "Cadarnhawyd y cofnodion"
MINUTES_APPROVED = re.compile(
    r"\b(?:minutes|notes\sof\sthe\s\w{1,20}\s?meeting)\b[^;]{0,400}?\b(?:were|was|are|is|having\sbeen|be)\b[^;]{0,100}?"
    rf"\b(?:{_APPROVED}(?!\sthat\b)|signed|correct(?:ly)?(?:\srecord\w{{0,3}})?"
    r"|taken as (?:read|correct)|a (?:true|accurate))\b"
    r"|\bsigned\s(?:the\s)?(?:\w{1,12}\s){0,3}minutes\b[^.]{0,80}\b(?:true|correct|accurate)\b"
    r"|\b(?:cadarnhawyd|derbyniwyd|cymeradwywyd)\b.{0,120}\bcofnodion\b|\bcofnodion\b.{0,160}\b(?:gywir|cywir)\b",
    re.IGNORECASE | re.DOTALL,
)
# For "The invoices were read out and accepted"
PAYMENTS_APPROVED = re.compile(
    r"\b(?:accounts|payments?|invoices|cheques|bills|expenditure)\b.{0,160}?\b(?:were|was)\b.{0,80}?"
    rf"\b(?:{_APPROVED})\b",
    re.IGNORECASE | re.DOTALL,
)
# For "would be confirmed", "had been agreed", "should be approved at": not now
NOT_NOW = re.compile(
    r"\b(?:had|has|have)\s(?:\w{1,12}\s)?been\s(?:\w{1,12}\s)?(?:approved|agreed|confirmed|accepted|adopted|signed)"
    r"|\b(?:would|should|will|could|can|cannot|to|may|must|not|not\syet|n’t)\s(?:\w{1,12}\s)?be\s|\b(?:whether|if"
    r"|once|until"
    r"|unless|when|before)\b[^,.]{0,80}\b(?:approved|agreed|confirmed|accepted|adopted|signed)|\b(?:asked"
    r"|requested)\sfor\b"
    r"|\bwere\snot\b|\bwas\snot\b",
    re.IGNORECASE,
)
_DECIDABLE = (
    r"minutes|accounts?|payments?|invoices?|cheques?|bills?|expenses|expenditure|budget|precept|statements?|returns?"
    r"|polic(?:y|ies)|procedures?|recommendations?|proposals?|suggestions?|quot(?:e|es|ation|ations)"
    r"|estimates?|tenders?|grants?|donations?|assessments?|registers?|regulations|orders|terms of reference|agenda"
    r"|plans?"
    r"|drafts?|response|dates?|schedule|agreement|contract|nominations?|amendments?|changes|arrangements|constitution"
    r"|document|strategy|framework|format|approach|renewal|increase|salary|wages|fees?|purchase|appointments?"
    r"|calendar|programme|reconciliation|letters?|wording|design|protocol|code|scheme|bye-?laws?|by-?laws?"
    r"|membership|subscriptions?|objectives|criteria|timetable|specification|resignation|offer|list|allowances?|balance"
    r"|audit|standards?"
)
# For "The Annual Governance Statement was unanimously agreed", "These suggestions were approved by the Councillors",
# and for "The following payments were agreed:"
PASSIVE_APPROVED = phrase(
    rf"^(?:\W{{0,3}}\w{{1,20}}\W{{1,3}}){{0,24}}?(?:{_DECIDABLE})\b(?P<between>[^;.]{{0,200}}?)\s(?:was"
    rf"|were)\s{_BEFORE_VERB}"
    r"(?P<verb>agreed|approved|adopted|accepted|ratified|endorsed|authorised|passed(?=\sfor\spayment|\sunanim))"
    r"\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
    stems=("agreed", "approved", "adopted", "accepted", "ratified", "endorsed", "authorised", "passed"),
)
# For "He also asked for approval to enrol – this was approved by those present": the decision's words come before
DASHED_APPROVED = re.compile(
    rf"\s[–—-]\s(?:this|it|which|these|all)\s(?:was|were)\s{_BEFORE_VERB}(?:agreed|approved|accepted)\b", re.IGNORECASE
)
# For "whether the sign should be removed, all agreed.": the result ends the sentence
ALL_AGREED = re.compile(r",\s(?:and\s)?all\s(?:\w{1,12}\s){0,2}(?:agreed|in\sfavou?r)\s?\.?$", re.IGNORECASE)
# For "All Councillors", "everyone": a body that agreed as one
EVERYBODY = re.compile(r"(?:all|everyone)\b", re.IGNORECASE)
# For "planning permission", "apologies": what others decide, and what is no decision
NOT_DECIDED_HERE = re.compile(
    r"\b(?:planning|applications?|permission|consent|apolog\w{1,4}|absence|appeal|borough|county|district|ncc|inspector"
    r"|licen[cs]e|police|highways|government|department|minister|insurance\scompany|nominees?|who|had|after\sbeing"
    r"|declarations?|to\sthe\svote)\b",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(
    r"^\s?(?:by\s(?!all|everyone|those|a\s|majority|the\s(?:\w{1,14}\s){0,2}(?:council|committee|panel|board|members"
    r"|meeting"
    r"|group|councillors|trustees|cabinet)\b|members|councillors|council|consensus|show|(?-i:[A-Z]{2,6})\b)"
    r"|with\sthe\b|in\s\d{4}|last\s|on\sthe\s\d|between)",
    re.IGNORECASE,
)
# For "Minutes approved as read", "Agenda approved with additions", "Accounts accepted for payment": without a verb
SHORT_APPROVED = re.compile(
    r"^(?:(?:the|previous|draft|consent|past)\s){0,2}(?:minutes|agenda|accounts|payments|cheques|invoices"
    r"|treasurer[’']?s?\sreport|financial\sreport|budget|cofnodion)\b"
    rf"[^.:]{{0,140}}?\b(?:{_APPROVED}|signed\s(?:and\sapproved|as))\b.{{0,160}}"
    r"|^(?:approved|accepted|adopted)\s(?:for\s(?:audit|payment)|as\s(?:presented|read|written|amended|circulated"
    r"|submitted|corrected|an?\s(?:true|accurate|correct)))\b.{0,80}"
    r"|^unanimous\s(?:adoption|approval|acceptance)\sof\b.{1,120}",
    re.IGNORECASE,
)
# For "the minutes of", behind "The Panel approved"
MINUTES_WORD = re.compile(r"(?:the\s|its\s|their\s)?(?:\w{1,14}\s){0,3}(?:minutes|accounts|payments)\b", re.IGNORECASE)
# For "the report was good", behind "Members agreed": a clause and no object
FINITE_OBJECT = re.compile(
    r"^[^,.;]{0,160}?\b(?:was|were|is|are|had|has|have|could|did|would|should|will)\b", re.IGNORECASE
)
# For "On a vote of 8-1," before "it was agreed"
VOTE_WORD = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bunanim|\bin favou?r\b|\bshow of hands\b", re.IGNORECASE)
_TAIL = (
    r"\(?(?:proposed\b|prop\.|prop:|moved\b|mover\b|proposer\b|seconded\b|seconder\b|sec\.|carried\b"
    r"|all\s(?:were\s|members\s|councillors\s|present\s)*(?:in favou?r|agreed)"
    r"|unanimous|agreed unanimously|for:|votes?\b.{0,20}:|vote:|a vote\b|recorded vote"
    rf"|{COUNT}\s(?:\w{{1,12}}\s){{0,2}}(?:in favou?r|for|against|abst\w{{1,8}})\b|on a show of hands|the motion\b"
    r"|this was (?:carried|agreed|seconded|proposed)|motion (?:carried|passed|approved|defeated|lost|failed)"
    rf"|cynigiwyd\b|eiliwyd\b|(?-i:{PERSON})\s(?:proposed|moved)\b)"
)
# For "Proposed by Councillor Marsh", "Carried.", "Four in favour, one against": what follows a decision's words
DECISION_TAIL = re.compile(_TAIL, re.IGNORECASE)
TAIL_SENTENCE = re.compile(f"^{_TAIL}", re.IGNORECASE)
# For " (Proposed by Councillor Marsh, seconded by Councillor Reed)": in brackets at a decision's end
BRACKETED_TAIL = re.compile(
    r"\s{0,3}\((?=[^()]{0,90}\b(?:proposed|prop\b|moved|seconded|sec\b|unanim|carried|in favou?r|votes?"
    r"|for\b|cynigiwyd|all agreed)|(?-i:[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20})?\s?/\s?[A-Z]))"
    r"[^()]{1,400}\)?[.\s]{0,3}$",
    re.IGNORECASE,
)
# For "that the report be noted", "note the update"
NOTES = re.compile(
    r"(?:(?:that\s)?(?:[^;.]{0,300}?\s)?(?:(?:be|is|was|were|are)\s(?:received\s(?:and"
    r"|for information and)\s)?(?:duly\s)?noted|(?:received|accepted)\s(?:for|as)\sinformation)"
    r"|(?:that\s)?(?:[^;.,]{0,120}?\s)?(?:to\s)?notes?\s|(?-i:NOTED)\s)",
    re.IGNORECASE,
)
# For "and that the officers be thanked", "to approve": a decision that does more than note
DOES_MORE = re.compile(
    r"\band that\b|;|\bbe (?!noted|received|duly)\w{2,20}(?:ed|en|t|d)\b|\b(?:agrees?|approves?"
    r"|authorises?|recommends?|adopts?|requests?|instructs?|asks?)\b",
    re.IGNORECASE,
)
# For "that the matter be deferred to the next meeting", "to continue consideration of the report", as Scots say
DEFERS = re.compile(
    r"^(?:(?!meeting)[^;]){0,300}?\bbe (?:deferred|laid over|adjourned|referred back|held over)\b"
    r"|^(?:that\s)?(?:to\s)?(?:defer(?:s|red)?|postpone|adjourn\s(?:the\s)?(?:item|matter|debate|consideration)"
    r"|continue\s(?:consideration\sof\s)?(?:the|this)\s(?:item|matter|report|application|motion))\b",
    re.IGNORECASE,
)
# For ", proposed by Councillor Marsh, seconded by Councillor Reed", ", all in favour" at the end of a formula's words
INLINE_TAIL = re.compile(
    r"\s(?:proposed|moved|seconded)\sby\s(?=(?-i:[A-Z]))"
    r"|(?:[,;]|\s[–-])\s(?:and\s)?(?:this\s|it\s)?(?:was\s)?(?:proposed\b|prop\.|moved\sby|seconded\sby"
    rf"|(?-i:{PERSON})\s(?:proposed|moved)\b"
    r"|all\s(?:were\s|members\s|councillors\s|present\s)*(?:in favou?r|agreed)\b|(?:carried|agreed)\sunanimously\b)",
    re.IGNORECASE,
)
# For "The Chairman signed the minutes": it says again that they were approved
SIGNS = re.compile(r"\bsign(?:ed|s)\b", re.IGNORECASE)
# For "(a)", "A)", "(ii)", "3.": the mark of a decision's part
PART_MARK = re.compile(r"(?P<open>\(?)(?P<mark>[a-zA-Z]|[ivxl]{1,4}|\d{1,3})(?P<close>[.)])\s")
# For "the following grounds", "as follows": a list comes
LIST_ANNOUNCED = re.compile(r"\b(?:the following|as follows|as below|listed below)\b", re.IGNORECASE)
# For "Total £1,204.15": the line below a list
TOTAL = re.compile(r"total\b", re.IGNORECASE)
# For "Hall hire £120.00": a line of a list of amounts
AMOUNT_LINE = re.compile(r"[£€$]\s?\d[\d,.]{0,14}\s?[kmKM]?$")
# For "Motion: To raise the fee"
CAPTION = re.compile(r"^(?:motion|proposal|resolution)\s?:\s", re.IGNORECASE)
# For " ○ " within a line
INLINE_BULLET = re.compile(r"\s[●○■▪•]\s")
# For "• ", "(a) ", "33.1 ": the mark of the paragraph ahead of a decision's words
LEADING_MARK = re.compile(r"^(?:[•●○■▪–-]\s|\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s|\d{1,3}\.\d{1,3}\.?\s)")
# For "Seconded by Cllr Reed and agreed" with "that the fee be raised" in a paragraph of its own below
STOPS_SHORT = re.compile(
    r"\b(?:moved|proposed|seconded)\s(?:by\s)?[^.;]{2,80}?,?\s(?:and|it was)(?:\s(?:it was|unanimously)){0,2}"
    r"\s(?:agreed|resolved|decided)$",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"(?:that|to)\s")
