"""Reads a Polars expression's own tree and makes a plain function of it. What is not known here is refused by name."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import polars as pl

from . import values as v
from .values import Fn


class UnreadError(ValueError):
    """An expression holds something this reader does not know; the columns' way answers instead."""


def read(expr: pl.Expr) -> Fn:
    """The function of an expression: an environment (name → column or scalar) in, a column or scalar out."""
    return node(json.loads(expr.meta.serialize(format="json")))


def node(tree) -> Fn:
    if tree == "Element":
        return lambda env: env["\0element"]
    if not isinstance(tree, Mapping) or len(tree) != 1:
        raise UnreadError(f"不认识的表达式 {str(tree)[:80]}")
    ((kind, what),) = tree.items()
    make = _NODES.get(kind)
    if make is None:
        raise UnreadError(f"不认识的表达式 {kind}")
    return make(what)


def _column(name: str) -> Fn:
    return lambda env: env[name]


def _literal(what: Mapping) -> Fn:
    source = json.dumps({"Literal": what}).encode()
    value = pl.select(pl.Expr.deserialize(source, format="json").alias("v"))["v"]
    if len(value) != 1:
        raise UnreadError("多值的常量")
    said = value[0]
    said = tuple(said.to_list()) if isinstance(said, pl.Series) else tuple(said) if isinstance(said, list) else said
    return lambda env: said


def _binary(what: Mapping) -> Fn:
    fn = v.BINARY.get(what["op"])
    if fn is None:
        raise UnreadError(f"不认识的运算 {what['op']}")
    left, right = node(what["left"]), node(what["right"])
    return lambda env: v.beside(fn, left(env), right(env))


def _ternary(what: Mapping) -> Fn:
    test, yes, no = (node(what[k]) for k in ("predicate", "truthy", "falsy"))

    def told(env):
        condition = test(env)
        a, b = yes(env), no(env)
        if type(condition) is not list and type(a) is not list and type(b) is not list:
            return a if condition is True else b
        return v.each(v.choose, condition, a, b)

    return told


def _filter(what: Mapping) -> Fn:
    source, by = node(what["input"]), node(what["by"])
    return lambda env: v.kept(source(env), by(env))


def _aggregate(what: Mapping) -> Fn:
    ((kind, inner),) = what.items()
    fn = v.AGGREGATES.get(kind)
    if fn is None:
        raise UnreadError(f"不认识的汇总 {kind}")
    source = node(inner["input"] if isinstance(inner, Mapping) and "input" in inner and len(inner) > 1 else inner)
    return lambda env: fn(source(env))


def _cast(what: Mapping) -> Fn:
    source, to = node(what["expr"]), what["dtype"]
    to = to.get("Literal") if isinstance(to, Mapping) else to
    if to == "Int64":
        return lambda env: v.each(v.strict(int), source(env))
    if to in ("Boolean", "Date", "String") or isinstance(to, Mapping):
        return source  # the vocabulary's own type already
    raise UnreadError(f"不认识的类型 {to}")


def _eval(what: Mapping) -> Fn:
    """An expression over the elements of each list."""
    source, inner = node(what["expr"]), node(what["evaluation"])
    aggregated = what["variant"] != "List"

    def one(cell):
        if cell is None:
            return None
        told = inner({"\0element": list(cell)})
        return told if aggregated or type(told) is not list else tuple(told)

    return lambda env: v.each(one, source(env))


def _function(what: Mapping) -> Fn:
    inputs = [node(i) for i in what["input"]]
    name, options = named(what["function"])
    if name in WHOLE:
        fn = WHOLE[name](options)
        return lambda env: fn(*(i(env) for i in inputs))
    make = FUNCTIONS.get(name)
    if make is None:
        raise UnreadError(f"不认识的函数 {name}")
    fn = make(options)
    if len(inputs) == 1:
        (only,) = inputs
        return lambda env: fn(value) if type(value := only(env)) is not list else [fn(each) for each in value]
    if len(inputs) == 2:
        first, second = inputs
        return lambda env: v.beside(fn, first(env), second(env))
    return lambda env: v.each(fn, *[i(env) for i in inputs])


