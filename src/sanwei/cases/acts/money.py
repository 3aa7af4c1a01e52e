"""缴款：缴款通知、当场收缴的交款、延期和分期。"""

from __future__ import annotations

import datetime as dt
import re

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.looks.words import money_text

from .. import wrong
from ..reckoning import account
from .base import FILES, LEADERS, need, number, paper, picked, row_choices
from .decision import all_made, only
from .execution import AfterDecision
from .uploads import uploads

_LINE = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})[\s，,]+(\d+(?:\.\d{1,2})?)\s*元?$")


def unpaid(ctx: Context) -> list[tuple[str, str]]:
    """Decisions that stand with something left to pay. Reckoned once a page: every act on money asks it."""
    key = (unpaid, ctx.day, id(ctx.book))
    if key not in ctx.rows.reckoned:
        ctx.rows.reckoned[key] = _unpaid(ctx)
    return list(ctx.rows.reckoned[key])


def _unpaid(ctx: Context) -> list[tuple[str, str]]:
    rows = (ctx.rows.get("decision", value) for value, _ in all_made(ctx))
    open_ = {d.row for d in rows if not d["revoked_on"] and account(ctx.rows, d, ctx.book, ctx.day).left}
    return [c for c in all_made(ctx) if c[0] in open_]


class OnUnpaid(AfterDecision):
    """An act on a decision that stands and is not paid in full."""

    aside = True

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(unpaid(ctx)), "没有待缴的罚没款", ""))


@act
class TellPayment(OnUnpaid):
    code, label = "tell_payment", "登记缴款码"
    hint = "把缴款码和代收银行告诉当事人，生成缴款通知；当事人自己去银行或者用电子支付缴款，执法人员不经手现金。"
    asks = (
        Ask("paid_decision", kind="choice", label="决定书", choices=unpaid, initial=only(unpaid)),
        Ask("payment_code"),
        Ask("payment_bank"),
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "payment_code payment_bank") | {"payment_told_on": ctx.day}
        no = number(ctx, "payment", "缴通")
        return Plan(laid=[Laid("decision", facts, data["paid_decision"])], papers=[paper(ctx, "payment_notice", no)])


def _spot(fact: str, before: str = ""):
    """Payments collected on the spot of which `fact` is not on record yet (and `before` is)."""

    def waits(r: Row) -> bool:
        return r["collected_by"] == "on_the_spot" and not r[fact] and (not before or bool(r[before]))

    return row_choices("payment", lambda r: f"{r['paid_on']} 当场收缴 {money_text(r.get('paid', 0))}", waits)


_UNHANDED, _UNBANKED = _spot("handed_in_on"), _spot("banked_on", "handed_in_on")


