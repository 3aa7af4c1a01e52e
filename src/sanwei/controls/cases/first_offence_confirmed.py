"""以初次违法不予处罚的，应当在决定之前经负责人确认。"""

from sanwei.facts.decision import decided_on, decision_kind, no_penalty_ground
from sanwei.facts.derived.responsibility import d_first_confirmed_on

from ..control import DENY, Control
from ..terms import decided

control = Control(
    code="case.first-offence-confirmed",
    title="首违不罚经负责人确认",
    clauses=("XZCF2021 §33(1)", "XZCF2021 §57(1)"),
    as_of=decided_on,
    when=decided & (decision_kind == "no_penalty") & (no_penalty_ground == "first_offence").fill_null(False),
    breach=d_first_confirmed_on.is_null() | (d_first_confirmed_on > decided_on),  # not confirmed is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}以初次违法不予处罚，负责人确认日：{d_first_confirmed_on}",
    cure="由负责人核对回看结果并确认，再签发不予处罚决定",
)
