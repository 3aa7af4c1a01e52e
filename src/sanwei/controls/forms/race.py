"""Which comes first: the target, the blocker or the excuse. One verdict for each reading; a verdict is told where all readings agree.

Verdicts only get worse (or only change once) as one of the places moves on while the others stand still, so the corners — each place at its
earliest or its latest — stand for every reading in between.
"""

from __future__ import annotations

from itertools import product

import polars as pl

from sanwei.controls.verdict import Verdict

from .edges import GUESS, LAST, TIMED
from .history import OFF
from .lines import NEVER
from .model import BACKWARD, Rule
from .reach import LIMIT

CLOSED, TODAY = "§closed", "§today"
_NEVER = pl.lit(NEVER, dtype=pl.Int64)


def _v(verdict: Verdict) -> pl.Expr:
    return pl.lit(int(verdict), dtype=pl.UInt8)


def _unless_guessed(verdict: Verdict) -> pl.Expr:
    """Past a day that rests on a calendar not yet published nobody can say whether it is late."""
    return pl.when(GUESS).then(_v(Verdict.UNDETERMINED)).otherwise(_v(verdict))


def _missing() -> pl.Expr:
    """Not done so far."""
    running = pl.when(pl.col(LAST) >= pl.col(TODAY)).then(_v(Verdict.PENDING)).otherwise(_unless_guessed(Verdict.OVERDUE))
    ended = pl.when(CLOSED).then(_v(Verdict.BREACH)).otherwise(_v(Verdict.PENDING))
    return pl.when(TIMED).then(running).otherwise(ended)


def _first(d: pl.Expr, *others: pl.Expr) -> pl.Expr:
    ahead = d < NEVER
    for other in others:
        ahead = ahead & (d <= other)
    return ahead


def _excuse(v: pl.Expr) -> pl.Expr:
    """An excuse after the due day excuses nothing."""
    return pl.when(v <= pl.col(LIMIT)).then(v).otherwise(_NEVER)


def _required(d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    v = _excuse(v)
    in_time = pl.when(d <= pl.col(LIMIT)).then(_v(Verdict.KEPT)).otherwise(_unless_guessed(Verdict.LATE))
    return (
        pl.when(_first(d, n, v))
        .then(in_time)
        .when(_first(v, n))
        .then(_v(Verdict.VOID))
        .when(n < NEVER)
        .then(_v(Verdict.BREACH))
        .otherwise(_missing())
    )


def _forbidden(d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    v = _excuse(v)
    outside = pl.when(d < NEVER).then(_unless_guessed(Verdict.KEPT)).otherwise(_v(Verdict.KEPT))
    return (
        pl.when(_first(d, n, v) & (d <= pl.col(LIMIT)))
        .then(_v(Verdict.BREACH))
        .when(_first(v, n))
        .then(_v(Verdict.VOID))
        .when(_first(n, d))
        .then(_v(Verdict.KEPT))
        .otherwise(outside)
    )


def _counted(d: pl.Expr, e: pl.Expr, v: pl.Expr) -> pl.Expr:
    """As many as asked, and none more: `e` is the one too many."""
    too_many = _first(e, _excuse(v)) & (e <= pl.col(LIMIT))
    return pl.when(too_many).then(_v(Verdict.BREACH)).otherwise(_required(d, _NEVER, v))


def _looked_back(rule: Rule, d: pl.Expr, n: pl.Expr, v: pl.Expr) -> pl.Expr:
    """Before the activation: there or not there; neither late nor pending. An excuse before it, or its cancellation by then, tells only where it fails."""
    there = _first(d, n) & (d <= pl.col(LIMIT))
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
        return _counted(pl.min_horizontal(d, e), pl.max_horizontal(d, e), v) if rule.other else _counted(d, e, v)
    return _forbidden(d, n, v) if rule.negative else _required(d, n, v)


def _over(rule: Rule, names: list[str], mark: str) -> tuple[pl.Expr, pl.Expr]:
    """(least, greatest verdict) over all corners."""
    corners = product("01", repeat=len(names))
    told = [_outcome(rule, {n: pl.col(f"{n}{side}{mark}") for n, side in zip(names, corner, strict=True)}) for corner in corners]
    return pl.min_horizontal(told), pl.max_horizontal(told)


def run(acts: pl.DataFrame, rule: Rule, unknown: bool, tied: bool) -> pl.DataFrame:
    """Adds `verdict` and `tie`.

    `unknown`: something of a role is not fully recorded; `tied`: the order within some day is not known. Where neither is the case, one reading is enough.
    """
    names = [n for n in "denv" if f"{n}1" in acts.columns]
    if not unknown and not tied:
        acts = acts.with_columns(_outcome(rule, {n: pl.col(f"{n}1") for n in names}).alias("verdict"))
        return acts.with_columns(pl.lit(False).alias("tie"))
    least, most = _over(rule, names, "")
    acts = acts.with_columns(least.alias("§least"), most.alias("§most"))
    split = pl.col("§least") != pl.col("§most")
    if unknown:
        least, most = _over(rule, names, "p")
        acts = acts.with_columns((least != most).alias("§tie"))
    else:
        acts = acts.with_columns(split.alias("§tie"))
    verdict = pl.when(split).then(_v(Verdict.UNDETERMINED)).otherwise("§least")
    return acts.with_columns(verdict.alias("verdict"), (split & pl.col("§tie")).alias("tie")).drop("§least", "§most", "§tie")

