"""先取证、后处罚：作出处罚决定之前没有取得定案证据的，不得处罚。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.decision import evidence_then

from ..control import DENY, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.evidence-before-decision",
    title="作出处罚决定之前已经取得证据",
    clauses=("XZCF2009 §30", "XZCF2009 §36", "XZCF2021 §40", "XZCF2021 §54(1)"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=evidence_then == 0,
    guards={"issue_decision": DENY},
    says="{decided_on}作出处罚决定时，此前取得的定案证据为{evidence_then}件",
    cure="补充调查取证，查清事实之后再作决定；查不清的，不予处罚",
)
