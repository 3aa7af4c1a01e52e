"""公开与不予公开的登记。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.cases.acts.base import LEADERS, need, picked
from sanwei.cases.acts.decision import made, only
from sanwei.cases.acts.execution import AfterDecision

_UNPUBLISHED = made("publication", "published_decision")


class OnPublication(AfterDecision):
    """An act on a decision that stands neither published nor exempted."""

    opens_at = frozenset({"executing", "closing", "closed"})

    def closed(self, ctx: Context):
        f = ctx.facts
        return need(
            (not f["terminated_on"], "本案已经销案", ""),
            (bool(open_decisions(ctx)), "没有等待公开的决定", "决定送达之后办理"),
        )


def open_decisions(ctx: Context) -> list[tuple[str, str]]:
    """Decisions neither published nor exempted."""
    exempted = {r["exempted_decision"] for r in ctx.rows.all("exemption")}
    return [c for c in _UNPUBLISHED(ctx) if c[0] not in exempted]


@act
class PublishDecision(OnPublication):
    code, label = "publish_decision", "登记公开"
    hint = "处罚结果隐去国家秘密、商业秘密和个人隐私之后，在规定期限内向社会公开，并在这里登记。"
    asks = (
        Ask("published_decision", kind="choice", label="决定书", choices=open_decisions, initial=only(open_decisions)),
        Ask("published_on", initial=lambda ctx: ctx.day),
        Ask("published_where", help="公开网址或者栏目名称"),
        Ask("redacted", kind="yesno", label="已隐去不宜公开的内容", help="国家秘密、商业秘密、个人隐私"),
    )

    def wrong(self, ctx: Context, data):
        return {"redacted": "请先隐去不宜公开的内容，再登记公开"} if data.get("redacted") is False else {}

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("publication", picked(data, "published_decision published_on published_where"))])


@act
class ExemptPublication(OnPublication):
    code, label, as_role, roles = "exempt_publication", "认定不予公开", "leader", LEADERS
    hint = "依法不应当公开的决定，写明理由，由负责人认定；认定本身留痕。"
    asks = (
        Ask("exempted_decision", kind="choice", label="决定书", choices=open_decisions, initial=only(open_decisions)),
        Ask("exemption_ground", long=True),
    )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(
            laid=[Laid("exemption", picked(data, "exempted_decision exemption_ground") | {"exempted_on": ctx.day})]
        )


def _withdrawable(ctx: Context) -> list[tuple[str, str]]:
    """Publications of decisions that were revoked or changed and still stand before the public."""
    ended = {d.row: d for d in ctx.rows.all("decision") if d["revoked_on"]}
    open_ = (p for p in ctx.rows.all("publication") if p["published_decision"] in ended and not p["withdrawn_on"])
    return [(p.row, f"{ended[p['published_decision']]['decision_no']}（{p['published_on']} 公开）") for p in open_]


@act
class WithdrawPublication(AfterDecision):
    code, label = "withdraw_publication", "撤回公开"
    hint = "公开的决定被变更、撤销的，在规定期限内从公开渠道撤下，并公开说明理由，在这里登记。"
    opens_at = frozenset("deliberating deciding serving executing closing closed".split())
    asks = (
        Ask("publication", kind="choice", label="已公开的决定", choices=_withdrawable, initial=only(_withdrawable)),
        Ask("withdrawn_on", initial=lambda ctx: ctx.day),
        Ask("withdrawal_reason", long=True, help="照向公众说明的文字填写"),
    )

    def closed(self, ctx: Context):
        return need((bool(_withdrawable(ctx)), "没有需要撤回的公开信息", "决定被撤销、变更之后办理"))

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("publication", picked(data, "withdrawn_on withdrawal_reason"), data["publication"])])
