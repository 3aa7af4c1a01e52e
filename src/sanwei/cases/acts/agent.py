"""当事人委托代理人。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.agent import AGENT_MATTERS
from sanwei.looks.words import day_text

from .. import wrong
from .base import FILES, OPEN_STAGES, CaseAct, live, paper, picked
from .uploads import uploads


@act
class NameAgent(CaseAct):
    code, label, aside = "name_agent", "登记代理人", True
    hint = "当事人委托他人办理的，登记委托的事项和期限；委托书随即制作，由双方签字之后附回。"
    opens_at = OPEN_STAGES
    asks = (
        Ask("agent_name"),
        Ask("agent_relation"),
        Ask("agent_unit", required=False),
        Ask("agent_matters"),
        Ask("agent_limits", required=False),
        Ask("agent_from", initial=lambda ctx: ctx.day),
        Ask("agent_until", required=False),
        FILES,
    )

    def closed(self, ctx: Context):
        return live(ctx)

    def wrong(self, ctx: Context, data):
        return wrong.order(data, "agent_from", "agent_until", "到期日不能早于委托日，请核对")

    def plan(self, ctx: Context, data) -> Plan:
        names = "agent_name agent_relation agent_unit agent_matters agent_limits agent_from agent_until"
        facts = picked(data, names)
        until = facts.get("agent_until")
        said = facts | {
            "matters": [AGENT_MATTERS[code] for code in facts["agent_matters"]],
            "until": f"至{day_text(until)}" if until else "至本案办结",
        }
        return Plan(
            laid=[Laid("agent", facts)],
            papers=[paper(ctx, "power_of_attorney", agent=said)],
            saves=uploads(ctx, data, note="委托手续"),
        )
