"""A plain, slow, obviously right evaluator: loops over dictionaries. The set evaluator must say the same.

A matter is `{"id": "甲", "case": {...}, "review": [{...}, ...], ...}`: facts by name, `id` and `seq` of each row.
True, False and None (not known) are combined as a jurist would: one sure «no» settles an «and», one sure «yes» an «or».
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sanwei.controls.register import register

from .slow_law import any_in_force, term

HAPPENED = {
    "contact": "contact_on",
    "decision": "drafted_on",
    "defence": "defended_on",
    "evidence": "obtained_on",
    "exemption": "exempted_on",
    "hearing": "hearing_asked_on",
    "notice": "noticed_on",
    "panel": "panel_on",
    "assessment": "assessed_on",
    "payment": "paid_on",
    "publication": "published_on",
    "recusal": "recusal_asked_on",
    "report": "reported_on",
    "review": "reviewed_on",
    "service": "served_on",
    "standing": "stood_on",
}
FORETOLD = {"defence_until", "hearing_set_for", "correct_by"}


@dataclass
class Asked:
    """What a proposition says of one row: whether it is asked, by which day's law, whether it is broken or when due."""

    when: bool | None
    law_day: dt.date | None
    broken: bool | None = None
    since: dt.date | None = None
    limit: str = ""
    done: dt.date | None = None
    void: dt.date | None = None


def both(*parts: bool | None) -> bool | None:
    if any(p is False for p in parts):
        return False
    return None if any(p is None for p in parts) else True


def either(*parts: bool | None) -> bool | None:
    if any(p is True for p in parts):
        return True
    return None if any(p is None for p in parts) else False


def no(part: bool | None) -> bool | None:
    return None if part is None else not part


def more(a, b) -> bool | None:
    return None if a is None or b is None else a > b


def is_(a, *wanted) -> bool | None:
    return None if a is None else a in wanted


def before(a: dict, a_day: str, b: dict, b_day: str) -> bool | None:
    """Row a came before row b: by day; on one day by the order of the source, and where it knows none, yes."""
    first, second = a.get(a_day), b.get(b_day)
    if first is None or second is None:
        return None
    if first != second:
        return first < second
    if a.get("seq") is None or b.get("seq") is None:
        return True
    return a["seq"] < b["seq"]


def in_order(matter: dict, grain: str) -> list[dict]:
    """Rows as they happened: the day, then the order of the source; what is not known comes last."""
    day, last = HAPPENED[grain], dt.date.max

    def place(row):
        return (row.get(day) is None, row.get(day) or last, row.get("seq") is None, row.get("seq") or 0)

    return sorted(matter.get(grain, []), key=place)


def last_before(matter: dict, grain: str, row: dict, row_day: str) -> dict | None:
    found = None
    for other in in_order(matter, grain):
        if before(other, HAPPENED[grain], row, row_day) is True:
            found = other
    return found


def earliest_day(days: Iterable[dt.date | None]) -> dt.date | None:
    known = [d for d in days if d is not None]
    return min(known) if known else None


def visible(matter: dict, today: dt.date) -> dict:
    """The matter as it could be seen at the end of `today`."""

    def cut(row: dict) -> dict:
        later = {n for n, v in row.items() if isinstance(v, dt.date) and v > today and n not in FORETOLD}
        return {n: None if n in later else v for n, v in row.items()}

    seen = {"id": matter["id"], "case": cut(matter["case"])}
    for grain, day in HAPPENED.items():
        rows = matter.get(grain, [])
        seen[grain] = [cut(r) for r in rows if r.get(day) is None or r[day] <= today]
    return seen


def verdict(asked: Asked, clauses: tuple[str, ...], today: dt.date) -> tuple[str, dt.date | None]:
    """(verdict, due day), by the table of verdicts."""
    due, guessed = (None, False)
    if asked.limit and asked.law_day is not None:
        due, guessed = term(asked.limit, asked.since, asked.law_day)
    if asked.when is False:
        return "不适用", due
    if asked.law_day is not None and not any_in_force(clauses, asked.law_day):
        return "不适用", due
    if asked.when is None or asked.law_day is None:
        return "无法判定", due
    if not asked.limit:
        return {None: "无法判定", True: "违反", False: "合规"}[asked.broken], None
    return _timed(asked, due, guessed, today), due


def _timed(asked: Asked, due: dt.date | None, guessed: bool, today: dt.date) -> str:
    if due is None:
        return "无法判定"
    done, void = asked.done, asked.void
    if void is not None and void <= today and void <= due and (done is None or void <= done):
        return "消灭"
    if done is not None and done <= due:
        return "合规"
    if done is None and today <= due:
        return "待办"
    if guessed:
        return "无法判定"
    return "逾期" if done is None else "迟延"


Proposition = Callable[[dict, dict], Asked]
PROPOSITIONS: dict[str, tuple[str, Proposition]] = {}


def says(code: str, grain: str):
    """Registers the plain reading of one control, row by row of a grain."""

    def keep(proposition: Proposition) -> Proposition:
        PROPOSITIONS[code] = (grain, proposition)
        return proposition

    return keep


def judge_slowly(matters: list[dict], today: dt.date) -> dict[tuple[str, str, str], tuple[str, dt.date | None]]:
    """(control, matter, row) → (verdict, due day), for what is asked by the propositions read so far."""
    found = {}
    for matter in matters:
        seen = visible(matter, today)
        for code, (grain, proposition) in PROPOSITIONS.items():
            rows = [seen["case"] | {"id": seen["id"]}] if grain == "case" else seen[grain]
            for row in rows:
                told = verdict(proposition(seen, row), register()[code].clauses, today)
                if told[0] != "不适用":
                    found[code, matter["id"], row["id"]] = told
    return found
