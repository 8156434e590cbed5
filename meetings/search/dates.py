"""Days, months and years as people type them into a search."""

from __future__ import annotations

import calendar
import datetime as dt
import re

DAY = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
BRITISH_DAY = re.compile(r"(?:(?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.](?P<year>[12]\d{3})", re.ASCII)


def period(words: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day that ``20/04/2021``, ``2021-04-20``, ``04/2021``, ``2021-04`` or ``2021`` name.

    None where the words name none, or one that no calendar has.
    """
    match = DAY.fullmatch(words) or BRITISH_DAY.fullmatch(words)
    if match is None:
        return None
    year = int(match["year"])
    first_month, last_month = (int(match["month"]),) * 2 if match["month"] else (1, 12)
    try:
        if match["day"]:
            return (dt.date(year, first_month, int(match["day"])),) * 2
        last_day = calendar.monthrange(year, last_month)[1]
        return dt.date(year, first_month, 1), dt.date(year, last_month, last_day)
    except ValueError:  # 31 February, month 13
        return None
