"""The only evaluator: rows of facts in, one verdict per control and activation out.

Expressions are built when controls are imported and evaluated only here. A run is given a day (`as_of`): what
happened later is unseen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.frames import Frames, derive, seen
from sanwei.lawbook import Lawbook

from .control import Control
from .plan import TODAY, Plan, plan_of
from .verdict import Verdict

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
    sheets, missing, rows = judge_wide(frames, controls, book, as_of, cut=cut)
    found = [part for sheet in sheets for part in sheet.long(keep_not_asked)]
    findings = pl.concat(found) if found else pl.DataFrame(schema=FINDINGS)
    return Judgement(findings, missing, rows, as_of)


@dataclass(frozen=True)
class Sheet:
    """The verdicts of all controls of one grain, side by side.

    facts     the rows of facts, derived ones included; height n
    told      in the same order: case_id, row, then <control> (UInt8, a `Verdict`), <control>~since and, where it has a
              time limit, <control>~due, ~done (Date), ~provisional (Boolean); height n.
    """

    grain: str
    controls: tuple[Control, ...]
    facts: pl.DataFrame
    told: pl.LazyFrame
    plan: Plan = field(repr=False)

    def long(self, keep: bool) -> list[pl.DataFrame]:
        """As columns `FINDINGS`, one frame a control or one for all."""
        if self.facts.height <= FEW:
            long = self.told.select(KEY, "row", self.plan.unrolled).explode("one").unnest("one").select(list(FINDINGS))
            return [(long if keep else long.filter(pl.col("verdict") != int(Verdict.NOT_ASKED))).collect()]
        told = self.told.collect()
        return [_long(told, c, self.grain, keep) for c in self.controls]


def judge_wide(
    frames: Mapping[str, pl.DataFrame],
    controls: Iterable[Control],
    book: Lawbook,
    as_of: dt.date,
    *,
    cut: bool = True,
) -> tuple[Iterator[Sheet], dict[str, tuple[str, ...]], Frames]:
    """`judge` before its findings are written out one below the other: (a sheet a grain that has rows, missing, rows
    of facts). The sheets are reckoned one by one as they are asked for.
    """
    controls = tuple(controls)
    recorded = {g: set(df.columns) for g, df in frames.items()}
    missing = {c.code: gone for c in controls if (gone := _missing(c, recorded))}
    controls = tuple(c for c in controls if c.code not in missing)
    wanted = frozenset(n for c in controls for n in c.needs)
    rows = derive(seen(frames, as_of) if cut else frames, wanted)
    grains = [g for g in dict.fromkeys(c.grain for c in controls) if rows[g].height]
    sheets = (sheet(rows[g], g, tuple(c for c in controls if c.grain == g), book, as_of) for g in grains)
    return sheets, missing, rows


def _missing(control: Control, recorded: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Recorded facts this control needs whose column the source lacks. A grain with no frame at all has no rows:
    nothing is missing.
    """
    return tuple(name for grain, name in control.recorded if grain in recorded and name not in recorded[grain])


def sheet(df: pl.DataFrame, grain: str, controls: tuple[Control, ...], book: Lawbook, as_of: dt.date) -> Sheet:
    """The verdicts of controls of one grain on rows that have every fact they read."""
    plan = plan_of(controls, book)
    facts = df
    df = df.with_columns(pl.lit(as_of, dtype=pl.Date).alias(TODAY), *plan.parameters, *plan.dues)
    open_ = _reaching(df, plan, book.calendar.open_from)
    df = df.with_columns(g if o else c for g, c, o in zip(plan.guesses, plan.certain, open_, strict=True))
    if df.height <= FEW:
        return Sheet(grain, controls, facts, df.lazy().select(_columns(grain, controls, plan.wide)), plan)
    told = df.lazy().with_columns(plan.asked).select(_columns(grain, controls, plan.read)).collect()
    return Sheet(grain, controls, facts, told.lazy(), plan)


def _columns(grain: str, controls: tuple[Control, ...], verdicts: tuple[pl.Expr, ...]) -> list[pl.Expr]:
    g = VOCABULARY.grain(grain)
    row = pl.col(g.id).alias("row") if g.many else pl.col(KEY).alias("row")
    return [
        pl.col(KEY),
        row,
        *verdicts,
        *(pl.col(f"{c.code}~{n}") for c in controls if c.timed for n in ("due", "provisional")),
    ]


def _reaching(df: pl.DataFrame, plan: Plan, open_from: dt.date) -> list[bool]:
    """For each time limit, whether a due day lies in a year whose calendar is not yet published."""
    last = [df[d.meta.output_name()].max() for d in plan.dues]
    return [d is not None and d >= open_from for d in last]


# Below this many rows the fixed cost of a query counts more than its work: all controls are unrolled in one.
FEW = 256


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
