"""What is held in a case: measures under way with their last day, and every thing with its way from hand to hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sanwei.acts.act import Context
from sanwei.acts.models import Duty
from sanwei.acts.rows import Row
from sanwei.facts.codes import CUSTODY_ENDS, CUSTODY_STEPS, MEASURE_KINDS
from sanwei.looks.words import day_text

# The duties that say until when something may be held, by the grain of their row.
LAST_DAY = {"measure.ended-in-time": "measure", "case.preservation-decided-in-time": "preservation"}


def of(ctx: Context, open_duties: Iterable[Duty]) -> dict:
    """{holding: measures and preserved evidence not yet settled; things: all things, those still kept first}."""
    due = {(LAST_DAY[d.control], d.row): d for d in open_duties if d.control in LAST_DAY}
    held = [_measure(ctx, r, due.get(("measure", r.row))) for r in ctx.rows.all("measure") if _under_way(r)]
    held += [
        _preserved(ctx, r, due.get(("preservation", r.row)))
        for r in ctx.rows.all("preservation")
        if r["preserved_on"] and not r["preservation_decided_on"]
    ]
    return {"holding": held, "things": _things(ctx)}


def _under_way(r: Row) -> bool:
    return bool(r["measure_on"]) and not r["measure_ended_on"]


def _measure(ctx: Context, r: Row, duty: Duty | None) -> dict:
    kind = MEASURE_KINDS.get(r["measure_kind"], "强制措施")
    return _card(ctx, f"{kind}：{r['measure_target'] or ''}", r["measure_no"], duty) | {
        "why": _why(ctx, r, duty.due if duty else None),
        "urgent": _ruling_awaited(ctx, r),
    }


def _preserved(ctx: Context, r: Row, duty: Duty | None) -> dict:
    card = _card(ctx, f"先行登记保存：{str(r['preserved_things'] or '')[:60]}", r["preservation_no"], duty)
    since = day_text(r["preserved_on"])
    return card | {"why": f"自{since}起计算；届满没有处理决定的，保存的物品应当退还", "urgent": ""}


def _card(ctx: Context, title: str, number: str | None, duty: Duty | None) -> dict:
    due = duty.due if duty else None
    return {"title": title, "number": number or "", "due": due, "left": (due - ctx.day).days if due else None}


def _why(ctx: Context, r: Row, due: dt.date | None) -> str:
    """In one line, why the last day is what it is."""
    limit = ctx.book.parameter("measure.limit").at(r["measure_on"])
    if limit is None or due is None:
        return ""
    more = r.get("measure_extension_days", 0)
    tested = (due - r["measure_on"]).days - int(limit.value) - more
    said = [f"自{day_text(r['measure_on'])}起{limit.amount.replace(' ', '')}"]
    said += [f"批准延长{more}日"] if more else []
    said += [f"扣除检测{tested}日"] if tested > 0 else []
    return "，".join(said)


def _ruling_awaited(ctx: Context, r: Row) -> str:
    """Until which hour an urgent measure must be approved; empty where nothing is awaited."""
    if not r["measure_urgent"] or r["measure_ruled_on"]:
        return ""
    hours = ctx.book.parameter("measure.urgent_hours").at(r["measure_on"])
    if hours is None or not r["measure_at"]:
        return "须在法定时间之内由负责人补办批准" if hours else ""
    taken = dt.datetime.combine(r["measure_on"], dt.time.fromisoformat(r["measure_at"]))
    last = taken + dt.timedelta(hours=int(hours.value))
    return f"须在{day_text(last.date())} {last:%H:%M}之前由负责人补办批准"


def _things(ctx: Context) -> list[dict]:
    chains: dict[str, list[Row]] = {}
    for move in ctx.rows.all("custody"):
        chains.setdefault(move["custody_exhibit"], []).append(move)
    found = [_thing(x, chains.get(x.row, [])) for x in ctx.rows.all("exhibit") if x["exhibit_on"]]
    return sorted(found, key=lambda thing: thing["gone"])


def _thing(x: Row, chain: list[Row]) -> dict:
    last = chain[-1] if chain else None
    about = "，".join(x[n] for n in ("exhibit_spec", "exhibit_quantity", "exhibit_state") if x[n])
    return {
        "no": x["exhibit_no"],
        "name": x["exhibit_name"],
        "about": about,
        "step": CUSTODY_STEPS.get(last["custody_step"], "") if last else "没有流转记录",
        "gone": bool(last and last["custody_step"] in CUSTODY_ENDS),
        "holder": last["custody_to"] if last else "",
        "place": last["custody_place"] if last else "",
        "chain": [
            {
                "day": m["custody_on"],
                "step": CUSTODY_STEPS.get(m["custody_step"], m["custody_step"]),
                "says": f"{m['custody_from'] or '未记录'} → {m['custody_to'] or '未记录'}",
                "place": m["custody_place"] or "",
                "note": m["custody_note"] or "",
                "intact": m["custody_intact"] is not False,
            }
            for m in chain
        ],
    }