@act
class HandInMoney(AfterDecision):
    code, label, aside = "hand_in_money", "登记收缴款交机关", True
    hint = "当场收缴的罚款，执法人员在规定期限内交到机关；在水上收缴的自抵岸之日起算。"
    opens_at = frozenset({"serving", "executing", "closing"})
    asks = (
        Ask("payment", kind="choice", label="当场收缴的罚款", choices=_UNHANDED, initial=only(_UNHANDED)),
        Ask("handed_in_on", initial=lambda ctx: ctx.day),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_UNHANDED(ctx)), "没有待交的当场收缴罚款", ""))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("payment", str(data.get("payment") or ""))
        return wrong.not_before(data, "handed_in_on", row["paid_on"] if row else None, "不能早于收缴之日（{day}）")

    def plan(self, ctx: Context, data) -> Plan:
        laid = [Laid("payment", picked(data, "handed_in_on"), data["payment"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="罚款交接"))


@act
class BankMoney(AfterDecision):
    code, label, aside = "bank_money", "登记缴付银行", True
    hint = "机关收到当场收缴的罚款，在规定期限内缴付指定的银行。"
    asks = (
        Ask("payment", kind="choice", label="收到的罚款", choices=_UNBANKED, initial=only(_UNBANKED)),
        Ask("banked_on", initial=lambda ctx: ctx.day),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_UNBANKED(ctx)), "没有待缴付银行的罚款", ""))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("payment", str(data.get("payment") or ""))
        return wrong.not_before(
            data, "banked_on", row["handed_in_on"] if row else None, "不能早于交到机关之日（{day}）"
        )

    def plan(self, ctx: Context, data) -> Plan:
        laid = [Laid("payment", picked(data, "banked_on"), data["payment"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="缴付银行回单"))


def schedule(text: str) -> list[tuple[dt.date, int]]:
    """Lines like 2026-05-15 5000.00 as (day, 分), in the order of days. Raises ValueError with what to do."""
    found = []
    for n, line in enumerate(filter(None, (each.strip() for each in text.splitlines())), start=1):
        match = _LINE.match(line)
        if match is None:
            raise ValueError(f"第 {n} 行请写成“2026-05-15 5000.00”的样子：日期、空格、金额（元）")
        year, month, day = (int(match.group(i)) for i in (1, 2, 3))
        try:
            on = dt.date(year, month, day)
        except ValueError:
            raise ValueError(f"第 {n} 行的日期不存在，请核对") from None
        yuan, _, cents = match.group(4).partition(".")
        found.append((on, int(yuan) * 100 + int(cents.ljust(2, "0") or 0)))
    return sorted(found)


def open_request(ctx: Context) -> Row | None:
    return next((d for d in ctx.rows.all("deferral") if not d["deferral_decided_on"]), None)


@act
class AskDeferral(OnUnpaid):
    code, label = "ask_deferral", "呈报延期、分期缴纳"
    hint = "当事人确有经济困难并提出申请的，写明困难情况和每期的日期、金额，呈负责人审批。"
    asks = (
        Ask("deferral_of", kind="choice", label="决定书", choices=unpaid, initial=only(unpaid)),
        Ask("deferral_asked_on", initial=lambda ctx: ctx.day),
        Ask("deferral_kind"),
        Ask("deferral_reason", long=True),
        Ask("deferral_plan", long=True, help="每行一期，写成“2026-05-15 5000.00”；延期的只写一行"),
        Ask("deferral_opinion", long=True),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((open_request(ctx) is None, "已经呈报，正在等待审批", "由负责人审批"))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("decision", str(data.get("deferral_of") or ""))
        if row is None or not data.get("deferral_plan"):
            return {}
        try:
            plan = schedule(data["deferral_plan"])
        except ValueError as fault:
            return {"deferral_plan": str(fault)}
        left = account(ctx.rows, row, ctx.book, ctx.day).left
        if sum(sum_ for _, sum_ in plan) != left:
            return {"deferral_plan": f"各期合计应当等于尚未缴纳的 {money_text(left)}，请核对"}
        if plan[0][0] <= ctx.day:
            return {"deferral_plan": "每期的日期应当在今天之后，请核对"}
        if data.get("deferral_kind") == "postponed" and len(plan) > 1:
            return {"deferral_plan": "延期的只写一行；分几次缴纳的，请选择分期"}
        return {}

    def plan(self, ctx: Context, data) -> Plan:
        names = "deferral_of deferral_asked_on deferral_kind deferral_reason deferral_plan deferral_opinion"
        laid = [Laid("deferral", picked(data, names))]
        saves = uploads(ctx, data, note="延期、分期申请")
        return Plan(laid=laid, head={"waiting_for": "leader"}, saves=saves)


@act
class DecideDeferral(AfterDecision):
    code, label, as_role, roles = "decide_deferral", "审批延期、分期缴纳", "leader", LEADERS
    clauses = ("XZCF2021 §66(2)", "XZCF2021 §72(2)")
    hint = "批准的，各期的日期和金额即成为当事人的新期限，期间不计算加处罚款；通知书随即生成，送达当事人。"
    asks = (Ask("deferral_granted", label="是否批准"), Ask("deferral_answer", long=True))

    def closed(self, ctx: Context):
        waits = open_request(ctx) is not None
        return super().closed(ctx) or need((waits, "没有等待审批的延期、分期申请", "由承办人呈报"))

    def sketch(self, ctx: Context):
        row = open_request(ctx)
        facts = {"deferral_decided_on": ctx.day}
        return [Laid("deferral", facts, row.row)] if row else []

    def plan(self, ctx: Context, data) -> Plan:
        row = open_request(ctx)
        no = number(ctx, "deferral", "缓缴")
        facts = picked(data, "deferral_answer") | {
            "deferral_granted": data["deferral_granted"],
            "deferral_decided_on": ctx.day,
            "deferral_no": no,
        }
        laid = [Laid("deferral", facts, row.row)]
        if data["deferral_granted"]:
            laid += self._granted(ctx, row, facts)
        papers = [paper(ctx, "deferral_approval"), paper(ctx, "deferral_notice", no)]
        return Plan(laid=laid, head={"waiting_for": "officer"}, papers=papers)

    def _granted(self, ctx: Context, row: Row, facts: dict) -> list[Laid]:
        plan = schedule(row["deferral_plan"])
        facts["deferral_until"] = plan[-1][0]
        decision = ctx.rows.get("decision", row["deferral_of"])
        total = account(ctx.rows, decision, ctx.book, ctx.day).paid
        laid = [Laid("decision", {"deferral_approved_on": ctx.day}, decision.row)]
        for on, sum_ in plan:
            total += sum_
            one = {
                "instalment_of": decision.row,
                "instalment_on": on,
                "instalment_fen": sum_,
                "instalment_total": total,
            }
            laid.append(Laid("instalment", one))
        return laid
