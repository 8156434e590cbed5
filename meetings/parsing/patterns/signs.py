"""Signs by which a text shows what kind of document it is, each with its weight: none decides alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from meetings.parsing.patterns.phrase import Phrase, phrase

Kind = Literal["minutes", "agenda", "letter", "report", "news", "decision_notice", "notice", "rules"]
Part = Literal["top", "head", "whole"]


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a kind of document, where ``part`` of a text has them at least ``least`` times.

    They do so once more for each further number in ``least``. With a ``density`` they must also come as often among 100
    words. Those that are not ``cased`` are looked for in a text in small letters: a regex that need not heed case is
    twice as quick.
    """

    kind: Kind
    part: Part
    weight: int
    words: Phrase
    least: tuple[int, ...] = (1,)
    density: float = 0.0
    cased: bool = False


def _sign(
    kind: Kind,
    part: Part,
    weight: int,
    words: str,
    *,
    stems: tuple[str, ...] = ("",),
    least: int | tuple[int, ...] = 1,
    density: float = 0.0,
) -> Sign:
    cased = "(?-i:" in words
    flags = re.MULTILINE | re.IGNORECASE if cased else re.MULTILINE
    times = least if isinstance(least, tuple) else (least,)
    return Sign(kind, part, weight, phrase(words, flags, stems=stems), times, density, cased)


_OFFICE = (
    r"(?:chair(?:man|woman|person)?|(?:deputy\s)?mayor|clerk|president|convenor|leader|secretary|treasurer|cathaoirleach"
    r"|director|officer|committee|council|board|panel|cabinet|members?|councillors?|cllrs?|cllr\.?\s[\w.’'-]{1,20}"
    r"|councillor\s[\w.’'-]{1,20}|m(?:r|rs|s|iss)\.?\s[\w.’'-]{1,20})"
)
# For "3. Minutes of the meeting held on", "To approve the minutes": an item of an agenda, no title
_AGENDA_ITEM = (
    r"\d{1,3}[.)]?\s{1,4}(?:the\s|draft\s)?minutes\b|.{0,20}\b(?:to\s(?:approve|confirm|receive|consider|adopt|agree|sign"
    r"|note)|approval|confirmation|adoption)\b"
)
_BODY = r"(?:council|committee|board|panel|cabinet|executive|forum|assembly|association|trust|society|hall|pc|group)"

# For 'title: "Report of the July meeting"': the front matter of a Markdown file
FRONT_TITLE = re.compile(r"title:\s{1,4}[\"']?(?P<words>[^\"']{3,200})[\"']?")

