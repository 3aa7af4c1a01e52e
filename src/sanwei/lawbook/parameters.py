"""Dated values: what the law's numbers were on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

import polars as pl

from .calendars import Calendar
from .errors import LawError
from .objects import Clause
from .schema import DAY_UNITS
from .spans import Span, plain_day
from .workdays import Due

UNIT_WORDS = {
    "calendar_days": " 日",
    "working_days": " 个工作日",
    "months": " 个月",
    "years": " 年",
    "hours": " 小时",
    "fen": " 元",
    "percent": "%",
    "count": "",
}


@dataclass(frozen=True)
class Value:
    """One value with the span it holds for. `value` is in `unit` (money in 分); `basis` is the clause's reference."""

    value: int | float
    unit: str
    roll: str
    basis: str
    basis_clause: Clause
    since: date
    until: date | None
    status: str
    checked_on: date | None
    pack: str
    note: str = ""

    @property
    def span(self) -> Span:
        return Span(self.since, self.until)

    @property
    def is_verified(self) -> bool:
        """Has a person read the basis itself (not a web page about it, not a preset)?"""
        return self.status == "read"

    @property
    def amount(self) -> str:
        """The value with its unit for people: `90 日`, `200 元`, `3%`."""
        number: int | float = self.value
        if self.unit == "fen":
            yuan, cents = divmod(int(self.value), 100)
            return f"{yuan:,}.{cents:02d} 元" if cents else f"{yuan:,} 元"
        return f"{number:g}{UNIT_WORDS[self.unit]}" if isinstance(number, float) else f"{number}{UNIT_WORDS[self.unit]}"

    @property
    def says(self) -> str:
        """`90 日（《行政处罚法》（2021）第六十条）`, with `（待核实）` where nobody has read the source."""
        return f"{self.amount}（{self.basis_clause.cite}）{'' if self.is_verified else '（待核实）'}"


@dataclass(frozen=True, eq=False)
class Parameter:
    """One key of the law: `values` stand near pack before far pack, and by day within a pack.

    `unit` and `roll` are those of today's law; a value of former law may have its own (three days, later three
    working days),
    so a term is reckoned with `due` and `due_expr`, which take unit and roll of the day.
    """

    key: str
    label: str
    unit: str
    roll: str
    values: tuple[Value, ...]

    @property
    def is_term(self) -> bool:
        """Is it a length of time that a calendar can add?"""
        return self.unit in DAY_UNITS

    @overload
    def at(self, day: date) -> Value | None: ...
    @overload
    def at(self, day: pl.Expr) -> pl.Expr: ...

    def at(self, day: date | pl.Expr) -> Value | pl.Expr | None:
        """The value in force on a day, None when there is none; for an expression of days the numbers, null where none.

        Numbers are Int64, or Float64 when any value is a fraction. The nearer pack prevails on the days it covers.
        """
        if isinstance(day, pl.Expr):
            fraction = any(isinstance(value.value, float) for value in self.values)
            return self._pick(day, [value.value for value in self.values], pl.Float64 if fraction else pl.Int64)
        day = plain_day(day)
        return next((value for value in self.values if value.span.covers(day)), None)

    def require(self, day: date) -> Value:
        """Like `at`, but a LawError when no value is in force that day."""
        found = self.at(day)
        if found is None:
            raise LawError(f"“{self.label}”（{self.key}）在 {day} 没有生效的值。请在 parameters 里补上这一段。")
        return found

    def unit_at(self, day: pl.Expr) -> pl.Expr:
        """The unit of the value in force on the day of each row (String), null where there is none."""
        return self._pick(day, [value.unit for value in self.values], pl.String)

    def due(self, calendar: Calendar, trigger: date, on: date | None = None) -> Due | None:
        """When the term begun on `trigger` ends, by the law of `on` (else of `trigger`); None where no value is in
        force.

        LawError when the parameter is no length of time.
        """
        value = self.at(trigger if on is None else on)
        return None if value is None else calendar.add(trigger, self._whole(value), value.unit, value.roll)

    def due_expr(self, calendar: Calendar, trigger: pl.Expr, on: pl.Expr | None = None) -> pl.Expr:
        """`due` over columns (Date); null where no value is in force or the calendar ends."""
        on = trigger if on is None else on
        ways = [(self._whole(value), value.unit, value.roll) for value in self.values]
        return self._by_day(on, ways, lambda way: calendar.add_expr(trigger, *way))

    def provisional_expr(self, calendar: Calendar, trigger: pl.Expr, on: pl.Expr | None = None) -> pl.Expr:
        """Was the due day counted through a year not published (Boolean)? False where there is no due day."""
        on = trigger if on is None else on
        due = self.due_expr(calendar, trigger, on)
        ways = [(value.unit, value.roll) for value in self.values]
        return self._by_day(on, ways, lambda way: calendar.provisional_expr(trigger, due, *way)).fill_null(False)

    def bounds(self, calendar: Calendar, trigger: date, on: date | None = None) -> tuple[date, date] | None:
        """(earliest, latest) day on which the term can end (`WorkingDays.bounds`); None where no value is in force."""
        value = self.at(trigger if on is None else on)
        return None if value is None else calendar.bounds(trigger, self._whole(value), value.unit, value.roll)

    def bounds_expr(self, calendar: Calendar, trigger: pl.Expr, on: pl.Expr | None = None) -> tuple[pl.Expr, pl.Expr]:
        """`bounds` over columns (two of Date)."""
        on = trigger if on is None else on
        ways = [(self._whole(value), value.unit, value.roll) for value in self.values]
        least, most = (
            self._by_day(on, ways, lambda way, which=which: calendar.bounds_expr(trigger, *way)[which])
            for which in (0, 1)
        )
        return least, most

    def _whole(self, value: Value) -> int:
        if not self.is_term:
            raise LawError(f"“{self.label}”（{self.key}）的单位是 {self.unit}，不是期间，不能推算日期。")
        return int(value.value)

    def _by_day(self, on: pl.Expr, ways: Sequence[tuple], make: Callable[[tuple], pl.Expr]) -> pl.Expr:
        """One expression for each way of counting that the law has had, chosen by the day of each row."""
        kinds = list(dict.fromkeys(ways))
        which = self._pick(on, [kinds.index(way) for way in ways], pl.Int64)
        chain = pl.lit(None)
        for number, kind in enumerate(kinds):
            chain = pl.when(which == number).then(make(kind)).otherwise(chain)
        return chain

    def _pick(self, day: pl.Expr, said: Sequence[object], dtype: type[pl.DataType]) -> pl.Expr:
        chain = pl.lit(None, dtype=dtype)
        for value, what in zip(reversed(self.values), reversed(said), strict=True):
            inside = day >= value.since
            if value.until is not None:
                inside = inside & (day <= value.until)
            chain = pl.when(inside).then(pl.lit(what, dtype=dtype)).otherwise(chain)
        return chain
