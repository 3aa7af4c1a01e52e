"""共同当事人：查明还有别人参与违法的，列为共同当事人，逐人告知、逐人决定。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .base import BEFORE_DECISION, CaseAct, live, need, picked, standing


@act
class AddParty(CaseAct):
    code, label, aside = "add_party", "增加共同当事人", True
    hint = "几个人共同违法的，在这里逐一列明各人的作用；告知、听取申辩、决定、送达都要逐人办理。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("coparty_kind"),
        Ask("coparty_name"),
        Ask("coparty_representative", required=False, help="单位填写法定代表人或者负责人"),
        Ask("coparty_address"),
        Ask("coparty_part", long=True),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((not standing(ctx), "已经作出决定，不能再增加当事人", "另行立案"))

    def wrong(self, ctx: Context, data):
        name = (data.get("coparty_name") or "").strip()
        taken = {p["coparty_name"] for p in ctx.rows.all("party")} | {ctx.matter.party_name if ctx.matter else ""}
        return {"coparty_name": "本案已经有这一名当事人，请核对"} if name in taken else {}

    def plan(self, ctx: Context, data) -> Plan:
        names = "coparty_kind coparty_name coparty_representative coparty_address coparty_part"
        return Plan(laid=[Laid("party", picked(data, names) | {"coparty_on": ctx.day})])
