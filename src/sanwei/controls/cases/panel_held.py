"""情节复杂或者给予较重处罚的案件，应当在决定之前由负责人集体讨论。"""

from sanwei.facts.decision import confiscation, decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import d_complex, d_party_kind, panel_then

from ..control import DENY, Control
from ..terms import hearing_due, ordinary_penalty

control = Control(
    code="case.panel-held",
    title="复杂或者较重的处罚在决定之前经集体讨论",
    clauses=("ZZ39 三(三)四", "XZCF2009 §38(2)", "XZCF2021 §57(2)", "HNZF2016 §28(2)"),
    as_of=decided_on,
    when=ordinary_penalty & (d_complex | hearing_due(fine, confiscation, penalty_kinds, d_party_kind, decided_on)),
    breach=panel_then.is_null(),  # no discussion on record before the decision: absence is the breach
    guards={"issue_decision": DENY},
    says="本案情节复杂（{d_complex}）或者处罚较重（罚款{fine}、没收{confiscation}），{decided_on}作出决定之前没有集体讨论",
    cure="由行政机关负责人（授权组织为领导班子）集体讨论决定，制作讨论笔录",
    note="“较重的处罚”以当日应当告知听证权的标准为准。",
)
