"""Working days of the State Council's notices as running ordinals, so that a distance is a subtraction.

The day after the event is day 1; an event on a day off has the next working day as its day 1. A year whose notice
has not
been published is counted from weekdays less the days the holiday regulation itself fixes, and every day reached that
way
says so (`Due.provisional`). A year without any file gives no day at all. Nothing becomes Monday to Friday in silence.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from .errors import LawError
from .schema import DAY_UNITS
from .spans import plain_day

DAY = timedelta(days=1)
LONGEST_OFF = 10  # days off in a row: spring of 2020
ROLLS = ("none", "next_working_day")


@dataclass(frozen=True)
class Year:
    """One year of the calendar: days off and days worked by notice, or the days the regulation fixes (`published`
    False).
    """

    year: int
    published: bool
    notice: str
    off: Mapping[date, str]
    on: Mapping[date, str]
    why: str = ""


@dataclass(frozen=True)
class Due:
    """When a term ends. `day` is None when the calendar cannot say; `why` tells that, and why a day is provisional."""

    day: date | None
    provisional: bool = False
    why: str = ""


def slack(n: int, unit: str, roll: str) -> int:
    """How many days later than `n` plain days a term may end, whatever the notice of a year will say.

    No notice since 2007 has made more than ten days off in a row, and every five working days meet at most one weekend;
    `tests/test_workdays.py` holds every published year to it.
    """
    if unit == "working_days":
        return LONGEST_OFF + 2 * -(-n // 5) if n else 0
    return LONGEST_OFF if roll == "next_working_day" else 0


def checked_unit(unit: str, roll: str) -> None:
    """LawError for a unit that is no length of time, or an unknown way to roll."""
    if unit not in (*DAY_UNITS, "hours"):
        raise LawError(f"单位“{unit}”不是期间，不能推算日期；期间的单位有 {'、'.join((*DAY_UNITS, 'hours'))}。")
    if roll not in ROLLS:
        raise LawError(f"不认识的顺延方式“{roll}”；只能是 {'、'.join(ROLLS)}。")


@dataclass(frozen=True, eq=False)
class WorkingDays:
    """The years read, without a gap, earliest first. Years not published stand at the end."""

    years: tuple[Year, ...] = ()

    @cached_property
    def base(self) -> date:
        """The first day known (a day far ahead when nothing is known)."""
        return date(self.years[0].year, 1, 1) if self.years else date.max

    @cached_property
    def open_from(self) -> date:
        """The first day not settled by a notice: of the first unpublished year, else the day after the last year."""
        waiting = [year.year for year in self.years if not year.published]
        known = [year.year + 1 for year in self.years]
        return date(min(waiting or known), 1, 1) if self.years else date.max

    @cached_property
    def flags(self) -> tuple[bool, ...]:
        """Working or not, for each day from `base` on; in unpublished years as counted for the time being."""
        found: list[bool] = []
        for year in self.years:
            day = date(year.year, 1, 1)
            while day.year == year.year:
                found.append(day not in year.off and (day in year.on or day.weekday() < 5))
                day += DAY
        return tuple(found)

    @cached_property
    def ordinals(self) -> tuple[int, ...]:
        """For each day from `base` on, how many working days there were up to and including it."""
        counted, found = 0, []
        for flag in self.flags:
            counted += flag
            found.append(counted)
        return tuple(found)

    @cached_property
    def workdays(self) -> tuple[date, ...]:
        """The working days in order: the n-th stands at n - 1."""
        return tuple(self.base + DAY * spot for spot, flag in enumerate(self.flags) if flag)

    def _spot(self, day: date) -> int | None:
        spot = (plain_day(day) - self.base).days
        return spot if 0 <= spot < len(self.flags) else None

    def _workday(self, ordinal: int) -> date | None:
        return self.workdays[ordinal - 1] if 0 < ordinal <= len(self.workdays) else None

    def year(self, number: int) -> Year | None:
        """The year as read, or None."""
        return next((year for year in self.years if year.year == number), None)

    def is_working(self, day: date) -> bool | None:
        """A working day or not; None for a year that is not published or not known."""
        spot = self._spot(day)
        return None if spot is None or day >= self.open_from else self.flags[spot]

    def name(self, day: date) -> str | None:
        """The festival a day off or a make-up day belongs to, if any."""
        year = self.year(plain_day(day).year)
        return None if year is None else year.off.get(day) or year.on.get(day)

    def ordinal(self, day: date) -> int | None:
        """Working days from the first day known up to and including `day`; None outside the calendar."""
        spot = self._spot(day)
        return None if spot is None else self.ordinals[spot]

    def working_days_between(self, a: date, b: date) -> int | None:
        """Working days after `a` up to and including `b`, negative when `b` is earlier; None outside the calendar."""
        one, two = self.ordinal(a), self.ordinal(b)
        return None if one is None or two is None else two - one

    def is_provisional(self, *days: date) -> bool:
        """Does the count between these days reach into a year not published?"""
        return any(plain_day(day) >= self.open_from for day in days)

    def add(self, day: date, n: int, unit: str, roll: str = "none") -> Due:
        """When a term of `n` units that begins with an event on `day` ends.

        A negative `n` counts back (working days: the day before the event is day 1) and cannot be rolled. Months and
        years end
        on the same day of the month, or its last. Hours need a moment in time and give one back. LawError for other
        units.
        """
        checked_unit(unit, roll)
        if n < 0 and roll != "none":
            raise LawError("倒数的期间不能顺延：roll 只能是 none。")
        if unit == "hours":
            if not isinstance(day, datetime):
                raise LawError("以小时计的期间需要起算的时刻，只有日期不够。")
            return Due(day + timedelta(hours=n))
        day = plain_day(day)
        try:
            end = self._end(day, n, unit)
        except OverflowError:
            return Due(None, why=f"{n} {unit} 超出了可以表示的日期。")
        if end is None:
            return Due(None, why=self._unknown(day, n))
        counted = [day, end] if unit == "working_days" and n else []
        if roll == "next_working_day":
            rolled = self._rolled(end)
            if rolled is None:
                return Due(None, why=self._unknown(end, 1))
            counted, end = [*counted, rolled], rolled
        waiting = bool(counted) and self.is_provisional(*counted)
        return Due(end, waiting, self._waiting(counted) if waiting else "")

    def bounds(self, day: date, n: int, unit: str, roll: str = "none") -> tuple[date, date] | None:
        """(earliest, latest) day on which the term of `add` can end: the same day twice where the calendar is settled.

        Else the earliest counts every day as worked, the latest adds `slack`. None beyond the days that can be written.
        """
        due = self.add(day, n, unit, roll)
        if due.day is not None and not due.provisional:
            return due.day, due.day
        try:
            plain = day + DAY * n if unit == "working_days" else self._end(day, n, unit)
            return plain, plain + DAY * slack(n, unit, roll)
        except OverflowError:
            return None

    def _end(self, day: date, n: int, unit: str) -> date | None:
        if unit == "working_days" and n:
            before = self.ordinal(day if n > 0 else day - DAY)
            return None if before is None else self._workday(before + n + (n < 0))
        if unit in ("months", "years"):
            return add_months(day, n * (12 if unit == "years" else 1))
        return day + DAY * n

    def _rolled(self, day: date) -> date | None:
        spot = self._spot(day)
        return None if spot is None else self._workday(self.ordinals[spot] + (not self.flags[spot]))

    def _unknown(self, day: date, n: int) -> str:
        if not self.years:
            return "没有任何年份的日历，无法推算工作日。请在 law/calendar 里补上。"
        first, last = self.years[0].year, self.years[-1].year
        way = "之后" if n > 0 else "之前"
        return f"日历只有 {first} 年到 {last} 年，{day} {way}的工作日无法推算。请在 law/calendar 里补上所缺的年份。"

    def _waiting(self, days: Sequence[date]) -> str:
        reach = range(max(min(days), self.open_from).year, min(max(days).year, self.years[-1].year) + 1)
        named = "、".join(str(number) for number in reach)
        return f"{named} 年的放假安排尚未公布，暂按放假办法固定的假日推算；国务院通知公布后重新计算。"


def add_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier), or the last day of that month. OverflowError outside years 1–9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(months)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
