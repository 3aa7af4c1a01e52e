"""先行登记保存：呈请、批准、处理。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from . import things
from .base import LEADERS, certificate, need, number, paper, picked, row_choices
from .beside import before_the_leader, row_name, ruled
from .decision import only
from .investigation import Investigating, live

_HINT = "证据可能灭失或者以后难以取得的，报负责人批准之后先行登记保存，七个工作日内作出处理决定。"


def _label(r) -> str:
    return f"{r['preserved_on'] or r['preservation_asked_on']} {str(r['preserved_things'] or '')[:30]}"


_ASKED = row_choices("preservation", _label, lambda r: r["preservation_granted"] is None and not r["preserved_on"])
_OPEN = row_choices("preservation", _label, lambda r: r["preserved_on"] and not r["preservation_decided_on"])


@act
class AskPreservation(Investigating):
    code, label, aside = "ask_preservation", "呈请先行登记保存", True
    hint = _HINT
    asks = (
        Ask("preservation_reason", long=True),
        Ask("things", kind="long", label="物品清单", help=things.HOW),
        Ask("preservation_place", help="保存在哪里、由谁保管；就地保存的写明"),
    )

    def wrong(self, ctx: Context, data):
        return things.wrong(data)

    def plan(self, ctx: Context, data) -> Plan:
        row = row_name(ctx, "preservation")
        listed = things.read(data["things"])
        facts = picked(data, "preservation_reason preservation_place") | {
            "preservation_asked_on": ctx.day,
            "preserved_things": "；".join(f"{t['exhibit_name']}{t['exhibit_quantity']}" for t in listed),
        }
        laid = [Laid("preservation", facts, row)]
        laid += things.listed(ctx, data["things"], "preservation", row)
        return Plan(laid=laid, head=before_the_leader(ctx))


@act
class PreserveEvidence(Investigating):
    code, label, as_role, roles, aside = "preserve_evidence", "批准先行登记保存", "leader", LEADERS, True
    hint = "批准之日为登记保存之日，通知书和清单当场交付；七个工作日内作出处理决定。"
    asks = (
        Ask("preservation", kind="choice", label="登记保存", choices=_ASKED, initial=only(_ASKED)),
        Ask("preservation_granted", initial=True),
        Ask("preservation_opinion", long=True),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_ASKED(ctx)), "没有等待批准的登记保存", "由承办人呈请"))

    def plan(self, ctx: Context, data) -> Plan:
        row = data["preservation"]
        facts = picked(data, "preservation_opinion") | {
            "preservation_granted": data["preservation_granted"],
            "preservation_approver": certificate(ctx),
        }
        papers = [paper(ctx, "preservation_approval", row=row)]
        laid = [Laid("preservation", facts, row)]
        if data["preservation_granted"]:
            no = number(ctx, "preservation", "登保")
            facts |= {"preserved_on": ctx.day, "preservation_no": no}
            place = ctx.rows.get("preservation", row)["preservation_place"] or ""
            laid = [Laid("preservation", facts, row), *things.begun(ctx, row, ctx.day, place)]
            papers += [paper(ctx, "preservation_notice", no, row=row), paper(ctx, "things_list", row=row)]
        return Plan(laid=laid, head=ruled(ctx), papers=papers)


@act
class DecidePreservation(Investigating):
    code, label, as_role, roles, aside = "decide_preservation", "处理登记保存物品", "leader", LEADERS, True
    hint = "对先行登记保存的证据作出处理决定；期限届满没有决定的，只能解除、退还。"
    asks = (
        Ask("preservation", kind="choice", label="登记保存", choices=_OPEN, initial=only(_OPEN)),
        Ask("preservation_end"),
        Ask("preservation_result", long=True),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_OPEN(ctx)), "没有待处理的登记保存", ""))

    def wrong(self, ctx: Context, data):
        held = any(m["measure_on"] and not m["measure_ended_on"] for m in ctx.rows.all("measure"))
        seized = data.get("preservation_end") == "seized" and not held
        return wrong.needed_with({}, seized, "preservation_end", "还没有实施查封、扣押，请先依法办理，再作这一处理决定")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "preservation_end preservation_result") | {"preservation_decided_on": ctx.day}
        no = number(ctx, "preservation_end", "登处")
        papers = [paper(ctx, "preservation_settlement", no, row=data["preservation"])]
        return Plan(laid=[Laid("preservation", facts, data["preservation"])], papers=papers)
