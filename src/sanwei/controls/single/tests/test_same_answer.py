"""One matter judged as plain rows gets the answers that columns give: every control, every derived fact, on rows of
anything.
"""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sanwei.controls.judge import judge
from sanwei.controls.register import register
from sanwei.controls.single.deriving import complete, derive
from sanwei.controls.single.judging import judge_one
from sanwei.controls.single.reading import UnreadError, read
from sanwei.controls.verdict import Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts import frames as columns
from sanwei.facts.vocabulary import WORDS
from sanwei.lawbook import lawbook

CASE = "甲"
# Windows in which something changes: law, thresholds, a long holiday, the end of the published calendar.
STARTS = [dt.date.fromisoformat(d) for d in "2012-06-08 2013-06-07 2021-07-05 2024-04-26 2026-12-10".split()]
SUMS = [0, 1, 20_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000, 10_000_000]
TEXTS = ["", "  ", "无", "有事实，有证据。", "d1", "d2", "410001", "410002", "XZCF2021 §32", "summary", "passed"]
GRAINS = [g for g in VOCABULARY.grains.values() if g.many]
DERIVED = frozenset(n for n, f in VOCABULARY.facts.items() if f.derived)


def value_of(fact, days):
    """Something a source may have written under this fact, nothing among it."""
    if fact.is_day:
        some = days
    elif fact.dtype == pl.Boolean:
        some = st.booleans()
    elif fact.dtype == WORDS:
        some = st.lists(st.sampled_from(list(fact.codes) or TEXTS), max_size=3)
    elif fact.dtype == pl.Int64:
        some = st.sampled_from(SUMS if fact.unit == "分" else [0, 1, 2, 2012, 2021, 2024])
    else:
        some = st.sampled_from(list(fact.codes) or TEXTS)
    return st.one_of(st.none(), some, some, some)


@st.composite
def matters(draw):
    """(rows of one matter by grain, as-of day)."""
    start = draw(st.sampled_from(STARTS))
    days = st.integers(0, 60).map(lambda n: start + dt.timedelta(days=n))
    rows = {"case": [{KEY: CASE} | _facts(draw, VOCABULARY.grain("case"), days)]}
    for grain in GRAINS:
        rows[grain.name] = [
            {KEY: CASE, grain.id: f"{grain.name[0]}{n}", grain.seq: draw(st.none() | st.integers(1, 5))}
            | _facts(draw, grain, days)
            for n in range(1, draw(st.integers(0, 2)) + 1)
        ]
    return rows, start + dt.timedelta(days=draw(st.integers(20, 90)))


def _facts(draw, grain, days):
    return {f.name: draw(value_of(f, days)) for f in grain.facts.values() if not f.derived}


def by_columns(rows, controls, as_of):
    frames = {g: columns.frame(g, found) for g, found in rows.items()}
    found = judge(frames, controls, lawbook(), as_of).each()
    return {
        (f["control"], f["row"]): tuple(f[n] for n in ("verdict", "since", "due", "done", "provisional")) for f in found
    }


def one_by_one(rows, controls, as_of):
    found = judge_one(rows, controls, lawbook(), as_of).each()
    return {
        (f["control"], f["row"]): tuple(f[n] for n in ("verdict", "since", "due", "done", "provisional")) for f in found
    }


@given(matters())
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
def test_both_ways_judge_alike(history):
    rows, as_of = history
    controls = list(register().values())
    a, b = one_by_one(rows, controls, as_of), by_columns(rows, controls, as_of)
    for key in a.keys() | b.keys():
        if a.get(key) != b.get(key):
            note(f"{key}: {a.get(key)} against {b.get(key)} on {as_of}")
    assert a == b


@given(matters())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_both_ways_derive_alike(history):
    rows, _ = history
    frames = columns.derive({g: columns.frame(g, found) for g, found in rows.items()}, DERIVED)
    plain = derive({g: [complete(g, r) for r in found] for g, found in rows.items()}, DERIVED)
    for name in sorted(DERIVED):
        fact = VOCABULARY.facts[name]
        key = VOCABULARY.grain(fact.grain).keys[-1]
        said = {i: tuple(v) if isinstance(v, list) else v for i, v in frames[fact.grain].select(key, name).iter_rows()}
        assert {r[key]: r[name] for r in plain.get(fact.grain, [])} == said, name


def test_an_expression_that_is_not_known_is_refused_by_name():
    with pytest.raises(UnreadError, match="Explode"):
        read(pl.col("a").explode())


def test_the_verdicts_are_verdicts():
    rows = {"case": [{KEY: CASE, "lead_on": dt.date(2024, 5, 6), "procedure": "ordinary"}]}
    found = list(judge_one(rows, register().values(), lawbook(), dt.date(2024, 5, 7)).each())
    assert found
    assert all(isinstance(f["verdict"], Verdict) for f in found)
