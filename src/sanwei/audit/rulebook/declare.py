"""Declare files (`.decl`, as RuM and Declare4Py write them) → rules. What no form says is refused by name.

    activity Create Fine
    bind Create Fine: amount
    Response[Create Fine, Send Fine] |A.amount > 20 |T.expense > 0 |0,90,d

Time in Declare is elapsed time; here it is days of the calendar, so a window in days becomes so many calendar days, and
one in hours, minutes or seconds is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import polars as pl

from sanwei.audit.reading import SourceError
from sanwei.controls import forms
from sanwei.controls.forms import Condition, FormError, Window

from .reading import TAKES, Rule, Rulebook, columns_of

TEMPLATE = re.compile(r"^\s*([A-Za-z][A-Za-z \-]*?)\s*(\d*)\s*\[([^\]]*)\]\s*(.*)$")
ALONE = ("existence", "absence", "exactly", "init", "end")
EITHER = ("choice", "exclusive_choice")
DEFINING = re.compile(r"^\s*(activity|bind)\b|^[^\[\|]+:\s")
COMPARED = re.compile(
    r"^(?P<side>[AT])\.(?P<column>.+?)\s*(?P<op>is not|is|not in|in|>=|<=|!=|>|<|=)\s*(?P<value>\(.*\)|.+)$", re.I
)


def read_declare(path: Path) -> Rulebook:
    """The rules of a Declare file. SourceError where there is none that can be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"“{path.name}”读不出来；Declare 文件要是 UTF-8 的文本。") from error
    found, refused = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or (DEFINING.match(line) and not TEMPLATE.match(line)):
            continue
        try:
            found.append(_rule(line, number))
        except FormError as error:
            refused.append(f"第 {number} 行“{line.strip()}”没有采用：{error}")
    if not found:
        raise SourceError("\n".join([f"“{path.name}”里没有一条能够判断的约束。", *refused]))
    return Rulebook(path, path.stem, tuple(found), closed=True, order="source", refused=tuple(refused))


def _rule(line: str, number: int) -> Rule:
    met = TEMPLATE.match(line)
    if not met:
        raise FormError("不是“模板[活动]”的写法。")
    name, times, inside, rest = met.groups()
    kind = name.lower().replace("-", " ").replace("coexistence", "co existence").strip().replace(" ", "_")
    kind = {"co_existence": "co_existence", "not_co_existence": "not_co_existence"}.get(kind, kind)
    if kind not in TAKES:
        raise FormError(f"没有与模板“{name}”对应的形式。")
    named = [a.strip() for a in inside.split(",")]
    parts = [p.strip() for p in rest.split("|")[1:]] if "|" in rest else []
    form = _alone(kind, named, times, parts) if kind in ALONE else _pair(kind, named, parts)
    code = f"{number}.{name.strip()}{times}[{', '.join(named)}]"
    return Rule(code, form.says, (), form, columns_of(form))


def _alone(kind: str, named: list[str], times: str, parts: list[str]) -> forms.Form:
    if len(named) != 1:
        raise FormError("这个模板只对一种活动。")
    more = {"when": _condition(_side(parts, 0), "A")}
    if kind in ("init", "end"):
        if _side(parts, 1):
            raise FormError("起始和终结没有期间。")
        return getattr(forms, kind)(named[0], **more)
    return getattr(forms, kind)(named[0], int(times or 1), **more, **_within(_side(parts, 1)))


def _pair(kind: str, named: list[str], parts: list[str]) -> forms.Form:
    if len(named) != 2:
        raise FormError("这个模板要有两种活动。")
    if kind in EITHER:
        if any(parts):
            raise FormError("选择的约束带有条件，Declare 没有说明它管哪一项。")
        return getattr(forms, kind)(*named)
    target, same = _correlated(_side(parts, 1))
    more = {"when": _condition(_side(parts, 0), "A"), "target": _condition(target, "T"), "correlate": same}
    return getattr(forms, kind)(*named, **more, **_within(_side(parts, 2)))


def _side(parts: list[str], n: int) -> str:
    return parts[n] if n < len(parts) else ""


def _within(text: str) -> dict[str, Window]:
    if not text:
        return {}
    met = re.fullmatch(r"(\d+)\s*,\s*(\d+)\s*,\s*([a-z]+)", text)
    if not met:
        raise FormError(f"期间“{text}”读不懂，应如 0,90,d。")
    least, most, unit = met.groups()
    if unit not in ("d", "day", "days"):
        raise FormError("期间以小时、分、秒计；这里只按日历上的日期计算。")
    return {"within": Window(least=int(least), most=int(most))}


def _correlated(text: str) -> tuple[str, str | None]:
    """The condition on the target without «same x», and x."""
    parts = [p.strip() for p in re.split(r"\s+and\s+", text, flags=re.I) if p.strip()]
    same = [m.group(1).strip() for p in parts if (m := re.fullmatch(r"same\s+(.+)", p, re.I))]
    if len(same) > 1:
        raise FormError("要求两项以上属性相同，这里只能有一项。")
    rest = [p for p in parts if not re.match(r"same\s", p, re.I)]
    return " and ".join(rest), same[0] if same else None


def _condition(text: str, side: str) -> Condition | None:
    if not text:
        return None
    if re.search(r"\sor\s", text, re.I) and re.search(r"\sand\s", text, re.I):
        raise FormError(f"条件“{text}”又有 and 又有 or，先后不明。")
    join, mark = (pl.Expr.or_, r"\s+or\s+") if re.search(r"\sor\s", text, re.I) else (pl.Expr.and_, r"\s+and\s+")
    return Condition(reduce(join, _comparisons(re.split(mark, text, flags=re.I), side)), f"{text}的")


def _comparisons(texts: list[str], side: str) -> Iterator[pl.Expr]:
    for text in texts:
        met = COMPARED.match(text.strip())
        if not met or met["side"].upper() != side:
            raise FormError(f"条件“{text.strip()}”读不懂。")
        yield _compared(pl.col(met["column"].strip()), met["op"].lower(), met["value"].strip())


def _compared(column: pl.Expr, op: str, value: str) -> pl.Expr:
    if op in ("in", "not in"):
        values = [v.strip() for v in value.strip("()").split(",")]
        return column.cast(pl.String).is_in(values) if op == "in" else ~column.cast(pl.String).is_in(values)
    if op in ("is", "is not"):
        return column.cast(pl.String) == value if op == "is" else column.cast(pl.String) != value
    try:
        number = float(value)
    except ValueError:
        raise FormError(f"“{value}”不是数字，不能比较大小。") from None
    column = column.cast(pl.Float64, strict=False)
    return {">": column > number, ">=": column >= number, "<": column < number, "<=": column <= number,
            "=": column == number, "!=": column != number}[op]  # fmt: skip
