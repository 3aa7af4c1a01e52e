"""办案期限：延长、停止计算（不计入期限、中止）、恢复。"""

from __future__ import annotations

import datetime as dt

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from ..clocks import pending, running_stop, term
from ..stages import stage
from .base import BEFORE_DECISION, LEADERS, CaseAct, certificate, live, need, paper, picked, undecided

# Grounds that leave the investigation going; the others suspend it; «other» may be either.
EXCLUDING = frozenset("hearing testing appraisal announcement assistance other".split())
SUSPENDING = frozenset("awaits_ruling awaits_reading force_majeure party_missing police dispute other".split())
_WAITS = {"filing": "leader", "deciding": "leader", "closing": "leader", "reviewing": "reviewer"}


def waits_after(ctx: Context, laid: list[Laid]) -> str:
    """Whose word the case waits for once this is laid: a decision on the clock must not take it from another desk."""
    after, _ = ctx.rows.over(laid, (ctx.matter.version if ctx.matter is not None else 0) + 1)
    reached = stage(after)
    review = ctx.rows.last("review")
    if reached == "reviewing" and review is not None:
        return "officer"
    return _WAITS.get(reached, "")


def cite(ctx: Context, ref: str) -> str:
    """The clause as the form proposes it, where it is in force today."""
    clause = ctx.book.clause(ref)
    return clause.cite if clause.in_force_on(ctx.day) else ""


class OnClock(CaseAct):
    aside = True
    opens_at = BEFORE_DECISION | {"suspended"}

    def earliest(self, ctx: Context) -> dt.date | None:
        return ctx.facts["filed_on"] or ctx.facts["lead_on"]

    def closed(self, ctx: Context):
        return live(ctx) or need((term(ctx.rows, ctx.book) is not None, "本案没有法定的办案期限", ""))


@act
class AskExtension(OnClock):
    code, label = "ask_extension", "呈报延长办案期限"
    hint = "法律、法规、规章允许延长的，在期限届满之前写明理由和依据，呈请负责人批准。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("extension_ground", initial="complex"),
        Ask("extension_days", initial=30),
        Ask("extension_reason", long=True),
        Ask("extension_basis", initial=lambda ctx: cite(ctx, "ZJCX2022 办案期限·延长")),
    )

    def closed(self, ctx: Context):
        asked = pending(ctx.rows, "extension") is None
        return (
            super().closed(ctx) or undecided(ctx) or need((asked, "已经呈报延长，正在等待批准", "由行政机关负责人批准"))
        )

    def wrong(self, ctx: Context, data):
        return {"extension_days": "请填写延长的日数"} if data.get("extension_days") == 0 else {}

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "extension_ground extension_days extension_reason extension_basis")
        facts |= {"extension_asked_on": ctx.day, "extension_due_before": term(ctx.rows, ctx.book).due}
        return Plan(laid=[Laid("extension", facts)], head={"waiting_for": "leader"})


