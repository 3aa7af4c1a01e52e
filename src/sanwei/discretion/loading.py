"""Reads a benchmark from YAML as a jurist writes it: conditions on named facts, the printed words of each standard.

The words are read by `texts`; what they do not say structure may say beside them. A fault names the row and the reason.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any as Anything

import yaml

from sanwei.lawbook import LawError
from sanwei.lawbook.spans import Span

from .conditions import ALWAYS, All, Any, Condition, Fact, Test
from .sums import BASES
from .table import GRADES, JOINED, SUBJECTS, Besides, Row, Table
from .texts import read_number_condition, read_sums

QUANTITIES = {b.fact: Fact(b.fact, b.label, "number", b.unit) for b in BASES.values() if b.fact}
KINDS = {"是否": "yes", "数字": "number", "类别": "code"}


def read_table(path: Path) -> Table:
    """The table of a file. Raises `LawError` with a sentence where it cannot be read; words that are not understood are
    no error here: they stand in `Table.unread`.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LawError(f"{path.name} 打不开或者不是 UTF-8 文字，请检查文件。") from error
    except yaml.YAMLError as error:
        at = getattr(error, "problem_mark", None)
        raise LawError(
            f"{path.name}{f' 第 {at.line + 1} 行' if at else ''}不是规范的 YAML，请检查缩进和冒号。"
        ) from error
    try:
        return table_of(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LawError(f"{path.name} 的写法不对：{_said(error)}。各栏写法见 docs/discretion.md。") from error


def table_of(raw: dict[str, Anything]) -> Table:
    """The table of plain data. Raises KeyError, TypeError or ValueError with words of what is wrong."""
    facts = {name: _fact(name, told) for name, told in (raw.get("facts") or {}).items()}
    known = QUANTITIES | facts
    unread: dict[str, str] = {}
    rows = tuple(_row(n, told, known, unread) for n, told in enumerate(raw["rows"], 1))
    statute = tuple(
        _row(n, told | {"number": f"法定{n}", "grade": "normal"}, known, unread)
        for n, told in enumerate(raw.get("statute") or [], 1)
    )
    return Table(
        code=str(raw["code"]), item=str(raw["item"]), version=str(raw["version"]),
        in_force=Span(_day(raw["from"]), _day(raw.get("until"))), basis=tuple(raw.get("basis") or ()),
        facts=facts, rows=rows, statute=statute, unread=unread,
        number=str(raw.get("document") or ""), issued=_day(raw.get("issued")),
    )  # fmt: skip


def scaled(fact: Fact, value: Anything) -> int | bool | str:
    """A value as people write it (30.5, 2万元, 是) in the grain of its fact. Raises ValueError with words."""
    if fact.kind == "yes":
        told = {True: True, False: False, "是": True, "否": False, "有": True, "没有": False, "无": False}.get(value)
        if told is None:
            raise ValueError(f"“{fact.label}”只能写是或者否，写的是“{value}”")
        return told
    if fact.kind == "code":
        return str(value)
    text = str(value).replace(",", "").removesuffix("元")
    times = 10_000 if text.endswith("万") else 1
    try:
        exact = Decimal(text.removesuffix("万")) * times * (100 if fact.unit == "元" else 1000)
    except InvalidOperation:
        raise ValueError(f"“{fact.label}”要写数字，写的是“{value}”") from None
    if exact != int(exact):
        raise ValueError(f"“{fact.label}”写得太细，最多到{'分' if fact.unit == '元' else '小数点后三位'}")
    return int(exact)


def _fact(name: str, told: dict[str, Anything]) -> Fact:
    codes = tuple((str(c), str(label)) for c, label in (told.get("codes") or {}).items())
    kind = KINDS.get(told["kind"])
    if kind is None:
        raise ValueError(f"事实“{name}”的 kind 只能是{'、'.join(KINDS)}")
    return Fact(name, str(told["label"]), kind, str(told.get("unit") or ""), codes)


def _row(n: int, told: dict[str, Anything], known: dict[str, Fact], unread: dict[str, str]) -> Row:
    number = str(told.get("number", n))
    grade, subject = told["grade"], told.get("subject", "any")
    if grade not in GRADES:
        raise ValueError(f"第 {number} 档的阶次“{grade}”不在可用之列：{'、'.join(GRADES)}")
    if subject not in SUBJECTS:
        raise ValueError(f"第 {number} 档的对象“{subject}”不在可用之列：{'、'.join(SUBJECTS)}")
    read = read_sums(told.get("standard") or "")
    if read.left:
        unread[number] = read.left
    when = ALWAYS if told.get("when") is None else _condition(told["when"], known, number, unread)
    besides = {b.kind: b for b in read.besides} | {k: Besides(k, how) for k, how in (told.get("besides") or {}).items()}
    for b in besides.values():
        if b.how not in (*JOINED, "no"):
            raise ValueError(f"第 {number} 档的 besides 只能写 {'、'.join(JOINED)} 或者 no")
    return Row(
        number,
        grade,
        when,
        read.brackets,
        subject,
        tuple(besides.values()),
        str(told.get("as") or ""),
        told.get("standard") or "",
    )


def _condition(told: Anything, known: dict[str, Fact], number: str, unread: dict[str, str]) -> Condition:
    """{all: […]}, {any: […], least: 2} or {fact: value}; several facts of one mapping stand together."""
    if "all" in told:
        return All(tuple(_condition(part, known, number, unread) for part in told["all"]))
    if "any" in told:
        return Any(tuple(_condition(part, known, number, unread) for part in told["any"]), int(told.get("least", 1)))
    parts = tuple(_test(name, value, known, number, unread) for name, value in told.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _test(name: str, value: Anything, known: dict[str, Fact], number: str, unread: dict[str, str]) -> Condition:
    if name not in known:
        raise ValueError(f"第 {number} 档用到的事实“{name}”没有在 facts 里说明")
    fact = known[name]
    if fact.kind == "code":
        return Test(name, "in", tuple(value) if isinstance(value, list) else (str(value),))
    if fact.kind == "yes":
        return Test(name, "==", scaled(fact, value))
    read = read_number_condition(str(value), name, money=fact.unit == "元")
    if read is None:
        unread[number] = "；".join(filter(None, (unread.get(number), f"{fact.label}：{value}")))
        return ALWAYS
    return read


def _day(value: Anything) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"日期要写成 2026-01-01 这样，写的是“{value}”")


def _said(error: Exception) -> str:
    return f"缺少“{error.args[0]}”一栏" if isinstance(error, KeyError) else str(error)
