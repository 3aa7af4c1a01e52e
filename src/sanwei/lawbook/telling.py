"""Faults of shape, from pydantic's terms into a Chinese sentence with the line it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from .nodes import Path, Text

HINTS = {
    "basis": "每个值都要写明依据，如 basis: XZCF2021 §60",
    "fate": "每项职责要有且只有一个着落：control、act、page、waiver 或 later",
    "from": "请写开始施行的日期，如 from: 2021-07-15",
    "in_force": "请写 in_force: {from: 2021-07-15, until: null}",
    "unit": "请写单位，如 calendar_days、working_days、fen",
    "status": "请写 read（已读原文）、page（据网页）或 preset（预设）",
    "number": "没有文号的写 number: null",
    "section": "请写节次，如 §60 或 三(三)四",
}
EXAMPLES = {
    "Key": "小写英文加点，如 decision.limit",
    "Code": "英文字母、数字和短横，如 ZZ39",
    "Ref": "“文件代码 节次”，中间一个空格，如 XZCF2021 §60",
    "Words": "不能空着",
}
_PATTERNS = {r"^\S+ \S+$": "Ref", r"\S": "Words", r"^[A-Za-z0-9][A-Za-z0-9_-]*$": "Code"}

_SAYINGS: dict[str, Callable[[dict[str, Any]], str]] = {
    "missing": lambda e: "没有写",
    "extra_forbidden": lambda e: "不认识这个键，请检查拼写或删去",
    "string_type": lambda e: f"应为文字，写成了{_shown(e['input'])}（数字和日期作文字用时请加引号）",
    "int_type": lambda e: f"应为整数，写成了{_shown(e['input'])}",
    "float_type": lambda e: f"应为数字，写成了{_shown(e['input'])}",
    "finite_number": lambda e: "应为有限的数字",
    "bool_type": lambda e: f"应为 true 或 false，写成了{_shown(e['input'])}",
    "date_type": lambda e: f"应为日期（如 2021-07-15，不加引号），写成了{_shown(e['input'])}",
    "list_type": lambda e: f"应为列表（每项以“- ”开头，或写在方括号里），写成了{_shown(e['input'])}",
    "too_short": lambda e: "至少要有一项",
    "string_too_short": lambda e: "不能空着",
    "greater_than_equal": lambda e: f"不能小于 {e['ctx']['ge']}，写成了{_shown(e['input'])}",
    "less_than_equal": lambda e: f"不能大于 {e['ctx']['le']}，写成了{_shown(e['input'])}",
    "literal_error": lambda e: f"只能是 {_choices(e['ctx']['expected'])}，写成了{_shown(e['input'])}",
    "string_pattern_mismatch": lambda e: f"写法不对，应为{_example(e['ctx']['pattern'])}，写成了{_shown(e['input'])}",
    "backwards": lambda e: f"开始日 {e['ctx']['since']} 晚于结束日 {e['ctx']['until']}，请核对 from 与 until",
    "range": lambda e: f"下限 {e['ctx']['low']} 分高于上限 {e['ctx']['high']} 分，请核对 min_fen 与 max_fen",
    "section": lambda e: e["ctx"]["fault"],
    "unchecked": lambda e: "status 为 read 时要写 checked_on（哪一天核对过原文）",
    "fates": lambda e: f"有 {e['ctx']['kinds'] or '零个着落'}；{HINTS['fate']}",
    "published": lambda e: "已公布的年份要写 notice（通知文号）和 off，不写 statutory 和 why",
    "provisional": lambda e: "未公布的年份要写 statutory（放假办法固定的假日）和 why，不写 notice、off 和 on",
}
_MAPPINGS = ("model_type", "dict_type", "model_attributes_type")


def tell(error: ValidationError, text: Text, at: Path) -> Iterator[tuple[int, str]]:
    """Each fault of a row that stands at `at` in the file: (line, sentence)."""
    told = set()
    for fault in error.errors(include_url=False):
        if fault["loc"][-1:] == ("int",):
            continue  # a value may be whole or not: the other half of the union says it once
        where = tuple(part for part in fault["loc"] if part not in ("float", "constrained-float", "[key]"))
        line, sentence = text.line((*at, *where)), _sentence(fault, where)
        if (line, sentence) not in told:
            told.add((line, sentence))
            yield line, sentence


def _sentence(fault: dict[str, Any], where: Path) -> str:
    name = where[-1] if where and isinstance(where[-1], str) else ""
    if fault["type"] == "extra_forbidden" and re.search(r"[\u3400-\u9fff]", name):
        # {says: 先审核, 后讨论}: the half-width comma ended the text, and the rest became a key
        return f"“{name}”被当成了一个键，多半是前面用了半角逗号；请改用全角“，”，或给整段文字加引号。"
    if fault["type"] in _MAPPINGS:
        return f"{_spoken(where)} 应为一组键和值（key: value），写成了{_shown(fault['input'])}。".lstrip()
    say = _SAYINGS.get(fault["type"], lambda e: "写法不对，请对照同类文件")
    said = say(fault)
    if fault["type"] == "missing" and name in HINTS:
        said += f"；{HINTS[name]}"
    if fault["type"] in ("int_type", "float_type") and name.endswith("_fen"):
        said += "；金额以分为单位写整数，200 元写 20000"
    spoken = _spoken(where)
    return f"{spoken} {said}。" if spoken else f"{said}。"


def _spoken(where: Path) -> str:
    """("values", 1, "basis") → values 第 2 项的 basis."""
    said = ""
    for part in where:
        if isinstance(part, int):
            said += f" 第 {part + 1} 项" if said else f"第 {part + 1} 项"
        else:
            said += f"的 {part}" if said else part
    return said


def _shown(value: Any) -> str:
    if value is None:
        return "空"
    if isinstance(value, dict):
        return "一组键和值"
    if isinstance(value, list):
        return "一个列表"
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    said = str(value)
    return f"“{said[:40]}……”" if len(said) > 40 else f"“{said}”"


def _choices(expected: str) -> str:
    return "、".join(re.findall(r"'([^']*)'", expected))


def _example(pattern: str) -> str:
    return EXAMPLES[_PATTERNS.get(pattern, "Key")]
