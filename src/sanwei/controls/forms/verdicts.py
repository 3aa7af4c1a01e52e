"""The frame of verdicts, and the order in which all forms that look at one step alone decide."""

from __future__ import annotations

import polars as pl

from sanwei.controls.verdict import Verdict

from .history import CASE, OFF, ROW, History
from .model import Steps

# What judging a form gives, one row an activation.
VERDICTS = {
    "case_id": pl.String,
    "row": pl.Int64,
    "since": pl.Date,
    "due": pl.Date,
    "done": pl.Date,
    "by": pl.Int64,
    "verdict": pl.UInt8,
    "provisional": pl.Boolean,
    "tie": pl.Boolean,
}
ACTIVE = "§active"


def v(verdict: Verdict) -> pl.Expr:
    return pl.lit(int(verdict), dtype=pl.UInt8)


def activations(h: History, of: Steps, *more: str) -> pl.DataFrame:
    """Every step of the activity with its activation: ROW, CASE, since, OFF, ACTIVE, and the columns named."""
    return h.of(of, more).select(ROW, CASE, pl.col("on").alias("since"), OFF, of.holds.alias(ACTIVE), *more)


def judged(asked: pl.Expr, known: pl.Expr, kept: pl.Expr) -> pl.Expr:
    """不适用 where not asked, 无法判定 where not known (both may be null: not known), else 合规 or 违反.

    A step revoked on its own day or before does not break anything any more: 消灭.
    """
    return (
        pl.when(~pl.col(ACTIVE) | ~asked)
        .then(v(Verdict.NOT_ASKED))
        .when(pl.col(ACTIVE).is_null() | ~known.fill_null(False) | kept.is_null())
        .then(v(Verdict.UNDETERMINED))
        .when(kept)
        .then(v(Verdict.KEPT))
        .when(pl.col(OFF) <= pl.col("since"))
        .then(v(Verdict.VOID))
        .otherwise(v(Verdict.BREACH))
    )


def table(h: History, df: pl.DataFrame, verdict: pl.Expr, **columns: pl.Expr) -> pl.DataFrame:
    """The frame of verdicts; columns not given are null (false)."""
    empty = {n: pl.lit(None, dtype=t) for n, t in VERDICTS.items() if t != pl.Boolean} | {
        n: pl.lit(False) for n in ("provisional", "tie")
    }
    given = {"verdict": verdict, **columns}
    more = [given.get(n, empty[n]).alias(n) for n in VERDICTS if n not in ("case_id", "row", "since") or n in given]
    return h.named(df.with_columns(more)).select(pl.col(n).cast(t) for n, t in VERDICTS.items())
