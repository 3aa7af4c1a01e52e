"""同一事项的其他举报人：登记、逐一答复。"""

from __future__ import annotations

import uuid

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import INFORMER_CHANNELS

from .. import wrong
from ..models import Informer
from .base import OPEN_STAGES, CaseAct, need, paper, picked, row_choices
from .transfer import unended

STAGES = OPEN_STAGES | {"lead", "filing", "suspended", "at_police"}
NAME = Ask(
    "informer_name", required=False, kind="name", label="举报人姓名", help="匿名的留空；密封保存，不进入案卷正文"
)
PHONE = Ask("informer_phone", required=False, kind="phone", label="举报人联系电话", help="没有留下的留空；密封保存")


def informer_of(ctx: Context, data, row: str = "") -> list[Informer]:
    """The sealed row of who reported; none where nothing is known of him."""
    name, phone = data.get("informer_name") or "", data.get("informer_phone") or ""
    if not name and not phone:
        return []
    return [Informer(case_id=uuid.UUID(ctx.rows.matter_id), row=row, name=name, phone=phone)]


@act
class AddInformer(CaseAct):
    code, label, aside = "add_informer", "登记举报人", True
    hint = "同一事项又有人投诉、举报的，逐一登记；留有联系方式的，处理之后逐一答复。匿名举报同样登记。"
    opens_at = STAGES
    asks = (
        Ask("informer_on", initial=lambda ctx: ctx.day),
        Ask("informer_channel"),
        Ask("informer_named"),
        Ask("informer_reachable"),
        Ask("informer_secret", initial=False),
        Ask("informer_said", long=True),
        NAME,
        PHONE,
    )

    def earliest(self, ctx: Context):
        return ctx.facts["lead_on"]

    def closed(self, ctx: Context):
        return unended(ctx)

    def wrong(self, ctx: Context, data):
        named, reachable = data.get("informer_named"), data.get("informer_reachable")
        found = wrong.needed_with(
            data, named is True, "informer_name", "登记为实名的，请填写姓名；不愿意写姓名的，登记为匿名"
        )
        if reachable is False and data.get("informer_phone"):
            found["informer_phone"] = "填写了联系电话，请把“留有联系方式”改为是"
        return found

    def plan(self, ctx: Context, data) -> Plan:
        row = str(uuid.uuid4())
        facts = picked(data, "informer_on informer_channel informer_said")
        facts |= {n: data[n] for n in ("informer_named", "informer_reachable", "informer_secret")}
        papers = [paper(ctx, "lead_register")]
        return Plan(laid=[Laid("informer", facts, row)], saves=informer_of(ctx, data, row), papers=papers)


_WAITING = row_choices(
    "informer",
    lambda r: f"{r['informer_on']} {INFORMER_CHANNELS.get(r['informer_channel'], '')}举报",
    lambda r: r["informer_reachable"] and not r["informer_answered_on"],
)


@act
class AnswerInformer(CaseAct):
    code, label, aside = "answer_informer", "逐一答复举报人", True
    hint = "将立案、不予立案、移送或者并案的结果告知这名举报人。"
    asks = (
        Ask("informer", kind="choice", label="举报", choices=_WAITING),
        Ask("informer_answered_on", initial=lambda ctx: ctx.day),
        Ask("informer_answer", long=True),
    )

    def closed(self, ctx: Context):
        f = ctx.facts
        passed = any(r["transferred_on"] for r in ctx.rows.all("transfer"))
        settled = bool(f["filed_on"] or f["lead_refused_on"] or f["merged_on"] or passed)
        return need(
            (bool(_WAITING(ctx)), "没有等待答复的举报人", ""),
            (settled, "尚未决定是否立案", "由行政机关负责人决定立案或者不予立案"),
        )

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("informer", data.get("informer") or "")
        told = row["informer_on"] if row else None
        return wrong.not_before(data, "informer_answered_on", told, "不能早于举报之日（{day}），请核对")

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("informer", picked(data, "informer_answered_on informer_answer"), data["informer"])])
