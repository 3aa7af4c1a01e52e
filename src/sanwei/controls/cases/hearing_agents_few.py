"""当事人可以亲自参加听证，也可以委托一至二人代理。"""

from sanwei.facts.deliberation import hearing_agents, hearing_held_on

from ..control import WARN, Control

control = Control(
    code="case.hearing-agents-few",
    title="听证的代理人不超过二人",
    clauses=("XZCF2009 §42", "XZCF2021 §64(五)"),
    as_of=hearing_held_on,
    breach=hearing_agents > 2,
    guards={"hold_hearing": WARN},
    says="{hearing_held_on}的听证，当事人的代理人有{hearing_agents}人",
    cure="请当事人在代理人中确定一至二人参加，其余的人可以旁听",
)
