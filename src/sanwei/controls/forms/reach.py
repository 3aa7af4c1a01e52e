"""How far each activation's target, next blocker and excuse lie: the earliest place possible and the latest.

Places here are doubled: the earliest possible is `2 * place`, the latest `2 * place + 1`. So where two steps lie in
one place (order unknown) each may come first, and a plain comparison of numbers says so. For each role `x` two
readings are kept: `x0` earliest and `x1` latest over everything that is not known, and `x0p`, `x1p` over the order
within days alone, the record otherwise taken at its word.
"""

from __future__ import annotations

import polars as pl

from .edges import BACK_FIRST, BACK_LAST, FIRST, LAST, TIMED
from .history import CASE, OFF, ROW, Axis, History
from .lines import NEVER, SOME_TIME
from .model import BACKWARD, CHAIN, EITHER, FORWARD, Rule
from .roles import GROUP, IS, Cast, Role

LO, HI, OPEN, LIMIT = "§lo", "§hi", "§open", "§limit"  # where the activation may lie; where the window opens and closes
EARLY = "§early"  # a step without a day may be the next one, too early
BEFORE = -1  # a target that was there before anything else
_MAY, _SURE = pl.col("§may"), pl.col("§sure")


def reach(acts: pl.DataFrame, rule: Rule, cast: Cast, h: History) -> pl.DataFrame:
    """Adds d (target), e (second target), n (blocker), v (excuse) with their readings, and `d~row`, `e~row`: rows of
    the sure ones.

    n and v are missing where the rule knows no blockers, no excuse and no activation was cancelled.
    """
    acts = acts.with_columns(_opened(rule, h.axis))
    acts = _target(acts, rule, cast.target, h, "d", rule.nth)
    if rule.excess:
        acts = _target(acts, rule, cast.second or cast.target, h, "e", 1 if cast.second else rule.nth + 1)
    if rule.way == EITHER and not rule.preemptive:
        acts = _other_side(acts, cast.target, h.axis)
    if cast.blocker is not None:
        acts = _after(acts, rule, cast.blocker, "n", h)
        acts = acts if cast.others is None else _of_others(acts, *cast.others)
    if cast.void is not None:
        acts = _after(acts, rule, cast.void, "v", h)
    if rule.of is not None and rule.way != BACKWARD and acts[OFF].null_count() < acts.height:
        acts = _cancelled(acts, h.axis, cast.void is not None)
    return acts


def _opened(rule: Rule, axis: Axis) -> list[pl.Expr]:
    """The window as places: `OPEN`, and `LIMIT` (doubled)."""
    if rule.way == BACKWARD:
        first, last = axis.span - 1 - axis.late(pl.col(FIRST)), axis.span - 1 - axis.early(pl.col(LAST))
    else:
        first, last = axis.early(pl.col(FIRST)), axis.late(pl.col(LAST))
    if rule.preemptive or (rule.of is None and rule.between == CHAIN):  # from the very beginning; from the very end
        first = pl.lit(0, dtype=pl.Int64)
    return [first.fill_null(0).alias(OPEN), (last * 2 + 1).fill_null(NEVER - 1).alias(LIMIT)]


def _loose(acts: pl.DataFrame, h: History) -> bool:
    """Whether some activation may come before or after another step: else the earliest place is the latest."""
    return h.unordered or bool((acts[LO] != acts[HI]).any())


def _thresholds(rule: Rule) -> tuple[pl.Expr, pl.Expr]:
    """From which place on the target may, from which it surely counts. In a chain the next step is looked at,
    whenever it comes.
    """
    opens = pl.lit(0, dtype=pl.Int64) if rule.between == CHAIN else pl.col(OPEN)
    if not rule.ordered:
        return opens, opens
    return pl.max_horizontal(LO, opens), pl.max_horizontal(pl.col(HI) + 1, opens)


def _next_without_day(acts: pl.DataFrame, rule: Rule, h: History) -> pl.DataFrame:
    """In a chain a target without a day may come in the window (`d2`) or before it opens (`EARLY`)."""
    some = _MAY > 0
    opened = pl.max_horizontal(LO, OPEN)
    if rule.way != BACKWARD:
        opened = pl.when(pl.col(FIRST).is_null() | (pl.col(FIRST) <= h.as_of)).then(opened)
    opened = pl.when(some).then(opened)
    return acts.with_columns(
        _doubled(pl.coalesce(opened, "§late"), 0).alias("d2"), (some & (pl.col(OPEN) > pl.col(LO))).alias(EARLY)
    )


