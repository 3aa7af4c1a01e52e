"""One control: one proposition of law about one row of facts, with the clauses that demand it.

The same object refuses at the gate, sets the duty's due day, audits a million rows and fills the line of the trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter

import polars as pl

from sanwei.facts import KEY, VOCABULARY

DENY, WARN = "deny", "warn"

PARAMETER = "§"  # column prefix of a parameter read at a day: §hearing.fine.person@decided_on


class ControlError(ValueError):
    """A control is not well formed."""


def param(key: str, day: pl.Expr) -> pl.Expr:
    """The value of a parameter of law on the day in `day` (a fact); null where none is in force. `judge` fills it
    in.
    """
    return pl.col(f"{PARAMETER}{key}@{day.meta.output_name()}")


LEAST, MOST = "<", ">"


def within_term(moment: pl.Expr, key: str, since: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Whether `moment` lies on or before the last day of the term `key` that runs from the fact `since`, by the
    value in force on the fact `day`.

    Where the calendar is not settled (a year without a notice, a year beyond it), the earliest and the latest day on
    which the term can end decide all but the days between them; those are null.
    """
    name = f"{PARAMETER}{key}@{day.meta.output_name()}+{since.meta.output_name()}"
    least, most = pl.col(name + LEAST), pl.col(name + MOST)
    return pl.when(moment <= least).then(pl.lit(True)).when(moment > most).then(pl.lit(False))


def ended(moment: pl.Expr, key: str, since: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Whether `moment` lies on or after the last day of that term; null as in `within_term`."""
    name = f"{PARAMETER}{key}@{day.meta.output_name()}+{since.meta.output_name()}"
    least, most = pl.col(name + LEAST), pl.col(name + MOST)
    return pl.when(moment < least).then(pl.lit(False)).when(moment >= most).then(pl.lit(True))


@dataclass(frozen=True)
class Read:
    """A parameter as a control reads it: at the day of a fact; as a number, or (`bound`) as the earliest or latest end
    of a term from the day of `since`.
    """

    column: str
    key: str
    day: str
    since: str = ""
    bound: str = ""


def read_parameter(column: str) -> Read:
    """What a parameter's column stands for."""
    key, days = column.removeprefix(PARAMETER).rsplit("@", 1)
    bound = days[-1] if days[-1] in LEAST + MOST else ""
    day, _, since = days.removesuffix(bound).partition("+")
    return Read(column, key, day, since, bound)


@dataclass(frozen=True)
class Due:
    """A time limit: so many units, as the parameter says on the as-of day, after the day in `since`.

    `earlier` and `later` compare with a second limit: the due day is the earlier (later) of both where both can be
    told.
    """

    since: pl.Expr
    parameter: str
    earlier: Due | None = None

    @property
    def parameters(self) -> tuple[str, ...]:
        return (self.parameter, *(self.earlier.parameters if self.earlier else ()))

    def roots(self) -> set[str]:
        return set(self.since.meta.root_names()) | (self.earlier.roots() if self.earlier else set())


@dataclass(frozen=True)
class Duty:
    """What a time limit asks of somebody: shown as a to-do with its due day."""

    todo: str  # 送达处罚决定书
    owner: str  # role that must do it
    act: str = ""  # the act that discharges it


@dataclass(frozen=True, eq=False)
class Control:
    """A control. `as_of` is the fact whose day picks the law in force and whose presence activates the control.

    breach  expression: true = 违反, null = 无法判定. Absence of a fact makes it null, unless absence is the breach and the
    expression says so.
    when    further condition of activation (null = 无法判定); without it every row whose `as_of` is known is asked.
    due     time limit; then `done` is the day of discharge and `void_on` the day on which the duty fell away.
    guards  act → DENY or WARN: what the control does at the gate of that act.
    says    sentence for the person; names in braces are facts of the row. `cure` says what to do.
    """

    code: str
    title: str
    clauses: tuple[str, ...]
    as_of: pl.Expr
    says: str
    cure: str
    when: pl.Expr | None = None
    breach: pl.Expr | None = None
    due: Due | None = None
    done: pl.Expr | None = None
    void_on: pl.Expr | None = None
    guards: Mapping[str, str] = field(default_factory=dict)
    duty: Duty | None = None
    note: str = ""
    module: str = ""

    def __post_init__(self):
        object.__setattr__(self, "clauses", tuple(self.clauses))
        if (self.breach is None) == (self.due is None):
            raise ControlError(f"控制 {self.code}：breach 与 due 须且只须写一个")
        if self.due is not None and self.done is None:
            raise ControlError(f"控制 {self.code}：有期限（due）就要写明以何日为完成（done）")
        if not self.clauses:
            raise ControlError(f"控制 {self.code}：没有引用条款")
        if bad := set(self.guards.values()) - {DENY, WARN}:
            raise ControlError(f"控制 {self.code}：guards 只能是 DENY 或者 WARN，不能是 {'、'.join(bad)}")
        _ = self.grain, self.needs

    @cached_property
    def expressions(self) -> tuple[pl.Expr, ...]:
        own = (self.as_of, self.when, self.breach, self.done, self.void_on)
        return tuple(e for e in own if e is not None)

    @cached_property
    def roots(self) -> frozenset[str]:
        """Column names read directly: facts, keys, and parameters read at a day."""
        names = {n for e in self.expressions for n in e.meta.root_names()}
        for told in self.reads(names):
            names |= {told.day, told.since} - {""}  # the days a parameter is read at and a term runs from
        return frozenset(names | (self.due.roots() if self.due else set()))

    @staticmethod
    def reads(names: set[str] | frozenset[str]) -> list[Read]:
        """The parameters among column names."""
        return [read_parameter(n) for n in sorted(names) if n.startswith(PARAMETER)]

    @cached_property
    def needs(self) -> frozenset[str]:
        """Facts read directly (unknown names raise), those of its sentences among them."""
        spoken = {name for _, name, _, _ in Formatter().parse(self.says) if name}
        facts = {n for n in self.roots | spoken if not n.startswith(PARAMETER) and n not in _KEYS()} - {"due"}
        for name in facts:
            VOCABULARY.fact(name)
        return frozenset(facts)

    @cached_property
    def rests_on(self) -> frozenset[str]:
        """Every fact the verdict hangs on: those its expressions read and those they are derived from (not those it
        only speaks of).
        """
        return frozenset(VOCABULARY.closure(self.roots))

    @cached_property
    def recorded(self) -> tuple[tuple[str, str], ...]:
        """(grain, name) of the recorded facts among them."""
        facts = (VOCABULARY.facts[n] for n in sorted(self.rests_on))
        return tuple((f.grain, f.name) for f in facts if not f.derived)

    @cached_property
    def grain(self) -> str:
        return VOCABULARY.grain_of(self.needs)

    @cached_property
    def parameters(self) -> frozenset[str]:
        named = {told.key for told in self.reads(self.roots)}
        return frozenset(named | set(self.due.parameters if self.due else ()))

    @property
    def timed(self) -> bool:
        return self.due is not None


def _KEYS() -> set[str]:
    return {KEY} | {g.id for g in VOCABULARY.grains.values()} | {g.seq for g in VOCABULARY.grains.values()}
