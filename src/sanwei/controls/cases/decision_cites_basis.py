"""处罚决定书应当写明处罚依据的条款。"""

from sanwei.facts.decision import decided_on, decision_basis

from ..control import DENY, Control
from ..terms import listed, penalty_decided

control = Control(
    code="case.decision-cites-basis",
    title="决定书写明处罚依据",
    clauses=("XZCF2009 §34(2)", "XZCF2009 §39(1)", "XZCF2021 §52(2)", "XZCF2021 §59(1)", "HNZF2016 §29"),
    as_of=decided_on,
    when=penalty_decided,
    breach=~listed(decision_basis),  # what the decision does not cite is missing from it
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="{decided_on}的处罚决定书没有写明处罚依据的条款",
    cure="由承办人写明违反的条款和处罚依据的条款，重新制作决定书",
)
