"""Spans of days, both ends inclusive; an open end is None."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .errors import LawError


def plain_day(day: date) -> date:
    """The same day; a LawError for a moment in time, because law counts days and the zone of a moment is not ours to
    guess.
    """
    if isinstance(day, datetime) or not isinstance(day, date):
        raise LawError(f"这里需要一个日期，收到的是“{day}”。请先换算成当地日期。")
    return day


@dataclass(frozen=True)
class Span:
    """From `start` to `end`, both included."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Is `day` inside?"""
        day = plain_day(day)
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def holds(self, other: Span) -> bool:
        """Does the whole of `other` lie inside?"""
        early = self.start is None or (other.start is not None and self.start <= other.start)
        late = self.end is None or (other.end is not None and other.end <= self.end)
        return early and late

    def overlaps(self, other: Span) -> bool:
        """Have the two spans a day in common?"""
        before = self.end is not None and other.start is not None and self.end < other.start
        after = other.end is not None and self.start is not None and other.end < self.start
        return not (before or after)

    @property
    def says(self) -> str:
        """`2013-06-13 起`, `2012-01-01 至 2021-07-14`, for people."""
        if self.start is None and self.end is None:
            return "一直有效"
        if self.end is None:
            return f"{self.start} 起"
        return f"{self.start} 至 {self.end}" if self.start else f"至 {self.end}"
