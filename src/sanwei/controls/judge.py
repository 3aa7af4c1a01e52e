"""The only evaluator: rows of facts in, one verdict per control and activation out.

Expressions are built when controls are imported and evaluated only here. A run is given a day (`as_of`): what
happened later is unseen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import polars as pl

from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames, derive, seen
from sanwei.lawbook import Lawbook

from .control import LEAST, PARAMETER, Control, Due, Read
from .verdict import Verdict

TODAY = f"{PARAMETER}today"  # column of the as-of day

FINDINGS = {
    "control": pl.String,
    "grain": pl.String,
    KEY: pl.String,
    "row": pl.String,
    "since": pl.Date,
    "due": pl.Date,
    "done": pl.Date,
    "provisional": pl.Boolean,
    "verdict": pl.UInt8,
}


@dataclass(frozen=True)
class Judgement:
    """`findings`: one row per control and activation (columns `FINDINGS`; not-asked rows only where they were asked
    for).

    `missing`: control → recorded facts whose column the source does not have; such a control was not assessed, which
    is not a pass.
    `frames`: the rows of facts the verdicts were read from, derived facts included.
    """

    findings: pl.DataFrame
    missing: dict[str, tuple[str, ...]]
    frames: Frames
    as_of: dt.date

    def each(self, verdicts: frozenset[Verdict] | None = None) -> Iterator[dict[str, object]]:
        """The findings one by one, only those with one of the verdicts where they are named."""
        wanted = self.findings
        if verdicts is not None:
            wanted = wanted.filter(pl.col("verdict").is_in([int(v) for v in verdicts]))
        return wanted.iter_rows(named=True)

    @cached_property
    def _rows(self) -> dict[str, dict[tuple[str, str], dict[str, object]]]:
        return {}

    def row(self, grain: str, case: str, row: str) -> dict[str, object]:
        """The facts behind a finding; each grain's frame is turned into rows once, when one of them is asked for."""
        if grain not in self._rows:
            g = VOCABULARY.grain(grain)
            name = g.id if g.many else KEY
            self._rows[grain] = {(r[KEY], r[name]): r for r in self.frames[grain].iter_rows(named=True)}
        return self._rows[grain].get((case, row), {})


def judge(
    frames: Mapping[str, pl.DataFrame],
    controls: Iterable[Control],
    book: Lawbook,
    as_of: dt.date,
    *,
    keep_not_asked: bool = False,
    cut: bool = True,
) -> Judgement:
    """Judge every row against every control. `frames`: grain → recorded facts (see `facts.frames.frame`).

    `cut`: whether to blank what lies after `as_of`; a caller that knows nothing does may say no and save the time.
    """
    controls = tuple(controls)
    recorded = {g: set(df.columns) for g, df in frames.items()}
    missing = {c.code: gone for c in controls if (gone := _missing(c, recorded))}
    controls = tuple(c for c in controls if c.code not in missing)
    wanted = frozenset(n for c in controls for n in c.needs)
    rows = derive(seen(frames, as_of) if cut else frames, wanted)
    found = []
    for grain in dict.fromkeys(c.grain for c in controls):
        df = rows[grain]
        if df.height:
            mine = tuple(c for c in controls if c.grain == grain)
            found += _verdicts(df, grain, mine, book, as_of, keep_not_asked)
    findings = pl.concat(found) if found else pl.DataFrame(schema=FINDINGS)
    return Judgement(findings, missing, rows, as_of)


