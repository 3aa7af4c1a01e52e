"""Values and the operations on them, null for null as Polars does it.

A column is a Python list; a list-valued cell is a tuple; everything else is a scalar that stands beside each row.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

Fn = Callable[[dict], object]


def each(fn: Callable, *args):
    """Apply `fn` row by row where an argument is a column; scalars stand beside each row."""
    lengths = [len(a) for a in args if type(a) is list]
    if not lengths:
        return fn(*args)
    n = max(lengths)
    columns = [a if type(a) is list and len(a) == n else (a * n if type(a) is list else [a] * n) for a in args]
    return [fn(*row) for row in zip(*columns, strict=True)]


def beside(fn: Callable, a, b):
    """`each` of two, which is nearly all there is; at the gate nearly always of two scalars."""
    if type(a) is not list and type(b) is not list:
        return fn(a, b)
    return each(fn, a, b)


def strict(fn: Callable) -> Callable:
    """Null where any argument is."""

    def told(*args):
        for a in args:
            if a is None:
                return None
        return fn(*args)

    return told


def strict_pair(fn: Callable) -> Callable:
    """`strict` of two arguments."""
    return lambda a, b: None if a is None or b is None else fn(a, b)


def kleene_and(a, b):
    if a is False or b is False:
        return False
    return None if a is None or b is None else True


def kleene_or(a, b):
    if a is True or b is True:
        return True
    return None if a is None or b is None else False


def any_across(*flags):
    return True if True in flags else None if None in flags else False


def all_across(*flags):
    return False if False in flags else None if None in flags else True


def choose(condition, yes, no):
    return yes if condition is True else no


def least(*values):
    known = [v for v in values if v is not None]
    return min(known) if known else None


def greatest(*values):
    known = [v for v in values if v is not None]
    return max(known) if known else None


def coalesce(*values):
    return next((v for v in values if v is not None), None)


def intersection(a, b):
    return tuple(dict.fromkeys(v for v in a if v in b))


def difference(a, b):
    return tuple(dict.fromkeys(v for v in a if v not in b))


def column(value) -> list:
    return value if type(value) is list else [value]


def any_of(values, ignore_nulls: bool):
    values = column(values)
    if True in values:
        return True
    return None if not ignore_nulls and None in values else False


def running_sum(values) -> list:
    out, total = [], 0
    for v in column(values):
        if v is None:
            out.append(None)
        else:
            total += v
            out.append(total)
    return out


def shifted(values, n: int) -> list:
    """Each row's value of `n` rows before; null for the first ones."""
    values = column(values)
    return ([None] * n + values)[: len(values)]


def kept(values, by) -> list:
    by = column(by)
    values = values if type(values) is list and len(values) == len(by) else column(values) * len(by)
    return [v for v, b in zip(values, by, strict=True) if b is True]


BINARY: dict[str, Callable] = {
    "And": kleene_and,
    "Or": kleene_or,
    "Eq": strict_pair(operator.eq),
    "NotEq": strict_pair(operator.ne),
    "Lt": strict_pair(operator.lt),
    "LtEq": strict_pair(operator.le),
    "Gt": strict_pair(operator.gt),
    "GtEq": strict_pair(operator.ge),
    "EqValidity": operator.eq,
    "NotEqValidity": operator.ne,
    "Plus": strict_pair(operator.add),
    "Minus": strict_pair(operator.sub),
    "Multiply": strict_pair(operator.mul),
}


def _known(values) -> list:
    return [v for v in column(values) if v is not None]


AGGREGATES: dict[str, Callable] = {
    "First": lambda v: (column(v) or [None])[0],
    "Last": lambda v: (column(v) or [None])[-1],
    "Sum": lambda v: sum(_known(v)),
    "Min": lambda v: min(_known(v), default=None),
    "Max": lambda v: max(_known(v), default=None),
    "NUnique": lambda v: len(set(column(v))),
}
