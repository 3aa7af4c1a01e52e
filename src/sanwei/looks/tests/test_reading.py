"""What people type for amounts and days, and what they are told when it cannot be read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.looks.reading import FIRST_YEAR, LAST_YEAR, UnreadableError, read_day, read_money

WIDE = str.maketrans("0123456789,.-/", "０１２３４５６７８９，．－／")
DAYS = st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31))
SHAPES = [
    "{0:%Y-%m-%d}",
    "{0:%Y%m%d}",
    "{0.year}-{0.month}-{0.day}",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}.{0.month}.{0.day}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}年{0.month}月{0.day}",
    "{0.year} 年 {0.month} 月 {0.day} 日",
]


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1,234.5", 123_450),
        ("１，２３４．５", 123_450),
        ("1，234.50", 123_450),
        (" 45000 ", 4_500_000),
        ("¥1,234", 123_400),
        ("￥ 8.05", 805),
        ("30000元", 3_000_000),
        ("人民币 500 元整", 50_000),
        ("0.01", 1),
        ("007", 700),
    ],
)
def test_an_amount_is_read_in_every_usual_way(typed, fen):
    assert read_money(typed) == fen


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.234", "金额精确到分，最多两位小数，“1.234”有 3 位"),
        ("1,23", "“1,23”里的逗号位置不对，逗号只用来分隔千位，例如 1,234.50"),
        ("12,34,567", "“12,34,567”里的逗号位置不对，逗号只用来分隔千位，例如 1,234.50"),
        ("3万", "请按元填写，不要写万元或亿元，例如 3 万元写 30000"),
        ("-5", "金额不能是负数"),
        ("－５", "金额不能是负数"),
        ("五百", "“五百”不是金额，请只写数字，例如 1234.50"),
        ("5²", "“5²”不是金额，请只写数字，例如 1234.50"),
        ("1e5", "“1e5”不是金额，请只写数字，例如 1234.50"),
        ("٣٤", "“٣٤”不是金额，请只写数字，例如 1234.50"),
        ("", "“”不是金额，请只写数字，例如 1234.50"),
        ("9" * 14, "金额太大，请检查是否多写了数字"),
    ],
)
def test_an_unreadable_amount_is_told_what_is_wrong(typed, said):
    with pytest.raises(UnreadableError) as refused:
        read_money(typed)
    assert str(refused.value) == said


@given(st.integers(min_value=0, max_value=10**15 - 1), st.booleans())
def test_every_amount_is_read_with_and_without_separators_in_both_widths(fen, wide):
    for typed in (f"{fen // 100}.{fen % 100:02d}", f"{fen // 100:,}.{fen % 100:02d}"):
        assert read_money(typed.translate(WIDE) if wide else typed) == fen


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_amounts(typed):
    try:
        assert read_money(typed) >= 0
    except UnreadableError as why:
        assert str(why)


@given(DAYS, st.sampled_from(SHAPES), st.booleans())
def test_every_day_is_read_in_every_usual_shape(day, shape, wide):
    typed = shape.format(day)
    assert read_day(typed.translate(WIDE) if wide else typed) == day


@given(st.integers(1900, 2199), st.integers(0, 40), st.integers(0, 40))
def test_a_day_is_read_exactly_when_the_calendar_has_it(year, month, day):
    try:
        there = date(year, month, day)
    except ValueError:
        with pytest.raises(UnreadableError):
            read_day(f"{year}-{month}-{day}")
    else:
        assert read_day(f"{year}-{month}-{day}") == there


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("昨天", "“昨天”不是日期，请写成 2026-11-23 或 2026年11月23日"),
        ("2026-11", "“2026-11”不是日期，请写成 2026-11-23 或 2026年11月23日"),
        ("2026-11/23", "“2026-11/23”不是日期，请写成 2026-11-23 或 2026年11月23日"),
        ("26-11-23", "年份要写四位，“26-11-23”的年份是 2 位"),
        ("0206-11-23", "年份 0206 不对，应在 1900 到 2199 之间"),
        ("2026-13-01", "没有 13 月，月份应在 1 到 12 之间"),
        ("20261301", "没有 13 月，月份应在 1 到 12 之间"),
        ("2026年2月30日", "2026年2月没有 30 日"),
        ("2026-02-00", "2026年2月没有 00 日"),
    ],
)
def test_an_unreadable_day_is_told_which_part_is_wrong(typed, said):
    with pytest.raises(UnreadableError) as refused:
        read_day(typed)
    assert str(refused.value) == said


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(typed):
    try:
        assert FIRST_YEAR <= read_day(typed).year <= LAST_YEAR
    except UnreadableError as why:
        assert str(why)
