"""代理人：当事人委托的人。"""

from .vocabulary import Grain

AGENT = Grain("agent", "代理人", "当事人委托的一名代理人", happened="agent_from")

agent_from = AGENT.day("agent_from", "委托日", source="授权委托书")
agent_name = AGENT.text("agent_name", "代理人姓名", source="授权委托书")
agent_relation = AGENT.text("agent_relation", "与当事人的关系", source="授权委托书")
agent_unit = AGENT.text("agent_unit", "工作单位", source="授权委托书")
AGENT_MATTERS = {
    "enquiry": "接受询问，提供证据、材料",
    "defence": "陈述、申辩",
    "hearing": "要求和参加听证",
    "receipt": "签收文书",
    "payment": "缴纳罚没款",
}
agent_matters = AGENT.words("agent_matters", "委托事项", codes=AGENT_MATTERS, source="授权委托书")
agent_limits = AGENT.text("agent_limits", "权限的限制", "例如不得放弃陈述、申辩", source="授权委托书")
agent_until = AGENT.day("agent_until", "委托到期日", "没有写明的，至本案办结", source="授权委托书", foretold=True)
