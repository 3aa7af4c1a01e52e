"""The closed vocabulary: what may be known about a matter, and how one fact follows from others.

A *grain* is what one row is about (a case, a decision, a service). A *fact* is one dated, named, explained value at
a grain. Fact names
are unique across all grains, so a name is a column and an expression can be read without knowing where it stands.

Recorded facts come from the record or from an export. Derived facts are computed here from recorded ones, once, so that
every control reads them as plain columns; a control never joins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

DAY, TEXT, WHOLE, YESNO, WORDS = pl.Date, pl.String, pl.Int64, pl.Boolean, pl.List(pl.String)
FEN = WHOLE

KEY = "case_id"


class VocabularyError(ValueError):
    """A fact was declared twice, or asked for by a name that does not exist."""


@dataclass(frozen=True, eq=False)
class Fact:
    """One fact. `source` says where it is written down (a form, a register) or, for derived facts, how it follows."""

    name: str
    grain: str
    dtype: pl.DataType | type[pl.DataType]
    label: str
    meaning: str
    unit: str = ""
    source: str = ""
    codes: dict[str, str] = field(default_factory=dict)
    foretold: bool = (
        False  # a day that may lie ahead (a certificate's end, a hearing's date): not cut away by the as-of day
    )
    over: str | None = None  # derived: the grain it is gathered from
    take: pl.Expr | None = None  # derived: the expression, over pairs of rows when `over` is set

    @property
    def derived(self) -> bool:
        return self.take is not None

    @property
    def is_day(self) -> bool:
        return self.dtype == DAY

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Names of the facts a derived fact is made of."""
        return tuple(self.take.meta.root_names()) if self.take is not None else ()


class Grain:
    """Declares the facts of one kind of row. Every method returns the Polars expression that reads the fact."""

    def __init__(self, name: str, label: str, meaning: str, *, happened: str | None = None, many: bool = True):
        self.name, self.label, self.meaning, self.many = name, label, meaning, many
        self.id, self.seq = f"{name}_id", f"{name}_seq"
        self.happened = happened  # the fact that says on which day the row came to be
        self.facts: dict[str, Fact] = {}
        if name in VOCABULARY.grains:
            raise VocabularyError(f"粒度 {name} 重复声明")
        VOCABULARY.grains[name] = self

    @property
    def keys(self) -> tuple[str, ...]:
        return (KEY, self.id) if self.many else (KEY,)

    @cached_property
    def schema(self) -> dict[str, object]:
        """Columns of the recorded frame: keys, order in the source, recorded facts."""
        own = {f.name: f.dtype for f in self.facts.values() if not f.derived}
        keys = {KEY: pl.String} | ({self.id: pl.String, self.seq: pl.Int64} if self.many else {})
        return keys | own

    def _add(self, name: str, dtype, label: str, meaning: str, **more) -> pl.Expr:
        fact = Fact(name=name, grain=self.name, dtype=dtype, label=label, meaning=meaning, **more)
        if name in VOCABULARY.facts:
            raise VocabularyError(f"事实 {name} 重复声明")
        self.facts[name] = VOCABULARY.facts[name] = fact
        self.__dict__.pop("schema", None)
        return pl.col(name)

    def day(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, DAY, label, meaning, unit="日", **more)

    def text(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, TEXT, label, meaning, **more)

    def code(self, name: str, label: str, codes: dict[str, str], meaning: str = "", **more) -> pl.Expr:
        return self._add(name, TEXT, label, meaning, codes=codes, **more)

    def fen(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, FEN, label, meaning, unit="分", **more)

    def count(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, WHOLE, label, meaning, unit=more.pop("unit", "个"), **more)

    def yesno(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, YESNO, label, meaning, unit="是／否", **more)

    def words(self, name: str, label: str, meaning: str = "", **more) -> pl.Expr:
        return self._add(name, WORDS, label, meaning, **more)

    def order(self) -> pl.Expr:
        """Order of the rows of one matter: the day, then the sequence in the source."""
        return pl.col(self.seq)


@dataclass
class Vocabulary:
    grains: dict[str, Grain] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)

    def fact(self, name: str) -> Fact:
        try:
            return self.facts[name]
        except KeyError:
            raise VocabularyError(f"没有名为“{name}”的事实；可用的事实见 docs/facts.md") from None

    def grain(self, name: str) -> Grain:
        try:
            return self.grains[name]
        except KeyError:
            raise VocabularyError(f"没有名为“{name}”的粒度") from None

    def grain_of(self, names: Iterable[str]) -> str:
        """The one grain whose facts these names are. Raises when they are of several or of none."""
        found = {self.fact(n).grain for n in names if n in self.facts}
        if len(found) != 1:
            raise VocabularyError(f"这些事实不属于同一粒度：{'、'.join(sorted(names))}")
        return found.pop()

    def closure(self, names: Iterable[str]) -> set[str]:
        """These facts and every fact they are derived from."""
        todo, seen = [n for n in names if n in self.facts], set()
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += [r for r in self.facts[name].roots if r in self.facts]
        return seen


VOCABULARY = Vocabulary()


# ── words in which derived facts are said ─────────────────────────────────────────────────────────────────────────────


def _there(over: Grain, where: pl.Expr | None) -> pl.Expr:
    there = pl.col(over.id if over.many else KEY).is_not_null()
    return there if where is None else there & where


def latest(value: pl.Expr, over: Grain, where: pl.Expr | None = None) -> pl.Expr:
    """Value of the last row (by day, then sequence) of `over` for which `where` holds; null when there is none."""
    return value.filter(_there(over, where)).last()


def earliest(value: pl.Expr, over: Grain, where: pl.Expr | None = None) -> pl.Expr:
    """Value of the first row of `over` for which `where` holds; null when there is none."""
    return value.filter(_there(over, where)).first()


def how_many(over: Grain, where: pl.Expr | None = None) -> pl.Expr:
    """Number of rows of `over` for which `where` holds (0 when there is none)."""
    return _there(over, where).fill_null(False).sum().cast(pl.Int64)


def any_of(over: Grain, where: pl.Expr) -> pl.Expr:
    """True when at least one row holds, null when none surely holds but one may, else false (also with no row at
    all).
    """
    return (_there(over, None) & where).any(ignore_nulls=False)


def total(value: pl.Expr, over: Grain, where: pl.Expr | None = None) -> pl.Expr:
    """Sum over the rows for which `where` holds (0 when there is none)."""
    return value.filter(_there(over, where)).sum()


def persons(value: pl.Expr, over: Grain, where: pl.Expr | None = None) -> pl.Expr:
    """Number of distinct values, absent ones not counted."""
    return value.filter(_there(over, where) & value.is_not_null()).n_unique().cast(pl.Int64)


def comes_before(a_day: pl.Expr, a: Grain, b_day: pl.Expr, b: Grain) -> pl.Expr:
    """Row `a` happened before row `b`: by day, and on one day by the order in the source.

    Where the source knows no order (sequence absent), the same day counts as before: a date-only record must not turn a
    morning's review into a breach.
    """
    same_day = (a_day == b_day) & (pl.col(a.seq) < pl.col(b.seq)).fill_null(True)
    return (a_day < b_day) | same_day
