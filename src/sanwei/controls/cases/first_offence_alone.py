"""以初次违法不予处罚的，回看期间内对同一当事人不得有同类违法的决定。"""

from sanwei.facts.decision import decided_on, decision_kind, no_penalty_ground
from sanwei.facts.derived.responsibility import d_earlier, d_looked_back_on

from ..control import DENY, Control
from ..terms import decided

control = Control(
    code="case.first-offence-alone",
    title="首违不罚只给初次违法的人",
    clauses=("XZCF2021 §33(1)",),
    as_of=decided_on,
    when=decided & (decision_kind == "no_penalty") & (no_penalty_ground == "first_offence").fill_null(False),
    breach=d_looked_back_on.is_null() | (d_earlier > 0),  # nobody looked back: absence is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}以初次违法不予处罚，回看日：{d_looked_back_on}，回看期间内同类决定{d_earlier}件",
    cure="重新认定责任并回看；不是初次违法的，看是否属于其他不予处罚的情形，否则依法处罚",
    note="回看期间由参数规定，法律没有写；同名的公民没有证件号码的不计入，由承办人核对。",
)
