"""Answers that contradict each other or cannot be right, whatever the law says. Each message says what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from stdnum.cn import ric, uscc

from sanwei.looks.words import day_text

Wrong = dict[str, str]
# Named to no question of the form: another act answers it.
NO_ADDRESS: Wrong = {"": "还没有记录当事人的住所（住址），决定书必须写明。请先办理“更正当事人情况”，填写的内容不会丢失"}


def party(data: Mapping[str, object], who: str = "party") -> Wrong:
    """The number of a party (`who`: of a co-party) that cannot be one."""
    name = f"{who}_code"
    code, kind = (data.get(name) or "").strip().upper(), data.get(f"{who}_kind")
    if not code:
        return {}
    if kind == "person" and not ric.is_valid(code):
        return {name: "居民身份证号码不对：请核对 18 位号码，暂不清楚可以留空"}
    if kind == "organisation" and not uscc.is_valid(code):
        return {name: "统一社会信用代码不对：请核对 18 位代码，暂不清楚可以留空"}
    return {}


def needed_with(data: Mapping[str, object], when: bool, name: str, says: str) -> Wrong:
    """`name` must be answered when `when` holds."""
    return {name: says} if when and not data.get(name) else {}


def order(data: Mapping[str, object], earlier: str, later: str, says: str) -> Wrong:
    """Two days in the wrong order."""
    a, b = data.get(earlier), data.get(later)
    return {later: says} if a and b and b < a else {}


def not_before(data: Mapping[str, object], name: str, day: dt.date | None, says: str) -> Wrong:
    """A day asked for that lies before a day on record. `says` may use {day}."""
    given = data.get(name)
    return {name: says.format(day=day_text(day))} if given and day and given < day else {}


def fine_with_kind(data: Mapping[str, object], kinds: str, fine: str) -> Wrong:
    """A sum needs the kind 罚款, and the kind needs a sum."""
    chosen, amount = data.get(kinds) or [], data.get(fine)
    if "fine" in chosen and not amount:
        return {fine: "选了罚款，请填写罚款数额"}
    if amount and "fine" not in chosen:
        return {fine: "填写了罚款数额，请在处罚种类中选中罚款；不罚款的，把数额清空"}
    return {}


def confiscation_with_kind(data: Mapping[str, object], kinds: str, confiscation: str) -> Wrong:
    """A sum confiscated needs the kind 没收; things of no reckoned worth may be confiscated without a sum."""
    if data.get(confiscation) and "confiscation" not in (data.get(kinds) or []):
        return {confiscation: "填写了没收金额，请在处罚种类中选中没收；不没收的，把金额清空"}
    return {}
