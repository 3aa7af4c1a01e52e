"""When a row of a benchmark applies: tests on facts, joined by all and any; the unknown is neither true nor false."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Value = int | bool | str
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
}
WORDS = {"<": "不满", "<=": "不超过", ">": "超过", ">=": "达到", "==": "是", "in": "属于"}


@dataclass(frozen=True)
class Fact:
    """Something a table asks of a case. `kind`: yes (是否), number (thousandths of `unit`, 分 where it is money), code
    (one of `codes`).
    """

    name: str
    label: str
    kind: str
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()

    def says(self, value: Value) -> str:
        if self.kind == "yes":
            return "是" if value else "否"
        if self.kind == "code":
            return dict(self.codes).get(str(value), str(value))
        scale = 100 if self.unit == "元" else 1000
        whole, rest = divmod(int(value), scale)
        digits = f"{rest:0{len(str(scale)) - 1}d}".rstrip("0")
        return f"{whole:,}{'.' + digits if digits else ''} {self.unit}".strip()


@dataclass(frozen=True)
class Test:
    """One fact against one value. `value`: an int (number), a bool (yes) or a tuple of codes (`op` in)."""

    __test__ = False  # not one of pytest's
    fact: str
    op: str
    value: Value | tuple[str, ...]

    def holds(self, facts: Mapping[str, Value]) -> bool | None:
        told = facts.get(self.fact)
        if told is None:
            return None
        if self.op == "in":
            return told in self.value  # type: ignore[operator]
        return _COMPARE[self.op](told, self.value)  # type: ignore[arg-type]

    @property
    def facts(self) -> frozenset[str]:
        return frozenset({self.fact})

    def told(self, known: Mapping[str, Fact]) -> str:
        fact = known[self.fact]
        if fact.kind == "yes":
            return fact.label if self.value else f"没有{fact.label}"
        if self.op == "in":
            return f"{fact.label}属于{'、'.join(fact.says(v) for v in self.value)}"  # type: ignore[union-attr]
        return f"{fact.label}{WORDS[self.op]} {fact.says(self.value)}"  # type: ignore[arg-type]


@dataclass(frozen=True)
class All:
    """Every one of them; of none, always."""

    parts: tuple[Condition, ...] = ()

    def holds(self, facts: Mapping[str, Value]) -> bool | None:
        told = [part.holds(facts) for part in self.parts]
        return False if False in told else None if None in told else True

    @property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(part.facts for part in self.parts))

    def told(self, known: Mapping[str, Fact]) -> str:
        return "，并且".join(part.told(known) for part in self.parts) or "无论什么情形"


@dataclass(frozen=True)
class Any:
    """At least `least` of them."""

    parts: tuple[Condition, ...]
    least: int = 1

    def holds(self, facts: Mapping[str, Value]) -> bool | None:
        told = [part.holds(facts) for part in self.parts]
        if told.count(True) >= self.least:
            return True
        return None if told.count(True) + told.count(None) >= self.least else False

    @property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(part.facts for part in self.parts))

    def told(self, known: Mapping[str, Fact]) -> str:
        joined = "，或者".join(part.told(known) for part in self.parts)
        return f"（{joined}）" if self.least == 1 else f"（下列情形至少 {self.least} 项：{joined}）"


Condition = Test | All | Any
ALWAYS = All()
