"""What a form says of a handful of steps: the table of verdicts, time, order, what is not recorded, what is not well
formed.
"""

import datetime as dt

import polars as pl
import pytest

from sanwei.controls.forms import (
    Condition,
    Window,
    absence,
    alternate_response,
    chain_response,
    choice,
    co_existence,
    end,
    existence,
    init,
    judge_form,
    judge_forms,
    longest_gap,
    not_response,
    persons,
    precedence,
    responded_existence,
    response,
    succession,
)
from sanwei.controls.verdict import Verdict

from .slow_calendar import fast

CALENDAR = fast()
WEEK = Window(most=7, unit="working_days")


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(f"2024-{text}") if text else None


def history(*rows: str, **columns: list) -> pl.DataFrame:
    """Rows «matter activity day[#seq]»; «-» is a day not recorded."""
    found = []
    for row in rows:
        case, activity, on = row.split()
        on, _, seq = on.partition("#")
        found.append((case, activity, None if on == "-" else day(on), int(seq) if seq else None))
    kinds = {"case_id": pl.String, "activity": pl.String, "on": pl.Date, "seq": pl.Int64}
    return pl.DataFrame(found, schema=kinds, orient="row").with_columns(pl.Series(n, v) for n, v in columns.items())


def said(form, *rows: str, as_of: str = "12-30", closed=False, **columns: list) -> list[str]:
    found = judge_form(history(*rows, **columns), form, CALENDAR, day(as_of), closed=closed)
    return [Verdict(v).label + ("（同日）" if tie else "") for v, tie in found.select("verdict", "tie").iter_rows()]


SERVED = response("决定", "送达", within=WEEK, void_when="撤销")


@pytest.mark.parametrize(
    ("rows", "as_of", "verdict"),
    [
        (("甲 决定 05-06", "甲 送达 05-14"), "05-31", "合规"),
        (("甲 决定 05-06", "甲 送达 05-15"), "05-31", "迟延"),
        (("甲 决定 05-06",), "05-14", "待办"),
        (("甲 决定 05-06",), "05-15", "逾期"),
        (("甲 决定 05-06", "甲 送达 05-15"), "05-14", "待办"),
        (("甲 决定 05-06", "甲 撤销 05-14"), "05-31", "消灭"),
        (("甲 决定 05-06", "甲 撤销 05-15"), "05-31", "逾期"),
        (("甲 决定 05-06", "甲 送达 05-08", "甲 撤销 05-09"), "05-31", "合规"),
        (("甲 决定 05-06", "甲 撤销 05-08", "甲 送达 05-09"), "05-31", "消灭"),
        (("甲 决定 -",), "05-31", "无法判定"),
        (("甲 决定 05-06", "甲 送达 -"), "05-31", "无法判定"),
        (("甲 决定 05-06#2", "甲 送达 05-06#1"), "05-31", "逾期"),
        (("甲 决定 05-06#1", "甲 送达 05-06#2"), "05-31", "合规"),
        (("甲 决定 05-06", "甲 送达 05-06"), "05-31", "无法判定（同日）"),
        (("甲 决定 05-06", "甲 送达 05-06", "甲 送达 05-07"), "05-31", "合规"),
        (("甲 决定 05-06", "乙 送达 05-07"), "05-31", "逾期"),
    ],
)
def test_the_table_of_verdicts_holds_for_a_response(rows, as_of, verdict):
    assert said(SERVED, *rows, as_of=as_of) == [verdict]


def test_each_activation_has_its_own_verdict():
    assert said(SERVED, "甲 决定 05-06", "甲 送达 05-08", "甲 决定 05-20", as_of="06-30") == ["合规", "逾期"]


def test_one_service_after_two_decisions_serves_both_but_not_where_they_alternate():
    rows = ("甲 决定 05-06", "甲 决定 05-07", "甲 送达 05-08")
    assert said(SERVED, *rows) == ["合规", "合规"]
    assert said(alternate_response("决定", "送达", within=WEEK), *rows) == ["违反", "合规"]


def test_the_row_tells_the_due_day_and_what_discharged_it():
    found = judge_form(history("甲 决定 04-30", "甲 送达 05-11"), SERVED, CALENDAR, day("05-31")).row(0, named=True)
    assert found == {
        "case_id": "甲", "row": 0, "since": day("04-30"), "due": day("05-13"), "done": day("05-11"), "by": 1,
        "verdict": Verdict.KEPT, "provisional": False, "tie": False,
    }  # fmt: skip


def test_the_last_day_of_a_term_in_days_rolls_to_the_next_working_day():
    rows = ("甲 决定 04-24", "甲 送达 05-06")
    assert said(response("决定", "送达", within=Window(most=7)), *rows) == ["迟延"]
    assert said(response("决定", "送达", within=Window(most=7, roll=True)), *rows) == ["合规"]


