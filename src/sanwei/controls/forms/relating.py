"""Judges one rule over a history: every activation gets its row."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Calendar

from .edges import ASKED, BROKEN, FIRST, GUESS, LAST, edges
from .history import AT, CASE, OFF, ROW, History
from .lines import NEVER
from .model import BACKWARD, Rule
from .plain import is_plain, judge_plain
from .race import CLOSED, TODAY, run
from .reach import HI, LO, reach
from .roles import GROUP, KEY, cast
from .verdicts import ACTIVE, VERDICTS, v

LOST = "§lost"
LOST_OR_BROKEN = pl.col(LOST) | pl.col(BROKEN)
_DONE = [int(Verdict.KEPT), int(Verdict.LATE)]


def judge_rule(
    rule: Rule, whole: History, calendar: Calendar, closed: bool | str | Collection[str] = False
) -> pl.DataFrame:
    """One row an activation: columns `VERDICTS`."""
    h = whole.narrowed(rule.activities)
    if is_plain(rule, h, closed):
        return judge_plain(rule, h, bool(closed))
    acts = _activations(rule, h)
    acts, groups = _grouped(acts, rule)
    acts = acts.with_columns(edges(rule, calendar, pl.col("since")))
    acts = _with_closed(acts, whole.closed(closed)).with_columns(pl.lit(h.as_of, dtype=pl.Date).alias(TODAY))
    roles = cast(rule, h, groups)
    acts = reach(acts, rule, roles, h)
    tied = h.unordered or acts[OFF].null_count() < acts.height
    return _told(run(acts, rule, roles.unknown, tied), rule, h)


def _activations(rule: Rule, h: History) -> pl.DataFrame:
    """ROW, CASE, since, OFF, ACTIVE, LO, HI and, with correlation, KEY."""
    if rule.of is None:
        place = pl.lit(-1, dtype=pl.Int64)
        return h.cases().select(
            ROW,
            CASE,
            pl.col("on").alias("since"),
            pl.lit(None, dtype=pl.Date).alias(OFF),
            pl.lit(True).alias(ACTIVE),
            place.alias(LO),
            place.alias(HI),
        )
    mine = (rule.same[0],) if rule.same else ()
    span = h.axis.span
    at = span - 1 - pl.col(AT) if rule.way == BACKWARD else pl.col(AT)
    return h.of(rule.of, mine).select(
        ROW,
        CASE,
        pl.col("on").alias("since"),
        OFF,
        rule.of.holds.alias(ACTIVE),
        at.fill_null(0).alias(LO),
        at.fill_null(span - 1).alias(HI),
        *(pl.col(c).alias(KEY) for c in mine),
    )


def _grouped(acts: pl.DataFrame, rule: Rule) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """With correlation a number for each matter and attribute; -1 where the attribute is not recorded."""
    if rule.same is None:
        return acts.with_columns(pl.lit(False).alias(LOST)), None
    groups = (
        acts.select(CASE, KEY)
        .drop_nulls()
        .unique(maintain_order=True)
        .with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(GROUP))
    )
    acts = acts.join(groups, on=[CASE, KEY], how="left", maintain_order="left")
    return acts.with_columns(pl.col(GROUP).fill_null(-1), pl.col(KEY).is_null().alias(LOST)).drop(KEY), groups


def _with_closed(acts: pl.DataFrame, closed: bool | pl.DataFrame) -> pl.DataFrame:
    if isinstance(closed, bool):
        return acts.with_columns(pl.lit(closed).alias(CLOSED))
    return acts.with_columns(pl.col(CASE).is_in(closed[CASE].implode()).alias(CLOSED))


def _told(acts: pl.DataFrame, rule: Rule, h: History) -> pl.DataFrame:
    """The row of each activation, over the outcome of the race: what was not asked, what cannot be told at all, what
    was never to be.
    """
    unplaced = pl.col("since").is_null() if rule.needs_day else pl.lit(False)
    known = ~(pl.col(ACTIVE).is_null() | unplaced | LOST_OR_BROKEN)
    before = (
        pl.when(~pl.col(ACTIVE) | ~pl.col(ASKED))
        .then(v(Verdict.NOT_ASKED))
        .when(~known)
        .then(v(Verdict.UNDETERMINED))
        .when(pl.col(OFF) < pl.col("since"))
        .then(v(Verdict.VOID))
    )
    acts = acts.with_columns(before.alias("§before"))
    acts = acts.with_columns(
        pl.coalesce("§before", "verdict").alias("verdict"),
        (pl.col("tie") & pl.col("§before").is_null() & (pl.col("since").is_not_null() | (rule.of is None))).alias(
            "tie"
        ),
    )
    asked = pl.col("verdict") != int(Verdict.NOT_ASKED)
    acts = acts.with_columns(
        pl.when(asked).then(FIRST if rule.way == BACKWARD and rule.of else LAST).alias("due"),
        (asked & pl.col(GUESS).fill_null(False)).alias("provisional"),
        _discharging(rule).alias("by"),
    )
    return h.named(acts.with_columns(h.day_of(pl.col("by")).alias("done"))).select(list(VERDICTS))


def _discharging(rule: Rule) -> pl.Expr:
    """The row that discharged the activation, or, where something was forbidden, the row that broke it."""
    done, broken = pl.col("verdict").is_in(_DONE), pl.col("verdict") == int(Verdict.BREACH)
    if rule.negative:
        return pl.when(broken).then("d~row")
    if not rule.excess:
        return pl.when(done).then("d~row")
    one, two = pl.col("d~row"), pl.col("e~row")
    if rule.other:
        swapped = pl.col("e1") < pl.col("d1")
        one, two = pl.when(swapped).then(two).otherwise(one), pl.when(swapped).then(one).otherwise(two)
    return pl.when(done).then(one).when(broken & (pl.max_horizontal("d1", "e1") < NEVER)).then(two)
