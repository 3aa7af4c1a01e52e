"""One case weighed by a table: the row that applies, the range of the fine with its arithmetic, what would change it.

What is not told is asked for and never guessed; two rows at once are said to be two, not decided by their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .conditions import Condition, Value
from .sums import Reckoned
from .table import GRADES, SUBJECTS, Bracket, Row, Table
from .words import arithmetic, range_text


class Unweighed(ValueError):
    """No answer: the sentence says why and what to do. `missing`: names of the facts that are still to be told."""

    def __init__(self, says: str, missing: tuple[str, ...] = ()):
        super().__init__(says)
        self.missing = missing


@dataclass(frozen=True)
class Weighed:
    """What the table says. `least_fen`, `most_fen`: both allowed, None where the row names no sum."""

    table: Table
    row: Row
    subject: str
    reckoned: Reckoned | None
    statute: Reckoned | None
    facts: Mapping[str, Value]

    @property
    def least_fen(self) -> int | None:
        return self.reckoned.least_fen if self.reckoned else None

    @property
    def most_fen(self) -> int | None:
        return self.reckoned.most_fen if self.reckoned else None

    def holds(self, fen: int) -> bool:
        """Whether a fine of this sum keeps to the table; without a sum in the row only no fine does."""
        return self.reckoned.holds(fen) if self.reckoned else fen == 0

    def lines(self) -> Iterator[str]:
        """The explanation: facts, row, rule, arithmetic, in sentences for the decision."""
        known = self.table.known
        used = [known[n] for n in sorted(self.row.when.facts) if self.facts.get(n) is not None]
        if used:
            yield "认定的事实：" + "；".join(f"{f.label}{f.says(self.facts[f.name])}" for f in used) + "。"
        yield f"符合第 {self.row.number} 档（{GRADES[self.row.grade]}）：{self.row.when.told(known)}。"
        if self.reckoned is not None:
            yield f"{SUBJECTS[self.subject]}的罚款幅度：{arithmetic(self.reckoned)}。"
        elif self.row.grade in ("none", "may_none"):
            yield "这一档不处罚款。"
        if self.statute is not None:
            yield f"法定幅度：{range_text(self.statute.least_fen, self.statute.most_fen)}。"


def weigh(table: Table, facts: Mapping[str, Value], subject: str = "any") -> Weighed:
    """The answer of the table for these facts. Numbers in thousandths of their unit, money in 分.

    Raises `Unweighed` where a fact is missing, not known to the table or impossible, where no row or more than one
    applies.
    """
    check(table, facts)
    row = _one(table, [r for r in table.rows if r.subject in ("any", subject)], facts, subject)
    reckoned = _reckon(table, table.sums_of(row), facts, f"第 {row.number} 档")
    laws = [r for r in table.statute if r.subject in ("any", subject) and r.when.holds(facts) is True]
    statute = _reckon(table, laws[0].brackets, facts, "法定幅度") if len(laws) == 1 else None
    return Weighed(table, row, subject, reckoned, statute, dict(facts))


def check(table: Table, facts: Mapping[str, Value]) -> None:
    """Raises `Unweighed` for a fact the table does not know or a value that cannot be."""
    for name, value in facts.items():
        fact = table.known.get(name)
        if fact is None:
            raise Unweighed(
                f"这张裁量基准没有“{name}”这一项。可以填写的有：{'、'.join(f.label for f in table.asked)}。"
            )
        if value is None:
            continue
        if fact.kind == "yes" and not isinstance(value, bool):
            raise Unweighed(f"“{fact.label}”只能回答是或者否。")
        if fact.kind == "number" and (isinstance(value, bool) or not isinstance(value, int)):
            raise Unweighed(f"“{fact.label}”要填写数字（{fact.unit}）。")
        if fact.kind == "number" and value < 0:
            raise Unweighed(f"“{fact.label}”不能是负数，请核对后重新填写。")
        if fact.kind == "code" and value not in dict(fact.codes):
            raise Unweighed(f"“{fact.label}”没有“{value}”这一种，可选的有：{'、'.join(dict(fact.codes).values())}。")


def changes(weighed: Weighed) -> Iterator[tuple[str, Weighed]]:
    """What would change the answer: each yes-or-no fact of the table turned round, where another row then applies."""
    for fact in weighed.table.asked:
        told = weighed.facts.get(fact.name)
        if fact.kind != "yes" or told is None:
            continue
        try:
            other = weigh(weighed.table, {**weighed.facts, fact.name: not told}, weighed.subject)
        except Unweighed:
            continue
        if other.row is not weighed.row:
            yield f"若{'没有' if told else ''}{fact.label}", other


def _one(table: Table, rows: list[Row], facts: Mapping[str, Value], subject: str) -> Row:
    told = [(row, row.when.holds(facts)) for row in rows]
    true = [row for row, holds in told if holds is True]
    if len(true) > 1:
        both = "、".join(f"第 {row.number} 档（{GRADES[row.grade]}）" for row in true)
        raise Unweighed(f"同时符合{both}，裁量基准有重叠，不能确定适用哪一档。请先修订基准。")
    if true:
        return true[0]
    missing = _missing([row.when for row, holds in told if holds is None], facts)
    if missing:
        raise Unweighed(f"还缺少：{'、'.join(table.known[n].label for n in missing)}。请补充后再裁量。", missing)
    raise Unweighed(f"没有一档适用于{SUBJECTS[subject]}的这些事实，裁量基准有空档。请先修订基准。")


def _reckon(table: Table, brackets: tuple[Bracket, ...], facts: Mapping[str, Value], where: str) -> Reckoned | None:
    if not brackets:
        return None
    true = [b for b in brackets if b.when.holds(facts) is True]
    if len(true) > 1:
        raise Unweighed(f"{where}有两种算法同时适用，不能确定按哪一种计算。请先修订基准。")
    if not true:
        missing = _missing([b.when for b in brackets if b.when.holds(facts) is None], facts)
        if missing:
            raise Unweighed(f"还缺少：{'、'.join(table.known[n].label for n in missing)}。请补充后再裁量。", missing)
        raise Unweighed(f"{where}没有一种算法适用于这些事实。请先修订基准。")
    missing = tuple(n for n in true[0].sum.needs if facts.get(n) is None)
    if missing:
        raise Unweighed(f"还缺少：{'、'.join(table.known[n].label for n in missing)}。请补充后再裁量。", missing)
    base = true[0].sum.base
    if base.fact and facts[base.fact] == 0:
        raise Unweighed(f"{base.label}是 0，{where}没有写明这种情形怎样计算。请核对事实，或者先修订基准。")
    return true[0].sum.reckon(facts)  # type: ignore[arg-type]


def _missing(conditions: list[Condition], facts: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(sorted({n for c in conditions for n in c.facts if facts.get(n) is None}))
