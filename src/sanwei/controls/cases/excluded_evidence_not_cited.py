"""处罚决定不得引用已经排除的证据。"""

from sanwei.facts.decision import cited_evidence, decided_on
from sanwei.facts.derived.evidence import d_excluded_cited

from ..control import DENY, Control
from ..terms import decided

control = Control(
    code="case.excluded-evidence-not-cited",
    title="决定不引用已经排除的证据",
    clauses=("HN78 三(五)", "ZZ77 二(三)", "XZCF2021 §46(3)"),
    as_of=decided_on,
    when=decided & cited_evidence.is_not_null(),
    breach=d_excluded_cited > 0,
    guards={"issue_decision": DENY},
    says="{decided_on}的决定引用了{d_excluded_cited}件已经排除的证据",
    cure="重新拟写决定，去掉已经排除的证据；其余证据不足以认定事实的，补充调查",
)
