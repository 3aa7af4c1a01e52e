"""决定作出之后：更正笔误、变更、撤销，送达当事人，退还已缴的罚没款。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.looks.words import money_text

from .. import wrong
from .base import (
    FILES,
    LEADERS,
    CaseAct,
    certificate,
    change_open,
    need,
    number,
    own,
    paper,
    picked,
    row_choices,
    standing,
)
from .decision import all_made, decided_day, only
from .uploads import uploads

AFTER = frozenset("serving executing closing closed deliberating".split())
_WORDS = {"corrected": "更正", "changed": "变更", "revoked": "撤销"}


def standing_choices(ctx: Context) -> list[tuple[str, str]]:
    """The decisions that stand: made and not revoked."""
    rows = {d.row for d in standing(ctx)}
    return [choice for choice in all_made(ctx) if choice[0] in rows]


def proposed(ctx: Context) -> Row | None:
    """The proposal that waits for the leader, if any."""
    waits = (r for r in ctx.rows.all("revision") if not r["revised_on"] and not r["revision_refused_on"])
    return next(waits, None)


class OnDecision(CaseAct):
    """An act on a decision that was made; the case may be closed meanwhile."""

    opens_at = AFTER

    def earliest(self, ctx: Context):
        days = [d["decided_on"] for d in ctx.rows.all("decision") if d["decided_on"]]
        return min(days) if days else None

    def closed(self, ctx: Context):
        return need(
            (not ctx.facts["terminated_on"], "本案已经销案", ""),
            (bool(all_made(ctx)), "尚未作出决定", "由负责人签发决定"),
        )


@act
class ProposeRevision(OnDecision):
    code, label, aside = "propose_revision", "呈报更正、变更、撤销", True
    hint = "文字、计算上的错漏用更正，不得改变实质内容；认定、依据、程序、种类或者数额有错误的，变更或者撤销，由负责人批准。"
    asks = (
        Ask(
            "revised_decision",
            kind="choice",
            label="决定书",
            choices=standing_choices,
            initial=only(standing_choices),
        ),
        Ask("revision_kind"),
        Ask("revision_origin", initial="self"),
        Ask("order_received_on", required=False, help="上级机关、监督机构、复议机关、法院责令的填写"),
        Ask("order_no", required=False),
        Ask("revision_faults"),
        Ask("revision_reason", long=True),
        Ask("slip_from", required=False, help="更正的填写：照抄有误的原文"),
        Ask("slip_to", required=False, help="更正的填写"),
        Ask("substance_untouched", required=False, help="更正的填写：当事人、事实、处罚种类和数额是否都没有改变"),
        Ask("deal_anew", required=False, help="撤销的填写：是否重新调查、告知、作出决定"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need(
            (bool(standing(ctx)), "没有有效的决定", "已经撤销的决定不能再更正、变更"),
            (proposed(ctx) is None, "已经呈报，正在等待批准", "由负责人批准"),
            (change_open(ctx) is None, "已经批准变更，正在拟写变更决定", "由承办人拟写变更决定"),
        )

    def wrong(self, ctx: Context, data):
        kind = data.get("revision_kind")
        slip, ordered = kind == "corrected", data.get("revision_origin") not in (None, "self")
        found = wrong.needed_with(data, ordered, "order_received_on", "由其他机关责令的，请填写收到文书的日期")
        found |= wrong.needed_with(data, ordered, "order_no", "由其他机关责令的，请填写文书的文号")
        found |= wrong.needed_with(data, slip, "slip_from", "更正的，请照抄有误或者遗漏的原文")
        found |= wrong.needed_with(data, slip, "slip_to", "更正的，请填写更正后的文字")
        if slip and data.get("substance_untouched") is None:
            found |= {"substance_untouched": "更正的，请说明是否改变了实质内容"}
        if kind == "revoked" and data.get("deal_anew") is None:
            found |= {"deal_anew": "撤销的，请说明是否重新作出决定"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        names = "revised_decision revision_kind revision_origin order_received_on order_no revision_faults"
        facts = picked(data, f"{names} revision_reason") | {"revision_asked_on": ctx.day}
        if data["revision_kind"] == "corrected":
            facts |= picked(data, "slip_from slip_to") | {"substance_untouched": data["substance_untouched"]}
        if data["revision_kind"] == "revoked":
            facts["deal_anew"] = data["deal_anew"]
        return Plan(
            laid=[Laid("revision", facts)],
            head={"waiting_for": "leader"},
            saves=uploads(ctx, data, note="更正、变更、撤销"),
        )


@act
class ApproveRevision(OnDecision):
    code, label, as_role, roles, stands = "approve_revision", "批准更正、变更、撤销", "leader", LEADERS, True
    clauses = ("XZCF2021 §75(2)", "XZCF2021 §48(2)", "HNZF2016 §32", "XZCF2021 §76")
    hint = "已经生效的决定没有法定事由、不经法定程序不得变更、撤销。批准撤销的，决定自今日起撤销；批准变更的，由承办人另拟变更决定。"
    asks = (Ask("revision_approved", kind="yesno", label="是否批准"), Ask("revision_opinion", long=True))

    def closed(self, ctx: Context):
        return super().closed(ctx) or need(
            (proposed(ctx) is not None, "没有等待批准的更正、变更、撤销", "由承办人呈报")
        )

    def sketch(self, ctx: Context):
        row = proposed(ctx)
        facts = {"revised_on": ctx.day, "revision_approver": certificate(ctx)}
        return [Laid("revision", facts if row else facts | {"revision_asked_on": ctx.day}, row.row if row else None)]

    def plan(self, ctx: Context, data) -> Plan:
        row, opinion = proposed(ctx), {"revision_opinion": data["revision_opinion"]}
        if not data["revision_approved"]:
            refused = opinion | {"revision_refused_on": ctx.day}
            return Plan(laid=[Laid("revision", refused, row.row)], head={"waiting_for": "officer"})
        kind = row["revision_kind"]
        facts = opinion | {"revised_on": ctx.day, "revision_approver": certificate(ctx)}
        laid, head, papers = [], {"waiting_for": "" if kind != "changed" else "officer"}, []
        if kind in ("corrected", "revoked"):
            no = facts["revision_no"] = number(ctx, "revision", "罚更" if kind == "corrected" else "罚撤")
            papers = [paper(ctx, "correction_notice" if kind == "corrected" else "revocation_decision", no)]
        if kind == "revoked":
            laid.append(Laid("decision", {"revoked_on": ctx.day}, row["revised_decision"]))
            head["fine_fen"] = None
        if kind == "changed" or row["deal_anew"]:
            laid.append(own({"closed_on": None, "closing_asked_on": None}))
            head |= {"closed_on": None, "waiting_for": "officer"}
        return Plan(laid=[Laid("revision", facts, row.row), *laid], head=head, papers=papers)


_UNTOLD = row_choices(
    "revision",
    lambda r: f"{_WORDS.get(r['revision_kind'], '')} {r['revision_no']}（{r['revised_on']}）",
    lambda r: bool(r["revised_on"]) and r["revision_kind"] != "changed" and not r["revision_served_on"],
)


@act
class ServeRevision(OnDecision):
    code, label = "serve_revision", "送达更正、撤销文书"
    hint = "更正通知书、撤销决定书同样要送达当事人；变更决定书按决定书送达。"
    asks = (
        Ask("revision", kind="choice", label="文书", choices=_UNTOLD, initial=only(_UNTOLD)),
        Ask("revision_served_on", initial=lambda ctx: ctx.day),
        Ask("revision_receipt"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_UNTOLD(ctx)), "没有等待送达的更正、撤销文书", ""))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("revision", str(data.get("revision") or ""))
        return wrong.not_before(
            data, "revision_served_on", row["revised_on"] if row else None, "不能早于批准之日（{day}），请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "revision_served_on revision_receipt")
        return Plan(laid=[Laid("revision", facts, data["revision"])], saves=uploads(ctx, data, note="送达回证"))


def overpaid(ctx: Context, row: object) -> int:
    """What is still to be given back on a decision that was revoked or replaced a heavier one, in 分."""
    found = ctx.rows.get("decision", str(row or ""))
    if found is None or not (found["revoked_on"] or found["changes_decision"]):
        return 0
    paid = [p for p in ctx.rows.all("payment") if p["paid_decision"] == found.row]
    given = sum(r.get("refund", 0) for r in ctx.rows.all("refund") if r["refunded_decision"] == found.row)
    total = sum(p.get("paid", 0) for p in paid)
    if found["revoked_on"]:
        return max(total + sum(p.get("surcharge", 0) for p in paid) - given, 0)
    return max(total - found.get("fine", 0) - found.get("confiscation", 0) - given, 0)


def _OVERPAID(ctx: Context) -> list[tuple[str, str]]:
    return [choice for choice in all_made(ctx) if overpaid(ctx, choice[0])]


@act
class RefundMoney(OnDecision):
    code, label = "refund_money", "登记退还"
    hint = "决定撤销的退还已缴的全部款项，变更减轻的退还多缴的部分；凭退付凭证登记。"
    asks = (
        Ask("refunded_decision", kind="choice", label="决定书", choices=_OVERPAID, initial=only(_OVERPAID)),
        Ask("refunded_on", initial=lambda ctx: ctx.day),
        Ask("refund", initial=lambda ctx: overpaid(ctx, only(_OVERPAID)(ctx)) or None),
        Ask("refund_receipt"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_OVERPAID(ctx)), "没有需要退还的款项", ""))

    def wrong(self, ctx: Context, data):
        row = data.get("refunded_decision")
        left, asked = overpaid(ctx, row), data.get("refund")
        found = wrong.not_before(data, "refunded_on", decided_day(ctx, row), "不能早于作出决定之日（{day}），请核对")
        if asked is not None and not 0 < asked <= left:
            found |= {"refund": f"这份决定应当退还的是 {money_text(left)}，请核对"}
        return found

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "refunded_decision refunded_on refund refund_receipt")
        return Plan(laid=[Laid("refund", facts)], saves=uploads(ctx, data, note="退付凭证"))
