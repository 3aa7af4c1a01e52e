"""Forms in words: each form is one Chinese sentence, without the final full stop."""

from __future__ import annotations

from collections.abc import Mapping

from .model import UNITS, Steps, Version, Window


def named(steps: Steps) -> str:
    """“甲”, “甲”或者“乙”, with the condition: “甲”（罚款在一万元以上的）."""
    text = "或者".join(f"“{a}”" for a in steps.activities)
    return f"{text}（{steps.when.says}）" if steps.when else text


def _count(n: int, unit: str) -> str:
    return f"{n} {UNITS[unit]}"


def _span(w: Window, ahead: bool) -> str:
    """The distance alone: 7 个工作日内, 满 3 日以后、10 日以内."""
    parts = []
    if w.least:
        word = "超过" if w.strict_least else "满"
        parts.append(f"{word} {_count(w.least, w.unit)}{'以后' if ahead else '以前'}")
    elif w.strict_least:
        parts.append("次日以后" if ahead else "前一日以前")
    if w.most is not None:
        parts.append(f"不满 {_count(w.most, w.unit)}的期间内" if w.strict_most else f"{_count(w.most, w.unit)}内")
    return "、".join(parts)


def window(w: Window, ahead: bool = True) -> str:
    """In which time, ready to stand before the verb: “在 7 个工作日内”; empty where only order counts."""
    span = _span(w, ahead)
    return f"在{' ' if span[:1].isdigit() else ''}{span}" if span else ""


def remarks(w: Window) -> list[str]:
    said = []
    if w.same_day == "counts":
        said.append("同日不分先后均计入")
    elif w.most is not None and not w.least:
        said.append("同日不计" if w.strict_least else "同日计入")
    if w.roll:
        said.append("末日不是工作日的顺延至下一工作日")
    return said


def _period(v: Version) -> str:
    def day(d):
        return f"{d.year}年{d.month}月{d.day}日"

    if v.since and v.until:
        return f"{day(v.since)}至{day(v.until)}"
    if v.since:
        return f"{day(v.since)}起"
    return f"{day(v.until)}止" if v.until else "始终"


def by_version(given: tuple[Version, ...], ahead: bool = True) -> str:
    """在当时规定的期间内（2009年10月1日至2021年7月14日：7 日内；2021年7月15日起：5 日内）."""
    spans = "；".join(f"{_period(v)}：{_span(v.window, ahead) or '不限时日'}" for v in given)
    return f"在当时规定的期间内（{spans}）"


def tail(*said: str | None) -> str:
    """Remarks in one pair of brackets at the end of the sentence."""
    kept = [s for s in said if s]
    return f"（{'；'.join(kept)}）" if kept else ""


COLUMNS = {"person": "人员", "value": "数额"}


def column(name: str, labels: Mapping[str, str] | None = None) -> str:
    """A column of the history as people call it."""
    return (labels or {}).get(name) or COLUMNS.get(name, name)


def same(attribute: tuple[str, str] | None, labels: Mapping[str, str] | None = None) -> str | None:
    if attribute is None:
        return None
    one, two = (column(c, labels) for c in attribute)
    return f"两步的{one}相同" if one == two else f"前项的{one}与后项的{two}相同"


def void(steps: Steps | None) -> str | None:
    return f"期间内先有{named(steps)}的，义务消灭" if steps else None
