"""Facts in the words of documents."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from sanwei.acts.act import Context
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import EVIDENCE_KINDS, PENALTY_KINDS
from sanwei.lawbook.numerals import capital_yuan


def penalties(
    kinds: list[str] | None, fine: int | None, confiscation: int | None, details: Row | None = None
) -> list[str]:
    """One line a penalty, sums in figures and in capitals; `details`: the decision whose terms, licences and things are
    told with it."""
    lines, more = [], _details(details)
    for kind in kinds or []:
        if kind == "fine":
            lines.append(f"罚款人民币{capital_yuan(fine)}（{_yuan(fine)}元）" if fine else "罚款")
        elif kind == "confiscation":
            lines.append(
                f"没收违法所得人民币{capital_yuan(confiscation)}（{_yuan(confiscation)}元）"
                if confiscation
                else "没收违法所得、非法财物"
            )
        else:
            lines.append(PENALTY_KINDS.get(kind, kind))
        lines[-1] += more.get(kind, "")
    return lines or ["不予行政处罚"]


def _details(r: Row | None) -> dict[str, str]:
    """Kind of penalty → what the decision says of it besides its name."""
    if r is None:
        return {}
    first, last, licence = r["penalty_from"], r["penalty_until"], r["licence_named"]
    span = f"，自{_day(first)}起" if first else ""
    span += f"至{_day(last)}止" if last else ""
    scope = f"（{r['restriction_terms'].strip().rstrip('。')}）" if r["restriction_terms"] else ""
    named = f"：{licence}" if licence else ""
    things = r["confiscated_things"]
    found = dict.fromkeys(("downgrade", "revoke_licence"), named) | {"suspend_licence": named + span}
    found |= dict.fromkeys(("restrict_business", "suspend_business", "restrict_profession", "close"), scope + span)
    return found | {"confiscation": f"；没收物品：{things.strip().rstrip('。')}" if things else ""}


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}" if fen % 100 else str(fen // 100)


def evidence(rows: Rows) -> list[str]:
    """The evidence the case stands on: title, kind, what it proves."""
    used = [e for e in rows.all("evidence") if e["evidence_relied_on"] is not False]
    found = [
        f"{e['evidence_title']}（{EVIDENCE_KINDS.get(e['evidence_kind'], '')}），{_proves(e['evidence_proves'])}"
        for e in used
    ]
    records = {"inspection": "现场检查（勘验）笔录", "questioning": "询问笔录"}
    found += [
        f"{c['contact_on'].year}年{c['contact_on'].month}月{c['contact_on'].day}日{records[c['contact_kind']]}"
        for c in rows.all("contact")
        if c["contact_kind"] in records
    ]
    return found


def _proves(text: str | None) -> str:
    said = (text or "").strip().rstrip("。")
    return said if said.startswith("证明") else f"证明{said}"


def term(ctx: Context, key: str) -> dict | None:
    """A time limit of today's law as {value, unit}; None where no law sets one."""
    value = ctx.book.parameter(key).at(ctx.day)
    return {"value": int(value.value), "unit": value.unit} if value else None


def cites(ctx: Context, *refs: str) -> list[str]:
    """Citations of those clauses that are in force today."""
    clauses = (ctx.book.clause(ref) for ref in refs)
    return [c.cite for c in clauses if c.in_force_on(ctx.day)]


def moment(day: dt.date | None, clock: str | None) -> dt.datetime | None:
    """A day and 09:05 as a moment in the agency's zone; the beginning of office hours where no time was written."""
    if day is None:
        return None
    hour, minute = (clock or "09:00").split(":")
    return dt.datetime.combine(day, dt.time(int(hour), int(minute)), tzinfo=timezone.get_default_timezone())


_COLONS = ("：", ":")


def qa(text: str | None) -> list[dict]:
    """Questions and answers of a record whose lines begin with 问 and 答; otherwise one question with the whole text
    as its answer.
    """
    pairs: list[dict] = []
    for line in (text or "").splitlines():
        if line[:1] == "问" and line[1:2] in _COLONS:
            pairs.append({"question": line[2:].strip(), "answer": ""})
        elif line[:1] == "答" and line[1:2] in _COLONS and pairs:
            pairs[-1]["answer"] = line[2:].strip()
        elif pairs and line.strip():
            pairs[-1]["answer"] = f"{pairs[-1]['answer']}{line.strip()}"
    return pairs or [{"question": "请说明有关情况。", "answer": (text or "").strip()}]


def signing_note(code: str | None) -> str:
    return {"refused_noted": "拒绝签名，已注明。", "absent_noted": "不在场，已注明。"}.get(code or "", "")
