"""一案有几个违法行为的，应当对每一个分别认定、分别裁量，写入决定。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.violations import d_deeds_charged, d_other_deeds, d_violations

from ..control import DENY, Control
from ..terms import penalty_decided

control = Control(
    code="case.each-deed-charged",
    title="几个违法行为分别裁量",
    clauses=("XZCF2009 §38(1)", "XZCF2009 §39", "XZCF2021 §57(1)", "XZCF2021 §59"),
    as_of=decided_on,
    when=penalty_decided & (d_violations > 0),
    breach=d_deeds_charged < d_other_deeds + 1,
    guards={"issue_decision": DENY},
    says="立案的行为之外还有{d_other_deeds}个违法行为，决定只对{d_deeds_charged}个行为写明了处罚",
    cure="对每一个行为分别拟定处罚（不处罚的也写明），再合并写入决定",
)
