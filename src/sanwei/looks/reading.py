"""Reads what people type for amounts and days; says in a Chinese sentence what is wrong with it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

# Not NFKC: that would also turn 5² into 52. Only what an input method produces in full-width mode.
_WIDE = str.maketrans("０１２３４５６７８９，．￥－／\u3000", "0123456789,.¥-/ ")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_DAY = re.compile(r"([0-9]+)(?:年([0-9]+)月([0-9]+)日?|-([0-9]+)-([0-9]+)|/([0-9]+)/([0-9]+)|\.([0-9]+)\.([0-9]+))")
_EIGHT = re.compile(r"[0-9]{8}")
MOST_FEN = 10**15 - 1
FIRST_YEAR, LAST_YEAR = 1900, 2199
_LONGEST = 40


class UnreadableError(ValueError):
    """What was typed cannot be read; the text says why and what to write instead."""


def _shown(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "…"


def read_money(text: str) -> int:
    """
    元 as typed → integer 分. Takes `1,234.5`, `１，２３４．５`, `¥1234.50`, `1234.5 元`.

    Raises `UnreadableError` for more than two decimals, misplaced separators, 万 or 亿, signs, other text.
    """
    typed = text.translate(_WIDE).strip()
    plain = typed.removeprefix("人民币").strip().removeprefix("¥").strip().removesuffix("整").removesuffix("元").strip()
    if "万" in plain or "亿" in plain:
        raise UnreadableError("请按元填写，不要写万元或亿元，例如 3 万元写 30000")
    if plain.startswith("-"):
        raise UnreadableError("金额不能是负数")
    if "," in plain and not _GROUPED.fullmatch(plain):
        raise UnreadableError(f"“{_shown(typed)}”里的逗号位置不对，逗号只用来分隔千位，例如 1,234.50")
    plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        raise UnreadableError(f"“{_shown(typed)}”不是金额，请只写数字，例如 1234.50")
    yuan, _, cents = plain.partition(".")
    if len(cents) > 2:
        raise UnreadableError(f"金额精确到分，最多两位小数，“{_shown(typed)}”有 {len(cents)} 位")
    if len(yuan.lstrip("0")) > 13:
        raise UnreadableError("金额太大，请检查是否多写了数字")
    return int(yuan) * 100 + int(cents.ljust(2, "0"))


def read_day(text: str) -> date:
    """
    A day as typed. Takes `2026-11-23`, `2026年11月23日`, `2026/11/23`, `2026.11.23`, `20261123`, full-width too.

    Raises `UnreadableError` naming the part that is wrong: the shape, the year, the month or the day.
    """
    typed = text.translate(_WIDE).strip()
    plain = re.sub(r"\s+", "", typed)
    found = _DAY.fullmatch(plain) if len(plain) <= _LONGEST else None
    if _EIGHT.fullmatch(plain):
        parts = [plain[:4], plain[4:6], plain[6:]]
    elif found:
        parts = [part for part in found.groups() if part is not None]
    else:
        raise UnreadableError(f"“{_shown(typed)}”不是日期，请写成 2026-11-23 或 2026年11月23日")
    if len(parts[0]) != 4:
        raise UnreadableError(f"年份要写四位，“{_shown(typed)}”的年份是 {len(parts[0])} 位")
    year, month, day = (int(part) for part in parts)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError(f"年份 {parts[0]} 不对，应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间")
    if not 1 <= month <= 12:
        raise UnreadableError(f"没有 {_shown(parts[1])} 月，月份应在 1 到 12 之间")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise UnreadableError(f"{year}年{month}月没有 {_shown(parts[2])} 日")
    return date(year, month, day)
