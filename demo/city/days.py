"""Days of the invented city, reckoned back from the day it is built."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from django.utils import timezone

from sanwei.lawbook import Lawbook

LENGTH = 375  # working days the city looks back: about eighteen months
AHEAD = 60  # working days time limits may reach beyond today


class NoCalendar(ValueError):
    """The calendar does not reach as far as the city needs."""


class Days:
    """Working days before and after `today`, counted by the lawbook's calendar."""

    def __init__(self, today: dt.date, book: Lawbook):
        self.today, self._calendar = today, book.calendar
        reach = (self._calendar.add(today, n, "working_days").day for n in (-LENGTH, AHEAD))
        if any(day is None for day in reach):
            raise NoCalendar(
                f"工作日历不够用：演示城市要用到 {today} 之前十八个月和之后三个月。请用 --today 换一天，或者补上 law/calendar。"
            )

    @lru_cache(maxsize=1024)  # noqa: B019  one object lives as long as the build
    def back(self, n: int) -> dt.date:
        """The n-th working day before today (n ≥ 1)."""
        return self._calendar.add(self.today, -n, "working_days").day

    def after(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after a day; before it where n is negative."""
        return self._calendar.add(day, n, "working_days").day if n else day


def moment(day: dt.date, minutes: int) -> dt.datetime:
    """So many minutes after half past eight of a day, in the agency's zone."""
    opening = dt.datetime.combine(day, dt.time(8, 30), tzinfo=timezone.get_default_timezone())
    return opening + dt.timedelta(minutes=minutes)