SIGNS: tuple[Sign, ...] = (
    # For "Draft minutes of the meeting held on", "Meeting note", "Record of proceedings", "Cofnodion"
    _sign(
        "minutes",
        "top",
        4,
        rf"^(?!{_AGENDA_ITEM}).{{0,300}}?(?:(?:^|^page\b.{{0,20}}|\s[-–]\s|\b(?:un)?(?:draft|confirmed|approved|public|open|the)\s)"
        r"\W{0,4}(?:minutes|cofnodion)\b(?=\W{0,3}$|.{0,140}\b(?:of|from|for|held|meeting|\d{4})\b)"
        r"|\b(?:draft|unconfirmed|unapproved)\b.{0,20}\bminutes\b|\bminutes\sof\s(?:the\s|an?\s)?.{0,120}\b(?:meeting|held)\b"
        rf"|\b{_BODY}\s(?:meeting\s)?minutes\b|\bmeeting\s(?:minutes|notes?|summary|record)\b"
        r"|\b(?:notes|record|proceedings)\sof\s(?:the\s|an?\s)?.{0,60}\bmeeting\b|\brecord\sof\sproceedings\b"
        r"|\bat\s(?:an?|the)\s.{0,80}\bmeeting\b.{0,160}\bheld\b"
        r"|\bagenda(?:,\sdecisions)?\s(?:and|&)\s(?:draft\s)?minutes\b)",
    ),
    # For "Present:", "Those attending: Cllr Marsh", "MEMBERS PRESENT", "were present:", "Presennol"
    _sign(
        "minutes",
        "head",
        4,
        r"^(?:\W{0,4}|\d{1,2}\W{1,3})(?:(?:(?:council|cabinet|board|committee|panel)\s)?(?:members?|councillors?|officers?"
        r"|those|also|others?)\s)?(?:(?:also\s)?(?:present|attendees|attended|attending|attendance|in\sattendance"
        r"|participants|roll\scall(?=\s?[:–-])|presennol)\b(?=\W{0,4}$|\s?(?:\(.{0,60}\)\s?)?[-–:;,.|]|\s(?:(?-i:[A-Z])|at|were|also))"
        r"|(?:panel|board|committee)(?=:\s(?-i:[A-Z])))"
        r"|\bpresent\s?(?:\(.{0,40}\)\s?)?[:–]|\b(?:were|was)\spresent\b|\bapologies\s{0,2}:\s\w|\bin\sthe\schair\b|\b(?:all|\d{1,2})\smembers\spresent\b",
    ),
    # For "Apologies were received from Cllr Orme", "No apologies had been given", "Apologies: Mrs Hale"
    _sign(
        "minutes",
        "whole",
        2,
        r"\bapolog(?:y|ies)\b.{0,60}\b(?:was|were|had|received|given|noted|accepted)\b(?!\sby\sthe\sclerk\sbefore)"
        r"|\bapologies(?:\sfor\sabsence)?\s?[:–-]\s(?!to\s)\w|\bsent\s(?:\w{1,6}\s)?apologies\b",
        stems=("apolog",),
    ),
    # For "The minutes of 5 June were approved as a correct record", "agreed as a true record", "signed by the Chairman"
    _sign(
        "minutes",
        "whole",
        2,
        r"\bminutes\b.{0,200}\b(?:was|were|had been|having been|be|are)\b.{0,60}"
        r"\b(?:approved|agreed|confirmed|accepted|adopted|signed|taken\sas\sread)\b"
        r"|\b(?:approved|agreed|confirmed|accepted|adopted)\b.{0,40}\bminutes\b|\bsigned\sby\sthe\s(?:chair|mayor)",
    ),
    # For "RESOLVED that", "it was agreed", "proposed by Cllr Marsh", "All in favour", "carried unanimously"
    _sign(
        "minutes",
        "whole",
        2,
        r"\b(?:it\swas\s(?:\w{4,14}\s){0,2}(?:resolved|agreed|decided|noted|moved|proposed)|RESOLVED|AGREED"
        r"|(?:was|were)\s(?:unanimously\s)?(?:agreed|approved|carried|adopted)|proposed\sby|seconded\sby|moved\sby"
        r"|(?:proposed|moved|seconded)\s(?-i:[A-Z])|all\sin\sfavou?r|carried|unanimous\w{0,2}|motion\s(?:was\s)?(?:passed|carried|lost))\b",
        least=2,
    ),
    # For "The meeting closed at 9.05 pm", "declared the meeting closed", "There being no further business"
    _sign(
        "minutes",
        "whole",
        3,
        r"\bmeeting\b.{0,50}\b(?:closed|ended|concluded|finished|terminated|adjourned|rose)\b"
        r"|\b(?:closed|ended|concluded|adjourned)\s(?:the|this)\s(?:\w{1,12}\s)?(?:meeting|proceedings)\b"
        r"|\bno\s(?:further|other)\sbusiness\b|\bconcluded\sthe\sbusiness\b",
    ),
    # For "The Chairman reported", "Councillor Marsh asked", "Members noted", "was discussed": deeds told
    _sign(
        "minutes",
        "whole",
        2,
        rf"\b{_OFFICE}\s(?:had\s|has\s|also\s|then\s|unanimously\s|\([^()]{{1,20}}\)\s){{0,2}}(?:reported|noted|agreed|asked|said|stated|informed|advised"
        r"|welcomed|thanked|opened|explained|presented|resolved|received|considered|discussed|approved|decided|gave"
        r"|suggested|proposed|raised|confirmed|declared|moved|seconded|read|told|felt|went|outlined|updated|introduced)\b"
        r"|\b(?:was|were)\s(?:\w{3,12}ly\s)?(?:discussed|noted|agreed|reported|resolved|approved|received|considered|welcomed)\b",
        least=(3, 10),
    ),
    # For "discussed", "updated", "were made": more of the same, whoever did it
    _sign(
        "minutes",
        "whole",
        2,
        r"\b(?:reported|noted|agreed|discussed|stated|informed|advised|welcomed|thanked|explained|presented|considered|suggested"
        r"|proposed|confirmed|reviewed|updated|responded|reminded|asked|moved|seconded|resolved|approved|declared|attended|received)\b",
        least=6,
        density=1.0,
    ),
    # For "Rezoning, Mill Lane | ADOPTED", "Granted": outcomes in a cell or on a line of their own
    _sign(
        "minutes",
        "whole",
        4,
        r"(?:^|\|\s?)(?:amended\sand\s)?(?:adopted|carried|lost|granted|approved|refused|deferred|withdrawn|laid\sover|received\sas\sinformation|no\sviolation)\b.{0,80}$",
        least=3,
    ),
    # Tags of a committee management system's export
    _sign("minutes", "whole", 2, r"^<ai\d{1,4}>$"),
    # For "Minutes:" on a line of its own, on a committee's web page: above what the meeting did, not "To approve"
    _sign(
        "minutes",
        "whole",
        9,
        r"^(?:minutes|minute\stext):\n(?!.{0,20}\bto\s(?:approve|confirm|receive|consider|adopt|agree|sign|note)\b)",
    ),
    # For "Agenda item", the first line of a web page that holds one item, before or after the meeting
    _sign("minutes", "top", 3, r"\Aagenda\sitem$"),
    # For "AGENDA", "A G E N D A", "Order of business", "Agenda for the meeting"
    _sign(
        "agenda",
        "head",
        4,
        r"^(?!.{0,60}\b(?:approv\w{2,3}|adopt\w{2,3}|additions?|changes?|amend\w{2,6}|accept\w{3,5}|confirm\w{2,5})\b)"
        r"\W{0,4}(?:[\w\s,’']{0,60}\b)?(?:agenda(?!\sitem)|a\sg\se\sn\sd\sa)\b(?!.{0,40}\b(?:minutes|decisions|was|were)\b).{0,60}$"
        r"|^\W{0,4}order\sof\sbusiness\W{0,3}$|(?<!\bnature\sof\s)\bthe\sbusiness\sto\sbe\stransacted\b",
    ),
    # For "You are hereby summoned", "I hereby give notice", "requested to attend", "invited to a meeting"
    _sign(
        "agenda",
        "head",
        7,
        r"\b(?:(?:you|members(?!\sof\sthe\s(?:public|press))|councillors)\b.{0,40}\b(?:summoned|(?:requested|invited|required|asked)\sto\sattend)"
        r"|hereby\s(?:summon|summoned|given?|give\snotice|convene)|notice\sof\s(?:\w{1,14}\s){0,3}?meeting|summons"
        r"|notice\sis\sgiven|(?<!\bnature\sof\sthe\s)business\s(?:to\sbe|as)\s(?:transacted|set\sout\s(?:below|on)))\b",
    ),
    # For "will be held at the Guildhall", "to be held on": the meeting is still to come
    _sign(
        "agenda",
        "top",
        3,
        r"^(?!.{0,60}\b(?:next|following|inspection|january|february|march|april|may|june|july|august|september|october|november|december)\smeeting\b).{0,120}\bmeeting\b.{0,160}\b(?:will\s(?:be\sheld|take\splace|meet)|(?:is\s)?to\sbe\s(?:held|convened)|shall\sbe\sheld)\b"
        r"|^.{0,60}\bwill\smeet\b|^\W{0,3}to\sbe\sheld\s(?:on|at|in)\b",
    ),
    # For "To receive apologies", "To consider the report": what is to be done
    _sign(
        "agenda",
        "whole",
        3,
        r"^(?:\W|\w{1,3}[.)]|\d{1,3}(?:\.\d{1,2})?)?\s{0,3}to\s(?:receive|consider|approve|note|agree|confirm|adopt|discuss|review|sign|resolve|accept"
        r"|appoint|elect|determine|authorise|answer|propose|invite|fix|set)\b",
        least=4,
    ),
    # For "(Pages 1 - 10)", "(copy enclosed)", "Report attached", "To follow"
    _sign(
        "agenda",
        "whole",
        2,
        r"[(\[]\s?pages?\s\d{1,4}|\b(?:copy|copies|report|reports|papers?|minutes|schedule|appendix|herewith)\s(?:is\s|are\s)?(?:enclosed|attached|herewith|to\sfollow|circulated\sherewith)\b"
        r"|^\W{0,3}to\sfollow\b",
        least=2,
    ),
    # For "Members of the public are welcome", "Quorum: 4", "Members are reminded"
    _sign(
        "agenda",
        "whole",
        2,
        r"\bpublic\b.{0,40}\b(?:are|is)\s(?:\w{1,12}\s){0,2}(?:welcome|entitled|invited)\b|\bquorum\b|\bask\sfor:|\bmembers\sare\s(?:reminded|asked|requested|invited)\b"
        r"|\b(?:are|is)\sasked\sto\ssend\sapologies\b|\blikely\s(?:not\s)?to\sbe\sopen\sto\sthe\spublic\b|\b(?:date\sof\s)?despatch(?:ed)?\b|\bthe\s(?:council|committee)\sis\sinvited\b",
        least=1,
    ),
    # For "Dear Mr Orton", "Dear Councillor"
    _sign(
        "letter",
        "top",
        5,
        r"^\W{0,3}dear\s(?:sirs?|madam|all|colleagues?|friends?|residents?|members?|(?-i:[A-Z])[\w’'-]{0,30})\b.{0,60}$",
    ),
    # For "Yours sincerely", "Kind regards"
    _sign(
        "letter",
        "whole",
        2,
        r"^(?:yours\s(?:sincerely|faithfully|truly|ever)|(?:kind|best|warm)\s(?:regards|wishes)|sincerely)\b",
    ),
    # For "Thank you for your letter", "I am writing to"
    _sign(
        "letter",
        "head",
        1,
        r"\bthank\syou\sfor\syour\b|\bi\s(?:am|’m)\swriting\b|\bour\sref\b|\byour\sref\b|\bfurther\sto\s(?:your|our)\b",
    ),
    # For "Report of the Head of Finance", "Report to Cabinet", "OFFICER REPORT", "Annual report"
    _sign(
        "report",
        "top",
        5,
        r"^\W{0,4}(?:\w{1,20}\s){0,6}report\s(?:of|by|to|author|title|number|no|for\sdecision|for\sinformation)\b(?!.{0,60}\bmeeting\b)"
        r"|^\W{0,4}.{0,80}\b(?:annual|officers?|chair(?:man|woman|person)?(?:[’']?s)?|treasurer[’']?s|committee|planning|monitoring|budget|audit|progress)\sreport\b.{0,40}$"
        r"|^\W{0,4}appendix\s\w{1,3}\b|^\W{0,4}(?:briefing|discussion)\s(?:note|paper)\b",
    ),
    # For "Recommendation:", "Purpose of report", "Financial implications": the headings of an officer's report
    _sign(
        "report",
        "whole",
        6,
        r"^\W{0,4}(?:\d{1,2}(?:\.\d{1,2}){0,2}\W{0,3})?(?:(?:officers?[’']?\s)?recommendations?|purpose(?:\sof\s(?:the\s)?report)?|reasons?\sfor\s(?:the\s)?(?:report|recommendations?)"
        r"|executive\ssummary|background(?:\spapers|\sinformation)?|introduction(?:\sand\sbackground)?|conclusions?|(?:financial|legal|equality|resource|environmental|climate|risk|human\srights|staffing|property|policy|community\ssafety"
        r"|other|policing)[\w\s,&]{0,30}\s(?:implications|considerations|assessment|impact)|implications|risk\smanagement|consultations?|alternative\soptions(?:\sconsidered)?|options(?:\sconsidered|\sappraisal)?|contact\sofficers?|report\sauthor|wards?\saffected"
        r"|appendices|next\ssteps|key\sissues|proposals?|site\sdescription|relevant\shistory|policy\scontext|membership|quorum|delegated\spowers|functions|scope|responsibilities|contents)\W{0,3}(?:$|:)",
        least=4,
    ),
    # For "It is recommended that", "The Committee is asked to": what a report proposes
    _sign(
        "report",
        "head",
        3,
        r"\bit\sis\s(?:therefore\s)?recommended\b|\b(?:council|committee|cabinet|members|board|panel)\s(?:is|are)\s(?:recommended|asked|requested|invited)\sto\b"
        r"|^\W{0,4}(?:\d{1,2}(?:\.\d{1,2})?\W{0,3})?recommendations?\W{0,3}$|\bthe\spurpose\sof\sthis\s(?:report|paper|document)\b|\bthis\sreport\s(?:sets|provides|seeks|presents|asks|informs|updates|outlines)\b",
    ),
    # For "Report on the July meeting of Marram Bay PC", "Items of interest from the meeting": told to readers
    _sign(
        "news",
        "top",
        5,
        rf"^\W{{0,4}}(?:an?\s|the\s|brief\s|short\s|summary\s)?(?:report|news|notes|update|highlights|snippets)\s(?:of|on|from)\s(?:the\s|our\s|an?\s)?.{{0,80}}\b(?:meeting|{_BODY})\b"
        r"|\bitems\s(?:\w{1,8}\s){1,4}?interest\b|\b(?:newsletter|press\srelease|media\srelease|news\sfrom|latest\sfrom|what[’']?s\son|in\sthis\sissue|for\simmediate\srelease|bulletin)\b",
    ),
    # For "please contact", "we would like", "your village": readers are spoken to
    _sign(
        "news",
        "whole",
        4,
        r"\b(?:you|your|please|we|our|us|we[’'](?:re|ve|ll|d)|you[’'](?:re|ve|ll|d)|don[’']t|many\sthanks|come\salong|let\sus)\b",
        least=2,
        density=1.2,
    ),
    # For "meets on the second Wednesday of each month", "Dates for future meetings"
    _sign(
        "news",
        "top",
        3,
        r"\b(?:meets|meet)\s(?:\w{1,12}\s){0,3}?on\sthe\b.{0,60}\b(?:of\s(?:each|every)|month)\b|\b(?:all|everyone)\s(?:are|is)\s(?:\w{1,8}\s)?welcome\b",
    ),
    # For "Record of decision", "Decision notice", "Decisions taken by the Cabinet on", "DECISION NO: 24/00096"
    _sign(
        "decision_notice",
        "top",
        7,
        r"\brecord\sof\s(?:\w{1,14}\s){0,3}?decisions?\b|\bdecisions?\s(?:notice|sheet|list|summary|statement|record|log|bulletin)s?\b|\bnotice\sof\s(?:\w{1,14}\s){0,2}?decisions?\b"
        r"|\bdecisions?\s(?:was\s|were\s)?(?:taken|made|to\sbe\staken)\b|^decision\s(?:no|number|ref)\b|\bsummary\sof\s(?:the\s)?(?:key\s)?decisions\b|^\W{0,4}(?:.{0,60}\b[-–]\s)?decisions\W{0,3}$",
    ),
    # For "subject to call-in", "Reasons for decision", "Alternatives considered", "Date of publication"
    _sign(
        "decision_notice",
        "whole",
        3,
        r"\bcall(?:ed)?[-\s]in\b|^\W{0,4}reasons?(?:\(s\))?\sfor\s(?:the\s)?decision|\balternatives?(?:\soptions)?\s(?:considered|rejected)|\b(?:date\sof\spublication|publication\sdate|date\spublished|published\son)\b|\bcome\sinto\sforce\b|\beffective\sdate\b"
        r"|\bdecision[-\s](?:maker|taker)\b",
        stems=("call", "decision", "alternative", "publi", "force", "effective"),
        least=2,
    ),
    # For "STANDING ORDERS", "Terms of Reference", "Grants policy", "APPLICATION FORM", "Forward plan of key decisions"
    _sign(
        "rules",
        "top",
        7,
        r"^(?:.{0,50}\s)?(?:standing\sorders|terms\sof\sreference|constitution|code\sof\s(?:conduct|practice)|financial\sregulations"
        r"|scheme\sof\sdelegation|policy|protocol|by-?laws|procedure\srules|(?:application|nomination|booking)\sform"
        r"|forward\splan(?:\sof\s.{3,30})?|work\sprogramme|action\s(?:sheet|log|list)(?:\sarising\b.{0,60})?)\W{0,3}$",
    ),
    # For "A motion shall be seconded": rules are told by “shall”
    _sign("rules", "whole", 4, r"\bshall\b", stems=("shall",), least=4, density=0.6),
    # For "PUBLIC NOTICE", "Notice of vacancy", "NOTICE OF POLL", "Notice of conclusion of audit"
    _sign(
        "notice",
        "top",
        6,
        r"^\W{0,4}(?:public\snotice|(?:legal|statutory|site|planning)\snotice)\b|\bnotice\sof\s(?!meeting|motion|decision|(?:\w{1,14}\s){1,3}meeting)(?:\w{1,14}\s){0,2}?(?:vacancy|election|poll|audit|conclusion|application|intention|proposal|public|appointment|consultation|closure|disposal|making|order|casual)\b"
        r"|\btown\sand\scountry\splanning\b.{0,80}\bnotice\b",
    ),
    # For "NOTICE IS HEREBY GIVEN that the Council proposes": of no meeting
    _sign(
        "notice",
        "head",
        3,
        r"\bnotice\sis\shereby\sgiven\b(?!.{0,120}\bmeeting\b)|\bany\s(?:person|objections?|representations?)\b.{0,80}\b(?:wish|writing|sent|within|before|by)\b",
    ),
)
