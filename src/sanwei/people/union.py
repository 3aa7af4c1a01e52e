"""One query for things that stand in several tables: a union of branches with the same eight columns.

Written as SQL: a union of this many branches costs the query compiler several milliseconds, for each actor of each act.
Every branch gives: owner, what, three texts (`text`, `more`, `extra`), three days (`first`, `last`, `third`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from sanwei.people.validators import covers_power

Row = dict[str, Any]
_COLUMNS = ("owner", "what", "text", "more", "extra", "first", "last", "third")
NO_DAY = "CAST(NULL AS date)"


def read(statement: str, values: Sequence[Any]) -> list[Row]:
    """All rows of the statement, days as dates on every database. `values` fill its placeholders; days among them are
    given as dates."""
    given = [connection.ops.adapt_datefield_value(each) if isinstance(each, date) else each for each in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows = cursor.fetchall()
    return [dict(zip(_COLUMNS, (*row[:5], *map(_day, row[5:])), strict=True)) for row in rows]


def covers(row: Row | None, power_code: str | None) -> bool | None:
    """True if the power stands in the row's list of codes (in `more`); None without a row or a power."""
    if row is None or power_code is None:
        return None
    return covers_power(json.loads(row["more"]), power_code)


def latest_confirmation(rows: list[Row]) -> Row:
    """`first`: the day, `year`: the year of the latest confirmation; both None without one."""
    if not rows:
        return {"first": None, "year": None}
    row = max(rows, key=lambda each: int(each["text"]))
    return {"first": row["first"], "year": int(row["text"])}


def _day(value: date | str | None) -> date | None:
    # SQLite keeps days as text
    return date.fromisoformat(value) if isinstance(value, str) else value
