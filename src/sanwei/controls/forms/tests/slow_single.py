"""Plain readings of the forms that look at no order: loops over lists of steps. Each gives (row, verdict) for every
activation.

`steps` are all steps seen on the day, with `row` and `off` (the day of revocation, as far as seen).
"""

from __future__ import annotations

import datetime as dt

from .slow import CONDITIONS
from .slow_calendar import DAY, add, guessed

Rows = dict[object, str]


def seen(steps: list[dict], today: dt.date) -> list[dict]:
    found = [s | {"row": n} for n, s in enumerate(steps) if s["on"] is None or s["on"] <= today]
    for s in found:
        s["off"] = s["cancelled_on"] if s["cancelled_on"] and s["cancelled_on"] <= today else None
    return found


def met(s: dict, named: str | None) -> bool | None:
    return True if named is None else CONDITIONS[named](s)


def revoked(s: dict) -> bool:
    return s["off"] is not None and s["on"] is not None and s["off"] <= s["on"]


def of_one(s: dict, spec: dict, proposition) -> str:
    """The common order: not asked, not known, kept, revoked in time, breach. `proposition` gives "不适用", None, True or
    False.
    """
    active = met(s, spec.get("of_if"))
    if active is False:
        return "不适用"
    told = proposition(s)
    if told == "不适用":
        return told
    if active is None or told is None:
        return "无法判定"
    if told:
        return "合规"
    return "消灭" if revoked(s) else "违反"


def each(steps: list[dict], spec: dict, proposition) -> Rows:
    return {s["row"]: of_one(s, spec, proposition) for s in steps if s["activity"] == "决定"}


def required(steps: list[dict], spec: dict) -> Rows:
    return each(steps, spec, lambda s: s["note"] is not None and s["note"].strip() != "")


def valid_in(steps: list[dict], spec: dict) -> Rows:
    def proposition(s: dict) -> bool | None:
        if s["person"] is None or s["on"] is None:
            return None
        perhaps = False
        for entry in spec["register"]:
            last = entry["valid_until"] or dt.date.max
            if entry["revoked_on"]:
                last = min(last, entry["revoked_on"] - DAY)
            if entry["person"] == s["person"] and s["on"] <= last:
                if entry["valid_from"] is None:
                    perhaps = True
                elif entry["valid_from"] <= s["on"]:
                    return True
        return None if perhaps else False

    return each(steps, spec, proposition)


def in_range(steps: list[dict], spec: dict) -> Rows:
    def proposition(s: dict) -> bool | str | None:
        if s["doc"] is None or (spec["dated"] and s["on"] is None):
            return None
        for line in spec["ranges"]:
            here = not spec["dated"] or ((line["from"] or dt.date.min) <= s["on"] <= (line["until"] or dt.date.max))
            if line["doc"] == s["doc"] and here:
                if s["value"] is None:
                    return None
                return (line["least"] is None or s["value"] >= line["least"]) and (
                    line["most"] is None or s["value"] <= line["most"]
                )
        return "不适用"

    return each(steps, spec, proposition)


def duty(steps: list[dict], spec: dict) -> Rows:
    """Separation and binding: each way to fill in what is not recorded of the others, by hand."""

    def proposition(s: dict) -> bool | str | None:
        mine, theirs = spec["same"] or (None, None)
        if mine and s[mine] is None:
            return None
        others = []  # (does it surely count, its person)
        for o in steps:
            if o["row"] == s["row"] or o["case_id"] != s["case_id"] or o["activity"] != spec["b"] or o["off"]:
                continue
            counts = met(o, spec["target_if"])
            if counts is False or (theirs and o[theirs] is not None and o[theirs] != s[mine]):
                continue
            sure = counts is True and (not theirs or o[theirs] is not None)
            others.append((sure, o["person"]))
        if not others:
            return "不适用"
        if s["person"] is None or not any(sure for sure, _ in others):
            return None
        wrong = (lambda who: who == s["person"]) if spec["apart"] else (lambda who: who != s["person"])
        if any(sure and who is not None and wrong(who) for sure, who in others):
            return False
        return None if any(who is None or wrong(who) for _, who in others) else True

    return each(steps, spec, proposition)


def persons(steps: list[dict], spec: dict) -> Rows:
    found = {}
    key = (lambda s: s[spec["per"]]) if spec["per"] else (lambda s: 0)
    mine = [s for s in steps if s["activity"] == "决定"]
    for case, value in {(s["case_id"], key(s)) for s in mine}:
        unit = in_order([s for s in mine if s["case_id"] == case and key(s) == value])
        loose = [s for s in mine if s["case_id"] == case and key(s) is None] if value is not None else []
        playing = [s for s in unit if not s["off"] and met(s, spec["of_if"]) is not False]
        sure = [s for s in playing if met(s, spec["of_if"])]
        found[unit[0]["row"]] = _persons(
            value, playing, sure, [s for s in loose if not s["off"] and met(s, spec["of_if"]) is not False], spec
        )
    return found


