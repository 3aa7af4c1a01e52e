"""催告和申请人民法院强制执行。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row

from ..reckoning import Account, account
from .base import FILES, LEADERS, certificate, need, number, paper, picked, row_choices
from .decision import only
from .execution import AfterDecision
from .money import OnUnpaid, unpaid
from .uploads import uploads


def reckoned(ctx: Context, row: str) -> Account:
    return account(ctx.rows, ctx.rows.get("decision", row), ctx.book, ctx.day)


def running(ctx: Context) -> Row | None:
    """The reminder that did not lead to the court yet."""
    found = [e for e in ctx.rows.all("enforcement") if not e["applied_on"]]
    return found[-1] if found else None


@act
class RemindParty(OnUnpaid):
    code, label = "remind_party", "催告"
    hint = "当事人逾期不履行的，书面催告：欠多少、怎样缴、多少日之内、可以陈述申辩。催告书要送达，十个工作日之后才能申请法院。"
    asks = (Ask("enforced_decision", kind="choice", label="决定书", choices=unpaid, initial=only(unpaid)),)

    def closed(self, ctx: Context):
        if not_yet := super().closed(ctx):
            return not_yet
        ends = [reckoned(ctx, value).due for value, _ in unpaid(ctx)]
        overdue = any(end is not None and end < ctx.day for end in ends)
        return need(
            (overdue, "缴款期限还没有届满", "期限届满仍不缴纳的再催告"),
            (running(ctx) is None, "已经催告", "送达催告书；满十个工作日仍不履行的，申请强制执行"),
        )

    def plan(self, ctx: Context, data) -> Plan:
        sums, no = reckoned(ctx, data["enforced_decision"]), number(ctx, "reminder", "催")
        facts = {
            "enforced_decision": data["enforced_decision"],
            "reminded_on": ctx.day,
            "reminder_no": no,
            "reminder_sum": sums.left,
            "reminder_surcharge": sums.surcharge_left,
            "reminder_reckoned": "\n".join(sums.lines) or "没有加处罚款。",
        }
        return Plan(laid=[Laid("enforcement", facts)], papers=[paper(ctx, "enforcement_reminder", no)])


@act
class ApplyCourt(AfterDecision):
    code, label, as_role, roles, aside = "apply_court", "申请法院强制执行", "leader", LEADERS, True
    clauses = ("XZQZ2011 §53", "XZQZ2011 §54", "XZQZ2011 §55", "XZCF2021 §72(1)")
    hint = "救济期限届满、催告满十个工作日仍不履行的，由负责人签名向有管辖权的人民法院申请。"
    opens_at = frozenset({"executing"})
    asks = (
        Ask("applied_court", initial=lambda ctx: ctx.body.court_name),
        Ask("party_said", long=True, initial="当事人收到催告后没有提出意见。"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need(
            (bool(unpaid(ctx)), "没有待缴的罚没款", ""),
            (running(ctx) is not None, "还没有催告当事人", "由承办人制作并送达催告书"),
        )

    def sketch(self, ctx: Context):
        row = running(ctx)
        return [Laid("enforcement", {"applied_on": ctx.day}, row.row)] if row else []

    def plan(self, ctx: Context, data) -> Plan:
        row, no = running(ctx), number(ctx, "court", "执申")
        sums = reckoned(ctx, row["enforced_decision"])
        facts = picked(data, "applied_court party_said") | {
            "applied_on": ctx.day,
            "applied_no": no,
            "applied_sum": sums.left,
            "applied_surcharge": sums.surcharge_left,
            "applied_reckoned": "\n".join(sums.lines) or "没有加处罚款。",
            "applied_by": certificate(ctx),
        }
        saves = uploads(ctx, data, note="强制执行申请材料")
        return Plan(
            laid=[Laid("enforcement", facts, row.row)], saves=saves, papers=[paper(ctx, "court_application", no)]
        )


_PENDING = row_choices(
    "enforcement",
    lambda r: f"{r['applied_on']} 向{r['applied_court']}的申请",
    lambda r: bool(r["applied_on"]) and r["court_result"] not in ("executed", "ended", "not_accepted", "refused"),
)


@act
class RecordCourtResult(AfterDecision):
    code, label, aside = "record_court_result", "登记法院结果", True
    hint = "法院受理、裁定、执行完毕或者终结执行的，照裁定书登记；执行到的款项另行登记缴款。"
    asks = (
        Ask("application", kind="choice", label="申请", choices=_PENDING, initial=only(_PENDING)),
        Ask("court_result"),
        Ask("court_result_on", initial=lambda ctx: ctx.day),
        Ask("court_result_no"),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_PENDING(ctx)), "没有等待法院处理的申请", "先申请强制执行"))

    def plan(self, ctx: Context, data) -> Plan:
        laid = [Laid("enforcement", picked(data, "court_result court_result_on court_result_no"), data["application"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="人民法院裁定书"))
