"""依法不予行政处罚的，应当对当事人进行教育。"""

from sanwei.facts.decision import decided_on, decision_kind, no_penalty_ground
from sanwei.facts.derived.responsibility import d_educations

from ..control import DENY, Control
from ..terms import decided

control = Control(
    code="case.no-penalty-educated",
    title="不予处罚的对当事人进行了教育",
    clauses=("XZCF2021 §33(3)",),
    as_of=decided_on,
    when=decided & (decision_kind == "no_penalty") & no_penalty_ground.ne_missing("not_established"),
    breach=d_educations == 0,
    guards={"issue_decision": DENY},
    says="{decided_on}决定不予处罚，此前教育、管教{d_educations}次",
    cure="对当事人进行教育（不满十四周岁的责令监护人管教），记录之后再签发",
    note="违法事实不能成立的没有可以教育的违法行为，不在此问。",
)
