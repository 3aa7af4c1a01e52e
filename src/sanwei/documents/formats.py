"""How a value of the context is written in a document: one function per `format` of a form's field.

A format takes the raw value (never None: absent values stay empty) and gives text, a list of texts, a bool or a
small dict of texts: plain JSON only. It raises ValueError or TypeError when the value does not fit.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from .numerals import chinese, day_in_words, yuan, yuan_capital
from .text import clean, lines

ZONE = ZoneInfo("Asia/Shanghai")
UNIT_WORDS = {
    "calendar_days": "日",
    "working_days": "个工作日",
    "months": "个月",
    "years": "年",
    "hours": "小时",
}
BLANK_DAY = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return (value.astimezone(ZONE) if value.tzinfo else value).date()
    return value if isinstance(value, date) else date.fromisoformat(value)


def _moment(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return _written(value)  # only the day is on record
    at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    at = at.astimezone(ZONE) if at.tzinfo else at
    return f"{_written(at)}{at.hour}时{at.minute:02d}分"


def _written(value: Any) -> str:
    day = _day(value)
    return f"{day.year}年{day.month}月{day.day}日"


def _whole(value: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)  # a parameter written 3.0
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("应当是整数")
    return value


def _prose(value: Any) -> Any:
    """A list written as a text would show its brackets."""
    if isinstance(value, Mapping | list | tuple):
        raise TypeError("应当是文字，不是列表")
    return value


def _items(value: Any) -> list[Any]:
    if isinstance(value, str):
        return lines(value)
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        raise TypeError("应当是一个列表")
    return list(value)


def _texts(value: Any) -> list[str]:
    return [text for item in _items(value) if (text := clean(item))]


def _get(item: Any, key: str) -> Any:
    return item.get(key) if isinstance(item, Mapping) else getattr(item, key, None)


def _part(item: Any, key: str) -> str:
    value = _get(item, key)
    return "" if value is None else clean(value)


def _signed(item: Any) -> str:
    name, number = _part(item, "name"), _part(item, "certificate_no")
    return f"{name}（{number}）" if number else name


def _term(value: Any) -> str:
    unit = _part(value, "unit")
    if unit not in UNIT_WORDS:
        raise ValueError(f"期限单位“{unit}”不认识，应当是{'、'.join(UNIT_WORDS)}之一")
    return chinese(_whole(_get(value, "value"))) + UNIT_WORDS[unit]


def _percent(value: Any) -> str:
    whole = _whole(value)
    return "百分之" + ("百" if whole == 100 else chinese(whole))


def _yes(value: Any) -> str:
    if not isinstance(value, bool):
        raise TypeError("应当是“是”或者“否”")
    return "是" if value else "否"


def _tick(value: Any) -> str:
    return "■是\u3000□否" if _yes(value) == "是" else "□是\u3000■否"


def _opinion(value: Any) -> dict[str, str]:
    day = _get(value, "day")
    return {
        "text": _part(value, "opinion"),
        "signed": _signed(value),
        "day": _written(day) if day else BLANK_DAY,
    }


def _answers(value: Any) -> list[str]:
    said: list[str] = []
    for pair in _items(value):
        said += [f"问：{_part(pair, 'question')}", f"答：{_part(pair, 'answer')}"]
    return said


def _speakers(value: Any) -> list[str]:
    said = []
    for item in _items(value):
        post = _part(item, "post")
        said.append(f"{_part(item, 'name')}{f'（{post}）' if post else ''}：{_part(item, 'opinion')}")
    return said


def _titles(value: Any) -> list[str]:
    named = []
    for item in _items(value):
        number = _part(item, "number")
        named.append(f"《{_part(item, 'title')}》{f'（{number}）' if number else ''}")
    return named


def _rows(value: Any) -> list[dict[str, str]]:
    return [{str(key): clean(one) for key, one in dict(item).items() if one is not None} for item in _items(value)]


def _numbered(value: Any) -> list[str]:
    return [f"{chinese(place)}、{text}" for place, text in enumerate(_texts(value), start=1)]


FORMATS: dict[str, Callable[[Any], Any]] = {
    "text": lambda value: clean(_prose(value)),  # one text, line ends kept
    "lines": lambda value: lines(_prose(value)),  # a long text → its paragraphs
    "day": _written,  # 2026年11月16日
    "day_cn": lambda value: day_in_words(*_day(value).timetuple()[:3]),  # 二〇二六年十一月十六日
    "moment": _moment,  # 2026年11月16日9时05分, in the agency's zone
    "money": lambda value: yuan(_whole(value)),  # 分 → 45000元
    "money_capital": lambda value: yuan_capital(_whole(value)),  # 分 → 肆万伍仟元整
    "money_both": lambda value: f"人民币{yuan_capital(_whole(value))}（{yuan(_whole(value))}）",
    "count": lambda value: str(_whole(value)),
    "count_cn": lambda value: chinese(_whole(value)),
    "percent_cn": _percent,  # 3 → 百分之三, 100 → 百分之百
    "term": _term,  # {value: 60, unit: calendar_days} → 六十日
    "list": _texts,  # list of texts, empty ones left out
    "numbered": _numbered,  # 一、… 二、…
    "joined": lambda value: "、".join(_texts(value)),
    "yesno": _yes,
    "tick": _tick,  # ■是　□否
    "flag": bool,  # only switches blocks on and off
    "officer_line": lambda value: "、".join(_signed(item) for item in _items(value)),  # [{name, certificate_no}]
    "opinion": _opinion,  # {opinion, name, certificate_no, day}
    "qa": _answers,  # [{question, answer}]
    "speakers": _speakers,  # [{name, post, opinion}]
    "rows": _rows,  # [{nth, title, …}]: one row of a table each
    "titles": _titles,  # [{title, number}]
}
MANY = frozenset({"lines", "list", "numbered", "qa", "speakers", "titles"})  # formats that give a list of texts


def empty(format: str) -> Any:
    """What an absent value looks like: "" · [] · False · a blank opinion to be signed by hand."""
    if format in MANY or format == "rows":
        return []
    if format == "flag":
        return False
    if format == "opinion":
        return {"text": "", "signed": "", "day": BLANK_DAY}
    return "□是\u3000□否" if format == "tick" else ""