def _persons(value, playing: list[dict], sure: list[dict], loose: list[dict], spec: dict) -> str:
    if not playing:
        return "不适用"
    if value is None:
        return "无法判定"
    if len({s["person"] for s in sure if s["person"]}) >= spec["least"]:
        return "合规"
    return "违反" if sure and _most(playing) + _most(loose) < spec["least"] else "无法判定"


def _most(rows: list[dict]) -> int:
    """Distinct persons there may be at most, when each person not recorded is yet another one."""
    return len({s["person"] for s in rows if s["person"]}) + sum(s["person"] is None for s in rows)


def in_order(steps: list[dict]) -> list[dict]:
    return sorted(
        steps, key=lambda s: (s["on"] is None, s["on"] or dt.date.max, s["seq"] is None, s["seq"] or 0, s["row"])
    )


def unique(steps: list[dict], spec: dict) -> Rows:
    mine = [s for s in steps if s["activity"] == "决定"]

    def proposition(s: dict) -> bool | None:
        if s["doc"] is None:
            return None
        alike = [o for o in mine if o["case_id"] != s["case_id"] and o["doc"] == s["doc"] and not o["off"]]
        counts = [met(o, spec["of_if"]) for o in alike]
        if True in counts:
            return False
        return None if None in counts else True

    return each(steps, spec, proposition)


def longest_gap(steps: list[dict], spec: dict, today: dt.date, closed: bool) -> Rows:
    found = {}
    mine = [s for s in steps if s["activity"] == "决定"]
    for case in {s["case_id"] for s in mine}:
        unit = in_order([s for s in mine if s["case_id"] == case])
        playing = [s for s in unit if not s["off"] and met(s, spec["of_if"]) is not False]
        days = [s["on"] for s in playing]
        if any(met(s, spec["of_if"]) is None or s["on"] is None for s in playing):
            found[case] = ("无法判定", None)
            continue
        ends = [*days[1:], *([] if closed else [today])] if days else []
        found[case] = _gap(list(zip(days, ends, strict=False)), days, spec)
    return found


def _gap(gaps: list[tuple[dt.date, dt.date]], days: list[dt.date], spec: dict) -> tuple[str, object]:
    if not days:
        return "不适用", None
    ends = [(add(a, spec["most"], spec["unit"]), a, b) for a, b in gaps]
    long = [(due, a, b) for due, a, b in ends if due is not None and b > due]
    sure = [g for g in long if not guessed(g[1], g[0], spec["most"], spec["unit"])]
    shown = long[0][1] if long else max(gaps, key=lambda g: (g[1] - g[0], -g[0].toordinal()))[0] if gaps else days[0]
    if sure:
        return "违反", shown
    return ("无法判定" if long or any(due is None for due, _, _ in ends) else "合规"), shown


def quota(steps: list[dict], spec: dict, today: dt.date) -> Rows:
    """Every way to settle what is not known, share by share."""
    units: dict[tuple, list[dict]] = {}
    for s in steps:
        if s["activity"] == "决定" and not s["off"]:
            units.setdefault((s["person"] if spec["by"] else None, start(s["on"], spec["period"])), []).append(s)
    return {min(s["row"] for s in rows): _quota(unit, rows, spec, today) for unit, rows in units.items()}


def start(day: dt.date | None, period: str | None) -> dt.date | None:
    if day is None or period is None:
        return None
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[period]
    return dt.date(day.year, month, 1)


def _quota(unit: tuple, rows: list[dict], spec: dict, today: dt.date) -> str:
    who, first = unit
    if all(met(s, spec["of_if"]) is False for s in rows):
        return "不适用"
    if (spec["by"] and who is None) or (spec["period"] and first is None):
        return "无法判定"
    if spec["period"] and add(first, {"month": 1, "quarter": 3, "year": 12}[spec["period"]], "months") - DAY >= today:
        return "待办"
    if not any(met(s, spec["of_if"]) for s in rows):
        return "无法判定"
    shares = [(0, 0)]  # (hits, steps) in each reading
    for s in rows:
        counts, hit = met(s, spec["of_if"]), met(s, spec["hit"])
        ways = (
            [(0, 0)] * (counts is not True)
            + [(1, 1)] * (counts is not False and hit is not False)
            + [(0, 1)] * (counts is not False and hit is not True)
        )
        shares = [(h + x, n + y) for h, n in shares for x, y in ways]
    if any(not n for _, n in shares):
        return "无法判定"
    low, high = min(100 * h / n for h, n in shares), max(100 * h / n for h, n in shares)
    if spec["least"] <= low and high <= spec["most"]:
        return "合规"
    # between the lowest and the highest share nobody looks closer
    return "违反" if high < spec["least"] or low > spec["most"] else "无法判定"
