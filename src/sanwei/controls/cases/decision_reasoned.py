"""处罚决定书应当写明认定的事实和证据，说明给予这一幅度处罚的理由。"""

from sanwei.facts.decision import decided_on, facts_found, reasons

from ..control import DENY, Control
from ..terms import ordinary_penalty, said

control = Control(
    code="case.decision-reasoned",
    title="决定书说明事实、证据和裁量理由",
    clauses=("HN78 三(二)", "XZCF2021 §59(1)", "HNZF2016 §29"),
    as_of=decided_on,
    when=ordinary_penalty,
    breach=~said(facts_found) | ~said(reasons),  # what the decision does not say is missing from it
    guards={"issue_decision": DENY},
    says="{decided_on}的决定书缺少事实和证据（{facts_found}）或者裁量理由（{reasons}）",
    cure="由承办人补写认定的事实、证据和裁量理由，重新呈批",
    note="说理式处罚自豫政办〔2012〕78号起要求；只看有没有写、是不是敷衍的字样，写得好不好由审核人判断。",
)
