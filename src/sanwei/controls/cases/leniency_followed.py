"""当事人有法定从轻、减轻情形的，应当从轻或者减轻处罚。"""

from sanwei.facts.decision import decided_on, decision_grade
from sanwei.facts.derived.responsibility import d_lenient, d_weighed_on

from ..control import DENY, Control
from ..terms import listed, penalty_decided

control = Control(
    code="case.leniency-followed",
    title="有法定情形的从轻或者减轻处罚",
    clauses=("XZCF2009 §27(1)", "XZCF2021 §32"),
    as_of=decided_on,
    when=penalty_decided & d_weighed_on.is_not_null() & listed(d_lenient),
    breach=~decision_grade.is_in(["lighter", "mitigated"]),
    guards={"issue_decision": DENY, "decide_on_the_spot": DENY},
    says="{d_weighed_on}认定当事人有应当从轻、减轻的情形（{d_lenient}），{decided_on}的处罚裁量档次为{decision_grade}",
    cure="从轻或者减轻处罚，在裁量理由中写明是哪一种情形；认定有误的，重新认定责任",
)
