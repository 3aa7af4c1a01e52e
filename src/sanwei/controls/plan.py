"""The expressions of a set of controls of one grain, built once: due days, parameters, and the table of verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from sanwei.lawbook import Lawbook

from .control import LEAST, PARAMETER, Control, Due, Read
from .verdict import Verdict

TODAY = f"{PARAMETER}today"  # column of the as-of day


@dataclass(frozen=True)
class Plan:
    """`parameters`, `dues`, then `guesses` or `certain` are laid beside the facts. Then `wide` reads the verdicts from
    them, or (quicker for many rows) `read` does from `asked`: what several controls ask alike is asked once.
    """

    parameters: tuple[pl.Expr, ...]
    dues: tuple[pl.Expr, ...]
    guesses: tuple[pl.Expr, ...]
    certain: tuple[pl.Expr, ...]
    wide: tuple[pl.Expr, ...]
    asked: tuple[pl.Expr, ...]
    read: tuple[pl.Expr, ...]
    unrolled: pl.Expr


@lru_cache(maxsize=256)
def plan_of(controls: tuple[Control, ...], book: Lawbook) -> Plan:
    read = Control.reads({r for c in controls for r in c.roots})
    parameters = [_parameter(told, book).alias(told.column) for told in read]
    timed = [c for c in controls if c.timed]
    days = [c.as_of.alias(f"{c.code}~since") for c in controls] + [c.done.alias(f"{c.code}~done") for c in timed]
    direct, between = [_of(c, book) for c in controls], [_Asked.column(c) for c in controls]
    pairs = list(zip(controls, direct, between, strict=True))
    return Plan(
        parameters=tuple(parameters),
        dues=tuple(due_day(book, c.due, c.as_of).alias(f"{c.code}~due") for c in timed),
        guesses=tuple(_guess(book, c.due, c.as_of).alias(f"{c.code}~provisional") for c in timed),
        certain=tuple(pl.lit(False).alias(f"{c.code}~provisional") for c in timed),
        wide=(*(_verdict(c, asked, pl.col(TODAY)).alias(c.code) for c, asked, _ in pairs), *days),
        asked=tuple(e for _, asked, column in pairs for e in asked.laid(column)),
        read=(*(_verdict(c, column, pl.col(TODAY)).alias(c.code) for c, _, column in pairs), *days),
        unrolled=pl.concat_list([_one(c, controls[0].grain) for c in controls]).alias("one"),
    )


def _one(c: Control, grain: str) -> pl.Expr:
    nothing = pl.lit(None, dtype=pl.Date)
    return pl.struct(
        control=pl.lit(c.code),
        grain=pl.lit(grain),
        since=pl.col(f"{c.code}~since"),
        due=pl.col(f"{c.code}~due") if c.timed else nothing,
        done=pl.col(f"{c.code}~done") if c.timed else nothing,
        provisional=pl.col(f"{c.code}~provisional") if c.timed else pl.lit(False),
        verdict=pl.col(c.code),
    )


def _parameter(told: Read, book: Lawbook) -> pl.Expr:
    day = pl.col(told.day)
    if not told.bound:
        return book.parameter(told.key).at(day)
    least, most = book.bounds_expr(told.key, pl.col(told.since), day)
    return least if told.bound == LEAST else most


def due_day(book: Lawbook, due: Due, as_of: pl.Expr) -> pl.Expr:
    """The due day by the parameter's value in force on the as-of day; the earlier of two limits where the control
    names two.
    """
    day = book.due_expr(due.parameter, due.since, as_of)
    return day if due.earlier is None else pl.min_horizontal(day, due_day(book, due.earlier, as_of))


def _guess(book: Lawbook, due: Due, as_of: pl.Expr) -> pl.Expr:
    """Whether the due day leans on a calendar year not yet published."""
    guess = book.provisional_expr(due.parameter, due.since, as_of)
    if due.earlier is None:
        return guess
    other = due_day(book, due.earlier, as_of)
    is_other = (other == due_day(book, due, as_of)).fill_null(False)
    return pl.when(is_other).then(_guess(book, due.earlier, as_of)).otherwise(guess)


@dataclass(frozen=True, eq=False)
class _Asked:
    """What the table of verdicts asks of one control: is it asked of this row, was the law in force, does it hold."""

    when: pl.Expr | None
    in_force: pl.Expr
    breach: pl.Expr | None

    @classmethod
    def column(cls, c: Control) -> _Asked:
        when, force, breach = (pl.col(f"{c.code}?{n}") for n in ("when", "force", "breach"))
        return cls(when if c.when is not None else None, force, breach if c.breach is not None else None)

    def laid(self, column: _Asked) -> list[pl.Expr]:
        """The expressions under the names of the columns that `column` reads."""
        pairs = ((self.when, column.when), (self.in_force, column.in_force), (self.breach, column.breach))
        return [expr.alias(name.meta.output_name()) for expr, name in pairs if expr is not None]


def _of(c: Control, book: Lawbook) -> _Asked:
    return _Asked(c.when, book.in_force(c.clauses, c.as_of), c.breach)


def _verdict(c: Control, asked: _Asked, today: pl.Expr) -> pl.Expr:
    """Code of the verdict; see `design` §3 for the table of meanings."""
    active = c.as_of.is_not_null() if c.when is None else asked.when & (c.as_of.is_null() | (c.as_of <= today))
    told = _timed(c, today) if c.timed else _untimed(asked.breach)
    return (
        pl.when(active.eq_missing(pl.lit(False)))
        .then(_v(Verdict.NOT_ASKED))
        .when(c.as_of.is_not_null() & ~asked.in_force.fill_null(False))
        .then(_v(Verdict.NOT_ASKED))
        .when(active.is_null() | c.as_of.is_null())
        .then(_v(Verdict.UNDETERMINED))
        .otherwise(told)
    )


def _untimed(breach: pl.Expr) -> pl.Expr:
    return (
        pl.when(breach.is_null())
        .then(_v(Verdict.UNDETERMINED))
        .when(breach)
        .then(_v(Verdict.BREACH))
        .otherwise(_v(Verdict.KEPT))
    )


def _timed(c: Control, today: pl.Expr) -> pl.Expr:
    due, guess = pl.col(f"{c.code}~due"), pl.col(f"{c.code}~provisional")
    done = pl.when(c.done <= today).then(c.done)
    if c.void_on is None:
        void = pl.lit(False)
    else:
        void = (c.void_on <= today) & (c.void_on <= due) & (done.is_null() | (c.void_on <= done))
    return (
        pl.when(due.is_null())
        .then(_v(Verdict.UNDETERMINED))
        .when(void.fill_null(False))
        .then(_v(Verdict.VOID))
        .when(done.is_not_null() & (done <= due))
        .then(_v(Verdict.KEPT))
        .when(done.is_null() & (due >= today))
        .then(_v(Verdict.PENDING))
        .when(guess)  # past a due day that rests on a calendar not yet published: nobody can say whether it is late
        .then(_v(Verdict.UNDETERMINED))
        .when(done.is_not_null())
        .then(_v(Verdict.LATE))
        .otherwise(_v(Verdict.OVERDUE))
    )


def _v(verdict: Verdict) -> pl.Expr:
    return pl.lit(int(verdict), dtype=pl.UInt8)
