"""一份决定合并处罚几个行为的，每一个行为只能罚款一次。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.violations import d_charges_fined, d_deeds_fined

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.deed-fined-once",
    title="一个行为在一份决定里只罚款一次",
    clauses=("XZCF2009 §24", "XZCF2021 §29"),
    as_of=decided_on,
    when=penalty_decided & (d_charges_fined > 0),
    breach=d_charges_fined > d_deeds_fined,
    guards={"issue_decision": DENY},
    says="决定合并了{d_charges_fined}项罚款，分属{d_deeds_fined}个行为，有一个行为罚款不止一次",
    cure="同一个行为违反几条规定的，只按罚款数额高的一条罚款，删去其余的罚款",
)
