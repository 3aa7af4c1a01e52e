"""因年龄或者不能辨认、控制自己行为而不予处罚的，应当责令监护人管教、看管。"""

from sanwei.facts.decision import decided_on, decision_kind, no_penalty_ground
from sanwei.facts.derived.responsibility import d_guardian_orders

from ..control import DENY, Control
from ..terms import decided

control = Control(
    code="case.guardian-ordered",
    title="不予处罚的未成年人、精神病人责令监护人管教、看管",
    clauses=("XZCF2009 §25", "XZCF2009 §26", "XZCF2021 §30", "XZCF2021 §31"),
    as_of=decided_on,
    when=decided & (decision_kind == "no_penalty") & no_penalty_ground.is_in(["under_14", "unable"]).fill_null(False),
    breach=d_guardian_orders == 0,
    guards={"issue_decision": DENY},
    says="{decided_on}以“{no_penalty_ground}”不予处罚，此前责令监护人管教、看管{d_guardian_orders}次",
    cure="责令监护人管教，或者严加看管和治疗，记录之后再签发",
)
