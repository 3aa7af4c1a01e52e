"""实施处罚时应当责令当事人改正或者限期改正违法行为。"""

from sanwei.facts.decision import correction_terms, decided_on
from sanwei.facts.derived.decision import d_correction_ordered_on

from ..control import DENY, WARN, Control
from ..terms import penalty_decided, said

control = Control(
    code="case.correction-ordered",
    title="处罚的同时责令改正",
    clauses=("XZCF2009 §23", "XZCF2021 §28(1)"),
    as_of=decided_on,
    when=penalty_decided,
    # neither an order before the decision nor terms inside it: the absence is the breach
    breach=~said(correction_terms) & (d_correction_ordered_on.is_null() | (d_correction_ordered_on > decided_on)),
    guards={"issue_decision": DENY, "decide_on_the_spot": WARN},
    says="{decided_on}的处罚决定写明的责令改正内容：{correction_terms}；此前责令改正日：{d_correction_ordered_on}",
    cure="在决定书中写明责令改正的内容和期限，或者先送达责令改正通知书；已经改正或者无从改正的，在该栏写明",
)
