"""What the register of a report is filled from."""

from __future__ import annotations

from sanwei.acts.act import Context, Plan
from sanwei.acts.rows import Rows
from sanwei.facts.codes import INFORMER_CHANNELS

from ..models import Informer
from .people import People
from .say import term

UNITS = {"working_days": "个工作日", "calendar_days": "日"}


def lead_context(ctx: Context, rows: Rows, plan: Plan, people: People) -> dict:
    """The report at hand: that of a further informer where there is one, else the lead itself."""
    r, f = rows.last("informer"), rows.head
    who = next((s for s in plan.saves if isinstance(s, Informer)), None)
    secret = bool(r and r["informer_secret"])
    reachable = r["informer_reachable"] if r else f["informer_known"]
    known = who is not None and not secret
    return {
        "lead": {
            "reported_on": r["informer_on"] if r else f["lead_on"],
            "channel_label": INFORMER_CHANNELS.get(r["informer_channel"], "") if r else "",
            "informer": (who.name or "匿名") if known else "要求保密，另行密封" if secret else "匿名",
            "phone": who.phone if known else "",
            "secret_label": "要求保密" if secret else "",
            "place": f["lead_place"],
            "said": (r["informer_said"] if r else None) or f["lead_summary"],
            "registrar": [people.myself()],
            "answer_told": _answer(ctx) if reachable else "没有留下联系方式，不需要答复",
        }
    }


def _answer(ctx: Context) -> str:
    limit = term(ctx, "lead.answer")
    if limit is None:
        return "处理之后答复举报人"
    return f"决定立案或者不予立案之后{limit['value']}{UNITS.get(limit['unit'], '日')}内答复举报人"
