"""Conditions in words of YAML → expressions over the columns of a log. Nothing is evaluated as code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce

import polars as pl

from sanwei.controls.forms import Condition, FormError
from sanwei.controls.forms.saying import column as called

from .schema import ConditionRow, given

_Test = Callable[[pl.Expr, object], pl.Expr]
TESTS: dict[str, tuple[str, _Test]] = {
    "equals": ("为", lambda c, v: c == v),
    "differs": ("不为", lambda c, v: c != v),
    "one_of": ("为其中之一：", lambda c, v: c.is_in(v)),
    "none_of": ("不在其中：", lambda c, v: ~c.is_in(v)),
    "at_least": ("不低于", lambda c, v: c >= v),
    "above": ("高于", lambda c, v: c > v),
    "at_most": ("不高于", lambda c, v: c <= v),
    "below": ("低于", lambda c, v: c < v),
    "contains": ("含有", lambda c, v: c.str.contains(v, literal=True)),
}
JOINED = {"all": (pl.Expr.and_, "，并且"), "any": (pl.Expr.or_, "，或者")}


def condition(row: ConditionRow | None, labels: Mapping[str, str]) -> Condition | None:
    """The condition with its words. FormError where it says nothing or two things at once."""
    if row is None:
        return None
    expression, words = _built(row, labels)
    return Condition(expression, row.says or f"{words}的")


def _built(row: ConditionRow, labels: Mapping[str, str]) -> tuple[pl.Expr, str]:
    told = {k: v for k, v in given(row).items() if k not in ("says", "column")}
    if len(told) != 1:
        raise FormError("一个条件只写一种比较；要几种的，用 all 或者 any 合起来。")
    [(kind, value)] = told.items()
    if kind in JOINED:
        join, word = JOINED[kind]
        parts = [_built(part, labels) for part in value]
        if not parts:
            raise FormError(f"{kind} 里至少要有一个条件。")
        return reduce(join, [e for e, _ in parts]), word.join(w for _, w in parts)
    if kind == "no":
        expression, words = _built(value, labels)
        return ~expression, f"并非{words}"
    if row.column is None:
        raise FormError("条件要写明看哪一列（column）。")
    return _compared(row.column, kind, value, called(row.column, labels))


def _compared(name: str, kind: str, value: object, label: str) -> tuple[pl.Expr, str]:
    column = pl.col(name)
    if kind == "recorded":
        return (column.is_not_null() if value else column.is_null()), f"{label}{'已' if value else '没有'}记录"
    word, test = TESTS[kind]
    if isinstance(value, date):
        # days of a log stay as they were written; only their date is compared
        column = column.cast(pl.String).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    elif isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value)):
        column = column.cast(pl.String)
    said = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return test(column, value), f"{label}{word} {said} "
