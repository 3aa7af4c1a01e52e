"""当事人有证据足以证明没有主观过错的，不予行政处罚。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.responsibility import d_no_fault, d_weighed_on

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.no-fault-not-penalised",
    title="证明没有主观过错的不予处罚",
    clauses=("XZCF2021 §33(2)",),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null(),
    breach=d_no_fault,
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="{d_weighed_on}认定当事人证明了没有主观过错（{d_no_fault}），{decided_on}仍然给予处罚",
    cure="不予行政处罚，并对当事人进行教育；法律、行政法规另有规定的，重新认定并写明是哪一条",
)
