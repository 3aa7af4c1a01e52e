"""赔偿请求的登记和决定；因本案对有关人员的责任追究。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificates_on

from .. import wrong
from .base import FILES, LEADERS, CaseAct, certificate, need, picked, row_choices, staff
from .decision import only
from .uploads import uploads


@act
class RecordClaim(CaseAct):
    code, label, aside = "record_claim", "登记赔偿请求", True
    clauses = ("XZCF2021 §7", "XZCF2021 §80", "XZCF2021 §81", "XZQZ2011 §26(1)")
    hint = "当事人或者其他受损失的人认为处罚、措施违法造成损失，请求赔偿的，在这里登记；两个月内由负责人决定。"
    asks = (
        Ask("claimed_on", initial=lambda ctx: ctx.day),
        Ask("claimant", initial=lambda ctx: ctx.matter.party_name if ctx.matter is not None else None),
        Ask("claim_ground"),
        Ask("claim_said", long=True),
        Ask("claim_sum", required=False),
        FILES,
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "claimed_on claimant claim_ground claim_said claim_sum")
        return Plan(laid=[Laid("claim", facts)], saves=uploads(ctx, data, note="赔偿申请"))


_OPEN = row_choices("claim", lambda r: f"{r['claimed_on']} {r['claimant']}", lambda r: not r["claim_decided_on"])


@act
class DecideClaim(CaseAct):
    code, label, as_role, roles, aside = "decide_claim", "决定赔偿请求", "leader", LEADERS, True
    clauses = ("XZCF2021 §7", "GJPC2012 §13(1)", "GJPC2012 §13(3)")
    hint = "查明损失和因果关系，决定赔偿或者不予赔偿，写明理由，送达请求人。"
    asks = (
        Ask("claim", kind="choice", label="哪一件请求", choices=_OPEN, initial=only(_OPEN)),
        Ask("claim_result"),
        Ask("claim_awarded", required=False, help="赔偿的填写数额"),
        Ask("claim_reason", long=True),
        Ask("claim_told_on", required=False, help="当面交给请求人的填写日期"),
    )

    def closed(self, ctx: Context):
        return need((bool(_OPEN(ctx)), "没有等待决定的赔偿请求", "由承办人登记赔偿请求"))

    def wrong(self, ctx: Context, data):
        paid = data.get("claim_result") in ("paid", "agreed")
        found = wrong.needed_with(data, paid, "claim_awarded", "决定赔偿的，请填写数额")
        if data.get("claim_result") == "declined" and data.get("claim_awarded"):
            found |= {"claim_awarded": "不予赔偿的，没有赔偿数额，请清空"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "claim_result claim_awarded claim_reason claim_told_on")
        facts |= {"claim_decided_on": ctx.day, "claim_decider": certificate(ctx)}
        return Plan(laid=[Laid("claim", facts, data["claim"])])


@act
class RecordLiability(CaseAct):
    code, label, as_role, roles, aside = "record_liability", "登记责任追究", "leader", LEADERS, True
    clauses = tuple(f"XZCF2021 §{n}" for n in range(76, 84))
    hint = "因本案对有关人员作出批评教育、离岗培训、处分等处理的，登记处理的机关、文书和结果。"
    asks = (
        Ask("liable_on", initial=lambda ctx: ctx.day),
        Ask("liable", kind="officers", label="被追究的人员", choices=staff),
        Ask("liable_ground"),
        Ask("liable_by", initial=lambda ctx: ctx.body.name),
        Ask("liable_no"),
        Ask("liable_result"),
        Ask("liable_note", long=True),
        FILES,
    )

    def plan(self, ctx: Context, data) -> Plan:
        persons = Officer.objects.filter(pk__in=data["liable"]).order_by("code")
        held = certificates_on(list(persons), ctx.day)
        facts = picked(data, "liable_on liable_ground liable_by liable_no liable_result liable_note")
        facts["liable_persons"] = [held.get(p.pk) or p.code for p in persons]
        return Plan(laid=[Laid("liability", facts)], saves=uploads(ctx, data, note="责任追究的文书"))