def named(function) -> tuple[str, Mapping]:
    """«Boolean.IsIn», its options."""
    path, options = [], {}
    while True:
        if isinstance(function, str):
            path.append(function)
            break
        ((key, inner),) = function.items()
        path.append(key)
        if isinstance(inner, Mapping) and (len(inner) != 1 or not next(iter(inner))[0].isupper()):
            options = inner
            break
        function = inner
    return ".".join(path), options


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern:
    # Letters and numbers of any script: Python's own classes say the same.
    text = text.replace(r"[^\p{L}\p{N}]", r"[\W_]").replace(r"[\p{L}\p{N}]", r"[^\W_]")
    if r"\p" in text:
        raise UnreadError(f"不认识的模式 {text}")
    return re.compile(text)


def _offset(day: dt.date, by: str) -> dt.date:
    n, unit = int(by[:-1]), by[-1]
    if unit == "d":
        return day + dt.timedelta(days=n)
    if unit != "y":
        raise UnreadError(f"不认识的推移 {by}")
    try:
        return day.replace(year=day.year + n)
    except ValueError:
        return day.replace(year=day.year + n, day=28)


def _is_in(options: Mapping) -> Callable:
    return lambda a, b: None if a is None else a in b


FUNCTIONS: dict[str, Callable[[Mapping], Callable]] = {
    "Boolean.IsNull": lambda o: lambda a: a is None,
    "Boolean.IsNotNull": lambda o: lambda a: a is not None,
    "Boolean.Not": lambda o: v.strict(lambda a: not a),
    "Boolean.IsIn": _is_in,
    "Boolean.AnyHorizontal": lambda o: v.any_across,
    "Boolean.AllHorizontal": lambda o: v.all_across,
    "FillNull": lambda o: lambda a, b: b if a is None else a,
    "Coalesce": lambda o: v.coalesce,
    "MinHorizontal": lambda o: v.least,
    "MaxHorizontal": lambda o: v.greatest,
    "ListExpr.Contains": lambda o: lambda a, b: None if a is None else b in a,
    "ListExpr.Length": lambda o: v.strict(len),
    "ListExpr.DropNulls": lambda o: v.strict(lambda a: tuple(x for x in a if x is not None)),
    "ListExpr.SetOperation.Intersection": lambda o: v.strict(v.intersection),
    "ListExpr.SetOperation.Difference": lambda o: v.strict(v.difference),
    "StringExpr.LenChars": lambda o: v.strict(len),
    "StringExpr.StripChars": lambda o: lambda a, b: None if a is None else a.strip(b),
    "StringExpr.Replace": lambda o: v.strict(lambda a, p, to: _pattern(p).sub(to, a)),
    "StringExpr.Contains": lambda o: v.strict(lambda a, p: _pattern(p).search(a) is not None),
    "TemporalExpr.Year": lambda o: v.strict(lambda a: a.year),
    "TemporalExpr.TotalDays": lambda o: v.strict(lambda a: a.days),
    "TemporalExpr.OffsetBy": lambda o: v.strict(_offset),
    "StringExpr.Format": lambda o: v.strict(_formatter(o)),
}
WHOLE: dict[str, Callable[[Mapping], Callable]] = {
    "Boolean.Any": lambda o: lambda a: v.any_of(a, o["ignore_nulls"]),
    "CumSum": lambda o: v.running_sum,
    "Shift": lambda o: v.shifted,
}


def _formatter(options: Mapping) -> Callable:
    def fmt(*args) -> str:
        text, places = options["format"], options["insertions"]
        for at, arg in sorted(zip(places, args, strict=True), reverse=True):
            text = f"{text[:at]}{arg}{text[at:]}"
        return text

    return fmt


_NODES: dict[str, Callable[[Mapping], Fn]] = {
    "Column": _column,
    "Literal": _literal,
    "BinaryExpr": _binary,
    "Ternary": _ternary,
    "Filter": _filter,
    "Agg": _aggregate,
    "Cast": _cast,
    "Eval": _eval,
    "Function": _function,
    "Alias": lambda what: node(what[0]),
}
