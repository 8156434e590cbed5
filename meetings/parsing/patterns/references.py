"""Other meetings, and the end of this one."""

from __future__ import annotations

import re

# For "the minutes of the meeting held on 5th June be confirmed", "to approve the minutes of 1 April"
APPROVES_MINUTES = re.compile(
    r"\bminutes\b.{0,600}?\b(?:approved|agreed|confirmed|accepted|adopted|signed|sign|correct\w{0,2}"
    r"|true\s(?:and\s\w{1,10}\s)?(?:records?|accounts?)|accurate|taken as read)\b"
    r"|\b(?:approve|agree|confirm|accept|adopt|sign)\s.{0,40}?\bminutes\b",
    re.IGNORECASE | re.DOTALL,
)
# For "Date of Next Meeting"
NEXT_MEETING_TITLE = re.compile(r"\b(?:next|future|following)\b.{0,30}\bmeetings?\b", re.IGNORECASE)
# For "The next meeting would be held", "the Sub-Committee would next meet on", "meet again on"
NEXT_MEETING = re.compile(
    r"\bnext\s(?:\w{1,20}\s){0,3}?(?:meeting|meets?|be held)\b|\b(?:meet|meets|meeting)\s(?:again"
    r"|next)\b",
    re.IGNORECASE,
)
# For " in the Council Chamber", " at County Offices": after a date and time, the place
AT_PLACE = re.compile(r",?\s{0,2}(?:(?:to be held|in|at|via|by|-|–)\s)(?P<place>[^.;\d][^.;]{2,150})")
# For "The meeting closed at 9.40 pm", "declared the meeting closed at 8.40 p.m.", "Meeting ended 21:10", "Closed: 9pm"
MEETING_CLOSED = re.compile(
    r"\bmeeting\b.{0,60}?\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|finish\w{1,3}|terminat\w{1,3}"
    r"|adjourn\w{1,3}|rose)\b(?:.{0,60}?\bat\b\s{0,3}|\s{0,2}[:–-]?\s{0,3}(?=\d))"
    r"|\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|adjourn\w{1,3})\s(?:of\s)?(?:the|this)?\s?(?:\w{1,12}\s)?meeting\b"
    r"(?:.{0,40}?\bat\b\s{0,3}|\s{0,2}[:–-]?\s{0,3}(?=\d))"
    r"|^(?:clos(?:ed|e|ure)|adjourn(?:ed|ment)|finish(?:ed)?|end(?:ed)?)\s?(?:at|time)?\s?[:–-]?\s{0,3}(?=\d)"
    r"|\badjourn\w{0,4}\b.{0,200}?\btime:\s{0,3}",
    re.IGNORECASE | re.DOTALL,
)
# For "The Chairman opened the meeting at 7.30 pm", "called to order at 10.25 am", "The meeting commenced at 19:00"
MEETING_OPENED = re.compile(
    r"\bmeeting\b.{0,60}?\b(?:open(?:ed)?|call(?:ed)? to order|commenced|began|started|convened)\b.{0,40}?\bat\b\s{0,3}"
    r"|\b(?:opened|started|commenced|convened|called)\s(?:the|this)\s(?:\w{1,12}\s){0,2}meeting\b.{0,30}?\bat\b\s{0,3}"
    r"|\bcall(?:ed)? to order\b(?:.{0,40}?\bat\s|\s?[:–-]\s?|\s)",
    re.IGNORECASE | re.DOTALL,
)
