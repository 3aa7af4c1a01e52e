"""One query for things that stand in several tables: a union of branches with the same columns."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import CharField, DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from sanwei.people.validators import covers_power

Row = dict[str, Any]
_COLUMNS = ("owner", "what", "text", "more", "extra", "first", "last", "third")
_NO_DAY = Cast(Value(None), DateField())


def part(
    rows: QuerySet,
    owner: Any,
    what: str,
    *,
    text: str | None = None,
    more: str | None = None,
    extra: str | None = None,
    first: str | None = None,
    last: str | None = None,
    third: str | None = None,
) -> QuerySet:
    """One branch: `what` it tells of `owner`, in three texts and three days, each the name of a field or empty. Every
    branch has the same columns of the same types, as a union asks."""
    texts = [Cast(F(name) if name else Value(""), TextField()) for name in (text, more, extra)]
    days = [F(name) if name else _NO_DAY for name in (first, last, third)]
    return rows.order_by().values_list(owner, Value(what, output_field=CharField()), *texts, *days)


def read(parts: list[QuerySet]) -> list[Row]:
    """All rows of all branches, in one query."""
    return [dict(zip(_COLUMNS, row, strict=True)) for row in parts[0].union(*parts[1:], all=True)]


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
