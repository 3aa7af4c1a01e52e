"""A log against its rulebook: one row a control and activation, with ids of the source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sanwei.audit.reading import Log, SourceError
from sanwei.controls.forms import History, judge_form
from sanwei.lawbook import Calendar

from .reading import Rulebook

CASE = "case:"  # before the name of an attribute of the matter
STEPS = {
    "control": pl.String,
    "grain": pl.String,
    "case_id": pl.String,
    "row": pl.Int64,
    "since": pl.Date,
    "due": pl.Date,
    "done": pl.Date,
    "provisional": pl.Boolean,
    "verdict": pl.UInt8,
    "by": pl.Int64,
    "tie": pl.Boolean,
}


@dataclass(frozen=True)
class LogJudgement:
    """`findings`: columns `STEPS`, as `controls.judge` gives them (grain "step"; row and by: place of the step in the
    source), and `tie`: the order within a day, which is not recorded, would decide.

    `missing`: control → attributes that the log has no column for; such a control was not assessed.
    `unseen`: activities that a rule names and the log does not have, by control: it may be a slip of the pen.
    """

    findings: pl.DataFrame
    missing: Mapping[str, tuple[str, ...]]
    unseen: Mapping[str, tuple[str, ...]]
    as_of: dt.date


def judge_log(
    log: Log, calendar: Calendar, as_of: dt.date, *, rulebook: Rulebook | None = None, keep_not_asked: bool = False
) -> LogJudgement:
    """Judges every rule over the log. SourceError where there is no rulebook."""
    book = rulebook or log.rulebook
    if book is None:
        raise SourceError("事件日志要有规则文件才能判断；请用 --controls 指定（写法见 docs/audit/rulebook.md）。")
    there = set(log.events.collect_schema().names())
    of_case = {f"{CASE}{n}": n for n in log.cases.collect_schema().names() if n != "case_id"}
    missing = {r.code: gone for r in book.rules if (gone := tuple(sorted(r.columns - there - of_case.keys())))}
    rules = [r for r in book.rules if r.code not in missing]
    wanted = {c for r in rules for c in r.columns}
    events = _events(log, book, wanted & there, {c: of_case[c] for c in wanted - there})
    history = History(events, as_of)
    known = set(events["activity"].unique())
    unseen = {r.code: gone for r in rules if (gone := tuple(a for a in activities(r.form) if a not in known))}
    found = []
    for r in rules:
        told = judge_form(history, r.form, calendar, as_of, closed=book.closed)
        if not keep_not_asked:
            told = told.filter(pl.col("verdict") != 0)
        found.append(told.with_columns(pl.lit(r.code).alias("control")))
    findings = pl.concat(found) if found else pl.DataFrame(schema=STEPS)
    findings = findings.with_columns(pl.lit("step").alias("grain"))
    return LogJudgement(findings.select(pl.col(n).cast(t) for n, t in STEPS.items()), missing, unseen, as_of)


def _events(log: Log, book: Rulebook, own: set[str], of_case: dict[str, str]) -> pl.DataFrame:
    """The steps with the columns that the rules read, in the order of the source."""
    order = pl.col("place") if book.order == "source" else pl.col("seq")
    more = sorted(own - {"case_id", "activity", "on", "seq"})
    events = log.events.select("case_id", "activity", "on", order.alias("seq"), *more)
    if of_case:
        cases = log.cases.unique("case_id", keep="first", maintain_order=True)
        cases = cases.select("case_id", *(pl.col(n).alias(c) for c, n in of_case.items()))
        events = events.join(cases, on="case_id", how="left", maintain_order="left")
    return events.collect()


def activities(form: object) -> tuple[str, ...]:
    """Activities that a form names."""
    found: list[str] = []
    for part in form.parts:  # type: ignore[attr-defined]
        for value in vars(part).values():
            found += getattr(value, "activities", None) or ()
    return tuple(dict.fromkeys(found))
