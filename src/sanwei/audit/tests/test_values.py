"""What a cell says: days, sums, codes, and what is not guessed."""

import datetime as dt

import pytest

from sanwei.audit.tables.values import code, day, day_as, listed, money, whole, yesno


@pytest.mark.parametrize(
    "text",
    ["2024-05-06", "2024/5/6", "2024.05.06", "2024年5月6日", "2024 年 5 月 6 日", "20240506", "2024-05-06 23:59:59",
     "2024-05-06T00:30:00+08:00", "45418", "45418.75", "二〇二四年五月六日"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text):
    assert day(text) == (dt.date(2024, 5, 6), None)


@pytest.mark.parametrize("text", ["2013-02-30", "2024年13月1日", "20240230", "二〇一三年二月三十日"])
def test_a_day_that_no_calendar_has_is_told(text):
    value, wrong = day(text)
    assert value is None and "不是历法上有的日期" in wrong


@pytest.mark.parametrize("text", ["五月六日", "06/05/2024", "2024", "待定", "123456"])
def test_what_may_be_another_day_or_none_is_not_guessed(text):
    assert day(text)[0] is None


def test_a_named_pattern_reads_days_of_another_order():
    assert day_as("%d/%m/%Y")("06/05/2024") == (dt.date(2024, 5, 6), None)
    assert day_as("%d/%m/%Y")("30/02/2013")[0] is None


@pytest.mark.parametrize(
    ("unit", "text", "fen"),
    [
        ("万元", "2", 2_000_000),
        ("万元", "0.000001", 1),
        ("万元", "1.5", 1_500_000),
        ("元", "2,000.50", 200_050),
        ("元", "¥2，000", 200_000),
        ("元", "2万元", 2_000_000),
        ("万元", "2000元", 200_000),
        ("元", "贰万叁仟元伍角整", 2_300_050),
        ("元", "人民币壹亿零伍拾元整", 10_000_005_000),
        ("元", "拾元整", 1_000),
        ("万元", "叁", None),
        ("元", "叁佰零伍元零伍分", 30_505),
        ("元", "20000元（贰万元整）", 2_000_000),
        ("元", "0.30000000000000004", 30),
        ("分", "1.5", None),
        ("万元", "0.0000001", None),
        ("元", "-5", None),
        ("元", "若干", None),
    ],
)
def test_a_sum_is_whole_fen_or_told(unit, text, fen):
    value, wrong = money(unit)(text)
    assert value == fen and (wrong is None) == (fen is not None)


@pytest.mark.parametrize("text", ["罚款2万元，没收3000元", "20000元（叁万元整）", "1000；2000"])
def test_two_sums_in_one_cell_are_flagged_and_none_is_taken(text):
    value, wrong = money("元")(text)
    assert value is None and "2 笔金额" in wrong


def test_codes_come_by_our_label_by_their_own_word_or_as_they_are():
    kinds = listed(code({"警": "warning"}, {"warning": "警告", "fine": "罚款"}), "；;、")
    assert kinds("罚款；警") == (["fine", "warning"], None)
    assert kinds("fine") == (["fine"], None)
    assert "“拘役”不在代码表里" in kinds("罚款、拘役")[1]


def test_yes_no_and_numbers():
    assert [yesno(t)[0] for t in ("是", "无", "√", "也许")] == [True, False, True, None]
    assert [whole(t)[0] for t in ("3", "1,200", "2人", "2.0", "2.5")] == [3, 1200, 2, 2, None]
