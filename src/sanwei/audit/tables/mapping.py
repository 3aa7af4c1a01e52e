"""Mapping files: which column is which fact, in which unit and form, with which codes (docs/audit/mapping.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import polars as pl
from pydantic import Field

from sanwei.audit.reading import SourceError
from sanwei.audit.written import Row, faults, read_written
from sanwei.facts import VOCABULARY
from sanwei.facts.vocabulary import Fact
from sanwei.lawbook.nodes import Text

from . import values
from .heads import plain

SHIPPED = Path(__file__).parent.parent / "mappings"
MARKS = "；;、，,"


class FactRow(Row):
    """How one fact is read: from a column, a constant, the row of another grain, or the heaviest of several kinds."""

    column: str | None = None
    value: str | int | bool | None = None
    row_of: str | None = None
    heaviest_of: str | None = None
    unit: Literal["分", "角", "元", "千元", "万元", "亿元"] = "元"
    form: str | None = Field(None, alias="format")
    split: str = MARKS
    codes: dict[str, str] = {}


class GrainRow(Row):
    """Rows of one grain: `id` names the columns that name the row; `always`: a row even where every cell is empty."""

    id: list[str] = []
    always: bool = False
    facts: dict[str, FactRow | str]


class MappingRow(Row):
    """A mapping. `names`: heading → other headings of the same column; `match`: headings by which the table is
    recognised; `matter`: columns that together name the matter (the first must be there); `known`: columns that are
    no facts; `without`: facts, or whole grains, that never happened in that system, so that no column is needed.
    """

    title: str
    match: list[str] = []
    names: dict[str, list[str]] = {}
    sheet: str | None = None
    matter: list[str] = Field(min_length=1)
    grains: dict[str, GrainRow]
    known: list[str] = []
    without: list[str] = []


@dataclass(frozen=True)
class Mapped:
    """One fact of one grain, ready to read."""

    fact: Fact
    row: FactRow

    @property
    def reader(self) -> values.Reader:
        fact, row = self.fact, self.row
        if fact.dtype == pl.Date:
            return values.day_as(row.form) if row.form else values.day
        if fact.dtype == pl.Boolean:
            return values.yesno
        if fact.unit == "分":
            return values.money(row.unit)
        if fact.dtype == pl.Int64:
            return values.whole
        one = values.code(row.codes, fact.codes) if fact.codes else values.text
        return values.listed(one, row.split) if fact.dtype == pl.List(pl.String) else one


class TableMapping:
    """A mapping checked against the vocabulary. SourceError for facts nobody knows."""

    def __init__(self, path: Path, row: MappingRow, text: Text):
        self.path, self.row, self.title = path, row, row.title
        self.facts = {g: [Mapped(f, r) for f, r in _facts(g, given)] for g, given in row.grains.items() if _known(g)}
        wrong = list(_faults(row, text))
        if wrong:
            raise faults(path, wrong)
        self.names = {plain(other): name for name, others in row.names.items() for other in (name, *others)}
        for name in [*self.columns, *row.known, *row.match]:
            self.names.setdefault(plain(name), name)

    @property
    def columns(self) -> list[str]:
        """Every column that a fact or a name of a row is made of."""
        ids = [c for g in self.row.grains.values() for c in g.id]
        used = [m.row.column for facts in self.facts.values() for m in facts if m.row.column]
        return list(dict.fromkeys([*self.row.matter, *ids, *used]))

    def named(self, headings: list[str]) -> dict[str, str]:
        """Heading of the table → name the mapping uses; the first of two headings of one name."""
        found: dict[str, str] = {}
        for heading in headings:
            name = self.names.get(plain(heading))
            if name and name not in found.values():
                found[heading] = name
        return found

    def fits(self, headings: list[str]) -> bool:
        named = set(self.named(headings).values())
        return bool(self.row.match) and named.issuperset(self.row.match)


def _known(grain: str) -> bool:
    return grain in VOCABULARY.grains


def _facts(grain: str, given: GrainRow) -> Iterator[tuple[Fact, FactRow]]:
    for name, row in given.facts.items():
        fact = VOCABULARY.grain(grain).facts.get(name)
        if fact is not None and not fact.derived:
            yield fact, FactRow(column=row) if isinstance(row, str) else row


def _faults(row: MappingRow, text: Text) -> Iterator[tuple[int, str]]:
    for n, name in enumerate(row.without):
        if name not in VOCABULARY.grains and (name not in VOCABULARY.facts or VOCABULARY.facts[name].derived):
            yield text.line(("without", n)), f"“{name}”既不是粒度，也不是记录的事实；可用的见 docs/facts.md。"
    for grain, given in row.grains.items():
        if not _known(grain):
            yield text.line(("grains", grain)), f"没有名为“{grain}”的粒度；可用的见 docs/facts.md。"
            continue
        for name, said in given.facts.items():
            line = text.line(("grains", grain, "facts", name))
            fact = VOCABULARY.grain(grain).facts.get(name)
            if fact is None or fact.derived:
                yield line, f"“{VOCABULARY.grain(grain).label}”没有名为“{name}”的记录事实；可用的见 docs/facts.md。"
            elif isinstance(said, FactRow):
                yield from ((line, says) for says in _wrong(fact, said, row.grains))


def _wrong(fact: Fact, said: FactRow, grains: Mapping[str, GrainRow]) -> Iterator[str]:
    given = [n for n in ("column", "value", "row_of", "heaviest_of") if getattr(said, n) is not None]
    if len(given) != 1:
        yield f"“{fact.name}”要写 column、value、row_of、heaviest_of 之中的一个，而且只写一个。"
    if strange := [c for c in said.codes.values() if fact.codes and c not in fact.codes]:
        yield f"“{fact.name}”没有代码“{'、'.join(strange)}”；可用：{'、'.join(fact.codes)}。"
    if said.row_of is not None and said.row_of not in grains:
        yield f"row_of 要写本文件里的一种粒度，“{said.row_of}”不在其中。"
    if said.value is not None and fact.codes and said.value not in fact.codes:
        yield f"“{fact.name}”没有代码“{said.value}”；可用：{'、'.join(fact.codes)}。"


def load_mapping(path: Path) -> TableMapping:
    """A mapping file. SourceError names every fault with its line."""
    return TableMapping(path, *read_written(path, MappingRow))


@cache
def shipped() -> tuple[TableMapping, ...]:
    """The templates known without a mapping."""
    return tuple(load_mapping(path) for path in sorted(SHIPPED.glob("*.yaml")))


def recognised(headings: list[str]) -> TableMapping | None:
    """The shipped template whose marks all stand among the headings; of several the one that knows most of them."""
    fitting = [m for m in shipped() if m.fits(headings)]
    return max(fitting, key=lambda m: len(m.named(headings)), default=None)


def need(path: Path, mapping: TableMapping, columns: list[str]) -> None:
    """SourceError where the column that names the matter is missing."""
    first = mapping.row.matter[0]
    if first not in columns:
        raise SourceError(
            f"“{path.name}”缺少“{first}”一列，无法知道每一行是哪一案，没有读取。"
            "请补上这一列，或者在对照文件的 matter 里写明以哪一列为准。"
        )
