"""没收财物的，决定书应当写明没收的数额或者物品清单。"""

from sanwei.facts.decision import confiscated_things, confiscation, decided_on, penalty_kinds

from ..control import DENY, Control
from ..terms import has_kind, penalty_decided, said

control = Control(
    code="case.things-listed",
    title="没收写明数额或者清单",
    clauses=("XZCF2009 §39(1)", "XZCF2021 §59(1)", "XZCF2021 §74"),
    as_of=decided_on,
    when=penalty_decided & has_kind(penalty_kinds, ("confiscation",)),
    breach=~(confiscation > 0).fill_null(False) & ~said(confiscated_things),  # neither is the breach
    guards={"issue_decision": DENY},
    says="{decided_on}决定没收，数额：{confiscation}，物品清单：{confiscated_things}",
    cure="写明没收的数额；没收物品的，逐件写明名称、规格、数量",
)
