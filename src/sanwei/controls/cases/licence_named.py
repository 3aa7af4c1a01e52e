"""暂扣、降低、吊销许可证件的，决定书应当写明是哪一份许可证件。"""

from sanwei.facts.decision import decided_on, licence_named, penalty_kinds

from ..control import DENY, Control
from ..terms import has_kind, penalty_decided, said

control = Control(
    code="case.licence-named",
    title="暂扣、降级、吊销写明许可证件",
    clauses=("XZCF2009 §39(1)", "XZCF2021 §59(1)"),
    as_of=decided_on,
    when=penalty_decided & has_kind(penalty_kinds, ("suspend_licence", "downgrade", "revoke_licence")),
    breach=~said(licence_named),  # no licence named is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}决定{penalty_kinds}，所写的许可证件：{licence_named}",
    cure="写明许可证件的名称和编号；降低资质等级的，写明降为哪一级",
)
