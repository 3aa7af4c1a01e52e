"""Quotas: of all steps of a group in a period, so many in the hundred. Aggregated once, then one proposition about
one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from sanwei.controls.verdict import Verdict
from sanwei.lawbook import Calendar

from .building import Named
from .history import ROW, STANDS, History
from .judging import Closed, judge_part
from .model import Condition, Conditional, Form, FormError, Steps, condition, steps
from .saying import column, named
from .verdicts import ACTIVE, activations, table, v

PERIODS = {"month": ("1mo", "每月"), "quarter": ("1q", "每季度"), "year": ("1y", "每年")}
SEPARATOR = "｜"  # between the parts of a group's name
HIT, START = "§hit", "§start"


@dataclass(frozen=True, eq=False)
class Quota:
    of: Steps
    hit: Condition
    least: int | None
    most: int | None
    by: tuple[str, ...]
    period: str | None


def quota(
    a: Named,
    hit: Conditional,
    *,
    least: int | None = None,
    most: int | None = None,
    by: str | Iterable[str] = (),
    period: str | None = None,
    when: Conditional = None,
    labels: Mapping[str, str] | None = None,
) -> Form:
    """Of the steps `a` (as far as `when` holds) of each group and period at least, at most so many in the hundred
    meet `hit`.

    `by`: columns that make the group; `period`: month, quarter, year or None (all the time). One row a group and
    period in which there is any step `a`: `case_id` is the group's values joined by ｜, since and due are the first
    and the last day of the period. A period that has not ended is 待办; an empty denominator is 不适用. Steps whose day or
    group is not recorded make a row of their own, 无法判定. Conditions that cannot be told count both ways: a verdict
    stands where both agree.
    """
    if least is None and most is None:
        raise FormError("比例要写下限（least）或者上限（most），以百分数计。")
    if any(p is not None and not 0 <= p <= 100 for p in (least, most)):
        raise FormError("比例是 0 到 100 的整数（百分数）。")
    if period is not None and period not in PERIODS:
        raise FormError(f"周期只能是 {'、'.join(PERIODS)}。")
    of, met, groups = steps(a, when), condition(hit), (by,) if isinstance(by, str) else tuple(by)
    if met is None:
        raise FormError("比例要写明数的是什么（hit）。")
    bounds = "、".join(
        t for t in (f"不低于 {least}%" if least is not None else "", f"不高于 {most}%" if most is not None else "") if t
    )
    group = f"按{'、'.join(column(g, labels) for g in groups)}分组，" if groups else ""
    unit = group + (PERIODS[period][1] if period else "全部")
    says = f"{unit}{named(of)}中，{met.says}占比须{bounds}"
    return Form("quota", "比例", says, (Quota(of, met, least, most, groups, period),))


@judge_part.register
def _(part: Quota, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    read = part.hit.holds.meta.root_names()
    acts = activations(h, part.of, *part.by)
    rows = h.of(part.of, read).select(ROW, STANDS, part.hit.holds.cast(pl.Boolean).alias(HIT))
    acts = acts.join(rows, on=ROW, maintain_order="left").filter(STANDS)
    acts = acts.with_columns(_start(part).alias(START))
    units = acts.group_by(*part.by, START, maintain_order=True).agg(pl.col(ROW).min(), *_counts())
    units = units.with_columns(_last(part).alias("due"))
    lost = (
        pl.any_horizontal(pl.col(c).is_null() for c in (*part.by, *([START] if part.period else [])))
        if part.by or part.period
        else pl.lit(False)
    )
    running = (pl.col("due") >= h.as_of).fill_null(False)
    verdict = (
        pl.when(pl.col("most_n") == 0)
        .then(v(Verdict.NOT_ASKED))
        .when(lost)
        .then(v(Verdict.UNDETERMINED))
        .when(running)
        .then(v(Verdict.PENDING))
        .otherwise(_share(part))
    )
    told = table(h, units, verdict, since=pl.col(START), due=pl.col("due"))
    return told.with_columns(units.with_columns(_name(part).alias("§name"))["§name"].alias("case_id"))


def _name(part: Quota) -> pl.Expr:
    """The group's values joined; “全部” without groups."""
    if not part.by:
        return pl.lit("全部")
    return pl.concat_str([pl.col(c).cast(pl.String).fill_null("未记录") for c in part.by], separator=SEPARATOR)


def _start(part: Quota) -> pl.Expr:
    """First day of the period; null without periods."""
    return pl.col("since").dt.truncate(PERIODS[part.period][0]) if part.period else pl.lit(None, dtype=pl.Date)


def _last(part: Quota) -> pl.Expr:
    if not part.period:
        return pl.lit(None, dtype=pl.Date)
    return pl.col(START).dt.offset_by(PERIODS[part.period][0]).dt.offset_by("-1d")


def _counts() -> list[pl.Expr]:
    """Hits and steps in the reading with the highest, and in the one with the lowest share."""
    sure, may = pl.col(ACTIVE).fill_null(False), pl.col(ACTIVE).ne_missing(False)
    hit, maybe_hit = pl.col(HIT).fill_null(False), pl.col(HIT).ne_missing(False)
    found = {
        "high_hits": may & maybe_hit,
        "high_n": sure | (may & maybe_hit),
        "low_hits": sure & hit,
        "low_n": sure | (may & ~hit),
        "most_n": may,
        "sure_n": sure,
    }
    return [e.sum().cast(pl.Int64).alias(n) for n, e in found.items()]


def _share(part: Quota) -> pl.Expr:
    """合规 or 违反 where the highest and the lowest share agree (whole numbers, no rounding). Steps that may not count at
    all leave 不适用 open.
    """

    def holds(hits: str, n: str) -> pl.Expr:
        inside = pl.lit(True)
        if part.least is not None:
            inside = inside & (pl.col(hits) * 100 >= pl.col(n) * part.least)
        if part.most is not None:
            inside = inside & (pl.col(hits) * 100 <= pl.col(n) * part.most)
        return inside

    high, low = holds("high_hits", "high_n"), holds("low_hits", "low_n")
    both = part.least is not None and part.most is not None
    certain = (pl.col("high_hits") == pl.col("low_hits")) & (pl.col("high_n") == pl.col("low_n"))
    agree = certain | (high == low) if not both else certain | _same_side(part)
    told = pl.when(high & low).then(v(Verdict.KEPT)).otherwise(v(Verdict.BREACH))
    return pl.when((pl.col("sure_n") > 0) & agree).then(told).otherwise(v(Verdict.UNDETERMINED))


def _same_side(part: Quota) -> pl.Expr:
    """With both bounds: all readings inside, or all on the same side of one bound."""
    below = pl.col("high_hits") * 100 < pl.col("high_n") * part.least
    above = pl.col("low_hits") * 100 > pl.col("low_n") * part.most
    inside = (pl.col("low_hits") * 100 >= pl.col("low_n") * part.least) & (
        pl.col("high_hits") * 100 <= pl.col("high_n") * part.most
    )
    return below | above | inside
