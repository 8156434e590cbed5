"""How the minutes of a meeting begin, where several stand in one file."""

from __future__ import annotations

import re

# For "Minutes of the Annual Parish Meeting held on", "DRAFT MINUTES", "At a meeting of the Council held"
TITLE = re.compile(
    r"(?:(?:draft|unconfirmed|approved|confirmed|the)\s){0,2}(?:minutes|record|notes)\b.{0,200}"
    r"|.{0,100}\bminutes(?:\s(?:of|from)\b.{0,160})?$|(?:at\s)?(?:an?|the)\s.{0,120}\bmeeting\b.{0,160}\bheld\b"
    r"|.{0,100}\bmeeting\b.{0,40}\bheld\b",
    re.IGNORECASE,
)
# For "Present", "Members present", "Attendees": the list that each meeting has of its own
PRESENT = re.compile(r"\b(?:present|attend\w{2,4})\b", re.IGNORECASE)
# For "the adjourned meeting was resumed on", "Appendix A": no other meeting, or none of this file's
SAME_MEETING = re.compile(
    r"\badjourn\w{2,4}\b|\bre-?conven\w{1,3}\b|\bresum\w{1,5}\b|\bcontinu\w{3,6}\b|\bappendix\b|\bannexe?\b",
    re.IGNORECASE,
)
# For "Walcote Charities Committee", "NETHER WALCOTE PARISH COUNCIL": the line above a title names the body
BODY = re.compile(r"(?:[A-Z][\w’'-]{0,30}[\s,]{1,2}|(?:of|the|and|for)\s){0,8}[A-Z][\w’'-]{0,30}")
