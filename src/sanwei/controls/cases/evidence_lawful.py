"""以利诱、欺诈、胁迫、暴力等不正当手段取得的证据，不得作为定案依据。"""

from sanwei.facts.investigation import evidence_lawful, evidence_relied_on, obtained_on

from ..control import DENY, WARN, Control

control = Control(
    code="case.evidence-lawful",
    title="非法取得的证据不作为定案依据",
    clauses=("HN78 三(五)", "ZZ77 二(三)", "XZCF2021 §46(3)"),
    as_of=obtained_on,
    when=obtained_on.is_not_null() & evidence_relied_on.fill_null(True),  # evidence nobody excluded is relied on
    breach=~evidence_lawful,
    guards={"add_evidence": WARN, "end_investigation": WARN, "draft_decision": WARN, "issue_decision": DENY},
    says="作为定案依据的证据“{evidence_title}”，取得日：{obtained_on}，取得方式：{obtained_how}，取得是否合法：{evidence_lawful}",
    cure="排除该件证据，或者用合法的方式重新取证",
)
