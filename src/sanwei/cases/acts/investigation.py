"""调查取证。"""

from __future__ import annotations

from sanwei.acts.act import Actor, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from .. import wrong
from ..stages import goes_free
from .base import (
    BEFORE_DECISION,
    FILES,
    LEADERS,
    CaseAct,
    certificate,
    live,
    need,
    number,
    others,
    own,
    paper,
    penalty_choices,
    picked,
    row_choices,
    staff,
    summed,
)
from .uploads import uploads


def partner_id(ctx: Context) -> str | None:
    m = ctx.matter
    if m is None:
        return None
    pair = [p for p in (m.officer_id, m.partner_id) if p and p != ctx.officer.pk]
    return str(pair[0]) if pair else None


class Investigating(CaseAct):
    opens_at = BEFORE_DECISION

    def closed(self, ctx: Context):
        return live(ctx)


_IF_INCIDENT = "发生突发情况的必须填写"


@act
class RecordContact(Investigating):
    code, label = "record_contact", "记录检查、询问"
    hint = "每一次现场检查、询问都要记录：两名以上执法人员、出示证件、说明来意、告知权利、签名。"
    asks = (
        Ask("contact_kind"),
        Ask("contact_on", initial=lambda ctx: ctx.day),
        Ask("contact_began", kind="time"),
        Ask("contact_ended", kind="time"),
        Ask("contact_place", initial=lambda ctx: ctx.facts["lead_place"]),
        Ask("contact_person", initial=lambda ctx: ctx.matter.party_name if ctx.matter else None),
        Ask("contact_relation", help="例如：法定代表人、现场负责人、员工"),
        Ask(
            "second_officer",
            kind="officer",
            label="另一名执法人员",
            choices=others,
            initial=partner_id,
            help="执法人员不得少于两人",
        ),
        Ask("identity_shown"),
        Ask("purpose_explained"),
        Ask("rights_told"),
        Ask("record_text", long=True),
        Ask("record_signed"),
        Ask("pages_signed", required=False, only_with=("record_signed", "signed")),
        Ask("record_witness", required=False, only_with=("record_signed", "refused_noted", "absent_noted")),
        Ask("recusal_answer", required=False, initial="none"),
        Ask("conduct_note", long=True, help="着装、用语、执法记录仪编号等"),
        Ask("incident"),
        Ask("incident_handling", required=False, long=True, help=_IF_INCIDENT, only_with=("incident", "yes")),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        return wrong.order(
            data, "contact_began", "contact_ended", "结束时间不能早于开始时间，请核对"
        ) | wrong.needed_with(data, data.get("incident") is True, "incident_handling", "发生了突发情况，请写明怎样处置")

    def plan(self, ctx: Context, data) -> Plan:
        second = Officer.objects.get(pk=data["second_officer"])
        other = certificate_on(second, data["contact_on"])
        present = [n for n in (certificate(ctx), other.number if other else "") if n]
        names = (
            "contact_kind contact_on contact_began contact_ended contact_place contact_person"
            " contact_relation identity_shown purpose_explained rights_told"
            " record_text record_signed pages_signed record_witness recusal_answer"
            " conduct_note incident incident_handling"
        )
        laid = Laid("contact", picked(data, names) | {"officers_present": present})
        form = {"inspection": "inspection_record", "questioning": "questioning_record"}.get(data["contact_kind"])
        return Plan(
            laid=[laid],
            actors=[Actor(ctx.officer, "officer"), Actor(second, "officer")],
            saves=uploads(ctx, data, note="检查、询问"),
            papers=[paper(ctx, form)] if form else [],
        )


@act
class AddEvidence(Investigating):
    code, label = "add_evidence", "登记证据"
    hint = "每件证据写明怎样、在哪里、何时、由谁取得，证明什么。"
    asks = (
        Ask("evidence_kind"),
        Ask("evidence_title"),
        Ask("obtained_on", initial=lambda ctx: ctx.day),
        Ask("obtained_at", required=False, kind="time"),
        Ask("obtained_where", initial=lambda ctx: ctx.facts["lead_place"]),
        Ask("obtained_how"),
        Ask("obtained_present", required=False),
        Ask("evidence_proves", long=True),
        Ask("evidence_lawful", help="未使用利诱、欺诈、胁迫、暴力等不正当手段"),
        FILES,
    )

    def plan(self, ctx: Context, data) -> Plan:
        files = uploads(ctx, data, note=data["evidence_title"])
        facts = picked(
            data,
            "evidence_kind evidence_title obtained_on obtained_at obtained_where obtained_how obtained_present"
            " evidence_proves evidence_lawful",
        )
        facts["evidence_lawful"] = data["evidence_lawful"]
        facts |= {
            "obtained_by": certificate(ctx),
            "evidence_no": len(ctx.rows.all("evidence")) + 1,
            "evidence_relied_on": bool(data["evidence_lawful"]),
        }
        if files:
            facts["evidence_file"] = "、".join(str(f.pk) for f in files)
        return Plan(laid=[Laid("evidence", facts)], saves=files)


@act
class ExcludeEvidence(Investigating):
    code, label, aside = "exclude_evidence", "排除证据", True
    hint = "取得方式不合法或者与本案无关的证据，不作为定案依据；原件和记录保留。"
    asks = (
        Ask(
            "evidence",
            kind="choice",
            label="证据",
            choices=row_choices(
                "evidence",
                lambda r: f"{r['evidence_no']} 号 {r['evidence_title']}",
                lambda r: r["evidence_relied_on"] is not False,
            ),
        ),
        Ask("exclusion_ground"),
        Ask("exclusion_note", long=True),
    )

    def closed(self, ctx: Context):
        usable = any(r["evidence_relied_on"] is not False for r in ctx.rows.all("evidence"))
        return live(ctx) or need((usable, "没有可以排除的证据", ""))

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "exclusion_ground exclusion_note") | {"evidence_relied_on": False, "excluded_on": ctx.day}
        return Plan(laid=[Laid("evidence", facts, data["evidence"])], note=data["exclusion_note"])


