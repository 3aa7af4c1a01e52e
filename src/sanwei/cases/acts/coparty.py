"""共同当事人：查明还有别人参与违法的，列为共同当事人，逐人告知、逐人决定。"""

from __future__ import annotations

import uuid

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from .. import wrong
from ..models import Coparty
from .base import BEFORE_DECISION, CaseAct, live, need, picked, standing

_CODE = "单位填统一社会信用代码，公民填居民身份证号码；暂不清楚可以留空，密封保存"


def sealed(ctx: Context, row: str, data) -> list[Coparty]:
    """The sealed row of a co-party; none where neither number nor telephone is known."""
    code, phone = (data.get("coparty_code") or "").strip().upper(), data.get("coparty_phone") or ""
    return [Coparty(case_id=uuid.UUID(ctx.rows.matter_id), row=row, code=code, phone=phone)] if code or phone else []


@act
class AddParty(CaseAct):
    code, label, aside = "add_party", "增加共同当事人", True
    hint = "几个人共同违法的，在这里逐一列明各人的作用；告知、听取申辩、决定、送达都要逐人办理。"
    opens_at = BEFORE_DECISION
    asks = (
        Ask("coparty_kind"),
        Ask("coparty_name"),
        Ask("coparty_code", required=False, kind="code", label="证件号码", help=_CODE),
        Ask("coparty_representative", required=False, help="单位填写法定代表人或者负责人"),
        Ask("coparty_address"),
        Ask("coparty_phone", required=False, kind="phone", label="联系电话", help="密封保存"),
        Ask("coparty_part", long=True),
    )

    def closed(self, ctx: Context):
        return live(ctx) or need((not standing(ctx), "已经作出决定，不能再增加当事人", "另行立案"))

    def wrong(self, ctx: Context, data):
        name = (data.get("coparty_name") or "").strip()
        taken = {p["coparty_name"] for p in ctx.rows.all("party")} | {ctx.matter.party_name if ctx.matter else ""}
        found = {"coparty_name": "本案已经有这一名当事人，请核对"} if name in taken else {}
        return found | wrong.party(data, "coparty")

    def plan(self, ctx: Context, data) -> Plan:
        names = "coparty_kind coparty_name coparty_representative coparty_address coparty_part"
        row = str(uuid.uuid4())
        laid = [Laid("party", picked(data, names) | {"coparty_on": ctx.day}, row)]
        return Plan(laid=laid, saves=sealed(ctx, row, data))
