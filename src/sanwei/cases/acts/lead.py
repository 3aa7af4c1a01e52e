"""线索与立案。"""

from __future__ import annotations

import uuid
from dataclasses import replace

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.people.models import BodyPower, Officer

from .. import transfers, wrong
from ..models import Party
from .base import LEADERS, CaseAct, certificate, live, need, number, others, own, paper, picked
from .informer import NAME, PHONE, informer_of


def powers(ctx: Context) -> list[tuple[str, str]]:
    """Items on the body's list of powers today."""
    codes = BodyPower.objects.filter(body=ctx.body).on(ctx.day).values_list("power_code", flat=True)
    known = {p.code: p.item for p in ctx.book.powers}
    return [(c, f"{c} {known[c]}") for c in sorted(codes) if c in known]


PARTY = (
    Ask("party_kind", group="当事人"),
    Ask("party_name", kind="text", label="姓名（名称）", group="当事人"),
    Ask(
        "party_code",
        required=False,
        kind="code",
        label="证件号码",
        help="单位填统一社会信用代码，公民填居民身份证号码；暂不清楚可以后补",
        group="当事人",
    ),
    Ask("party_representative", required=False, kind="name", label="法定代表人（负责人）", group="当事人"),
    Ask("party_address", required=False, kind="text", label="住所（住址）", group="当事人"),
    Ask("party_phone", required=False, kind="phone", label="联系电话", group="当事人"),
)


PAPERED = ("assigned", "transferred")  # leads that come with a paper of another body
FROM = (*PAPERED, "media", "other")


def party_of(ctx: Context, data) -> Party:
    return Party(
        case_id=uuid.UUID(ctx.rows.matter_id),
        kind=data["party_kind"],
        name=data["party_name"],
        code=data.get("party_code") or "",
        representative=data.get("party_representative") or "",
        address=data.get("party_address") or "",
        phone=data.get("party_phone") or "",
    )


@act
class RegisterLead(CaseAct):
    code, label, creates = "register_lead", "登记线索", True
    hint = "把发现或者收到的违法线索登记下来。登记之后，应当在规定期限内决定是否立案。"
    asks = (
        Ask("lead_source", group="线索"),
        Ask("lead_on", initial=lambda ctx: ctx.day, group="线索"),
        Ask("discovered_on", initial=lambda ctx: ctx.day, group="线索"),
        Ask("violation_on", required=False, help="暂不清楚可以留空，调查终结前补齐", group="线索"),
        Ask("violation_state", required=False, group="线索"),
        Ask("power_code", kind="choice", label="涉嫌违法行为（职权事项）", choices=powers, group="线索"),
        Ask("lead_place", group="线索"),
        Ask("lead_summary", long=True, group="线索"),
        Ask("lead_from", required=False, help="交办、移送机关，媒体名称；其他来源写明怎样得知", group="线索"),
        Ask("lead_ref", required=False, help="交办、移送文书的文号，报道的日期和链接", group="线索"),
        Ask("informer_known", help="留有联系方式的，应当将处理结果答复本人", group="线索"),
        replace(NAME, group="线索"),
        replace(PHONE, group="线索"),
        *PARTY,
    )

    def earliest(self, ctx: Context):
        return None

    def wrong(self, ctx: Context, data):
        source = data.get("lead_source")
        return (
            wrong.party(data)
            | wrong.order(data, "violation_on", "discovered_on", "发现日不能早于违法行为发生日，请核对两个日期")
            | wrong.needed_with(data, source in FROM, "lead_from", "请写明线索来自哪个机关、媒体或者怎样得知")
            | wrong.needed_with(data, source in PAPERED, "lead_ref", "请写明交办、移送文书的文号")
        )

    def plan(self, ctx: Context, data) -> Plan:
        power = ctx.book.power(data["power_code"])
        facts = picked(
            data,
            "lead_source lead_on discovered_on violation_on violation_state power_code"
            " lead_place lead_summary party_kind lead_from lead_ref",
        )
        facts |= {"informer_known": data["informer_known"], "body_code": ctx.body.code, "procedure": "ordinary"}
        if power.priority_field:
            facts["case_field"] = power.priority_field
        head = {
            "number": number(ctx, "lead", "线"),
            "title": power.item[:200],
            "power_code": power.code,
            "party_name": data["party_name"],
            "officer": ctx.officer,
        }
        papers = [paper(ctx, "lead_register")] if data["lead_source"] in ("complaint", "report") else []
        return Plan(laid=[own(facts)], head=head, saves=[party_of(ctx, data), *informer_of(ctx, data)], papers=papers)


def passed_on(ctx: Context):
    """The day on which the lead went to the body or the police whose matter it is."""
    found = transfers.whole(ctx.rows) or transfers.at_police(ctx.rows)
    return found["transferred_on"] if found else None


@act
class AnswerLead(CaseAct):
    code, label, aside = "answer_lead", "答复举报人", True
    hint = "将立案、不予立案或者移送的结果告知留有联系方式的投诉、举报人。"
    asks = (Ask("lead_answered_on", initial=lambda ctx: ctx.day),)

    def earliest(self, ctx: Context):
        return ctx.facts["filed_on"] or ctx.facts["lead_refused_on"] or ctx.facts["merged_on"] or passed_on(ctx)

    def closed(self, ctx: Context):
        f = ctx.facts
        return need(
            (f["informer_known"] is True, "本线索没有可以答复的举报人", ""),
            (not f["lead_answered_on"], "已经答复过举报人", ""),
            (
                bool(f["filed_on"] or f["lead_refused_on"] or f["merged_on"] or passed_on(ctx)),
                "尚未决定是否立案",
                "由行政机关负责人决定立案或者不予立案",
            ),
        )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[own(picked(data, "lead_answered_on"))])


