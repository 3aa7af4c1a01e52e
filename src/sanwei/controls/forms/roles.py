"""Who plays which part in a rule: targets, blockers, excuses, each as far as it is sure and as far as it is possible.

What is recorded in part has several readings: a condition that reads null may hold or not, a step without a day may
lie anywhere, an attribute that is not recorded may be the same or another. A role therefore has two lines: the steps
that surely play it and those that may.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from .history import AT, CASE, ROW, STANDS, History
from .lines import Line
from .model import ALTERNATE, BACKWARD, CHAIN, Rule, Steps

GROUP, KEY, IS, PLAIN = "§group", "§key", "§is", "§plain"
_SEEN = (ROW, CASE, AT, "on", IS, PLAIN, KEY)


@dataclass(frozen=True)
class Role:
    """Lines of one role.

    sure, may  steps that surely, that possibly play it
    plain      the record at its word: what is not known counts as not met
    loose      possible only because the attribute to be compared is not recorded (by matter, not by group)
    undated    numbers of steps without a day that may, that surely play it, by `GROUP` and by `CASE`
    blank      these steps themselves: `ROW`, `IS`
    """

    sure: Line
    may: Line
    plain: Line
    loose: Line | None
    undated: tuple[tuple[str, pl.DataFrame], ...]
    blank: pl.DataFrame
    group: str

    @property
    def unknown(self) -> bool:
        """Whether any of this role's steps is not fully recorded."""
        return self.may is not self.sure or self.loose is not None or bool(self.undated)


def role(rows: pl.DataFrame, span: int, groups: pl.DataFrame | None) -> Role:
    """`rows`: standing steps with `IS` (null: perhaps), `PLAIN`, and `KEY` when `groups` (matter, attribute → group)
    are given.
    """
    group = CASE if groups is None else GROUP
    dated, undated = (
        rows.filter(pl.col(AT).is_not_null()),
        rows.filter(pl.col(AT).is_null() & pl.col(IS).ne_missing(False)),
    )
    loose = None
    if groups is not None:
        nameless = dated.filter(pl.col(KEY).is_null() & pl.col(IS).ne_missing(False))
        loose = Line(nameless, CASE, span) if nameless.height else None
        dated = dated.join(groups, on=[CASE, KEY], how="inner", maintain_order="left")
    sure = may = Line(dated.filter(pl.col(IS)), group, span)
    plain = sure
    if dated[IS].null_count():
        may, plain = (
            Line(dated.filter(pl.col(IS).ne_missing(False)), group, span),
            Line(dated.filter(PLAIN), group, span),
        )
    return Role(sure, may, plain, loose, _undated(undated, groups), undated.select(ROW, IS), group)


def _undated(rows: pl.DataFrame, groups: pl.DataFrame | None) -> tuple[tuple[str, pl.DataFrame], ...]:
    if not rows.height:
        return ()
    if groups is None:
        return ((CASE, _counts(rows, CASE)),)
    named = rows.filter(pl.col(KEY).is_not_null()).join(groups, on=[CASE, KEY], how="inner")
    nameless = rows.filter(pl.col(KEY).is_null()).with_columns(pl.lit(None, dtype=pl.Boolean).alias(IS))
    return ((GROUP, _counts(named, GROUP)), (CASE, _counts(nameless, CASE)))


