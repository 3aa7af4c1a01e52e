"""移送：呈报、批准、送出、回执、答复、移交物品。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import TRANSFER_KINDS, TRANSFER_RESULTS

from .. import transfers, wrong
from ..clocks import running_stop, term
from .base import (
    FILES,
    LEADERS,
    OPEN_STAGES,
    CaseAct,
    certificate,
    need,
    number,
    paper,
    picked,
    row_choices,
)
from .clocks import cite, waits_after
from .uploads import uploads

UNDER_WAY = OPEN_STAGES | {"lead", "filing", "suspended", "at_police", "transferred"}
_RESULTS = {
    "body": ("accepted", "rejected"),
    "police": ("filed", "not_filed", "returned"),
    "discipline": ("accepted", "rejected"),
}


def unended(ctx: Context):
    """A lead or a case that nobody has brought to an end."""
    f = ctx.facts
    return need(
        (not f["closed_on"], "本案已经结案", ""),
        (not f["terminated_on"], "本案已经销案", ""),
        (not f["lead_refused_on"], "本线索已经决定不予立案", ""),
        (not f["merged_on"], "本案已经并入另一案", "在并入的案件上办理"),
    )


def _label(r) -> str:
    return f"{TRANSFER_KINDS[r['transfer_kind']]}（{r['transfer_to']}）"


def _choices(where):
    return row_choices("transfer", _label, where)


def _only(choices):
    def first(ctx: Context):
        offered = choices(ctx)
        return offered[0][0] if len(offered) == 1 else None

    return first


def _which(where) -> Ask:
    choices = _choices(where)
    return Ask("transfer", kind="choice", label="移送", choices=choices, initial=_only(choices))


class OnTransfer(CaseAct):
    """An act on a transfer that has come to a certain point."""

    aside = True
    opens_at = UNDER_WAY
    where = staticmethod(transfers.undecided)
    missing = ""

    def closed(self, ctx: Context):
        return unended(ctx) or need((bool(_choices(self.where)(ctx)), self.missing, ""))

    def _row(self, ctx: Context, data):
        return ctx.rows.get("transfer", data.get("transfer") or "")


@act
class ProposeTransfer(CaseAct):
    code, label, aside = "propose_transfer", "呈报移送", True
    hint = "不属于本机关管辖的，移送有管辖权的机关；涉嫌犯罪的，立即写出报告，移送公安机关；公职人员涉嫌违纪违法的，移送纪检监察机关。"
    opens_at = UNDER_WAY - {"at_police", "transferred"}
    asks = (
        Ask("transfer_kind"),
        Ask("transfer_to", help="写机关全称；涉嫌犯罪的，写同级公安机关"),
        Ask("transfer_reason", long=True),
        Ask("transfer_basis", initial=lambda ctx: cite(ctx, "XZCF2021 §27")),
        Ask("transfer_materials", long=True),
    )

    def closed(self, ctx: Context):
        waiting = not any(transfers.undecided(r) or transfers.to_send(r) for r in ctx.rows.all("transfer"))
        away = transfers.whole(ctx.rows) is None and transfers.at_police(ctx.rows) is None
        return unended(ctx) or need(
            (waiting, "已经呈报移送，还没有办完", "由负责人批准，承办人移送"),
            (away, "本案已经移送", "等接收机关答复"),
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "transfer_kind transfer_to transfer_reason transfer_basis transfer_materials")
        return Plan(laid=[Laid("transfer", facts | {"transfer_asked_on": ctx.day})], head={"waiting_for": "leader"})


@act
class DecideTransfer(OnTransfer):
    code, label, as_role, roles = "decide_transfer", "审批移送", "leader", LEADERS
    clauses = ("XZCF2021 §22", "XZCF2021 §27", "YSFZ2001 §5(2)")
    hint = "涉嫌犯罪的，由正职负责人或者主持工作的负责人三日内决定；批准之后二十四小时内移送；不批准的写明理由。"
    where = staticmethod(transfers.undecided)
    missing = "没有等待批准的移送"
    asks = (
        _which(transfers.undecided),
        Ask("transfer_granted"),
        Ask("transfer_decided_at", kind="time"),
        Ask("transfer_opinion", long=True),
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "transfer_decided_at transfer_opinion") | {
            "transfer_granted": data["transfer_granted"],
            "transfer_decided_on": ctx.day,
            "transfer_approver": certificate(ctx),
        }
        laid = [Laid("transfer", facts, data["transfer"])]
        return Plan(laid=laid, head={"waiting_for": waits_after(ctx, laid)}, papers=[paper(ctx, "transfer_approval")])


@act
class SendTransfer(OnTransfer):
    code, label = "send_transfer", "移送案件"
    clauses = ("XZCF2021 §27", "YSFZ2001 §5(2)", "YSFZ2001 §6")
    hint = "制作移送函（涉嫌犯罪案件移送书），连同材料一并送出；移送公安机关的，办案期限同时停止计算。"
    where = staticmethod(transfers.to_send)
    missing = "没有已经批准、等待移送的案件"
    asks = (
        _which(transfers.to_send),
        Ask("transferred_on", initial=lambda ctx: ctx.day),
        Ask("transferred_at", kind="time"),
    )

    def wrong(self, ctx: Context, data):
        row = self._row(ctx, data)
        granted = row["transfer_decided_on"] if row else None
        return wrong.not_before(data, "transferred_on", granted, "不能早于批准移送之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        row = self._row(ctx, data)
        police = row["transfer_kind"] == "police"
        no = number(ctx, "transfer", "罪移" if police else "移")
        facts = picked(data, "transferred_on transferred_at") | {"transfer_no": no}
        laid = [Laid("transfer", facts, row.row)]
        if police:
            laid += _stop(ctx, row, data["transferred_on"], no)
        return Plan(laid=laid, papers=[paper(ctx, "crime_transfer" if police else "transfer_letter", no)])


def _stop(ctx: Context, row, day, no: str) -> list[Laid]:
    """While the police decide, the term of the case stands: approved with the transfer, its ground is the letter."""
    reached = term(ctx.rows, ctx.book)
    if reached is None or running_stop(ctx.rows) is not None:
        return []
    return [
        Laid(
            "stop",
            {
                "stop_asked_on": row["transfer_asked_on"],
                "stop_kind": "suspended",
                "stop_ground": "police",
                "stop_reason": "案件涉嫌犯罪，已经移送公安机关，等待处理结果。",
                "stop_basis": row["transfer_basis"],
                "stop_document": f"涉嫌犯罪案件移送书（{no}）",
                "stop_due_before": reached.due,
                "stop_granted": True,
                "stop_decided_on": row["transfer_decided_on"],
                "stop_approver": row["transfer_approver"],
                "stop_opinion": row["transfer_opinion"],
                "stopped_from": day,
            },
        )
    ]


@act
class RecordTransferReceipt(OnTransfer):
    code, label = "record_transfer_receipt", "登记移送回执"
    hint = "接收机关签收之后，登记签收日和接收人，附上回执。"
    where = staticmethod(transfers.to_receipt)
    missing = "没有等待回执的移送"
    asks = (
        _which(transfers.to_receipt),
        Ask("transfer_received_on", initial=lambda ctx: ctx.day),
        Ask("transfer_receiver"),
        Ask("transfer_receipt"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        row = self._row(ctx, data)
        sent = row["transferred_on"] if row else None
        return wrong.not_before(data, "transfer_received_on", sent, "不能早于移送之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "transfer_received_on transfer_receiver transfer_receipt")
        return Plan(laid=[Laid("transfer", facts, data["transfer"])], saves=uploads(ctx, data, note="移送回执"))


def _results(ctx: Context) -> list[tuple[str, str]]:
    kinds = {r["transfer_kind"] for r in ctx.rows.all("transfer") if transfers.to_answer(r)}
    codes = [c for c in TRANSFER_RESULTS if any(c in _RESULTS[k] for k in kinds)]
    return [(c, TRANSFER_RESULTS[c]) for c in codes]


@act
class RecordTransferAnswer(OnTransfer):
    code, label = "record_transfer_answer", "登记接收机关的处理"
    hint = "公安机关不予立案，或者不追究刑事责任、移送行政机关处理的，由负责人批准恢复办理，依法继续处理。"
    clauses = ("XZCF2021 §27", "YSFZ2001 §10")
    where = staticmethod(transfers.to_answer)
    missing = "没有等待答复的移送"
    asks = (
        _which(transfers.to_answer),
        Ask("transfer_answered_on", initial=lambda ctx: ctx.day),
        Ask("transfer_result", kind="choice", choices=_results),
        Ask("transfer_answer"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        row = self._row(ctx, data)
        if row is None:
            return {}
        found = wrong.not_before(
            data, "transfer_answered_on", row["transfer_received_on"], "不能早于接收机关签收之日（{day}），请核对"
        )
        result = data.get("transfer_result")
        if result and result not in _RESULTS[row["transfer_kind"]]:
            found["transfer_result"] = f"“{_label(row)}”不会有这一结果，请核对"
        elif result == row["transfer_result"]:
            found["transfer_result"] = "这一结果已经登记过"
        return found

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "transfer_answered_on transfer_result transfer_answer")
        laid = [Laid("transfer", facts, data["transfer"])]
        back = data["transfer_result"] in ("not_filed", "returned") and running_stop(ctx.rows) is not None
        waits = "leader" if back else waits_after(ctx, laid)
        return Plan(laid=laid, head={"waiting_for": waits}, saves=uploads(ctx, data, note="接收机关的答复"))


@act
class HandOverItems(OnTransfer):
    code, label = "hand_over_items", "移交涉案物品"
    hint = "公安机关立案之后三日内，移交涉案物品和其他材料，办结交接手续。"
    clauses = ("YSFZ2001 §12",)
    where = staticmethod(transfers.to_hand_over)
    missing = "没有等待移交的涉案物品"
    asks = (
        _which(transfers.to_hand_over),
        Ask("items_handed_on", initial=lambda ctx: ctx.day),
        Ask("items_handed", long=True),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        row = self._row(ctx, data)
        told = row["transfer_answered_on"] if row else None
        return wrong.not_before(data, "items_handed_on", told, "不能早于收到立案通知之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "items_handed_on items_handed")
        return Plan(laid=[Laid("transfer", facts, data["transfer"])], saves=uploads(ctx, data, note="移交清单"))
