"""What one part of a source came to: its obligations one by one, and what is counted of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import polars as pl

from sanwei.controls.control import Control
from sanwei.controls.judge import Sheet
from sanwei.controls.verdict import LABELS, Verdict
from sanwei.facts import KEY, VOCABULARY
from sanwei.lawbook import Lawbook

from .saying import clauses, lacking, reason, unknown

OBLIGATIONS = {
    "control": pl.String,
    "title": pl.String,
    "clause": pl.String,
    "grain": pl.String,
    KEY: pl.String,
    "body_code": pl.String,
    "row": pl.String,
    "since": pl.Date,
    "due": pl.Date,
    "provisional": pl.Boolean,
    "done": pl.Date,
    "discharged_by": pl.String,
    "verdict": pl.UInt8,
    "state": pl.String,
    "reason": pl.String,
}
TALLY = {"control": pl.String, "body_code": pl.String, "month": pl.Int32, "verdict": pl.UInt8, "n": pl.Int64}
STEPS = {"control": pl.String, "limit": pl.Int32, "taken": pl.Int32, "n": pl.Int64}
UNKNOWN = {"control": pl.String, "fact": pl.String, "n": pl.Int64}
FINDINGS = frozenset({Verdict.UNDETERMINED, Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH})
WRONG = frozenset({Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH})
ASKED = frozenset(Verdict) - {Verdict.NOT_ASKED}
LONGEST = 3000  # days; what lasted longer is counted as this

_BODY = "\0body"


@dataclass
class Outcome:
    """One part, or all of them. `tally`: control × body × month × verdict (month: year × 12 + month − 1, null where the
    day is not known); `steps`: days each timed step took, and had; `unknown`: how often a fact that a control reads was
    not recorded where its verdict could not be told; `matters`: how many, and how many of them with a finding.
    """

    obligations: pl.DataFrame
    tally: pl.DataFrame
    steps: pl.DataFrame
    unknown: pl.DataFrame
    matters: dict[str, int]
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)


def outcome(sheets: Iterable[Sheet], bodies: pl.DataFrame, book: Lawbook, only: Collection[Verdict]) -> Outcome:
    """`bodies`: case_id, body_code. `only`: the verdicts whose obligations are written one by one."""
    codes = bodies.select("body_code").unique().drop_nulls().sort("body_code").with_row_index(_BODY, offset=1)
    numbered = bodies.join(codes, on="body_code", how="left").select(KEY, _BODY)
    written, tallies, steps, lacks = [], [], [], []
    worst: list[pl.DataFrame] = []
    for sheet in sheets:
        told = sheet.told.collect()
        wide = told.hstack(sheet.facts.drop([c for c in (KEY, *told.columns) if c in sheet.facts.columns]))
        wide = wide.join(numbered, on=KEY, how="left", maintain_order="left")
        written += _obligations(wide, sheet, book, only)
        tallies += _tallies(wide, sheet.controls)
        steps += _steps(wide, sheet.controls)
        lacks += _lacks(wide, sheet.controls)
        bad = pl.max_horizontal(c.code for c in sheet.controls)
        worst.append(wide.select(KEY, bad.alias("worst")).filter(pl.col("worst") >= int(Verdict.UNDETERMINED)))
    tally = _concat(tallies, {"control": pl.String, "key": pl.Int64, "n": pl.Int64})
    return Outcome(
        _concat(written, OBLIGATIONS | {_BODY: pl.UInt32}).pipe(_with_bodies, codes).select(list(OBLIGATIONS)),
        _unpacked(tally).pipe(_with_bodies, codes).select(list(TALLY)),
        _concat(steps, STEPS),
        _concat(lacks, UNKNOWN),
        _matters(bodies, worst),
    )


def _matters(bodies: pl.DataFrame, worst: list[pl.DataFrame]) -> dict[str, int]:
    bad = pl.concat(worst).group_by(KEY).agg(pl.col("worst").max()) if worst else None
    wrong = 0 if bad is None else bad.filter(pl.col("worst") > int(Verdict.UNDETERMINED)).height
    return {"all": bodies.height, "wrong": wrong, "undetermined": 0 if bad is None else bad.height - wrong}


def _with_bodies(df: pl.DataFrame, codes: pl.DataFrame) -> pl.DataFrame:
    return df.join(codes, on=_BODY, how="left", maintain_order="left")


def _obligations(wide: pl.DataFrame, sheet: Sheet, book: Lawbook, only: Collection[Verdict]) -> list[pl.DataFrame]:
    lazy, wanted = wide.lazy(), [int(v) for v in only]
    found = [_written(lazy.filter(pl.col(c.code).is_in(wanted)), c, sheet.grain, book) for c in sheet.controls]
    return pl.collect_all(found)


def _written(lf: pl.LazyFrame, c: Control, grain: str, book: Lawbook) -> pl.LazyFrame:
    nothing, verdict, since = pl.lit(None, dtype=pl.Date), pl.col("verdict"), pl.col("since")
    # the facts keep their names: the columns of the obligation are named last
    lf = lf.with_columns(
        pl.col(c.code).alias("verdict"),
        pl.col(f"{c.code}~since").alias("since"),
        (pl.col(f"{c.code}~due") if c.timed else nothing).alias("due"),
        (pl.col(f"{c.code}~done") if c.timed else nothing).alias("done"),
        (pl.col(f"{c.code}~provisional") if c.timed else pl.lit(False)).alias("provisional"),
    )
    says = (
        pl.when(verdict == int(Verdict.UNDETERMINED))
        .then(unknown(c))
        .when(verdict > int(Verdict.UNDETERMINED))
        .then(reason(c, book))
    )
    by = pl.when(pl.col("done").is_not_null()).then(pl.lit(_discharger(c), dtype=pl.String))
    return lf.select(
        pl.lit(c.code).alias("control"),
        pl.lit(c.title).alias("title"),
        clauses(c, book, since).alias("clause"),
        pl.lit(grain).alias("grain"),
        KEY,
        "row",
        "since",
        "due",
        "provisional",
        "done",
        by.alias("discharged_by"),
        "verdict",
        verdict.replace_strict({int(v): name for v, name in LABELS.items()}, return_dtype=pl.String).alias("state"),
        says.alias("reason"),
        _BODY,
    )


def _discharger(c: Control) -> str | None:
    """The label of the event that discharges the duty."""
    if c.done is None:
        return None
    return "、".join(VOCABULARY.facts[n].label for n in c.done.meta.root_names() if n in VOCABULARY.facts) or None


def _tallies(wide: pl.DataFrame, controls: Iterable[Control]) -> list[pl.DataFrame]:
    lazy = wide.lazy()
    body = pl.col(_BODY).fill_null(0).cast(pl.Int64)
    queries = []
    for c in controls:
        since = pl.col(f"{c.code}~since")
        month = (since.dt.year().cast(pl.Int64) * 12 + since.dt.month().cast(pl.Int64) - 1).fill_null(0)
        key = (body * 65_536 + month) * 8 + pl.col(c.code)
        asked = lazy.filter(pl.col(c.code) != int(Verdict.NOT_ASKED))
        told = asked.select(key.alias("key")).group_by("key").agg(pl.len().cast(pl.Int64).alias("n"))
        queries.append(told.select(pl.lit(c.code).alias("control"), "key", "n"))
    return pl.collect_all(queries)


def _unpacked(tally: pl.DataFrame) -> pl.DataFrame:
    key = pl.col("key")
    month = (key // 8 % 65_536).cast(pl.Int32)
    return tally.with_columns(
        (key % 8).cast(pl.UInt8).alias("verdict"),
        pl.when(month > 0).then(month).alias("month"),
        (key // 8 // 65_536).cast(pl.UInt32).alias(_BODY),
    )


def _steps(wide: pl.DataFrame, controls: Iterable[Control]) -> list[pl.DataFrame]:
    lazy, queries = wide.lazy(), []
    for c in (c for c in controls if c.timed and c.due.since.meta.root_names()):
        begun, due, done = c.due.since, pl.col(f"{c.code}~due"), pl.col(f"{c.code}~done")
        asked = lazy.filter(pl.col(c.code).is_in([int(Verdict.KEPT), int(Verdict.LATE)]))
        days = asked.select(
            (due - begun).dt.total_days().clip(0, LONGEST).cast(pl.Int32).alias("limit"),
            (done - begun).dt.total_days().clip(0, LONGEST).cast(pl.Int32).alias("taken"),
        ).drop_nulls()
        told = days.group_by("limit", "taken").agg(pl.len().cast(pl.Int64).alias("n"))
        queries.append(told.select(pl.lit(c.code).alias("control"), "limit", "taken", "n"))
    return pl.collect_all(queries)


def _lacks(wide: pl.DataFrame, controls: Iterable[Control]) -> list[pl.DataFrame]:
    found = []
    for c in controls:
        open_ = wide.filter(pl.col(c.code) == int(Verdict.UNDETERMINED))
        if not open_.height:
            continue
        flags = lacking(c)
        counted = open_.select(flag.sum().cast(pl.Int64).alias(n) for n, flag in flags.items())
        rows = [(c.code, n, counted[n][0]) for n in flags if counted[n][0]]
        found.append(pl.DataFrame(rows, schema=UNKNOWN, orient="row"))
    return found


def _concat(frames: list[pl.DataFrame], schema: dict[str, pl.DataType]) -> pl.DataFrame:
    return pl.concat(frames) if frames else pl.DataFrame(schema=schema)
