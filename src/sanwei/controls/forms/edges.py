"""Windows over columns: from the day of the activation to the first and the last day on which the target counts.

Forward the window is counted from the activation onwards, backward it is counted back from it, always by the
activation's own version of the law.
"""

from __future__ import annotations

from functools import reduce

import polars as pl

from sanwei.lawbook import Calendar

from .model import BACKWARD, EITHER, Rule, Version, Window

# Columns added to the activations. `first` and `last` in the order of looking: backward, `first` is the later day.
FIRST, LAST, TIMED, GUESS, ASKED, BROKEN = "§first", "§last", "§timed", "§guess", "§asked", "§broken"
BACK_FIRST, BACK_LAST = "§back_first", "§back_last"  # the other side, where the target may lie on either

_DAY = pl.lit(None, dtype=pl.Date)


def _forward(w: Window, since: pl.Expr, calendar: Calendar) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """(first, last, whether one of them leans on a year not published)."""
    roll = "next_working_day" if w.roll else "none"
    first = calendar.add_expr(since, w.least, w.unit) if w.least else since
    last = calendar.add_expr(since, w.most, w.unit, roll) if w.most is not None else _DAY
    guess = [calendar.provisional_expr(since, last, w.unit, roll)] if w.most is not None else []
    guess += [calendar.provisional_expr(since, first, w.unit)] if w.least else []
    return _moved(first, int(w.strict_least)), _moved(last, -int(w.strict_most)), _any(guess)


def _backward(w: Window, since: pl.Expr, calendar: Calendar) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    first = calendar.add_expr(since, -w.least, w.unit) if w.least else since
    last = calendar.add_expr(since, -w.most, w.unit) if w.most is not None else _DAY
    guess = [calendar.provisional_expr(since, d, w.unit) for d, n in ((first, w.least), (last, w.most)) if n]
    return _moved(first, -int(w.strict_least)), _moved(last, int(w.strict_most)), _any(guess)


def _moved(day: pl.Expr, by: int) -> pl.Expr:
    return day.dt.offset_by(f"{by}d") if by else day


def _any(flags: list[pl.Expr]) -> pl.Expr:
    return reduce(pl.Expr.or_, flags) if flags else pl.lit(False)


def _side(w: Window, since: pl.Expr, calendar: Calendar, backward: bool) -> dict[str, pl.Expr]:
    first, last, guess = (_backward if backward else _forward)(w, since, calendar)
    needed = [first] if w.least or w.strict_least else []
    needed += [last] if w.most is not None else []
    return {
        FIRST: first,
        LAST: last,
        TIMED: pl.lit(w.most is not None),
        GUESS: guess,
        BROKEN: _any([d.is_null() for d in needed]) & since.is_not_null(),
    }


def _one(rule: Rule, w: Window, since: pl.Expr, calendar: Calendar) -> dict[str, pl.Expr]:
    side = _side(w, since, calendar, rule.way == BACKWARD)
    if rule.of is None and not w.least and not w.strict_least:  # a matter's window that opens at once has no beginning
        side[FIRST] = _DAY
    if rule.way != EITHER:
        return side
    back = _side(w, since, calendar, True)
    return {
        **side,
        GUESS: side[GUESS] | back[GUESS],
        BROKEN: side[BROKEN] | back[BROKEN],
        BACK_FIRST: back[FIRST],
        BACK_LAST: back[LAST],
    }


def _within(v: Version, since: pl.Expr) -> pl.Expr:
    after = since >= v.since if v.since else since.is_not_null()
    return after & (since <= v.until) if v.until else after


def edges(rule: Rule, calendar: Calendar, since: pl.Expr) -> list[pl.Expr]:
    """The columns `FIRST` … `BROKEN` of a rule over the day in `since`; null days where there is no bound or it
    cannot be counted.
    """
    if not rule.versions:
        found = _one(rule, rule.window, since, calendar)
        asked = pl.lit(True)
    else:
        sides = [(_within(v, since), _one(rule, v.window, since, calendar)) for v in rule.versions]
        found = {name: _chosen([(here, side[name]) for here, side in sides]) for name in sides[0][1]}
        asked = _any([here for here, _ in sides]) | since.is_null()
    return [e.alias(n) for n, e in found.items()] + [asked.alias(ASKED)]


def _chosen(cases: list[tuple[pl.Expr, pl.Expr]]) -> pl.Expr:
    chosen = pl.when(cases[0][0]).then(cases[0][1])
    for here, value in cases[1:]:
        chosen = chosen.when(here).then(value)
    return chosen
