"""证据应当属于法定的八类之一。"""

from sanwei.facts.codes import EVIDENCE_KINDS
from sanwei.facts.investigation import evidence_kind, obtained_on

from ..control import DENY, Control

control = Control(
    code="case.evidence-kind",
    title="证据属于法定的八类之一",
    clauses=("HNZF2016 §25(2)", "XZCF2021 §46(1)"),
    as_of=obtained_on,
    breach=~evidence_kind.is_in(list(EVIDENCE_KINDS)),
    guards={"add_evidence": DENY},
    says="{obtained_on}取得的证据“{evidence_title}”，种类为：{evidence_kind}",
    cure="按书证、物证、视听资料、电子数据、证人证言、当事人的陈述、鉴定意见、勘验笔录和现场笔录重新归类",
)
