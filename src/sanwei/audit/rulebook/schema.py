"""The shape of a rulebook. What each form takes is in docs/audit/rulebook.md, with an example of each."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from sanwei.audit.written import Row

Value = str | int | float | bool | date
Words = Annotated[str, Field(min_length=1)]
Names = Words | list[Words]


class ConditionRow(Row):
    """A condition on one step: one comparison of a column, or several conditions joined."""

    column: str | None = None
    equals: Value | None = None
    differs: Value | None = None
    one_of: list[Value] | None = None
    none_of: list[Value] | None = None
    at_least: int | float | date | None = None
    above: int | float | date | None = None
    at_most: int | float | date | None = None
    below: int | float | date | None = None
    contains: str | None = None
    recorded: bool | None = None
    all: list[ConditionRow] | None = None
    any: list[ConditionRow] | None = None
    no: ConditionRow | None = None
    says: str | None = None


class WindowRow(Row):
    least: int = 0
    most: int | None = None
    unit: Literal["calendar_days", "working_days", "months", "years"] = "calendar_days"
    strict: Literal["none", "least", "most", "both"] = "none"
    roll: bool = False
    same_day: Literal["order", "counts"] = "order"


class VersionRow(Row):
    since: date | None = Field(None, alias="from")
    until: date | None = None
    within: WindowRow = WindowRow()


class PairRow(Row):
    """An attribute equal on both steps, under another name on each."""

    a: str
    b: str


class TableRow(Row):
    """A register or a table of ranges: a CSV or Parquet file beside the rulebook."""

    file: str
    key: Names | dict[str, str]
    title: str | None = None
    since: str | None = None
    until: str | None = None
    revoked: str | None = None
    least: str = "least"
    most: str = "most"


class RuleRow(Row):
    """One control. Which keys a form takes is checked by the form itself."""

    code: Words
    title: str | None = None
    clauses: list[Words] = []
    form: Words
    a: Names
    b: Names | None = None
    when: ConditionRow | None = None
    target: ConditionRow | None = None
    other: ConditionRow | None = None
    hit: ConditionRow | None = None
    within: WindowRow | None = None
    versions: list[VersionRow] | None = None
    preemptive: bool | None = None
    void_when: Names | None = None
    correlate: str | PairRow | None = None
    until: Names | None = None
    n: int | None = None
    least: int | None = None
    most: int | None = None
    unit: Literal["calendar_days", "working_days", "months", "years"] | None = None
    per: str | None = None
    by: Names | None = None
    period: Literal["month", "quarter", "year"] | None = None
    column: str | None = None
    register_: TableRow | None = Field(None, alias="register")
    ranges: TableRow | None = None


class BookRow(Row):
    """A rulebook. `zone`: the place whose dates count; `order`: whether the place in the source decides within a day;
    `closed`: which matters have ended; `matter`: in an object-centric log, the type of object that is the matter.
    """

    title: Words
    zone: str | None = None
    order: Literal["time", "source"] = "time"
    closed: bool | Names = False
    matter: str | None = None
    labels: dict[str, str] = {}
    rules: list[RuleRow] = Field(min_length=1)


def given(row: Row) -> dict[str, Any]:
    """The keys that were written, with what was written."""
    named = ((k.rstrip("_"), getattr(row, k)) for k in row.model_fields_set if k != "note")
    return {k: v for k, v in named if v is not None}
