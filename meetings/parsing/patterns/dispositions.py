"""Outcomes that stand instead of a sentence: in the cell of a grid, or below an application."""

from __future__ import annotations

import re

from meetings.parsing.parsed import Outcome
from meetings.parsing.patterns.phrase import phrase

# For "ADOPTED", "LAID OVER TO THE MEETING OF 9 APRIL", "30 DAY EXTENSION OF TIME GRANTED", "RECEIVED AS INFORMATION",
# "AMENDED AND ADOPTED", "Carried"
OUTCOME_CELL = re.compile(
    r"(?:(?:[A-Z][A-Z’'/&-]*|\d{1,3}|[A-Z]\.)[ ,]{1,2}){0,10}"
    r"(?:ADOPTED|PASSED|CARRIED|LOST|DEFEATED|LAID OVER|RECEIVED|GRANTED|REFERRED|WITHDRAWN|DEFERRED|REJECTED|TABLED"
    r"|NOT PROCEEDED WITH|CONCURRED|APPROVED|FILED|FAILED)(?:\s(?:[A-Z\d(][A-Z\d’',.()/&-]*)){0,14}\.?"
    r"|(?:Adopted|Passed|Carried|Lost|Defeated|Laid [Oo]ver|Received (?:as|for) [Ii]nformation|Withdrawn|Deferred"
    r"|Referred|Not [Cc]arried)(?:\s\w{1,15}){0,8}\.?"
)
# For "Granted", "Deferred to the next hearing", "Granted - condition: no music", "No Violation"
VERDICT = re.compile(
    r"(?:(?:Conditionally )?Granted|Denied|Refused|Approved|Rejected|Deferred|Continued|Dismissed|Withdrawn|Tabled"
    r"|Placed on [Ff]ile|(?:No )?Violations?)(?:\s?[-–,:(]\s?.{1,300}|\s(?:to|in part|as|with|without|subject|pending"
    r"|until|for)\b.{1,300})?\.?"
    r"|ALL\b[A-Z ]{3,60}\b(?:GRANTED|APPROVED|DENIED)\.?"
)
# For "has petitioned for a change of manager", "has applied for a licence", "alleged violation": a board sits over it
PETITION = phrase(
    r"\b(?:ha(?:s|ve) (?:petitioned|applied)|are applying|petition(?:er|s)?\b.{0,40}\bfor|applicant|licensee|alleged"
    r"|in violation of)\b",
    re.IGNORECASE,
    stems=("petition", "appl", "licensee", "alleged", "violation"),
)
# What the words of an outcome mean, the first that fits
OUTCOMES: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        re.compile(r"\b(?:not (?:carried|adopted|proceeded)|lost|defeated|rejected|denied|refused|failed)\b", re.I),
        "lost",
    ),
    (re.compile(r"\bwithdrawn\b", re.I), "withdrawn"),
    (
        re.compile(r"\b(?:laid over|deferred|extension of time|referred (?:back|to)|continued|tabled)\b", re.I),
        "deferred",
    ),
    (re.compile(r"\b(?:received (?:as|for) information|received and filed|placed on file|filed)\b", re.I), "noted"),
)
