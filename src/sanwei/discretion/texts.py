"""Reads the words of a printed standard: «处违法所得1倍以上3倍以下罚款，最高不超过30000元» becomes structure.

What is not understood stays visible in `left`, character by character, and is never guessed: «酌情» is not a number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from .conditions import ALWAYS, All, Condition, Test
from .sums import BASES, HUNDREDTHS, Base, End, Sum
from .table import Besides, Bracket


@dataclass(frozen=True)
class Read:
    """`brackets`: the sums in the text; `besides`: other penalties; `left`: what was not understood, empty when all
    was.
    """

    brackets: tuple[Bracket, ...]
    besides: tuple[Besides, ...]
    left: str


_NUMBER = r"(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万]+)"
_UNIT = r"万元|元|倍|%|个百分点"
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_MONEY_BASES = (
    ("illegal_gain", "违法所得"),
    ("goods_value", "货值金额|货值"),
    ("contract_price", "工程合同价款|合同价款"),
    ("project_cost", "建设工程造价|工程造价|造价"),
    ("prepayment", "预收款|已收取的预付款"),
    ("prior_fine", "原处罚数额|原罚款数额"),
    ("fee", "土地复垦费|应缴费用|复垦费"),
    ("price", "商品价款|价款"),
)
_COUNTED = (
    ("area_m2", "平方米|平米|㎡"),
    ("area_mu", "亩"),
    ("days", "日|天"),
    ("pieces", "处|件|个|次|辆|头|只|户"),
)
_KINDS = (
    ("warning", "给予警告|处以警告|处警告|警告"),
    ("confiscation", "没收违法所得和非法财物|没收违法所得|没收非法财物|没收违法经营的[^，；。]{1,12}"),
    ("suspend_business", "责令停产停业|停产停业|停业整顿"),
    ("suspend_licence", "暂扣许可证件|暂扣许可证|暂扣营业执照|暂扣执照"),
    ("revoke_licence", "吊销许可证件|吊销许可证|吊销营业执照|吊销执照|吊销资质证书"),
)
_CAP = re.compile(
    rf"(?:但)?(?:罚款)?(?:总额|最高)?(?:最高)?(?:不得?超过({_NUMBER})(万元|元)|以({_NUMBER})(万元|元)为限)"
)
_FLOOR = re.compile(rf"(?:但)?(?:总额|最低)?(?:不得?低于|不得?少于)({_NUMBER})(万元|元)")
_RANGE = re.compile(
    rf"({_NUMBER})({_UNIT})?(?:\(含\))?(以上|至|到|-|~|—|–)(?:不满|不足|至)?({_NUMBER})({_UNIT})(以下|的|内)?"
)
_OPEN_HIGH = re.compile(rf"({_NUMBER})({_UNIT})?(?:以上|至|-|~|—)(?:不满|不足)({_NUMBER})({_UNIT})")
_ABOVE = re.compile(rf"({_NUMBER})({_UNIT})以上")
_BELOW = re.compile(rf"({_NUMBER})({_UNIT})以下")
_UNDER = re.compile(rf"(?:不满|不足)({_NUMBER})({_UNIT})")
_FIXED = re.compile(rf"({_NUMBER})({_UNIT})")
_NO_GAIN = re.compile(r"(?:没有|无)违法所得(?:的)?")
_WITH_GAIN = re.compile(r"^有违法所得的")
_IDLE = re.compile(
    r"责令(?:限期|立即|停止违法行为，?)?改正|处以|处|并处|可以并处|可并处|可以|并|予以|罚款|的|,|，|。|;|；|、|按照|按|对|其|由"
)


def normal(text: str) -> str:
    """Full width to half width, blanks and thousands separators out; «％» is «%»."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", plain)
    return re.sub(r"\s+", "", plain).replace("﹪", "%")


def read_sums(text: str) -> Read:
    """The sums and other penalties in the words of a standard."""
    brackets: list[Bracket] = []
    besides: dict[str, Besides] = {}
    left: list[str] = []
    for part in re.split(r"[;；。]", normal(text)):
        if not part:
            continue
        when, rest = _circumstance(part)
        rest = _besides(rest, besides)
        found, rest = _sum(rest)
        if found is not None:
            brackets.append(Bracket(when, found))
        if _IDLE.sub("", rest):
            left.append(rest.strip(",，、"))
    return Read(_told_apart(brackets), tuple(besides.values()), "；".join(left))


def _told_apart(brackets: list[Bracket]) -> tuple[Bracket, ...]:
    """Where one sum is for no gains, the other is for some."""
    none = Test("illegal_gain_fen", "==", 0)
    if any(b.when == none for b in brackets):
        some = Test("illegal_gain_fen", ">", 0)
        return tuple(Bracket(some, b.sum) if b.when == ALWAYS else b for b in brackets)
    return tuple(brackets)


def _circumstance(part: str) -> tuple[Condition, str]:
    if found := _NO_GAIN.search(part):
        return Test("illegal_gain_fen", "==", 0), part[: found.start()] + part[found.end() :]
    return ALWAYS, _WITH_GAIN.sub("", part)


def _besides(part: str, besides: dict[str, Besides]) -> str:
    for kind, words in _KINDS:
        pattern = re.compile(rf"(可以并处|可并处|可以|并处|并)?(?:{words})")
        if found := pattern.search(part):
            how = {"可以并处": "may", "可并处": "may", "可以": "may"}.get(found.group(1) or "", "must")
            besides[kind] = Besides(kind, how)
            part = part[: found.start()] + part[found.end() :]
    return part