def test_a_strict_bound_does_not_count_itself():
    rows = ("甲 决定 05-06", "甲 送达 05-09")
    assert said(response("决定", "送达", within=Window(most=3)), *rows) == ["合规"]
    assert said(response("决定", "送达", within=Window(most=3, strict="most")), *rows) == ["迟延"]
    assert said(response("决定", "送达", within=Window(least=3, most=9)), *rows) == ["合规"]
    assert said(response("决定", "送达", within=Window(least=3, most=9, strict="least")), *rows, as_of="05-31") == [
        "逾期"
    ]


def test_a_target_before_the_window_opens_discharges_only_a_preemptive_obligation():
    rows = ("甲 送达 05-05", "甲 决定 05-06")
    assert said(response("决定", "送达", within=WEEK), *rows) == ["逾期"]
    assert said(response("决定", "送达", within=WEEK, preemptive=True), *rows) == ["合规"]


def test_where_the_same_day_counts_no_order_is_asked():
    form = response("决定", "送达", within=Window(most=7, same_day="counts"))
    assert said(form, "甲 决定 05-06", "甲 送达 05-06") == ["合规"]
    assert said(form, "甲 决定 05-06#2", "甲 送达 05-06#1") == ["合规"]


def test_a_version_is_picked_by_the_day_of_the_activation():
    form = response(
        "决定", "送达", versions=[(None, day("05-31"), Window(most=7)), (day("06-03"), None, Window(most=2))]
    )
    late = ("甲 决定 05-31", "甲 送达 06-05", "乙 决定 06-03", "乙 送达 06-06", "丙 决定 06-01", "丙 送达 06-02")
    assert said(form, *late) == ["合规", "迟延", "不适用"]
    assert said(init("立案", versions=[(day("06-01"), None, Window())]), "甲 决定 05-31", "乙 决定 06-01") == [
        "不适用",
        "违反",
    ]


def test_an_attribute_must_be_equal_on_both():
    form = response("决定", "送达", within=WEEK, correlate=("no", "of"))
    rows = ("甲 决定 05-06", "甲 决定 05-07", "甲 送达 05-08", "甲 决定 05-09")
    assert said(form, *rows, no=["一", "二", None, None], of=[None, None, "二", None]) == ["逾期", "合规", "无法判定"]


def test_conditions_pick_activation_and_target_and_what_they_cannot_tell_is_undetermined():
    form = response("决定", "送达", within=WEEK, when=pl.col("big"), target=pl.col("ok"))
    rows = ("甲 决定 05-06", "乙 决定 05-06", "丙 决定 05-06", "丁 决定 05-06", "丙 送达 05-07", "丁 送达 05-07")
    big, ok = [False, None, True, True, None, None], [None, None, None, None, True, None]
    assert said(form, *rows, big=big, ok=ok) == ["不适用", "无法判定", "合规", "无法判定"]


def test_a_revoked_step_is_no_target_and_a_revoked_activation_is_void():
    rows = ("甲 决定 05-06", "甲 送达 05-08", "乙 决定 05-06")
    assert said(SERVED, *rows, cancelled_on=[None, day("05-20"), day("05-14")], as_of="05-31") == ["逾期", "消灭"]
    assert said(SERVED, *rows, cancelled_on=[None, day("05-20"), day("05-15")], as_of="05-31") == ["逾期", "逾期"]
    assert said(SERVED, *rows, cancelled_on=[None, day("05-20"), None], as_of="05-19") == ["合规", "逾期"]


def test_a_revocation_on_the_day_of_the_discharge_leaves_a_tie():
    assert said(SERVED, "甲 决定 05-06#1", "甲 送达 05-08#2", cancelled_on=[day("05-08"), None]) == ["无法判定（同日）"]


def test_past_a_due_day_in_a_year_not_published_nobody_can_say_whether_it_is_late():
    rows = history("甲 决定 12-25")
    found = judge_form(rows, SERVED, CALENDAR, dt.date(2025, 1, 31)).row(0, named=True)
    assert (found["verdict"], found["provisional"]) == (Verdict.UNDETERMINED, True)
    found = judge_form(rows, SERVED, CALENDAR, dt.date(2024, 12, 31)).row(0, named=True)
    assert (found["verdict"], found["provisional"]) == (Verdict.PENDING, True)