def _target(acts: pl.DataFrame, rule: Rule, r: Role, h: History, name: str, nth: int) -> pl.DataFrame:
    may, sure = _thresholds(rule)
    skip = rule.of is not None
    acts = r.sure.first(acts, "§late", r.group, sure, skip=skip, nth=nth).rename({"§late~row": f"{name}~row"})
    if rule.ordered and _loose(acts, h):
        acts = r.sure.first(acts, "§soon", r.group, may, skip=skip, nth=nth)
    else:
        acts = acts.with_columns(pl.col("§late").alias("§soon"))
    if not r.unknown:
        return _readings(acts, name, pl.col("§soon"), pl.col("§late"))
    acts = _count_undated(acts, r, skip)
    acts = r.may.first(acts, "§earliest", r.group, may, skip=skip, nth=nth - _MAY if nth > 1 else 1)
    least = [pl.col("§earliest")]
    if r.loose is not None:
        acts = r.loose.first(acts, "§loose", CASE, may, skip=skip)
        least.append(pl.col("§loose"))
    if rule.between == CHAIN and rule.of is not None:
        acts = _next_without_day(acts, rule, h)
    place = pl.lit(0, dtype=pl.Int64) if rule.way == EITHER else may
    least = pl.when(nth <= _MAY).then(pl.min_horizontal(*least, place)).otherwise(pl.min_horizontal(*least))
    if (
        not rule.preemptive and rule.way == FORWARD and rule.between != CHAIN
    ):  # before the window opens nobody can have done it
        least = pl.when(pl.col(FIRST) > h.as_of).then(pl.lit(NEVER, dtype=pl.Int64)).otherwise(least)
    return _readings(acts, name, least, _exists(acts, rule, r, h, nth))


def _exists(acts: pl.DataFrame, rule: Rule, r: Role, h: History, nth: int) -> pl.Expr:
    """The latest place. A target without a day is there by the as-of day; where it counts from whatever day on, that
    is enough.
    """
    late = pl.col("§late")
    free, known = pl.lit(rule.preemptive), pl.lit(0)
    if rule.way == EITHER and not rule.preemptive:
        free = ~pl.col(TIMED) & pl.col("since").eq_missing(pl.col(FIRST))
    if rule.of is None:
        free = pl.col(FIRST).is_null()
        known = pl.lit(r.sure.count(acts, "§known", r.group, pl.lit(0), pl.lit(h.axis.span - 1))["§known"])
    return pl.when((late == NEVER) & free & (known + _SURE >= nth)).then(_by_now(rule, h)).otherwise(late)


def _by_now(rule: Rule, h: History) -> pl.Expr:
    """The latest place of a step of which only the day is not recorded."""
    return pl.lit(SOME_TIME, dtype=pl.Int64) if rule.way == BACKWARD else h.axis.late(pl.lit(h.as_of))


def _count_undated(acts: pl.DataFrame, r: Role, skip: bool) -> pl.DataFrame:
    """Adds `§may`, `§sure`: how many steps without a day may, how many surely play the role for each activation."""
    acts = acts.with_columns(pl.lit(0, dtype=pl.Int64).alias(c) for c in ("§may", "§sure"))
    for by, counts in r.undated:
        acts = acts.join(counts, on=by, how="left", maintain_order="left")
        acts = acts.with_columns(_MAY + pl.col("may").fill_null(0), _SURE + pl.col("sure").fill_null(0)).drop(
            "may", "sure"
        )
    if skip and r.blank.height:
        acts = acts.join(r.blank.with_columns(pl.lit(1).alias("§own")), on=ROW, how="left", maintain_order="left")
        own, surely = pl.col("§own").fill_null(0), pl.col(IS).fill_null(False).cast(pl.Int64)
        acts = acts.with_columns(_MAY - own, _SURE - surely).drop("§own", IS)
    return acts


def _doubled(place: pl.Expr, late: int) -> pl.Expr:
    return pl.when(place < SOME_TIME).then(place * 2 + late).otherwise(place)


def _readings(acts: pl.DataFrame, name: str, earliest: pl.Expr, latest: pl.Expr) -> pl.DataFrame:
    acts = acts.with_columns(
        _doubled(earliest, 0).alias(f"{name}0"),
        _doubled(latest, 1).alias(f"{name}1"),
        _doubled(pl.col("§soon"), 0).alias(f"{name}0p"),
        _doubled(pl.col("§late"), 1).alias(f"{name}1p"),
    )
    return acts.drop("§soon", "§late", "§earliest", "§loose", "§may", "§sure", strict=False)


