"""A sum as a benchmark writes it: so much of something, between two ends, under a cap. Money in 分, never a float.

A rate is an integer of its base's own grain, so that «1.3 %» and «30 元每平方米» are exact: see `BASES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

HUNDREDTHS = 10_000  # rates of money: 10,000 is once, 130 is 1.3 %
MILLI = 1_000  # quantities: thousandths of a square metre, a mu, a piece, a day


@dataclass(frozen=True)
class Base:
    """What a sum is so much of. `fact`: the quantity in a case, in 分 where it is money, else in thousandths of `unit`;
    empty for a plain amount.
    """

    code: str
    label: str
    fact: str
    unit: str
    money: bool

    @property
    def grain(self) -> int:
        """rate × quantity ÷ grain = 分."""
        return 1 if not self.fact else HUNDREDTHS if self.money else MILLI


def _money(code: str, label: str) -> Base:
    return Base(code, label, f"{code}_fen", "元", True)


def _counted(code: str, label: str, unit: str) -> Base:
    return Base(code, label, code, unit, False)


BASES = {
    base.code: base
    for base in (
        Base("amount", "金额", "", "", False),
        _money("illegal_gain", "违法所得"),
        _money("goods_value", "货值金额"),
        _money("fee", "应缴费用"),
        _money("prior_fine", "原处罚数额"),
        _money("contract_price", "合同价款"),
        _money("project_cost", "工程造价"),
        _money("prepayment", "预收款"),
        _money("price", "价款"),
        _counted("area_m2", "面积", "平方米"),
        _counted("area_mu", "面积", "亩"),
        _counted("pieces", "数量", "处（件、次）"),
        _counted("days", "日数", "日"),
    )
}


@dataclass(frozen=True)
class End:
    """One end of a range: a rate of the base, and whether the end itself belongs to it («以上、以下» do, «不满» does
    not).
    """

    rate: int
    closed: bool = True


@dataclass(frozen=True)
class Sum:
    """Between two ends of one base; an end that the table does not name is None. `floor_fen`, `cap_fen`: whatever the
    base gives, not below and not above.
    """

    base: Base
    low: End | None
    high: End | None
    floor_fen: int | None = None
    cap_fen: int | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.base.fact,) if self.base.fact else ()

    def reckon(self, facts: Mapping[str, int]) -> Reckoned:
        """In 分 for these facts. Raises KeyError for a quantity that is not told."""
        quantity = facts[self.base.fact] if self.base.fact else 1
        low, high = (_at(end, quantity, self.base) for end in (self.low, self.high))
        least = _first(low, self.low)
        most = _last(high, self.high)
        if self.floor_fen is not None:
            least = max(least or 0, self.floor_fen)
        if self.cap_fen is not None:
            most = self.cap_fen if most is None else min(most, self.cap_fen)
            least = None if least is None else min(least, self.cap_fen)
        return Reckoned(self, quantity, least, most)


@dataclass(frozen=True)
class Reckoned:
    """The least and the most in whole 分 (None where the table names no end), both themselves allowed."""

    sum: Sum
    quantity: int
    least_fen: int | None
    most_fen: int | None

    def holds(self, fen: int) -> bool:
        return (self.least_fen is None or fen >= self.least_fen) and (self.most_fen is None or fen <= self.most_fen)


def _at(end: End | None, quantity: int, base: Base) -> Fraction | None:
    return None if end is None else Fraction(end.rate * quantity, base.grain)


def _first(value: Fraction | None, end: End | None) -> int | None:
    """The first whole 分 within: a fine of whole 分 never falls below the exact end."""
    if value is None or end is None:
        return None
    up = -((-value.numerator) // value.denominator)
    return up + 1 if not end.closed and up == value else up


def _last(value: Fraction | None, end: End | None) -> int | None:
    if value is None or end is None:
        return None
    down = value.numerator // value.denominator
    return down - 1 if not end.closed and down == value else down
