"""An event log against its rulebook: the same answer as of rows of facts, so that the same reports can be written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import polars as pl

from sanwei.audit.logs.ocel_json import write_ocel_json
from sanwei.audit.logs.ocel_out import ocel_of
from sanwei.audit.logs.ocel_sqlite import write_ocel_sqlite
from sanwei.audit.logs.xes_out import write_xes
from sanwei.audit.rulebook import LogJudgement, Rulebook, judge_log
from sanwei.audit.source import Log
from sanwei.controls.verdict import LABELS, Verdict

from .examining import ExamineError, Found, Question
from .outcome import LONGEST, OBLIGATIONS, STEPS, TALLY, UNKNOWN, WRONG, Outcome

UNDETERMINED = int(Verdict.UNDETERMINED)


EXPORTS = {"xes": "log.xes", "ocel": "log.jsonocel", "sqlite": "log.sqlite"}


def examine_log(question: Question, out: Path, exports: Collection[str] = ()) -> Found:
    """Judges the whole log. `exports`: formats of `EXPORTS` in which the log and its obligations are written for other
    programs. Raises `ExamineError` where there is nothing to judge it by.
    """
    log = question.source
    if not isinstance(log, Log) or log.rulebook is None:
        raise ExamineError("这是事件日志，要用 --controls 给出针对其活动的规则文件（写法见 docs/audit/rulebook.md）。")
    book = log.rulebook
    judged = judge_log(log, question.book.calendar, question.as_of)
    unseen = [
        f"规则“{code}”说到的活动，日志里没有：{'、'.join(gone)}。请核对是不是写错了名称。"
        for code, gone in judged.unseen.items()
    ]
    notes = (*log.reading.notes, *book.refused, *unseen)
    question = replace(question, source=replace(log, reading=replace(log.reading, notes=notes)))
    told = obligations(judged, book)
    file = out / "obligations.parquet"
    wanted = [int(v) for v in question.only]
    told.filter(pl.col("verdict").is_in(wanted)).write_parquet(file)
    _export(log, judged, book, out, exports)
    whole = _outcome(told, log)
    return Found(question, file, whole, {**judged.missing}, None)


def _export(log: Log, judged: LogJudgement, book: Rulebook, out: Path, exports: Collection[str]) -> None:
    says = {r.code: r.title for r in book.rules}
    for kind in exports:
        file = out / EXPORTS[kind]
        if kind == "xes":
            write_xes(log, file, judged.findings, says=says)
            continue
        found = ocel_of(log, judged.findings, says=says)
        file.unlink(missing_ok=True)
        (write_ocel_json if kind == "ocel" else write_ocel_sqlite)(found, file)


def obligations(judged: LogJudgement, book: Rulebook) -> pl.DataFrame:
    """The findings in the columns of `OBLIGATIONS`, each with its reason in Chinese."""
    names = {r.code: r.title for r in book.rules}
    says = {r.code: r.form.says for r in book.rules}
    clauses = {r.code: "；".join(r.clauses) for r in book.rules}
    code, verdict = pl.col("control"), pl.col("verdict")
    found = judged.findings.with_columns(
        code.replace_strict(names, return_dtype=pl.String).alias("title"),
        code.replace_strict(clauses, return_dtype=pl.String).alias("clause"),
        pl.lit(None, dtype=pl.String).alias("body_code"),
        pl.when(pl.col("by").is_not_null()).then(pl.format("第 {} 步", pl.col("by") + 1)).alias("discharged_by"),
        verdict.replace_strict({int(v): name for v, name in LABELS.items()}, return_dtype=pl.String).alias("state"),
        pl.when(verdict >= UNDETERMINED)
        .then(_reason(code.replace_strict(says, return_dtype=pl.String)))
        .alias("reason"),
    )
    return found.select(pl.col(n).cast(t) for n, t in OBLIGATIONS.items())


def _reason(says: pl.Expr) -> pl.Expr:
    """What was asked, and what the record says of it."""
    verdict, done, due = pl.col("verdict"), pl.col("done").cast(pl.String), pl.col("due").cast(pl.String)
    since = pl.col("since").cast(pl.String).fill_null("没有记录的日期")
    told = (
        pl.when(pl.col("tie"))
        .then(pl.lit("同一天里谁先谁后没有记录，而结论取决于先后"))
        .when(verdict == UNDETERMINED)
        .then(pl.lit("所需的日期、条件或者属性没有记录，无法判定"))
        .when(verdict == int(Verdict.LATE))
        .then(pl.format("应于 {} 前完成，实际 {} 完成", due, done))
        .when(verdict == int(Verdict.OVERDUE))
        .then(pl.format("应于 {} 前完成，至今没有完成", due))
        .when(done.is_not_null())
        .then(pl.format("{} 的一步与此不符", done))
        .otherwise(pl.lit("没有做到"))
    )
    return pl.concat_str([says, pl.lit("。"), since, pl.lit(" 的这一步："), told, pl.lit("。")])


def _outcome(told: pl.DataFrame, log: Log) -> Outcome:
    """What is counted of the obligations."""
    since, verdict = pl.col("since"), pl.col("verdict")
    month = (since.dt.year().cast(pl.Int32) * 12 + since.dt.month().cast(pl.Int32) - 1).alias("month")
    tally = told.group_by("control", "body_code", month, "verdict").agg(pl.len().cast(pl.Int64).alias("n"))
    done = told.filter(verdict.is_in([int(Verdict.KEPT), int(Verdict.LATE)]) & (pl.col("due") > since))
    days = done.select(
        "control",
        *((pl.col(a) - since).dt.total_days().clip(0, LONGEST).cast(pl.Int32).alias(b) for a, b in _SPANS),
    )
    steps = days.drop_nulls().group_by("control", "limit", "taken").agg(pl.len().cast(pl.Int64).alias("n"))
    worst = told.group_by("case_id").agg(verdict.max())
    wrong = worst.filter(verdict.is_in([int(v) for v in WRONG])).height
    open_ = worst.filter(verdict == UNDETERMINED).height
    every = log.cases.select(pl.col("case_id").n_unique()).collect().item()
    return Outcome(
        pl.DataFrame(schema=OBLIGATIONS),
        tally.select(list(TALLY)).cast(TALLY),
        steps.select(list(STEPS)),
        pl.DataFrame(schema=UNKNOWN),
        {"all": every, "wrong": wrong, "undetermined": open_},
    )


_SPANS = (("due", "limit"), ("done", "taken"))
