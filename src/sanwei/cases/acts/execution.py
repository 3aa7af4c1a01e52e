"""执行与结案。"""

from __future__ import annotations

from dataclasses import replace

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.looks.words import money_text

from .. import wrong
from ..reckoning import account
from ..transfers import whole
from .base import FILES, LEADERS, CaseAct, alive, certificate, live, need, own, paper, picked
from .decision import all_made, decided_day, only
from .draft import decided
from .serving import ServeDecision
from .uploads import uploads


class AfterDecision(CaseAct):
    opens_at = frozenset({"serving", "executing", "closing"})
    earliest = ServeDecision.earliest

    def closed(self, ctx: Context):
        return live(ctx) or need((decided(ctx), "尚未作出决定", "由负责人签发决定"))


def owed(ctx: Context, row: object):
    """What is still to be paid on a decision, in 分; None where nothing is."""
    found = ctx.rows.get("decision", str(row or ""))
    if found is None or not found["decided_on"]:
        return None
    return account(ctx.rows, found, ctx.book, ctx.day).left or None


def _surcharge(ctx: Context):
    """The surcharge to collect today on the first decision, with its arithmetic."""
    row = ctx.rows.get("decision", only(all_made)(ctx) or "")
    return account(ctx.rows, row, ctx.book, ctx.day) if row else None


@act
class RecordPayment(AfterDecision):
    code, label = "record_payment", "登记缴款"
    hint = "当事人向指定银行或者电子支付系统缴款；执法机关不得自行收缴（依法当场收缴的除外）。"
    asks = (
        Ask("paid_decision", kind="choice", label="决定书", choices=all_made, initial=only(all_made)),
        Ask("paid_on", initial=lambda ctx: ctx.day),
        Ask("paid", initial=lambda ctx: owed(ctx, only(all_made)(ctx))),
        Ask("surcharge", required=False, help="逾期缴纳加处的罚款，不得超过罚款本数"),
        Ask("collected_by", initial="bank"),
        Ask("payment_receipt"),
        Ask("spot_ground", required=False, only_with=("collected_by", "on_the_spot")),
        Ask("official_receipt", required=False, only_with=("collected_by", "on_the_spot")),
        FILES,
    )

    def asked(self, ctx: Context):
        """The surcharge as it is reckoned today, with the arithmetic under the question."""
        sums = _surcharge(ctx)
        if sums is None or not sums.surcharge_left:
            return self.asks
        told = "；".join(sums.lines)
        known = {"help": f"今天应加处 {money_text(sums.surcharge_left)}：{told}", "initial": sums.surcharge_left}
        return tuple(replace(a, **known) if a.name == "surcharge" else a for a in self.asks)

    def wrong(self, ctx: Context, data):
        """Paid after the decision, something, and no more than is owed on it: a slip of a digit shows here."""
        row, spot = data.get("paid_decision"), data.get("collected_by") == "on_the_spot"
        found = wrong.not_before(data, "paid_on", decided_day(ctx, row), "不能早于作出决定之日（{day}），请核对")
        found |= wrong.needed_with(data, spot, "spot_ground", "当场收缴的，请选择理由")
        if spot and data.get("official_receipt") is None:
            found |= {"official_receipt": "当场收缴的，请说明是否出具了财政专用票据"}
        left = owed(ctx, row) or 0
        if data.get("paid") == 0 and not data.get("surcharge"):
            found |= {"paid": "请填写实际缴纳的数额"}
        elif data.get("paid") and data["paid"] > left:
            found |= {"paid": f"这份决定尚未缴纳的是 {money_text(left)}，请核对；逾期加处的罚款另填"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "paid_decision paid_on paid surcharge collected_by payment_receipt")
        if data["collected_by"] == "on_the_spot":
            facts |= picked(data, "spot_ground") | {
                "official_receipt": data["official_receipt"],
                "collector_no": certificate(ctx),
            }
        return Plan(laid=[Laid("payment", facts)], saves=uploads(ctx, data, note="缴款票据"))


