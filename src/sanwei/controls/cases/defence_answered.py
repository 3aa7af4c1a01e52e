"""处罚决定应当回应当事人在陈述、申辩中提出的意见。"""

from sanwei.facts.decision import answer_to_defence, decided_on
from sanwei.facts.derived.party import defence_made

from ..control import DENY, Control
from ..terms import ordinary_penalty, said

control = Control(
    code="case.defence-answered",
    title="决定回应了当事人的陈述申辩",
    clauses=("HN78 三(二)",),
    as_of=decided_on,
    when=ordinary_penalty & defence_made,
    breach=~said(answer_to_defence),  # an answer that is not in the decision was not given
    guards={"issue_decision": DENY},
    says="当事人作过陈述、申辩，{decided_on}的决定没有回应：{answer_to_defence}",
    cure="由承办人在决定书中写明对申辩意见采纳与否及理由",
)