@act
class DecideExtension(OnClock):
    code, label, as_role, roles = "decide_extension", "审批延长办案期限", "leader", LEADERS
    clauses = ("XZCF2021 §60", "ZJCX2022 办案期限·延长")
    hint = "期限届满之前才能批准；再次延长的，由负责人集体讨论决定。不批准的，期限照常计算。"
    asks = (
        Ask("extension_granted"),
        Ask("extension_discussed", required=False),
        Ask("extension_opinion", long=True),
    )

    def closed(self, ctx: Context):
        asked = pending(ctx.rows, "extension") is not None
        return super().closed(ctx) or need((asked, "没有等待批准的延期呈报", "由承办人呈报延长办案期限"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = {
            "extension_granted": data["extension_granted"],
            "extension_discussed": bool(data.get("extension_discussed")),
            "extension_opinion": data["extension_opinion"],
            "extension_decided_on": ctx.day,
            "extension_approver": certificate(ctx),
        }
        laid = [Laid("extension", facts, pending(ctx.rows, "extension").row)]
        return Plan(laid=laid, head={"waiting_for": waits_after(ctx, laid)}, papers=[paper(ctx, "extension_approval")])


@act
class AskStop(OnClock):
    code, label = "ask_stop", "呈报停止计算期限"
    hint = "听证、检测、鉴定等时间依法不计入办案期限的，或者暂时无法调查、需要中止的，写明事由并附证明文书，呈请批准。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("stop_kind"),
        Ask("stop_ground"),
        Ask("stopped_from", initial=lambda ctx: ctx.day),
        Ask("stop_reason", long=True),
        Ask("stop_document"),
        Ask("stop_basis", initial=lambda ctx: cite(ctx, "ZJCX2022 办案期限·不计入")),
    )

    def closed(self, ctx: Context):
        asked = pending(ctx.rows, "stop") is None
        return (
            super().closed(ctx)
            or undecided(ctx)
            or need(
                (asked, "已经呈报停止计算，正在等待批准", "由行政机关负责人批准"),
                (running_stop(ctx.rows) is None, "办案期限正在停止计算", "先由负责人批准恢复办理"),
            )
        )

    def wrong(self, ctx: Context, data):
        kind, ground = data.get("stop_kind"), data.get("stop_ground")
        fits = {"excluded": EXCLUDING, "suspended": SUSPENDING}.get(kind)
        found = {}
        if fits is not None and ground and ground not in fits:
            other = "中止调查" if kind == "excluded" else "不计入办案期限"
            found["stop_ground"] = f"这一事由属于“{other}”，请核对停止计算的种类"
        ends = [r["resumed_on"] for r in ctx.rows.all("stop") if r["resumed_on"]]
        last = max(ends, default=None)
        return found | wrong.not_before(data, "stopped_from", last, "与上一段停止计算的时间重叠，不能早于{day}")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "stop_kind stop_ground stopped_from stop_reason stop_document stop_basis")
        facts |= {"stop_asked_on": ctx.day, "stop_due_before": term(ctx.rows, ctx.book).due}
        return Plan(laid=[Laid("stop", facts)], head={"waiting_for": "leader"})


@act
class DecideStop(OnClock):
    code, label, as_role, roles = "decide_stop", "审批停止计算期限", "leader", LEADERS
    clauses = ("XZCF2021 §60", "ZJCX2022 办案期限·不计入", "ZJCX2022 中止")
    hint = "没有依据或者证明文书的不批准，期限照常计算；批准中止的，原因消除之后应当立即恢复。"
    asks = (Ask("stop_granted"), Ask("stop_opinion", long=True))

    def closed(self, ctx: Context):
        asked = pending(ctx.rows, "stop") is not None
        return super().closed(ctx) or need((asked, "没有等待批准的停止计算呈报", "由承办人呈报停止计算期限"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = {
            "stop_granted": data["stop_granted"],
            "stop_opinion": data["stop_opinion"],
            "stop_decided_on": ctx.day,
            "stop_approver": certificate(ctx),
        }
        laid = [Laid("stop", facts, pending(ctx.rows, "stop").row)]
        return Plan(laid=laid, head={"waiting_for": waits_after(ctx, laid)}, papers=[paper(ctx, "stop_approval")])


@act
class ResumeCase(OnClock):
    code, label, as_role, roles = "resume_case", "批准恢复办理", "leader", LEADERS
    clauses = ("ZJCX2022 中止",)
    hint = "停止计算的事由消除之后，写明理由，从这一日起重新计入办案期限。"
    opens_at = BEFORE_DECISION | {"suspended", "at_police"}
    asks = (
        Ask("resumed_on", initial=lambda ctx: ctx.day),
        Ask("resume_reason", long=True),
        Ask("resume_document", required=False),
    )

    def closed(self, ctx: Context):
        stop = running_stop(ctx.rows)
        return super().closed(ctx) or need((stop is not None, "办案期限没有停止计算，不需要恢复", ""))

    def wrong(self, ctx: Context, data):
        stop = running_stop(ctx.rows)
        begun = stop["stopped_from"] if stop else None
        return wrong.not_before(data, "resumed_on", begun, "不能早于停止计算之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "resumed_on resume_reason resume_document") | {"resume_approver": certificate(ctx)}
        laid = [Laid("stop", facts, running_stop(ctx.rows).row)]
        return Plan(laid=laid, head={"waiting_for": waits_after(ctx, laid)}, papers=[paper(ctx, "resumption_approval")])
