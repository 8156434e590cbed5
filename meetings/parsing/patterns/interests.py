"""Declarations of interest."""

from __future__ import annotations

import re

from meetings.parsing.patterns.phrase import phrase

# For "Declarations of interest", "DISCLOSURE OF PECUNIARY INTEREST", "Conflict of interest declarations"
TITLE = phrase(
    r"\b(?:declar|disclos|regist)\w{1,8}\b.{0,60}\binterests?\b|\binterests?\b.{0,30}\bdeclar|\bconflicts?\sof\sinterest"
    r"|\bdatgan\w{0,6}\so\s(?:fuddiant|ddiddordeb)",
    re.IGNORECASE,
    stems=("interest", "datgan"),
)
# For "declared a personal interest in item 5", "having disclosed a pecuniary interest", "advised of a conflict"
DECLARED = phrase(
    r"(?:,?\s(?:who\s)?(?:had\s|has\s|have\s|having\s|each\s|both\s|then\s|also\s|all\s|previously\s|verbally\s){0,3})?"
    r"\b(?:declar(?:ed|es|ing)|disclos(?:ed|es|ing)|register(?:ed|s)|gave\snotice\sof|advised\sof|notified)\b"
    r"(?:(?!\b(?:no|not|nil|any)\b)[^.;]){0,160}?\b(?:interests?|conflicts?\b)",
    re.IGNORECASE,
    stems=("interest", "conflict"),
)
# For "An interest was declared by Councillor Marsh in item 5", "Declarations of interest were received from"
DECLARED_BY = phrase(
    r"\binterests?\b(?:(?!\bno\b)[^.;]){0,80}?\b(?:declared|disclosed|made|received|registered)\b.{0,40}?\b(?:by|from)\s",
    re.IGNORECASE,
    stems=("interest",),
)
# For "declared", "item 5", "as a member of": under the title of declarations, a sentence about one
OF_DECLARATION = re.compile(
    r"\b(?:declar\w{2,3}|disclos\w{2,3}|interests?|pecuniary|items?|minute|agenda|member\sof|trustee|governor|director"
    r"|employ\w{2,4}|own\w{0,3}|landowner|allotment\sholder|resident)\b",
    re.IGNORECASE,
)
# For "Councillor Marsh asked", "The Clerk reminded members": what is said there by the way
SAID = re.compile(
    r"\b(?:asked|reminded|said|stated\sthat\sno|enquired|queried|thanked|welcomed|invited|explained|read)\b",
    re.IGNORECASE,
)
# For "no interest", "did not have", "no declarations were made"
NONE = re.compile(r"\b(?:no|none|nil|not|nothing|neither)\b", re.IGNORECASE)
# For "TH", "KG declared": initials that stand for a name
INITIALS = re.compile(r"(?-i:[A-Z][A-Za-z]?[A-Z])")
# For " – item 5", ": personal", ", as a member of", " in item 5": what divides a name from its interest
BEHIND_NAME = re.compile(
    r"\s?[–—:|(]|\s-\s|,?\s(?:in|re|regarding|as|item|items|personal|prejudicial|pecuniary|non)\b", re.IGNORECASE
)
