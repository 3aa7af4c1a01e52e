"""案件中止期间，应当先恢复办理，再作出决定。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.clock import suspended_then

from ..control import DENY, Control
from ..terms import ordinary_decision

control = Control(
    code="case.not-decided-while-suspended",
    title="中止期间不作决定",
    clauses=("XZCF2021 §60", "ZJCX2022 中止"),
    as_of=decided_on,
    when=ordinary_decision,
    breach=suspended_then,
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定时，本案正在中止",
    cure="先由负责人批准恢复办理，再作出决定",
)