def _sum(part: str) -> tuple[Sum | None, str]:
    cap = floor = None
    if found := _CAP.search(part):
        number, unit = (g for g in found.groups() if g)
        cap, part = _fen(number, unit), part[: found.start()] + part[found.end() :]
    if found := _FLOOR.search(part):
        floor, part = _fen(found.group(1), found.group(2)), part[: found.start()] + part[found.end() :]
    base, part = _base(part)
    for pattern, make in (
        (_OPEN_HIGH, _half),
        (_RANGE, _both),
        (_ABOVE, _low),
        (_BELOW, _high),
        (_UNDER, _under),
        (_FIXED, _same),
    ):
        if found := pattern.search(part):
            ends = make(found, base)
            if ends is None:
                break
            return Sum(base, *ends, floor, cap), part[: found.start()] + part[found.end() :]
    if cap is not None or floor is not None:
        return Sum(BASES["amount"], None, None if cap is None else End(cap), floor, None), part
    return None, part


def _base(part: str) -> tuple[Base, str]:
    for code, words in _COUNTED:
        if found := re.search(rf"(?:按)?每(?:一)?({words})", part):
            return BASES[code], part[: found.start()] + part[found.end() :]
    for code, words in _MONEY_BASES:
        if found := re.search(rf"(?:{words})(?=[^,，;；]*(?:倍|%))", part):
            return BASES[code], part[: found.start()] + part[found.end() :]
    return BASES["amount"], part


Ends = tuple[End | None, End | None]


def _both(m: re.Match[str], base: Base) -> Ends | None:
    return _pair(m.group(1), m.group(2) or m.group(5), m.group(4), m.group(5), base, closed=True)


def _half(m: re.Match[str], base: Base) -> Ends | None:
    return _pair(m.group(1), m.group(2) or m.group(4), m.group(3), m.group(4), base, closed=False)


def _pair(a: str, unit_a: str, b: str, unit_b: str, base: Base, *, closed: bool) -> Ends | None:
    low, high = _rate(a, unit_a, base), _rate(b, unit_b, base)
    return None if low is None or high is None else (End(low), End(high, closed))


def _low(m: re.Match[str], base: Base) -> Ends | None:
    rate = _rate(m.group(1), m.group(2), base)
    return None if rate is None else (End(rate), None)


def _high(m: re.Match[str], base: Base) -> Ends | None:
    rate = _rate(m.group(1), m.group(2), base)
    return None if rate is None else (None, End(rate))


def _under(m: re.Match[str], base: Base) -> Ends | None:
    rate = _rate(m.group(1), m.group(2), base)
    return None if rate is None else (None, End(rate, closed=False))


def _same(m: re.Match[str], base: Base) -> Ends | None:
    rate = _rate(m.group(1), m.group(2), base)
    return None if rate is None else (End(rate), End(rate))


def _rate(number: str, unit: str, base: Base) -> int | None:
    """The integer rate; None where the unit does not fit the base («倍» of a plain amount)."""
    if unit in ("元", "万元"):
        return None if base.money else _fen(number, unit)
    if not base.money:
        return None
    rate = _decimal(number) * (HUNDREDTHS if unit == "倍" else 100)
    return int(rate) if rate == int(rate) else None


def _fen(number: str, unit: str) -> int:
    return int(_decimal(number) * (1_000_000 if unit == "万元" else 100))


def _decimal(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number)
    total = section = digit = 0
    for c in number:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c == "万":
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit = 0
    return Decimal(total + section + digit)


_BOUND = rf"({_NUMBER})(平方米|平米|亩|处|件|个|次|日|天|万元|元|吨|公斤|米|辆)?"
_FROM_TO = re.compile(rf"^{_BOUND}(以上|至|到|-|~|—|–)(不满|不足|至)?{_BOUND}(以下)?$")
_FROM = re.compile(rf"^(?:超过|大于)?{_BOUND}(以上)?$")
_UP_TO = re.compile(rf"^(不满|不足|小于)?{_BOUND}(以下|以内)?$")


def read_number_condition(text: str, fact: str, *, money: bool = False) -> Condition | None:
    """«2处以下», «2-4处», «5平方米以上不满10平方米», «超过30万元» about this number fact; None where it is not understood.

    «以上、以下» hold their end, as the law counts; so two rows that share an end do overlap, and the proof says so.
    """
    said = normal(text).rstrip(",，。的")

    def scaled(number: str, unit: str | None) -> int:
        if money:
            return _fen(number, unit or "元")
        return int(_decimal(number) * (10_000_000 if unit == "万元" else 1_000))

    if found := _FROM_TO.match(said):
        low, unit_a, _, open_, high, unit_b, _ = found.groups()
        top = "<" if open_ in ("不满", "不足") else "<="
        return All((Test(fact, ">=", scaled(low, unit_a or unit_b)), Test(fact, top, scaled(high, unit_b))))
    if (found := _UP_TO.match(said)) and (found.group(1) or found.group(4)):
        return Test(fact, "<" if found.group(1) else "<=", scaled(found.group(2), found.group(3)))
    if found := _FROM.match(said):
        if found.group(3):
            return Test(fact, ">=", scaled(found.group(1), found.group(2)))
        if said.startswith(("超过", "大于")):
            return Test(fact, ">", scaled(found.group(1), found.group(2)))
        return Test(fact, "==", scaled(found.group(1), found.group(2)))
    return None
