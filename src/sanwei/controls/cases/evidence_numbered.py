"""证据应当逐件编号，序号不重复。"""

from sanwei.facts.decision import decided_on
from sanwei.facts.derived.evidence import d_evidence, d_evidence_numbers

from ..control import WARN, Control
from ..terms import ordinary_penalty

control = Control(
    code="case.evidence-numbered",
    title="证据逐件编号，序号不重复",
    clauses=("HN78 三(五)", "ZZ77 二(三)", "XZCF2021 §47"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=d_evidence_numbers < d_evidence,
    guards={"issue_decision": WARN},
    says="{decided_on}作出决定之前登记证据{d_evidence}件，不同的序号只有{d_evidence_numbers}个",
    cure="按取得的先后给每一件证据编号，重复、缺号的更正",
)
