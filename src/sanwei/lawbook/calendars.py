"""The calendar over columns: gathers on literal tables, no Python in the loop. What lies outside the calendar is
null.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import polars as pl

from .errors import LawError
from .workdays import WorkingDays, Year, checked_unit, slack

EPOCH = date(1970, 1, 1)
FIRST, LAST = (date.min - EPOCH).days, (date.max - EPOCH).days
MOST_MONTHS = 12_000  # no term is a thousand years; beyond it a date could not be written


def _number(days: pl.Expr) -> pl.Expr:
    """Days since 1970-01-01 as whole numbers wide enough to add to."""
    return days.cast(pl.Date).cast(pl.Int32).cast(pl.Int64)


def _date(numbers: pl.Expr) -> pl.Expr:
    return pl.when(numbers.is_between(FIRST, LAST)).then(numbers).cast(pl.Int32).cast(pl.Date)


def _padded(name: str, known: Sequence[object], dtype: type[pl.DataType]) -> pl.Series:
    """A table with a null before its first and after its last row: what lies outside is looked up there."""
    return pl.Series(name, [None, *known, None], dtype=dtype)


def _look_up(table: pl.Series, spot: pl.Expr) -> pl.Expr:
    # clipped first: a negative spot would count from the end of the table, one too large would stop the query
    return pl.lit(table).gather(spot.clip(-1, len(table) - 2) + 1)


@dataclass(frozen=True, eq=False)
class Calendar(WorkingDays):
    """Working days, one by one or over whole columns. Days are `pl.Date`; `n` is a number or a column of numbers."""

    @cached_property
    def _ordinal_table(self) -> pl.Series:
        return _padded("ordinal", self.ordinals, pl.Int64)

    @cached_property
    def _workday_table(self) -> pl.Series:
        return _padded("day", self.workdays, pl.Date)

    @cached_property
    def _rolled_table(self) -> pl.Series:
        rolled = (self._workday(ordinal + (not flag)) for ordinal, flag in zip(self.ordinals, self.flags, strict=True))
        return _padded("day", list(rolled), pl.Date)

    def _spots(self, days: pl.Expr) -> pl.Expr:
        return _number(days) - (self.base - EPOCH).days

    def ordinal_expr(self, days: pl.Expr) -> pl.Expr:
        """`ordinal` over a column (Int64)."""
        return _look_up(self._ordinal_table, self._spots(days))

    def working_between_expr(self, a: pl.Expr, b: pl.Expr) -> pl.Expr:
        """Working days after `a` up to `b`, negative when `b` is earlier (Int64); null outside the calendar."""
        return self.ordinal_expr(b) - self.ordinal_expr(a)

    def add_expr(self, day: pl.Expr, n: int | pl.Expr, unit: str, roll: str = "none") -> pl.Expr:
        """`add` over a column (Date): null where a day or `n` is missing, the calendar ends, or a count back should
        roll.

        LawError for hours (they need moments) and for units that are no length of time. The result should be given a
        name.
        """
        checked_unit(unit, roll)
        if unit == "hours":
            raise LawError("以小时计的期间不能按列推算，请逐件计算。")
        fixed = not isinstance(n, pl.Expr)
        if fixed and n < 0 and roll != "none":
            raise LawError("倒数的期间不能顺延：roll 只能是 none。")
        n = n if fixed else n.cast(pl.Int64)
        if unit == "working_days":
            end = self._after_fixed(day, n) if fixed else self._after_working_days(day, n)
        elif unit == "calendar_days":
            end = _date(_number(day) + n)
        else:
            end = _after_months(day, n * (12 if unit == "years" else 1))
        if roll == "none":
            return end
        rolled = _look_up(self._rolled_table, self._spots(end))
        return rolled if fixed else pl.when(n >= 0).then(rolled)

    def _after_fixed(self, day: pl.Expr, n: int) -> pl.Expr:
        """The usual case, kept short: a gate asks it for one row, many times."""
        if n == 0:
            return day.cast(pl.Date)
        counted = _look_up(self._ordinal_table, self._spots(day) - (n < 0)) + (n - (n > 0))
        return _look_up(self._workday_table, counted)

    def _after_working_days(self, day: pl.Expr, n: pl.Expr) -> pl.Expr:
        before = _look_up(self._ordinal_table, self._spots(day) - (n < 0).cast(pl.Int64))
        counted = _look_up(self._workday_table, before + n - (n > 0).cast(pl.Int64))
        return pl.when(n == 0).then(day.cast(pl.Date)).otherwise(counted)

    def bounds_expr(self, day: pl.Expr, n: int, unit: str, roll: str = "none") -> tuple[pl.Expr, pl.Expr]:
        """`bounds` over a column (two of Date)."""
        end = self.add_expr(day, n, unit, roll)
        settled = end.is_not_null() & ~self.provisional_expr(day, end, unit, roll)
        plain = self.add_expr(day, n, "calendar_days" if unit == "working_days" else unit)
        latest = _date(_number(plain) + slack(n, unit, roll))
        return pl.when(settled).then(end).otherwise(plain), pl.when(settled).then(end).otherwise(latest)

    def provisional_expr(self, trigger: pl.Expr, due: pl.Expr, unit: str, roll: str = "none") -> pl.Expr:
        """Was `due` counted through a year not published (Boolean)? False where there is no due day."""
        checked_unit(unit, roll)
        reached = due.cast(pl.Date) >= self.open_from
        if unit == "working_days":
            reached = reached | (trigger.cast(pl.Date) >= self.open_from)
            if roll == "none":  # nought working days need no calendar
                reached = reached & (due != trigger)
        elif roll == "none":
            reached = reached & False
        return (reached & due.is_not_null()).fill_null(False)


def _after_months(day: pl.Expr, months: int | pl.Expr) -> pl.Expr:
    if not isinstance(months, pl.Expr):
        months = pl.lit(months, dtype=pl.Int64)
    fits = pl.when(months.is_between(-MOST_MONTHS, MOST_MONTHS)).then(months)
    return day.cast(pl.Date).dt.offset_by(pl.format("{}mo", fits))


def make_calendar(years: Sequence[Year]) -> Calendar:
    """A calendar of the years in order. LawError when a year is missing in between or stands twice."""
    ordered = tuple(sorted(years, key=lambda year: year.year))
    for one, two in pairwise(ordered):
        if two.year != one.year + 1:
            raise LawError(f"日历在 {one.year} 年与 {two.year} 年之间不连续。")
    return Calendar(ordered)
