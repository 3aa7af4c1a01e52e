"""The law read plainly, for the slow evaluator: dated values, clauses in force, a calendar counted day by day."""

from __future__ import annotations

import datetime as dt
from functools import cache

import yaml

from sanwei.lawbook import lawbook

DAY = dt.timedelta(days=1)


@cache
def _year(year: int) -> dict | None:
    path = lawbook().root / "calendar" / f"{year}.yaml"
    # BaseLoader: everything stays text, else YAML 1.1 would read the keys «off» and «on» as no and yes
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) if path.exists() else None


def published(day: dt.date) -> bool:
    """Whether the holidays of this day's year are known."""
    year = _year(day.year)
    return year is not None and year["status"] == "published"


def is_working(day: dt.date) -> bool:
    """By the State Council's notice; in a year without one, weekdays less the days the holiday regulation fixes."""
    year, name = _year(day.year), day.isoformat()
    if published(day):
        if name in year["off"]:
            return False
        return name in year.get("on", ()) or day.weekday() < 5
    return name not in year["statutory"] and day.weekday() < 5


def value_on(key: str, day: dt.date | None):
    """The value of a parameter in force on a day (None: none), found by looking at each."""
    if day is None:
        return None
    for value in lawbook().parameter(key).values:
        if value.since <= day and (value.until is None or day <= value.until):
            return value
    return None


def number_on(key: str, day: dt.date | None) -> int | None:
    found = value_on(key, day)
    return None if found is None else found.value


def any_in_force(refs: tuple[str, ...], day: dt.date) -> bool:
    return any(lawbook().clause(ref).in_force_on(day) for ref in refs)


def term(key: str, since: dt.date | None, law_day: dt.date) -> tuple[dt.date | None, bool]:
    """(last day of the term, whether it leans on a year not published), walking day by day; the day after is day 1."""
    found = value_on(key, law_day)
    if since is None or found is None:
        return None, False
    day, left, guessed = since, found.value, False
    while left > 0:
        day += DAY
        if found.unit == "calendar_days":
            left -= 1
        elif found.unit == "working_days":
            left -= is_working(day)
            guessed = guessed or not published(day)
        else:
            raise ValueError(found.unit)
    if found.roll == "next_working_day":
        guessed = guessed or not published(day)
        while not is_working(day):
            day += DAY
            guessed = guessed or not published(day)
    return day, guessed
