"""行政强制措施：呈请、审批、实施。"""

from __future__ import annotations

from dataclasses import replace

from sanwei.acts.act import Actor, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import MEASURE_KINDS
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from . import things
from .base import (
    FILES,
    LEADERS,
    certificate,
    need,
    number,
    others,
    paper,
    picked,
    row_choices,
)
from .beside import FROM_THE_LEAD, OnMeasure, alive, before_the_leader, clock_time, given, row_name, ruled, told_of
from .decision import only
from .investigation import partner_id
from .uploads import uploads

_ASKED = (
    Ask("measure_kind", initial="seize"),
    Ask("measure_reason", long=True),
    Ask("measure_target", help="哪些场所、设施、财物；冻结的写明账户"),
)


@act
class ProposeMeasure(OnMeasure):
    code, label = "propose_measure", "呈请采取强制措施"
    hint = "查封、扣押、冻结要有法律、法规授权，事先报负责人批准；情况紧急的另办“紧急采取强制措施”。"
    opens_at = FROM_THE_LEAD
    clauses = ("XZQZ2011 §5", "XZQZ2011 §17", "XZQZ2011 §18(一)")
    asks = (*_ASKED, Ask("involved_sum", required=False, help="冻结的必须填写"))

    def wrong(self, ctx: Context, data):
        kind = data.get("measure_kind")
        if kind and not given(ctx, kind):
            return {
                "measure_kind": f"本案的职权事项没有授权{MEASURE_KINDS[kind]}，请选择有授权的措施，或者改用登记保存、抽样取证"
            }
        return wrong.needed_with(data, kind == "freeze", "involved_sum", "冻结的，请填写违法行为涉及的金额")

    def plan(self, ctx: Context, data) -> Plan:
        basis = given(ctx, data["measure_kind"])
        facts = picked(data, "measure_kind measure_reason measure_target involved_sum") | {
            "measure_asked_on": ctx.day,
            "measure_basis": basis,
            "measure_empowered": bool(basis),
            "measure_urgent": False,
        }
        return Plan(laid=[Laid("measure", facts, row_name(ctx, "measure"))], head=before_the_leader(ctx))


_UNRULED = row_choices(
    "measure",
    lambda r: told_of(r) + ("（紧急，已经实施）" if r["measure_urgent"] else ""),
    lambda r: not r["measure_ruled_on"],
)


@act
class RuleMeasure(OnMeasure):
    code, label, as_role, roles, aside = "rule_measure", "审批强制措施", "leader", LEADERS, False
    hint = "批准或者不批准；紧急采取的措施须在二十四小时内审批，不批准的立即解除。审批时间按系统时间记录。"
    clauses = ("XZQZ2011 §5", "XZQZ2011 §17", "XZQZ2011 §18(一)", "XZQZ2011 §19", "XZQZ2011 §23(1)")
    asks = (
        Ask("measure", kind="choice", label="强制措施", choices=_UNRULED, initial=only(_UNRULED)),
        Ask("measure_granted"),
        Ask("measure_opinion", long=True),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_UNRULED(ctx)), "没有等待审批的强制措施", "由承办人呈请"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "measure_granted measure_opinion") | {
            "measure_ruled_on": ctx.day,
            "measure_ruled_at": clock_time(ctx),
            "measure_ruler": certificate(ctx),
        }
        papers = [paper(ctx, "measure_approval", row=data["measure"])]
        return Plan(laid=[Laid("measure", facts, data["measure"])], head=ruled(ctx), papers=papers)


_FREEZING = "冻结存款、汇款的填写"


def _freezing(name: str, **more) -> Ask:
    return Ask(name, required=False, group=_FREEZING, only_with=("measure_kind", "freeze"), **more)


def _in(group: str, *asks: Ask) -> tuple[Ask, ...]:
    return tuple(replace(ask, group=group) for ask in asks)


_WHY = "采取什么措施，为什么"
_TAKEN = (
    *_in(
        "现场经过",
        Ask("measure_on", initial=lambda ctx: ctx.day),
        Ask("measure_at", kind="time"),
        Ask("measure_ended_at", kind="time"),
        Ask("measure_place", initial=lambda ctx: ctx.facts["lead_place"]),
        Ask(
            "second_officer",
            kind="officer",
            label="另一名执法人员",
            choices=others,
            initial=partner_id,
            help="执法人员不得少于两人",
        ),
        Ask("measure_identity_shown"),
        Ask("measure_presence"),
        Ask("measure_witness", required=False, only_with=("measure_presence", "witness")),
        Ask("measure_rights_told"),
        Ask("measure_heard"),
        Ask("measure_said", long=True),
        Ask("measure_record", long=True),
        Ask("measure_record_signed"),
        Ask("measure_related"),
        Ask("measure_necessities"),
        Ask("measure_held_already"),
    ),
    *_in(
        "清单和决定书",
        Ask("things", kind="long", label="物品清单", required=False, help=things.HOW),
        Ask("custody_place", label="存放（封存）地点", required=False),
        Ask("measure_list_copies", required=False, initial=2),
        Ask("measure_list_signed", required=False),
        Ask("measure_delivered_on", required=False, label="决定书和清单交付日", initial=lambda ctx: ctx.day),
        FILES,
    ),
    _freezing("freeze_bank"),
    _freezing("freeze_account"),
    _freezing("freeze_sum"),
    _freezing("bank_told_on"),
)
_LAID = (
    "measure_on measure_at measure_ended_at measure_place measure_identity_shown measure_presence measure_witness"
    " measure_rights_told measure_heard measure_said measure_record measure_record_signed measure_related"
    " measure_necessities measure_held_already measure_list_copies measure_list_signed measure_delivered_on"
    " freeze_bank freeze_account freeze_sum bank_told_on"
)
_SEEN = {"seal": "seizure_decision", "seize": "seizure_decision", "freeze": "freezing_decision"}


