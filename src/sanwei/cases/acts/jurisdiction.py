"""管辖：争议、协商、报请指定、指定的结果。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import DISPUTE_RESULTS

from .. import wrong
from .base import BEFORE_DECISION, FILES, LEADERS, CaseAct, certificate, need, number, paper, picked, row_choices
from .transfer import unended
from .uploads import uploads

SETTLED = ("ours", "theirs")
STAGES = BEFORE_DECISION | {"lead", "filing", "suspended"}


def open_(r) -> bool:
    """Neither agreed on nor designated."""
    return r["negotiation_result"] not in SETTLED and r["designated_to"] is None


def _asked(r) -> bool:
    return open_(r) and r["designation_asked_on"] is not None


def _unasked(r) -> bool:
    return open_(r) and r["designation_asked_on"] is None


def _which(where) -> Ask:
    choices = row_choices("dispute", lambda r: f"{r['dispute_on']} 与{r['dispute_with']}的争议", where)
    return Ask("dispute", kind="choice", label="管辖争议", choices=choices, initial=lambda ctx: _only(choices(ctx)))


def _only(offered):
    return offered[0][0] if len(offered) == 1 else None


@act
class RecordDispute(CaseAct):
    code, label, aside = "record_dispute", "记录管辖争议", True
    hint = "与其他机关对管辖有不同意见的，记录争议；先协商，协商不成的，报共同的上一级机关指定管辖。"
    clauses = ("XZCF2021 §25",)
    opens_at = STAGES
    asks = (
        Ask("dispute_on", initial=lambda ctx: ctx.day),
        Ask("dispute_with"),
        Ask("dispute_ground"),
        Ask("dispute_facts", long=True),
        FILES,
    )

    def closed(self, ctx: Context):
        none = not any(open_(r) for r in ctx.rows.all("dispute"))
        return unended(ctx) or need((none, "已经有一项管辖争议没有解决", "先登记协商结果或者指定管辖的结果"))

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "dispute_on dispute_with dispute_ground dispute_facts")
        return Plan(laid=[Laid("dispute", facts)], saves=uploads(ctx, data, note="管辖争议"))


class OnDispute(CaseAct):
    """An act on a dispute that has come to a certain point."""

    aside = True
    opens_at = STAGES
    where = staticmethod(open_)
    missing = "没有等待解决的管辖争议"

    def closed(self, ctx: Context):
        return unended(ctx) or need((any(self.where(r) for r in ctx.rows.all("dispute")), self.missing, ""))

    def _since(self, ctx: Context, data, fact: str = "dispute_on"):
        row = ctx.rows.get("dispute", data.get("dispute") or "")
        return row[fact] if row else None


@act
class NegotiateDispute(OnDispute):
    code, label = "negotiate_dispute", "登记管辖协商结果"
    hint = "写明参加协商的人员、各自的意见和结论；协商不成的，报请指定管辖。"
    where = staticmethod(_unasked)
    asks = (
        _which(_unasked),
        Ask("negotiated_on", initial=lambda ctx: ctx.day),
        Ask("negotiation_result"),
        Ask("negotiation_note", long=True),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        return wrong.not_before(data, "negotiated_on", self._since(ctx, data), "不能早于发生争议之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "negotiated_on negotiation_result negotiation_note")
        return Plan(laid=[Laid("dispute", facts, data["dispute"])], saves=uploads(ctx, data, note="协商记录"))


@act
class AskDesignation(OnDispute):
    code, label, as_role, roles = "ask_designation", "报请指定管辖", "leader", LEADERS
    hint = "协商不成的，报请双方共同的上一级机关指定管辖；也可以不经协商直接报请。"
    clauses = ("XZCF2021 §25",)
    where = staticmethod(_unasked)
    asks = (
        _which(_unasked),
        Ask("designation_asked_of"),
        Ask("designation_common", initial=True),
        Ask("designation_reason", long=True),
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "designation_asked_of designation_reason") | {
            "designation_common": data["designation_common"],
            "designation_asked_on": ctx.day,
            "designation_approver": certificate(ctx),
        }
        no = number(ctx, "designation", "管请")
        return Plan(laid=[Laid("dispute", facts, data["dispute"])], papers=[paper(ctx, "designation_request", no)])


@act
class RecordDesignation(OnDispute):
    code, label = "record_designation", "登记指定管辖的结果"
    hint = "收到上级机关的书面决定之后登记；指定对方管辖的，把案件移送对方。"
    clauses = ("XZCF2021 §25",)
    where = staticmethod(_asked)
    missing = "没有报请指定的管辖争议"
    asks = (
        _which(_asked),
        Ask("designated_on", initial=lambda ctx: ctx.day),
        Ask("designated_to", kind="choice", choices=lambda ctx: [(c, DISPUTE_RESULTS[c]) for c in SETTLED]),
        Ask("designation_doc"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        asked = self._since(ctx, data, "designation_asked_on")
        return wrong.not_before(data, "designated_on", asked, "不能早于报请指定之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "designated_on designated_to designation_doc")
        return Plan(laid=[Laid("dispute", facts, data["dispute"])], saves=uploads(ctx, data, note="指定管辖的决定"))
