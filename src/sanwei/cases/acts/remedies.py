"""行政复议和行政诉讼：登记、停止执行、答复、结果。"""

from __future__ import annotations

import datetime as dt

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row

from .. import wrong
from ..reckoning import served_on
from .base import FILES, need, number, own, paper, picked, row_choices
from .decision import decided_day, only
from .revision import OnDecision, standing_choices
from .serving import terms
from .uploads import uploads

_OPEN = row_choices(
    "remedy",
    lambda r: f"{r['remedy_told_on']} {r['remedy_at']} {r['remedy_no'] or ''}",
    lambda r: not r["remedy_ended_on"],
)


class OnRemedy(OnDecision):
    """An act on a review or suit that is not ended."""

    aside = True

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(_OPEN(ctx)), "没有正在进行的复议、诉讼", "先登记复议、诉讼"))

    def told(self, ctx: Context, data) -> dt.date | None:
        row = ctx.rows.get("remedy", str(data.get("remedy") or ""))
        return row["remedy_told_on"] if row else None


@act
class RecordRemedy(OnDecision):
    code, label, aside = "record_remedy", "登记复议、诉讼", True
    hint = "收到复议申请书或者起诉状副本的，当天登记：答复期限从此起算，加处罚款停止计算，执行期限等结果再定。"
    asks = (
        Ask("remedy_of", kind="choice", label="决定书", choices=standing_choices, initial=only(standing_choices)),
        Ask("remedy_kind"),
        Ask("remedy_began_on", initial=lambda ctx: ctx.day),
        Ask("remedy_told_on", initial=lambda ctx: ctx.day),
        Ask("remedy_at", initial=lambda ctx: ctx.body.review_body_name),
        Ask("remedy_no", required=False),
        Ask("remedy_simple", required=False, initial=False),
        FILES,
    )

    def closed(self, ctx: Context):
        return super().closed(ctx) or need((bool(standing_choices(ctx)), "没有有效的决定", ""))

    def wrong(self, ctx: Context, data):
        day = decided_day(ctx, data.get("remedy_of"))
        return wrong.not_before(data, "remedy_began_on", day, "不能早于作出决定之日（{day}），请核对") | wrong.order(
            data, "remedy_began_on", "remedy_told_on", "收到副本不能早于申请、起诉之日，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "remedy_of remedy_kind remedy_began_on remedy_told_on remedy_at remedy_no")
        if data["remedy_kind"] == "review":
            facts["remedy_simple"] = bool(data.get("remedy_simple"))
        # While it runs nobody can say when the remedies are over.
        laid = [Laid("remedy", facts), Laid("decision", {"remedies_until": None}, data["remedy_of"])]
        return Plan(laid=laid, saves=uploads(ctx, data, note="复议、诉讼材料"))


@act
class AnswerRemedy(OnRemedy):
    code, label = "answer_remedy", "登记答复"
    hint = (
        "在期限内提交书面答复和作出决定的全部证据、依据；不按期提交的，视为没有证据、依据。"
        "写了请求和答复意见的，随即生成答复书、答辩状；已经另外写好的留空，附上扫描件。"
    )
    asks = (
        Ask("remedy", kind="choice", label="复议、诉讼", choices=_OPEN, initial=only(_OPEN)),
        Ask("remedy_answered_on", initial=lambda ctx: ctx.day),
        Ask("remedy_claim", required=False, long=True, help="照申请书、起诉状概括，一项一行"),
        Ask("remedy_reply", required=False, long=True, help="逐项回应，最后写明请求（例如维持原决定、驳回诉讼请求）"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        found = wrong.not_before(data, "remedy_answered_on", self.told(ctx, data), "不能早于收到副本之日（{day}）")
        for one, other in (("remedy_claim", "remedy_reply"), ("remedy_reply", "remedy_claim")):
            found |= wrong.needed_with(data, bool(data.get(one)), other, "生成答复书要两项都写，请补上；不生成的都留空")
        return found

    def plan(self, ctx: Context, data) -> Plan:
        laid = [Laid("remedy", picked(data, "remedy_answered_on remedy_claim remedy_reply"), data["remedy"])]
        papers = []
        if data.get("remedy_reply"):
            review = ctx.rows.get("remedy", str(data["remedy"]))["remedy_kind"] == "review"
            form, word = ("review_answer", "复答") if review else ("suit_answer", "诉答")
            papers = [paper(ctx, form, number(ctx, form, word))]
        return Plan(laid=laid, saves=uploads(ctx, data, note="答复书和证据目录"), papers=papers)


@act
class RecordStay(OnRemedy):
    code, label = "record_stay", "登记停止执行"
    hint = "复议、诉讼期间一般不停止执行；本机关认为需要，或者复议机关、法院决定停止的，在这里登记。"
    asks = (
        Ask("remedy", kind="choice", label="复议、诉讼", choices=_OPEN, initial=only(_OPEN)),
        Ask("stay_ordered"),
        Ask("stayed_on", initial=lambda ctx: ctx.day),
        Ask("stay_ground", long=True),
        FILES,
    )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "stayed_on stay_ground") | {"stay_ordered": data["stay_ordered"]}
        return Plan(laid=[Laid("remedy", facts, data["remedy"])], saves=uploads(ctx, data, note="停止执行"))


@act
class RecordRemedyResult(OnRemedy):
    code, label = "record_remedy_result", "登记复议、诉讼结果"
    hint = "照结果文书登记；撤销、变更的随即反映到决定、公开和应缴数额，维持的重新推出申请强制执行的期限。"
    asks = (
        Ask("remedy", kind="choice", label="复议、诉讼", choices=_OPEN, initial=only(_OPEN)),
        Ask("remedy_result"),
        Ask("remedy_ended_on", initial=lambda ctx: ctx.day),
        Ask("remedy_result_no"),
        Ask("remedy_result_note", long=True),
        Ask("remedy_fine", required=False, help="变更罚款的填写变更后的数额"),
        Ask("anew_until", required=False, help="责令重新作出的填写限定的最后一日"),
        FILES,
    )

    def wrong(self, ctx: Context, data):
        result = data.get("remedy_result")
        found = wrong.not_before(data, "remedy_ended_on", self.told(ctx, data), "不能早于收到副本之日（{day}）")
        found |= wrong.needed_with(data, result == "act_anew", "anew_until", "责令重新作出的，请填写限定的最后一日")
        if result == "changed" and data.get("remedy_fine") is None:
            found |= {"remedy_fine": "变更罚款的，请填写变更后的数额"}
        return found | wrong.order(data, "remedy_ended_on", "anew_until", "限定的日期不能早于收到结果之日，请核对")

    def plan(self, ctx: Context, data) -> Plan:
        row, result = ctx.rows.get("remedy", data["remedy"]), data["remedy_result"]
        facts = picked(data, "remedy_result remedy_ended_on remedy_result_no remedy_result_note")
        if result == "act_anew":
            facts |= picked(data, "anew_until")
        decision = ctx.rows.get("decision", row["remedy_of"])
        follows, head = {}, {}
        if result in ("revoked", "unlawful", "act_anew"):
            follows["revoked_on"], head["fine_fen"] = data["remedy_ended_on"], None
        else:
            follows["remedies_until"] = _over(ctx, row, decision, data)
        if result == "changed":
            follows["remedy_fine"] = head["fine_fen"] = data["remedy_fine"]
        laid = [Laid("remedy", facts, row.row), Laid("decision", follows, decision.row)]
        if result == "act_anew":
            laid.append(own({"closed_on": None, "closing_asked_on": None}))
            head |= {"closed_on": None, "waiting_for": "officer"}
        return Plan(laid=laid, head=head, saves=uploads(ctx, data, note="复议决定书、判决书"))


def _over(ctx: Context, row: Row, decision: Row, data) -> dt.date:
    """The day after which no remedy is left: the next one's term, or the day of a final result."""
    ended, kind = data["remedy_ended_on"], row["remedy_kind"]
    if data["remedy_result"] == "withdrawn":
        served = served_on(ctx.rows, decision.row)
        first = terms(ctx, decision, served).get("remedies_until") if served else None
        return max(first or ended, ended)
    next_term = {"review": "sue.after_review", "suit": "appeal.limit"}.get(kind)
    due = ctx.book.due(next_term, ended) if next_term else None
    return due.day if due else ended