@act
class ProposeFiling(CaseAct):
    code, label = "propose_filing", "呈报立案"
    hint = "确定主办人和协办人，呈请负责人批准立案。"
    opens_at = frozenset({"lead"})
    asks = (
        Ask("partner", kind="officer", label="协办执法人员", choices=others, help="办案不得少于两人；您本人为主办人"),
        Ask("filing_reason", long=True, initial=lambda ctx: ctx.facts["lead_summary"]),
        Ask("place_in_area", initial=True, help="不在辖区的，移送有管辖权的机关；有争议的先解决争议", group="管辖"),
        Ask("other_filed_by", required=False, help="没有其他机关立案的，留空", group="管辖"),
        Ask("other_filed_on", required=False, group="管辖"),
    )

    def earliest(self, ctx: Context):
        return None  # another body may have filed before we knew of the matter

    def wrong(self, ctx: Context, data):
        other = bool(data.get("other_filed_on"))
        return wrong.needed_with(data, other, "other_filed_by", "填写了其他机关的立案日，请写明是哪个机关")

    def closed(self, ctx: Context):
        f = ctx.facts
        return need(
            (not f["filing_asked_on"], "已经呈报立案，正在等待批准", "由行政机关负责人批准"),
            (passed_on(ctx) is None, "本线索已经移送", "接收机关退回的，登记处理结果之后再办理"),
            (not f["merged_on"], "本线索已经并入另一案", "在并入的案件上办理"),
            (not f["lead_refused_on"], "已经决定不予立案", ""),
            (f["procedure"] != "summary", "简易程序案件不需要立案", ""),
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "filing_reason other_filed_by other_filed_on") | {
            "filing_asked_on": ctx.day,
            "place_in_area": data.get("place_in_area"),
        }
        head = {"officer": ctx.officer, "partner": Officer.objects.get(pk=data["partner"]), "waiting_for": "leader"}
        return Plan(laid=[own(facts)], head=head)


@act
class FileCase(CaseAct):
    code, label, as_role, roles, stands = "file_case", "批准立案", "leader", LEADERS, True
    clauses = ("XZCF2021 §54(2)", "XZCF2021 §22", "XZCF2021 §36(1)")
    hint = "批准之日为立案日，办案期限从次日起计算。"
    opens_at = frozenset({"filing"})

    def closed(self, ctx: Context):
        f = ctx.facts
        return need(
            (bool(f["filing_asked_on"]), "承办人还没有呈报立案", "由执法人员呈报立案"),
            (not f["filed_on"], "本案已经立案", ""),
            (passed_on(ctx) is None, "本线索已经移送", "接收机关退回的，登记处理结果之后再办理"),
            (not f["merged_on"], "本线索已经并入另一案", "在并入的案件上办理"),
        )

    def sketch(self, ctx: Context):
        return [own({"filed_on": ctx.day, "filing_approver": certificate(ctx)})]

    def plan(self, ctx: Context, data) -> Plan:
        no = number(ctx, "filing", "罚立")
        head = {"number": no, "filed_on": ctx.day, "waiting_for": ""}
        return Plan(laid=self.sketch(ctx), head=head, papers=[paper(ctx, "filing_approval", no)])


@act
class RefuseLead(CaseAct):
    code, label, as_role, roles, aside = "refuse_lead", "不予立案", "leader", LEADERS, True
    hint = "不符合立案条件的，写明理由；有举报人的，还应当答复。"
    opens_at = frozenset({"lead", "filing"})
    asks = (Ask("lead_refusal", long=True),)

    def closed(self, ctx: Context):
        f = ctx.facts
        return need(
            (not f["filed_on"], "本案已经立案", "确需终止的，依法销案"),
            (passed_on(ctx) is None, "本线索已经移送", "接收机关退回的，登记处理结果之后再办理"),
            (not f["merged_on"], "本线索已经并入另一案", "在并入的案件上办理"),
            (not f["lead_refused_on"], "已经决定不予立案", ""),
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = {"lead_refused_on": ctx.day, "lead_refusal": data["lead_refusal"]}
        return Plan(laid=[own(facts)], head={"waiting_for": ""})


@act
class ReturnRequest(CaseAct):
    code, label, as_role = "return_request", "退回补正", "leader"
    roles, aside = LEADERS, True
    hint = "对呈报的立案、决定或者结案有意见的，写明意见退回承办人。"
    opens_at = frozenset({"filing", "deciding", "closing"})
    asks = (Ask("return_note", kind="long", label="退回意见"),)

    def closed(self, ctx: Context):
        waits = ctx.matter is not None and ctx.matter.waiting_for == "leader"
        return need((waits, "没有等待您批准的呈报", "由执法人员呈报"))

    def plan(self, ctx: Context, data) -> Plan:
        blank = {"filing": "filing_asked_on", "closing": "closing_asked_on"}.get(ctx.matter.stage)
        laid = [own({blank: None})] if blank else []
        return Plan(laid=laid, head={"waiting_for": "officer"}, note=data["return_note"])


@act
class TerminateCase(CaseAct):
    code, label, as_role, roles, aside = "terminate_case", "销案", "leader", LEADERS, True
    hint = "立案后发现不应当给予处罚、又没有其他决定可作的，经负责人批准终止办理。"
    asks = (Ask("termination_reason", long=True),)

    def closed(self, ctx: Context):
        made = any(d["decided_on"] for d in ctx.rows.all("decision"))
        return live(ctx) or need((not made, "已经作出决定的案件不能销案", "依法撤销决定后再处理"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = {"terminated_on": ctx.day, "termination_reason": data["termination_reason"]}
        return Plan(laid=[own(facts)], head={"waiting_for": "", "closed_on": ctx.day})
