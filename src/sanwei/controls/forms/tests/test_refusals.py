"""What is not well formed is refused in a Chinese sentence: forms, windows, histories."""

import datetime as dt

import polars as pl
import pytest

from sanwei.controls.forms import (
    FormError,
    History,
    Window,
    chain_response,
    exclusive_choice,
    existence,
    in_range,
    init,
    judge_form,
    longest_gap,
    persons,
    precedence,
    quota,
    required,
    response,
    steps,
    succession,
    valid_in,
)

from .slow_calendar import fast
from .test_forms import SERVED, WEEK, day, history, said

CALENDAR = fast()


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: Window(unit="hours"), "单位"),
        (lambda: Window(least=3, most=2), "上限不能小于下限"),
        (lambda: Window(least=2, most=2, strict="most"), "没有任何一天"),
        (lambda: Window(roll=True), "无从顺延"),
        (lambda: Window(least=1, same_day="counts"), "same_day"),
        (lambda: response("甲", "乙", within=WEEK, versions=[(None, None, WEEK)]), "只能写一个"),
        (lambda: response("甲", "乙", versions=[(None, day("05-02"), WEEK), (day("05-02"), None, WEEK)]), "重叠"),
        (lambda: response("甲", "乙", versions=[(day("05-03"), day("05-02"), WEEK)]), "早于"),
        (lambda: response("甲", "乙", void_when="乙"), "使义务消灭"),
        (lambda: response("甲", "甲", correlate=("a", "b")), "两种活动不能相同"),
        (lambda: response("甲", "乙", wihtin=WEEK), "wihtin"),
        (lambda: existence("甲", whn=1), "whn"),
        (lambda: response("", "乙"), "不能为空"),
        (lambda: response(steps("甲", pl.col("x")), "乙", when=pl.col("y")), "合成一个"),
        (lambda: precedence("甲", "乙", within=Window(most=3, roll=True)), "不能顺延"),
        (lambda: succession("甲", "乙", within=Window(most=3, roll=True)), "不能顺延"),
        (lambda: chain_response("甲", "乙", within=Window(most=3, same_day="counts")), "same_day"),
        (lambda: existence("甲", 0), "至少是一"),
        (lambda: exclusive_choice("甲", "甲"), "不能相同"),
        (lambda: init("甲", versions=[(None, None, WEEK)]), "没有期间"),
        (lambda: persons("甲", 0), "至少是一"),
        (lambda: longest_gap("甲", 0), "间隔"),
        (lambda: quota("甲", pl.col("x")), "下限"),
        (lambda: quota("甲", pl.col("x"), least=101), "0 到 100"),
        (lambda: quota("甲", pl.col("x"), least=1, period="week"), "周期"),
        (lambda: valid_in("甲", pl.DataFrame({"no": []}), "no"), "valid_from"),
        (
            lambda: in_range("甲", "x", pl.DataFrame({"k": ["一", "一"], "least": [1, 2], "most": [3, 4]}), "k"),
            "两行幅度",
        ),
    ],
)
def test_a_form_that_is_not_well_formed_is_refused_in_words(build, says):
    with pytest.raises(FormError, match=says):
        build()


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        (pl.DataFrame({"case_id": ["甲"], "activity": ["决定"]}), "缺少“on”"),
        (
            pl.DataFrame(
                {"case_id": [None], "activity": ["决定"], "on": [day("05-06")]}, schema_overrides={"case_id": pl.String}
            ),
            "没有写明",
        ),
        (
            pl.DataFrame({"case_id": ["甲"], "activity": ["决定"], "on": [dt.datetime(2024, 5, 6, tzinfo=dt.UTC)]}),
            "须是日期",
        ),
        (pl.DataFrame({"case_id": ["甲"], "activity": ["决定"], "on": [day("05-06")], "seq": ["1"]}), "整数"),
        (pl.DataFrame({"case_id": ["甲"], "activity": ["决定"], "on": [day("05-06")], "§row": [1]}), "§"),
    ],
)
def test_what_is_no_history_is_refused_in_words(frame, says):
    with pytest.raises(FormError, match=says):
        judge_form(frame, SERVED, CALENDAR, day("05-31"))


def test_a_column_that_the_history_lacks_is_named():
    with pytest.raises(FormError, match="note"):
        said(required("决定", "note"), "甲 决定 05-06")


def test_a_history_made_ready_for_one_day_is_not_judged_on_another():
    ready = History(history("甲 决定 05-06"), day("05-31"))
    with pytest.raises(FormError, match="整理"):
        judge_form(ready, SERVED, CALENDAR, day("06-01"))
