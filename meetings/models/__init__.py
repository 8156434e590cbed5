"""The rows of the archive, one subject a module."""

from meetings.models.addresses import RetiredItemAddress
from meetings.models.corrections import Correction, Redaction
from meetings.models.council import Committee, Council
from meetings.models.erasures import Erasure
from meetings.models.former import FormerAddress, FormerName, PersonAlias
from meetings.models.jobs import IngestJob
from meetings.models.meeting import Confirmation, Item, Meeting, Resolution, Vote
from meetings.models.people import Attendance, Person
from meetings.models.publications import Edition, Schedule
from meetings.models.reports import MistakeReport
from meetings.models.source import SourceFile

__all__ = [
    "Attendance",
    "Committee",
    "Confirmation",
    "Correction",
    "Council",
    "Edition",
    "Erasure",
    "FormerAddress",
    "FormerName",
    "IngestJob",
    "Item",
    "Meeting",
    "MistakeReport",
    "Person",
    "PersonAlias",
    "Redaction",
    "Resolution",
    "RetiredItemAddress",
    "Schedule",
    "SourceFile",
    "Vote",
]