def _other_side(acts: pl.DataFrame, r: Role, axis: Axis) -> pl.DataFrame:
    """A target before the activation, in the window counted back, discharges at once."""
    to = pl.min_horizontal(BACK_FIRST, pl.col("since").dt.offset_by("-1d"))
    least, most = axis.early(pl.col(BACK_LAST)).fill_null(0), axis.late(to).fill_null(BEFORE)
    acts = r.sure.count(acts, "§back", r.group, least, most)
    there = pl.col("§back") > 0
    acts = acts.with_columns(
        *(pl.when(there).then(BEFORE).otherwise(pl.col(x)).alias(x) for x in ("d0", "d1", "d0p", "d1p")),
        pl.when(there).then("§back~row").otherwise("d~row").alias("d~row"),
    ).drop("§back", "§back~row")
    for line, by in ((r.may, r.group), (r.loose, CASE)):
        if line is not None and line is not r.sure:
            acts = line.count(acts, "§back", by, least, most)
            acts = acts.with_columns(pl.when(there).then(BEFORE).otherwise("d0").alias("d0")).drop("§back", "§back~row")
    return acts


def _after(acts: pl.DataFrame, rule: Rule, r: Role, name: str, h: History) -> pl.DataFrame:
    """The next step of a role after the activation (before it, when one looks back)."""
    skip = rule.of is not None
    acts = r.sure.first(acts, "§sure_late", r.group, pl.col(HI) + 1)
    acts = acts.with_columns(pl.col("§sure_late").alias("§late"))
    if r.plain is not r.sure:
        acts = r.plain.first(acts, "§late", r.group, pl.col(HI) + 1)
    acts = acts.with_columns(pl.col("§late").alias("§soon"))
    if _loose(acts, h):
        acts = r.plain.first(acts, "§soon", r.group, pl.col(LO), skip=skip)
    earliest, latest = pl.col("§soon"), pl.col("§sure_late")
    if r.unknown:
        acts = _count_undated(acts, r, skip)
        acts = r.may.first(acts, "§earliest", r.group, pl.col(LO), skip=skip)
        earliest = [pl.col("§earliest")]
        if r.loose is not None:
            acts = r.loose.first(acts, "§loose", CASE, pl.col(LO), skip=skip)
            earliest.append(pl.col("§loose"))
        earliest = pl.min_horizontal(*earliest, pl.when(_MAY > 0).then(LO))
        if rule.of is None:
            latest = pl.when((latest == NEVER) & (_SURE > 0)).then(_by_now(rule, h)).otherwise(latest)
    acts = _readings(acts, name, earliest, latest)
    return acts.drop(
        "§sure_late", "§sure_late~row", "§soon~row", "§late~row", "§earliest~row", "§loose~row", strict=False
    )


def _of_others(acts: pl.DataFrame, by_case: Role, by_group: Role) -> pl.DataFrame:
    """In a chain with an attribute: a target with another attribute stands in between as any other step does."""

    def stranger(df: pl.DataFrame, name: str, at: pl.Expr) -> pl.DataFrame:
        df = by_group.sure.count(by_case.sure.count(df, "§all", CASE, at, at), "§mine", GROUP, at, at)
        found = pl.when(pl.col("§all") > pl.col("§mine")).then(at).otherwise(pl.lit(NEVER, dtype=pl.Int64))
        return df.with_columns(found.alias(name)).drop("§all", "§all~row", "§mine", "§mine~row")

    acts = by_case.sure.first(acts, "§next", CASE, pl.col(HI) + 1)
    acts = stranger(stranger(acts, "§later", pl.col("§next")), "§here", pl.col(LO))
    soon, late = _doubled(pl.min_horizontal("§here", "§later"), 0), _doubled(pl.col("§later"), 1)
    acts = acts.with_columns(
        *(pl.min_horizontal(x, soon).alias(x) for x in ("n0", "n0p")),
        *(pl.min_horizontal(x, late).alias(x) for x in ("n1", "n1p")),
    )
    if by_case.undated:
        acts = _count_undated(acts, by_group, True).rename({"§may": "§mine"}).drop("§sure")
        acts = _count_undated(acts, by_case, True)
        some = pl.when(pl.col("§may") > pl.col("§mine")).then(pl.col(LO) * 2)
        acts = acts.with_columns(pl.min_horizontal("n0", some).alias("n0")).drop("§mine", "§may", "§sure")
    return acts.drop("§next", "§next~row", "§here", "§later")


def _cancelled(acts: pl.DataFrame, axis: Axis, excused: bool) -> pl.DataFrame:
    """The cancellation of the activation itself: some time on its day, after the activation. It is an excuse like any
    other.
    """
    soon = pl.max_horizontal(axis.early(pl.col(OFF)), LO) * 2
    late = axis.late(pl.col(OFF)) * 2 + 1
    found = {"v0": soon, "v1": late, "v0p": soon, "v1p": late}
    # max_horizontal passes over nulls, so an activation not cancelled must be left out by hand
    found = {
        x: pl.when(pl.col(OFF).is_not_null()).then(e).otherwise(pl.lit(NEVER, dtype=pl.Int64)) for x, e in found.items()
    }
    return acts.with_columns((pl.min_horizontal(x, e) if excused else e).alias(x) for x, e in found.items())
