"""Other bodies and meetings that business goes to, or comes from."""

from __future__ import annotations

import re

from meetings.parsing.patterns.phrase import phrase

_KIND = (
    r"(?:(?:sub|joint|select|standing|working)[-\s])?(?:committee|cabinet|council|board|panel|executive|working\s(?:group|party)"
    r"|task\s(?:and\sfinish\s)?(?:group|force)|forum|assembly|commission|group|trustees|senate)"
)
_CAPITAL = r"(?:(?-i:[A-Z])[\w’'&-]{0,30},?\s)"
# But not "Deputy Chief Executive", "Cabinet Office", "the Council's"
# For "Finance and Policy Committee", "full Council", "Standing Policy Committee on Water and Waste", "Borough Council"
_BODY = (
    rf"(?!(?:\w{{1,12}}\s){{0,3}}?(?:chief|senior|deputy|acting|assistant|non)[\s-]executive)(?P<body>(?:(?:full|relevant|appropriate)\s)?{_CAPITAL}?(?:{_CAPITAL}|(?:of|and|the|for|on|&)\s){{0,7}}(?-i:(?=[A-Z])){_KIND}\b(?![’']|\s(?-i:[A-Z])(?!eeting|genda|UNDA)(?!EETING|GENDA))"
    r"(?:\son\s(?:(?-i:[A-Z])[\w’'-]{1,30}(?:,?\s(?:and\s)?(?=(?-i:[A-Z])))?){1,6})?)"
)
# For "the next meeting of the Council", "the May meeting", "a future meeting", "the next agenda"
_MEETING = (
    r"(?P<meeting>(?:next|future|later|subsequent|following|forthcoming|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\s(?:month[’']s\s)?(?:\w{1,20}\s){0,3}?(?:meetings?|agenda)\b"
    rf"(?:\sof\s(?:the\s)?{_BODY.replace('body', 'of_body', 1)})?)"
)
_OBJECT = r"(?:(?!\bto\s(?:the|a)\s)[^.;]){1,120}?"
# For "be referred to the Finance Committee", "refer the matter to the Panel", "recommended to full Council"
TO_BODY = phrase(
    r"(?:\b(?:be|been|was|were|is|are|being)\s(?:\w{3,14}\s){0,2}?"
    r"(?:referred|remitted|recommended|submitted|forwarded|reported|presented|escalated)\b(?:(?!\bto\b)[^.;]){0,80}"
    r"|\b(?:refer|refers|remit|remits|submit|forward|recommend|recommends|present|referred|remitted)\s"
    rf"(?!to\b){_OBJECT}\s"
    r"|\b(?:recommend(?:ed|s)?|recommendations?|referrals?)\s(?=to\s(?:full\s)?(?-i:[A-Z])))"
    rf"\s?\bto\s(?:the\s|a\s|an\s)?{_BODY}",
    re.IGNORECASE,
    stems=("refer", "remit", "recommend", "submit", "forward", "report", "present", "escalated"),
)
# For "deferred to the next meeting", "brought back to a future meeting", "placed on the agenda for the next meeting"
TO_MEETING = phrase(
    r"\b(?:defer\w{0,5}|postpone[ds]?|refer(?:red|s)?|adjourn(?:ed|s)?|carr(?:y|ied)\s(?:forward|over)|held\sover"
    r"|brought|bring|reported|report|considered|discussed|placed|included|added|put|presented|submitted|resubmitted|tabled|revisited)\b"
    rf"(?:(?!\bmeeting\b)[^.;]){{0,100}}?\b(?:to|until|at|for|on|of)\s(?:the\s|a\s|an\s|our\s)?{_MEETING}",
    re.IGNORECASE,
    stems=("meeting", "agenda"),
)
# For "report of the Planning Committee dated 3 May", "recommendations from the Finance Panel", "minutes of the Paths
# Group", "referred by the Executive"
FROM_BODY = phrase(
    r"\b(?:reports?|recommendations?|minutes|references?|referrals?|referred|recommended)\b"
    rf"(?:\s(?:of|from|by)\s(?:the\s)?(?:(?:meetings?|chair\w{{0,6}})\s(?:held\s.{{1,30}}\s)?of\s(?:the\s)?)?){_BODY}",
    re.IGNORECASE,
    stems=("report", "recommend", "minutes", "refer"),
)
# For "Council", "the Committee", "the meeting": the body itself, or one that is not told apart
NO_OTHER = re.compile(
    r"(?:the\s)?(?:committee|board|panel|group|sub-committee|working\s(?:group|party)|forum|commission)", re.IGNORECASE
)
# For "Ordinary", "Annual": the kind of meeting before a body's name
KIND_OF_MEETING = re.compile(r"(?:the\s|full\s|ordinary\s|annual\s|special\s|extraordinary\s){1,3}", re.IGNORECASE)
