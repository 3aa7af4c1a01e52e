"""Amounts, days and remaining time in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.looks import words
from sanwei.looks.reading import read_money


@pytest.mark.parametrize(
    ("fen", "told"),
    [
        (0, "0 元"),
        (5, "0.05 元"),
        (50, "0.50 元"),
        (100, "1 元"),
        (123_456, "1,234.56 元"),
        (123_450, "1,234.50 元"),
        (4_500_000, "45,000 元"),
        (-123_456, "-1,234.56 元"),
        (None, "—"),
    ],
)
def test_fen_are_told_in_yuan_without_needless_zeros(fen, told):
    assert words.money_text(fen) == told


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_an_amount_told_and_read_again_is_the_same_amount(fen):
    assert read_money(words.amount(fen)) == fen


def test_a_day_is_told_without_leading_zeros():
    assert words.day_text(date(2026, 11, 3)) == "2026年11月3日"
    assert words.short_day_text(date(2026, 1, 9)) == "1月9日"
    assert words.weekday_text(date(2026, 11, 23)) == "星期一"
    assert [words.day_text(None), words.short_day_text(None), words.weekday_text(None)] == ["—", "—", "—"]


def test_a_moment_belongs_to_the_day_of_the_agency_and_not_to_that_of_utc():
    late_in_utc = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert words.day_text(late_in_utc) == "2026年11月23日"


@pytest.mark.parametrize(
    ("remaining", "unit", "told", "level"),
    [
        (-1, "working_days", "超期 1 个工作日", "bad"),
        (0, "working_days", "今日到期", "warn"),
        (2, "working_days", "剩 2 个工作日", "info"),
        (3, "calendar_days", "剩 3 日", "info"),
        (4, "working_days", "剩 4 个工作日", "ok"),
        (None, "working_days", "期限待定", "mute"),
    ],
)
def test_remaining_days_have_words_and_a_level(remaining, unit, told, level):
    left = words.left_text(remaining, unit)
    assert (left.words, left.level, str(left)) == (told, level, told)


@given(st.integers(min_value=-4000, max_value=4000))
def test_red_is_only_for_what_is_past(remaining):
    assert (words.left_text(remaining).level == "bad") == (remaining < 0)


@pytest.mark.parametrize(
    ("size", "told"),
    [(0, "0 字节"), (1023, "1023 字节"), (1024, "1 KB"), (20 * 1024 * 1024, "20 MB"), (24_536_678, "23.4 MB")],
)
def test_a_file_size_is_told_as_people_say_it(size, told):
    assert words.size_text(size) == told
