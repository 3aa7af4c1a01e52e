"""A table over a million rows: the same answers as `weighing.weigh`, as columns. Nothing is explained here."""

from __future__ import annotations

from functools import reduce
from operator import add, and_, or_

import polars as pl

from .conditions import All, Any, Condition, Test
from .sums import End, Sum
from .table import Bracket, Row, Table

ONE, NONE, TWO, MISSING = "one", "none", "two", "missing"
_OPS = {"<": pl.Expr.lt, "<=": pl.Expr.le, ">": pl.Expr.gt, ">=": pl.Expr.ge, "==": pl.Expr.eq}


def weigh_all(table: Table, frame: pl.DataFrame | pl.LazyFrame, subject: str = "any") -> pl.LazyFrame:
    """`frame` with `row` (number), `answer` (one, none, two, missing), `least_fen` and `most_fen` added.

    `frame` holds a column for every fact the table asks: numbers as Int64 (thousandths; money in 分), yes as Boolean,
    codes as String; null where it is not told.
    """
    rows = [r for r in table.rows if r.subject in ("any", subject)]
    truth = [pl.col(f"__row{n}") for n in range(len(rows))]
    count = reduce(add, (t.fill_null(value=False).cast(pl.Int8) for t in truth))
    unknown = reduce(or_, (t.is_null() for t in truth))
    first = pl.coalesce(*(pl.when(t).then(pl.lit(n, pl.Int16)) for n, t in enumerate(truth)))
    least, most, settled = (_by_row(pl.col("__at"), [_ends(table, r)[part] for r in rows]) for part in range(3))
    found = (
        pl.when(pl.col("__n") > 1)
        .then(pl.lit(TWO))
        .when(pl.col("__n") == 0)
        .then(pl.when(pl.col("__unknown")).then(pl.lit(MISSING)).otherwise(pl.lit(NONE)))
        .otherwise(settled)
    )
    one = pl.col("answer") == ONE
    numbers = pl.Series("n", [r.number for r in rows], dtype=pl.String)
    return (
        frame.lazy()
        .with_columns(_truth(r.when).alias(f"__row{n}") for n, r in enumerate(rows))
        .with_columns(count.alias("__n"), unknown.alias("__unknown"), first.alias("__at"))
        .with_columns(answer=found, least_fen=least, most_fen=most)
        .with_columns(
            row=pl.when(one).then(pl.lit(numbers).gather(pl.col("__at").fill_null(0))),
            least_fen=pl.when(one).then(pl.col("least_fen")),
            most_fen=pl.when(one).then(pl.col("most_fen")),
        )
        .drop([f"__row{n}" for n in range(len(rows))] + ["__n", "__unknown", "__at"])
    )


def _by_row(at: pl.Expr, values: list[pl.Expr]) -> pl.Expr:
    return pl.coalesce(*(pl.when(at == n).then(value) for n, value in enumerate(values)))


def _ends(table: Table, row: Row) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """(least, most, answer) of the row's sums."""
    brackets = table.sums_of(row)
    if not brackets:
        nothing = pl.lit(None, dtype=pl.Int64)
        return nothing, nothing, pl.lit(ONE)
    truth = [_truth(b.when) for b in brackets]
    count = reduce(add, (t.fill_null(value=False).cast(pl.Int8) for t in truth))
    unknown = reduce(or_, (t.is_null() for t in truth))
    told = pl.coalesce(*(pl.when(t).then(_told(b)) for b, t in zip(brackets, truth, strict=True)))
    answer = (
        pl.when(count > 1)
        .then(pl.lit(TWO))
        .when(count == 0)
        .then(pl.when(unknown).then(pl.lit(MISSING)).otherwise(pl.lit(NONE)))
        .otherwise(told)
    )
    least, most = (
        pl.coalesce(*(pl.when(t).then(_end(b.sum, low=low)) for b, t in zip(brackets, truth, strict=True)))
        for low in (True, False)
    )
    return least, most, answer


def _told(bracket: Bracket) -> pl.Expr:
    """Whether its quantity is told; a quantity of nothing gives no sum."""
    if not bracket.sum.base.fact:
        return pl.lit(ONE)
    quantity = pl.col(bracket.sum.base.fact)
    return pl.when(quantity > 0).then(pl.lit(ONE)).when(quantity == 0).then(pl.lit(NONE)).otherwise(pl.lit(MISSING))


def _end(sum_: Sum, *, low: bool) -> pl.Expr:
    floor, cap = sum_.floor_fen, sum_.cap_fen
    value = _at(sum_, sum_.low, low=True) if low else _at(sum_, sum_.high, low=False)
    if low:
        if floor is not None:
            value = pl.max_horizontal(value.fill_null(0), pl.lit(floor, pl.Int64))
        return value if cap is None else pl.when(value.is_not_null()).then(pl.min_horizontal(value, pl.lit(cap)))
    return value if cap is None else pl.min_horizontal(value, pl.lit(cap, pl.Int64))


def _at(sum_: Sum, end: End | None, *, low: bool) -> pl.Expr:
    if end is None:
        return pl.lit(None, dtype=pl.Int64)
    quantity = pl.col(sum_.base.fact) if sum_.base.fact else pl.lit(1, pl.Int64)
    exact, grain = quantity * end.rate, sum_.base.grain
    down = exact // grain
    whole = (exact % grain) == 0
    if low:
        return down + pl.when(whole).then(0 if end.closed else 1).otherwise(1)
    return down - pl.when(whole).then(0 if end.closed else 1).otherwise(0)


def _truth(condition: Condition) -> pl.Expr:
    """Kleene's truth, as `Condition.holds`."""
    if isinstance(condition, Test):
        column = pl.col(condition.fact)
        if condition.op == "in":
            return pl.when(column.is_not_null()).then(column.is_in(list(condition.value)))  # type: ignore[arg-type]
        return _OPS[condition.op](column, condition.value)
    parts = [_truth(part) for part in condition.parts]
    if isinstance(condition, All):
        return reduce(and_, parts, pl.lit(value=True))
    assert isinstance(condition, Any)
    true = reduce(add, (p.fill_null(value=False).cast(pl.Int16) for p in parts))
    maybe = reduce(add, (p.fill_null(value=True).cast(pl.Int16) for p in parts))
    sure, can = true >= condition.least, maybe >= condition.least
    return pl.when(sure).then(statement=True).when(~can).then(statement=False)
