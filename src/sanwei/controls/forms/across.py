"""Forms that look across the steps of a matter or across matters: uniqueness, the longest gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Calendar

from .building import Named
from .history import CASE, ROW, STANDS, History
from .judging import Closed, judge_part
from .model import UNITS, Conditional, Form, FormError, Steps, steps
from .saying import column as called
from .saying import named
from .verdicts import ACTIVE, activations, judged, table, v


@dataclass(frozen=True, eq=False)
class Unique:
    of: Steps
    column: str


def unique(a: Named, column: str, *, when: Conditional = None, labels: Mapping[str, str] | None = None) -> Form:
    """The value of `column` on each `a` (a document's number) stands on no `a` of another matter.

    Both sides of a clash are 违反; `by` is the earliest row of the source in another matter with the same value. A
    revoked `a` does not take a value. A value that is not recorded is 无法判定 for its own step and is not held against
    others.
    """
    of = steps(a, when)
    return Form("unique", "跨案唯一", f"每次{named(of)}的{called(column, labels)}不得与他案相同", (Unique(of, column),))


@judge_part.register
def _(part: Unique, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    acts = activations(h, part.of, part.column)
    value = part.column
    held = acts.filter(pl.col(ACTIVE).ne_missing(False) & pl.col(value).is_not_null()).join(
        h.of(part.of).filter(STANDS).select(ROW), on=ROW, how="semi"
    )
    sure, may = _elsewhere(held.filter(ACTIVE), value, "§sure"), _elsewhere(held, value, "§may")
    for found in (sure, may):
        acts = acts.join(found, on=[value], how="left", maintain_order="left")
    by = _of_another("§sure")
    kept = pl.when(by.is_not_null()).then(False).when(_of_another("§may").is_null()).then(True)
    verdict = judged(pl.lit(True), pl.col(value).is_not_null(), kept)
    acts = acts.with_columns(verdict.alias("§verdict"), by.alias("§by"))
    broken = pl.col("§verdict") == int(Verdict.BREACH)
    by = pl.when(broken).then("§by")
    return table(h, acts, pl.col("§verdict"), by=by, done=h.day_of(by))


def _elsewhere(held: pl.DataFrame, value: str, name: str) -> pl.DataFrame:
    """For each value its first row, the matter of that row, and the first row of any other matter."""
    firsts = held.group_by(value, CASE).agg(pl.col(ROW).min()).sort(ROW)
    one = firsts.group_by(value, maintain_order=True).agg(
        pl.col(ROW).first().alias(f"{name}1"),
        pl.col(CASE).first().alias(f"{name}_case"),
        pl.col(ROW).get(1, null_on_oob=True).alias(f"{name}2"),
    )
    return one


def _of_another(name: str) -> pl.Expr:
    return pl.when(pl.col(f"{name}_case") == pl.col(CASE)).then(f"{name}2").otherwise(f"{name}1")


@dataclass(frozen=True, eq=False)
class Gap:
    of: Steps
    most: int
    unit: str


def longest_gap(a: Named, most: int, unit: str = "calendar_days", *, when: Conditional = None) -> Form:
    """Between one `a` of a matter and the next, and from the last one to the as-of day while the matter runs, lies at
    most so much time.

    One row a matter: since, due and done are of the first gap that is too long, else of the longest; the row is that
    of its beginning, `by` of its end. A possible `a` (no day, or a condition that cannot be told) may fill or open a
    gap: 无法判定. No `a` at all: 不适用. For a verdict on each `a`: `recurrence`.
    """
    if unit not in UNITS or most < 1:
        raise FormError(f"间隔要写至少一个单位，单位只能是 {'、'.join(UNITS)}。")
    of = steps(a, when)
    says = f"每案相邻两次{named(of)}之间，以及办理中自最后一次起，间隔不得超过 {most} {UNITS[unit]}"
    return Form("longest_gap", "最长间隔", says, (Gap(of, most, unit),))


@judge_part.register
def _(part: Gap, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    acts = activations(h, part.of).join(h.of(part.of).select(ROW, STANDS), on=ROW, maintain_order="left")
    plays = pl.col(ACTIVE) & pl.col(STANDS)
    doubtful = plays.ne_missing(False) & (pl.col(ACTIVE).is_null() | pl.col("since").is_null())
    case = acts.group_by(CASE, maintain_order=True).agg(
        pl.col(ROW).first().alias("§first"), plays.fill_null(False).any().alias("§some"), doubtful.any().alias("§doubt")
    )
    gaps = _gaps(acts.filter(plays & pl.col("since").is_not_null()), part, h, calendar, closed)
    case = case.join(gaps, on=CASE, how="left", maintain_order="left")
    shown = ~pl.col("§doubt")
    verdict = (
        pl.when("§doubt")
        .then(v(Verdict.UNDETERMINED))
        .when(~pl.col("§some"))
        .then(v(Verdict.NOT_ASKED))
        .when("§sure")
        .then(v(Verdict.BREACH))
        .when(pl.col("§long") | pl.col("§lost"))
        .then(v(Verdict.UNDETERMINED))
        .otherwise(v(Verdict.KEPT))
    )
    case = case.with_columns(pl.when(shown & pl.col(ROW).is_not_null()).then(ROW).otherwise("§first").alias(ROW))
    columns = {n: pl.when(shown).then(n) for n in ("since", "due", "done", "by")}
    return table(h, case, verdict, provisional=(shown & pl.col("§guess")).fill_null(False), **columns)


def _gaps(rows: pl.DataFrame, part: Gap, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    """One row a matter: the gap to show; whether any is surely too long (sure), seems so (long), is unknown (lost)."""
    ended = h.closed(closed)
    over = pl.lit(ended) if isinstance(ended, bool) else pl.col(CASE).is_in(ended[CASE].implode())
    day, last = pl.col("since"), pl.col(CASE).ne_missing(pl.col(CASE).shift(-1))
    until = pl.when(~last).then(day.shift(-1)).when(~over).then(pl.lit(h.as_of, dtype=pl.Date))
    due = calendar.add_expr(day, part.most, part.unit)
    gaps = rows.with_columns(
        until.alias("§until"),
        pl.when(until.is_not_null()).then(due).alias("due"),
        (until.is_not_null() & calendar.provisional_expr(day, due, part.unit)).alias("§guess"),
        pl.when(~last).then(day.shift(-1)).alias("done"),
        pl.when(~last).then(pl.col(ROW).shift(-1)).alias("by"),
    )
    open_ = pl.col("§until").is_not_null()
    gaps = gaps.with_columns(
        (pl.col("§until") > pl.col("due")).fill_null(False).alias("§long"),
        (open_ & pl.col("due").is_null()).alias("§lost"),
        pl.when(open_).then((pl.col("§until") - day).dt.total_days()).otherwise(-1).alias("§length"),
    ).with_columns((pl.col("§long") & ~pl.col("§guess")).alias("§sure"))
    # the first that is too long stands before all others; they follow by length
    rank = pl.when("§long").then(pl.lit(None, dtype=pl.Int64)).otherwise(-pl.col("§length"))
    first = gaps.sort(CASE, rank, nulls_last=False, maintain_order=True).group_by(CASE, maintain_order=True).first()
    flags = gaps.group_by(CASE).agg(pl.col("§long", "§lost", "§sure").any())
    return first.select(CASE, ROW, "since", "due", "done", "by", "§guess").join(flags, on=CASE)