@act
class RecheckCorrection(CaseAct):
    code, label, aside = "recheck_correction", "复查改正情况", True
    hint = "改正期限届满后到现场复查，记录是否已经改正。"
    opens_at = frozenset(
        "investigating reviewing noticing defending hearing deliberating deciding serving executing closing".split()
    )
    asks = (Ask("rechecked_on", initial=lambda ctx: ctx.day), Ask("corrected"), Ask("recheck_note", long=True), FILES)

    def earliest(self, ctx: Context):
        return ctx.facts["correction_ordered_on"] or ctx.facts["lead_on"]

    def closed(self, ctx: Context):
        terms = any(d["correction_terms"] for d in ctx.rows.all("decision"))
        return live(ctx) or need(
            (bool(ctx.facts["correction_ordered_on"]) or terms, "本案没有责令改正", "需要改正的先责令改正")
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "rechecked_on recheck_note") | {"corrected": data["corrected"]}
        return Plan(laid=[own(facts)], saves=uploads(ctx, data, note="改正复查"))


@act
class ReportOnTheSpot(AfterDecision):
    code, label = "report_on_the_spot", "当场处罚报备"
    hint = "当场作出的处罚决定应当报所属机关备案。"

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_UNREPORTED(ctx)), "没有待备案的当场处罚决定", ""))

    asks = (
        Ask(
            "decision",
            kind="choice",
            label="决定书",
            choices=lambda ctx: _UNREPORTED(ctx),
            initial=lambda ctx: only(_UNREPORTED)(ctx),
        ),
    )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("decision", {"reported_to_body_on": ctx.day}, data["decision"])])


def _UNREPORTED(ctx: Context):
    waiting = {d.row for d in ctx.rows.all("decision") if d["on_the_spot"] and not d["reported_to_body_on"]}
    return [c for c in all_made(ctx) if c[0] in waiting]


def finished(ctx: Context):
    """A case to be closed was decided, or is with another body."""
    done = decided(ctx) or whole(ctx.rows) is not None
    return alive(ctx) or need((done, "尚未作出决定", "由负责人签发决定"))


@act
class ProposeClosing(AfterDecision):
    code, label = "propose_closing", "呈报结案"
    hint = "处罚执行完毕、改正已经复查的，或者已经移送并取得回执的，呈请负责人批准结案。"
    opens_at = frozenset({"executing", "transferred"})
    asks = (
        Ask("closing_ground", initial=lambda ctx: "transferred" if whole(ctx.rows) else "executed"),
        Ask("closing_note", long=True),
    )

    def closed(self, ctx: Context):
        return finished(ctx) or need((not ctx.facts["closing_asked_on"], "已经呈报结案，正在等待批准", "由负责人批准"))

    def sketch(self, ctx: Context):
        return [own({"closing_asked_on": ctx.day})]

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "closing_ground closing_note") | {"closing_asked_on": ctx.day}
        return Plan(laid=[own(facts)], head={"waiting_for": "leader"})


@act
class CloseCase(AfterDecision):
    code, label, as_role, roles = "close_case", "批准结案", "leader", LEADERS
    clauses = ("HNZF2016 §33(2)", "XZCF2021 §47")
    hint = "批准之后案卷归档。"
    opens_at = frozenset({"closing"})

    def closed(self, ctx: Context):
        return finished(ctx) or need((bool(ctx.facts["closing_asked_on"]), "承办人还没有呈报结案", "由承办人呈报结案"))

    def sketch(self, ctx: Context):
        return [own({"closed_on": ctx.day})]

    def plan(self, ctx: Context, data) -> Plan:
        head = {"waiting_for": "", "closed_on": ctx.day}
        return Plan(laid=self.sketch(ctx), head=head, papers=[paper(ctx, "closing_approval")])