def _missing(control: Control, recorded: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Recorded facts this control needs whose column the source lacks. A grain with no frame at all has no rows:
    nothing is missing.
    """
    return tuple(name for grain, name in control.recorded if grain in recorded and name not in recorded[grain])


def _verdicts(
    df: pl.DataFrame, grain: str, controls: tuple[Control, ...], book: Lawbook, as_of: dt.date, keep: bool
) -> list[pl.DataFrame]:
    plan = _plan(controls, book)
    df = df.with_columns(pl.lit(as_of, dtype=pl.Date).alias(TODAY), *plan.parameters, *plan.dues)
    df = df.with_columns(plan.guesses if _reaches(df, plan, book.calendar.open_from) else plan.certain)
    if df.height <= FEW:
        long = (
            df.lazy()
            .select(_columns(grain, controls, plan))
            .select(KEY, "row", plan.unrolled)
            .explode("one")
            .unnest("one")
        )
        long = long.select(list(FINDINGS))
        return [(long if keep else long.filter(pl.col("verdict") != int(Verdict.NOT_ASKED))).collect()]
    wide = df.select(_columns(grain, controls, plan))
    return [_long(wide, c, grain, keep) for c in controls]


def _columns(grain: str, controls: tuple[Control, ...], plan: _Plan) -> list[pl.Expr]:
    g = VOCABULARY.grain(grain)
    row = pl.col(g.id).alias("row") if g.many else pl.col(KEY).alias("row")
    return [
        pl.col(KEY),
        row,
        *plan.wide,
        *(pl.col(f"{c.code}~{n}") for c in controls if c.timed for n in ("due", "provisional")),
    ]


def _reaches(df: pl.DataFrame, plan: _Plan, open_from: dt.date) -> bool:
    """Whether a due day lies in a year whose calendar is not yet published."""
    last = [df[d.meta.output_name()].max() for d in plan.dues]
    return any(d is not None and d >= open_from for d in last)


# Below this many rows the fixed cost of a query counts more than its work: all controls are unrolled in one.
FEW = 256


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


def _long(wide: pl.DataFrame, c: Control, grain: str, keep: bool) -> pl.DataFrame:
    nothing = pl.lit(None, dtype=pl.Date)
    part = wide.select(
        pl.lit(c.code).alias("control"),
        pl.lit(grain).alias("grain"),
        pl.col(KEY),
        pl.col("row"),
        pl.col(f"{c.code}~since").alias("since"),
        (pl.col(f"{c.code}~due") if c.timed else nothing).alias("due"),
        (pl.col(f"{c.code}~done") if c.timed else nothing).alias("done"),
        (pl.col(f"{c.code}~provisional") if c.timed else pl.lit(False)).alias("provisional"),
        pl.col(c.code).alias("verdict"),
    )
    return part if keep else part.filter(pl.col("verdict") != int(Verdict.NOT_ASKED))


@dataclass(frozen=True)
class _Plan:
    """The expressions of a set of controls of one grain, built once."""

    parameters: tuple[pl.Expr, ...]
    dues: tuple[pl.Expr, ...]
    guesses: tuple[pl.Expr, ...]
    certain: tuple[pl.Expr, ...]
    wide: tuple[pl.Expr, ...]
    unrolled: pl.Expr


@lru_cache(maxsize=256)
def _plan(controls: tuple[Control, ...], book: Lawbook) -> _Plan:
    read = Control.reads({r for c in controls for r in c.roots})
    parameters = [_parameter(told, book).alias(told.column) for told in read]
    timed = [c for c in controls if c.timed]
    wide = [_verdict(c, book, pl.col(TODAY)).alias(c.code) for c in controls]
    wide += [c.as_of.alias(f"{c.code}~since") for c in controls]
    wide += [c.done.alias(f"{c.code}~done") for c in timed]
    return _Plan(
        parameters=tuple(parameters),
        dues=tuple(due_day(book, c.due, c.as_of).alias(f"{c.code}~due") for c in timed),
        guesses=tuple(_guess(book, c.due, c.as_of).alias(f"{c.code}~provisional") for c in timed),
        certain=tuple(pl.lit(False).alias(f"{c.code}~provisional") for c in timed),
        wide=tuple(wide),
        unrolled=pl.concat_list([_one(c, controls[0].grain) for c in controls]).alias("one"),
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


def _verdict(c: Control, book: Lawbook, today: pl.Expr) -> pl.Expr:
    """Code of the verdict; see `design` §3 for the table of meanings."""
    active = c.as_of.is_not_null() if c.when is None else c.when & (c.as_of.is_null() | (c.as_of <= today))
    in_force = book.in_force(c.clauses, c.as_of)
    told = _timed(c, today) if c.timed else _untimed(c)
    return (
        pl.when(active.eq_missing(pl.lit(False)))
        .then(_v(Verdict.NOT_ASKED))
        .when(c.as_of.is_not_null() & ~in_force.fill_null(False))
        .then(_v(Verdict.NOT_ASKED))
        .when(active.is_null() | c.as_of.is_null())
        .then(_v(Verdict.UNDETERMINED))
        .otherwise(told)
    )


def _untimed(c: Control) -> pl.Expr:
    return (
        pl.when(c.breach.is_null())
        .then(_v(Verdict.UNDETERMINED))
        .when(c.breach)
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
