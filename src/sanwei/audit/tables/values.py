"""What a cell says: a day, a sum, a code, yes or no. One text in, (value, what is wrong with it) out.

Each distinct text of a column is read once. What cannot be read for certain is not guessed: two sums in one cell, the
30th of February, a code nobody knows are null and told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

Told = tuple[object, str | None]
Reader = Callable[[str], Told]

UNITS = {"分": 1, "角": 10, "元": 100, "千元": 100_000, "万元": 1_000_000, "万": 1_000_000, "亿元": 10_000_000_000}
ABSENT = frozenset(("", "无", "/", "\\", "-", "—", "——", "空", "NULL", "null", "None", "N/A", "nan", "NaN"))
FOREVER = frozenset(("长期", "永久", "2099/12/31", "2099-12-31", "20991231", "9999-12-31"))

_DAY = re.compile(
    r"(\d{4})\s*(?:[-/.．]\s*(\d{1,2})\s*[-/.．]\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2}))"
    r"(?:[T\s]+\d{1,2}[::]\d{2}(?:[::]\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")  # days of a spreadsheet: 20000 is in 1954, 59999 in 2064
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_EPOCH = dt.date(1899, 12, 30)
_SUM = re.compile(r"(?:人民币|RMB|[¥￥])?\s*(-?\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|千元|万|元|角|分)?(整|正)?", re.I)
_CAPITAL = "零〇壹贰叁肆伍陆柒捌玖两拾佰仟萬万亿億元圆角分整正一二三四五六七八九十百千"
_CAPITALS = re.compile(rf"(?:人民币)?([{_CAPITAL}]{{2,}})")
_ONES = {
    c: n
    for n, text in enumerate(("零〇", "壹一", "贰二两", "叁三", "肆四", "伍五", "陆六", "柒七", "捌八", "玖九"))
    for c in text
}
_TENS = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}


def day(text: str) -> Told:
    """2024-05-06, 2024/5/6, 2024.5.6, 2024年5月6日, 20240506, 二〇二四年五月六日, with a time of day or not, and the
    day number of a spreadsheet.
    """
    if found := _DAY.fullmatch(text):
        y, *parts = (int(g) for g in found.groups() if g is not None)
        try:
            return dt.date(y, *parts), None
        except ValueError:
            return None, f"“{text}”不是历法上有的日期"
    if _SERIAL.fullmatch(text):
        return _EPOCH + dt.timedelta(days=int(float(text))), None
    if "年" in text and text[0] in "〇○零一二":
        return _chinese_day(text)
    return None, f"“{text}”不是日期"


def _chinese_day(text: str) -> Told:
    found = re.fullmatch(
        r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)[日号]", text
    )
    if not found:
        return None, f"“{text}”不是日期"
    y, m, d = found.groups()
    try:
        return dt.date(int(y.translate(_DIGITS)), _under_ten_thousand(m), _under_ten_thousand(d)), None
    except ValueError:
        return None, f"“{text}”不是历法上有的日期"


def day_as(pattern: str) -> Reader:
    """Days in a form of their own (strptime), where the mapping names one."""

    def read(text: str) -> Told:
        try:
            return dt.datetime.strptime(text, pattern).date(), None  # noqa: DTZ007
        except ValueError:
            return None, f"“{text}”不是按“{pattern}”写的日期"

    return read


def money(unit: str) -> Reader:
    """Whole 分 from a sum in `unit`, unless the text names its own unit; also in capitals (贰万元整)."""
    factor = UNITS[unit]

    def read(text: str) -> Told:
        sums = [m for m in _SUM.finditer(text) if m.group(1)]
        capitals = _CAPITALS.findall(_SUM.sub(" ", text))
        if not sums and len(capitals) == 1 and _CAPITALS.fullmatch(text):
            return _capital_sum(capitals[0], text, factor)
        if len(sums) + len(capitals) > 1:
            return _several(text, sums, capitals)
        if not sums or not _SUM.fullmatch(text):
            return None, f"“{text}”不是一笔金额"
        return _plain_sum(sums[0], text, factor)

    return read


def _plain_sum(found: re.Match, text: str, factor: int) -> Told:
    try:
        number = Decimal(re.sub("[,，]", "", found.group(1)))
    except InvalidOperation:
        return None, f"“{text}”不是一笔金额"
    fen = number * (UNITS[found.group(2)] if found.group(2) else factor)
    whole = int(fen.to_integral_value())
    if abs(fen - whole) > Decimal("0.001"):  # a spreadsheet's 0.1 + 0.2
        return None, f"“{text}”不是整数的分"
    if whole < 0:
        return None, f"“{text}”是负数"
    return whole, None


def _several(text: str, sums: list[re.Match], capitals: list[str]) -> Told:
    """The same sum in figures and in capitals is one; anything else is two, and nobody can say which is meant."""
    if len(sums) == 1 and len(capitals) == 1:
        one, two = _plain_sum(sums[0], text, UNITS["元"])[0], _capital_sum(capitals[0], text, UNITS["元"])[0]
        if one is not None and one == two:
            return one, None
    return None, f"“{text}”一格里有 {len(sums) + len(capitals)} 笔金额，不知道取哪一笔"


def _capital_sum(text: str, whole: str, factor: int) -> Told:
    """贰万叁仟元伍角整 → 2_300_050. Without 元, the number counts in the column's unit."""
    found = re.fullmatch(r"(.*?)[元圆](?:零?(.)角)?(?:零?(.)分)?[整正]?", text)
    try:
        if found:
            yuan, jiao, fen = found.groups()
            return _number(yuan) * 100 + _ONES[jiao or "零"] * 10 + _ONES[fen or "零"], None
        return _number(text.rstrip("整正")) * factor, None
    except (KeyError, ValueError):
        return None, f"“{whole}”不是一笔金额"


