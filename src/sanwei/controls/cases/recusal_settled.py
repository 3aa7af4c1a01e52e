"""当事人申请回避的，作出处罚决定之前应当由负责人对申请作出决定。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import recusals_open

from ..control import DENY, Control

control = Control(
    code="case.recusal-settled",
    title="作出决定之前回避申请已经有结论",
    clauses=("HNZF2016 §23(2)", "XZCF2021 §43(3)"),
    as_of=decided_on,
    breach=recusals_open > 0,
    guards={"issue_decision": DENY},
    says="{decided_on}作出决定时，还有{recusals_open}件回避申请没有决定",
    cure="由行政机关负责人先对回避申请作出决定；决定回避的，由其他人员继续办理",
)
