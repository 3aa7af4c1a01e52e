"""A benchmark of one item in one version: rows from the slightest to the gravest, each with its condition, its sums and
what else may or must follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sanwei.lawbook.spans import Span

from .conditions import ALWAYS, Condition, Fact
from .sums import BASES, Sum

GRADES = {
    "none": "不予处罚",
    "may_none": "可以不予处罚",
    "mitigated": "减轻",
    "light": "从轻",
    "normal": "一般",
    "heavy": "从重",
    "serious": "严重",
    "gravest": "特别严重",
}
"""From the slightest to the gravest."""
SUBJECTS = {
    "any": "当事人",
    "unit": "单位",
    "person": "个人",
    "owner": "建设单位",
    "builder": "施工单位",
    "responsible": "直接负责的主管人员和其他直接责任人员",
}
JOINED = {"single": "单处", "may": "可以并处", "must": "应当并处"}


@dataclass(frozen=True)
class Besides:
    """Another penalty beside the fine. `kind`: of `lawbook.schema.PENALTY_KINDS`; `how`: of `JOINED`."""

    kind: str
    how: str


@dataclass(frozen=True)
class Bracket:
    """One of several sums of a row, chosen by a fact: «no gains» among them."""

    when: Condition
    sum: Sum


@dataclass(frozen=True)
class Row:
    """One line of the table. `pointer`: the number of the row that says the sums instead. `text`: as it was printed."""

    number: str
    grade: str
    when: Condition
    brackets: tuple[Bracket, ...] = ()
    subject: str = "any"
    besides: tuple[Besides, ...] = ()
    pointer: str = ""
    text: str = ""

    @property
    def gravity(self) -> int:
        return list(GRADES).index(self.grade)


@dataclass(frozen=True)
class Table:
    """One version. `statute`: what the law itself allows, by subject and circumstance: no row may leave it. `unread`:
    texts nobody has settled yet, by row number: while there is one, the version cannot be issued.
    """

    code: str
    item: str
    version: str
    in_force: Span
    basis: tuple[str, ...]
    facts: Mapping[str, Fact]
    rows: tuple[Row, ...]
    statute: tuple[Row, ...] = ()
    unread: Mapping[str, str] = ()  # type: ignore[assignment]
    number: str = ""
    issued: date | None = None

    @cached_property
    def by_number(self) -> dict[str, Row]:
        return {row.number: row for row in self.rows}

    def sums_of(self, row: Row) -> tuple[Bracket, ...]:
        """The row's own brackets or those of the row it points to. Raises LookupError for a pointer into nothing or
        round in a circle.
        """
        seen: set[str] = set()
        while row.pointer:
            if row.number in seen or row.pointer not in self.by_number:
                raise LookupError(row.pointer)
            seen.add(row.number)
            row = self.by_number[row.pointer]
        return row.brackets

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.subject for row in self.rows))

    @cached_property
    def asked(self) -> tuple[Fact, ...]:
        """Every fact the table may ask, quantities of its sums among them."""
        names = {name for row in (*self.rows, *self.statute) for name in row.when.facts}
        for row in (*self.rows, *self.statute):
            for bracket in row.brackets:
                names |= bracket.when.facts | set(bracket.sum.needs)
        return tuple(self.known[name] for name in sorted(names))

    @cached_property
    def known(self) -> dict[str, Fact]:
        quantities = {b.fact: Fact(b.fact, b.label, "number", b.unit) for b in BASES.values() if b.fact}
        return {**quantities, **self.facts}


def plain(sum_: Sum) -> tuple[Bracket, ...]:
    return (Bracket(ALWAYS, sum_),)