class TakingMeasure(OnMeasure):
    """On the spot: facts of the record, things of the list, decision and record as documents."""

    stands = True
    opens_at = FROM_THE_LEAD

    def kind_of(self, ctx: Context, data) -> str | None:
        """The kind of the measure that is taken."""
        return data.get("measure_kind")

    def wrong(self, ctx: Context, data):
        kind = self.kind_of(ctx, data)
        found = wrong.order(data, "measure_at", "measure_ended_at", "结束时间不能早于实施时间，请核对")
        if data.get("measure_on") == ctx.day and (data.get("measure_at") or "") > clock_time(ctx):
            found["measure_at"] = "实施时间不能晚于现在，请核对"
        if data.get("measure_presence") == "witness":
            found |= wrong.needed_with(data, True, "measure_witness", "当事人不到场的，请写明见证人的姓名和身份")
        if kind == "freeze":
            for name, says in (
                ("freeze_bank", "请填写金融机构"),
                ("freeze_account", "请填写账号"),
                ("freeze_sum", "请填写冻结数额"),
            ):
                found |= wrong.needed_with(data, True, name, says)
        elif kind:
            found |= wrong.needed_with(data, True, "things", "请逐项写明查封、扣押的物品（场所、设施）")
            found |= wrong.needed_with(data, True, "custody_place", "请写明存放（封存）地点")
            found |= wrong.needed_with(data, True, "measure_list_signed", "请选择清单签名的情况")
        return found | things.wrong(data)

    def taken(self, ctx: Context, data, row: str, facts: dict) -> Plan:
        """The plan of a measure taken, on this row."""
        second = Officer.objects.get(pk=data["second_officer"])
        other = certificate_on(second, data["measure_on"])
        end = ctx.book.due("measure.limit", data["measure_on"])
        kind = facts["measure_kind"]
        laid = (
            facts
            | picked(data, _LAID)
            | {
                "measure_officers": [n for n in (certificate(ctx), other.number if other else "") if n],
                "measure_no": number(ctx, "measure", "强措"),
                "measure_until": end.day if end else None,
            }
        )
        rows = [Laid("measure", laid, row)]
        if kind != "freeze":
            rows += things.taken(
                ctx, data["things"], "measure", row, data["measure_on"], data.get("custody_place") or ""
            )
        papers = [paper(ctx, _SEEN[kind], laid["measure_no"], row=row), paper(ctx, "measure_record", row=row)]
        papers += [paper(ctx, "things_list", row=row)] if kind != "freeze" else []
        return Plan(
            laid=rows,
            actors=[Actor(ctx.officer, "officer"), Actor(second, "officer")],
            saves=uploads(ctx, data, note="强制措施现场"),
            papers=papers,
        )


_GRANTED = row_choices(
    "measure", told_of, lambda r: r["measure_granted"] and not r["measure_on"] and not r["measure_urgent"]
)


@act
class TakeMeasure(TakingMeasure):
    code, label = "take_measure", "实施强制措施"
    hint = "两人到场，出示证件，告知理由、依据和权利，听取申辩，制作现场笔录；决定书和清单当场交付。"
    asks = (
        *_in(_WHY, Ask("measure", kind="choice", label="已经批准的措施", choices=_GRANTED, initial=only(_GRANTED))),
        *_TAKEN,
    )

    def asked(self, ctx: Context):
        kinds = {r["measure_kind"] for r in ctx.rows.all("measure") if r["measure_granted"] and not r["measure_on"]}
        return self.asks if not kinds or "freeze" in kinds else tuple(a for a in self.asks if a.group != _FREEZING)

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_GRANTED(ctx)), "没有已经批准、等待实施的强制措施", "由承办人呈请，负责人批准"))

    def kind_of(self, ctx: Context, data):
        row = ctx.rows.get("measure", data.get("measure") or "")
        return row["measure_kind"] if row else None

    def plan(self, ctx: Context, data) -> Plan:
        row = ctx.rows.get("measure", data["measure"])
        return self.taken(ctx, data, row.row, {"measure_kind": row["measure_kind"]})


@act
class TakeUrgentMeasure(TakingMeasure):
    code, label = "take_urgent_measure", "紧急采取强制措施"
    hint = "只在来不及报批时使用：当场采取之后二十四小时内报负责人补办批准，负责人不批准的立即解除。"
    clauses = ("XZQZ2011 §17", "XZQZ2011 §19", "XZQZ2011 §23(1)")
    asks = (*_in(_WHY, *_ASKED, Ask("urgency_reason", long=True)), *_TAKEN)

    def wrong(self, ctx: Context, data):
        return super().wrong(ctx, data) | wrong.needed_with(data, True, "urgency_reason", "请写明为什么来不及报批")

    def plan(self, ctx: Context, data) -> Plan:
        basis = given(ctx, data["measure_kind"])
        facts = picked(data, "measure_kind measure_reason measure_target urgency_reason") | {
            "measure_asked_on": data["measure_on"],
            "measure_basis": basis,
            "measure_empowered": bool(basis),
            "measure_urgent": True,
        }
        plan = self.taken(ctx, data, row_name(ctx, "measure"), facts)
        plan.head |= before_the_leader(ctx)
        return plan
