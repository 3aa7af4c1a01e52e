"""Forms about one step, about persons, across matters and quotas say what plain loops say, on random histories."""

import datetime as dt

import polars as pl
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sanwei.controls.forms import (
    Condition,
    binding,
    in_range,
    judge_form,
    longest_gap,
    persons,
    quota,
    required,
    separation,
    unique,
    valid_in,
)
from sanwei.controls.verdict import Verdict

from . import slow_calendar, slow_single
from .histories import STARTS, frame, histories
from .specs import EXPRESSIONS, NAMES

CALENDAR = slow_calendar.fast()
many = settings(max_examples=50, suppress_health_check=list(HealthCheck))
DAYS = st.integers(0, 12).flatmap(lambda n: st.sampled_from(STARTS).map(lambda d: d + dt.timedelta(days=n)))
MAYBE_DAY = st.one_of(st.none(), DAYS)
HISTORY = histories(("决定", "决定", "送达", "结案"))


def told(steps, form, today, closed=False) -> pl.DataFrame:
    return judge_form(frame(steps), form, CALENDAR, today, closed=closed)


def labels(found: pl.DataFrame) -> dict[int, str]:
    return {row: Verdict(code).label for row, code in found.select("row", "verdict").iter_rows()}


def when(named: str | None) -> Condition | None:
    return EXPRESSIONS.get(named)


@given(HISTORY, NAMES, st.data())
@many
def test_a_required_attribute(history, named, data):
    steps, today, _ = history
    notes = data.draw(st.lists(st.sampled_from((None, "", " ", "写明")), min_size=len(steps), max_size=len(steps)))
    found = judge_form(
        frame(steps).with_columns(pl.Series("note", notes, dtype=pl.String)),
        required("决定", "note", when=when(named)),
        CALENDAR,
        today,
    )
    steps = [s | {"note": n} for s, n in zip(steps, notes, strict=True)]
    assert labels(found) == slow_single.required(slow_single.seen(steps, today), {"of_if": named})


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "person": st.sampled_from(("甲", "乙", None)),
            "valid_from": MAYBE_DAY,
            "valid_until": MAYBE_DAY,
            "revoked_on": st.one_of(st.none(), st.none(), DAYS),
        }
    ),
    max_size=4,
)


@given(HISTORY, NAMES, ENTRIES)
@many
def test_a_look_up_in_a_register_on_the_day(history, named, entries):
    steps, today, _ = history
    dates = dict.fromkeys(("valid_from", "valid_until", "revoked_on"), pl.Date)
    register = pl.DataFrame(entries, schema={"person": pl.String} | dates, orient="row")
    form = valid_in("决定", register, "person", revoked="revoked_on", when=when(named))
    plain = slow_single.valid_in(slow_single.seen(steps, today), {"of_if": named, "register": entries})
    note(f"{steps}\n{entries}")
    assert labels(told(steps, form, today)) == plain


@given(HISTORY, NAMES, st.booleans(), st.data())
@many
def test_a_range_by_a_table(history, named, dated, data):
    steps, today, _ = history
    cut = data.draw(DAYS)
    bound = st.sampled_from((None, 5.0, 7.0, 10.0, 12.0))
    lines = [{"doc": "0", "least": data.draw(bound), "most": data.draw(bound), "from": None, "until": cut}]
    if dated and data.draw(st.booleans()):
        lines.append(
            {
                "doc": "0",
                "least": data.draw(bound),
                "most": data.draw(bound),
                "from": cut + dt.timedelta(days=data.draw(st.integers(1, 3))),
                "until": None,
            }
        )
    table = pl.DataFrame(
        lines,
        schema={"doc": pl.String, "least": pl.Float64, "most": pl.Float64, "from": pl.Date, "until": pl.Date},
        orient="row",
    )
    span = {"since": "from", "until": "until"} if dated else {}
    form = in_range("决定", "value", table, "doc", when=when(named), **span)
    plain = slow_single.in_range(slow_single.seen(steps, today), {"of_if": named, "ranges": lines, "dated": dated})
    assert labels(told(steps, form, today)) == plain


@given(
    HISTORY,
    NAMES,
    NAMES,
    st.booleans(),
    st.sampled_from(("决定", "送达")),
    st.sampled_from((None, ("doc", "doc"), ("doc", "ref"))),
)
@many
def test_separation_and_binding_of_duty(history, named, target, apart, b, same):
    steps, today, _ = history
    if same and b == "决定":
        same = ("doc", "doc")
    builder = separation if apart else binding
    form = builder("决定", b, when=when(named), target=when(target), correlate=same)
    spec = {"of_if": named, "target_if": target, "apart": apart, "b": b, "same": same}
    note(f"{spec}\n{steps}")
    assert labels(told(steps, form, today)) == slow_single.duty(slow_single.seen(steps, today), spec)


@given(HISTORY, NAMES, st.integers(1, 3), st.sampled_from((None, "doc")))
@many
def test_the_least_number_of_distinct_persons(history, named, least, per):
    steps, today, _ = history
    found = labels(told(steps, persons("决定", least, per=per, when=when(named)), today))
    assert found == slow_single.persons(slow_single.seen(steps, today), {"of_if": named, "least": least, "per": per})


@given(HISTORY, NAMES)
@many
def test_uniqueness_across_matters(history, named):
    steps, today, _ = history
    found = told(steps, unique("决定", "doc", when=when(named)), today)
    assert labels(found) == slow_single.unique(slow_single.seen(steps, today), {"of_if": named})
    for row, by, done in found.select("row", "by", "done").drop_nulls("by").iter_rows():
        assert (
            steps[by]["doc"] == steps[row]["doc"]
            and steps[by]["case_id"] != steps[row]["case_id"]
            and steps[by]["on"] == done
        )


@given(HISTORY, NAMES, st.integers(1, 4), st.sampled_from(("calendar_days", "working_days", "months")))
@many
def test_the_longest_gap(history, named, most, unit):
    steps, today, closed = history
    found = told(steps, longest_gap("决定", most, unit, when=when(named)), today, closed)
    plain = slow_single.longest_gap(
        slow_single.seen(steps, today), {"of_if": named, "most": most, "unit": unit}, today, closed
    )
    assert {
        case: (Verdict(code).label, since)
        for case, code, since in found.select("case_id", "verdict", "since").iter_rows()
    } == plain


@given(
    HISTORY,
    NAMES,
    st.sampled_from(("大额", "甲办")),
    st.booleans(),
    st.sampled_from((None, "month", "quarter", "year")),
    st.data(),
)
@many
def test_a_quota(history, named, hit, by, period, data):
    steps, today, _ = history
    least, most = data.draw(st.sampled_from(((50, 100), (0, 50), (0, 0), (34, 66), (100, 100))))
    given_ = {"least": least} if most == 100 else {"most": most} if least == 0 else {"least": least, "most": most}
    form = quota("决定", EXPRESSIONS[hit], **given_, by="person" if by else (), period=period, when=when(named))
    later = today + dt.timedelta(days=data.draw(st.sampled_from((0, 40, 400))))
    spec = {"of_if": named, "hit": hit, "by": by, "period": period, "least": least, "most": most}
    note(f"{spec}\n{steps}\n{later}")
    assert labels(told(steps, form, later)) == slow_single.quota(slow_single.seen(steps, later), spec, later)
