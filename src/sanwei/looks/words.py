"""Amounts, days and remaining time in the words that pages show. Pure functions, no calendar inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

DASH = "—"
WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
UNITS = {"working_days": " 个工作日", "calendar_days": " 日", "months": " 个月", "years": " 年", "hours": " 小时"}
SOON = 3  # up to so many days before the end the tag turns from green to blue


@dataclass(frozen=True)
class Left:
    """Remaining time in words and the level (`bad`, `warn`, `info`, `ok`, `mute`) that picks the colour."""

    words: str
    level: str

    def __str__(self) -> str:
        return self.words


def amount(fen: int) -> str:
    """Integer 分 as 元 without the unit: 123456 → `1,234.56`, 4500000 → `45,000`."""
    sign, rest = ("-", -fen) if fen < 0 else ("", fen)
    yuan, cents = divmod(rest, 100)
    return f"{sign}{yuan:,}.{cents:02d}" if cents else f"{sign}{yuan:,}"


def money_text(fen: int | None) -> str:
    """Integer 分 with the unit: `1,234.56 元`; nothing recorded is a dash."""
    return DASH if fen is None else f"{amount(fen)} 元"


def as_day(value: date | datetime | None) -> date | None:
    """The day of a moment in the agency's zone; a day stays what it is."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day_text(value: date | datetime | None) -> str:
    """`2026年11月3日`, or a dash."""
    day = as_day(value)
    return f"{day.year}年{day.month}月{day.day}日" if day else DASH


def short_day_text(value: date | datetime | None) -> str:
    """`11月3日`, or a dash."""
    day = as_day(value)
    return f"{day.month}月{day.day}日" if day else DASH


def weekday_text(value: date | datetime | None) -> str:
    """`星期一`, or a dash."""
    day = as_day(value)
    return WEEKDAYS[day.weekday()] if day else DASH


def left_text(remaining: int | None, unit: str = "working_days") -> Left:
    """
    Remaining days in words. `remaining` counts from the as-of day to the due day: 0 is today, negative is past.

    `unit` is a unit of the parameters (`working_days`, `calendar_days` …). A due day not known yet says so.
    """
    if remaining is None:
        return Left("期限待定", "mute")
    name = UNITS[unit]
    if remaining < 0:
        return Left(f"超期 {-remaining}{name}", "bad")
    if remaining == 0:
        return Left("今日到期", "warn")
    return Left(f"剩 {remaining}{name}", "info" if remaining <= SOON else "ok")


def size_text(size: int) -> str:
    """Bytes as people say them: `812 KB`, `23.4 MB`."""
    if size < 1024:
        return f"{size} 字节"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