def _counts(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """How many steps without a day may, how many surely play the role."""
    return rows.group_by(by).agg(
        pl.len().cast(pl.Int64).alias("may"), pl.col(IS).fill_null(False).sum().cast(pl.Int64).alias("sure")
    )


@dataclass(frozen=True)
class Cast:
    """The roles of one rule. `others`: for a chain with an attribute, target-like steps by matter and by group."""

    target: Role
    second: Role | None
    void: Role | None
    blocker: Role | None
    others: tuple[Role, Role] | None

    @property
    def roles(self) -> tuple[Role, ...]:
        found = (self.target, self.second, self.void, self.blocker, *(self.others or ()))
        return tuple(r for r in found if r is not None)

    @property
    def unknown(self) -> bool:
        return any(r.unknown for r in self.roles)


def cast(rule: Rule, h: History, groups: pl.DataFrame | None) -> Cast:
    """The roles of a rule in a history. `groups`: (matter, attribute of the activation) → number, or None without
    correlation.
    """
    span, back = h.axis.span, rule.way == BACKWARD
    target = _one(h, rule.target, back, groups, _attribute(rule))
    second = _one(h, rule.other, back) if rule.other else None
    void = _one(h, rule.void, back) if rule.void else None
    blocker, others = None, None
    if rule.between == ALTERNATE:
        blocker = role(_alternates(rule, h, back), span, groups)
    elif rule.between == CHAIN:
        blocker = _beside(rule, h, back)
        if groups is not None:
            alike = _playing(h, rule.target, back, _attribute(rule)).filter(
                pl.col(IS).ne_missing(False) & pl.col(KEY).is_not_null()
            )
            alike = alike.with_columns(pl.lit(True).alias(IS), pl.lit(True).alias(PLAIN))
            others = role(alike, span, None), role(alike, span, groups)
    return Cast(target, second, void, blocker, others)


def _one(h: History, wanted: Steps, back: bool, groups: pl.DataFrame | None = None, key: str | None = None) -> Role:
    """The role of some steps; where it depends on their names alone it is made once for all forms over the history."""

    def make() -> Role:
        return role(_playing(h, wanted, back, key), h.axis.span, groups)

    return make() if wanted.when or groups is not None else h.kept((wanted.activities, back), make)


def _beside(rule: Rule, h: History, back: bool) -> Role:
    """All steps that are neither target nor excuse, likewise."""

    def make() -> Role:
        return role(_neighbours(rule, h, back), h.axis.span, None)

    void = rule.void.activities if rule.void else ()
    if rule.same or rule.target.when or (rule.void and rule.void.when):
        return make()
    return h.kept((rule.target.activities, void, back), make)


def _attribute(rule: Rule) -> str | None:
    return rule.same[1] if rule.same else None


def _mirrored(rows: pl.DataFrame, span: int, back: bool) -> pl.DataFrame:
    return rows.with_columns((span - 1 - pl.col(AT)).alias(AT)) if back else rows


def _shaped(
    rows: pl.DataFrame, h: History, back: bool, holds: pl.Expr, plain: pl.Expr, key: str | None
) -> pl.DataFrame:
    named = pl.col(key) if key else pl.lit(None, dtype=pl.String)
    rows = rows.filter(STANDS).with_columns(holds.alias(IS), plain.alias(PLAIN), named.alias(KEY)).select(_SEEN)
    return _mirrored(rows, h.axis.span, back)


def _playing(h: History, wanted: Steps, back: bool, key: str | None = None) -> pl.DataFrame:
    rows = h.of(wanted, (key,) if key else ())
    return _shaped(rows, h, back, wanted.holds, wanted.holds.fill_null(False), key)


def _alternates(rule: Rule, h: History, back: bool) -> pl.DataFrame:
    """Further activations that come in between: neither target nor excuse themselves."""
    of, target, void = rule.of, rule.target, rule.void
    mine, others = rule.same or (None, None)
    is_target = target.holds & (pl.col(others) == pl.col(mine)) if rule.same else target.holds
    more = [*target.roots, *(void.roots if void else ()), *(rule.same or ())]
    holds, plain = of.holds & ~is_target, of.holds.fill_null(False) & ~is_target.fill_null(False)
    if void:
        holds, plain = holds & ~void.holds, plain & ~void.holds.fill_null(False)
    return _shaped(h.of(of, more), h, back, holds, plain, mine)


def _neighbours(rule: Rule, h: History, back: bool) -> pl.DataFrame:
    """Steps that stand in between in a chain: all but targets and excuses. A target whose attribute is not recorded
    may be one.
    """
    target, void = rule.target, rule.void
    is_target = target.holds
    if rule.same:
        is_target = is_target & pl.when(pl.col(rule.same[1]).is_not_null()).then(pl.lit(True))
    holds, plain = ~is_target, ~is_target.fill_null(False)
    if void:
        holds, plain = holds & ~void.holds, plain & ~void.holds.fill_null(False)
    rows = h.all([*target.roots, *(void.roots if void else ()), *((rule.same[1],) if rule.same else ())])
    return _shaped(rows, h, back, holds, plain, None)
