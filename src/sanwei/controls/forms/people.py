"""Forms about who did it: separation and binding of duty, least number of distinct persons. They read the column
`person` (a code, not a name).

Notions: separation and binding of duty as in role-based access control (Sandhu, Coyne, Feinstein and Youman, 1996;
Bertino, Ferrari and Atluri, 1999). Neither days nor order matter; revoked steps are left out on the other side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Calendar

from .building import Named, columns
from .history import CASE, ROW, STANDS, History
from .judging import Closed, judge_part
from .model import Conditional, Form, FormError, Steps, steps
from .saying import column, named, same, tail
from .verdicts import ACTIVE, activations, judged, table, v

WHO, KEY, IS = "§who", "§key", "§is"


@dataclass(frozen=True, eq=False)
class Duty:
    of: Steps
    other: Steps
    same: tuple[str, str] | None
    apart: bool  # other persons than those; else the same person


def separation(
    a: Named,
    b: Named,
    *,
    when: Conditional = None,
    target: Conditional = None,
    correlate: str | tuple[str, str] | None = None,
) -> Form:
    """Whoever did `a` did no `b` of the same matter (of the same attribute). Activation `a`; where there is no `b`
    nothing is asked.
    """
    part = _duty(a, b, when, target, correlate, apart=True)
    says = f"每次{named(part.of)}的人员，不得是同案{named(part.other)}的人员{tail(same(part.same))}"
    return Form("separation", "职责分离", says, (part,))


def binding(
    a: Named,
    b: Named,
    *,
    when: Conditional = None,
    target: Conditional = None,
    correlate: str | tuple[str, str] | None = None,
) -> Form:
    """Whoever did `a` did every `b` of the same matter too. Activation `a`; where there is no `b` nothing is asked."""
    part = _duty(a, b, when, target, correlate, apart=False)
    says = f"每次{named(part.of)}的人员，须是同案{named(part.other)}的同一人员{tail(same(part.same))}"
    return Form("binding", "职责绑定", says, (part,))


def _duty(
    a: Named, b: Named, when: Conditional, target: Conditional, correlate: str | tuple[str, str] | None, *, apart: bool
) -> Duty:
    of, other = steps(a, when), steps(b, target)
    return Duty(of, other, columns(correlate, of, other), apart)


@judge_part.register
def _(part: Duty, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    mine, theirs = part.same or (None, None)
    acts = activations(h, part.of, "person", *([mine] if mine else []))
    acts = acts.with_columns(pl.col("person").alias(WHO), (pl.col(mine) if mine else pl.lit(0)).alias(KEY))
    others = h.of(part.other, ("person", *([theirs] if theirs else []))).filter(STANDS)
    others = others.select(
        ROW,
        CASE,
        pl.col("person").alias(WHO),
        (pl.col(theirs) if theirs else pl.lit(0)).alias(KEY),
        part.other.holds.alias(IS),
    ).filter(pl.col(IS).ne_missing(False))
    acts = _counted(acts, others)
    sure, may, sure_same, may_same, may_known = (
        pl.col(c) for c in ("sure", "may", "sure_same", "may_same", "may_known")
    )
    if part.apart:
        broken, fine = sure_same > 0, (may_same == 0) & (may_known == may)
    else:
        broken, fine = pl.col("sure_known") > sure_same, may_same == may
    known = pl.col(WHO).is_not_null() & pl.col(KEY).is_not_null() & (sure > 0)
    kept = pl.when(broken).then(False).when(fine).then(True)
    return table(h, acts, judged(pl.col(KEY).is_null() | (may > 0), known, kept))


def _counted(acts: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """How many of the other steps there surely are, may be, have a known person, have this person; the activation
    itself not counted.

    A step whose attribute is not recorded may belong to every activation of its matter.
    """
    surely, known = pl.col(IS).fill_null(False) & pl.col(KEY).is_not_null(), pl.col(WHO).is_not_null()
    others = others.with_columns(
        surely.alias("sure"), (surely & known).alias("sure_known"), pl.lit(True).alias("may"), known.alias("may_known")
    )
    names = ["sure", "sure_known", "may", "may_known"]
    acts = acts.with_columns(pl.lit(0, dtype=pl.Int64).alias(n) for n in (*names, "sure_same", "may_same"))
    keyed, loose = others.filter(pl.col(KEY).is_not_null()), others.filter(pl.col(KEY).is_null())
    for rows, by in ((keyed, [CASE, KEY]), (loose, [CASE])):
        if rows.height:
            acts = _added(acts, rows, by, names, names)
            acts = _added(acts, rows, [*by, WHO], ["sure", "may"], ["sure_same", "may_same"])
    own = acts.select(ROW, WHO).join(others.select(ROW, *names), on=ROW, how="inner")
    if own.height:
        own = own.with_columns(
            pl.col("sure").alias("sure_same"), (pl.col("may") & pl.col(WHO).is_not_null()).alias("may_same")
        ).drop(WHO)
        own = own.with_columns((pl.col("sure_same") & pl.col("sure_known")).alias("sure_same"))
        acts = acts.join(own, on=ROW, how="left", maintain_order="left", suffix="·")
        each = [*names, "sure_same", "may_same"]
        acts = acts.with_columns(pl.col(n) - pl.col(f"{n}·").fill_null(False).cast(pl.Int64) for n in each)
    return acts


def _added(acts: pl.DataFrame, rows: pl.DataFrame, by: list[str], names: list[str], to: list[str]) -> pl.DataFrame:
    counts = rows.group_by(by).agg(
        pl.col(n).sum().cast(pl.Int64).alias(f"{t}·") for n, t in zip(names, to, strict=True)
    )
    acts = acts.join(counts, on=by, how="left", maintain_order="left")
    return acts.with_columns(pl.col(t) + pl.col(f"{t}·").fill_null(0) for t in to).drop(f"{t}·" for t in to)


@dataclass(frozen=True, eq=False)
class Persons:
    of: Steps
    least: int
    per: str | None


def persons(
    a: Named,
    least: int = 2,
    *,
    per: str | None = None,
    when: Conditional = None,
    labels: Mapping[str, str] | None = None,
) -> Form:
    """The steps `a` of each matter (of each value of `per` in it) have at least so many persons, one row a person.

    Judged on what is recorded so far, whether the matter runs or has ended: too few is 违反. The row is the earliest of
    these steps.
    """
    if least < 1:
        raise FormError("人数至少是一。")
    of = steps(a, when)
    unit = f"每个{column(per, labels)}的" if per else "每案的"
    return Form(
        "persons", "最少人数", f"{unit}{named(of)}须由至少 {least} 名不同的人员进行", (Persons(of, least, per),)
    )


@judge_part.register
def _(part: Persons, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    acts = activations(h, part.of, "person", *([part.per] if part.per else []))
    stands = h.of(part.of).select(ROW, STANDS)
    acts = acts.with_columns((pl.col(part.per) if part.per else pl.lit(0)).alias(KEY)).join(
        stands, on=ROW, maintain_order="left"
    )
    may, sure, who = (
        pl.col(ACTIVE).ne_missing(False) & pl.col(STANDS),
        pl.col(ACTIVE).fill_null(False) & pl.col(STANDS),
        pl.col("person"),
    )
    unit = acts.group_by(CASE, KEY, maintain_order=True).agg(
        pl.col(ROW, "since").first(),
        may.sum().cast(pl.Int64).alias("may"),
        who.filter(sure & who.is_not_null()).n_unique().cast(pl.Int64).alias("there"),
        (who.filter(may & who.is_not_null()).n_unique() + (may & who.is_null()).sum()).cast(pl.Int64).alias("possible"),
    )
    loose = unit.filter(pl.col(KEY).is_null()).select(CASE, pl.col("possible").alias("loose"))
    unit = unit.join(loose, on=CASE, how="left", maintain_order="left")
    possible = pl.col("possible") + pl.col("loose").fill_null(0)
    surely = acts.filter(sure).select(CASE, KEY, pl.lit(True).alias("some")).unique()
    unit = unit.join(surely, on=[CASE, KEY], how="left", maintain_order="left", nulls_equal=True)
    verdict = (
        pl.when(pl.col("may") == 0)
        .then(v(Verdict.NOT_ASKED))
        .when(pl.col(KEY).is_null())
        .then(v(Verdict.UNDETERMINED))
        .when(pl.col("there") >= part.least)
        .then(v(Verdict.KEPT))
        .when((possible < part.least) & pl.col("some").fill_null(False))
        .then(v(Verdict.BREACH))
        .otherwise(v(Verdict.UNDETERMINED))
    )
    return table(h, unit, verdict)
