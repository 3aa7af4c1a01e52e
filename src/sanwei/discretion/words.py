"""Sums and ranges in words an officer and a party can check with a pencil."""

from __future__ import annotations

from .sums import HUNDREDTHS, End, Reckoned, Sum


def yuan(fen: int) -> str:
    """`1,234.50 元`, without needless zeros."""
    whole, rest = divmod(fen, 100)
    cents = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{whole:,}{cents} 元"


def range_text(least: int | None, most: int | None) -> str:
    if least is None and most is None:
        return "没有规定数额"
    if least is None or least == 0:
        return f"{yuan(most or 0)}以下" if most is not None else "0 元以上"
    if most is None:
        return f"{yuan(least)}以上"
    return yuan(least) if least == most else f"{yuan(least)}以上 {yuan(most)}以下"


def rate_text(sum_: Sum, end: End) -> str:
    """`1.3%`, `3 倍`, `每平方米 30 元`, `500 元`."""
    if not sum_.base.fact:
        return yuan(end.rate)
    if not sum_.base.money:
        return f"每{sum_.base.unit} {yuan(end.rate)}"
    if end.rate < HUNDREDTHS:
        return f"{_decimal(end.rate, 100)}%"
    return f"{_decimal(end.rate, HUNDREDTHS)} 倍"


def arithmetic(reckoned: Reckoned) -> str:
    """`合同价款 200,000 元 × 1%～1.3%，即 2,000 元以上 2,600 元以下`."""
    sum_, told = reckoned.sum, range_text(reckoned.least_fen, reckoned.most_fen)
    if not sum_.base.fact:
        return told
    quantity = yuan(reckoned.quantity) if sum_.base.money else f"{_decimal(reckoned.quantity, 1000)} {sum_.base.unit}"
    ends = "～".join(rate_text(sum_, end) for end in (sum_.low, sum_.high) if end is not None)
    bounds = [f"最低 {yuan(sum_.floor_fen)}"] if sum_.floor_fen is not None else []
    bounds += [f"最高 {yuan(sum_.cap_fen)}"] if sum_.cap_fen is not None else []
    return f"{sum_.base.label} {quantity} × {ends}{'（' + '，'.join(bounds) + '）' if bounds else ''}，即 {told}"


def _decimal(number: int, scale: int) -> str:
    whole, rest = divmod(number, scale)
    digits = f"{rest:0{len(str(scale)) - 1}d}".rstrip("0")
    return f"{whole:,}{'.' + digits if digits else ''}"
