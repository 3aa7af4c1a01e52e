"""A calendar counted day by day, for the slow evaluator: two published years, one not yet published, nothing beyond."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from sanwei.lawbook import Calendar
from sanwei.lawbook.calendars import make_calendar
from sanwei.lawbook.workdays import Year

DAY = dt.timedelta(days=1)
OFF = {dt.date(2024, 5, d): "劳动节" for d in (1, 2, 3, 4, 5)} | {
    dt.date(2023, 1, 2): "元旦",
    dt.date(2024, 12, 31): "元旦",
}
ON = {dt.date(2024, 4, 28): "劳动节", dt.date(2024, 5, 11): "劳动节"}
STATUTORY = {dt.date(2025, 1, 1): "元旦"}
YEARS = {2023: True, 2024: True, 2025: False}  # year → published


def fast() -> Calendar:
    """The same years for the evaluator under test."""
    by_year = [
        Year(
            y,
            published,
            "",
            {d: n for d, n in (OFF | STATUTORY).items() if d.year == y},
            {d: n for d, n in ON.items() if d.year == y},
        )
        for y, published in YEARS.items()
    ]
    return make_calendar(by_year)


def working(day: dt.date) -> bool | None:
    if day.year not in YEARS:
        return None
    return day in ON or (day.weekday() < 5 and day not in OFF and day not in STATUTORY)


def walk(day: dt.date, n: int) -> dt.date | None:
    """The nth working day after (before) a day; None where the calendar ends on the way."""
    step, left = (DAY if n > 0 else -DAY), abs(n)
    while left:
        day += step
        found = working(day)
        if found is None:
            return None
        left -= found
    return day


def add(day: dt.date, n: int, unit: str, roll: bool = False) -> dt.date | None:
    if unit == "working_days":
        end = walk(day, n)
    elif unit == "calendar_days":
        end = day + n * DAY
    else:
        months = n * (12 if unit == "years" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        end = dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    while roll and end is not None and not working(end):
        end = None if working(end) is None else end + DAY
    return end


def guessed(day: dt.date, end: dt.date | None, n: int, unit: str, roll: bool = False) -> bool:
    """Whether the way from the day to the end of the term leads through a year not published."""
    if end is None:
        return False
    counted = [day, end] if unit == "working_days" and (n or roll) else []
    counted += [end] if roll else []
    return any(d >= dt.date(2025, 1, 1) for d in counted)
