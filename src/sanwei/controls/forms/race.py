"""Which comes first: the target, the blocker or the excuse. One verdict for each reading; a verdict is told where all
readings agree.

Verdicts only get worse (or only change once) as one of the places moves on while the others stand still, so the
corners — each place at its earliest or its latest — stand for every reading in between.
"""

from __future__ import annotations

from itertools import product

import polars as pl

from sanwei.controls.verdict import Verdict

from .edges import GUESS, LAST, TIMED
from .history import OFF
from .lines import NEVER
from .model import BACKWARD, CHAIN, Rule
from .reach import EARLY, LIMIT, OPEN

CLOSED, TODAY = "§closed", "§today"
_NEVER = pl.lit(NEVER, dtype=pl.Int64)


def _v(verdict: Verdict) -> pl.Expr:
    return pl.lit(int(verdict), dtype=pl.UInt8)


def _unless_guessed(verdict: Verdict) -> pl.Expr:
    """Past a day that rests on a calendar not yet published nobody can say whether it is late."""
    return pl.when(GUESS).then(_v(Verdict.UNDETERMINED)).otherwise(_v(verdict))


def _missing() -> pl.Expr:
    """Not done so far."""
    running = (
        pl.when(pl.col(LAST) >= pl.col(TODAY)).then(_v(Verdict.PENDING)).otherwise(_unless_guessed(Verdict.OVERDUE))
    )
    ended = pl.when(CLOSED).then(_v(Verdict.BREACH)).otherwise(_v(Verdict.PENDING))
    return pl.when(TIMED).then(running).otherwise(ended)


def _first(d: pl.Expr, *others: pl.Expr) -> pl.Expr:
    ahead = d < NEVER
    for other in others:
        ahead = ahead & (d <= other)
    return ahead


def _too_early(rule: Rule, d: pl.Expr) -> pl.Expr:
    """In a chain the very next step must do it; one before the window opens does not, and no later one can."""
    return d < pl.col(OPEN) * 2 if rule.between == CHAIN else pl.lit(False)


def _excuse(v: pl.Expr) -> pl.Expr:
    """An excuse after the due day excuses nothing."""
    return pl.when(v <= pl.col(LIMIT)).then(v).otherwise(_NEVER)


def _required(rule: Rule, d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    v = _excuse(v)
    in_time = pl.when(d <= pl.col(LIMIT)).then(_v(Verdict.KEPT)).otherwise(_unless_guessed(Verdict.LATE))
    if rule.between == CHAIN:
        in_time = pl.when(_too_early(rule, d)).then(_v(Verdict.BREACH)).otherwise(in_time)
    return (
        pl.when(_first(d, n, v))
        .then(in_time)
        .when(_first(v, n))
        .then(_v(Verdict.VOID))
        .when(n < NEVER)
        .then(_v(Verdict.BREACH))
        .otherwise(_missing())
    )


def _forbidden(rule: Rule, d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    v = _excuse(v)
    outside = pl.when(d < NEVER).then(_unless_guessed(Verdict.KEPT)).otherwise(_v(Verdict.KEPT))
    return (
        pl.when(_first(d, n, v) & _too_early(rule, d))
        .then(_v(Verdict.KEPT))
        .when(_first(d, n, v) & (d <= pl.col(LIMIT)))
        .then(_v(Verdict.BREACH))
        .when(_first(v, n))
        .then(_v(Verdict.VOID))
        .when(_first(n, d))
        .then(_v(Verdict.KEPT))
        .otherwise(outside)
    )


def _counted(rule: Rule, d: pl.Expr, e: pl.Expr, v: pl.Expr) -> pl.Expr:
    """As many as asked, and none more: `e` is the one too many."""
    too_many = _first(e, _excuse(v)) & (e <= pl.col(LIMIT))
    return pl.when(too_many).then(_v(Verdict.BREACH)).otherwise(_required(rule, d, _NEVER, v))


def _looked_back(rule: Rule, d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    """Before the activation: there or not there; neither late nor pending. An excuse before it, or its cancellation
    by then, tells only where it fails.
    """
    there = _first(d, n) & (d <= pl.col(LIMIT)) & ~_too_early(rule, d)
    excused = (v < NEVER) | (pl.col(OFF) <= pl.col("since")).fill_null(False)
    fails = pl.when(excused).then(_v(Verdict.VOID))
    if rule.negative:
        return pl.when(~there).then(_unless_guessed(Verdict.KEPT)).otherwise(fails.otherwise(_v(Verdict.BREACH)))
    return pl.when(there).then(_v(Verdict.KEPT)).otherwise(fails.otherwise(_unless_guessed(Verdict.BREACH)))


def _ended(d: pl.Expr, n: pl.Expr) -> pl.Expr:
    """The last step of a matter: while the matter runs, another may follow."""
    otherwise = pl.when(CLOSED).then(_v(Verdict.BREACH)).otherwise(_v(Verdict.PENDING))
    return pl.when(_first(d, n)).then(_v(Verdict.KEPT)).otherwise(otherwise)


def _outcome(rule: Rule, x: dict[str, pl.Expr]) -> pl.Expr:
    d, n, v = x["d"], x.get("n", _NEVER), x.get("v", _NEVER)
    if rule.way == BACKWARD:
        return _ended(d, n) if rule.of is None else _looked_back(rule, d, n, v)
    if rule.excess:
        e = x["e"]
        return (
            _counted(rule, pl.min_horizontal(d, e), pl.max_horizontal(d, e), v)
            if rule.other
            else _counted(rule, d, e, v)
        )
    return _forbidden(rule, d, n, v) if rule.negative else _required(rule, d, n, v)


def _over(rule: Rule, acts: pl.DataFrame, names: list[str], mark: str) -> tuple[pl.Expr, pl.Expr]:
    """(least, greatest verdict) over all corners."""
    sides = [[f"{n}{side}{mark}" for side in "012" if f"{n}{side}{mark}" in acts.columns] for n in names]
    told = [_outcome(rule, dict(zip(names, map(pl.col, corner), strict=True))) for corner in product(*sides)]
    if EARLY in acts.columns and not mark:
        told.append(pl.when(EARLY).then(_v(Verdict.KEPT if rule.negative else Verdict.BREACH)).otherwise(told[0]))
    return pl.min_horizontal(told), pl.max_horizontal(told)


def run(acts: pl.DataFrame, rule: Rule, unknown: bool, tied: bool) -> pl.DataFrame:
    """Adds `verdict` and `tie`.

    `unknown`: something of a role is not fully recorded; `tied`: the order within some day is not known. Where
    neither is the case one reading is enough.
    """
    names = [n for n in "denv" if f"{n}1" in acts.columns]
    if not unknown and not tied:
        acts = acts.with_columns(_outcome(rule, {n: pl.col(f"{n}1") for n in names}).alias("verdict"))
        return acts.with_columns(pl.lit(False).alias("tie"))
    least, most = _over(rule, acts, names, "")
    acts = acts.with_columns(least.alias("§least"), most.alias("§most"))
    split = pl.col("§least") != pl.col("§most")
    if unknown:
        least, most = _over(rule, acts, names, "p")
        acts = acts.with_columns((least != most).alias("§tie"))
    else:
        acts = acts.with_columns(split.alias("§tie"))
    verdict = pl.when(split).then(_v(Verdict.UNDETERMINED)).otherwise("§least")
    return acts.with_columns(verdict.alias("verdict"), (split & pl.col("§tie")).alias("tie")).drop(
        "§least", "§most", "§tie"
    )