def test_what_has_no_due_day_is_a_breach_only_once_the_matter_has_ended():
    form = response("决定", "送达")
    rows = ("甲 决定 05-06", "乙 决定 05-06", "乙 结案 06-01")
    assert said(form, *rows) == ["待办", "待办"]
    assert said(form, *rows, closed="结案") == ["待办", "违反"]
    assert said(form, *rows, closed="结案", as_of="05-31") == ["待办", "待办"]
    assert said(form, *rows, closed=True) == ["违反", "违反"]
    assert said(end("结案"), *rows, closed="结案") == ["待办", "合规"]


def test_what_is_forbidden_and_did_not_happen_is_kept():
    assert said(not_response("结案", "调查"), "甲 结案 05-06", "乙 结案 05-06", "乙 调查 05-08") == ["合规", "违反"]
    assert said(absence("罚款", 2), "甲 罚款 05-06", "乙 罚款 05-06", "乙 罚款 05-08") == ["合规", "违反"]


def test_precedence_looks_back_from_the_day_of_the_activation():
    form = precedence("告知", "决定", within=Window(least=3, most=10))
    rows = ("甲 告知 05-06", "甲 决定 05-09", "乙 告知 05-07", "乙 决定 05-09", "丙 告知 05-01", "丙 决定 05-13")
    assert said(form, *rows) == ["合规", "违反", "违反"]


def test_an_unrelated_step_breaks_a_chain_but_an_excuse_does_not():
    assert said(
        chain_response("决定", "送达", void_when="撤销"), "甲 决定 05-06", "甲 回访 05-07", "甲 送达 05-08"
    ) == ["违反"]
    assert said(chain_response("决定", "送达"), "甲 决定 05-06", "甲 送达 05-08", "甲 回访 05-08") == [
        "无法判定（同日）"
    ]


def test_only_steps_that_a_form_looks_at_unsettle_the_order_of_a_day():
    assert said(response("决定", "送达"), "甲 决定 05-06#1", "甲 送达 05-06#2", "甲 回访 05-06") == ["合规"]
    assert said(response("决定", "送达"), "甲 决定 05-06#1", "甲 送达 05-06#1") == ["无法判定（同日）"]


def test_a_step_without_a_day_is_enough_where_no_day_is_asked():
    assert said(responded_existence("决定", "审核"), "甲 审核 -", "甲 决定 05-06") == ["合规"]
    assert said(existence("审核"), "甲 审核 -", "甲 决定 05-06") == ["合规"]
    assert said(precedence("审核", "决定"), "甲 审核 -", "甲 决定 05-06") == ["无法判定"]


def test_what_happened_after_the_day_is_unseen():
    rows = ("甲 决定 05-06", "乙 决定 06-06")
    assert said(SERVED, *rows, as_of="05-31") == ["逾期"]
    assert said(SERVED, *rows, as_of="05-01") == []


def test_an_empty_history_has_no_verdicts():
    forms = [
        SERVED,
        existence("决定"),
        end("决定"),
        persons("决定"),
        longest_gap("决定", 3),
        co_existence("决定", "送达"),
    ]
    frames = judge_forms(history().with_columns(person=pl.lit(None, dtype=pl.String)), forms, CALENDAR, day("05-31"))
    assert [f.height for f in frames] == [0] * len(forms)


def test_many_forms_over_one_history_say_what_each_says_alone():
    rows = history("甲 决定 05-06", "甲 送达 05-08", "乙 决定 05-06")
    forms = [SERVED, succession("决定", "送达"), choice("决定", "送达")]
    for form, together in zip(forms, judge_forms(rows, forms, CALENDAR, day("05-31")), strict=True):
        assert together.equals(judge_form(rows, form, CALENDAR, day("05-31")))


def test_each_form_says_itself():
    assert (
        response("作出决定", "送达", within=WEEK).says
        == "每次“作出决定”之后，须在 7 个工作日内有一次“送达”（同日计入）"
    )
    strict = Window(least=3, most=7, strict="both", unit="months")
    assert (
        precedence("甲", ("乙", "丙"), within=strict).says
        == "每次“乙”或者“丙”之前，须在超过 3 个月以前、不满 7 个月的期间内有过“甲”"
    )
    big = Condition(pl.col("value") > 0, "罚款的")
    rolled = response("甲", "乙", when=big, within=Window(most=3, roll=True), correlate="no", labels={"no": "文号"})
    assert (
        rolled.says
        == "每次“甲”（罚款的）之后，须在 3 日内有一次“乙”（同日计入；末日不是工作日的顺延至下一工作日；两步的文号相同）"
    )
    dated = response("甲", "乙", versions=[(None, day("05-01"), Window(most=3)), (day("05-02"), None, Window(most=5))])
    assert (
        dated.says
        == "每次“甲”之后，须在当时规定的期间内（2024年5月1日止：3 日内；2024年5月2日起：5 日内）有一次“乙”（同日计入）"
    )