@act
class AskRecusal(Investigating):
    code, label, aside = "ask_recusal", "登记回避申请", True
    hint = "当事人申请回避或者执法人员自行申请回避的，登记后报负责人决定；决定之前不停止调查。"
    asks = (
        Ask("recusal_asked_on", initial=lambda ctx: ctx.day),
        Ask("recused", kind="officer", label="被申请回避的人员", choices=staff),
        Ask("recusal_ground", long=True),
    )

    def plan(self, ctx: Context, data) -> Plan:
        held = certificate_on(Officer.objects.get(pk=data["recused"]), ctx.day)
        facts = picked(data, "recusal_asked_on recusal_ground") | {"recusal_of": held.number if held else ""}
        return Plan(laid=[Laid("recusal", facts)])


_OPEN_RECUSAL = row_choices(
    "recusal", lambda r: f"{r['recusal_asked_on']} 申请 {r['recusal_of']} 回避", lambda r: not r["recusal_decided_on"]
)


@act
class DecideRecusal(Investigating):
    code, label, as_role, roles, aside = "decide_recusal", "决定回避", "leader", LEADERS, True
    hint = "由行政机关负责人决定是否回避。"
    asks = (Ask("recusal", kind="choice", label="回避申请", choices=_OPEN_RECUSAL), Ask("recusal_granted"))

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_OPEN_RECUSAL(ctx)), "没有待决定的回避申请", ""))

    def plan(self, ctx: Context, data) -> Plan:
        facts = {
            "recusal_decided_on": ctx.day,
            "recusal_granted": data["recusal_granted"],
            "recusal_decider": certificate(ctx),
        }
        return Plan(laid=[Laid("recusal", facts, data["recusal"])])


NO_KIND = "请选择拟处罚的种类；建议不予处罚的，先办理“认定责任”"


@act
class EndInvestigation(Investigating):
    code, label = "end_investigation", "调查终结并送审"
    hint = "写明查明的事实、证据和处理建议，送法制审核。"
    opens_at = frozenset({"investigating"})
    asks = (
        Ask("violation_on", initial=lambda ctx: ctx.facts["violation_on"]),
        Ask("violation_state", required=False, initial=lambda ctx: ctx.facts["violation_state"]),
        Ask("investigation_findings", long=True),
        Ask("complex_case"),
        Ask("harms_life"),
        Ask(
            "proposed_kinds",
            required=False,
            kind="choices",
            choices=penalty_choices,
            initial=summed("penalty_kinds"),
            help="建议不予处罚的不选",
        ),
        Ask("proposed_fine", required=False, initial=summed("fine"), only_with=("proposed_kinds", "fine")),
        Ask("proposed_reason", long=True),
    )

    def earliest(self, ctx: Context):
        return None  # the violation lies before the lead

    def closed(self, ctx: Context):
        return live(ctx) or need(
            (bool(ctx.rows.all("contact")), "还没有检查或者询问记录", "由两名执法人员检查、询问并制作笔录"),
            (bool(ctx.rows.all("evidence")), "还没有登记证据", "由承办人登记证据"),
            (not ctx.facts["investigation_ended_on"], "调查已经终结", ""),
        )

    def wrong(self, ctx: Context, data):
        known = ctx.matter is None or ctx.matter.party.address
        kinds = {} if data.get("proposed_kinds") or goes_free(ctx.rows) else {"proposed_kinds": NO_KIND}
        known = {} if known else wrong.NO_ADDRESS
        return kinds | wrong.fine_with_kind(data, "proposed_kinds", "proposed_fine") | known

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(
            data, "violation_on violation_state investigation_findings proposed_kinds proposed_fine proposed_reason"
        )
        facts |= {
            "complex_case": data["complex_case"],
            "harms_life": data["harms_life"],
            "investigation_ended_on": ctx.day,
        }
        return Plan(laid=[own(facts)], head={"waiting_for": "reviewer"}, papers=[paper(ctx, "investigation_report")])


@act
class OrderCorrection(CaseAct):
    code, label, aside = "order_correction", "责令改正", True
    hint = "写明要改正什么、期限到哪一天，送达当事人。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("correction_demanded", long=True),
        Ask("correct_by", help="改正期限的最后一天"),
    )

    def closed(self, ctx: Context):
        return live(ctx)

    def wrong(self, ctx: Context, data):
        late = data.get("correct_by") and data["correct_by"] < ctx.day
        return {"correct_by": "改正期限不能早于今天，请写明以后的日期"} if late else {}

    def plan(self, ctx: Context, data) -> Plan:
        no = number(ctx, "correction", "责改")
        facts = picked(data, "correction_demanded correct_by") | {"correction_ordered_on": ctx.day}
        return Plan(laid=[own(facts)], papers=[paper(ctx, "correction_order", no)])