def _number(text: str) -> int:
    total = 0
    for mark, size in (("亿億", 100_000_000), ("万萬", 10_000)):
        for m in mark:
            before, found, after = text.partition(m)
            if found:
                total, text = total + _under_ten_thousand(before) * size, after
    return total + (_under_ten_thousand(text) if text else 0)


def _under_ten_thousand(text: str) -> int:
    total, one, seen = 0, 0, False
    for c in text:
        if c in _ONES:
            one, seen = _ONES[c], True
        elif c in _TENS:
            total, one, seen = total + (one if seen and one else 1) * _TENS[c], 0, True
        else:
            raise ValueError(c)
    if not seen:
        raise ValueError(text)
    return total + one


def whole(text: str) -> Told:
    """A whole number."""
    found = re.fullmatch(r"(-?\d[\d,，]*)(?:\.0+)?\s*[个人次份件号天日年页]?", text)
    return (int(re.sub("[,，]", "", found.group(1))), None) if found else (None, f"“{text}”不是整数")


YES = frozenset("是 有 1 真 已 Y YES TRUE T √ 对".split())
NO = frozenset("否 无 没有 0 假 未 N NO FALSE F × X 不是".split())


def yesno(text: str) -> Told:
    """是, 有, 1, √ … and their opposites."""
    said = text.upper()
    if said in YES or said in NO:
        return said in YES, None
    return None, f"“{text}”看不出是“是”还是“否”"


def code(codes: Mapping[str, str], own: Mapping[str, str]) -> Reader:
    """One of our codes: by the mapping's list, by our label, or by the code itself."""
    known = {label: c for c, label in own.items()} | {c: c for c in own} | dict(codes)

    def read(text: str) -> Told:
        if text in known:
            return known[text], None
        return None, f"“{text}”不在代码表里（可用：{'、'.join(list(known)[:8])}{'……' if len(known) > 8 else ''}）"

    return read


def listed(one: Reader, marks: str) -> Reader:
    """Several values in a cell, parted by any of the marks. One that cannot be read spoils the cell."""

    def read(text: str) -> Told:
        parts = [p.strip() for p in re.split(f"[{re.escape(marks)}]", text) if p.strip()] if marks else [text]
        told = [one(p) for p in parts]
        if wrong := [w for _, w in told if w]:
            return None, wrong[0]
        return list(dict.fromkeys(v for v, _ in told)), None

    return read


def text(cell: str) -> Told:
    """The words as they stand."""
    return cell, None
