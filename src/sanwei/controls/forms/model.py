"""What a form is made of: conditions, kinds of steps, windows of time, rules.

A *history* is one frame of steps of many matters:

    case_id       String            the matter
    activity      String            what was done
    on            Date | null       the day; null: done, but the day is not recorded
    seq           Int64 | null      order in the source within a day (the column may be absent)
    cancelled_on  Date | null       the day on which the step was revoked (the column may be absent)
    person        String | null     who did it (only for forms about persons)
    value and any other attribute   for conditions, correlation, ranges
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

UNITS = {"calendar_days": "日", "working_days": "个工作日", "months": "个月", "years": "年"}
FORWARD, BACKWARD, EITHER = "forward", "backward", "either"
ANY, ALTERNATE, CHAIN = "any", "alternate", "chain"


class FormError(ValueError):
    """A form is not well formed, or the history is not one."""


@dataclass(frozen=True, eq=False)
class Condition:
    """A condition on one step, over columns of the history (null: cannot be told), and how it is said."""

    holds: pl.Expr
    says: str = "符合条件的"


Conditional = pl.Expr | Condition | None


def condition(given: Conditional) -> Condition | None:
    """An expression alone is a condition without words of its own."""
    return Condition(given) if isinstance(given, pl.Expr) else given


@dataclass(frozen=True, eq=False)
class Steps:
    """Steps of one or several activities, as far as a condition holds for them."""

    activities: tuple[str, ...]
    when: Condition | None = None

    @property
    def roots(self) -> tuple[str, ...]:
        """Columns of the history that the condition reads."""
        return tuple(self.when.holds.meta.root_names()) if self.when else ()

    @property
    def holds(self) -> pl.Expr:
        """Whether a row of the history is such a step: true, false, or null where the condition cannot be told."""
        known = pl.col("activity").is_in(self.activities)
        return known & self.when.holds.cast(pl.Boolean) if self.when else known


def steps(named: str | Iterable[str] | Steps, when: Conditional = None) -> Steps:
    """Names of activities (one or several) as `Steps`; `Steps` with their own condition stay as they are."""
    if isinstance(named, Steps):
        if when is not None:
            raise FormError("步骤自己已经带有条件，不能再写一个条件；请把两个条件合成一个。")
        return named
    activities = (named,) if isinstance(named, str) else tuple(named)
    if not activities or not all(isinstance(a, str) and a for a in activities):
        raise FormError("形式要写明是哪一种活动，活动的名称不能为空。")
    return Steps(activities, condition(when))


@dataclass(frozen=True)
class Window:
    """How far the target may lie from the activation, in days of the calendar, never in hours.

    least, most  bounds of the distance in `unit`; the day after the activation is day 1. `most` None: without end.
    strict       bounds that do not count themselves: "least", "most", "both" or "none" (`strict="least"` with
                 least=0: not on the same day).
    roll         the last day, when it is no working day, moves on to the next one (only where one counts forward).
    same_day     "order": on the day of the activation the target must come after (before) it; "counts": on that day
                 the order does not matter.

    Source of the notion: response and precedence with intervals of time, as in multi-perspective Declare (Burattin,
    Maggi and Sperduti, 2016).
    """

    least: int = 0
    most: int | None = None
    unit: str = "calendar_days"
    strict: str = "none"
    roll: bool = False
    same_day: str = "order"

    def __post_init__(self):
        if self.unit not in UNITS:
            raise FormError(f"期间的单位只能是 {'、'.join(UNITS)}，不能是“{self.unit}”。")
        if self.strict not in ("none", "least", "most", "both"):
            raise FormError("strict 只能是 none、least、most 或者 both。")
        if self.same_day not in ("order", "counts"):
            raise FormError("same_day 只能是 order 或者 counts。")
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise FormError("期间的下限不能小于零，上限不能小于下限。")
        narrow = {"none": 0, "both": 2}.get(self.strict, 1)
        if self.most is not None and self.most - self.least < narrow:
            raise FormError("不含端点的期间里没有任何一天：请放宽上限，或者把 strict 改为 none。")
        if self.same_day == "counts" and (self.least or self.strict in ("least", "both")):
            raise FormError("不计同日的期间不能写 same_day=counts。")
        if self.roll and self.most is None:
            raise FormError("没有上限的期间无从顺延。")

    @property
    def strict_least(self) -> bool:
        return self.strict in ("least", "both")

    @property
    def strict_most(self) -> bool:
        return self.strict in ("most", "both")

    @property
    def open(self) -> bool:
        """Says nothing about time, only about order."""
        return self.most is None and not self.least and not self.strict_least


@dataclass(frozen=True)
class Version:
    """The window in force for activations between two days, both included; None is open. Outside nothing is asked."""

    since: dt.date | None
    until: dt.date | None
    window: Window


def versions(given: Iterable[Version | tuple]) -> tuple[Version, ...]:
    """`Version` or (from, until, window), ordered; FormError where two overlap or one ends before it begins."""
    found = [v if isinstance(v, Version) else Version(*v) for v in given]
    found.sort(key=lambda v: v.since or dt.date.min)
    for v in found:
        if v.since and v.until and v.until < v.since:
            raise FormError(f"版本的止日 {v.until} 早于起日 {v.since}。")
    for one, two in pairwise(found):
        if one.until is None or two.since is None or two.since <= one.until:
            raise FormError("各版本的施行期间不能重叠。")
    return tuple(found)


@dataclass(frozen=True, eq=False)
class Rule:
    """One relation between an activation and its target: what the evaluator of relations reads.

    of        activating steps; None: the matter itself is the activation
    way       where the target is looked for: after the activation, before it, or on either side
    between   what may lie between: anything; no further activation (alternate); nothing at all (chain)
    negative  the target must not be there
    nth       the target counts from its nth occurrence; `excess`: one more is a breach
    other     exclusive choice: the second kind of target, of which only one kind may occur
    """

    of: Steps | None
    target: Steps
    way: str = FORWARD
    between: str = ANY
    negative: bool = False
    window: Window = Window()
    versions: tuple[Version, ...] = ()
    same: tuple[str, str] | None = None
    void: Steps | None = None
    preemptive: bool = False
    nth: int = 1
    excess: bool = False
    other: Steps | None = None

    @property
    def windows(self) -> tuple[Window, ...]:
        return tuple(v.window for v in self.versions) or (self.window,)

    @property
    def ordered(self) -> bool:
        """Whether the order between activation and target matters on the day of the activation."""
        counts = any(w.same_day == "counts" for w in self.windows)
        return self.of is not None and self.way != EITHER and not self.preemptive and not counts

    @property
    def needs_day(self) -> bool:
        """Whether nothing can be told of an activation whose day is not recorded."""
        placed = self.way != EITHER and self.of is not None
        return placed or bool(self.versions) or not all(w.open for w in self.windows)

    @property
    def activities(self) -> tuple[str, ...] | None:
        """Activities whose steps are looked at; None: all of them (a chain sees every step)."""
        if self.between == CHAIN:
            return None
        parts = (self.of, self.target, self.other, self.void)
        return tuple(dict.fromkeys(a for p in parts if p is not None for a in p.activities))


@dataclass(frozen=True, eq=False)
class Form:
    """A form ready to judge. `parts`: rules (a succession has two) or one of the other kinds; `says`: the form in one
    Chinese sentence, without final 。
    """

    name: str
    title: str
    says: str
    parts: tuple[object, ...]
