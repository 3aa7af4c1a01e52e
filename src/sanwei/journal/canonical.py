"""Canonical JSON (RFC 8785) for the types the journal holds: text, whole numbers, true, false, null, lists, objects.

Floats are refused, so the number section of the RFC comes down to integers that every JSON reader keeps exact.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

LARGEST = 2**53 - 1
"""Largest whole number that an IEEE 754 reader keeps exact (RFC 7493, 2.2)."""
DEEPEST = 64

_ESCAPED = re.compile(r'["\\\x00-\x1f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def canonical(value: Any) -> str:
    """The one text of `value`; encode it as UTF-8 to hash it.

    Raises TypeError for a type outside the list (floats, dates, tuples …), ValueError for a whole number beyond 2^53-1,
    for text that is no Unicode (a lone surrogate), and for lists and objects nested deeper than 64.
    """
    parts: list[str] = []
    _write(value, parts, 0)
    return "".join(parts)


def plain(value: Any) -> Any:
    """`value` with dates as ISO text, tuples and sets of text as lists, UUIDs as text, at every depth; all else as it
    is. Naive times are refused (ValueError): the moment would depend on who reads it."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("时间没有时区，不能写入留痕日志。")
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def _write(value: Any, parts: list[str], depth: int) -> None:
    if depth > DEEPEST:
        raise ValueError(f"内容嵌套超过{DEEPEST}层，不能写入留痕日志。")
    # bool before int: in Python True is an int
    if value is None or isinstance(value, bool):
        parts.append({None: "null", True: "true", False: "false"}[value])
    elif isinstance(value, str):
        parts.append(_quoted(value))
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError(f"整数{value}超出可以精确表示的范围，不能写入留痕日志。")
        parts.append(int.__repr__(value))
    elif isinstance(value, list):
        _write_list(value, parts, depth)
    elif isinstance(value, dict):
        _write_object(value, parts, depth)
    else:
        raise TypeError(f"类型{type(value).__name__}不能写入留痕日志，只接受文本、整数、真假、空值、列表和对象。")


def _write_list(value: list[Any], parts: list[str], depth: int) -> None:
    parts.append("[")
    for index, each in enumerate(value):
        if index:
            parts.append(",")
        _write(each, parts, depth + 1)
    parts.append("]")


def _write_object(value: dict[Any, Any], parts: list[str], depth: int) -> None:
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"对象的键{key!r}不是文本，不能写入留痕日志。")
    parts.append("{")
    # RFC 8785, 3.2.3: by UTF-16 code units, which differs from code points beyond U+FFFF
    for index, key in enumerate(sorted(value, key=lambda text: text.encode("utf-16-be", "surrogatepass"))):
        if index:
            parts.append(",")
        parts.append(_quoted(key))
        parts.append(":")
        _write(value[key], parts, depth + 1)
    parts.append("}")


def _quoted(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise ValueError("文本含有不成对的代理字符，不能写入留痕日志。") from fault
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", text) + '"'
