"""Sentences made for many rows at once are those made for one."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from sanwei.audit.run.saying import clauses, reason, unknown
from sanwei.controls.register import register
from sanwei.controls.words import cites, sentence
from sanwei.facts import VOCABULARY
from sanwei.lawbook import lawbook

DAY = dt.date(2024, 5, 2)
SUMS = [0, 5, 99_950, 100_000, 123_456_789, 100_000_000_050]


def value(name: str, n: int) -> object:
    fact = VOCABULARY.facts.get(name)
    if fact is None or fact.dtype == pl.Date:
        return DAY + dt.timedelta(days=n)
    codes = [*fact.codes, "别的"] if fact.codes else ["XZCF2021 §60", "甲"]
    if fact.dtype == pl.List(pl.String):
        return codes[: n + 1]
    return {pl.Boolean: n % 2 == 0, pl.Int64: SUMS[n % len(SUMS)], pl.String: codes[n % len(codes)]}[fact.dtype]


@pytest.mark.parametrize("control", register().values(), ids=lambda c: c.code)
def test_a_sentence_for_many_rows_is_the_sentence_for_one(control):
    names = [*sorted(control.needs), "due"]
    types = {n: VOCABULARY.facts[n].dtype if n in VOCABULARY.facts else pl.Date for n in names}
    rows = [{n: value(n, at) for n in names} for at in range(6)] + [dict.fromkeys(names)]
    told = pl.DataFrame(rows, schema=types).select(reason(control, lawbook()).alias("says"))["says"].to_list()
    assert told == [sentence(control, row) for row in rows]


def test_what_is_not_recorded_is_named_and_what_is_open_for_another_reason_is_said():
    control = register()["case.served-in-time"]
    names = [n for n in control.roots if n in VOCABULARY.facts]
    types = {n: VOCABULARY.facts[n].dtype for n in names}
    rows = [{n: value(n, 0) for n in names}, {n: value(n, 0) for n in names if n != "d_procedure"}]
    said = pl.DataFrame(rows, schema=types).select(unknown(control).alias("says"))["says"].to_list()
    assert said == ["期限跨进没有公布放假安排的年份，还不能断定是否届满", "没有记录：本案程序"]


def test_the_clauses_are_those_in_force_on_the_day():
    control, book = register()["case.served-in-time"], lawbook()
    days = [dt.date(2020, 1, 2), dt.date(2024, 1, 2), None]
    told = pl.DataFrame({"on": days}, schema={"on": pl.Date}).select(clauses(control, book, pl.col("on")))
    each = ["；".join(cite for cite, _ in cites(control, book, day)) for day in days[:2]]
    assert told.to_series().to_list() == [*each, "；".join(book.clause(c).cite for c in control.clauses)]
