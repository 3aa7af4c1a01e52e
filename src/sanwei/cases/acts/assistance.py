"""协助：向其他机关提出请求，登记它的答复。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.assist import ASSIST_RESULTS

from .. import wrong
from .base import BEFORE_DECISION, FILES, CaseAct, live, need, number, paper, picked, row_choices
from .decision import only
from .uploads import uploads


@act
class RequestAssistance(CaseAct):
    code, label, aside = "request_assistance", "请求协助", True
    clauses = ("XZCF2021 §26",)
    hint = "需要其他机关提供材料、协助核查的，写明事项和理由，制作协助函；等待的时间可以另行报批不计入办案期限。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("assist_to"),
        Ask("assist_matter", long=True),
        Ask("assist_reason", long=True),
        Ask("assist_until", required=False),
    )

    def closed(self, ctx: Context):
        return live(ctx)

    def wrong(self, ctx: Context, data):
        late = data.get("assist_until") and data["assist_until"] < ctx.day
        return {"assist_until": "希望答复之日不能早于今天，请核对"} if late else {}

    def plan(self, ctx: Context, data) -> Plan:
        no = number(ctx, "assist", "协")
        facts = picked(data, "assist_to assist_matter assist_reason assist_until")
        facts |= {"assist_asked_on": ctx.day, "assist_no": no}
        return Plan(laid=[Laid("assist", facts)], papers=[paper(ctx, "assistance_letter", no, assist=facts)])


_OPEN = row_choices("assist", lambda r: f"{r['assist_no']} {r['assist_to']}", lambda r: not r["assist_result"])


@act
class RecordAssistance(CaseAct):
    code, label, aside = "record_assistance", "登记协助的结果", True
    clauses = ("XZCF2021 §26",)
    hint = "收到复函之后登记结果；对方不予协助的写明理由，不再需要的登记撤回。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("assist", kind="choice", label="哪一件请求", choices=_OPEN, initial=only(_OPEN)),
        Ask("assist_answered_on", initial=lambda ctx: ctx.day),
        Ask("assist_result", kind="choice", choices=lambda ctx: list(ASSIST_RESULTS.items())),
        Ask("assist_answer", long=True),
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((bool(_OPEN(ctx)), "没有等待答复的协助请求", "由承办人请求协助"))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("assist", str(data.get("assist") or ""))
        asked = row["assist_asked_on"] if row else None
        return wrong.not_before(data, "assist_answered_on", asked, "不能早于请求协助之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "assist_answered_on assist_result assist_answer")
        return Plan(laid=[Laid("assist", facts, data["assist"])], saves=uploads(ctx, data, note="协助的答复"))
