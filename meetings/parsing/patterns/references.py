"""Other meetings, and the end of this one."""

from __future__ import annotations

import re

from meetings.parsing.patterns.phrase import phrase

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# For "June 18", "Dec. 14th": a day without year, the month first
MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s(?P<day>[0-2]?\d|3[01])(?:st|nd|rd|th)?\b(?!\s?[:.]\d|,?\s\d{{4}})", re.IGNORECASE
)
# For "at 7.30": a time without am or pm
BARE_TIME = re.compile(r"\b(?:at|from)\s(?P<hour>1[0-2]|[1-9])[.:](?P<minute>[0-5]\d)\b(?!\s?[ap]\.?m)", re.IGNORECASE)
MINUTES = re.compile(r"\b(?:minutes|cofnodion|notes\sof)\b", re.IGNORECASE)
# For "to hold the September Meeting of the District", "the December meeting would be held": a decision that fixes one
MEETING_FIXED = phrase(
    rf"\b(?:hold|convene|schedule|have)\s(?:the|its|our)\s(?:next|following"
    rf"|{_MONTH})\b(?:\s\w{{1,14}}){{0,4}}?\smeeting\b"
    rf"|\b(?:next|{_MONTH})\s(?:\w{{1,14}}\s){{0,3}}?meeting\b(?:\sof\sthe\s\w{{1,14}})?\s(?:would|will|shall|to"
    rf"|should|be)\b"
    r"|\bmove\sthe\s(?:next\s)?(?:\w{1,14}\s)?meeting\sdate\b",
    re.IGNORECASE,
    stems=("meeting",),
)
# For "the minutes of the meeting held on 5th June be confirmed", "to approve the minutes of 1 April"
APPROVES_MINUTES = phrase(
    r"\bminutes\b.{0,600}?\b(?:approved|agreed|confirmed|accepted|adopted|signed|sign|correct\w{0,2}"
    r"|true\s(?:and\s\w{1,10}\s)?(?:records?|accounts?)|accurate|taken as read)\b"
    r"|\b(?:cofnodion\b.{0,200}\b(?:cywir|gywir)|(?:cadarnhawyd|derbyniwyd|cymeradwywyd)\b.{0,80}\bcofnodion)\b"
    r"|\b(?:approve|agree|confirm|accept|adopt|sign)\s.{0,40}?\bminutes\b",
    re.IGNORECASE | re.DOTALL,
    stems=("minutes", "cofnodion"),
)
# For "Date of Next Meeting"
NEXT_MEETING_TITLE = phrase(
    r"^\W{0,3}(?:.{0,40}\b(?:dates?|time|calendar|schedule|items|arrange\w{0,6}"
    r"|confirm\w{0,4})\b.{0,40}?\s)?(?:the\s|our\s)?"
    r"(?:next|future|following|forthcoming)\b.{0,30}\bmeetings?\b|^\W{0,3}(?:dates?|calendar)\b.{0,20}\bmeetings?\b"
    r"|\bcyfarfod(?:ydd)? nesaf\b|\bdyddiad\b.{0,20}\bcyfarfod",
    re.IGNORECASE,
    stems=("meeting", "cyfarfod"),
)
# For "The next meeting would be held", "the Sub-Committee would next meet on", "meet again on"
NEXT_MEETING = phrase(
    r"(?<!by\sthe\s)(?<!before\sthe\s)\bnext\s(?!annual|agm)(?:\w{1,20}\s){0,3}?(?:meeting|meets?|be held)\b"
    r"|\b(?:meet|meets|meeting)\s(?:again|next)\b|\bcyfarfod(?:\s\w{1,12}){0,2}\snesaf\b",
    re.IGNORECASE,
    stems=("next", "again", "nesaf"),
)
# For "next meeting of the Liaison Committee will": whose it is
MEETING_OF = re.compile(
    r"next\s(?:\w{1,14}\s){0,2}meeting\sof\s(?:the\s)?(?P<body>.{3,80}?)(?:\s(?:will|would|is|was|to|on|at|has"
    r"|takes)\b|[,.;:(]|$)",
    re.IGNORECASE,
)
BODY_WORD = re.compile(r"\b(?!the\b|of\b|and\b|committee\b|meeting\b)[A-Za-z]{3,20}\b", re.IGNORECASE)
# For " in the Council Chamber", " at County Offices": after a date and time, the place
AT_PLACE = re.compile(r",?\s{0,2}(?:(?:to be held|in|at|via|by|-|–)\s)(?P<place>[^.;\d][^.;]{2,150})")
# For "The meeting closed at 9.40 pm", "declared the meeting closed at 8.40 p.m.", "Meeting ended 21:10", "Closed: 9pm"
MEETING_CLOSED = phrase(
    r"\bmeeting\b.{0,60}?\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|finish\w{1,3}|terminat\w{1,3}"
    r"|adjourn\w{0,3}|rose)\b(?:.{0,60}?\bat\b\s{0,3}|\s{0,2}[:–-]?\s{0,3}(?=\d))"
    r"|\b(?:clos\w{1,3}|end\w{1,3}|conclud\w{1,3}|adjourn\w{1,3})\s(?:of\s)?(?:the|this)?\s?(?:\w{1,12}\s)?meeting\b"
    r"(?:.{0,40}?\bat\b\s{0,3}|\s{0,2}[:–-]?\s{0,3}(?=\d))"
    r"|^(?:clos(?:ed|e|ure)|adjourn(?:ed|ment)|finish(?:ed)?|end(?:ed)?)\s?(?:at|time)?\s?[:–-]?\s{0,3}(?=\d)"
    r"|\badjourn\w{0,4}\b.{0,200}?\btime:\s{0,3}",
    re.IGNORECASE | re.DOTALL,
    stems=("clos", "end", "conclud", "finish", "terminat", "adjourn", "rose"),
)
# For "The Chairman opened the meeting at 7.30 pm", "called to order at 10.25 am", "The meeting commenced at 19:00"
MEETING_OPENED = re.compile(
    r"\bmeeting\b.{0,60}?\b(?:open(?:ed)?|call(?:ed)? to order|commenced|began|started|convened)\b.{0,40}?\bat\b\s{0,3}"
    r"|\b(?:opened|started|commenced|convened|called)\s(?:the|this)\s(?:\w{1,12}\s){0,2}meeting\b.{0,30}?\bat\b\s{0,3}"
    r"|\bcall(?:ed)? to order\b(?:.{0,40}?\bat\s|\s?[:–-]\s?|\s)",
    re.IGNORECASE | re.DOTALL,
)
