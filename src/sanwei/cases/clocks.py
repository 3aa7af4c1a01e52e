"""Why the term of a case ends when it ends, in one line; and until when a violation may be pursued."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import STOP_GROUNDS
from sanwei.lawbook import Lawbook
from sanwei.looks.words import day_text

LIMIT = "decision.limit"


@dataclass(frozen=True)
class Term:
    """The term for deciding. `due`: its last day, were the clock running; `standing`: the stop that lasts."""

    due: dt.date
    line: str
    standing: Row | None = None


def counted_extensions(rows: Rows) -> list[Row]:
    """Extensions that prolong the term: granted before it had run out (as `facts.derived.clock`)."""
    return [
        r
        for r in rows.all("extension")
        if r["extension_granted"] and not _after(r["extension_decided_on"], r["extension_due_before"])
    ]


def counted_stops(rows: Rows) -> list[Row]:
    """Stops that are not counted into the term, ended or not."""
    return [
        r
        for r in rows.all("stop")
        if r["stop_granted"] and r["stopped_from"] and not _after(r["stopped_from"], r["stop_due_before"])
    ]


def _after(day: dt.date | None, due: dt.date | None) -> bool:
    return day is not None and due is not None and day > due


def term(rows: Rows, book: Lawbook) -> Term | None:
    """The term for deciding this case; None where it is not filed or the law of that day knew none."""
    filed = rows.head["filed_on"]
    value = book.parameter(LIMIT).at(filed) if filed else None
    if value is None or rows.head["procedure"] == "summary":
        return None
    parts = [f"{day_text(filed)}立案", f"{int(value.value)}日"]
    more, standing = 0, None
    for r in counted_extensions(rows):
        days = r.get("extension_days", 0)
        more += days
        parts.append(f"延长{days}日（{_short(r['extension_decided_on'], filed)}批准）")
    for r in counted_stops(rows):
        if r["resumed_on"] is None:
            standing = r
            continue
        days = max((r["resumed_on"] - r["stopped_from"]).days, 0)
        more += days
        word = "中止" if r["stop_kind"] == "suspended" else "不计入"
        parts.append(f"{word}{days}日（{_why(r)}，{_short(r['stopped_from'], filed)}起）")
    end = book.due(LIMIT, filed + dt.timedelta(days=more), filed)
    line = f"{' + '.join(parts)} = {day_text(end.day)}"
    if standing is not None:
        line += f"；{day_text(standing['stopped_from'])}起停止计算（{_why(standing)}），恢复之后接着计算"
    return Term(end.day, line, standing)


def _why(r: Row) -> str:
    return STOP_GROUNDS.get(r["stop_ground"], "其他情形")


def _short(day: dt.date | None, beside: dt.date) -> str:
    """A day without its year where the year is the one just told."""
    if day is None:
        return "日期未记录"
    return f"{day.month}月{day.day}日" if day.year == beside.year else day_text(day)


def suspended(rows: Rows) -> Row | None:
    """The suspension that lasts, if any."""
    for r in rows.all("stop"):
        if r["stop_granted"] and r["stop_kind"] == "suspended" and r["resumed_on"] is None:
            return r
    return None


def running_stop(rows: Rows) -> Row | None:
    """The stop that is granted and not yet ended, of whatever kind."""
    return next((r for r in rows.all("stop") if r["stop_granted"] and r["resumed_on"] is None), None)


def pending(rows: Rows, grain: str) -> Row | None:
    """The request for an extension or a stop that nobody has decided on."""
    return next((r for r in rows.all(grain) if r[f"{grain}_decided_on"] is None), None)


def limitation(rows: Rows, book: Lawbook) -> str:
    """Until when the violation may be pursued, and whether it was found by then; empty while its day is not known."""
    f = rows.head
    if f["violation_state"] == "going_on":
        return "发现时违法行为还在继续，追责期限还没有起算"
    ended, found = f["violation_on"], f["discovered_on"] or f["lead_on"]
    if ended is None or found is None:
        return ""
    year = book.parameter("limitation.ordinary").at(f["filed_on"] or found)
    long = book.parameter("limitation.long").at(ended) if f["harms_life"] else None
    value = long or year
    if value is None:
        return ""
    last = _years_after(ended, int(value.value))
    begun = "终了" if f["violation_state"] == "ended" else "发生"
    said = "没有超过追责期限" if found <= last else "超过追责期限"
    return (
        f"{day_text(ended)}{begun}，{int(value.value)}年内（至{day_text(last)}）未被发现的不再处罚；"
        f"{day_text(found)}发现，{said}"
    )


def _years_after(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
