"""罚款数额不得高于集体讨论决定的数额。"""

from sanwei.facts.decision import decided_on, fine, penalty_kinds
from sanwei.facts.derived.decision import panel_fine_then, panel_then

from ..control import DENY, Control
from ..terms import amount, ordinary_penalty

_fine = amount(fine, penalty_kinds, "fine")

control = Control(
    code="case.decision-follows-panel",
    title="决定的罚款不高于集体讨论决定的数额",
    clauses=("ZZ39 三(三)四", "XZCF2009 §38(2)", "XZCF2021 §57(2)", "HNZF2016 §28(2)"),
    as_of=decided_on,
    when=ordinary_penalty & panel_then.is_not_null(),
    breach=(_fine > 0) & (_fine > panel_fine_then),
    guards={"issue_decision": DENY},
    says="{panel_then}集体讨论决定罚款{panel_fine_then}，决定书罚款{fine}，高于讨论决定的数额",
    cure="按集体讨论的结果作出决定；认为需要加重的，重新提请集体讨论",
    note="以决定前最近一次讨论为准；低于讨论数额的也偏离了讨论结果，但对当事人有利，不在此问。",
)
